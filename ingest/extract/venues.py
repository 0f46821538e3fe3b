"""After merging: where agreements were signed, as the meeting or visit around them tells.

What was signed on the day of two sides' talks was signed where they met; what was signed
"during his visit to Oman", in Oman.
"""

from ingest.extract.context import Reading
from ingest.extract.dates import is_full_day
from ingest.extract.drafts import Draft
from ingest.extract.lexicon import is_land
from ingest.extract.linking import lender
from ingest.extract.places import of_visit

_SIGNED = ("signed", "extended", "in_force")


def complete_places(reading: Reading, facts: list[Draft]) -> None:
    """Fill the places of agreements that are signed, and put cities for whole states."""
    meetings = [f for f in facts if f.kind == "meeting" and f.status == "held" and f.place]
    for fact in facts:
        signed = fact.kind == "agreement" and fact.status in _SIGNED
        if signed and (not fact.place or is_land(fact.place)):
            there = _of_meeting(fact, meetings) or fact.place or of_visit(reading, fact)
            fact.place = there or _of_occasion(reading, fact, meetings)


def _of_meeting(fact: Draft, meetings: list[Draft]) -> str | None:
    """Return where both sides met on the day of the signing."""
    if not is_full_day(fact.date_value):
        return None
    same = [m for m in meetings if m.date_value == fact.date_value and m.shares_sides(fact)]
    cities = [m.place for m in same if m.place and not is_land(m.place)]
    return next(iter(cities), same[0].place if same and not fact.place else None)


def _of_occasion(reading: Reading, fact: Draft, meetings: list[Draft]) -> str | None:
    """Return where the meeting was at which something is said to have been signed."""
    meeting = lender(reading, fact, [m for m in meetings if _is_then(fact, m)])
    return meeting.place if meeting else None


def _is_then(fact: Draft, meeting: Draft) -> bool:
    """Tell whether a meeting may have the date of an agreement, or is told in the same breath."""
    one, two = fact.date_value or "", meeting.date_value or ""
    if not one or not two:
        return not set(fact.evidence).isdisjoint(meeting.evidence)
    return one.startswith(two) or two.startswith(one)
