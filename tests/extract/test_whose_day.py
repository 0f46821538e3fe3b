"""Whose day it is, and whose deed: dates, parties and facts where two of a kind stand together."""

import pytest

from tests.extract.texts import codes, facts


def _signings(text: str) -> list[tuple[set[str | None], str | None]]:
    return [(codes(fact), fact.signed_on) for fact in facts(text).agreements]


def _meetings(text: str) -> list[tuple[str, str | None]]:
    return [(fact.status, fact.held_on) for fact in facts(text).meetings]


def test_partners_with_a_date_each_make_an_agreement_each() -> None:
    text = "Kenya signed agreements on space cooperation with Norway in 2004 and with Peru in 2005."
    assert _signings(text) == [({"KEN", "NOR"}, "2004"), ({"KEN", "PER"}, "2005")]


@pytest.mark.parametrize(
    "text",
    [
        "On 6 May 2021 Norway's ambassador welcomed the space agreement between Kenya and Norway.",
        "The road map between Kenya and Norway on space cooperation, which covers the years"
        " 2014-2016, was signed in Oslo.",
    ],
    ids=["welcomed", "covered"],
)
def test_a_day_of_something_else_is_no_day_of_signing(text: str) -> None:
    assert _signings(text) == [({"KEN", "NOR"}, None)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "In Ghana, the government signed an agreement on satellite data with Norway on 3 May"
            " 2021.",
            {"GHA", "NOR"},
        ),
        (
            "At the Kenya-Norway summit on 3 May 2021, the two sides signed an agreement on"
            " satellite navigation.",
            {"KEN", "NOR"},
        ),
    ],
    ids=["land_in_front", "joined_before"],
)
def test_who_is_meant_stands_in_front_of_the_clause(text: str, parties: set[str]) -> None:
    assert [found for found, _ in _signings(text)] == [parties]


def test_a_statement_and_the_agreement_it_tells_of_are_two() -> None:
    text = (
        "Kenya and Norway issued a joint statement on 3 May 2021 in which they said that they had"
        " reached agreement on a joint satellite."
    )
    assert {fact.type for fact in facts(text).agreements} == {"joint_statement", "agreement"}


def test_what_is_yet_to_be_ratified_is_signed() -> None:
    text = "Kenya has yet to ratify the agreement with Norway on satellite launches."
    assert [fact.status for fact in facts(text).agreements] == ["signed"]


def test_the_day_on_which_a_visit_was_agreed_is_not_that_of_the_visit() -> None:
    text = "Kenya and Norway agreed on Tuesday to visit the launch site of Malindi in June 2024."
    assert _meetings(text) == [("planned", "2024-06")]


def test_a_visit_has_not_the_date_of_what_is_said_there() -> None:
    text = (
        "On a visit to Oslo, Kenya's minister Asha Otieno said that the joint satellite would fly"
        " in 2030."
    )
    assert _meetings(text) == [("held", None)]


def test_talks_agreed_on_are_not_the_talks_held_later() -> None:
    text = (
        "Kenya and Norway agreed to hold a dialogue on space security. Kenya and Norway held a"
        " space dialogue in Oslo on 3 May 2021."
    )
    assert _meetings(text) == [("planned", None), ("held", "2021-05-03")]


def test_one_will_is_for_both_verbs() -> None:
    text = (
        "Kenya's president will visit Oslo and meet Norway's prime minister on 4 June 2024 to"
        " discuss satellites."
    )
    assert _meetings(text) == [("planned", "2024-06-04")]


def test_a_plan_that_is_the_subject_ends_before_its_verb() -> None:
    text = "Kenya's plan to build a launch site near Malindi moved ahead on Tuesday."
    assert [(fact.action, fact.due) for fact in facts(text).commitments] == [
        ("build a launch site near Malindi", None)
    ]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Kenya and Norway have decided to delay the launch of their joint satellite until"
            " 2026.",
            "the launch of their joint satellite",
        ),
        (
            "Kenya and Norway have pushed back the launch of their joint satellite from 2024 to"
            " 2026.",
            "the launch of their joint satellite",
        ),
        (
            "The launch of the joint satellite of Kenya and Norway has been put back from this year"
            " to 2026.",
            "launch of the joint satellite of Kenya and Norway",
        ),
    ],
    ids=["decided_to_delay", "from_to", "passive"],
)
def test_a_launch_put_off_is_delayed_to_its_new_day(text: str, action: str) -> None:
    found = [(fact.action, fact.status, fact.due) for fact in facts(text).commitments]
    assert found == [(action, "delayed", "2026")]
