"""Meetings as the world's press tells them: its words, dates from around, who is meant."""

import pytest

from tests.extract.texts import drafts, facts

_MEETING = "meeting"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Chilean officials sat together with the Peru space agency on satellites.", "talks"),
        ("A Chilean delegation worked with the Peru space agency on satellites.", "talks"),
        ("A delegation of Chile will go to Peru to see the satellite plant.", "visit"),
        ("A Chile-Peru satellite working group is to sit for the first time.", "dialogue"),
        ("Chile and Peru held a reunion on satellites in Lima.", "talks"),
    ],
)
def test_plain_words_tell_of_meetings(sentence: str, kind: str) -> None:
    found = [draft for draft in drafts(sentence, _MEETING) if draft.type == kind]
    assert found, sentence
    assert found[0].codes() == {"CHL", "PER"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile's satellite will go to Mars with an instrument of Peru.",
        "The satellite price of Chile and Peru came to five million dollars.",
        "Chile and Peru worked with satellites.",
    ],
)
def test_what_nobody_travels_to_is_no_visit(sentence: str) -> None:
    assert drafts(sentence, _MEETING) == []


@pytest.mark.parametrize(
    ("text", "held_on"),
    [
        (
            "Chile ordered a satellite on 10 May. Officials of Chile and Peru met on satellites"
            " in Lima the following day.",
            "2024-05-11",
        ),
        (
            "Chile and Peru signed a satellite pact on 10 May. Before the ceremony, officials of"
            " Chile and Peru met on satellites.",
            "2024-05-10",
        ),
        (
            "Chile and Peru signed a satellite pact on 10 May, the same day when officials of"
            " Chile and Peru held talks in Lima.",
            "2024-05-10",
        ),
        (
            "The satellite pact dates from 24 September 2021. Some call it old. Not all do."
            " Earlier in the day, officials of Chile and Peru met on satellites.",
            None,
        ),
        (
            "It was a good week. On Friday Chile ordered a satellite. Officials of Chile and Peru"
            " met on satellites in Lima.",
            "2024-05-10",
        ),
        (
            "The satellite forum of Chile and Peru ended in Lima on Friday after three days.",
            "2024-05-08/2024-05-10",
        ),
        (
            "A two-day satellite forum of Chile and Peru opened in Lima on Friday.",
            "2024-05-10/2024-05-11",
        ),
        (
            "A satellite is due, officials said on Friday after Chile and Peru held talks.",
            "2024-05-10",
        ),
        (
            "Chile and Peru spoke of their first satellite dialogue, which was held in Lima on"
            " 3 May 2023.",
            "2023-05-03",
        ),
        (
            "The satellite forum of Chile and Peru concluded in Lima, where from 6 to 8 May"
            " engineers spoke.",
            "2024-05-06/2024-05-08",
        ),
    ],
)
def test_the_text_around_dates_a_meeting(text: str, held_on: str | None) -> None:
    assert drafts(text, _MEETING)[-1].date_value == held_on


@pytest.mark.parametrize(
    ("sentence", "held_on"),
    [
        ("Chile and Peru met on satellites on 6 December of last year.", "2023-12-06"),
        ("Chile and Peru met on satellites last night.", "2024-05-14"),
        ("Chile and Peru will meet on satellites in the last quarter of 2025.", "2025-10/2025-12"),
        ('Minister Ana Soto of Chile said: "In March we met with Peru on satellites."', "2024-03"),
    ],
)
def test_a_date_in_the_words_of_the_press(sentence: str, held_on: str) -> None:
    assert drafts(sentence, _MEETING)[0].date_value == held_on


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It was agreed that Chile and Peru would hold the next space dialogue.", "planned"),
        ("Officials of Chile came to Lima to attend a satellite forum with Peru.", "held"),
        ("A satellite is planned when the ministers of Chile and Peru meet in June.", "held"),
        ("A satellite will be named when the ministers of Chile and Peru meet in June.", "planned"),
        ("A second round of the Chile-Peru space dialogue set for July was praised.", "planned"),
    ],
)
def test_a_plan_is_known_by_its_context(sentence: str, status: str) -> None:
    assert status in {draft.status for draft in drafts(sentence, _MEETING)}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "Foreign Minister Ana Soto of Chile met her counterpart from Peru on satellites.",
            "ministerial",
        ),
        (
            "Prime Minister Narendra Modi and Prime Minister Navin Ramgool held talks in Mauritius"
            " about the launch of their small weather satellite.",
            "summit",
        ),
        ("Chile and Peru will convene the tenth meeting on satellites in Lima.", "dialogue"),
        ("The Chile-Peru space committee, which met for the first time, chose a logo.", "dialogue"),
    ],
)
def test_equals_and_numbers_make_the_type(sentence: str, kind: str) -> None:
    assert kind in {draft.type for draft in drafts(sentence, _MEETING)}


def test_somebody_of_unknown_state_acts_for_the_other_main_party() -> None:
    text = (
        "Chile and Peru share a satellite. Prime Minister Zed Qorban met with the space agency of"
        " Chile on satellites."
    )
    assert drafts(text, _MEETING)[-1].codes() == {"CHL", "PER"}


def test_the_short_name_of_a_body_is_its_full_one() -> None:
    text = (
        "The Academy of Sciences of Belarus owns a satellite. In March a delegation of the Academy"
        " met with the space agency of Peru."
    )
    assert drafts(text, _MEETING)[-1].codes() == {"BLR", "PER"}


def test_a_council_meets_for_its_own_body() -> None:
    text = (
        "The Council of the European Space Agency (ESA) spoke of satellites with Peru."
        " The 12th Meeting of the Council will take place in Lima in June."
    )
    assert drafts(text, _MEETING)[-1].codes() == {"ESA"}


def test_an_aside_far_from_space_may_tell_of_a_meeting() -> None:
    filler = " ".join(["The hall was full of people."] * 9)
    text = f"Chile and Peru share a satellite. {filler} We shall meet with Peru again in June."
    assert [d.status for d in drafts(text, _MEETING)] == ["planned"]


@pytest.mark.parametrize(
    "fair",
    ["the International Astronautical Congress", "the 39th Space Symposium", "the Paris Air Show"],
)
def test_a_fair_of_the_field_is_where_others_meet(fair: str) -> None:
    told = f"Norway and Kenya signed a satellite agreement in Milan during {fair}."
    assert drafts(told, "meeting") == []
    met = f"The heads of the space agencies of Norway and Kenya met at {fair} in Milan on Tuesday."
    assert len(facts(met).meetings) == 1


def test_a_forum_of_two_states_is_a_meeting() -> None:
    told = "Norway and Kenya held their first Space Forum in Milan on Tuesday."
    assert len(facts(told).meetings) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Chile will launch a satellite for Peru, its minister said on the sidelines of a forum.",
        "The head of ISRO told a space conference in Dubai that the UAE would build an airlock.",
    ],
)
def test_a_conference_where_somebody_speaks_is_no_meeting(said: str) -> None:
    assert facts(said).meetings == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A Chilean official said a Peruvian satellite would bring telephone services to villages.",
        "The United States lost a plane of Peru with satellite phones.",
        "The Chile Space Agency said its stations had received the first data of Peru's satellite.",
        "The satellites of Chile were chosen by Peru from 16 proposals received from abroad.",
        "Chile and Peru signed a satellite deal after eight years of negotiations.",
        "A satellite deal of Chile and Peru was announced at the Lima Space Congress.",
    ],
    ids=["telephone", "phones", "data", "proposals", "long_negotiations", "announced_at"],
)
def test_things_and_long_work_are_no_meetings(sentence: str) -> None:
    assert drafts(sentence, _MEETING) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chile's minister received Peru's space chief in Santiago.", "held"),
        ("Peru's space chief was received by Chile's minister in Santiago.", "held"),
        ("Plans for the trip of Chile's space chief to Peru were disclosed.", "planned"),
        ("Chile gave the go-ahead to talks with Peru on a satellite.", "planned"),
    ],
)
def test_guests_are_received_and_plans_are_ahead(sentence: str, status: str) -> None:
    assert [draft.status for draft in drafts(sentence, _MEETING)] == [status]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Chile's space agency and a Peruvian delegation discussed a satellite.", True),
        ("Chile's space agency and Peru's space agency on Monday discussed a satellite.", True),
        ("Chile's space agency and Peru's space agency discussed a satellite.", False),
    ],
    ids=["delegation", "on_a_day", "long_debate"],
)
def test_a_delegation_or_a_day_makes_a_discussion_a_meeting(sentence: str, told: bool) -> None:
    assert bool(drafts(sentence, _MEETING)) is told


def test_what_was_called_off_has_the_day_it_was_slated_for() -> None:
    sentence = "Chile cancelled a ministerial meeting on satellites with Peru, slated for May 3."
    assert {(d.status, d.date_value) for d in drafts(sentence, _MEETING)} == {
        ("cancelled", "2024-05-03")
    }


@pytest.mark.parametrize(
    ("end", "status"), [("and she accepted", "planned"), ("and she declined", "proposed")]
)
def test_an_invitation_accepted_next_is_a_plan(end: str, status: str) -> None:
    sentence = f"Chile's president invited Peru's president to visit the spaceport in May, {end}."
    assert {draft.status for draft in drafts(sentence, _MEETING)} == {status}


def test_talks_that_broke_down_are_no_meeting() -> None:
    assert drafts("Satellite talks between Chile and Peru broke down over price.", _MEETING) == []


@pytest.mark.parametrize("goal", ["the International Space Station", "the space station"])
def test_a_flight_to_a_station_is_no_visit(goal: str) -> None:
    sentence = f"Chilean astronaut Ana Soto is to travel to {goal} with a Peruvian crew."
    assert drafts(sentence, _MEETING) == []


def test_a_visit_listed_beside_a_meeting_of_presidents_is_no_summit() -> None:
    text = (
        "It follows President Boric's meeting on space with President Ruto of Kenya in New York in "
        "September 2022, and Minister Ana Rey's visit to Kenya in November 2022."
    )
    found = {(d.type, d.date_value) for d in drafts(text, "meeting")}
    assert {("summit", "2022-09"), ("visit", "2022-11")} <= found
    assert ("summit", "2022-11") not in found
