"""What `spacecoop evaluate` does, as a function; no argument parsing here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from rich.console import Console

from ingest.evaluate.evaluation import Evaluation, evaluate_directories
from ingest.evaluate.gold import Selection
from ingest.evaluate.report import print_report, to_json

OutputFormat = Literal["table", "json"]


def run_evaluate(  # noqa: PLR0913 - one parameter per option of the command
    gold_dir: Path,
    predicted_dir: Path | None = None,
    articles: Sequence[Path] = (),
    output_format: OutputFormat = "table",
    listing: bool = False,
    *,
    selection: Selection | None = None,
    jobs: int | None = None,
    console: Console | None = None,
) -> int:
    """Score and print; returns the exit code 0. Raises `SpacecoopError` for unusable input."""
    evaluation = evaluate_directories(
        gold_dir, predicted_dir, articles, selection=selection, jobs=jobs
    )
    show_evaluation(evaluation, output_format, listing, console or Console())
    return 0


def show_evaluation(
    evaluation: Evaluation, output_format: OutputFormat, listing: bool, console: Console
) -> None:
    """Print an evaluation as tables or as JSON, with what went wrong where if `listing`."""
    if output_format == "json":
        console.file.write(to_json(evaluation, listing) + "\n")
    else:
        print_report(evaluation, console, listing)
