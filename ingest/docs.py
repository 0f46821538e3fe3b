"""The documents that are made, not written: dictionary, schema, picture, and shown results.

`docs/data_dictionary.md`, `docs/fact_file.schema.json` and `docs/picture.svg` are made whole. In
README.md and the pages of `docs/` two things are filled in: the `text` block after each `sql` block
(what the query gives on the bundled articles) and what stands between `<!-- begin NAME -->` and
`<!-- end NAME -->`. The same published file always gives the same documents.
"""

import json
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import duckdb
import typer

from ingest.errors import SpacecoopError, UsageError
from ingest.facts.model import FactFile
from ingest.project import PROJECT_DIR

DOCS_DIR = PROJECT_DIR / "docs"
DICTIONARY = DOCS_DIR / "data_dictionary.md"
SCHEMA = DOCS_DIR / "fact_file.schema.json"
PICTURE = DOCS_DIR / "picture.svg"
MAX_COLUMNS = 100  # of a shown result, so that no page scrolls sideways

GROUPS: dict[str, tuple[str, ...]] = {
    "What happened": (
        "agreements",
        "agreement_parties",
        "agreement_signatories",
        "agreement_links",
        "meetings",
        "meeting_participants",
        "commitments",
        "commitment_parties",
    ),
    "What it rests on": ("evidence", "claims", "articles", "article_sources"),
    "Registers to look things up in": (
        "commitment_tracker",
        "status_history",
        "cooperation_timeline",
        "country_pairs",
        "country_pair_years",
        "agency_profile",
        "whats_new",
        "id_redirects",
    ),
    "Who and what": ("countries", "organizations", "people", "programmes"),
    "How far to trust it": ("data_quality", "extraction_quality", "merging_quality"),
}
OTHERS = "More tables"

_SHOWN_QUERY = re.compile(r"```sql\n(?P<sql>.*?)```\n\n```text\n(?P<result>.*?)```", re.DOTALL)
_REGION = re.compile(r"(<!-- begin (?P<name>[\w-]+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z])")
_CHECK = re.compile(r"CHECK\((?P<rule>.*)\)")


def docs_command(app: typer.Typer, published: Path, *, check: bool) -> list[Path]:
    """Make all documents anew from `published`, the published file of the bundled articles.

    Returns the files that changed; with `check` nothing is written and they are those that would.
    Raises `UsageError` when `published` is not there or holds other articles.
    """
    changed = []
    for path, content in documents(app, published).items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            changed.append(path)
            if not check:
                path.write_text(content, encoding="utf-8")
    return changed


def documents(app: typer.Typer, published: Path) -> dict[Path, str]:
    """Return every document that is made, with its content; nothing is written."""
    if not published.exists():
        raise UsageError(f"{published}: not there; publish the bundled articles first (`make`)")
    made = {
        DICTIONARY: dictionary(published),
        SCHEMA: schema(),
        PICTURE: picture(published),
    }
    regions = {
        "commands": lambda: "\n".join(_command_table(app)),
        "exit-codes": lambda: "\n".join(_exit_code_table()),
        "tables": lambda: "\n".join(_table_list(published)),
    }
    for page in pages():
        filled = with_results(page.read_text(encoding="utf-8"), published)
        made[page] = _with_regions(filled, regions)
    return made


def pages() -> list[Path]:
    """Return the pages people write, in which only results and regions are filled in."""
    return [
        PROJECT_DIR / "README.md",
        *sorted(path for path in DOCS_DIR.glob("*.md") if path != DICTIONARY),
    ]


def write_dictionary(published: Path, target: Path = DICTIONARY) -> None:
    """Write the data dictionary of `published` to `target`."""
    target.write_text(dictionary(published), encoding="utf-8")


def is_current(published: Path, target: Path = DICTIONARY) -> bool:
    """Tell whether `target` is the data dictionary of `published`."""
    return target.exists() and target.read_text(encoding="utf-8") == dictionary(published)


def schema() -> str:
    """Return the JSON Schema of the fact file."""
    return json.dumps(FactFile.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def picture(published: Path) -> str:
    """Return the picture of the README, drawn from rows of `published`.

    Raises `UsageError` when `published` does not hold the bundled articles.
    """
    draw: Callable[[Path], str] = runpy.run_path(str(DOCS_DIR / "make_picture.py"))["picture"]
    try:
        return draw(published)
    except LookupError as error:
        raise UsageError(f"{error} (`make` publishes it)") from error


def with_results(text: str, published: Path) -> str:
    """Return `text` with each `text` block after an `sql` block filled with the query's result."""
    return _SHOWN_QUERY.sub(
        lambda found: (
            f"```sql\n{found['sql']}```\n\n```text\n{query_result(found['sql'], published)}\n```"
        ),
        text,
    )


def query_result(sql: str, published: Path) -> str:
    """Return what the DuckDB command line prints for `sql`, lines without trailing blanks.

    Raises `SpacecoopError` when the query fails or its result is too wide for a page.
    """
    program = shutil.which("duckdb", path=str(Path(sys.executable).parent)) or "duckdb"
    done = subprocess.run(
        [program, "-no-init", "-readonly", str(published), "-box", "-c", sql],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0 or done.stderr.strip():
        raise SpacecoopError(f"a query of the documents fails: {done.stderr.strip()}\n{sql}")
    lines = [line.rstrip() for line in done.stdout.strip().splitlines()]
    if any(len(line) > MAX_COLUMNS for line in lines):
        raise SpacecoopError(f"a result is wider than {MAX_COLUMNS} columns; select less:\n{sql}")
    return "\n".join(lines)


def dictionary(published: Path) -> str:
    """Return the data dictionary: every table and column of `published` with its rules."""
    with duckdb.connect(str(published), read_only=True) as connection:
        comments = _table_comments(connection)
        lines = [
            "# Data dictionary",
            "",
            "Made from the published file by `spacecoop docs`; do not edit. The descriptions",
            "are written beside the SQL, in `models/marts/*.yml` and `models/docs.md`, and are in",
            "the file itself too: `select column_name, comment from duckdb_columns()`.",
            "",
            "A column whose rule is *key* identifies the row (several: together). A *closed list*",
            "holds the values the description names and no other. Keys, *not null*, closed lists",
            "and all other rules are constraints of the file: no row breaks them.",
        ]
        for title, tables in _grouped(comments):
            lines += ["", f"## {title}"]
            for table in tables:
                lines += ["", f"### {table}", "", _cell(comments[table]), ""]
                lines += _column_table(connection, table)
    return "\n".join(lines) + "\n"


def _table_comments(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    found = connection.execute(
        "select table_name, coalesce(comment, '') from duckdb_tables()"
        " where schema_name = 'main' order by table_name"
    ).fetchall()
    return dict(found)


def _grouped(tables: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each group's title and its tables, as far as they are there; the rest comes last."""
    left = set(tables)
    for title, names in GROUPS.items():
        yield title, [name for name in names if name in left]
        left -= set(names)
    if left:
        yield OTHERS, sorted(left)


def _column_table(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[str]:
    keys, checks = _constraints(connection, table)
    columns = connection.execute(
        "select column_name, data_type, is_nullable, coalesce(comment, '') from duckdb_columns()"
        " where schema_name = 'main' and table_name = ? order by column_index",
        [table],
    ).fetchall()
    yield "| column | type | rules | description |"
    yield "|---|---|---|---|"
    for name, data_type, is_nullable, comment in columns:
        rules = ["key"] if name in keys else [] if is_nullable else ["not null"]
        rules += [_shown(rule, comment) for rule, of in checks.items() if of == (name,)]
        described = f"| `{name}` | {data_type.lower()} | {_cell('; '.join(rules))} |"
        yield f"{described} {_cell(comment)} |"
    wide = [rule for rule, of in checks.items() if len(of) > 1]
    if wide:
        yield ""
        yield "Always true: " + "; ".join(f"`{rule}`" for rule in wide) + "."


def _constraints(
    connection: duckdb.DuckDBPyConnection, table: str
) -> tuple[set[str], dict[str, tuple[str, ...]]]:
    """Return the columns of the key, and each check with the columns it is about."""
    found = connection.execute(
        "select constraint_type, constraint_text, constraint_column_names from duckdb_constraints()"
        " where schema_name = 'main' and table_name = ? order by constraint_index",
        [table],
    ).fetchall()
    keys = {name for kind, _, names in found if kind == "PRIMARY KEY" for name in names}
    checks = {
        _rule(text): tuple(dict.fromkeys(names)) for kind, text, names in found if kind == "CHECK"
    }
    return keys, checks


def _shown(rule: str, description: str) -> str:
    """Return a rule as code; a closed list that the description gives already only by its name."""
    values = re.findall(r"'([^']*)'", rule)
    if " in (" in rule and all(f"`{value}`" in description for value in values):
        return "closed list"
    return f"`{rule}`"


def _rule(text: str) -> str:
    match = _CHECK.fullmatch(text)
    rule = match["rule"] if match else text
    while rule.startswith("(") and _closes_at_end(rule):
        rule = rule[1:-1]
    return re.sub(
        r"'[^']*'|\b(IN|AND|OR|NOT|IS|NULL|BETWEEN|CASE|WHEN|THEN|ELSE|END|CAST|AS)\b",
        lambda word: word[0] if word[0].startswith("'") else word[0].lower(),
        rule,
    )


def _closes_at_end(rule: str) -> bool:
    """Tell whether the bracket that opens `rule` is the one that closes it."""
    depth = 0
    for at, letter in enumerate(rule):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0:
            return at == len(rule) - 1
    return False


def _table_list(published: Path) -> Iterator[str]:
    with duckdb.connect(str(published), read_only=True) as connection:
        comments = _table_comments(connection)
    yield "| table | what one row is |"
    yield "|---|---|"
    for _, tables in _grouped(comments):
        for table in tables:
            grain = _SENTENCE_END.split(comments[table])[0].removeprefix("One row per ")
            yield f"| [`{table}`](docs/data_dictionary.md#{table}) | {_cell(grain)} |"


def _command_table(app: typer.Typer) -> Iterator[str]:
    yield "| command | what it does |"
    yield "|---|---|"
    for name, summary in commands(app).items():
        yield f"| `spacecoop {name}` | {_cell(summary)} |"


def commands(app: typer.Typer) -> dict[str, str]:
    """Return the commands a user can see, in the order of the help, with their first sentence."""
    listed = {}
    for info in app.registered_commands:
        name = info.name or (info.callback.__name__ if info.callback else "")
        about = info.help or (info.callback.__doc__ if info.callback else None) or ""
        if name and not info.hidden:
            listed[name.replace("_", "-")] = about.strip().split("\n", maxsplit=1)[0]
    return listed


def _exit_code_table() -> Iterator[str]:
    yield "| code | when |"
    yield "|---|---|"
    for code, when in exit_codes().items():
        yield f"| {code} | {_cell(when)} |"


def exit_codes() -> dict[int, str]:
    """Return every exit code with what it means, as the error classes state it."""
    stated = {
        kind.exit_code: (kind.__doc__ or "").split("\n", maxsplit=1)[0]
        for kind in SpacecoopError.__subclasses__()
    }
    return {0: "Done.", 1: "Anything else that went wrong.", **dict(sorted(stated.items()))}


def _with_regions(text: str, regions: dict[str, Callable[[], str]]) -> str:
    def filled(found: re.Match[str]) -> str:
        make = regions.get(found["name"])
        if make is None:
            raise SpacecoopError(f"a page asks for `{found['name']}`, which nothing makes")
        return f"{found[1]}{make()}\n{found[3]}"

    return _REGION.sub(filled, text)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
