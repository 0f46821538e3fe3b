"""Work comes in units of bounded size, and more workers give the same rows."""

import json
import os
from pathlib import Path

import pytest

from ingest.article import Article, Document, Rejection
from ingest.extract import extract
from ingest.facts.model import FactFile
from ingest.read import InputFile, LineBlock, discover, read_file
from ingest.warehouse import raw, work
from ingest.warehouse.rows import source_key
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
    cut = [list(work.documents(unit)) for unit in work.units(files(tmp_path))]
    assert [len(unit) for unit in cut] == [4, 4, 3, 1]
    positions = [d.position for unit in cut[:3] for d in unit if isinstance(d, Document)]
    assert positions == list(range(1, 11))


def test_a_file_of_many_articles_is_cut_by_size_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [json.dumps({"text": "word " * 100}) for _ in range(4)]
    write_article(tmp_path, "many.jsonl", "\n".join(rows))
    monkeypatch.setattr(work, "_UNIT_BYTES", 900)
    cut = [list(work.documents(unit)) for unit in work.units(files(tmp_path))]
    assert [len(unit) for unit in cut] == [2, 2]


def test_a_file_of_many_articles_is_read_as_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(tmp_path, "many.csv", "text\n" + "Some words.\n" * 100)
    read = []

    def counting(*arguments):  # type: ignore[no-untyped-def]
        for document in read_blocks(*arguments):
            read.append(document)
            yield document

    read_blocks = work.read_blocks
    monkeypatch.setattr(work, "read_blocks", counting)
    monkeypatch.setattr(work, "_UNIT_ITEMS", 10)
    next(work.units(files(tmp_path)))
    assert len(read) <= 11


def test_lines_are_handed_out_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_article(tmp_path, "many.jsonl", '{"text": "Some words."}\n' * 100)
    monkeypatch.setattr(work, "_UNIT_ITEMS", 10)
    cut = work.units(files(tmp_path))
    [block] = next(cut)
    assert isinstance(block, LineBlock)
    assert block.lines == [b'{"text": "Some words."}\n'] * 10
    assert [block.first for [block] in cut] == list(range(11, 101, 10))


def test_blocks_of_lines_give_what_the_whole_file_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        '{"text": "One."}',
        "",
        '{"text": "Two."}',
        "{oops",
        " ",
        '{"id": "5", "text": "Five."}',
    ]
    write_article(tmp_path, "many.jsonl", "\n".join(rows))
    write_article(tmp_path, "blank.jsonl", "\n \n")
    write_article(tmp_path, "binary.jsonl", "%PDF-1.4")
    whole = [document for file in files(tmp_path) for document in read_file(file)]
    monkeypatch.setattr(work, "_UNIT_ITEMS", 2)
    cut = [document for unit in work.units(files(tmp_path)) for document in work.documents(unit)]
    assert cut == whole
    assert [d.reason_code for d in cut if isinstance(d, Rejection)] == [
        "not_text",
        "empty_file",
        "bad_json",
    ]


def test_rows_of_one_run_are_gathered_and_stored_once(
    tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = json.dumps({"id": "twice", "text": STORY.format(1)})
    write_article(tmp_path, "many.jsonl", "\n".join([row, row, row.replace("1", "2")]))
    monkeypatch.setattr(work, "_UNIT_ITEMS", 1)
    for size in (1, 16_000_000):
        monkeypatch.setattr(raw, "_BATCH_BYTES", size)
        target = database.with_name(f"{size}.duckdb")
        load(target, tmp_path)
        assert query(target, "select count(*) from raw.articles") == [(2,)]


def test_the_place_of_a_document_follows_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document("a.txt", None, "text", "utf-8", "Some words.")
    keys = []
    for name in ("one", "two", "one"):
        (tmp_path / name).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / name)
        keys.append(source_key(document))
    assert keys[0] == keys[2] != keys[1]


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
