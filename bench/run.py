"""One timed run of one contender in a process of its own: `python -m bench.run NAME FILE JOBS`.

Prints one line of JSON. Both contenders get the same units of articles from the same reader, and
the same number of worker processes.
"""

import json
import sys
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.contenders import CONTENDERS, Work
from bench.memory import PeakMemory
from ingest.read import InputFile
from ingest.warehouse.work import Unit, units


@dataclass(frozen=True, slots=True)
class Timing:
    """A run: seconds until all workers stood ready, and seconds from then to the last result.

    `peak_bytes` is the memory of all processes together at its highest, None where the system
    does not tell. `found` counts facts (spacecoop) or matches (spacy).
    """

    contender: str
    set_up_seconds: float
    seconds: float
    peak_bytes: int | None
    found: int


_work: Work | None = None


def _start(name: str, ready: Any) -> None:
    global _work  # noqa: PLW0603 - a worker process has one task for its life
    _work = CONTENDERS[name].set_up()
    ready.wait()


def _do(unit: Unit) -> int:
    assert _work is not None
    return _work(unit)


def run(name: str, path: Path, jobs: int) -> Timing:
    """Time contender `name` on the JSONL file `path` with `jobs` worker processes."""
    started = time.perf_counter()
    context = get_context("spawn")
    ready = context.Barrier(jobs + 1)
    with PeakMemory() as memory, ProcessPoolExecutor(jobs, context, _start, (name, ready)) as pool:
        idle = [pool.submit(int) for _ in range(jobs)]  # a spawned pool starts a worker per task
        ready.wait()
        begun = time.perf_counter()
        found = sum(_results(pool, path, ahead=2 * jobs)) + sum(f.result() for f in idle)
        done = time.perf_counter()
    return Timing(name, begun - started, done - begun, memory.peak_bytes, found)


def _results(pool: ProcessPoolExecutor, path: Path, ahead: int) -> Iterator[int]:
    waiting: deque[Future[int]] = deque()
    for unit in units([InputFile(path, path.name, "jsonl")]):
        waiting.append(pool.submit(_do, unit))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    yield from (future.result() for future in waiting)


if __name__ == "__main__":
    print(json.dumps(asdict(run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))))
