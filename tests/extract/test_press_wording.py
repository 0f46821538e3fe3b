"""Constructions of the press that once misled the rules: each is read for what it says."""

import pytest

from ingest.extract import gate
from tests.extract.texts import drafts, facts, reading


@pytest.mark.parametrize(
    "sentence",
    [
        "Rwanda became the first in Africa, together with Nigeria, to sign the Artemis Accords.",
        "Rwanda, alongside Nigeria, signed the Artemis Accords.",
        "Rwanda, along with the Nigerian government, signed the Artemis Accords.",
    ],
)
def test_who_joins_in_company_joins_too(sentence: str) -> None:
    found = facts(sentence).agreements
    assert {party.country for each in found for party in each.parties} == {"RWA", "NGA"}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("hosted", "met"),
    [
        ("the African Space Agency's headquarters", False),
        ("a ground station of the African Space Agency", False),
        ("officials of the African Space Agency at its headquarters", True),
    ],
)
def test_who_hosts_a_thing_meets_nobody(hosted: str, met: bool) -> None:
    found = facts(f"The Egyptian Space Agency hosted {hosted} in Cairo last week.").meetings
    assert bool(found) == met


@pytest.mark.parametrize("words", ["close to", "nearing", "on the verge of"])
def test_a_deal_that_is_near_is_negotiated(words: str) -> None:
    text = f"Iran and Russia are {words} a deal on the launch of three satellites, Iran said."
    assert [each.status for each in facts(text).agreements] == ["negotiating"]


@pytest.mark.parametrize("verb", ["has committed", "has allocated", "earmarked", "set aside"])
def test_money_that_is_set_aside_is_promised(verb: str) -> None:
    text = (
        "New Zealand and the United States will build a satellite together. "
        f"New Zealand {verb} an additional 26 million dollars to the satellite."
    )
    found = [draft for draft in drafts(text, "commitment") if draft.amount]
    assert [(draft.amount.value, draft.amount.currency) for draft in found if draft.amount] == [
        (26e6, "USD")
    ]
    assert [party.name for party in found[0].parties] == ["New Zealand"]


def test_a_promised_thing_is_the_promise() -> None:
    text = "Morocco opened a satellite receiving station in Rabat that China had promised in 2019."
    (found,) = facts(text).commitments
    assert found.action == "a satellite receiving station in Rabat"
    assert [party.name for party in found.parties] == ["China"]


def test_a_company_that_writes_itself_small_is_known() -> None:
    (sentence,) = reading("A lander of Japan's ispace will carry a payload to the Moon.").sentences
    assert [(a.name, a.code) for a in sentence.actors] == [("ispace", "JPN")]


def test_a_body_with_two_names_is_one_party() -> None:
    text = "Kenya signed a satellite agreement with the French space agency CNES on Monday."
    (found,) = facts(text).agreements
    assert [party.name for party in found.parties] == ["Kenya", "French space agency"]


def test_what_had_expired_and_is_renewed_is_extended() -> None:
    text = "Ecuador and Mexico renewed on Thursday a space cooperation accord that had expired."
    assert [each.status for each in facts(text).agreements] == ["extended"]
    text = "Ecuador and Mexico had a space cooperation accord that expired on Thursday."
    assert [each.status for each in facts(text).agreements] == ["ended"]


def test_an_adjective_is_no_goal_of_a_journey() -> None:
    text = (
        "Cuba's space agency extended an invitation to Russian cosmonauts for talks in the spring."
    )
    assert [each.place for each in facts(text).meetings] == [None]


def test_a_title_holds_no_verb_and_no_body() -> None:
    text = (
        "The Paraguayan Space Agency and Taiwan's TASA exchanged letters of intent in Asuncion "
        "on the joint development of a nanosatellite."
    )
    assert [each.title for each in facts(text).agreements] == [
        "letters of intent on the joint development of a nanosatellite"
    ]
    text = "France and Kenya extended their agreement on space exploration until 2030."
    assert [each.title for each in facts(text).agreements] == ["agreement on space exploration"]


def test_who_flies_into_space_visits_nobody() -> None:
    text = "Poland's Donald Tusk said a Polish astronaut will fly to the ISS; France will help."
    assert not facts(text).meetings
    text = "Poland's Donald Tusk will fly to France for the opening of a satellite factory."
    assert [each.type for each in facts(text).meetings] == ["visit"]


def test_a_signing_that_was_only_approved_is_planned() -> None:
    text = "Zimbabwe's cabinet approved the signing of a memorandum on outer space with Russia."
    assert [each.status for each in facts(text).agreements] == ["planned"]


def test_accords_before_a_minister_are_nobody() -> None:
    text = (
        "Uruguay became the 36th signatory of the Accords, foreign minister Omar Paganini signing "
        "in Washington in the presence of NASA chief Bill Nelson. The Artemis Accords are open."
    )
    names = {person.name for each in facts(text).agreements for person in each.people}
    assert "Accords" not in names
    assert "Omar Paganini" in names


@pytest.mark.parametrize(
    ("name", "known"), [("AngoSat-3", True), ("TurkSat", True), ("Marsat", True), ("Hisat", False)]
)
def test_a_nation_s_satellite_is_a_word_of_space(name: str, known: bool) -> None:
    (sentence,) = reading(f"Angola and Russia signed a contract for {name} on Monday.").sentences
    assert (sentence.space >= gate.STRONG) == known


def test_a_purchase_to_come_is_the_contract_alone() -> None:
    found = facts(
        "If the parliament approves, Peru will buy an Earth observation satellite from France."
    )
    assert [each.type for each in found.agreements] == ["contract"]
    assert not found.commitments


def test_a_date_of_what_others_aim_at_is_no_deadline() -> None:
    text = "Kenya will join the nations{} returning to the Moon by 2030 with NASA."
    due = {focus: [d.date_value for d in drafts(text.format(focus), "commitment")][:1] for focus in
           (" focused on", "")}  # fmt: skip
    assert due == {" focused on": [None], "": ["2030"]}
