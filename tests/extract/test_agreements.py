"""Agreements told by nouns, relatives and dates of birth; founders and bodies that are joined."""

import pytest

from tests.extract.texts import codes, facts

LEAD = "The space agencies of Peru and Chile build a satellite together.\n\n"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru and Chile welcomed the completion of a satellite data agreement.", "signed"),
        ("Peru and Chile look forward to the conclusion of a satellite agreement.", "planned"),
        ("Peru and Chile celebrated the renewal of their satellite agreement.", "extended"),
        ("Peru and Chile reported the suspension of their satellite agreement.", "suspended"),
        ("Peru and Chile hailed the completion of negotiations on a space treaty.", "negotiating"),
        ("Negotiations have begun on a satellite agreement of Peru and Chile.", "negotiating"),
        ("On May 20, Peru and Chile intend to sign a satellite agreement.", "planned"),
    ],
)
def test_nouns_of_signing_give_the_status(sentence: str, status: str) -> None:
    found = facts(LEAD + sentence).agreements
    assert [fact.status for fact in found] == [status]
    assert codes(found[0]) == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("Work rests on a satellite agreement that Peru and Chile signed in 2019.", "2019"),
        ("Both follow a satellite agreement, which was signed in 2019 by Peru and Chile.", "2019"),
        ("Peru and Chile work under a satellite agreement that dates from 2019.", "2019"),
        (
            "On 3 May, while Chile's president was in town, Peru signed a space treaty.",
            "2024-05-03",
        ),
    ],
)
def test_relatives_and_fronted_dates_give_the_date(sentence: str, signed_on: str) -> None:
    found = facts(LEAD + sentence).agreements
    assert [fact.signed_on for fact in found] == [signed_on]
    assert codes(found[0]) == {"PER", "CHL"}


def test_what_is_signed_has_no_date_to_come() -> None:
    (found,) = facts("Peru and Chile signed a satellite agreement for a launch in 2031.").agreements
    assert found.signed_on is None


def test_a_word_of_the_title_is_not_the_verb() -> None:
    text = LEAD + "Under the Satellite Exchange Agreement, signed in 2019, Peru gets data of Chile."
    assert [fact.status for fact in facts(text).agreements] == ["signed"]


def test_a_joint_statement_by_two_leaders_was_issued() -> None:
    text = LEAD + "A joint statement by Peru and Chile speaks of satellites."
    assert [fact.type for fact in facts(text).agreements] == ["joint_statement"]


def test_a_new_partnership_between_two_agencies_is_told_by_its_noun() -> None:
    text = "The ministers praised a new partnership between NASA and the Chilean space agency."
    (found,) = facts(text).agreements
    assert (found.type, found.status, codes(found)) == ("partnership", "signed", {"USA", "CHL"})


def test_an_old_partnership_in_passing_is_not_coded() -> None:
    assert not facts(
        "The partnership between NASA and the Chilean space agency is fine."
    ).agreements


def test_who_was_selected_to_build_has_a_contract() -> None:
    text = (
        "Peru signed nothing yet on space.\n\nIt selected Thales Alenia Space to build a satellite."
    )
    (found,) = facts(text).agreements
    assert (found.type, codes(found)) == ("contract", {"PER", "FRA"})


def test_a_perfect_is_no_agreement_that_parties_have() -> None:
    (held,) = facts("Peru and Chile have a satellite data agreement.").agreements
    assert held.status == "in_force"
    assert not facts(LEAD + "Peru and Chile had promised the satellite agreement.").agreements


def test_founders_of_the_accords_are_parties_of_an_agreement() -> None:
    text = "The United States, Japan and Italy established the Artemis Accords in 2020."
    (found,) = facts(text).agreements
    assert (found.type, found.signed_on) == ("agreement", "2020")
    assert codes(found) == {"USA", "JPN", "ITA"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has joined the Space Climate Observatory.",
        "Peru signed on to the Space Climate Observatory.",
        "Peru put its signature to the Artemis Accords.",
        "The Artemis Accords guide lunar work. Peru, which signed on 9 May, is the newest.",
        "The Artemis Accords guide lunar work. An envoy signed for Peru at a Washington hotel.",
    ],
)
def test_joining_is_an_accession(sentence: str) -> None:
    found = facts(
        "Chile's space agency and Peru sign for satellite data.\n\n" + sentence
    ).agreements
    assert [(fact.type, fact.status) for fact in found] == [("accession", "signed")]
    assert codes(found[0]) == {"PER"}


def test_a_vetoed_resolution_is_not_an_accession() -> None:
    text = "The envoy regretted Russia's veto of the resolution on the Outer Space Treaty."
    assert not [fact for fact in facts(text).agreements if fact.type == "accession"]
