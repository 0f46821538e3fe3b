"""Tables are made anew when what they were made of, or by, has changed, and else left alone."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest.settings import warehouse
from ingest.warehouse.build import dbt_environment
from tests.samples import PROJECT
from tests.warehouse.builder import Builder
from tests.warehouse.helpers import differing_rows

MEMORANDUM = "2019-04-19-korea-uzbekistan-space-mou"
KEYS = (
    MEMORANDUM,
    "2022-05-24-biden-kishida-gateway-seat",
    "2024-04-11-pressurized-rover-two-seats",
)


@pytest.fixture(scope="module")
def three_articles(build: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    articles = [PROJECT / "articles" / f"{key}.md" for key in KEYS]
    facts = [PROJECT / "articles" / "reviewed" / f"{key}.json" for key in KEYS]
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
            f"x,set_value,agreement,{MEMORANDUM},{found[0]},place,Samarkand,me,2026-01-01,y\n"
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
