"""The memory that this process and its descendants hold together, sampled from /proc (Linux)."""

import os
import threading
from pathlib import Path
from types import TracebackType

_EVERY_SECONDS = 0.5  # the kernel walks all pages to answer, so asking often slows what is timed
_PROC = Path("/proc")


class PeakMemory:
    """Samples while a `with` block runs; `peak_bytes` is the highest sum seen, else None."""

    def __init__(self) -> None:
        """Nothing is sampled before the block is entered."""
        self.peak_bytes: int | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> "PeakMemory":
        """Start sampling."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop sampling."""
        self._stop.set()
        self._thread.join()

    def _sample(self) -> None:
        while True:
            held = sum(_memory_of(pid) for pid in _family(os.getpid()))
            if held:
                self.peak_bytes = max(held, self.peak_bytes or 0)
            if self._stop.wait(_EVERY_SECONDS):
                return


def _family(pid: int) -> list[int]:
    """Return `pid` and all its descendants that still run."""
    found = [pid]
    for parent in found:
        for task in _PROC.glob(f"{parent}/task/*/children"):
            found.extend(map(int, _read(task).split()))
    return found


def _memory_of(pid: int) -> int:
    """Return bytes held by a process; pages shared with others count in proportion."""
    for line in _read(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process has just ended, or the system has no such file
        return ""
