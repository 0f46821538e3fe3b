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
        (
            "Kenya and Norway signed a satellite agreement on Monday in the Kenyan capital.",
            "Nairobi",
        ),
        ("NAIROBI, May 13 - Kenya and Norway signed a satellite agreement here.", "Nairobi"),
        (
            "Kenya and Norway signed a satellite agreement during the Kenyan president's visit to"
            " Norway.",
            "Norway",
        ),
        (
            "Kenyan President Ruto and Norwegian Prime Minister Store met in Oslo on 6 May 2024."
            " The two leaders had dinner. Kenya and Norway signed a satellite agreement on 6 May"
            " 2024.",
            "Oslo",
        ),
        (
            "Kenya and Norway signed a satellite agreement in East Africa on 6 May 2024. The"
            " satellite agreement of Kenya and Norway was signed in Nairobi.",
            "Nairobi",
        ),
    ],
    ids=[
        "city",
        "house_and_city",
        "house_city_and_land",
        "named_capital",
        "ceremony",
        "video",
        "capital_of_a_people",
        "here",
        "visit",
        "meeting_of_that_day",
        "finer_than_a_region",
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
        "Kenya and Norway signed an agreement on a satellite antenna facility at Malindi.",
        "Kenya and Norway signed an agreement on the participation in Norway's satellite system.",
        "Kenya and Norway signed a memorandum on a satellite that was launched in Brazil.",
        "Anna Blanc, Director of Space Projects at CNES, signed a satellite agreement with Kenya.",
        "Kenya and Norway laid down in the MoU that they exchange satellite data.",
    ],
    ids=["site", "mission", "body", "facility", "owner", "launched", "office", "instrument"],
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
        (
            "Kenya and Italy look forward to the second Space Forum, which Norway will host in"
            " Oslo.",
            "Oslo",
        ),
        ("Kenya and Italy held talks on satellites in the Norwegian city of Bergen.", "Bergen"),
    ],
    ids=["city", "house", "video", "later_clause", "called_a_city"],
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
