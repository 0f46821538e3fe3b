"""What the warehouse said at an earlier run can be asked, without keeping old files."""

import json
from pathlib import Path

import duckdb
from rich.console import Console

from ingest.settings import warehouse
from ingest.warehouse.build import build
from ingest.warehouse.load import ingest
from tests.samples import fact_file

TEXT = "Norland and Sudland signed a space treaty in Oslo on 3 May 2021.\n\n{}\n"


def test_a_build_as_of_the_first_run_tells_only_what_it_brought(tmp_path: Path) -> None:
    articles, facts = tmp_path / "articles", tmp_path / "facts"
    articles.mkdir()
    facts.mkdir()
    database = tmp_path / "b.duckdb"
    console = Console(quiet=True)
    for key, promise in (
        ("first", "Norland will build a ground station by 2024."),
        ("second", "Norland will build a ground station by 2026."),
    ):
        (articles / f"{key}.txt").write_text(TEXT.format(promise), encoding="utf-8")
        stated = fact_file(key)
        stated["commitments"][0]["evidence"] = [promise]
        stated["commitments"][0]["due"] = promise[-5:-1]
        (facts / f"{key}.json").write_text(json.dumps(stated), encoding="utf-8")
        ingest([str(articles)], [str(facts)], database, console, producer=None)
    target = warehouse(database, None)
    # Every model rests on runs in the same way; the smallest mart shows it.
    only_models = ["--quiet", "--select", "+article_sources", "--exclude", "resource_type:test"]

    build(target, ["--vars", '{"as_of_run": "run-00001"}', *only_models], console)
    assert article_keys(database) == {"first"}
    build(target, only_models, console)
    assert article_keys(database) == {"first", "second"}


def article_keys(database: Path) -> set[str]:
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute("select article_key from marts.article_sources").fetchall()
    return {row[0] for row in rows}
