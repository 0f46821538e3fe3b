"""One timed run of one contender in a process of its own: `python -m bench.run NAME FILE JOBS`.

Prints one line of JSON. Both contenders get the same units of lines of the same file, read them
with the same reader, and have the same number of worker processes. What a worker sets up before the
first article (imports, seeds, matchers) is timed apart, for both.
"""

import json
import sys
import tempfile
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
    """A run: seconds until all workers stood ready, and from then until all results were stored.

    `cpu_seconds` is what all processes together computed in the second of these times.
    `peak_bytes` is the memory of all processes together at its highest, None where the system
    does not tell. `found` counts facts (spacecoop) or matches (spacy).
    """

    contender: str
    set_up_seconds: float
    seconds: float
    cpu_seconds: float
    peak_bytes: int | None
    found: int


_work: Work | None = None


def _start(name: str, ready: Any) -> None:
    global _work  # noqa: PLW0603 - a worker process has one task for its life
    _work = CONTENDERS[name].set_up()
    ready.wait()


def _do(unit: Unit) -> tuple[float, Any]:
    assert _work is not None
    begun = time.process_time()
    result = _work(unit)
    return time.process_time() - begun, result


def run(name: str, path: Path, jobs: int) -> Timing:
    """Time contender `name` on the JSONL file `path` with `jobs` worker processes."""
    started = time.perf_counter()
    context = get_context("spawn")
    ready = context.Barrier(jobs + 1)
    with (
        tempfile.TemporaryDirectory() as folder,
        PeakMemory() as memory,
        ProcessPoolExecutor(jobs, context, _start, (name, ready)) as pool,
    ):
        idle = [pool.submit(int) for _ in range(jobs)]  # a spawned pool starts a worker per task
        ready.wait()
        begun, cpu = time.perf_counter(), -time.process_time()
        with CONTENDERS[name].store(Path(folder)) as store:
            for used, result in _results(pool, path, ahead=2 * jobs):
                store.add(result)
                cpu += used
        done = time.perf_counter()
        cpu += time.process_time()
        assert all(future.done() for future in idle)
    return Timing(name, begun - started, done - begun, cpu, memory.peak_bytes, store.found())


def _results(pool: ProcessPoolExecutor, path: Path, ahead: int) -> Iterator[tuple[float, Any]]:
    waiting: deque[Future[tuple[float, Any]]] = deque()
    for unit in units([InputFile(path, path.name, "jsonl")]):
        waiting.append(pool.submit(_do, unit))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    yield from (future.result() for future in waiting)


if __name__ == "__main__":
    print(json.dumps(asdict(run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))))
