"""What the confidence model learns from, and what is written of it."""

import csv
from pathlib import Path

import pytest
from evaluate_builders import agreement, commitment, facts

from ingest.article import Article, Document, GivenMetadata
from ingest.clean import clean
from ingest.evaluate import fit
from ingest.evaluate.examples import example, relatives
from ingest.evaluate.rows import UNSEEN, measured_rows
from ingest.extract.drafts import Draft

SIGNED = "New Zealand and Chile signed an accord on a satellite tracking station on Friday."
PLEDGE = "New Zealand will build the satellite station by 2031."
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


def test_a_text_without_space_gives_no_example() -> None:
    assert (
        example(facts(), _article("The two ministers agreed on tariffs for butter.")).drafts == []
    )


def test_texts_that_share_a_long_sentence_stay_together() -> None:
    groups = relatives([f"{SIGNED} {PLEDGE}", "Nothing to do with it at all.", f"{SIGNED} More."])
    assert groups[0] == groups[2] != groups[1]


def test_words_and_features_are_kept_apart_in_the_seeds(tmp_path: Path) -> None:
    draft = Draft("meeting", "talks", "held", 0, 0, features={"lead": 1.0, "confidence": 0.5})
    draft.cues = frozenset({"in:met"})
    names = fit.features_of(draft)
    assert "confidence" not in names
    weights = {kind: dict.fromkeys(names, 0.25) for kind in fit.KINDS}
    fit.write_seeds(fit.Fitted(weights, scores=None), tmp_path)  # type: ignore[arg-type]
    plain = _rows(tmp_path / "extract_confidence.csv")
    words = _rows(tmp_path / "extract_word_weights.csv")
    assert {"kind": "meeting", "feature": "lead", "weight": "0.250"} in plain
    assert {"kind": "meeting", "cue": "in:met", "weight": "0.250"} in words
    assert len(plain) == len(words) == len(fit.KINDS)


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
    pairs = [({"lead": 1.0}, True)] * 40 + [({"old_year": 1.0}, False)] * 40
    weights = fit._train(pairs)
    assert weights["lead"] > 0 > weights["old_year"]


def test_figures_on_unseen_articles_travel_with_the_rules() -> None:
    unseen = {row.measure for row in measured_rows() if row.gold_set == UNSEEN}
    assert {"f1", "strict_f1", "confidence_precision"} <= unseen
