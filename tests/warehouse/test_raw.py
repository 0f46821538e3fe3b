"""The build file is made where it is needed, and says clearly when it cannot be used."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from ingest.article import Document
from ingest.errors import DatabaseBusyError, UsageError
from ingest.warehouse import raw
from ingest.warehouse.raw import RunWriter, open_build_file
from ingest.warehouse.work import Plan, process
from tests.warehouse.helpers import RAW_TABLES, held_open, load, write_article


def test_writing_makes_the_file_its_folder_and_all_raw_tables(database: Path) -> None:
    with open_build_file(database) as connection:
        found = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'raw'"
        ).fetchall()
    assert {row[0] for row in found} >= set(RAW_TABLES)


def test_reading_makes_nothing(database: Path) -> None:
    with (
        pytest.raises(UsageError, match="no build file yet"),
        open_build_file(database, read_only=True),
    ):
        pass
    assert not database.exists()


def test_a_quote_in_the_path_is_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "it's; drop table.duckdb"
    with open_build_file(path):
        pass
    assert path.exists()


def test_old_drivers_can_open_the_build_file(database: Path) -> None:
    with open_build_file(database):
        pass
    with duckdb.connect() as connection:
        connection.execute(f"attach '{database}' as build (read_only)")
        [(tags,)] = connection.execute(
            "select tags from duckdb_databases() where database_name = 'build'"
        ).fetchall()
    assert tags["storage_version"].startswith("v1.4.0")


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_another_process_holds_is_busy(database: Path, read_only: bool) -> None:
    with open_build_file(database):
        pass
    with (
        held_open(database),
        pytest.raises(DatabaseBusyError, match="another process") as raised,
        open_build_file(database, read_only=read_only),
    ):
        pass
    assert str(database) in str(raised.value)
    assert raised.value.exit_code == 5


def test_readers_do_not_block_each_other(database: Path) -> None:
    with open_build_file(database):
        pass
    with held_open(database, "read"), open_build_file(database, read_only=True) as connection:
        assert connection.execute("select count(*) from raw.articles").fetchone() == (0,)


def test_a_busy_file_is_not_changed(tmp_path: Path, database: Path) -> None:
    load(database, write_article(tmp_path / "a"))
    with held_open(database) as holder:
        with pytest.raises(DatabaseBusyError):
            load(database, write_article(tmp_path / "b", "other.txt", "More words."))
        assert holder.ask("select count(*) from raw.articles") == "1"


def test_a_file_that_is_no_database_is_not_called_busy(database: Path) -> None:
    database.parent.mkdir()
    database.write_text("these are words, not a database, and rather many of them " * 100)
    with pytest.raises(UsageError, match="not a valid DuckDB database"), open_build_file(database):
        pass
    assert database.read_text().startswith("these are words")


def test_rows_that_are_inserted_leave_the_memory_before_the_run_ends(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "_BATCH_BYTES", 1)
    text = "The council opened the old bridge after heavy rain. " * 4000
    with open_build_file(database) as connection:
        writer = RunWriter(connection)
        plan = Plan(None, frozenset(), frozenset(), writer.schemas)
        before = pa.total_allocated_bytes()
        for number in range(20):
            document = Document(f"{number}.txt", None, "text", "utf-8", f"{number}: {text}")
            writer.append(process(plan, [document]).tables)
        held = pa.total_allocated_bytes() - before
    assert writer.added["articles"] == 20
    assert held < 2 * len(text)


def test_a_long_run_spills_beside_its_file(database: Path) -> None:
    with open_build_file(database) as connection:
        [(limit, folder)] = connection.execute(
            "select current_setting('memory_limit'), current_setting('temp_directory')"
        ).fetchall()
    assert limit == "488.2 MiB"
    assert Path(folder).parent == database.parent
