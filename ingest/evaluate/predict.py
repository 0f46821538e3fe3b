"""Run the rule-based extractor over articles, on all cores when they are many."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from ingest.article import Article
from ingest.extract import extract
from ingest.facts.model import FactFile

FEW = 400  # below, starting processes costs more than it saves
_CHUNK = 50


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def predict(
    articles: Sequence[Article],
    jobs: int | None = None,
    producer: Callable[[Article], FactFile] = extract,
) -> list[FactFile]:
    """Return what `producer` finds in each article, in order; `jobs` is the number of processes."""
    workers = jobs or usable_cores()
    if workers == 1 or len(articles) < FEW:
        return [producer(article) for article in articles]
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        return list(pool.map(producer, articles, chunksize=_CHUNK))
