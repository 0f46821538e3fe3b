"""Start an agreement: its status from a verb and modality, its date, place and amount."""

from ingest.extract.binding import bind_date, bind_place, bind_until
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import Modality

_STATUS: dict[tuple[str, Modality], str] = {}


_DONE = ("done", "ongoing")


def status_of(value: str, how: Modality) -> str | None:
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


def start_agreement(
    reading: Reading,
    sentence: Sentence,
    kind: str,
    status: str,
    anchor: int,
) -> Draft:
    """Return an agreement told at token `anchor`, with date, place, amount and people."""
    planned = status in ("planned", "proposed", "negotiating")
    draft = Draft("agreement", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date = bind_date(sentence, anchor, planned)
    draft.date_value = draft.date.value(planned) if draft.date else None
    draft.place = bind_place(reading, sentence, anchor)
    draft.until = bind_until(sentence, anchor)
    if len(sentence.money) > 0:
        draft.amount = sentence.money[0].amount
    draft.people = [a for a in sentence.actors if a.person and a.why_not in ("", "speaker")]
    return draft
