"""Where agreements were signed and meetings held."""

import pytest

from tests.extract.texts import drafts, facts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KARI and ISRO signed a satellite agreement in Seoul on Monday.", "Seoul"),
        (
            "At a ceremony at NASA Headquarters in Washington Kenya signed the Artemis Accords.",
            "NASA Headquarters, Washington",
        ),
        (
            "NASA and ESA signed a satellite agreement at ESA's headquarters in Paris, France.",
            "ESA's headquarters, Paris, France",
        ),
        (
            "Korea and Uzbekistan signed a satellite memorandum in the Uzbek capital, Tashkent.",
            "Tashkent",
        ),
        (
            "Kenya and Brazil signed a satellite agreement. "
            "The ceremony took place at the Plaza hotel in Nairobi.",
            "Plaza hotel, Nairobi",
        ),
        ("China and Russia signed a memorandum on a lunar station by video link.", "online"),
    ],
)
def test_an_agreement_has_its_place(text: str, place: str) -> None:
    assert [found.place for found in facts(text).agreements] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Brazil signed a contract on satellite launches from Baikonur Cosmodrome "
        "in Kazakhstan.",
        "Kenya and Japan signed an agreement on participation in NASA missions.",
        "Kenya and Japan signed a satellite agreement at the African Union (AU) week.",
    ],
)
def test_where_a_site_is_and_who_flies_is_no_place_of_signing(text: str) -> None:
    assert [found.place for found in facts(text).agreements] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Italian and Kenyan space ministers met in Rome on Tuesday.", "Rome"),
        (
            "President Biden welcomed President Ruto of Kenya to the White House to talk of NASA.",
            "White House",
        ),
        ("The Italian and Kenyan space ministers met by video on Tuesday.", "online"),
    ],
)
def test_a_meeting_has_its_place(text: str, place: str) -> None:
    assert [found.place for found in facts(text).meetings] == [place]


def test_a_subject_after_a_city_is_not_its_land() -> None:
    text = "At talks with Kenya in Paris, Europe agreed to share its satellite data on Monday."
    assert "Paris, Europe" not in {found.place for found in facts(text).meetings}


def test_what_papers_are_about_is_no_place() -> None:
    text = (
        "Kenya and Brazil signed on Monday an agreement on working together in Civil Exploration "
        "of outer space with satellites."
    )
    assert [found.place for found in facts(text).agreements] == [None]


def test_only_a_name_is_the_place_of_a_visit() -> None:
    text = (
        "The Kenya Space Agency met the delegates of Norway on satellites on Monday. "
        "The pair then visited each other."
    )
    assert [found.place for found in facts(text).meetings] == [None]


def test_each_stop_of_a_journey_is_the_place_of_its_own_visit() -> None:
    text = (
        "The head of the Kenya Space Agency will travel to Norway and Brazil, followed by Japan, "
        "to talk about satellites."
    )
    found = drafts(text, "meeting")
    assert [meeting.place for meeting in found] == ["Norway", "Brazil", "Japan"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya hosts a visit on satellites by Norwegian President Kari Nordmann.",
        "Kenya and Norway discussed satellites at the Norway-Africa Leaders Summit in May 2022.",
    ],
)
def test_a_people_and_an_event_are_no_places(text: str) -> None:
    assert [found.place for found in facts(text).meetings] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya and Norway signed a satellite agreement neither in Oslo nor in Nairobi.", None),
        ("Kenya and Norway signed a satellite agreement in Oslo.", "Oslo"),
    ],
)
def test_where_nothing_was_signed_is_no_place(text: str, place: str | None) -> None:
    assert {draft.place for draft in drafts(text, "agreement")} == {place}


def test_a_part_of_a_name_is_not_where_a_visit_led() -> None:
    text = "Norway's president met Kenya's on a visit to the East African country on satellites."
    assert {draft.place for draft in drafts(text, "meeting")} == {None}
