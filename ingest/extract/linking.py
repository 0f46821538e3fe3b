"""After merging: facts of one article lend each other dates and places.

A joint statement has the date and city of the summit it was issued at; an agreement signed during
a meeting has the meeting's date; a readout that says "today" dates the meeting in its title.
"""

import re

from ingest.extract.context import Reading
from ingest.extract.drafts import Draft

_TITLE = re.compile(
    r"^(?:remarks|readout|statement|joint statement|fact sheet)\b.*\b(?:meeting|call|visit|with|summit|engagement)\b",
    re.I,
)
_AT_MEETING = re.compile(
    r"\b(?:during|at|after|following|on the sidelines of|in the course of)\b.{0,60}\b(?:summit|meeting|talks|visit|forum|conference|ceremony|dialogue|congress|session)\b",
    re.I,
)
_FIRST = 15


def link(reading: Reading, facts: list[Draft]) -> None:
    """Fill dates and places of facts from the meetings of the same article."""
    _date_title_meeting(reading, facts)
    meetings = [f for f in facts if f.kind == "meeting" and f.status == "held" and f.date_value]
    for fact in facts:
        if fact.kind == "agreement" and not fact.date_value and fact.status == "signed":
            _inherit(reading, fact, meetings)


def _inherit(reading: Reading, fact: Draft, meetings: list[Draft]) -> None:
    for meeting in meetings:
        shared = set(fact.evidence) & set(meeting.evidence)
        told = any(_AT_MEETING.search(reading.quote(reading.sentences[i])) for i in shared)
        stated = fact.type == "joint_statement" and (shared or meeting.type == "summit")
        if len(fact.codes() & meeting.codes()) >= 2 and (told or stated):
            fact.date, fact.date_value = meeting.date, meeting.date_value
            fact.place = fact.place or meeting.place
            return


def _date_title_meeting(reading: Reading, facts: list[Draft]) -> None:
    """Date the meeting of a readout's title by the first "today" of its text."""
    title = reading.article.title.value if reading.article.title else ""
    if not _TITLE.match(title.strip()):
        return
    today = [
        hit
        for s in reading.sentences[:_FIRST]
        for hit in s.dates
        if hit.text.lower().endswith("today") and hit.past
    ]
    fresh = [
        f
        for f in facts
        if f.kind == "meeting" and f.status in ("held", "planned") and f.sentence == 0
    ]
    if (
        today
        and fresh
        and (
            fresh[0].date_value is None
            or fresh[0].date is not None
            and fresh[0].date.basis != "stated"
        )
    ):
        fresh[0].date, fresh[0].date_value, fresh[0].status = today[0], today[0].past, "held"
