"""Facts from an article nobody has annotated, by rules, with the words they rest on."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.article import Article
from ingest.extract import output
from ingest.extract.candidates import candidates
from ingest.extract.confidence import is_sure_enough, score, settle
from ingest.extract.context import Reading
from ingest.extract.drafts import Draft
from ingest.extract.finishing import finish
from ingest.extract.gate import is_worth_reading
from ingest.extract.merge import merge
from ingest.facts.model import ArticleRef, FactFile

EXTRACTOR_VERSION = "2.12.0"

__all__ = [
    "EXTRACTOR_VERSION",
    "as_file",
    "assemble",
    "extract",
    "is_worth_reading",
    "read_closely",
]


def extract(article: Article) -> FactFile:
    """Return the facts of `article`; the same article always gives the same facts."""
    if not is_worth_reading(article.text):
        return as_file(article, None, [])
    return read_closely(article)


def read_closely(article: Article, *, selective: bool = True) -> FactFile:
    """Return the facts of `article` without asking first whether it is worth the time.

    Without `selective` also sentences that promise nothing are read.
    """
    reading = Reading(article, selective=selective)
    drafts = candidates(reading)
    for draft in drafts:
        score(draft)
    facts = assemble(reading, [draft for draft in drafts if draft.bare or is_sure_enough(draft)])
    return as_file(article, reading, settle(facts))


def assemble(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the facts that `drafts` tell, each once; the drafts themselves stay as they are."""
    facts = merge(reading, [replace(draft, features=dict(draft.features)) for draft in drafts])
    finish(reading, facts)
    return facts


def as_file(article: Article, reading: Reading | None, drafts: Sequence[Draft]) -> FactFile:
    """Return finished drafts as the fact file of the codebook."""
    kinds: dict[str, list[Draft]] = {"agreement": [], "meeting": [], "commitment": []}
    for draft in drafts:
        kinds[draft.kind].append(draft)
    return FactFile(
        article=_reference(article),
        method="rules",
        producer_version=EXTRACTOR_VERSION,
        agreements=[output.agreement(reading, d) for d in kinds["agreement"]] if reading else [],
        meetings=[output.meeting(reading, d) for d in kinds["meeting"]] if reading else [],
        commitments=[output.commitment(reading, d) for d in kinds["commitment"]] if reading else [],
    )


def _reference(article: Article) -> ArticleRef:
    return ArticleRef(
        id=article.article_key,
        url=article.url.value if article.url else None,
        title=article.title.value if article.title else None,
        publisher=article.publisher.value if article.publisher else None,
        published_on=article.published_on.value.isoformat() if article.published_on else None,
    )
