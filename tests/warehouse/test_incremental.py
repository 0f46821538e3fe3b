"""What an incremental build gives is, row for row, what a full refresh gives."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.settings import warehouse
from ingest.warehouse.build import dbt_environment
from tests.samples import PROJECT
from tests.warehouse.builder import Builder

# They hold what the tables were made of before, so that they differ by their nature.
KEEP_BOOKS = ("int_articles_changed", "int_events_changed")

FIRST = "2019-04-19-korea-uzbekistan-space-mou"  # the first mention of a row of three articles
ENVOYS = "2021-02-23-uzbek-envoys-kari-working-group"  # tells of the same row
NISAR = "2024-07-30-nisar-slips-to-2025"
ROVER = "2024-04-11-pressurized-rover-two-seats"
SEAT = "2022-05-24-biden-kishida-gateway-seat"


# Two texts under one name with one sentence in common: the id of a mention of the second hangs on
# the first being there.
TWIN = """---
id: twin
published_on: 2030-07-03
---
Fiji and Tonga signed a treaty on sharing a weather satellite on Wednesday. {}
"""


class Corpus:
    """A copy of the bundled corpus that may be changed."""

    def __init__(self, folder: Path) -> None:
        """Copy it to `folder`."""
        shutil.copytree(PROJECT / "articles", folder)
        self.files = sorted(path for path in folder.iterdir() if path.is_file())
        self.facts = folder / "reviewed"
        self.write("twin-a.md", TWIN.format("The ministers smiled."))

    def write(self, name: str, text: str) -> None:
        path = self.facts.parent / name
        path.write_text(text, encoding="utf-8")
        self.files = sorted({*self.files, path})

    def article(self, key: str) -> Path:
        [path] = [path for path in self.files if path.stem == key]
        return path

    def rewrite(self, key: str, old: str, new: str) -> None:
        text = self.article(key).read_text(encoding="utf-8")
        assert old in text
        before, _, after = text.rpartition(old)
        self.article(key).write_text(before + new + after, encoding="utf-8")

    def restate(self, key: str, change: Callable[[dict[str, Any]], None]) -> None:
        path = self.facts / f"{key}.json"
        stated = json.loads(path.read_text(encoding="utf-8"))
        change(stated)
        path.write_text(json.dumps(stated), encoding="utf-8")


def nothing(corpus: Corpus) -> None:
    """Leave everything as it is."""


def articles_and_facts_change(corpus: Corpus) -> None:
    corpus.rewrite(ROVER, "---\n", "---\nOfficials smiled. ")
    corpus.rewrite(SEAT, "published_on: 2022-05-24", "published_on: 2022-05-25")

    corpus.write("twin-b.md", TWIN.format("The sun shone over the bay."))

    def change(stated: dict[str, Any]) -> None:
        [memorandum, *_] = [fact for fact in stated["agreements"] if fact["type"] == "mou"]
        memorandum.update(signed_on="2019-04", place=None, people=memorandum["people"][:1])
        memorandum["parties"].append({"name": "Japan", "country": "JPN"})

    corpus.restate(FIRST, change)


def facts_are_withdrawn_and_a_copy_comes(corpus: Corpus) -> None:
    corpus.restate(FIRST, lambda stated: stated.update(agreements=stated["agreements"][1:]))
    corpus.restate(NISAR, lambda stated: stated.update(agreements=[], meetings=[], commitments=[]))
    corpus.write("copy.md", corpus.article(SEAT).read_text(encoding="utf-8"))
    corpus.write("twin-a.md", "---\nid: twin\n---\nThe weather satellite was not spoken of.\n")


STEPS: dict[str, tuple[Callable[[Corpus], None], list[str]]] = {
    "the other half comes": (nothing, []),
    "articles and facts change": (articles_and_facts_change, []),
    "facts are withdrawn and a copy comes": (facts_are_withdrawn_and_a_copy_comes, []),
    "it is told as of the first run": (nothing, ["--vars", '{"as_of_run": "run-00001"}']),
    "and as of now again": (nothing, []),
}


@pytest.fixture(scope="module")
def differences(
    build: Builder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, dict[str, int]]]:
    """Build step after step; after each, also make all tables anew from the same `raw`.

    For each step the tables that differ, with the number of rows in which they do.
    """
    folder = tmp_path_factory.mktemp("steps")
    corpus = Corpus(folder / "articles")
    step_by_step, anew = folder / "step_by_step", folder / "anew"
    half = [path for path in corpus.files[::2] if path.suffix == ".md"]
    facts = [corpus.facts / f"{path.stem}.json" for path in half]
    build.build(step_by_step, half, [path for path in facts if path.exists()])
    found = {}
    for step, (change, arguments) in STEPS.items():
        change(corpus)
        built = build.build(step_by_step, corpus.files, [corpus.facts], arguments=arguments)
        anew.mkdir(exist_ok=True)
        shutil.copy(built.database, anew / built.database.name)
        full = build.build(anew, [], [], arguments=["--full-refresh", *arguments])
        found[step] = differing_rows(built.database, full.database)
    yield found


def differing_rows(one: Path, other: Path) -> dict[str, int]:
    """Return the tables whose rows differ between two build files, with how many do."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{one}' as one (read_only)")
        connection.execute(f"attach '{other}' as other (read_only)")
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables()"
            " where database_name = 'one' and schema_name in ('intermediate', 'marts')"
            f" and table_name not in {KEEP_BOOKS} order by all"
        ).fetchall()
        assert len(tables) > 30
        counts = {}
        for (table,) in tables:
            row = connection.execute(
                f"select count(*) from ((from one.{table} except all from other.{table})"
                f" union all (from other.{table} except all from one.{table}))"
            ).fetchone()
            counts[table] = row[0] if row else 0
    return {table: count for table, count in counts.items() if count}


@pytest.mark.parametrize("step", STEPS)
def test_an_incremental_build_gives_what_a_full_refresh_gives(
    differences: dict[str, dict[str, int]], step: str
) -> None:
    assert differences[step] == {}


@pytest.fixture(scope="module")
def three_articles(build: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    keys = (FIRST, SEAT, ROVER)
    articles = [PROJECT / "articles" / f"{key}.md" for key in keys]
    facts = [PROJECT / "articles" / "reviewed" / f"{key}.json" for key in keys]
    return build.build(tmp_path_factory.mktemp("three"), articles, facts).database


@pytest.fixture
def database(three_articles: Path, tmp_path: Path) -> Path:
    """Return a build file of three articles, for this test alone."""
    (tmp_path / "small").mkdir()
    return Path(shutil.copy(three_articles, tmp_path / "small"))


def spoil(database: Path) -> None:
    """Change rows behind the back of dbt."""
    with duckdb.connect(str(database)) as connection:
        connection.execute("update intermediate.int_mentions set title = 'spoilt'")
        connection.execute("delete from marts.evidence")


def is_spoilt(database: Path) -> bool:
    with duckdb.connect(str(database), read_only=True) as connection:
        titles = connection.execute("select distinct title from intermediate.int_mentions")
        words = connection.execute("select count(*) from marts.evidence").fetchone()
        return titles.fetchall() == [("spoilt",)] or words == (0,)


def test_rows_of_what_did_not_change_are_not_made_again(build: Builder, database: Path) -> None:
    spoil(database)
    build.build(database.parent, [], [])
    assert is_spoilt(database)


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("update state.builds set project_version = 'x'", id="other SQL or seeds"),
        pytest.param(
            "insert into state.builds select project_version, false from state.builds",
            id="a build that broke off",
        ),
        pytest.param("delete from state.builds", id="no note of any build"),
    ],
)
def test_tables_are_made_anew_after(build: Builder, database: Path, sql: str) -> None:
    spoil(database)
    with duckdb.connect(str(database)) as connection:
        connection.execute(sql)
    build.build(database.parent, [], [])
    assert not is_spoilt(database)
    spoil(database)
    build.build(database.parent, [], [])
    assert is_spoilt(database), "after a build that ended well, they are not"


def test_an_id_whose_first_mention_is_withdrawn_leads_on(build: Builder, tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "articles")
    articles = [corpus.article(key) for key in (FIRST, ENVOYS)]
    facts = [corpus.facts / f"{key}.json" for key in (FIRST, ENVOYS)]
    database = build.build(tmp_path / "leads on", articles, facts).database
    both = "select agreement_id from marts.agreements where article_count = 2"
    [(old_id,)] = ask(database, both)
    assert ask(database, "select retired_id from marts.id_redirects") == []

    corpus.restate(FIRST, lambda stated: stated.update(agreements=[]))
    build.build(tmp_path / "leads on", articles, facts)
    [(retired, current, reason, last_run)] = ask(
        database, "select retired_id, current_id, reason, last_run_id from marts.id_redirects"
    )
    assert (retired, last_run) == (old_id, "run-00001")
    assert "withdrawn" in reason
    assert ask(database, f"select 1 from marts.agreements where agreement_id = '{current}'")

    shutil.copy(PROJECT / "articles" / "reviewed" / f"{FIRST}.json", corpus.facts)
    build.build(tmp_path / "leads on", articles, facts)
    assert ask(database, both) == [(old_id,)], "the mention is back, and so is its id"
    assert (old_id,) not in ask(database, "select retired_id from marts.id_redirects")


def ask(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_a_changed_correction_or_spelling_is_seen(database: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    for part in ("models", "macros", "seeds"):
        shutil.copytree(PROJECT / part, project / part)
    for part in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(PROJECT / part, project / part)
    with duckdb.connect(str(database), read_only=True) as connection:
        found = connection.execute(
            "select agreement_id from marts.agreements order by article_count desc limit 1"
        ).fetchone()
    assert found
    with (project / "seeds" / "corrections.csv").open("a", encoding="utf-8") as corrections:
        corrections.write(
            f"x,set_value,agreement,{FIRST},{found[0]},place,Samarkand,me,2026-01-01,y\n"
        )
    anew = tmp_path / "anew" / database.name
    anew.parent.mkdir()
    shutil.copy(database, anew)
    with duckdb.connect(str(anew)) as connection:
        for schema in ("intermediate", "marts", "state"):
            connection.execute(f"drop schema {schema} cascade")
    for one in (database, anew):
        dbt(project, one, "build", "--exclude-resource-type", "test", "unit_test")
    assert differing_rows(database, anew) == {}
    with duckdb.connect(str(anew), read_only=True) as connection:
        [(place,)] = connection.execute(
            "select place from marts.agreements where agreement_id = ?", found
        ).fetchall()
    assert place == "Samarkand"
    compiled = dbt(project, anew, "compile", "--inline", "{{ project_files() }}")
    globs = re.findall(r"'([^']+)'", compiled)
    seen = {path for glob in globs for (path,) in duckdb.sql(f"from glob('{glob}')").fetchall()}
    made_of = [
        path
        for path in project.rglob("*")
        if path.suffix in (".sql", ".yml", ".csv", ".md") and "target" not in path.parts
    ]
    described = {project / "profiles.yml", project / "macros" / "_macros.yml"}
    assert set(map(Path, seen)) == set(made_of) - described


def dbt(project: Path, database: Path, *arguments: str) -> str:
    """Run dbt over the project in `project`; return what it prints."""
    command = [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "--quiet", *arguments]
    folders = {"DBT_PROJECT_DIR": str(project), "DBT_PROFILES_DIR": str(project)}
    target = {"DBT_TARGET_PATH": str(project / "target")}
    done = subprocess.run(
        command,
        cwd=project,
        env={**dbt_environment(warehouse(database, None)), **folders, **target},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
