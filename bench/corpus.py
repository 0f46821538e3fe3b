"""The texts that are timed: a large mixed news corpus when at hand, else a made-up one."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.project import PROJECT_DIR

MIXED_NEWS = PROJECT_DIR.parent / "shared" / "corpus" / "general_news_open.jsonl.gz"
SYNTHETIC_COUNT = 5000
RELEVANT_SHARE = 0.1  # of a news dump, about; the rest is what the cheap first pass is for

_SUBJECTS = ("The council", "A local club", "The weather service", "Her publisher", "The hospital")
_VERBS = ("opened", "put off", "praised", "paid for", "lost", "described", "repaired", "sold")
_OBJECTS = ("the old bridge", "a cup final", "two bakeries", "the harvest", "a school choir")
_TAILS = ("after heavy rain", "for the third time", "to general surprise", "before the holidays")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A JSONL file of articles and its size; `bytes` counts the UTF-8 of the texts alone."""

    name: str
    path: Path
    articles: int
    bytes: int


def prepare(folder: Path, limit: int | None = None, source: Path | None = None) -> Corpus:
    """Write the corpus as plain JSONL into `folder`; at most `limit` articles.

    `source` is the JSONL file to take, gzipped or not; without it the mixed news when at hand.
    """
    source = source or (MIXED_NEWS if MIXED_NEWS.exists() else None)
    rows = _rows(source) if source else _synthetic(limit or SYNTHETIC_COUNT)
    path, articles, size = folder / "corpus.jsonl", 0, 0
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            if articles == limit:
                break
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            articles, size = articles + 1, size + len(row["text"].encode("utf-8"))
    return Corpus(source.name if source else "synthetic", path, articles, size)


def _rows(source: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if source.suffix == ".gz" else open
    with opened(source, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _synthetic(count: int) -> Iterator[dict[str, Any]]:
    """Yield bundled articles among made-up local news; the same ones every time."""
    rng = random.Random(20260101)
    bundled = [p.read_text(encoding="utf-8") for p in sorted(_bundled_folder().glob("*.md"))]
    for number in range(count):
        relevant = bundled and rng.random() < RELEVANT_SHARE
        text = _body(rng.choice(bundled)) if relevant else _local_news(rng)
        yield {"id": f"s-{number}", "text": text}


def _bundled_folder() -> Path:
    return PROJECT_DIR / "articles"


def _body(markdown: str) -> str:
    return markdown.split("\n---\n", 1)[-1].strip()


def _local_news(rng: random.Random) -> str:
    words = (_SUBJECTS, _VERBS, _OBJECTS, _TAILS)
    sentences = (" ".join(map(rng.choice, words)) + "." for _ in range(rng.randint(5, 40)))
    return " ".join(sentences)
