"""What kind of meeting the offices of its people make it: a summit, a ministerial, or plain talks.

An office stands beside the name, or elsewhere in the article ("Modi" after "Prime Minister Modi"),
or in the register of known people when the article never says it.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise

from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.folding import fold
from ingest.extract.grammar import codes, expand, words_between
from ingest.extract.lexicon import member_states, office_type
from ingest.extract.mentions import Word
from ingest.extract.parties import is_space_body
from ingest.extract.vocabulary import alternatives, words
from ingest.project import read_seed

_NO_ENCOUNTER = words("speaking_verb")
_COUNTERPARTS = words("counterpart")
_BODIES_REACH = 14  # tokens after "summit" in which it says whose heads come together
_LEVEL_REACH = 9  # tokens beside a noun of meeting in which it says who meets
_FOREIGN_AFFAIRS = re.compile(r"\b(?:foreign|external affairs|state)\b")
_HEADS = frozenset({"head_of_state", "head_of_government"})
_PAIR = 2


def refine_type(reading: Reading, kind: str, actors: list[Actor], sentence: Sentence) -> str:
    """Turn talks or a visit between heads of state into a summit, of ministers a ministerial."""
    if kind not in ("talks", "visit"):
        return kind
    offices = _office_types(reading, expand(actors))
    equal = _names_equal(sentence)
    heads = [code for code, types in offices.items() if types & _HEADS]
    if len(heads) >= 2 or (heads and (equal or _is_met_by_equal(sentence, actors))):
        return "summit"
    if kind == "talks" and _is_of_leaders(reading, sentence) and not _are_bodies(actors):
        return "summit"
    ministers = [code for code, types in offices.items() if "minister" in types]
    if ministers and equal:
        return "ministerial"
    together = len(ministers) >= 2 or _MINISTERS.search(" ".join(sentence.flow.norms))
    return "ministerial" if kind == "talks" and together else kind


def _are_bodies(actors: list[Actor]) -> bool:
    """Tell whether all who meet are space bodies, whose "two presidents" head no state."""
    meeting = expand(actors)
    return len(codes(meeting)) >= _PAIR and all(map(is_space_body, meeting))


def _names_equal(sentence: Sentence) -> bool:
    """Tell whether somebody is called another's equal: his counterpart, her opposite number."""
    norms = sentence.flow.norms
    return bool(_COUNTERPARTS & set(norms)) or ("opposite", "number") in pairwise(norms)


def _is_met_by_equal(sentence: Sentence, actors: list[Actor]) -> bool:
    """Tell whether a head of unknown state bears the office of another: two prime ministers."""
    known = {(a.office or "").lower() for a in expand(actors) if a.code and a.kind == "person"}
    unknown = [a for a in sentence.actors if a.kind == "person" and a.person and not a.code]
    equal = [a.office for a in unknown if a.office and a.office.lower() in known]
    return any(office_type(office) in _HEADS for office in equal)


_FIELD = alternatives("field_of_leaders")
_LEADERS = re.compile(
    r"\b(?:the|two|both|their|our|fellow|quad) leaders\b"
    rf"(?! (?:of|from) (?:the )?(?:\w+ )?(?:{_FIELD})\b)|"
    r"\bleaders (?:of|met|meet|meeting|will|have|had|gather(?:ed)?|came|from)\b"
    rf"(?! (?:the )?(?:\w+ )?(?:{_FIELD})\b)|"
    r"\bheads of (?:state|government)\b|\b(?:the|two|both) presidents\b|"
    r"\b(?:presidents|prime ministers) (?:of|met|meet|from)\b|"
    r"\b(?:countries|nations|states) ' (?:leaders|presidents|prime ministers)\b"
)


_MINISTERS = re.compile(
    r"(?<!prime )\bministers (?:of|from|met|meet|meeting|will|held|have|had|gather(?:ed)?|came)\b|"
    r"\b(?:two|both|three|four) (?:\w+ )?(?<!prime )ministers\b"
)
_LEADERS_TITLE = re.compile(r"\bleaders['\u2019]|\bleaders\b.{0,20}\bstatement", re.IGNORECASE)


def _is_theirs(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether "we" are the leaders who issue a statement together: "we convene in Tokyo"."""
    we = any(group.key == "we" and not group.possessive for group in sentence.groups)
    return reading.is_joint and we and bool(_LEADERS_TITLE.search(reading.title))


def _is_of_leaders(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence says that leaders came together, and none of them is a deputy."""
    if not (_tells_of_leaders(sentence) or _is_theirs(reading, sentence)):
        return False
    meant = _office_types(reading, expand([g for g in sentence.groups if g.key == "leaders"]))
    return all(types <= {""} or types & _HEADS for types in meant.values())


def _tells_of_leaders(sentence: Sentence) -> bool:
    told = " ".join(sentence.flow.norms)
    return any(not _LED_FIELD.search(told[: m.start()]) for m in _LEADERS.finditer(told))


_LED_FIELD = re.compile(rf"\b(?:{_FIELD}) $")  # "military and space leaders from"


def are_heads(reading: Reading, actors: list[Actor]) -> bool:
    """Tell whether people are heads of state or government of two states or more."""
    offices = _office_types(reading, actors)
    return len(offices) >= 2 and all(types & _HEADS for types in offices.values())


def leads_state(reading: Reading, actor: Actor) -> bool:
    """Tell whether a person heads a state, its government or its foreign affairs."""
    if actor.kind != "person":
        return False
    foreign = _FOREIGN_AFFAIRS.search((actor.office or "").lower()) is not None
    return foreign or _office_of(reading, actor) in _HEADS


_LEVEL_AFTER = re.compile(
    r"^(?:(?:of|between|among) (?:the |their |all |its )?(?:\w+ ){0,5}?"
    r"|at (?:the )?(?:level of )?)"
    rf"(?:(?P<heads>(?:{alternatives('heads_of_states')})\b"
    r"(?! of (?:the )?(?:space )?agenc))|(?P<ministers>ministers\b|ministerial level))"
)
_LEVEL_BEFORE = re.compile(
    rf"(?:(?P<heads>\b(?:{alternatives('heads_of_states')}))"
    r"|(?P<ministers>\bministers|\bministerial))(?: ')?(?: (?:annual|bilateral|council|informal))?$"
)


def level_told(sentence: Sentence, word: Word) -> str:
    """Return the type that the people named with a noun give: "the gathering of ministers"."""
    after = _LEVEL_AFTER.match(words_between(sentence, word.last, word.last + _LEVEL_REACH))
    before = _LEVEL_BEFORE.search(words_between(sentence, word.first - _LEVEL_REACH, word.first))
    told = after or before
    if told is None or (told["heads"] and _are_bodies(sentence.reading.main[:_PAIR])):
        return ""
    return "summit" if told["heads"] else "ministerial"


_OF_BODIES = re.compile(
    r"(?:of|between|among|for) (?:the )?(?:heads|chiefs|directors|leaders) of (?:[\w']+ ){0,7}?"
    r"(?:agenc(?:y|ies)|compan(?:y|ies)|industr(?:y|ies)|firms)\b"
)


_REGIONAL = re.compile(
    r"\b(?:regional|international|continental|global|world|high level|high level political"
    r"|caribbean|african|asian|european|arab)$"
)


def is_regional(sentence: Sentence, word: Word) -> bool:
    """Tell of a "regional meeting on space affairs", to which many come."""
    norms = sentence.flow.norms
    about = norms[word.last : word.last + 1] in (["on"], ["of"])
    before = words_between(sentence, word.first - _LEVEL_BEFORE_REACH, word.first)
    return word.entry.key == "meeting" and about and _REGIONAL.search(before) is not None


_LEVEL_BEFORE_REACH = 3  # tokens before "meeting" that say who comes to it


def is_summit_of_bodies(sentence: Sentence, word: Word) -> bool:
    """Tell of a "summit of the heads of space agencies" or "of APSCO", who head no state."""
    if word.entry.code != "summit":
        return False
    after = words_between(sentence, word.last, word.last + _BODIES_REACH)
    return _OF_BODIES.match(after) is not None or _is_of_space_body(sentence, word)


def _is_of_space_body(sentence: Sentence, word: Word) -> bool:
    named = [a for a in sentence.actors if word.last < a.first <= word.last + 2]
    return sentence.flow.norms[word.last : word.last + 1] == ["of"] and any(
        map(is_space_body, named)
    )


def is_encounter(sentence: Sentence) -> bool:
    """Tell whether a sentence about a visit also says that the two sides met or spoke."""
    return any(
        word.entry.kind in ("meet", "meeting") and word.entry.code in ("talks", "summit")
        for word in sentence.triggers
        if word.entry.key not in _NO_ENCOUNTER
    )


def _office_types(reading: Reading, actors: list[Actor]) -> dict[str, set[str]]:
    types: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.code and actor.kind == "person":
            types[actor.code].add(_office_of(reading, actor))
    return types


def _office_of(reading: Reading, actor: Actor) -> str:
    """Return the type of a person's office: as said here, in the article, or as registered."""
    if actor.office:
        return _type_of_office(actor)
    surname = _surname(actor.person or "")
    told = _offices_told(reading).get((actor.code or "", surname))
    if told is not None:
        return told
    day = reading.calendar.day
    return _registered(actor.key, day.isoformat() if day else "")


def _type_of_office(actor: Actor) -> str:
    """Return the type of the office a person bears; who presides over a body heads no state."""
    told = office_type(actor.office or "")
    heads_body = _is_of_body(actor) or _never_headed_state(actor)
    return "agency_head" if told == "head_of_state" and heads_body else told


def _never_headed_state(actor: Actor) -> bool:
    """Tell whether a known person held other offices only: the agency's "President, Dr. A"."""
    held = {office for office, _, _ in _register().get(actor.key, ())}
    return bool(held) and not held & _HEADS


def _is_of_body(actor: Actor) -> bool:
    """Tell whether a person presides over a body of a state: "the president of the academy"."""
    if actor.code not in member_states():
        return False
    return fold(actor.name).lower() not in _state_names()


@cache
def _state_names() -> frozenset[str]:
    return frozenset(fold(row["name"]).lower() for row in read_seed("country_names"))


def _surname(person: str) -> str:
    return person.replace(",", "").split()[-1].lower() if person.strip() else ""


@lru_cache(maxsize=1)
def _offices_told(reading: Reading) -> dict[tuple[str, str], str]:
    """Return the office types that the article gives its people, by party code and surname."""
    told: dict[tuple[str, str], str] = {}
    for sentence in reading.sentences:
        for actor in sentence.actors:
            if actor.kind == "person" and actor.office and actor.person and actor.code:
                told.setdefault((actor.code, _surname(actor.person)), _type_of_office(actor))
    return told


def _registered(person_id: str, day: str) -> str:
    """Return the type of the office a known person held on `day` (any day if empty)."""
    for office, first, last in _register().get(person_id, ()):
        if not day or (first <= day and (not last or day[: len(last)] <= last)):
            return office
    return ""


@cache
def _register() -> dict[str, list[tuple[str, str, str]]]:
    terms: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in read_seed("person_offices"):
        terms[row["person_id"]].append((row["office_type"], row["term_from"], row["term_to"]))
    return terms
