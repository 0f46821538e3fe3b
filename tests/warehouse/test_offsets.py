"""Offsets mean the same in Python and in DuckDB, whatever the script."""

from pathlib import Path

import pytest

from tests.samples import fact_file, treaty
from tests.warehouse.helpers import load, query, write_article, write_facts

QUOTE = "They signed a pact in Zürich."


@pytest.mark.parametrize(
    "before",
    [
        "Plain words. ",
        "🚀🛰️ Up it goes 👩‍🚀! ",  # beyond the basic plane, joined and with variation selectors
        "🇰🇷🇺🇿 Two flags. ",
        "Cafe\u0301 and o\u0308 with combining marks. ",
        "सियोल में बैठक हुई। ",
        "서울과 타슈켄트. ",
        "مركز محمد بن راشد للفضاء. ",
        "Soft\u00adhyphen and zero\u200bwidth. ",
    ],
)
def test_the_quote_is_the_text_at_its_offsets(tmp_path: Path, database: Path, before: str) -> None:
    text = f"{before}{QUOTE} That was all 🎉."
    articles = write_article(tmp_path / "articles", text=text)
    facts = fact_file(agreements=[treaty(evidence=[QUOTE, before.strip()])], commitments=[])
    load(database, articles, write_facts(tmp_path / "facts.json", facts))
    found = query(
        database,
        "select e.quote, e.start_offset, e.end_offset, a.text,"
        " substr(a.text, e.start_offset + 1, e.end_offset - e.start_offset)"
        " from raw.fact_evidence as e inner join raw.articles as a using (document_id)"
        " order by e.position",
    )
    assert [row[0] for row in found] == [QUOTE, before.strip()]
    for quote, start, end, stored, cut_by_duckdb in found:
        assert stored == text
        assert stored[start:end] == quote
        assert cut_by_duckdb == quote


def test_the_articles_own_typography_is_stored(tmp_path: Path, database: Path) -> None:
    text = "👋 She said:\u00a0“We’ll sign –\nsoon.”"
    articles = write_article(tmp_path / "articles", text=text)
    stated = treaty(evidence=['She said: "We\'ll sign - soon."'])
    facts = write_facts(tmp_path / "facts.json", fact_file(agreements=[stated], commitments=[]))
    load(database, articles, facts)
    assert query(
        database,
        "select quote, start_offset, quote = substr(text, start_offset + 1, end_offset -"
        " start_offset) from raw.fact_evidence inner join raw.articles using (document_id)",
    ) == [(text[2:], 2, True)]


def test_furniture_offsets_cut_the_furniture(tmp_path: Path, database: Path) -> None:
    text = "🚀 Norland and Sudland signed a treaty.\n\nLeave a Comment"
    load(database, write_article(tmp_path / "articles", text=text))
    assert query(
        database,
        "select trim(substr(text, start_offset + 1, end_offset - start_offset), e' \\n')"
        " from raw.article_furniture inner join raw.articles using (document_id)",
    ) == [("Leave a Comment",)]
