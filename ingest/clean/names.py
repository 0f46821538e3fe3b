"""Names of people as bylines print them."""

import re
from itertools import takewhile
from typing import Final

from ingest.clean.places import is_known_place

_PART = r"(?:(?:[dDlLO]['’])?[^\W\d_a-zà-ÿ][\w'’-]*[^\W\d_]|[^\W\d_a-zà-ÿ]\.(?:[^\W\d_a-z]\.)*)"
_LINK = r"(?:de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|ter)"
NAME: Final = rf"{_PART}(?:\s(?:{_LINK}\s){{0,2}}{_PART}){{1,3}}(?:,?\s(?:Jr|Sr)\.?)?"
"""Pattern source for a person's name: two to four capitalised parts, initials, `van der`."""

_NAMES = rf"{NAME}(?:(?:,\s|\s(?:and|&|et|und|y)\s|\s/\s){NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"\W*(?i:(?:story |words |text |article |written |reported )?by|author:?|par|von|por)\s+"
    rf"(?P<names>{_NAMES})(?P<rest>\s*[|,•·(–—-].*|\W*)"
)
_LONE = re.compile(rf"[*_]*(?P<names>{_NAMES})[*_]*")
_NOT_IN_NAMES: Final = (
    "academy agency alliance army article associated association bank bureau center centre "
    "command commission committee company conference congress cooperation corporation council "
    "court daily department desk development dialogue embassy exploration federation flight "
    "force forum foundation global government group house institute international journal law "
    "lab laboratory latest magazine media mission ministry moon museum national network news "
    "office orbit organisation organization park partnership plan policy post press program "
    "programme project reporter republic research review satellite school security senate "
    "service space staff state states station statement studies summit system talks team "
    "technology telescope times today treaty union united university updates way week what "
    "world writer explore discover the our new next about more read related future reading further"
)
_NOT_PEOPLE: Final = frozenset(_NOT_IN_NAMES.split())
_MAX_BYLINE: Final = 120


def byline_in(line: str) -> str | None:
    """Return the names of a line that is a byline (`By Jane Doe, staff writer`), else `None`."""
    if len(line) > _MAX_BYLINE:
        return None
    match = _BYLINE.fullmatch(line)
    if match is None or match["rest"].endswith((".", "?", "!")):
        return None
    people = takewhile(_may_be_person, match["names"].split(", "))
    return ", ".join(people) or None


def lone_name(line: str) -> str | None:
    """Return the name when `line` is nothing but the name of a person or people."""
    match = _LONE.fullmatch(line) if len(line) <= _MAX_BYLINE else None
    if match is None or line.isupper() or is_known_place(line):
        return None
    return match["names"] if _may_be_person(line) else None


def _may_be_person(name: str) -> bool:
    words = {word.strip(".,").casefold() for word in name.replace("’s", "").split()}
    return words.isdisjoint(_NOT_PEOPLE)
