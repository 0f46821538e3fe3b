"""Who met, signed or stood by."""

import pytest

from tests.extract.texts import codes, facts


def _of_meeting(text: str) -> list[str]:
    return sorted(person.name for meeting in facts(text).meetings for person in meeting.people)


def _of_agreement(text: str) -> list[str]:
    return sorted(p.name for agreement in facts(text).agreements for p in agreement.people)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Czech Minister of Economy and Innovation Jana Novotna met the Kenyan Minister of "
            "Transport, Asha Otieno, in Nairobi on Monday to discuss satellites.",
            ["Asha Otieno", "Jana Novotna"],
        ),
        (
            "U.S. Ambassador Philip Grant and Kenyan Foreign Minister Asha Otieno met in Nairobi "
            "on Monday to discuss satellites.",
            ["Asha Otieno", "Philip Grant"],
        ),
        (
            "Officials of Kenya and India held a dialogue on satellites in Nairobi on Monday. "
            "Foreign Secretary Ravi Mehta headed the Indian delegation.",
            ["Ravi Mehta"],
        ),
    ],
    ids=["after_a_portfolio", "in_a_sentence_of_capitals", "told_next"],
)
def test_people_who_met_are_named(text: str, people: list[str]) -> None:
    assert _of_meeting(text) == people


def test_who_signed_is_told_in_the_next_sentence() -> None:
    text = (
        "Kenya and India signed a memorandum of understanding on satellites on Monday. "
        "It was signed by Kenyan Foreign Minister Asha Otieno and Indian envoy Ravi Mehta."
    )
    assert _of_agreement(text) == ["Asha Otieno", "Ravi Mehta"]


def test_a_word_of_the_language_is_nobodys_name() -> None:
    text = (
        "Kenya and India signed an agreement on satellites at the Prime Minister House on Monday. "
        "The house was full."
    )
    assert _of_agreement(text) == []


@pytest.mark.parametrize(
    ("person", "state"),
    [("Kenyan Space Minister Aden Duale", "KEN"), ("ISRO chief Sydney Rao", "IND")],
)
def test_a_city_may_be_a_first_name_after_an_office(person: str, state: str) -> None:
    [meeting] = facts(f"{person} met ESA Director General Josef Aschbacher in Paris.").meetings
    assert codes(meeting) == {state, "ESA"}


def test_a_middle_initial_does_not_break_a_name() -> None:
    text = "Norwegian Ambassador Kari B. Nordmann met Kenyan minister Ali Juma on satellites."
    assert "Kari B. Nordmann" in _of_meeting(text)


def test_a_letter_that_ends_a_sentence_is_no_initial() -> None:
    text = "Norway chose Plan B. Kenya signed a satellite agreement with Norway."
    assert codes(facts(text).agreements[0]) == {"KEN", "NOR"}


_SUMMIT = (
    "Kenyan President Asha Otieno met Indian Prime Minister Ravi Mehta in Nairobi on Monday to"
    " discuss satellites. "
)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("The two leaders signed an agreement on satellites.", ["Asha Otieno", "Ravi Mehta"]),
        (
            "Kenya and India signed an agreement on satellites in the presence of the two leaders.",
            ["Asha Otieno", "Ravi Mehta"],
        ),
        ("The two leaders praised the agreement on satellites of Kenya and India.", []),
        ("Kenya and India signed an agreement on satellites.", []),
    ],
    ids=["sign", "look_on", "praise", "absent"],
)
def test_the_two_leaders_of_a_signing_are_those_who_met(sentence: str, people: list[str]) -> None:
    assert _of_agreement(_SUMMIT + sentence) == people


def test_who_speaks_at_a_signing_is_present() -> None:
    text = (
        "Kenya and India signed an agreement on satellites on Monday. Kenyan Space Minister Asha"
        " Otieno said at the signing ceremony that it was overdue. Indian envoy Ravi Mehta said on"
        " Tuesday that he agreed."
    )
    assert _of_agreement(text) == ["Asha Otieno"]


def test_people_are_named_once_and_in_full() -> None:
    text = (
        "Kenyan President Asha Otieno and Indian Prime Minister Ravi Mehta are friends. On Monday"
        " Otieno met Mehta in Nairobi to discuss satellites."
    )
    assert _of_meeting(text) == ["Asha Otieno", "Ravi Mehta"]


def test_an_office_told_elsewhere_is_the_persons() -> None:
    text = (
        "Kenyan President Asha Otieno and Indian Prime Minister Ravi Mehta are friends. On Monday"
        " Otieno met Ravi Mehta in Nairobi to discuss satellites."
    )
    people = {p.name: p.office for meeting in facts(text).meetings for p in meeting.people}
    assert people == {"Asha Otieno": "President", "Ravi Mehta": "Prime Minister"}


def test_two_people_of_one_last_name_are_not_completed_by_each_other() -> None:
    text = (
        "Minister Mehta of India met Kenyan President Asha Otieno on satellites in Nairobi on"
        " Monday. Indian envoy Ravi Mehta and Indian envoy Anil Mehta had lunch."
    )
    assert _of_meeting(text) == ["Asha Otieno", "Mehta"]
