"""Record how the rules do on texts that nobody who writes rules has read yet.

    python -m ingest.evaluate.blind GOLD_DIR [--articles DIR ...]

Measure first and read afterwards: a text that has been read to mend a rule says nothing more about
new ones. The figures take the place of the older ones under the gold set `blind`, and stay, with
the version that was measured, until the next set is coded.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.errors import UsageError, exit_code_of
from ingest.evaluate.evaluation import evaluate_directories
from ingest.evaluate.gate import summary_line
from ingest.evaluate.rows import BLIND, MEASURED_FILE, replace_measured


def record_blind(gold_dir: Path, articles: Sequence[Path], path: Path = MEASURED_FILE) -> str:
    """Score the extractor on `gold_dir`, keep the figures, and return a line on them.

    Raises `UsageError` and `InputError` as `evaluate_directories` does, and when an article is not
    at hand, since it would count as one in which nothing was found. Then nothing is kept.
    """
    evaluation = evaluate_directories(gold_dir, articles=articles, gold_set=BLIND)
    if evaluation.notes:
        raise UsageError(f"nothing was kept: {'; '.join(evaluation.notes)}; use --articles")
    replace_measured(evaluation.scores, path)
    return summary_line(evaluation.scores)


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line, measure, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m ingest.evaluate.blind",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", type=Path, help="folder of reviewed fact files")
    parser.add_argument(
        "--articles", type=Path, nargs="+", default=[], help="folders of their articles"
    )
    options = parser.parse_args(arguments)

    def run() -> int:
        print(record_blind(options.gold, options.articles))
        return 0

    return exit_code_of(run)


if __name__ == "__main__":
    sys.exit(main())
