"""What the confidence model learns from, and what is written of it."""

import csv
from pathlib import Path

import pytest
from evaluate_builders import agreement, commitment, facts

from ingest.article import Article, Document, GivenMetadata
from ingest.clean import clean
from ingest.evaluate import fit, learning
from ingest.evaluate.examples import example, relatives
from ingest.evaluate.rows import UNSEEN, measured_rows
from ingest.extract import confidence, gate
from ingest.extract.drafts import Draft

SIGNED = "New Zealand and Chile signed an accord on a satellite tracking station on Friday."
PLEDGE = "New Zealand will build the satellite station by 2031."
OTHERS = (
    "Chile and New Zealand will run it together.",
    "Norway and Kenya signed a treaty on space debris in Oslo.",
    "Peru and Brazil met in Lima to talk about satellites.",
    "Kenya will build a satellite by 2030.",
    "Ghana and Togo discussed space law in Accra on Monday.",
)
WEATHER = "Chile and New Zealand signed a treaty on fishing rights near the space port in 1994."


def _article(text: str) -> Article:
    return clean(Document("x.txt", None, "text", "utf-8", text, GivenMetadata(article_id="x")))


def test_only_what_people_coded_is_right() -> None:
    gold = facts((agreement(SIGNED),), commitments=(commitment(PLEDGE, parties=("NZ:NZL",)),))
    found = example(gold, _article(f"{SIGNED} {PLEDGE} {WEATHER}"))
    right = {(d.kind, d.sentence) for d, ok in zip(found.drafts, found.labels, strict=True) if ok}
    assert right == {("agreement", 0), ("commitment", 1)}
    assert ("agreement", 2) in {(draft.kind, draft.sentence) for draft in found.drafts}


def test_a_fact_makes_one_candidate_of_its_sentence_right() -> None:
    gold = facts((agreement(SIGNED),))
    found = example(gold, _article(SIGNED))
    assert sum(found.labels) == 1


def test_what_says_a_coded_fact_again_counts_less_than_what_is_wrong() -> None:
    other = "Norway and Kenya signed a treaty on space debris in Oslo."
    again = "Chile and New Zealand signed the satellite tracking accord after years of talks."
    gold = facts((agreement(SIGNED),))
    found = example(gold, _article(f"{SIGNED} {again} {other} {PLEDGE}"))
    retold = {
        draft.sentence: value
        for draft, value in zip(found.drafts, found.retold, strict=True)
        if draft.kind == "agreement"
    }
    assert retold[0] == 0.0, "it is right"
    assert retold[1] > 0.5
    assert retold[2] == 0.0, "it is of others"
    counts = [told.counts for told in fit._told([found], "agreement")]
    assert counts == [1.0 - value for value in retold.values()]
    assert not any(
        value
        for draft, value in zip(found.drafts, found.retold, strict=True)
        if draft.kind == "commitment"
    ), "an agreement is not told again by a promise"


def test_a_text_without_space_gives_no_example() -> None:
    assert (
        example(facts(), _article("The two ministers agreed on tariffs for butter.")).drafts == []
    )


def test_texts_that_share_a_long_sentence_stay_together() -> None:
    groups = relatives([f"{SIGNED} {PLEDGE}", "Nothing to do with it at all.", f"{SIGNED} More."])
    assert groups[0] == groups[2] != groups[1]


def test_words_and_features_are_kept_apart_in_the_seeds(tmp_path: Path) -> None:
    draft = Draft(
        "meeting", "talks", "held", 0, 0, features={"lead": 1.0, "brief": 0.5, "confidence": 0.5}
    )
    draft.cues = frozenset({"in:met"})
    names = fit.features_of(draft)
    assert "confidence" not in names
    weights = {kind: dict.fromkeys(names, 0.25) for kind in fit.KINDS}
    fit.write_seeds(fit.Fitted(weights, scores=None), tmp_path)  # type: ignore[arg-type]
    plain = _rows(tmp_path / "extract_confidence.csv")
    pairs = _rows(tmp_path / "extract_feature_pairs.csv")
    words = _rows(tmp_path / "extract_word_weights.csv")
    assert {"kind": "meeting", "feature": "lead", "weight": "0.250"} in plain
    assert {"kind": "meeting", "cue": "in:met", "weight": "0.250"} in words
    both = {"kind": "meeting", "feature": "brief", "beside": "lead", "weight": "0.250"}
    assert both in pairs
    assert len(plain) == 2 * len(pairs) == 2 * len(words) == 2 * len(fit.KINDS)


def test_the_extractor_adds_up_what_the_fit_has_learnt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    features = {"lead": 1.0, "brief": 0.5, "old_year": 1.0}
    draft = Draft("meeting", "talks", "held", 0, 0, features=features)
    draft.cues = frozenset({"in:met"})
    learnt = {name: 0.3 * place for place, name in enumerate(fit.features_of(draft), 1)}
    weights = {kind: learnt | {"bias": -2.0} for kind in fit.KINDS}
    fit.write_seeds(fit.Fitted(weights, scores=None), tmp_path)  # type: ignore[arg-type]
    for read in (confidence._weights, confidence._words, confidence._pairs):
        read.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(confidence, "read_seed", lambda name: _rows(tmp_path / f"{name}.csv"))
        confidence.score(draft)
    for read in (confidence._weights, confidence._words, confidence._pairs):
        read.cache_clear()
    odds = confidence.log_odds(draft.features["confidence"])
    assert odds == pytest.approx(fit._odds(weights["meeting"], draft), abs=1e-6)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_of_floors_that_do_equally_well_the_highest_is_taken() -> None:
    flat = {floor / 100: 0.7 for floor in range(26, 62, 2)}
    assert fit._top(flat) == max(sorted(flat)[: -fit._AROUND])
    falling = {floor: 0.9 - floor for floor in flat}
    assert fit._top(falling) == sorted(flat)[fit._AROUND]


def test_a_fitted_model_tells_right_from_wrong() -> None:
    pytest.importorskip("sklearn")
    right, wrong = fit.Told({"lead": 1.0}, True, 1.0), fit.Told({"old_year": 1.0}, False, 1.0)
    weights = fit._train([right] * 40 + [wrong] * 40)
    assert weights["lead"] > 0 > weights["old_year"]


def test_two_features_can_say_together_what_neither_says_alone() -> None:
    pytest.importorskip("sklearn")
    both, one, two = {"a": 1.0, "b": 1.0, f"a{fit._AND}b": 1.0}, {"a": 1.0}, {"b": 1.0}
    cases = [(both, True), (one, False), (two, False), ({}, True)] * 40
    weights = fit._train([fit.Told(features, right, 1.0) for features, right in cases])
    assert weights[f"a{fit._AND}b"] > 0 > weights["a"]


def test_a_background_text_counts_half() -> None:
    ex = example(facts((agreement(SIGNED),)), _article(SIGNED))
    ex.background = True
    assert {told.counts for told in fit._told([ex], "agreement")} == {0.5}


def test_figures_on_unseen_articles_travel_with_the_rules() -> None:
    unseen = {row.measure for row in measured_rows() if row.gold_set == UNSEEN}
    assert {"f1", "strict_f1", "confidence_precision"} <= unseen


def test_a_text_that_the_gate_drops_gives_no_example(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {gate.BIAS: 0.0, gate.LENGTH: 0.0, gate.FLOOR: 1.0}
    monkeypatch.setattr(gate, "word_weights", lambda: weights)
    long = _article(f"{SIGNED} " * 40)
    assert len(long.text) > gate.BRIEF
    assert example(facts((agreement(SIGNED),)), long).drafts == []


def test_the_seeds_are_read_as_the_extractor_adds_them_up() -> None:
    weights = fit.seed_weights()
    draft = Draft("commitment", "", "planned", 0, 0, features={"brief": 1.0, "definite": 1.0})
    draft.cues = frozenset({"in:will"})
    confidence.score(draft)
    told = confidence.log_odds(draft.features["confidence"])
    assert fit._odds(weights["commitment"], draft) == pytest.approx(told, abs=1e-6)
    assert set(weights) == set(fit.KINDS)


def test_how_sure_merged_facts_are_is_learnt_without_moving_a_weight() -> None:
    pytest.importorskip("sklearn")
    examples = [
        example(facts((agreement(SIGNED),)), _article(f"{SIGNED} {other}")) for other in OTHERS
    ]
    before = fit.seed_weights()
    after = fit.fit_settling(examples).weights
    for kind in fit.KINDS:
        kept = {name: value for name, value in after[kind].items() if "settle_" not in name}
        assert kept == {n: value for n, value in before[kind].items() if "settle_" not in n}
    assert after["agreement"] != before["agreement"]


def test_a_merged_fact_is_told_from_where_f1_is_best() -> None:
    pytest.importorskip("sklearn")
    sure = fit.Settling("agreement", {"slope": 2.0, "likeness": 0.0}, right=True)
    again = fit.Settling("agreement", {"slope": 2.0, "likeness": 0.6}, right=False)
    weights = fit._settling([sure] * 60 + [again] * 60, gold=60)
    assert weights["settle_likeness"] < 0
    kept = {fact.right: _told(fact, weights) >= weights["settle_floor"] for fact in (sure, again)}
    assert kept == {True: True, False: False}


def _told(fact: fit.Settling, weights: dict[str, float]) -> float:
    own = {name.removeprefix("settle_"): weight for name, weight in weights.items()}
    return confidence.logistic(fit.odds(own, fact.signs))


def test_moved_weights_go_where_the_rows_point_and_stay_near_where_pulled() -> None:
    pytest.importorskip("sklearn")
    known = {confidence.BIAS: 0.0, "sign": 1.0, "unseen": 0.7}
    rows, right = [{"sign": 1.0}] * 40 + [{}] * 40, [False] * 40 + [True] * 40

    def moved(pull: float) -> dict[str, float]:
        return learning.moved_weights(rows, right, [1.0] * 80, known=known, pull=lambda _: pull)

    assert moved(1.0)["sign"] < moved(100.0)["sign"] < 1.0
    assert moved(1e6)["sign"] == pytest.approx(1.0, abs=1e-3)
    assert moved(1.0)["unseen"] == 0.7
    assert moved(1.0)[confidence.BIAS] > 0


def test_only_the_kinds_asked_for_are_moved_and_floors_stay() -> None:
    pytest.importorskip("sklearn")
    examples = [
        example(
            facts(commitments=(commitment(PLEDGE, parties=("NZ:NZL",)),)),
            _article(f"{PLEDGE} {other}"),
        )
        for other in OTHERS
    ]
    before = fit.seed_weights()
    after = fit.fit_moved(examples, ["commitment"]).weights
    assert after["agreement"] == before["agreement"]
    assert after["commitment"] != before["commitment"]
    kept = {name for name in before["commitment"] if name == "floor" or "settle_" in name}
    assert kept
    assert all(after["commitment"][name] == before["commitment"][name] for name in kept)
