"""Commitments of a sentence: who will, plans to or considers doing what."""

import re
from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.acts import FINITE, PASSIVE, act_range, is_no_act
from ingest.extract.agreements import find_agreements
from ingest.extract.context import Reading, Sentence
from ingest.extract.doers import (
    find_doers,
    first_list,
    is_object,
    passive_doers,
    read_enabled,
    subject_list,
)
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import all_actors, codes, expand
from ingest.extract.mentions import Word
from ingest.extract.phrases import surface
from ingest.extract.terms import (
    from_bullet,
    from_headline,
    from_instruments,
    from_milestone,
    from_terms,
)
from ingest.extract.undertakings import make_undertaking, split_acts

_STRENGTH = {"firm": 3, "intended": 2, "considered": 1}


_PARTS = re.compile(r"^(?:and|,|as well as|or|;)$")


def find_commitments(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the undertakings that `sentence` states."""
    if sentence.flow.norms[-1:] == ["?"]:
        return []
    drafts: list[Draft] = [
        *from_instruments(reading, sentence),
        *from_terms(reading, sentence),
        *from_bullet(reading, sentence),
        *from_headline(reading, sentence),
        *from_milestone(reading, sentence),
    ]
    taken: list[tuple[int, int]] = [
        (int(d.features["act_first"]), int(d.features["act_last"])) for d in drafts
    ]
    instruments = [
        d
        for d in find_agreements(reading, sentence)
        if d.type in {"contract", "accession"} or not d.bare
    ]
    for word in _triggers(sentence):
        if any(
            0 <= d.anchor - word.last <= 3 and d.status != "ended"
            for d in instruments
            if word.entry.kind != "instrument"
        ):
            continue  # "agreed to buy", "will issue a joint statement": the agreement itself
        if any(first <= word.first < last for first, last in taken):
            continue
        found = list(_from_trigger(reading, sentence, word))
        drafts.extend(found)
        if found:
            taken.append((word.first, max(int(d.features["act_last"]) for d in found)))
    return drafts


def _triggers(sentence: Sentence) -> list[Word]:
    found = [w for w in sentence.triggers if w.entry.kind in ("commit", "noun")]
    return sorted(found, key=lambda word: (word.first, word.entry.kind == "noun"))


def _from_trigger(reading: Reading, sentence: Sentence, word: Word) -> Iterator[Draft]:
    if word.entry.kind == "noun":
        yield from _noun(reading, sentence, word)
        return
    if not _is_finite(sentence, word):
        return
    first, last = act_range(sentence, word)
    act = surface(sentence, first, last)
    if last - first < 2 or is_no_act(act, word):
        return
    parties, source = find_doers(reading, sentence, word)
    if PASSIVE.match(act.lower()):
        parties, source = passive_doers(reading, sentence, first, last)
    first, parties, source = read_enabled(sentence, first, last, parties, source)
    if parties:
        yield from split_acts(sentence, word, (parties, source), (first, last))


_SAYING = frozenset(
    {
        "said",
        "says",
        "announced",
        "announce",
        "announces",
        "agreed",
        "confirmed",
        "added",
        "stated",
        "and",
    }
)


_PROGRESSIVE = frozenset(
    {"consider", "mull", "weigh", "explore", "contemplate", "study", "look into", "discuss"}
)


_MODALS = frozenset({"may", "might", "could", "would"})
_EXPERTS = frozenset(
    {"experts", "expert", "analysts", "analyst", "observers", "commentators", "critics"}
)


def _is_finite(sentence: Sentence, word: Word) -> bool:
    """Tell whether the trigger is said of somebody, not negated, not a relative aside."""
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    key, form = word.entry.key, word.entry.detail
    if key in _MODALS and _EXPERTS & set(norms[: word.first]):
        return False
    if before == "that" and word.first > 1 and norms[word.first - 2] not in _SAYING:
        return False
    if before in ("not", "never", "to", "t", "which", "longer") or (
        norms[word.last : word.last + 1] in (["not"], ["never"]) and key != "will"
    ):
        return False
    if key.startswith(
        (
            "discuss ways",
            "explore ways",
            "explore the poss",
            "discuss the poss",
            "explore opportun",
            "study the poss",
        )
    ):
        return before not in ("to", "will")
    if key in _PROGRESSIVE:
        return (form == "ing" and before in ("is", "are", "currently", "also")) or (
            form in ("base", "s")
            and key in ("consider", "mull", "weigh", "contemplate")
            and before not in ("to", "will")
        )
    if form == "ing":
        return before in ("is", "are", "currently", "also", "be", "and", ",")
    if form in ("past", "participle") and before in (
        "be",
        "being",
        "been",
        "was",
        "were",
        "is",
        "are",
    ):
        return key in ("commit to", "plan to")
    return not (key == "may" and sentence.flow.tokens[word.first].capital)


_VERBISH = re.compile(r"^(?:[a-z]{2,14})$")


def _noun(reading: Reading, sentence: Sentence, word: Word) -> Iterator[Draft]:
    norms = sentence.flow.norms
    if word.first and norms[word.first - 1] in ("in", "no", "not", "to", "will", "would", "share"):
        return
    if word.entry.key in ("effort to", "efforts to") or (
        not word.entry.key.startswith("intention")
        and {"shared", "mutual", "common"} & set(norms[max(0, word.first - 3) : word.first])
    ):
        return
    first, last = act_range(sentence, word)
    act = surface(sentence, first, last)
    if (
        last - first < 2
        or is_no_act(act, word)
        or act.lower().startswith(("the artemis", "join the artemis"))
    ):
        return
    if FINITE & set(norms[first : first + 14]) and "that" not in norms[first : first + 14]:
        return
    parties, source = _owners(reading, sentence, word)
    if not parties:
        return
    yield make_undertaking(sentence, word, (parties, source), (first, last))


def _owners(reading: Reading, sentence: Sentence, word: Word) -> tuple[list[Actor], str]:
    """Return whose commitment it is: a possessive, else the subject of the verb before it."""
    norms = sentence.flow.norms
    actors = all_actors(sentence)
    near = [a for a in actors if a.possessive and a.last <= word.first and word.first - a.last <= 5]
    own = norms[max(0, word.first - 4) : word.first]
    if word.entry.key == "interest in" and not {"express", "expressed", "expresses"} & set(
        norms[max(0, word.first - 6) : word.first]
    ):
        return [], ""
    if near and near[-1].kind != "group":
        return clean_parties([near[-1]]), "owner_possessive"
    owns = [
        i for i in range(max(0, word.first - 3), word.first) if norms[i] in ("has", "have", "had")
    ]
    if word.entry.key.startswith("no "):
        owns = (
            [word.first]
            if norms[word.first - 1 : word.first] in (["has"], ["have"], ["had"])
            else []
        )
    if owns:
        subjects = [a for a in find.subjects(sentence, owns[0]) if not is_object(sentence, a, word)]
        return (
            (clean_parties(subject_list(sentence, subjects)), "owner_has") if subjects else ([], "")
        )
    verbs = [
        w
        for w in sentence.triggers
        if w.entry.kind in ("reaffirm",) and w.last <= word.first and word.first - w.last <= 6
    ]
    pronoun = bool({"their", "its", "our", "his", "her"} & set(own))
    if verbs or pronoun:
        position = verbs[-1].first if verbs else word.first
        subjects = [
            a
            for a in find.subjects(sentence, position)
            if not (a.kind == "group" and a.possessive) and not is_object(sentence, a, word)
        ]
        participle = bool(verbs) and verbs[-1].entry.detail == "ing"
        if subjects:
            chosen = (
                first_list(sentence, subjects) if participle else subject_list(sentence, subjects)
            )
            return clean_parties(chosen), "owner_verb" if verbs else "owner_pronoun"
        if near:
            return clean_parties([near[-1]]), "owner_group"
    owners = [a for a in sentence.actors if a.possessive and a.code and a.last <= word.first]
    if (
        owners
        and norms[word.first - 1 : word.first] == ["the"]
        and word.entry.key.startswith(("goal", "aim", "objective", "target"))
    ):
        return clean_parties([owners[-1]]), "owner_possessive"
    return [], ""


def distinct_codes(actors: list[Actor]) -> set[str]:
    """Return the codes of actors with references expanded."""
    return codes(expand(actors))
