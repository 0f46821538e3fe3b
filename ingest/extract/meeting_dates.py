"""When a meeting took place: the date of its clause, a span of days, or the day named before.

What a sentence leaves open may be said beside it: "the same day", "at the time", or the "today" of
a statement that leaders issue together.
"""

import re
from datetime import date, timedelta

from ingest.extract.binding import bind_date, is_of_speech, spans_years, tokens_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import NUMBERS as DAY_COUNTS
from ingest.extract.dates import DateHit, owning_unit
from ingest.extract.grammar import clause_bounds
from ingest.extract.vocabulary import SAYING, alternatives, words

_JOINED = re.compile(r"\s*(?:,?\s*and|to|through|-|until)\s*(?:on\s+)?", re.IGNORECASE)
_AT_THE_TIME = re.compile(r"\b(?:at the time|at that time|on that occasion)\b", re.IGNORECASE)
_SCHEDULED = re.compile(
    rf"\b(?:(?:proposed|{alternatives('scheduled')})"
    rf" (?:to (?:{alternatives('take_place')}) )?for|"
    rf"(?:moved|{alternatives('put_off')}) (?:to|until|till|for))"
    r" (?:the |early |late |mid[- ])*$",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\b(?:that|the) (?:very |same )+(?:day|morning|afternoon|evening|night)\b|"
    r"\b(?:earlier|later) (?:that|(?:in|on) the(?: same)?) day\b|"
    r"(?<!\bdays )\b(?:before|after|during|at|following) the (?:signing|ceremony|act)\b|"
    r"\bhad just\b",
    re.IGNORECASE,
)
_DAY_BESIDE = re.compile(
    r"\b(?:on )?the (?P<next>following|next) (?:day|morning)\b|"
    r"\b(?:on )?the (?:previous day|(?:day|evening|night) before)\b(?! yesterday)|"
    r"\b(?P<count>a|one|two|three|four|five|six|seven|ten) days? (?:(?P<then>later)|earlier|before)"
    r"(?!,? (?:the|that) )\b",
    re.IGNORECASE,
)
_SAME_SPAN = re.compile(
    r"\b(?:(?:that|the) same|same|(?:in|of|during) that) (?P<unit>week|month|year)\b", re.IGNORECASE
)
_MONTH, _YEAR = 7, 4  # characters of an EDTF date that tell its month, its year
_NUMBERS = ("two", "three", "four", "five", "six", "seven")
_DAYS_LONG = re.compile(
    rf"\b(?P<count>{'|'.join(_NUMBERS)})(?:-| (?:\w+ )?)days?\b"
    r"(?! (?:ago|later|earlier|before|after))",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"\b(?:{alternatives('opened')})\b", re.IGNORECASE)
_CLOSED = re.compile(rf"\b(?:{alternatives('closed')})\b", re.IGNORECASE)
_BESIDE = re.compile(r"(?: (?:in|at) [A-Z][\w-]+)?,? ?")  # a date and its clause of time
_JUST_OVER = frozenset({"after", "following", "as"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_AHEAD_OF_PLAN = ("for", "to", "until", "till")
_TIME_CLAUSES = ("when", "while", "where")
_NOT_EVENT = ("until", "till", "through", "since", "by", "for")
_FEW_WORDS = 4
_OWNED = 40  # characters between "Monday's" and the meeting it dates
_FRONTED = 6  # characters before a date that opens its sentence: "On ", "Last "
_UNDER_WAY = re.compile(  # "while talks with Norway are still under way", of which none is told
    rf"(?:with [^,;]{{1,60}} )?(?:is|are) (?:\w+ ){{0,2}}(?:{alternatives('under_way')})\W*$"
)
_ENDS = re.compile(  # "a visit that ends on Friday", which is still to come
    r"\b(?:ends|closes|concludes|finishes|wraps up|will (?:end|close|conclude|finish|wrap up)) "
    r"(?:on |this )?$"
)
_NEWS = timedelta(days=45)
_SAME_DAY_WITHIN = 12  # sentences back to the day that "the same day" repeats
_SAME_SPAN_WITHIN = 2  # sentences back to the date whose month or year is "the same"
_STATEMENT_HEAD = 3  # sentences of a joint statement in which its "today" dates its meeting


def meeting_date(
    reading: Reading, sentence: Sentence, anchor: int, planned: bool
) -> tuple[DateHit | None, str | None]:
    """Return the date of a meeting told at token `anchor` and its EDTF value, if it has one."""
    if _UNDER_WAY.match(" ".join(sentence.flow.norms[anchor + 1 :])):
        return None, None
    hit = _scheduled_for(sentence) if planned else None
    hit = _own_of_list(sentence, anchor, hit or bind_date(sentence, anchor, planned))
    if hit is not None and (_is_owner(reading, sentence, hit) or _dates_other(sentence, hit)):
        hit = None
    hit = hit or _fronted(sentence, planned) or _of_main_clause(sentence, anchor, planned)
    hit = hit or _due(sentence, anchor, planned) or _owned(reading, sentence, anchor)
    hit = hit or _of_place_clause(sentence, anchor, planned)
    beside = (
        _told_beside(reading, sentence, planned) if hit is None or _is_day_after(sentence) else None
    )
    if beside is not None and beside[1]:
        return beside
    hit = hit or _of_news(sentence, anchor) or only_date(sentence, planned)
    if hit is not None and (spans_years(hit) or _is_of_what_is_said(sentence, anchor, hit)):
        hit = None
    if hit is None:
        return (None, None) if planned else _told_before(reading, sentence)
    ends = planned or _ENDS.search(reading.folded[sentence.span.start : hit.start]) is not None
    value = _span(reading, sentence, hit, planned) or hit.value(ends)
    ahead = planned or bool(value and is_ahead(reading, value))
    return hit, _stretched(reading, sentence, value, ahead)


def _own_of_list(sentence: Sentence, anchor: int, hit: DateHit | None) -> DateHit | None:
    """Return the date behind each of "the third session in June, the fourth session in July"."""
    at = sentence.offset(anchor)
    if hit is None or hit.start > at:
        return hit
    nouns = [w for w in sentence.triggers if w.entry.kind == "meeting"]
    own = next((w for w in nouns if w.first <= anchor < w.last), None)
    listed = own is not None and any(
        w.entry.key == own.entry.key and sentence.offset(w.first) < hit.start for w in nouns
    )
    behind = [h for h in sentence.dates if h.start > at]
    return behind[0] if listed and behind else hit


def _is_of_what_is_said(sentence: Sentence, anchor: int, hit: DateHit) -> bool:
    """Tell of "on a visit to Oslo, he said that it would fly in 2030": the day of the flight.

    So is that of "in the talks they reviewed the satellite, which will fly in 2030".
    """
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    for step in range(anchor + 1, len(norms) - 1):
        if tokens[step].start >= hit.start:
            return False
        if norms[step] == "which" and norms[step - 1] == ",":
            return "will" in {t.norm for t in tokens[step:] if t.end <= hit.start}
        if norms[step] in SAYING and "," in norms[anchor:step]:
            between = {t.norm for t in tokens[step + 1 :] if t.end <= hit.start}
            return norms[step + 1] != "," and not between.isdisjoint(_TOLD_AHEAD)
    return False


_TOLD_AHEAD = frozenset({"would", "will", "that", "is", "are"})


def _scheduled_for(sentence: Sentence) -> DateHit | None:
    """Return the date that a plan names: "is planned for May", "was postponed until June"."""
    folded, start = sentence.reading.folded, sentence.span.start
    for hit in sentence.dates:
        if hit.preposition not in _AHEAD_OF_PLAN:
            continue
        lead = folded[start : hit.start]
        if hit.text.lower().startswith(hit.preposition):  # the date was read with its preposition
            lead += hit.preposition + " "
        if _SCHEDULED.search(lead):
            return hit
    return None


def _due(sentence: Sentence, anchor: int, planned: bool) -> DateHit | None:
    """Return the day by which a meeting is to be held: "by the end of the year"."""
    hit = bind_date(sentence, anchor, planned, deadline=True) if planned else None
    return hit if hit is not None and hit.preposition == "by" else None


def _owned(reading: Reading, sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the week, month or year that owns the meeting: "at this week's summit"."""
    first, last = clause_bounds(sentence, anchor)
    for word in sentence.triggers:
        if word.entry.kind == "meeting" and first <= word.first < last:
            start = sentence.offset(word.first)
            hit = owning_unit(reading.folded, start - _OWNED, start, reading.calendar)
            if hit is not None and hit.start >= sentence.span.start:
                return hit
    return None


_OF_MEETING = frozenset({"hold", "meet", "meeting", "discuss"})
_MADE = words("made_in_past")
_LEAD = 2  # tokens before a date in which the verb that it dates stands
_OTHER_DEEDS = frozenset(
    {"instrument", "sign", "award", "join", "purchase", "milestone", "partner"}
)


def only_date(sentence: Sentence, planned: bool) -> DateHit | None:
    """Return the one date of a sentence that tells of nothing else which could have it."""
    held = {word.first for word in sentence.triggers if word.entry.kind in _OF_MEETING}
    deeds = [word for word in sentence.triggers if word.entry.kind in _OTHER_DEEDS]
    if any(word.first not in held for word in deeds):
        return None
    dated = [hit for hit in sentence.dates if hit.value(planned)]
    hits = [hit for hit in dated if not is_of_speech(sentence, hit)]
    usable = len(hits) == 1 and hits[0].preposition not in (*_NOT_EVENT, "from")
    return hits[0] if usable and not _dates_other(sentence, hits[0]) else None


_SINCE_WITHIN = 10  # tokens before a date in which stands the deed that it is the date of
_SINCE_DEED = re.compile(rf"\bsince (?:\w+ ){{1,5}}?(?:{alternatives('struck')})\b")


def _dates_other(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date is of a thing that was "bought in 2005", and so of no meeting."""
    told_before = [t for t in sentence.flow.tokens if t.end <= hit.start]
    if _SINCE_DEED.search(" ".join(t.norm for t in told_before[-_SINCE_WITHIN:])):
        return True
    if _is_of_signing(sentence, hit) or _names_paper(sentence, hit):
        return True
    before = told_before[-_LEAD:]
    meetings = [word for word in sentence.triggers if word.entry.kind in _OF_MEETING]
    told = {sentence.offset(word.first) for word in meetings}
    return any(t.norm in _MADE and t.start not in told for t in before)


def _names_paper(sentence: Sentence, hit: DateHit) -> bool:
    """Tell of the year of a paper that was talked about: "reviewed the 2019 agreement"."""
    first, last = tokens_of(sentence, hit)
    if not hit.text.isdigit() or sentence.flow.norms[max(0, first - 1) : first] != ["the"]:
        return False
    return any(
        word.entry.kind == "instrument" and last <= word.first <= last + _OWN_NOUN
        for word in sentence.triggers
    )


_OWN_NOUN = 3  # tokens from a year to the paper that is called by it


def _is_of_signing(sentence: Sentence, hit: DateHit) -> bool:
    """Tell of the date of an agreement that was talked about: "a pact signed last month".

    What was "signed on 3 May during the visit" dates that as well.
    """
    if _MEANWHILE.search(sentence.reading.folded, hit.end, sentence.span.end):
        return False
    papers = {word.last for word in sentence.triggers if word.entry.kind == "instrument"}
    for verb in sentence.triggers:
        if verb.entry.kind != "sign" or verb.entry.detail not in ("past", "participle"):
            continue
        after = hit.start - sentence.flow.tokens[verb.last - 1].end
        if 0 <= after <= _BEHIND and papers & {verb.first, verb.first - 1}:
            return True
    return False


_MEANWHILE = re.compile(r" (?:[io]n the (?:side|margin|course)|during|at an?|while|when|amid)")
_BEHIND = 5  # characters from a verb to its date: " on ", " in "


def _told_before(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the date that a sentence without one of its own takes from the one before it."""
    found = _same_span(reading, sentence)
    return found if found[1] else _continued(reading, sentence)


def _same_span(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the month or year that "the same month", "that year" takes up again."""
    told = _SAME_SPAN.search(reading.folded, sentence.span.start, sentence.span.end)
    if told is None:
        return None, None
    size = _YEAR if told["unit"].lower() == "year" else _MONTH
    first = max(0, sentence.index - _SAME_SPAN_WITHIN)
    for earlier in reversed(reading.sentences[first : sentence.index + 1]):
        for hit in reversed([hit for hit in earlier.dates if hit.end <= told.start()]):
            value = hit.value(False)
            if value and len(value) >= size and "/" not in value:
                return hit, value[:size]
    return None, None


def _continued(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the one recent day of the sentence before, whose story this one goes on with."""
    if sentence.index < 2 or any(_may_be_news(reading, hit) for hit in sentence.dates):
        return None, None
    for earlier in reversed(reading.sentences[max(1, sentence.index - 1) : sentence.index]):
        hits = [(h, h.value(False)) for h in earlier.dates]
        days = [(h, v) for h, v in hits if v and _DAY.match(v) and _is_news(reading, v)]
        days = [(h, v) for h, v in days if h.preposition != "of"]  # "the accord of 3 May 1995"
        if len(hits) == len(days) == 1 and not is_ahead(reading, days[0][1]):
            return days[0]
    return None, None


def _may_be_news(reading: Reading, hit: DateHit) -> bool:
    """Tell whether a date may be of the story itself, and is not of its background."""
    value = hit.value(False)
    if value is None or reading.calendar.day is None:
        return True
    return value[:_MONTH] >= (reading.calendar.day - _NEWS).isoformat()[: len(value[:_MONTH])]


def _is_day_after(sentence: Sentence) -> bool:
    reading, span = sentence.reading, sentence.span
    told = _DAY_BESIDE.search(reading.folded, span.start, span.end)
    return told is not None and (told["count"] or "one").lower() in ("a", "one")


def _told_beside(
    reading: Reading, sentence: Sentence, planned: bool
) -> tuple[DateHit | None, str | None]:
    """Return the date that a sentence takes over from those around it."""
    found = _day_beside(reading, sentence)
    if found[1] or planned:
        return found
    found = _same_day(reading, sentence)
    found = found if found[1] else _at_the_time(reading, sentence)
    return found if found[1] else _of_statement(reading, sentence)


def _of_news(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the day of speech for what was just over: "said on Friday after A and B met"."""
    first, _ = clause_bounds(sentence, anchor)
    before = sentence.flow.norms[first:anchor]
    if not _JUST_OVER & set(before):
        return None
    start = sentence.offset(first)
    hits = [hit for hit in sentence.dates if start <= hit.start < sentence.offset(anchor)]
    return hits[-1] if hits and hits[-1].preposition not in _NOT_EVENT else None


def _stretched(reading: Reading, sentence: Sentence, value: str | None, ahead: bool) -> str | None:
    """Turn the day on which a gathering of so many days opened or closed into its span.

    The day of what is still to come is that on which it opens.
    """
    told = _DAYS_LONG.search(reading.folded, sentence.span.start, sentence.span.end)
    if told is None or value is None or not _DAY.match(value):
        return value
    words = reading.folded[sentence.span.start : sentence.span.end]
    closed = bool(_CLOSED.search(words))
    opened = bool(_OPENED.search(words)) or (ahead and not closed)
    if opened == closed:
        return value
    day = date.fromisoformat(value)
    rest = timedelta(days=_NUMBERS.index(told["count"].lower()) + 1)
    return _interval(
        *((value, (day + rest).isoformat()) if opened else ((day - rest).isoformat(), value))
    )


def _is_owner(reading: Reading, sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date only owns another event: "ahead of tomorrow's funeral"."""
    if reading.folded[hit.end : hit.end + 2] != "'s":
        return False
    nouns = [sentence.offset(w.first) for w in sentence.triggers if w.entry.kind == "meeting"]
    return not any(0 < start - hit.end <= _OWNED for start in nouns)


def _fronted(sentence: Sentence, planned: bool) -> DateHit | None:
    """Return the date that opens the sentence and so holds for all its clauses."""
    hits = [hit for hit in sentence.dates if hit.start - sentence.span.start <= _FRONTED]
    if not hits or hits[0].preposition in (*_NOT_EVENT, "from"):
        return None
    return hits[0] if hits[0].value(planned) else None


def _of_main_clause(sentence: Sentence, anchor: int, planned: bool) -> DateHit | None:
    """Return the date before a clause of time: "in May, when the president visited Seoul"."""
    first, _ = clause_bounds(sentence, anchor)
    if first == 0 or sentence.flow.norms[first - 1] not in _TIME_CLAUSES:
        return None
    start = sentence.offset(first - 1)
    folded = sentence.reading.folded
    hits = [h for h in sentence.dates if h.end <= start and _BESIDE.fullmatch(folded, h.end, start)]
    usable = [hit for hit in hits if hit.preposition not in _NOT_EVENT]
    return usable[-1] if usable and usable[-1].value(planned) else None


def _of_place_clause(sentence: Sentence, anchor: int, planned: bool) -> DateHit | None:
    """Return the date of the clause that tells more of the place: "in Oslo, where on 3 May"."""
    _, last = clause_bounds(sentence, anchor)
    if sentence.flow.norms[last : last + 1] != ["where"]:
        return None
    return bind_date(sentence, last + 1, planned)


def follows_on(reading: Reading, start: int, hit: DateHit) -> bool:
    """Tell whether a date after a noun still belongs to it: no new clause has begun between."""
    between = reading.folded[start : hit.start]
    return "," not in between or len(between.rsplit(",", 1)[1].split()) <= _FEW_WORDS


def _span(reading: Reading, sentence: Sentence, hit: DateHit, planned: bool) -> str | None:
    """Return "2022-12-15/2022-12-16" for "on Thursday and Friday": two days running."""
    for first, last in zip(sentence.dates, sentence.dates[1:], strict=False):
        between = reading.folded[first.end : last.start]
        if hit in (first, last) and _JOINED.fullmatch(between):
            return _interval(first.value(planned), last.value(planned))
    return None


def _interval(first: str | None, last: str | None) -> str | None:
    if not first or not last or not _DAY.match(first) or not _DAY.match(last):
        return None
    near = date.fromisoformat(last) - date.fromisoformat(first) <= timedelta(days=6)
    return f"{first}/{last}" if first < last and near else None


def _same_day(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the last full day named before "the same day", "before the ceremony"."""
    told = _SAME_DAY.search(reading.folded, sentence.span.start, sentence.span.end)
    return _day_before(reading, sentence, told.start()) if told else (None, None)


def _day_beside(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the day after, or before, the last full day named: "the following day"."""
    told = _DAY_BESIDE.search(reading.folded, sentence.span.start, sentence.span.end)
    hit, value = _day_before(reading, sentence, told.start()) if told else (None, None)
    if told is None or value is None:
        return None, None
    days = DAY_COUNTS.get((told["count"] or "one").lower(), 1)
    days = days if told["next"] or told["then"] else -days
    return hit, (date.fromisoformat(value) + timedelta(days=days)).isoformat()


def _day_before(
    reading: Reading, sentence: Sentence, end: int
) -> tuple[DateHit | None, str | None]:
    """Return the last full day that the text names before `end`, and its value.

    A day long past is background, unless the sentence follows upon it.
    """
    first = max(0, sentence.index - _SAME_DAY_WITHIN)
    for earlier in reversed(reading.sentences[first : sentence.index + 1]):
        for hit in reversed([hit for hit in earlier.dates if hit.end <= end]):
            value = hit.value(False)
            near = sentence.index - earlier.index <= 1
            if value and _DAY.match(value) and (near or _is_news(reading, value)):
                return hit, value
    return None, None


def is_ahead(reading: Reading, value: str) -> bool:
    """Tell whether an EDTF date begins after the article's own day, if that is known."""
    day = reading.calendar.day
    return bool(day and value[:10] > day.isoformat()[: len(value[:10])])


def _is_news(reading: Reading, value: str) -> bool:
    """Tell whether a full day is one of the weeks before the article's own, if that is known."""
    today = reading.calendar.day
    return today is None or today - date.fromisoformat(value) <= _NEWS


def _at_the_time(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the date of the sentence before one that says "at the time"."""
    if not _AT_THE_TIME.search(reading.folded, sentence.span.start, sentence.span.end):
        return None, None
    before = reading.sentences[max(0, sentence.index - 1) : sentence.index]
    dated = [hit for earlier in before for hit in earlier.dates if hit.value(False)]
    return (dated[-1], dated[-1].value(False)) if dated else (None, None)


def _of_statement(reading: Reading, sentence: Sentence) -> tuple[DateHit | None, str | None]:
    """Return the "today" with which a joint statement opens, for the meeting it comes from."""
    if not reading.is_joint or sentence.index > _STATEMENT_HEAD:
        return None, None
    for near in reading.sentences[: _STATEMENT_HEAD + 1]:
        for hit in near.dates:
            if hit.text.lower() == "today":
                return hit, hit.value(False)
    return None, None
