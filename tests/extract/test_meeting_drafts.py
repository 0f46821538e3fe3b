"""What the sentences say of a meeting: its date, type, status and sides, before any is chosen."""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import drafts


def _drafts(text: str, title: str | None = None, publisher: str | None = None) -> list[Draft]:
    return drafts(text, "meeting", title=title, publisher=publisher)


def _only(text: str, title: str | None = None) -> Draft:
    found = [draft for draft in _drafts(text, title) if not draft.bare]
    assert len(found) == 1, [(d.type, d.status, d.date_value, d.codes()) for d in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "held_on"),
    [
        ("A space dialogue between Chile and Peru is planned for July, Lima said on Friday.", "07"),
        ("A space dialogue between Chile and Peru was postponed until June.", "06"),
        ("Chile and Peru agreed to hold a space dialogue by the end of September.", "09"),
        ("Chile and Peru signed the satellite pact at last month's summit in Lima.", "04"),
    ],
)
def test_the_date_of_a_plan_and_of_what_owns_a_meeting(sentence: str, held_on: str) -> None:
    assert _only(sentence).date_value == f"2024-{held_on}"


def test_a_year_that_owns_a_meeting() -> None:
    found = _only("Chile and Peru signed the satellite pact at last year's summit in Lima.")
    assert found.date_value == "2023"


@pytest.mark.parametrize(
    ("text", "held_on"),
    [
        (
            "Chile ordered a satellite on Friday. Its price is secret. The builder is pleased."
            " Work will begin soon. Officials from Peru and Chile met the same day on satellites.",
            "2024-05-10",
        ),
        (
            "The satellite pact dates from March 2022. The space ministers of Chile and Peru were"
            " in Lima at the time and held talks.",
            "2022-03",
        ),
    ],
)
def test_a_day_named_before_is_the_day_of_the_meeting(text: str, held_on: str) -> None:
    assert _drafts(text)[-1].date_value == held_on


def test_the_today_of_a_joint_statement_dates_its_meeting() -> None:
    text = (
        "President Narendra Modi welcomed President Emmanuel Macron to New Delhi."
        " Today, India and France affirm their satellite partnership."
    )
    assert _drafts(text, "Joint Statement by India and France")[0].date_value == "2024-05-15"
    assert _drafts(text, "India and France")[0].date_value is None


def test_each_of_two_sessions_has_its_own_date() -> None:
    text = (
        "The first round of the Chile-Peru space dialogue was held in Lima in July 2014, and the"
        " second round in Santiago in April 2016."
    )
    assert {d.ordinal: d.date_value for d in _drafts(text)} == {1: "2014-07", 2: "2016-04"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru held the second meeting of the satellite initiative in Lima.",
        "The Chile-Peru working group on satellites met in Lima on Monday.",
        "Chile and Peru praised their space working group and its next meeting in Lima.",
        "The Chile-Peru Comprehensive Dialogue on Space took place in Lima.",
    ],
)
def test_a_session_of_a_recurring_body_is_a_dialogue(sentence: str) -> None:
    draft = _only(sentence)
    assert (draft.type, draft.codes()) == ("dialogue", {"CHL", "PER"})


def test_a_counted_day_is_no_number_of_a_meeting() -> None:
    text = "It was the second day of the satellite talks between Chile and Peru in Lima."
    assert _only(text).ordinal is None


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chile will announce a satellite at the Chile-Peru summit in Lima.", "planned"),
        ("Chile will build on the satellite pact signed at the Chile-Peru summit.", "held"),
        ("Chile and Peru will work on satellites, also through the Chile-Peru summit.", "planned"),
        ("The satellite talks between Chile and Peru were cancelled.", "cancelled"),
        ("Chile's satellite talks with Peru have been postponed.", "planned"),
        ("The satellite summit of Chile and Peru in Lima will take place in June.", "planned"),
        ("Today, ahead of its summit with Peru, Chile presents a satellite.", "planned"),
        ("Peru expects a satellite when the presidents of Chile and Peru next meet.", "planned"),
    ],
)
def test_the_clause_tells_whether_a_meeting_lies_ahead(sentence: str, status: str) -> None:
    assert {draft.status for draft in _drafts(sentence)} == {status}


def test_a_date_ahead_belongs_to_what_was_planned_at_a_meeting() -> None:
    text = "Chile hopes for a satellite next year, under a pact unveiled at the Chile-Peru summit."
    assert [(d.status, d.date_value) for d in _drafts(text)] == [("held", None)]
    text = "Chile and Peru hold talks about the launch of a satellite later this month."
    assert [(d.status, d.date_value) for d in _drafts(text)] == [("held", None)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The foreign ministers of Chile and Peru met in Lima about satellites.", "ministerial"),
        ("The prime ministers of Norway and India met in Oslo about satellites.", "summit"),
        ("The satellite pact dates from the state visit of Chile's President to Peru.", "visit"),
    ],
)
def test_the_plural_of_an_office_makes_the_type(sentence: str, kind: str) -> None:
    assert _only(sentence).type == kind


def test_the_we_of_a_leaders_statement_are_leaders() -> None:
    text = "Today India and Japan stand together. We met in Tokyo and agreed on satellites."
    assert _drafts(text, "India-Japan Joint Leaders' Statement")[-1].type == "summit"
    assert _drafts(text, "India-Japan Joint Statement")[-1].type == "talks"


def test_leaders_who_speak_with_one_voice_have_met() -> None:
    text = (
        "Presidents Lee Jae-myung and Emmanuel Macron said in April in Paris that their countries"
        " would build a satellite."
    )
    draft = _only(text)
    assert (draft.type, draft.codes(), draft.date_value) == ("summit", {"KOR", "FRA"}, "2024-04")


def test_an_i_beside_a_guest_is_a_side() -> None:
    text = "In Oslo, Prime Minister Narendra Modi and I discussed satellites."
    assert _drafts(text, publisher="White House")[0].codes() == {"USA", "IND"}


def test_you_and_i_are_the_main_pair() -> None:
    text = (
        "Remarks by President William Ruto of Kenya and Prime Minister Narendra Modi of India."
        " Kenya joined the African Space Agency after the talks that you and I held."
    )
    assert _drafts(text)[-1].codes() >= {"KEN", "IND"}


def test_every_stop_of_a_journey_is_a_visit() -> None:
    text = "Egyptian space chief Sherif Sedky will travel to Italy and Kenya on satellites."
    assert [draft.codes() for draft in _drafts(text)] == [{"EGY", "ITA"}, {"EGY", "KEN"}]


def test_a_congress_beside_a_meeting_is_no_party() -> None:
    text = (
        "Kenya and India want a satellite. The Kenya Space Agency spoke of it during a bilateral"
        " meeting held alongside the International Astronautical Congress."
    )
    names = {party.name for draft in _drafts(text) for party in draft.parties}
    assert names == {"Kenya Space Agency", "India"}


def test_an_address_for_readers_is_no_visit() -> None:
    assert _drafts("For more on NASA and ESA, visit the satellite page.") == []
