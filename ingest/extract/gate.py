"""The cheap first pass: has this text anything to do with outer space and with cooperation?

Plain substring searches over the lower-cased text decide for most of a news dump; "space" alone
must stand beside a word that makes it outer space.
"""

import re
from functools import cache

from ingest.extract.folding import fold
from ingest.extract.lexicon import Table, read_seed, term_table
from ingest.extract.mentions import Stream

_FRAGMENTS = (
    "satellit", "spacecraft", "astronaut", "cosmonaut", "lunar ", "rocket", "spacex", " nasa", "roscosmos", "space station", "telescope",
    "cosmodrome", "isro", "jaxa", "artemis", "astrono", "beidou", "glonass", "taikonaut", "baikonur", "starlink", "the moon", "spaceport",
    "aerospace", "remote sensing", "earth observation", "gravitational wave", "orbit", "spaceflight", "galileo",
)  # fmt: skip
_SPACE = re.compile(
    r"space[ \n-](?:agenc|explor|cooperat|forum|dialog|program|polic|securit|debris|law|mission|research|scien|technolog|sector|"
    r"industr|force|command|launch|council|treat|partner|activit|domain|situational|admin|organi|commission|econom|collab|accord)"
)
_OUTER = ("outer space", "into space", "in space", "to space", "civil space")
_DEEDS = (
    "agree", "sign", "memorandum", "mou", "deal", "pact", "treaty", "contract", "partner", "cooperat", "collaborat", "meet", "met ",
    "talks", "visit", "summit", "dialogue", "forum", "will ", "plan", "aim", "pledge", "commit", "join", "grant", "accord", "statement",
    "intend", "propos", "consider", "hope", "discuss", "buy", "order", "purchase", "suspend", "withdr", "announce", "goal",
)  # fmt: skip
STRONG = 3


def is_relevant(text: str) -> bool:
    """Tell whether `text` could hold a fact on space cooperation; cheap, errs towards yes."""
    lowered = text.lower()
    linked = any(fragment in lowered for fragment in _FRAGMENTS)
    if not linked and "space" in lowered:
        linked = any(phrase in lowered for phrase in _OUTER) or _SPACE.search(lowered) is not None
    return linked and any(deed in lowered for deed in _DEEDS)


@cache
def _terms() -> Table:
    rows = read_seed("extract_space_terms")
    return term_table((fold(row["term"]), row["weight"]) for row in rows)


def space_weight(flow: Stream, first: int = 0, last: int | None = None) -> int:
    """Return the weight of the strongest word of outer space in tokens `[first, last)`; 0 if none."""
    table, norms, best = _terms(), flow.norms, 0
    for position in range(first, len(norms) if last is None else last):
        for key, entry in table.get(norms[position], ()):
            weight = int(entry.code)
            if weight > best and tuple(norms[position : position + len(key)]) == key:
                best = weight
        if best >= STRONG:
            break
    return best
