"""Weights of features and words become a probability; floors and merging use it."""

import math
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
    weights = {"agreement": {"settle_slope": 1.0, "settle_mentions": 0.7}}
    once, twice = _draft(confidence=0.6), _draft(confidence=0.6, merged=1.0)
    settle([once, twice], weights)
    assert once.features["confidence"] == pytest.approx(0.6)
    more = 0.7 * math.log(2)
    assert twice.features["confidence"] == pytest.approx(logistic(log_odds(0.6) + more))


def test_a_fact_that_may_only_retell_another_is_less_sure() -> None:
    weights = {"agreement": {"settle_slope": 1.0, "settle_likeness": -2.0}}
    own, doubtful = _draft(confidence=0.6), _draft(confidence=0.6, likeness=0.5)
    settle([own, doubtful], weights)
    assert own.features["confidence"] == pytest.approx(0.6)
    assert doubtful.features["confidence"] == pytest.approx(logistic(log_odds(0.6) - 1.0))


def test_facts_of_its_own_kind_are_the_company_of_a_fact() -> None:
    weights = {
        "agreement": {"settle_slope": 1.0, "settle_company": -1.0},
        "meeting": {"settle_slope": 1.0, "settle_company": -1.0},
    }
    pact, other = _draft(confidence=0.6), _draft(confidence=0.6)
    talks = replace(_draft(confidence=0.6), kind="meeting")
    settle([pact, other, talks], weights)
    assert talks.features["confidence"] == pytest.approx(0.6)
    assert pact.features["confidence"] == pytest.approx(logistic(log_odds(0.6) - math.log(2)))


def test_a_merged_fact_that_is_not_sure_enough_is_not_told() -> None:
    weights = {"agreement": {"settle_slope": 1.0, "settle_floor": 0.5}}
    sure, unsure = _draft(confidence=0.6), _draft(confidence=0.4)
    assert settle([sure, unsure], weights) == [sure]
    assert settle([unsure], {"agreement": {"settle_slope": 1.0}}) == [unsure]


def test_settling_keeps_the_order_of_facts() -> None:
    facts = [_draft(confidence=value) for value in (0.5, 0.7, 0.9)]
    settle(facts)
    settled = [fact.features["confidence"] for fact in facts]
    assert settled == sorted(settled)
    assert len(set(settled)) == 3
