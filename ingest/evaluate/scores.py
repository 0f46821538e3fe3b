"""Precision, recall and F1 over matched articles; agreement by field; calibration."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.evaluate.fields import FIELDS, KINDS
from ingest.evaluate.matching import ArticleResult, Item, Pair
from ingest.facts.model import Kind

OVERALL = "all"
CONFIDENT = 0.8  # the confidence from which a fact is promised to be right nine times in ten
BANDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # lower ends, in ascending order


def ratio(part: int, whole: int) -> float | None:
    """Return `part / whole`, or None when there is nothing to measure."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class Detection:
    """Counts of one kind of fact, or of all kinds together (micro average).

    `matched` counts one-to-one matches, `strict` those of them that agree in parties, date, type
    or strength, and status.
    """

    gold: int
    predicted: int
    matched: int
    strict: int

    @property
    def precision(self) -> float | None:
        """Share of the predicted facts that match a coded fact."""
        return ratio(self.matched, self.predicted)

    @property
    def recall(self) -> float | None:
        """Share of the coded facts that are matched by a predicted fact."""
        return ratio(self.matched, self.gold)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall: 2 · matched / (gold + predicted)."""
        return ratio(2 * self.matched, self.gold + self.predicted)

    @property
    def strict_f1(self) -> float | None:
        """F1 when only strict matches count: 2 · strict / (gold + predicted)."""
        return ratio(2 * self.strict, self.gold + self.predicted)

    def __add__(self, other: "Detection") -> "Detection":
        """Return the counts of both together."""
        return Detection(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.matched + other.matched,
            self.strict + other.strict,
        )


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field over the matched pairs of a kind.

    `agreeing` includes the pairs in which neither side states a value. `right` counts the pairs
    in which both sides state one and agree, out of `gold_stated` and `predicted_stated`.
    """

    pairs: int
    agreeing: int
    gold_stated: int
    predicted_stated: int
    right: int

    @property
    def accuracy(self) -> float | None:
        """Share of the matched pairs whose values agree; two nulls agree."""
        return ratio(self.agreeing, self.pairs)

    @property
    def precision(self) -> float | None:
        """Share of the predicted values that are right, among pairs where a value is predicted."""
        return ratio(self.right, self.predicted_stated)

    @property
    def recall(self) -> float | None:
        """Share of the coded values that were found, among pairs where a value is coded."""
        return ratio(self.right, self.gold_stated)


@dataclass(frozen=True, slots=True)
class Band:
    """Predicted facts whose confidence lies in `[low, high)` (`high` 1 is included)."""

    low: float
    high: float
    count: int
    matched: int
    strict: int

    @property
    def precision(self) -> float | None:
        """Share of the band's facts that match a coded fact."""
        return ratio(self.matched, self.count)

    @property
    def strict_precision(self) -> float | None:
        """Share of the band's facts that match a coded fact strictly."""
        return ratio(self.strict, self.count)


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything measured on one gold set.

    `detection` and `fields` are keyed by kind; `detection` also by `all`. `bands` leaves out
    facts without a confidence and bands without facts; `confident` is the band from 0.8 up.
    """

    gold_set: str
    producer_version: str | None
    articles: int
    detection: dict[str, Detection]
    fields: dict[str, dict[str, FieldScore]]
    bands: tuple[Band, ...]
    confident: Band
    confusions: dict[tuple[str, str, str, str], int] = field(default_factory=dict)


def score(results: Sequence[ArticleResult], gold_set: str) -> Scores:
    """Sum up the articles of one gold set; `gold_set` is the name the figures are filed under."""
    detection: dict[str, Detection] = {kind: _detect(kind, results) for kind in KINDS}
    judged = [j for result in results for j in _judged(result)]
    return Scores(
        gold_set=gold_set,
        producer_version=_version(results),
        articles=len(results),
        detection={**detection, OVERALL: sum(detection.values(), Detection(0, 0, 0, 0))},
        fields={kind: _field_scores(kind, results) for kind in KINDS},
        bands=tuple(_bands(judged)),
        confident=_band(CONFIDENT, 1.0, judged),
        confusions=_confusions(results),
    )


def _version(results: Iterable[ArticleResult]) -> str | None:
    found = {r.producer_version for r in results if r.producer_version is not None}
    return ", ".join(sorted(found)) or None


def _detect(kind: Kind, results: Iterable[ArticleResult]) -> Detection:
    total = Detection(0, 0, 0, 0)
    for result in results:
        pairs = [pair for pair in result.pairs if pair.gold.kind == kind]
        missed = sum(u.item.kind == kind for u in result.missed)
        invented = sum(u.item.kind == kind for u in result.invented)
        strict = sum(pair.strict for pair in pairs)
        total += Detection(len(pairs) + missed, len(pairs) + invented, len(pairs), strict)
    return total


def _field_scores(kind: Kind, results: Iterable[ArticleResult]) -> dict[str, FieldScore]:
    pairs = [pair for result in results for pair in result.pairs if pair.gold.kind == kind]
    return {name: _field_score(name, pairs) for name in FIELDS[kind]}


def _field_score(name: str, pairs: Sequence[Pair]) -> FieldScore:
    outcomes = [pair.outcomes[name] for pair in pairs]
    return FieldScore(
        pairs=len(outcomes),
        agreeing=sum(o.agrees for o in outcomes),
        gold_stated=sum(o.gold is not None for o in outcomes),
        predicted_stated=sum(o.predicted is not None for o in outcomes),
        right=sum(o.agrees and o.gold is not None for o in outcomes),
    )


_Judged = tuple[Item, bool, bool]  # a predicted fact, whether it matches, whether strictly


def _judged(result: ArticleResult) -> Iterator[_Judged]:
    for pair in result.pairs:
        yield pair.predicted, True, pair.strict
    for unmatched in result.invented:
        yield unmatched.item, False, False


def _bands(judged: Sequence[_Judged]) -> Iterator[Band]:
    for low, high in zip(BANDS, (*BANDS[1:], 1.0), strict=True):
        band = _band(low, high, judged)
        if band.count:
            yield band


def _band(low: float, high: float, judged: Iterable[_Judged]) -> Band:
    inside = [j for j in judged if _within(j[0].fact.confidence, low, high)]
    return Band(low, high, len(inside), sum(j[1] for j in inside), sum(j[2] for j in inside))


def _within(confidence: float | None, low: float, high: float) -> bool:
    if confidence is None:
        return False
    return low <= confidence < high or (high == 1.0 and confidence == 1.0)


def _confusions(results: Iterable[ArticleResult]) -> dict[tuple[str, str, str, str], int]:
    """Count wrong values as (kind, field, coded, predicted), the most frequent first."""
    wrong = Counter(
        (pair.gold.kind, name, outcome.gold or "null", outcome.predicted or "null")
        for result in results
        for pair in result.pairs
        for name, outcome in pair.outcomes.items()
        if name in ("type", "status", "strength") and not outcome.agrees
    )
    return dict(wrong.most_common())
