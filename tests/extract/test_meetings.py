"""Meetings: how they are told, who came, when, and what the offices of the people make of them."""

from datetime import date

import pytest

from ingest.facts.model import Meeting
from tests.extract.texts import codes, drafts, facts


def _only(text: str, published_on: date = date(2024, 5, 15)) -> Meeting:
    found = facts(text, published_on).meetings
    assert len(found) == 1, [(m.type, m.status, m.held_on) for m in found]
    return found[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru agreed to establish a Chile-Peru Space Dialogue.",
        "Chile and Peru pledged more satellite work, including through the creation of a space"
        " dialogue.",
        "Chile and Peru plan to deepen satellite ties, including by convening a space dialogue.",
        "The presidents of Chile and Peru welcome the convening of a Chile-Peru Space Dialogue.",
    ],
)
def test_a_dialogue_that_is_set_up_lies_ahead(sentence: str) -> None:
    meeting = _only(sentence)
    assert (meeting.type, meeting.status) == ("dialogue", "planned")
    assert codes(meeting) == {"CHL", "PER"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The satellite deal was signed during the official visit of Kenyan President William Ruto"
        " to Rome.",
        "The satellite deal followed a visit to Italy by Kenyan space officials.",
    ],
)
def test_a_visit_names_its_guest_and_its_host(sentence: str) -> None:
    meeting = _only(sentence)
    assert (meeting.type, codes(meeting)) == ("visit", {"KEN", "ITA"})


def test_two_days_running_are_a_span() -> None:
    text = "On Thursday and Friday officials of Chile and Peru met in Lima for satellite talks."
    assert _only(text, date(2024, 5, 18)).held_on == "2024-05-16/2024-05-17"


def test_a_clause_of_time_takes_the_date_before_it() -> None:
    text = (
        "Chile ordered the satellite study in March 2024, when its space agency chief"
        " held talks with officials from Peru."
    )
    assert _only(text).held_on == "2024-03"


def test_a_later_clause_keeps_its_date() -> None:
    text = (
        "Signed during the official visit of Kenyan President William Ruto to Rome, the pact"
        " extends the satellite programme that both sides had begun in July 2023."
    )
    assert [m.held_on for m in facts(text).meetings] == [None]


def test_known_heads_of_state_make_a_summit() -> None:
    text = (
        "Narendra Modi and Emmanuel Macron held talks in Paris on 3 May 2024 about a satellite"
        " constellation of India and France."
    )
    meeting = _only(text)
    assert (meeting.type, meeting.held_on) == ("summit", "2024-05-03")


def test_a_meeting_for_a_session_is_the_session() -> None:
    text = (
        "Officials of Chile and Peru are to meet in Lima in June for the third session of the"
        " Chile-Peru Space Dialogue."
    )
    meeting = _only(text)
    assert (meeting.type, meeting.status, meeting.ordinal) == ("dialogue", "planned", 3)
    assert meeting.series == "Chile-Peru Space Dialogue"


def test_the_council_of_a_space_body_meets_alone() -> None:
    text = "The council of the European Space Agency, which met in Paris on 3 May, chose a rocket."
    assert codes(_only(text)) == {"ESA"}


def test_an_auxiliary_holds_no_meeting() -> None:
    text = (
        "Chile and Peru built the satellite. The launch had been settled at the second Space"
        " Dialogue of the two countries in March 2024."
    )
    meeting = _only(text)
    assert (meeting.type, meeting.held_on, meeting.ordinal) == ("dialogue", "2024-03", 2)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru's President accepted an invitation from Chile to a satellite summit.", "planned"),
        ("Peru's President has an invitation from Chile to a satellite summit.", "proposed"),
    ],
)
def test_an_invitation_is_no_meeting_yet(sentence: str, status: str) -> None:
    meeting = _only(sentence)
    assert (meeting.status, codes(meeting)) == (status, {"PER", "CHL"})


def test_a_dialogue_that_is_only_a_channel_is_no_session() -> None:
    text = "A task force will send satellite advice to the Chile-Peru Trade Dialogue."
    assert facts(text).meetings == []


@pytest.mark.parametrize("kind", ["kick-off", "technical", "joint committee", "first virtual"])
def test_a_meeting_to_be_held_is_one_that_is_planned(kind: str) -> None:
    found = facts(f"Japan and Kenya will hold a {kind} meeting on satellites in Nairobi.").meetings
    assert [fact.status for fact in found] == ["planned"]


@pytest.mark.parametrize("event", ["a symposium", "consultations", "a bilateral"])
def test_to_hold_a_meeting_is_no_promise(event: str) -> None:
    told = f"Japan and Kenya will hold {event} on satellites in Nairobi in November."
    assert drafts(told, "commitment") == []
