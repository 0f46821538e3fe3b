"""Tell whether a warehouse is up to date, so that a run with nothing new takes no time."""

import hashlib
import json
from datetime import date
from pathlib import Path

import duckdb

from ingest import __version__
from ingest.project import PROJECT_DIR
from ingest.settings import Warehouse
from ingest.warehouse.raw import open_build_file

_PROJECT_PARTS = ("models", "macros", "seeds", "snapshots", "dbt_project.yml", "profiles.yml")


def fingerprint(database: Path, as_of: date | None = None) -> str:
    """Identify what a build of `database` would be made of now.

    That is its last run, the files of the dbt project, and the day the registers are told for
    (`as_of`; today when None).
    """
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{__version__} {as_of or date.today()} {_last_run(database)}".encode())
    for part in _PROJECT_PARTS:
        root = PROJECT_DIR / part
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file():
                digest.update(path.relative_to(PROJECT_DIR).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def is_published(warehouse: Warehouse, identity: str) -> bool:
    """Tell whether `warehouse.output` is there and was made from what `identity` stands for."""
    try:
        state = json.loads(_state_file(warehouse).read_text(encoding="utf-8"))
        modified = warehouse.output.stat().st_mtime_ns
    except (OSError, json.JSONDecodeError):
        return False
    return bool(state == _state(warehouse, identity, modified))


def remember(warehouse: Warehouse, identity: str) -> None:
    """Note that `warehouse.output` now is what `identity` stands for."""
    modified = warehouse.output.stat().st_mtime_ns
    state = json.dumps(_state(warehouse, identity, modified))
    _state_file(warehouse).write_text(state, encoding="utf-8")


def _state(warehouse: Warehouse, identity: str, modified: int) -> dict[str, object]:
    return {"output": str(warehouse.output), "modified": modified, "fingerprint": identity}


def _state_file(warehouse: Warehouse) -> Path:
    return warehouse.database.with_name(warehouse.database.name + ".published.json")


def _last_run(database: Path) -> int:
    try:
        with open_build_file(database, read_only=True) as connection:
            row = connection.execute("select max(run_number) from raw.ingest_runs").fetchone()
    except duckdb.CatalogException:
        return 0
    return int(row[0] or 0) if row else 0
