"""When an undertaking is due: the deadline inside its act, else one before it in its clause.

Many dates beside an act are not its own: of the news, of what was done before, of an example
("including a forum in 2025") or of a further goal ("with the aim of landing in 2030").
"""

import re
from collections.abc import Sequence
from itertools import chain

from ingest.extract.context import Sentence
from ingest.extract.dates import DateHit, is_full_day
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import alternatives, words

Act = tuple[int, int]  # token range of what is to be done

_NOT_DUE = frozenset({"since", "of", "to", "for", "at", "over"})
_DEADLINE = frozenset({"by", "before", "until", "through", "no later than", "as early as"})
_ON_A_DAY = _DEADLINE | {"on", "in", "from", "during", "next", "this", "later"}
_AHEAD = frozenset(
    {"by", "next", "later", "within", "as of", "starting in", "beginning in", "until", "before"}
)
_BEGUN = re.compile(r"\b(?:began|begun|started|starting|dating) (?:with|in|from) (?:the )?$")
_WINDOW = 70  # characters before a date that tell what it is the date of
_ARTICLE = r"(?:the |about |around |early |late )*$"
_SET_FOR = re.compile(
    rf"\b(?:{alternatives('scheduled')}|promised|announced|agreed) (?:\w+ ){{0,3}}for " + _ARTICLE
)
_SET_TO = re.compile(
    rf"\b(?:{alternatives('scheduled')}) "
    r"(?:\w+ ){0,3}(?:for|in|by|on|during) (?:no earlier than )?" + _ARTICLE
)
_AT_THE_END = re.compile(
    r"\bat the (?:(?:very )?(?:start|beginning|end|turn|close|middle) of )?" + _ARTICLE
)
_DONE_THEN = re.compile(
    r"\b(?P<verb>\w+ed|made|held|set up|built|begun|began|given|became|took place|won|met)"
    r"(?: back)?(?: on| in| during)? " + _ARTICLE
)
_STILL_TO_BE = re.compile(rf"\b(?:be|being|get|to have|{alternatives('still_to_be')})\b")
_SPOKEN = re.compile(
    rf"\b(?:according to|{alternatives('said_on_day')})"
    r"(?: \w+){0,3} (?:on |late on |early on )?$"
)
_OF_ANOTHER = re.compile(
    r"\bincluding\b|\bwith (?:the|a|an|its|their) (?:\w+ ){0,2}"
    rf"(?:{alternatives('further_aim')}) of\b|\bwith a view to\b|\bexpir(?:e|es|ed|ing)\b|"
    r"\b(?:focus(?:s?ed|s?ing)|aimed|aiming) (?:on|at)\b"
)
_OPENS = re.compile(
    r"(?:^|[,;:\"(]|\b(?:that|and|but|while|then))\s*"
    r"(?:(?:by|in|on|from|before|as of|starting in|beginning in|no later than) )?"
    r"(?:the (?:end|close|start|beginning) of )?" + _ARTICLE
)
_OVER_NEXT = re.compile(r"over the (?:next|coming)\b", re.IGNORECASE)
_TOLD_ASIDE = re.compile(
    rf", (?:\w+ ){{1,4}}(?:{alternatives('said_on_day')})(?: (?!on\b)\w+)?\s*,"
)
_SAYING = re.compile(rf"\b(?:{alternatives('said_on_day')}|which|who|when|where)\b")
_SAME = re.compile(r"\b(?:the same|that(?: same)?) (?P<unit>month|year)\b")
_BY_THEN = re.compile(r"By then\b(?P<unit>)")
_VERB_FORMS = frozenset({"base", "s", "past", "participle", "ing"})
_BE = frozenset({"is", "are"})
_UNIT_LENGTH = {"month": len("2024-01"), "year": len("2024")}


def find_due(sentence: Sentence, word: Word, act: Act, status: str) -> DateHit | None:
    """Return the date on which `act`, told by the trigger `word`, is due; None if none is said.

    What was given up or done may have been due on a day that is past.
    """
    start, end = sentence.offset(act[0]), sentence.flow.tokens[act[1] - 1].end
    past_too = status in ("cancelled", "fulfilled")
    inside = [hit for hit in sentence.dates if start <= hit.start <= end]
    ahead = [
        hit
        for hit in inside
        if (past_too or not _is_over(sentence, hit))
        and _is_told_due(hit)
        and _is_of_act(sentence, hit, start)
        and not _was_met_then(sentence, word, hit)
        and not _talked_then(word, hit)
    ]
    deadline = [hit for hit in ahead if hit.preposition in _DEADLINE]
    found = next(iter([*deadline, *ahead]), None)
    return (
        found
        or _in_adjunct(sentence, act[1])
        or _after_aside(sentence, act[1])
        or _before(sentence, word, start)
        or _referring(sentence, start, end)
    )


def due_value(hit: DateHit | None) -> str | None:
    """Return the EDTF date of a deadline; what is due "after 2024" has an open end."""
    value = hit.value(True) if hit else None
    if hit is None or value is None or hit.preposition != "after" or not value.isdigit():
        return value
    return f"{value}/.."


def _is_over(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date is a past day, which no undertaking can be due on."""
    value, today = hit.value(True), sentence.reading.calendar.day
    if not value or today is None or hit.preposition in ("by", "until", "through"):
        return False
    last = value.split("/")[-1].rstrip("~")
    return (last[:3] + "X" != last and last < today.isoformat()[: len(last)]) or (
        len(last) == 10 and last <= today.isoformat()
    )


def is_ahead(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date may be a deadline: a day to come, and not that of the news."""
    return not _is_over(sentence, hit) and hit.preposition in _DUE_BY and _is_told_due(hit)


_DUE_BY = _ON_A_DAY | {"for", "between", "before"}


def _is_told_due(hit: DateHit) -> bool:
    """Tell whether a stated day is a deadline and not just the day of the news."""
    day = hit.basis == "stated" and is_full_day(hit.future)
    return not day or hit.preposition in _ON_A_DAY


_MET_THEN = re.compile(
    r"\b(?:during|after|since|following) (?:(?:the|a|this|his|her|its|their) )?(?:last |late )?$"
)  # "agreed to help during their September meeting"
_MEETING = re.compile(
    r" (?:[\w-]+ ){0,2}(?:meetings?|visits?|summits?|talks|conference|trips?|sessions?)\b"
)


def _was_met_then(sentence: Sentence, word: Word, hit: DateHit) -> bool:
    """Tell whether a date is that of the meeting at which an act was promised."""
    if word.entry.key in _TO_COME or word.entry.detail in ("base", "s"):
        return False  # "will be shown during the September summit"
    after = sentence.reading.folded[hit.end : hit.end + _WINDOW].lower()
    return bool(_MET_THEN.search(_before_date(sentence, hit)) and _MEETING.match(after))


def _talked_then(word: Word, hit: DateHit) -> bool:
    """Tell of "talked about satellites on Monday": the day of the talks, and no deadline."""
    told = word.entry.code == "considered" and word.entry.detail in ("past", "participle")
    return told and hit.basis != "stated" and hit.is_day and hit.preposition == "on"


_TO_COME = frozenset({"will", "shall", "would", "ll", "be to", "be due to"})


def _before_date(sentence: Sentence, hit: DateHit) -> str:
    """Return the characters of the sentence before a date, in lower case."""
    start = max(sentence.span.start, hit.start - _WINDOW)
    return sentence.reading.folded[start : hit.start].lower()


def _is_of_act(sentence: Sentence, hit: DateHit, start: int) -> bool:
    """Tell whether a date inside an act is the act's own."""
    folded, before = sentence.reading.folded, _before_date(sentence, hit)
    if _BEGUN.search(before):
        return False
    told = _OVER_NEXT.match(hit.text) or _SET_FOR.search(before) or _AT_THE_END.search(before)
    if hit.preposition in _NOT_DUE and not told:
        return False
    if _SPOKEN.search(before) or _OF_ANOTHER.search(folded[start : hit.start].lower()):
        return False
    done = _DONE_THEN.search(before) if hit.preposition not in _DEADLINE else None
    return not done or bool(_STILL_TO_BE.search(before[max(0, done.start() - 30) : done.end()]))


_ADJUNCTS = frozenset({"with"}) | words("scheduled")


def _in_adjunct(sentence: Sentence, last: int) -> DateHit | None:
    """Return the date of ", with launch planned for 2026" or ", due in May" right after an act."""
    norms, folded = sentence.flow.norms, sentence.reading.folded
    if norms[last : last + 1] != [","] or _ADJUNCTS.isdisjoint(norms[last + 1 : last + 2]):
        return None
    start = sentence.offset(last)
    for hit in sentence.dates:
        if hit.start > start and _SET_TO.search(folded[start : hit.start].lower()):
            return None if _is_over(sentence, hit) else hit
    return None


def _after_aside(sentence: Sentence, last: int) -> DateHit | None:
    """Return the date that takes up an act behind an aside: "the choice, which ..., by June"."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    commas = [i for i in range(last + 1, min(last + _ASIDE, len(norms) - 1)) if norms[i] == ","]
    adverb = last < len(norms) and norms[last - 1].endswith("ly")  # ", currently under way, by"
    opened = norms[last - 1 - adverb : last + 1]
    if last >= len(norms) or not commas or "," not in opened:
        return None
    comma = commas[0]
    if norms[comma + 1] not in _TAKES_UP:
        return None
    start = tokens[comma].end
    for hit in sentence.dates:
        if hit.start < start:
            continue
        between = sentence.reading.folded[start : hit.start].lower()
        plain = len(between) <= _SHORT and not _SAYING.search(between) and "," not in between
        return hit if plain and not _is_over(sentence, hit) else None
    return None


_ASIDE = 14  # tokens of an aside
_SHORT = 60  # characters from its end to the date
_TAKES_UP = frozenset(
    {"by", "before", "in", "from", "until", "within", "on", "no", "not", "during", "for"}
    | {"to", "at", "aboard", "into"}
)


def _before(sentence: Sentence, word: Word, start: int) -> DateHit | None:
    """Return the date that opens the clause of a trigger, or ends its subject.

    "By 2030, Kenya will ...", "a second satellite in 2028 will ...".
    """
    at = min(start, sentence.offset(word.first))
    for hit in reversed([hit for hit in sentence.dates if hit.end <= at]):
        if not hit.value(True) or _is_over(sentence, hit):
            continue
        opening = hit.start <= sentence.span.start + 10
        if opening and hit.preposition in _AHEAD:
            return hit
        if _is_told_past(sentence, word) or not _leads_to(sentence, hit, word, at):
            continue
        if opening or _opens_clause(sentence, hit) or _ends_subject(sentence, hit, at):
            return hit
    return None


def _is_told_past(sentence: Sentence, word: Word) -> bool:
    """Tell whether a trigger is told as past, so that a date before it is when it was said."""
    passive = bool(_BE & set(sentence.flow.norms[max(0, word.first - 2) : word.first]))
    if word.entry.key in ("be to", "be due to"):
        return False  # "in September the rover was to be taken"
    return word.entry.detail in ("past", "participle") and not passive


def _opens_clause(sentence: Sentence, hit: DateHit) -> bool:
    return bool(_OPENS.search(sentence.reading.folded[sentence.span.start : hit.start].lower()))


def _leads_to(sentence: Sentence, hit: DateHit, word: Word, at: int) -> bool:
    """Tell whether nothing but a subject stands between a date and the trigger."""
    between = _TOLD_ASIDE.sub(",", sentence.reading.folded[hit.end : at].lower())
    if len(between) > _WINDOW or _SAYING.search(between):
        return False
    tokens = sentence.flow.tokens
    return not any(
        hit.end <= tokens[w.first].start < at and w.first != word.first
        for w in sentence.triggers
        if (w.entry.kind == "commit" or w.entry.detail in _VERB_FORMS)
        and not tokens[w.first].capital
    )


def _ends_subject(sentence: Sentence, hit: DateHit, at: int) -> bool:
    """Tell whether a date is the last word of a subject: "two missions in 2028 are to"."""
    before = sentence.reading.folded[sentence.span.start : hit.start].lower()
    near = set(sentence.reading.folded[hit.end : at].strip(" ,").split()) <= _BE
    return near and hit.preposition in ("in", "between", "during") and not _DONE_THEN.search(before)


def _referring(sentence: Sentence, start: int, end: int) -> DateHit | None:
    """Return the date that "the same year", "that month" or "by then" stands for."""
    folded = sentence.reading.folded
    told = _SAME.search(folded, start, end) or _BY_THEN.match(folded, sentence.span.start)
    if told is None:
        return None
    hit = _last_date(sentence, start)
    value = hit.future or hit.past if hit else None
    if hit is None or value is None or "/" in value:
        return None
    cut = value[: _UNIT_LENGTH.get(told["unit"], len(value))]
    words = sentence.reading.text[told.start() : told.end()]
    return DateHit(told.start(), told.end(), cut, cut, words, hit.basis, "in")


def _last_date(sentence: Sentence, before: int) -> DateHit | None:
    """Return the date told last before the offset `before`, in this sentence or the one above."""
    above: Sequence[Sentence] = sentence.reading.sentences[max(0, sentence.index - 1) :][:1]
    dates = chain(*(other.dates for other in above if other.index < sentence.index), sentence.dates)
    return next((hit for hit in reversed([*dates]) if hit.end <= before), None)
