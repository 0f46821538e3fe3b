"""The build file's `raw` schema: created here, appended to here, in one transaction a run."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import jinja2
import pyarrow as pa

from ingest.article import Article, FurnitureSpan
from ingest.errors import DatabaseBusyError, SpacecoopError, UsageError
from ingest.project import PROJECT_DIR

_BATCH_BYTES = 16_000_000  # of rows that are gathered before they are inserted
_MEMORY = "512MB"  # that DuckDB may use while it writes

# What makes a row of each table the same row: one that is there already is not added again.
_KEYS: dict[str, tuple[str, ...]] = {
    "articles": ("document_id", "source_key"),
    "article_furniture": ("document_id", "start_offset"),
    "fact_sets": ("fact_set_id",),
    "facts": ("fact_id",),
    "fact_parties": ("fact_id", "role", "position"),
    "fact_people": ("fact_id", "position"),
    "fact_evidence": ("fact_id", "position"),
    "rejected_inputs": ("rejection_id",),
    "rejected_facts": ("rejection_id",),
}


# Where a thing may change and change back: the row is new unless it is what its subject (a source,
# an article's producer) said last.
_SUBJECTS: dict[str, tuple[str, ...]] = {
    "articles": ("source_key",),
    "fact_sets": ("document_id", "method"),
}


@contextmanager
def open_build_file(
    database: Path, *, read_only: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the build file, creating it and its raw tables when writing.

    Raises `UsageError` when reading a file that is not there, and `DatabaseBusyError` when
    another process holds it.
    """
    if read_only and not database.exists():
        raise UsageError(f"{database}: no build file yet; run `spacecoop ingest PATH...` first")
    database.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = duckdb.connect(":memory:")
        mode = "READ_ONLY" if read_only else "STORAGE_VERSION 'v1.4.0'"
        connection.execute(f"attach {literal(database)} as build ({mode})")
    except duckdb.IOException as error:
        connection.close()
        raise _cannot_open(database, error) from error
    try:
        connection.execute("use build")
        if not read_only:
            _bound_memory(connection, database)
            connection.execute(raw_schema_sql())
        yield connection
    finally:
        connection.close()


def _bound_memory(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """Let a long transaction spill to a folder beside the file rather than fill the memory."""
    spill = literal(database.with_name(database.name + ".tmp"))
    connection.execute(f"set memory_limit = '{_MEMORY}'")
    connection.execute(f"set temp_directory = {spill}")


def _cannot_open(database: Path, error: duckdb.IOException) -> SpacecoopError:
    if "lock" in str(error).lower():
        return DatabaseBusyError(
            f"{database}: another process has the build file open; close it and try again ({error})"
        )
    return UsageError(f"{database}: cannot be opened as a DuckDB file; name another ({error})")


def stored_articles(connection: duckdb.DuckDBPyConnection, key: str) -> list[Article]:
    """Return the current stored articles of that key, as far as quotes need them.

    Of a source that changed, the newest text only: facts about an older one would show nowhere.
    """
    found = connection.execute(
        "select a.document_id, a.text_id, a.source_path, a.text,"
        " (select list({'start': f.start_offset, 'stop': f.end_offset, 'kind': f.furniture_type})"
        "  from (select distinct start_offset, end_offset, furniture_type"
        "        from raw.article_furniture where document_id = a.document_id) as f)"
        " from raw.articles as a where a.article_key = ?"
        " qualify row_number() over (partition by a.source_key order by a.run_id desc) = 1"
        " order by a.run_id desc",
        [key],
    ).fetchall()
    return [_stored_article(key, row) for row in found]


def _stored_article(key: str, row: tuple[Any, ...]) -> Article:
    document_id, text_id, path, text, spans = row
    furniture = tuple(FurnitureSpan(s["start"], s["stop"], s["kind"]) for s in spans or ())
    nothing = dict.fromkeys(
        ("title", "publisher", "published_on", "byline", "dateline_place", "dateline_on", "url")
    )
    return Article(
        document_id=document_id,
        article_key=key,
        text_id=text_id,
        path=path,
        position=None,
        media_type="text",
        encoding="utf-8",
        text=text,
        furniture=furniture,
        language=None,
        sources=(),
        **nothing,
    )


def raw_schema_sql() -> str:
    """Return the statements that create the raw tables, from the macro dbt runs too."""
    source = (PROJECT_DIR / "macros" / "create_raw_tables.sql").read_text(encoding="utf-8")
    module = jinja2.Environment(autoescape=False).from_string(source).module
    return str(module.create_raw_tables())  # type: ignore[attr-defined]


class RunWriter:
    """Appends one run's rows; nothing is visible to others until `commit`.

    Small batches are gathered, since DuckDB takes about as long for one of a few rows as for one
    of thousands.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Begin the run's transaction and give it the next number."""
        self._connection = connection
        connection.execute("begin transaction")
        last = connection.execute("select max(run_number) from raw.ingest_runs").fetchone()
        self.run_number = (last[0] or 0) + 1 if last else 1
        self.run_id = f"run-{self.run_number:05d}"
        self.added: dict[str, int] = dict.fromkeys(_KEYS, 0)
        self.schemas: dict[str, pa.Schema] = {table: self._schema(table) for table in _KEYS}
        self._gathered: dict[str, list[pa.Table]] = {}
        self._gathered_bytes = 0

    def append(self, tables: Mapping[str, pa.Table]) -> None:
        """Add the rows that are not there yet; `tables` have the columns of `schemas`."""
        for name, rows in tables.items():
            self._gathered.setdefault(name, []).append(rows)
            self._gathered_bytes += rows.nbytes
        if self._gathered_bytes >= _BATCH_BYTES:
            self._flush()

    def _flush(self) -> None:
        for table, keys in _KEYS.items():
            if table in self._gathered:
                batch = pa.concat_tables(self._gathered[table])
                self.added[table] += self._insert(table, keys, batch)
        self._gathered, self._gathered_bytes = {}, 0

    def _insert(self, table: str, keys: tuple[str, ...], rows: pa.Table) -> int:
        """Insert what is new of `rows`; of rows that are the same row, the first."""
        number = pa.array(range(rows.num_rows))
        # DuckDB finds the name in the query. A registered view would keep the rows in memory
        # until the run's transaction ends.
        batch = rows.append_column("row_number", number)  # noqa: F841
        matches = " and ".join(f"batch.{key} = known.{key}" for key in keys)
        if table in _SUBJECTS:
            matches += f" and known.run_id = ({_last_run_of(table, _SUBJECTS[table])})"
        names = ", ".join(self.schemas[table].names)
        added = self._connection.execute(
            f"insert into raw.{table} (run_id, {names}) select ?, {names} from batch"
            f" where not exists (select 1 from raw.{table} as known where {matches})"
            f" qualify row_number() over (partition by {', '.join(keys)} order by row_number) = 1"
            " order by row_number",
            [self.run_id],
        ).fetchone()
        return int(added[0]) if added else 0

    def _schema(self, table: str) -> pa.Schema:
        found = self._connection.execute(f"select * exclude (run_id) from raw.{table} limit 0")
        return found.to_arrow_table().schema

    def commit(self, run: dict[str, object]) -> bool:
        """Record the run and make it visible; a run that added nothing leaves no trace."""
        self._flush()
        if not any(self.added.values()):
            self._connection.execute("rollback")
            return False
        run = {
            "run_id": self.run_id,
            "run_number": self.run_number,
            **run,
            "document_count": self.added["articles"],
            "fact_set_count": self.added["fact_sets"],
            "fact_count": self.added["facts"],
            "rejected_input_count": self.added["rejected_inputs"],
            "rejected_fact_count": self.added["rejected_facts"],
        }
        marks = ", ".join("?" for _ in run)
        self._connection.execute(
            f"insert into raw.ingest_runs ({', '.join(run)}) values ({marks})", list(run.values())
        )
        self._connection.execute("commit")
        return True


def _last_run_of(table: str, subject: tuple[str, ...]) -> str:
    same = " and ".join(f"latest.{column} = batch.{column}" for column in subject)
    return f"select max(latest.run_id) from raw.{table} as latest where {same}"


def literal(path: Path) -> str:
    """Return `path` as an SQL string literal."""
    return "'" + path.as_posix().replace("'", "''") + "'"
