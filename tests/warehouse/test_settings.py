"""Which two files a command works on: options, then environment, then defaults."""

from pathlib import Path

import pytest

from ingest.project import PROJECT_DIR
from ingest.settings import DEFAULT_DATABASE, DEFAULT_OUTPUT, warehouse
from ingest.warehouse.build import dbt_environment


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPACECOOP_DATABASE", raising=False)
    monkeypatch.delenv("SPACECOOP_OUTPUT", raising=False)


def test_the_defaults_lie_in_the_project() -> None:
    chosen = warehouse(None, None)
    assert (chosen.database, chosen.output) == (DEFAULT_DATABASE, DEFAULT_OUTPUT)
    assert chosen.target_dir == PROJECT_DIR / "target"


def test_an_output_of_its_own_gets_a_build_file_beside_it(tmp_path: Path) -> None:
    chosen = warehouse(None, tmp_path / "x.duckdb")
    assert chosen.database == tmp_path / "x.build.duckdb"
    assert chosen.output == tmp_path / "x.duckdb"


def test_a_database_alone_keeps_the_default_output(tmp_path: Path) -> None:
    chosen = warehouse(tmp_path / "x.duckdb", None)
    assert (chosen.database, chosen.output) == (tmp_path / "x.duckdb", DEFAULT_OUTPUT)


def test_the_environment_stands_in_for_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPACECOOP_OUTPUT", str(tmp_path / "env.duckdb"))
    assert warehouse(None, None).database == tmp_path / "env.build.duckdb"
    monkeypatch.setenv("SPACECOOP_DATABASE", str(tmp_path / "b.duckdb"))
    assert warehouse(None, None).database == tmp_path / "b.duckdb"
    assert warehouse(None, None).output == tmp_path / "env.duckdb"


def test_options_win_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPACECOOP_DATABASE", str(tmp_path / "env.duckdb"))
    monkeypatch.setenv("SPACECOOP_OUTPUT", str(tmp_path / "env.out.duckdb"))
    chosen = warehouse(tmp_path / "b.duckdb", tmp_path / "o.duckdb")
    assert (chosen.database, chosen.output) == (tmp_path / "b.duckdb", tmp_path / "o.duckdb")


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPACECOOP_DATABASE", "")
    assert warehouse(None, None).database == DEFAULT_DATABASE


def test_paths_are_settled_where_the_command_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert warehouse(Path("b.duckdb"), Path("o.duckdb")).database == tmp_path / "b.duckdb"


def test_dbt_works_on_that_warehouse_alone(tmp_path: Path) -> None:
    one, other = (warehouse(tmp_path / name, None) for name in ("1.duckdb", "2.duckdb"))
    assert one.target_dir != other.target_dir
    environment = dbt_environment(one)
    assert environment["SPACECOOP_DATABASE"] == str(one.database)
    assert environment["DBT_TARGET_PATH"] == str(one.target_dir)
    assert environment["DBT_PROJECT_DIR"] == environment["DBT_PROFILES_DIR"] == str(PROJECT_DIR)
