"""How firm an undertaking is: what the verb that tells it, and the words around it, say.

Codebook section 5: will, agreed, pledged are firm; plans, aims, is preparing are intended; may, is
considering, is discussing are considered.
"""

import re

from ingest.extract.context import Sentence
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import alternatives, words

_TRYING = words("trying_verb")
_THINKING = re.compile(alternatives("verb_of_thought"))
_PREPARING = re.compile(alternatives("verb_of_intention"))
_PONDERING = frozenset({"consider", "discuss"})
_LOOKING_INTO = frozenset({"explore", "study"})
_OPEN_QUESTIONS = words("open_question") | {"the"}
_WEIGHING = re.compile(
    rf"(?:also |jointly )*(?:{alternatives('weighing_verb')}) "
    rf"(?:jointly )?(?:the )?(?:{alternatives('weighed_thing')})"
)
_HOPED = re.compile(
    rf"\b(?:{alternatives('hoping_verb')})\b"
    r"(?:(?: by(?: \w+){1,8})? that(?: [\w']+){0,9}|(?: \w+){0,4})$"
)
_IF_ALL_GOES = re.compile(r"\bif (?:all|everything) (?:goes|works|went|is)\b")
_REPORTED = re.compile(rf"\b(?:{alternatives('reporting_verb')}|according to|under the)\b")
_BACK = 20  # tokens before a trigger that may weaken it
_LIKING = frozenset({"like", "love", "prefer", "wish", "want"})
_WISHES, _DECIDED = words("wish_before_act"), words("decision_before_act")
_AIMING = words("aiming_verb")
_AIM_WITHIN = 3  # tokens after an instrument in which it is said to aim at something
_WEIGHED = words("thought_before_act")


def strength_of(sentence: Sentence, word: Word) -> str:
    """Return how firm the undertaking told by the trigger `word` is."""
    key = word.entry.key
    if key in ("will", "shall", "ll", "would") and (weaker := _weakened(sentence, word)):
        return weaker
    if key == "would" and is_reported(sentence, word):
        liked = _LIKING & set(sentence.flow.norms[word.last : word.last + 2])
        return "intended" if liked else "firm"
    if word.entry.kind == "instrument":  # "the MoU aims to"
        after = sentence.flow.norms[word.last : word.last + _AIM_WITHIN]
        return "firm" if _AIMING.isdisjoint(after) else "intended"
    return word.entry.code


def is_reported(sentence: Sentence, word: Word) -> bool:
    """Tell whether a verb of saying or promising stands before the trigger."""
    return bool(_REPORTED.search(" ".join(sentence.flow.norms[: word.first])))


def _weakened(sentence: Sentence, word: Word) -> str | None:
    """Return what "will seek to", "will explore ways to", "hopes that it will" tell."""
    norms = sentence.flow.norms
    after = norms[word.last : word.last + 4]
    rest = after[1:] if after[:1] == ["also"] else after
    if rest[:1] and rest[0] in _TRYING and rest[1:2] == ["to"]:
        return "intended"
    if rest[:1] and rest[0] in _PONDERING:
        return "considered"
    if word.entry.key != "will":  # "will examine whether" is firm: the study is promised
        return _weighed(norms, word, rest)
    left = " ".join(norms[max(0, word.first - _BACK) : word.first])
    hoped = _HOPED.search(left) or _IF_ALL_GOES.search(" ".join(norms[: word.first]))
    return "intended" if hoped else None


def _weighed(norms: list[str], word: Word, rest: list[str]) -> str | None:
    """Return "considered" of what "would explore options", or "may study whether"."""
    weighing = _WEIGHING.match(" ".join(norms[word.last : word.last + 6]))
    looking = rest[:1] and rest[0] in _LOOKING_INTO and _OPEN_QUESTIONS & set(rest[1:2])
    return "considered" if rest and (weighing or looking) else None


def strength_of_verb(verb: str) -> str:
    """Return how firm an act is that its own verb tells: "preparing", "exploring", "building"."""
    if _THINKING.match(verb):
        return "considered"
    return "intended" if _PREPARING.match(verb) else "firm"


def strength_before(norms: list[str]) -> str:
    """Return how firm an infinitive is: the nearest wish, decision or thought before it says."""
    for norm in reversed(norms):
        if norm in _WEIGHED:
            return "considered"
        if norm in _WISHES:
            return "intended"
        if norm in _DECIDED:
            return "firm"
    return "intended"
