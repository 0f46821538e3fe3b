"""The extractor against the floors it has reached, on every gold set that is at hand."""

import pytest

from ingest.evaluate.baseline import check_baseline, read_baseline
from ingest.evaluate.gate import GOLD_SETS, GoldSet, evaluate_set
from ingest.evaluate.rows import UNSEEN, measured_rows
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

    Only the figures on unseen articles are as old as the weights, whose fit measures them.
    """
    known = [row for row in measured_rows() if row.gold_set != UNSEEN]
    assert {row.extractor_version for row in known} == {EXTRACTOR_VERSION}
