"""The quality gate: all known gold sets against the baseline.

`python -m ingest.evaluate.gate` checks; `--update` records what was reached (floors rise freely;
lowering needs `--allow-lower --reason TEXT`).
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from ingest.errors import exit_code_of
from ingest.evaluate.baseline import (
    BASELINE_FILE,
    check_baseline,
    read_baseline,
    update_baseline,
    write_baseline,
)
from ingest.evaluate.evaluation import Evaluation, evaluate_directories
from ingest.evaluate.report import as_percent
from ingest.evaluate.rows import (
    MEASURED_FILE,
    MEASURED_ONCE,
    measured_rows,
    score_rows,
    write_measured_rows,
)
from ingest.evaluate.scores import OVERALL, Scores
from ingest.project import PROJECT_DIR


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A directory of gold the gate knows, and the name its floors are filed under."""

    name: str
    gold_dir: Path

    @property
    def is_present(self) -> bool:
        """Whether any gold file is there; only the bundled set always is."""
        return self.gold_dir.is_dir() and any(self.gold_dir.glob("*.json"))


_SHARED = PROJECT_DIR.parent / "shared"
GOLD_SETS = (
    GoldSet("bundled", PROJECT_DIR / "articles" / "reviewed"),
    GoldSet("shared", _SHARED / "gold"),
    GoldSet("dev", _SHARED / "dev" / "gold"),
)


def evaluate_set(gold_set: GoldSet, jobs: int | None = None) -> Evaluation:
    """Run the extractor over the articles of a gold set and score it."""
    return evaluate_directories(gold_set.gold_dir, gold_set=gold_set.name, jobs=jobs)


def measure_present_sets(jobs: int | None = None) -> list[Scores]:
    """Return the scores of every gold set that is present."""
    return [evaluate_set(found, jobs).scores for found in GOLD_SETS if found.is_present]


def run_check(console: Console, path: Path = BASELINE_FILE) -> int:
    """Print every floor that is not reached; returns 1 when there is one, else 0."""
    baseline = read_baseline(path)
    measured = measure_present_sets()
    violations = [line for scores in measured for line in check_baseline(scores, baseline)]
    for line in [*map(summary_line, measured), *violations]:
        console.print(line, highlight=False, soft_wrap=True)
    return 1 if violations else 0


def run_update(
    console: Console,
    path: Path = BASELINE_FILE,
    rows_path: Path = MEASURED_FILE,
    *,
    allow_lower: bool = False,
    reason: str | None = None,
) -> int:
    """Record what the extractor reaches now: the floors, and the rows for the warehouse.

    Raises `UsageError` when a floor would be lowered without leave and reason.
    """
    measured = measure_present_sets()
    baseline = update_baseline(
        read_baseline(path), measured, allow_lower=allow_lower, reason=reason
    )
    write_baseline(baseline, path)
    once = [row for row in measured_rows(rows_path) if row.gold_set in MEASURED_ONCE]
    known = (row for scores in measured for row in score_rows(scores))
    write_measured_rows([*known, *once], rows_path)
    for scores in measured:
        console.print(summary_line(scores), highlight=False, soft_wrap=True)
    return 0


def summary_line(scores: Scores) -> str:
    """Return what one gold set came to, in a line."""
    total = scores.detection[OVERALL]
    return (
        f"{scores.gold_set}: {scores.articles} articles, detection F1 {as_percent(total.f1)}, "
        f"strict F1 {as_percent(total.strict_f1)}, precision at confidence >= 0.8 "
        f"{as_percent(scores.confident.precision)} of {scores.confident.count}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line, check or update, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m ingest.evaluate.gate", description=__doc__)
    parser.add_argument("--update", action="store_true", help="record what is reached now")
    parser.add_argument("--allow-lower", action="store_true", help="let floors fall, with --reason")
    parser.add_argument("--reason", help="why lowering is right; recorded in the baseline")
    options = parser.parse_args(arguments)
    console = Console()

    def run() -> int:
        if not options.update:
            return run_check(console)
        return run_update(console, allow_lower=options.allow_lower, reason=options.reason)

    return exit_code_of(run)


if __name__ == "__main__":
    sys.exit(main())
