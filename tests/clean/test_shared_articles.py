"""Real articles, where they lie beside the project; skipped where they do not."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ingest.article import Article, Document, Known
from ingest.clean import clean
from ingest.read import discover, read_file

SHARED = Path(__file__).parents[3] / "shared"
FOLDERS = [SHARED, SHARED / "dev"]

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no shared articles here")


def articles(folder: Path) -> dict[str, Article]:
    found = (item for file in discover([str(folder)]) for item in read_file(file))
    cleaned = (clean(item) for item in found if isinstance(item, Document))
    return {article.article_key: article for article in cleaned}


def quotes(gold: Path) -> Iterator[str]:
    facts = json.loads(gold.read_text(encoding="utf-8"))
    for kind in ("agreements", "meetings", "commitments"):
        for fact in facts[kind]:
            yield from fact["evidence"]


@pytest.mark.parametrize("folder", FOLDERS, ids=["five", "dev"])
def test_no_quoted_sentence_is_furniture(folder: Path) -> None:
    cleaned = articles(folder / "articles")
    lost = []
    for gold in sorted((folder / "gold").glob("*.json")):
        article = cleaned[gold.stem]
        for quote in quotes(gold):
            start = article.text.index(quote)
            spans = (s for s in article.furniture if s.start < start + len(quote) and start < s.end)
            lost += [(gold.stem, span.kind, quote) for span in spans]
    assert lost == []


@pytest.fixture(scope="module")
def five() -> dict[str, Article]:
    return {key[:3]: article for key, article in articles(SHARED / "articles").items()}


def test_metadata_of_the_five(five: dict[str, Article]) -> None:
    header = json.loads(next((SHARED / "gold").glob("000*.json")).read_text(encoding="utf-8"))
    assert five["000"].title == Known(header["article"]["title"], "first_line")
    assert five["000"].publisher == Known("Novastan", "statement")
    assert five["000"].published_on == Known(date(2021, 2, 22), "statement")
    assert five["000"].byline == Known("Arnaud Muller", "byline")
    assert five["001"].dateline_place == Known("Seoul, South Korea", "dateline")
    assert five["001"].published_on is None
    assert five["002"].published_on == Known(date(2025, 12, 6), "masthead")
    assert five["002"].dateline_place == Known("Seoul", "dateline")
    assert five["002"].dateline_on == Known(date(2025, 12, 6), "dateline")
    assert five["002"].publisher == Known("IANS", "credit")
    assert five["004"].publisher == Known("MENAFN", "credit")
    inferred = five["003"]
    assert (inferred.title, inferred.publisher, inferred.published_on) == (None, None, None)
    assert (inferred.byline, inferred.dateline_place) == (None, None)


def test_furniture_of_the_five(five: dict[str, Article]) -> None:
    kinds = {key: [span.kind for span in article.furniture] for key, article in five.items()}
    assert kinds["000"] == [
        "navigation", "repeat", "notice", "newsletter", "byline", "translator", "comments",
    ]  # fmt: skip
    assert kinds["001"] == ["credit", "comments"]
    assert kinds["002"][:5] == ["masthead", "repeat", "agency", "agency", "related"]
    assert set(kinds["002"][5:]) == {"headline_list"}
    assert kinds["003"] == ["comments"]
    assert kinds["004"] == []


def test_publishers_of_the_news_digests() -> None:
    rows = json.loads((SHARED / "dev" / "metadata.json").read_text(encoding="utf-8"))
    known = {row["id"]: row["publisher"] for row in rows}
    found = articles(SHARED / "dev" / "articles")
    digests = [article for key, article in found.items() if article.text.rstrip().endswith(")")]
    assert len(digests) > 30
    assert [
        a.article_key for a in digests if a.publisher != Known(known[a.article_key], "credit")
    ] == []
