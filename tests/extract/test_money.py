"""Sums of money: value, currency, qualifier, period."""

import pytest

from ingest.extract.money import find_money
from tests.extract.texts import facts


@pytest.mark.parametrize(
    ("text", "value", "currency", "qualifier"),
    [
        ("worth $13 million", 13e6, "USD", None),
        ("worth $13mn", 13e6, "USD", None),
        ("about 2.5 billion euros", 2.5e9, "EUR", "about"),
        ("up to $40m", 40e6, "USD", "up_to"),
        ("more than 1,200 dollars", 1200.0, "USD", "over"),
        ("at least $8 million", 8e6, "USD", "at_least"),
        ("for 300 crore rupees", 3e9, "INR", None),
        ("a €750,000 grant", 750000.0, "EUR", None),
    ],
)
def test_sums(text: str, value: float, currency: str, qualifier: str | None) -> None:
    hits = find_money(text, 0, len(text))
    assert [(h.amount.value, h.amount.currency, h.amount.qualifier) for h in hits] == [
        (value, currency, qualifier)
    ]


def test_a_bracketed_conversion_is_left_out() -> None:
    text = "will cost 12 billion dollars (£8.7 billion)"
    assert [hit.amount.currency for hit in find_money(text, 0, len(text))] == ["USD"]


def test_a_yearly_sum_says_so() -> None:
    text = "pays $115 million a year"
    assert find_money(text, 0, len(text))[0].amount.per == "year"


@pytest.mark.parametrize("text", ["5 million people", "in 2024", "chapter 12", "60 satellites"])
def test_numbers_without_a_currency_are_no_money(text: str) -> None:
    assert find_money(text, 0, len(text)) == []


def test_the_price_belongs_to_the_contract() -> None:
    found = facts(
        "Bolivia awarded a $90 million contract to China to build a satellite."
    ).agreements
    assert found[0].amount is not None
    assert (found[0].type, found[0].amount.value) == ("contract", 90e6)
