"""Who goes where: "the visit of X to Y", "Z's trip to Y", "a visit to Y by X", several stops."""

from ingest.extract.actors import Actor
from ingest.extract.context import Sentence
from ingest.extract.grammar import all_actors, clause_bounds
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import words

TRAVELLERS = words("traveller")
_NOT_ON_EARTH = words("heavenly_body")
_ARTICLES = frozenset({"the", "a", "an"})
_TRAVELLER_REACH = 9  # tokens before a verb of travel in which those who go are named
_STATIONS = (["international", "space"], ["space", "station"])
_GOAL_REACH = 4  # tokens after it in which the place is named
_PURPOSE = 12  # tokens after it in which it is said what for
EXPECTED = words("expected_guest")
# Verbs of travel that tell of a visit only where people go to a named place.
PLAIN_TRAVEL = words("plain_travel") | EXPECTED
_REACH = 18  # tokens after the noun in which its guest and its host are named
_GUEST_WORDS = ("of", "by", "from")
_STOP_GLUE = frozenset({",", "and", "the", "followed", "by", "then", "later", "also", "to"})


def is_visit(word: Word) -> bool:
    """Tell whether a noun is one of visiting; a state visit is a summit told as a visit."""
    return word.entry.code == "visit" or word.entry.key.endswith(" visit")


def visit_sides(sentence: Sentence, word: Word) -> list[Actor]:
    """Return the guests and the hosts that a noun of visiting names around it, guests first."""
    _, last = clause_bounds(sentence, word.first)
    last = min(last, word.last + _REACH)
    named = [a for a in all_actors(sentence) if word.last <= a.first < last]
    guests = [a for a in named if _led_by(sentence, a, _GUEST_WORDS) and a.code]
    hosts = [a for a in named if _led_by(sentence, a, ("to",)) and a.code]
    owners = [
        a
        for a in all_actors(sentence)
        if a.possessive and a.last <= word.first and word.first - a.last <= 5
    ]
    sides = [*owners, *guests[:1], *hosts[:1]] if hosts else [*owners, *guests[:1]]
    return sides if hosts and (guests or owners) else []


def _led_by(sentence: Sentence, actor: Actor, words: tuple[str, ...]) -> bool:
    norms = sentence.flow.norms
    step = actor.first - 1
    while step > 0 and norms[step] in ("the", "an", "a"):
        step -= 1
    return step >= 0 and norms[step] in words


def destinations(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return the stops after a verb of travel: "will visit A and B, followed by C"."""
    _, last = clause_bounds(sentence, verb.first)
    stops: list[Actor] = []
    for actor in sentence.actors:
        if not verb.last <= actor.first < last or not actor.code or actor.why_not == "modifier":
            continue
        if stops and not _goes_on(sentence, stops[-1], actor):
            break
        if actor.code not in {stop.code for stop in stops}:
            stops.append(actor)
    return stops


def _goes_on(sentence: Sentence, before: Actor, after: Actor) -> bool:
    states = before.kind == after.kind == "state"
    return states and all(w in _STOP_GLUE for w in sentence.flow.norms[before.last : after.first])


def purpose(sentence: Sentence, verb: Word) -> str:
    """Return for what people travel: talks of "flew to Oslo for talks", else a visit."""
    norms = sentence.flow.norms
    for word in sentence.triggers:
        ahead = 0 <= word.first - verb.last <= _PURPOSE and word.entry.kind == "meeting"
        if ahead and "for" in norms[max(verb.last, word.first - 4) : word.first]:
            return word.entry.code
    return "visit"


def is_journey(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a plain verb of travel takes people to a place with a name."""
    if verb.entry.key == "be in" and any(
        word.entry.kind in ("meet", "discuss", "meeting") and word.first != verb.first
        for word in sentence.triggers
    ):
        return False  # where people were is only said beside what they did there
    if verb.entry.key == "be at" and not sentence.dates:
        return False
    return _has_travellers(sentence, verb) and _has_goal(sentence, verb)


def _has_travellers(sentence: Sentence, verb: Word) -> bool:
    first = max(0, verb.first - _TRAVELLER_REACH)
    named = any(
        a.kind == "person" and first <= a.last - 1 < verb.first for a in all_actors(sentence)
    )
    return named or bool(TRAVELLERS & set(sentence.flow.norms[first : verb.first]))


def leaves_earth(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb of travel takes people into space: "will fly to the ISS"."""
    ahead = sentence.flow.norms[verb.last : verb.last + _GOAL_REACH]
    goal = [norm for norm in ahead if norm not in _ARTICLES | {"to"}]
    return bool(goal) and (goal[0] in _NOT_ON_EARTH or goal[:2] in _STATIONS)


def _has_goal(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the place after a verb of travel is on Earth and has a name."""
    if leaves_earth(sentence, verb):
        return False
    reach = range(verb.last, verb.last + _GOAL_REACH)
    known = any(a.first in reach and a.code for a in sentence.actors)
    if verb.entry.key == "be in":
        return known and sentence.flow.norms[verb.last] not in _ARTICLES
    after = sentence.flow.tokens[verb.last : verb.last + 1]
    return known or bool(after and after[0].capital)
