"""Agreements of a sentence: instruments with the verb that signs, plans, extends or ends them."""

from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.binding import bind_date, bind_place, bind_until
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import Modality, clause_bounds, codes, expand, list_after, modality
from ingest.extract.mentions import Mention, Word
from ingest.extract.phrases import action_words, noun_phrase

_OBJECT_REACH = 14
_STATUS: dict[tuple[str, Modality], str] = {}
_DONE = ("done", "ongoing")
_BARE = frozenset({"the", "this", "that", "these", "under", "its", "such", "our", "their", "both"})
_PASSIVE = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "been",
        "be",
        "being",
        "has",
        "have",
        "had",
        "to",
        "will",
        "also",
        "recently",
        "formally",
        "first",
        "jointly",
    }
)
_WEAK_TYPES = frozenset({"partnership", "plan", "joint_statement", "grant"})
_FOUNDING = frozenset(
    """sign ink conclude form establish create launch set up found inaugurate extend renew prolong suspend end terminate
    cancel formalize formalise seal adopt approve agree on enter into announce unveil forge re-sign withdraw from""".split()
) | {"set up", "agree on", "enter into", "re-sign", "withdraw from", "pull out of", "agree upon"}
_PURCHASE_OBJECTS = (
    "satellite",
    "rocket",
    "launch",
    "spacecraft",
    "seat",
    "module",
    "imagery",
    "engine",
    "lander",
    "payload",
    "antenna",
    "ground",
    "flight",
    "services",
    "capacity",
    "launcher",
    "vehicle",
    "telescope",
    "vehicles",
    "satellites",
    "rockets",
    "seats",
    "launches",
    "engines",
    "flights",
    "trip",
    "trips",
    "transponder",
    "transponders",
    "data",
)


def find_agreements(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the agreements that `sentence` states."""
    drafts = list(_accessions(reading, sentence))
    if not drafts:
        drafts.extend(_instruments(reading, sentence))
        if not drafts:
            drafts.extend(_purchases(reading, sentence))
            drafts.extend(_leases(reading, sentence))
            drafts.extend(_partnerships(reading, sentence))
    return drafts


def _verb_status(sentence: Sentence, word: Word, verb: Word) -> str | None:
    """Return the status an instrument has by its verb: "reached agreement in principle" is open."""
    how = modality(sentence, verb.first, verb.entry.detail)
    status = _status(verb.entry.code, how)
    left = sentence.flow.norms[max(0, verb.first - 4) : verb.first]
    if status == "proposed" and any(w.startswith(("discuss", "negotiat")) for w in left):
        return "negotiating"
    if status == "signed" and word.entry.key == "agreement in principle":
        return "negotiating"
    return status


def _status(value: str, how: Modality) -> str | None:
    """Return the agreement status of a verb's value under a modality; None for no agreement."""
    if how == "denied":
        return None
    if value in ("negotiating", "proposed"):
        return value
    if how in _DONE:
        return value
    if how == "planned":
        return "planned"
    if how in ("wished", "considered"):
        return "proposed"
    return None


def _draft(
    reading: Reading,
    sentence: Sentence,
    kind: str,
    status: str,
    anchor: int,
    people_from: list[Actor],
) -> Draft:
    planned = status in ("planned", "proposed", "negotiating")
    draft = Draft("agreement", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date = bind_date(sentence, anchor, planned)
    draft.date_value = draft.date.value(planned) if draft.date else None
    draft.place = bind_place(reading, sentence, anchor)
    draft.until = bind_until(sentence, anchor)
    if len(sentence.money) > 0:
        draft.amount = sentence.money[0].amount
    draft.people = [a for a in people_from if a.person and a.why_not in ("", "speaker")]
    return draft


# -- instruments -------------------------------------------------------------------------------


def _instruments(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    taken: set[int] = set()
    instruments = [w for w in sentence.triggers if w.entry.kind == "instrument"]
    for word in instruments:
        if word.first in taken or _inside_name(sentence, word) or _is_compound(sentence, word):
            continue
        verb, status = _governing_verb(sentence, word, instruments)
        draft = _instrument(reading, sentence, word, verb, status)
        if draft is not None:
            taken.update(range(word.first, word.last + 6))
            yield draft


def _inside_name(sentence: Sentence, word: Word) -> bool:
    return any(
        m.first <= word.first < m.last and m.kind in ("organization", "person", "programme")
        for m in sentence.names
    )


def _is_compound(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun only modifies another: "contract award", "agreement text"."""
    norms = sentence.flow.norms
    after = norms[word.last : word.last + 1]
    before = norms[word.first - 1] if word.first else ""
    if word.entry.key in ("grant", "deal", "contract", "lease") and before in (
        "to",
        "will",
        "not",
        "would",
    ):
        return True
    if word.entry.key in (
        "statement",
        "declaration",
        "understanding",
        "arrangement",
        "alliance",
        "accord",
        "convention",
        "protocol",
    ) and before in ("in", "mutual", "better", "deeper", "said"):
        return True
    return after in (["with", "to"],) or (after == ["of"] and word.entry.key == "deal")


def _governing_verb(
    sentence: Sentence, word: Word, instruments: list[Word]
) -> tuple[Word | None, str | None]:
    """Return the verb that has the instrument as its object or passive subject, and its status."""
    verbs = [w for w in sentence.triggers if w.entry.kind in ("sign", "award")]
    before = [v for v in verbs if v.last <= word.first and _reaches(sentence, v, word, instruments)]
    if not before or before[-1].entry.weak:
        relative = [
            v
            for v in verbs
            if word.last < v.first <= word.last + 14
            and not v.entry.weak
            and "that" in sentence.flow.norms[word.last : word.last + 3]
            and v.entry.detail == "past"
        ]
        before = relative or before
    for verb in reversed(before):
        return verb, _verb_status(sentence, word, verb)
    for verb in verbs:
        if verb.first >= word.last and _is_passive(sentence, word, verb):
            return verb, _verb_status(sentence, word, verb)
    return None, None


def _reaches(sentence: Sentence, verb: Word, word: Word, instruments: list[Word]) -> bool:
    gap = word.first - verb.last
    reach = 7 if verb.entry.weak else _OBJECT_REACH
    if gap > reach:
        return False
    words = sentence.flow.norms[verb.last : word.first]
    if any(
        w
        in (
            ";",
            "which",
            "who",
            "while",
            "under",
            "said",
            "says",
            "after",
            "during",
            "following",
            "as",
        )
        for w in words
    ):
        return False
    if verb.entry.weak and any(verb.last <= i.first < word.first for i in instruments):
        return False
    if verb.entry.weak and any(w in ("in", "on", "to", "for", "at") for w in words):
        return False
    return not (
        verb.entry.key in ("have", "reach")
        and verb.entry.detail == "base"
        and verb.entry.weak
        and gap > 4
    )


def _is_passive(sentence: Sentence, word: Word, verb: Word) -> bool:
    if verb.entry.detail not in ("past", "participle"):
        return False
    words = sentence.flow.norms[word.last : verb.first]
    if any(
        w.entry.kind == "instrument" and word.last <= w.first < verb.first
        for w in sentence.triggers
    ):
        return False
    if len(words) > 14 or any(w in (";", "which", "who", "said") for w in words):
        return False
    if "that" in words and not verb.entry.weak and len(words) <= 8:
        return True
    if not words:
        return not verb.entry.weak
    if words[-1] in _PASSIVE or words == [","]:
        return True
    if verb.entry.weak or verb.entry.detail == "base":
        return False
    after = sentence.flow.norms[verb.last : verb.last + 1]
    return len(words) <= 1 or after in (
        ["in"],
        ["at"],
        ["on"],
        ["by"],
        ["between"],
        ["with"],
        ["last"],
        ["during"],
        ["this"],
        ["earlier"],
    )


def _instrument(
    reading: Reading, sentence: Sentence, word: Word, verb: Word | None, status: str | None
) -> Draft | None:
    if verb is None:
        return _noun_agreement(reading, sentence, word)
    if status is None:
        return None
    kind = word.entry.code
    if (
        kind == "partnership"
        and status == "planned"
        and not {"will", "agreed", "agree", "plan", "plans", "planned"}
        & set(sentence.flow.norms[max(0, verb.first - 5) : verb.first])
    ):
        return None
    if kind in ("partnership", "plan") and (
        status in ("negotiating", "proposed") or verb.entry.key not in _FOUNDING
    ):
        return None
    if (
        word.entry.weak
        and word.entry.code in ("partnership", "contract")
        and status not in ("suspended", "ended")
    ):
        return None
    if word.entry.weak and word.entry.code in ("partnership", "contract"):
        if len(codes(expand(_sides(sentence, word, verb)))) < 2:
            return None
    elif word.entry.key in ("document", "paper"):
        if verb.entry.weak:
            return None
    elif word.entry.weak and (
        verb.entry.weak
        and verb.entry.key not in ("issue", "release", "adopt")
        or kind != "joint_statement"
    ):
        return None
    anchor = verb.first
    found = _sides(sentence, word, verb)
    draft = _draft(reading, sentence, kind, status, anchor, sentence.actors)
    draft.parties, source = find.complete(reading, sentence, found)
    draft.title = noun_phrase(sentence, word)
    draft.words = action_words(sentence, word.last, min(len(sentence.flow.tokens), word.last + 14))
    if verb.entry.key in ("approve", "ratify", "endorse"):
        draft.date, draft.date_value = None, None
    draft.definite = _is_bare(sentence, word)
    draft.bare = draft.definite and source in ("article", "single")
    draft.plural = word.entry.detail == "many"
    draft.head = word.entry.key
    draft.features = {
        f"parties_{source}": 1.0,
        "verb_weak": float(verb.entry.weak),
        "verb_strong": float(not verb.entry.weak),
        f"type_{kind}": 1.0,
        f"status_{status}": 1.0,
    }
    return draft


def _sides(sentence: Sentence, word: Word, verb: Word) -> list[Actor]:
    after_between = find.between(sentence)
    subjects = find.subjects(sentence, min(verb.first, word.first))
    with_actors = find.partners(sentence, min(verb.first, word.first))
    by_actors = (
        find.agents(sentence, verb.last)
        if verb.first >= word.last or verb.entry.detail in ("past", "participle")
        else []
    )
    pair = find.paired(sentence, word.first)
    if after_between:
        extra = (
            [a for a in subjects if a.kind == "group"] if not codes(expand(after_between)) else []
        )
        return [*after_between, *extra]
    if by_actors and verb.first >= word.last:
        return [*by_actors, *with_actors, *(pair if len(codes(expand(by_actors))) < 2 else [])]
    if verb.first >= word.last:
        inner = [a for a in find.subjects(sentence, verb.first) if a.first >= word.last]
        return [*inner, *pair, *with_actors] or subjects
    if verb.entry.kind == "award":
        to = [a for a in sentence.actors if a.first >= verb.last and not a.why_not]
        return [*subjects, *to[:1]]
    if len(codes(expand(pair))) >= 2 and len(codes(expand(subjects))) < 2:
        return [*pair]
    return [*subjects, *with_actors]


def _is_bare(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun only points back: "the agreement", "under the MoU"."""
    before = sentence.flow.norms[word.first - 1] if word.first else ""
    return before in _BARE


def _noun_agreement(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    """An instrument without a verb of its own: "the MoU between A and B", "the A-B agreement"."""
    if word.entry.weak:
        return None
    kind = word.entry.code
    if kind in ("partnership", "plan") and not _is_anniversary(sentence):
        return None
    found, explicit = _noun_sides(sentence, word)
    bare = _is_bare(sentence, word)
    if kind == "joint_statement" and not _is_issued(sentence, word):
        return None
    if not found and not bare and kind != "joint_statement":
        return None
    status = "in_force" if kind in ("partnership", "plan") else "signed"
    draft = _draft(reading, sentence, kind, status, word.first, [])
    draft.parties, source = find.complete(reading, sentence, found)
    draft.title = noun_phrase(sentence, word)
    draft.words = action_words(sentence, word.last, min(len(sentence.flow.norms), word.last + 14))
    draft.bare = bare and not explicit
    draft.head = word.entry.key
    draft.features = {
        f"parties_{source}": 1.0,
        "noun_only": 1.0,
        f"type_{kind}": 1.0,
        "noun_explicit": float(explicit),
    }
    return draft


def _noun_sides(sentence: Sentence, word: Word) -> tuple[list[Actor], bool]:
    norms = sentence.flow.norms
    following = norms[word.last] if word.last < len(norms) else ""
    pair = find.paired(sentence, word.first)
    listed = (
        list_after(sentence, word.last + 1, 4) if following in ("between", "with", "from") else []
    )
    listed = [a for a in listed if a.why_not in ("", "possessive")]
    if following == "between" and listed:
        return listed, True
    if listed and word.entry.code in ("grant", "contract", "mou", "agreement", "treaty"):
        return [*find.subjects(sentence, word.first), *listed], True
    if word.entry.code == "joint_statement":
        return pair or find.subjects(sentence, word.first), bool(pair)
    return pair, bool(pair)


def _is_anniversary(sentence: Sentence) -> bool:
    return any(
        w.startswith("anniversar") or w in ("inaugurated", "founded") for w in sentence.flow.norms
    )


def _is_issued(sentence: Sentence, word: Word) -> bool:
    before = sentence.flow.norms[max(0, word.first - 3) : word.first]
    return "in" in before or "at" in before or "according" in before


# -- joining multilateral instruments ------------------------------------------------------------


def _accessions(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    instrument = _multilateral(sentence)
    if instrument is None:
        return
    norms = sentence.flow.norms
    joiners = list(_joiners(reading, sentence, instrument))
    together = len(joiners) >= _FOUNDERS
    for joiner, anchor, form in joiners[:1] if together else joiners:
        how: Modality = modality(sentence, anchor, form) if form else "done"
        status = _status("signed", how)
        if how == "planned" and form == "base" and _was_welcomed(sentence, anchor):
            status = "planned" if "will" in norms else "signed"
        if status is None:
            continue
        draft = _draft(reading, sentence, "accession", status, anchor, sentence.actors)
        draft.parties = [each for each, _, _ in joiners] if together else [joiner]
        if together:
            draft.type = "agreement"
        draft.title = instrument.name
        draft.words = frozenset({instrument.key})
        draft.features = {
            "accession": 1.0,
            f"status_{status}": 1.0,
            "accession_form": float(bool(form)),
        }
        yield draft


def _was_welcomed(sentence: Sentence, anchor: int) -> bool:
    left = sentence.flow.norms[:anchor]
    return any(
        w.startswith(
            (
                "welcom",
                "becam",
                "becom",
                "embrac",
                "country",
                "nation",
                "state",
                "signator",
                "th",
                "st",
                "nd",
                "rd",
            )
        )
        for w in left
    )


def _multilateral(sentence: Sentence) -> Mention | None:
    for name in sentence.names:
        article = sentence.flow.norms[name.first - 1] if name.first else ""
        if name.kind == "programme" and name.detail == "accords" and article not in ("a", "an", "'s"):
            return name
    joins = any(
        w.entry.kind == "join"
        and w.entry.key
        in ("join", "accede to", "sign on to", "sign onto", "sign up to", "sign up for")
        for w in sentence.triggers
    )
    for name in sentence.names:
        if joins and name.kind == "programme" and name.detail == "multilateral":
            return name
    norms = sentence.flow.norms
    for step in range(len(norms)):
        if norms[step] == "accords" and sentence.flow.tokens[step].capital:
            return Mention(
                step, step + 1, "programme", None, "artemis_accords", "Artemis Accords", "accords"
            )
    return None


def _joiners(
    reading: Reading, sentence: Sentence, instrument: Mention
) -> Iterator[tuple[Actor, int, str]]:
    """Yield `(country, verb position, verb form)` for every country said to join."""
    norms = sentence.flow.norms
    states = [a for a in _state_actors(sentence)]
    behalf = [
        a
        for a in states
        if norms[max(0, a.first - 3) : a.first][-2:] == ["behalf", "of"]
        or norms[max(0, a.first - 3) : a.first] == ["behalf", "of", "the"]
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
        if a.code not in _HOST_CODES or instrument.key != "artemis_accords"
    ]
    for actor in picked:
        yield actor, anchor, form


def _state_actors(sentence: Sentence) -> list[Actor]:
    return [
        a
        for a in sentence.actors
        if a.code and len(a.code) == 3 and a.kind in ("state", "person", "organization")
    ]


def _joining_verb(sentence: Sentence, instrument: Mention) -> Word | None:
    verbs = [
        w
        for w in sentence.triggers
        if (w.entry.kind in ("sign", "join") and not w.entry.weak or w.entry.key in ("become",))
        and w.last <= instrument.first
    ]
    near = [
        v
        for v in verbs
        if instrument.first - v.last <= 12 and v.entry.key not in ("welcome", "embrace")
    ]
    return near[-1] if near else None


_FOUNDERS = 4  # so many countries signing in one sentence found the instrument together
_HOST_CODES = frozenset({"USA"})


def _picked_joiners(
    sentence: Sentence, states: list[Actor], verb: Word | None, instrument: Mention
) -> list[Actor]:
    norms = sentence.flow.norms
    text = " ".join(norms)
    after_by = [
        a
        for step in range(instrument.last, min(instrument.last + 3, len(norms)))
        if norms[step] == "by"
        for a in list_after(sentence, step + 1, 3)
    ]
    if after_by:
        return _unique([a for a in after_by if a.code])
    welcome = [
        w for w in sentence.triggers if w.entry.key in ("welcome", "embrace", "congratulate")
    ]
    for word in welcome:
        listed = [a for a in list_after(sentence, word.last, 3) if a.code]
        if listed:
            return _unique(listed)
    if verb is not None:
        before = [
            a for a in states if a.last <= verb.first and a.why_not in ("", "possessive", "speaker")
        ]
        foreign = [a for a in before if a.code not in _HOST_CODES]
        nearest = foreign or before
        if nearest:
            return _unique(_last_list(sentence, nearest))
        return []
    if {"founding", "original"} & set(norms):
        return []
    if (
        "signator" in text
        or "newest member" in text
        or "s signing" in text
        or "commitment to" in text
        or "signing ceremony" in text
        or "decision to join" in text
        or "accession" in text
    ):
        foreign = [
            a
            for a in states
            if a.code not in _HOST_CODES and a.why_not in ("", "possessive", "modifier")
        ]
        return _unique(foreign[:1])
    return []


def _last_list(sentence: Sentence, actors: list[Actor]) -> list[Actor]:
    """Return the run of actors joined by commas and "and" that ends with the last one."""
    glue = {",", "and", "the", "&", "as", "well"}
    found = [actors[-1]]
    for actor in reversed(actors[:-1]):
        if all(word in glue for word in sentence.flow.norms[actor.last : found[0].first]):
            found.insert(0, actor)
        else:
            break
    return found


def _unique(actors: list[Actor]) -> list[Actor]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        if actor.code:
            seen.setdefault(actor.code, actor)
    return list(seen.values())


# -- purchases and partnerships -----------------------------------------------------------------


def _leases(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
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
        draft = _draft(reading, sentence, "contract", "in_force", verb.first, [])
        draft.parties, _source = find.complete(
            reading, sentence, [*find.subjects(sentence, verb.first), *landlord]
        )
        draft.date, draft.date_value = None, None
        draft.title = "lease"
        draft.features = {"lease": 1.0}
        yield draft
        return


def _purchases(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
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
        status = _status("signed", how)
        if status is None:
            continue
        subjects = find.subjects(sentence, verb.first)
        _, last = clause_bounds(sentence, verb.first)
        sellers = [
            a
            for a in sentence.actors
            if verb.last <= a.first < last
            and a.why_not in ("", "modifier", "possessive")
            and norms[a.first - 1] in ("from", "to", "by", "of", "the", "with")
        ]
        parties = clean_parties([*subjects, *sellers])
        if len({a.code or a.name for a in parties}) < 2:
            continue
        draft = _draft(reading, sentence, "contract", status, verb.first, [])
        draft.parties, draft.title = parties, " ".join(norms[verb.last : verb.last + 8])
        draft.features = {"purchase": 1.0, f"status_{status}": 1.0}
        yield draft


def _partnerships(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    for verb in sentence.triggers:
        if verb.entry.kind != "partner" or verb.entry.weak or verb.entry.key == "forge":
            continue
        norms = sentence.flow.norms
        if verb.entry.key == "partner" and verb.entry.detail in ("base", "s"):
            if verb.entry.detail == "s" or norms[max(0, verb.first - 1) : verb.first] != ["will"]:
                continue
        how = modality(sentence, verb.first, verb.entry.detail)
        status = _status("signed", how)
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
        draft = _draft(reading, sentence, "partnership", status, verb.first, [])
        draft.parties = parties
        draft.title = "partnership " + " ".join(norms[verb.last : verb.last + 10])
        draft.words = action_words(sentence, verb.last, min(len(norms), verb.last + 14))
        draft.features = {"partner_verb": 1.0, f"status_{status}": 1.0}
        yield draft
        return
