"""When an article was published: its own header, a sentence about itself, its address."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from ingest.article import Known
from ingest.clean.dateline import Dateline
from ingest.clean.lines import Line, pieces
from ingest.clean.names import byline_in, lone_name
from ingest.read import find_dates, make_date

_TIME = r"(?:\d\d?[:.]\d\d(?:[:.]\d\d)?\s?(?:[AaPp]\.?[Mm]\.?)?|\d\d?\s?[AaPp]\.?[Mm]\.?)"
_TIME_AND_ZONE = rf"{_TIME}(?:\s\(?[A-Z]{{2,5}}\)?)?"
_TIME_ONLY = re.compile(_TIME_AND_ZONE, re.ASCII)
_BEFORE_DATE = re.compile(rf"\A{_TIME_AND_ZONE}[\s,|]+(?:on\s)?", re.ASCII)
_AFTER_DATE = re.compile(
    rf"[\s,|@•·–—-]*(?:at\s|um\s|à\s)?(?P<time>{_TIME})?(?:\s?(?:\(?[A-Z]{{2,5}}\)?|Uhr|UTC)\b)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_SEPARATED = re.compile(r"\s*[|•·,–—(-]")
_PLACE = re.compile(r"[^\W\d_a-zà-ÿ][\w.'’-]+(?: [^\W\d_a-zà-ÿ][\w.'’-]+){0,2}(?:,|, on)")
_LABEL_WORDS: Final = (
    "first originally published posted updated created modified issued released date dated on at "
    "last le am el publié publiée publicado publicada veröffentlicht stand vom опубликовано от "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves "
    "viernes sábado domingo montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
_LABELS: Final = frozenset(_LABEL_WORDS.split())
_WORDS = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
_NOUN = r"(?:article|story|piece|interview|post|column|commentary|op-ed|dispatch|translation|text)"
_TOLD: Final = ("ublished", "osted ", "ppeared", "eleased")
_ABOUT_ITSELF = re.compile(
    rf"(?:\bthis\s(?:\w+\s){{0,2}}{_NOUN}|\A\W*(?:\w+\s){{0,2}}{_NOUN}?)\s*(?:was\s|has\sbeen\s)?"
    r"(?:first\s|originally\s|previously\s|initially\s)*(?:published|posted|appeared|released)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"\W*(?:(?:editor\W?s?\W?|publisher\W?s\W?) note|correction|clarification|note)?\W*"
    rf"this\s(?:\w+\s){{0,2}}(?:{_NOUN}|advisory|release|report|page)\s(?:was|has\sbeen|is)\s"
    r"(?:\w+\s)?(?:updated|corrected|amended|clarified|revised)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\b(?:first|originally|this)\b|\A\W*(?:published|posted)\b", re.IGNORECASE)
_URL_DATE = re.compile(r"(?<!\d)(20\d\d|19\d\d)([/-]?)(\d\d)\2(\d\d)(?!\d)")
_MAX_STATEMENT: Final = 300
_MAX_MASTHEAD: Final = 90


def masthead_date(line: str) -> date | None:
    """Return the date of a header line that is a date, with labels, a time or a language name.

    A heading that merely contains a date is no such line, nor is a date of revision.
    """
    if len(line) > _MAX_MASTHEAD or not _DIGIT.search(line):
        return None
    found = next(find_dates(line), None)
    if found is None:
        return None
    if not all(map(_is_label, pieces(_BEFORE_DATE.sub("", line[: found.start])))):
        return None
    after = _AFTER_DATE.match(line[found.end :])
    rest = after["rest"] if after else ""
    if len(rest.split()) > 2 and not _SEPARATED.match(rest):
        return None
    if rest.strip() and not (after and after["time"]) and not _SEPARATED.match(rest):
        return None
    return None if _UPDATED.search(line[: found.start]) else found.value


def _is_label(piece: str) -> bool:
    """Tell what may stand before the date of a header: a label, a weekday, a name, a place."""
    words = _WORDS.findall(piece.casefold())
    return (
        _LABELS.issuperset(words)
        or _PLACE.fullmatch(piece.strip()) is not None
        or bool(byline_in(piece) or lone_name(piece))
    )


def is_time_of_day(line: str) -> bool:
    """Tell whether the whole line is a time of day: `3:56 P.M. EDT`."""
    return len(line) < 20 and _TIME_ONLY.fullmatch(line) is not None


def statement_about_itself(line: str) -> str | None:
    """Return the part of `line` that says where or when this article first came out."""
    if len(line) > _MAX_STATEMENT or not any(told in line for told in _TOLD):
        return None
    found = _ABOUT_ITSELF.search(line)
    return line[found.start() :] if found and _MARKED.search(found.group()) else None


def tells_of_its_change(line: str) -> bool:
    """Tell whether `line` says that this article was changed: `This advisory was updated May 6`."""
    # Whole dumps pass here: one letter run that most lines lack spares them the pattern.
    return len(line) <= _MAX_STATEMENT and "his " in line and _CHANGE.match(line) is not None


def published_on(
    masthead: Sequence[Line],
    statements: Sequence[str],
    dateline: Dateline | None,
    url: str | None,
) -> Known[date] | None:
    """Return the date of publication by the best basis at hand, or `None`.

    `masthead` holds the header lines, `statements` the sentences about the article itself.
    Dates of the events in the body are never used.
    """
    for line in masthead:
        value = masthead_date(line.text)
        if value:
            return Known(value, "masthead")
    for statement in statements:
        found = next(find_dates(statement), None)
        if found:
            return Known(found.value, "statement")
    if dateline and dateline.has_year():
        value = dateline.date(None)
        if value:
            return Known(value, "dateline")
    return _date_in(url)


def _date_in(url: str | None) -> Known[date] | None:
    match = _URL_DATE.search(url or "")
    value = make_date(int(match[1]), int(match[3]), int(match[4])) if match else None
    return Known(value, "url") if value else None
