"""What the choice of sentences is fitted to, and what is written of it."""

import csv
import json
from pathlib import Path

import pytest
from evaluate_builders import agreement, facts

from ingest.evaluate import fit_passages
from ingest.evaluate.fit_passages import ToldText
from ingest.extract import passages
from ingest.extract.passages import Floors, Weight

SIGNED = "New Zealand and Chile signed an accord on a satellite tracking station on Friday."
PLAIN = "Engineers looked at the satellite, signed the book and went home again."


def _write(folder: Path, name: str, text: str, quote: str) -> None:
    article = folder / "articles" / f"{name}.txt"
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(text)
    given = facts((agreement(quote),)).model_dump(mode="json") | {"article": {"id": name}}
    path = folder / "gold" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(given))


def _told(text: str, told: list[bool], name: str = "a", counts: bool = True) -> ToldText:
    words = [passages.words_of(each) for each in text.split(". ")]
    return ToldText(name, text, words, told, counts)


def _long(told: list[bool], name: str = "a") -> ToldText:
    return ToldText(name, "x" * passages.SHORT, [set() for _ in told], told, True)


def test_sentences_are_told_by_coded_facts_and_unknown_where_the_extractor_finds_one(
    tmp_path: Path,
) -> None:
    _write(tmp_path / "set7", "one", f"{PLAIN} {SIGNED} Tea is up.", PLAIN)
    _write(tmp_path / "other", "two", f"{SIGNED} {PLAIN}", PLAIN)
    dump = tmp_path / "dump.jsonl"
    dump.write_text(json.dumps({"text": f"{SIGNED} {PLAIN}"}) + "\n" + '{"text": "Tea is up."}')
    folders = [tmp_path / "set7" / "gold"], [tmp_path / "other" / "gold"]
    found = fit_passages.read_told(*folders, [dump])
    assert [(t.family, t.told, t.known, t.counts) for t in found] == [
        ("set", [True, False, False], [True, True, True], False),
        ("other", [False, True], [True, True], False),
        ("texts", [True, False], [False, True], False),
    ]
    assert "engineers" in found[0].words[0]


def test_words_of_sentences_with_facts_and_of_those_beside_them_speak() -> None:
    pytest.importorskip("sklearn")
    signed = [_told(f"Then they met {n}. They signed it", [False, True]) for n in range(60)]
    idle = [_told(f"Then they slept {n}. They ate", [False, False]) for n in range(60)]
    weights = fit_passages.train([*signed, *idle])
    assert weights["signed"].own > 0 > weights["ate"].own
    assert weights["met"].beside > 0 > weights["slept"].beside
    assert weights["signed"].beside < 0, "the sentence before tells nothing"
    assert "7" not in weights
    assert weights[passages.BIAS].own < 0


def test_what_is_unknown_is_not_learnt_from() -> None:
    pytest.importorskip("sklearn")
    known = [_told(f"They signed it {n}. They ate", [True, False]) for n in range(30)]
    unknown = [
        ToldText("texts", each.text, [{"dreamt"}, {"ate"}], [True, False], False) for each in known
    ]
    assert fit_passages.train([*known, *unknown])["dreamt"].own == 0.0


def test_a_text_is_judged_by_models_that_have_not_seen_it_or_its_relatives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[list[str]] = []

    def train(texts: list[ToldText]) -> dict[str, Weight]:
        seen.append([each.text for each in texts])
        return {passages.BIAS: Weight(float(len(seen)), 0.0)}

    monkeypatch.setattr(fit_passages, "train", train)
    monkeypatch.setattr(fit_passages, "train_gate", lambda _: {})
    monkeypatch.setattr(passages.gate, "promise", lambda *_: 2.0)
    texts = [_told(f"Text number {n} is here", [False]) for n in range(12)]
    texts += [_told(f"{SIGNED} {n}", [True]) for n in range(3)]
    for each, odds in zip(texts, fit_passages.judge(texts), strict=True):
        model = round(odds[0] - 2.0 * fit_passages._TEXT)
        assert each.text not in seen[model - 1]
        assert SIGNED not in each.text or not any(SIGNED in other for other in seen[model - 1])


def test_the_floors_lie_below_what_the_sentences_with_facts_need() -> None:
    def floors(low: list[list[float]], told: list[bool]) -> Floors:
        sure = [_told("x", [True])] * 99
        weak = [_told("x. y", told)] * len(low)
        others = [_told("x", [True], counts=False), _told("x", [False])] * 20
        odds = [[1.0]] * 99 + low + [[-7.0]] * 40
        return fit_passages.best_floors([*sure, *weak, *others], odds)

    least = fit_passages._PRUDENCE
    assert floors([[-1.0, -5.0]] * 2, [True, False]) == (-1.0 - least, -1.0 - least)
    assert floors([[-1.0, 0.0]] * 2, [True, False]) == (-1.0 - least, -least), "the best counts"
    assert floors([[-1.0, -5.0]], [True, False]) == (-least, -least), "one in a hundred may fail"


def test_the_summary_counts_what_passes() -> None:
    texts = [_long([True, False]), _long([True, False]), _long([False], "b")]
    floors = Floors(-1.0, 0.0)
    lines = list(fit_passages.summary(texts, [[0.5, -0.5], [-0.5, -0.5], [-0.5]], floors))
    assert "50.0 of 4, of those with facts 50.0 of 2; any in 1 of 2 texts" in lines[1]
    assert "0.0 of 1, of those with facts 0.0 of 0; any in 0 of 1 texts" in lines[2]


def test_short_texts_are_read_whole_and_move_no_floor(tmp_path: Path) -> None:
    short = [_told("x", [True])]
    assert "100.0 of 1" in list(fit_passages.summary(short, [[-9.0]], Floors(0.0, 0.0)))[1]
    _write(tmp_path / "set7", "long", f"{PLAIN} {SIGNED} " * 10, SIGNED)
    _write(tmp_path / "set7", "short", f"{PLAIN} {SIGNED}", SIGNED)
    found = fit_passages.read_told([tmp_path / "set7" / "gold"], [], [])
    assert {len(each.text) >= passages.SHORT: each.counts for each in found} == {
        True: True,
        False: False,
    }


def test_the_extractor_reads_what_the_fit_has_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = {"signed": Weight(0.25, -0.125), passages.BIAS: Weight(-1.0, 0.0)}
    fit_passages.write_seed(weights, Floors(-3.5, -1.5), tmp_path)
    with (tmp_path / "extract_passage_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    monkeypatch.setattr(passages, "read_seed", lambda _: rows)
    assert passages._weights.__wrapped__() == weights | {
        passages.FLOOR: Weight(-3.5, 0.0),
        passages.BEST: Weight(-1.5, 0.0),
        passages.TEXT: Weight(fit_passages._TEXT, 0.0),
    }
