"""Which build file and which published file a command works on."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from ingest.project import PROJECT_DIR

DATABASE_VARIABLE = "SPACECOOP_DATABASE"
OUTPUT_VARIABLE = "SPACECOOP_OUTPUT"
DEFAULT_DATABASE = PROJECT_DIR / "build" / "space_cooperation.duckdb"
DEFAULT_OUTPUT = PROJECT_DIR / "space_cooperation.duckdb"


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The pair of files that make one warehouse: `database` is written to, `output` is read."""

    database: Path
    output: Path

    @property
    def target_dir(self) -> Path:
        """dbt's working folder for this warehouse: side by side ones do not share a cache."""
        if self.database == DEFAULT_DATABASE.resolve():
            return PROJECT_DIR / "target"
        name = hashlib.blake2b(self.database.as_posix().encode(), digest_size=6).hexdigest()
        return PROJECT_DIR / "target" / name


def warehouse(database: Path | None, output: Path | None) -> Warehouse:
    """Settle the two files from options, then environment, then defaults.

    An `output` named without a database gets a build file of its own beside it, so that it holds
    the given articles only: `x.duckdb` is built in `x.build.duckdb`.
    """
    output = output or _from_environment(OUTPUT_VARIABLE)
    database = database or _from_environment(DATABASE_VARIABLE)
    if database is None:
        database = output.with_suffix(f".build{output.suffix}") if output else DEFAULT_DATABASE
    return Warehouse(database.resolve(), (output or DEFAULT_OUTPUT).resolve())


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(name)
    return Path(value) if value else None
