"""Start a meeting: its status, date and place."""

import re

from ingest.extract.actors import Actor
from ingest.extract.binding import bind_place
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import (
    Modality,
    expand,
)
from ingest.extract.meeting_dates import meeting_date
from ingest.extract.vocabulary import alternatives

_EVENT_NAME = re.compile(rf"\b(?:{alternatives('word_of_event_name')})\b")
_ONLINE = re.compile(rf"\b(?:{alternatives('held_online')})")


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
    planned = status in ("planned", "proposed")
    draft = Draft("meeting", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date, draft.date_value = meeting_date(reading, sentence, anchor, planned)
    place = bind_place(reading, sentence, anchor)
    draft.place = None if place and _EVENT_NAME.search(place) else place
    if _ONLINE.search(" ".join(sentence.flow.norms)):
        draft.place = "online"
    return draft
