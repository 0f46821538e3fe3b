"""How sure a candidate is: from its features and words to a probability.

A logistic model whose weights stand in `seeds/extract_confidence.csv`, for two features at once in
`seeds/extract_feature_pairs.csv` and for single words in `seeds/extract_word_weights.csv`, fitted
on annotated articles (`ingest.evaluate.fit`). A candidate below its kind's floor is dropped before
merging; a merged fact is as sure as its surest mention,
corrected by what its being told more than once was worth.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from ingest.extract.drafts import Draft
from ingest.project import read_seed

BIAS, FLOOR = "bias", "floor"
SETTLE_BIAS, SETTLE_SLOPE, SETTLE_MERGED = "settle_bias", "settle_slope", "settle_merged"
_LIMIT = 30.0  # beyond, a probability is 0 or 1 to the last digit
_HALF = 0.5  # of a kind that no weight is known of, and of what only refers to another fact


@cache
def _weights() -> dict[str, dict[str, float]]:
    return weights_by_kind("extract_confidence", "feature")


@cache
def _words() -> dict[str, dict[str, float]]:
    return weights_by_kind("extract_word_weights", "cue")


def weights_by_kind(seed: str, column: str) -> dict[str, dict[str, float]]:
    """Return by kind of fact the weights of `seed`, each under its name in `column`."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_seed(seed):
        weights[row["kind"]][row[column]] = float(row["weight"])
    return weights


@cache
def _pairs() -> dict[str, dict[str, dict[str, float]]]:
    """Return by kind and feature what those that follow it in the alphabet add beside it."""
    weights: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for row in read_seed("extract_feature_pairs"):
        weights[row["kind"]][row["feature"]][row["beside"]] = float(row["weight"])
    return weights


def logistic(total: float) -> float:
    """Return the probability of log-odds `total`."""
    return 1 / (1 + math.exp(-max(-_LIMIT, min(_LIMIT, total))))


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, which is kept away from 0 and 1."""
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(kept / (1 - kept))


def score(draft: Draft) -> None:
    """Set `features["confidence"]` of a draft: the probability that it tells a fact."""
    weights = _weights().get(draft.kind)
    if weights is None or draft.bare:
        draft.features["confidence"] = _HALF
        return
    words = _words().get(draft.kind, {})
    total = weights.get(BIAS, 0.0)
    total += sum(weights.get(name, 0.0) * value for name, value in draft.features.items())
    # Cues are a set, whose order changes from run to run; an exact sum does not.
    total += math.fsum(words[cue] for cue in draft.cues if cue in words)
    total += _together(draft.features, _pairs().get(draft.kind, {}))
    draft.features["confidence"] = logistic(total)


def _together(features: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]) -> float:
    """Return what pairs of features add that a candidate has both of."""
    values = {name: value for name, value in features.items() if value}
    total = 0.0
    for name in sorted(values.keys() & weights.keys()):
        partners = weights[name]
        for other in sorted(values.keys() & partners.keys()):
            total += partners[other] * values[name] * values[other]
    return total


def is_sure_enough(draft: Draft) -> bool:
    """Tell whether a candidate is worth keeping: its probability reaches its kind's floor."""
    floor = _weights().get(draft.kind, {}).get(FLOOR, 0.0)
    return draft.features["confidence"] >= floor


def settle(fact: Draft, weights: Mapping[str, float] | None = None) -> None:
    """Set the confidence of a merged fact from that of its surest mention.

    `weights` are those of its kind; the ones of the seed when None.
    """
    weights = _weights().get(fact.kind, {}) if weights is None else weights
    total = weights.get(SETTLE_SLOPE, 1.0) * log_odds(fact.features["confidence"])
    total += weights.get(SETTLE_BIAS, 0.0)
    total += weights.get(SETTLE_MERGED, 0.0) * float(bool(fact.features.get("merged")))
    fact.features["confidence"] = logistic(total)
