"""Builds that break off, and what builds leave behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from ingest.errors import BuildError
from ingest.settings import Warehouse, warehouse
from ingest.warehouse import build as module
from ingest.warehouse.build import build as run_dbt
from ingest.warehouse.build import dbt_environment
from ingest.warehouse.publish import publish
from tests.warehouse.builder import Builder
from tests.warehouse.helpers import query, write_article

DBT = [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "--quiet", "run"]


def test_a_build_that_is_killed_is_not_published(build: Builder, tmp_path: Path) -> None:
    built = build.build(tmp_path / "w", [write_article(tmp_path / "articles")], [])
    assert query(built.database, "select is_passed from raw.builds") == [(True,)]
    folder = tmp_path / "dbt"
    folders = {"DBT_TARGET_PATH": str(folder), "DBT_LOG_PATH": str(folder)}
    process = subprocess.Popen(
        DBT,
        cwd=module.PROJECT_DIR,
        env={**dbt_environment(warehouse(built.database, None)), **folders},
        start_new_session=True,
    )
    wait_for(folder / "dbt.log", "START sql")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert query(built.database, "select is_passed from raw.builds order by finished_at") == [
        (True,),
        (False,),
    ]
    with pytest.raises(BuildError, match="did not pass"):
        publish(built.database, tmp_path / "out.duckdb")


def wait_for(log: Path, text: str) -> None:
    """Wait until `text` is in `log`."""
    for _ in range(1200):
        if log.exists() and text in log.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    raise AssertionError(f"{log} never told of {text!r}")


def test_folders_of_build_files_that_are_gone_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PROJECT_DIR", tmp_path)  # no project: dbt ends at once
    monkeypatch.setattr("ingest.settings.PROJECT_DIR", tmp_path)
    here, gone = (Warehouse(tmp_path / name, tmp_path / "out") for name in ("here", "gone"))
    here.database.touch()
    for one in (gone, here):
        with pytest.raises(BuildError):
            run_dbt(one, [], Console(quiet=True))
    assert here.target_dir.exists()
    assert not gone.target_dir.exists()
    (tmp_path / "target" / "compiled").mkdir()
    with pytest.raises(BuildError):
        run_dbt(gone, [], Console(quiet=True))
    assert here.target_dir.exists(), "its build file is there"
    assert (tmp_path / "target" / "compiled").exists(), "dbt's own"
