"""Meetings told by a noun: "held talks", "the third Space Dialogue", "during the summit with X"."""

import re
from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import (
    all_actors,
    clause_bounds,
    codes,
    expand,
    list_after,
    words_between,
)
from ingest.extract.meeting_dates import follows_on, meeting_date, only_date
from ingest.extract.meeting_drafts import people_of, start_meeting
from ingest.extract.meeting_sessions import (
    ORDINAL_WORDS,
    is_in_sequence,
    is_own_council,
    is_session,
    ordinal_of,
)
from ingest.extract.meeting_status import (
    drop_date_ahead,
    is_barred,
    is_channel,
    is_eve,
    is_invited,
    is_set_in_past,
    is_set_up,
    is_setting_of_speech,
    is_to_come,
    noun_status,
)
from ingest.extract.meeting_types import (
    is_encounter,
    is_regional,
    is_summit_of_bodies,
    level_told,
    refine_type,
)
from ingest.extract.meeting_visits import is_visit, leaves_earth, visit_sides
from ingest.extract.mentions import Word
from ingest.extract.phrases import surface
from ingest.extract.places import host_place
from ingest.extract.runs import is_title_case
from ingest.extract.vocabulary import SAYING, alternatives, words

_DESCRIBED = 14  # tokens between a noun and the "which" that tells more of it
_AFTER, _OVER_CLAUSE = 12, 26  # tokens from a noun to its verb, also over a "which" clause
_BESIDE, _FAR = 9, 14  # tokens between a verb and its noun: "held", "met in Rome for"

_OF_LEVEL = frozenset({"talks", "conference", "dialogue"})  # which ministers or leaders may hold
_ALSO_VERBS = frozenset({"visit", "tour"})
_AUXILIARIES = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "ll", "not"}
)
_TO_DO = frozenset({"is", "are", "was", "were", "be", "due", "set", "expected", "scheduled"}) | {
    "plans", "planned", "hopes", "hoped", "wants", "wanted", "intends", "intended", "able",
    "invited", "him", "her", "them", "us", "going", "likely", "agreed", "wishes", "wished",
}  # fmt: skip
_TIME_PREPOSITIONS = frozenset(
    {
        "during",
        "at",
        "following",
        "after",
        "ahead",
        "before",
        "since",
        "sidelines",
        "margins",
        "from",
        "in",
    }
)


def told_by_nouns(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the meetings that nouns of the sentence tell."""
    for word in sentence.triggers:
        if (
            word.entry.kind != "meeting"
            or is_in_name(sentence, word)
            or is_verb(sentence, word)
            or _is_other(sentence, word)
        ):
            continue
        draft = _noun(reading, sentence, word)
        if draft is not None:
            yield draft


_NOT_OF_SERIES = frozenset(
    {*ORDINAL_WORDS, "the", "bilateral", "official", "annual", "during", "at"}
)
_NOT_MEETINGS = words("no_state_meeting")
_TALKS = words("talks_noun")
_ROUND_OF = 9  # tokens after a round in which the talks stand that it is one of
_FAIRS = [phrase.split() for phrase in words("fair_of_the_field")]
_MORE_THAN_MEETINGS = words("more_than_meeting")


def _is_other(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun is no meeting of parties: a press conference, "in talks"."""
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    after = norms[word.last] if word.last < len(norms) else ""
    if after in _MORE_THAN_MEETINGS or (before == "in" and word.entry.key == "dialogue"):
        return True
    if is_barred(sentence, word) or meets_nobody(sentence, word) or is_in_talks(sentence, word):
        return True
    return (
        word.entry.key == "meeting"
        and word.last < len(norms)
        and norms[word.last] in ("with", "the")
        and word.entry.detail == "one"
        and before in ("is", "are", "was", "were", "of", "and", "by", "after", "be")
    )


def is_in_talks(sentence: Sentence, word: Word) -> bool:
    """Tell of a state of things and no session: "A is in talks", "are holding talks"."""
    before = words_between(sentence, word.first - _HOLDING_REACH, word.first)
    return word.entry.key in _TALKS and _UNDER_WAY.search(before) is not None


_HOLDING_REACH = 4  # tokens before "talks" in which it is said that they are being held
_UNDER_WAY = re.compile(r"(?:^| )in$|\b(?:is|are|been) (?:\w+ )?(?:holding|conducting)(?: \w+)?$")


def meets_nobody(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun of meeting is where something was said, or no two parties come by it."""
    spoken = is_setting_of_speech(sentence, word) or _is_other_round(sentence, word)
    if spoken or _is_domestic(sentence, word) or _is_in_orbit(sentence, word):
        return True
    return _is_only_furthered(sentence, word)


_FURTHERING = re.compile(
    rf"\b(?:{alternatives('deepening_verb')}|maintain\w*|support\w*|encourag\w*)"
    r"(?: an?| (?:the|their|its|our))?(?: [\w-]+){0,3}$"
)
_FURTHERED = 6  # tokens before a dialogue in which it is said to be furthered


def _is_only_furthered(sentence: Sentence, word: Word) -> bool:
    """Tell of dialogue as such, and no session: "promote a constructive dialogue with all"."""
    named = sentence.flow.tokens[word.first].capital
    before = words_between(sentence, word.first - _FURTHERED, word.first)
    return word.entry.key == "dialogue" and not named and _FURTHERING.search(before) is not None


def _is_in_orbit(sentence: Sentence, word: Word) -> bool:
    """Tell of a visit that meets nobody on Earth: "his first visit to the space station"."""
    to = sentence.flow.norms[word.last : word.last + 1] == ["to"]
    return to and is_visit(word) and leaves_earth(sentence, word)


def _is_other_round(sentence: Sentence, word: Word) -> bool:
    """Tell whether a round is one of a programme or of money: "the 2nd round of the contest"."""
    after = sentence.flow.norms[word.last : word.last + _ROUND_OF]
    talks = any(
        word.last <= w.first < word.last + _ROUND_OF and w.entry.kind == "meeting"
        for w in sentence.triggers
    )
    of_talks = talks or not _TALKS.isdisjoint(after)
    return word.entry.key == "round" and after[:1] == ["of"] and not of_talks


def _is_domestic(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun says who sits, and it is no two parties: "the Cabinet session"."""
    return word.first > 0 and sentence.flow.norms[word.first - 1] in _NOT_MEETINGS


def is_verb(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun's form is a verb here: "will visit", "is to tour"."""
    if word.entry.key not in _ALSO_VERBS or not word.first:
        return False
    before = sentence.flow.norms[max(0, word.first - 2) : word.first]
    return before[-1] in _AUXILIARIES or (before[-1] == "to" and before[0] in _TO_DO)


def is_in_name(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun is part of a name: of an organisation, or of a fair of the whole field.

    A "Dialogue on Space" is none; "at the Space Symposium" tells where people met, not who.
    """
    norms = sentence.flow.norms
    if any(norms[word.last - len(fair) : word.last] == fair for fair in _FAIRS):
        return True
    if norms[word.last : word.last + 1] == ["on"]:
        return False
    return any(a.first < word.first < a.last and a.kind == "organization" for a in sentence.actors)


def _noun(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    norms = sentence.flow.norms
    hold = _holding_verb(sentence, word)
    pair = find.paired(sentence, word.first)
    listed = (
        list_after(sentence, word.last + 1, 4)
        if norms[word.last : word.last + 1] in (["between"], ["with"], ["among"], ["of"])
        else []
    )
    listed = [a for a in listed if a.why_not in ("", "speaker", "possessive", "modifier")]
    if norms[word.last : word.last + 1] == ["of"] and not _are_two(sentence, listed):
        listed = []
    sides = visit_sides(sentence, word) if is_visit(word) else []
    listed = sides or listed
    before = norms[max(0, word.first - 7) : word.first]
    timed = bool(_TIME_PREPOSITIONS & set(before)) or (is_visit(word) and "on" in before[-4:])
    series = _series(sentence, word)
    ordinal = ordinal_of(sentence, word)
    next_one = is_in_sequence(sentence, word)
    embedded = _embedded_date(sentence, word) or _elided_date(sentence, word, hold)
    founded = is_set_up(sentence, word) or is_invited(sentence, word)
    placed = hold or timed or pair or listed or founded or (series and ordinal)
    if not (placed or next_one or embedded):
        return None
    status = noun_status(sentence, word, hold)
    if status is None or (not hold and not ordinal and is_channel(sentence, word)):
        return None
    anchor = hold.first if hold else word.first
    pair = pair or _pair_of_name(sentence, word)
    found = _noun_parties(sentence, word, hold, pair, listed)
    found = [a for a in found if a.code or not a.first <= word.first < a.last]
    parties, source = _sides(reading, sentence, word, found)
    pointing = embedded is None or norms[word.first - 1] in ("the", "this", "that")
    bare = _bare(sentence, word) and pointing and not (pair or listed or series)
    if (word.entry.weak and not ordinal and not next_one) or (source == "single" and not bare):
        return None
    if _is_owned(word, hold):
        return None
    setting = bool(series and timed) and not (ordinal or pair or listed)
    met = hold if hold is not None and hold.entry.kind == "meet" else None
    told = met.entry.code if setting and met else told_as(reading, sentence, word, ordinal)
    kind = refine_type(reading, told, _people_met(sentence, word, parties, found), sentence)
    draft = start_meeting(
        reading,
        sentence,
        kind,
        status,
        word.first if not hold or abs(hold.first - word.first) > 12 else anchor,
    )
    if draft.date_value is None and hold is not None and hold.first > word.first:
        _date_by_verb(reading, sentence, hold, draft)
    if sides:
        draft.place = draft.place or host_place(sentence, sides[-1])
    _settle_date(sentence, word, hold, embedded, draft)
    draft.parties, draft.series, draft.ordinal = parties, series, ordinal
    draft.people = people_of(
        [a for a in all_actors(sentence) if a.kind == "person" and not a.why_not]
    )
    draft.bare = bare
    draft.features = {
        "noun_setting": float(setting and met is hold),
        "noun_hold": float(hold is not None),
        "noun_timed": float(timed),
        "noun_pair": float(bool(pair)),
        "noun_listed": float(bool(listed)),
        f"parties_{source}": 1.0,
        f"meeting_{draft.type}": 1.0,
        f"mstatus_{draft.status}": 1.0,
        "noun_dated": float(draft.date_value is not None),
        "bare": float(bare),
    }
    return draft


def _settle_date(
    sentence: Sentence, word: Word, hold: Word | None, embedded: DateHit | None, draft: Draft
) -> None:
    """Let the date inside a noun phrase win, and drop what is dated otherwise or lies ahead."""
    reading = sentence.reading
    if embedded is not None:
        draft.date, draft.date_value = embedded, embedded.value(draft.status == "planned")
    elif hold is None and draft.date is not None:
        _check_date(reading, sentence, word, draft)
    if hold is None:
        heed_date_ahead(reading, sentence, word, draft)
    else:
        drop_date_ahead(reading, hold, draft)


def _is_owned(word: Word, hold: Word | None) -> bool:
    """Tell whether a state only "has" a dialogue or a forum, which is no session of it."""
    had = hold is not None and hold.entry.key == "have"
    return had and word.entry.code not in ("talks", "visit", "call")


def _sides(
    reading: Reading, sentence: Sentence, word: Word, found: list[Actor]
) -> tuple[list[Actor], str]:
    """Return who comes together; an intergovernmental body meets in its own council."""
    alone = clean_parties(found)
    if codes(alone) and is_own_council(sentence, word, alone):
        return alone, "explicit"
    return find.complete(reading, sentence, found)


def _date_by_verb(reading: Reading, sentence: Sentence, hold: Word, draft: Draft) -> None:
    """Date a meeting by the clause of its verb: "the session, which ended in Oslo on 3 June"."""
    planned = draft.status in ("planned", "proposed")
    hit, value = meeting_date(reading, sentence, hold.first, planned)
    if value is not None:
        draft.date, draft.date_value = hit, value


def _pair_of_name(sentence: Sentence, word: Word) -> list[Actor]:
    """Return the states that the known name of a dialogue joins."""
    named = [(n.first, n.last) for n in sentence.names if n.kind == "programme"]
    named += [(a.first, a.last) for a in sentence.actors if a.kind == "organization"]
    around = [span for span in named if span[0] <= word.first < span[1]]
    return next(filter(None, (find.joined_states(sentence, *span) for span in around)), [])


def heed_date_ahead(reading: Reading, sentence: Sentence, word: Word, draft: Draft) -> None:
    """Make a meeting with a date ahead a plan; where something was done, the date is another's."""
    if draft.date is None:
        return
    if is_eve(sentence, word) and draft.date.text.lower() == "today":
        draft.date, draft.date_value = None, None
        return
    if not is_to_come(reading, draft.date):
        return
    this = sentence.flow.norms[max(0, word.first - 1) : word.first] == ["this"]
    if this or is_set_in_past(sentence, word):
        draft.date, draft.date_value = None, None
    elif draft.status == "held":
        draft.status = "planned"


def told_as(reading: Reading, sentence: Sentence, word: Word, ordinal: int | None) -> str:
    """Return the type that the noun gives; a session of a recurring body is a dialogue."""
    level = level_told(sentence, word)
    if level and word.entry.code in _OF_LEVEL:
        return level
    capital = sentence.flow.tokens[word.first].capital
    if word.entry.key == "meeting" and capital and (ordinal or is_in_sequence(sentence, word)):
        return "dialogue"
    if is_session(reading, sentence, word, ordinal):
        return "dialogue"
    if is_summit_of_bodies(sentence, word) or is_regional(sentence, word):
        return "conference"
    return word.entry.code


def _check_date(reading: Reading, sentence: Sentence, word: Word, draft: Draft) -> None:
    """Drop a date that a later clause of the sentence gives to something else."""
    end = sentence.flow.tokens[word.last - 1].end
    planned = draft.status in ("planned", "proposed")
    if draft.date is None or draft.date is only_date(sentence, planned):
        return
    if draft.date.start > end and not follows_on(reading, end, draft.date):
        draft.date, draft.date_value = None, None


def _people_met(
    sentence: Sentence, word: Word, parties: list[Actor], found: list[Actor]
) -> list[Actor]:
    """Return who comes together: the people of the sentence that act for the parties."""
    if is_visit(word) and (visitor := _visitor_listed(sentence, word)):
        return visitor
    if not is_encounter(sentence) and is_visit(word):
        return parties if len(people_of(parties)) >= 2 else found
    have = codes(parties)
    people = [a for a in sentence.actors if a.kind == "person" and a.code in have]
    return [*found, *[a for a in people if a.why_not in ("", "possessive")]]


def _visitor_listed(sentence: Sentence, word: Word) -> list[Actor]:
    """Return C of a visit told beside others' meeting: "A's talks with B, and C's visit to D"."""
    norms = sentence.flow.norms
    owners = [a for a in sentence.actors if a.possessive and a.last + 1 == word.first]
    return [a for a in owners if norms[max(0, a.first - 2) : a.first] == [",", "and"]]


def _are_two(sentence: Sentence, listed: list[Actor]) -> bool:
    """Tell whether "a meeting of ..." names two sides, and not one people ("Indian-Americans")."""
    joined = any(sentence.flow.hyphenated[actor.first] for actor in listed[1:])
    return len(codes(expand(listed))) >= 2 and not joined


def _embedded_date(sentence: Sentence, word: Word) -> DateHit | None:
    """Return a date inside the noun phrase: "the May 23 summit", "the meeting of 3 June"."""
    start, end = sentence.offset(word.first), sentence.flow.tokens[word.last - 1].end
    for hit in sentence.dates:
        if (
            0 <= start - hit.end <= 30
            and len(sentence.flow.norms[word.first - 3 : word.first]) == 3
            and _no_verb_between(sentence, hit, word)
        ):
            return hit
        if 0 <= hit.start - end <= 4:
            return hit
    return None


def _elided_date(sentence: Sentence, word: Word, hold: Word | None) -> DateHit | None:
    """Return the date of a noun whose verb is left out: "... and the second in Seoul in April"."""
    if hold is None or hold.last > word.first:
        return None
    first, _ = clause_bounds(sentence, word.first)
    owners = [w for w in sentence.triggers if first <= w.first and w.last <= hold.first]
    if not any(w.entry.kind == "meeting" and hold.first - w.last <= 2 for w in owners):
        return None
    after = sentence.flow.tokens[word.last - 1].end
    return next((hit for hit in sentence.dates if hit.start >= after), None)


def _no_verb_between(sentence: Sentence, hit: DateHit, word: Word) -> bool:
    between = [t for t in sentence.flow.tokens[: word.first] if t.start >= hit.end]
    return len(between) <= 4 and all(
        t.norm not in (",", "and", "the", "a", "held", "met", "with", "in", "at", "to")
        for t in between
    )


def _holding_verb(sentence: Sentence, word: Word) -> Word | None:
    """Return the verb that holds the meeting: "held talks", "the summit was held"."""
    first, last = _bounds(sentence, word)
    clause_end = clause_bounds(sentence, word.first)[1]
    verbs = [
        w
        for w in sentence.triggers
        if first <= w.first < last and w.first != word.first and _may_hold(sentence, w, word)
    ]
    before = [
        v
        for v in verbs
        if v.last <= word.first
        and word.first - v.last <= (_FAR if _holds_far(sentence, v) else _BESIDE)
        and not _blocked(sentence, v.last, word.first)
    ]
    if before:
        return before[-1]
    after = [
        v
        for v in verbs
        if v.first >= word.last
        and v.first - word.last <= (_OVER_CLAUSE if last > clause_end else _AFTER)
        and (v.entry.detail in ("past", "participle", "s") or v.entry.key == "take place")
        and SAYING.isdisjoint(sentence.flow.norms[word.last : v.first])  # "said it was launched"
    ]
    return after[0] if after else None


def _holds_far(sentence: Sentence, verb: Word) -> bool:
    """Tell of verbs that name somebody before the meeting: "co-chaired with A the session"."""
    return verb.entry.kind == "meet" or sentence.flow.norms[verb.last : verb.last + 1] == ["with"]


def _bounds(sentence: Sentence, word: Word) -> tuple[int, int]:
    """Return the clause of a noun and of what describes it: "the forum, which ended"."""
    first, last = clause_bounds(sentence, word.first)
    norms = sentence.flow.norms
    if norms[last : last + 1] not in (["which"], ["where"]) or last - word.last > _DESCRIBED:
        return first, last
    return first, clause_bounds(sentence, last + 1)[1]


def _may_hold(sentence: Sentence, verb: Word, noun: Word) -> bool:
    """Tell whether a verb may say of a meeting that it takes place: no auxiliary "had been"."""
    norms = sentence.flow.norms
    if verb.entry.kind == "meet":
        between = norms[verb.first : noun.first]
        return verb.entry.code != "visit" and bool({"for", "at", "during", "in"} & set(between))
    after = norms[verb.last : verb.last + 1]
    auxiliary = after in (["been"], ["to"]) or any(
        w.first == verb.last and w.entry.detail in ("past", "participle") for w in sentence.triggers
    )
    if verb.entry.code == "planned" and noun.entry.code != "dialogue":
        return False
    if verb.entry.key == "hold" and verb.entry.detail == "s" and noun.last == verb.first:
        return False  # "the visit holds significance"
    return verb.entry.kind == "hold" and not (verb.entry.key == "have" and auxiliary)


def _blocked(sentence: Sentence, first: int, last: int) -> bool:
    return any(word in (";", "to", "that") for word in sentence.flow.norms[first:last])


def _noun_parties(
    sentence: Sentence, word: Word, hold: Word | None, pair: list[Actor], listed: list[Actor]
) -> list[Actor]:
    if len(codes(expand(pair))) >= 2:
        return pair
    subjects = find.subjects(sentence, hold.first if hold else word.first)
    if len(codes(expand(listed))) >= 2:
        met = hold is not None and sentence.flow.norms[word.last : word.last + 1] == ["with"]
        return [*subjects, *listed] if met else listed
    owners = [
        a
        for a in sentence.actors
        if a.possessive and a.last + 1 >= word.first - 4 and a.last <= word.first and a.code
    ]
    if is_visit(word):
        to = [
            a
            for a in sentence.actors
            if a.first >= word.last
            and a.first - word.last <= 3
            and sentence.flow.norms[a.first - 1] in ("to", "the")
        ]
        to = to or _hosts_by_place(sentence, word, [*owners, *subjects])
        return [*owners, *subjects, *to]
    return [*subjects, *listed, *owners, *find.partners(sentence, word.first)]


def _hosts_by_place(sentence: Sentence, word: Word, guests: list[Actor]) -> list[Actor]:
    """Return the state in whose place a visit finds the guests: "is in Oslo on a visit"."""
    first, last = clause_bounds(sentence, word.first)
    homes = codes(expand(guests))
    places = [
        a
        for a in sentence.actors
        if a.why_not == "place" and a.code and first <= a.first < last and a.code not in homes
    ]
    return sorted(places, key=lambda a: abs(a.first - word.first))[:1] if homes else []


def _bare(sentence: Sentence, word: Word) -> bool:
    before = sentence.flow.norms[word.first - 1] if word.first else ""
    return before in ("the", "this", "that", "these", "its", "their", "our", "both")


def _series(sentence: Sentence, word: Word) -> str | None:
    """Return the capitalised name that ends with the noun: "US-ROK Civil Space Dialogue"."""
    flow = sentence.flow
    if not flow.tokens[word.last - 1].capital:
        return None
    first = word.first
    while (
        first > 0
        and flow.tokens[first - 1].capital
        and word.first - first < 8
        and flow.tokens[first - 1].text[0].isalpha()
    ):
        first -= 1
    while first < word.first and flow.norms[first] in _NOT_OF_SERIES:
        first += 1
    name = surface(sentence, first, word.last)
    headline = is_title_case(flow) and flow.tokens[-1].text != "."
    return name if word.last - first >= 2 and not headline else None
