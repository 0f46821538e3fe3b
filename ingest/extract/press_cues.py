"""Cues of an undertaking in the idiom of the press: "falls to ESA", "the deal lets Kenya build".

Each cue is a made trigger and the name of its kind. Whose undertaking it is, the caller finds out,
except where the idiom itself names the doer (`named_doers`).
"""

from collections.abc import Iterator

from ingest.extract.actors import Actor
from ingest.extract.context import Sentence
from ingest.extract.grammar import list_after
from ingest.extract.mentions import Word
from ingest.extract.plans import made_trigger
from ingest.extract.vocabulary import words

Cue = tuple[Word, str]

_LETTING, _PROVIDING = words("letting_verb"), words("providing_verb")
_TALKS, _INSTRUMENTS = words("talks_noun"), words("agreement_noun") | words("scheme_noun")
_ADVERBS = frozenset({"also", "further", "now", "thus", "thereby", "itself", "notably", "will"})
_PARTICLES = frozenset({"for", "to", "with"})
_FALLS, _RESTS = words("falls_to"), words("rests_with")
_GOING_ON, _HOLDING = words("going_on"), words("holding_talks")
_HELD = 14  # tokens after "talks" within which they are said to be held
_SOON = frozenset({"soon", "shortly", "before", "be", "next", "by", "this"})
_PREACHED = words("preached_to")
_FUNDING = words("funding_verb")
_AMOUNT = 16  # characters from a verb to its sum: "an additional"
_NEAR = 3


def press_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the cues of a sentence in the order of their kinds."""
    yield from _assigned(sentence)
    yield from _allowed(sentence)
    yield from _provided(sentence)
    yield from _talks(sentence)
    yield from _should(sentence)
    yield from _goals(sentence)
    yield from _funded(sentence)


def named_doers(sentence: Sentence, word: Word, cue: str) -> list[Actor]:
    """Return whom the idiom itself names: "falls to Astrium", "lets Russia place"."""
    if cue not in ("assigned", "allowed"):
        return []
    return [a for a in list_after(sentence, word.last, 2) if a.code or a.members]


def _assigned(sentence: Sentence) -> Iterator[Cue]:
    """Yield "the supply of equipment falls to Astrium": the act is the subject before it."""
    norms = sentence.flow.norms
    for step in range(2, len(norms) - 1):
        to = norms[step] in _FALLS and norms[step + 1] == "to"
        if to or (norms[step] in _RESTS and norms[step + 1] == "with"):
            yield made_trigger(step, step + 2, "firm", "assigned"), "assigned"


def _allowed(sentence: Sentence) -> Iterator[Cue]:
    """Yield "the accord lets Russia place stations", "the contract obliges Airbus to"."""
    for step in _verbs_of_instruments(sentence, _LETTING):
        yield made_trigger(step, step + 1, "firm", "allowed"), "allowed"


def _provided(sentence: Sentence) -> Iterator[Cue]:
    """Yield "the programme provides for", "the contract covers": terms of one named side."""
    norms = sentence.flow.norms
    for step in _verbs_of_instruments(sentence, _PROVIDING):
        last = step + 1 + (norms[step + 1] in _PARTICLES)
        if norms[last : last + 1] != ["that"]:
            yield made_trigger(step, last, "firm", "provided"), "provided"


def _verbs_of_instruments(sentence: Sentence, verbs: frozenset[str]) -> Iterator[int]:
    norms = sentence.flow.norms
    for step in range(1, len(norms) - 2):
        if norms[step] in verbs:
            subject = step - 1 - (norms[step - 1] in _ADVERBS)
            if subject >= 0 and norms[subject] in _INSTRUMENTS:
                yield step


def _talks(sentence: Sentence) -> Iterator[Cue]:
    """Yield "negotiations on stations are being held": what is talked about is considered."""
    norms = sentence.flow.norms
    for step in range(len(norms) - _NEAR):
        if norms[step] not in _TALKS:
            continue
        before = set(norms[max(0, step - _NEAR) : step])
        after = set(norms[step + 1 : step + _HELD])
        if before & _HOLDING or (after & _GOING_ON and after & {"are", "have", "is"}):
            yield made_trigger(step, step + 1, "considered", "talks"), "talks"


def _should(sentence: Sentence) -> Iterator[Cue]:
    """Yield "it should fly before long", not what somebody is told to do."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - _NEAR):
        if norms[step] != "should" or _PREACHED & set(norms[max(0, step - 2) : step]):
            continue
        start = sentence.offset(step)
        if any(hit.start > start for hit in sentence.dates) or _SOON & set(norms[step + 1 :]):
            yield made_trigger(step, step + 1, "intended", "should"), "should"


def _funded(sentence: Sentence) -> Iterator[Cue]:
    """Yield "has set aside 26 million dollars for it": the act is the money and its use."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    for step in range(1, len(norms) - _NEAR):
        particle = " ".join(norms[step : step + 2]) in _FUNDING  # "set aside"
        last = step + 1 + particle
        if (particle or norms[step] in _FUNDING) and any(
            0 <= hit.start - tokens[last - 1].end <= _AMOUNT for hit in sentence.money
        ):
            yield made_trigger(step, last, "firm", "funded"), "funded"


def _goals(sentence: Sentence) -> Iterator[Cue]:
    """Yield each dated goal of "two targets: a station by 2035 and a landing in 2040"."""
    flow = sentence.flow
    start = next((i for i in range(len(flow.norms)) if flow.norms[i] in _GOALS), -1)
    if start < 0:
        return
    opens = next((i for i in range(start, len(flow.norms)) if flow.norms[i] in (":", ",")), -1)
    if opens < 0 or opens - start > _TOLD:
        return
    first = opens + 1
    for hit in sentence.dates:
        end = next((i for i, token in enumerate(flow.tokens) if token.start >= hit.end), -1)
        if hit.start < flow.tokens[opens].end or hit.preposition not in ("by", "in") or end < 0:
            continue
        if not 0 < end - first <= _SHORT_GOAL:
            return
        yield made_trigger(first, first, "intended", "goal"), "goal"
        first = end + sum(
            flow.norms[i] in (",", "and") for i in range(end, min(end + 2, len(flow.norms)))
        )


_GOALS = words("goals")
_TOLD = 12  # tokens between "targets" and the colon or comma after which they are told
_SHORT_GOAL = 14
