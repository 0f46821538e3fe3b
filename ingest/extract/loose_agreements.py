"""Agreements the strict readings leave open: every instrument named, with its likeliest status.

They are candidates only; their confidence, learnt from annotated articles, decides.
"""

import re
from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.accessions import is_accession, joined_words, joiner, named_accords
from ingest.extract.actors import Actor
from ingest.extract.agreement_drafts import (
    Told,
    standing,
    start_agreement,
    start_instrument,
    status_of,
)
from ingest.extract.agreements import (
    ONLY_SIGNED,
    is_accord_of_views,
    is_inside_name,
    opens_anew,
)
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.fallback import sides_near
from ingest.extract.grammar import (
    FORMS_OF_BE,
    clause_bounds,
    is_verb_in_plural,
    list_after,
    modality,
    words_between,
)
from ingest.extract.issued import issued_text
from ingest.extract.mentions import Word
from ingest.extract.nominals import (
    is_denied,
    is_in_talks,
    is_noun_use,
    is_talked_about,
    is_under_accord,
    said_after,
)
from ingest.extract.phrases import action_words, noun_phrase
from ingest.extract.purchases import loose_negotiations, loose_partnerships, loose_purchases
from ingest.extract.vocabulary import alternatives, words

_REACH = 16  # tokens between an instrument and a verb that may tell its status
_EXTENDED_REACH = 7  # tokens from a verb of extension to what it extends
_IN_TALKS = re.compile(
    rf"\b(?:negotiation|conversations|{alternatives('talks_noun')})(?: [\w']+){{1,8}} "
    r"(?:for|on|about|over|regarding|towards?)(?: [\w']+){0,3}$"
)
_NEARLY = re.compile(rf"\b(?:{alternatives('nearly_there')})(?: (?:a|an|the|new|final|\w+al))*$")
_IN_FORCE = re.compile(rf"\b(?:under|through|within|via|{alternatives('already_standing')})\b")
_AHEAD = re.compile(rf"\b(?:will|would|{alternatives('to_come')})\b")
_OPEN = re.compile(rf"\b(?:{alternatives('being_drafted')})\b")
_SIGNED_UNDER = re.compile(r"\b(?:put|set|affix\w*)\b.{0,20} (?:signature|name)s? .{0,40}\bunder\b")
_NOT_SO_FAR = frozenset({"yet", "far"})
_WISHED = re.compile(rf"\b(?:could|may|might|{alternatives('only_proposed')})\b")
_WORDS_BEFORE = ((_OPEN, "negotiating"), (_WISHED, "proposed"), (_AHEAD, "planned"))
_PROMISED = re.compile(rf"\b(?:{alternatives('promising_verb')})(?: \w+){{0,3}}$")
_OLD = re.compile(r"\b(?:ago|since|in (?:19|20)\d\d|signed in|previous\w*|former|earlier)\b")
_LEAVING = re.compile(rf"\b(?:{alternatives('leaving_verb')})\b")
# Who is bound already: "the commitment by Norway to the Convention", "our obligations under it".
_UPHELD = re.compile(
    rf"\b(?:{alternatives('bound_already')})(?: (?:by|of|from)(?: [\w'-]+){{1,8}})?"
    r" (?:to|under|from)(?: the| its)?$"
)
_MEMBERS = re.compile(rf"\b(?:{alternatives('accord_member')})\b")
_RAISED = re.compile(
    rf"\b(?:{alternatives('raising_verb')}) (?:\w+ ){{0,6}}to(?: \w+){{0,5}}$"
)  # "elevated relations to a strategic partnership"
_OF_JOINING = ((_LEAVING, "ended"), (_WISHED, "proposed"), (_AHEAD, "planned"))
_ABOUT = frozenset({"on", "for", "of", "in", "about", "regarding", "concerning"})
_STOPS = frozenset({",", ";", ":", "-", "that", "which", "to", "will", "with", "between"})
_TITLE_REACH = 9  # tokens between an instrument and the cooperation it is about
_NOT_YET = frozenset({"to", "should", "must", "shall"})  # before a verb in its base form
_SAYING = words("say_verb")
_SAID_IN = re.compile(
    r"\b(?:in|according to|through|via) (?:a|an|the|its|his|her|their|that|this)(?: [\w-]+){0,2}$"
)
_QUOTED_WITHIN = 10  # tokens after a statement in which it "said" something
_FOUNDING = words("founding_verb")
_FOUNDERS = _FOUNDING | words("founding_noun")
_NEW_REACH = 4  # tokens before a partnership in which it is called new
_FOUNDED_REACH = 8  # tokens between a partnership and the verb that founds it
_FOUNDED_BODIES = words("founded_body")
_OTHER_ORDERS = words("other_order")
_SETTING_UP = words("body_founding_verb")
_STANDING = ("partnership", "plan", "contract")


def loose_agreements(reading: Reading, sentence: Sentence, strict: list[Draft]) -> Iterator[Draft]:
    """Yield a candidate for each instrument of `sentence` that no strict draft tells of."""
    yield from _members(reading, sentence, strict)
    yield from loose_purchases(reading, sentence, strict)
    yield from loose_partnerships(reading, sentence, strict)
    yield from loose_negotiations(reading, sentence, strict)
    issued = issued_text(reading, sentence)
    if issued is not None:
        yield issued
    for word in sentence.triggers:
        if word.entry.kind != "instrument" or _is_told(sentence, word, strict):
            continue
        if _is_subject_matter(sentence, word):
            continue
        draft = _candidate(reading, sentence, word)
        bare = [each for each in strict if each.bare and each.head == word.entry.key]
        news = not bare or _is_news(draft, bare) or _is_first_told(reading, sentence, word)
        if draft is not None and news:
            draft.definite = bool(bare)
            yield draft


def _is_news(draft: Draft | None, bare: list[Draft]) -> bool:
    """Tell whether "the contract" is told of here, and not only pointed back to.

    It is signed, ended or extended in so many words, or still to come.
    """
    told = any(each.features.get("verb_strong") for each in bare)
    return draft is not None and (told or draft.status not in ("signed", "in_force"))


def _is_first_told(reading: Reading, sentence: Sentence, word: Word) -> bool:
    """Tell whether "the accord on X" points back to nothing: no instrument was named before."""
    before = reading.sentences[: sentence.index]
    return not any(
        w.entry.kind == "instrument" and (not w.entry.weak or w.entry.key == word.entry.key)
        for each in before
        for w in each.triggers
    )


def _is_told(sentence: Sentence, word: Word, strict: list[Draft]) -> bool:
    if word.entry.key == "accord" and named_accords(sentence) is not None:
        return True  # each member's accession is a candidate of its own
    telling = [d for d in strict if not (d.bare and d.head == word.entry.key)]
    near = any(abs(draft.anchor - word.first) <= _REACH for draft in telling)
    return near or is_inside_name(sentence, word) or is_accord_of_views(sentence, word)


def _is_subject_matter(sentence: Sentence, word: Word) -> bool:
    """Tell whether "cooperation" is what an instrument is about: "agreement on cooperation"."""
    if not word.entry.weak or word.entry.code != "partnership":
        return False
    norms = sentence.flow.norms
    for other in sentence.triggers:
        if other.entry.kind != "instrument" or other.entry.weak or other.last >= word.first:
            continue
        between = norms[other.last : word.first]
        if between[0] in _ABOUT and len(between) <= _TITLE_REACH and not _STOPS & set(between):
            return True
    return False


def _candidate(reading: Reading, sentence: Sentence, word: Word) -> Draft | None:
    verb = _nearest_verb(sentence, word)
    if word.entry.key in _FOUNDED_BODIES and not _is_body_founded(sentence, word, verb):
        return None
    if word.entry.key in ONLY_SIGNED and (verb is None or verb.entry.weak):
        return None
    if _is_other_noun(sentence, word):
        return None
    status = _status(sentence, word, verb)
    if status is None:
        return None
    kind = word.entry.code
    anchor = verb.first if verb else word.first
    draft = start_instrument(reading, sentence, word, Told(status, anchor))
    draft.status = standing(reading, sentence, word, draft, verb is None or verb.first >= word.last)
    parties, source = sides_near(reading, sentence, _named_sides(sentence, word))
    draft.parties = parties
    draft.title, draft.span = noun_phrase(sentence, word), (word.first, word.last)
    draft.words = action_words(sentence, word.last, min(len(sentence.flow.norms), word.last + 14))
    if verb is not None and is_accession(sentence, word, verb, parties):
        draft.type, draft.parties = "accession", joiner(parties) or parties
        draft.words = joined_words(sentence)
    draft.head = word.entry.key
    draft.plural = word.entry.detail == "many"
    draft.features |= {
        "loose": 1.0,
        "loose_weak": float(word.entry.weak),
        f"loose_{kind}": 1.0,
        f"type_{kind}": 1.0,
        f"status_{draft.status}": 1.0,
        source: 1.0,
        **_wording(sentence, word, verb),
    }
    return draft


def _is_other_noun(sentence: Sentence, word: Word) -> bool:
    """Tell whether the noun is no instrument here, but the like of "in order to"."""
    if word.entry.key == "order":
        return _is_no_order(sentence, word)
    quoted = word.entry.key == "statement" and _is_quoted(sentence, word)
    return quoted or _is_in_name_of_office(sentence, word)


def _is_no_order(sentence: Sentence, word: Word) -> bool:
    """Tell whether "order" buys nothing: "in order to", "the world order"."""
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    after = norms[word.last] if word.last < len(norms) else ""
    return is_verb_in_plural(sentence, word) or before in _OTHER_ORDERS or after in ("to", "of")


def _is_quoted(sentence: Sentence, word: Word) -> bool:
    """Tell whether a statement is what a source said: "an earlier statement from X said"."""
    after = sentence.flow.norms[word.last : word.last + _QUOTED_WITHIN]
    joint = "joint" in sentence.flow.norms[max(0, word.first - 2) : word.first]
    said = after[:1] in (["from"], ["by"]) and not _SAYING.isdisjoint(after)
    return not joint and (said or bool(_SAID_IN.search(words_between(sentence, 0, word.first))))


def _is_in_name_of_office(sentence: Sentence, word: Word) -> bool:
    """Tell whether a weak noun is in a longer name: "the Launch Services Program"."""
    tokens = sentence.flow.tokens
    after = tokens[word.last] if word.last < len(tokens) else None
    named = tokens[word.last - 1].capital and not sentence.span.is_heading
    return word.entry.weak and named and after is not None and after.capital


def _wording(sentence: Sentence, word: Word, verb: Word | None) -> dict[str, float]:
    """Return what the words around an instrument say of it, as features."""
    tokens, before = sentence.flow.tokens, words_between(sentence, word.first - 6, word.first)
    article = sentence.flow.norms[word.first - 1] if word.first else ""
    return {
        "loose_verb_weak": float(verb is not None and verb.entry.weak),
        "loose_verb_strong": float(verb is not None and not verb.entry.weak),
        "loose_definite": float(article in ("the", "this", "that", "these", "its", "their", "our")),
        "loose_new": float(article in ("a", "an", "new") or " new" in before),
        "loose_named": float(tokens[word.last - 1].capital and not sentence.span.is_heading),
        "loose_standing": float(bool(_IN_FORCE.search(before))),
        "loose_old": float(bool(_OLD.search(words_between(sentence, 0, 99)))),
        "loose_dated": float(bool(sentence.dates)),
    }


def _nearest_verb(sentence: Sentence, word: Word) -> Word | None:
    """Return the verb or noun of signing nearest to an instrument, before it if there is one."""
    first, last = clause_bounds(sentence, word.first)
    verbs = [
        w
        for w in sentence.triggers
        if w.entry.kind in ("sign", "award")
        and first <= w.first < last
        and not is_noun_use(sentence, w)
        and not opens_anew(sentence.flow.norms[w.last : word.first + 1])
    ]
    before = [v for v in verbs if 0 <= word.first - v.last <= _REACH]
    after = [v for v in verbs if 0 <= v.first - word.last <= _REACH and _may_follow(v)]
    strong = [v for v in (*before[::-1], *after) if not v.entry.weak and _is_near(v, word)]
    return next(iter([*strong, *before[::-1], *after]), None)


def _is_near(verb: Word, word: Word) -> bool:
    """Tell whether what is extended can be the instrument: not "in expanded formats, ..."."""
    return verb.entry.code != "extended" or word.first - verb.last <= _EXTENDED_REACH


def _may_follow(verb: Word) -> bool:
    """Tell whether an instrument before a verb can be what it tells of: "the deal, signed in"."""
    alike = verb.entry.detail == "base" and verb.entry.key in ("set up", "put in place")
    return alike or verb.entry.detail in ("past", "participle") or verb.entry.code == "in_force"


def _status(sentence: Sentence, word: Word, verb: Word | None) -> str | None:
    left = words_between(sentence, word.first - 8, word.first)
    if is_denied(sentence, word):  # "no deal has been concluded yet"
        return "proposed" if _NOT_SO_FAR & set(sentence.flow.norms) else None
    before = words_between(sentence, word.first - _REACH, word.first)
    if _IN_TALKS.search(before) or _NEARLY.search(before) or is_talked_about(sentence, word):
        return "negotiating"
    if ahead := _ahead_in_relative(sentence, word):
        return ahead
    if verb is not None and _is_stated(sentence, word, verb):
        status = status_of(verb.entry.code, modality(sentence, verb.first, verb.entry.detail))
        return "negotiating" if status == "planned" and is_in_talks(sentence, verb) else status
    if _PROMISED.search(left):
        return None
    return _worded_status(sentence, word) or _standing_status(sentence, word, verb)


def _ahead_in_relative(sentence: Sentence, word: Word) -> str | None:
    """Return the status of "an agreement that they could sign", "that the sides will sign"."""
    norms = sentence.flow.norms
    reach = range(word.last, min(len(norms), word.last + _RELATIVE_REACH))
    opened = next((step for step in reach if norms[step] in ("that", "which")), None)
    if opened is None or _CUT_OFF & set(norms[word.last : opened]):
        return None
    for verb in sentence.triggers:
        if verb.entry.kind == "sign" and 0 < verb.first - opened <= _RELATIVE_REACH:
            how = modality(sentence, verb.first, verb.entry.detail)
            return status_of(verb.entry.code, how) if how in _AHEAD_OF else None
    return None


_RELATIVE_REACH = 9  # tokens to "that", and from there to the verb of signing
_CUT_OFF = frozenset({",", ".", ";", ":", "and"})
_AHEAD_OF = frozenset({"planned", "considered", "wished"})


def _worded_status(sentence: Sentence, word: Word) -> str | None:
    """Return the status by the words before and after an instrument that has no verb of its own."""
    left = words_between(sentence, word.first - 8, word.first)
    if _SIGNED_UNDER.search(words_between(sentence, word.first - _REACH, word.first)):
        return "signed"
    if word.entry.code == "grant" and is_under_accord(words_between(sentence, 0, word.first)):
        return "signed"
    by_words = (status for pattern, status in _WORDS_BEFORE if pattern.search(left))
    return said_after(sentence, word) or next(by_words, None)


def _standing_status(sentence: Sentence, word: Word, verb: Word | None) -> str:
    left = words_between(sentence, word.first - 8, word.first)
    stands = word.entry.code in _STANDING and verb is None and word.entry.key != "order"
    if word.entry.code == "partnership":
        stands = not _is_founded(sentence, word, verb)
        if not stands and verb is not None and _is_ahead(sentence, verb):
            return "planned"
    return "in_force" if stands or _IN_FORCE.search(left) else "signed"


def _is_ahead(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb says what is still to be done: "set to establish", "should set up"."""
    left = sentence.flow.norms[max(0, verb.first - 2) : verb.first]
    return verb.entry.detail == "base" and not _NOT_YET.isdisjoint(left)


def _is_stated(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether a verb says what became of an instrument; of a partnership few verbs do."""
    if verb.entry.weak:
        return False
    if word.entry.code != "partnership":
        return True
    if verb.entry.code == "extended":
        return verb.entry.key in _FOUNDING  # "expand cooperation" extends no instrument
    return verb.entry.code != "signed" or _is_founded(sentence, word, verb)


def _is_founded(sentence: Sentence, word: Word, verb: Word | None) -> bool:
    """Tell whether a partnership is set up here, and not only spoken of as one that exists."""
    if "new" in sentence.flow.norms[max(0, word.first - _NEW_REACH) : word.first]:
        return True
    if _RAISED.search(words_between(sentence, word.first - _REACH, word.first)):
        return True
    if verb is None or verb.entry.code != "signed":
        return False
    if verb.entry.weak and verb.entry.key not in _FOUNDERS:
        return False
    ahead = word.first - verb.last
    if ahead >= 0:
        return ahead <= _FOUNDED_REACH
    past = verb.entry.detail in ("past", "participle") or verb.entry.key in (
        "set up",
        "put in place",
    )
    return verb.first - word.last <= _FOUNDED_REACH and past


def _is_body_founded(sentence: Sentence, word: Word, verb: Word | None) -> bool:
    """Tell whether a committee or the like is set up: as an object, or in a passive."""
    if word.entry.key == "initiative":
        return _is_founded(sentence, word, verb)
    if verb is None or verb.entry.key not in _SETTING_UP:
        return False
    if verb.last <= word.first:
        return word.first - verb.last <= _FOUNDED_REACH
    before = sentence.flow.norms[max(word.last, verb.first - 2) : verb.first]
    return verb.first - word.last <= _FOUNDED_REACH and bool(FORMS_OF_BE & set(before))


def _named_sides(sentence: Sentence, word: Word) -> list[Actor]:
    listed = find.between(sentence) or find.paired(sentence, word.first)
    if listed:
        return listed
    with_whom = find.partners(sentence, max(0, word.first - 1))
    after = list_after(sentence, word.last, 3)
    named = [a for a in after if a.why_not in ("", "possessive", "modifier")]
    return [*find.subjects(sentence, word.first), *with_whom, *named]


def _members(reading: Reading, sentence: Sentence, strict: list[Draft]) -> Iterator[Draft]:
    """Yield the accession of each state that a sentence names beside the Accords."""
    instrument = named_accords(sentence)
    if instrument is None or any("accession" in draft.features for draft in strict):
        return
    if _UPHELD.search(words_between(sentence, 0, instrument.first)):
        return
    text = words_between(sentence, 0, len(sentence.flow.norms))
    before = sentence.flow.norms[max(0, instrument.first - _DATED_NAME) : instrument.last]
    if any(map(str.isdigit, before)) and not _tells_of_joining(sentence, text):
        return  # "the 1967 Outer Space Treaty" is only named
    ahead = words_between(sentence, instrument.first - 8, instrument.first)
    by_words = (status for pattern, status in _OF_JOINING if pattern.search(ahead))
    status = next(by_words, "signed")
    verb = _nearest_verb_of_joining(sentence)
    states = [each for each in _states_of(sentence) if not _is_fellow(sentence, each[0])]
    for state, source in states:
        anchor = verb.first if verb else instrument.first
        draft = start_agreement(reading, sentence, "accession", status, anchor)
        draft.parties, draft.title = [state], instrument.name
        draft.words = frozenset({instrument.key})
        draft.features = {
            "loose": 1.0,
            "loose_accession": 1.0,
            "loose_member": float(bool(_MEMBERS.search(text))),
            "loose_joins": float(verb is not None),
            "loose_host": float(state.code == "USA"),
            "loose_host_alone": float(state.code == "USA" and len(states) == 1),
            "loose_alone": float(len(states) == 1),
            "loose_before_verb": float(verb is not None and _just_before(state, verb)),
            "loose_after_of": float(_owns_joining(sentence, state)),
            f"loose_is_{state.why_not or 'actor'}": 1.0,
            f"status_{status}": 1.0,
            source: 1.0,
        }
        yield draft


_FELLOWS = re.compile(
    r"\bother (?:\w+ )?(?:countries|members|nations|signatories|states)\b|"
    r"\b(?:to (?:sign|join)|signatory)\b(?: \S+){0,6}? (?:after|following)\b"
)


def _is_fellow(sentence: Sentence, state: Actor) -> bool:
    """Tell of a state that another one joins: "joins 34 other nations", "21st to sign, after"."""
    return _FELLOWS.search(words_between(sentence, 0, state.first)) is not None


_DATED_NAME = 4  # tokens before an instrument in which its year makes it an old one


def _tells_of_joining(sentence: Sentence, text: str) -> bool:
    told = _nearest_verb_of_joining(sentence) is not None or bool(_MEMBERS.search(text))
    return told or not _JOINING.isdisjoint(sentence.flow.norms)


_NEAR = 6  # tokens between a state and its verb of joining
_JOINING = words("joining_noun")


def _just_before(state: Actor, verb: Word) -> bool:
    return 0 <= verb.first - state.last <= _NEAR


def _owns_joining(sentence: Sentence, state: Actor) -> bool:
    """Tell whether a state owns or follows a noun of joining: "Peru's decision", "signing by"."""
    norms = sentence.flow.norms
    after = set(norms[state.last : state.last + 4])
    before = set(norms[max(0, state.first - 4) : state.first])
    return bool(_JOINING & after) or ("by" in before and bool(_JOINING & set(norms)))


def _nearest_verb_of_joining(sentence: Sentence) -> Word | None:
    verbs = [
        w
        for w in sentence.triggers
        if w.entry.kind in ("sign", "join") and not w.entry.weak and w.entry.code == "signed"
    ]
    return verbs[0] if verbs else None


def _states_of(sentence: Sentence) -> list[tuple[Actor, str]]:
    """Return the states a sentence names, each once; without any, those it refers to."""
    seen: dict[str, Actor] = {}
    for actor in sentence.actors:
        if actor.code and len(actor.code) == 3 and actor.why_not != "place":
            seen.setdefault(actor.code, actor)
    named = [(actor, "near_sentence") for actor in list(seen.values())[:4]]
    if any(actor.why_not != "modifier" for actor, _ in named):
        return named
    group = [m for g in sentence.groups for m in g.members if m.code and len(m.code) == 3]
    meant = {actor.code: actor for actor in reversed(group) if actor.code not in seen}
    return [*named, *[(actor, "near_group") for actor in list(meant.values())[:3]]]
