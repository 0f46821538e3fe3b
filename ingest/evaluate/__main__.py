"""`python -m ingest.evaluate GOLD_DIR [PREDICTED_DIR]`: the scorer without the rest."""

import argparse
import sys
from pathlib import Path

from ingest.errors import exit_code_of
from ingest.evaluate.command import run_evaluate
from ingest.evaluate.gold import Selection


def main() -> int:
    """Parse the command line, score, and return the exit code."""
    options = _parser().parse_args()
    selection = Selection(tuple(options.only), tuple(options.exclude), options.part)
    return exit_code_of(
        lambda: run_evaluate(
            options.gold_dir,
            options.predicted_dir,
            options.articles,
            options.format,
            options.listing,
            selection=selection,
            jobs=options.jobs,
        )
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ingest.evaluate", description=__doc__)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("predicted_dir", type=Path, nargs="?")
    parser.add_argument("--articles", type=Path, action="append", default=[])
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--listing", action="store_true", help="what was missed, invented, wrong")
    parser.add_argument("--only", action="append", default=[], metavar="PATTERN")
    parser.add_argument("--exclude", action="append", default=[], metavar="PATTERN")
    parser.add_argument("--part", choices=("all", "seen", "held-out"), default="all")
    parser.add_argument("--jobs", type=int)
    return parser


if __name__ == "__main__":
    sys.exit(main())
