"""Facts from an article nobody has annotated, by rules, with the words they rest on."""

from ingest.article import Article
from ingest.extract import output
from ingest.extract.agreements import find_agreements
from ingest.extract.commitments import find_commitments
from ingest.extract.confidence import is_sure_enough, score
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.gate import is_relevant
from ingest.extract.linking import link
from ingest.extract.meetings import find_meetings
from ingest.extract.merge import merge
from ingest.extract.relevance import is_international, is_undertaking, keep, may_hold_promise
from ingest.facts.model import ArticleRef, FactFile

EXTRACTOR_VERSION = "1.0.0"

__all__ = ["EXTRACTOR_VERSION", "extract", "is_relevant"]


def extract(article: Article) -> FactFile:
    """Return the facts of `article`; the same article always gives the same facts."""
    if not is_relevant(article.text):
        return _file(article, None, [])
    reading, facts = candidates(Reading(article))
    return _file(article, reading, [fact for fact in facts if is_sure_enough(fact)])


def candidates(reading: Reading) -> tuple[Reading, list[Draft]]:
    """Return the merged candidate facts of an article, every one with its features."""
    deeds = [d for sentence in reading.sentences for d in _deeds(reading, sentence)]
    promises = [
        draft
        for sentence in reading.sentences
        if may_hold_promise(reading, sentence.index)
        for draft in find_commitments(reading, sentence)
        if keep(reading, draft) and is_undertaking(reading, draft, deeds)
    ]
    for draft in (drafts := [*deeds, *promises]):
        score(draft)
    facts = merge(drafts)
    link(reading, facts)
    for fact in facts:
        score(fact)
    return reading, facts


def _deeds(reading: Reading, sentence: Sentence) -> list[Draft]:
    found = [*find_agreements(reading, sentence), *find_meetings(reading, sentence)]
    return [draft for draft in found if is_international(draft) and keep(reading, draft)]


def _file(article: Article, reading: Reading | None, drafts: list[Draft]) -> FactFile:
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
