"""The process behind `builder`: takes one order a line as JSON, and answers each with a line."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.adapters.factory import reset_adapters
from dbt.cli.main import dbtRunner
from rich.console import Console

from ingest.extract import extract
from ingest.settings import warehouse
from ingest.warehouse.build import dbt_environment
from ingest.warehouse.load import ingest
from ingest.warehouse.publish import publish
from tests.warehouse.builder import Order


class Dbt:
    """Runs dbt commands in this process over one parsed project."""

    def __init__(self) -> None:
        """Parse nothing yet."""
        self._manifest: Any = None
        self._folders = {name: os.environ[name] for name in ("DBT_TARGET_PATH", "DBT_LOG_PATH")}

    def seed(self, database: Path) -> None:
        """Copy the seeds to a new build file; they are loaded once."""
        template = Path(self._folders["DBT_TARGET_PATH"]).with_name("seeded") / database.name
        if not template.exists():
            template.parent.mkdir()
            self.run(template, "seed")
        shutil.copy(template, database)

    def run(self, database: Path, *command: str) -> Any:
        """Return the results of a dbt command over `database`, which is closed again.

        Raises `RuntimeError` when it fails; tests may fail.
        """
        os.environ.update({**dbt_environment(warehouse(database, None)), **self._folders})
        if self._manifest is None:
            self._manifest = dbtRunner().invoke(["--quiet", "parse"]).result
            for node in self._manifest.nodes.values():
                node.config.persist_docs = {}  # comments take a quarter of the time
        done = dbtRunner(manifest=self._manifest).invoke(["--quiet", *command])
        DuckDBConnectionManager.close_all_connections()
        reset_adapters()
        if done.result is None or (command[0] != "test" and not done.success):
            raise RuntimeError(f"dbt {' '.join(command)} failed over {database}")
        return done.result


def carry_out(order: Order, dbt: Dbt) -> dict[str, Any]:
    """Ingest, run the models, publish, test the data if asked to."""
    database = Path(order.database)
    if not database.exists():
        dbt.seed(database)
    added: dict[str, int] = {}
    if order.paths:
        added = ingest(order.paths, order.facts, database, Console(quiet=True), extract).added
    dbt.run(database, "run", *order.arguments)
    publish(database, Path(order.output))
    problems: list[str] = []
    if order.tested:
        tested = dbt.run(database, "test", "--exclude-resource-type", "unit_test")
        problems = [str(test.node.name) for test in tested if test.status in ("fail", "error")]
    return {"added": added, "problems": problems}


def main() -> None:
    """Answer orders until there are no more."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what dbt prints goes where errors go
    dbt = Dbt()
    for line in sys.stdin:
        print(json.dumps(carry_out(Order(**json.loads(line)), dbt)), file=replies, flush=True)


if __name__ == "__main__":
    main()
