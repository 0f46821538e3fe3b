"""Meetings of a sentence: verbs of meeting, and nouns (summit, talks, visit) that take place."""

from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.meeting_nouns import told_by_nouns
from ingest.extract.meeting_verbs import told_by_verbs


def find_meetings(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the meetings that `sentence` states, at most one per trigger."""
    drafts = [*told_by_nouns(reading, sentence), *told_by_verbs(reading, sentence)]
    return _one_each(drafts)


def _one_each(drafts: list[Draft]) -> list[Draft]:
    """Keep one meeting for the same parties and date in a sentence; nouns name the type."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        twin.date = twin.date or draft.date
        twin.date_value = twin.date_value or draft.date_value
        twin.place = twin.place or draft.place
        twin.people = twin.people or draft.people
        twin.series, twin.ordinal = twin.series or draft.series, twin.ordinal or draft.ordinal
        twin.bare = twin.bare and draft.bare
        if twin.features.get("noun_setting") or _names_kind(twin, draft):
            twin.type = draft.type
        if len(draft.codes()) > len(twin.codes()):
            twin.parties = draft.parties
        twin.features["two_triggers"] = 1.0
    return kept


def _names_kind(twin: Draft, draft: Draft) -> bool:
    """Tell whether the second draft says more of what the talks were; a visit frames them."""
    return twin.type == "talks" and draft.type not in ("talks", "visit")


def _same(one: Draft, two: Draft) -> bool:
    if one.anchor == two.anchor and one.features.get("verb_meet") and two.features.get("verb_meet"):
        return False  # the stops of one journey
    if one.status != two.status and ({one.status, two.status} != {"planned", "proposed"}):
        return False
    if one.date_value and two.date_value and one.date_value != two.date_value:
        return False
    if one.ordinal and two.ordinal and one.ordinal != two.ordinal:
        return False
    if one.type != two.type and "conference" in (one.type, two.type):
        return False
    return bool(one.keys() & two.keys()) or not one.keys() or not two.keys()
