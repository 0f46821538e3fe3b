"""The commands: what they print, what they leave, and the exit code of each kind of failure."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from ingest import cli
from ingest.facts.model import FactFile
from ingest.settings import warehouse
from tests.samples import fact_file, treaty
from tests.warehouse.helpers import counts, held_open, write_article, write_facts

COMMANDS = (
    "run", "ingest", "build", "publish", "status", "extract", "evaluate", "docs", "schema",
)  # fmt: skip
SPACECOOP = Path(sys.executable).with_name("spacecoop")
ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|9[0-7]|38;[0-9;]+)m")


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Spacecoop = Callable[..., Result]


def call(*arguments: str | Path, **environment: str) -> Result:
    """Run a command in a process of its own, its output not on a terminal."""
    done = subprocess.run(
        [SPACECOOP, *arguments],
        env={**plain_environment(), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def plain_environment() -> dict[str, str]:
    """Return the environment without what would colour output or choose a warehouse."""
    unwanted = ("SPACECOOP_", "FORCE_COLOR", "NO_COLOR", "CLICOLOR", "TTY_", "COLUMNS")
    return {key: value for key, value in os.environ.items() if not key.startswith(unwanted)}


@pytest.fixture
def spacecoop(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Spacecoop]:
    """Return a way to run commands in this process, which takes no time to start."""
    monkeypatch.delenv("SPACECOOP_DATABASE", raising=False)
    monkeypatch.delenv("SPACECOOP_OUTPUT", raising=False)

    def run(*arguments: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["spacecoop", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capfd.readouterr()
        return Result(int(ended.value.code or 0), printed.out, printed.err)

    return run


def write_corpus(folder: Path) -> Path:
    """Write one good article, one without text, one that is no article, and facts to refuse."""
    write_article(folder / "articles")
    write_article(folder / "articles", "empty.txt", "\n")
    write_article(folder / "articles", "picture.jpeg", "not read")
    write_facts(
        folder / "facts.json",
        fact_file(agreements=[treaty(), treaty(evidence=["Nobody wrote this."])]),
    )
    return folder


@dataclass(frozen=True, slots=True)
class Ran:
    """A tiny warehouse made by one real `spacecoop run`."""

    folder: Path
    result: Result

    @property
    def database(self) -> Path:
        return self.folder / "x.build.duckdb"

    @property
    def output(self) -> Path:
        return self.folder / "x.duckdb"

    @property
    def arguments(self) -> list[str]:
        return [
            "run", f"{self.folder}/articles", "--facts", f"{self.folder}/facts.json",
            "--output", str(self.output),
        ]  # fmt: skip


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    folder = write_corpus(tmp_path_factory.mktemp("ran"))
    made = Ran(folder, Result(0, "", ""))
    # The data tests are run by `make test-dbt` and over the 71 articles; here they only take time.
    skipped = {"DBT_EXCLUDE_RESOURCE_TYPES": "test unit_test"}
    result = call(*made.arguments, "--parquet", str(folder / "parquet"), **skipped)
    yield Ran(folder, result)
    shutil.rmtree(warehouse(made.database, made.output).target_dir, ignore_errors=True)


# Help and other small things


def test_help_lists_every_command_and_exit_code(spacecoop: Spacecoop) -> None:
    result = spacecoop("--help")
    assert result.code == 0
    commands = result.out.partition("Commands:")[2].partition("Exit codes:")[0]
    listed = re.findall(r"^  ([a-z]+)  ", commands, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)
    codes = " ".join(result.out.partition("Exit codes:")[2].split())
    for code in "012345":
        assert re.search(rf"(?:^|; ){code} \w+", codes), code


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(spacecoop: Spacecoop, command: str) -> None:
    result = spacecoop(command, "--help")
    assert result.code == 0
    assert f"spacecoop {command}" in result.out


def test_options_name_their_environment_variables(spacecoop: Spacecoop) -> None:
    shown = " ".join(spacecoop("run", "--help").out.split())
    assert "SPACECOOP_DATABASE" in shown
    assert "SPACECOOP_OUTPUT" in shown


def test_version(spacecoop: Spacecoop) -> None:
    assert spacecoop("--version").out == f"{cli.__version__}\n"


def test_schema_is_that_of_the_fact_file(spacecoop: Spacecoop) -> None:
    assert json.loads(spacecoop("schema").out) == FactFile.model_json_schema()


# The main job


def test_a_run_ends_well_with_a_summary(ran: Ran) -> None:
    assert ran.result.code == 0, ran.result.err
    out = " ".join(ran.result.out.split())
    assert "Read 1 article from 2 files: 1 new, 2 new facts" in out
    assert "1 inputs and 1 facts newly refused" in out
    assert "Passed over 1 files" in out
    assert "picture.jpeg" in out
    assert out.count("Refused: ") == 2
    for reason in ("empty.txt: the file holds no text", "does not contain this quote"):
        assert reason in out
    assert "Try next:" in out
    assert out.count("-readonly") == 3


def test_a_run_publishes_the_given_articles_and_no_others(ran: Ran) -> None:
    with duckdb.connect(str(ran.output), read_only=True) as connection:
        for name, count in {
            "articles": 1,
            "agreements": 1,
            "meetings": 0,
            "commitments": 1,
        }.items():
            assert connection.execute(f"select count(*) from {name}").fetchone() == (count,), name
        assert connection.execute(
            "select quote from evidence order by start_offset"
        ).fetchall() == [
            (treaty()["evidence"][0],),
            ("Norland will build a ground station by 2024.",),
        ]
    assert counts(ran.database)["articles"] == 1
    assert (ran.folder / "parquet" / "agreements.parquet").exists()


def test_what_is_shown_to_try_next_can_be_run(ran: Ran) -> None:
    shown = re.findall(r'^  (\S*duckdb) -readonly (\S+) "(.+)"$', ran.result.out, re.MULTILINE)
    assert len(shown) == 3
    for _, path, sql in shown:
        with duckdb.connect(path, read_only=True) as connection:
            connection.execute(sql)


def test_output_not_on_a_terminal_is_plain(ran: Ran) -> None:
    assert ESCAPE not in ran.result.out + ran.result.err
    assert ran.result.err == ""


def test_the_same_run_again_changes_nothing_and_says_so(ran: Ran, spacecoop: Spacecoop) -> None:
    before = ran.output.stat()
    result = spacecoop(*ran.arguments)
    assert result.code == 0
    assert "0 new, 0 new facts" in result.out
    assert "Nothing new" in result.out
    assert ran.output.stat() == before
    assert counts(ran.database)["ingest_runs"] == 1


def test_a_failing_dbt_ends_with_4_and_the_published_file_stays(
    ran: Ran, spacecoop: Spacecoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ran.output.read_bytes()
    # dbt itself runs, in a folder that is no project of its own.
    monkeypatch.setattr("ingest.warehouse.build.PROJECT_DIR", tmp_path)
    ran.output.touch()
    result = spacecoop(*ran.arguments)
    assert result.code == 4
    assert "No dbt_project.yml found" in result.out
    assert "dbt build failed" in result.err
    assert "published file is unchanged" in " ".join(result.err.split())
    assert "Traceback" not in result.err
    assert ran.output.read_bytes() == before


def test_what_dbt_prints_is_plain_where_there_is_no_terminal(
    spacecoop: Spacecoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.warehouse.build.PROJECT_DIR", tmp_path)
    result = spacecoop("build", "--database", tmp_path / "w.duckdb")
    assert result.code == 4
    assert result.out
    assert ESCAPE not in result.out


def test_publish_alone_makes_the_file_anew(ran: Ran, spacecoop: Spacecoop, tmp_path: Path) -> None:
    output = tmp_path / "again.duckdb"
    result = spacecoop("publish", "--database", ran.database, "--output", output)
    assert result.code == 0
    with duckdb.connect(str(output), read_only=True) as connection:
        assert connection.execute("select title from agreements").fetchall() == [("space treaty",)]


def test_status_shows_tables_runs_and_refusals(ran: Ran, spacecoop: Spacecoop) -> None:
    result = spacecoop("status", "--database", ran.database)
    assert result.code == 0
    out = " ".join(result.out.split())
    for part in ("articles 1", "agreements 1", "run-00001", "Refused in all runs: 2"):
        assert part in out
    assert "empty.txt: the file holds no text" in out
    assert ESCAPE not in result.out


def test_the_environment_names_the_warehouse(
    ran: Ran, spacecoop: Spacecoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPACECOOP_OUTPUT", str(ran.output))
    result = spacecoop("status")
    assert result.code == 0
    assert ran.database.name in result.out


# Ingest alone


def test_ingest_loads_and_says_what_was_refused(tmp_path: Path, spacecoop: Spacecoop) -> None:
    folder, database = write_corpus(tmp_path), tmp_path / "w.duckdb"
    arguments = ["ingest", folder / "articles", "--facts", folder / "facts.json"]
    first = spacecoop(*arguments, "--database", database)
    assert first.code == 0
    assert first.out.count("Refused: ") == 2
    again = spacecoop(*arguments, "--database", database)
    assert "0 new, 0 new facts" in again.out
    assert "Refused: " not in again.out
    assert counts(database)["articles"] == 1


def test_many_refusals_are_counted(tmp_path: Path, spacecoop: Spacecoop) -> None:
    write_article(tmp_path / "articles")
    for number in range(13):
        write_article(tmp_path / "articles", f"empty-{number:02}.txt", "")
    result = spacecoop("ingest", tmp_path / "articles", "--database", tmp_path / "w.duckdb")
    assert result.out.count("Refused: ") == 10
    assert "... and 3 more" in result.out


def test_brackets_in_names_are_shown_as_they_are(tmp_path: Path, spacecoop: Spacecoop) -> None:
    write_article(tmp_path / "[bold]articles[/]")
    write_article(tmp_path / "[bold]articles[/]", "[red]empty.txt", "")
    database = tmp_path / "[blue]w.duckdb"
    result = spacecoop("ingest", tmp_path / "[bold]articles[/]", "--database", database)
    assert result.code == 0
    assert "[bold]articles[/]/[red]empty.txt: the file holds no text" in result.out
    shown = spacecoop("status", "--database", database).out
    assert "[blue]w.duckdb" in shown
    assert "[bold]articles[/]" in "".join(shown.split())


# Failures


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "nowhere"], "nowhere does not exist"),
        (["ingest", "articles", "--facts", "nowhere"], "--facts nowhere: no such file"),
        (["ingest", "articles", "--facts", "articles"], "no .json or .jsonl fact file"),
        (["ingest", "articles/*.html"], "matches no file"),
        (["status", "--database", "nowhere.duckdb"], "no build file yet"),
        (["publish", "--database", "nowhere.duckdb"], "no build file yet"),
    ],
)
def test_a_wrong_path_ends_with_2(
    tmp_path: Path,
    spacecoop: Spacecoop,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_article(tmp_path / "articles")
    if arguments[0] in ("run", "ingest"):
        arguments = [*arguments, "--database", "w.duckdb"]
    result = spacecoop(*arguments)
    assert result.code == 2
    assert result.err.startswith("Error: ")
    assert message in result.err
    assert "Traceback" not in result.err
    assert not list(tmp_path.glob("*.duckdb"))


@pytest.mark.parametrize("arguments", [["nonsense"], ["run"], ["run", "x", "--nonsense"]])
def test_a_wrong_call_ends_with_2(spacecoop: Spacecoop, arguments: list[str]) -> None:
    result = spacecoop(*arguments)
    assert result.code == 2
    assert re.match(r"Usage: .+ \[OPTIONS\]", result.err)


def test_nothing_readable_ends_with_3(tmp_path: Path, spacecoop: Spacecoop) -> None:
    write_article(tmp_path / "articles", "empty.txt", "")
    result = spacecoop("run", tmp_path / "articles", "--output", tmp_path / "x.duckdb")
    assert result.code == 3
    assert "no article could be read" in result.err
    assert not (tmp_path / "x.duckdb").exists()


def test_nothing_readable_says_which_file_and_why(tmp_path: Path, spacecoop: Spacecoop) -> None:
    write_article(tmp_path / "articles", "empty.txt", "")
    result = spacecoop("ingest", tmp_path / "articles", "--database", tmp_path / "w.duckdb")
    assert "empty.txt: the file holds no text" in result.err + result.out


def test_an_empty_folder_ends_with_3(tmp_path: Path, spacecoop: Spacecoop) -> None:
    (tmp_path / "articles").mkdir()
    result = spacecoop("ingest", tmp_path / "articles", "--database", tmp_path / "w.duckdb")
    assert result.code == 3


@pytest.mark.parametrize("command", ["run", "ingest", "publish", "status"])
def test_a_build_file_in_use_ends_with_5(
    tmp_path: Path, spacecoop: Spacecoop, command: str
) -> None:
    articles, database = write_article(tmp_path / "articles"), tmp_path / "w.duckdb"
    assert spacecoop("ingest", articles, "--database", database).code == 0
    paths = [articles] if command in ("run", "ingest") else []
    with held_open(database):
        result = spacecoop(command, *paths, "--database", database)
    assert result.code == 5
    assert result.err.startswith("Error: ")
    for part in (str(database), "another process", "try again"):
        assert part in result.err
    assert "Traceback" not in result.err


# Colours


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Return what a command prints when its output is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [SPACECOOP, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**plain_environment(), "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    printed = b""
    try:
        while part := os.read(ours, 4096):
            printed += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait() == 2
    return printed.decode()


def test_an_error_is_coloured_on_a_terminal_and_nowhere_else() -> None:
    assert COLOUR.search(on_a_terminal("run", "nowhere"))
    assert not COLOUR.search(on_a_terminal("run", "nowhere", NO_COLOR="1"))
    assert ESCAPE not in call("run", "nowhere").err
