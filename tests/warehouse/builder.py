"""Builds whole warehouses for tests in one long-lived process, where dbt is loaded only once.

The same ingest, models and publishing as `spacecoop run`; what is saved is dbt's start, about ten
seconds for each warehouse.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.project import PROJECT_DIR


@dataclass(frozen=True, slots=True)
class Built:
    """A built warehouse; `problems` are the data tests that failed, by their names."""

    database: Path
    output: Path
    added: dict[str, int]
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Order:
    """What to ingest into which build file, how to build and test it, and where to publish it.

    `arguments` go to `dbt run`.
    """

    database: str
    output: str
    paths: list[str]
    facts: list[str]
    tested: bool
    arguments: list[str]


class Builder:
    """Gives orders to the process that builds."""

    def __init__(self, process: "subprocess.Popen[str]", log: Path) -> None:
        """Speak to `process`, which writes what goes wrong to `log`."""
        self._process, self._log = process, log

    def build(  # noqa: PLR0913 - each is something of its own
        self,
        folder: Path,
        paths: Sequence[str | Path],
        facts: Sequence[str | Path],
        *,
        output: str = "published.duckdb",
        tested: bool = False,
        arguments: Sequence[str] = (),
    ) -> Built:
        """Ingest into the build file of `folder`, run the models, publish to `output` there.

        Without `paths` nothing is ingested; `arguments` go to `dbt run`.
        """
        folder.mkdir(parents=True, exist_ok=True)
        # One name for all build files: dbt writes it into what it keeps between builds.
        order = Order(
            str(folder / "warehouse.duckdb"),
            str(folder / output),
            [str(path) for path in paths],
            [str(path) for path in facts],
            tested,
            list(arguments),
        )
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the builder failed:\n{self._log.read_text()[-4000:]}")
        reply = json.loads(answer)
        return Built(Path(order.database), Path(order.output), reply["added"], reply["problems"])


@contextmanager
def builder(folder: Path) -> Iterator[Builder]:
    """Have a builder at hand while the block runs; dbt's own files go to `folder`."""
    log = folder / "builder.log"
    environment = {
        **os.environ,
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
    }
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.warehouse.builder_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
            cwd=PROJECT_DIR,
            env=environment,
        )
        try:
            yield Builder(process, log)
        finally:
            process.communicate()
