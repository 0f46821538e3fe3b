"""What an incremental build gives is, row for row, what a full refresh gives."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.samples import PROJECT
from tests.warehouse.builder import Builder
from tests.warehouse.helpers import differing_rows

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


@pytest.mark.parametrize("step", STEPS)
def test_an_incremental_build_gives_what_a_full_refresh_gives(
    differences: dict[str, dict[str, int]], step: str
) -> None:
    assert differences[step] == {}


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
