"""Match the predicted facts of an article to its coded facts, one to one.

Two facts may be matched when they are of one kind, an evidence sentence of one overlaps an
evidence sentence of the other, and their parties are not disjoint. Among all one-to-one
matchings the one with most matches is taken; among these, the one with most strict matches;
among these, the one whose fields agree most.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.evaluate.agreement import party_overlap
from ingest.evaluate.assignment import assign
from ingest.evaluate.fields import KINDS, Fact, Outcome, compare_fields, is_strict
from ingest.evaluate.overlap import Quote, evidence_overlaps, locate
from ingest.facts.model import FactFile, Kind

_MATCH, _STRICT, _FIELD, _PARTIES = 10**8, 10**5, 10**2, 50  # each outweighs all that follow


@dataclass(frozen=True, slots=True)
class Item:
    """A fact of one kind at its 0-based `position` in its file, with its located evidence."""

    kind: Kind
    position: int
    fact: Fact
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A coded fact and the predicted fact matched to it, field by field."""

    gold: Item
    predicted: Item
    outcomes: dict[str, Outcome]
    strict: bool


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A missed or an invented fact, and the nearest thing on the other side, in words."""

    item: Item
    nearest: str


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """What became of every fact of one article."""

    article_id: str
    producer_version: str | None
    pairs: tuple[Pair, ...] = field(default=())
    missed: tuple[Unmatched, ...] = field(default=())
    invented: tuple[Unmatched, ...] = field(default=())


def match_article(gold: FactFile, predicted: FactFile, text: str | None) -> ArticleResult:
    """Match `predicted` to `gold`; `text` is the article's, None when it is not at hand."""
    coded, found = items_of(gold, text), items_of(predicted, text)
    pairs = [pair for kind in KINDS for pair in _match_kind(_of(kind, coded), _of(kind, found))]
    matched_gold = {id(pair.gold) for pair in pairs}
    matched_found = {id(pair.predicted) for pair in pairs}
    return ArticleResult(
        article_id=gold.article.id,
        producer_version=predicted.producer_version,
        pairs=tuple(pairs),
        missed=tuple(_explain(i, found) for i in coded if id(i) not in matched_gold),
        invented=tuple(_explain(i, coded) for i in found if id(i) not in matched_found),
    )


def items_of(file: FactFile, text: str | None) -> list[Item]:
    """Return the facts of a file, their evidence located in the article's `text`."""
    return [Item(kind, at, fact, locate(fact.evidence, text)) for kind, at, fact in file.facts()]


def _of(kind: Kind, items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind == kind]


def _match_kind(coded: Sequence[Item], found: Sequence[Item]) -> list[Pair]:
    pairs = [[_pair(one, two) for two in found] for one in coded]
    weights = [[_weight(pair) for pair in row] for row in pairs]
    chosen = [pairs[row][column] for row, column in assign(weights)]
    return [pair for pair in chosen if pair is not None]


def _pair(gold: Item, predicted: Item) -> Pair | None:
    if not evidence_overlaps(gold.quotes, predicted.quotes):
        return None
    if not party_overlap(gold.fact.parties, predicted.fact.parties):
        return None
    outcomes = compare_fields(gold.kind, gold.fact, predicted.fact)
    return Pair(gold, predicted, outcomes, is_strict(gold.kind, outcomes))


def _weight(pair: Pair | None) -> int:
    if pair is None:
        return 0
    agreeing = sum(outcome.agrees for outcome in pair.outcomes.values())
    parties = party_overlap(pair.gold.fact.parties, pair.predicted.fact.parties)
    return _MATCH + _STRICT * pair.strict + _FIELD * agreeing + round(_PARTIES * parties)


def _explain(item: Item, others: Sequence[Item]) -> Unmatched:
    """Say why `item` found no partner, from the facts of the other side on the same words."""
    near = [other for other in others if evidence_overlaps(item.quotes, other.quotes)]
    same_kind = [other for other in near if other.kind == item.kind]
    if any(party_overlap(item.fact.parties, other.fact.parties) for other in same_kind):
        return Unmatched(item, "same words and parties, but matched to another fact")
    if same_kind:
        return Unmatched(item, f"same words, other parties ({_names(same_kind)})")
    kinds = sorted({other.kind for other in near})
    return Unmatched(item, f"same words as a fact of kind {', '.join(kinds)}" if kinds else "")


def _names(items: Sequence[Item]) -> str:
    return "; ".join(", ".join(p.country or p.name for p in item.fact.parties) for item in items)
