"""How sure a candidate is: from its features and words to a probability.

A logistic model whose weights stand in `seeds/extract_confidence.csv`, for two features at once in
`seeds/extract_feature_pairs.csv` and for single words in `seeds/extract_word_weights.csv`, fitted
on annotated articles (`ingest.evaluate.fit`). A candidate below its kind's floor is dropped before
merging. How sure a merged fact is follows from its surest mention and from what the whole article
tells of it, by a second, small sum (`settle_*`) with a floor of its own.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from ingest.extract.drafts import Draft
from ingest.project import read_seed

BIAS, FLOOR = "bias", "floor"
SETTLED = "settle_"  # before the names of weights that count for a merged fact
KindWeights = Mapping[str, Mapping[str, float]]
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


def settle(facts: Sequence[Draft], weights: KindWeights | None = None) -> list[Draft]:
    """Set the confidence of the merged facts of an article; return those that are sure enough.

    `weights` by kind of fact are those of the seed when None.
    """
    known = _weights() if weights is None else weights
    count = company(facts)
    kept = []
    for fact in facts:
        own = known.get(fact.kind, {})
        signs = settling_signs(fact, count[fact.kind])
        total = sum(own.get(SETTLED + name, 0.0) * value for name, value in signs.items())
        fact.features["confidence"] = logistic(total + own.get(SETTLED + BIAS, 0.0))
        if fact.features["confidence"] >= own.get(SETTLED + FLOOR, 0.0):
            kept.append(fact)
    return kept


def company(facts: Sequence[Draft]) -> Counter[str]:
    """Return how many facts of each kind an article tells.

    The states of one list join as one, and the sessions of one series are one.
    """
    apart = (fact.kind for fact in facts if _list_of(fact) is None)
    lists = {(fact.kind, name) for fact in facts if (name := _list_of(fact)) is not None}
    return Counter([*apart, *(kind for kind, _ in lists)])


def _list_of(fact: Draft) -> str | None:
    """Return what makes a fact one of a list: joining, or the series of its meeting."""
    if fact.type == "accession":
        return fact.type
    return (fact.kind == "meeting" and fact.series) or None


def settling_signs(fact: Draft, of_its_kind: int) -> dict[str, float]:
    """Return by name what tells whether a merged fact is right, `of_its_kind` facts in its article.

    That is how sure its surest mention is, how often it was told, how likely it only retells
    another fact, whether it is told in words no rule knows, and how many stand beside it.
    """
    told = fact.features
    return {
        "slope": log_odds(told["confidence"]),
        "mentions": math.log1p(told.get("merged", 0.0)),
        "likeness": told.get("likeness", 0.0),
        "loose": float(bool(told.get("loose"))),
        "company": math.log(of_its_kind),
    }
