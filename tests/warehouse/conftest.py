"""A build file of its own for each test."""

from pathlib import Path

import pytest


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the path of a build file that is not there yet."""
    return tmp_path / "build" / "warehouse.duckdb"
