"""What is learnt of retellings, and what is written of it."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from evaluate_builders import agreement, facts

from ingest.article import Article, Document, GivenMetadata
from ingest.clean import clean
from ingest.evaluate import fit_retelling
from ingest.evaluate.examples import example
from ingest.evaluate.fit_retelling import Compared

SIGNED = "New Zealand and Chile signed an accord on a satellite tracking station on Friday."
AGAIN = "The accord of New Zealand and Chile on the station was signed in Santiago."
OTHER = "New Zealand and Chile also signed a contract for the launch of two rockets."


def _article(text: str) -> Article:
    return clean(Document("x.txt", None, "text", "utf-8", text, GivenMetadata(article_id="x")))


def test_right_candidates_are_compared_with_the_facts_told_before_them() -> None:
    told = agreement(SIGNED)
    told["evidence"] = [SIGNED, AGAIN]
    ex = example(facts((told, agreement(OTHER))), _article(f"{SIGNED} {AGAIN} {OTHER}"))
    ex.drafts = [replace(draft, bare=False) for draft in ex.found if draft.kind == "agreement"]
    ex.told = [{0: 0, 1: 0, 2: 1}[draft.sentence] for draft in ex.drafts]
    assert [each.same for each in fit_retelling.compared(ex, "agreement")] == [True, False]


def test_a_sign_of_one_event_weighs_more_than_one_of_two() -> None:
    pytest.importorskip("sklearn")
    same, apart = Compared({"near": 1.0}, True, 1.0), Compared({"far": 1.0}, False, 1.0)
    rare = Compared({"rare": 1.0}, True, 1.0)
    weights = fit_retelling.train([same] * 20 + [apart] * 20 + [rare])
    assert weights["near"] > 0 > weights["far"]
    assert "rare" not in weights


def test_the_seed_has_a_row_for_each_sign_of_each_kind(tmp_path: Path) -> None:
    fit_retelling.write_seed({"meeting": {"near": 0.5, "bias": -1.0}}, tmp_path)
    with (tmp_path / "extract_retelling.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == [
        {"kind": "meeting", "sign": "bias", "weight": "-1.000"},
        {"kind": "meeting", "sign": "near", "weight": "0.500"},
    ]
