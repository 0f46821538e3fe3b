"""Start an agreement: its status from a verb and modality, its date, place and amount."""

from ingest.extract.binding import bind_date, bind_place, bind_until
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft
from ingest.extract.grammar import Modality

_STATUS: dict[tuple[str, Modality], str] = {}


_DONE = ("done", "ongoing")
_FRONTING = ("on", "in")
_HEADING = 14  # tokens of a heading that runs into its sentence: "Space: On 5 May, ..."
_OPENING = 4  # characters before a date that opens its sentence: "On ", "In "


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


def _date(
    reading: Reading, sentence: Sentence, anchor: int, planned: bool
) -> tuple[DateHit | None, str | None]:
    """Return the date of an agreement, and its EDTF; what is signed has no date to come."""
    hit = bind_date(sentence, anchor, planned) or _fronted_date(sentence)
    if hit is None and planned:
        hit = bind_date(sentence, anchor, planned, deadline=True)
    value = hit.value(planned) if hit else None
    if value and not planned and _is_to_come(reading, value):
        return None, None
    return hit, value


def _fronted_date(sentence: Sentence) -> DateHit | None:
    """Return the date that opens a sentence: "On 5 May, while B was in town, A signed ..."."""
    norms = sentence.flow.norms
    colon = norms.index(":") + 1 if ":" in norms[:_HEADING] else 0
    if not sentence.dates or colon >= len(norms) or norms[colon] not in _FRONTING:
        return None
    first = sentence.dates[0]
    opens = 0 <= first.start - sentence.offset(colon) <= _OPENING
    return first if opens and first.preposition in ("on", "in") else None


def _is_to_come(reading: Reading, value: str) -> bool:
    """Tell whether an EDTF date lies after the day the article counts from."""
    day = reading.calendar.day
    plain = value.rstrip("~")
    if day is None or "/" in plain or "X" in plain:
        return False
    return plain > day.isoformat()[: len(plain)]


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
    draft.date, draft.date_value = _date(reading, sentence, anchor, planned)
    draft.place = bind_place(reading, sentence, anchor)
    draft.until = bind_until(sentence, anchor)
    if len(sentence.money) > 0:
        draft.amount = sentence.money[0].amount
    draft.people = [a for a in sentence.actors if a.person and a.why_not in ("", "speaker")]
    return draft
