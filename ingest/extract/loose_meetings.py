"""Meetings that the strict readings leave open: every noun or verb of meeting that is named.

They are candidates only; their confidence, learnt from annotated articles, decides.
"""

from collections.abc import Iterator

from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.fallback import sides_near
from ingest.extract.grammar import all_actors, codes, words_between
from ingest.extract.meeting_drafts import meeting_status, people_of, start_meeting
from ingest.extract.meeting_nouns import (
    heed_date_ahead,
    is_in_name,
    is_in_talks,
    meets_nobody,
    told_as,
)
from ingest.extract.meeting_sessions import ordinal_of
from ingest.extract.meeting_status import drop_date_ahead, is_barred, noun_status
from ingest.extract.meeting_types import are_heads, refine_type
from ingest.extract.meeting_verbs import (
    is_bidden,
    is_idle,
    is_noun,
    meets_a_thing,
    modality_of,
    verb_type,
)
from ingest.extract.mentions import Word

_NEAR = 18  # tokens around a word of meeting in which a strict draft already tells it
_ROLES = ("meeting", "meet")
_NEXT = 4  # tokens after the leaders in which "will" makes their act a plan
_JOINING = frozenset(
    {",", "and", "the", "jr", "sr", "his", "her", "counterpart", "of", "host", "guest"}
)
_POINTING = ("the", "this", "that", "these", "its", "their", "our", "his", "her")


def loose_meetings(reading: Reading, sentence: Sentence, strict: list[Draft]) -> Iterator[Draft]:
    """Yield a candidate for each meeting of `sentence` that no strict draft tells of."""
    strict = [draft for draft in strict if not draft.bare]
    for word in sentence.triggers:
        if word.entry.kind not in _ROLES or _is_told(sentence, word, strict):
            continue
        draft = _candidate(reading, sentence, word)
        if draft is not None:
            yield draft
            strict = [*strict, draft]
    if not strict:
        yield from _joint_acts(reading, sentence)


def _joint_acts(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the summit behind what two leaders said or decided together, told by no other word."""
    people = [a for a in sentence.actors if a.kind == "person" and a.code and not a.possessive]
    leaders = people[:1]
    for actor in people[1:]:
        if _are_joined(sentence, leaders[-1], actor):
            leaders.append(actor)
        elif len(leaders) > 1:
            break
        else:
            leaders = [actor]
    if len(codes(leaders)) == len(leaders) >= 2 and are_heads(reading, leaders):
        yield _joint_act(reading, sentence, leaders)


def _are_joined(sentence: Sentence, one: Actor, two: Actor) -> bool:
    """Tell whether two people are named in one breath, their states beside them."""
    homes = {
        step
        for a in sentence.actors
        if a.kind == "state" and a.code in (one.code, two.code)
        for step in range(a.first, a.last)
    }
    between = [s for s in range(one.last, two.first) if s not in homes]
    return all(sentence.flow.norms[step] in _JOINING for step in between)


def _joint_act(reading: Reading, sentence: Sentence, leaders: list[Actor]) -> Draft:
    anchor = min(leaders[-1].last, len(sentence.flow.norms) - 1)
    status = "planned" if "will" in sentence.flow.norms[anchor : anchor + _NEXT] else "held"
    draft = start_meeting(reading, sentence, "summit", status, anchor)
    if draft.date is None:
        _date_by_speech(sentence, draft)
    draft.parties = clean_parties(leaders)
    draft.people = leaders
    draft.features = {
        "loose": 1.0,
        "loose_joint_act": 1.0,
        "loose_dated": float(draft.date_value is not None),
        "loose_placed": float(draft.place is not None),
        "meeting_summit": 1.0,
        f"mstatus_{status}": 1.0,
        "persons_met": 1.0,
    }
    return draft


def _date_by_speech(sentence: Sentence, draft: Draft) -> None:
    """Date a summit by the day on which its leaders said something together."""
    at = sentence.offset(draft.anchor)
    hit = next((hit for hit in sentence.dates if hit.start >= at), None)
    if hit is not None:
        draft.date, draft.date_value = hit, hit.value(draft.status == "planned")


def _is_told(sentence: Sentence, word: Word, strict: list[Draft]) -> bool:
    near = any(abs(draft.anchor - word.first) <= _NEAR for draft in strict)
    return near or is_in_name(sentence, word) or meets_nobody(sentence, word)


def _candidate(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    status = _status(sentence, word)
    if status is None:
        return None
    named = [a for a in all_actors(sentence) if _may_meet(a)]
    parties, source = sides_near(reading, sentence, named)
    if not parties:
        return None
    kind = _type_told(reading, sentence, word, [*named, *parties])
    draft = start_meeting(reading, sentence, kind, status, word.first)
    if word.entry.kind == "meet":
        drop_date_ahead(reading, word, draft)
    else:
        heed_date_ahead(reading, sentence, word, draft)
    draft.parties = parties
    draft.people = people_of([a for a in named if a.kind == "person"])
    before = sentence.flow.norms[word.first - 1] if word.first else ""
    draft.features = {
        "loose": 1.0,
        "loose_verb": float(word.entry.kind == "meet"),
        "loose_weak": float(word.entry.weak),
        "loose_pointing": float(before in _POINTING),
        "loose_article": float(before in ("a", "an")),
        "loose_many": float(word.entry.detail == "many"),
        "loose_named": float(sentence.flow.tokens[word.last - 1].capital),
        "loose_dated": float(draft.date_value is not None),
        "loose_placed": float(draft.place is not None),
        "loose_today": float("today" in words_between(sentence, 0, 99).split()),
        f"loose_{word.entry.code}": 1.0,
        f"meeting_{draft.type}": 1.0,
        f"mstatus_{draft.status}": 1.0,
        source: 1.0,
        "persons_met": float(len({a.code for a in draft.people}) >= 2),
    }
    return draft


def _type_told(reading: Reading, sentence: Sentence, word: Word, people: list[Actor]) -> str:
    """Return what kind of meeting a word tells, given who may come together."""
    if word.entry.kind == "meeting":
        told = told_as(reading, sentence, word, ordinal_of(sentence, word))
        return refine_type(reading, told, people, sentence)
    return verb_type(reading, sentence, word, people)


def _status(sentence: Sentence, word: Word) -> str | None:
    if is_bidden(sentence, word) or is_barred(sentence, word) or _is_state(sentence, word):
        return None
    if word.entry.kind == "meet":
        if meets_a_thing(sentence, word) or is_idle(sentence, word):
            return None
        if is_noun(sentence, word) and (word.entry.weak or _is_noun_too(sentence, word)):
            return None  # "for the hosts", "a warm welcome"; "the visit" is told as a noun
        return meeting_status(modality_of(sentence, word))
    return noun_status(sentence, word, None)


def _is_state(sentence: Sentence, word: Word) -> bool:
    """Tell of "is in talks with B", which is no session."""
    with_whom = sentence.flow.norms[word.last : word.last + 1] == ["with"]
    return with_whom and is_in_talks(sentence, word)


def _is_noun_too(sentence: Sentence, verb: Word) -> bool:
    return any(w.first == verb.first and w.entry.kind == "meeting" for w in sentence.triggers)


def _may_meet(actor: Actor) -> bool:
    named = bool(actor.code or actor.members)
    return named and actor.why_not in ("", "speaker", "possessive")
