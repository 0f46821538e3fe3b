"""How sure a candidate is: from the features of its finding to a probability.

A logistic model whose weights stand in `seeds/extract_confidence.csv`, fitted on annotated
articles; a fact whose probability is below its kind's floor is not reported.
"""

import math
from functools import cache

from ingest.extract.drafts import Draft
from ingest.project import read_seed

BIAS, FLOOR = "bias", "floor"
_COUNTS = ("merged",)


@cache
def _weights() -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = {}
    for row in read_seed("extract_confidence"):
        weights.setdefault(row["kind"], {})[row["feature"]] = float(row["weight"])
    return weights


def score(draft: Draft) -> None:
    """Set `features["confidence"]` of a draft: the probability that the fact is right."""
    weights = _weights().get(draft.kind)
    if weights is None:
        draft.features["confidence"] = 0.5
        return
    total = weights.get(BIAS, 0.0)
    for name, weight in weights.items():
        value = draft.features.get(name, 0.0)
        total += weight * (min(value, 1.0) if name in _COUNTS else value)
    draft.features["confidence"] = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def is_sure_enough(draft: Draft) -> bool:
    """Tell whether a fact is worth reporting: its probability reaches its kind's floor."""
    floor = _weights().get(draft.kind, {}).get(FLOOR, 0.0)
    return draft.features["confidence"] >= floor
