"""Does a candidate fact belong to space cooperation, given its sentence and its article?"""

from ingest.extract import gate
from ingest.extract.context import Reading
from ingest.extract.drafts import Draft


def keep(reading: Reading, draft: Draft) -> bool:
    """Set the `space` flag of a draft; return whether it is coded at all."""
    sentence = reading.sentences[draft.sentence]
    own = sentence.space >= gate.STRONG
    weak = sentence.space >= 1
    near = _near(reading, draft.sentence)
    focus = reading.focus
    draft.features["space_own"] = float(own)
    draft.features["space_near"] = float(near)
    draft.features["focus"] = focus
    draft.space = own or weak or near or focus >= 0.5
    if own:
        return True
    if draft.kind == "commitment":
        return (weak and near) or (near and focus >= 0.3) or focus >= 0.6
    if draft.kind == "meeting":
        draft.space = own or near or focus >= 0.4
        return near or weak or focus >= 0.2 or draft.sentence <= 3
    return near or weak or focus >= 0.25


def _near(reading: Reading, index: int) -> bool:
    around = reading.sentences[max(0, index - 2) : index + 3]
    return any(sentence.space >= gate.STRONG for sentence in around)
