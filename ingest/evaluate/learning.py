"""The one kind of model that is learnt here, a logistic sum over named features, and its use."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from ingest.extract.confidence import BIAS

Weights = dict[str, float]
_FLOORS = tuple(floor / 4 for floor in range(-32, 1))
_ROUNDS = 5000  # enough for every sum here to settle


def logistic_weights(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    counts: Sequence[float] | None = None,
    *,
    strength: float,
) -> tuple[Weights, float]:
    """Fit a logistic sum; return the weight of every feature in `rows`, and the constant.

    `right` is what to tell, `counts` what each row counts (1 when None), and `strength` the inverse
    of the penalty on large weights. Needs scikit-learn (the extra `fit`).
    """
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - only here needed
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    vectors: Any = DictVectorizer()
    model: Any = LogisticRegression(C=strength, max_iter=_ROUNDS)
    model.fit(vectors.fit_transform(rows), right, counts)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    return {str(name): float(weight) for name, weight in named}, float(model.intercept_[0])


def moved_weights(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    counts: Sequence[float],
    *,
    known: Weights,
    pull: Callable[[str], float],
) -> Weights:
    """Return `known` weights and their constant (`BIAS`), moved towards what `rows` teach.

    `pull` says by name how strongly a weight is drawn back to what it was: the penalty on the
    square of its move. The constant moves freely. Needs scipy (the extra `fit`).
    """
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - only here needed

    np: Any = import_module("numpy")
    minimize: Any = import_module("scipy.optimize").minimize
    expit: Any = import_module("scipy.special").expit

    vectors: Any = DictVectorizer()
    told: Any = vectors.fit_transform(rows)
    names = [str(name) for name in vectors.get_feature_names_out()]
    start = np.array([*(known.get(name, 0.0) for name in names), known[BIAS]])
    pulls = np.array([*(pull(name) for name in names), 0.0])
    signs, share = np.where(right, 1.0, -1.0), np.array(counts)

    def loss(move: Any) -> tuple[float, Any]:
        weights = start + move
        margin = signs * (told @ weights[:-1] + weights[-1])
        slope = -share * signs * expit(-margin)
        value = (share * np.logaddexp(0, -margin)).sum() + (pulls * move * move).sum() / 2
        return float(value), np.append(told.T @ slope, slope.sum()) + pulls * move

    found: Any = minimize(loss, np.zeros(len(start)), jac=True, method="L-BFGS-B")
    moved = start + found.x
    own = {name: float(weight) for name, weight in zip(names, moved[:-1], strict=True)}
    return known | own | {BIAS: float(moved[-1])}


def odds(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the log-odds that weights with a constant (`BIAS`) give these features."""
    return weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def highest_floor(told: Sequence[float], recall: float) -> float:
    """Return the highest floor, in quarters, that a share of `recall` of these log-odds reaches."""
    good = [f for f in _FLOORS if sum(value >= f for value in told) >= recall * len(told)]
    return max(good, default=min(_FLOORS))
