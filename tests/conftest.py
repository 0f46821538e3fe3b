"""Warehouses that many tests look at: each is built once a session, when first asked for."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ingest.settings import warehouse
from tests.samples import PROJECT
from tests.warehouse.builder import Builder, builder

SPACECOOP = str(Path(sys.executable).with_name("spacecoop"))
MADE_BY_MAKE = PROJECT / "build" / "test" / "published.duckdb"
MADE_FROM = (
    "models", "macros", "seeds", "articles", "ingest", "dbt_project.yml", "profiles.yml",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that build warehouses: they take longest, and run side by side."""
    items.sort(key=lambda item: "warehouse" not in item.path.parts)


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the published file of the bundled corpus, made by `spacecoop run`.

    The one `make test-dbt` leaves is taken when it is of today and newer than all it is made of.
    """
    if _is_current(MADE_BY_MAKE):
        return MADE_BY_MAKE
    folder = tmp_path_factory.mktemp("bundled")
    database, output = folder / "bundled.duckdb", folder / "published.duckdb"
    command = [SPACECOOP, "run", "articles", "--facts", "articles/reviewed"]
    result = subprocess.run(
        [*command, "--database", str(database), "--output", str(output)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    shutil.rmtree(warehouse(database, output).target_dir, ignore_errors=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return output


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """Return a builder of further warehouses."""
    with builder(tmp_path_factory.mktemp("builder")) as started:
        yield started


def _is_current(output: Path) -> bool:
    if not output.exists():
        return False
    made = output.stat().st_mtime
    return date.fromtimestamp(made) == date.today() and made > max(map(_changed_at, MADE_FROM))


def _changed_at(name: str) -> float:
    root = PROJECT / name
    paths = [path for path in root.rglob("*") if "__pycache__" not in path.parts]
    return max(path.stat().st_mtime for path in [root, *paths] if path.is_file())
