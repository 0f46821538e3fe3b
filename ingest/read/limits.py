"""How much is read at once, so that memory does not follow the size of the input."""

from pathlib import Path
from typing import Final

from ingest.read.reasons import BadInputError

MAX_TEXT_BYTES: Final = 20_000_000
"""Limit for one article: bytes of a text or page, characters of a row's text."""

MAX_LINE_BYTES: Final = 4 * MAX_TEXT_BYTES
"""Limit for one line of JSONL: the text, escaped, and the other fields."""

MAX_FEED_BYTES: Final = 100_000_000
"""Limit for one feed, which is parsed whole."""


def read_bytes(path: Path, limit: int) -> bytes:
    """Return what the file holds; raises `BadInputError` when it is empty or over `limit`."""
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise too_large(path.stat().st_size, "bytes", limit)
    if not data.strip():
        raise empty_file()
    return data


def too_large(size: int, unit: str, limit: int = MAX_TEXT_BYTES) -> BadInputError:
    """Return the error for something of `size`, over `limit`, both counted in `unit`."""
    return BadInputError(
        "too_large",
        f"it has {size:,} {unit}, more than the limit of {limit:,}; split it into articles.",
        value=size,
    )


def empty_file() -> BadInputError:
    """Return the error for a file without text."""
    return BadInputError("empty_file", "the file holds no text; remove it or fill it.")
