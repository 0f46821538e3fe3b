"""Dates as EDTF: stated, partial, relative, and never padded."""

from datetime import date

import pytest

from ingest.extract.dates import Calendar, find_dates
from tests.extract.texts import facts

WEDNESDAY = Calendar(date(2024, 5, 15), "published")
UNKNOWN = Calendar(None, "published")


def past(text: str, calendar: Calendar = WEDNESDAY) -> list[str | None]:
    return [hit.past for hit in find_dates(text, 0, len(text), text, calendar)]


def future(text: str, calendar: Calendar = WEDNESDAY) -> list[str | None]:
    return [hit.future for hit in find_dates(text, 0, len(text), text, calendar)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 3 April 2021", "2021-04-03"),
        ("on April 3, 2021", "2021-04-03"),
        ("on Apr. 3, 2021", "2021-04-03"),
        ("in April 2021", "2021-04"),
        ("dated 2021-04-03", "2021-04-03"),
        ("from 3 to 5 April 2021", "2021-04-03/2021-04-05"),
        ("in the summer of 2021", "2021-06/2021-08"),
        ("in the second quarter of 2021", "2021-04/2021-06"),
        ("in late 2021", "2021"),
        ("around 2030", "2030~"),
        ("in the mid-2030s", "2035~"),
        ("in the 2030s", "203X"),
        ("between 2022 and 2025", "2022/2025"),
    ],
)
def test_stated_dates(text: str, value: str) -> None:
    assert past(text, UNKNOWN) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("earlier today", "2024-05-15"),
        ("yesterday", "2024-05-14"),
        ("on Monday", "2024-05-13"),
        ("last Friday", "2024-05-10"),
        ("in March", "2024-03"),
        ("in November", "2023-11"),
        ("last August", "2023-08"),
        ("on March 2", "2024-03-02"),
        ("last year", "2023"),
        ("last month", "2024-04"),
        ("last week", "2024-05-06/2024-05-12"),
        ("earlier this week", "2024-05"),
        ("two years ago", "2022"),
    ],
)
def test_relative_dates_count_back_from_the_day_of_the_article(text: str, value: str) -> None:
    assert past(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tomorrow", "2024-05-16"),
        ("on Monday", "2024-05-20"),
        ("in March", "2025-03"),
        ("in November", "2024-11"),
        ("by the end of the year", "2024"),
        ("by the end of the decade", "202X"),
        ("in three years", "2027"),
        ("next month", "2024-06"),
        ("next week", "2024-05-20/2024-05-26"),
    ],
)
def test_planned_dates_lie_ahead(text: str, value: str) -> None:
    assert future(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"), [("for May 3", "2024-05-03"), ("for Jan. 3", "2025-01-03")]
)
def test_a_planned_day_just_over_is_that_of_this_year(text: str, value: str) -> None:
    assert future(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("GLEX-2021 in May 2023", ["2023-05"]),
        ("mid-2021", ["2021-06~"]),
        ("post-2021", ["2021"]),
        ("under Vision 2030", []),
        ('the "Horizon 2020" programme', []),
        ("as his vision 2030 will show", ["2030"]),
    ],
)
def test_the_year_in_a_name_is_no_date(text: str, values: list[str]) -> None:
    assert past(text, UNKNOWN) == values


@pytest.mark.parametrize("text", ["on Monday", "last August", "today", "on April 3", "this year"])
def test_a_relative_date_stays_unknown_without_a_day_to_count_from(text: str) -> None:
    assert past(text, UNKNOWN) == [None]


@pytest.mark.parametrize(
    "text", ["the 2021 kg payload", "may sign", "the fall of the wall", "31 February 2021"]
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert [value for value in past(text, UNKNOWN) if value and "-" in value] == []


def test_the_publication_date_alone_never_dates_an_event() -> None:
    found = facts("Peru and Chile have signed a satellite data agreement.").agreements
    assert found[0].signed_on is None
    assert found[0].dates == {}


def test_the_note_tells_the_words_and_what_they_relate_to() -> None:
    found = facts("Peru and Chile signed a satellite data agreement on Monday.").agreements
    assert found[0].signed_on == "2024-05-13"
    assert found[0].dates["signed_on"].text == "Monday"
    assert found[0].dates["signed_on"].basis == "published"


def test_until_is_the_end_and_not_the_day_of_signing() -> None:
    found = facts(
        "Russia and Cuba extended their satellite tracking agreement until 2031."
    ).agreements
    assert (found[0].status, found[0].signed_on, found[0].valid_until) == ("extended", None, "2031")


def test_due_date_of_a_commitment() -> None:
    found = facts("Laos plans to launch a satellite with China by 2027.").commitments
    assert found[0].due == "2027"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("their first summit in four years", []),
        ("the largest satellite in three years", []),
        ("the first satellite will fly, in four years", ["2028"]),
        ("a launch in four years", ["2028"]),
    ],
)
def test_a_rank_in_so_many_years_looks_back(text: str, value: list[str]) -> None:
    assert future(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In July 1988, and two months later", ["1988-07", "1988-09"]),
        ("On 30 December 2019, and three days later", ["2019-12-30", "2020-01-02"]),
        ("In 2019, and a year later", ["2019", "2020"]),
        ("In 2019, and six weeks later", ["2019"]),  # no day to count from
        ("On 31 June 2019, and two days later", [None]),
    ],
)
def test_what_came_later_is_counted_from_the_date_before_it(
    text: str, values: list[str | None]
) -> None:
    assert past(text, UNKNOWN) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("by a lease of 2018 that both signed on 5 October of that year", "2018-10-05"),
        ("in force since 2012 and signed on 20 February of the same year", "2012-02-20"),
        ("signed on 20 February of that year", None),
    ],
    ids=["that_year", "the_same_year", "no_year_named"],
)
def test_that_year_is_the_one_named_before(text: str, value: str | None) -> None:
    assert past(text)[-1] == value


def test_the_close_of_a_year_is_that_year() -> None:
    found = facts("Norway will open a satellite data office in Nairobi before the close of 2030.")
    assert [fact.due for fact in found.commitments] == ["2030"]
