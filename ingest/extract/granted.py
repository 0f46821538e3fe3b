"""What one side of an agreement lets the other have: "the accord gives Kenya access to data".

The undertaking is that of the side which has it; who may use it is the beneficiary (codebook 5).
"""

import re
from collections.abc import Iterator

from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import all_actors, codes, expand, words_between
from ingest.extract.plans import made_trigger
from ingest.extract.undertakings import make_undertaking
from ingest.extract.vocabulary import alternatives

_SUBJECT = 8  # tokens before who receives it in which the agreement and its verb stand
_NEAR = 9  # tokens from who receives it to "access"
_SHORTEST = 2  # tokens of "access to ..."
_GROUND = re.compile(rf"\b(?:{alternatives('agreement_noun')})\b")
_GRANTED = re.compile(
    rf"\b(?:{alternatives('agreement_noun')}|which|it|this)(?: \( \w+ \))?"
    rf"(?: (?:will|would|also|further|itself))* "
    rf"(?:{alternatives('letting_verb')}|{alternatives('access_given')})(?: [\w'-]+){{1,8}}$|"
    r"\b(?:will|would|is to|are to|was to|were to|can)(?: also)? "
    rf"(?:{alternatives('access_got')})(?: \w+){{0,3}}$"
)


def from_granted_access(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "the deal allows Kenya access to data": the other side undertakes to give it."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - _SHORTEST):
        if norms[step] != "access" or not _GROUND.search(words_between(sentence, 0, step)):
            continue
        told = _receiver(sentence, step)
        giver = _giver(reading, sentence, told[0]) if told else None
        if told is None or giver is None:
            continue
        receiver, after = told
        word = made_trigger(after, step, "firm", "will")
        draft = make_undertaking(sentence, word, ([giver], "enabled"), (step, _end(norms, step)))
        draft.beneficiary = receiver
        draft.title = f"give {receiver.name} {draft.title}"
        draft.features["grants"] = 1.0
        yield draft
        return


def _receiver(sentence: Sentence, step: int) -> tuple[Actor, int] | None:
    """Return who gets access, a party before it beside a verb of letting or of getting.

    With it comes the token after its name.
    """
    before = [
        a
        for a in all_actors(sentence)
        if a.last <= step and step - a.last <= _NEAR and (a.code or a.kind == "group")
    ]
    for actor in reversed(before):
        if _GRANTED.search(words_between(sentence, actor.first - _SUBJECT, step)):
            party = clean_parties([actor])
            return (party[0], actor.last) if len(party) == 1 and party[0].code else None
    return None


def _giver(reading: Reading, sentence: Sentence, receiver: Actor) -> Actor | None:
    """Return the one other side of the agreement the text is about."""
    for sides in (reading.main[:2], expand(list(reading.pairs[sentence.index]))):
        others = [a for a in sides if a.code and a.code != receiver.code]
        if receiver.code in codes(sides) and len(codes(others)) == 1:
            return others[0]
    return None


def _end(norms: list[str], step: int) -> int:
    ends = [i for i in range(step, len(norms)) if norms[i] in (".", ";")]
    return ends[0] if ends else len(norms)
