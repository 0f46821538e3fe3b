"""Names told in one breath, in another spelling, or of a region that is no country."""

import pytest

from tests.extract.texts import codes, facts


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The Kenyan and Norwegian space agencies will build a satellite.", {"KEN", "NOR"}),
        ("The Kenyan and Norwegian presidents agreed to build a satellite.", {"KEN", "NOR"}),
        (
            "The French, German and Italian governments agreed on Monday to fund the satellite.",
            {"FRA", "DEU", "ITA"},
        ),
        (
            "Kenya's and Norway's space agencies have agreed to build a satellite.",
            {"KEN", "NOR"},
        ),
    ],
    ids=["agencies", "presidents", "three", "possessive"],
)
def test_adjectives_share_the_noun_behind_them(text: str, doers: set[str]) -> None:
    assert [codes(fact) for fact in facts(text).commitments] == [doers]


@pytest.mark.parametrize(
    "guest",
    [
        "Kenya's president arrived in Norway for talks on satellites.",
        "Kenyan President Asha Otieno met Prime Minister Kari Dahl in Oslo on Monday.",
        "A Kenyan delegation is in Oslo this week for talks on satellites.",
    ],
    ids=["arrived", "met", "is_in"],
)
def test_the_two_countries_are_guest_and_host(guest: str) -> None:
    found = facts(f"{guest} The two countries signed a pact on satellites.")
    assert [codes(fact) for fact in found.agreements] == [{"KEN", "NOR"}]


def test_agencies_are_known_in_the_british_spelling() -> None:
    found = facts(
        "Nasa and the Kenyan space agency signed a deal on Monday. Isro builds satellites."
    )
    assert [codes(fact) for fact in found.agreements] == [{"USA", "KEN"}]


def test_latin_american_states_are_not_the_united_states() -> None:
    found = facts(
        "Delegates of China and Latin American and Caribbean states on Wednesday adopted the Lima"
        " Declaration on satellites. China-Latin American trade grows."
    ).agreements
    assert [codes(fact) for fact in found] == [{"CHN", "CELAC"}]


def test_a_centre_of_esa_is_esa_wherever_it_stands() -> None:
    found = facts(
        "A satellite contract with ESRIN, ESA's centre in Italy, covers a Kenyan antenna."
    )
    assert "ITA" not in codes(found.agreements[0])


def test_who_was_beaten_to_a_contract_is_no_side_of_it() -> None:
    found = facts(
        "Norway's Kongsberg won a contract to build Kenya's second satellite, beating bids from"
        " Peru and China."
    )
    assert [codes(fact) for fact in found.agreements] == [{"NOR", "KEN"}]
    assert [codes(fact) for fact in found.commitments] == [{"NOR"}]
