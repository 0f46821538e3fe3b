"""From what the user named (files, folders, patterns) to a list of files with their formats."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ingest.article import MediaType
from ingest.errors import UsageError

MEDIA_TYPES: Final[dict[str, MediaType]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
}


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to read: where it is, how the user would name it, and its format."""

    path: Path
    name: str
    media_type: MediaType


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to read, in order, and the names of files passed over for their extension.

    Iterating over a `Discovery` iterates over its `files`.
    """

    files: list[InputFile] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[InputFile]:
        """Iterate over the files to read."""
        return iter(self.files)

    def __len__(self) -> int:
        """Count the files to read."""
        return len(self.files)


def discover(paths: Sequence[str], exclude: Sequence[Path] = ()) -> Discovery:
    """Find the files behind `paths`: files, folders (recursive) and patterns (also `**`).

    Folders are walked in sorted order; hidden files and folders, links to folders and links that
    lead outside the given folder are left alone. A file reached twice is listed once, by its real
    path. What lies at or under a path of `exclude` is skipped. A file the user names counts as
    text when its extension is unknown; a folder's file of unknown extension is passed over.

    Raises `UsageError` for a path that does not exist and a pattern that matches nothing.
    """
    found = Discovery()
    seen = {path.resolve() for path in exclude}
    excluded = frozenset(seen)
    for path, is_named in _candidates(paths):
        real = path.resolve()
        if real in seen or not excluded.isdisjoint(real.parents):
            continue
        seen.add(real)
        media_type = MEDIA_TYPES.get(path.suffix.lower(), "text" if is_named else None)
        if media_type is None:
            found.passed_over.append(_name(path))
        else:
            found.files.append(InputFile(path, _name(path), media_type))
    return found


def _name(path: Path) -> str:
    """Return the path with POSIX slashes; bytes of it that are not UTF-8 become `?`."""
    return path.as_posix().encode("utf-8", "replace").decode("utf-8")


def _candidates(paths: Iterable[str]) -> Iterator[tuple[Path, bool]]:
    """Yield each file behind `paths` and whether the user named it."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            yield from ((file, False) for file in _walk(path))
        elif path.is_file():
            yield path, True
        elif glob.has_magic(given):
            yield from _matches(given)
        elif path.exists():
            raise UsageError(f"{given} is neither a file nor a folder: name a regular file.")
        else:
            raise UsageError(f"{given} does not exist: check the path of the articles.")


def _walk(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and _is_file_within(path, root):
                yield path


def _matches(pattern: str) -> Iterator[tuple[Path, bool]]:
    """Yield the files a pattern matches; a matched folder is walked, as a shell would pass it."""
    base, rest = _split_pattern(pattern)
    root = base.resolve()
    is_named = not glob.has_magic(Path(pattern).suffix) and Path(pattern).suffix != ""
    matched = False
    for path in sorted(base.glob(rest)):
        if _is_hidden(path.relative_to(base), rest) or not path.resolve().is_relative_to(root):
            continue
        matched = True
        if path.is_file():
            yield path, is_named
        elif not path.is_symlink():
            yield from ((file, False) for file in _walk(path))
    if not matched:
        raise UsageError(f"{pattern} matches no file: check the pattern, or quote it as needed.")


def _split_pattern(pattern: str) -> tuple[Path, str]:
    """Split `articles/**/*.txt` into the folder without wildcards and the rest."""
    parts = Path(pattern).parts
    first = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:first]), str(Path(*parts[first:]))


def _is_hidden(path: Path, pattern: str) -> bool:
    asked = any(part.startswith(".") for part in Path(pattern).parts)
    return not asked and any(part.startswith(".") for part in path.parts)


def _is_file_within(path: Path, root: Path) -> bool:
    if not path.is_symlink():
        return path.is_file()
    return path.is_file() and path.resolve().is_relative_to(root)
