"""Helpers for the tests of `read`: write a file, read it back."""

from pathlib import Path

from ingest.article import Document, Rejection
from ingest.read import discover, read_file


def read(path: Path) -> list[Document | Rejection]:
    """Read one file as the command line would."""
    (file,) = discover([str(path)])
    return list(read_file(file))


def document(path: Path) -> Document:
    """Return the only article of a file."""
    (found,) = read(path)
    assert isinstance(found, Document), found
    return found


def rejection(path: Path) -> Rejection:
    """Return the only rejection of a file."""
    (found,) = read(path)
    assert isinstance(found, Rejection), found
    return found


def write(path: Path, content: str | bytes) -> Path:
    """Write a test file and return its path."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
