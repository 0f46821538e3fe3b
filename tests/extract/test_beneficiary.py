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
        ("India will launch Kenya's first remote sensing satellite in 2026.", "Kenya"),
        ("India will launch a weather satellite for close ally Kenya in 2026.", "Kenya"),
        ("India will share the data of its satellites with Kenya.", "Kenya"),
        ("India will support Kenya's participation in the satellite mission.", "Kenya"),
        (
            "Under a satellite accord of India and Kenya, two Kenyan engineers will be trained in"
            " Bangalore.",
            "Kenya",
        ),
        (
            "India and Kenya signed a space accord under which a Kenyan sensor will fly to the Moon"
            " in 2026.",
            "Kenya",
        ),
    ],
    ids=[
        "first_object",
        "helped_to",
        "people",
        "craft",
        "where_it_is_built",
        "to",
        "owner",
        "ally",
        "shared_with",
        "plan",
        "trained",
        "taken_along",
    ],
)
def test_the_words_of_a_promise_tell_who_is_served(text: str, name: str) -> None:
    assert _beneficiary(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "India will launch its own weather satellite in 2026.",
        "China will fly Indian and Kenyan astronauts to its space station in 2026.",
        "India will launch a satellite on a Russian rocket in 2026.",
        "India will launch a satellite aboard a Russian spacecraft in 2026.",
        "India will build a rocket for Baikonur in 2026.",
        "India and Kenya will build a satellite together in 2026.",
    ],
    ids=["own", "of_several", "means", "craft_as_means", "site", "together"],
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


_DEAL = "Kenya signed a contract on satellites with {other} on 2 May 2024. "


def _last(text: str) -> tuple[list[str], str | None]:
    """Return who undertakes the last promise of an article, and whom it serves."""
    promise = facts(text).commitments[-1]
    served = promise.beneficiary.name if promise.beneficiary else None
    return [party.name for party in promise.parties], served


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            _DEAL.format(other="India")
            + "Under the contract, India will build the satellite in 2026.",
            (["India"], "Kenya"),
        ),
        (
            "Kenyan operator Savansat signed a contract on a satellite with Astrium on 2 May 2024."
            " Astrium will deliver the satellite in 2026.",
            (["Astrium"], "Savansat"),
        ),
        (
            _DEAL.format(other="SpaceX")
            + "Uganda signed a satellite contract with SpaceX on 3 May 2024."
            " SpaceX will launch the satellite in 2026.",
            (["SpaceX"], "Uganda"),
        ),
        (
            "Roscosmos and Space Adventures signed a contract on 2 May 2024. Under it, Roscosmos"
            " and Space Adventures will fly two tourists to the International Space Station.",
            (["Roscosmos", "Space Adventures"], None),
        ),
    ],
    ids=["state_that_builds", "company_for_company", "nearest_deal", "agency_that_delivers"],
)
def test_a_deal_tells_whom_its_maker_serves(
    text: str, expected: tuple[list[str], str | None]
) -> None:
    assert _last(text) == expected


def test_whom_a_service_is_for_does_not_undertake_it() -> None:
    text = "Under a space accord, India and Kenya will launch a satellite for Kenya in 2026."
    assert _last(text) == (["India"], "Kenya")


def test_parties_that_the_grammar_tells_are_not_replaced_by_the_likeliest() -> None:
    text = (
        "Kenya and the company Astrium agreed on a satellite. Astrium will build the satellite in"
        " Toulouse. The satellite, which Kenya ordered from Astrium, is to be built in Toulouse."
    )
    assert _last(text) == (["Astrium"], "Kenya")
