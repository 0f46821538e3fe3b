"""`python -m bench`: spacecoop beside spaCy on the same texts, in alternating runs.

spacecoop does the whole of `spacecoop ingest`, from the file to a committed build file; spaCy reads
the same file and looks for the same names and triggers (blank English, sentencizer). Both have the
same number of workers; their start-up is shown apart.
"""

import argparse
import importlib.metadata
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.contenders import SPACECOOP, SPACY
from bench.corpus import Corpus, prepare
from bench.run import Timing
from ingest.evaluate.predict import usable_cores
from ingest.project import PROJECT_DIR

_ROW = "{:<12}{:>8}{:>10}{:>8}{:>12}{:>8}{:>12}{:>10}"
_HEADS = ("contender", "run", "seconds", "CPU s", "articles/s", "MB/s", "start-up s", "peak MB")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare the texts, run both contenders in turn, and print figures and ratios."""
    options = _parser().parse_args(arguments)
    contenders = [SPACECOOP, SPACY] if importlib.util.find_spec("spacy") else [SPACECOOP]
    with tempfile.TemporaryDirectory() as folder:
        corpus = prepare(Path(folder), options.articles, options.corpus)
        print("\n".join(_circumstances(corpus, options.jobs)), flush=True)
        print(_ROW.format(*_HEADS), flush=True)
        timings = []
        for number, timing in _alternate(contenders, corpus, options.jobs, options.runs):
            print(_line(timing, corpus, str(number)), flush=True)
            timings.append(timing)
    print("\n".join(_conclusion(timings, corpus)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a JSONL file of articles, may be gzipped")
    parser.add_argument("--articles", type=int, help="use only this many articles")
    parser.add_argument("--runs", type=int, default=3, help="runs of each contender")
    parser.add_argument("--jobs", type=int, default=usable_cores(), help="worker processes")
    return parser


def _circumstances(corpus: Corpus, jobs: int) -> Iterator[str]:
    spacy = "not installed: pip install -e '.[bench]' to compare"
    if importlib.util.find_spec("spacy"):
        spacy = importlib.metadata.version("spacy")
    yield f"texts: {corpus.name}, {corpus.articles} articles, {corpus.bytes / 1e6:.1f} MB"
    yield f"machine: {os.cpu_count()} cores ({_processor()}), {jobs} worker processes for each"
    yield f"Python {platform.python_version()}, spaCy {spacy}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _alternate(
    contenders: Sequence[str], corpus: Corpus, jobs: int, runs: int
) -> Iterator[tuple[int, Timing]]:
    """Yield runs in turn (one of each, then again), so that a slow minute hurts both alike."""
    for number in range(1, runs + 1):
        for name in contenders:
            yield number, _run_apart(name, corpus, jobs)


def _run_apart(name: str, corpus: Corpus, jobs: int) -> Timing:
    command = [sys.executable, "-m", "bench.run", name, str(corpus.path), str(jobs)]
    done = subprocess.run(command, cwd=PROJECT_DIR, stdout=subprocess.PIPE, text=True, check=True)
    return Timing(**json.loads(done.stdout))


def _line(timing: Timing, corpus: Corpus, run: str) -> str:
    return _ROW.format(
        timing.contender,
        run,
        f"{timing.seconds:.2f}",
        f"{timing.cpu_seconds:.2f}",
        f"{corpus.articles / timing.seconds:,.0f}",
        f"{corpus.bytes / 1e6 / timing.seconds:.2f}",
        f"{timing.set_up_seconds:.1f}",
        _megabytes(timing.peak_bytes),
    )


def _megabytes(size: float | None) -> str:
    return "?" if size is None else f"{size / 1e6:,.0f}"


def _conclusion(timings: Sequence[Timing], corpus: Corpus) -> Iterator[str]:
    middle = {name: _median(name, timings) for name in dict.fromkeys(t.contender for t in timings)}
    for timing in middle.values():
        yield _line(timing, corpus, "median")
    if SPACY in middle:
        ours, theirs = middle[SPACECOOP], middle[SPACY]
        yield f"articles/s, spacecoop : spaCy = {theirs.seconds / ours.seconds:.2f}"
        yield f"the same by CPU time = {theirs.cpu_seconds / ours.cpu_seconds:.2f}"
        if ours.peak_bytes and theirs.peak_bytes:
            yield f"memory, spacecoop : spaCy = {ours.peak_bytes / theirs.peak_bytes:.2f}"
    yield f"facts found: {middle[SPACECOOP].found}"


def _median(name: str, timings: Sequence[Timing]) -> Timing:
    mine = [timing for timing in timings if timing.contender == name]
    peaks = [timing.peak_bytes for timing in mine if timing.peak_bytes is not None]
    return Timing(
        contender=name,
        set_up_seconds=median(timing.set_up_seconds for timing in mine),
        seconds=median(timing.seconds for timing in mine),
        cpu_seconds=median(timing.cpu_seconds for timing in mine),
        peak_bytes=int(median(peaks)) if peaks else None,
        found=mine[0].found,
    )


if __name__ == "__main__":
    sys.exit(main())
