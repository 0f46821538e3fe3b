"""Validity of the EDTF (ISO 8601-2) subset the codebook uses; interpretation is SQL's work.

Accepted: a year, month or day; a decade (`203X`); each of these approximate (`~`) or uncertain
(`?`); an interval of two such dates, either end open (`..`) or unknown (empty).
"""

import re
from calendar import monthrange
from functools import lru_cache

_SIMPLE = re.compile(
    r"(?P<decade>\d{3}X)|(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
    re.ASCII,
)
_MONTHS = range(1, 13)
_SEASONS = range(21, 25)  # ISO 8601-2 codes of spring, summer, autumn and winter


@lru_cache(maxsize=4096)  # the days on which the articles of a dump came out are few
def is_edtf(text: str) -> bool:
    """Tell whether `text` is a date of the codebook: `2022-04/2022-06`, `203X`, `2021-02~`."""
    parts = text.split("/")
    if len(parts) == 1:
        return _is_simple(parts[0])
    if len(parts) != 2:
        return False
    ends = [part for part in parts if part not in ("", "..")]
    return bool(ends) and all(_is_simple(part) for part in ends) and _in_order(ends)


def _in_order(ends: list[str]) -> bool:
    # Compared as far as both are given: 2022/2022-06 is in order, 2022-06/2022-04 is not.
    first, last = ends[0].replace("X", "0"), ends[-1].replace("X", "9")
    length = min(len(first.rstrip("~?%")), len(last.rstrip("~?%")))
    return first[:length] <= last[:length]


def _is_simple(text: str) -> bool:
    match = _SIMPLE.fullmatch(text.rstrip("~?%") if text[-1:] in "~?%" else text)
    if match is None or len(text) - len(match.group()) > 1:
        return False
    if match["decade"] or match["month"] is None:
        return True
    year, month = int(match["year"]), int(match["month"])
    if match["day"] is None:
        return month in _MONTHS or month in _SEASONS
    return month in _MONTHS and year > 0 and 1 <= int(match["day"]) <= monthrange(year, month)[1]
