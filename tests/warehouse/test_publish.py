"""The published file: marts only, with keys, checks and comments, swapped in whole."""

from pathlib import Path

import duckdb
import pytest

from ingest.errors import BuildError, DatabaseBusyError, UsageError
from ingest.warehouse import publish as module
from ingest.warehouse.publish import publish
from ingest.warehouse.raw import open_build_file
from tests.warehouse.helpers import held_open

MARTS = """
create schema marts;
create schema staging;
create view staging.stg_things as select 1 as thing;
create view marts.a_view as select 2 as thing;
create table staging.not_a_mart (id integer);
create table marts.agreements (
    agreement_id varchar not null primary key,
    status varchar not null check (status in ('signed', 'planned')),
    "order" integer,
    codes varchar[]
);
insert into marts.agreements values
    ('b', 'planned', 2, ['KOR']), ('a', 'signed', null, ['KOR', 'UZB']);
create table marts.agreement_parties (
    agreement_id varchar not null, party_id varchar not null, primary key (agreement_id, party_id)
);
comment on table marts.agreements is 'One row per agreement; mind the "status", it''s old.';
comment on column marts.agreements.status is 'Signed or planned.';
"""


@pytest.fixture
def built(database: Path) -> Path:
    """Return a build file with two small marts, and other things."""
    with open_build_file(database) as connection:
        connection.execute(MARTS)
    record_build(database, "passed")
    return database


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out" / "published.duckdb"


def record_build(database: Path, how: str) -> None:
    with open_build_file(database) as connection:
        connection.execute(
            "insert into raw.builds values (uuid()::varchar, get_current_timestamp()::timestamp,"
            f" 'build', {how == 'passed'})"
        )


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def add_agreement(built: Path, key: str) -> None:
    with open_build_file(built) as connection:
        connection.execute(f"insert into marts.agreements values ('{key}', 'signed', 1, [])")


def test_rows_are_copied_in_the_order_of_their_keys(built: Path, output: Path) -> None:
    published = publish(built, output)
    assert published.row_counts == {"agreement_parties": 0, "agreements": 2}
    assert ask(output, "from agreements") == [
        ("a", "signed", None, ["KOR", "UZB"]),
        ("b", "planned", 2, ["KOR"]),
    ]


def test_keys_checks_and_not_null_survive(built: Path, output: Path) -> None:
    publish(built, output)
    found = ask(
        output,
        "select table_name, constraint_type, constraint_column_names from duckdb_constraints()"
        " where constraint_type in ('PRIMARY KEY', 'CHECK') order by all",
    )
    assert ("agreements", "PRIMARY KEY", ["agreement_id"]) in found
    assert ("agreement_parties", "PRIMARY KEY", ["agreement_id", "party_id"]) in found
    assert any(row[:2] == ("agreements", "CHECK") for row in found)
    assert ask(
        output,
        "select column_name from duckdb_columns() where table_name = 'agreements'"
        " and not is_nullable order by column_index",
    ) == [("agreement_id",), ("status",)]
    with duckdb.connect(str(output)) as connection:
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("insert into agreements values ('a', 'signed', 1, [])")
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("insert into agreements values ('c', 'odd', 1, [])")


def test_comments_survive(built: Path, output: Path) -> None:
    publish(built, output)
    assert ask(output, "select comment from duckdb_tables() where table_name = 'agreements'") == [
        ('One row per agreement; mind the "status", it\'s old.',)
    ]
    assert ask(
        output, "select column_name, comment from duckdb_columns() where comment is not null"
    ) == [("status", "Signed or planned.")]


def test_only_marts_are_visible_in_the_default_schema(built: Path, output: Path) -> None:
    publish(built, output)
    assert ask(output, "select schema_name, table_name from duckdb_tables() order by 2") == [
        ("main", "agreement_parties"),
        ("main", "agreements"),
    ]
    assert ask(output, "select count(*) from duckdb_views() where not internal") == [(0,)]
    assert ask(output, "select schema_name from duckdb_schemas() where not internal") == []


def test_old_drivers_can_open_it(built: Path, output: Path) -> None:
    publish(built, output)
    found = ask(output, "select tags from duckdb_databases() where not internal")
    assert [row[0]["storage_version"][:6] for row in found] == ["v1.4.0"]  # type: ignore[index]


def test_a_reader_of_the_old_file_keeps_it_and_the_next_one_sees_the_new(
    built: Path, output: Path
) -> None:
    publish(built, output)
    with held_open(output, "read") as reader:
        assert reader.ask("select count(*) from agreements") == "2"
        add_agreement(built, "c")
        inode = output.stat().st_ino
        assert publish(built, output).row_counts["agreements"] == 3
        assert output.stat().st_ino != inode, "the old file was written over"
        assert reader.ask("select count(*) from agreements") == "2"
        with held_open(output, "read") as late:
            assert late.ask("select count(*) from agreements") == "3"


def test_a_stale_log_of_the_old_file_is_not_replayed_into_the_new(
    built: Path, output: Path
) -> None:
    publish(built, output)
    log = output.with_name(output.name + ".wal")
    with duckdb.connect(str(output)) as connection:
        connection.execute("pragma disable_checkpoint_on_shutdown")
        connection.execute("create table left_over (id integer)")
    assert log.exists()
    publish(built, output)
    assert not log.exists()
    assert ask(output, "select table_name from duckdb_tables() order by 1") == [
        ("agreement_parties",),
        ("agreements",),
    ]


@pytest.mark.parametrize("step", ["_copy_comments", "_swap_in"])
def test_a_failure_leaves_the_old_file_and_no_other(
    built: Path, output: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    publish(built, output)
    before = output.read_bytes()
    add_agreement(built, "c")

    def failing(*_: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr(module, step, failing)
    with pytest.raises(RuntimeError, match="disk full"):
        publish(built, output)
    assert output.read_bytes() == before
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def test_nothing_but_the_file_is_left_beside_it(built: Path, output: Path) -> None:
    publish(built, output)
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def test_the_published_file_is_read_while_the_build_file_is_written(
    built: Path, output: Path
) -> None:
    publish(built, output)
    with held_open(built):
        assert ask(output, "select count(*) from agreements") == [(2,)]


def test_a_held_build_file_is_busy_and_the_old_file_stays(built: Path, output: Path) -> None:
    publish(built, output)
    before = output.read_bytes()
    with held_open(built), pytest.raises(DatabaseBusyError):
        publish(built, output)
    assert output.read_bytes() == before


def test_a_copy_under_another_name_works(built: Path, output: Path, tmp_path: Path) -> None:
    publish(built, output)
    renamed = output.rename(tmp_path / "renamed.duckdb")
    assert ask(renamed, "select count(*) from agreements") == [(2,)]


def test_the_same_marts_give_the_same_content(built: Path, tmp_path: Path) -> None:
    for name in ("1.duckdb", "2.duckdb"):
        publish(built, tmp_path / name)
    assert ask(tmp_path / "1.duckdb", "from agreements") == ask(
        tmp_path / "2.duckdb", "from agreements"
    )


def test_parquet_holds_every_table(built: Path, output: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parquet"
    publish(built, output, folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "agreement_parties.parquet",
        "agreements.parquet",
    ]
    found = duckdb.sql(f"select agreement_id from '{folder}/agreements.parquet'").fetchall()
    assert found == [("a",), ("b",)]


def test_a_build_file_without_marts_says_what_to_do(database: Path, output: Path) -> None:
    with pytest.raises(UsageError, match="no build file yet"):
        publish(database, output)
    with open_build_file(database):
        pass
    with pytest.raises(BuildError, match="spacecoop build"):
        publish(database, output)
    assert not output.exists()


def test_what_was_not_built_whole_is_not_published(built: Path, output: Path) -> None:
    publish(built, output)
    before = output.read_bytes()
    add_agreement(built, "c")
    record_build(built, "failed")
    with pytest.raises(BuildError, match="did not pass") as raised:
        publish(built, output)
    assert str(built) in str(raised.value)
    assert output.read_bytes() == before
    record_build(built, "passed")
    assert publish(built, output).row_counts["agreements"] == 3
