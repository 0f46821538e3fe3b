"""Purchases, leases and partnerships: agreements told by a verb, without an instrument."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.agreement_drafts import start_agreement, status_of
from ingest.extract.binding import bind_until
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.fallback import sides_near
from ingest.extract.grammar import (
    FORMS_OF_BE,
    all_actors,
    clause_bounds,
    is_led_by_actor,
    list_after,
    modality,
    words_between,
)
from ingest.extract.lexicon import country_name
from ingest.extract.mentions import Word
from ingest.extract.nominals import is_under_accord, names_instrument
from ingest.extract.phrases import action_words
from ingest.extract.vocabulary import alternatives, words

_PURCHASE_OBJECTS = words("purchase_object")
_DEALING = frozenset({"from", "to", "by", "with", "in"})
_BEFORE_INFINITIVE = frozenset({"to", "will", "would", "and", "can", "may", "could", "also"})
_TALKS = re.compile(rf"\b(?:{alternatives('talks_on_purchase')})\b")
_HIRING = words("hiring_verb")
_TALKS_REACH = 14  # tokens from talks to the purchase they are about
_SELLER_REACH = 14  # tokens between a verb of buying and who sells
_OFFICES = words("supplier_role")
_AS_REACH = 22  # tokens from a verb of choosing to "as a supplier"
_ALSO_NOUNS = words("purchase_noun")
_LEASING = frozenset({"lease", "rent"})
_NAMING = frozenset({"appoint", "name", "designate"})
_WORKING = frozenset({"work with", "work together with", "cooperate with", "co operate with"})
_OBJECT_REACH = 9  # tokens after a verb of buying in which stands what is bought
_NEGOTIATING = re.compile(
    r"\b(?:(?:in|hold\w*|conduct\w*|open\w*|began|begun|start\w*|entered into) "
    r"(?:[\w-]+ ){0,2}?(?:talks|negotiations)|negotiat(?:es|ed|ing)|bargaining)\b"
)
_BARGAINING = re.compile(
    r"\bnegotiat(?:es|ed|ing) (?:the|a|its|their) "
    rf"(?:\w+ )?(?:{alternatives('sale_noun')}|purchase|lease) of\b"
)
# What tells of talks before "with B", of a purchase before "from B", and its tokens up to there.
_TELLING = {"with": (_NEGOTIATING, 10), "between": (_NEGOTIATING, 10), "from": (_BARGAINING, 22)}
_TOLD_NEAR = 6  # tokens from a draft of the strict readings
_ROLE_REACH = 6  # tokens after "as" in which the role stands
_SELLER_MARKS = frozenset({"from", "to", "by", "of", "the", "with"})


def _in_talks(sentence: Sentence, verb: Word, status: str | None) -> str | None:
    """Return `negotiating` for a purchase to come that is talked about: "negotiations to buy"."""
    ahead = status == "planned" or (status == "signed" and verb.entry.detail == "ing")
    return "negotiating" if ahead and _is_talked_of(sentence, verb) else status


def _is_talked_of(sentence: Sentence, verb: Word) -> bool:
    left = words_between(sentence, verb.first - _TALKS_REACH, verb.first)
    return _TALKS.search(left) is not None


def _is_done(sentence: Sentence, verb: Word) -> bool:
    """Tell whether somebody has bought, and does not only talk "about buying"."""
    done = modality(sentence, verb.first, verb.entry.detail) == "done"
    return done and not (verb.entry.detail == "ing" and _is_talked_of(sentence, verb))


_MERELY_POSSIBLE = frozenset({"possible", "potential", "prospective", "likely"})


def _chosen_as(sentence: Sentence, verb: Word) -> str | None:
    """Return the type of a deal by what somebody is chosen as: supplier, or partner; else None."""
    after = sentence.flow.norms[verb.last : verb.last + _AS_REACH]
    if "as" not in after:
        return None
    role = after[after.index("as") + 1 :][:_ROLE_REACH]
    if not _MERELY_POSSIBLE.isdisjoint(role):
        return None
    if {"partner", "partners"} & set(role):
        return "partnership"
    return "contract" if _OFFICES & set(role) else None


def _status(sentence: Sentence, verb: Word) -> str | None:
    """Return the status of a purchase: what is still to be done "under an accord" is signed."""
    status = status_of("signed", modality(sentence, verb.first, verb.entry.detail))
    if status == "planned" and is_under_accord(words_between(sentence, verb.last, verb.last + 30)):
        return "signed"
    return _in_talks(sentence, verb, status)


def find_leases(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "leased from Kazakhstan until 2050", "Russia leases Baikonur from Kazakhstan"."""
    for verb in sentence.triggers:
        if verb.entry.key not in _LEASING or verb.entry.kind != "purchase":
            continue
        until = bind_until(sentence, verb.first)
        landlord = [
            a
            for a in sentence.actors
            if verb.last <= a.first <= verb.last + 8
            and a.code
            and sentence.flow.norms[a.first - 1] in ("from", "to", "by")
        ]
        landlord = landlord or _owner_of_site(sentence, verb)
        if not landlord or (until is None and verb.entry.detail != "s"):
            continue
        draft = start_agreement(reading, sentence, "contract", "in_force", verb.first)
        draft.parties, _source = find.complete(
            reading, sentence, [*find.subjects(sentence, verb.first), *landlord]
        )
        draft.date, draft.date_value = None, None
        draft.title, draft.span = "lease", (verb.first, verb.last)
        draft.features = {"lease": 1.0, "parties_explicit": 1.0}
        yield draft
        return


def find_purchases(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the purchases between parties of two countries."""
    for verb in _buying(sentence):
        norms = sentence.flow.norms
        object_words = norms[verb.last : verb.last + _OBJECT_REACH]
        role = _chosen_as(sentence, verb)
        bought = any(word in _PURCHASE_OBJECTS for word in object_words)
        if not role and (verb.entry.key in _NAMING or not bought):
            continue
        agreed = norms[max(0, verb.first - 2) : verb.first] == ["agreed", "to"]
        done = not agreed and _is_done(sentence, verb)
        status = "signed" if done or agreed else _status(sentence, verb)
        if status is None:
            continue
        subjects = find.subjects(sentence, verb.first)
        _, last = clause_bounds(sentence, verb.first)
        sellers = [
            a
            for a in sentence.actors
            if verb.last <= a.first < last
            and a.why_not in ("", "modifier", "possessive")
            and (a.first == verb.last or norms[a.first - 1] in _SELLER_MARKS)
        ]
        parties = clean_parties([*subjects, *sellers])
        if len({a.code or a.name for a in parties}) < 2:
            continue
        draft = start_agreement(reading, sentence, role or "contract", status, verb.first)
        draft.parties, draft.title = parties, " ".join(norms[verb.last : verb.last + 8])
        draft.span = verb.first, verb.last
        draft.features = _told_purchase(status)
        if done and verb.entry.key in _LEASING:
            draft.status = "in_force"  # codebook 3
        yield draft


def _owner_of_site(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return the state in which a leased site lies: "has leased the Baikonur space centre"."""
    reach = range(verb.last, verb.last + _SITE_REACH)
    sites = [n for n in sentence.names if n.kind == "programme" and n.code and n.first in reach]
    return [Actor(0, 0, country_name(n.code or ""), n.code, "state") for n in sites[:1]]


_SITE_REACH = 3  # tokens after a verb of leasing in which the site is named


def _told_purchase(status: str) -> dict[str, float]:
    """Return the features of a purchase whose two sides are said."""
    return {"purchase": 1.0, "parties_explicit": 1.0, f"status_{status}": 1.0}


def loose_purchases(reading: Reading, sentence: Sentence, strict: list[Draft]) -> Iterator[Draft]:
    """Yield a purchase for each verb of buying beside a party, whatever it is that is bought."""
    for verb in _buying(sentence):
        if verb.entry.key == "sign up" and sentence.flow.norms[verb.last : verb.last + 1] == ["to"]:
            continue  # joins, and hires nobody
        if verb.entry.key in _NAMING and not _chosen_as(sentence, verb):
            continue
        if any(abs(draft.anchor - verb.first) <= _TOLD_NEAR for draft in strict):
            continue
        status = _status(sentence, verb)
        if verb.entry.key == "pay for":  # who is to pay has no contract yet
            status = "in_force" if status == "signed" else None
        partners = _dealt_with(sentence, verb)
        if status is None or not partners:
            continue
        parties, source = sides_near(
            reading, sentence, [*find.subjects(sentence, verb.first), *partners]
        )
        draft = start_agreement(reading, sentence, "contract", status, verb.first)
        norms = sentence.flow.norms
        draft.parties, draft.title = parties, " ".join(norms[verb.first : verb.last + 8])
        draft.span = verb.first, verb.last
        draft.words = action_words(sentence, verb.last, min(len(norms), verb.last + 14))
        draft.features = {
            "loose": 1.0,
            "loose_purchase": 1.0,
            "type_contract": 1.0,
            f"status_{status}": 1.0,
            source: 1.0,
        }
        yield draft


def _buying(sentence: Sentence) -> Iterator[Word]:
    for word in sentence.triggers:
        if word.entry.kind != "purchase" or _is_noun(sentence, word):
            continue
        if word.entry.key in _ORDERED and sentence.flow.norms[word.last : word.last + 1] == ["to"]:
            continue  # "received an order to stop work"
        if not _LETS.search(words_between(sentence, word.first - _LET_WITHIN, word.first)):
            yield word


_ORDERED = words("getting_an_order")
_LETS = re.compile(rf"\b(?:{alternatives('lets_buy')})\b(?: (?!to\b)[\w'-]+){{1,5}} to$")
_LET_WITHIN = 8  # tokens from the help to what it is for: "will help Peru to choose a satellite"


def _is_noun(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a form of buying is no verb here: "the contract", "in order to"."""
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    if sentence.flow.hyphenated[verb.first]:  # "the Russian-leased cosmodrome"
        return True
    if verb.entry.detail == "ing":  # "reliance on the leasing of satellites"
        return before in ("the", "on") and sentence.flow.norms[verb.last : verb.last + 1] == ["of"]
    if verb.entry.detail not in ("base", "s"):
        return False
    if verb.entry.detail == "s":  # "A orders two satellites" against "the orders"
        return verb.entry.key in _ALSO_NOUNS and not is_led_by_actor(sentence, verb.first)
    return before not in _BEFORE_INFINITIVE


def _dealt_with(sentence: Sentence, verb: Word) -> list[Actor]:
    """Return who sells or is hired: after "from", "to", "by", "in", or the object itself."""
    norms = sentence.flow.norms
    _, last = clause_bounds(sentence, verb.first)
    return [
        actor
        for actor in all_actors(sentence)
        if verb.last <= actor.first < min(last, verb.last + _SELLER_REACH)
        and (actor.code or actor.members)
        and _is_dealt_with(norms, actor, verb)
    ]


def _is_dealt_with(norms: list[str], actor: Actor, verb: Word) -> bool:
    marks = set(norms[max(verb.last, actor.first - 2) : actor.first])
    hired = verb.entry.key in _HIRING and norms[max(0, verb.first - 1)] in FORMS_OF_BE
    if hired and "for" in marks:  # "has been contracted to launch a satellite for Spain"
        return True
    return actor.first - verb.last <= 1 or bool(marks & _DEALING)


def loose_partnerships(
    reading: Reading, sentence: Sentence, strict: list[Draft]
) -> Iterator[Draft]:
    """Yield the standing partnership of "A works with B in the project" (present tenses only)."""
    for verb in sentence.triggers:
        if verb.entry.kind != "partner" or verb.entry.key not in _WORKING or strict:
            continue
        how = modality(sentence, verb.first, verb.entry.detail)
        if how not in ("done", "ongoing") or verb.entry.detail == "past":
            continue
        partners = list_after(sentence, verb.last, 4)
        told = _Standing("partnership", "in_force", verb.first)
        yield from _beside(reading, sentence, told, partners)
        return


def loose_negotiations(
    reading: Reading, sentence: Sentence, strict: list[Draft]
) -> Iterator[Draft]:
    """Yield what "is being negotiated with B", "talks that A conducts with B" are to bring."""
    if strict or names_instrument(sentence):
        return
    norms = sentence.flow.norms
    for step, norm in enumerate(norms):
        telling, reach = _TELLING.get(norm, (None, 0))
        if telling is None or not telling.search(words_between(sentence, step - reach, step)):
            continue
        bought = telling is _BARGAINING
        trade = bought or _is_trade(sentence)
        told = _Standing("contract" if trade else "agreement", "negotiating", step)
        for draft in _beside(reading, sentence, told, list_after(sentence, step + 1, 4)):
            if bought:  # what is bought, and from whom, is said
                draft.features = _told_purchase("negotiating")
            yield draft
        return


def _is_trade(sentence: Sentence) -> bool:
    bought = any(w.entry.kind == "purchase" for w in sentence.triggers)
    return bought or "commercial" in sentence.flow.norms


class _Standing(NamedTuple):
    """What is read without an instrument: its type and status, and the token that tells it."""

    kind: str
    status: str
    anchor: int


def _beside(
    reading: Reading, sentence: Sentence, told: _Standing, partners: list[Actor]
) -> Iterator[Draft]:
    """Yield a candidate of the subject and its partners, when a partner is known."""
    if not any(a.code or a.members for a in partners):
        return
    draft = start_agreement(reading, sentence, told.kind, told.status, told.anchor)
    draft.parties, source = sides_near(
        reading, sentence, [*find.subjects(sentence, told.anchor), *partners]
    )
    last = min(len(sentence.flow.norms), told.anchor + 14)
    draft.title = " ".join(sentence.flow.norms[told.anchor : last])
    draft.span = told.anchor, told.anchor + 1
    draft.words = action_words(sentence, told.anchor, last)
    draft.features = {
        "loose": 1.0,
        "loose_weak": 1.0,
        f"loose_{told.kind}": 1.0,
        f"type_{told.kind}": 1.0,
        f"status_{told.status}": 1.0,
        source: 1.0,
    }
    yield draft


def _is_partnering(norms: list[str], verb: Word) -> bool:
    """Tell whether a form of "partner" is a verb here: "will partner", "partnered"."""
    if verb.entry.key != "partner" or verb.entry.detail not in ("base", "s"):
        return True
    return verb.entry.detail == "base" and norms[max(0, verb.first - 1) : verb.first] == ["will"]


def find_partnerships(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the partnership of "A teams up with B"."""
    for verb in sentence.triggers:
        if verb.entry.kind != "partner" or verb.entry.weak or verb.entry.key == "forge":
            continue
        norms = sentence.flow.norms
        if not _is_partnering(norms, verb):
            continue
        how = modality(sentence, verb.first, verb.entry.detail)
        status = status_of("signed", how)
        if status is None or how in ("wished", "considered"):
            continue
        found = [
            *find.subjects(sentence, verb.first),
            *find.partners(sentence, verb.first),
            *list_after(sentence, verb.last, 4),
        ]
        parties = clean_parties([a for a in found if a.why_not != "modifier"])
        if len({a.code or a.name for a in parties}) < 2:
            continue
        draft = start_agreement(reading, sentence, "partnership", status, verb.first)
        draft.parties = parties
        draft.title = "partnership " + " ".join(norms[verb.last : verb.last + 10])
        draft.span = verb.first, verb.last
        draft.words = action_words(sentence, verb.last, min(len(norms), verb.last + 14))
        draft.features = {"partner_verb": 1.0, "parties_explicit": 1.0, f"status_{status}": 1.0}
        yield draft
        return
