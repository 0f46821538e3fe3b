"""Asides that say what a firm is: who is named in one is no party."""

import pytest

from tests.extract.texts import facts


def _parties(text: str) -> list[list[str]]:
    found = facts(text)
    return [[p.name for p in fact.parties] for fact in (*found.agreements, *found.commitments)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Thales Alenia Space, a joint venture between Thales of France and Italy's Leonardo, "
            "will build the satellite for South Korea.",
            [["Thales Alenia Space"]],
        ),
        (
            "The European Commission has concluded a contract with SpaceRISE, a consortium of SES, "
            "Eutelsat and Hispasat, for a constellation of satellites.",
            [["European Commission", "SpaceRISE"]],
        ),
        (
            "Arianespace, a subsidiary of ArianeGroup, which is a company of Airbus and Safran, "
            "signed a contract with Kenya for a satellite launch.",
            [["Kenya", "Arianespace"]],
        ),
        (
            "Thales Alenia Space (TAS), a unit of the French company Thales and Italy's Leonardo, "
            "will build the satellite for South Korea.",
            [["Thales Alenia Space"]],
        ),
    ],
    ids=["owners", "members", "two_asides", "short_form"],
)
def test_owners_and_members_are_no_parties(text: str, parties: list[list[str]]) -> None:
    assert _parties(text) == parties


def test_the_next_of_a_list_is_no_aside() -> None:
    text = "The Kenya Space Agency, the Brazilian company Visiona and JAXA signed a satellite deal."
    assert _parties(text) == [["Kenya Space Agency", "Visiona", "JAXA"]]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Airbus won a satellite contract from Peru in April 2014 against competitors from "
            "Israel, Spain and Britain.",
            ["Airbus", "Peru"],
        ),
        (
            "Kenya will be the fourth country to launch such a satellite with Norway, after "
            "Ghana, Angola and Egypt.",
            ["Kenya", "Norway"],
        ),
    ],
    ids=["rivals", "ranked"],
)
def test_those_outdone_are_no_parties(text: str, parties: list[str]) -> None:
    assert _parties(text) == [parties]
