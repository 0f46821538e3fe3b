"""Articles for the extractor's tests, built from text of our own wording."""

from datetime import date

from ingest.article import Document, GivenMetadata
from ingest.clean import clean
from ingest.extract import extract
from ingest.extract.candidates import candidates
from ingest.extract.context import Reading
from ingest.extract.drafts import Draft
from ingest.facts.model import FactFile

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def facts(
    text: str,
    published_on: date | None = PUBLISHED,
    title: str | None = None,
    publisher: str | None = None,
) -> FactFile:
    """Return the facts of an article with this text."""
    given = GivenMetadata(
        article_id="test", title=title, published_on=published_on, publisher=publisher
    )
    return extract(clean(Document("test.txt", None, "text", "utf-8", text, given)))


def told_agreements(text: str) -> list[tuple[str, str, str | None]]:
    """Return type, status and day of the agreements in an article with this text."""
    return [(fact.type, fact.status, fact.signed_on) for fact in facts(text).agreements]


def codes(fact: object) -> set[str | None]:
    """Return the party codes of a fact."""
    return {party.country for party in fact.parties}  # type: ignore[attr-defined]


def drafts(
    text: str,
    kind: str | None = None,
    published_on: date | None = PUBLISHED,
    title: str | None = None,
    publisher: str | None = None,
) -> list[Draft]:
    """Return the candidates of a kind, or of all, in an article with this text, sure or not."""
    found = candidates(reading(text, published_on, title, publisher))
    return [draft for draft in found if kind in (None, draft.kind)]


def reading(
    text: str,
    published_on: date | None = PUBLISHED,
    title: str | None = None,
    publisher: str | None = None,
) -> Reading:
    """Return an article with this text, read."""
    given = GivenMetadata(
        article_id="test", title=title, published_on=published_on, publisher=publisher
    )
    return Reading(clean(Document("test.txt", None, "text", "utf-8", text, given)))
