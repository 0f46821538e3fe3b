"""The documents are true: what they show is what happens, and what there is they describe."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from dbt.cli.main import cli as dbt

from ingest import docs
from ingest.cli import app
from ingest.errors import SpacecoopError, UsageError
from ingest.facts import model
from ingest.project import PROJECT_DIR
from ingest.read.discover import MEDIA_TYPES
from ingest.read.fields import FIELD_NAMES
from ingest.settings import DATABASE_VARIABLE, OUTPUT_VARIABLE

README = PROJECT_DIR / "README.md"
ARCHITECTURE = docs.DOCS_DIR / "architecture.md"
CODEBOOK = docs.DOCS_DIR / "codebook.md"
PAGES = docs.pages()
MADE = [docs.DICTIONARY, docs.SCHEMA, docs.PICTURE, *PAGES]
ALL_PAGES = [*PAGES, docs.DICTIONARY, PROJECT_DIR / "CHANGELOG.md"]
BIN = Path(sys.executable).parent


def name_of(path: Any) -> str:
    return path.relative_to(PROJECT_DIR).as_posix() if isinstance(path, Path) else str(path)


@dataclass(frozen=True)
class Block:
    page: Path
    language: str
    text: str

    def __str__(self) -> str:
        return f"{name_of(self.page)}: {self.text.strip().splitlines()[0]}"


def blocks(*languages: str) -> list[Block]:
    return [
        Block(page, found["language"], found["text"])
        for page in PAGES
        for found in re.finditer(
            r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", page.read_text(), re.DOTALL | re.MULTILINE
        )
        if not languages or found["language"] in languages
    ]


def commands() -> list[Block]:
    """Every command line of the pages."""
    return [
        Block(block.page, "sh", line)
        for block in blocks("sh", "console", "bash")
        for line in block.text.replace("\\\n", " ").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def example(language: str) -> str:
    return next(block.text for block in blocks(language) if block.page == README)


@pytest.fixture(scope="session")
def published(bundled: Path) -> Path:
    return bundled


@pytest.fixture(scope="module")
def made(published: Path) -> dict[Path, str]:
    return docs.documents(app, published)


# What is made is current


@pytest.mark.parametrize("path", MADE, ids=name_of)
def test_a_made_document_is_current(made: dict[Path, str], path: Path) -> None:
    assert path.read_text() == made[path], f"`make docs`, then look at {name_of(path)}"


def test_every_made_document_is_listed_here(made: dict[Path, str]) -> None:
    assert set(made) == set(MADE)


def test_the_dictionary_says_whether_it_is_current(published: Path, tmp_path: Path) -> None:
    target = tmp_path / "dictionary.md"
    assert not docs.is_current(published, target)
    docs.write_dictionary(published, target)
    assert docs.is_current(published, target)
    target.write_text(target.read_text().replace("| key |", "| |", 1))
    assert not docs.is_current(published, target)


def test_checking_names_what_is_stale_and_writes_nothing(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = tmp_path / "picture.svg"
    stale.write_text("old")
    monkeypatch.setattr(docs, "PICTURE", stale)
    assert stale in docs.docs_command(app, published, check=True)
    assert stale.read_text() == "old"


def test_documents_of_other_articles_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="publish the bundled articles first"):
        docs.documents(app, tmp_path / "none.duckdb")


# Queries


@pytest.mark.parametrize("block", blocks("sql"), ids=str)
def test_a_query_shows_its_result(block: Block) -> None:
    shown = re.search(
        re.escape(f"```sql\n{block.text}```\n\n```text\n") + r"(.+?)```",
        block.page.read_text(),
        re.DOTALL,
    )
    assert shown, "write an empty `text` block after the query, then `make docs`"
    assert shown[1].count("\n") > 4, "the result has no rows"


def test_a_stale_result_is_replaced(published: Path) -> None:
    page = "Before.\n\n```sql\nselect 1 as one;\n```\n\n```text\nold\n```\n\nAfter.\n"
    filled = docs.with_results(page, published)
    assert "│ 1   │" in filled
    assert "old" not in filled
    assert filled.startswith("Before.")
    assert filled.endswith("After.\n")
    assert docs.with_results(filled, published) == filled


def test_a_query_that_fails_is_named(published: Path) -> None:
    with pytest.raises(SpacecoopError, match="no_such_table"):
        docs.query_result("from no_such_table", published)


def test_a_result_too_wide_for_a_page_is_refused(published: Path) -> None:
    with pytest.raises(SpacecoopError, match="wider than"):
        docs.query_result("select repeat('x', 200)", published)


# Commands


@pytest.mark.parametrize("command", commands(), ids=str)
def test_a_command_is_one_that_exists(command: Block) -> None:
    program, *arguments = shlex.split(command.text, comments=True)
    if program == "make":
        targets = arguments or ["run"]
        makefile = (PROJECT_DIR / "Makefile").read_text()
        assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    elif program == "spacecoop":
        parse(typer.main.get_command(app), arguments)
    elif program == "dbt":
        parse(dbt, arguments)
    elif program == ".":
        assert arguments == [".venv/bin/activate"]
    else:
        assert program == "duckdb", f"{program}: teach this test how to check it"


def parse(group: Any, arguments: list[str]) -> None:
    """Raise for a command, option or value that the program does not take."""
    command = group.commands[arguments[0]]
    command.make_context(arguments[0], arguments[1:])


@pytest.fixture(scope="module")
def workplace(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the README speaks of: an article and its facts as shown there."""
    folder = tmp_path_factory.mktemp("readme")
    for name, suffix, language in (("articles", "md", "markdown"), ("facts", "json", "json")):
        (folder / f"my-{name}").mkdir()
        (folder / f"my-{name}" / f"seoul-tashkent.{suffix}").write_text(example(language))
    shutil.copy(published, folder / "space_cooperation.duckdb")
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(line)
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    for variable in (DATABASE_VARIABLE, OUTPUT_VARIABLE):
        environment.pop(variable, None)
    if not {"--database", "--output"} & set(arguments):
        environment[DATABASE_VARIABLE] = str(folder / "my.build.duckdb")
        environment[OUTPUT_VARIABLE] = str(folder / "again.duckdb")
    return subprocess.run(
        [BIN / program, *arguments],
        cwd=folder,
        env=environment,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_readmes_own_article_and_facts_land(workplace: Path) -> None:
    # `ingest` in place of the README's `run`: dbt's part of it is tested in test_cli.py.
    lines = [command.text for command in commands() if command.page == README]
    main, drafts, status = (
        next(line for line in lines if line.startswith(start))
        for start in (
            "spacecoop run my-articles --facts",
            "spacecoop extract my-articles",
            "spacecoop status",
        )
    )
    drafted = run(drafts, workplace)
    assert drafted.returncode == 0, drafted.stderr
    draft = json.loads((workplace / "my-drafts" / "seoul-tashkent.json").read_text())
    assert [fact["type"] for fact in draft["agreements"]] == ["mou"]

    landed = run(
        main.replace(" run ", " ingest ").replace(
            "--output my.duckdb", "--database my.build.duckdb"
        ),
        workplace,
    )
    assert landed.returncode == 0, landed.stdout + landed.stderr
    assert "Read 1 article from 1 file: 1 new, 1 new facts" in landed.stdout

    shown = run(status, workplace)
    assert shown.returncode == 0, shown.stderr
    assert "facts 1," in shown.stdout
    assert "Refused in all runs: 0" in shown.stdout


@pytest.mark.parametrize("command", [c for c in commands() if c.text.startswith("duckdb")], ids=str)
def test_a_duckdb_command_works(workplace: Path, command: Block) -> None:
    done = run(command.text, workplace)
    assert done.returncode == 0, done.stderr
    assert not done.stderr


@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_a_python_example_works(workplace: Path, block: Block) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{block.text}\nassert pairs"],
        cwd=workplace,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("block", blocks("json"), ids=str)
def test_a_fact_file_shown_is_valid(block: Block) -> None:
    model.FactFile.model_validate(json.loads(block.text))


# Nothing is left out


@pytest.mark.parametrize("name", docs.commands(app))
def test_a_command_is_documented(name: str) -> None:
    assert f"spacecoop {name}" in README.read_text(), "`make docs`, then write what it is for"


def test_the_documented_commands_are_those_of_the_help() -> None:
    command = typer.main.get_command(app)
    visible = {name for name, item in command.commands.items() if not item.hidden}  # type: ignore[attr-defined]
    assert set(docs.commands(app)) == visible


@pytest.mark.parametrize(("code", "meaning"), docs.exit_codes().items())
def test_an_exit_code_is_documented(code: int, meaning: str) -> None:
    assert re.search(rf"^\| {code} \| \S", README.read_text(), re.MULTILINE)
    assert meaning.endswith(".")


def test_the_help_names_the_same_exit_codes() -> None:
    shown = re.sub(r"\s+", " ", str(app.info.epilog))
    for code in docs.exit_codes():
        assert re.search(rf"\b{code} [a-z]", shown)


@pytest.mark.parametrize("word", [*MEDIA_TYPES, *FIELD_NAMES, DATABASE_VARIABLE, OUTPUT_VARIABLE])
def test_the_readme_names(word: str) -> None:
    assert f"`{word}`" in README.read_text()


def test_the_tables_of_a_group_are_there(made: dict[Path, str]) -> None:
    headings = set(re.findall(r"^### (\w+)$", made[docs.DICTIONARY], re.MULTILINE))
    listed = {table for tables in docs.GROUPS.values() for table in tables}
    assert headings <= listed, "put a new table into a group of ingest/docs.py"
    assert f"## {docs.OTHERS}" not in made[docs.DICTIONARY]


def test_every_column_has_a_description(made: dict[Path, str]) -> None:
    rows = [line for line in made[docs.DICTIONARY].splitlines() if line.startswith("| `")]
    assert len(rows) > 200
    assert [row for row in rows if row.endswith("|  |")] == []


def test_the_folders_named_are_there() -> None:
    table = README.read_text().split("## Where things are")[1]
    named = re.findall(r"^\| `(\w+/)` \|", table, re.MULTILINE)
    assert len(named) > 5
    assert [name for name in named if not (PROJECT_DIR / name).is_dir()] == []


def dependencies() -> list[str]:
    project = tomllib.loads((PROJECT_DIR / "pyproject.toml").read_text())["project"]
    required = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [re.split(r"[=<>\[ ]", requirement)[0] for requirement in required]


@pytest.mark.parametrize("package", dependencies())
def test_a_dependency_has_its_reason(package: str) -> None:
    assert f"`{package}`" in ARCHITECTURE.read_text()


def test_no_reason_outlives_its_dependency() -> None:
    table = ARCHITECTURE.read_text().split("## Dependencies")[1].split("## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([^`]+)`", row)} == set(dependencies())


def closed_lists() -> list[str]:
    lists = [
        model.Method, model.DateBasis, model.AgreementType, model.AgreementStatus,
        model.MeetingType, model.MeetingStatus, model.Strength, model.CommitmentStatus,
        model.AmountQualifier, model.AmountPeriod,
    ]  # fmt: skip
    return sorted({value for values in lists for value in get_args(values)})


@pytest.mark.parametrize("value", closed_lists())
def test_the_codebook_explains_a_value(value: str) -> None:
    assert f"`{value}`" in CODEBOOK.read_text()


@pytest.mark.parametrize(
    "kind",
    [model.FactFile, model.Agreement, model.Meeting, model.Commitment, model.Person, model.Amount],
    ids=lambda kind: kind.__name__,
)
def test_the_codebook_shows_every_field(kind: Any) -> None:
    text = CODEBOOK.read_text()
    missing = [
        name for name in kind.model_fields if f"`{name}`" not in text and f'"{name}"' not in text
    ]
    assert missing == []


@pytest.mark.parametrize("table", re.findall(r"create table if not exists raw\.(\w+)", (
    PROJECT_DIR / "macros" / "create_raw_tables.sql"
).read_text()))  # fmt: skip
def test_the_architecture_describes_a_raw_table(table: str) -> None:
    assert f"`{table}`" in ARCHITECTURE.read_text()


# Links and manners


def links() -> list[Any]:
    return [
        pytest.param(page, link, id=f"{name_of(page)}: {link}")
        for page in ALL_PAGES
        for link in dict.fromkeys(re.findall(r"\]\(([^)\s]+)\)", page.read_text()))
        if not link.startswith("https://")
    ]


@pytest.mark.parametrize(("page", "link"), links())
def test_a_link_leads_somewhere(page: Path, link: str) -> None:
    name, _, anchor = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    assert target.exists()
    if anchor:
        headings = re.findall(r"^#+ (.+)$", target.read_text(), re.MULTILINE)
        assert anchor in {slug(heading) for heading in headings}


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", ALL_PAGES, ids=name_of)
def test_a_page_names_no_place_of_a_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(home|root|tmp|work|usr|Users)/", page.read_text())


def test_the_picture_can_be_read_anywhere() -> None:
    drawing = docs.PICTURE.read_text()
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', drawing)]
    assert min(sizes) >= 12
    assert "<image" not in drawing
    assert "<script" not in drawing
    assert re.findall(r"https?://(?!www\.w3\.org)", drawing) == []
