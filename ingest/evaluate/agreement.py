"""When a predicted value agrees with the coded one: one function per sort of field.

Two nulls always agree; a null and a value never do.
"""

import re
from collections.abc import Iterable, Sequence

from ingest.evaluate.wording import contains_words, fold_name
from ingest.extract.phrases import content_stems
from ingest.facts.model import Amount, Party, Person

AMOUNT_TOLERANCE = 0.01  # relative: "$13.5 million" and a rounded 13,490,000 are one amount
PARTY_OVERLAP = 0.5  # Jaccard at which two sets of parties count as agreeing
PEOPLE_OVERLAP = 0.5
WORDING_OVERLAP = 0.5  # Dice index of two sets of stems at which descriptions count as alike

_APPROXIMATION = re.compile(r"[~?%]")


def party_keys(parties: Iterable[Party], others: Iterable[Party] = ()) -> frozenset[str]:
    """Return what the parties are compared by: the code, else the folded name.

    A party without a code takes the code that a party of the same name has among `others` (the
    other coder's parties), so that knowing a country more does not make two parties different.
    """
    lent = {fold_name(p.name): p.country for p in others if p.country is not None}
    return frozenset(_party_key(party, lent) for party in parties)


def _party_key(party: Party, lent: dict[str, str]) -> str:
    name = fold_name(party.name)
    return party.country or lent.get(name) or f"name:{name}"


def party_overlap(gold: Sequence[Party], predicted: Sequence[Party]) -> float:
    """Return the Jaccard index of two sets of parties: 0 when disjoint, 1 when equal."""
    return jaccard(party_keys(gold, predicted), party_keys(predicted, gold))


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Return shared over all members; two empty sets are equal and give 1."""
    return len(left & right) / len(left | right) if left or right else 1.0


def same_date(gold: str | None, predicted: str | None) -> bool:
    """Compare two EDTF dates; the marks of approximation and doubt (`~`, `?`) do not count."""
    if gold is None or predicted is None:
        return gold is predicted
    return _APPROXIMATION.sub("", gold) == _APPROXIMATION.sub("", predicted)


def same_wording(gold: str | None, predicted: str | None) -> bool:
    """Compare two names (a place, a series): one holds the other as whole words."""
    if gold is None or predicted is None:
        return gold is predicted
    left, right = fold_name(gold), fold_name(predicted)
    return left == right or contains_words(left, right) or contains_words(right, left)


def alike_wording(gold: str, predicted: str) -> bool:
    """Compare two short descriptions: at least half of their content words, by stems, are shared.

    "build a Kazakh telescope" and "building the telescope for Kazakhs" say the same.
    """
    left, right = (content_stems(fold_name(told).split()) for told in (gold, predicted))
    if not left or not right:
        return left == right
    return 2 * len(left & right) / (len(left) + len(right)) >= WORDING_OVERLAP


def same_amount(gold: Amount | None, predicted: Amount | None) -> bool:
    """Compare two sums: the same currency, and values at most one per cent of gold apart."""
    if gold is None or predicted is None:
        return gold is predicted
    near = abs(gold.value - predicted.value) <= AMOUNT_TOLERANCE * gold.value
    return near and gold.currency == predicted.currency


def same_party(gold: Party | None, predicted: Party | None) -> bool:
    """Compare two parties (a beneficiary) by code, or by name where a code is missing."""
    if gold is None or predicted is None:
        return gold is predicted
    return party_overlap([gold], [predicted]) == 1


def same_people(gold: Sequence[Person], predicted: Sequence[Person]) -> bool:
    """Compare two lists of people: at least half of all named persons are in both.

    A person is the same when one name holds all words of the other ("Moon", "Moon Jae-in").
    """
    if not gold or not predicted:
        return not gold and not predicted
    left = [frozenset(fold_name(p.name).split()) for p in gold]
    right = [frozenset(fold_name(p.name).split()) for p in predicted]
    shared = sum(any(one <= two or two <= one for two in right) for one in left)
    shared = min(shared, len(right))
    return shared / (len(left) + len(right) - shared) >= PEOPLE_OVERLAP
