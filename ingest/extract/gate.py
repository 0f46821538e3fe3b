"""The cheap first pass: has this text anything to do with outer space and with cooperation?

Plain substring searches over the lower-cased text decide for most of a news dump; "space" alone
must stand beside a word that makes it outer space.
"""

import re
from functools import cache

from ingest.extract.folding import fold
from ingest.extract.lexicon import Table, matches, term_table
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
    lowered = text.lower()
    return any(deed in lowered for deed in _DEEDS)


def may_be_space(text: str) -> bool:
    """Tell whether `text` holds a word of outer space, by its letters alone."""
    lowered = text.lower()
    if any(fragment in lowered for fragment in _FRAGMENTS):
        return True
    if "space" not in lowered:
        return False
    return any(phrase in lowered for phrase in _OUTER) or _SPACE.search(lowered) is not None


@cache
def _terms() -> Table:
    rows = read_seed("extract_space_terms")
    return term_table((fold(row["term"]), row["weight"]) for row in rows)


def space_weight(flow: Stream, first: int = 0, last: int | None = None) -> int:
    """Return the weight of the strongest word of outer space in `[first, last)`; 0 if none."""
    table, norms, best = _terms(), flow.norms, 0
    for position in range(first, len(norms) if last is None else last):
        bucket = table.get(norms[position])
        if bucket is not None:
            best = max(best, *(int(e.code) for _, e in matches(bucket, norms, position)), 0)
        if best >= STRONG:
            break
    return best
