"""Which series a meeting belongs to, and which of its meetings it is.

"The ninth meeting of the Japan-U.S. Comprehensive Dialogue on Space", "an India-Australia space
roundtable", "the next session of the Dialogue", whose name stands elsewhere in the article. Read
for facts that are settled: the rules that find meetings go by `Draft.series`, which is narrower.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.meeting_sessions import ORDINALS, number_in
from ingest.extract.phrase_ends import is_dated
from ingest.extract.runs import is_title_case
from ingest.extract.tokens import after_pair
from ingest.extract.vocabulary import words
from ingest.extract.written import written

_GATHERINGS = words("event_name") | words("series_noun")
_BODIES = words("recurring_body") | words("council_noun") - {"board"}
_LAST_OF_BODY = frozenset(body.rpartition(" ")[2] for body in _BODIES)
_SITTINGS = words("sitting_noun")
_NO_SERIES = words("no_series")  # what before a noun of gathering names no series: "press"
_PLAIN = words("plain_modifier") | words("in_sequence")
_OCCASIONS = words("beside_occasion")
_FUNCTION = words("function_word")

_LONGEST = 9  # tokens of a name before its noun
_LONG_TAIL = 9  # tokens after it: "on the India-Mauritius Satellite"
_NEAR = 14  # tokens from what tells a meeting to the noun of its series
_BEFORE = 4  # tokens before a name in which "on the sidelines of" stands
_COUNTED = 4  # tokens before a noun in which its number stands
_TAIL_LINKS = frozenset({"on", "for", "of"})
_WITHIN_TAIL = frozenset({"and", "of", "the", "for", "&", "on"})
_STOPS = frozenset(
    {"the", "a", "an", "its", "their", "our", "this", "that", "his", "her", "these", "such"}
    | {"of", "at", "in", "on", "for", "to", "by", "with", "under", "during", "from", "after"}
    | {"and", "or", "as", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will"}
    | {"which", "who", "where", "when", "while", "since", "before", "into", "through", "via"}
)
_RETURNING = _LAST_OF_BODY - words("council_noun") | {"committee"}
_MINISTERIAL = frozenset({"ministerial", "council", "leaders", "ministers"})  # before "meeting"
_NO_RECURRENCE = frozenset({"talks", "visit", "call"})  # types of meetings without series
_BACK = 12  # sentences over which "the next session" is one of what was named before
_QUOTED = 8  # tokens of a name in quotation marks
_LONG_WORD = 8  # letters from which on a word in capitals is no acronym
_SHORT_FORM = 2  # capitals that make a word an acronym


@dataclass(frozen=True, slots=True)
class Named:
    """A name that ends in a noun of gathering: tokens `[first, last)`, its noun, what it says.

    `sitting` is the token of "meeting" in "meeting of the ...", else -1; `full` tells whether the
    name says more than its noun ("the Dialogue" does not).
    """

    first: int
    last: int
    noun: int
    sitting: int
    full: bool

    def counted_at(self) -> int:
        """Return the token before which the number of the meeting stands."""
        return self.sitting if self.sitting >= 0 else self.noun


def series_of(
    reading: Reading, fact: Draft, mentions: Sequence[Draft]
) -> tuple[str | None, int | None]:
    """Return name and number of the series of a meeting by its `mentions`; both may be None."""
    if fact.type in _NO_RECURRENCE:
        return None, None
    name: str | None = None
    number: int | None = None
    # A headline in capitals hides where a name begins and ends: it is asked last.
    for draft in sorted(mentions, key=lambda each: _is_in_capitals(reading, each)):
        told, count = _told_by(reading, draft)
        if told and (name is None or (len(told) > len(name) and name in told)):
            name = told
        number = number or count
    return (name, number) if name else (None, None)


def _is_in_capitals(reading: Reading, draft: Draft) -> bool:
    return is_title_case(reading.sentences[draft.sentence].flow)


def _told_by(reading: Reading, draft: Draft) -> tuple[str | None, int | None]:
    sentence = reading.sentences[draft.sentence]
    near = [each for each in names(sentence) if _is_of(sentence, each, draft)]
    number = draft.ordinal or _count(sentence, draft.anchor)
    if not near:
        return _session_of(reading, sentence, draft), number
    best = min(near, key=lambda each: (not each.full, _distance(each, draft.anchor)))
    number = draft.ordinal or _number(sentence, best) or number
    if best.full:
        return written(reading, sentence, best.first, best.last), number
    return _meant(reading, sentence, sentence.flow.norms[best.noun]), number


def _session_of(reading: Reading, sentence: Sentence, draft: Draft) -> str | None:
    """Return the series of "the next session", named in the sentences before."""
    if draft.type != "dialogue":
        return None
    first = max(0, sentence.index - _BACK)
    for each in reversed(reading.sentences[first : sentence.index + 1]):
        for named in names(each):
            noun = each.flow.norms[named.noun]
            if named.full and noun in _RETURNING:
                return written(reading, each, named.first, named.last)
    return None


def _distance(named: Named, anchor: int) -> int:
    if named.first <= anchor < named.last or anchor == named.sitting:
        return 0
    return min(abs(named.noun - anchor), abs(named.first - anchor))


def _is_of(sentence: Sentence, named: Named, draft: Draft) -> bool:
    """Tell whether a series is that of the meeting, and not what it is held beside."""
    if _distance(named, draft.anchor) > _NEAR:
        return False
    norms = sentence.flow.norms
    start = named.sitting if named.sitting >= 0 else named.first
    before = norms[max(0, start - _BEFORE) : start]
    if _OCCASIONS & set(before):
        return False
    return named.sitting >= 0 or draft.type in _types_of(norms, named.noun)


def _types_of(norms: Sequence[str], noun: int) -> tuple[str, ...]:
    if norms[noun] == "summit":
        return ("summit",)
    if norms[noun] == "meeting":
        of_level = {norms[noun - 1], norms[noun - 2]} & _MINISTERIAL
        return ("ministerial",) if of_level else ("conference", "dialogue")
    return ("dialogue",) if norms[noun] in _LAST_OF_BODY else ("conference",)


def _number(sentence: Sentence, named: Named) -> int | None:
    """Return the number before the noun or within the name: "the 30th EU-Japan Summit"."""
    at = named.counted_at()
    return number_in(sentence.flow.norms, max(0, min(named.first, at) - _COUNTED), at)


def _count(sentence: Sentence, anchor: int) -> int | None:
    """Return the number of "its first session", "for the third time" near the token `anchor`."""
    norms = sentence.flow.norms
    for step in range(max(0, anchor - _NEAR), min(len(norms) - 1, anchor + _NEAR)):
        if norms[step] in ORDINALS and (norms[step + 1] in _SITTINGS or norms[step + 1] == "time"):
            return ORDINALS[norms[step]]
    return None


# -- names in a sentence -------------------------------------------------------------------------


def names(sentence: Sentence) -> Iterator[Named]:
    """Yield the names of series in a sentence, and nouns that only refer to one."""
    norms = sentence.flow.norms
    for noun in range(len(norms)):
        if not _is_noun(sentence, noun):
            if norms[noun] in _SITTINGS and _is_short_form(sentence, noun - 1):
                yield Named(noun - 1, noun, noun - 1, noun, full=True)
            continue
        first, last = _start(sentence, noun), _end(sentence, noun)
        sitting = _sitting_before(norms, first)
        full = last > noun + 1 or _says_more(sentence, first, noun)
        capital = sentence.flow.tokens[noun].capital and noun > 0
        if full or capital or sitting >= 0:
            yield Named(first, last, noun, sitting, full)


def _is_noun(sentence: Sentence, noun: int) -> bool:
    norms = sentence.flow.norms
    if norms[noun] == "meeting":
        return noun > 1 and _is_meeting_of_name(sentence, noun)
    return norms[noun] in _GATHERINGS or _is_body(norms, noun)


def _is_meeting_of_name(sentence: Sentence, noun: int) -> bool:
    """Tell of a "ministerial meeting" and a "Plenary Meeting", which recur or bear a name."""
    flow = sentence.flow
    before = noun - 2 if flow.norms[noun - 1] == "'" else noun - 1
    if flow.norms[before] in _MINISTERIAL:
        return not flow.hyphenated[before]  # "an inter-ministerial meeting"
    named = flow.tokens[noun].capital and flow.tokens[before].capital
    return named and flow.norms[before] not in ORDINALS and not is_title_case(flow)


def _is_short_form(sentence: Sentence, step: int) -> bool:
    """Tell of "the next iCET meeting": a short name that is no party's."""
    tokens = sentence.flow.tokens
    if step < 0 or len(tokens[step].text) > _LONG_WORD or tokens[step + 1].text.isupper():
        return False
    known = any(a.first <= step < a.last and a.code for a in sentence.actors)
    return sum(map(str.isupper, tokens[step].text)) >= _SHORT_FORM and not known


def _is_body(norms: Sequence[str], noun: int) -> bool:
    return norms[noun] in _BODIES or " ".join(norms[max(0, noun - 1) : noun + 1]) in _BODIES


def _start(sentence: Sentence, noun: int) -> int:
    """Return where the name before a noun begins, without what only counts or places it."""
    flow, first = sentence.flow, noun
    while first > 0 and noun - first < _LONGEST and _may_stand_before(sentence, first - 1, noun):
        first -= 1
    while first < noun and (
        (flow.norms[first] in _PLAIN and not flow.tokens[first].capital)
        or flow.norms[first] in ORDINALS
        or flow.hyphenated[first]  # "in-person"
        or (flow.norms[first + 1] == "'s" and not flow.tokens[first].capital)
        or flow.norms[first] in ("th", "st", "nd", "rd", "'s")
        or flow.norms[first].isdigit()
    ):
        first += 1
    return first


def _may_stand_before(sentence: Sentence, step: int, noun: int) -> bool:
    token, norm = sentence.flow.tokens[step], sentence.flow.norms[step]
    if norm in ("'s", "'") or (norm == "-" and step + 1 < noun):
        return True
    if token.capital and is_dated(sentence, step):
        return False
    if not token.text[0].isalnum() or (norm in _STOPS and not (norm == "and" and token.capital)):
        return False
    if token.capital:
        return step > 0 or sentence.flow.tokens[step + 1].capital
    return norm not in _FUNCTION and not norm.endswith("ly") and not _is_verb(sentence, step)


def _is_verb(sentence: Sentence, step: int) -> bool:
    return any(
        w.first == step and w.entry.kind in ("hold", "meet", "sign", "join", "commit", "discuss")
        for w in sentence.triggers
    )


def _says_more(sentence: Sentence, first: int, noun: int) -> bool:
    told = {norm for norm in sentence.flow.norms[first:noun] if norm[0].isalpha()}
    if told & _NO_SERIES or not told - _PLAIN - ORDINALS.keys() - {"'s", "bilateral"}:
        return False
    return sentence.flow.norms[noun] != "summit" or _names_members(sentence, first, noun)


def _names_members(sentence: Sentence, first: int, noun: int) -> bool:
    """Tell whether a summit is that of a group or of two states: "Tokyo Summit" is not."""
    flow = sentence.flow
    group = any(
        a.first < noun and first < a.last and a.kind in ("group", "organization")
        for a in sentence.actors
    )
    pair = "-" in flow.norms[first:noun] or any(flow.hyphenated[first + 1 : noun])
    short = any(
        token.text.isalpha() and sum(map(str.isupper, token.text)) >= _SHORT_FORM
        for token in flow.tokens[first:noun]
    )
    return group or pair or short or "leaders" in flow.norms[first:noun]


def _sitting_before(norms: Sequence[str], first: int) -> int:
    """Return the token of "meeting" in "the third meeting of the ...", else -1."""
    step = first - 1
    while step > 0 and norms[step] in ("the", "their", "its", "this"):
        step -= 1
    of = step > 0 and norms[step] in ("of", "under")
    return step - 1 if of and norms[step - 1] in _SITTINGS else -1


def _end(sentence: Sentence, noun: int) -> int:
    """Return where a name ends: after "on Space", "of APSCO" in capitals behind its noun."""
    flow, last = sentence.flow, noun + 1
    following = flow.norms[last : last + 1]
    if following == ['"'] and (closed := after_pair(flow.norms, last, _QUOTED)) > last:
        return closed
    if not following or following[0] not in _TAIL_LINKS:
        return last
    step = last + 1
    while step < len(flow.norms) and step - last < _LONG_TAIL and _may_stand_after(sentence, step):
        step += 1
    while flow.norms[step - 1] in _WITHIN_TAIL:
        step -= 1
    named = step - last > 1 and not any(
        last < a.first < step and a.kind in ("person", "office") for a in sentence.actors
    )
    return step if named and not is_dated(sentence, last + 1) else last


def _may_stand_after(sentence: Sentence, step: int) -> bool:
    flow = sentence.flow
    inside = flow.norms[step] in _WITHIN_TAIL or flow.norms[step] in _SPACE
    return flow.tokens[step].capital or inside or flow.hyphenated[step]


_SPACE = frozenset({"space", "security"})  # also told without capitals: "dialogue on space"


# -- names elsewhere in the article ----------------------------------------------------------------


def _meant(reading: Reading, sentence: Sentence, noun: str) -> str | None:
    """Return the full name that "the Dialogue" stands for: the last one told, else the next."""
    before = reversed(reading.sentences[: sentence.index + 1])
    for each in (*before, *reading.sentences[sentence.index + 1 :]):
        for other in names(each):
            if other.full and each.flow.norms[other.noun] == noun:
                return written(reading, each, other.first, other.last)
    return None
