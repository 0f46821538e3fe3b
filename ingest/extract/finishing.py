"""After merging: what the facts of one article tell of each other, in the order that needs it."""

from ingest.extract.context import Reading
from ingest.extract.drafts import Draft
from ingest.extract.linking import link
from ingest.extract.outcomes import take_effect
from ingest.extract.people import complete_people
from ingest.extract.roles import assign_roles
from ingest.extract.subjects import is_about_space
from ingest.extract.venues import complete_places


def finish(reading: Reading, facts: list[Draft]) -> None:
    """Complete dates, places, people and roles of an article's facts, and say what is on space.

    Places come after dates: what was signed on the day of a meeting was signed where it was held.
    """
    link(reading, facts)
    take_effect(reading, facts)
    complete_places(reading, facts)
    complete_people(reading, facts)
    assign_roles(reading, facts)
    for fact in facts:
        if fact.kind == "meeting":
            fact.space = is_about_space(reading, fact)
        elif fact.kind == "agreement" and fact.status in _UNDATED:
            fact.date, fact.date_value = None, None


_UNDATED = frozenset({"negotiating", "proposed"})  # a day told there is that of talks or of words
