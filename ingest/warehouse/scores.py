"""Figures of an evaluation, kept in the build file for the mart `extraction_quality`."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from ingest.evaluate.rows import ScoreRow
from ingest.warehouse.raw import open_build_file


def save_scores(database: Path, rows: Iterable[ScoreRow]) -> int:
    """Append `rows` to `raw.extraction_scores` of the build file; return how many."""
    records = [asdict(row) for row in rows]
    with open_build_file(database) as connection:
        for record in records:
            names, marks = ", ".join(record), ", ".join("?" for _ in record)
            connection.execute(
                f"insert into raw.extraction_scores ({names}) values ({marks})",
                list(record.values()),
            )
    return len(records)
