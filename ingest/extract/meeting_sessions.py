"""Sessions of recurring bodies: "the second meeting of the initiative", "its next session".

The codebook calls a session of an official dialogue, committee or working group a dialogue, under
whatever noun the article tells it.
"""

import re
from collections.abc import Sequence

from ingest.extract import lexicon
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.grammar import clause_bounds, codes
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import words

_NUMBERS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {"inaugural": 1} | {word: i + 1 for i, word in enumerate(_NUMBERS.split())}
ORDINAL_WORDS = frozenset(ORDINALS)
IN_SEQUENCE = words("in_sequence")
# What a number may count instead of the meeting: "the first time", "the second day of the talks".
_COUNTED_ELSE = words("counted_else")
_BODIES = words("recurring_body")
_SITTINGS = words("sitting_noun")
_BACK = 9  # tokens before the noun in which its number stands
_NAME = 9  # tokens after "of the" in which the body is named
_SUBJECT = 10  # tokens before a verb in which the body that meets is named
_COUNCILS = words("council_noun")
_COUNCIL_REACH = 12  # tokens before a verb or noun of meeting in which a body names its council
_SHORT = 2  # capitals that make a word an acronym
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this", "our"})
_GOVERNING = frozenset({"in", "at", "during", "of", "under", "with"})
_AGAIN = re.compile(rf"\bagain\b|\bfor the (?:{'|'.join(ORDINALS)}) time\b")
_WITHIN = re.compile(
    r"\b(?:within|(?:in|under|as part of) the (?:framework|frame|format|context) of|"
    r"as part of|(?:in|of) the (?=steering|joint)) ?(?P<body>.+)"
)
_NAME_ENDS = frozenset({"to", "with", "in", "at", "on", "for", ",", ";", "(", "where", "which"})


def ordinal_of(sentence: Sentence, word: Word) -> int | None:
    """Return the number of a meeting in its series: 3 of "the third round"."""
    return number_in(sentence.flow.norms, max(0, word.first - _BACK), word.first)


def number_in(norms: Sequence[str], first: int, last: int) -> int | None:
    """Return the first ordinal number among the tokens `[first, last)` that counts meetings."""
    for step in range(first, last):
        after = norms[step + 1]
        if norms[step] in ORDINALS and after not in _COUNTED_ELSE:
            return ORDINALS[norms[step]]
        if norms[step].isdigit() and after in ("th", "st", "nd", "rd") and int(norms[step]) < 100:
            return int(norms[step])
    return None


def is_in_sequence(sentence: Sentence, word: Word) -> bool:
    """Tell whether a meeting is one of several: "the next meeting", "a subsequent session"."""
    return bool(IN_SEQUENCE & set(sentence.flow.norms[max(0, word.first - 3) : word.first]))


def is_session(reading: Reading, sentence: Sentence, word: Word, ordinal: int | None) -> bool:
    """Tell whether the noun is a sitting of a recurring body named beside or before it."""
    if word.entry.key.split()[0] not in _SITTINGS:
        return False
    if _is_of_body(sentence, word, ordinal) or _follows_body(sentence, word):
        return True
    if ordinal is not None and ordinal > 1 and _is_counted(sentence, word):
        return True
    numbered = ordinal is not None or is_in_sequence(sentence, word)
    return numbered and (
        _follows_acronym(sentence, word) or _points_to_body(reading, sentence, word)
    )


def sits(reading: Reading, sentence: Sentence, verb: Word) -> bool:
    """Tell whether it is a recurring body that meets: "the commission met", "it meets again"."""
    norms = sentence.flow.norms
    first, _ = clause_bounds(sentence, verb.first)
    if norms[max(0, first - 1) : first] == ["which"]:
        return _names_body(norms[max(0, first - _NAME) : first])
    subject = norms[max(first, verb.first - _SUBJECT) : verb.first]
    at = _body_at(subject)
    if at is not None:
        return not _is_governed(subject, at)
    before = reading.sentences[max(0, sentence.index - 1) : sentence.index]
    it = "it" in norms[max(first, verb.first - _SUBJECT) : verb.first]
    if it and _names_body(norms[:first]):
        return True
    after = " ".join(norms[verb.first :])
    repeated = norms[first : first + 1] == ["it"] and bool(_AGAIN.search(after))
    return repeated and any(_names_body(earlier.flow.norms) for earlier in before)


def _is_of_body(sentence: Sentence, word: Word, ordinal: int | None) -> bool:
    """Tell of "meeting of the joint commission"; a counted one of a name nobody knows also."""
    flow = sentence.flow
    first = word.last + 1
    if flow.norms[word.last : first] != ["of"]:
        return _names_body(word.entry.key.split())
    last = first
    while last < min(len(flow.norms), first + _NAME) and flow.norms[last] not in _NAME_ENDS:
        last += 1
    if _names_body(flow.norms[first:last]):
        return True
    alone = flow.norms[first : first + 1] == ["the"] and last == first + 2
    known = any(a.first < last and a.last > first and a.code for a in sentence.actors)
    return ordinal is not None and alone and flow.tokens[last - 1].capital and not known


def _is_counted(sentence: Sentence, word: Word) -> bool:
    """Tell of "the tenth meeting": a number right before the noun makes it one of a series."""
    before = sentence.flow.norms[max(0, word.first - 2) : word.first]
    return bool(ORDINAL_WORDS & set(before)) or before[-1:] in (["th"], ["nd"], ["rd"])


def _follows_body(sentence: Sentence, word: Word) -> bool:
    return _names_body(sentence.flow.norms[max(0, word.first - 2) : word.first])


def _follows_acronym(sentence: Sentence, word: Word) -> bool:
    """Tell of "the next iCET meeting": a short name that is no party's."""
    token = sentence.flow.tokens[word.first - 1] if word.first else None
    known = any(a.first < word.first <= a.last and a.code for a in sentence.actors)
    return token is not None and sum(map(str.isupper, token.text)) >= _SHORT and not known


def _points_to_body(reading: Reading, sentence: Sentence, word: Word) -> bool:
    """Tell whether "its next meeting", "the second meeting" is one of a body named before."""
    norms = sentence.flow.norms
    back = norms[max(0, word.first - 4) : word.first]
    if not {"its", "the", "their"} & set(back):
        return False
    if _names_body(norms[: word.first]):
        return True
    before = reading.sentences[max(0, sentence.index - 1) : sentence.index]
    return any(_names_body(earlier.flow.norms) for earlier in before)


def meets_within_body(sentence: Sentence, verb: Word) -> bool:
    """Tell of those who "met in the framework of the joint committee"."""
    _, last = clause_bounds(sentence, verb.first)
    within = _WITHIN.search(" ".join(sentence.flow.norms[verb.last : last]))
    return within is not None and _names_body(within["body"].split()[:_NAME])


def _body_at(norms: list[str]) -> int | None:
    """Return where the first name of a recurring body in `norms` ends, if one does."""
    return next((end for end in range(1, len(norms) + 1) if _names_body(norms[:end])), None)


def _is_governed(norms: list[str], end: int) -> bool:
    """Tell whether a preposition governs the body that ends there: "in the working group"."""
    articles = [step for step in range(end) if norms[step] in _ARTICLES]
    lead = norms[: articles[-1]][-1:] if articles else norms[:end]
    return bool(_GOVERNING & set(lead))


def _names_body(norms: list[str]) -> bool:
    joined = f" {' '.join(norms)} "
    return any(f" {body} " in joined for body in _BODIES)


def is_own_council(sentence: Sentence, word: Word, parties: list[Actor]) -> bool:
    """Tell whether an intergovernmental body meets in its own council (codebook 8)."""
    council = _COUNCILS & set(sentence.flow.norms[max(0, word.first - _COUNCIL_REACH) : word.last])
    return bool(council and parties and not codes(parties) & lexicon.member_states())
