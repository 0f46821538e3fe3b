"""Work comes in units of bounded size, and more workers give the same rows."""

import json
import os
from pathlib import Path

import pytest

from ingest.article import Article, Document
from ingest.extract import extract
from ingest.facts.model import FactFile
from ingest.read import InputFile, discover
from ingest.warehouse import work
from tests.samples import fact_file
from tests.warehouse.helpers import content, load, query, write_article, write_facts

STORY = "Norland and Sudland will build satellite number {} together, their space agencies said."


def files(folder: Path) -> list[InputFile]:
    return discover([str(folder)]).files


def test_small_files_share_a_unit_up_to_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7):
        write_article(tmp_path, f"{number}.txt", STORY.format(number))
    monkeypatch.setattr(work, "_UNIT_ITEMS", 3)
    cut = list(work.units(files(tmp_path)))
    assert [len(unit) for unit in cut] == [3, 3, 1]
    assert [file for unit in cut for file in unit] == files(tmp_path)


def test_large_files_end_a_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        write_article(tmp_path, f"{number}.txt", "x" * 400)
    monkeypatch.setattr(work, "_UNIT_BYTES", 1000)
    assert [len(unit) for unit in work.units(files(tmp_path))] == [3, 2]


def test_a_file_of_many_articles_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.dumps({"text": STORY.format(number)}) for number in range(10)]
    write_article(tmp_path, "many.jsonl", "\n".join([*rows, "{oops"]))
    write_article(tmp_path, "single.txt")
    monkeypatch.setattr(work, "_UNIT_ITEMS", 4)
    cut = list(work.units(files(tmp_path)))
    assert [len(unit) for unit in cut] == [4, 4, 3, 1]
    positions = [d.position for unit in cut[:3] for d in unit if isinstance(d, Document)]
    assert positions == list(range(1, 11))


def test_a_file_of_many_articles_is_cut_by_size_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [json.dumps({"text": "word " * 100}) for _ in range(4)]
    write_article(tmp_path, "many.jsonl", "\n".join(rows))
    monkeypatch.setattr(work, "_UNIT_BYTES", 900)
    assert [len(unit) for unit in work.units(files(tmp_path))] == [2, 2]


def test_a_file_of_many_articles_is_read_as_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(tmp_path, "many.jsonl", '{"text": "Some words."}\n' * 100)
    read = []

    def counting(file: InputFile):  # type: ignore[no-untyped-def]
        for document in read_file(file):
            read.append(document)
            yield document

    read_file = work.read_file
    monkeypatch.setattr(work, "read_file", counting)
    monkeypatch.setattr(work, "_UNIT_ITEMS", 10)
    next(work.units(files(tmp_path)))
    assert len(read) <= 11


def many_articles(folder: Path) -> None:
    for number in range(8):
        write_article(folder, f"{number}.txt", STORY.format(number))
    write_article(folder)
    write_article(folder, "empty.txt", "")
    rows = [json.dumps({"id": f"row-{n}", "text": STORY.format(n + 100)}) for n in range(9)]
    write_article(folder, "many.jsonl", "\n".join([*rows, "{oops"]))


@pytest.mark.skipif(os.cpu_count() == 1, reason="one core has no pool")
def test_workers_and_one_process_give_the_same_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many_articles(tmp_path / "articles")
    facts = write_facts(tmp_path / "facts.json", fact_file())
    load(tmp_path / "alone.duckdb", tmp_path / "articles", facts, extract)

    started = []
    pool = work.ProcessPoolExecutor

    def counting_pool(*arguments: object, **options: object) -> object:
        started.append(arguments)
        return pool(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "ProcessPoolExecutor", counting_pool)
    monkeypatch.setattr(work, "_POOL_FROM_BYTES", 0)
    monkeypatch.setattr(work, "_UNIT_ITEMS", 2)
    load(tmp_path / "pool.duckdb", tmp_path / "articles", facts, extract)
    assert started, "the pool was not used"
    alone, pooled = content(tmp_path / "alone.duckdb"), content(tmp_path / "pool.duckdb")
    assert pooled == alone
    assert len(alone["articles"]) == 18
    assert len(alone["rejected_inputs"]) == 2


@pytest.mark.skipif(os.cpu_count() == 1, reason="one core has no pool")
def test_a_worker_that_fails_ends_the_run_with_nothing_behind(
    tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many_articles(tmp_path / "articles")
    monkeypatch.setattr(work, "_POOL_FROM_BYTES", 0)
    monkeypatch.setattr(work, "_UNIT_ITEMS", 2)
    with pytest.raises(RuntimeError, match="cannot extract"):
        load(database, tmp_path / "articles", producer=failing_producer)
    assert query(database, "select count(*) from raw.articles") == [(0,)]


def failing_producer(article: Article) -> FactFile:
    raise RuntimeError(f"cannot extract {article.article_key}")
