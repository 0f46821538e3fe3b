"""Small warehouses for tests: files to load, the load itself, and a look at what it left."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console

from ingest.facts.model import FactFile
from ingest.warehouse.load import IngestSummary, ingest
from ingest.warehouse.raw import open_build_file
from ingest.warehouse.work import Producer
from tests.samples import TREATY_TEXT

RAW_TABLES = (
    "ingest_runs",
    "articles",
    "article_furniture",
    "fact_sets",
    "facts",
    "fact_parties",
    "fact_people",
    "fact_evidence",
    "rejected_inputs",
    "rejected_facts",
)

_HOLD = """
import duckdb, sys
connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "read")
print("holding", flush=True)
for line in sys.stdin:
    print(connection.execute(line).fetchone()[0], flush=True)
"""


def write_article(folder: Path, name: str = "sample.txt", text: str = TREATY_TEXT) -> Path:
    """Write an article file, and the folder where needed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def write_facts(path: Path, content: Any) -> Path:
    """Write a fact file, and the folder where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def load(
    database: Path,
    paths: Path | Sequence[Path],
    facts: Path | Sequence[Path] = (),
    producer: Producer | None = None,
) -> IngestSummary:
    """Ingest without a word; without a producer only stated facts land."""
    return ingest(_names(paths), _names(facts), database, Console(quiet=True), producer)


def _names(paths: Path | Sequence[Path]) -> list[str]:
    return [str(path) for path in ([paths] if isinstance(paths, Path) else paths)]


def query(database: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return all rows of `sql` over the build file."""
    with open_build_file(database, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def counts(database: Path) -> dict[str, int]:
    """Return the number of rows of each raw table."""
    return {
        table: query(database, f"select count(*) from raw.{table}")[0][0] for table in RAW_TABLES
    }


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of each raw table but the runs, in an order of their own."""
    return {
        table: sorted(query(database, f"select * from raw.{table}"), key=repr)
        for table in RAW_TABLES[1:]
    }


def nothing_found(article: Any) -> FactFile:
    """Stand in for an extractor that finds no fact in any article."""
    return FactFile.model_validate(
        {
            "article": {"id": article.article_key},
            "method": "rules",
            "producer_version": "1",
            "agreements": [],
            "meetings": [],
            "commitments": [],
        }
    )


class Holder:
    """Another process that has a DuckDB file open."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Speak to `process`, which answers each statement with one value."""
        self._process = process

    def ask(self, sql: str) -> str:
        """Return the first value of the answer to `sql`, as text."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(sql + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@contextmanager
def held_open(path: Path, mode: str = "write") -> Iterator[Holder]:
    """Have another process hold `path` open, to `read` or to `write`, while the block runs."""
    command = [sys.executable, "-c", _HOLD, str(path), mode]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "holding\n"
        yield Holder(process)
    finally:
        process.communicate()


# They hold what the tables were made of before, so that they differ by their nature.
KEEP_BOOKS = ("int_articles_changed", "int_events_changed")


def differing_rows(one: Path, other: Path) -> dict[str, int]:
    """Return the tables whose rows differ between two build files, with how many do."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{one}' as one (read_only)")
        connection.execute(f"attach '{other}' as other (read_only)")
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables()"
            " where database_name = 'one' and schema_name in ('intermediate', 'marts')"
            f" and table_name not in {KEEP_BOOKS} order by all"
        ).fetchall()
        assert len(tables) > 30
        counts = {}
        for (table,) in tables:
            row = connection.execute(
                f"select count(*) from ((from one.{table} except all from other.{table})"
                f" union all (from other.{table} except all from one.{table}))"
            ).fetchone()
            counts[table] = row[0] if row else 0
    return {table: count for table, count in counts.items() if count}
