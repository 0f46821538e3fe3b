"""Run dbt over a build file: the same `dbt build` an analyst types, with our two files set."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from ingest.errors import BuildError
from ingest.project import PROJECT_DIR
from ingest.settings import DATABASE_VARIABLE, Warehouse

_OWNER = "build_file.txt"


def build(warehouse: Warehouse, arguments: Sequence[str], console: Console) -> None:
    """Run `dbt build` with `arguments`; raises `BuildError` when a model or test fails.

    dbt runs in a process of its own: its settings and its log handlers stay out of ours.
    """
    warehouse.database.parent.mkdir(parents=True, exist_ok=True)
    _claim_folder(warehouse)
    command = [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "build", *arguments]
    quiet = ["--quiet"] if set(arguments) <= {"--vars", *arguments[1:2]} else []
    with console.status("Building the tables (dbt build)"):
        result = subprocess.run(
            [*command, *quiet], cwd=PROJECT_DIR, env=dbt_environment(warehouse), check=False
        )
    if result.returncode != 0:
        raise BuildError(
            "dbt build failed: the lines above name the model or test; the published file is "
            f"unchanged. Full log: {warehouse.target_dir / 'logs' / 'dbt.log'}"
        )


def _claim_folder(warehouse: Warehouse) -> None:
    # dbt's folders of build files that are gone would pile up: each notes whose it is.
    own = warehouse.target_dir
    own.mkdir(parents=True, exist_ok=True)
    (own / _OWNER).write_text(str(warehouse.database), encoding="utf-8")
    for note in (PROJECT_DIR / "target").glob(f"*/{_OWNER}"):
        if note.parent != own and not Path(note.read_text(encoding="utf-8")).exists():
            shutil.rmtree(note.parent, ignore_errors=True)


def dbt_environment(warehouse: Warehouse) -> dict[str, str]:
    """Return the environment in which dbt works on `warehouse` and on nothing else."""
    return {
        **os.environ,
        DATABASE_VARIABLE: str(warehouse.database),
        "DBT_PROFILES_DIR": str(PROJECT_DIR),
        "DBT_PROJECT_DIR": str(PROJECT_DIR),
        "DBT_TARGET_PATH": str(warehouse.target_dir),
        "DBT_LOG_PATH": str(warehouse.target_dir / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        **({} if sys.stdout.isatty() else {"DBT_USE_COLORS": "false"}),
    }
