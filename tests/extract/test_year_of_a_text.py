"""The year of a text that has no date of its own."""

import pytest

from ingest.extract.year import year_told
from tests.extract.texts import facts


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The accords of 2020 rest on the treaty of 1967. They met on Monday, April 15.", 2024),
        ("A law of 2019, after one of 2005. The talks are on Tuesday, the 3rd of March.", 2020),
        ("NAIROBI, May 2008 (KNA) - Kenya will hold talks on May 22.", 2008),
        ("It was founded in 1975. Talks were opened on Tuesday, 16th October.", None),
        ("It was founded in 1975. Talks were opened on 16 October.", None),
        ("Talks were opened on Tuesday, 16 October.", None),
        ("A law of 2019, after 2005. They met on Monday, April 15 and Monday, April 16.", None),
        ("After 1990 and 2019, to fly by 2021. They met on Monday, April 15.", 2019),
    ],
    ids=[
        "weekday", "day_first", "dateline", "one_old_year", "no_weekday", "no_year", "at_odds",
        "before_what_is_ahead",
    ],
)  # fmt: skip
def test_year_is_worked_out_or_left_open(text: str, year: int | None) -> None:
    assert year_told(text) == year


def test_a_day_of_an_undated_text_gets_the_year_and_says_so() -> None:
    found = facts(
        "NASA will welcome Kenya as the 37th country to sign the Artemis Accords during a ceremony"
        " on Monday, April 15. The accords were founded in 2020 and rest on the treaty of 1967.",
        published_on=None,
    ).agreements
    planned = [fact for fact in found if fact.status == "planned"]
    assert [fact.signed_on for fact in planned] == ["2024-04-15"]
    assert planned[0].dates["signed_on"].basis == "article"


def test_the_month_alone_stays_open_in_an_undated_text() -> None:
    found = facts(
        "Kenya and Norway signed a satellite agreement in March. Kenya flew a satellite in 2020,"
        " and in 1967 it had none. The ministers met on Monday, April 15.",
        published_on=None,
    ).agreements
    assert [fact.signed_on for fact in found] == [None]
