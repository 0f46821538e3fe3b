"""The bench's functions run; nothing here measures time."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.project import PROJECT_DIR

HAS_SPACY = importlib.util.find_spec("spacy") is not None


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=PROJECT_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    text = "Kenya and Norway signed an agreement on a ground station for satellites."
    rows = [{"id": f"n{n}", "text": text} for n in range(10)]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_whole_bench_on_ten_articles() -> None:
    report = _run("bench", "--articles", "10", "--runs", "1", "--jobs", "1")
    assert ", 10 articles" in report
    assert "cores" in report
    assert ("spaCy =" in report) is HAS_SPACY


@pytest.mark.parametrize(
    "contender",
    [
        "spacecoop",
        pytest.param("spacy", marks=pytest.mark.skipif(not HAS_SPACY, reason="no spaCy")),
    ],
)
def test_a_run_finds_something_and_is_timed(contender: str, corpus: Path) -> None:
    timing = json.loads(_run("bench.run", contender, str(corpus), "1"))
    assert timing["contender"] == contender
    assert timing["found"] >= 10
    assert timing["seconds"] > 0


def test_triggers_of_one_length_are_merged_into_one_pattern(monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(PROJECT_DIR))
    from bench.contenders import merged_patterns  # noqa: PLC0415

    assert merged_patterns([["Signs"], ["agreed", "to"], ["met"], ["met", "with"]]) == [
        [{"LOWER": {"IN": ["met", "signs"]}}],
        [{"LOWER": {"IN": ["agreed", "met"]}}, {"LOWER": {"IN": ["to", "with"]}}],
    ]


def test_made_up_corpus_is_the_same_every_time(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(PROJECT_DIR))
    from bench import corpus as bench_corpus  # noqa: PLC0415

    monkeypatch.setattr(bench_corpus, "MIXED_NEWS", tmp_path / "absent.gz")
    first = bench_corpus.prepare(tmp_path, 10)
    content = first.path.read_bytes()
    assert bench_corpus.prepare(tmp_path, 10).path.read_bytes() == content
    assert (first.name, first.articles) == ("synthetic", 10)
    assert first.bytes == sum(len(json.loads(row)["text"].encode()) for row in content.splitlines())
