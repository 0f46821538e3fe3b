"""Who receives what somebody undertakes, or is helped by it.

"Give the Kenya Space Agency access", "train Egyptian engineers", "launch a Bolivian satellite",
"open a station in Somalia", "a rover for Japan": read from the words of the act alone.
"""

from collections.abc import Iterator

from ingest.extract import lexicon
from ingest.extract.actors import ARTICLES, Actor
from ingest.extract.context import Sentence
from ingest.extract.grammar import codes
from ingest.extract.mentions import Mention
from ingest.extract.vocabulary import words

_GIVING = words("giving_verb")  # takes who receives as its first object
_SETTING_UP = words("local_founding_verb")  # "in" tells where, and for whom
_SERVING = words("serving_verb")
_TOGETHER = words("doing_together")
_SERVED = words("served_thing")
_PEOPLE = words("trained_people")
_TOWARDS = frozenset({"for", "to", "help", "support", "assist"})
_MEANS = frozenset({"on", "aboard", "onboard", "by", "with", "using", "via", "inside"})
_TRIPS = frozenset({"trip", "visit", "journey", "travel", "return", "tour"})
_HELPING = words("helping_verb")
_TRAVELLING = words("travelling_verb")
SHARING = frozenset({"share", "sharing"})
_DESCRIBING = words("word_before_partner") | {"the"}
_BEFORE_NAME = 4  # tokens before a name in which what describes it stands: "its close ally Peru"
_OWNED = 5  # tokens after an owner in which the thing stands: "Peru's second remote sensing ..."
_HOST = 12  # tokens of an act in which it says where something is opened or built
_SUBJECT = 8  # tokens before a verb in which its subject stands
_FIRST = 4  # tokens at the start of an act in which its verb stands: "also help to"
_NOUN = 3  # tokens after a nationality in which its noun stands: "two Kenyan satellite engineers"
_SEVERAL = 2  # parties from which on one of them may be who is helped


def beneficiary_of(sentence: Sentence, parties: list[Actor], first: int, last: int) -> Actor | None:
    """Return who is served by the act of tokens `[first, last)`, if it names one that is no doer.

    Of several who undertake something together, one may be the one it is done for.
    """
    doers = codes(parties)
    given = list(_receivers(sentence, first, last))
    guests = list(_guests(sentence, first))
    nationals = [*_nationals(sentence, first, last), *guests]
    if len(codes(nationals)) > 1:  # "a flight of American and Indian astronauts"
        nationals = []
    served = [*given, *_reached(sentence, first, last), *_owners(sentence, first, last)]
    found = [*served, *_hosts(sentence, first, last), *nationals]
    others = [actor for actor in found if actor.code not in doers]
    if others or len(doers) < _SEVERAL:
        return next(iter(others), None)
    own = [*served, *nationals] if is_service(sentence, first, last) else [*given, *guests]
    return next((actor for actor in own if actor.code in doers), None)


def is_service(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the act of tokens `[first, last)` is one that a side does for another."""
    norms = sentence.flow.norms
    verbs = [  # "a launch" is none
        at
        for at in range(first, min(last, first + _FIRST))
        if norms[at] in _SERVING and (at == first or norms[at - 1] not in ARTICLES)
    ]
    return bool(verbs) and _TOGETHER.isdisjoint(norms[first:last])


def _receivers(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield the first object of giving and helping: "provide Japan with", "help ESA build"."""
    norms = sentence.flow.norms
    for actor in _named(sentence, first, last):
        at = actor.first - (norms[actor.first - 1] == "the")
        giving = first < at <= first + _FIRST and norms[at - 1] in _GIVING
        if giving and not actor.possessive and actor.why_not in ("", "speaker"):
            yield actor


def _reached(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield who stands after "for", "to" or "help", and with whom something is shared."""
    norms = sentence.flow.norms
    towards = _TOWARDS | {"with"} if norms[first] in SHARING else _TOWARDS
    for actor in _named(sentence, first, last):
        at = actor.first - 1
        while at > actor.first - _BEFORE_NAME and norms[at] in _DESCRIBING:
            at -= 1
        travels = norms[at] == "to" and norms[at - 1] in _TRIPS
        if at >= 0 and norms[at] in towards and not travels and not _is_site(actor):
            yield actor


def _is_site(actor: Actor) -> bool:
    """Tell whether a name is that of a place in a state: "a rocket for Baikonur"."""
    return actor.why_not == "place" and actor.name != lexicon.country_name(actor.code or "")


def _owners(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield whose craft is built, whose plan is helped: "Peru's satellite", "NASA's programme"."""
    norms = sentence.flow.norms
    built = is_service(sentence, first, last)
    for actor in _named(sentence, first, last):
        thing = norms[actor.last : actor.last + _OWNED]
        helped = not _HELPING.isdisjoint(norms[first : min(actor.first, first + _FIRST)])
        if actor.possessive and (helped or (built and not _SERVED.isdisjoint(thing))):
            yield actor


def _guests(sentence: Sentence, first: int) -> Iterator[Actor]:
    """Yield the state of the people or craft that are taken along: "a Thai sensor will fly"."""
    norms = sentence.flow.norms
    taken = norms[first] == "be" and not _SERVING.isdisjoint(norms[first + 1 : first + _FIRST])
    if taken or norms[first] in _TRAVELLING:
        yield from _nationals(sentence, max(0, first - _SUBJECT), first)


def _nationals(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    """Yield the state of people who are trained or flown, of a craft that is built or launched."""
    for name in sentence.names:
        if not first <= name.first < last or not name.code:
            continue
        if _is_vehicle(sentence, name) or "with" in sentence.flow.norms[first : name.first]:
            continue  # "fly with two Japanese astronauts"
        if name.kind in ("adjective", "demonym", "organization") and _serves(sentence, name, last):
            yield _state(name)


def _is_vehicle(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a nationality is that of the means: "on a Russian spacecraft"."""
    return not _MEANS.isdisjoint(sentence.flow.norms[max(0, name.first - 2) : name.first])


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
        inside = (
            first < actor.first < min(last, first + _HOST) and actor.kind == "state" and actor.code
        )
        if inside and norms[actor.first - 1] == "in":
            yield actor


def _named(sentence: Sentence, first: int, last: int) -> Iterator[Actor]:
    for actor in sentence.actors:
        if first < actor.first < last and actor.code and actor.why_not != "crew":
            yield actor
