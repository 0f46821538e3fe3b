"""Countries that join a multilateral instrument: each is a fact of its own (codebook 8)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.actors import Actor
from ingest.extract.agreement_drafts import (
    heed_signing_ahead,
    is_foretold,
    start_agreement,
    status_of,
)
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import (
    Modality,
    codes,
    list_after,
    list_before,
    modality,
    words_between,
)
from ingest.extract.joining import (
    JOINING_VERBS,
    Joining,
    admitted,
    founders,
    founding_verb,
    joined_bodies,
    loose_signers,
)
from ingest.extract.lexicon import member_states
from ingest.extract.mentions import Mention, Word
from ingest.extract.vocabulary import alternatives, words


def find_accessions(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the accession of every country the sentence says to join an instrument."""
    instrument = _multilateral(sentence)
    named = _accords(sentence) or instrument or _meant_by_they(reading, sentence)
    founded = _founding(reading, sentence, named)
    if instrument is None or founded is not None:
        yield from [founded] if founded else _other_joinings(reading, sentence)
        yield from _followers(reading, sentence)
        return
    norms = sentence.flow.norms
    joiners = list(_joiners(sentence, instrument))
    together = len(joiners) >= _FOUNDERS
    for joiner, anchor, form in joiners[:1] if together else joiners:
        how: Modality = modality(sentence, anchor, form) if form else "done"
        ahead = _is_worked_towards(sentence, instrument) or is_foretold(sentence, anchor)
        how = "planned" if ahead else how
        status = status_of(_fate_told(sentence, anchor), how)
        foreseen = how == "planned" and not ahead
        if foreseen and form == "base" and _was_welcomed(sentence, anchor):
            status = "planned" if "will" in norms else "signed"
        if status is None:
            continue
        draft = start_agreement(reading, sentence, "accession", status, anchor)
        draft.parties = [each for each, _, _ in joiners] if together else [joiner]
        if together:
            draft.type = "agreement"
        if status == "signed" and heed_signing_ahead(reading, sentence, draft):
            status = draft.status
        draft.title = instrument.name
        draft.words = frozenset({instrument.key})
        draft.features = {
            "accession": 1.0,
            f"status_{status}": 1.0,
            "accession_form": float(bool(form)),
        }
        yield draft
    for each in joined_bodies(sentence):
        if each.title != instrument.name and each.verb.first >= instrument.last:
            yield from _joined(reading, sentence, each)


def _fate_told(sentence: Sentence, anchor: int) -> str:
    """Return what a verb at token `anchor` does to an instrument: "ended" of who leaves it."""
    left = any(w.first == anchor and w.entry.key in _LEAVING for w in sentence.triggers)
    return "ended" if left else "signed"


_LEAVING = words("leaving_accords")


def _followers(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "Japan and Canada did so last year", once the joining of another was told."""
    before = range(max(0, sentence.index - _FOLLOWED), sentence.index)
    told = [d for i in before for d in reading.agreements.get(i, []) if d.type == "accession"]
    if not told:  # asked first, since hardly any sentence has one before it
        return
    norms = sentence.flow.norms
    deed = next((i for i in range(len(norms)) if _is_likewise(norms[i : i + 3])), -1)
    deed = deed if deed >= 0 else _ranked(norms)
    if deed < 0:
        return
    for state in list_before(sentence, deed, _FOLLOWED):
        if state.code not in member_states() or state.code in told[-1].codes():
            continue
        draft = _joining_draft(reading, sentence, "signed", deed + 1)
        draft.parties, draft.title, draft.words = [state], told[-1].title, told[-1].words
        yield draft


def _is_likewise(told: list[str]) -> bool:
    return " ".join(told[:2]) in _LIKEWISE or " ".join(told) in _LIKEWISE


def _ranked(norms: list[str]) -> int:
    """Return where "was the first African country to join" begins, with no more told; or -1."""
    told = _RANKED.search(" ".join(norms))
    return len(told.string[: told.start()].split()) if told else -1


_RANKED = re.compile(
    r"\b(?:was|is|became|becomes) the (?:\w+ ){1,5}?(?:country|nation|state|signatory) "
    r"to (?:join|sign|do so|accede)(?: up| on)?(?= [.,;]| (?:in|on|last|this)\b)"
)
_LIKEWISE = words("did_likewise")
_FOLLOWED = 3  # sentences back in which somebody joined, and tokens from a list to its verb


def is_accession(sentence: Sentence, word: Word, verb: Word, parties: list[Actor]) -> bool:
    """Tell whether an instrument makes a state a member, or one state alone ratifies a treaty.

    "The agreement by which A becomes an associate member of ESA", "A ratified two UN treaties".
    """
    if word.entry.code == "accession":
        return True
    states = {a.code for a in parties if a.code in member_states()}
    if word.entry.code == "treaty" and verb.entry.key in _RATIFYING and len(states) == 1:
        return True
    if not states or word.entry.code not in ("agreement", "treaty"):
        return False
    if len(states) == 1 and _is_of_acceding(sentence, word):
        return True
    after = sentence.flow.norms[word.last :]
    members = [w for w in sentence.triggers if w.first > word.last and _is_membership(sentence, w)]
    makes = bool(members) and bool(_BECOMING & set(after[: members[0].first - word.last]))
    return makes and len(codes(parties) - member_states()) <= 1


def joiner(parties: list[Actor]) -> list[Actor]:
    """Return the state among the parties: it alone is the party of an accession (codebook 2)."""
    return [a for a in parties if a.code in member_states()][:1]


def _is_of_acceding(sentence: Sentence, word: Word) -> bool:
    """Tell of "the agreement on its accession to ESA", "signed its accession to the Convention"."""
    before = words_between(sentence, word.first - _ACCEDED_WITHIN, word.first)
    after = words_between(sentence, word.last, word.last + _ACCEDED_WITHIN)
    return bool(_ACCEDED_TO.search(before) or _ON_ACCESSION.match(after))


def joined_words(sentence: Sentence) -> frozenset[str]:
    """Return by which words an accession is known: the code of the body, else that it is one."""
    bodies = [a.code for a in sentence.actors if a.kind == "organization" and a.code]
    named = [code.lower() for code in bodies if code not in member_states()]
    return frozenset(named[:1]) or ANY_ACCESSION


ANY_ACCESSION = frozenset({"accession"})  # of "the accession agreement", which may be to any body
_ACCEDED_WITHIN = 8  # tokens from an instrument to the accession it is of
_ACCEDED_TO = re.compile(r"\b(?:accession|accede|acceded|acceding) to(?: the)?(?: \w+){0,4}$")
_ON_ACCESSION = re.compile(
    r"(?:on|of|for|to) (?:[\w'-]+ ){0,4}?(?:accession|membership)\b(?! (?:talks|negotiations|fee))"
)
_RATIFYING = words("ratifying_verb")
_MEMBERSHIPS = frozenset({"associate member", "full member", "cooperating state"})
_BECOMING = frozenset({"become", "becomes", "became", "becoming", "make", "makes", "made"})


def _is_membership(sentence: Sentence, word: Word) -> bool:
    of_body = sentence.flow.norms[word.last : word.last + 1] == ["of"]
    return word.entry.key in _MEMBERSHIPS or (word.entry.key == "member" and of_body)


def _founding(reading: Reading, sentence: Sentence, instrument: Mention | None) -> Draft | None:
    """Return the founding of an instrument: "A, B and C established the Accords in 2020"."""
    if instrument is None:
        return None
    verb = founding_verb(sentence, instrument)
    anchor, parties = (verb.first, founders(sentence, verb)) if verb else _first_signers(sentence)
    if not parties or (verb and modality(sentence, verb.first, "past") != "done"):
        return None
    draft = start_agreement(reading, sentence, "agreement", "signed", anchor)
    draft.parties, draft.title = parties, "establishment of the " + instrument.name
    draft.words = frozenset({instrument.key, "founding"})
    draft.features = {"founding": 1.0, "accession": 1.0, "status_signed": 1.0}
    return draft


def _other_joinings(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Yield the joining of other named bodies, and signings whose object went before."""
    joined = [*joined_bodies(sentence), *admitted(sentence), *loose_signers(reading, sentence)]
    for each in joined:
        yield from _joined(reading, sentence, each)


def _joined(reading: Reading, sentence: Sentence, joining: Joining) -> Iterator[Draft]:
    verb = joining.verb
    status = status_of("signed", modality(sentence, verb.first, verb.entry.detail))
    if status is None:
        return
    for joiner in joining.joiners:
        draft = _joining_draft(reading, sentence, status, verb.first)
        draft.parties, draft.title = [joiner], joining.title
        draft.words = frozenset({_key_of_body(sentence, joining.title)})
        yield draft


def _key_of_body(sentence: Sentence, title: str) -> str:
    """Return what stands for a joined body under any of its names."""
    if title == "Artemis Accords":
        return "artemis_accords"
    codes_of_it = (a.code for a in sentence.actors if a.name == title)
    code = next((code for code in codes_of_it if code and code not in member_states()), title)
    return code.lower()


def _joining_draft(reading: Reading, sentence: Sentence, status: str, anchor: int) -> Draft:
    """Return the accession that a verb of joining tells, before it is known whose and of what."""
    draft = start_agreement(reading, sentence, "accession", status, anchor)
    draft.features = {"accession": 1.0, f"status_{status}": 1.0, "accession_form": 1.0}
    return draft


_TOWARDS = re.compile(r"\btowards? (?:the )?(?:signature|signing|accession)\b")


def _is_worked_towards(sentence: Sentence, instrument: Mention) -> bool:
    """Tell of "work together towards signature of the Accords by A", who has not joined yet."""
    return _TOWARDS.search(words_between(sentence, 0, instrument.first)) is not None


_WELCOMED = re.compile(alternatives("welcomed_member"))  # "A's decision to join" is taken
_ORDINAL_ENDINGS = frozenset({"th", "st", "nd", "rd"})  # "37th" is two tokens


def _was_welcomed(sentence: Sentence, anchor: int) -> bool:
    left = sentence.flow.norms[:anchor]
    return any(_WELCOMED.match(w) or w in _ORDINAL_ENDINGS for w in left)


def _multilateral(sentence: Sentence) -> Mention | None:
    norms = sentence.flow.norms
    for name in sentence.names:
        article = sentence.flow.norms[name.first - 1] if name.first else ""
        if (
            name.kind == "programme"
            and name.detail == "accords"
            and article not in ("a", "an", "'s")
        ):
            return name
    joins = any(w.entry.kind == "join" and w.entry.key in JOINING_VERBS for w in sentence.triggers)
    for name in sentence.names:
        if joins and name.kind == "programme" and name.detail == "multilateral":
            after = sentence.flow.tokens[name.last] if name.last < len(norms) else None
            if after is None or not after.capital:
                return name
    return _accords(sentence)


def named_accords(sentence: Sentence) -> Mention | None:
    """Return the accords that a sentence names in full or as "the Accords"."""
    full = (n for n in sentence.names if n.kind == "programme" and n.detail == "accords")
    return next(full, None) or _accords(sentence)


def _meant_by_they(reading: Reading, sentence: Sentence) -> Mention | None:
    """Return the accords of the sentence before that "they were launched by A" means."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or sentence.flow.norms[:2] not in (["they", "were"], ["they", "are"]):
        return None
    accords = named_accords(before)
    return replace(accords, first=0, last=1) if accords is not None else None


def _accords(sentence: Sentence) -> Mention | None:
    """Return "the Accords" of a sentence, in capitals."""
    if "accords" not in sentence.flow.norms:
        return None
    name = "Artemis Accords"
    for step, norm in enumerate(sentence.flow.norms):
        if norm == "accords" and _means_the_accords(sentence, step):
            return Mention(step, step + 1, "programme", None, "artemis_accords", name, "accords")
    return None


def _means_the_accords(sentence: Sentence, step: int) -> bool:
    """Tell whether "Accords" has a capital and no other name, or points back in a text on them."""
    tokens = sentence.flow.tokens
    before = tokens[step - 1] if step else None
    if tokens[step].capital:
        other = before is not None and before.capital and before.norm not in ("artemis", "the")
        return not other or sentence.span.is_heading
    points_back = before is not None and before.norm == "the"
    return points_back and "Artemis Accords" in sentence.reading.folded


def _joiners(sentence: Sentence, instrument: Mention) -> Iterator[tuple[Actor, int, str]]:
    """Yield `(country, verb position, verb form)` for every country said to join."""
    norms = sentence.flow.norms
    states = list(_state_actors(sentence))
    signed_for = [a for a in states if _is_signed_for(norms, a, instrument)]
    if signed_for:
        yield signed_for[0], signed_for[0].first - 1, "participle"
        return
    behalf = [
        a
        for a in states
        if norms[max(0, a.first - 3) : a.first][-2:] == ["behalf", "of"]
        or norms[max(0, a.first - 3) : a.first] == ["behalf", "of", "the"]
        or (a.kind == "state" and norms[instrument.last : a.first] in _FOR)
    ]
    behalf = [
        a
        for a in behalf
        if not {"speak", "remarks", "spoke"} & set(norms[max(0, a.first - 7) : a.first])
    ]
    verb = _joining_verb(sentence, instrument)
    anchor, form = (verb.first, verb.entry.detail) if verb else (instrument.first, "")
    if behalf and verb is not None:
        for actor in behalf:
            yield actor, anchor, form
        return
    picked = [
        a
        for a in _picked_joiners(sentence, states, verb, instrument)
        if a.code not in _HOST_CODES or instrument.code not in (None, *_HOST_CODES)
    ]
    for actor in picked:
        yield actor, anchor, form


_FOR = (["for"], ["for", "the"])  # "A, its minister, signed the Accords for Kenya"


def _is_signed_for(norms: list[str], state: Actor, instrument: Mention) -> bool:
    """Tell of "the Accords were signed for Greece by its minister"."""
    at = state.first - 1 - (norms[state.first - 1] == "the")
    return norms[at - 1 : at + 1] == ["signed", "for"] and instrument.last < at


def _state_actors(sentence: Sentence) -> list[Actor]:
    """Return the states a sentence names, also by "the kingdom"."""
    meant = [
        replace(g.members[0], first=g.first, last=g.last) for g in sentence.groups if _is_one(g)
    ]
    return [
        a
        for a in sorted([*sentence.actors, *meant], key=lambda actor: actor.first)
        if a.code and len(a.code) == 3 and a.kind in ("state", "person", "organization")
    ]


def _is_one(group: Actor) -> bool:
    return len(group.members) == 1 and group.name not in ("we", "our", "it", "its", "i")


def _joining_verb(sentence: Sentence, instrument: Mention) -> Word | None:
    verbs = [w for w in sentence.triggers if w.last <= instrument.first and _may_join_by(w)]
    near = [
        v
        for v in verbs
        if instrument.first - v.last <= 12 and v.entry.key not in ("welcome", "embrace")
    ]
    return near[-1] if near else None


def _may_join_by(verb: Word) -> bool:
    """Tell whether a verb is one by which a state joins an instrument, or leaves it."""
    entry = verb.entry
    joins = (entry.kind in ("sign", "join") and not entry.weak) or entry.key in _ALSO_JOINING
    return entry.key in _LEAVING or (joins and entry.code in ("signed", "planned"))


_ALSO_JOINING = _RATIFYING | {"become"}
_FIRST_SIGNERS = re.compile(
    r"\band (?:\w+ )?(?:other|further) (?:countries|nations|states)\b.*"
    r"\bthe first (?:to sign|to join|signator(?:ies|y nations))\b"
)  # "the United States and seven other nations were the first to sign the Accords"


def _first_signers(sentence: Sentence) -> tuple[int, list[Actor]]:
    """Return where those are named who signed first, with others, and so founded: A "and seven"."""
    told = _FIRST_SIGNERS.search(" ".join(sentence.flow.norms))
    if told is None:
        return 0, []
    step = len(told.string[: told.start()].split())
    return step, [a for a in list_before(sentence, step, 1) if a.code]


_FOUNDERS = 4  # so many countries signing in one sentence found the instrument together


_HOST_CODES = frozenset({"USA"})


def _picked_joiners(
    sentence: Sentence, states: list[Actor], verb: Word | None, instrument: Mention
) -> list[Actor]:
    """Return who joins: "signing by A", "welcomes A as", "A signs", "A's decision to join"."""
    signers = _signers(sentence, instrument) or _welcomed(sentence)
    if signers:
        return _unique(signers)
    if verb is not None:
        before = [a for a in states if a.last <= verb.first and a.why_not in _MAY_JOIN]
        before = [a for a in before if not _is_partner(sentence, a, verb)] or before
        foreign = [a for a in before if a.code not in _HOST_CODES]
        nearest = foreign or before
        return _unique(_last_list(sentence, nearest)) if nearest else []
    norms = sentence.flow.norms
    if {"founding", "original"} & set(norms) or not _JOINING.search(" ".join(norms)):
        return []
    may_join = ("", "possessive", "modifier")
    foreign = [a for a in states if a.code not in _HOST_CODES and a.why_not in may_join]
    return _unique(foreign[:1])


def _is_partner(sentence: Sentence, actor: Actor, joining: Word) -> bool:
    """Tell of whom something else was agreed with: "signed a deal with B and joined"."""
    norms, step = sentence.flow.norms, actor.first - 1
    step -= norms[step : step + 1] == ["the"]
    signed = any(
        w.entry.kind == "sign" and not w.entry.weak and w.entry.detail != "ing"
        for w in sentence.triggers
        if w.last <= actor.first and w.first < joining.first
    )
    return signed and norms[step] == "with"


_MAY_JOIN = ("", "possessive", "speaker")
_JOINING = re.compile(
    r"signator|newest member|s signing|commitment to|signing ceremony|decision to join|accession"
)


def _signers(sentence: Sentence, instrument: Mention) -> list[Actor]:
    """Return the actors of "signing of the Artemis Accords by A and B"."""
    norms = sentence.flow.norms
    for step in range(instrument.last, min(instrument.last + 3, len(norms))):
        if norms[step] == "by":
            return [a for a in list_after(sentence, step + 1, 3) if a.code]
    return []


_OF_JOINING = words("joining_noun")


def _has_joined(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether what is welcomed is the country or its joining, not its interest."""
    return not actor.possessive or bool(
        _OF_JOINING & set(sentence.flow.norms[actor.last : actor.last + 4])
    )


def _welcomed(sentence: Sentence) -> list[Actor]:
    """Return the actors of "NASA welcomes A"."""
    for word in sentence.triggers:
        if word.entry.key in ("welcome", "embrace", "congratulate"):
            listed = [a for a in list_after(sentence, word.last, 3) if a.code]
            if listed and _has_joined(sentence, listed[-1]):
                return listed
    return []


_IN_COMPANY = re.compile(rf"\b(?:{alternatives('in_company_with')})(?: the)?$")


def _last_list(sentence: Sentence, actors: list[Actor]) -> list[Actor]:
    """Return the run of actors joined by commas and "and" that ends with the last one.

    Who acts "together with" those of the run is in it too.
    """
    glue = {",", "and", "the", "&", "as", "well"}
    norms, found, rest = sentence.flow.norms, [actors[-1]], actors[:-1]
    while rest and all(word in glue for word in norms[rest[-1].last : found[0].first]):
        found.insert(0, rest.pop())
    if rest and _IN_COMPANY.search(" ".join(norms[: found[0].first])):
        return [*_last_list(sentence, rest), *found]
    return found


def _unique(actors: list[Actor]) -> list[Actor]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        if actor.code:
            seen.setdefault(actor.code, actor)
    return list(seen.values())
