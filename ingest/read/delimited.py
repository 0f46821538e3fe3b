"""CSV, TSV and other delimited tables with a header row."""

import csv
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.article import Document, Rejection
from ingest.read.decode import Decoded, decode, stream_encoding
from ingest.read.discover import InputFile
from ingest.read.fields import FIELD_OF_NAME, canonical_name, row_document
from ingest.read.limits import MAX_TEXT_BYTES, empty_file
from ingest.read.reasons import BadInputError

_DELIMITERS: Final = ",;\t|^~"
_LIST_SEPARATOR = "|"
_SAMPLE: Final = 1_000_000

csv.field_size_limit(MAX_TEXT_BYTES)


def read_delimited(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield the article of each row; `position` is the row's number, the header not counted.

    The delimiter is the one that finds the most known fields in the header. `sources` are
    separated by `|`. Raises `BadInputError` when the table as a whole cannot be read.
    """
    with file.path.open("rb") as binary:
        encoding = stream_encoding(binary.read(_SAMPLE))
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    with file.path.open(encoding=encoding, errors=errors, newline="") as text:
        first = text.readline(_SAMPLE)
        if not first.strip():
            raise empty_file()
        delimiter = _delimiter(first)
        text.seek(0)
        rows = csv.reader(text, delimiter=delimiter, strict=True)
        header = _header(next(rows), first)
        for number, row in enumerate(_rows(rows), start=1):
            try:
                yield _document(row, header, file, number, encoding)
            except BadInputError as error:
                yield error.rejection(file.name, number)


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=lambda mark: sum(_known(line.split(mark))))


def _known(names: Sequence[str]) -> list[bool]:
    return [canonical_name(name.strip('\ufeff" ')) in FIELD_OF_NAME for name in names]


def _header(names: list[str], line: str) -> list[str]:
    names = [name.removeprefix("\ufeff") for name in names]
    if "text" not in {FIELD_OF_NAME.get(canonical_name(name)) for name in names}:
        raise BadInputError(
            "missing_text",
            "the first row names no column of article text; add a header row with `text`.",
            field="text",
            value=line.strip(),
        )
    return names


def _rows(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """Yield each row that is not blank, or what is wrong with it."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
        else:
            if row:
                yield row


def _document(
    row: list[str] | csv.Error, header: list[str], file: InputFile, number: int, encoding: str
) -> Document:
    if isinstance(row, csv.Error):
        raise BadInputError(
            "bad_csv", f"the row cannot be read ({row}); check its quotation marks."
        ) from row
    if len(row) > len(header):
        raise BadInputError(
            "bad_csv",
            f"the row has {len(row)} cells under {len(header)} columns; quote the cell that "
            "holds the delimiter.",
            value=row[len(header)],
        )
    row, encoding = _repaired(row, encoding)
    return row_document(
        dict(zip(header, row, strict=False)),
        name=file.name,
        position=number,
        media_type=file.media_type,
        encoding=encoding,
        list_separator=_LIST_SEPARATOR,
    )


def _repaired(row: list[str], encoding: str) -> tuple[list[str], str]:
    """Decode a row on its own when it is not in the encoding of the table."""
    joined = "\x1e".join(row)
    if joined.isascii() or not _has_escaped_bytes(joined):
        return row, encoding
    decoded: Decoded = decode(joined.encode(encoding, "surrogateescape"))
    return decoded.text.split("\x1e"), decoded.encoding


def _has_escaped_bytes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
