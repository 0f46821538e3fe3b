"""Who receives what somebody undertakes, or is helped by it.

"Give the Kenya Space Agency access", "train Egyptian engineers", "launch a Bolivian satellite",
"open a station in Somalia", "a rover for Japan": read from the words of the act alone.
"""

from collections.abc import Iterator

from ingest.extract import lexicon
from ingest.extract.actors import Actor
from ingest.extract.context import Sentence
from ingest.extract.grammar import codes
from ingest.extract.mentions import Mention
from ingest.extract.vocabulary import words

_GIVING = words("giving_verb")  # takes who receives as its first object
_SETTING_UP = words("local_founding_verb")  # "in" tells where, and for whom
_SERVED = words("served_thing")
_PEOPLE = words("trained_people")
_TOWARDS = frozenset({"for", "to", "help", "support", "assist"})
_FIRST = 4  # tokens at the start of an act in which its verb stands: "also help to"
_NOUN = 3  # tokens after a nationality in which its noun stands: "two Kenyan satellite engineers"
_TOGETHER = 2  # parties from which on one of them may be who is helped


def beneficiary_of(sentence: Sentence, parties: list[Actor], first: int, last: int) -> Actor | None:
    """Return who is served by the act of tokens `[first, last)`, if it names one that is no doer.

    Of several who undertake something together, one may be the one it is done for.
    """
    doers = codes(parties)
    given = list(_receivers(sentence, first, last))
    nationals = list(_nationals(sentence, first, last))
    found = [*given, *_reached(sentence, first, last), *_hosts(sentence, first, last)]
    if len(codes(nationals)) == 1:  # not "a flight of American and Indian astronauts"
        found += nationals
    others = [actor for actor in found if actor.code not in doers]
    own = [actor for actor in given if actor.code in doers and len(doers) >= _TOGETHER]
    return next(iter([*others, *own]), None)


def _receivers(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield the first object of giving and helping: "provide Japan with", "help ESA build"."""
    norms = sentence.flow.norms
    for actor in _named(sentence, first, last):
        at = actor.first - (norms[actor.first - 1] == "the")
        giving = first < at <= first + _FIRST and norms[at - 1] in _GIVING
        if giving and not actor.possessive and actor.why_not in ("", "speaker"):
            yield actor


def _reached(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield who stands after "for", "to" or "help"."""
    norms = sentence.flow.norms
    for actor in _named(sentence, first, last):
        at = actor.first - 1 - (norms[actor.first - 1] == "the")
        if at >= 0 and norms[at] in _TOWARDS:
            yield actor


def _nationals(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield the state of people who are trained or flown, of a craft that is built or launched."""
    for name in sentence.names:
        if not first <= name.first < last or not name.code:
            continue
        if name.kind in ("adjective", "demonym", "organization") and _serves(sentence, name, last):
            yield _state(name)


def _serves(sentence: Sentence, name: Mention, last: int) -> bool:
    norms = sentence.flow.norms
    after = norms[name.last : min(last, name.last + _NOUN)]
    for norm in after:
        if norm in _PEOPLE or norm in _SERVED:
            return True
        if not norm.isalpha():
            return False
    return name.kind == "demonym" and norms[name.first].endswith("s")  # "two Pakistanis"


def _state(name: Mention) -> Actor:
    if name.kind == "organization":
        return Actor(name.first, name.last, name.name, name.code, "organization", key=name.key)
    return Actor(name.first, name.last, lexicon.country_name(name.code or ""), name.code, "state")


def _hosts(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield the state in which something is opened or built: "build a spaceport in Somalia"."""
    norms = sentence.flow.norms
    if not _SETTING_UP & set(norms[first : first + _FIRST]):
        return
    for actor in sentence.actors:
        inside = first < actor.first < last and actor.kind == "state" and actor.code
        if inside and norms[actor.first - 1] == "in":
            yield actor


def _named(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    for actor in sentence.actors:
        if first < actor.first < last and actor.code and actor.why_not != "crew":
            yield actor
