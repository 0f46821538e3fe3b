"""Who goes where: "the visit of X to Y", "Z's trip to Y", "a visit to Y by X", several stops."""

from ingest.extract.actors import Actor
from ingest.extract.context import Sentence
from ingest.extract.grammar import all_actors, clause_bounds
from ingest.extract.mentions import Word

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
