"""A run with nothing new takes no time; anything new is noticed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ingest.settings import Warehouse
from ingest.warehouse import fingerprint as module
from ingest.warehouse.fingerprint import fingerprint, is_published, remember
from tests.warehouse.helpers import load, write_article


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small dbt project that stands in for ours."""
    folder = tmp_path / "project"
    for name in ("models/marts/agreements.sql", "seeds/countries.csv", "dbt_project.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("one")
    monkeypatch.setattr(module, "PROJECT_DIR", folder)
    monkeypatch.setattr(
        module, "_PROJECT_PARTS", ("models", "seeds", "snapshots", "dbt_project.yml")
    )
    return folder


@pytest.fixture
def loaded(tmp_path: Path, database: Path) -> Warehouse:
    """Return a warehouse with one run and a published file."""
    load(database, write_article(tmp_path / "articles"))
    (tmp_path / "out.duckdb").write_bytes(b"published")
    return Warehouse(database, tmp_path / "out.duckdb")


@pytest.mark.usefixtures("project")
def test_the_same_is_recognised(loaded: Warehouse) -> None:
    assert not is_published(loaded, fingerprint(loaded.database))
    remember(loaded, fingerprint(loaded.database))
    assert is_published(loaded, fingerprint(loaded.database))


@pytest.mark.parametrize(
    "name", ["models/marts/agreements.sql", "seeds/countries.csv", "dbt_project.yml"]
)
def test_a_changed_file_of_the_project_is_noticed(
    loaded: Warehouse, project: Path, name: str
) -> None:
    before = fingerprint(loaded.database)
    (project / name).write_text("two")
    assert fingerprint(loaded.database) != before


def test_a_new_and_a_renamed_model_are_noticed(loaded: Warehouse, project: Path) -> None:
    seen = {fingerprint(loaded.database)}
    new = project / "models" / "new.sql"
    new.write_text("select 1")
    seen.add(fingerprint(loaded.database))
    new.rename(project / "models" / "renamed.sql")
    seen.add(fingerprint(loaded.database))
    assert len(seen) == 3


@pytest.mark.usefixtures("project")
def test_a_new_run_is_noticed(loaded: Warehouse, tmp_path: Path) -> None:
    before = fingerprint(loaded.database)
    load(loaded.database, write_article(tmp_path / "more", "more.txt", "Other words."))
    assert fingerprint(loaded.database) != before


@pytest.mark.usefixtures("project")
def test_a_new_day_is_noticed(loaded: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(2999, 1, 1)

    before = fingerprint(loaded.database)
    monkeypatch.setattr(module, "date", Tomorrow)
    assert fingerprint(loaded.database) != before


@pytest.mark.usefixtures("project")
def test_a_new_version_of_the_tool_is_noticed(
    loaded: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(loaded.database)
    monkeypatch.setattr(module, "__version__", "99.0.0")
    assert fingerprint(loaded.database) != before


def test_a_touched_or_missing_output_is_noticed(loaded: Warehouse) -> None:
    remember(loaded, "same")
    assert is_published(loaded, "same")
    loaded.output.write_bytes(b"someone else wrote here")
    assert not is_published(loaded, "same")
    remember(loaded, "same")
    loaded.output.unlink()
    assert not is_published(loaded, "same")


def test_another_output_of_the_same_build_file_is_noticed(
    loaded: Warehouse, tmp_path: Path
) -> None:
    remember(loaded, "same")
    other = Warehouse(loaded.database, tmp_path / "other.duckdb")
    shutil.copy2(loaded.output, other.output)
    assert not is_published(other, "same")


def test_a_damaged_note_counts_as_none(loaded: Warehouse) -> None:
    remember(loaded, "same")
    note = loaded.database.with_name(loaded.database.name + ".published.json")
    note.write_text("{")
    assert not is_published(loaded, "same")


def test_the_files_of_this_project_are_covered() -> None:
    for part in ("models", "macros", "seeds", "dbt_project.yml", "profiles.yml"):
        assert part in module._PROJECT_PARTS
        assert (module.PROJECT_DIR / part).exists()
