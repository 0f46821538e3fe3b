"""Which fields of a fact are scored, by which rule, and which of them strict F1 asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.evaluate.agreement import (
    PARTY_OVERLAP,
    alike_wording,
    party_overlap,
    same_amount,
    same_date,
    same_party,
    same_people,
    same_wording,
)
from ingest.facts.model import Agreement, Amount, Commitment, Kind, Meeting, Party, Person

Fact = Agreement | Meeting | Commitment
KINDS: tuple[Kind, ...] = ("agreement", "meeting", "commitment")


@dataclass(frozen=True, slots=True)
class Field:
    """A scored field: the attribute it reads and when two values of it agree."""

    attribute: str
    agrees: Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One field of one matched pair; `gold` and `predicted` are for people to read, or None."""

    agrees: bool
    gold: str | None
    predicted: str | None


def _equal(gold: object, predicted: object) -> bool:
    return gold == predicted


def _overlapping(gold: list[Party], predicted: list[Party]) -> bool:
    return party_overlap(gold, predicted) >= PARTY_OVERLAP


def _identical(gold: list[Party], predicted: list[Party]) -> bool:
    return party_overlap(gold, predicted) == 1


_PARTIES = {
    "parties": Field("parties", _overlapping),
    "parties_exact": Field("parties", _identical),
}
_PLACE_AND_PEOPLE = {
    "place": Field("place", same_wording),
    "people": Field("people", same_people),
}
_STATUS = {"status": Field("status", _equal)}
_SPACE = {"space": Field("space", _equal)}
_AMOUNT = {"amount": Field("amount", same_amount)}

FIELDS: Mapping[Kind, Mapping[str, Field]] = {
    "agreement": {
        **_PARTIES,
        "title": Field("title", alike_wording),
        "type": Field("type", _equal),
        **_STATUS,
        "date": Field("signed_on", same_date),
        **_PLACE_AND_PEOPLE,
        **_AMOUNT,
        "valid_until": Field("valid_until", same_date),
        **_SPACE,
    },
    "meeting": {
        **_PARTIES,
        "type": Field("type", _equal),
        **_STATUS,
        "date": Field("held_on", same_date),
        **_PLACE_AND_PEOPLE,
        "series": Field("series", same_wording),
        "ordinal": Field("ordinal", _equal),
        **_SPACE,
    },
    "commitment": {
        **_PARTIES,
        "action": Field("action", alike_wording),
        "strength": Field("strength", _equal),
        **_STATUS,
        "date": Field("due", same_date),
        **_AMOUNT,
        "beneficiary": Field("beneficiary", same_party),
        **_SPACE,
    },
}

STRICT_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "agreement": ("parties", "date", "type", "status"),
    "meeting": ("parties", "date", "type", "status"),
    "commitment": ("parties", "date", "strength", "status"),
}


def compare_fields(kind: Kind, gold: Fact, predicted: Fact) -> dict[str, Outcome]:
    """Return the outcome of every scored field of two facts of one kind."""
    return {name: _outcome(field, gold, predicted) for name, field in FIELDS[kind].items()}


def _outcome(field: Field, gold: Fact, predicted: Fact) -> Outcome:
    left, right = getattr(gold, field.attribute), getattr(predicted, field.attribute)
    return Outcome(field.agrees(left, right), show(left), show(right))


def is_strict(kind: Kind, outcomes: Mapping[str, Outcome]) -> bool:
    """Tell whether a match counts for strict F1: parties, date, type or strength, and status."""
    return all(outcomes[name].agrees for name in STRICT_FIELDS[kind])


def show(value: object) -> str | None:
    """Return a field's value in words; None for null and for an empty list."""
    if isinstance(value, list):
        return ", ".join(show(item) or "" for item in value) or None
    if isinstance(value, Party):
        return f"{value.name} [{value.country or '?'}]"
    if isinstance(value, Person):
        return value.name
    if isinstance(value, Amount):
        return f"{value.value:,.15g} {value.currency or '(no currency)'}"
    return None if value is None else str(value)
