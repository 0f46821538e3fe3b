from datetime import UTC, datetime
from pathlib import Path

import pytest
from evaluate_builders import agreement, commitment, facts, meeting

from ingest.evaluate.listing import findings
from ingest.evaluate.matching import match_article
from ingest.evaluate.rows import ScoreRow, measured_rows, score_rows, write_measured_rows
from ingest.evaluate.scores import Scores, score

DAY = datetime(2031, 5, 4, 12, 30, tzinfo=UTC)
ONE, TWO, THREE = "They signed in Lima.", "They met in Quito.", "They will build a telescope."


@pytest.fixture
def scores() -> Scores:
    gold = facts(
        (agreement(ONE, place="Lima"),),
        (meeting(TWO),),
        (commitment(THREE), commitment(ONE, parties=("Fiji:FJI",))),
    )
    found = facts(
        (
            agreement(ONE, confidence=0.95, type="mou"),
            agreement(TWO, confidence=0.85),
            agreement(THREE, confidence=0.25),
        ),
        (),
        (commitment(THREE, confidence=1.0),),
        producer_version="7",
    )
    empty = facts(article_id="a-2", producer_version="7")
    results = [
        match_article(gold, found, None),
        match_article(empty, empty, None),
    ]
    return score(results, "trial")


def test_detection(scores: Scores) -> None:
    agreements = scores.detection["agreement"]
    assert (agreements.precision, agreements.recall, agreements.f1) == (1 / 3, 1, 0.5)
    assert agreements.strict_f1 == 0  # type differs
    meetings = scores.detection["meeting"]
    assert (meetings.precision, meetings.recall, meetings.f1) == (None, 0, 0)
    assert scores.detection["commitment"].strict_f1 == pytest.approx(2 / 3)


def test_overall_is_the_micro_average(scores: Scores) -> None:
    total = scores.detection["all"]
    assert (total.gold, total.predicted, total.matched, total.strict) == (4, 4, 2, 1)
    assert (total.precision, total.recall, total.f1, total.strict_f1) == (0.5, 0.5, 0.5, 0.25)
    assert (scores.articles, scores.producer_version) == (2, "7")


def test_fields(scores: Scores) -> None:
    place = scores.fields["agreement"]["place"]
    assert (place.accuracy, place.precision, place.recall) == (0, None, 0)
    people = scores.fields["agreement"]["people"]
    assert (people.accuracy, people.gold_stated, people.right) == (1, 0, 0)  # two empty lists
    assert scores.confusions == {("agreement", "type", "agreement", "mou"): 1}


def test_calibration_bands(scores: Scores) -> None:
    bands = {(band.low, band.high): band for band in scores.bands}
    assert {key: band.count for key, band in bands.items()} == {
        (0.2, 0.3): 1,
        (0.8, 0.9): 1,
        (0.9, 1.0): 2,  # 1.0 belongs to the last band
    }
    assert bands[0.9, 1.0].precision == 1
    assert bands[0.9, 1.0].strict_precision == 0.5
    assert scores.confident.count == 3
    assert scores.confident.precision == pytest.approx(2 / 3)


def test_facts_without_confidence_are_in_no_band() -> None:
    file = facts((agreement(ONE),))
    unsure = score([match_article(file, file, None)], "trial")
    assert unsure.bands == ()
    assert unsure.confident.precision is None


def test_rows_have_no_figure_that_was_not_measured(scores: Scores) -> None:
    rows = {(row.kind, row.measure, row.field): row for row in score_rows(scores)}
    assert rows["agreement", "precision", None].value == pytest.approx(0.3333)
    assert rows["agreement", "precision", None].support == 3
    assert rows["agreement", "recall", None].support == 1
    assert rows["agreement", "field_accuracy", "type"].value == 0
    assert rows["all", "confidence_precision", "0.8-1.0"].support == 3
    assert ("meeting", "precision", None) not in rows
    assert {(row.gold_set, row.extractor_version) for row in rows.values()} == {("trial", "7")}
    assert len(rows) == len(list(score_rows(scores)))  # (kind, measure, field) is a key


def test_measured_rows_come_back_as_written(scores: Scores, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    assert measured_rows(path) == []
    rows = [*score_rows(scores, DAY), ScoreRow("x", None, "all", "f1", None, 0.5, 2, DAY)]
    write_measured_rows(rows, path)
    assert measured_rows(path) == rows


def test_listing_names_what_was_missed_invented_and_wrong() -> None:
    gold = facts((agreement(ONE, place="Lima"),), (meeting(TWO),))
    found = facts((agreement(ONE, place="Cusco", confidence=0.5),), (), (commitment(THREE),))
    missed, invented, wrong = findings([match_article(gold, found, None)])
    assert (missed.verdict, missed.kind, missed.quote) == ("missed", "meeting", TWO)
    assert (invented.verdict, invented.kind, invented.quote) == ("invented", "commitment", THREE)
    assert wrong.fields == {"place": ("Lima", "Cusco")}
    assert (wrong.verdict, wrong.quote, wrong.confidence, wrong.strict) == ("wrong", ONE, 0.5, True)


def test_listing_says_what_kept_a_match_from_being_strict() -> None:
    gold = facts((agreement(ONE, signed_on="2030"),))
    (wrong,) = findings([match_article(gold, facts((agreement(ONE, status="ended"),)), None)])
    assert wrong.why == "not strict: date, status"
    assert wrong.fields == {"date": ("2030", None), "status": ("signed", "ended")}
