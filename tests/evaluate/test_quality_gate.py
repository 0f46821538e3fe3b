"""The extractor against the floors it has reached, on every gold set that is at hand."""

import pytest

from ingest.evaluate.baseline import check_baseline, read_baseline
from ingest.evaluate.gate import GOLD_SETS, GoldSet, evaluate_set
from ingest.evaluate.rows import BLIND, MEASURED_ONCE, measured_rows
from ingest.extract import EXTRACTOR_VERSION


@pytest.mark.parametrize("gold_set", GOLD_SETS, ids=lambda gold_set: gold_set.name)
def test_floors_hold(gold_set: GoldSet) -> None:
    if not gold_set.is_present:
        pytest.skip(f"gold set {gold_set.name} is not at hand")
    evaluation = evaluate_set(gold_set)
    assert not evaluation.notes, evaluation.notes  # an article that is not found scores as empty
    violations = check_baseline(evaluation.scores, read_baseline())
    assert not violations, "\n".join(violations)


def test_published_figures_are_of_this_extractor() -> None:
    """A new version asks for a new measurement: `python -m ingest.evaluate.gate --update`.

    What was measured once stays: by the fit of the weights, and on texts read since.
    """
    known = [row for row in measured_rows() if row.gold_set not in MEASURED_ONCE]
    assert {row.extractor_version for row in known} == {EXTRACTOR_VERSION}


def test_figures_on_texts_that_nobody_had_read_are_published() -> None:
    blind = {(row.kind, row.measure) for row in measured_rows() if row.gold_set == BLIND}
    assert {("commitment", "strict_f1"), ("all", "confidence_precision")} <= blind
