"""Read, clean and extract in units of bounded size, on all cores; rows come back."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context

from ingest.article import Article, Document, Rejection
from ingest.clean import clean
from ingest.facts.model import FactFile
from ingest.facts.verify import verify
from ingest.read import InputFile, read_file
from ingest.warehouse.rows import (
    Rows,
    article_rows,
    fact_set_rows,
    merge_rows,
    rejected_input_row,
    source_key,
)

Producer = Callable[[Article], FactFile]
Unit = list[InputFile] | list[Document | Rejection]

_UNIT_BYTES = 1_000_000
_UNIT_ITEMS = 500
_POOL_FROM_BYTES = 4_000_000  # below this, starting workers takes longer than the work
_MANY = ("jsonl", "csv", "parquet", "feed")


@dataclass(frozen=True, slots=True)
class Plan:
    """What every worker needs to know.

    `reviewed` are the article keys with facts of their own; `known` are the documents whose
    facts by this producer are stored already.
    """

    producer: Producer | None
    reviewed: frozenset[str]
    known: frozenset[str]


@dataclass(slots=True)
class Done:
    """The rows of one unit, and the articles that reviewed facts are waiting for."""

    document_count: int = 0
    rows: Rows = field(default_factory=dict)
    awaited: list[Article] = field(default_factory=list)


def process(plan: Plan, unit: Unit) -> Done:
    """Carry one unit from files or documents to rows."""
    done = Done()
    for item in unit:
        found = read_file(item) if isinstance(item, InputFile) else [item]
        for document in found:
            _process_one(plan, document, done)
    return done


def _process_one(plan: Plan, document: Document | Rejection, done: Done) -> None:
    if isinstance(document, Rejection):
        merge_rows(done.rows, {"rejected_inputs": [rejected_input_row(document)]})
        return
    article = clean(document)
    done.document_count += 1
    merge_rows(done.rows, article_rows(article, source_key(document)))
    if article.article_key in plan.reviewed:
        done.awaited.append(article)
    elif plan.producer and article.document_id not in plan.known:
        merge_rows(done.rows, produced_rows(plan.producer, article))


def produced_rows(producer: Producer, article: Article) -> Rows:
    """Rows of what an automatic producer finds in `article`, each quote verified."""
    facts = producer(article)
    return fact_set_rows(article, verify(article, facts, f"{facts.method} on {article.path}"))


def run_units(plan: Plan, files: list[InputFile]) -> Iterator[Done]:
    """Process all `files`; at most two units a worker are in memory at once.

    Small jobs stay in this process.
    """
    size = sum(file.path.stat().st_size for file in files)
    workers = os.cpu_count() or 1
    if size < _POOL_FROM_BYTES or workers == 1:
        for unit in units(files):
            yield process(plan, unit)
        return
    with ProcessPoolExecutor(
        workers, get_context("spawn"), initializer=_start_worker, initargs=(plan,)
    ) as pool:
        waiting: set[Future[Done]] = set()
        pending = units(files)
        while True:
            waiting |= {
                pool.submit(_work, unit) for unit in islice(pending, 2 * workers - len(waiting))
            }
            if not waiting:
                return
            finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                yield future.result()


_plan: Plan | None = None


def _start_worker(plan: Plan) -> None:
    global _plan  # noqa: PLW0603 - a worker process has one plan for its life
    _plan = plan


def _work(unit: Unit) -> Done:
    assert _plan is not None
    return process(_plan, unit)


def units(files: Iterable[InputFile]) -> Iterator[Unit]:
    """Cut the work: files of one article in groups, files of many article by article."""
    single: list[InputFile] = []
    size = 0
    for file in files:
        if file.media_type in _MANY:
            yield from _document_units(file)
            continue
        single.append(file)
        size += file.path.stat().st_size
        if len(single) >= _UNIT_ITEMS or size >= _UNIT_BYTES:
            yield single
            single, size = [], 0
    if single:
        yield single


def _document_units(file: InputFile) -> Iterator[Unit]:
    batch: list[Document | Rejection] = []
    size = 0
    for document in read_file(file):
        batch.append(document)
        size += len(document.text) if isinstance(document, Document) else 0
        if len(batch) >= _UNIT_ITEMS or size >= _UNIT_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
