"""What is in a build file: tables, last runs, and what was refused and why."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from ingest.warehouse.raw import open_build_file

_RUNS_SHOWN = 5
_REJECTIONS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Run:
    """One ingest run and how much it added."""

    run_id: str
    finished_at: datetime
    input_paths: list[str]
    document_count: int
    fact_count: int
    rejected_count: int


@dataclass(frozen=True, slots=True)
class Status:
    """Counts by raw table and by mart, the newest runs and the newest refusals, as sentences."""

    database: Path
    raw_counts: dict[str, int]
    mart_counts: dict[str, int]
    runs: list[Run]
    rejections: list[str]
    rejection_count: int


def read_status(database: Path) -> Status:
    """Read the state of `database`; raises `UsageError` when there is none yet."""
    with open_build_file(database, read_only=True) as connection:
        refused = rejections(connection, None)
        return Status(
            database=database,
            raw_counts=_counts(connection, "raw"),
            mart_counts=_counts(connection, "marts"),
            runs=_runs(connection),
            rejections=refused[:_REJECTIONS_SHOWN],
            rejection_count=len(refused),
        )


def rejections(connection: duckdb.DuckDBPyConnection, run_id: str | None) -> list[str]:
    """Return why inputs and facts were refused, newest run first; of one run if it is named."""
    found = connection.execute(
        "select reason from ("
        " select run_id, reason from raw.rejected_inputs"
        " union all select run_id, reason from raw.rejected_facts"
        ") where ? is null or run_id = ? order by run_id desc, reason",
        [run_id, run_id],
    ).fetchall()
    return [row[0] for row in found]


def run_rejections(database: Path, run_id: str) -> list[str]:
    """Return why inputs and facts of that run were refused."""
    with open_build_file(database, read_only=True) as connection:
        return rejections(connection, run_id)


def _counts(connection: duckdb.DuckDBPyConnection, schema: str) -> dict[str, int]:
    tables = connection.execute(
        "select table_name from duckdb_tables()"
        " where database_name = 'build' and schema_name = ? order by table_name",
        [schema],
    ).fetchall()
    counts = {}
    for (table,) in tables:
        row = connection.execute(f'select count(*) from build.{schema}."{table}"').fetchone()
        counts[table] = int(row[0]) if row else 0
    return counts


def _runs(connection: duckdb.DuckDBPyConnection) -> list[Run]:
    found = connection.execute(
        "select run_id, finished_at, input_paths, document_count, fact_count,"
        " rejected_input_count + rejected_fact_count"
        f" from raw.ingest_runs order by run_number desc limit {_RUNS_SHOWN}"
    ).fetchall()
    return [Run(*row) for row in found]
