"""What was missed, invented and wrong, article by article, to work from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.evaluate.fields import STRICT_FIELDS, Fact, show
from ingest.evaluate.matching import ArticleResult, Item, Pair, Unmatched
from ingest.facts.model import Agreement, Commitment


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: `verdict` is missed, invented or wrong; `quote` its best sentence.

    `what` describes the fact in a line; `why` says what is known about the failure; `fields`
    holds, for a wrong fact, field -> (coded, predicted), None standing for null.
    """

    article_id: str
    verdict: str
    kind: str
    what: str
    quote: str
    why: str
    confidence: float | None
    strict: bool
    fields: dict[str, tuple[str | None, str | None]]


def findings(results: Sequence[ArticleResult]) -> Iterator[Finding]:
    """Yield every finding, article by article: missed, invented, then wrong facts."""
    for result in results:
        yield from (_unmatched(result, "missed", u) for u in result.missed)
        yield from (_unmatched(result, "invented", u) for u in result.invented)
        wrong = (_wrong(result, pair) for pair in result.pairs)
        yield from (finding for finding in wrong if finding.fields)


def _unmatched(result: ArticleResult, verdict: str, unmatched: Unmatched) -> Finding:
    item = unmatched.item
    return Finding(
        article_id=result.article_id,
        verdict=verdict,
        kind=item.kind,
        what=describe(item.fact),
        quote=_quote(item),
        why=unmatched.nearest,
        confidence=item.fact.confidence,
        strict=False,
        fields={},
    )


def _wrong(result: ArticleResult, pair: Pair) -> Finding:
    fields = {n: (o.gold, o.predicted) for n, o in pair.outcomes.items() if not o.agrees}
    if "parties" in fields:  # the looser finding says it all
        fields.pop("parties_exact", None)
    return Finding(
        article_id=result.article_id,
        verdict="wrong",
        kind=pair.gold.kind,
        what=describe(pair.predicted.fact),
        quote=_quote(pair.gold),
        why="" if pair.strict else _not_strict(pair),
        confidence=pair.predicted.fact.confidence,
        strict=pair.strict,
        fields=fields,
    )


def _not_strict(pair: Pair) -> str:
    failed = [n for n in STRICT_FIELDS[pair.gold.kind] if not pair.outcomes[n].agrees]
    return f"not strict: {', '.join(failed)}"


def _quote(item: Item) -> str:
    return " ".join(item.fact.evidence[0].split())


def describe(fact: Fact) -> str:
    """Return a fact in a line: type or strength, status, date, parties and subject."""
    head, date, subject = _parts(fact)
    return f"{head} {fact.status} {date or 'undated'}: {show(fact.parties)}: {subject}"


def _parts(fact: Fact) -> tuple[str, str | None, str]:
    if isinstance(fact, Agreement):
        return fact.type, fact.signed_on, fact.title
    if isinstance(fact, Commitment):
        return fact.strength, fact.due, fact.action
    return fact.type, fact.held_on, fact.series or fact.place or ""
