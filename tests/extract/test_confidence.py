"""Weights of features and words become a probability; floors and merging use it."""

from dataclasses import replace

import pytest

from ingest.extract import confidence
from ingest.extract.confidence import is_sure_enough, log_odds, logistic, score, settle
from ingest.extract.drafts import Draft


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    known = {"bias": -1.0, "two_states": 2.0, "floor": 0.6}
    monkeypatch.setattr(confidence, "_weights", lambda: {"agreement": known})
    monkeypatch.setattr(confidence, "_words", lambda: {"agreement": {"in:pact": 1.5}})
    return known


def _draft(**features: float) -> Draft:
    return Draft("agreement", "mou", "signed", 0, 0, features=dict(features))


def test_features_and_words_add_up(weights: dict[str, float]) -> None:
    draft = _draft(two_states=1.0, unknown=1.0)
    draft.cues = frozenset({"in:pact", "in:unknown"})
    score(draft)
    total = weights["bias"] + weights["two_states"] + 1.5
    assert draft.features["confidence"] == pytest.approx(logistic(total))


def test_a_candidate_below_the_floor_is_not_sure_enough(weights: dict[str, float]) -> None:
    sure, unsure = _draft(two_states=1.0), _draft()
    score(sure)
    score(unsure)
    assert is_sure_enough(sure)
    assert not is_sure_enough(unsure)
    assert weights["floor"] == 0.6


@pytest.mark.usefixtures("weights")
def test_what_only_points_at_a_fact_has_no_score_of_its_own() -> None:
    pointer = replace(_draft(two_states=1.0), bare=True)
    score(pointer)
    assert pointer.features["confidence"] == 0.5


def test_a_fact_told_twice_is_surer_where_that_was_learnt() -> None:
    weights = {"settle_bias": 0.0, "settle_slope": 1.0, "settle_merged": 0.7}
    once, twice = _draft(confidence=0.6), _draft(confidence=0.6, merged=2.0)
    settle(once, weights)
    settle(twice, weights)
    assert once.features["confidence"] == pytest.approx(0.6)
    assert twice.features["confidence"] == pytest.approx(logistic(log_odds(0.6) + 0.7))


def test_settling_keeps_the_order_of_facts() -> None:
    facts = [_draft(confidence=value) for value in (0.5, 0.7, 0.9)]
    for fact in facts:
        settle(fact)
    settled = [fact.features["confidence"] for fact in facts]
    assert settled == sorted(settled)
    assert len(set(settled)) == 3
