"""Which series a meeting belongs to, and its number in it."""

import pytest

from ingest.facts.model import Meeting
from tests.extract.texts import facts


def _meetings(text: str) -> list[Meeting]:
    return facts(text).meetings


def _only(text: str) -> tuple[str | None, int | None]:
    (meeting,) = _meetings(text)
    return meeting.series, meeting.ordinal


@pytest.mark.parametrize(
    ("text", "series", "number"),
    [
        (
            "Japan and the United States held the ninth meeting of the Japan-U.S. Comprehensive "
            "Dialogue on Space in Washington on 3 May 2024.",
            "Japan-U.S. Comprehensive Dialogue on Space",
            9,
        ),
        (
            "Kenya and India held the Thirteenth Kenya-India Space Dialogue in Nairobi on Monday.",
            "Kenya-India Space Dialogue",
            13,
        ),
        (
            "Kenya and India held their third space security dialogue in Nairobi on Monday.",
            "space security dialogue",
            3,
        ),
        (
            "A joint working group on satellites of Kenya and India met for the second time in "
            "Nairobi on Monday.",
            "joint working group",
            2,
        ),
        (
            "Kenya and India discussed satellites at the Asian and African Meeting on Space in"
            " Nairobi on Monday.",
            "African Meeting on Space",
            None,
        ),
        (
            "Kenya and India held the second Council of Ministers Meeting in Nairobi on"
            " Monday to discuss satellites.",
            "Ministers Meeting",
            2,
        ),
    ],
    ids=[
        "meeting_of_a_dialogue",
        "number_in_words",
        "lower_case",
        "for_the_second_time",
        "meeting_of_a_name",
        "of_ministers",
    ],
)
def test_a_meeting_has_the_series_and_number_its_sentence_tells(
    text: str, series: str, number: int | None
) -> None:
    assert _only(text) == (series, number)


def test_a_later_session_has_the_name_told_before() -> None:
    text = (
        "Kenya and India held the Kenya-India Space Dialogue in Nairobi on 2 May 2024. "
        "The next session of the Dialogue will be held in Delhi in 2025."
    )
    held, planned = _meetings(text)
    assert (held.status, planned.status) == ("held", "planned")
    assert planned.series == "Kenya-India Space Dialogue"


@pytest.mark.parametrize(
    "text",
    [
        "President Ruto of Kenya paid a State Visit to India on 2 May 2024 to discuss satellites.",
        "Kenya and India held a first meeting on satellites in Nairobi on 2 May 2024.",
        "Ministers of Kenya and India met on the sidelines of the International Astronautical "
        "Congress on 2 May 2024 to discuss satellites.",
        "The presidents of Kenya and India held their first summit on satellites on 2 May 2024.",
        "The leaders of Kenya and India met at the Nairobi Summit on 2 May 2024 on satellites.",
        "Kenya and India held a joint inter-ministerial meeting on satellites on 2 May 2024.",
    ],
    ids=[
        "state_visit",
        "first_talks",
        "beside_a_congress",
        "first_summit",
        "named_by_its_city",
        "of_ministries",
    ],
)
def test_what_is_no_series_gives_neither_name_nor_number(text: str) -> None:
    assert {(m.series, m.ordinal) for m in _meetings(text)} == {(None, None)}


def test_a_date_is_no_part_of_a_name() -> None:
    text = "Kenya and India welcomed the May 3 Kenya-India Space Summit in Nairobi."
    assert {m.series for m in _meetings(text)} <= {"Kenya-India Space Summit", None}


def test_a_headline_in_capitals_is_asked_last() -> None:
    text = (
        "Kenya, India Hold 3rd Civil Space Dialogue\n\nOfficials of Kenya and India met in Nairobi"
        " on Monday for the third round of the Kenya-India Civil Space Dialogue."
    )
    assert {(m.series, m.ordinal) for m in _meetings(text)} == {
        ("Kenya-India Civil Space Dialogue", 3)
    }
