"""The words before the first sentence: place, date and agency of a news report.

Forms as news agencies print them: `Seoul, Dec 6 (IANS)`, `WASHINGTON, April 9 (Reuters) -`,
`TOKYO —`, `Seoul, South Korea –`, `DETROIT, Michigan - May 22, 2025 (NEWMEDIAWIRE) -`, `(AFP)`,
`ASTANA. May 22. KAZINFORM -`, `BAKU, Azerbaijan, May 22.`, `Geneva, 22 May 2025:`; alone on a line
`OSLO (AFP) Nov 07, 2003`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ingest.clean.lines import Line
from ingest.clean.places import is_known_place
from ingest.read import MONTH, make_date, month_number

_WORD = r"[^\W\d_a-zà-ÿ][\w'’.-]*"
_PLACE = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}(?:,[ ]{_WORD}(?:[ ]{_WORD}){{0,2}}){{0,2}}"
_DAY = (
    rf"(?:{MONTH}[ ]\d\d?(?!\d)(?:st|nd|rd|th)?(?:,?[ ](?:19|20)\d\d)?"
    rf"|\d\d?(?:st|nd|rd|th)?[ ]{MONTH}(?:,?[ ](?:19|20)\d\d)?)"
)
_AGENCY = r"\([ ]?(?P<agency>[^\W\d_a-z][\w.&'’/ -]{0,38}?)[ ]?\)"
_DASH = r"[ ]?(?:--|[-–—]{1,2})[ ]"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:[ ]?(?:,|--|[-–—])[ ]?|[ ]))?(?P<day>(?i:{_DAY}))[ .,:*]*"
    rf"(?:(?:/(?P<wire>[^/\n]{{2,30}})/|{_AGENCY})(?:{_DASH}|[.:]?[ ])|{_DASH}"
    rf"|(?P<bare>[A-Z]{{4,12}}){_DASH}|(?<=[12]\d\d\d):[ ]|(?P<stop>(?<=\d)\.[ ])(?=[A-Z\"“]))"
)
_UNDATED = re.compile(rf"(?P<place>{_PLACE})(?:[ ]?{_AGENCY})?(?:{_DASH}|(?P<colon>:)[ ])")
_CREDIT = re.compile(
    r"\((?P<agency>(?=(?:[^)]*?[A-Z]){3})[A-Z][A-Z.&/ -]{1,20}|Reuters|Xinhua|Yonhap|Bloomberg|"
    r"Kyodo(?:[ ]News)?|Interfax|Sputnik|Anadolu(?:[ ]Agency)?|Tass|Belga|Novosti)\)"
    rf"(?:{_DASH}|:?[ ])(?=[^\W_a-z\d]|[\"'“‘])"
)
_ALONE = re.compile(rf"(?P<place>{_PLACE})[ ]?{_AGENCY}[ ,-]{{1,3}}(?P<day>(?i:{_DAY}))\.?")
_DAY_PARTS = re.compile(rf"(?P<month>{MONTH})|(?P<number>\d+)", re.IGNORECASE)
_NOT_IN_PLACES: Final = (
    "analysis breaking commentary correction corrected editorial exclusive explainer factbox "
    "feature headline interview live nasa new news note opinion photos poll profile review "
    "statement timeline update updated video watch wrapup fact readout remarks part section "
    "chapter annex title"
)
_LABELS: Final = frozenset(_NOT_IN_PLACES.split())
_NOT_FIRST: Final = frozenset({"on", "in", "at", "by", "since", "until", "from", "after", "before"})
_MAX_LINES: Final = 4
_SHORT: Final = 40  # characters up to which a line is no running text
_HEAD: Final = 120
_SIGNS = re.compile(r"[-–—()/:]|\d\. ")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at `text[start:end]`; `day` is as written and may lack its year."""

    start: int
    end: int
    place: str | None = None
    agency: str | None = None
    day: str | None = None

    def has_year(self) -> bool:
        """Tell whether the day names its year."""
        return self.day is not None and self._parts()[0] is not None

    def date(self, reference: date | None) -> date | None:
        """Return the day; without a year of its own, the last such day up to `reference`.

        One day after `reference` still counts, for time zones. `None` when it cannot be told.
        """
        if self.day is None:
            return None
        year, month, day = self._parts()
        if year is not None:
            return make_date(year, month, day)
        if reference is None:
            return None
        this_year = make_date(reference.year, month, day)
        if this_year and this_year <= reference + timedelta(days=1):
            return this_year
        return make_date(reference.year - 1, month, day)

    def _parts(self) -> tuple[int | None, int, int]:
        numbers, month = [], 0
        for match in _DAY_PARTS.finditer(self.day or ""):
            if match["month"]:
                month = month_number(match["month"]) or 0
            else:
                numbers.append(int(match["number"]))
        year = next((number for number in numbers if number > 31), None)
        return year, month, next((number for number in numbers if number <= 31), 0)


def find_dateline(lines: Iterable[Line]) -> Dateline | None:
    """Return the dateline of the first body lines that has one, else `None`."""
    for _, line in zip(range(_MAX_LINES), lines, strict=False):
        found = _at_start(line) if len(line.text) > _SHORT else _alone(line)
        if found:
            return found
    return None


def _alone(line: Line) -> Dateline | None:
    """Return the dateline that a short line is, with the day behind the agency."""
    match = _ALONE.fullmatch(line.text) if "(" in line.text else None
    return _made(match, line.start) if match else None


def _at_start(line: Line) -> Dateline | None:
    head = line.text[:_HEAD]
    if not _SIGNS.search(head):
        return None
    opening = head.lstrip("*_ ")
    offset = line.start + len(head) - len(opening)
    # Backtracking through the forms of a place is dear; a day has a digit, a credit a bracket.
    match = _DATELINE.match(opening) if _DIGIT.search(opening) else None
    if match and _may_open(match):
        return _made(match, offset)
    match = _UNDATED.match(opening)
    if match and _is_place(match["place"], is_after_colon=bool(match["colon"])):
        return _made(match, offset)
    match = _CREDIT.match(opening) if opening[:1] == "(" else None
    return _made(match, offset) if match else None


def _may_open(match: re.Match[str]) -> bool:
    """Tell whether what stands before the day can be a place; before a mere stop, if it is one."""
    place = match["place"] or ""
    if match["stop"]:
        return _is_place(place.strip(" ,."), is_after_colon=False)
    return place.split(" ")[0].casefold() not in _NOT_FIRST


def _made(match: re.Match[str], offset: int) -> Dateline:
    parts = match.groupdict()
    place = parts.get("place")
    agency = parts.get("agency") or parts.get("wire") or parts.get("bare")
    return Dateline(
        start=offset,
        end=offset + match.end(),
        place=place.strip(" ,.") if place else None,
        agency=agency.strip() if agency else None,
        day=parts.get("day"),
    )


def _is_place(name: str, *, is_after_colon: bool) -> bool:
    """Tell a place from a label (`BREAKING –`) or speaker: known, or printed in capitals."""
    if is_known_place(name):
        return True
    first = name.split(",", maxsplit=1)[0]
    words = {word.strip(".").casefold() for word in first.split()}
    return not is_after_colon and first.isupper() and len(first) > 4 and words.isdisjoint(_LABELS)
