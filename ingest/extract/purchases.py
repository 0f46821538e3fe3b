"""Purchases, leases and partnerships: agreements told by a verb, without an instrument."""

import re
from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.agreement_drafts import start_agreement, status_of
from ingest.extract.binding import bind_until
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.fallback import sides_near
from ingest.extract.grammar import all_actors, clause_bounds, list_after, modality, words_between
from ingest.extract.mentions import Word
from ingest.extract.phrases import action_words
from ingest.extract.vocabulary import words

_PURCHASE_OBJECTS = words("purchase_object")
_DEALING = frozenset({"from", "to", "by", "with", "in"})
_BEFORE_INFINITIVE = frozenset({"to", "will", "would", "and", "can", "may", "could", "also"})
_TALKS = re.compile(r"\b(?:negotiat\w+|in talks|talks (?:with|to|on)|conversations)\b")
_TALKS_REACH = 14  # tokens from talks to the purchase they are about
_SELLER_REACH = 14  # tokens between a verb of buying and who sells
_TOLD_NEAR = 6  # tokens from a draft of the strict readings
_SELLER_MARKS = frozenset({"from", "to", "by", "of", "the", "with"})


def _in_talks(sentence: Sentence, verb: Word, status: str | None) -> str | None:
    """Return `negotiating` for a purchase to come that is talked about: "negotiations to buy"."""
    left = words_between(sentence, verb.first - _TALKS_REACH, verb.first)
    return "negotiating" if status == "planned" and _TALKS.search(left) else status


def find_leases(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "leased from Kazakhstan until 2050", "Russia leases Baikonur from Kazakhstan"."""
    for verb in sentence.triggers:
        if verb.entry.key not in ("lease", "rent") or verb.entry.kind != "purchase":
            continue
        until = bind_until(sentence, verb.first)
        landlord = [
            a
            for a in sentence.actors
            if verb.last <= a.first <= verb.last + 8
            and a.code
            and sentence.flow.norms[a.first - 1] in ("from", "to", "by")
        ]
        if not landlord or until is None:
            continue
        draft = start_agreement(reading, sentence, "contract", "in_force", verb.first)
        draft.parties, _source = find.complete(
            reading, sentence, [*find.subjects(sentence, verb.first), *landlord]
        )
        draft.date, draft.date_value = None, None
        draft.title = "lease"
        draft.features = {"lease": 1.0, "parties_explicit": 1.0}
        yield draft
        return


def find_purchases(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the purchases between parties of two countries."""
    for verb in sentence.triggers:
        if verb.entry.kind != "purchase":
            continue
        norms = sentence.flow.norms
        object_words = norms[verb.last : verb.last + 9]
        if not any(word in _PURCHASE_OBJECTS for word in object_words):
            continue
        how = modality(sentence, verb.first, verb.entry.detail)
        if norms[max(0, verb.first - 2) : verb.first] == ["agreed", "to"]:
            how = "done"
        status = _in_talks(sentence, verb, status_of("signed", how))
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
        draft = start_agreement(reading, sentence, "contract", status, verb.first)
        draft.parties, draft.title = parties, " ".join(norms[verb.last : verb.last + 8])
        draft.features = {"purchase": 1.0, "parties_explicit": 1.0, f"status_{status}": 1.0}
        yield draft


def loose_purchases(reading: Reading, sentence: Sentence, strict: list[Draft]) -> Iterator[Draft]:
    """Yield a purchase for each verb of buying beside a party, whatever it is that is bought."""
    for verb in sentence.triggers:
        if verb.entry.kind != "purchase" or _is_noun(sentence, verb):
            continue
        if any(abs(draft.anchor - verb.first) <= _TOLD_NEAR for draft in strict):
            continue
        status = status_of("signed", modality(sentence, verb.first, verb.entry.detail))
        status = _in_talks(sentence, verb, status)
        partners = _dealt_with(sentence, verb)
        if status is None or not partners:
            continue
        parties, source = sides_near(
            reading, sentence, [*find.subjects(sentence, verb.first), *partners]
        )
        draft = start_agreement(reading, sentence, "contract", status, verb.first)
        norms = sentence.flow.norms
        draft.parties, draft.title = parties, " ".join(norms[verb.first : verb.last + 8])
        draft.words = action_words(sentence, verb.last, min(len(norms), verb.last + 14))
        draft.features = {
            "loose": 1.0,
            "loose_purchase": 1.0,
            "type_contract": 1.0,
            f"status_{status}": 1.0,
            source: 1.0,
        }
        yield draft


def _is_noun(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a form of buying is no verb here: "the contract", "in order to"."""
    if verb.entry.detail not in ("base", "s"):
        return False
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    return verb.entry.detail == "s" or before not in _BEFORE_INFINITIVE


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
    return actor.first - verb.last <= 1 or bool(marks & _DEALING)


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
        draft.words = action_words(sentence, verb.last, min(len(norms), verb.last + 14))
        draft.features = {"partner_verb": 1.0, "parties_explicit": 1.0, f"status_{status}": 1.0}
        yield draft
        return
