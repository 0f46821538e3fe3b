"""Meetings told by a verb: "met with", "visited", "was received by", "A and B discussed"."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ingest.extract import lexicon
from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import (
    FORMS_OF_BE,
    Modality,
    all_actors,
    codes,
    expand,
    list_after,
    words_between,
)
from ingest.extract.meeting_drafts import meeting_status, people_of, start_meeting
from ingest.extract.meeting_sessions import (
    IN_SEQUENCE,
    ORDINAL_WORDS,
    is_own_council,
    meets_within_body,
    sits,
)
from ingest.extract.meeting_status import drop_date_ahead, is_barred, said_of
from ingest.extract.meeting_types import is_regional, refine_type
from ingest.extract.meeting_visits import (
    EXPECTED,
    PLAIN_TRAVEL,
    TRAVELLERS,
    destinations,
    is_journey,
    leaves_earth,
    purpose,
)
from ingest.extract.mentions import Word
from ingest.extract.places import host_place
from ingest.extract.vocabulary import alternatives, words

_VERBS_OF_STATE = words("verb_of_state")
_SPEAKING = words("speaking_verb")
_FROM_AFAR = re.compile(
    rf"\b(?:by|via|over|on) (?:a |the )?(?:secure )?(?:{alternatives('from_afar')})"
)
_HOSTED_THINGS = words("hosted_thing")
_MET_THINGS = words("met_thing")
_OBJECT = 5  # tokens after a verb in which the thing that is met stands
_AFTER_OBJECT = frozenset({"at", "for", "in", "on", "to", "from", "during", ",", ".", ";", "and"})
_BODY_GAP = 4  # tokens between the name of a body and its verb: "on space", "has also"
_BEFORE_NOUN = frozenset(
    {"the", "a", "an", "this", "his", "her", "their", "its", "our", "official", "state", "of", "'s"}
    | {"holding", "making", "paying", "exchange", "exchanging", "mutual", "several", "bilateral"}
    | words("terms_verb")
)
_LONG = frozenset({"day", "week", "hour", "month"})  # of a "three-day visit"
_ADJECTIVES = 4  # tokens between an article and its noun
_NO_ADJECTIVE = words("function_word") | {"also"}
_SITTING = words("sitting_verb")
_MEETING = _SITTING | words("coming_together_verb")
_BEFORE_BIDDING = frozenset({"", ",", "please", ":", "(", "or"})
_PLACE_VERBS = words("place_verb") | PLAIN_TRAVEL
_DELEGATIONS = frozenset({"delegation", "delegations", "mission"})
_FACING = frozenset({"see", "phone", "telephone"})  # also "satellite phones", "telephone data"
_PERSONS = ("person", "office")
_GUESTS = TRAVELLERS | {"him", "her", "them"}
_HABIT_REACH = 8  # tokens after a verb in which is said how often it is done
_HABIT = re.compile(
    r"(?:\w+ ){0,4}?(?:(?:once|twice|three times) (?:a|every|per)|every) (?:\w+ )?"
    r"(?:years?|months?|weeks?|quarter)\b"
)
_SEEN = 4  # tokens before "see" in which the one who sees another is named
_CALLED = 7  # tokens after "convene" in which those who are called together are named


def told_by_verbs(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the meetings that verbs of the sentence tell."""
    for verb in sentence.triggers:
        if verb.entry.kind not in ("meet", "discuss"):
            continue
        yield from _verb(reading, sentence, verb)


def _verb(reading: Reading, sentence: Sentence, verb: Word) -> Iterator[Draft]:
    how = modality_of(sentence, verb)
    status = meeting_status(how)
    if status is None or is_noun(sentence, verb) or not _is_told(sentence, verb, how):
        return
    if is_idle(sentence, verb) or _is_in_noun(sentence, verb):
        return
    rounds = _rounds(sentence, verb)
    for found in rounds:
        parties, source = _both_sides(reading, sentence, verb, found)
        if parties:
            draft = start_meeting(reading, sentence, verb.entry.code, status, verb.first)
            drop_date_ahead(reading, verb, draft)
            draft.parties = parties
            if len(rounds) > 1:  # a place beside the verb is that of one stop alone
                draft.place = host_place(sentence, found[-1])
            elif verb.entry.key in _PLACE_VERBS:
                draft.place = draft.place or host_place(sentence, found[-1])
                draft.place = draft.place or _land_of_host(verb, found[-1])
            draft.people = people_of([a for a in found if a.kind != "group"])
            people = [*found, *_persons(sentence, draft)]
            draft.type = verb_type(reading, sentence, verb, people)
            draft.features = _features(verb, draft, found) | {f"parties_{source}": 1.0}
            yield draft


def _is_in_noun(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb is part of a noun of meeting: "at the ministerial meeting with B"."""
    nouns = (w for w in sentence.triggers if w.entry.kind == "meeting")
    return any(n.first < verb.first < n.last and n.entry.code == "ministerial" for n in nouns)


def _land_of_host(verb: Word, host: Actor) -> str | None:
    """Return the state of who is visited: "will visit French President Blanc"."""
    told = verb.entry.key == "visit" and verb.entry.detail != "ing"  # no "visiting president"
    visited = told and host.kind == "person" and host.first >= verb.last
    return lexicon.country_name(host.code) if visited and host.code else None


def verb_type(reading: Reading, sentence: Sentence, verb: Word, people: list[Actor]) -> str:
    """Return what kind of meeting a verb tells, given who comes together."""
    if any(w.first == verb.first and is_regional(sentence, w) for w in sentence.triggers):
        return "conference"
    if verb.entry.code == "talks" and is_sitting(reading, sentence, verb):
        return "dialogue"
    if verb.entry.key in _SPEAKING and is_remote(sentence, verb):
        return "call"
    kind = verb.entry.code
    if kind == "visit" and modality_of(sentence, verb) != "planned":
        kind = purpose(sentence, verb)
    return refine_type(reading, kind, people, sentence)


def is_remote(sentence: Sentence, verb: Word) -> bool:
    """Tell whether people who spoke did so from afar: "spoke with him by video"."""
    return bool(_FROM_AFAR.search(" ".join(sentence.flow.norms[verb.first :])))


def is_sitting(reading: Reading, sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb says that a recurring body sits: "the commission met"."""
    if verb.entry.key in _SITTING and sits(reading, sentence, verb):
        return True
    return verb.entry.key in _MEETING and meets_within_body(sentence, verb)


def modality_of(sentence: Sentence, verb: Word) -> Modality:
    """Return what is said of a verb of meeting; two who "next meet" have a plan."""
    if _is_next(sentence, verb) or verb.entry.key in EXPECTED:
        return "planned"
    return said_of(sentence, verb)


def _persons(sentence: Sentence, draft: Draft) -> list[Actor]:
    """Return the people of a sentence who act for the parties of a meeting."""
    return [a for a in sentence.actors if a.kind == "person" and a.code in draft.codes()]


def _rounds(sentence: Sentence, verb: Word) -> list[list[Actor]]:
    """Return who meets, once for each stop of a journey, else once."""
    if verb.entry.key not in _PLACE_VERBS:
        return [_verb_parties(sentence, verb)]
    guests = _subjects(sentence, verb)
    stops = destinations(sentence, verb)
    return [[*guests, stop] for stop in stops] if stops else [guests]


def _features(verb: Word, draft: Draft, found: list[Actor]) -> dict[str, float]:
    return {
        f"verb_{verb.entry.kind}": 1.0,
        "verb_weak": float(verb.entry.weak),
        f"meeting_{draft.type}": 1.0,
        f"mstatus_{draft.status}": 1.0,
        "persons_met": float(len(codes(people_of(found))) >= 2),
    }


def _is_told(sentence: Sentence, verb: Word, how: Modality) -> bool:
    """Tell whether the verb tells a meeting: no mere purpose ("to discuss"), no imperative."""
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    if is_bidden(sentence, verb) or (verb.entry.key == "meet" and meets_a_thing(sentence, verb)):
        return False
    if verb.entry.kind == "discuss":
        told = how in ("done", "planned") and before not in ("to", "and")
        return told and verb.entry.key != "review"
    return verb.entry.key not in _PLACE_VERBS or before not in ("to", "")


def is_bidden(sentence: Sentence, word: Word) -> bool:
    """Tell whether the reader is asked to visit a page: "for more, visit ..."."""
    if word.entry.key != "visit" or word.entry.detail not in ("base", "one"):
        return False
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    return before in _BEFORE_BIDDING and not {"of", "by", "to", "from"} & set(
        norms[word.last : word.last + 1]
    )


def is_idle(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a plain verb is none of meeting: no people who go, no delegation at work."""
    norms = sentence.flow.norms
    if verb.entry.key == "sit for":
        return not sits(sentence.reading, sentence, verb)
    if verb.entry.key == "work with":
        return not _DELEGATIONS & set(norms[max(0, verb.first - _BODY_GAP) : verb.first])
    if verb.entry.key in _FACING:
        return not _faces_person(sentence, verb)
    if verb.entry.key == "convene":
        return not TRAVELLERS & set(norms[verb.last : verb.last + _CALLED])
    if verb.entry.key in ("host", "receive"):
        return not _has_guest(sentence, verb)
    idle = verb.entry.key in PLAIN_TRAVEL and not is_journey(sentence, verb)
    return (
        idle
        or _is_habit(sentence, verb)
        or _is_in_talks(sentence, verb)
        or is_barred(sentence, verb)
        or (verb.entry.key in _PLACE_VERBS and leaves_earth(sentence, verb))
    )


def _is_in_talks(sentence: Sentence, verb: Word) -> bool:
    """Tell of a state of things and no session: "is in talks with", "is negotiating with"."""
    before = sentence.flow.norms[max(0, verb.first - 1) : verb.first]
    if verb.entry.key == "talk with":
        return verb.entry.detail == "s" and before == ["in"]
    if verb.entry.key == "hold talks":
        return verb.entry.detail == "ing" and not FORMS_OF_BE.isdisjoint(before)
    return verb.entry.key == "negotiate with" and verb.entry.detail == "ing"


def _is_habit(sentence: Sentence, verb: Word) -> bool:
    """Tell of what is done over and over: "the agencies meet once a year"."""
    after = words_between(sentence, verb.last, verb.last + _HABIT_REACH)
    return verb.entry.detail in ("base", "s") and _HABIT.match(after) is not None


def _has_guest(sentence: Sentence, verb: Word) -> bool:
    """Tell whether people are hosted or received, and no headquarters, data or proposals."""
    norms = sentence.flow.norms
    if verb.entry.key == "host":
        return not _hosts_a_thing(sentence, verb)
    if norms[max(0, verb.first - 1)] in FORMS_OF_BE:
        return True
    reach = range(verb.last, verb.last + _CALLED)
    people = any(a.first in reach and a.kind in _PERSONS for a in sentence.actors)
    return people or not _GUESTS.isdisjoint(norms[verb.last : verb.last + _CALLED])


def _hosts_a_thing(sentence: Sentence, verb: Word) -> bool:
    """Tell whether what is hosted is no guest: "will host the agency's headquarters in Cairo"."""
    hosted = takewhile(lambda norm: norm not in _AFTER_OBJECT, sentence.flow.norms[verb.last :])
    return not _HOSTED_THINGS.isdisjoint(hosted)


def _faces_person(sentence: Sentence, verb: Word) -> bool:
    """Tell whether two people are on both sides of a verb: "she is to see Minister X in Oslo"."""
    people = [a for a in all_actors(sentence) if a.kind == "person" or a.key == "they"]
    pronoun = {"he", "she", "they", "i", "we"} & set(
        sentence.flow.norms[max(0, verb.first - _SEEN) : verb.first]
    )
    before = pronoun or any(0 <= verb.first - a.last <= _SEEN for a in people)
    return bool(before) and any(0 <= a.first - verb.last <= 1 for a in people if a.kind == "person")


def meets_a_thing(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a need or a goal is met, and nobody: "to meet the challenges", "it was met"."""
    norms = sentence.flow.norms
    passive = norms[verb.first] == "met" and norms[max(0, verb.first - 1)] in FORMS_OF_BE
    if passive and norms[verb.last : verb.last + 1] not in (["by"], ["with"]):
        return bool(_MET_THINGS & set(norms[max(0, verb.first - _OBJECT) : verb.first]))
    return bool(_MET_THINGS & set(norms[verb.last : verb.last + _OBJECT]))


def _both_sides(
    reading: Reading, sentence: Sentence, verb: Word, found: list[Actor]
) -> tuple[list[Actor], str]:
    """Return the parties of two sides, from the article where the verb leaves no doubt."""
    parties = find.settled(reading, clean_parties(found))
    if len(codes(parties)) >= 2:
        return parties, "explicit"
    if codes(parties) and verb.entry.key == "meet" and is_own_council(sentence, verb, parties):
        return parties, "explicit"
    if not found or verb.entry.kind == "discuss" or verb.entry.weak:
        return [], ""
    if verb.entry.key in _PLACE_VERBS:
        return [], ""
    filled, source = find.complete(reading, sentence, found)
    sure = source in ("explicit", "sentence") or (codes(parties) and _has_partner(sentence, verb))
    return (filled, source) if sure else ([], "")


def is_noun(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the form is really a noun: "the visit", "his meeting", "on discuss"."""
    after = sentence.flow.norms[verb.last : verb.last + 1]
    if sentence.flow.norms[verb.last - 1].endswith("ing") and after in (["of"], ["between"]):
        return True
    if verb.entry.detail == "ing" and _is_described(sentence, verb):
        return True
    before = _before_modifiers(sentence, verb.first)
    noun = (
        before in _BEFORE_NOUN
        or before in _LONG
        or before in ORDINAL_WORDS
        or before in IN_SEQUENCE
    )
    return noun and verb.entry.detail in ("base", "s", "ing") and not _is_next(sentence, verb)


def _is_described(sentence: Sentence, verb: Word) -> bool:
    """Tell whether an article and adjectives lead to it: "will hold a kick-off meeting"."""
    for token in reversed(sentence.flow.tokens[max(0, verb.first - _ADJECTIVES) : verb.first]):
        if token.norm in ("a", "an", "another"):
            return True
        if not token.text.islower() or token.norm in _NO_ADJECTIVE:
            return False
    return False


def _before_modifiers(sentence: Sentence, position: int) -> str:
    """Return the word before `position`, over an adjective of state: "his" of "his Kazakh host"."""
    beside = [a for a in sentence.actors if a.last == position and a.why_not == "modifier"]
    first = beside[0].first if beside else position
    return sentence.flow.norms[first - 1] if first else ""


def _is_next(sentence: Sentence, verb: Word) -> bool:
    """Tell of "when they next meet", where "next" is no adjective."""
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    return before == "next" and verb.entry.key == "meet" and verb.entry.detail in ("base", "s")


def _has_partner(sentence: Sentence, verb: Word) -> bool:
    return bool(sentence.flow.norms[verb.last - 1] == "with" or verb.entry.key in _PLACE_VERBS)


def _verb_parties(sentence: Sentence, verb: Word) -> list[Actor]:
    subjects = _subjects(sentence, verb)
    objects = [*find.partners(sentence, verb.last - 1)]
    if verb.entry.kind == "meet" and not objects:
        objects = [a for a in list_after(sentence, verb.last, 3) if a.why_not in ("", "speaker")]
    if verb.entry.weak or verb.entry.key in _VERBS_OF_STATE:
        guests = [*objects, *list_after(sentence, verb.last, 3), *find.agents(sentence, verb.last)]
        objects = [a for a in guests if _is_delegation(a)]
        if not codes(expand(objects)) - codes(expand(subjects)) or not subjects:
            return []
    if verb.entry.kind == "discuss":
        groups = [a for a in subjects if a.kind == "group" and len(a.members) >= 2]
        people = {
            a.code for a in expand(subjects) if a.kind == "person" or _is_speaker(a, subjects)
        }
        if objects or groups or _sends_delegation(sentence, subjects) or _on_a_day(sentence, verb):
            return [*subjects, *objects]
        return subjects if len(people) >= 2 else []
    return [*subjects, *objects]


def _on_a_day(sentence: Sentence, verb: Word) -> bool:
    """Tell of "A and B on Friday discussed": what has its day is one meeting, no long debate."""
    start = sentence.offset(verb.first)
    return any(h.end <= start <= h.end + 1 and h.is_day for h in sentence.dates)


def _sends_delegation(sentence: Sentence, subjects: list[Actor]) -> bool:
    """Tell whether one who discussed is a delegation, which faces the others."""
    norms = sentence.flow.norms
    return any(not _DELEGATIONS.isdisjoint(norms[a.first : a.last + 1]) for a in expand(subjects))


def _is_speaker(actor: Actor, subjects: list[Actor]) -> bool:
    """Tell whether an actor is the "I" of "the minister and I discussed"."""
    return any(a.kind == "group" and a.key == "speaker" and actor in a.members for a in subjects)


def _subjects(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return who does the meeting; of "X, which met" and "X, meeting in Rome" the noun before."""
    subjects = find.subjects(sentence, verb.first)
    bodies = _joint_bodies(sentence, verb)
    if bodies and len(codes(expand(subjects))) < len(bodies):
        return bodies
    norms = sentence.flow.norms
    if subjects or not {"which", "who", ","} & set(norms[max(0, verb.first - 2) : verb.first]):
        return subjects
    before = [a for a in all_actors(sentence) if a.last <= verb.first and a.code]
    return [a for a in before[-1:] if verb.first - a.last <= 6]


def _joint_bodies(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return the states of a joint body that meets: "the US-India working group met"."""
    named = [(a.first, a.last) for a in sentence.actors if a.kind == "organization"]
    named += [(n.first, n.last) for n in sentence.names if n.kind == "programme"]
    for first, last in named:
        if 0 <= verb.first - last <= _BODY_GAP and last - first > 2:
            return find.joined_states(sentence, first, last)
    return []


def _is_delegation(actor: Actor) -> bool:
    """Tell whether a guest is somebody who can be met: a person, a delegation, officials."""
    return actor.kind == "person" or bool(
        actor.code and " " in actor.name and actor.name.split()[-1].islower()
    )
