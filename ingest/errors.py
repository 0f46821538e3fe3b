"""Errors that end a command, each with the exit code the command line documents."""

import sys
from collections.abc import Callable


class SpacecoopError(Exception):
    """A failure the user can act on: the message says what is wrong, where, and what to do."""

    exit_code = 1


class UsageError(SpacecoopError):
    """The call itself cannot be carried out: a path is missing, an option contradicts another."""

    exit_code = 2


class InputError(SpacecoopError):
    """Nothing could be read of the given input; what was refused is stored with its reason."""

    exit_code = 3


class BuildError(SpacecoopError):
    """dbt reported a failed model or test; the published file is left as it was."""

    exit_code = 4


class DatabaseBusyError(SpacecoopError):
    """Another process holds the build file."""

    exit_code = 5


def exit_code_of(run: Callable[[], int]) -> int:
    """Return what `run` returns; a known failure is one line on standard error and its code."""
    try:
        return run()
    except SpacecoopError as error:
        print(error, file=sys.stderr)
        return error.exit_code
