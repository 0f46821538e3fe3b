"""Start a meeting: its status, the type that the offices of its people make it, date and place."""

import re

from ingest.extract.actors import Actor
from ingest.extract.binding import bind_date, bind_place
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import (
    Modality,
    expand,
)
from ingest.extract.lexicon import office_type

_HEADS = frozenset({"head_of_state", "head_of_government"})


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


def _office_types(actors: list[Actor]) -> dict[str, set[str]]:
    types: dict[str, set[str]] = {}
    for actor in actors:
        if actor.office and actor.code:
            types.setdefault(actor.code, set()).add(office_type(actor.office))
    return types


def refine_type(kind: str, actors: list[Actor]) -> str:
    """Turn talks or a visit between heads of state into a summit, of ministers a ministerial."""
    if kind not in ("talks", "visit"):
        return kind
    offices = _office_types(expand(actors))
    heads = [code for code, types in offices.items() if types & _HEADS]
    if len(heads) >= 2:
        return "summit"
    ministers = [code for code, types in offices.items() if "minister" in types]
    return "ministerial" if kind == "talks" and len(ministers) >= 2 else kind


def start_meeting(
    reading: Reading, sentence: Sentence, kind: str, status: str, anchor: int
) -> Draft:
    """Return a meeting told at token `anchor`, with its date and place."""
    planned = status in ("planned", "proposed")
    draft = Draft("meeting", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date = bind_date(sentence, anchor, planned)
    draft.date_value = draft.date.value(planned) if draft.date else None
    draft.place = bind_place(reading, sentence, anchor)
    if re.search(
        r"\b(?:video ?conference|virtual|virtually|online|via video|by video|videoconference)",
        " ".join(sentence.flow.norms),
    ):
        draft.place = "online"
    return draft
