"""Joining told without the instrument's usual words: founders, bodies joined, "which signed on".

Three constructions beside the signing of the Accords by name: who founded them, a named body or
initiative that a state or agency joins, and a signing without its object in a text about them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.extract import gate, lexicon
from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import clean_parties
from ingest.extract.grammar import codes, list_after, list_before
from ingest.extract.lexicon import Entry
from ingest.extract.mentions import Mention, Word
from ingest.extract.nominals import names_instrument
from ingest.extract.vocabulary import words

_FOUNDING = words("founding_of_accords")
JOINING_VERBS = words("joining_verb")
_BODY_HEADS = words("joined_body")
_LOOSE_ENDS = frozenset(
    {
        "on",
        "in",
        "at",
        "last",
        "this",
        "for",
        "earlier",
        "before",
        "after",
        "already",
        ".",
        ",",
        ";",
        "today",
        "yesterday",
    }
)
_BECOME = "become"
_MEMBERS = frozenset({"member", "members", "participating"})
_PART = frozenset({"part"})  # "became part of the Group", which its work may be too: "of ESA's"
_OF_BODY = ("of", "in")  # "a member of", "a participating state in"
_ADMITTED = words("admitting_verb")
_WELCOMING = frozenset({"welcome", "welcomes", "welcomed", "welcoming"}) | _ADMITTED
_JOINED = Entry("join", "signed", "join", "agreement", "past")  # what "admitted as" comes to
_HAVING = frozenset({"has", "have", "had", "having"})
_OWNED = 3  # tokens from a body to the name of its programme
_RANKED = 4  # tokens between a body and "member", its "'s" among them: "'s 19th", "'s newest full"
_MEMBER_REACH = 8  # tokens from "became" to the "of" before the body
_OBJECT_REACH = 2  # tokens between a verb of founding and the instrument
_PASSIVE_REACH = 8


@dataclass(frozen=True, slots=True)
class Joining:
    """A state or agency that joins: the verb, who, and the title of what is joined."""

    verb: Word
    joiners: list[Actor]
    title: str


def founding_verb(sentence: Sentence, instrument: Mention) -> Word | None:
    """Return the verb of "A and B established the Accords", "the Accords, announced by A"."""
    for verb in sentence.triggers:
        if verb.entry.kind != "sign" or verb.entry.key not in _FOUNDING:
            continue
        ahead = instrument.first - verb.last
        past = verb.entry.detail in ("past", "participle")
        if 0 <= ahead <= _OBJECT_REACH and (past or _come_together(sentence, verb) is not None):
            return verb
        if past and ahead > 0 and _is_fronted(sentence, verb, instrument):
            return verb
        gap = sentence.flow.norms[instrument.last : verb.first]
        near = verb.first >= instrument.last and len(gap) <= _PASSIVE_REACH
        if near and (verb.entry.key == "date from" or gap[-1:] in (["was"], ["were"])):
            return verb
        by = sentence.flow.norms[verb.last : verb.last + 1] == ["by"]
        if verb.first >= instrument.last and verb.entry.detail == "past" and by:
            return verb
    return None


def _come_together(sentence: Sentence, verb: Word) -> Word | None:
    """Return "joined" of "A joined with seven nations to establish": who joined has founded."""
    norms = sentence.flow.norms
    if verb.entry.detail != "base" or norms[verb.first - 1 : verb.first] != ["to"]:
        return None
    for word in sentence.triggers:
        with_others = norms[word.last : word.last + 1] == ["with"]
        if word.entry.kind == "join" and word.entry.detail == "past" and with_others:
            return word if 0 < verb.first - word.last <= _PASSIVE_REACH else None
    return None


def _is_fronted(sentence: Sentence, verb: Word, instrument: Mention) -> bool:
    """Tell of "Launched in 2020 by A and B, the Accords advance cooperation"."""
    between = sentence.flow.norms[verb.last : instrument.first]
    return verb.first == 0 and "by" in between[:_BY] and {",", "the"} <= set(between[-3:])


_BY = 4  # tokens after a participle in which it says by whom: "launched in 2020 by"


def founders(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return who is said to have founded an instrument."""
    together = _come_together(sentence, verb) or verb
    agents = find.agents(sentence, verb.last)
    subjects = find.subjects(sentence, together.first)
    found = agents or [*subjects, *find.partners(sentence, verb.first)]
    return [a for a in clean_parties(found) if a.code]


def joined_bodies(sentence: Sentence) -> Iterator[Joining]:
    """Yield "A joined the Space Climate Observatory": a named body that states or agencies join."""
    if sentence.space < gate.STRONG:
        return
    for verb in sentence.triggers:
        if verb.entry.kind != "join" or verb.entry.key not in JOINING_VERBS | {_BECOME}:
            continue
        before = find.subjects(sentence, verb.first) or _meant_by_which(sentence, verb)
        subjects = [a for a in before if _may_join(a)]
        joiners = [a for a in clean_parties(subjects) if a.code]
        if verb.entry.key == _BECOME:
            title = _body_of_member(sentence, verb.last, ranked=_has_become(sentence, verb))
        else:
            title = _body_after(sentence, verb, codes(joiners))
        if title and joiners:
            yield Joining(verb, joiners, title)
            return


def admitted(sentence: Sentence) -> Iterator[Joining]:
    """Yield "B was admitted as a member of C", "welcomed A and B as new members of C"."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - 1):
        if norms[step] in _INTO and norms[step - 1] in _ADMITTED | _COME:
            yield from _let_in(sentence, step)
            return
        if norms[step] != "as" or _MEMBERS.isdisjoint(norms[step : step + _MEMBER_REACH]):
            continue
        title = _body_of_member(sentence, step)
        verb = step - 1
        if norms[verb] in _ADMITTED:
            listed = find.subjects(sentence, verb)
        else:
            listed = list_before(sentence, step, 1)
            start = listed[0].first - 1 if listed else 0
            verb = next((i for i in (start, start - 1) if norms[max(0, i)] in _WELCOMING), -1)
        joiners = _states_among(listed)
        if title and joiners and verb >= 0:
            yield Joining(Word(verb, verb + 1, _JOINED), joiners, title)
            return


def _let_in(sentence: Sentence, into: int) -> Iterator[Joining]:
    """Yield "B was admitted | to C", "B has come | into C as its 19th member"."""
    bodies = [a for a in list_after(sentence, into + 1, 2)[:1] if _has_members(a)]
    joiners = _states_among(find.subjects(sentence, into - 1))
    told = not _MEMBERS.isdisjoint(sentence.flow.norms[into:])
    sure = sentence.flow.norms[into - 1] in _ADMITTED or told
    if bodies and joiners and sure and bodies[0].kind == "organization":
        yield Joining(Word(into - 1, into, _JOINED), joiners, bodies[0].name)


def _states_among(actors: list[Actor]) -> list[Actor]:
    return [a for a in clean_parties(actors) if a.code in lexicon.member_states()]


_INTO = frozenset({"to", "into"})
_COME = frozenset({"come", "came", "comes"})


def _has_become(sentence: Sentence, verb: Word) -> bool:
    """Tell "became" and "has become" from what somebody may or is to become."""
    norms = sentence.flow.norms
    return norms[verb.first] == "became" or norms[max(0, verb.first - 1)] in _HAVING


def _meant_by_which(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return the state of "A, which has joined B"."""
    signer = _signer(sentence, verb)
    return [signer] if signer else []


def _may_join(actor: Actor) -> bool:
    return bool(actor.members) or (bool(actor.code) and actor.kind in ("state", "organization"))


def _body_of_member(sentence: Sentence, first: int, *, ranked: bool = False) -> str:
    """Return the body of "became | the 23rd member state of the European Space Agency".

    With `ranked` also that of "became | ESA's 23rd member state".
    """
    norms = sentence.flow.norms
    reach = range(first, min(first + _MEMBER_REACH, len(norms)))
    of = next((step for step in reach if norms[step] in _OF_BODY), -1)
    told = set(norms[first:of]) if of >= 0 else set()
    if _MEMBERS.isdisjoint(told) and told != _PART:
        return _body_before_member(sentence, reach, _RANKED if ranked else 0)
    body = next((a for a in sentence.actors if a.first <= of + 2 and a.last > of + 1), None)
    if body is None or (told == _PART and body.possessive):
        return ""
    return body.name if _has_members(body) else ""


def _has_members(body: Actor) -> bool:
    """Tell whether a name is that of a body which is no state's own."""
    return body.kind in ("organization", "name") and body.code not in lexicon.member_states()


def _body_before_member(sentence: Sentence, reach: range, between: int) -> str:
    """Return the body of "as new | UNCOPUOS member states", with so many tokens in between."""
    norms = sentence.flow.norms
    member = next((step for step in reach if norms[step] in _MEMBERS), -1)
    for body in sentence.actors:
        gap = member - body.last
        if body.first in reach and (gap == 0 or (body.possessive and 0 < gap <= between)):
            return body.name if _has_members(body) else ""
    return ""


def _body_after(sentence: Sentence, verb: Word, joining: set[str]) -> str:
    """Return the name of the body right after a verb of joining, of other states, else nothing."""
    actors = list_after(sentence, verb.last, 2)[:1]
    if actors and actors[0].possessive:
        actors = _owned(sentence, actors[0])
    if not actors or "member" in sentence.flow.norms[verb.last : actors[0].last]:
        return ""
    body = actors[0]
    after = sentence.flow.norms[body.last : body.last + 5]
    if body.kind == "organization" and after[:1] == ["as"] and "member" in after:
        return body.name
    if _is_of_states(body) and body.code not in joining and not _is_aided(after):
        return body.name
    words = [word.strip(".,()").lower() for word in body.name.split()]
    foreign = body.code is None or body.code not in joining
    named = any(word in _BODY_HEADS for word in words[-3:]) and len(words) > 1
    fits = body.kind in ("organization", "name") and foreign
    return body.name if named and fits else ""


def _is_of_states(body: Actor) -> bool:
    """Tell whether a body is one that states are members of: "APSCO"."""
    named = body.kind == "organization" and body.code is not None
    return named and _has_members(body) and find.is_space_body(body)


def _is_aided(after: list[str]) -> bool:
    """Tell of "joined ESA in building", who only does the same: not "joined ESA in 2016"."""
    return after[:1] in (["in"], ["for"], ["to"]) and not "".join(after[1:2])[:1].isdigit()


def _owned(sentence: Sentence, owner: Actor) -> list[Actor]:
    """Return what a body owns, under the whole name: "ESA's Space Safety Programme"."""
    flow = sentence.flow
    for actor in sentence.actors:
        if owner.last < actor.first <= owner.last + _OWNED:
            first, last = owner.last + 1, actor.last
            name = " ".join([f"{owner.name}'s", *(t.text for t in flow.tokens[first:last])])
            return [replace(actor, name=name, code=owner.code)]
    return []


def loose_signers(reading: Reading, sentence: Sentence) -> Iterator[Joining]:
    """Yield "Greece, which signed on 9 February" in a text that has just named the Accords."""
    signings = [w for w in sentence.triggers if w.entry.key == "sign" and w.entry.detail == "past"]
    if not signings:  # asked before the sentences above, which are many
        return
    if names_instrument(sentence):
        return
    if not _named_before(reading, sentence):
        return
    norms = sentence.flow.norms
    for verb in signings:
        after = norms[verb.last] if verb.last < len(norms) else "."
        signer = _signer(sentence, verb) or _signed_for(sentence, verb)
        if after in _LOOSE_ENDS and signer is not None:
            yield Joining(verb, _listed_with(sentence, signer), "Artemis Accords")


def _signer(sentence: Sentence, verb: Word) -> Actor | None:
    """Return the state right before a verb, also over ", which"."""
    skip = frozenset({",", "which", "who", "has", "had", "also", "then"})
    norms = sentence.flow.norms
    for actor in reversed(sentence.actors):
        if actor.last <= verb.first and all(w in skip for w in norms[actor.last : verb.first]):
            state = actor.kind in ("state", "person") and actor.code and not actor.possessive
            return actor if state and actor.why_not in ("", "speaker") else None
    return None


def _listed_with(sentence: Sentence, signer: Actor) -> list[Actor]:
    """Return a signer with the states listed before it: "Chile, Peru and Cuba had signed"."""
    listed = [a for a in list_before(sentence, signer.last) if a.kind == "state" and a.code]
    return listed if signer in listed else [signer]


def _signed_for(sentence: Sentence, verb: Word) -> Actor | None:
    """Return the state of "the ambassador signed for A"."""
    if sentence.flow.norms[verb.last : verb.last + 1] != ["for"]:
        return None
    states = [a for a in list_after(sentence, verb.last + 1, 1) if a.kind == "state" and a.code]
    return states[0] if states else None


def _named_before(reading: Reading, sentence: Sentence) -> bool:
    before = takewhile(lambda each: each.index < sentence.index, reading.sentences)
    return any(_names_accords(each) for each in before)


def _names_accords(sentence: Sentence) -> bool:
    norms = sentence.flow.norms
    return "accords" in norms and any(
        norm == "accords" and sentence.flow.tokens[step].capital for step, norm in enumerate(norms)
    )
