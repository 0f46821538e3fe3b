"""Meetings that the strict readings leave open: every noun or verb of meeting that is named.

They are candidates only; their confidence, learnt from annotated articles, decides.
"""

from collections.abc import Iterator

from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.fallback import sides_near
from ingest.extract.grammar import all_actors, modality, words_between
from ingest.extract.meeting_drafts import meeting_status, people_of, start_meeting
from ingest.extract.meeting_nouns import is_in_organization
from ingest.extract.meeting_status import noun_status
from ingest.extract.meeting_types import are_heads, refine_type
from ingest.extract.meeting_verbs import meets_a_thing
from ingest.extract.mentions import Word

_NEAR = 18  # tokens around a word of meeting in which a strict draft already tells it
_ROLES = ("meeting", "meet")
_JOINING = frozenset({",", "and", "the", "jr", "sr", "his", "her", "counterpart"})
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
    for one, two in zip(people, people[1:], strict=False):
        between = sentence.flow.norms[one.last : two.first]
        joined = "and" in between and set(between) <= _JOINING
        if joined and one.code != two.code and are_heads(reading, [one, two]):
            yield _joint_act(reading, sentence, [one, two])
            return


def _joint_act(reading: Reading, sentence: Sentence, leaders: list[Actor]) -> Draft:
    anchor = min(leaders[-1].last, len(sentence.flow.norms) - 1)
    draft = start_meeting(reading, sentence, "summit", "held", anchor)
    draft.parties = clean_parties(leaders)
    draft.people = leaders
    draft.features = {
        "loose": 1.0,
        "loose_joint_act": 1.0,
        "loose_dated": float(draft.date_value is not None),
        "loose_placed": float(draft.place is not None),
        "meeting_summit": 1.0,
        "mstatus_held": 1.0,
        "persons_met": 1.0,
    }
    return draft


def _is_told(sentence: Sentence, word: Word, strict: list[Draft]) -> bool:
    near = any(abs(draft.anchor - word.first) <= _NEAR for draft in strict)
    return near or is_in_organization(sentence, word)


def _candidate(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    status = _status(sentence, word)
    if status is None:
        return None
    named = [a for a in all_actors(sentence) if _may_meet(a)]
    parties, source = sides_near(reading, sentence, named)
    if not parties:
        return None
    kind = refine_type(reading, word.entry.code, [*named, *parties], sentence)
    draft = start_meeting(reading, sentence, kind, status, word.first)
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
        f"mstatus_{status}": 1.0,
        source: 1.0,
        "persons_met": float(len({a.code for a in draft.people}) >= 2),
    }
    return draft


def _status(sentence: Sentence, word: Word) -> str | None:
    if word.entry.kind == "meet":
        if meets_a_thing(sentence, word):
            return None
        return meeting_status(modality(sentence, word.first, word.entry.detail))
    return noun_status(sentence, word, None)


def _may_meet(actor: Actor) -> bool:
    named = bool(actor.code or actor.members)
    return named and actor.why_not in ("", "speaker", "possessive")
