"""What plain sentences of single constructions taught: one reading each, whatever the article."""

import pytest

from ingest.extract.context import Reading
from tests.extract.texts import codes, drafts, facts, reading, told_agreements


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kenya was admitted to APSCO as a full member on 3 May 2024.", "APSCO"),
        ("Kenya has come into ESA as its newest full member.", "ESA"),
        ("Kenya has joined APSCO.", "APSCO"),
        (
            "The Kenya Space Agency has adhered to the International Lunar Research Station"
            " project.",
            "International Lunar Research Station",
        ),
        ("Kenya ratified the Outer Space Treaty in 1984.", "Outer Space Treaty"),
    ],
    ids=["admitted", "come_into", "joined_by_its_letters", "adhered", "ratified"],
)
def test_a_state_joins_a_body_or_treaty(text: str, body: str) -> None:
    found = [d for d in drafts(text, "agreement") if d.type == "accession"]
    assert [(d.title, d.status) for d in found] == [(body, "signed")]
    assert found[0].features["accession"]


def test_who_joins_a_body_in_doing_something_does_not_join_it() -> None:
    found = drafts("Kenya joined ESA in building a satellite near Nairobi.", "agreement")
    assert not [d for d in found if d.type == "accession"]


def test_who_leaves_a_treaty_has_ended_its_part() -> None:
    found = drafts("Norway withdrew from the Moon Agreement in 2023.", "agreement")
    left = [d for d in found if d.features.get("accession")]
    assert [(d.type, d.status, d.date_value) for d in left] == [("accession", "ended", "2023")]


@pytest.mark.parametrize(
    "told",
    [
        "has been given five more years",
        "has been given a longer life",
        "now runs to 2034 instead of 2029",
        "was stretched to 2036 through an exchange of notes",
    ],
)
def test_an_agreement_that_lasts_longer_is_extended(told: str) -> None:
    found = told_agreements(f"The space memorandum between Norway and Kenya {told}.")
    assert [status for _, status, _ in found] == ["extended"]


def test_an_agreement_called_now_in_force_is_in_force() -> None:
    text = "The Kenya-Norway nanosatellite agreement, now in force, lets either side walk away."
    assert [status for _, status, _ in told_agreements(text)] == ["in_force"]


def test_what_two_sides_also_signed_has_the_day_and_place_of_what_they_signed_before() -> None:
    told = facts(
        "Kenya and Norway signed a satellite agreement in Oslo on 3 May 2024. They also concluded"
        " two memorandums of understanding on ground stations."
    ).agreements
    assert [(f.type, f.signed_on, f.place) for f in told] == [
        ("agreement", "2024-05-03", "Oslo"),
        ("mou", "2024-05-03", "Oslo"),
    ]


def test_what_others_signed_afterwards_keeps_its_own_day_unknown() -> None:
    told = facts(
        "Kenya and Norway signed a satellite agreement in Oslo on 3 May 2024. Peru and Ghana have"
        " also signed a space accord."
    ).agreements
    assert {f.signed_on for f in told if "PER" in codes(f)} == {None}


def test_a_deal_under_negotiation_on_a_satellite_to_be_launched_is_not_yet_planned() -> None:
    text = (
        "Last month it emerged that Kenya was in negotiations with the Norwegian Space Agency on a"
        " $300 million deal for a telecoms satellite to be launched in 2026."
    )
    assert {status for _, status, _ in told_agreements(text)} == {"negotiating"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Axiom Space and Kenya's government have signed an agreement under which the first"
            " Kenyan astronaut will be sent to space.",
            "contract",
        ),
        (
            "Norway's Kongsberg will supply a satellite ground station to Kenya under a deal signed"
            " last week.",
            "contract",
        ),
        (
            "Kenya and Norway have signed an agreement under which a Kenyan will be sent to space"
            " on SpaceX's Dragon.",
            "agreement",
        ),
    ],
    ids=["a_firm_flies", "sold_under_it", "a_firm_only_carries"],
)
def test_what_a_firm_does_by_an_agreement_makes_it_a_contract(text: str, kind: str) -> None:
    assert {found for found, _, _ in told_agreements(text)} == {kind}


def test_who_helps_somebody_to_choose_buys_nothing() -> None:
    text = "Norway will help Kenya to choose a communications satellite."
    assert not [d for d in drafts(text, "agreement") if d.type == "contract"]
    assert [d.title for d in drafts(text, "commitment")] == [
        "help Kenya to choose a communications satellite"
    ]


def test_whom_a_helper_helps_is_not_itself() -> None:
    text = (
        "Kenya and Norway met on space. Norway will help it to train the candidates for the flight."
    )
    found = drafts(text, "commitment")
    assert [[p.name for p in d.parties] for d in found] == [["Norway"]]
    assert found[0].title.startswith("help it to train")


def test_a_regular_exchange_of_data_is_no_meeting() -> None:
    found = drafts("Kenya and Norway will regularly exchange space data.", "commitment")
    assert [d.title for d in found] == ["regularly exchange space data"]


def _actors(text: str) -> list[tuple[str, str | None]]:
    return [(a.name, a.code) for each in reading(text).sentences for a in each.actors]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Neighbouring Kenya had joined the space accords in 2020.", ("Kenya", "KEN")),
        (
            "Norway's Telenor and Virginia-based Orbital ATK will sign a satellite contract.",
            ("Orbital ATK", "USA"),
        ),
        (
            "Asha Otieno of the Kenya Space Agency met with Kari Dahl of the Norwegian Space Agency"
            " to talk about the launch of two small satellites.",
            ("Kari Dahl", "NOR"),
        ),
    ],
    ids=["opens_a_sentence", "based_there", "of_an_agency"],
)
def test_a_name_is_parted_from_what_stands_before_it(
    text: str, actor: tuple[str, str | None]
) -> None:
    assert actor in _actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "The third meeting of the Kenya-Norway joint working group on space was held in Oslo.",
        "The Kenyan-Norwegian Joint Commission on Space held its third meeting in Oslo.",
    ],
    ids=["small_letters", "capitals"],
)
def test_a_body_of_two_states_has_both_as_its_sides(text: str) -> None:
    assert [d.codes() for d in drafts(text, "meeting")] == [{"KEN", "NOR"}]


def test_who_held_meetings_with_guests_of_several_states_was_there_too() -> None:
    text = "Kenya's space chief held meetings with officials from Norway and Peru on Monday."
    assert [d.codes() for d in drafts(text, "meeting")] == [{"KEN", "NOR", "PER"}]


def test_a_visit_is_off_also_when_its_place_stands_between() -> None:
    text = (
        "The visit of the Norwegian prime minister to the Malindi space centre on the coast of"
        " Kenya was cancelled."
    )
    assert [d.status for d in drafts(text, "meeting")] == ["cancelled"]


def _doers(text: str) -> list[set[str]]:
    return [{p.name for p in d.parties} for d in drafts(text, "commitment")]


@pytest.mark.parametrize(
    ("before", "noun", "doer"),
    [
        (
            "The University of Nairobi signed a satellite accord with the Norwegian Space Agency.",
            "university",
            "University of Nairobi",
        ),
        (
            "Norway's Department of Defence cancelled a satellite contract with Kenya.",
            "department",
            "Department of Defence",
        ),
    ],
    ids=["university", "department"],
)
def test_a_text_calls_a_body_again_by_its_noun(before: str, noun: str, doer: str) -> None:
    told = _doers(f"{before} The {noun} plans to build a ground station for satellites.")
    assert {doer} in told


def test_a_noun_that_no_body_bears_means_nobody() -> None:
    text = (
        "The Kenya Space Agency met Norway in Oslo. The university plans to build a ground station"
        " for satellites."
    )
    assert {"Kenya Space Agency"} not in _doers(text)


def test_a_rank_without_a_name_is_no_person() -> None:
    text = "Kenya and Norway mixed yeast in the Gen 0 bioreactors of the satellite."
    assert [name for name, _ in _actors(text)] == ["Kenya", "Norway"]
    assert Reading(reading(text).article, selective=False).sentences


def test_the_name_of_a_firm_of_the_field_is_a_word_of_space() -> None:
    text = "Planet Labs is preparing to open its archive to Niger's National Weather Directorate."
    assert [each.space for each in reading(text).sentences] == [3]


def test_who_was_only_talked_of_does_not_take_the_place_of_who_met() -> None:
    held = facts(
        "Officials of the Kenya Space Agency and of the Norwegian Space Agency met in Oslo to talk"
        " about satellites. In the talks Kenya's work with ESA and with the European Union on"
        " satellites was brought up too."
    ).meetings
    assert [codes(meeting) for meeting in held] == [{"KEN", "NOR"}]
