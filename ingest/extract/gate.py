"""The cheap first pass: has this text anything to do with outer space and with cooperation?

Plain substring searches over the lower-cased text decide for most of a news dump; only texts that
hold a space word are looked at with a word pattern.
"""

import re
from functools import cache

from ingest.extract.lexicon import read_seed

_FRAGMENTS = (
    "space", "satellit", "astronaut", "cosmonaut", "lunar", "rocket", "spacex", "nasa", "orbit", "telescope", "cosmodrome",
    "isro", "jaxa", "artemis", "the moon", "mars", "astrono", "beidou", "glonass", "roscosmos", "taikonaut", "baikonur",
    "starlink", "galileo", "observatory", "remote sensing", "earth observation", " gps", "gravitational wave",
)  # fmt: skip
_DEEDS = (
    "agree", "sign", "memorandum", "mou", "deal", "pact", "treaty", "contract", "partner", "cooperat", "collaborat", "meet", "met ",
    "talks", "visit", "summit", "dialogue", "forum", "will ", "plan", "aim", "pledge", "commit", "join", "grant", "accord", "statement",
    "intend", "propos", "consider", "hope", "discuss", "buy", "order", "purchase", "suspend", "withdr", "announce", "goal",
)  # fmt: skip
STRONG = 3


def _term(term: str) -> str:
    escaped = re.escape(term).replace(r"\ ", r"[ \n-]+").replace(r"\-", r"[ -]?")
    left = r"\b" if term[0].isalnum() else ""
    return left + escaped + (r"\b" if term[-1].isalnum() else "")


def _alternation(weight: int) -> str:
    terms = [row["term"] for row in read_seed("extract_space_terms") if int(row["weight"]) == weight]
    return "|".join(_term(term) for term in sorted(terms, key=len, reverse=True))


@cache
def strong_pattern() -> re.Pattern[str]:
    """Return the pattern of words that link a sentence to outer space by themselves."""
    return re.compile(_alternation(STRONG))


@cache
def any_pattern() -> re.Pattern[str]:
    """Return the pattern of words that may link a sentence to outer space."""
    return re.compile(_alternation(STRONG) + "|" + _alternation(1))


def is_relevant(text: str) -> bool:
    """Tell whether `text` could hold a fact on space cooperation; cheap, errs towards yes."""
    lowered = text.lower()
    if not any(fragment in lowered for fragment in _FRAGMENTS):
        return False
    if not any(deed in lowered for deed in _DEEDS):
        return False
    return strong_pattern().search(lowered) is not None
