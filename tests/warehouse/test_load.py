"""A run lands whole or not at all, adds only what is new, and keeps what was there."""

from pathlib import Path
from typing import Any

import pytest

from ingest.errors import InputError, UsageError
from ingest.extract import EXTRACTOR_VERSION
from ingest.warehouse import work
from tests.samples import TREATY_TEXT, fact_file, promise, treaty
from tests.warehouse.helpers import (
    RAW_TABLES,
    content,
    counts,
    load,
    nothing_found,
    query,
    write_article,
    write_facts,
)


def test_an_article_and_its_facts_land_in_every_table(tmp_path: Path, database: Path) -> None:
    articles = write_article(tmp_path / "articles")
    facts = write_facts(tmp_path / "facts.json", fact_file())
    summary = load(database, articles, facts)
    assert summary.run_id == "run-00001"
    assert counts(database) == {
        "ingest_runs": 1,
        "articles": 1,
        "article_furniture": 1,
        "fact_sets": 1,
        "facts": 2,
        "fact_parties": 3,
        "fact_people": 1,
        "fact_evidence": 2,
        "rejected_inputs": 0,
        "rejected_facts": 0,
    }
    assert query(
        database,
        "select run_number, document_count, fact_set_count, fact_count, rejected_fact_count"
        " from raw.ingest_runs",
    ) == [(1, 1, 1, 2, 0)]


def test_the_same_files_again_add_nothing_and_leave_no_run(tmp_path: Path, database: Path) -> None:
    articles = write_article(tmp_path / "articles").parent
    write_article(articles, "empty.txt", " ")
    lie = treaty(evidence=["They signed nothing."])
    facts = write_facts(tmp_path / "facts.json", fact_file(agreements=[treaty(), lie]))
    first = load(database, articles, facts, nothing_found)
    before = content(database)
    again = load(database, articles, facts, nothing_found)
    assert (first.run_id, again.run_id) == ("run-00001", None)
    assert not any(again.added.values())
    assert content(database) == before
    assert counts(database)["ingest_runs"] == 1


def test_a_changed_article_adds_rows_and_the_old_ones_stay(tmp_path: Path, database: Path) -> None:
    path = write_article(tmp_path / "articles")
    facts = write_facts(tmp_path / "facts.json", fact_file())
    load(database, path, facts)
    before = content(database)
    path.write_text(TREATY_TEXT + "\n\nA correction was made.", encoding="utf-8")
    summary = load(database, path, facts)
    assert summary.run_id == "run-00002"
    after = content(database)
    for table in RAW_TABLES[1:]:
        assert set(map(repr, before[table])) <= set(map(repr, after[table])), table
    assert counts(database)["articles"] == 2
    assert counts(database)["fact_sets"] == 2
    assert len(set(query(database, "select source_key from raw.articles"))) == 1
    assert len(set(query(database, "select mention_id from raw.facts"))) == 2


def test_what_changes_back_is_new_again_and_what_stays_is_not(
    tmp_path: Path, database: Path
) -> None:
    path = write_article(tmp_path / "articles")
    facts = tmp_path / "facts.json"
    runs = []
    for text, day in (("A", 3), ("B", 3), ("B", 4), ("B", 3), ("A", 3), ("A", 3)):
        path.write_text(f"{TREATY_TEXT}\n\n{text} was added.", encoding="utf-8")
        write_facts(facts, fact_file(agreements=[treaty(signed_on=f"2021-05-0{day}")]))
        runs.append(load(database, path, facts).run_id)
    assert runs == [*(f"run-0000{number}" for number in range(1, 6)), None]
    versions = "select run_id, right(text, 12)[1] from raw.articles order by run_id"
    assert query(database, versions) == [
        ("run-00001", "A"),
        ("run-00002", "B"),
        ("run-00005", "A"),
    ]
    [(sets, distinct)] = query(
        database, "select count(*), count(distinct fact_set_id) from raw.fact_sets"
    )
    assert (sets, distinct) == (4, 3)


def test_a_unit_that_fails_in_the_middle_leaves_nothing_behind(
    tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(tmp_path / "before")
    load(database, tmp_path / "before")
    before = content(database)
    for number in range(5):
        write_article(tmp_path / "more", f"{number}.txt", f"Article number {number} is here.")
    seen = []

    def failing(document: Any) -> Any:
        seen.append(document)
        if len(seen) == 4:
            raise RuntimeError("out of order")
        return clean(document)

    clean = work.clean
    monkeypatch.setattr(work, "clean", failing)
    monkeypatch.setattr(work, "_UNIT_ITEMS", 1)
    with pytest.raises(RuntimeError, match="out of order"):
        load(database, tmp_path / "more")
    assert len(seen) == 4, "earlier units must have been appended before the failure"
    assert content(database) == before
    assert counts(database)["ingest_runs"] == 1
    monkeypatch.undo()
    assert load(database, tmp_path / "more").run_id == "run-00002"


def test_facts_may_come_in_a_later_run_than_their_article(tmp_path: Path, database: Path) -> None:
    load(database, write_article(tmp_path / "first"))
    other = write_article(tmp_path / "second", "other.txt", "Nothing to do with it.")
    facts = write_facts(tmp_path / "facts.json", fact_file())
    summary = load(database, other, facts)
    assert summary.added["facts"] == 2
    assert query(
        database,
        "select distinct a.article_key, a.run_id, s.run_id from raw.fact_sets as s"
        " inner join raw.articles as a using (document_id)",
    ) == [("sample", "run-00001", "run-00002")]
    assert counts(database)["rejected_facts"] == 0


def test_facts_choose_the_article_they_are_about_among_those_of_one_name(
    tmp_path: Path, database: Path
) -> None:
    right = write_article(tmp_path / "b")
    wrong = write_article(tmp_path / "a", text="Quite another story of the same name.")
    facts = write_facts(tmp_path / "facts.json", fact_file())
    summary = load(database, [tmp_path / "a", tmp_path / "b"], facts, nothing_found)
    assert summary.added["rejected_facts"] == 0
    assert sorted(
        query(
            database,
            "select a.source_path, s.method, s.fact_count from raw.fact_sets as s"
            " inner join raw.articles as a using (document_id)",
        )
    ) == [(str(wrong), "rules", 0), (str(right), "reviewed", 2)]


def test_facts_choose_their_article_also_when_it_was_stored_earlier(
    tmp_path: Path, database: Path
) -> None:
    load(database, write_article(tmp_path / "a"))
    namesake = write_article(tmp_path / "b", text="Quite another story of the same name.")
    facts = write_facts(tmp_path / "facts.json", fact_file())
    summary = load(database, namesake, facts)
    assert (summary.added["facts"], summary.added["rejected_facts"]) == (2, 0)


def test_later_facts_rest_on_the_current_version_of_their_article(
    tmp_path: Path, database: Path
) -> None:
    path = write_article(tmp_path / "articles")
    load(database, path)
    path.write_text(TREATY_TEXT.replace("by 2024", "one day"), encoding="utf-8")
    load(database, path)
    other = write_article(tmp_path / "other", "other.txt", "Nothing to do with it.")
    load(database, other, write_facts(tmp_path / "facts.json", fact_file()))
    assert query(
        database,
        "select a.run_id, s.fact_count, s.rejected_count from raw.fact_sets as s"
        " inner join raw.articles as a using (document_id)",
    ) == [("run-00002", 1, 1)]


def test_facts_of_one_article_may_be_spread_over_files(tmp_path: Path, database: Path) -> None:
    write_facts(tmp_path / "facts" / "1.json", fact_file(commitments=[]))
    write_facts(tmp_path / "facts" / "2.json", fact_file(agreements=[]))
    load(database, write_article(tmp_path / "articles"), tmp_path / "facts")
    assert query(database, "select kind from raw.facts order by kind") == [
        ("agreement",),
        ("commitment",),
    ]
    assert counts(database)["fact_sets"] == 1
    [(path,)] = query(database, "select source_path from raw.fact_sets")
    assert path.split(", ") == [str(tmp_path / "facts" / name) for name in ("1.json", "2.json")]


def test_two_methods_on_one_article_stay_apart(tmp_path: Path, database: Path) -> None:
    facts = write_facts(tmp_path / "facts.json", [fact_file(), {**fact_file(), "method": "llm"}])
    load(database, write_article(tmp_path / "articles"), facts)
    assert query(database, "select method, fact_count from raw.fact_sets order by method") == [
        ("llm", 2),
        ("reviewed", 2),
    ]


def test_refused_inputs_say_why_once(tmp_path: Path, database: Path) -> None:
    folder = tmp_path / "articles"
    write_article(folder)
    write_article(folder, "empty.txt", "\n \n")
    write_article(folder, "rows.jsonl", '{"text": "A good row of words."}\n{oops\n')
    for _ in range(2):
        load(database, folder)
    found = query(
        database,
        "select source_path, source_position, reason_code, reason from raw.rejected_inputs"
        " order by source_path",
    )
    assert [row[:3] for row in found] == [
        (str(folder / "empty.txt"), None, "empty_file"),
        (str(folder / "rows.jsonl"), 2, "bad_json"),
    ]
    for path, _, _, reason in found:
        assert reason.startswith(path)
    assert counts(database)["articles"] == 2


def test_refused_facts_say_why_once_and_their_neighbours_land(
    tmp_path: Path, database: Path
) -> None:
    lie = "Norland promised a second station."
    write_facts(
        tmp_path / "facts" / "sample.json",
        fact_file(
            agreements=[treaty(), treaty(type="pact")],
            commitments=[promise(), promise(evidence=[lie])],
        ),
    )
    write_facts(tmp_path / "facts" / "stray.json", fact_file("stray"))
    articles = write_article(tmp_path / "articles")
    for _ in range(2):
        load(database, articles, tmp_path / "facts")
    assert query(
        database,
        "select article_key, kind, position, reason_code, field, value from raw.rejected_facts"
        " order by reason_code",
    ) == [
        ("stray", None, None, "article_not_found", "article.id", "stray"),
        ("sample", "agreement", 1, "bad_field", "type", '"pact"'),
        ("sample", "commitment", 1, "quote_not_found", "evidence", lie),
    ]
    assert counts(database)["facts"] == 2
    [(facts, refused)] = query(database, "select fact_count, rejected_count from raw.fact_sets")
    assert (facts, refused) == (2, 1)


def test_the_number_of_a_refused_quote_is_its_place_in_the_file(
    tmp_path: Path, database: Path
) -> None:
    bad, lie = treaty(type="pact"), treaty(evidence=["Nobody wrote this."])
    facts = write_facts(tmp_path / "facts.json", fact_file(agreements=[bad, lie, treaty()]))
    load(database, write_article(tmp_path / "articles"), facts)
    assert query(
        database, "select position, reason_code from raw.rejected_facts order by position"
    ) == [(0, "bad_field"), (1, "quote_not_found")]


def test_one_text_at_two_places_is_one_text_with_two_sources(
    tmp_path: Path, database: Path
) -> None:
    write_article(tmp_path / "a", "first.txt")
    write_article(tmp_path / "b", "second.txt", TREATY_TEXT.replace("Leave a Comment", ""))
    load(database, [tmp_path / "a", tmp_path / "b"])
    [(texts, sources)] = query(
        database, "select count(distinct text_id), count(distinct source_key) from raw.articles"
    )
    assert (texts, sources) == (1, 2)


def test_what_the_producer_found_is_not_asked_for_again(tmp_path: Path, database: Path) -> None:
    asked = []

    def producer(article: Any) -> Any:
        asked.append(article.article_key)
        return nothing_found(article).model_copy(update={"producer_version": EXTRACTOR_VERSION})

    articles = write_article(tmp_path / "articles")
    load(database, articles, producer=producer)
    load(database, articles, producer=producer)
    assert asked == ["sample"]


def test_nothing_readable_is_an_error_and_the_refusals_are_kept(
    tmp_path: Path, database: Path
) -> None:
    write_article(tmp_path / "articles", "empty.txt", "")
    for _ in range(2):
        with pytest.raises(InputError, match="no article could be read") as raised:
            load(database, tmp_path / "articles")
        assert "empty.txt: the file holds no text" in str(raised.value)
    assert {table: count for table, count in counts(database).items() if count} == {
        "ingest_runs": 1,
        "rejected_inputs": 1,
    }


def test_a_path_that_is_not_there_makes_no_build_file(tmp_path: Path, database: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        load(database, tmp_path / "nowhere")
    with pytest.raises(UsageError, match="no such file"):
        load(database, write_article(tmp_path / "articles"), tmp_path / "nowhere")
    assert not database.exists()


def test_fact_files_among_the_articles_are_not_read_as_articles(
    tmp_path: Path, database: Path
) -> None:
    write_article(tmp_path / "articles")
    write_facts(tmp_path / "articles" / "reviewed" / "sample.jsonl", fact_file())
    summary = load(database, tmp_path / "articles", tmp_path / "articles" / "reviewed")
    assert summary.added["rejected_inputs"] == 0
    assert (summary.added["articles"], summary.added["facts"]) == (1, 2)
