"""Progress of long work: a bar on a terminal, a plain line now and then elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

_LINE_EVERY_SECONDS = 5.0


class Tick(Protocol):
    """Called with how many items were finished since the last call."""

    def __call__(self, count: int) -> None:
        """Record `count` more items."""


@contextmanager
def progress(console: Console, label: str, total: int | None) -> Iterator[Tick]:
    """Show work of `total` items (None: not known) while the block runs."""
    if console.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
            task = bar.add_task(label, total=total)
            yield lambda count: bar.update(task, advance=count)
    else:
        yield _Lines(console, label, total)


class _Lines:
    def __init__(self, console: Console, label: str, total: int | None) -> None:
        self._console, self._label = console, label
        self._of = "" if total is None else f" of {total}"
        self._done, self._shown_at = 0, time.monotonic()

    def __call__(self, count: int) -> None:
        self._done += count
        if time.monotonic() - self._shown_at >= _LINE_EVERY_SECONDS:
            self._console.print(f"{self._label}: {self._done}{self._of}")
            self._shown_at = time.monotonic()
