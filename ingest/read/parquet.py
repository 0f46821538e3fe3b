"""Parquet files, read in batches and only the columns that are needed."""

from collections.abc import Iterator
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.article import Document, Rejection
from ingest.read.discover import InputFile
from ingest.read.fields import FIELD_OF_NAME, canonical_name, row_document
from ingest.read.reasons import BadInputError

_BATCH_ROWS: Final = 512
_BUFFER_BYTES: Final = 1 << 20


def read_parquet(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield the article of each row; `position` counts rows from 1.

    Moments are taken as dates in UTC. Raises `BadInputError` when the file as a whole, or what
    is left of it, cannot be read.
    """
    number = 0
    try:
        with pq.ParquetFile(file.path, buffer_size=_BUFFER_BYTES, pre_buffer=False) as table:
            columns = _columns(table.schema_arrow.names)
            for batch in table.iter_batches(batch_size=_BATCH_ROWS, columns=columns):
                for row in _rows(batch):
                    number += 1
                    yield _record(row, file, number)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        raise BadInputError(
            "bad_parquet",
            f"the file cannot be read as Parquet after {number} rows ({error}); write it again.",
        ) from error


def _columns(names: list[str]) -> list[str]:
    columns = [name for name in names if canonical_name(name) in FIELD_OF_NAME]
    if not any(FIELD_OF_NAME[canonical_name(name)] == "text" for name in columns):
        raise BadInputError(
            "missing_text",
            "no column holds article text; name one `text`.",
            field="text",
            value=", ".join(names),
        )
    return columns


def _rows(batch: pa.RecordBatch) -> Iterator[dict[str, object] | UnicodeDecodeError]:
    batch = pa.RecordBatch.from_arrays(
        [_plain_dates(column) for column in batch.columns], names=batch.schema.names
    )
    try:
        yield from batch.to_pylist()
    except UnicodeDecodeError:
        yield from (_row(batch, index) for index in range(batch.num_rows))


def _plain_dates(column: pa.Array) -> pa.Array:
    """Turn moments into dates; Python knows no nanoseconds."""
    if pa.types.is_timestamp(column.type):
        return column.cast(pa.timestamp("s"), safe=False).cast(pa.date32(), safe=False)
    return column


def _row(batch: pa.RecordBatch, index: int) -> dict[str, object] | UnicodeDecodeError:
    try:
        row: dict[str, object] = batch.slice(index, 1).to_pylist()[0]
    except UnicodeDecodeError as error:
        return error
    return row


def _record(
    row: dict[str, object] | UnicodeDecodeError, file: InputFile, number: int
) -> Document | Rejection:
    try:
        if isinstance(row, UnicodeDecodeError):
            raise BadInputError(
                "undecodable", "a cell is marked as text but is not UTF-8; write it again."
            ) from row
        return row_document(
            row,
            name=file.name,
            position=number,
            media_type=file.media_type,
            encoding="utf-8",
        )
    except BadInputError as error:
        return error.rejection(file.name, number)
