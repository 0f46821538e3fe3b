"""Which actors of a sentence are the parties of a deed."""

import re
from itertools import pairwise

from ingest.extract import gate
from ingest.extract.actors import Actor, party_name
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import clean_parties
from ingest.extract.grammar import (
    all_actors,
    clause_bounds,
    codes,
    expand,
    list_after,
    words_between,
)
from ingest.extract.lexicon import organization_names, space_agencies
from ingest.extract.mentions import Stream, are_joined, find_names
from ingest.extract.vocabulary import words

_USABLE = ("", "speaker")
_ADDRESS = words("form_of_address")
_STATE_NAMES = ("country", "adjective", "demonym", "capital")


_EVENTS = words("event_name")
_LAST_WORD = re.compile(r"\b[A-Z][a-z]+$")


def is_event(actor: Actor) -> bool:
    """Tell whether a name is that of a gathering, which may be attended but does not act."""
    last = _LAST_WORD.search(actor.name) if actor.code is None else None
    return last is not None and last.group().lower() in _EVENTS


def is_space_body(actor: Actor) -> bool:
    """Tell whether an actor works in space, by the register or by its name."""
    if actor.key in space_agencies():
        return True
    return gate.names_space(organization_names().get(actor.key, "") or party_name(actor))


def _is_party(actor: Actor) -> bool:
    """Tell whether an actor may act: no unknown name, no event."""
    if is_event(actor):
        return False
    return not actor.why_not and (actor.kind != "name" or bool(actor.code))


def subjects(sentence: Sentence, position: int) -> list[Actor]:
    """Return the actors before the verb at `position`, in its clause."""
    first, _ = clause_bounds(sentence, position)
    before = [a for a in all_actors(sentence) if first <= a.first and a.last <= position]
    picked = [a for a in before if a.why_not in _USABLE and not a.possessive]
    picked = [a for a in picked if not is_maker(sentence, a, position)]
    strong = [a for a in picked if _is_party(a)]
    if strong:
        own = _of_own_clause(sentence, strong, position)
        return own if len(own) > 1 else [*_strangers_with(sentence, own[0], picked), *own]
    near = [a for a in picked if position - a.last <= 2]
    return near[-1:]


_MADE_BY = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ ){1,3}?by(?: [\w-]+){0,4}$")


def is_maker(sentence: Sentence, actor: Actor, position: int) -> bool:
    """Tell whether something else acts at `position`: "crafts are built by A and will carry"."""
    if sentence.flow.norms[actor.last : position] not in (["and"], ["and", "also"]):
        return False
    return _MADE_BY.search(words_between(sentence, 0, actor.first)) is not None


def _strangers_with(sentence: Sentence, known: Actor, before: list[Actor]) -> list[Actor]:
    """Return the unknown name listed before the only known actor: "Cosmo Farnet and ESA signed"."""
    gaps = ((a, sentence.flow.norms[a.last : known.first]) for a in before if a.kind == "name")
    return [a for a, gap in gaps if gap[:1] in (["and"], ["&"]) and set(gap) <= _GLUE]


_AUXILIARIES = frozenset({"has", "have", "had", "will", "also", "jointly", "then", "recently"})
_REPORTED = words("say_verb") | {"that"}
_GLUE = frozenset({",", "and", "the", "&", "both"})


def _of_own_clause(sentence: Sentence, actors: list[Actor], position: int) -> list[Actor]:
    """Keep of the actors before a verb those of its own clause: "A signed X, B has joined Y"."""
    norms = sentence.flow.norms
    if not set(norms[actors[-1].last : position]) <= _AUXILIARIES:
        return actors
    own = [actors[-1]]
    for actor in reversed(actors[:-1]):
        if not set(norms[actor.last : own[0].first]) <= _GLUE:
            break
        own.insert(0, actor)
    start = own[0].first
    while start > 0 and norms[start - 1] in ("the", "and", "while"):
        start -= 1
    apart = start > 0 and (norms[start - 1] == "," or norms[start - 1] in _REPORTED)
    return own if apart and len(own) < len(actors) else actors


def partners(sentence: Sentence, position: int) -> list[Actor]:
    """Return the actors that follow "with" (or "between", "by") after token `position`."""
    norms = sentence.flow.norms
    _, last = clause_bounds(sentence, position)
    found: list[Actor] = []
    for step in range(position, last):
        if norms[step] in ("with", "between", "alongside"):
            found.extend(
                a
                for a in list_after(sentence, step + 1, 5)
                if a.why_not in ("", "modifier", "speaker")
                and not is_event(a)
                and not _is_reporter(a, step + 1)
            )
            if found:
                break
    return [a for a in found if a.why_not != "modifier" or a.kind != "state"]


def _is_reporter(actor: Actor, first: int) -> bool:
    """Tell whether somebody after the listed ones, from token `first` on, only reports of them."""
    return actor.why_not == "speaker" and actor.kind in ("name", "person") and actor.first > first


def agents(sentence: Sentence, position: int) -> list[Actor]:
    """Return the actors after "by": "signed by A, B and C"."""
    norms = sentence.flow.norms
    for step in range(position, min(position + 8, len(norms))):
        if norms[step] == "by":
            return [a for a in list_after(sentence, step + 1, 4) if a.why_not in _USABLE]
        if norms[step] in (",", ";"):
            break
    return []


_APART = words("apart_noun")


def between(sentence: Sentence) -> list[Actor]:
    """Return the actors of "between A and B" in a sentence."""
    for step, norm in enumerate(sentence.flow.norms):
        parted = step > 0 and sentence.flow.norms[step - 1] in _APART
        if norm in ("between", "among") and not parted:
            listed = [
                a
                for a in list_after(sentence, step + 1, 4)
                if a.why_not in ("", "speaker", "possessive", "modifier")
            ]
            known = codes(expand(listed))
            pair = known and len([a for a in listed if a.kind in ("organization", "state")]) >= 2
            if len(known) >= 2 or pair or any(a.kind == "group" for a in listed):
                return listed
    return []


def paired(sentence: Sentence, position: int) -> list[Actor]:
    """Return the states joined before a noun: "US-Japan", "Russian-Uzbek", "Japan-U.S. space"."""
    flow = sentence.flow
    actors = [
        a for a in sentence.actors if a.code and a.last <= position and position - a.last <= 5
    ]
    for left, right in zip(actors[::-1][1:], actors[::-1], strict=False):
        if left.last == right.first and flow.hyphenated[right.first]:
            return [left, right]
        if (
            left.last + 1 == right.first
            and flow.norms[left.last] in ("-", "/")
            and left.code != right.code
        ):
            return [left, right]
    return []


def joined_states(sentence: Sentence, first: int, last: int) -> list[Actor]:
    """Return the two states that a name of tokens `[first, last)` joins: "US-Japan Dialogue"."""
    flow = sentence.flow
    inner = Stream(
        flow.tokens[first : last - 1],
        flow.norms[first : last - 1],
        flow.hyphenated[first : last - 1],
    )
    found = [name for name in find_names(inner) if name.kind in _STATE_NAMES and name.code]
    for left, right in pairwise(found):
        if are_joined(inner, left, right):
            return [
                Actor(first + n.first, first + n.last, n.name, n.code, "state")
                for n in (left, right)
            ]
    return []


def others(sentence: Sentence, taken: list[Actor]) -> list[Actor]:
    """Return the remaining actors of a sentence that could be parties."""
    have = codes(expand(taken))
    return [a for a in all_actors(sentence) if _is_party(a) and not (codes(expand([a])) & have)]


def complete(reading: Reading, sentence: Sentence, found: list[Actor]) -> tuple[list[Actor], str]:
    """Fill up to two parties: from the sentence, then from the article; say how."""
    parties = settled(reading, clean_parties(found))
    if len(_keys(parties)) >= 2:
        return parties, "explicit"
    rest = clean_parties([*found, *others(sentence, found)])
    if len(_keys(rest)) >= 2:
        return rest, "sentence"
    flagged = [a for a in sentence.actors if a.code and a.why_not in ("possessive", "modifier")]
    wide = clean_parties([*rest, *[a for a in flagged if a.code not in codes(rest)]])
    if len(_keys(wide)) >= 2:
        return wide, "flagged"
    return _from_article(reading, sentence, wide)


def settled(reading: Reading, parties: list[Actor]) -> list[Actor]:
    """Let somebody of unknown state who deals with one main state act for the other one."""
    known, main = codes(parties), reading.main[:2]
    strangers = [a for a in parties if a.code is None and _is_somebody(a)]
    if len(known) != 1 or not strangers or not known < codes(main):
        return parties
    other = next(a for a in main if a.code not in known)
    return [*[a for a in parties if a not in strangers], other]


def _is_somebody(actor: Actor) -> bool:
    """Tell whether a name is a person's: known as one, or led by a form of address."""
    address = actor.name.partition(" ")[0].rstrip(".").lower()
    return actor.kind == "person" or (actor.kind == "name" and address in _ADDRESS)


def _from_article(
    reading: Reading, sentence: Sentence, found: list[Actor]
) -> tuple[list[Actor], str]:
    have = codes(found)
    pair = list(reading.pairs[sentence.index]) or reading.main[:2]
    main = codes(reading.main[:2])
    if not reading.bilateral:
        return found, "single"
    if not have or have <= main:
        filled = clean_parties([*found, *[a for a in reading.main[:2] if a.code not in have]])
    elif have & codes(list(pair)):
        filled = clean_parties([*found, *[a for a in pair if a.code not in have]])
    else:
        filled = found
    return filled, "article" if len(_keys(filled)) >= 2 else "single"


def _keys(actors: list[Actor]) -> set[str]:
    return {actor.code or actor.name.lower() for actor in actors}
