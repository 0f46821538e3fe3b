"""The file people open: marts only, with keys, checks and comments, swapped in whole."""

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.errors import BuildError
from ingest.warehouse.raw import literal, open_build_file

STORAGE_VERSION = "v1.4.0"  # read by DuckDB 1.4 and everything newer
BLOCK_SIZE = 16384  # the smallest: most tables are small, and a block is the least a column takes
MARTS_SCHEMA = "marts"


@dataclass(frozen=True, slots=True)
class Published:
    """The published file, and the number of rows of each of its tables."""

    output: Path
    row_counts: dict[str, int]


def publish(database: Path, output: Path, parquet: Path | None = None) -> Published:
    """Copy the marts of `database` into a new file and put it in the place of `output`.

    Readers of the old file keep what they opened; the next one to open sees the new. Raises
    `BuildError` when the build file holds no marts or its last build failed. `parquet` names a
    folder for one Parquet file per table beside it.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    temporary = output.with_name(f".{output.name}.{os.getpid()}.tmp")
    try:
        with open_build_file(database, read_only=True) as connection:
            tables = _mart_tables(connection)
            _check_built(connection, database, tables)
            connection.execute(
                f"attach {literal(temporary)} as published"
                f" (storage_version '{STORAGE_VERSION}', block_size {BLOCK_SIZE})"
            )
            connection.execute("begin transaction")
            counts = {table: _copy_table(connection, table, ddl) for table, ddl in tables.items()}
            connection.execute("commit")
            connection.execute("checkpoint published")
            if parquet is not None:
                _export_parquet(connection, list(tables), parquet)
            connection.execute("detach published")
        _swap_in(temporary, output)
    finally:
        temporary.unlink(missing_ok=True)
        _wal(temporary).unlink(missing_ok=True)
    return Published(output, counts)


def _check_built(
    connection: duckdb.DuckDBPyConnection, database: Path, tables: dict[str, str]
) -> None:
    if not tables:
        raise BuildError(f"{database}: holds no marts yet; run `spacecoop build` first")
    last = connection.execute(
        "select is_passed from raw.builds order by finished_at desc limit 1"
    ).fetchone()
    if last is None or not last[0]:
        raise BuildError(
            f"{database}: the last build did not pass, so nothing is published; "
            "run `spacecoop build` and mend what it names"
        )


def _mart_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    found = connection.execute(
        "select table_name, sql from duckdb_tables()"
        " where database_name = 'build' and schema_name = ? order by table_name",
        [MARTS_SCHEMA],
    ).fetchall()
    return dict(found)


def _copy_table(connection: duckdb.DuckDBPyConnection, table: str, ddl: str) -> int:
    # The stored statement carries the keys and checks of the contract, which a plain
    # `create table as` would lose.
    columns = ddl[ddl.index("(") :]
    connection.execute(f"create table published.main.{_name(table)} {columns}")
    connection.execute(
        f"insert into published.main.{_name(table)}"
        f" select * from build.{MARTS_SCHEMA}.{_name(table)} order by 1"
    )
    _copy_comments(connection, table)
    counted = connection.execute(f"select count(*) from published.main.{_name(table)}").fetchone()
    return int(counted[0]) if counted else 0


def _copy_comments(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    about = connection.execute(
        "select comment from duckdb_tables()"
        " where database_name = 'build' and schema_name = ? and table_name = ?",
        [MARTS_SCHEMA, table],
    ).fetchone()
    target = f"published.main.{_name(table)}"
    if about and about[0]:
        connection.execute(f"comment on table {target} is {_text(about[0])}")
    columns = connection.execute(
        "select column_name, comment from duckdb_columns() where database_name = 'build'"
        " and schema_name = ? and table_name = ? and comment is not null",
        [MARTS_SCHEMA, table],
    ).fetchall()
    for column, comment in columns:
        connection.execute(f"comment on column {target}.{_name(column)} is {_text(comment)}")


def _export_parquet(connection: duckdb.DuckDBPyConnection, tables: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables:
        part = folder / f".{table}.parquet.tmp"
        connection.execute(
            f"copy published.main.{_name(table)} to {literal(part)} (format parquet, codec 'zstd')"
        )
        part.replace(folder / f"{table}.parquet")


def _swap_in(temporary: Path, output: Path) -> None:
    # A write-ahead log left beside the old file would be replayed into the new one.
    _wal(temporary).unlink(missing_ok=True)
    _wal(output).unlink(missing_ok=True)
    temporary.replace(output)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
