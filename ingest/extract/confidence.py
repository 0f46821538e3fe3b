"""How sure a candidate is: from the features of its finding to a probability."""

from ingest.extract.context import Reading
from ingest.extract.drafts import Draft


def score(reading: Reading, draft: Draft) -> None:
    """Set `features["confidence"]` of a draft."""
    del reading
    draft.features["confidence"] = 0.5
