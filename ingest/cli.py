"""The command line `spacecoop`."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import duckdb
import typer
from rich.console import Console

from ingest import __version__
from ingest.docs import docs_command
from ingest.errors import DatabaseBusyError, SpacecoopError, UsageError
from ingest.evaluate import Selection, evaluate_directories
from ingest.evaluate.command import show_evaluation
from ingest.evaluate.rows import score_rows
from ingest.extract_view import run_extract
from ingest.facts.model import FactFile
from ingest.settings import (
    DATABASE_VARIABLE,
    DEFAULT_OUTPUT,
    OUTPUT_VARIABLE,
    warehouse,
)
from ingest.summary import show_ingest, show_published, show_rejections, show_status, shown
from ingest.warehouse.build import build as run_dbt
from ingest.warehouse.fingerprint import fingerprint, is_published, remember
from ingest.warehouse.load import ingest as load
from ingest.warehouse.publish import publish as write_published
from ingest.warehouse.scores import save_scores
from ingest.warehouse.status import read_status

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
console = Console(soft_wrap=True)
errors = Console(stderr=True, soft_wrap=True)

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


Format = Annotated[
    Literal["table", "json"], typer.Option("--format", help="How to print: table or json.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        formats=["%Y-%m-%d"],
        help="The day the registers are told for. [default: today]",
        show_default=False,
    ),
]


@app.command()
def run(  # noqa: PLR0913, PLR0917 - one parameter per option
    paths: Paths,
    facts: Facts = None,
    database: Database = None,
    output: Output = None,
    parquet: Parquet = None,
    as_of: AsOf = None,
) -> None:
    """Ingest, build and publish: the main job."""
    target = warehouse(database, output)
    summary = load(paths, facts or [], target.database, console)
    identity = fingerprint(target.database, as_of.date() if as_of else None)
    if parquet is None and is_published(target, identity):
        show_ingest(console, summary)
        console.print(f"Nothing new: {shown(target.output)} is up to date.")
        return
    run_dbt(target, _as_of_arguments(as_of), console)
    published = write_published(target.database, target.output, parquet)
    remember(target, identity)
    show_ingest(console, summary)
    show_rejections(console, target.database, summary)
    show_published(console, published.output, published.row_counts)


def _as_of_arguments(as_of: datetime | None) -> list[str]:
    return ["--vars", json.dumps({"as_of": f"{as_of:%Y-%m-%d}"})] if as_of else []


@app.command()
def ingest(paths: Paths, facts: Facts = None, database: Database = None) -> None:
    """Read, clean, verify and load articles and facts into `raw`."""
    target = warehouse(database, None)
    summary = load(paths, facts or [], target.database, console)
    show_ingest(console, summary)
    show_rejections(console, target.database, summary)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def build(context: typer.Context, database: Database = None) -> None:
    """Run `dbt build` over the build file; further arguments go to dbt."""
    run_dbt(warehouse(database, None), context.args, console)
    console.print("dbt build passed.")


@app.command()
def publish(database: Database = None, output: Output = None, parquet: Parquet = None) -> None:
    """Write the marts to a compact file of their own and swap it in."""
    target = warehouse(database, output)
    published = write_published(target.database, target.output, parquet)
    show_published(console, published.output, published.row_counts)


@app.command()
def status(database: Database = None) -> None:
    """Show what is in the build file, the last runs, and what was refused and why."""
    show_status(console, read_status(warehouse(database, None).database))


@app.command()
def extract(
    paths: Paths,
    output_format: Format = "table",
    output: Annotated[
        Path | None,
        typer.Option("--output", help="Write one fact file per article to this folder."),
    ] = None,
) -> None:
    """Show the facts that the rules find in articles; nothing is stored."""
    run_extract(paths, output_format, output, console=console, messages=errors)


@app.command()
def evaluate(  # noqa: PLR0913, PLR0917 - one parameter per option
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="Folder of reviewed fact files.")
    ],
    predicted: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PREDICTED_DIR]",
            help="Fact files to score. [default: what the rules find in the articles]",
            show_default=False,
        ),
    ] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option("--articles", help="Where the articles are. [default: beside GOLD_DIR]"),
    ] = None,
    output_format: Format = "table",
    listing: Annotated[
        bool, typer.Option("--listing", help="List what was missed, invented and wrong.")
    ] = False,
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Only articles whose id fits the pattern.")
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help="Keep the figures for the table extraction_quality.")
    ] = False,
    database: Database = None,
) -> None:
    """Score fact files, or the rules, against reviewed facts."""
    result = evaluate_directories(
        gold, predicted, articles or (), selection=Selection(tuple(only or ()))
    )
    show_evaluation(result, output_format, listing, console)
    if save:
        count = save_scores(warehouse(database, None).database, score_rows(result.scores))
        console.print(f"Kept {count} figures; the next build shows them in extraction_quality.")


@app.command()
def docs(
    published: Annotated[
        Path, typer.Option("--published", help="The published file of the bundled articles.")
    ] = DEFAULT_OUTPUT,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail when a document is not current.")
    ] = False,
) -> None:
    """Make the generated documents anew: dictionary, schema, results shown in pages."""
    changed = docs_command(app, published, check=check)
    for path in changed:
        console.print(f"{'Not current' if check else 'Written'}: {shown(path)}")
    if check and changed:
        raise UsageError("documents are not current; run `make docs` and commit what it writes")


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
        errors.print(f"Error: {error}", style="red", highlight=False, markup=False)
        sys.exit(error.exit_code)
    except duckdb.IOException as error:
        errors.print(f"Error: {error}", style="red", markup=False)
        sys.exit(DatabaseBusyError.exit_code)
