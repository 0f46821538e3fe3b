"""What the sentences after an undertaking say of it: "The launch is due in 2026", "It slipped".

Only a sentence that takes up what was told before ("it", "the launch", "both undertakings") counts,
and only for what its own sentence leaves open.
"""

import re

from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft
from ingest.extract.due import due_value, is_ahead
from ingest.extract.vocabulary import alternatives

_REACH = 2  # sentences after an undertaking that may take it up
_HEADS = "|".join(map(alternatives, ("departure_noun", "scheme_noun", "takes_up")))
_TAKES_UP = re.compile(
    r"(?:(?:but|however|so far|by now|until now|yet),? )?"
    r"(?:it|its|this|that|these|those|both|neither|nothing|none|they|"
    rf"(?:the |a first |first )?(?:{_HEADS}))\b"
)
_DELAYED = re.compile(
    rf"\b(?:{alternatives('delayed')}|"
    r"(?:not|nothing)(?: \w+){0,4} (?:moved|begun|started))\b"
)
_GIVEN_UP = re.compile(rf"\b(?:{alternatives('given_up')})\b")
_BECAME = (("delayed", _DELAYED), ("cancelled", _GIVEN_UP))
_OF_ALL = re.compile(r"(?:both|neither|nothing|none|these|those|they)\b")
_DEPARTS = re.compile(rf"\b(?:{alternatives('departing_word')})\b")
_DATES_IT = re.compile(
    r"\b(?:is to|are to|will|should|to take place|begins?|starts?|"
    rf"{alternatives('scheduled')})\b"
)


def read_on(reading: Reading, drafts: list[Draft]) -> None:
    """Give undertakings the status and the due date that the sentences after them tell."""
    last = {draft.sentence: draft for draft in drafts if not draft.features.get("loose")}
    for draft in drafts:
        for sentence in reading.sentences[draft.sentence + 1 : draft.sentence + 1 + _REACH]:
            told = " ".join(sentence.flow.norms)
            if not _TAKES_UP.match(told):
                break
            if last.get(draft.sentence, draft) is draft or _OF_ALL.match(told):
                _take_status(draft, told)
            if draft.due is None and draft.date_value is None and _is_dated_by(draft, told):
                draft.due = _date_of(sentence)
                draft.date_value = due_value(draft.due)


def _take_status(draft: Draft, told: str) -> None:
    if draft.status == "open" and draft.type != "considered":
        draft.status = next((status for status, found in _BECAME if found.search(told)), "open")


def _is_dated_by(draft: Draft, told: str) -> bool:
    """Tell whether the date of a launch is that of an act: the act launches something itself."""
    departs = _DEPARTS.search(told) and _DEPARTS.search(draft.title.lower())
    return bool(departs) and bool(_DATES_IT.search(told))


def _date_of(sentence: Sentence) -> DateHit | None:
    """Return the one date of a sentence that lies ahead; none where it names several."""
    hits = [hit for hit in sentence.dates if hit.value(True)]
    return hits[0] if len(hits) == 1 and is_ahead(sentence, hits[0]) else None
