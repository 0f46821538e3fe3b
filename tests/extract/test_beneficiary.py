"""Who receives what is promised, or is helped by it."""

import pytest

from tests.extract.texts import facts


def _beneficiary(text: str) -> str | None:
    promise = facts(text).commitments[0]
    return promise.beneficiary.name if promise.beneficiary else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("India will provide Kenya with images from its satellites.", "Kenya"),
        ("India will help the Kenya Space Agency build a satellite.", "Kenya Space Agency"),
        ("India will train ten Kenyan engineers in satellite operations.", "Kenya"),
        ("India will launch a Kenyan weather satellite free of charge in 2026.", "Kenya"),
        ("India will build a ground station for satellites in Kenya.", "Kenya"),
        ("India will supply a camera for satellites to Kenya in 2026.", "Kenya"),
    ],
    ids=["first_object", "helped_to", "people", "craft", "where_it_is_built", "to"],
)
def test_the_words_of_a_promise_tell_who_is_served(text: str, name: str) -> None:
    assert _beneficiary(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "India will launch its own weather satellite in 2026.",
        "China will fly Indian and Kenyan astronauts to its space station in 2026.",
        "India will launch a satellite on a Russian rocket in 2026.",
    ],
    ids=["own", "of_several", "means"],
)
def test_who_only_acts_or_lends_the_means_is_not_served(text: str) -> None:
    assert _beneficiary(text) is None


def test_a_contractor_serves_the_other_side_of_its_contract() -> None:
    text = (
        "Kenya signed a contract with the American company SpaceX on 2 May 2024 for the launch of "
        "two satellites. SpaceX will launch the satellites from Florida in 2026."
    )
    promise = facts(text).commitments[-1]
    assert [p.name for p in promise.parties] == ["SpaceX"]
    assert promise.beneficiary is not None
    assert promise.beneficiary.name == "Kenya"
