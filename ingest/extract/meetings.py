"""Meetings of a sentence: verbs of meeting, and nouns (summit, talks, visit) that take place."""

import re
from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.binding import bind_date, bind_place
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import (
    Modality,
    all_actors,
    clause_bounds,
    codes,
    expand,
    list_after,
    modality,
)
from ingest.extract.mentions import Word
from ingest.extract.phrases import surface

_HEADS = frozenset({"head_of_state", "head_of_government"})
_ORDINALS = {
    "first": 1, "inaugural": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_TIME_PREPOSITIONS = frozenset(
    {
        "during",
        "at",
        "following",
        "after",
        "ahead",
        "before",
        "since",
        "sidelines",
        "margins",
        "from",
        "in",
    }
)
_OPEN = ("talks", "visit", "dialogue")
_VERBS_OF_STATE = frozenset(
    {"talk to", "talk with", "speak with", "receive", "host", "welcome", "be joined by"}
)
_PLACE_VERBS = frozenset({"visit", "travel to", "arrive in", "fly to", "pay a visit", "tour"})


def find_meetings(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the meetings that `sentence` states, at most one per trigger."""
    drafts = [*_nouns(reading, sentence), *_verbs(reading, sentence)]
    return _one_each(drafts)


def _one_each(drafts: list[Draft]) -> list[Draft]:
    """Keep one meeting for the same parties and date in a sentence; nouns name the type."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        twin.date = twin.date or draft.date
        twin.date_value = twin.date_value or draft.date_value
        twin.place = twin.place or draft.place
        twin.people = twin.people or draft.people
        twin.bare = twin.bare and draft.bare
        if twin.type == "talks" and draft.type != "talks":
            twin.type = draft.type
        if len(draft.codes()) > len(twin.codes()):
            twin.parties = draft.parties
        twin.features["two_triggers"] = 1.0
    return kept


def _same(one: Draft, two: Draft) -> bool:
    if one.status != two.status and "cancelled" in (one.status, two.status):
        return False
    if one.date_value and two.date_value and one.date_value != two.date_value:
        return False
    if one.ordinal and two.ordinal and one.ordinal != two.ordinal:
        return False
    if one.type != two.type and "conference" in (one.type, two.type):
        return False
    return bool(one.keys() & two.keys()) or not one.keys() or not two.keys()


def _status(how: Modality) -> str | None:
    if how in ("done", "ongoing"):
        return "held"
    if how == "planned":
        return "planned"
    if how in ("wished", "considered"):
        return "proposed"
    return "cancelled" if how == "denied" else None


def _people(actors: list[Actor]) -> list[Actor]:
    return [a for a in expand(actors) if a.person]


def _office_types(reading: Reading, actors: list[Actor]) -> dict[str, set[str]]:
    del reading
    from ingest.extract.lexicon import office_type

    types: dict[str, set[str]] = {}
    for actor in actors:
        if actor.office and actor.code:
            types.setdefault(actor.code, set()).add(office_type(actor.office))
    return types


def _refine(reading: Reading, kind: str, actors: list[Actor]) -> str:
    """Turn talks or a visit between heads of state into a summit, of ministers a ministerial."""
    if kind not in ("talks", "visit"):
        return kind
    offices = _office_types(reading, expand(actors))
    heads = [code for code, types in offices.items() if types & _HEADS]
    if len(heads) >= 2:
        return "summit"
    ministers = [code for code, types in offices.items() if "minister" in types]
    return "ministerial" if kind == "talks" and len(ministers) >= 2 else kind


def _draft(reading: Reading, sentence: Sentence, kind: str, status: str, anchor: int) -> Draft:
    planned = status in ("planned", "proposed")
    draft = Draft("meeting", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date = bind_date(sentence, anchor, planned)
    draft.date_value = draft.date.value(planned) if draft.date else None
    draft.place = bind_place(reading, sentence, anchor)
    if re.search(
        r"\b(?:video ?conference|virtual|virtually|online|via video|by video|videoconference)",
        " ".join(sentence.flow.norms),
    ):
        draft.place = "online"
    return draft


# -- verbs ---------------------------------------------------------------------------------------


def _verbs(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    for verb in sentence.triggers:
        if verb.entry.kind not in ("meet", "discuss"):
            continue
        draft = _verb(reading, sentence, verb)
        if draft is not None:
            yield draft


def _verb(reading: Reading, sentence: Sentence, verb: Word) -> Draft | None:
    if _is_noun(sentence, verb):
        return None
    how = modality(sentence, verb.first, verb.entry.detail)
    status = _status(how)
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    if status is None or (
        verb.entry.kind == "discuss"
        and (
            how not in ("done", "planned") or before in ("to", "and") or verb.entry.key == "review"
        )
    ):
        return None
    if verb.entry.key in _PLACE_VERBS and (before == "to" or not sentence.flow.norms[: verb.first]):
        return None
    found = _verb_parties(sentence, verb)
    if not found:
        return None
    parties, source = clean_parties(found), "explicit"
    if len(draft_codes := codes(parties)) < 2:
        if verb.entry.kind == "discuss" or verb.entry.weak or verb.entry.key in _PLACE_VERBS:
            return None
        parties, source = find.complete(reading, sentence, found)
        if source in ("flagged", "article", "single") and not (
            draft_codes and _has_partner(sentence, verb)
        ):
            return None
    draft = _draft(reading, sentence, verb.entry.code, status, verb.first)
    draft.parties = parties
    draft.people = _people([a for a in found if a.kind != "group"])
    draft.type = _refine(reading, draft.type, found)
    draft.features = {
        f"verb_{verb.entry.kind}": 1.0,
        "verb_weak": float(verb.entry.weak),
        f"meeting_{draft.type}": 1.0,
        f"mstatus_{status}": 1.0,
        f"parties_{source}": 1.0,
    }
    return draft


def _is_noun(sentence: Sentence, verb: Word) -> bool:
    """Tell whether the form is really a noun: "the visit", "his meeting", "on discuss"."""
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    return verb.entry.detail in ("base", "s", "ing") and before in (
        "the",
        "a",
        "an",
        "this",
        "his",
        "her",
        "their",
        "its",
        "official",
        "state",
        "of",
        "'s",
        "first",
        "last",
    )


def _has_partner(sentence: Sentence, verb: Word) -> bool:
    return bool(sentence.flow.norms[verb.last - 1] == "with" or verb.entry.key in _PLACE_VERBS)


def _verb_parties(sentence: Sentence, verb: Word) -> list[Actor]:
    subjects = find.subjects(sentence, verb.first)
    _, last = clause_bounds(sentence, verb.first)
    if verb.entry.key in _PLACE_VERBS:
        objects = [
            a
            for a in sentence.actors
            if verb.last <= a.first < last and a.code and a.why_not != "modifier"
        ][:1]
        return [*subjects, *objects]
    objects = [*find.partners(sentence, verb.last - 1)]
    if verb.entry.kind == "meet" and not objects:
        objects = [a for a in list_after(sentence, verb.last, 3) if a.why_not in ("", "speaker")]
    if verb.entry.weak or verb.entry.key in _VERBS_OF_STATE:
        objects = [a for a in [*objects, *list_after(sentence, verb.last, 3)] if _is_delegation(a)]
        if not codes(expand(objects)) - codes(expand(subjects)) or not subjects:
            return []
    if verb.entry.kind == "discuss":
        groups = [a for a in subjects if a.kind == "group" and len(a.members) >= 2]
        people = {a.code for a in subjects if a.kind == "person"}
        if objects or groups:
            return [*subjects, *objects]
        return subjects if len(people) >= 2 else []
    return [*subjects, *objects]


def _is_delegation(actor: Actor) -> bool:
    """Tell whether a guest is somebody who can be met: a person, a delegation, officials."""
    return actor.kind == "person" or bool(
        actor.code and " " in actor.name and actor.name.split()[-1].islower()
    )


# -- nouns ---------------------------------------------------------------------------------------


def _nouns(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    for word in sentence.triggers:
        if (
            word.entry.kind != "meeting"
            or _in_organization(sentence, word)
            or _is_other(sentence, word)
        ):
            continue
        draft = _noun(reading, sentence, word)
        if draft is not None:
            yield draft


_NOT_MEETINGS = frozenset(
    {"press", "news", "town", "hall", "board", "lunch", "crew", "cabinet", "campaign", "court"}
)


def _is_other(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun is no meeting of parties: a press conference, "in talks"."""
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    after = norms[word.last] if word.last < len(norms) else ""
    if after in (
        "partnership",
        "platform",
        "process",
        "framework",
        "mechanism",
        "series",
        "room",
    ) or (before == "in" and word.entry.key == "dialogue"):
        return True
    if before in _NOT_MEETINGS or (
        before == "in" and word.entry.key in ("talks", "discussions", "negotiations")
    ):
        return True
    return (
        word.entry.key == "meeting"
        and word.last < len(norms)
        and norms[word.last] in ("with", "the")
        and word.entry.detail == "one"
        and before in ("is", "are", "was", "were", "of", "and", "by", "after", "be")
    )


def _in_organization(sentence: Sentence, word: Word) -> bool:
    return any(a.first < word.first < a.last and a.kind == "organization" for a in sentence.actors)


def _noun(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    norms = sentence.flow.norms
    hold = _holding_verb(sentence, word)
    pair = find.paired(sentence, word.first)
    listed = (
        list_after(sentence, word.last + 1, 4)
        if norms[word.last : word.last + 1] in (["between"], ["with"], ["among"], ["of"])
        else []
    )
    listed = [a for a in listed if a.why_not in ("", "speaker", "possessive", "modifier")]
    before = norms[max(0, word.first - 7) : word.first]
    timed = bool(_TIME_PREPOSITIONS & set(before)) or (
        word.entry.code == "visit" and "on" in before[-4:]
    )
    series = _series(sentence, word)
    ordinal = _ordinal(sentence, word)
    if not (hold or timed or pair or listed or (series and ordinal)):
        return None
    status = "held"
    if hold is not None:
        found_status = _status(modality(sentence, hold.first, hold.entry.detail))
        if found_status is None:
            return None
        status = found_status
    elif _is_planned_noun(sentence, word):
        status = "planned"
    anchor = hold.first if hold else word.first
    found = _noun_parties(sentence, word, hold, pair, listed)
    parties, source = find.complete(reading, sentence, found)
    bare = _bare(sentence, word) and not pair and not listed and not series
    if (word.entry.weak and not ordinal) or (source == "single" and not bare):
        return None
    if (
        hold is not None
        and hold.entry.key == "have"
        and word.entry.code not in ("talks", "visit", "call")
    ):
        return None
    kind = _refine(reading, word.entry.code, parties if len(_people(parties)) >= 2 else found)
    draft = _draft(
        reading,
        sentence,
        kind,
        status,
        word.first if not hold or abs(hold.first - word.first) > 12 else anchor,
    )
    embedded = _embedded_date(sentence, word)
    if embedded is not None:
        draft.date, draft.date_value = embedded, embedded.value(status == "planned")
    draft.parties, draft.series, draft.ordinal = parties, series, ordinal
    draft.people = _people(
        [a for a in all_actors(sentence) if a.kind == "person" and not a.why_not]
    )
    draft.bare = bare
    draft.features = {
        "noun_hold": float(hold is not None),
        "noun_timed": float(timed),
        "noun_pair": float(bool(pair)),
        "noun_listed": float(bool(listed)),
        f"parties_{source}": 1.0,
        f"meeting_{draft.type}": 1.0,
        f"mstatus_{status}": 1.0,
        "noun_dated": float(draft.date_value is not None),
        "bare": float(bare),
    }
    return draft


def _embedded_date(sentence: Sentence, word: Word) -> DateHit | None:
    """Return a date inside the noun phrase: "the May 23 summit", "the meeting of 3 June"."""
    start, end = sentence.offset(word.first), sentence.flow.tokens[word.last - 1].end
    for hit in sentence.dates:
        if (
            0 <= start - hit.end <= 30
            and len(sentence.flow.norms[word.first - 3 : word.first]) == 3
            and _no_verb_between(sentence, hit, word)
        ):
            return hit
        if 0 <= hit.start - end <= 4:
            return hit
    return None


def _no_verb_between(sentence: Sentence, hit: DateHit, word: Word) -> bool:
    between = [t for t in sentence.flow.tokens[: word.first] if t.start >= hit.end]
    return len(between) <= 4 and all(
        t.norm not in (",", "and", "the", "a", "held", "met", "with", "in", "at") for t in between
    )


def _holding_verb(sentence: Sentence, word: Word) -> Word | None:
    """Return the verb that holds the meeting: "held talks", "the summit was held"."""
    first, last = clause_bounds(sentence, word.first)
    verbs = [
        w
        for w in sentence.triggers
        if w.entry.kind == "hold" and first <= w.first < last and w.first != word.first
    ]
    before = [
        v
        for v in verbs
        if v.last <= word.first
        and word.first - v.last <= 9
        and not _blocked(sentence, v.last, word.first)
    ]
    if before:
        return before[-1]
    after = [
        v
        for v in verbs
        if v.first >= word.last
        and v.first - word.last <= 12
        and (v.entry.detail in ("past", "participle", "s") or v.entry.key == "take place")
    ]
    return after[0] if after else None


def _blocked(sentence: Sentence, first: int, last: int) -> bool:
    return any(word in (";", "to", "that") for word in sentence.flow.norms[first:last])


def _is_planned_noun(sentence: Sentence, word: Word) -> bool:
    before = " ".join(sentence.flow.norms[max(0, word.first - 6) : word.first])
    return bool(
        re.search(
            r"\b(?:upcoming|next|forthcoming|planned|future|will|scheduled|expected|convening of)\b",
            before,
        )
    )


def _noun_parties(
    sentence: Sentence, word: Word, hold: Word | None, pair: list[Actor], listed: list[Actor]
) -> list[Actor]:
    if len(codes(expand(pair))) >= 2:
        return pair
    if len(codes(expand(listed))) >= 2:
        return listed
    subjects = find.subjects(sentence, hold.first if hold else word.first)
    owners = [
        a
        for a in sentence.actors
        if a.possessive and a.last + 1 >= word.first - 4 and a.last <= word.first and a.code
    ]
    if word.entry.code == "visit":
        to = [
            a
            for a in sentence.actors
            if a.first >= word.last
            and a.first - word.last <= 3
            and sentence.flow.norms[a.first - 1] in ("to", "the")
        ]
        return [*owners, *subjects, *to]
    return [*subjects, *listed, *owners, *find.partners(sentence, word.first)]


def _bare(sentence: Sentence, word: Word) -> bool:
    before = sentence.flow.norms[word.first - 1] if word.first else ""
    return before in ("the", "this", "that", "these", "its", "their", "our", "both")


def _ordinal(sentence: Sentence, word: Word) -> int | None:
    norms = sentence.flow.norms
    for step in range(max(0, word.first - 9), word.first):
        if norms[step] in _ORDINALS and norms[step + 1] not in (
            "time",
            "lady",
            "quarter",
            "half",
            "round" if False else "",
            "japanese",
            "african",
            "woman",
            "person",
        ):
            return _ORDINALS[norms[step]]
        if (
            norms[step].isdigit()
            and norms[step + 1] in ("th", "st", "nd", "rd")
            and int(norms[step]) < 100
        ):
            return int(norms[step])
    return None


def _series(sentence: Sentence, word: Word) -> str | None:
    """Return the capitalised name that ends with the noun: "US-ROK Civil Space Dialogue"."""
    flow = sentence.flow
    if not flow.tokens[word.last - 1].capital:
        return None
    first = word.first
    while (
        first > 0
        and flow.tokens[first - 1].capital
        and word.first - first < 8
        and flow.tokens[first - 1].text[0].isalpha()
    ):
        first -= 1
    name = surface(sentence, first, word.last)
    return name if word.last - first >= 2 else None
