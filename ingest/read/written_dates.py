"""Calendar dates as people and machines write them, in the languages of the furniture seed.

Only complete dates count. A numeric date whose day and month could be swapped is no date.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

_MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv enero ene januar jänner janeiro gennaio января январь",
            "february feb février fevrier févr fevr febrero februar fevereiro febbraio "
            "февраля февраль",
            "march mar mars marzo märz maerz março marco марта март",
            "april apr avril avr abril abr aprile апреля апрель",
            "may mai mayo maio maggio мая май",
            "june jun juin junio juni junho giugno июня июнь",
            "july jul juillet juil julio juli julho luglio июля июль",
            "august aug août aout agosto ago августа август",
            "september sept sep septembre septiembre setembro settembre сентября сентябрь",
            "october oct octobre octubre oktober okt outubro ottobre октября октябрь",
            "november nov novembre noviembre novembro ноября ноябрь",
            "december dec décembre decembre déc diciembre dic dezember dez dezembro dicembre "
            "декабря декабрь",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH: Final = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
"""Pattern source for a month's name or abbreviation; match it without regard to case."""

_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_FORMS: Final = (
    rf"{_YEAR.format('y1')}-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)",
    rf"{_YEAR.format('y2')}[/.](?P<m2>\d\d?)[/.](?P<d2>\d\d?)(?!\d)",
    rf"{_YEAR.format('y3')}[년年]\s?(?P<m3>\d\d?)[월月]\s?(?P<d3>\d\d?)[일日]",
    rf"(?P<d4>\d\d?)(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?P<m4>{MONTH}),?"
    rf"\s+(?:de\s+)?{_YEAR.format('y4')}",
    rf"\b(?P<m5>{MONTH})\s+(?P<d5>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR.format('y5')}",
    rf"(?P<d6>\d\d?)\.(?P<m6>\d\d?)\.{_YEAR.format('y6')}",
    rf"(?P<a7>\d\d?)/(?P<b7>\d\d?)/{_YEAR.format('y7')}",
    rf"(?P<d8>\d\d?)[- ](?P<m8>{MONTH})[- ]{_YEAR.format('y8')}",
)
_DATE = re.compile(r"(?<![\d./-])(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_TIME_OF_DAY = re.compile(
    r"[\sT,|@•·–-]*(?:at\s+)?(?:\d\d?[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?)?\s*"
    r"(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,5}\)?)?\s*\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"[^\W\d_]{2,10}\.?,?\s+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A complete date and where it stands: `text[start:end]`."""

    value: date
    start: int
    end: int


def month_number(name: str) -> int | None:
    """Return 1-12 for a month's name or abbreviation in a known language, else `None`."""
    return _MONTHS.get(name.rstrip(".").lower())


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the complete calendar dates in `text`, in order; impossible ones are skipped."""
    for match in _DATE.finditer(text):
        value = _value(match)
        if value is not None:
            yield WrittenDate(value, match.start(), match.end())


@lru_cache(maxsize=4096)  # the rows of a dump share their days
def parse_date(text: str) -> date | None:
    """Return the date that `text` is, a time of day and a weekday aside; `None` if it is none.

    ISO 8601, RFC 822 (feeds), `YYYYMMDD` and written dates are understood. A moment with an
    offset from UTC keeps the date as written.
    """
    text = unicodedata.normalize("NFC", text).strip()
    compact = _COMPACT.fullmatch(text)
    if compact:
        return make_date(*(int(part) for part in compact.groups()))
    found = next(find_dates(text), None)
    if found is None:
        return None
    before, after = text[: found.start], text[found.end :]
    if (before and not _WEEKDAY.fullmatch(before)) or not _TIME_OF_DAY.fullmatch(after):
        return None
    return found.value


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or `None` when the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(match: re.Match[str]) -> date | None:
    number = str(match.lastgroup)[-1]
    year = int(match[f"y{number}"])
    if number == "7":
        return _unambiguous(year, int(match["a7"]), int(match["b7"]))
    month = match[f"m{number}"]
    return make_date(
        year, int(month) if month.isdigit() else month_number(month) or 0, int(match[f"d{number}"])
    )


def _unambiguous(year: int, first: int, second: int) -> date | None:
    """Read `a/b/year` only when one of the two cannot be a month, or both are the same."""
    if first == second or second > 12:
        return make_date(year, first, second)
    return make_date(year, second, first) if first > 12 else None
