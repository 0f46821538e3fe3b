"""The command line `spacecoop`."""

import json
import sys
from pathlib import Path
from typing import Annotated

import duckdb
import typer
from rich.console import Console
from rich.table import Table

from ingest import __version__
from ingest.errors import DatabaseBusyError, SpacecoopError
from ingest.facts.model import FactFile
from ingest.settings import DATABASE_VARIABLE, OUTPUT_VARIABLE, Warehouse, warehouse
from ingest.warehouse.build import build as run_dbt
from ingest.warehouse.fingerprint import fingerprint, is_published, remember
from ingest.warehouse.load import IngestSummary
from ingest.warehouse.load import ingest as load
from ingest.warehouse.publish import publish as write_published
from ingest.warehouse.status import Status, read_status, run_rejections

_EXIT_CODES = """
Exit codes: 0 done; 1 an unexpected failure; 2 the call is wrong (a path or option);
3 nothing could be read of the input; 4 dbt reported a failed model or test;
5 another process holds the build file.
"""

app = typer.Typer(
    help="Turn articles on space diplomacy into one DuckDB file of agreements, meetings and "
    "commitments, each traced to the words it rests on.",
    epilog=_EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
console = Console()
errors = Console(stderr=True)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles: files, folders or patterns of txt, md, html, jsonl, csv, parquet, rss.",
        show_default=False,
    ),
]
Facts = Annotated[
    list[str] | None,
    typer.Option(
        "--facts", help="Reviewed facts (json, jsonl): a file or folder; may be repeated."
    ),
]
Database = Annotated[
    Path | None,
    typer.Option(
        "--database",
        envvar=DATABASE_VARIABLE,
        help="The build file, written to. [default: build/space_cooperation.duckdb; with --output "
        "X.duckdb and no --database: X.build.duckdb beside it]",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        envvar=OUTPUT_VARIABLE,
        help="The published file, for readers. [default: space_cooperation.duckdb]",
        show_default=False,
    ),
]
Parquet = Annotated[
    Path | None,
    typer.Option("--parquet", help="Also write every published table as Parquet to this folder."),
]


@app.command()
def run(
    paths: Paths,
    facts: Facts = None,
    database: Database = None,
    output: Output = None,
    parquet: Parquet = None,
) -> None:
    """Ingest, build and publish: the main job."""
    target = warehouse(database, output)
    summary = load(paths, facts or [], target.database, console)
    identity = fingerprint(target.database)
    if parquet is None and is_published(target, identity):
        _show_ingest(summary)
        console.print(f"Nothing new: {_shown(target.output)} is up to date.", soft_wrap=True)
        return
    run_dbt(target, [], console)
    published = write_published(target.database, target.output, parquet)
    remember(target, identity)
    _show_ingest(summary)
    _show_rejections(target, summary)
    _show_published(published.output, published.row_counts)


@app.command()
def ingest(paths: Paths, facts: Facts = None, database: Database = None) -> None:
    """Read, clean, verify and load articles and facts into `raw`."""
    target = warehouse(database, None)
    summary = load(paths, facts or [], target.database, console)
    _show_ingest(summary)
    _show_rejections(target, summary)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def build(context: typer.Context, database: Database = None) -> None:
    """Run `dbt build` over the build file; further arguments go to dbt."""
    run_dbt(warehouse(database, None), context.args, console)
    console.print("dbt build passed.")


@app.command()
def publish(database: Database = None, output: Output = None, parquet: Parquet = None) -> None:
    """Write the marts to a compact file of their own and swap it in."""
    target = warehouse(database or warehouse(None, None).database, output)
    published = write_published(target.database, target.output, parquet)
    _show_published(published.output, published.row_counts)


@app.command()
def status(database: Database = None) -> None:
    """Show what is in the build file, the last runs, and what was refused and why."""
    _show_status(read_status(warehouse(database, None).database))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the fact file."""
    print(json.dumps(FactFile.model_json_schema(), indent=2, ensure_ascii=False))


@app.callback(invoke_without_command=True)
def _global(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        console.print(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; a known failure is one clear line and its exit code."""
    try:
        app()
    except SpacecoopError as error:
        errors.print(f"Error: {error}", style="red", highlight=False, markup=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except duckdb.IOException as error:
        errors.print(f"Error: {error}", style="red", markup=False, soft_wrap=True)
        sys.exit(DatabaseBusyError.exit_code)


def _show_ingest(summary: IngestSummary) -> None:
    added = summary.added
    console.print(
        f"Read {summary.document_count} articles from {summary.file_count} files: "
        f"{added['articles']} new, {added['facts']} new facts, "
        f"{added['rejected_inputs']} inputs and {added['rejected_facts']} facts newly refused."
    )
    if summary.passed_over:
        console.print(
            f"Passed over {len(summary.passed_over)} files of other kinds, for example "
            f"{summary.passed_over[0]}.",
            markup=False,
        )


def _show_rejections(target: Warehouse, summary: IngestSummary) -> None:
    if summary.run_id is None:
        return
    reasons = run_rejections(target.database, summary.run_id)
    for reason in reasons[:10]:
        console.print(f"Refused: {reason}", markup=False, highlight=False, soft_wrap=True)
    if len(reasons) > 10:
        console.print(f"... and {len(reasons) - 10} more: spacecoop status shows them")


def _show_published(output: Path, counts: dict[str, int]) -> None:
    table = Table(title=f"{_shown(output)}", title_justify="left", show_header=False)
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
        console.print(
            f'  duckdb -readonly {_shown(output)} "{query}"', soft_wrap=True, markup=False
        )


def _show_status(state: Status) -> None:
    console.print(f"Build file {_shown(state.database)}", markup=False)
    for title, counts in (("raw", state.raw_counts), ("marts", state.mart_counts)):
        shown = ", ".join(f"{name} {count:,}" for name, count in counts.items())
        console.print(f"{title}: {shown or 'nothing yet'}", soft_wrap=True, highlight=False)
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
        console.print(f"- {reason}", markup=False, highlight=False, soft_wrap=True)


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
