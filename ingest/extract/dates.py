"""Dates in a sentence as EDTF, with the words they were read from and what they relate to.

Codebook sections 6 and 8: relative dates count from the dateline's day, else from the day of
publication; without either they stay unknown. A part of a year is that year ("late 2023"), a
season its months, the middle of a decade its fifth year, approximately, and so the middle of a year
its sixth month.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.extract.tokens import MONTH_OF_MAY
from ingest.extract.vocabulary import alternatives
from ingest.facts.model import DateBasis

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH_NUMBER = {name: i + 1 for i, name in enumerate(_MONTH_NAMES)}
MONTH_NUMBER |= {name[:3]: i + 1 for i, name in enumerate(_MONTH_NAMES)} | {"sept": 9}
MONTH_NUMBER |= {MONTH_OF_MAY: 5}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_FULL = len("2024-05-15")  # of an EDTF date that tells the day
_YEAR_ONLY = len("2024")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_LONGEST_MONTH = 31
_THAT_YEAR = ("that", "same")  # the year named before: "in 2019 ... on 5 May of that year"
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MON = (  # but not the rocket "Long March 3"
    r"(?<!\blong )(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{}>[0-3]?\d)(?:\s{{0,5}}(?:st|nd|rd|th)\b)?"
_WEEK = r"(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)\b"
_OF_YEAR = r"(?:,?\s(?:of\s)?(?:the\s)?(?P<which>last|this|next|that|same)\syear\b)"
_COUNT = (
    r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)"
)


def is_full_day(value: str | None) -> bool:
    """Tell whether an EDTF date is one full day, not only a month, a year or an interval."""
    return value is not None and len(value) == _FULL


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in the text: offsets, EDTF for a past and for a future event, words and basis.

    `preposition` is the word before it (by, until, through, in, since, ...).
    """

    start: int
    end: int
    past: str | None
    future: str | None
    text: str
    basis: DateBasis
    preposition: str = ""

    @property
    def is_day(self) -> bool:
        """Tell whether a full day is known of a past event, not only its month or year."""
        return is_full_day(self.past)

    def value(self, planned: bool) -> str | None:
        """Return the EDTF date for a planned or a past event; None when it stays unknown."""
        return self.future if planned else self.past


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day relative dates count from, and where it is known from.

    `year` is that of days without one, in a text of which no more is known.
    """

    day: date | None
    basis: DateBasis
    year: int | None = None


Reader = Callable[[re.Match[str], Calendar], tuple[str | None, str | None, bool]]


def _ymd(year: int, month: int | None = None, day: int | None = None) -> str | None:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _same(value: str | None, relative: bool) -> tuple[str | None, str | None, bool]:
    return value, value, relative


def _month(name: str) -> int:
    return MONTH_NUMBER[name.lower()[:3]]


_JUST_OVER = 60  # days after which "on 3 May" may be that of next year again


def _years_near(calendar: Calendar, month: int, day: int | None) -> tuple[int, int] | None:
    """Return the latest year that puts the month in the past, and the nearest in the future.

    A day just over is that of this year also in a plan: "the meeting scheduled for 18 July".
    """
    today = calendar.day
    if today is None:
        return (calendar.year, calendar.year) if calendar.year and day else None
    here = (month, day or (today.day if month == today.month else 1))
    now = (today.month, today.day)
    past = today.year if here <= now or _days_ahead(today, month, day) <= 7 else today.year - 1
    just_over = (
        month == today.month if day is None else _days_ahead(today, month, day) > -_JUST_OVER
    )
    future = today.year if here >= now or just_over else today.year + 1
    return past, future


def _days_ahead(today: date, month: int, day: int | None) -> int:
    last = monthrange(today.year, month)[1]
    return (date(today.year, month, min(day or 1, last)) - today).days


def _day_month(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    month, day = _month(match["month"]), int(match["day"])
    if match["year"]:
        return _same(_ymd(int(match["year"]), month, day), False)
    if match["which"] in _THAT_YEAR:
        named = _ANY_YEAR.findall(match.string[: match.start()])
        return _same(_ymd(int(named[-1]), month, day) if named else None, False)
    if match["which"] and calendar.day is not None:
        return _same(_ymd(_year_of(match["which"], calendar) or 0, month, day), True)
    years = _years_near(calendar, month, day)
    if years is None or not 1 <= day <= 31:
        return None, None, True
    return _ymd(years[0], month, day), _ymd(years[1], month, day), True


def _day_range(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    month, day, until = _month(match["month"]), int(match["day"]), int(match["until"])
    second = (
        _month(match["month2"]) if "month2" in match.re.groupindex and match["month2"] else month
    )
    year = int(match["year"]) if match["year"] else None
    years = (year, year) if year else _years_near(calendar, month, day)
    if years is None or until > 31:
        return None, None, True
    spans = [(_ymd(y, month, day), _ymd(y, second, until)) for y in years]
    values = [f"{a}/{b}" if a and b else None for a, b in spans]
    return values[0], values[1], year is None


def _month_year(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    del calendar
    return _same(_ymd(int(match["year"]), _month(match["month"])), False)


def _months(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    """Read "in October or November", "between March and May 2024"."""
    first, last = _month(match["month"]), _month(match["month2"])
    year = int(match["year"]) if match["year"] else None
    years = (year, year) if year else _years_near(calendar, first, None)
    if years is None:
        return None, None, True
    past, future = (f"{_ymd(y, first)}/{_ymd(y + (last < first), last)}" for y in years)
    return past, future, year is None


def _bare_month(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    month, which = _month(match["month"]), (match["which"] or "").lower()
    years = _years_near(calendar, month, None)
    if years is None or calendar.day is None:
        return None, None, True
    past, future = years
    if which == "last" and past == calendar.day.year and month == calendar.day.month:
        past -= 1
    if which in ("last", "past"):
        return _same(_ymd(past, month), True)
    if which in ("next", "coming", "upcoming"):
        return _same(_ymd(future, month), True)
    return _ymd(past, month), _ymd(future, month), True


def _month_of(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    if calendar.day is None:
        return None, None, True
    shift = {"last": -1, "this": 0, "next": 1, "the same": 0}[match["which"].lower()]
    return _same(_ymd(calendar.day.year + shift, _month(match["month"])), True)


def _iso(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    del calendar
    month = int(match["month"])
    value = _ymd(int(match["year"]), month, int(match["day"])) if 1 <= month <= 12 else None
    return _same(value, False)


def _season(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    which = (match["which"] or "").lower()
    if match["year"]:
        year = int(match["year"])
    elif calendar.day is not None:
        year = calendar.day.year + {"last": -1, "next": 1}.get(which, 0)
    else:
        return None, None, True
    name = match["season"].lower()
    if name == "winter":
        return _same(f"{year}-12/{year + 1}-02", not match["year"])
    first, last = _SEASONS[name]
    return _same(f"{year}-{first:02d}/{year}-{last:02d}", not match["year"])


def _part_of_year(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    size = 6 if (match["unit"] or "").lower() in ("half", "semester") else 3
    ordinal = (match["ordinal"] or "").lower()
    last = 12 // size if ordinal in ("last", "final") else 0
    number = last or _ORDINALS.get(ordinal) or int(match["q"] or match["q_first"] or 0)
    year = _year_of(match["of"], calendar)
    if year is None or not 1 <= number * size <= 12:
        return None, None, True
    first = (number - 1) * size + 1
    return _same(f"{year}-{first:02d}/{year}-{first + size - 1:02d}", not match["of"][-1].isdigit())


def _quarter(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    """Read "next quarter", "the current quarter"."""
    if calendar.day is None:
        return None, None, True
    shift = {"last": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    year, quarter = divmod(calendar.day.year * 4 + (calendar.day.month - 1) // 3 + shift, 4)
    first = quarter * 3 + 1
    return _same(f"{year}-{first:02d}/{year}-{first + 2:02d}", True)


def _year_of(words: str, calendar: Calendar) -> int | None:
    if words[-4:].isdigit():
        return int(words[-4:])
    if calendar.day is None:
        return None
    first = words.lower().split()[0]
    return calendar.day.year + {"last": -1, "next": 1}.get(first, 0)


def _decade(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    del calendar
    part, decade = (match["part"] or "").lower().strip("- "), match["decade"]
    if part.startswith("mid"):
        return _same(f"{decade}5~", False)
    return _same(f"{decade}X", False)


def _half_decade(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    del calendar
    decade, first = match["decade"], 0 if match["half"].lower() == "first" else 5
    return _same(f"{decade}{first}/{decade}{first + 4}", False)


def _this_decade(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    if calendar.day is None:
        return None, None, True
    decade = calendar.day.year // 10 + (1 if "next" in match.group().lower() else 0)
    return _same(f"{decade}X", True)


_MIDDLE = "06~"  # of a year, as 2035~ of the 2030s


def _plain_year(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    del calendar
    if match["middle"]:
        return _same(f"{match['year']}-{_MIDDLE}", False)
    about = "~" if match["about"] else ""
    return _same(f"{match['year']}{about}", False)


def _year_range(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    del calendar
    until = match["until"]
    until = match["year"][:2] + until if len(until) == 2 else until
    if int(until) < int(match["year"]):
        return None, None, False
    return _same(f"{match['year']}/{until}", False)


_DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "last evening": -1,
    "yesterday": -1,
    "tomorrow": 1,
}


def _day_word(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    if calendar.day is None:
        return None, None, True
    word = match["word"].lower()
    shift = next(days for key, days in _DAY_WORDS.items() if word.endswith(key))
    return _same((calendar.day + timedelta(days=shift)).isoformat(), True)


def _weekday(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    if calendar.day is None:
        return None, None, True
    wanted = next(
        i for i, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"].lower()[:3])
    )
    back = (calendar.day.weekday() - wanted) % 7
    ahead = (wanted - calendar.day.weekday()) % 7
    which = (match["which"] or "").lower()
    if which in ("last", "past"):
        back = back or 7
        return _same((calendar.day - timedelta(days=back)).isoformat(), True)
    if which in ("next", "coming"):
        ahead = ahead or 7
        return _same((calendar.day + timedelta(days=ahead)).isoformat(), True)
    past, future = calendar.day - timedelta(days=back), calendar.day + timedelta(days=ahead)
    return past.isoformat(), future.isoformat(), True


def _unit(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    """Read "last week", "this month", "next year", "by the end of the year"."""
    if calendar.day is None:
        return None, None, True
    which, unit = (match["which"] or "this").lower(), match["unit"].lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "week":
        return _same(_week(calendar.day, shift), True)
    if unit == "year" and match.groupdict().get("middle"):
        return _same(f"{calendar.day.year + shift}-{_MIDDLE}", True)
    if unit == "year":
        return _same(_ymd(calendar.day.year + shift), True)
    months = calendar.day.year * 12 + calendar.day.month - 1 + shift
    return _same(_ymd(months // 12, months % 12 + 1), True)


def _week(day: date, shift: int) -> str | None:
    """Return the days of last or next week, Monday to Sunday, or the month this week is mostly in.

    What is reported of this week was on any day up to now, or is still to come.
    """
    monday = day + timedelta(weeks=shift, days=-day.weekday())
    if shift:
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    middle = monday + timedelta(days=3)
    return _ymd(middle.year, middle.month)


def _shifted(calendar: Calendar, count: int, unit: str) -> str | None:
    if calendar.day is None or abs(count) > 100:
        return None
    if unit in ("day", "week"):
        days = count if unit == "day" else count * 7
        return (calendar.day + timedelta(days=days)).isoformat()
    if unit == "month":
        months = calendar.day.year * 12 + calendar.day.month - 1 + count
        return _ymd(months // 12, months % 12 + 1)
    return _ymd(calendar.day.year + count * (10 if unit == "decade" else 1))


def _ago(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    """Read "two years ago"; of "over two years ago" the year is approximate."""
    count = _count(match["count"])
    value = _shifted(calendar, -count, match["unit"].lower().rstrip("s"))
    return _same(
        f"{value}~" if value and match["about"] and len(value) == _YEAR_ONLY else value, True
    )


def _ahead(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    count = _count(match["count"])
    return None, _shifted(calendar, count, match["unit"].lower().rstrip("s")), True


def _count(words: str) -> int:
    return NUMBERS.get(words.lower()) or int(words)


def _nth(match: re.Match[str], calendar: Calendar) -> tuple[str | None, str | None, bool]:
    """Read "on the 14th": of this month, or of the one before or after where that is nearer."""
    day, today = int(match["day"]), calendar.day
    if today is None or not 1 <= day <= _LONGEST_MONTH:
        return None, None, True
    month = today.year * 12 + today.month - 1
    past, future = month - (day > today.day), month + (day < today.day)
    values = [_ymd(m // 12, m % 12 + 1, day) for m in (past, future)]
    return values[0], values[1], True


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + pattern + r")", re.IGNORECASE)


_MARK = re.compile(
    r"\d|\b(?:today|tonight|night|this|yesterday|tomorrow|\w+day|last|next|years?|months?|"
    r"weeks?|days?|decades?|ago|quarter|half|"
    r"spring|summer|autumn|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b",
    re.IGNORECASE,
)
_PART = (
    r"(?:(?:the )?(?:(?P<middle>mid|middle of)|early|late|(?:start|end|close|beginning) of)"
    r"[- ]?(?:in )?)?"
)
_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_c(_YEAR.format("year") + r"-(?P<month>\d\d)-(?P<day>\d\d)\b"), _iso),
    (_c(r"(?P<day>\d\d?)(?P<mark>[./])(?P<month>\d\d?)(?P=mark)(?P<year>20\d\d)\b"), _iso),
    (
        _c(
            _WEEK
            + _MON.format("month")
            + r"\s?"
            + _DAY.format("day")
            + r"\s?(?:-|to|and|through|until)\s?(?:\w{3,6}day,?\s)?(?:"
            + _MON.format("month2")
            + r"\s)?(?P<until>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s?(?:million|billion|percent|%|"
            r"countries|nations|[a-z]+ (?:countries|nations)))(?:,?\s" + _YEAR.format("year") + ")?"
        ),
        _day_range,
    ),
    (
        _c(
            r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s?(?:-|to|and|through|until)\s?"
            r"(?:\w{3,6}day,?\s)?(?:the\s)?(?P<until>[0-3]?\d)(?:st|"
            r"nd|rd|th)?\s(?:of\s)?"
            + _MON.format("month")
            + r"(?:,?\s"
            + _YEAR.format("year")
            + ")?"
        ),
        _day_range,
    ),
    (
        _c(
            _WEEK
            + _MON.format("month")
            + r"\s?"
            + _DAY.format("day")
            + r"\b(?!\s?(?:%|million|percent))(?:,?\s"
            + _YEAR.format("year")
            + "|"
            + _OF_YEAR
            + ")?"
        ),
        _day_month,
    ),
    (
        _c(
            _WEEK
            + r"(?:the\s)?"
            + _DAY.format("day")
            + r"\s?-?(?:of\s)?"
            + _MON.format("month")
            + r"(?:,?\s"
            + _YEAR.format("year")
            + "|"
            + _OF_YEAR
            + ")?"
        ),
        _day_month,
    ),
    (
        _c(
            r"(?:(?<=\b(?:in|of)\s)|(?<=\bduring\s)|(?<=\bfor\s))"
            + _MON.format("month")
            + r"\s?(?:or|-)\s?"
            + _MON.format("month2")
            + r"(?:,?\s(?:of\s)?"
            + _YEAR.format("year")
            + r")?(?!\s?\d)"
        ),
        _months,
    ),
    (
        _c(
            r"between\s"
            + _MON.format("month")
            + r"\sand\s"
            + _MON.format("month2")
            + r"(?:,?\s(?:of\s)?"
            + _YEAR.format("year")
            + r")?(?!\s?\d)"
        ),
        _months,
    ),
    (_c(_MON.format("month") + r",?\s(?:of\s)?" + _YEAR.format("year")), _month_year),
    (
        _c(_MON.format("month") + r"\s(?:of\s)?(?P<which>last|this|next|the same)\syear\b"),
        _month_of,
    ),
    (
        _c(
            r"(?:(?:the\s)?(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|"
            r"4th)\s(?P<unit>quarter|half|semester|trimester)|q(?P<q>[1-4])|(?P<q_first>[1-4])q)"
            r"\s?,?(?:of\s)?"
            r"(?P<of>(?:this|next|"
            r"last)\syear|the\syear|(?:19|20)\d\d)\b"
        ),
        _part_of_year,
    ),
    (
        _c(
            r"(?:(?:the|early|late)\s)?(?P<season>spring|summer|autumn|winter|"
            r"fall)\s(?:of\s|in\s)?(?P<year>(?:19|20)\d\d)\b(?P<which>)"
        ),
        _season,
    ),
    (
        _c(
            r"(?P<which>this|next|last)\s(?P<season>spring|summer|autumn|winter|"
            r"fall)\b(?P<year>)"
        ),
        _season,
    ),
    (
        _c(r"(?:the\s)?(?P<half>first|second)\shalf\sof\s(?:the\s)?(?P<decade>(?:19|20)\d)0'?s\b"),
        _half_decade,
    ),
    (_c(r"(?:the\s)?(?P<part>early|mid|late)?[- ]?(?P<decade>(?:19|20)\d)0'?s\b"), _decade),
    (
        _c(
            r"(?:the\s)?(?:end|close)\sof\s(?:the|this)\s(?:current\s)?decade\b|(?:this|the\snext|"
            r"the\scoming|the\scurrent)\sdecade\b|the\sdecade's\send\b|"
            r"the\sdecade\s(?:is\s(?:out|over)|ends)\b"
        ),
        _this_decade,
    ),
    (
        _c(
            r"(?:(?:from|between)\s(?:early\s|late\s|mid[- ])?)?(?P<year>(?:19|20)\d\d)\s?"
            r"(?:-|to|and|or(?=\s(?:19|20)\d\d)|until|through)\s?"
            r"(?P<until>(?:19|20)\d\d|\d\d(?![\d,.]))\b"
        ),
        _year_range,
    ),
    (
        _c(
            r"(?:(?:from|between)\s)?(?:(?:early|late|mid|(?:the\s)?end\sof)[- ])(?:in\s)?"
            r"(?P<year>(?:19|20)\d\d)\s(?:to|and|or)\s(?:in\s)?(?:the\s)?(?:early|late|mid|"
            r"(?:end|close|start|beginning|first\s(?:half|months|weeks))\sof)[- ](?:in\s)?"
            r"(?P<until>(?:19|20)\d\d)\b"
        ),
        _year_range,
    ),
    (
        _c(
            r"(?P<word>(?:earlier\s|later\s)?(?:today|yesterday|tomorrow|tonight|"
            r"this morning|this afternoon|this evening|last night|last evening))\b"
        ),
        _day_word,
    ),
    (
        _c(
            r"(?:(?P<which>last|next|this|past|coming)\s)?(?P<weekday>mon|tues|wednes|thurs|"
            r"fri|satur|sun)days?\b"
        ),
        _weekday,
    ),
    (
        _c(
            r"(?:(?:(?P<middle>(?:the\s)?middle of|mid)|early|earlier|late|later|the end of|"
            r"by the end of|before the end of|end of|"
            r"(?:the\s)?(?:ending|close|start|beginning) of)\s)?"
            r"(?P<which>last|next|this|past|previous|coming|the)\s"
            r"(?:(?:current|running|present|calendar|gregorian)\s)?(?P<unit>week|month|year)\b"
            r"(?!-|'s\s|\s(?:ago|earlier|later|before|long|of|old|(?:19|20)\d\d)\b)"
        ),
        _unit,
    ),
    (
        _c(
            r"(?:\b(?P<about>over|more\sthan|almost|nearly|around|about|some|roughly)\s)?"
            + _COUNT
            + r"\s(?P<unit>days?|weeks?|months?|years?|decades?)\sago\b"
        ),
        _ago,
    ),
    (
        _c(
            r"(?<!time\s)(?:in|within|over)\s(?:about\s|some\s|around\s|roughly\s|under\s|the\snext\s|"
            r"the\scoming\s|less\sthan\s|a\sspace\sof\s)?"
            + _COUNT
            + r"\s(?P<unit>days?|weeks?|months?|years?|decades?)\b(?!\s(?:old|of|in))"
        ),
        _ahead,
    ),
    (
        _c(_COUNT + r"\s(?P<unit>days?|weeks?|months?|years?|decades?)\sfrom\s(?:now|today)\b"),
        _ahead,
    ),
    (
        _c(
            r"(?:(?P<which>last|next|this|past|coming)|in|for|since|by|until|during|early|late|"
            r"within|"
            r"mid|of|from|before|after|between|their|the)[- ](?:(?:early|late|mid)[- ]?)?"
            + _MON.format("month")
            + r"(?![\w-]|\s\d)"
        ),
        _bare_month,
    ),
    (_c(r"(?P<which>this|next|last|coming|current)\squarter\b"), _quarter),
    (_c(r"on\sthe\s(?P<day>\d\d?)(?:st|nd|rd|th)\b(?!\sof\b)"), _nth),
    (
        _c(
            r"(?P<about>(?:around|about|circa|approximately)\s)?"
            + _PART
            + r"(?P<year>(?:19|20)\d\d)\b(?![,.]\d|\s?(?:km|kg|m\b|people|satellites|million|"
            r"billion|%|dollars|euros|students|employees|jobs))"
        ),
        _plain_year,
    ),
)
_DIGIT = re.compile(r"\d")
_RANKED = re.compile(
    r"\b(?:first|only|worst|most|(?!test|west|forest)\w{3,}est)\b[^,;.:]{0,40}$", re.IGNORECASE
)
_NAMED = re.compile(  # "GLEX-2021", "Horizon 2020"
    rf"\b(?:[A-Z][A-Z]+-|(?=[A-Z])(?i:{alternatives('plan_named_for_year')})\s)\Z"
)
_NUMBERED = (
    _iso, _day_range, _day_month, _month_year, _decade, _half_decade, _plain_year, _year_range,
    _nth,
)  # fmt: skip
# The patterns that a text without any digit can match.
_WITHOUT_DIGITS = tuple(pair for pair in _PATTERNS if pair[1] not in _NUMBERED)
_PREPOSITION = re.compile(
    r"\b(by|before|until|till|through|up to|to|since|from|in|on|during|after|for|of|at|"
    r"no later than|not later than|as early as|as soon as|as of|starting in|beginning in|"
    r"in the course of|over the course of|towards|toward)"
    r"\s(?:the\s|about\s|around\s|(?:the\s)?(?:end|close) of\s|"
    r"early\s|late\s|mid[- ]|\w+day,?\s|at least\s|least\s)*$",
    re.IGNORECASE,
)


_OWNING_UNIT = re.compile(
    r"\b(?P<which>last|this|next|past|previous|coming)\s(?P<unit>week|month|year)'s\s",
    re.IGNORECASE,
)


def owning_unit(folded: str, start: int, end: int, calendar: Calendar) -> DateHit | None:
    """Return the last unit of time that owns what follows: "last month's (meeting)".

    Not among `find_dates`, since most of what is owned ("this year's budget") is no event.
    """
    found = list(_OWNING_UNIT.finditer(folded, max(0, start), end))
    if not found:
        return None
    past, future, _ = _unit(found[-1], calendar)
    words = " ".join(found[-1].group().split())
    return DateHit(found[-1].start(), found[-1].end(), past, future, words, calendar.basis)


def find_dates(folded: str, start: int, end: int, text: str, calendar: Calendar) -> list[DateHit]:
    """Return the dates in `folded[start:end]`, in order and without overlaps."""
    if not _MARK.search(folded, start, end):
        return []
    piece = folded[start:end].replace("\n", " ")
    hits: list[DateHit] = []
    for pattern, reader in _PATTERNS if _DIGIT.search(piece) else _WITHOUT_DIGITS:
        for match in pattern.finditer(piece):
            span = (start + match.start(), start + match.end())
            if any(span[0] < hit.end and hit.start < span[1] for hit in hits):
                continue
            if reader is _plain_year and _NAMED.search(piece, 0, match.start()):
                continue
            if reader is _ahead and _RANKED.search(piece, 0, match.start()):
                continue  # "their first summit in four years" looks back
            hits.append(_hit(match, reader, start, text, calendar))
    if hits:
        _add_later(piece, start, hits)
    return sorted(hits, key=lambda hit: hit.start)


_LATER = _c(_COUNT + r"\s(?P<unit>days?|weeks?|months?|years?|decades?)\slater\b")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NEW_YEAR = "0000-01-01"  # completes a year or a month
_FINE = {"day": _FULL, "week": _FULL, "month": len("2024-05")}  # of what is counted from


def _add_later(piece: str, start: int, hits: list[DateHit]) -> None:
    """Add "two months later" to `hits`, counted from the one before it, which may be such too."""
    for match in _LATER.finditer(piece):
        first, last = start + match.start(), start + match.end()
        before = max((h for h in hits if h.end <= first), key=lambda h: h.end, default=None)
        taken = any(first < hit.end and hit.start < last for hit in hits)
        if taken or before is None or not _PLAIN_DATE.fullmatch(before.past or ""):
            continue
        told, unit = str(before.past), match["unit"].lower().rstrip("s")
        if len(told) < _FINE.get(unit, _YEAR_ONLY):
            continue
        day = date.fromisoformat(told + _NEW_YEAR[len(told) :])
        value = _shifted(Calendar(day, before.basis), _count(match["count"]), unit)
        words, word = match.group(), match["count"].lower()
        hits.append(DateHit(first, last, value, value, words, before.basis, word))


def _hit(
    match: re.Match[str], reader: Reader, start: int, text: str, calendar: Calendar
) -> DateHit:
    past, future, relative = reader(match, calendar)
    first, last = start + match.start(), start + match.end()
    words = " ".join(text[first:last].split())
    lead = _PREPOSITION.search(match.string[max(0, match.start() - 40) : match.start()])
    word = lead.group(1).lower() if lead else match.group().split()[0].lower()
    word = {"not later than": "no later than", "up to": "until"}.get(
        word, "in" if "course of" in word else word
    )
    basis: DateBasis = calendar.basis if relative else "stated"
    return DateHit(first, last, past, future, words, basis, word)
