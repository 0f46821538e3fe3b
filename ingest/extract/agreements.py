"""Agreements of a sentence: instruments with the verb that signs, plans, extends or ends them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.extract import parties as find
from ingest.extract.accessions import find_accessions, is_accession, joined_words, joiner
from ingest.extract.actors import Actor
from ingest.extract.agreement_dates import (
    carried_date,
    is_long_ago,
    signed_again,
    signing_beside,
)
from ingest.extract.agreement_drafts import (
    Told,
    is_foretold,
    standing,
    start_instrument,
    status_of,
)
from ingest.extract.binding import tokens_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import TO_COME, Draft, clean_parties, key_of
from ingest.extract.fallback import sides_near
from ingest.extract.grammar import (
    codes,
    expand,
    is_verb_in_plural,
    list_after,
    modality,
    words_between,
)
from ingest.extract.mentions import Word
from ingest.extract.nominals import (
    instrument_between,
    is_active_subject,
    is_approved_proposal,
    is_carried_out,
    is_cleared,
    is_denied,
    is_in_talks,
    is_nominal,
    is_noun_use,
    is_past,
    is_scheduled,
    is_talked_about,
    noun_partnership,
    noun_status,
    relative_verb,
    said_after,
    signing_to_come,
)
from ingest.extract.phrases import action_words, noun_phrase
from ingest.extract.purchases import find_leases, find_partnerships, find_purchases
from ingest.extract.runs import is_title_case
from ingest.extract.tokens import after_pair
from ingest.extract.vocabulary import alternatives, words

_OBJECT_REACH = 14
ONLY_SIGNED = words("only_signed")  # nothing without a verb of signing


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


_FOUNDING = words("founding_verb")


def find_agreements(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the agreements that `sentence` states, read when first asked for."""
    if sentence.index not in reading.agreements:
        reading.agreements[sentence.index] = _find(reading, sentence)
    return reading.agreements[sentence.index]


def _find(reading: Reading, sentence: Sentence) -> list[Draft]:
    drafts = list(find_accessions(reading, sentence))
    if drafts:
        drafts.extend(_signed_before(reading, sentence, drafts[0]))
    else:
        drafts.extend(_instruments(reading, sentence))
        if not drafts:
            drafts.extend(find_purchases(reading, sentence))
            drafts.extend(find_leases(reading, sentence))
            drafts.extend(find_partnerships(reading, sentence))
    return drafts


def _signed_before(reading: Reading, sentence: Sentence, accession: Draft) -> Iterator[Draft]:
    """Yield what else was signed: "A signed an agreement with B in 2020 and joined the Accords"."""
    for draft in _instruments(reading, sentence):
        own_verb = draft.features.get("verb_strong") and not draft.bare
        if own_verb and accession.anchor - draft.anchor >= _OTHER_DEED and draft.head != "accord":
            yield draft


_OTHER_DEED = 5  # tokens from one verb of signing to the next


def _verb_status(sentence: Sentence, word: Word, verb: Word) -> str | None:
    """Return the status an instrument has by its verb: "reached agreement in principle" is open."""
    fronted = _fronted_status(sentence, verb)
    if fronted is not None:
        return fronted
    if is_nominal(verb):
        status = noun_status(sentence, verb)
        return "negotiating" if status == "planned" and is_in_talks(sentence, verb) else status
    how = modality(sentence, verb.first, verb.entry.detail)
    if how == "denied" and verb.entry.code == "extended" and _is_let_lapse(sentence, verb):
        return "ended"
    if how == "done" and verb.entry.detail == "ing" and is_scheduled(sentence, verb):
        how = "planned"
    status = status_of(verb.entry.code, how)
    if status == "proposed" and verb.entry.code == "signed" and is_foretold(sentence, verb.first):
        status = "planned"
    if _is_signed_already(sentence, word, verb, status):
        return "signed"
    unsigned = status in ("proposed", "planned")
    unsigned = unsigned or (status in ("signed", "extended") and verb.entry.detail == "ing")
    if _is_in_the_making(verb, how) or (unsigned and is_in_talks(sentence, verb)):
        return "negotiating"
    return _settled_status(sentence, word, verb, status)


def _fronted_status(sentence: Sentence, verb: Word) -> str | None:
    """Return the status by a verb of its own that a signing has, None where it has none.

    "The negotiations ended with the signing of", "signing the agreement will be Minister B".
    """
    left = words_between(sentence, verb.first - _ENDING, verb.first)
    if verb.entry.code == "signed" and _ENDED_WITH.search(left):
        return "signed"
    right = words_between(sentence, verb.last, verb.last + _FRONT)
    return "planned" if verb.first == 0 and _WILL_BE.match(right) else None


_WILL_BE = re.compile(r"(?:the|this|an?|its|their)\b[^,;]*? will be\b")
_FRONT = 40  # tokens after a noun of signing at the start in which its verb stands


def _is_signed_already(sentence: Sentence, word: Word, verb: Word, status: str | None) -> bool:
    """Tell of what is "yet to be ratified", and of a partnership that was "agreed to"."""
    if verb.entry.key == "ratify":
        left = sentence.flow.norms[max(0, verb.first - _YET_WITHIN) : verb.first]
        return status in ("planned", "proposed") and "yet" in left
    strategic = status == "planned" and word.entry.key in _STRATEGIC
    return strategic and _is_agreed(sentence, verb)


_YET_WITHIN = 6  # tokens before "ratify" in which "yet" stands: "has yet to", "not yet been"


def _is_in_the_making(verb: Word, how: str | None) -> bool:
    """Tell of what sides are preparing: they still talk; what they have prepared is planned."""
    now = how == "ongoing" or (how == "done" and verb.entry.detail in ("base", "s"))
    preparing = verb.entry.key == "prepare" and now
    return preparing or (how == "ongoing" and verb.entry.key in _IN_THE_MAKING)


_IN_THE_MAKING = words("verb_of_making_it")
_ENDING = 5  # tokens before a noun of signing in which talks are said to end with it
_ENDED_WITH = re.compile(rf"\b(?:{alternatives('ended_with')}) (?:with|in|by)(?: the| a)?$")


def _settled_status(sentence: Sentence, word: Word, verb: Word, status: str | None) -> str | None:
    """Return the status the words about the verb leave an instrument whose talks are over."""
    if verb.entry.weak and is_talked_about(sentence, word):
        return "negotiating"  # "talks on an agreement have entered their final stage"
    if status == "signed":
        return _signed_status(sentence, word, verb)
    if status == "proposed" and not verb.entry.weak and is_approved_proposal(sentence, verb):
        return "planned"
    if status == "in_force" and word.entry.code == "contract":
        return "signed"
    return status


def _is_let_lapse(sentence: Sentence, verb: Word) -> bool:
    """Tell of "will not renew its contracts", "decided not to extend"."""
    return _LAPSING.search(words_between(sentence, verb.first - 6, verb.first)) is not None


def _is_agreed(sentence: Sentence, verb: Word) -> bool:
    """Tell of "agreed to establish a strategic partnership", which is one at once."""
    return _AGREED.search(words_between(sentence, verb.first - 6, verb.first)) is not None


_STRATEGIC = words("strategic_partnership")
_LAPSING = re.compile(r"\b(?:will|would|to|does|did) not(?: \w+ly)?(?: to)?$|\bnot to$")
_AGREED = re.compile(r"\b(?:agreed|decided|resolved)(?: \w+ly)? (?:to|on)$")


def _signed_status(sentence: Sentence, word: Word, verb: Word) -> str | None:
    """Return what a verb of signing makes of an instrument that is not signed by it at once."""
    if is_cleared(sentence, verb) or (not verb.entry.weak and _is_still_to_come(sentence, verb)):
        return "planned"
    if word.entry.key == "agreement in principle":
        return "negotiating"
    if verb.entry.key == "have":
        return None if _is_auxiliary(sentence, verb) else "in_force"
    return "signed"


_WHEN = frozenset({"when", "once", "after", "as"})
_PROGRESSIVE = frozenset({"are", "is", "re", "also", "now", "currently"})
_CONCLUDING = words("concluding_verb")
_WHEN_REACH = 8  # tokens before a verb in which its clause is opened


def _is_still_to_come(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a signing is told in the present: "are concluding", "will ... when A signs"."""
    norms = sentence.flow.norms
    left = norms[max(0, verb.first - _WHEN_REACH) : verb.first]
    if verb.entry.detail == "ing":  # "we are signing" is said at the table
        going = bool({"are", "is", "re"} & set(left[-2:])) and left[-1] in _PROGRESSIVE
        return going and verb.entry.key in _CONCLUDING
    ahead = bool({"will", "ll"} & set(norms[: verb.first]))
    return verb.entry.detail in ("base", "s") and ahead and bool(_WHEN & set(left))


def _is_auxiliary(sentence: Sentence, verb: Word) -> bool:
    """Tell whether "have" only makes a perfect: "had promised the arrangement"."""
    after = sentence.flow.norms[verb.last : verb.last + 2]
    return any(word.endswith("ed") or word in _PARTICIPLES for word in after)


_PARTICIPLES = words("irregular_participle")


def _instruments(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    taken: set[int] = set()
    instruments = [w for w in sentence.triggers if w.entry.kind == "instrument"]
    for word in instruments:
        if word.entry.key in ONLY_SIGNED and _names_another(instruments, word):
            continue
        if (
            word.first in taken
            or is_denied(sentence, word)
            or is_inside_name(sentence, word)
            or _is_compound(sentence, word)
            or is_accord_of_views(sentence, word)
        ):
            continue
        verb, status = _governing_verb(sentence, word, instruments)
        draft = _instrument(reading, sentence, word, verb, status)
        if draft is not None:
            taken.update(range(word.first, _taken_to(sentence, word, draft.bare)))
            yield from _by_partner(reading, sentence, word, draft)


_MEASURES = words("measure_of_agreement")


def is_accord_of_views(sentence: Sentence, word: Word) -> bool:
    """Tell of "a high level of agreement", which is no instrument."""
    return words_between(sentence, word.first - 2, word.first) in _MEASURES


def _names_another(instruments: list[Word], word: Word) -> bool:
    """Tell whether a "text" or "package" is named next: "a text that prolongs the treaty"."""
    return any(
        word.last <= w.first <= word.last + _OBJECT_REACH and not w.entry.weak for w in instruments
    )


def _by_partner(reading: Reading, sentence: Sentence, word: Word, draft: Draft) -> Iterator[Draft]:
    """Yield one draft for each partner of "A signed agreements with B, C and with D"."""
    apart = [] if draft.bare else _partners_apart(sentence, word)
    if len(apart) >= _SEVERAL:
        yield from _with_own_dates(reading, draft, apart)
        return
    norms = sentence.flow.norms
    after = after_pair(norms, word.last)
    if not draft.plural or draft.bare or norms[after : after + 1] != ["with"]:
        yield draft
        return
    listed = clean_parties(list_after(sentence, after + 1, 4))
    others = [a for a in listed if a.kind == "organization" or a.code]
    own = [a for a in draft.parties if a.code not in codes(others)]
    named = {key_of(a) if a.kind == "state" else a.name for a in others}
    if len(named) < _SEVERAL or len(codes(own)) != 1:
        yield draft
        return
    for other in others:
        yield replace(draft, parties=[*own, other], features=dict(draft.features))


Partner = tuple[list[Actor], DateHit | None]


def _partners_apart(sentence: Sentence, word: Word) -> list[Partner]:
    """Return the partners of "with B in 2004 and with C in 2005", each with its own date."""
    norms = sentence.flow.norms
    found: list[Partner] = []
    free = -1
    for step in range(word.last, len(norms)):
        if norms[step] != "with" or (found and not _APART.issuperset(norms[free:step])):
            continue
        listed = [a for a in list_after(sentence, step + 1, 4) if a.code and a.why_not != "place"]
        if not listed:
            continue
        free = listed[-1].last
        hit = next((h for h in sentence.dates if 0 <= tokens_of(sentence, h)[0] - free <= 1), None)
        free = tokens_of(sentence, hit)[1] if hit else free
        found.append((clean_parties(listed), hit))
    dated = sum(hit is not None for _, hit in found)
    return found if dated >= _SEVERAL else []


def _with_own_dates(reading: Reading, draft: Draft, apart: list[Partner]) -> Iterator[Draft]:
    others = codes([actor for listed, _ in apart for actor in listed])
    own = [a for a in draft.parties if a.code not in others]
    own = own or [a for a in reading.main if a.code not in others][:1]
    for listed, hit in apart:
        value = hit.value(draft.status in TO_COME) if hit else None
        yield replace(
            draft,
            parties=clean_parties([*own, *listed]),
            date=hit,
            date_value=value,
            features=dict(draft.features),
        )


_APART = frozenset({",", "and", "also", "then", "another", "one", "a", "second"})
_SEVERAL = 2  # partners make as many agreements
_NEXT = frozenset({"a", "an", "the", "another"})  # after "and": another instrument
_TAKEN = 6  # tokens after an instrument in which another noun only describes it


def _taken_to(sentence: Sentence, word: Word, bare: bool) -> int:
    """Return up to which token an instrument takes in the nouns after it: at most its clause."""
    if bare:
        return word.last + 1
    after = sentence.flow.norms[word.last : word.last + _TAKEN]
    ends = [
        step
        for step, norm in enumerate(after)
        if norm in (",", ";", "under") or (norm == "and" and {*after[step + 1 : step + 2]} & _NEXT)
    ]
    return word.last + (ends[0] if ends else _TAKEN)


def is_inside_name(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun is part of somebody's or some programme's name, or says what a body is.

    "Technology Safeguards Agreement" is the name of agreements of two parties: it tells of one.
    """
    if word.entry.code == "partnership" and sentence.is_aside(word.first):
        return True
    return any(
        m.first <= word.first < m.last
        and m.kind in ("organization", "person", "programme")
        and m.detail != "bilateral"
        for m in sentence.names
    )


_NOUN_OR_VERB = words("noun_or_verb")
_PAPER_OR_STATE = words("paper_or_state")


def _is_compound(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun is none here, or only modifies another: "contract award"."""
    norms = sentence.flow.norms
    after = norms[word.last : word.last + 1]
    before = norms[word.first - 1] if word.first else ""
    if word.entry.key in _NOUN_OR_VERB and before in ("to", "will", "not", "would"):
        return True
    if word.entry.key == "arrangement" and word.entry.detail == "many" and after == ["for"]:
        return True  # "discussed arrangements for its launch"
    if word.entry.key == "lease" and is_verb_in_plural(sentence, word):
        return True
    if word.entry.key in _PAPER_OR_STATE and before in ("in", "mutual", "better", "deeper", "said"):
        return True
    return after in (["with", "to"],) or (after == ["of"] and word.entry.key in ("deal", "text"))


def _governing_verb(
    sentence: Sentence, word: Word, instruments: list[Word]
) -> tuple[Word | None, str | None]:
    """Return the verb that has the instrument as its object or passive subject, and its status."""
    verbs = [
        w
        for w in sentence.triggers
        if w.entry.kind in ("sign", "award")
        and not _is_title_word(sentence, w, word)
        and not _is_adjective(sentence, w, word)
        and not is_noun_use(sentence, w)
    ]
    before = [v for v in verbs if v.last <= word.first and _reaches(sentence, v, word, instruments)]
    if not before or before[-1].entry.weak or before[-1].entry.code == "extended":
        relative = relative_verb(sentence, word, verbs)
        ends_over = relative is not None and relative.entry.code in _OVER
        if before:  # but not of "renewed what had expired", "adopted what had been proposed"
            tells = not ends_over and (relative is None or relative.entry.code != "proposed")
        else:
            tells = ends_over or not _is_told_between(sentence, word, relative, verbs)
        if relative and tells:
            before = [relative]
    ahead = signing_to_come(sentence, word)
    if ahead is not None and not any(v.entry.code == "negotiating" for v in before[-1:]):
        return ahead, "planned"
    for verb in reversed(before):
        return verb, _verb_status(sentence, word, verb)
    for verb in verbs:
        if verb.first >= word.last and (
            _is_passive(sentence, word, verb) or is_active_subject(sentence, word, verb)
        ):
            return verb, _verb_status(sentence, word, verb)
    return None, None


def _is_told_between(
    sentence: Sentence, word: Word, relative: Word | None, verbs: list[Word]
) -> bool:
    """Tell of "a deal was signed, which prepared the ground": its verb comes before "which"."""
    return relative is not None and any(
        word.last <= verb.first < relative.first and _is_passive(sentence, word, verb)
        for verb in verbs
    )


def _is_title_word(sentence: Sentence, verb: Word, word: Word) -> bool:
    """Tell whether a "verb" is part of the instrument's name: "Exchange and Use Agreement"."""
    tokens = sentence.flow.tokens
    if not tokens[verb.first].capital or verb.first <= 1 or is_title_case(sentence.flow):
        return False
    between = tokens[verb.last : word.first]
    return len(between) <= 4 and all(t.capital or t.norm in ("and", "of", "on") for t in between)


_CHANGED = frozenset({"update", "amend"})  # "signed an updated agreement"
_PAST = ("past", "participle")
_BEFORE_ADJECTIVE = frozenset({"the", "a", "an", "this", "'s"})


def _is_adjective(sentence: Sentence, verb: Word, word: Word) -> bool:
    """Tell whether a participle describes what another verb signs: "sign the proposed deal"."""
    changed = verb.entry.key in _CHANGED
    if not (verb.entry.code == "proposed" or changed) or verb.entry.detail not in _PAST:
        return False
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    described = verb.last <= word.first <= verb.last + 2 and before in _BEFORE_ADJECTIVE
    signs = (w for w in sentence.triggers if w.entry.kind == "sign" and not w.entry.weak)
    return described and any(
        0 <= verb.first - w.last <= 2 and w.entry.code == "signed" for w in signs
    )


_OVER = ("ended", "suspended")
_LEADING_AWAY = frozenset({"in", "on", "to", "for", "at", "toward", "towards", "progress"})


_MODALS = frozenset({"will", "would", "can", "could", "may", "should"})


def opens_anew(norms: list[str]) -> bool:
    """Tell whether a new clause begins: "building on the pact signed in May, these agreements"."""
    return any(one == "," and two in _NEW_SUBJECT for one, two in pairwise(norms))


_NEW_SUBJECT = frozenset({"these", "this", "those", "both", "each", "they", "it"})


def _reaches(sentence: Sentence, verb: Word, word: Word, instruments: list[Word]) -> bool:
    gap = word.first - verb.last
    reach = 7 if verb.entry.weak else _OBJECT_REACH
    if gap > reach:
        return False
    words = sentence.flow.norms[verb.last : word.first]
    if words[-1:] == ["said"]:  # "to sign the said memorandum"
        words = words[:-1]
    if any(
        w
        in (
            ";",
            ":",
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
    if opens_anew(words) or ("that" in words and not _MODALS.isdisjoint(words)):
        return False
    if verb.entry.weak and any(verb.last <= i.first < word.first for i in instruments):
        return False
    if verb.entry.weak and _LEADING_AWAY & set(words):
        return False
    return not (
        verb.entry.key in ("have", "reach")
        and verb.entry.detail == "base"
        and verb.entry.weak
        and gap > 4
    )


def _is_passive(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether the instrument is the subject of a passive verb or participle."""
    words = sentence.flow.norms[word.last : verb.first]
    if not is_past(verb) or _is_cut_off(sentence, word, verb):
        return False
    if verb.entry.weak and words and words[0] in _OF_A_THING and words[-2:] == ["to", "be"]:
        return False  # "a deal for a satellite to be launched"
    if words and (words[-1] in _PASSIVE or words == [","]):
        return True
    if verb.entry.weak:
        return False
    after = sentence.flow.norms[verb.last : verb.last + 1]
    relative = "that" in words and len(words) <= 8
    return relative or len(words) <= 1 or bool(set(after) & _AFTER_PARTICIPLE)


_OF_A_THING = frozenset({"for", "on", "of"})
_AFTER_PARTICIPLE = frozenset(
    {"in", "at", "on", "by", "between", "with", "last", "during", "this", "earlier"}
)


_OPENS_GROUND = frozenset({"under", "through", "within", "with"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "both", "this", "these"})


def _is_cut_off(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether another instrument or clause stands between an instrument and a verb."""
    words = sentence.flow.norms[word.last : verb.first]
    if len(words) > _OBJECT_REACH or {";", "which", "who", "said"} & set(words):
        return True
    if sentence.flow.norms[0] in _OPENS_GROUND and words.count(",") == 1:
        subject = words[words.index(",") + 1 :]
        return bool(subject) and subject[0] in _DETERMINERS  # "under the pact, a site is to be"
    return instrument_between(sentence, word.last, verb.first)


def _instrument(
    reading: Reading, sentence: Sentence, word: Word, verb: Word | None, status: str | None
) -> Draft | None:
    if verb is None:
        return _noun_agreement(reading, sentence, word)
    if status is None or not _is_meant(reading, sentence, word, verb, status):
        named = status is not None and verb.entry.weak and noun_partnership(sentence, word)
        return _noun_agreement(reading, sentence, word) if named else None
    kind = word.entry.code
    draft = start_instrument(reading, sentence, word, Told(status, verb.first))
    draft.status = standing(reading, sentence, word, draft, verb.first >= word.last)
    draft.parties, source = _complete(reading, sentence, _sides(sentence, word, verb))
    if not draft.parties:
        draft.parties, _ = sides_near(reading, sentence, [])
    draft.title, draft.span = noun_phrase(sentence, word), (word.first, word.last)
    draft.words = action_words(sentence, word.last, min(len(sentence.flow.tokens), word.last + 14))
    if is_accession(sentence, word, verb, draft.parties):
        draft.type, draft.parties = "accession", joiner(draft.parties)
        draft.words = joined_words(sentence)
    if draft.status in ("signed", "in_force") and _is_only_approved(sentence, verb):
        draft.date = signing_beside(sentence, word) or signed_again(reading, sentence)
        draft.date_value = draft.date.past if draft.date else None
    draft.definite = _is_bare(sentence, word)
    draft.bare = draft.definite and source in ("article", "single")
    draft.bare = draft.bare and not _is_told(sentence, word, verb)
    draft.bare = draft.bare and not _is_of_old(reading, sentence, word)
    draft.plural = word.entry.detail == "many" or word.entry.key.startswith("memoranda")
    draft.head = word.entry.key
    draft.features |= {
        f"parties_{source}": 1.0,
        "verb_weak": float(verb.entry.weak),
        "verb_strong": float(not verb.entry.weak),
        f"type_{kind}": 1.0,
        f"status_{draft.status}": 1.0,
    }
    return draft


def _is_only_approved(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb approves what was signed another day: "granted approval"."""
    if verb.entry.key in _APPROVING:
        return True
    around = sentence.flow.norms[max(0, verb.first - 4) : verb.last + 3]
    return verb.entry.kind == "award" and bool(_APPROVAL & set(around))


_APPROVING = words("approving_verb")
_APPROVAL = words("approval_noun")


def _is_meant(reading: Reading, sentence: Sentence, word: Word, verb: Word, status: str) -> bool:
    """Tell whether verb and noun together are an agreement: weak nouns need strong verbs."""
    kind = word.entry.code
    if word.entry.weak:
        return _is_weak_meant(reading, sentence, word, verb, status)
    if kind not in ("partnership", "plan"):
        return True
    left = sentence.flow.norms[max(0, verb.first - 5) : verb.first]
    announced = bool({"will", "agreed", "agree", "decided", "plan", "plans", "planned"} & set(left))
    if kind == "partnership" and status == "planned" and not announced:
        return False
    return status not in ("negotiating", "proposed") and (
        verb.entry.key in _FOUNDING or is_nominal(verb)
    )


def _is_weak_meant(
    reading: Reading, sentence: Sentence, word: Word, verb: Word, status: str
) -> bool:
    if word.entry.code in ("partnership", "contract"):
        ended = status in ("suspended", "ended")
        found, source = find.complete(reading, sentence, _sides(sentence, word, verb))
        return ended and source in ("explicit", "sentence") and len(codes(expand(found))) >= 2
    if word.entry.code == "agreement":
        return not verb.entry.weak
    if word.entry.key == "statement" and len(codes(find.subjects(sentence, verb.first))) == 1:
        return False  # "the ministry issued a statement on the contracts with A"
    issued = not verb.entry.weak or verb.entry.key in ("issue", "release", "adopt")
    return issued and word.entry.code == "joint_statement"


def _sides(sentence: Sentence, word: Word, verb: Word) -> list[Actor]:
    after_between = find.between(sentence)
    subjects = find.subjects(sentence, min(verb.first, word.first))
    with_actors = find.partners(sentence, min(verb.first, word.first))
    nominal = is_nominal(verb)  # "the signing of the pact by A and B"
    told_by = nominal or verb.first >= word.last
    by_actors = (
        find.agents(sentence, word.last if nominal else verb.last)
        if told_by or is_past(verb)
        else []
    )
    pair = find.paired(sentence, word.first)
    if after_between:
        extra = (
            [a for a in subjects if a.kind == "group"] if not codes(expand(after_between)) else []
        )
        return [*after_between, *extra]
    if by_actors and told_by:
        return [*by_actors, *with_actors, *(pair if len(codes(expand(by_actors))) < 2 else [])]
    if verb.first >= word.last:
        inner = [
            a
            for a in find.subjects(sentence, verb.first)
            if a.first >= word.last and (a.code or a.members)
        ]
        return [*inner, *pair, *with_actors] or subjects
    if verb.entry.kind == "award":
        to = [a for a in sentence.actors if a.first >= verb.last and not a.why_not]
        return [*subjects, *to[:1]]
    if len(codes(expand(pair))) >= 2 and len(codes(expand(subjects))) < 2:
        return [*pair]
    return [*subjects, *with_actors]


def _complete(reading: Reading, sentence: Sentence, found: list[Actor]) -> tuple[list[Actor], str]:
    """Complete the parties; names of no known state give way to the states of the article."""
    parties, source = find.complete(reading, sentence, found)
    if len(codes(parties)) >= 2 or not reading.bilateral:
        return parties, source
    if source == "explicit" and all(a.code or a.kind == "organization" for a in parties):
        return parties, source
    coded, main = [a for a in parties if a.code], reading.main[:2]
    if not codes(coded) <= codes(main):
        return parties, source
    rest = [a for a in main if a.code not in codes(coded)]
    return ([*coded, *rest], "article") if rest else (parties, source)


def _is_told(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether "the contract for ..." is told here by its own subject and a strong verb."""
    after = sentence.flow.norms[word.last : word.last + 1]
    return after in (["for"], ["on"]) and not verb.entry.weak and word.entry.detail == "one"


def _is_bare(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun only points back: "the agreement", "under the MoU"."""
    norms, first = sentence.flow.norms, word.first
    if first > 1 and norms[first - 1] in _JUST_TOLD and norms[first - 2] in ("the", "this"):
        return True
    return first > 0 and norms[first - 1] in _BARE


_JUST_TOLD = frozenset(
    {"new", "latest", "landmark", "signed", "same", "above", "international"}
)  # "the new deal"


def _is_of_old(reading: Reading, sentence: Sentence, word: Word) -> bool:
    """Tell whether a day long ago says which one is meant: "the agreement of 23 December 1995"."""
    carried = carried_date(reading, sentence, word, planned=False)
    if carried is None or not carried.is_day:
        return False
    return reading.calendar.day is None or is_long_ago(reading, carried.past)


def _noun_agreement(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    """An instrument without a verb of its own: "the MoU between A and B", "the A-B agreement"."""
    if word.entry.weak:
        return None
    kind = word.entry.code
    new = noun_partnership(sentence, word) if kind == "partnership" else None
    if kind in ("partnership", "plan") and not (new or _is_anniversary(sentence)):
        return None
    found, explicit = _noun_sides(sentence, word)
    bare = _is_bare(sentence, word)
    if kind == "joint_statement" and not _is_issued(sentence, word):
        return None
    if not found and not bare and kind != "joint_statement":
        return None
    told = explicit or not bare  # "under the agreement" only points back
    stands = kind in ("partnership", "plan") or (told and is_carried_out(sentence, word))
    after = "negotiating" if is_talked_about(sentence, word) else said_after(sentence, word)
    status = new or after or ("in_force" if stands else "signed")
    draft = start_instrument(reading, sentence, word, Told(status, word.first))
    draft.status = standing(reading, sentence, word, draft, told)
    if draft.date is not None and _is_of_other_deed(sentence, word, draft.date):
        draft.date, draft.date_value = None, None
    draft.parties, source = find.complete(reading, sentence, found)
    draft.title, draft.span = noun_phrase(sentence, word), (word.first, word.last)
    draft.words = action_words(sentence, word.last, min(len(sentence.flow.norms), word.last + 14))
    draft.definite = bare
    draft.bare = bare and not explicit and not _is_of_old(reading, sentence, word)
    draft.head = word.entry.key
    draft.features = {
        f"parties_{source}": 1.0,
        "noun_only": 1.0,
        f"type_{kind}": 1.0,
        "noun_explicit": float(explicit),
    }
    return draft


def _is_of_other_deed(sentence: Sentence, word: Word, hit: DateHit) -> bool:
    """Tell of "on 6 May it welcomed the accord", which leaves the accord without a day."""
    at = sentence.offset(word.first)
    between = [t.norm for t in sentence.flow.tokens if hit.end <= t.start < at]
    return not _OTHER_DEEDS.isdisjoint(between[:_DEED_AFTER])


_OTHER_DEEDS = words("remarking_verb") | words("praise_verb") | words("announcing_verb")
_DEED_AFTER = 3  # tokens after a date in which the verb stands that it is the date of


def _talking_sides(sentence: Sentence, word: Word) -> list[Actor]:
    """Return the two sides that talk about an instrument: "A is in talks with B on a contract"."""
    if not is_talked_about(sentence, word):
        return []
    norms = sentence.flow.norms[: word.first]
    talks = max((step for step, norm in enumerate(norms) if norm in _TALKS), default=-1)
    partners = list_after(sentence, talks + 1, _PARTNER_WITHIN)
    found = find.between(sentence) or [*find.subjects(sentence, max(0, talks)), *partners]
    return found if len(codes(expand(found))) >= _SEVERAL else []


_TALKS = words("talks_noun")
_PARTNER_WITHIN = 6  # tokens from talks to those they are with


def _noun_sides(sentence: Sentence, word: Word) -> tuple[list[Actor], bool]:
    talking = _talking_sides(sentence, word)
    if talking:
        return talking, True
    norms = sentence.flow.norms
    following = norms[word.last] if word.last < len(norms) else ""
    pair = find.paired(sentence, word.first)
    listed = (
        list_after(sentence, word.last + 1, 4) if following in ("between", "with", "from") else []
    )
    if word.entry.code == "joint_statement" and following in ("by", "of"):
        listed = list_after(sentence, word.last + 1, 4)
    listed = [a for a in listed if a.why_not in ("", "possessive")]
    if following == "between" and listed:
        return listed, True
    if listed and word.entry.code in ("grant", "contract", "mou", "agreement", "treaty"):
        return [*find.subjects(sentence, word.first), *listed], True
    if word.entry.code == "joint_statement":
        if len(codes(expand(listed))) >= 2:
            return listed, True
        return pair or find.subjects(sentence, word.first), bool(pair)
    return pair, bool(pair)


def _is_anniversary(sentence: Sentence) -> bool:
    return any(
        w.startswith("anniversar") or w in ("inaugurated", "founded") for w in sentence.flow.norms
    )


def _is_issued(sentence: Sentence, word: Word) -> bool:
    before = sentence.flow.norms[max(0, word.first - 3) : word.first]
    if len(codes(expand(_noun_sides(sentence, word)[0]))) >= 2 and word.entry.key != "statement":
        after = sentence.flow.norms[word.last : word.last + 1]
        if after in (["by"], ["of"], ["between"], ["from"]):
            return True
    return "in" in before or "at" in before or "according" in before
