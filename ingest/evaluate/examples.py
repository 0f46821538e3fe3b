"""Candidates of annotated articles with what people say of them: what a model learns from."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from ingest.article import Article
from ingest.evaluate.agreement import party_overlap
from ingest.evaluate.assignment import assign
from ingest.evaluate.fields import Fact, compare_fields, is_strict
from ingest.evaluate.matching import Item, items_of
from ingest.evaluate.overlap import evidence_overlaps, locate
from ingest.extract import is_worth_reading, output
from ingest.extract.candidates import candidates
from ingest.extract.context import Reading
from ingest.extract.drafts import Draft
from ingest.extract.merge import likeness_of, may_be_one, take_in
from ingest.extract.retelling import Comparison, Telling
from ingest.facts.model import FactFile

Key = TypeVar("Key")
_WRITERS: dict[str, Callable[[Reading, Draft], Fact]] = {
    "agreement": output.agreement,
    "meeting": output.meeting,
    "commitment": output.commitment,
}
_MATCH, _STRICT, _SURE = 10_000, 100, 50  # each outweighs all that follow
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_TELLING = 60  # letters from which on a shared sentence makes two articles relatives


@dataclass(slots=True)
class Example:
    """The candidates of one article, in the order they were found, and what each of them tells.

    `told` has a value for each of `drafts`: the position of the coded fact of its kind that it
    tells, None when it is wrong; `retold` how likely a wrong one only says again, in a sentence
    nobody quoted, what a coded fact says. `found` also holds what only refers to another fact.
    `background` marks a text to learn from, but not to measure on.
    """

    gold: FactFile
    article: Article
    reading: Reading | None = None
    drafts: list[Draft] = field(default_factory=list)
    told: list[int | None] = field(default_factory=list)
    retold: list[float] = field(default_factory=list)
    found: list[Draft] = field(default_factory=list)
    background: bool = False

    @property
    def labels(self) -> list[bool]:
        """Whether each of `drafts` is right."""
        return [position is not None for position in self.told]


def example(gold: FactFile, article: Article) -> Example:
    """Return the candidates of `article`, labelled by its coded facts.

    A candidate is right when it is the one candidate of its sentence that a coded fact of its kind
    is assigned to: their evidence overlaps and their parties are not disjoint. Every sentence is
    read, so that what is learnt does not depend on which of them promise something.
    """
    if not is_worth_reading(article.text):
        return Example(gold, article)
    reading = Reading(article, selective=False)
    found = candidates(reading)
    drafts = [draft for draft in found if draft.parties and not draft.bare]
    told = _told(gold, reading, drafts)
    return Example(gold, article, reading, drafts, told, _retold(reading, drafts, told), found)


def _told(gold: FactFile, reading: Reading, drafts: Sequence[Draft]) -> list[int | None]:
    coded = items_of(gold, reading.text)
    told: list[int | None] = [None] * len(drafts)
    places: dict[tuple[int, str], list[int]] = {}
    for position, draft in enumerate(drafts):
        places.setdefault((draft.sentence, draft.kind), []).append(position)
    for (_, kind), positions in places.items():
        facts = [item for item in coded if item.kind == kind]
        weights = [[_weight(reading, drafts[p], item) for item in facts] for p in positions]
        for row, column in assign(weights):
            if weights[row][column] > 0:
                told[positions[row]] = facts[column].position
    return told


def tell(facts: dict[Key, Telling], key: Key, draft: Draft) -> None:
    """Add a right candidate to the fact that it tells; neither it nor its features change."""
    if key in facts:
        take_in(facts[key], draft)
    else:
        own = replace(draft, features=dict(draft.features))
        facts[key] = Telling(own, [draft], [draft])


def _retold(reading: Reading, drafts: Sequence[Draft], told: Sequence[int | None]) -> list[float]:
    comparison = Comparison(reading)
    facts: dict[tuple[str, int], Telling] = {}
    for draft, position in zip(drafts, told, strict=True):
        if position is not None:
            tell(facts, (draft.kind, position), draft)
    return [
        0.0 if position is not None else _alike(comparison, facts.values(), draft)
        for draft, position in zip(drafts, told, strict=True)
    ]


def _alike(comparison: Comparison, facts: Iterable[Telling], draft: Draft) -> float:
    able = (each for each in facts if may_be_one(each.fact, draft))
    return max((likeness_of(comparison, each, draft) for each in able), default=0.0)


def _weight(reading: Reading, draft: Draft, item: Item) -> int:
    fact = _WRITERS[draft.kind](reading, draft)
    quotes = locate(fact.evidence, reading.text)
    if not evidence_overlaps(item.quotes, quotes):
        return 0
    if not party_overlap(item.fact.parties, fact.parties):
        return 0
    strict = is_strict(item.kind, compare_fields(item.kind, item.fact, fact))
    return _MATCH + _STRICT * strict + _SURE * (not draft.features.get("loose"))


def relatives(texts: Iterable[str]) -> list[int]:
    """Return a group number for each text; texts that share a long sentence are in one group."""
    parents: list[int] = []
    seen: dict[str, int] = {}

    def root(number: int) -> int:
        while parents[number] != number:
            number = parents[number]
        return number

    for number, text in enumerate(texts):
        parents.append(number)
        for sentence in telling_sentences(text):
            parents[root(number)] = root(seen.setdefault(sentence, number))
    return [root(number) for number in range(len(parents))]


def folds(examples: Sequence[Example], count: int) -> list[int]:
    """Return for each example one of `count` parts, in which all of its relatives are."""
    return parts((ex.article.text for ex in examples), count)


def parts(texts: Iterable[str], count: int) -> list[int]:
    """Return for each text one of `count` parts, in which all of its relatives are."""
    groups = relatives(texts)
    names = sorted(set(groups))
    Random(0).shuffle(names)
    part = {name: place % count for place, name in enumerate(names)}
    return [part[group] for group in groups]


def telling_sentences(text: str) -> list[str]:
    """Return the long sentences of `text`, words alone: copies of a text share them."""
    pieces = (re.sub(r"\W+", " ", piece).strip().lower() for piece in _SENTENCE.split(text))
    return [plain for plain in pieces if len(plain) > _TELLING]
