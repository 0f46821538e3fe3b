"""After merging: facts of one article lend each other dates and places.

A joint statement has the date and city of the summit it was issued at; an agreement signed during
a meeting has the meeting's date; a readout that says "today" dates the meeting in its title.
"""

import re

from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.places import ONLINE, is_online, place_of
from ingest.extract.vocabulary import alternatives

_TITLE = re.compile(
    r"^(?:remarks|readout|statement|joint statement|fact sheet)\b.*"
    rf"\b(?:{alternatives('readout_title')})\b",
    re.IGNORECASE,
)
_AT_MEETING = re.compile(
    r"\b(?:during|at|within|on the sidelines of|on the margins of|in the course of|"
    r"on the occasion of|as part of)\b.{0,60}?"
    rf"\b({alternatives('event_lending_date')})\b",
    re.IGNORECASE,
)
_SIGNED_AT = re.compile(
    rf"\b(?:{alternatives('signed_by_hand')})\b.{{0,240}}?"
    r"\b(?:during|after|following|at|on the sidelines of|on the margins of) (?:the|their|a|an)\b"
    rf".{{0,40}}?\b(?:{alternatives('event_lending_date')})\b",
    re.IGNORECASE,
)
_WITNESS = "witness"
_WITNESSED = re.compile(rf"\b(?:{alternatives('witnessing')})\b", re.IGNORECASE)
_TYPES = {
    "summit": ("summit",),
    "visit": ("visit", "summit"),
    "trip": ("visit", "summit"),
    "forum": ("conference",),
    "conference": ("conference",),
    "congress": ("conference",),
    _WITNESS: ("summit", "visit", "ministerial", "talks"),
    "dialogue": ("dialogue",),
}
_FIRST = 15


def link(reading: Reading, facts: list[Draft]) -> None:
    """Fill dates and places of facts from the meetings of the same article."""
    _date_title_meeting(reading, facts)
    for fact in facts:
        _complete_by_ceremony(reading, fact)
    meetings = [f for f in facts if f.kind == "meeting" and f.status == "held" and f.date_value]
    for fact in _signed_undated(facts):
        _inherit(reading, fact, meetings)
    for fact in _signed_undated(facts):
        _sign_beside(reading, fact, facts)
    _date_by_signing(reading, facts)


def _signed_undated(facts: list[Draft]) -> list[Draft]:
    signed = (f for f in facts if f.kind == "agreement" and f.status == "signed")
    return [fact for fact in signed if not fact.date_value]


_ALSO = re.compile(rf"\b(?:{alternatives('on_top_of_it')})\b", re.IGNORECASE)
_BESIDE = 3  # sentences before an agreement in which stands what it was signed along with


def _sign_beside(reading: Reading, fact: Draft, facts: list[Draft]) -> None:
    """Date and place what "the two sides also signed" by what they signed the sentence before."""
    if not fact.features.get("verb_strong"):
        return
    if _ALSO.search(reading.quote(reading.sentences[fact.sentence])) is None:
        return
    earlier = [
        other
        for other in facts
        if other.kind == "agreement"
        and other.status == "signed"
        and other.date_value
        and 0 < fact.sentence - _last_told(other, fact.sentence) <= _BESIDE
        and len(other.codes() & fact.codes()) >= 2
    ]
    if earlier:
        nearest = max(earlier, key=lambda other: other.sentence)
        fact.date, fact.date_value = nearest.date, nearest.date_value
        fact.place = fact.place or nearest.place


def _last_told(fact: Draft, before: int) -> int:
    """Return the last sentence before another in which a fact is told."""
    return max((index for index in fact.evidence if index < before), default=fact.sentence)


_CEREMONY = re.compile(r"\b(?:ceremony|signing|signature)\b", re.IGNORECASE)
_NEAR = 3  # sentences after an agreement that may tell of its ceremony
_SUBJECT = 5  # tokens at the start of a sentence in which its subject stands


def _complete_by_ceremony(reading: Reading, fact: Draft) -> None:
    """Date and place an agreement by the ceremony told next: "The signing was in Oslo on ..."."""
    if fact.kind != "agreement" or fact.status not in ("signed", "planned"):
        return
    for sentence in reading.sentences[fact.sentence + 1 : fact.sentence + 1 + _NEAR]:
        if fact.date_value and fact.place:
            return
        if _CEREMONY.search(reading.quote(sentence)):
            _complete(reading, fact, sentence)


def _complete(reading: Reading, fact: Draft, ceremony: Sentence) -> None:
    known = (fact.date_value, fact.place)
    if not fact.date_value:
        hit = next((hit for hit in ceremony.dates if hit.preposition in ("on", "in")), None)
        day = hit.value(fact.status == "planned") if hit else None
        if day:
            fact.date, fact.date_value = hit, day
    if not fact.place:
        online = ONLINE if is_online(ceremony) else None
        fact.place = _place_of_ceremony(reading, ceremony) or online
    if (fact.date_value, fact.place) != known:
        fact.add_evidence(ceremony.index)


def _place_of_ceremony(reading: Reading, ceremony: Sentence) -> str | None:
    """Return where a ceremony was that is the subject of its sentence."""
    norms = ceremony.flow.norms
    noun = next((at for at, norm in enumerate(norms[:_SUBJECT]) if _CEREMONY.fullmatch(norm)), None)
    return None if noun is None else place_of(reading, ceremony, noun)


def _inherit(reading: Reading, fact: Draft, meetings: list[Draft]) -> None:
    meeting = lender(reading, fact, meetings)
    if meeting is not None:
        fact.date, fact.date_value = meeting.date, meeting.date_value
        fact.place = fact.place or meeting.place


def lender(reading: Reading, fact: Draft, meetings: list[Draft]) -> Draft | None:
    """Return the meeting at which an agreement is said to have been signed, the nearest of several.

    A joint statement is that of the summit of its parties.
    """
    nouns = _meeting_nouns(reading, fact)
    fitting = [m for m in meetings if _lends(fact, m, nouns)]
    return min(fitting, key=lambda m: min(abs(i - fact.sentence) for i in m.evidence), default=None)


def _date_by_signing(reading: Reading, facts: list[Draft]) -> None:
    """Give a meeting "during" or "after" which something was signed the day of the signing."""
    signed = [f for f in facts if f.kind == "agreement" and f.status == "signed" and f.date_value]
    for meeting in facts:
        if meeting.kind != "meeting" or meeting.status != "held" or meeting.date_value:
            continue
        told = [f for f in signed if f.sentence in meeting.evidence[:1] or _shares(f, meeting)]
        during = _SIGNED_AT.search(reading.quote(reading.sentences[meeting.sentence]))
        if during and len({f.date_value for f in told}) == 1:
            meeting.date, meeting.date_value = told[0].date, told[0].date_value


def _shares(fact: Draft, meeting: Draft) -> bool:
    return meeting.sentence in fact.evidence and bool(fact.codes() & meeting.codes())


def _meeting_nouns(reading: Reading, fact: Draft) -> set[str]:
    """Return the meetings during which the fact is said to have happened."""
    found: set[str] = set()
    for index in fact.evidence[:2]:
        quote = reading.quote(reading.sentences[index])
        found |= {m.group(1).lower() for m in _AT_MEETING.finditer(quote)}
        if _WITNESSED.search(quote):
            found.add(_WITNESS)
    return found


def _lends(fact: Draft, meeting: Draft, nouns: set[str]) -> bool:
    common = len(fact.codes() & meeting.codes())
    if fact.type == "joint_statement" and common >= 2:
        return meeting.type == "summit" or bool(set(fact.evidence) & set(meeting.evidence))
    for noun in nouns:
        types = _TYPES.get(noun)
        near = min(abs(i - fact.sentence) for i in meeting.evidence) <= 2
        if types is None and near and common >= 2:
            return True
        if (
            types is not None
            and meeting.type in types
            and common >= (1 if meeting.type == "conference" else 2)
        ):
            return True
    return False


def _date_title_meeting(reading: Reading, facts: list[Draft]) -> None:
    """Date the meeting of a readout's title by the first "today" of its text."""
    if not _TITLE.match(reading.title.strip()):
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
            or (fresh[0].date is not None and fresh[0].date.basis != "stated")
        )
    ):
        fresh[0].date, fresh[0].date_value, fresh[0].status = today[0], today[0].past, "held"
