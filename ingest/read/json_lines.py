"""JSON Lines: one article per line, read line by line."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from ingest.article import Document, Rejection
from ingest.read.decode import decode, refuse_known_binary, wide_encoding
from ingest.read.discover import InputFile
from ingest.read.fields import row_document
from ingest.read.limits import MAX_LINE_BYTES, empty_file, too_large
from ingest.read.reasons import BadInputError

_HEAD: Final = 4096
_DECODER: Final = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Consecutive lines of a JSON Lines file, as yet unread; `None` is a line that is too long.

    `first` is the number of the first one, counted from 1.
    """

    file: InputFile
    first: int
    lines: list[bytes | None]


def read_json_lines(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield the article of each line; `position` is the line's number, blank lines counted.

    Lines are UTF-8, as the format asks; a line that is not is decoded on its own, by a guess.
    Raises `BadInputError` when the file as a whole is binary or empty.
    """
    for block in cut_json_lines(file, max_lines=1, max_bytes=1):
        yield from read_line_block(block)


def cut_json_lines(file: InputFile, max_lines: int, max_bytes: int) -> Iterator[LineBlock]:
    """Yield the file in blocks of so many lines or a little over so many bytes.

    Nothing is parsed, so that other processes can do it. Raises as `read_json_lines` does.
    """
    is_empty, lines, size, first = True, list[bytes | None](), 0, 1
    with file.path.open("rb") as source:
        for number, line in enumerate(_lines(source), start=1):
            lines.append(line)
            size += len(line or b"")
            is_empty = is_empty and line is not None and not line.strip()
            if len(lines) >= max_lines or size >= max_bytes:
                yield LineBlock(file, first, lines)
                lines, size, first = [], 0, number + 1
    if lines:
        yield LineBlock(file, first, lines)
    if is_empty:
        raise empty_file()


def read_line_block(block: LineBlock) -> Iterator[Document | Rejection]:
    """Yield the article of each line that is not blank, or why it cannot be used."""
    for number, line in enumerate(block.lines, start=block.first):
        if line is not None and not line.strip():
            continue
        try:
            yield _document(line, block.file, number)
        except BadInputError as error:
            yield error.rejection(block.file.name, number, "line")


def _document(line: bytes | None, file: InputFile, number: int) -> Document:
    if line is None:
        raise too_large(MAX_LINE_BYTES + 1, "bytes", MAX_LINE_BYTES)
    decoded = decode(line)
    return row_document(
        _json_object(decoded.text),
        name=file.name,
        position=number,
        media_type=file.media_type,
        encoding=decoded.encoding,
    )


def _json_object(line: str) -> dict[str, object]:
    try:
        loaded = _DECODER.decode(line)
    except (ValueError, RecursionError) as error:
        raise BadInputError(
            "bad_json",
            f"the line is not valid JSON ({error}); write one JSON object per line.",
            value=line,
        ) from error
    if not isinstance(loaded, dict):
        raise BadInputError(
            "bad_json", "the line is not a JSON object; write one per line.", value=line
        )
    return loaded


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a file as bytes in an ASCII-compatible encoding; `None` if too long."""
    head = source.read(_HEAD)
    source.seek(0)
    refuse_known_binary(head)
    wide = wide_encoding(head)
    if wide:
        text = io.TextIOWrapper(source, encoding=wide, errors="replace", newline="\n")
        yield from (line.removeprefix("\ufeff").encode() for line in text)
        return
    while line := source.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = source.readline(MAX_LINE_BYTES)
        yield None
