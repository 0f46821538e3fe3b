"""Dates as people and machines write them."""

from datetime import date

import pytest

from ingest.read import find_dates, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-22",
        "2021-02-22T10:00:00Z",
        "2021-02-22 10:00:00.123+09:00",
        "2021/02/22",
        "2021.2.22",
        "20210222",
        "20210222T101500Z",
        "Mon, 22 Feb 2021 23:30:00 -0500",
        "Monday, February 22, 2021",
        "Feb. 22, 2021 3:53 PM",
        "22 February 2021",
        "22nd of February 2021",
        "22-Feb-2021",
        "22/02/2021",
        "02/22/2021",
        "22.02.2021",
        "22 février 2021",
        "22 de febrero de 2021",
        "22. Februar 2021",
        "22 февраля 2021",
        "2021년 2월 22일",
        "2021年2月22日",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    assert parse_date(text) == date(2021, 2, 22)


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "2021", "2021-02", "February 2021", "2021-02-30", "03/04/2021", "22 Feb",
        "1614000000", "the 22 February 2021 summit", "2021-02-22 and later", "1.2.21",
    ],
)  # fmt: skip
def test_what_is_not_one_day(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_that_reads_the_same_both_ways() -> None:
    assert parse_date("05/05/2021") == date(2021, 5, 5)


def test_dates_in_a_text_have_offsets() -> None:
    text = "Between 3 May 2021 and June 4, 2022 nothing (31 February 2020) happened."
    found = list(find_dates(text))
    assert [text[d.start : d.end] for d in found] == ["3 May 2021", "June 4, 2022"]
    assert [d.value for d in found] == [date(2021, 5, 3), date(2022, 6, 4)]


@pytest.mark.parametrize("text", ["version 1.2021-02-221", "12021-02-22", "5 maybe 2021"])
def test_numbers_that_are_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []
