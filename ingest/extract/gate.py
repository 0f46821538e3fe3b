"""The cheap first pass: has this text anything to do with outer space and with cooperation?

Plain substring searches over the lower-cased text decide for most of a news dump; "space" alone
must stand beside a word that makes it outer space.
"""

import re
from functools import cache

from ingest.extract.folding import fold
from ingest.extract.lexicon import Table, matches, starts, term_table
from ingest.extract.mentions import Stream
from ingest.extract.vocabulary import words
from ingest.project import read_seed

_FRAGMENTS = tuple(words("gate_fragment"))
_OUTER = tuple(words("gate_outer_space"))
_DEEDS = tuple(words("gate_deed"))
_SPACE = re.compile("space[ \\n-](?:" + "|".join(sorted(words("gate_after_space"))) + ")")
STRONG = 3


def is_relevant(text: str) -> bool:
    """Tell whether `text` could hold a fact on space cooperation; cheap, errs towards yes."""
    if not may_be_space(text):
        return False
    return _holds_any(text.lower(), _DEEDS)


def may_be_space(text: str) -> bool:
    """Tell whether `text` holds a word of outer space, by its letters alone."""
    lowered = text.lower()
    if _holds_any(lowered, _FRAGMENTS):
        return True
    if "space" not in lowered:
        return False
    return _holds_any(lowered, _OUTER) or _SPACE.search(lowered) is not None


def _holds_any(text: str, wanted: tuple[str, ...]) -> bool:
    # A plain loop takes half the time of `any` over a generator, and whole dumps pass here.
    for each in wanted:  # noqa: SIM110
        if each in text:
            return True
    return False


@cache
def _terms() -> Table:
    rows = read_seed("extract_space_terms")
    return term_table((fold(row["term"]), row["weight"]) for row in rows)


def space_weight(flow: Stream, first: int = 0, last: int | None = None) -> int:
    """Return the weight of the strongest word of outer space in `[first, last)`; 0 if none."""
    norms, best = flow.norms, 0
    end = len(norms) if last is None else last
    for position, bucket in starts(_terms(), norms):
        if first <= position < end:
            best = max(best, *(int(e.code) for _, e in matches(bucket, norms, position)), 0)
        if best >= STRONG:
            break
    return best
