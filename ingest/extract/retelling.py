"""How likely a candidate only retells a fact that its article has told already.

One event comes back: headline, lead, "the deal", a detail. Signs of that - how near the two are,
what they share, what their sentences have in common, words that point back or on to something
else - are weighed by a logistic sum per kind of fact, with the weights of
`seeds/extract_retelling.csv`, fitted on annotated articles (`ingest.evaluate.fit_retelling`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ingest.extract.confidence import BIAS, logistic, weights_by_kind
from ingest.extract.context import Reading
from ingest.extract.drafts import Draft
from ingest.extract.phrases import stem
from ingest.extract.vocabulary import words

_STOP = words("stop_word")
_ANOTHER = words("another_event")
_BACK = words("points_back")
_SHORT_WORD = 2  # letters
_NEAR = ((0, "gap_none"), (1, "gap_1"), (2, "gap_2"), (5, "gap_5"), (10, "gap_10"))
_LEAD = 2  # sentences after a headline that say the same at length
_BEFORE, _AFTER = 6, 2  # tokens around a trigger in which "another" tells it from the last
_FIRST = 4  # tokens at the start of a sentence in which "besides" does
_SUBJECT = 3  # tokens at the start of a sentence in which "it" is its subject
_NAMES = 3  # shared names from which on more make no difference
_LONG = 40  # sentences, likewise
_CARRIED = ("loose", "loose_definite", "old_year")  # features of the candidate that are signs
_STEPS = frozenset({("signed", "negotiating"), ("held", "planned")})


@dataclass(slots=True)
class Telling:
    """A fact while it is put together, with its mentions as they were found.

    `namesakes` are the mentions whose words may name it; the others only add evidence.
    """

    fact: Draft
    mentions: list[Draft]
    namesakes: list[Draft]


class Content(NamedTuple):
    """What a sentence is about: stems of its content words, and names of what is no party."""

    stems: frozenset[str]
    names: frozenset[str]


class Comparison:
    """Compares the candidates of one article; what it knows of a sentence it finds out once."""

    def __init__(self, reading: Reading) -> None:
        """Compare candidates of `reading`."""
        self._reading = reading
        self._contents: dict[int, Content] = {}

    def likeness(self, told: Telling, draft: Draft) -> float:
        """Return the probability that `draft` tells of what `told` tells of."""
        weights = _weights().get(draft.kind, {})
        signs = self.signs(told, draft)
        total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
        return logistic(total + weights.get(BIAS, 0.0))

    def signs(self, told: Telling, draft: Draft) -> dict[str, float]:
        """Return the signs for and against, by name, each between 0 and 1; only those there are."""
        near = min(told.mentions, key=lambda each: abs(each.sentence - draft.sentence))
        found = {
            **_places(told, near, draft),
            **_parties(near, draft),
            **_fields(told.fact, near, draft),
            **self._wording(told, draft),
            **self._pointers(draft),
            "length": min(len(self._reading.sentences), _LONG) / _LONG,
        }
        return {name: float(value) for name, value in found.items() if value}

    def _wording(self, told: Telling, draft: Draft) -> Mapping[str, float]:
        own = self._content(draft.sentence)
        others = [
            self._content(each.sentence)
            for each in told.mentions
            if each.sentence != draft.sentence
        ]
        names = max((len(own.names & other.names) for other in others), default=0)
        return {
            "subject": max(similar(each.words, draft.words) for each in told.mentions),
            "sentence": max((similar(own.stems, other.stems) for other in others), default=0.0),
            "names": min(names, _NAMES) / _NAMES,
        }

    def _pointers(self, draft: Draft) -> Mapping[str, float]:
        norms = self._reading.sentences[draft.sentence].flow.norms
        near = norms[max(0, draft.anchor - _BEFORE) : draft.anchor + _AFTER]
        return {
            "another_near": not _ANOTHER.isdisjoint(near),
            "another_first": not _ANOTHER.isdisjoint(norms[:_FIRST]),
            "back_first": not _BACK.isdisjoint(norms[:_SUBJECT]),
            "the_first": norms[:1] == ["the"],
        }

    def _content(self, index: int) -> Content:
        if index not in self._contents:
            self._contents[index] = _content(self._reading, index)
        return self._contents[index]


def _content(reading: Reading, index: int) -> Content:
    sentence = reading.sentences[index]
    actors = {step for a in sentence.actors for step in range(a.first, a.last)}
    parties = {step for a in sentence.actors if a.code for step in range(a.first, a.last)}
    told = [
        (step, token)
        for step, token in enumerate(sentence.flow.tokens)
        if token.norm[0].isalnum() and len(token.norm) > _SHORT_WORD
    ]
    return Content(
        frozenset(stem(t.norm) for step, t in told if step not in actors and t.norm not in _STOP),
        frozenset(
            token.norm
            for step, token in told
            if step and step not in parties and token.capital and token.norm not in reading.common
        ),
    )


def _places(told: Telling, near: Draft, draft: Draft) -> Mapping[str, float]:
    first = told.mentions[0].sentence
    gap = abs(draft.sentence - near.sentence)
    heading = near.features.get("heading", 0.0)
    return {
        next((name for reach, name in _NEAR if gap <= reach), "gap_far"): 1.0,
        "head": first == 0,
        "head_lead": first == 0 and draft.sentence <= _LEAD,
        "after_heading": heading and not draft.features.get("heading"),
        "both_headings": heading and draft.features.get("heading", 0.0),
        "old_apart": near.features.get("old_year", 0.0) != draft.features.get("old_year", 0.0),
    }


def _parties(near: Draft, draft: Draft) -> Mapping[str, float]:
    one, two = near.keys(), draft.keys()
    common = one & two
    return {
        "parties_equal": bool(one) and one == two,
        "parties_within": bool(common) and one != two and common in (one, two),
        "parties_shared": len(common) / len(one | two) if one | two else 0.0,
        "one_party": one == two and len(one) == 1,
    }


def _fields(fact: Draft, near: Draft, draft: Draft) -> Mapping[str, float]:
    dates = {fact.date_value, draft.date_value} - {None}
    return {
        "same_type": near.type == draft.type,
        f"type_{draft.type}": draft.type in ("agreement", "talks"),
        "same_status": near.status == draft.status,
        f"{near.status}_{draft.status}": (near.status, draft.status) in _STEPS,
        "no_date": not dates,
        "one_date": len(dates) == 1 and fact.date_value != draft.date_value,
        "same_date": fact.date_value is not None and fact.date_value == draft.date_value,
        "same_title": bool(near.title) and near.title.lower() == draft.title.lower(),
        "same_people": bool(fact.people and draft.people) and not other_people(fact, draft),
        "other_people": other_people(fact, draft),
        "no_subject": not near.words or not draft.words,
        "definite": draft.definite,
        **{name: draft.features.get(name, 0.0) for name in _CARRIED},
    }


def similar(one: frozenset[str], two: frozenset[str]) -> float:
    """Return how many of the words of the shorter wording are in the other, from 0 to 1."""
    if not one or not two:
        return 0.0
    return len(one & two) / min(len(one), len(two))


def other_people(one: Draft, two: Draft) -> bool:
    """Tell whether both name people, and none of them is in both."""
    return bool(one.people and two.people) and surnames(one).isdisjoint(surnames(two))


def surnames(draft: Draft) -> set[str]:
    """Return the surnames of the people of a candidate, in lower case."""
    names = [actor.person or actor.name for actor in draft.people]
    return {name.split()[-1].lower() for name in names if name}


@cache
def _weights() -> dict[str, dict[str, float]]:
    return weights_by_kind("extract_retelling", "sign")
