"""The year of a text that has no date of its own, worked out from what it tells itself.

The month of its dateline gives it ("NAIROBI, May 2023 - ..."); so does a day told with its weekday
("Monday, April 15") once the text says of which years it speaks: it is the first year, from the
latest past one on, in which the two agree.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ingest.extract.dates import MONTH_NUMBER, WEEKDAYS
from ingest.extract.vocabulary import alternatives

_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NO_YEAR = r"\b(?!,?\s(?:of\s)?(?:19|20)\d\d\b)"
_TOLD_DAYS = tuple(
    re.compile(_WEEKDAY + pattern + _NO_YEAR, re.IGNORECASE)
    for pattern in (rf"{_MONTH}\s{_DAY}", rf"(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}")
)
_DATELINE = re.compile(
    rf"^[A-Z][\w .,'/-]{{2,40}}[,–—-]\s?(?i:{_MONTH})\s(?P<year>(?:19|20)\d\d)\s?[(:–—-]",
    re.MULTILINE,
)
_START = 600  # characters in which a dateline stands
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AHEAD = re.compile(
    rf"\b(?:by|until|till|through|before|will|to be|{alternatives('scheduled')})\b[^.;\n]*$",
    re.IGNORECASE,
)
_LEFT = 70  # characters before a year in which the text may say that it lies ahead
_YEARS_ON = 4  # years from the latest one told in which a text may have been written


def year_told(folded: str) -> int | None:
    """Return the year in which `folded`, a text without a date, was written; None if unknown.

    Days with their weekday must all agree on it.
    """
    dateline = _DATELINE.search(folded, 0, _START)
    if dateline is not None:
        return int(dateline["year"])
    days = [match for pattern in _TOLD_DAYS for match in pattern.finditer(folded)]
    behind, ahead = _years_named(folded) if days else ([], [])
    if not behind:
        return None
    # A text that names one past year only may be of any time after it.
    reach = _YEARS_ON if len(set(behind)) > 1 else 1
    last = min([max(behind) + reach, *(year for year in ahead if year >= max(behind))])
    found = {next(_years_of(day, max(behind), last), None) for day in days}
    return found.pop() if len(found) == 1 else None


def _years_named(folded: str) -> tuple[list[int], list[int]]:
    """Return the years a text names as past, and those it names as still to come."""
    behind: list[int] = []
    ahead: list[int] = []
    for match in _YEAR.finditer(folded):
        left = folded[max(0, match.start() - _LEFT) : match.start()]
        (ahead if _AHEAD.search(left) else behind).append(int(match.group()))
    return behind, ahead


def _years_of(told: re.Match[str], first: int, last: int) -> Iterator[int]:
    """Yield the years of `[first, last]` in which a day of a month falls on its weekday."""
    month, day = MONTH_NUMBER[told["month"].lower()], int(told["day"])
    weekday = WEEKDAYS.index(told["weekday"].lower())
    for year in range(first, last + 1):
        known = 1 <= day <= monthrange(year, month)[1]
        if known and date(year, month, day).weekday() == weekday:
            yield year
