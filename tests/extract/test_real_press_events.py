"""What the press itself taught: meetings, undertakings and their dates, and what is one event."""

import pytest

from ingest.extract.merge import likeness_of
from ingest.extract.retelling import Comparison, Telling
from ingest.facts.model import Commitment
from tests.extract.texts import codes, drafts, facts, reading

LEAD = "Kenya and Norway signed a satellite agreement in Nairobi on Monday. "


def _met(text: str) -> list[tuple[str, str, str | None]]:
    """Return type, status and date of each meeting of a text."""
    return [(each.type, each.status, each.held_on) for each in facts(text).meetings]


def _agreed(text: str) -> list[tuple[str, str, str | None]]:
    """Return type, status and date of each agreement of a text."""
    return [(each.type, each.status, each.signed_on) for each in facts(text).agreements]


def _promise(text: str) -> Commitment:
    """Return the one undertaking of a text."""
    (found,) = facts(text).commitments
    return found


# -- meetings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan cabinet session on satellites with Norway was held on Monday.",
        "A government session of Kenya approved a satellite treaty with Norway on Monday.",
        "The parliamentary session of Kenya on satellites with Norway took place on Monday.",
        "The third round of the satellite programme of Kenya and Norway was held in Oslo.",
    ],
    ids=["cabinet", "government", "parliament", "programme"],
)
def test_sessions_at_home_and_rounds_of_a_programme_are_no_meetings(sentence: str) -> None:
    assert _met(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The satellite agreement of Kenya and Norway provides for meetings of experts.",
        "The suspension of space cooperation between Kenya and Norway includes meetings.",
        "The memorandum encourages meetings of Kenyan and Norwegian satellite engineers.",
    ],
)
def test_gatherings_that_an_instrument_is_about_were_not_held(sentence: str) -> None:
    assert _met(sentence) == []


def test_a_visit_that_holds_promise_is_not_held_by_it() -> None:
    text = "Kenya will go to Norway for satellite talks. His visit holds promise for space work."
    strict = [each for each in drafts(text, "meeting") if not each.features.get("loose")]
    assert "held" not in {each.status for each in strict}


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("he leaves for Norway to meet its prime minister", "visit"),
        ("he meets Norway's king in Oslo", "summit"),
    ],
)
def test_what_comes_after_a_plan_is_planned(clause: str, kind: str) -> None:
    found = _met(f"Kenya's president will inspect a satellite before {clause}.")
    assert (kind, "planned", None) in found
    assert "held" not in {status for _, status, _ in found}


@pytest.mark.parametrize("gathering", ["summit", "forum"])
def test_the_first_at_which_all_will_meet_is_ahead(gathering: str) -> None:
    text = f"It will be the first {gathering} at which Kenya and Norway meet on satellites."
    assert _met(text) == [("talks", "planned", None)]


def test_negotiations_that_ended_were_held() -> None:
    text = "The space negotiations ended on Monday, Kenya and Norway said."
    found = [(each.status, each.date_value) for each in drafts(text, "meeting")]
    assert found == [("held", "2024-05-13")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's astronaut returned from his first visit to the space station with a Norwegian.",
        "Norwegian and Kenyan astronauts are on a visit to the space station.",
    ],
)
def test_a_visit_to_a_station_in_orbit_is_none(sentence: str) -> None:
    assert _met(sentence) == []


@pytest.mark.parametrize("gathering", ["satellite forum", "space dialogue"])
def test_a_coming_gathering_is_planned(gathering: str) -> None:
    found = _met(f"The coming {gathering} of Kenya and Norway drew interest.")
    assert [status for _, status, _ in found] == ["planned"]


@pytest.mark.parametrize("kind", ["exchange", "bilateral", "mutual"])
def test_visits_to_each_other_lead_nowhere(kind: str) -> None:
    text = f"Kenya and Norway agreed on {kind} visits of satellite experts."
    assert [each.place for each in facts(text).meetings] == [None]


def test_the_day_of_an_accord_does_not_date_the_next_meeting() -> None:
    text = (
        "Much was said. The satellite pact of 3 May 2024 is new. "
        "Officials of Chile and Peru met on satellites in Lima."
    )
    assert _met(text) == [("talks", "held", None)]


# -- undertakings: how firm ----------------------------------------------------------------------


def test_what_is_scheduled_for_a_year_is_firm() -> None:
    found = _promise("The launch of the Kenyan satellite by Norway is scheduled for 2027.")
    assert (found.strength, found.due) == ("firm", "2027")


@pytest.mark.parametrize("verb", ["aims", "seeks", "is intended"])
def test_what_an_instrument_aims_at_is_intended(verb: str) -> None:
    text = f"{LEAD}The memorandum {verb} to train satellite engineers."
    assert _promise(text).strength == "intended"


@pytest.mark.parametrize("thing", ["a manned flight to the Moon", "two satellite launches"])
def test_a_planned_flight_is_an_intention(thing: str) -> None:
    found = _promise(f"Norway plans {thing} by 2030, Kenya was told.")
    assert (codes(found), found.strength, found.due) == ({"NOR"}, "intended", "2030")


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway would sell a radar satellite to Kenya if parliament agreed to pay for it.",
        "Kenya and Norway set out the terms on which they will share satellite data.",
        "The minister dismissed the idea that Norway will launch a satellite for Kenya.",
        "There were fears that Norway would launch a weapon against satellites of Kenya.",
        "Kenya pressed Norway to launch a satellite by 2027.",
        "The minister urged Norway to launch a satellite for Kenya by 2027.",
    ],
    ids=["on_condition", "terms", "idea", "fears", "pressed", "urged"],
)
def test_conditions_ideas_and_demands_promise_nothing(sentence: str) -> None:
    assert facts(sentence).commitments == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway suspended work with Kenya on a satellite mission planned for 2029.",
        "Norway has suspended its satellite agreement with Kenya, and a launch planned for 2029.",
    ],
)
def test_a_mission_that_was_stopped_is_no_plan(sentence: str) -> None:
    assert facts(sentence).commitments == []


@pytest.mark.parametrize(
    "act",
    [
        "remain in force for ten years",
        "expire in 2030",
        "enter into force in June",
    ],
)
def test_how_long_an_agreement_runs_is_nobodys_promise(act: str) -> None:
    assert facts(f"{LEAD}The agreement will {act}.").commitments == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The satellite workshop of Kenya is due to be held in Norway in June.",
        "Norway's satellite programme for Kenya will be what the region needs.",
        "Each satellite flight will be one of the boldest of Norway.",
        "The satellite launch by Norway will be attended by Kenya.",
    ],
)
def test_a_mere_outcome_is_no_promise(sentence: str) -> None:
    assert drafts(sentence, "commitment") == []


def test_a_voyage_that_will_take_place_is_a_promise() -> None:
    text = "Kenya ordered a satellite. The probe's voyage will take place in 2027 with Norway."
    assert [each.due for each in facts(text).commitments] == ["2027"]


# -- undertakings: access ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "action", "giver", "receiver"),
    [
        (
            "The agreement gives Kenya access to Norwegian satellite data.",
            "give Kenya access to Norwegian satellite data",
            "NOR",
            "KEN",
        ),
        (
            "Under the agreement, Kenya will have access to satellite images.",
            "give Kenya access to satellite images",
            "NOR",
            "KEN",
        ),
        (
            "The pact grants Norway access to the ground station.",
            "give Norway access to the ground station",
            "KEN",
            "NOR",
        ),
    ],
    ids=["gives", "will_have", "grants"],
)
def test_who_grants_access_undertakes_it(told: str, action: str, giver: str, receiver: str) -> None:
    found = _promise(LEAD + told)
    assert found.action == action
    assert codes(found) == {giver}
    assert found.beneficiary is not None and found.beneficiary.country == receiver


# -- undertakings: due dates ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "due"),
    [
        ("build a radar satellite, which weighs two tonnes, for launch in 2029", "2029"),
        ("extend the satellite series that began with the 2025 launch", None),
        ("launch a satellite for Kenya in 2Q of 2027", "2027-04/2027-06"),
        ("launch a satellite for Kenya in mid-2027", "2027-06~"),
        ("launch a satellite for Kenya in the middle of 2027", "2027-06~"),
        ("launch a satellite for Kenya in the middle of next year", "2025-06~"),
    ],
)
def test_a_due_date_in_the_words_of_the_press(act: str, due: str | None) -> None:
    assert _promise(f"Norway will {act}.").due == due


# -- what is one event ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Oman and Latvia signed a satellite agreement on Monday. "
            "Latvia and Ghana signed a satellite agreement.",
            [("agreement", "signed", "2024-05-13"), ("agreement", "signed", None)],
        ),
        (
            "Oman and Latvia signed a satellite accord in Riga. "
            "Under a 1998 satellite treaty, Oman and Latvia share data.",
            [("agreement", "signed", None), ("treaty", "in_force", "1998")],
        ),
        (
            "Oman and Latvia signed a contract for a satellite in Riga. "
            "Oman and Latvia are negotiating an agreement for a satellite.",
            [("contract", "signed", None), ("agreement", "negotiating", None)],
        ),
    ],
    ids=["other_partners", "other_time", "other_stage_and_type"],
)
def test_instruments_apart_in_partners_time_or_stage_are_two(
    text: str, told: list[tuple[str, str, str | None]]
) -> None:
    assert _agreed(text) == told


def test_a_plan_told_after_a_dated_signing_does_not_undo_it() -> None:
    text = (
        "Oman and Latvia signed a satellite agreement on 6 May 2024. "
        "Oman and Latvia will sign the satellite agreement in Riga."
    )
    assert _agreed(text) == [("agreement", "signed", "2024-05-06")]


def test_an_agreement_to_come_is_not_the_statement_that_welcomes_it() -> None:
    text = (
        "Oman and Latvia will sign a satellite agreement. "
        "In a joint statement Oman and Latvia welcomed the satellite agreement."
    )
    assert _agreed(text) == [("agreement", "planned", None)]


def test_a_headline_s_plan_is_what_the_lead_says_was_signed() -> None:
    text = (
        "Latvia to sell satellites to Oman\n\n"
        "Latvia signed on Monday a contract to sell satellites to Oman."
    )
    assert _agreed(text) == [("contract", "signed", "2024-05-13")]


def _likeness(text: str, kind: str) -> float:
    """Return how likely the last candidate of a text retells its first."""
    first, *_, last = drafts(text, kind)
    return likeness_of(Comparison(reading(text)), Telling(first, [first], [first]), last)


BETWEEN = " Ports and ships were at the centre of a fair. Fish was sold. Music was played. "


def test_the_contract_of_the_same_sides_is_the_one_told_before() -> None:
    before = f"Oman signed a contract with Latvia for a radar satellite.{BETWEEN}"
    assert _likeness(before + "The contract with Latvia covers space food.", "agreement") == 1.0


def test_talks_on_a_day_of_a_visit_are_part_of_it() -> None:
    text = (
        f"The prime minister of Oman visited Latvia in May to see a satellite.{BETWEEN}"
        "Scholars from Oman and Latvia had consultations on rocket fuel on 6 May 2024."
    )
    assert _likeness(text, "meeting") == 1.0
