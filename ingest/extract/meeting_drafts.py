"""Start a meeting: its status, date and place."""

from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import (
    Modality,
    expand,
)
from ingest.extract.meeting_dates import meeting_date
from ingest.extract.places import ONLINE, goal_of, held_at, is_online, place_of


def meeting_status(how: Modality) -> str | None:
    """Return the status of a meeting whose verb has this modality; None for no meeting."""
    if how in ("done", "ongoing"):
        return "held"
    if how == "planned":
        return "planned"
    if how in ("wished", "considered"):
        return "proposed"
    return "cancelled" if how == "denied" else None


def people_of(actors: list[Actor]) -> list[Actor]:
    """Return the people among actors, references expanded."""
    return [a for a in expand(actors) if a.person]


def start_meeting(
    reading: Reading, sentence: Sentence, kind: str, status: str, anchor: int
) -> Draft:
    """Return a meeting told at token `anchor`, with its date and place."""
    planned = status in ("planned", "proposed", "cancelled")  # what is called off was planned
    draft = Draft("meeting", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date, draft.date_value = meeting_date(reading, sentence, anchor, planned)
    if is_online(sentence):
        draft.place = ONLINE
    else:
        draft.place = (
            place_of(reading, sentence, anchor)
            or goal_of(reading, sentence, anchor)
            or held_at(reading, sentence, anchor)
        )
    return draft
