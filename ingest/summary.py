"""What the commands print when they are done."""

import sys
from pathlib import Path
from shutil import which

from rich.console import Console
from rich.table import Table

from ingest.warehouse.load import IngestSummary
from ingest.warehouse.status import Status, run_rejections


def show_ingest(console: Console, summary: IngestSummary) -> None:
    """Say what a run read and what of it is new."""
    added = summary.added
    console.print(
        f"Read {_count(summary.document_count, 'article')} from "
        f"{_count(summary.file_count, 'file')}: "
        f"{added['articles']} new, {added['facts']} new facts, "
        f"{added['rejected_inputs']} inputs and {added['rejected_facts']} facts newly refused."
    )
    if summary.passed_over:
        console.print(
            f"Passed over {len(summary.passed_over)} files of other kinds, for example "
            f"{summary.passed_over[0]}.",
            markup=False,
        )


def show_rejections(console: Console, database: Path, summary: IngestSummary) -> None:
    """Say what a run refused and why; the first ten, and how many more."""
    if summary.run_id is None:
        return
    reasons = run_rejections(database, summary.run_id)
    for reason in reasons[:10]:
        console.print(f"Refused: {reason}", markup=False, highlight=False)
    if len(reasons) > 10:
        console.print(f"... and {len(reasons) - 10} more: spacecoop status shows them")


def show_published(console: Console, output: Path, counts: dict[str, int]) -> None:
    """Show the published tables, and three queries to begin with."""
    table = Table(title=f"{shown(output)}", title_justify="left", show_header=False)
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name in ("articles", "agreements", "meetings", "commitments", "evidence"):
        table.add_row(name, f"{counts.get(name, 0):,}")
    table.add_row(f"and {len(counts) - 5} more tables", "")
    console.print(table)
    console.print("Try next:")
    for query in (
        "select signed_edtf, title, party_names from agreements order by signed_from desc limit 5",
        "select row_kind, quote, article_key from evidence limit 5",
        "from commitment_tracker where tracked_status = 'overdue'",
    ):
        console.print(f'  {_duckdb()} -readonly {shown(output)} "{query}"', markup=False)


def show_status(console: Console, state: Status) -> None:
    """Show a build file: tables, runs, refusals."""
    console.print(f"Build file {shown(state.database)}", markup=False)
    for title, counts in (("raw", state.raw_counts), ("marts", state.mart_counts)):
        listed = ", ".join(f"{name} {count:,}" for name, count in counts.items())
        console.print(f"{title}: {listed or 'nothing yet'}", highlight=False)
    table = Table(title="Last runs", title_justify="left")
    for column in ("run", "finished (UTC)", "paths", "articles", "facts", "refused"):
        table.add_column(column)
    for item in state.runs:
        table.add_row(
            item.run_id,
            f"{item.finished_at:%Y-%m-%d %H:%M}",
            ", ".join(item.input_paths),
            str(item.document_count),
            str(item.fact_count),
            str(item.rejected_count),
        )
    console.print(table)
    console.print(f"Refused in all runs: {state.rejection_count}")
    for reason in state.rejections:
        console.print(f"- {reason}", markup=False, highlight=False)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _duckdb() -> str:
    # The command line of DuckDB is installed beside us, in a folder that need not be on PATH.
    beside = Path(sys.executable).parent / "duckdb"
    return shown(beside) if beside.exists() and which("duckdb") is None else "duckdb"


def shown(path: Path) -> str:
    """Return `path` as the user would write it: relative where it is below this folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
