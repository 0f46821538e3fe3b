"""Which date an agreement has: its own ("the 2019 declaration"), its signing's, its founding's.

Codebook 3 and 6: the day of signing, or the expected one when a signing is planned. A date that an
instrument carries itself comes before any other of its sentence.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from ingest.extract.binding import bind_date, is_of_speech, tokens_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import NUMBERS, DateHit
from ingest.extract.drafts import TO_COME
from ingest.extract.grammar import clause_bounds, words_between
from ingest.extract.mentions import Word
from ingest.extract.nominals import BEGINNINGS, names_instrument
from ingest.extract.vocabulary import alternatives, words

Dated = tuple[DateHit | None, str | None]  # the words of a date, and its EDTF

_FRONTING = ("on", "in")
_HEADING = 14  # tokens of a heading that runs into its sentence: "Space: On 5 May, ..."
_OPENING = 4  # characters before a date that opens its sentence: "On ", "In "
_ATTRIBUTE_REACH = 6  # tokens between a year and the instrument it describes
_OWN_MARKS = frozenset({"of", "from", "dated"})
_SIGNED_MARKS = frozenset({"in", "on"})  # "will sign a deal in May" tells of a May to come
_DESCRIBED = re.compile(
    r"^,? ?(?:(?:which|that|it|was|were|had|been|first|originally|initially|already|\w+ly) ){0,4}"
    rf"(?:{alternatives('struck')}|negotiated|ratified|renewed|dating|placed|awarded)"
    r"(?: (?:with|to) \w+| by the two| between the two)?(?: back)?(?: in| on| from| to| last)?$"
)  # "a lease agreed in 2014", "the accord, first signed in 1980,"
_WHICH_SIGNED = re.compile(
    rf"^[^;]*, which (?:was|were|had been) (?:first )?(?:{alternatives('struck')})"
    r"(?: (?:in|at) [\w' ]{2,24}?)?(?: in| on)?$"
)  # "the memorandum on the module of the station, which was signed on 9 May 1997"
_DESCRIBED_REACH = 9  # tokens from an instrument to the date of a participle after it
_DATED_BEFORE = re.compile(
    rf"\b(?:{alternatives('struck')}|dating)"
    r"(?: \w+ly)?(?: in| on| back in| from)?(?: the month of)?$"
)
_BEFORE_ATTRIBUTE = frozenset({"the", "a", "an", "its", "their", "our", "'s", "this", "that"})
_ENDS_ATTRIBUTE = frozenset({",", ";", ":", "(", ")", "and", "to", "for", "in", "on", "at", "by"})
_NOT_EXPECTED = ("since", "until", "till", "through")
_NEXT = re.compile(r"\b(?:next|tomorrow|coming)\b", re.IGNORECASE)
_AIMED = re.compile(
    r"\b(?:aimed at|aiming (?:at|to)|designed to|meant to|to reach|of reaching|plans? to|"
    r"in support of)\b"
)
_EARLIER_DEED = re.compile(r"\b(?:after|following|since)\b")
_DEED_REACH = 7  # tokens from "after" to the date of what it tells
_GROUND = re.compile(rf"\b(?:{alternatives('resting_on')})\b")
_RESTING = re.compile(rf"(?:{alternatives('resting_first')})\b")
_AFTER_DEED = re.compile(r" after (?:[\w']+ ){2,12}(?:\w+(?:ed|oke|ook)|began|blew|fell|went)\b")
_RELATIVE_CLOSED = re.compile(r" , which [^;]{3,160} ,(?: in| on| last| late| early| back in)?$")
_CLEFT = re.compile(r"\b(?:it was|and|but)(?: only| not until)? (?:on|in)$")
_CLEFT_REACH = 5  # tokens after a date in which its clause begins: "in Oslo that"
_BEGAN = re.compile(
    r"\b(?:which|who|that|itself|company|agency|firm|body|institute) (?:was|were) "
    rf"(?:only |newly )?(?:{alternatives('founded')}) "
    r"(?:in|on|back in)$"
)
_COVERED = re.compile(  # "the road map, which covers the years 2014-2016"
    r"\b(?:covers?|covering|covered|spans?|spanning|valid for)(?: the)?(?: \w+){0,2}$"
)
_FLOWN = re.compile(
    rf"\b(?:{alternatives('craft_noun')}|\S*\d)(?: ,)? (?:{alternatives('flown')})"
    r"(?: back)? (?:in|on)$"
)
_TERMS = re.compile(
    r"\b(?:(?<!to )that|which|whose|would|will|launching|(?:is|are|was|were) (?:due |set )?to)\b"
)
_ANNIVERSARY = re.compile(
    r"\b(?P<count>\d{1,3})(?:st|nd|rd|th)[ -](?:\w+ )?anniversary\b", re.IGNORECASE
)
_ANNIVERSARY_REACH = 110  # characters from the anniversary to what is celebrated
_OCCASION = re.compile(
    r"\b(?:on|at|during|in|within|after) (?:the same|that|this)(?: \w+){0,2}? "
    rf"(?:time|day|{alternatives('occasion')})\b|"
    rf"\bthe (?:{alternatives('occasion_subject')}) "
    rf"(?:also )?(?:{alternatives('occasion_brought')})\b",
    re.IGNORECASE,
)
_AT_THE_MEETING = re.compile(
    r"\b(?:during|after|following|at the end of|at the close of|[io]n the margins of|"
    r"on the sidelines of|in the course of|at a ceremony \w+ after) (?:the|their|these|his|her)"
    rf"(?: \w+)? (?:{alternatives('their_meeting')})\b",
    re.IGNORECASE,
)
_EVENT = re.compile(rf"\W*The (?:{alternatives('word_of_event_name')})\b")
_DAY_BESIDE = re.compile(
    r"\b(?:(?P<count>a|one|the|two|three|four|five|six|seven|eight|nine|ten|\d\d?) "
    r"(?P<unit>day|week|month|year)s? (?P<way>earlier|before|later|after)"
    r"(?! (?:the|a|an|his|her|its|their|this|that)\b)|"
    r"the (?P<way2>previous|preceding|next|following|same) day|"
    r"the (?P<nth>\d\d?) ?(?:st|nd|rd|th) of (?:that|the same) month|"
    r"(?:(?:in|of|later|earlier) that|the same) (?P<span>month|year))\b",
    re.IGNORECASE,
)
_BACKWARD = ("earlier", "before", "previous", "preceding")
_LENGTHS = {"year": len("2024"), "month": len("2024-05")}
_DAYS = {"day": 1, "week": 7}
_NOT_TOLD = (
    "until", "till", "through", "since", "by", "for", "before", "after", "no later than", "as of",
    "of", "from", "to",
)  # fmt: skip
_SIGNED_IT = re.compile(
    rf"\b(?:{alternatives('signed_by_hand')}) "
    rf"(?:it|them|the (?:{alternatives('paper_noun')})|in|on|at|for|"
    r"by video|by videoconference)\b|"
    r"\bpen to paper\b|\bthe signing (?:ceremony )?(?:took place|was held|happened|came)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"\b(?:it|this|both|they|the (?:\w+ ){{0,2}}(?:{alternatives('paper_noun')}))"
    r"(?:, which [^,;]{3,60},)? "
    r"(?:was|were|is|are|had been|has been|have been) (?:\w+ ){0,2}"
    rf"(?:{alternatives('signed_by_hand')}|exchanged|dated)\b|"
    r"^\W*The (?:event|ceremony|signing|launch|launching) (?:ceremony )?(?:took place|was held)\b",
    re.IGNORECASE,
)
_AGAIN_NEXT = 2  # sentences after an instrument in which its signing may be dated
_AHEAD_NEXT = 6  # the same for a signing ahead, when no other instrument is named before
_SIGNING = re.compile(
    r"\b(?:signing|signature)(?: ceremony)?(?: of [\w ]{1,30})? "
    r"(?:(?:is|are|was|will|would|should)\b.{0,30}?"
    rf"\b(?:take place|be held|follow|{alternatives('scheduled')})|"
    r"to (?:take place|follow|be held))\b|"
    rf"^\W*(?:it|this|both|they|the (?:\w+ ){{0,2}}(?:{alternatives('paper_noun')})) "
    rf"(?:will|(?:is|are) (?:now |still )?(?:(?:{alternatives('scheduled')}) )?to) be signed\b",
    re.IGNORECASE,
)
_YEAR_LENGTH, _MONTH, _DAY = len("2024"), len("2024-05"), len("2024-05-15")
_LONG = timedelta(days=3 * 365)  # what was signed before it is only the ground of later deeds
_NEWS = timedelta(days=150)  # what was signed in that time is news still
_FORUM_BACK = 5  # sentences back in which the event that is the subject may have been dated
_SIGNATURE = frozenset({"signature", "signing", "signatures"})
_SIGNED_AT = 1  # tokens between "was signed" and its date: "on"
_PASSIVE = frozenset({"was", "were", "been"})
_SIGNING_REACH = 6  # tokens between a verb of signing and its date
_SAME_BACK = 8  # sentences back in which the date of "the same day" may have been told
_OCCASION_BACK = 3  # sentences back in which the occasion may have been dated


def carried_date(reading: Reading, sentence: Sentence, word: Word, planned: bool) -> DateHit | None:
    """Return the date that an instrument's noun carries: its own year, or that of its founding."""
    own = _own_date(sentence, word, _OWN_MARKS if planned else _OWN_MARKS | _SIGNED_MARKS)
    if own is None and not planned:
        own = _described_date(sentence, word)
    return own if own is not None and own.past else founding(reading, sentence, word)


def date_of(reading: Reading, sentence: Sentence, anchor: int, status: str) -> Dated:
    """Return the date of an agreement told at token `anchor`, and its EDTF.

    What is signed has no date to come.
    """
    if status == "suspended":  # the day on which it was suspended is not that of its signing
        return None, None
    planned = status in TO_COME
    stressed = None if planned else _date_of_cleft(sentence, anchor)
    hit = stressed or (
        _planned_date(sentence, anchor) if planned else _past_date(reading, sentence, anchor)
    )
    if status == "in_force" and not stressed and (hit is None or not _is_of_signing(sentence, hit)):
        hit = next((h for h in sentence.dates if _is_since(sentence, h)), None)
    value = hit.value(planned) if hit else None
    if value and not planned and _is_to_come(reading, value):
        return None, None
    if value and planned and _is_over(reading, value):
        return None, None
    return hit, value


def _is_since(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date follows "since", also over "the month of"."""
    first, _ = tokens_of(sentence, hit)
    return hit.preposition == "since" or "since" in sentence.flow.norms[max(0, first - 4) : first]


def _planned_date(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return when a signing is expected: a day or deadline after the verb, else a day before it."""
    _, last = clause_bounds(sentence, anchor)
    end = sentence.flow.tokens[last - 1].end
    ahead = [
        hit
        for hit in sentence.dates
        if sentence.offset(anchor) <= hit.start < end
        and hit.future
        and hit.preposition not in _NOT_EXPECTED
        and not is_of_speech(sentence, hit)
        and not _is_of_earlier_deed(sentence, hit)
        and not _is_of_aim(sentence, anchor, hit)
    ]
    if ahead:
        return ahead[0]
    before = bind_date(sentence, anchor, planned=True)
    if before is not None and _is_of_earlier_deed(sentence, before):
        before = None
    return (
        before
        or _date_when_there(sentence, anchor)
        or _fronted_date(sentence)
        or _next_date(sentence)
    )


_WHEN_THERE = re.compile(
    r"\bwhen (?:[\w'.]+ ){1,9}?(?:is|are|visits?|meets?|travels?|comes?|goes)\b"
)


def _date_when_there(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the day of "plan to sign a pact when the minister is in Oslo on Friday"."""
    for hit in sentence.dates:
        first, _ = tokens_of(sentence, hit)
        ahead = hit.future and hit.preposition not in _NOT_EXPECTED
        if ahead and _WHEN_THERE.search(words_between(sentence, anchor, first)):
            return hit
    return None


def _is_of_aim(sentence: Sentence, anchor: int, hit: DateHit) -> bool:
    """Tell of the deadline of what is aimed at: "agreements aimed at net zero by 2050"."""
    first, _ = tokens_of(sentence, hit)
    between = words_between(sentence, anchor, first)
    return hit.preposition == "by" and _AIMED.search(between) is not None


def _next_date(sentence: Sentence) -> DateHit | None:
    """Return what is told as to come: "on my visit next week, when A and B sign a deal"."""
    return next((h for h in sentence.dates if h.future and _NEXT.search(h.text)), None)


def _is_of_earlier_deed(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date is that of what went before: "after talks in Tokyo on Monday"."""
    first, _ = tokens_of(sentence, hit)
    told = ((_EARLIER_DEED, _DEED_REACH), (_TOLD_BY_THE_WAY, _CLAUSE_REACH))
    return any(deed.search(words_between(sentence, first - back, first)) for deed, back in told)


_TOLD_BY_THE_WAY = re.compile(  # "who arrived on Sunday", "under the pact signed on Monday"
    r"\b(?:who|which) (?:has |have |had )?(?:\w+ed|came|flew|went|met)(?: [^ ,;]+){0,6}$|"
    rf"\b(?:{alternatives('agreement_noun')}) signed(?: [^ ,;]+){{0,8}}$"
)
_CLAUSE_REACH = 12  # tokens before a date in which the clause begins that it belongs to


def _past_date(reading: Reading, sentence: Sentence, anchor: int) -> DateHit | None:
    found = bind_date(sentence, anchor, planned=False)
    if found is not None and (
        _is_of_terms(sentence, anchor, found)
        or _is_of_aside(sentence, anchor, found)
        or _is_of_ground(sentence, anchor, found)
    ):
        found = None
    if found is None or (found.past and not _is_stated(found)):  # a day may lack its year only
        beside = _date_beside(reading, sentence)
        found = beside or found
    return (
        found
        or _fronted_date(sentence)
        or _date_before_when(sentence, anchor)
        or _date_behind_relative(sentence, anchor)
        or _date_of_signature(sentence)
        or _date_of_occasion(reading, sentence)
    )


def _is_of_ground(sentence: Sentence, anchor: int, hit: DateHit) -> bool:
    """Tell of the date of what went before: "the deal builds on the promise made in April"."""
    first, _ = tokens_of(sentence, hit)
    if first < anchor and _RESTING.match(words_between(sentence, 0, first)):
        return "," in sentence.flow.norms[first:anchor]
    between = words_between(sentence, anchor, first)
    return bool(_GROUND.search(between)) or (not hit.is_day and bool(_AFTER_DEED.search(between)))


def _date_behind_relative(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the date that closes "A signed the Accords, which set out rules, in May"."""
    for hit in sentence.dates:
        first, last = tokens_of(sentence, hit)
        between = words_between(sentence, anchor, first)
        closes = sentence.flow.norms[last : last + 1] in (["."], [","])
        if hit.past and closes and _RELATIVE_CLOSED.search(between):
            return hit
    return None


def _is_stated(hit: DateHit) -> bool:
    return hit.past is not None and (hit.basis == "stated" or hit.is_day)


def _own_date(sentence: Sentence, word: Word, marks: frozenset[str]) -> DateHit | None:
    """Return the date an instrument carries: "the 2019 declaration", "the statement of 3 May"."""
    norms = sentence.flow.norms
    for hit in sentence.dates:
        first, last = tokens_of(sentence, hit)
        if first == word.last + 1 and norms[word.last] in marks:
            return hit
        between = norms[last : word.first]
        near = last <= word.first and len(between) <= _ATTRIBUTE_REACH
        if near and hit.basis == "stated" and not _ENDS_ATTRIBUTE & set(between):
            before = norms[first - 1] if first else ""
            if before in _BEFORE_ATTRIBUTE:
                return hit
    return None


def extension_date(sentence: Sentence, own: DateHit) -> DateHit | None:
    """Return when an instrument was prolonged, if a sentence tells more than its `own` date."""
    told = [h for h in sentence.dates if h.start != own.start and h.past]
    return next((h for h in told if h.preposition not in _NOT_TOLD), None)


def _described_date(sentence: Sentence, word: Word) -> DateHit | None:
    """Return the date of a participle after an instrument: "a lease agreed in January 2014"."""
    for hit in sentence.dates:
        first, _ = tokens_of(sentence, hit)
        told = words_between(sentence, word.last, first) if first > word.last else ""
        near = first <= word.last + _DESCRIBED_REACH and _DESCRIBED.match(told)
        if hit.past and told and (near or _is_which_signed(sentence, word, first, told)):
            return hit
    return None


def _is_which_signed(sentence: Sentence, word: Word, first: int, told: str) -> bool:
    """Tell of ", which was signed on 9 May", with no other instrument named on the way."""
    others = (
        w.entry.kind == "instrument" and word.last <= w.first < first for w in sentence.triggers
    )
    return _WHICH_SIGNED.match(told) is not None and not any(others)


def founding(reading: Reading, sentence: Sentence, word: Word) -> DateHit | None:
    """Return the year of founding by "the 70th anniversary of the alliance" (codebook 3)."""
    folded, span = reading.folded, sentence.span
    match = _ANNIVERSARY.search(folded, span.start, span.end)
    day = reading.calendar.day
    if match is None or day is None:
        return None
    start = sentence.offset(word.first)
    if not 0 <= start - match.end() <= _ANNIVERSARY_REACH or "," in folded[match.end() : start]:
        return None
    year = str(day.year - int(match["count"]))
    words = reading.text[match.start() : match.end()]
    return DateHit(match.start(), match.end(), year, year, words, reading.calendar.basis)


def _is_of_terms(sentence: Sentence, anchor: int, hit: DateHit) -> bool:
    """Tell whether a date belongs to the terms: "a deal that foresaw a launch in 2020"."""
    first, _ = tokens_of(sentence, hit)
    if _is_of_its_signing(sentence, anchor, first):
        return False
    between = words_between(sentence, anchor + 1, first)
    return _TERMS.search(between.removeprefix("that ")) is not None  # "bought that pair in May"


def _is_of_its_signing(sentence: Sentence, anchor: int, position: int) -> bool:
    """Tell of the date at `position` behind the verb: "a pact that is to last was signed today"."""
    norms = sentence.flow.norms
    return any(
        w.entry.kind == "sign"
        and not w.entry.weak
        and anchor < w.first < position <= w.last + 1 + _SIGNED_AT
        and norms[w.first - 1] in _PASSIVE
        for w in sentence.triggers
    )


def _is_of_other_paper(sentence: Sentence, anchor: int, first: int) -> bool:
    """Tell of the year of a paper that is not meant: "the Accords rest on the Treaty of 1967"."""
    if sentence.flow.norms[first - 1 : first] != ["of"]:
        return False
    papers = [w for w in sentence.triggers if w.entry.kind == "instrument"]
    meant = any(w.first <= anchor < w.last and w.last == first - 1 for w in papers)
    return not meant and any(w.last == first - 1 and w.first > anchor for w in papers)


def _is_of_paper_behind(sentence: Sentence, anchor: int, hit: DateHit) -> bool:
    """Tell of the year of a second paper: "signed an arrangement under their 2016 agreement"."""
    first, last = tokens_of(sentence, hit)
    if first <= anchor or sentence.flow.norms[first - 1] not in _BEFORE_ATTRIBUTE:
        return False
    papers = [w.first for w in sentence.triggers if w.entry.kind == "instrument"]
    described = any(0 <= paper - last <= _ATTRIBUTE_REACH for paper in papers)
    return described and any(anchor <= paper < first for paper in papers)


_PROMISES = words("promise_noun") - {"agreement", "announcement"}  # these may be what is dated


def _is_of_aside(sentence: Sentence, anchor: int, hit: DateHit) -> bool:
    """Tell whether a date is another thing's: "A, which was founded in 2018", "the 2002 Code".

    The day on which a signed instrument "entered into force" is not that of its signing.
    """
    first, last = tokens_of(sentence, hit)
    if any(w.entry.key in BEGINNINGS and 0 <= first - w.last <= 1 for w in sentence.triggers):
        return True
    before = words_between(sentence, first - _DEED_REACH, first)
    if any(each.search(before) for each in (_BEGAN, _FLOWN, _COVERED)):
        return True
    if _is_of_other_paper(sentence, anchor, first) or _is_of_paper_behind(sentence, anchor, hit):
        return True
    tokens = sentence.flow.tokens
    if last < anchor and tokens[last].norm in _PROMISES:
        return True  # "following their June 2023 commitment to it and the signing of"
    named = last < len(tokens) and tokens[last].capital and len(hit.past or "") == _YEAR_LENGTH
    return named and first > 0 and tokens[first - 1].norm == "the" and anchor < first


def _is_of_signing(sentence: Sentence, hit: DateHit) -> bool:
    """Tell whether a date follows a verb of signing: what is in force was signed before today."""
    first, _ = tokens_of(sentence, hit)
    if _DATED_BEFORE.search(words_between(sentence, first - _DEED_REACH, first)):
        return True
    return any(
        w.entry.kind == "sign"
        and w.entry.key not in BEGINNINGS
        and 0 <= first - w.last <= _SIGNING_REACH
        for w in sentence.triggers
        if w.entry.detail != "base"
    )


def _date_of_signature(sentence: Sentence) -> DateHit | None:
    """Return the day beside a noun of signing: "both sides date the signature to 3 May"."""
    for hit in sentence.dates:
        first, _ = tokens_of(sentence, hit)
        if hit.past and _SIGNATURE & set(sentence.flow.norms[max(0, first - 3) : first]):
            return hit
    return None


def _date_of_cleft(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the date of "it was on 3 May in Oslo that they signed", next before its clause.

    Not that of the clause "that it came into force".
    """
    norms = sentence.flow.norms
    effects = {w.first for w in sentence.triggers if w.entry.key in BEGINNINGS}
    told = [(tokens_of(sentence, hit), hit) for hit in sentence.dates if hit.past]
    for (first, last), hit in reversed(told):
        clause = range(last, last + _CLEFT_REACH)
        stressed = "that" in norms[last : last + _CLEFT_REACH] and effects.isdisjoint(clause)
        if last <= anchor and stressed and _CLEFT.search(words_between(sentence, 0, first)):
            return hit
    return None


def _date_before_when(sentence: Sentence, anchor: int) -> DateHit | None:
    """Return the date that a clause explains: "in May 2014, when they signed a deal"."""
    first, _ = clause_bounds(sentence, anchor)
    norms = sentence.flow.norms
    if first == 0 or norms[first - 1] not in ("when", "where"):
        return None
    end = first - 2 if norms[first - 2] == "," else first - 1
    return next((h for h in sentence.dates if tokens_of(sentence, h)[1] == end), None)


def _date_of_occasion(reading: Reading, sentence: Sentence) -> DateHit | None:
    """Return the date told before of "on the same occasion", of "during that visit"."""
    quote = reading.quote(sentence)
    if _OCCASION.search(quote) or _EVENT.match(quote):
        back = _FORUM_BACK if _EVENT.match(quote) else _OCCASION_BACK
        return _told_before(reading, sentence, back, _MONTH)
    if not _AT_THE_MEETING.search(quote):
        return None
    told = _told_before(reading, sentence, _OCCASION_BACK, _MONTH)
    return None if told is None or _is_before(reading, told.past, _NEWS) else told


def _date_beside(reading: Reading, sentence: Sentence) -> DateHit | None:
    """Return the date counted from the one told last: "four days earlier", "in that month"."""
    beside = _DAY_BESIDE.search(reading.quote(sentence))
    if beside is None:
        return None
    month = beside["nth"] or beside["span"] or beside["unit"] in ("month", "year")
    length = _LENGTHS.get(beside["span"] or beside["unit"] or "month", _MONTH) if month else _DAY
    same = beside["span"] or (beside["way2"] or "").lower() == "same"
    back = _SAME_BACK if same else _OCCASION_BACK
    return _shifted(_told_before(reading, sentence, back, length, of=bool(same)), beside)


def signing_beside(sentence: Sentence, word: Word) -> DateHit | None:
    """Return the day of a signing told of an instrument that something else is done with here.

    "The cabinet approved the agreement, signed in July by A and B".
    """
    for verb in sentence.triggers:
        if verb.entry.kind != "sign" or verb.entry.weak or verb.entry.code != "signed":
            continue
        if verb.first < word.last or verb.entry.detail not in ("past", "participle"):
            continue
        for hit in sentence.dates:
            first, _ = tokens_of(sentence, hit)
            if hit.past and 0 <= first - verb.last <= _SIGNING_REACH:
                return hit
    return None


def signed_again(reading: Reading, sentence: Sentence) -> DateHit | None:
    """Return the day that a next sentence gives a signing: "It was signed on 30 December"."""
    told = signing_told_next(reading, sentence)
    return told[1] if told else None


def signing_told_next(reading: Reading, sentence: Sentence) -> tuple[Sentence, DateHit] | None:
    """Return the next sentence that dates a signing, with the day that it tells."""
    first = sentence.index + 1
    for each in reading.sentences[first : first + _AGAIN_NEXT]:
        after = [h for h in each.dates if h.preposition not in _NOT_TOLD and h.past]
        if after and _tells_signing(reading, each):
            return each, after[0]
    return None


def _tells_signing(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence is about the signing of what went before."""
    quote = reading.quote(sentence)
    if _AGAIN.search(quote):
        return True
    return not names_instrument(sentence) and _SIGNED_IT.search(quote) is not None


def signing_ahead(reading: Reading, sentence: Sentence) -> tuple[bool, DateHit | None]:
    """Tell whether a next sentence says the signing to be still ahead, and on which day."""
    first = sentence.index + 1
    for each in reading.sentences[first : first + _AHEAD_NEXT]:
        if _SIGNING.search(reading.quote(each)):
            return True, next((h for h in each.dates if h.future), None)
        if each.index >= sentence.index + _AGAIN_NEXT and names_instrument(each):
            break  # what is to be signed behind it may be this other one
    return False, None


def _told_before(
    reading: Reading, sentence: Sentence, back: int, length: int, *, of: bool = False
) -> DateHit | None:
    """Return the last date told before, of at least `length` characters of EDTF.

    `of` asks for dates like "the statement of 3 May" as well.
    """
    passed = frozenset(_NOT_TOLD) - ({"of"} if of else set())
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - back), -1):
        told = [h for h in reading.sentences[index].dates if h.preposition not in passed]
        dated = [
            h for h in told if h.past and len(h.past) >= length and not _is_to_come(reading, h.past)
        ]
        if dated:
            return dated[0]
    return None


def _shifted(hit: DateHit | None, beside: re.Match[str]) -> DateHit | None:
    """Return the date as far from the one told last as the words say: "two weeks later"."""
    if hit is None or hit.past is None or "/" in hit.past or "~" in hit.past:
        return None
    value = _counted(hit.past, beside)
    return replace(hit, past=value, future=value) if value else None


def _counted(told: str, beside: re.Match[str]) -> str | None:
    if beside["span"]:
        return told[: _LENGTHS[beside["span"].lower()]]
    if beside["nth"]:
        return f"{told[:_MONTH]}-{int(beside['nth']):02d}"
    way = (beside["way"] or beside["way2"]).lower()
    unit, count = (beside["unit"] or "day").lower(), _count(beside["count"] or "a")
    step = 0 if way == "same" else -count if way in _BACKWARD else count
    if unit in _DAYS:
        return (date.fromisoformat(told) + timedelta(days=step * _DAYS[unit])).isoformat()
    if unit == "year":
        return f"{int(told[:4]) + step:04d}"
    months = int(told[:4]) * 12 + int(told[5:7]) - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS.get(words.lower(), 1)


def _fronted_date(sentence: Sentence) -> DateHit | None:
    """Return the date that opens a sentence: "On 5 May, while B was in town, A signed ..."."""
    norms = sentence.flow.norms
    colon = norms.index(":") + 1 if ":" in norms[:_HEADING] else 0
    if not sentence.dates or colon >= len(norms) or norms[colon] not in _FRONTING:
        return None
    first = sentence.dates[0]
    opens = 0 <= first.start - sentence.offset(colon) <= _OPENING
    told = is_of_speech(sentence, first)
    return first if opens and not told and first.preposition in ("on", "in") else None


def is_long_ago(reading: Reading, value: str | None) -> bool:
    """Tell whether an EDTF date lies years before the day the article counts from."""
    return _is_before(reading, value, _LONG)


def _is_before(reading: Reading, value: str | None, span: timedelta) -> bool:
    """Tell whether an EDTF date lies more than `span` before the day the article counts from."""
    day = reading.calendar.day
    return bool(value and day and value[:_MONTH] < (day - span).isoformat()[:_MONTH])


def _is_over(reading: Reading, value: str) -> bool:
    """Tell whether an EDTF date lies in a month before the day the article counts from."""
    day = reading.calendar.day
    plain = value.rstrip("~")
    if day is None or "/" in plain or "X" in plain:
        return False
    return plain[:_MONTH] < day.isoformat()[: min(len(plain), _MONTH)]


def _is_to_come(reading: Reading, value: str) -> bool:
    """Tell whether an EDTF date lies after the day the article counts from."""
    day = reading.calendar.day
    plain = value.rstrip("~")
    if day is None or "/" in plain or "X" in plain:
        return False
    return plain > day.isoformat()[: len(plain)]
