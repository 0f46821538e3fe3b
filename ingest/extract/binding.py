"""Which date and end date of a sentence belong to a deed."""

import re

from ingest.extract.context import Sentence
from ingest.extract.dates import DateHit
from ingest.extract.grammar import clause_bounds
from ingest.extract.vocabulary import alternatives

_UNTIL = ("until", "till", "through")
_NOT_EVENT = ("until", "till", "through", "since", "by", "for")
_OWN_SUBJECT = 3  # tokens from an "and" to the verb of the clause that it opens


def _usable(hit: DateHit, deadline: bool = False) -> bool:
    if not deadline and spans_years(hit):
        return False
    return hit.preposition not in _NOT_EVENT or (deadline and hit.preposition == "by")


def _is_of_other_year(sentence: Sentence, hit: DateHit, planned: bool) -> bool:
    """Tell of "a member since 2020" beside a plan, of "data from 2030" beside what was done."""
    day, value = sentence.reading.calendar.day, hit.value(planned)
    if day is None or value is None or not value[:4].isdigit():
        return False
    return int(value[:4]) < day.year if planned else int(value[:4]) > day.year


def spans_years(hit: DateHit) -> bool:
    """Tell of "the plan for 2023-2032", which was not signed or talked about all that time."""
    return _YEARS.fullmatch(hit.past or "") is not None


_YEARS = re.compile(r"\d{4}/\d{4}")


_SPEECH = re.compile(
    rf"\b(?:{alternatives('dated_speech')}|(?:in|by|through|with) (?:\w+ ){{1,2}}statement)"
    r"(?:[^\w\":]+\w+){0,3}[^\w\":]*$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    rf"\b(?:{alternatives('announcing_verb')}) (?:on )?$",
    re.IGNORECASE,
)
_THAT = re.compile(r",? (?:that|it|they|he|she|the (?:signing|signature|conclusion) (?:of|by))\b")
_ADDED_AT_THE_END = re.compile(
    rf", (?:[^\s,]+ ){{1,8}}(?:{alternatives('announcing_verb')}) (?:on |late |earlier )?$",
    re.IGNORECASE,
)  # "A has signed it, the company announced today."
_ENDS = re.compile(r"\W{0,3}$")
_FRONTED = re.compile(r"\W{0,3}(?:on |late on |early on )?$", re.IGNORECASE)
_TOLD_THAT = re.compile(
    rf",? (?:[^\s,;:]+ ){{1,9}}(?:{alternatives('announcing_verb')}|{alternatives('dated_speech')})"
    r" that\b",
    re.IGNORECASE,
)  # "On Thursday the ministry announced that they had signed it"
_TOLD_DONE = re.compile(
    rf" (?:{alternatives('announcing_verb')}|{alternatives('dated_speech')})(?: that)?"
    r" (?:[^\s,;:]+ ){1,4}(?:has|have|had)\b",
    re.IGNORECASE,
)  # "the firm today announced it has signed it", on whatever day that was
_MADE_PUBLIC = re.compile(r"\bpublic (?:on )?$", re.IGNORECASE)
_DATELINE = re.compile(r"(?:[A-Z][\w.'-]*[, /]*(?:\([A-Za-z /.-]*)?){1,8}\W*$")
_AFTER_DATELINE = re.compile(r"[.,)]?\s*(?:-|/|\(|:)")
_OPENING_WORDS = ("On ", "In ", "By ", "At ", "From ", "Since ", "After ", "Before ", "During ")


def is_of_speech(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date is when something was said ("said on Tuesday"), or the dateline's."""
    folded, start = sentence.reading.folded, sentence.span.start
    before = folded[start : hit.start]
    if _SPEECH.search(before[-45:]) or _MADE_PUBLIC.search(before[-10:]):
        return True
    if _is_of_telling(sentence, hit, before):
        return True
    if before == "(" and folded[hit.end : hit.end + 1] == ")":
        return True
    if len(before) > 60 or before.startswith(_OPENING_WORDS) or not _DATELINE.match(before):
        return False
    return _AFTER_DATELINE.match(folded, hit.end) is not None


def _is_of_telling(sentence: Sentence, hit: DateHit, before: str) -> bool:
    """Tell whether a date is that of an announcement, which has its news behind it or before."""
    folded, end = sentence.reading.folded, sentence.span.end
    fronted = _FRONTED.match(before) and _TOLD_THAT.match(folded, hit.end, end)
    if hit.is_day and (fronted or _TOLD_DONE.match(folded, hit.end, end)):
        return True
    if not _ANNOUNCED.search(before[-20:]):
        return False
    if _THAT.match(folded, hit.end):
        return True
    return bool(_ADDED_AT_THE_END.search(before) and _ENDS.match(folded, hit.end, end))


_IN_FULL = 14  # characters to the same day in full: "today (Sunday), 30 January"
_BESIDE = 4  # characters from a verb to its own date, known or not: "signed on Friday"


def bind_date(
    sentence: Sentence, anchor: int, planned: bool, deadline: bool = False
) -> DateHit | None:
    """Return the date nearest to the trigger at `anchor`, in its clause if there is one there.

    A day by which something is to happen is a date only when a `deadline` is asked for.
    """
    usable = [
        hit
        for hit in sentence.dates
        if _usable(hit, deadline) and not _is_of_other_year(sentence, hit, planned)
    ]
    hits = [hit for hit in usable if not is_of_speech(sentence, hit)]
    if not hits:
        return None
    first, last = clause_bounds(sentence, anchor)
    start = sentence.offset(first)
    end = sentence.flow.tokens[last - 1].end
    inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
    if not inside:
        return None
    at = sentence.offset(anchor)
    inside = [
        hit
        for hit in inside
        if not _is_of_clause_before(sentence, hit, anchor)
        and not _is_of_earlier_deed(sentence, hit, anchor)
    ]
    if not inside:
        return None
    if "and" in sentence.flow.norms[max(0, anchor - _OWN_SUBJECT) : anchor]:
        # "signed it in 2020, and it joined in May"
        inside = [hit for hit in inside if hit.start > at] or inside
    beside = sentence.flow.tokens[anchor].end
    known = [hit for hit in inside if hit.value(planned)] or inside
    untold = [hit for hit in inside if 0 <= hit.start - beside <= _BESIDE and hit not in known]
    if untold and not any(0 <= hit.start - untold[0].end <= _IN_FULL for hit in known):
        return untold[0]
    return min(known, key=lambda hit: (_distance(hit, at), hit.start))


def tokens_of(sentence: Sentence, hit: DateHit) -> tuple[int, int]:
    """Return the token range `[first, last)` of a date's words."""
    tokens = sentence.flow.tokens
    inside = [i for i, token in enumerate(tokens) if hit.start <= token.start < hit.end]
    return (inside[0], inside[-1] + 1) if inside else (len(tokens), len(tokens))


def _is_of_clause_before(sentence: Sentence, hit: DateHit, anchor: int) -> bool:
    """Tell whether a clause of its own comes between: "in 2026, and A and B are to sign"."""
    norms, (_, behind) = sentence.flow.norms, tokens_of(sentence, hit)
    first = tokens_of(sentence, hit)[0]
    if norms[behind:anchor] == ["to"] and not _AGREED.isdisjoint(norms[max(0, first - 2) : first]):
        return True  # "agreed on Tuesday to visit B in June"
    if behind < anchor and norms[behind : behind + 3] == [",", "according", "to"]:
        return True  # "will build it in 2026, according to the declaration"
    if behind >= anchor or norms[behind : behind + 2] != [",", "and"]:
        return False
    finite = not _FINITE.isdisjoint(norms[behind + 2 : anchor + 1])
    return finite and any(behind < a.first and a.last <= anchor for a in sentence.actors)


def _is_of_earlier_deed(sentence: Sentence, hit: DateHit, anchor: int) -> bool:
    """Tell of "was signed after A had, in June, built it": the day of what had been done."""
    between = sentence.reading.folded[sentence.offset(anchor) : hit.start]
    return _AFTER_IT_HAD.search(between) is not None


_AGREED = frozenset({"agreed", "decided", "pledged", "promised", "vowed", "undertook"})
_AFTER_IT_HAD = re.compile(r"\b(?:after|once|because|since)\b[^;:]{1,80}? had\b", re.IGNORECASE)
_FINITE = frozenset({"is", "are", "was", "were", "will", "would", "has", "have", "had"})


def _distance(hit: DateHit, at: int) -> float:
    return hit.start - at if hit.start >= at else (at - hit.end) * 1.1


def bind_until(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the date after "until" or "through"."""
    at = sentence.offset(anchor)
    hits = [hit for hit in sentence.dates if hit.preposition in _UNTIL and hit.start > at]
    return hits[0] if hits else None
