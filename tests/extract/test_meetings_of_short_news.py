"""Meetings as short news items tell them: who comes together, on which day, and whether at all."""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import drafts

_MEETING = "meeting"


def _of(text: str) -> Draft:
    """Return the last candidate of an article."""
    found = [draft for draft in drafts(text, _MEETING) if not draft.bare]
    assert found, text
    return found[-1]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "The gathering of ministers of Chile and Peru dealt with satellites.",
            "ministerial",
        ),
        ("Chile and Peru signed a satellite pact at the Chile-Peru Leaders' Meeting.", "summit"),
        ("Peru told of talks on satellites that the BRICS ministers had held.", "ministerial"),
        (
            "CNES President Anna Blanc and President of the Japan Aerospace Exploration Agency"
            " Kenji Mori held talks on satellites.",
            "talks",
        ),
        (
            "President Boric received a delegation of the satellite company SpaceX during the"
            " Arica Summit.",
            "talks",
        ),
        ("Chilean officials flew to Lima for talks with the Peru space agency.", "talks"),
        (
            "Chilean officials travel to Lima for a forum with Peru on satellites.",
            "conference",
        ),
        ("Chile's minister spoke with the Peru space agency by video about satellites.", "call"),
        ("A satellite working group of Chile and Peru is to meet for the first time.", "dialogue"),
        (
            "Officials of Chile and Peru met in the framework of a joint committee on satellites.",
            "dialogue",
        ),
        ("A satellite roundtable of Chile and Peru was held in Lima.", "conference"),
        ("Chile and Peru took part in the regional meeting on satellites.", "conference"),
        ("A summit of the heads of the space agencies of Chile and Peru was held.", "conference"),
        (
            "A summit of the heads of ASEAN member states' satellite and space agencies"
            " began in Hanoi.",
            "conference",
        ),
        ("The tenth summit of APSCO countries was held in Lima on satellites.", "conference"),
        ("Chile's President is in Lima on a state visit to Peru about satellites.", "visit"),
    ],
)
def test_who_comes_together_and_what_for_make_the_type(sentence: str, kind: str) -> None:
    assert _of(sentence).type == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "As a rule the space agencies of Chile and Peru meet once a year.",
        "Chile was in talks with Peru on satellites.",
        "Chile is negotiating with Peru on satellites.",
        "Chile has suspended visits by officials from Peru to its satellite stations.",
    ],
)
def test_habits_and_states_of_things_are_no_meetings(sentence: str) -> None:
    assert not drafts(sentence, _MEETING)


@pytest.mark.parametrize(
    ("text", "held_on"),
    [
        (
            "Talks on satellites between Ana Soto, who heads the Chilean space agency, and Luis"
            " Rojas, who heads the Peru space agency, were held on 3 May.",
            "2024-05-03",
        ),
        (
            "Chile ordered a satellite in March 2024. Officials of Chile and Peru met the same"
            " month in Lima.",
            "2024-03",
        ),
        (
            "Chile and Peru signed a satellite pact on 10 May. Four days earlier officials of"
            " Chile and Peru had met in Lima.",
            "2024-05-06",
        ),
        (
            "Chile and Peru signed a satellite pact on 10 May. Following the act officials of"
            " Chile and Peru met on satellites.",
            "2024-05-10",
        ),
        (
            "Chile praised satellites. Chile and Peru agreed on Tuesday to share satellites. The"
            " officials of Chile and Peru met on a satellite bought in January 2005.",
            "2024-05-14",
        ),
        (
            "Officials of Chile and Peru met on satellites in Lima on 13/5/2024.",
            "2024-05-13",
        ),
        ("Officials of Chile and Peru met on satellites in the year 2008.", "2008"),
        (
            "Chile and Peru have held talks on satellites since they signed a pact in 2016.",
            None,
        ),
        (
            "LIMA. May 13. ANDESPRESS - Officials of Chile and Peru met on satellites in the town.",
            None,
        ),
        (
            "LIMA, (Andes Today / Press - 13th May, 2024) Officials of Chile and Peru met on"
            " satellites.",
            None,
        ),
        (
            "Chile's minister leaves tomorrow on a three-day visit to Peru about satellites.",
            "2024-05-16/2024-05-18",
        ),
        ("Officials of Chile and Peru met on satellites, a report of Monday said.", None),
        (
            "The Chile-Peru satellite conference is to be held during October-November 2024.",
            "2024-10/2024-11",
        ),
    ],
)
def test_the_day_is_found_beside_the_meeting(text: str, held_on: str | None) -> None:
    assert _of(text).date_value == held_on


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chile asked for talks with Peru on satellites.", "proposed"),
        ("A further satellite meeting of Chile and Peru was suggested.", "proposed"),
        (
            "Chile asked that a team of its engineers be allowed to tour the Peru space agency.",
            "proposed",
        ),
        ("Chile puts off indefinitely the visit of Peru's satellite officials.", "cancelled"),
        ("Chile hosts the next round of satellite talks with Peru.", "planned"),
        ("President Boric is due in Lima in June for his first visit on satellites.", "planned"),
        ("The session of the Chile-Peru satellite committee will pass in June in Lima.", "planned"),
        ("During my visit to Peru next week we will sign a satellite pact of Chile.", "planned"),
    ],
)
def test_what_is_only_asked_for_or_lies_ahead(sentence: str, status: str) -> None:
    assert _of(sentence).status == status


def test_a_verb_of_visiting_is_not_read_as_a_noun_too() -> None:
    text = "Chile builds satellites, and in June a team is to visit the Peru space agency."
    told = [(draft.status, draft.date_value) for draft in drafts(text, _MEETING)]
    assert told == [("planned", "2024-06")]


def test_a_place_names_the_host_of_a_visit() -> None:
    text = "Brazil sells satellites. President Boric of Chile is in Lima on a visit."
    assert _of(text).codes() == {"CHL", "PER"}


def test_leaders_named_with_a_host_between_them_held_a_summit() -> None:
    text = (
        "President Gabriel Boric of Chile and his Peruvian guest, President Dina Boluarte, settled"
        " on Friday that the satellite station stays."
    )
    draft = _of(text)
    assert (draft.type, draft.date_value) == ("summit", "2024-05-10")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile's science minister is to see Peru's President Dina Boluarte about satellites.",
        "The chief of the Chilean space agency was in Lima to speak of satellites.",
        "A delegation of Chile is expected in Lima with plans for satellites.",
        "Chile will convene satellite experts of Peru in Arica.",
        "A Chile-Peru satellite working group would be called together in Lima.",
        "The 31st Planetary Congress is in Lima, and Chile and Peru plan satellites.",
        "Peru's minister was a guest of the Chilean space agency.",
        "Chile's minister spoke of satellites at the dinner given by Peru's president in Lima.",
        "Chile's minister conversed with the Peru space agency about satellites.",
    ],
)
def test_more_words_tell_of_meetings(sentence: str) -> None:
    assert {"CHL", "PER"} <= _of(sentence).codes()


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru see satellites as a way to grow.",
        "The satellites of Chile and Peru are in the same orbit.",
        "The minister of Chile is in charge of satellites, as is that of Peru.",
    ],
)
def test_what_is_seen_or_is_somewhere_is_no_meeting(sentence: str) -> None:
    assert drafts(sentence, _MEETING) == []


def test_a_goal_that_was_met_is_no_meeting() -> None:
    lead = "Peru and Chile build a satellite.\n\n"
    text = lead + "The goal of Peru was met in 1966 when Chile had a launch site."
    assert not [d for d in drafts(text, "meeting") if d.sentence > 0]
    text = lead + "The minister of Peru was met by the minister of Chile in 1966."
    assert [d for d in drafts(text, "meeting") if d.sentence > 0]
