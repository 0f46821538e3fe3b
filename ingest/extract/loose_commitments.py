"""Undertakings the strict readings leave open: every cue of a promise, with its likeliest doer.

They are candidates only; their confidence, learnt from annotated articles, decides.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.extract.actors import Actor
from ingest.extract.acts import (
    ACTION_VERBS,
    GENERIC,
    act_range,
    cut_acts,
    ends_act,
    infinitive_of,
    is_agreed_on,
    is_idle,
    is_instrument,
    is_of_other_field,
    is_state_of_things,
)
from ingest.extract.agreements import find_agreements
from ingest.extract.commitments import (
    helps_itself,
    is_agreement_itself,
    is_no_undertaking,
    is_noun_of_talks,
    is_plan_of_a_kind,
    tells_no_promise,
)
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.fallback import doers_near
from ingest.extract.grammar import all_actors, clause_bounds, list_after
from ingest.extract.mentions import Word
from ingest.extract.phrases import surface
from ingest.extract.plans import made_trigger
from ingest.extract.press_cues import Cue, named_doers, press_cues
from ingest.extract.relative_clauses import from_given_promises, from_relatives
from ingest.extract.strength import strength_before, strength_of_verb
from ingest.extract.tokens import after_pair
from ingest.extract.undertakings import Doers, make_undertaking
from ingest.extract.vocabulary import alternatives, words

_LONGEST = 40  # tokens of an act
_SHORTEST = 2
_BE = frozenset({"is", "are", "be", "been", "being", "'re", "'m", "am"})
_PASSIVE = _BE | {"was", "were"}
_SETTLED = frozenset({"agreed", "decided", "settled"})
_AHEAD = words("thing_to_come")
_FORESEEN = dict.fromkeys(words("foreseen"), "intended")
_FORESEEN |= dict.fromkeys(words("under_consideration"), "considered")
_FORESEEN |= dict.fromkeys(words("set_for_date") & words("foreseen"), "firm")
_DATED = dict.fromkeys(words("set_for_date"), "firm")  # "set for 2024"
_DATED |= dict.fromkeys(words("hoped_for_date"), "intended")
_HEADLINE = 6  # tokens at the start of a sentence: "iRocket to support"
_DONE_BEFORE = frozenset(
    {"able", "how", "used", "designed", "ability", "first", "time", "way", "yet", "failed"}
)
_MEANS = frozenset({"including", "by", "through", "via", "and", "on", "in", "to", "towards"})
_OUTCOME = re.compile(  # what follows by itself is nobody's undertaking
    rf"(?:also |not )?(?:{alternatives('mere_outcome')})\b"
)
_ONLY_A_DATE = re.compile(r"(?:in|on|by|during) (?:\w+ ){0,2}\d{4}")
_TAKES_PLACE = re.compile(r"(?:also |then |now )?take place\b")
_DEPARTURES = words("departure_noun")
_CHOOSING = words("choosing_verb")
_BACK = 12  # tokens before an infinitive that may say how firm it is


def loose_commitments(
    reading: Reading, sentence: Sentence, strict: list[Draft], earlier: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """Yield a candidate for each cue of an undertaking that no strict draft tells of.

    `earlier` are the undertakings told so far: a thing that is to be done by nobody named is done
    by whoever acted last.
    """
    if sentence.flow.norms[-1:] == ["?"]:
        return
    told = [*from_relatives(sentence), *from_given_promises(sentence)]
    for draft in told:
        draft.features |= {"loose": 1.0, "cue_relative": 1.0}
        yield draft
    taken = [(d.anchor, d.span[1]) for d in (*strict, *told)]
    for word, cue in _cues(sentence):
        if cue in ("commit", "noun") and (
            is_agreement_itself(reading, sentence, word) or is_no_undertaking(sentence, word)
        ):
            continue
        first, last = _act(sentence, word, cue)
        last = min([last, *(a for a, _ in taken if first < a and word.first < a)])
        if last - first < _SHORTEST or any(a < last and word.first < b for a, b in taken):
            continue
        act = surface(sentence, first, last)
        if (
            _OUTCOME.match(act)
            or is_instrument(act)
            or is_state_of_things(act)
            or is_idle(act, word)
            or _ONLY_A_DATE.fullmatch(act)
            or _is_gathering(sentence, word, act)
            or is_agreed_on(sentence, word, act)
            or is_of_other_field(sentence, first, last)
            or _is_purpose(reading, sentence, cue, act)
        ):
            continue
        doers = _planners(sentence, word, cue) or doers_near(reading, sentence, word.first)
        doers = _last_to_act(sentence, word, (doers, act), earlier) or doers
        if not doers[0] or helps_itself(sentence, first, doers[0]):
            continue
        pieces = cut_acts(sentence, first, last, word) if cue in _CUT else [(first, last)]
        for piece in pieces:
            draft = make_undertaking(sentence, word, doers, piece)
            draft.features |= {"loose": 1.0, f"cue_{cue}": 1.0}
            yield draft
        taken.append((min(word.first, first), last))


def _is_gathering(sentence: Sentence, word: Word, act: str) -> bool:
    """Tell whether what "will take place" is no launch, flight or delivery, but some event."""
    subject = sentence.flow.norms[max(0, word.first - 8) : word.first]
    return bool(_TAKES_PLACE.match(act)) and not _DEPARTURES & set(subject)


def _is_purpose(reading: Reading, sentence: Sentence, cue: str, act: str) -> bool:
    """Tell of "signed a memorandum to promote cooperation": what the instrument is for."""
    if cue not in ("noun", "infinitive") or GENERIC.match(act) is None:
        return False
    return any(d.type != "joint_statement" for d in find_agreements(reading, sentence))


def _last_to_act(
    sentence: Sentence, word: Word, found: tuple[Doers, str], earlier: Sequence[Draft]
) -> Doers | None:
    """Return who acted last where what is found is acted on itself, or only owns something.

    "Italy will build a satellite. It will be launched from Kenya": Italy's.
    """
    (_, how), act = found
    if not (how == "near_flagged" or (how in _PATIENTS and _DONE_TO.match(act))):
        return None
    if how == "near_subject" and not any(a.last == word.first for a in all_actors(sentence)):
        return None  # "Zambrana said that the loan would be repaid"
    for draft in reversed(earlier):
        if sentence.index - draft.sentence > _REACH:
            return None
        if draft.sentence < sentence.index and any(draft.features.get(how) for how in _SURE):
            return draft.parties, "near_earlier"
    return None


_CUT = frozenset({"commit", "infinitive", "under_way"})  # whose acts open with their verb
_REACH = 3  # sentences over which a doer is remembered
_PATIENTS = frozenset({"near_subject", "near_owner", "near_main", "near_issuer"})
_DONE_TO = re.compile(
    r"(?:also |then |soon |now )?be (?!able|ready|part|responsible|home|the |a |an )(?:\w+ly )?\w"
)
_SURE = frozenset(
    {f"subject_{kind}" for kind in ("state", "organization", "person", "group_it", "group_they")}
    | {f"subject_group_{kind}" for kind in ("we", "pair", "agencies", "agency", "company")}
    | {"passive", "headline", "relative", "progressive", "owner_possessive", "owner_verb"}
    | {"owner_has", "near_subject", "near_agent", "near_earlier"}
)


def _planners(sentence: Sentence, word: Word, cue: str) -> Doers | None:
    """Return who is named after "is planned by", "falls to", "the deal lets", "chose B to"."""
    if named := clean_parties(named_doers(sentence, word, cue) or _chosen(sentence, word, cue)):
        return named, "near_agent"
    if cue != "foreseen" or sentence.flow.norms[word.first + 1 : word.first + 2] != ["by"]:
        return None
    listed = clean_parties([a for a in list_after(sentence, word.first + 2, 3) if a.code])
    return (listed, "near_agent") if listed else None


def _chosen(sentence: Sentence, word: Word, cue: str) -> list[Actor]:
    """Return who is to act by "A selected B to build a satellite": B."""
    norms = sentence.flow.norms
    if cue != "infinitive" or norms[word.first - 1] != "to":
        return []
    found = [a for a in all_actors(sentence) if after_pair(norms, a.last) == word.first - 1]
    return [a for a in found if not _CHOOSING.isdisjoint(norms[max(0, a.first - 2) : a.first])][:1]


def _act(sentence: Sentence, word: Word, cue: str) -> tuple[int, int]:
    if cue in ("commit", "noun"):
        return act_range(sentence, word)
    norms, first = sentence.flow.norms, word.last
    last = first
    if cue in ("foreseen", "dated", "assigned"):
        first = clause_bounds(sentence, first)[0]
    while last < len(norms) and last - first < _LONGEST and not ends_act(norms, first, last):
        if cue == "goal" and last > first + 1 and norms[last] in ("and", ","):
            break
        last += 1
    return first, last


def _cues(sentence: Sentence) -> list[Cue]:
    """Return the cues of a sentence, the surer kinds first, each kind in the order of the text."""
    known = [
        (word, word.entry.kind)
        for word in sentence.triggers
        if word.entry.kind in ("commit", "noun")
        and not tells_no_promise(sentence, word)
        and not _is_no_verb(sentence, word)
    ]
    return [
        *_foreseen(sentence),
        *_dated(sentence),
        *press_cues(sentence),
        *known,
        *_under_way(sentence),
        *_opening(sentence),
        *_means(sentence),
        *_infinitives(sentence),
        *_to_come(sentence),
        *_present(sentence),
        *_plans_of_things(sentence),
    ]


_BEFORE_VERB = frozenset(
    {"to", "will", "would", "may", "might", "could", "should", "can", "shall", "and", "also"}
    | {"jointly", "then", "they", "we", "who", "which", "that", "it"}
)


def _is_no_verb(sentence: Sentence, word: Word) -> bool:
    """Tell whether a trigger is a month, a noun or an adjective: "May 29", "space studies"."""
    key, form, at = word.entry.key, word.entry.detail, word.first
    if key == "may":
        return sentence.flow.tokens[at].capital and at > 0
    if key == "promise":
        return form == "ing"
    if is_noun_of_talks(sentence, word):
        return True
    if form == "base" and is_plan_of_a_kind(sentence.flow.norms, word):
        return True
    if key != "study" or form not in ("base", "s"):
        return False
    ends = any(a.last == at for a in all_actors(sentence))
    return not ends and sentence.flow.norms[max(0, at - 1)] not in _BEFORE_VERB


def _under_way(sentence: Sentence) -> Iterator[Cue]:
    norms = sentence.flow.norms
    for step in range(1, len(norms) - _SHORTEST):
        verb = infinitive_of(norms[step])
        if verb and _BE & set(norms[max(0, step - 2) : step]):
            yield made_trigger(step, step, strength_of_verb(verb), "under_way"), "under_way"


def _opening(sentence: Sentence) -> Iterator[Cue]:
    """Yield the verb that opens a list item: "Strengthening ...", "Heading: Expand ..."."""
    norms = sentence.flow.norms
    colon = norms.index(":") + 1 if ":" in norms[:14] else 0
    for step in sorted({0, colon}):
        verb = norms[step] if norms[step : step + 1] else ""
        base = verb if verb in ACTION_VERBS else infinitive_of(verb)
        named = any(a.first == step and a.last > step + 1 for a in sentence.actors)
        if base and not named:  # "Open Cosmos is growing" opens with a name
            yield made_trigger(step, step, strength_of_verb(base), "opening"), "opening"


def _means(sentence: Sentence) -> Iterator[Cue]:
    norms = sentence.flow.norms
    for step in range(1, len(norms) - _SHORTEST):
        verb = infinitive_of(norms[step])
        if verb and norms[step - 1] in _MEANS:
            yield (
                made_trigger(step, step, strength_of_verb(verb), f"means_{norms[step - 1]}"),
                "means",
            )


def _infinitives(sentence: Sentence) -> Iterator[Cue]:
    norms = sentence.flow.norms
    for step in range(2, len(norms) - _SHORTEST):
        told = norms[step - 1] == "to" and norms[step] in ACTION_VERBS
        told = told and _UNSURE.isdisjoint(norms[max(0, step - _URGED) : step - 1])
        if told and norms[step - 2] not in _DONE_BEFORE:
            headline = step <= _HEADLINE and sentence.flow.tokens[step - 2].capital
            strength = strength_before(norms[max(0, step - _BACK) : step - 1])
            strength = "firm" if headline else strength
            yield made_trigger(step, step, strength, "infinitive"), "infinitive"


_UNSURE = words("urging_verb") | {"if"}
_URGED = 6  # tokens before "to" in which somebody is only urged to act, or might


def _foreseen(sentence: Sentence) -> Iterator[Cue]:
    """Yield "are being considered", "is planned": the act is the subject before it."""
    norms = sentence.flow.norms
    for step in range(2, len(norms)):
        strength = _FORESEEN.get(norms[step])
        if strength and _BE & set(norms[step - 2 : step]) and norms[step + 1 : step + 2] != ["to"]:
            yield made_trigger(step, step, strength, "foreseen"), "foreseen"
        upon = norms[step] in _SETTLED and norms[step + 1 : step + 2] == ["upon"]
        if upon and _PASSIVE & set(norms[step - 2 : step]):
            yield made_trigger(step, step, "firm", "foreseen"), "foreseen"


def _dated(sentence: Sentence) -> Iterator[Cue]:
    """Yield "delivery set for 2024", "due in March": the act is the subject before it."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    if any(w.entry.kind == "sign" and w.entry.code in _STOPPED for w in sentence.triggers):
        return  # "suspended work on the mission planned for 2029"
    for step in range(1, len(norms) - 2):
        strength = _DATED.get(norms[step])
        if strength and norms[step + 1] in ("for", "in", "by"):
            end = tokens[step + 1].end
            if any(-_NEXT <= hit.start - end <= _NEXT for hit in sentence.dates):
                yield made_trigger(step, step, strength, "dated"), "dated"


_STOPPED = ("suspended", "ended")
_NEXT = 20  # characters between a preposition and its date: "for the end of 2023"


def _present(sentence: Sentence) -> Iterator[Cue]:
    """Yield the present of a division of work: "NASA provides the ride, CNES the platform"."""
    norms = sentence.flow.norms
    ends = {a.last for a in all_actors(sentence) if a.code and not a.possessive}
    for step in ends:
        if step < len(norms) - _SHORTEST and _base_of_present(norms[step]) in ACTION_VERBS:
            yield made_trigger(step, step, "firm", "present"), "present"


def _plans_of_things(sentence: Sentence) -> Iterator[Cue]:
    """Yield "plans a manned flight by 2030": the thing planned is the act."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - _SHORTEST):
        thing = norms[step + 2 : step + _THING_WITHIN] if norms[step] in _PLANS else []
        if norms[step + 1] in _BEFORE_THING and not _DEPARTURES.isdisjoint(thing):
            yield made_trigger(step, step + 1, "intended", "plan to"), "commit"


_PLANS = frozenset({"plans", "plan", "planning"})
_BEFORE_THING = frozenset({"a", "an", "its", "the", "another", "two", "three", "more", "further"})
_THING_WITHIN = 7  # tokens after "plans" in which the flight or launch stands


def _base_of_present(form: str) -> str:
    """Return the verb whose third person this is: "provides", "finances", "carries"."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form[-4:] in ("shes", "ches", "sses"):
        return form[:-2]
    return form[:-1] if form.endswith("s") else ""


def _to_come(sentence: Sentence) -> Iterator[Cue]:
    norms = sentence.flow.norms
    for step in range(len(norms) - _SHORTEST):
        if norms[step] in _AHEAD:
            yield made_trigger(step + 1, step + 1, "intended", "to_come"), "to_come"
