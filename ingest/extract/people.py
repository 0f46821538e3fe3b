"""Who took part: the people who met, signed or stood by, with their offices.

Read for facts that are settled, from every sentence that tells of them and from what the next ones
say of who led, signed or was present.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.extract import lexicon
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.meeting_types import leads_state
from ingest.extract.vocabulary import words

_REMARKING = words("remarking_verb")
_SIGNING = words("signing_form")
_PRESENT = words("being_present")
_NO_PERSON = words("portfolio") | words("courtesy_title") | words("house_noun")
_SAYS_WITHIN = 8  # tokens after a person in which the verb of what they say or do stands
_CEREMONY = re.compile(r"\b(?:at|during|of|after|told) the (?:signing|ceremony|signature)\b")
_NEXT = 2  # sentences after a fact's in which who was present is told


def takes_part(sentence: Sentence, person: Actor) -> bool:
    """Tell whether a person signs or attends: not who welcomes or announces what others did."""
    if person.why_not or person.possessive:
        return False
    norms = sentence.flow.norms
    after = norms[person.last : person.last + _SAYS_WITHIN]
    told = next((norm for norm in after if norm in _REMARKING or norm in _SIGNING), "")
    return _REMARKING.isdisjoint([told, *norms[max(0, person.first - 1) : person.first]])


def participants_of(reading: Reading, fact: Draft, mentions: Sequence[Draft]) -> list[Actor]:
    """Return the people of a meeting or agreement, those its mentions name first."""
    told = {draft.sentence for draft in mentions}
    after = {index + step for index in told for step in range(1, _NEXT + 1)} - told
    own = [each for each in reading.sentences if each.index in told]
    next_ones = [each for each in reading.sentences if each.index in after]
    present = [each for each in next_ones if _tells_presence(each)]
    named = [person for each in (*own, *present) for person in _named(each, fact)]
    return [person for person in (*fact.people, *named) if _is_name(reading, person)]


def _is_name(reading: Reading, person: Actor) -> bool:
    """Tell whether a person's name is one: "House" of "the Prime Minister House" is not."""
    words_of = (person.person or "").replace(".", "").split()
    alone = words_of[0].lower() if len(words_of) == 1 else ""
    return not alone or not (
        alone in reading.common or alone in _NO_PERSON or words_of[0] in lexicon.head_words()
    )


def _named(sentence: Sentence, fact: Draft) -> Iterator[Actor]:
    codes = fact.codes()
    for actor in sentence.actors:
        there = takes_part(sentence, actor) or _speaks_there(sentence, actor)
        if actor.person and there and (actor.code in codes or not actor.code):
            yield actor


def _tells_presence(sentence: Sentence) -> bool:
    norms = sentence.flow.norms
    return not _PRESENT.isdisjoint(norms) or _CEREMONY.search(" ".join(norms)) is not None


def _speaks_there(sentence: Sentence, person: Actor) -> bool:
    """Tell whether who says something does so at the signing, and is so present."""
    if person.why_not not in ("", "speaker") or person.possessive:
        return False
    return _CEREMONY.search(" ".join(sentence.flow.norms)) is not None


def complete_people(reading: Reading, facts: list[Draft]) -> None:
    """Name people in full, and the leaders of "the two presidents signed" as their meeting does."""
    for fact in facts:
        fact.people = [_in_full(reading, person) for person in fact.people]
    meetings = [f for f in facts if f.kind == "meeting" and f.type in ("summit", "visit")]
    for fact in facts:
        if fact.kind != "agreement" or not _is_of_leaders(reading, fact):
            continue
        for meeting in meetings:
            if meeting.shares_sides(fact):
                heads = [person for person in meeting.people if leads_state(reading, person)]
                fact.people = [*fact.people, *heads]


def _in_full(reading: Reading, person: Actor) -> Actor:
    """Return a person with the full name and the office that the article gives elsewhere."""
    told = _told_in_full(reading).get((person.code, _last_name(person)), [])
    if len({(each.person or "").lower() for each in told}) != 1:
        return person  # nobody, or two of one name
    name = person.person if " " in (person.person or "") else told[0].person
    office = next((each.office for each in told if each.office), None)
    return replace(person, person=name, office=person.office or office)


@lru_cache(maxsize=1)
def _told_in_full(reading: Reading) -> dict[tuple[str | None, str], list[Actor]]:
    """Return who is named with more than one name, by party code and last name."""
    told: dict[tuple[str | None, str], list[Actor]] = defaultdict(list)
    for sentence in reading.sentences:
        for actor in sentence.actors:
            if actor.person and " " in actor.person and _is_name(reading, actor):
                told[actor.code, _last_name(actor)].append(actor)
    return told


def _last_name(person: Actor) -> str:
    return (person.person or "").split(" ")[-1].lower()


def _is_of_leaders(reading: Reading, fact: Draft) -> bool:
    """Tell whether "the leaders" sign or witness an agreement, or issue a statement."""
    told = [reading.sentences[index] for index in fact.evidence]
    return fact.status == "signed" and any(
        _acts_there(sentence, fact) and any(map(_are_leaders, sentence.groups)) for sentence in told
    )


def _are_leaders(group: Actor) -> bool:
    return group.key == "leaders" and not group.possessive


def _acts_there(sentence: Sentence, fact: Draft) -> bool:
    if fact.type == "joint_statement":
        return True
    signing = any(w.entry.kind == "sign" and w.entry.code == "signed" for w in sentence.triggers)
    return signing or _tells_presence(sentence)
