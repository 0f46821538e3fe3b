"""Where a phrase ends that is to stand alone, and what it may not end in."""

from collections.abc import Sequence

from ingest.extract.acts import ACTION_VERBS
from ingest.extract.context import Sentence
from ingest.extract.nominals import is_noun_use
from ingest.extract.runs import CALENDAR
from ingest.extract.tokens import after_pair
from ingest.extract.vocabulary import SAYING, words

_LONGEST = 24  # tokens of a phrase
_SHORTEST = 6  # tokens that a phrase cut for its length keeps at least
_LISTED = 7  # tokens from a comma to the "and" of its list

RELATIVES = frozenset({"which", "that", "who", "whom", "whose", "where", "while", "when"})
AFTERWARDS = frozenset({"before", "after", "during", "following", "since", "because", "although"})
FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "should", "may"}
    | {"might", "can", "did", "does"} | words("stating_verb")
)  # fmt: skip
MARKS = frozenset({".", ";", ":", '"', ")", "(", "!", "?"})
ENDS = (
    RELATIVES | AFTERWARDS | FINITE | MARKS
    | {"-", "with", "between", "by", "at", "under", "how", "what", "whether"}
)  # fmt: skip
UNFINISHED = (
    frozenset({",", "-", "and", "or", "as", "how", "not", "also", "than", "be", "been", "being"})
    | {"on", "for", "of", "to", "in", "into", "from", "about", "among", "including", "through"}
    | {"its", "their", "a", "an", "the", "this", "more", "both", "further", "upon", "over"}
    | RELATIVES | AFTERWARDS | FINITE | {".", ";", ":", "(", "with", "between", "by", "at"}
    | {"under", "toward", "towards", "within", "around", "when", "if", "so", "but", "against"}
    | {"until", "till", "'", "still"}
)  # fmt: skip
DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "this", "these"})
PRONOUNS = frozenset({"we", "it", "they", "he", "she", "i", "this"})
POINTING = frozenset({"them", "itself", "themselves", "him", "us"})


def phrase_end(sentence: Sentence, first: int, ends: frozenset[str]) -> int:
    """Return where the phrase that begins at `first` ends."""
    norms, step = sentence.flow.norms, first
    while step < len(norms):
        passed = after_pair(norms, step)
        if passed == step and _stops(sentence, first, step, ends):
            break
        step = max(passed, step + 1)
    if norms[step : step + 1] == ["by"] and step - first > 1 and norms[step - 1] in _PARTICIPLES:
        step -= 1  # "a program led | by"
    last = whole(sentence, first, step)
    pointed = norms[last - 1] in PRONOUNS | POINTING
    return _finished(sentence, first, last - 1) if pointed and last - first > 1 else last


def _stops(sentence: Sentence, first: int, step: int, ends: frozenset[str]) -> bool:
    norm = sentence.flow.norms[step]
    if norm in ends and not _is_inside(sentence, step):
        return True
    if norm == ",":
        return not _is_list(sentence, step)
    if norm in ("and", "as") and _goes_on(sentence, step):
        return True
    signing = any(
        w.first == step
        and w.entry.kind == "sign"
        and not (w.entry.weak or is_noun_use(sentence, w))
        for w in sentence.triggers
    )
    where = norm == "in" and step > first and is_place(sentence, step)
    return signing or where or norm in SAYING or is_date(sentence, step)


def _goes_on(sentence: Sentence, step: int) -> bool:
    """Tell whether another deed or clause follows: "... and looked forward to", "as it aims"."""
    if sentence.flow.norms[step] == "as":
        return not PRONOUNS.isdisjoint(sentence.flow.norms[step + 1 : step + 2])
    return any(
        w.first == step + 1 and w.entry.kind in _DEEDS and w.entry.detail == "past"
        for w in sentence.triggers
    )


_PARTICIPLES = words("irregular_participle")
_DEEDS = ("commit", "reaffirm", "meet")


def _is_inside(sentence: Sentence, step: int) -> bool:
    """Tell whether a word that could end a phrase stands in it: "stand-by", "deepen that bond"."""
    norms = sentence.flow.norms
    pointing = norms[step] == "that" and norms[step - 1] in ACTION_VERBS
    return pointing or sentence.flow.hyphenated[step]


def _is_list(sentence: Sentence, step: int) -> bool:
    """Tell whether a comma parts the members of a list that goes on to an "and"."""
    after = sentence.flow.norms[step + 1 : step + 1 + _LISTED]
    if after[:1] == ["and"]:
        return False
    until = after.index("and") if "and" in after else -1
    return until > 0 and not (set(after[:until]) & (ENDS | PRONOUNS))


def whole(sentence: Sentence, first: int, last: int) -> int:
    """Return where tokens `[first, last)` are to end: not too long, and not unfinished."""
    return _finished(sentence, first, _shortened(sentence.flow.norms, first, last))


def _shortened(norms: Sequence[str], first: int, last: int) -> int:
    """Return where a phrase that is too long is cut: before its last preposition or "and"."""
    if last - first <= _LONGEST:
        return last
    cuts = [i for i in range(first + _SHORTEST, first + _LONGEST) if norms[i] in UNFINISHED]
    return cuts[-1] if cuts else first + _LONGEST


def _finished(sentence: Sentence, first: int, last: int) -> int:
    """Return `last` without words and marks that leave a phrase unfinished."""
    norms = sentence.flow.norms
    while last > first and (
        norms[last - 1] in UNFINISHED
        or norms[last - 2 : last] == ["for", "up"]
        or (norms[last - 1] == '"' and norms[first:last].count('"') % 2)
    ):
        last -= 1
    return last


def is_place(sentence: Sentence, step: int) -> bool:
    """Tell whether "in" at `step` says where, or when."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    after = step + 1
    if norms[step] != "in" or after == len(norms):
        return False
    if any(a.first in (after, after + 1) and a.kind != "organization" for a in sentence.actors):
        return True
    return tokens[after].capital or norms[after] in CALENDAR


def is_date(sentence: Sentence, step: int) -> bool:
    """Tell whether token `step` belongs to a date, or names a day or month."""
    known = sentence.flow.norms[step] in CALENDAR and sentence.flow.tokens[step].capital
    return known or is_dated(sentence, step)


def is_dated(sentence: Sentence, step: int) -> bool:
    """Tell whether token `step` belongs to a date of its sentence."""
    start = sentence.flow.tokens[step].start
    return any(hit.start <= start < hit.end for hit in sentence.dates)
