"""What the rest of a sentence makes of a plan: nothing, the deed, or a commentator's guess.

"NASA and Roscosmos were to meet, but the talks were cancelled" tells of a cancelled meeting; an
agreement that was to be signed and never was is not coded, nor is what an expert thinks others
might do (codebook 1 and 7).
"""

import re

from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.vocabulary import alternatives, words

_AHEAD = frozenset({"planned", "proposed"})
_CAME_TO_NOTHING = re.compile(
    rf"\b(?:{alternatives('turning_word')})\b[^;]*"
    rf"(?<!\bnot )\b(?:{alternatives('called_off')}|{alternatives('given_up')}|"
    rf"{alternatives('coming_to_nothing')})\b"
)
_COMMENTATORS = words("commentator")
_OPINION = re.compile(rf"(?: \w+){{0,3}} (?:{alternatives('opinion_verb')})\b")
_GUESS = re.compile(rf"\b(?:{alternatives('guessing_word')})\b")
DONE_AFTER_ALL = r", which (?:we|it|they|he|she) (?:\w+ly )?(?:did|have done|has done)\b(?! not\b)"
_CAME_TRUE = re.compile(DONE_AFTER_ALL)


_TOOK_EFFECT = re.compile(
    rf"(?<!\bnot )(?<!\byet )\b(?:{alternatives('took_effect')})\b(?! (?:once|when|after|upon)\b)"
)
_NEVER = re.compile(r"\b(?:before|until|unless|if|once|when)\b")


def take_effect(reading: Reading, facts: list[Draft]) -> None:
    """Hold agreements to be in force whose own text says that they took effect (codebook 3)."""
    for fact in facts:
        if fact.kind != "agreement" or fact.status != "signed":
            continue
        told = [reading.sentences[index] for index in fact.evidence]
        after = reading.sentences[max(fact.evidence) + 1 : max(fact.evidence) + 2]
        taken_up = [each for each in after if each.flow.norms[:1] == ["it"]]
        effective = [each.index for each in (*told, *taken_up) if _says_in_force(each)]
        if effective:
            fact.status = "in_force"
            fact.add_evidence(*effective)


def _says_in_force(sentence: Sentence) -> bool:
    told = " ".join(sentence.flow.norms)
    effect = _TOOK_EFFECT.search(told)
    return effect is not None and _NEVER.search(told, 0, effect.start()) is None


def come_about(sentence: Sentence, draft: Draft) -> bool:
    """Tell whether a deed is still one by its whole sentence; a meeting called off is cancelled.

    "The US would join the observatory, which we did in June" has joined it, in June.
    """
    if draft.status not in _AHEAD:
        return True
    if draft.kind == "agreement" and _came_true(sentence, draft):
        return True
    if _is_guess(sentence, draft.anchor):
        return False
    if not _CAME_TO_NOTHING.search(" ".join(sentence.flow.norms[draft.anchor :])):
        return True
    if draft.kind == "meeting":
        draft.status = "cancelled"
    return draft.kind == "meeting"


def _came_true(sentence: Sentence, draft: Draft) -> bool:
    """Set status and date of an agreement that a relative clause says was concluded after all."""
    start, text = sentence.offset(draft.anchor), sentence.reading.folded
    told = _CAME_TRUE.search(text, start, sentence.span.end)
    if told is None:
        return False
    draft.status = "signed"
    draft.date = next((hit for hit in sentence.dates if hit.start >= told.end()), None)
    draft.date_value = draft.date.past if draft.date else None
    return True


def _is_guess(sentence: Sentence, anchor: int) -> bool:
    """Tell of "an analyst said that India would probably join"."""
    norms = sentence.flow.norms
    for step in range(anchor):
        if norms[step] in _COMMENTATORS:
            said = _OPINION.match(" " + " ".join(norms[step + 1 : anchor]))
            return bool(said and _GUESS.search(" ".join(norms[step:anchor])))
    return False
