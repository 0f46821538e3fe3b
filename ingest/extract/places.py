"""Where a deed took place: city, house or both ("NASA Headquarters, Washington"), or online."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.extract import lexicon
from ingest.extract.actors import ISLANDS, Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import clause_bounds, words_between
from ingest.extract.vocabulary import alternatives, words

ONLINE = "online"
_IN = frozenset({"in", "at", "near", "inside"})
_BODY_IN = frozenset({"at", "inside"})  # "in NASA" tells of no place, "at NASA" does
_OF_PARTS = (["country"], ["nation"], ["state"], ["kingdom"], ["region"])
_LANDS = ("state", "name")
_NOWHERE = frozenset({"neither", "nor"})
_BACK = 3  # tokens before a name in which its preposition stands
_OWN_ROOM = 3  # tokens after a name in which the noun of its house stands
_INITIAL = 1  # letters of a name that was cut at its initial
_ONLINE = re.compile(rf"\b(?:{alternatives('held_online')})")
_EVENT = re.compile(rf"\b(?:{alternatives('word_of_event_name')})\b")
_SITES = words("named_site")
_HOUSES = words("house_noun")
_GOING = words("going_word")
_OF_PEOPLE = ("adjective", "demonym")
_GOALS = ("state", "name", "organization")
_ELSEWHERE = words("before_other_place")
_LANGUAGES = words("language_name")
_EVENT_WITHIN = 4  # tokens after a name in which its event stands: "UK Space Conference"
_CUT = 2  # letters of a name that was cut: "Yu" of "Yu.A. Gagarin"
_ABSTRACT = ("ration", "nation", "ence", "ology")  # endings of what is no place
_AFTER_LAND = words("place_preposition") | {"and", "or", "with", "for", "to", "from", "when"}


def place_of(reading: Reading, sentence: Sentence, anchor: int) -> str | None:
    """Return the place nearest to the trigger in its clause, or that of "in the capital, Oslo"."""
    first, last = clause_bounds(sentence, anchor)
    places = [a for a in sentence.actors if first <= a.first < last and _is_place(sentence, a)]
    if places:
        return _name(reading, sentence, _nearest(places, anchor), places)
    capital = next((a for a in sentence.actors if _is_capital(sentence, a)), None)
    if capital is not None:
        return _surface(reading, sentence, capital.first, capital.last)
    return (
        _house_of_body(reading, sentence, first, last)
        or _seat_of_state(sentence, first, last)
        or _here(reading, sentence, anchor, last)
    )


def _house_of_body(reading: Reading, sentence: Sentence, first: int, last: int) -> str | None:
    """Return "headquarters of the Kenya Space Agency" among tokens `[first, last)`."""
    norms = sentence.flow.norms
    for actor in sentence.actors:
        house = actor.first - 2 - (norms[actor.first - 1] == "the")
        inside = first < house and actor.last <= last and norms[house + 1] == "of"
        if inside and norms[house] in _HOUSES and not _BODY_IN.isdisjoint(norms[house - 2 : house]):
            return _surface(reading, sentence, house, actor.last)
    return None


_HELD = re.compile(rf"\b(?:{alternatives('holding_a_meeting')})\b")


def held_at(reading: Reading, sentence: Sentence, anchor: int) -> str | None:
    """Return where a later clause says a meeting to be: "..., which Japan will host in Tokyo"."""
    places = [a for a in sentence.actors if a.first > anchor and _is_place(sentence, a)]
    held = [a for a in places if _HELD.search(words_between(sentence, anchor, a.first))]
    return _name(reading, sentence, held[0], places) if held else None


def _seat_of_state(sentence: Sentence, first: int, last: int) -> str | None:
    """Return the city of "in the Kazakh capital" among tokens `[first, last)`."""
    norms = sentence.flow.norms
    for name in sentence.names:
        told = norms[name.last : name.last + 1] == ["capital"] and first < name.first < last
        if told and name.code and not _IN.isdisjoint(norms[max(0, name.first - 2) : name.first]):
            return lexicon.capital_of(name.code)
    return None


def _here(reading: Reading, sentence: Sentence, anchor: int, last: int) -> str | None:
    """Return the place of the dateline for "signed an agreement here"."""
    place = reading.article.dateline_place
    if place is None or "here" not in sentence.flow.norms[anchor:last]:
        return None
    return place.value.title() if place.value.isupper() else place.value


_VISIT = re.compile(r"\b(?:during|on|at|in) (?:[\w']+ ){0,7}?(?:visit|trip)(?: \w+)? to(?: the)?$")
_VISIT_REACH = 12  # tokens before the goal of a visit in which the visit stands


def of_visit(reading: Reading, draft: Draft) -> str | None:
    """Return where a deed was done that is told "during his visit to Oman"."""
    for index in draft.evidence:
        sentence = reading.sentences[index]
        for actor in sentence.actors:
            before = words_between(sentence, actor.first - _VISIT_REACH, actor.first)
            if actor.code and actor.kind == "state" and _VISIT.search(before):
                return _surface(reading, sentence, actor.first, actor.last)
    return None


def goal_of(reading: Reading, sentence: Sentence, anchor: int) -> str | None:
    """Return where somebody goes or is welcomed: "welcomed him to the White House"."""
    norms = sentence.flow.norms
    first, last = clause_bounds(sentence, anchor)
    for actor in sentence.actors:
        to = actor.first - 1 - (norms[actor.first - 1 : actor.first] == ["the"])
        going = not _GOING.isdisjoint(norms[first : max(first, to)])
        named = actor.kind in _GOALS and actor.why_not != "modifier"
        whole = norms[actor.last : actor.last + 1] not in _OF_PARTS  # "the Southeast Asian country"
        if first < to < last and norms[to] == "to" and going and named and whole:
            return _name(reading, sentence, actor, [actor])
    return None


def is_online(sentence: Sentence) -> bool:
    """Tell whether a sentence says that people met or signed from afar."""
    return _ONLINE.search(" ".join(sentence.flow.norms)) is not None


def _nearest(places: Sequence[Actor], anchor: int) -> Actor:
    after = [a for a in places if a.first > anchor]
    return after[0] if after else places[-1]


def _is_place(sentence: Sentence, actor: Actor) -> bool:
    if actor.why_not != "place" or _EVENT.search(actor.name) or _is_of_event(sentence, actor):
        return False
    first = _city_start(sentence, actor)
    near = set(sentence.flow.norms[max(0, first - _BACK) : first])
    if not _NOWHERE.isdisjoint(near):
        return False  # "neither in Moscow nor in Vladivostok"
    if _is_of_thing(sentence, actor):
        return False
    if actor.kind == "organization":
        return bool(_BODY_IN & near) and _has_seat(sentence, actor)
    if actor.code is None and (
        actor.name.isupper()
        or actor.name.lower() in _LANGUAGES
        or _is_cut(actor)
        or _is_topic(sentence, actor)
        or _is_instrument(sentence, actor)
    ):
        return False
    island = "on" in near and sentence.flow.norms[actor.last - 1] in ISLANDS
    return (island or bool(_IN & near)) and not _is_of_site(sentence, actor)


def _city_start(sentence: Sentence, actor: Actor) -> int:
    """Return where a city starts that is called one: "in the Australian city of Perth"."""
    norms = sentence.flow.norms
    called = norms[max(0, actor.first - 2) : actor.first] == ["city", "of"]
    return actor.first - 2 if called else actor.first


def _is_of_event(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether a name is that of an event, not its city: "the U.S.-Africa Leaders Summit"."""
    flow = sentence.flow
    after = flow.tokens[actor.last : actor.last + _EVENT_WITHIN]
    named = [each for each, _ in zip(after, takewhile(lambda t: t.capital, after), strict=False)]
    return any(_EVENT.fullmatch(each.text) for each in named)


def _is_of_thing(sentence: Sentence, actor: Actor) -> bool:
    """Tell of the place of a thing or an office: "launched in Guiana", "a director at MBIE"."""
    flow = sentence.flow
    at = actor.first - 1 - (flow.norms[actor.first - 1] == "the")
    if at < 1 or flow.norms[at] not in _IN:
        return False
    if flow.norms[at - 1] in _ELSEWHERE:
        return True
    holder = actor.kind == "organization" and flow.tokens[at - 1].capital
    house = _end_of_house(sentence, actor) > actor.last
    return (holder or actor.possessive) and not house and _HOUSES.isdisjoint(_words(actor))


def _words(actor: Actor) -> list[str]:
    return actor.name.lower().split()


def _is_instrument(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether a name is that of an instrument: "in the MoU"."""
    return any(
        word.entry.kind == "instrument" and actor.first < word.last and word.first < actor.last
        for word in sentence.triggers
    )


def _has_seat(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether "at" a body tells where: "at ESA's headquarters", but not "at the APEC week"."""
    houses = _end_of_house(sentence, actor) > actor.last
    return houses or actor.code is None or actor.code in lexicon.member_states()


def _is_topic(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether a name says what, not where: "in Civil Science", "an Exchange of Letters"."""
    last = actor.name.split()[-1].lower()
    told = last.endswith(_ABSTRACT)
    norms = sentence.flow.norms
    of = norms[actor.last : actor.last + 1] == ["of"]
    joint = norms[max(0, actor.first - 2) : actor.first] in _JOINT_WORK
    return actor.kind == "name" and last not in _HOUSES and (told or of or joint)


_JOINT_WORK = (["cooperation", "in"], ["collaboration", "in"], ["partnership", "in"])


def _is_cut(actor: Actor) -> bool:
    return len(actor.name.split()[-1]) <= _INITIAL or len(actor.name) <= _CUT


def _is_of_site(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether it says where a site is that is itself no place here: "from Baikonur in ..."."""
    norms = sentence.flow.norms
    before = norms[actor.first - 2] if actor.first > 1 and norms[actor.first - 1] in _IN else ""
    site = next((a for a in sentence.actors if a.last == actor.first - 1), None)
    return before in _SITES and not (site is not None and site.why_not == "place")


def _is_capital(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether a name is that of a capital in which something was done."""
    norms = sentence.flow.norms
    comma = norms[actor.first - 1 : actor.first] == [","]
    at = actor.first - 1 - comma
    return (
        actor.kind == "state"
        and norms[at : at + 1] == ["capital"]
        and not _IN.isdisjoint(norms[max(0, at - _BACK) : at])
    )


def _name(reading: Reading, sentence: Sentence, place: Actor, places: Sequence[Actor]) -> str:
    """Return a place as written, a house with its city: "ESA's seat, Paris"."""
    house = next((a for a in places if _city_of(sentence, a, [place])), place)
    city = _city_of(sentence, house, places)
    end = _end_of_house(sentence, house)
    if city is not None:
        named = _surface(reading, sentence, house.first, end)
        return f"{named}, {_with_land(reading, sentence, city)}"
    if end > house.last:
        return _surface(reading, sentence, house.first, end)
    return _with_land(reading, sentence, house)


def _city_of(sentence: Sentence, house: Actor, places: Sequence[Actor]) -> Actor | None:
    """Return the place that follows a house with "in"."""
    norms, end = sentence.flow.norms, _end_of_house(sentence, house)
    if house.kind == "state" or norms[end : end + 1] != ["in"]:
        return None
    return next((a for a in places if a.first == end + 1), None)


def _end_of_house(sentence: Sentence, place: Actor) -> int:
    """Return where "ESA's headquarters" or "the Plaza hotel" ends that begins with a name."""
    if place.kind == "state":
        return place.last
    norms = sentence.flow.norms
    first = place.last + (norms[place.last : place.last + 1] == ["'s"])
    for step in range(first, min(first + _OWN_ROOM, len(norms))):
        if norms[step] in _HOUSES:
            return step + 1
        if not norms[step].isalpha() or norms[step] in _IN:
            break
    return place.last


def _with_land(reading: Reading, sentence: Sentence, place: Actor) -> str:
    """Return a city as written, with its land or state behind a comma."""
    flow, last = sentence.flow, place.last
    if flow.norms[last : last + 1] == [","] and last + 1 < len(flow.tokens):
        kinds = ("state",) if place.kind == "state" and lexicon.is_land(place.name) else _LANDS
        beside = [a for a in sentence.actors if a.first == last + 1 and a.kind in kinds]
        # "In Oslo, Kenya's minister": the land is that of the minister.
        beside = [a for a in beside if not (a.possessive or _is_listed(sentence, a))]
        land = beside[0].last if beside and flow.tokens[last + 1].capital else last
        last = last if _goes_on(sentence, land) else land
    return _surface(reading, sentence, place.first, last)


def _is_listed(sentence: Sentence, name: Actor) -> bool:
    """Tell of a name that opens a list: "in Oslo, Otieno and Dahl spoke"; no land is meant."""
    norms, last = sentence.flow.norms, name.last
    return name.kind == "name" and norms[last : last + 1] in (["and"], ["&"])


def _goes_on(sentence: Sentence, position: int) -> bool:
    """Tell whether a verb follows, whose subject is the name before: "in Paris, Europe agrees"."""
    after = sentence.flow.norms[position : position + 1]
    return bool(after) and after[0].isalpha() and after[0] not in _AFTER_LAND


def host_place(sentence: Sentence, host: Actor) -> str | None:
    """Return the name of who is visited as the place of the visit: no "Iranian" president's."""
    by_people = any(n.first == host.first and n.kind in _OF_PEOPLE for n in sentence.names)
    return host.name if host.name[:1].isupper() and not by_people else None


def _surface(reading: Reading, sentence: Sentence, first: int, last: int) -> str:
    tokens = sentence.flow.tokens
    return " ".join(reading.text[tokens[first].start : tokens[last - 1].end].split())
