"""Is outer space the subject of a meeting, or is the meeting the frame of what is told of space?

A presidents' summit that an article on a satellite reports as its frame has other subjects of
its own (codebook 1). A meeting of space agencies, one named for space and talks on space have
this one.
"""

import re

from ingest.extract import gate
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import expand
from ingest.extract.meeting_types import leads_state
from ingest.extract.parties import is_space_body
from ingest.extract.vocabulary import alternatives

_TOPIC = re.compile(rf"(?<!\balso )\b(?:{alternatives('meeting_topic')})(?= )")
_REACH = 7  # tokens after "discussed" in which its object names space


def is_about_space(reading: Reading, draft: Draft) -> bool:
    """Tell whether a meeting's own subject is space, by its name, parties, rank and topic."""
    if gate.names_space(draft.series or "") or any(map(is_space_body, draft.parties)):
        return True
    told = [reading.sentences[index] for index in draft.evidence]
    if any(map(_has_topic, told)):
        return True
    led = draft.type == "summit" or any(leads_state(reading, a) for a in expand(draft.people))
    near = [sentence.space >= gate.STRONG for sentence in told]
    if draft.type in ("summit", "visit"):
        return any(near) and not led
    return near[0] or not led


def _has_topic(sentence: Sentence) -> bool:
    """Tell whether a sentence says what was talked of, and that it was space."""
    norms = sentence.flow.norms
    said = " ".join(norms)
    after = [said.count(" ", 0, topic.end()) + 1 for topic in _TOPIC.finditer(said)]
    return any(_begins_with_space(sentence, first) for first in after)


def _begins_with_space(sentence: Sentence, first: int) -> bool:
    object_ = sentence.flow.norms[first : first + _REACH]
    length = object_.index(",") if "," in object_ else len(object_)
    return gate.holds_space(sentence.flow, first, first + length)
