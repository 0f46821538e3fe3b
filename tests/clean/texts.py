"""Helpers for the tests of `clean`: synthetic articles in our own words."""

from typing import Any

from ingest.article import Article, Document, GivenMetadata
from ingest.clean import clean

LEAD = (
    "Norland and Sudland agreed on Tuesday to build a ground station together, the science "
    "minister of Norland told reporters after the talks."
)
SECOND = (
    "The station will cost 40 million crowns and is to stand on the northern coast, where the sky "
    "is dark for most of the year."
)
THIRD = "Work begins in spring. Both governments expect the first signal within three years."
BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
TITLE = "Norland, Sudland to build ground station"


def cleaned(text: str, path: str = "sample.txt", **given: Any) -> Article:
    """Clean a plain text with that given metadata."""
    return clean(Document(path, None, "text", "utf-8", text, GivenMetadata(**given)))


def marked(text: str, **given: Any) -> list[tuple[str, str]]:
    """Return kind and words of each furniture span."""
    article = cleaned(text, **given)
    return [(span.kind, article.text[span.start : span.end]) for span in article.furniture]


def body(article: Article) -> str:
    """Return the words that are not furniture."""
    return " ".join(
        " ".join(article.text[start:end] for start, end in article.body_spans()).split()
    )
