"""Scores as rows of the table `raw.extraction_scores`, and the rows of the last measurement."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from ingest.evaluate.scores import OVERALL, Band, Detection, FieldScore, Scores
from ingest.project import SEEDS_DIR

MEASURED_FILE = SEEDS_DIR / "extraction_scores.csv"
UNSEEN = "unseen"  # the name figures from cross-validation are filed under
BLIND = "blind"  # texts scored once, before anybody who writes rules read them
MEASURED_ONCE = frozenset({UNSEEN, BLIND})  # what a later version cannot measure again


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One figure about one gold set by one version of the extractor.

    `measure` is one of:

    - `precision`, `recall`, `f1`, `strict_f1`: detection; `field` is null;
    - `field_accuracy`, `field_precision`, `field_recall`: of the field `field`, over matched
      facts; accuracy counts two nulls as agreeing, the others look at stated values only;
    - `confidence_precision`, `confidence_strict_precision`: of the predicted facts whose
      confidence lies in the band that `field` names (`0.8-0.9`; `0.8-1.0` is the promise).

    `kind` is a kind of fact or `all`; `value` lies between 0 and 1; `support` is the number of
    facts the value is a share of: predicted facts for a precision, coded facts for recall and
    F1, matched facts for an accuracy. `measured_at` is in UTC, to the second.
    """

    gold_set: str
    extractor_version: str | None
    kind: str
    measure: str
    field: str | None
    value: float
    support: int
    measured_at: datetime


_Figure = tuple[str, str | None, float | None, int]  # measure, field, value, support


def score_rows(scores: Scores, measured_at: datetime | None = None) -> Iterator[ScoreRow]:
    """Yield the rows of one gold set, measured now; what could not be measured has no row."""
    when = measured_at or datetime.now(UTC).replace(microsecond=0)
    for kind, figures in _figures(scores):
        for measure, name, value, support in figures:
            if value is not None:
                yield ScoreRow(
                    gold_set=scores.gold_set,
                    extractor_version=scores.producer_version,
                    kind=kind,
                    measure=measure,
                    field=name,
                    value=round(value, 4),
                    support=support,
                    measured_at=when,
                )


def _figures(scores: Scores) -> Iterator[tuple[str, Iterator[_Figure]]]:
    for kind, detection in scores.detection.items():
        yield kind, _detection_figures(detection)
    for kind, by_field in scores.fields.items():
        for name, field_score in by_field.items():
            yield kind, _field_figures(name, field_score)
    for band in (*scores.bands, scores.confident):
        yield OVERALL, _band_figures(band)


def _detection_figures(d: Detection) -> Iterator[_Figure]:
    yield "precision", None, d.precision, d.predicted
    yield "recall", None, d.recall, d.gold
    yield "f1", None, d.f1, d.gold
    yield "strict_f1", None, d.strict_f1, d.gold


def _field_figures(name: str, f: FieldScore) -> Iterator[_Figure]:
    yield "field_accuracy", name, f.accuracy, f.pairs
    yield "field_precision", name, f.precision, f.predicted_stated
    yield "field_recall", name, f.recall, f.gold_stated


def _band_figures(band: Band) -> Iterator[_Figure]:
    name = f"{band.low:.1f}-{band.high:.1f}"
    yield "confidence_precision", name, band.precision, band.count
    yield "confidence_strict_precision", name, band.strict_precision, band.count


_COLUMNS = tuple(field.name for field in fields(ScoreRow))


def write_measured_rows(rows: Iterable[ScoreRow], path: Path = MEASURED_FILE) -> None:
    """Write what was measured last, for `measured_rows`; an empty cell is null."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)


def replace_measured(scores: Scores, path: Path = MEASURED_FILE) -> None:
    """Put the figures on one gold set in the place of its older ones; the others stay."""
    others = [row for row in measured_rows(path) if row.gold_set != scores.gold_set]
    write_measured_rows([*others, *score_rows(scores)], path)


def measured_rows(path: Path = MEASURED_FILE) -> list[ScoreRow]:
    """Return the figures of the last measurement on all gold sets; none before the first.

    They travel with the code, so that a warehouse shows how far to trust its rows without the
    gold sets at hand and without extracting them again.
    """
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(cells) for cells in csv.DictReader(file)]


def _row(cells: dict[str, str]) -> ScoreRow:
    return ScoreRow(
        gold_set=cells["gold_set"],
        extractor_version=cells["extractor_version"] or None,
        kind=cells["kind"],
        measure=cells["measure"],
        field=cells["field"] or None,
        value=float(cells["value"]),
        support=int(cells["support"]),
        measured_at=datetime.fromisoformat(cells["measured_at"]),
    )
