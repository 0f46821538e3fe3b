from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import InputError, UsageError
from ingest.evaluate.baseline import (
    Baseline,
    check_baseline,
    measures,
    read_baseline,
    update_baseline,
    write_baseline,
)
from ingest.evaluate.gate import GOLD_SETS
from ingest.evaluate.scores import Band, Detection, Scores

DAY = date(2031, 5, 4)


def _scores(matched: int = 8, confident: int = 9, name: str = "trial") -> Scores:
    counts = Detection(gold=10, predicted=10, matched=matched, strict=5)
    nothing = Detection(0, 0, 0, 0)
    return Scores(
        gold_set=name,
        producer_version="1",
        articles=3,
        detection={"agreement": counts, "meeting": nothing, "commitment": nothing, "all": counts},
        fields={},
        bands=(),
        confident=Band(0.8, 1.0, 10, confident, 5),
    )


def _baseline(**kwargs: int) -> Baseline:
    return update_baseline(Baseline(), [_scores(**kwargs)])


def test_floors_are_rounded_down_and_leave_out_what_has_no_value() -> None:
    counts = Detection(gold=3, predicted=100, matched=29, strict=2)
    found = measures(replace(_scores(), detection={"all": counts}))
    assert found["all.precision"] == 0.29
    assert found["all.strict_f1"] == 0.038  # 0.0388 rounded down
    assert "meeting.precision" not in measures(_scores())
    assert found["confident.precision"] == 0.9


def test_what_was_just_recorded_passes() -> None:
    assert check_baseline(_scores(), _baseline()) == []


def test_better_scores_pass() -> None:
    assert check_baseline(_scores(matched=9), _baseline()) == []


def test_a_score_below_its_floor_is_named_with_both_figures() -> None:
    violations = check_baseline(_scores(confident=8), _baseline())
    assert violations == [
        "gold set trial: confident.precision is 0.800, the floor is 0.900",
    ]


def test_a_floor_that_cannot_be_measured_any_more_is_a_violation() -> None:
    silent = replace(_scores(), confident=Band(0.8, 1.0, 0, 0, 0))
    (violation,) = check_baseline(silent, _baseline())
    assert "confident.precision is not measurable any more" in violation


def test_an_unknown_gold_set_is_a_violation() -> None:
    (violation,) = check_baseline(_scores(name="other"), _baseline())
    assert "other: no floors recorded" in violation


def test_a_gold_set_with_no_floors_is_a_violation() -> None:
    (violation,) = check_baseline(_scores(), Baseline({"trial": {}}))
    assert "trial: no floors recorded" in violation


def test_raising_is_free() -> None:
    raised = update_baseline(_baseline(), [_scores(matched=9)])
    assert raised.floors["trial"]["all.f1"] == 0.9
    assert raised.lowered == []


@pytest.mark.parametrize(
    "leave",
    [{}, {"allow_lower": True}, {"reason": "harder gold"}, {"allow_lower": True, "reason": "  "}],
)
def test_lowering_needs_leave_and_a_reason(leave: dict[str, object]) -> None:
    before = _baseline()
    with pytest.raises(UsageError, match=r"trial agreement\.f1: 0\.800 -> 0\.700"):
        update_baseline(before, [_scores(matched=7)], **leave)
    assert before.floors["trial"]["all.f1"] == 0.8


def test_lowering_is_recorded_with_the_day_and_the_reason() -> None:
    lowered = update_baseline(
        _baseline(), [_scores(confident=7)], allow_lower=True, reason="harder gold", today=DAY
    )
    assert lowered.floors["trial"]["confident.precision"] == 0.7
    (entry,) = lowered.lowered
    assert (entry.on, entry.gold_set, entry.measure) == (
        "2031-05-04",
        "trial",
        "confident.precision",
    )
    assert (entry.was, entry.to, entry.reason) == (0.9, 0.7, "harder gold")


def test_losing_a_floor_is_lowering_it() -> None:
    silent = replace(_scores(), confident=Band(0.8, 1.0, 0, 0, 0))
    with pytest.raises(UsageError, match="not measurable any more"):
        update_baseline(_baseline(), [silent])


def test_the_record_of_lowerings_only_grows() -> None:
    once = update_baseline(_baseline(), [_scores(7)], allow_lower=True, reason="a")
    twice = update_baseline(once, [_scores(6)], allow_lower=True, reason="b")
    assert {entry.reason for entry in twice.lowered} == {"a", "b"}


def test_sets_that_were_not_measured_keep_their_floors() -> None:
    both = update_baseline(_baseline(), [_scores(name="other")])
    assert set(both.floors) == {"trial", "other"}
    assert both.floors["trial"] == _baseline().floors["trial"]


def test_file_comes_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = update_baseline(
        _baseline(), [_scores(7)], allow_lower=True, reason="harder gold", today=DAY
    )
    write_baseline(baseline, path)
    assert read_baseline(path) == baseline


@pytest.mark.parametrize("content", [None, "{", "[]", '{"floors": {}}'])
def test_a_damaged_file_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=r"baseline\.json"):
        read_baseline(path)


def test_the_kept_file_knows_exactly_the_sets_of_the_gate() -> None:
    assert set(read_baseline().floors) == {gold_set.name for gold_set in GOLD_SETS}
