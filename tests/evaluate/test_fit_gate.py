"""What the learnt pass of the gate is fitted to, and what is written of it."""

import csv
import json
from pathlib import Path

import pytest
from evaluate_builders import agreement, facts

from ingest.evaluate import fit_gate
from ingest.evaluate.fit_gate import Judged, Text
from ingest.extract import gate

SIGNED = "New Zealand and Chile signed an accord on a satellite tracking station on Friday."
LONG = "x" * gate.BRIEF


def _judged(promise: float, coded: bool = True, text: str = LONG) -> Judged:
    return Judged(Text("a", text, coded, coded), promise)


def test_a_text_is_worth_reading_by_what_people_coded_or_the_extractor_finds(
    tmp_path: Path,
) -> None:
    plain = "Engineers signed off the satellite today, and then they went home."
    for name, text in (("coded", plain), ("found", SIGNED), ("none", plain), ("tea", "Tea is up.")):
        path = tmp_path / "set7" / "articles" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        told = (agreement(plain),) if name == "coded" else ()
        given = facts(told).model_dump(mode="json") | {"article": {"id": name}}
        path = tmp_path / "set7" / "gold" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(given))
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps({"text": SIGNED}) + "\n" + json.dumps({"text": plain}) + "\n")
    found = fit_gate.read_texts([tmp_path / "set7" / "gold"], [dump])
    assert sorted((each.family, each.coded, each.worth) for each in found) == [
        ("set", False, False),
        ("set", False, True),
        ("set", True, True),
        ("texts", False, False),
        ("texts", False, True),
    ]


def test_labels_do_not_depend_on_the_pass_that_is_fitted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "BRIEF", 0)
    monkeypatch.setattr(gate, "word_weights", lambda: _weights(floor=99))
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps({"text": SIGNED}) + "\n")
    assert [each.worth for each in fit_gate.read_texts([], [dump])] == [True]


def _weights(floor: float) -> dict[str, float]:
    return {gate.BIAS: 0.0, gate.LENGTH: 0.0, gate.FLOOR: floor}


def test_the_floor_leaves_room_below_what_the_longer_coded_texts_need() -> None:
    sure = [_judged(1.0)] * 99
    wanted = -1.0 - fit_gate._PRUDENCE
    assert fit_gate.best_floor([*sure, _judged(-1.0), _judged(-1.0)]) == wanted
    brief = [_judged(1.0, text="brief")] * 400
    others = [_judged(-7.0, coded=False), _judged(-7.0, text="brief")]
    assert fit_gate.best_floor([*sure, *brief, *others, _judged(-1.0), _judged(-1.0)]) == wanted
    assert fit_gate.best_floor([*sure, _judged(-1.0)]) > wanted


def test_the_summary_counts_what_passes() -> None:
    judged = [_judged(-2.0), _judged(2.0), _judged(-2.0, text="brief"), _judged(-2.0, coded=False)]
    _, line = fit_gate.summary(judged, 0.0)
    assert "2 of 4 texts pass" in line
    assert "with coded facts 2 of 3 (2 of them not brief), with any 2 of 3" in line


def test_copies_of_a_text_are_left_out_with_it() -> None:
    other = Text(
        "b", "Kenya and Norway will share the pictures of their satellite in orbit.", *[True] * 2
    )
    copy = Text(
        "b",
        f"{SIGNED} Something else was said, at some length, by somebody in the end.",
        *[True] * 2,
    )
    assert fit_gate.without_copies([copy, other], [Text("a", SIGNED, True, True)]) == [other]


def test_no_text_is_judged_by_a_model_that_has_seen_its_family(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[set[str]] = []

    def train(texts: list[Text]) -> fit_gate.Weights:
        seen.append({each.text for each in texts})
        return {gate.BIAS: float(len(seen)), gate.LENGTH: 0.0}

    monkeypatch.setattr(fit_gate, "train", train)
    names = ["a", "a", "b", *["texts"] * 12]
    texts = [Text(name, f"text {place}", True, True) for place, name in enumerate(names)]
    texts += [Text("b", SIGNED, True, True), Text("texts", f"{SIGNED} Read on.", True, True)]
    judged = fit_gate.judge(texts)
    assert sorted(each.text.text for each in judged) == sorted(each.text for each in texts)
    for each in judged:
        others = seen[int(each.promise) - 1]
        own = {t.text for t in texts if t.family == each.text.family != "texts"} | {each.text.text}
        assert others and not own & others
        assert SIGNED not in each.text.text or not any(SIGNED in other for other in others)


def test_sets_that_differ_in_a_number_are_one_family() -> None:
    assert [fit_gate.family(name) for name in ("a1", "a12", "dev", "2024")] == [
        "a", "a", "dev", "2024",
    ]  # fmt: skip


def test_words_of_texts_with_facts_speak_for_reading() -> None:
    pytest.importorskip("sklearn")
    worth = [Text("a", f"the partners signed here {n}", True, True) for n in range(60)]
    idle = [Text("a", f"the telescope slept here {n}", False, False) for n in range(60)]
    rare = [Text("a", "rarely", True, True)] * (fit_gate._SEEN - 1)
    others = [Text("a", "seldom", False, False)] * len(rare)
    weights = fit_gate.train([*worth, *idle, *rare, *others])
    assert weights["signed"] > 0 > weights["telescope"]
    assert "the" not in weights, "a word of all texts tells nothing"
    assert "rarely" not in weights, "so few texts are no sign"
    assert {gate.BIAS, gate.LENGTH} <= weights.keys()


def test_the_gate_reads_what_the_fit_has_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = {"signed": 0.25, gate.BIAS: -1.0, gate.LENGTH: 0.5}
    fit_gate.write_seed(weights, -3.5, tmp_path)
    with (tmp_path / "extract_gate_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with monkeypatch.context() as patch:
        patch.setattr(gate, "read_seed", lambda _: rows)
        assert gate.word_weights.__wrapped__() == weights | {gate.FLOOR: -3.5}
