"""Undertakings told without a modal: "is building", "its goal is to", "a plan of A to".

Each reading yields drafts of the same shape as `commitments`: strength, parties, act, due date.
"""

from collections.abc import Iterator

from ingest.extract import gate
from ingest.extract.actors import Actor
from ingest.extract.acts import ACT_ENDS, ACTION_VERBS, act_range, infinitive_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.doers import is_object, subject_list
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import all_actors, codes, list_after
from ingest.extract.lexicon import Entry
from ingest.extract.mentions import Word
from ingest.extract.undertakings import split_acts
from ingest.extract.vocabulary import words

_BE = frozenset({"is", "are", "'re", "'m", "am"})
_BETWEEN = frozenset(
    {"also", "now", "currently", "jointly", "already", "still", "together", "then", "soon", "later"}
)
_PREPARING = words("preparing_verb")
_UNDER_WAY = _PREPARING | words("contributing_verb")


def from_progressive(sentence: Sentence) -> Iterator[Draft]:
    """Read "Japan is building a rover": work under way towards something promised."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - 2):
        if norms[step] not in _BE:
            continue
        verb = step + 1
        while verb < len(norms) - 2 and norms[verb] in _BETWEEN:
            verb += 1
        base = infinitive_of(norms[verb])
        doers = _right_before(sentence, step)
        if base not in _UNDER_WAY or not doers:
            continue
        last = _act_end(sentence, verb)
        if last - verb < 3 or gate.space_weight(sentence.flow, verb, last) == 0:
            continue
        strength = "intended" if base in _PREPARING else "firm"
        trigger = made_trigger(verb, verb, strength, "progressive")
        yield from split_acts(sentence, trigger, (doers, "progressive"), (verb, last))


def _right_before(sentence: Sentence, position: int) -> list[Actor]:
    """Return the parties whose list ends just before token `position`, as its subject."""
    usable = [
        a
        for a in all_actors(sentence)
        if a.last <= position and a.why_not in ("", "speaker") and not a.possessive
    ]
    if not usable or usable[-1].last != position:
        return []
    trigger = made_trigger(position, position, "firm", "")
    if is_object(sentence, usable[-1], trigger):
        return []
    return [a for a in clean_parties(subject_list(sentence, usable)) if a.code]


def _act_end(sentence: Sentence, first: int) -> int:
    norms = sentence.flow.norms
    last = first
    while last < len(norms) and last - first < 40 and norms[last] not in ACT_ENDS | {"."}:
        last += 1
    return last


def made_trigger(first: int, last: int, strength: str, key: str) -> Word:
    """Return a trigger of an undertaking that no phrase of the seeds tells."""
    return Word(first, last, Entry("commit", strength, key, "commitment"))


_AIMS = words("aim_noun")
_COPULA = frozenset({"is", "was", "remains"})


def from_aim(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "their goal is to land on the Moon"; the owner stands before, else it is the pair."""
    norms = sentence.flow.norms
    for step in range(len(norms) - 4):
        if norms[step] not in _AIMS:
            continue
        place = next(
            (i for i in range(step + 1, min(step + 7, len(norms) - 3)) if norms[i] in _COPULA), -1
        )
        if place < 0 or norms[place + 1] != "to":
            continue
        owners = _owners_of_aim(reading, sentence, step)
        first = place + 2
        if owners:
            word = made_trigger(step, first, "intended", "aim_is")
            yield from split_acts(sentence, word, (owners, "aim"), act_range(sentence, word))
        return


def _owners_of_aim(reading: Reading, sentence: Sentence, position: int) -> list[Actor]:
    near = [
        a
        for a in all_actors(sentence)
        if a.possessive and a.last <= position and position - a.last <= 4
    ]
    if near:
        return clean_parties([near[-1]])
    before = [a for a in sentence.actors if a.last <= position and a.code and a.why_not != "place"]
    if before:
        return clean_parties(before)
    pair = list(reading.pairs[sentence.index]) or list(reading.main[:2])
    return clean_parties(pair) if reading.bilateral else []


_PROMISES = dict.fromkeys(words("promise_noun"), "firm")
_PROMISES |= dict.fromkeys(words("intention_noun"), "intended")


def from_owned_noun(sentence: Sentence) -> Iterator[Draft]:
    """Read "the decision of A and B to develop", "the announcement by A to train"."""
    norms = sentence.flow.norms
    for step in range(len(norms) - 4):
        strength = _PROMISES.get(norms[step])
        if strength is None or norms[step + 1] not in ("of", "by", "from"):
            continue
        listed = [a for a in list_after(sentence, step + 2, 3) if a.why_not != "place"]
        parties = [a for a in clean_parties(listed) if a.code]
        if not parties:
            continue
        end = listed[-1].last
        if norms[end : end + 1] != ["to"] or norms[end + 1 : end + 2] in (["the"], ["a"]):
            continue
        word = made_trigger(step, end + 1, strength, f"{norms[step]}_of")
        yield from split_acts(
            sentence, word, (parties, "owner_possessive"), act_range(sentence, word)
        )


_PROMISING = dict.fromkeys(words("promise_verb"), "firm")
_PROMISING |= dict.fromkeys(words("intention_verb"), "intended")
_ADJUNCTS = frozenset(
    {"there", "here", "in", "on", "at", "during", "this", "last", "next", "today", "yesterday"}
    | {"jointly", "further", "also", "both", "formally", "together", "mutually", "earlier"}
)


def adjunct_triggers(sentence: Sentence) -> list[Word]:
    """Return triggers parted by a time or place: "agreed on Monday in Lima to build"."""
    norms = sentence.flow.norms
    found = [*_parted_copulas(sentence), *_wishes_for_others(sentence)]
    for step in range(1, len(norms) - 4):
        strength = _PROMISING.get(norms[step])
        if strength is None:
            continue
        place = _after_adjunct(norms, step) or _after_aside(norms, step)
        if place:
            entry = Entry("commit", strength, f"{norms[step]} ... to", "commitment", "past")
            found.append(Word(step, place + 1, entry))
    return found


def _after_adjunct(norms: list[str], step: int) -> int:
    """Return where the "to" stands that a time or place parts from its verb, 0 without one."""
    if norms[step + 1] not in _ADJUNCTS:
        return 0
    for place in range(step + 2, min(step + 9, len(norms) - 2)):
        if norms[place] in (",", ";", "that", "and", "will"):
            return 0
        if norms[place] == "to" and norms[place + 1] in ACTION_VERBS:
            return place
    return 0


_ASIDE = 16  # tokens of "promises, at the opening of the new agency on Thursday, to send"


def _after_aside(norms: list[str], step: int) -> int:
    """Return where the "to" stands that an aside parts from its verb, 0 where there is none."""
    if norms[step + 1] != "," or norms[step + 2] not in _ADJUNCTS:
        return 0
    close = next((at for at in range(step + 3, step + _ASIDE) if norms[at : at + 1] == [","]), 0)
    verb = norms[close + 1 : close + 3] if close else []
    return close + 1 if verb[:1] == ["to"] and verb[1:] and verb[1] in ACTION_VERBS else 0


_TO_BE = frozenset({"is", "are", "was", "were"})
_NO_VERB = frozenset({"the", "a", "an", "its", "their", "this", "that", "these", "blame"})


def _parted_copulas(sentence: Sentence) -> Iterator[Word]:
    """Yield "is now to launch", "are also to carry": "is to" with an adverb between."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - 4):
        parted = norms[step] in _TO_BE and norms[step + 1] in _BETWEEN
        verb = norms[step + 3]
        if parted and norms[step + 2] == "to" and verb.isalpha() and verb not in _NO_VERB:
            yield Word(step, step + 3, Entry("commit", "firm", "be to", "commitment", "s"))


_WANTING = frozenset({"want", "wants", "wanted"})
_REACH = 8  # tokens between "wants" and "to"


def _wishes_for_others(sentence: Sentence) -> Iterator[Word]:
    """Yield "wants its own astronauts to walk on the Moon": what is wished of one's own."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - 4):
        if norms[step] not in _WANTING or norms[step + 1] in ("to", ",", "."):
            continue
        ahead = norms[step + 2 : step + _REACH]
        place = next((i for i, norm in enumerate(ahead) if norm in ("to", ",", "that", ".")), -1)
        if place >= 0 and ahead[place] == "to":
            entry = Entry("commit", "intended", "want", "commitment", "s")
            yield Word(step, step + 1, entry)


def read_others(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the undertakings of `sentence` in every other way of telling them."""
    found = [
        *from_progressive(sentence),
        *from_aim(reading, sentence),
        *from_owned_noun(sentence),
    ]
    return [draft for draft in found if codes(draft.parties)]
