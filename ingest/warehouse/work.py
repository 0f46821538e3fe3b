"""Read, clean and extract in units of bounded size, on all cores; rows come back."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context

import pyarrow as pa

from ingest.article import Article, Document, Rejection
from ingest.clean import clean
from ingest.facts.model import FactFile
from ingest.facts.verify import verify
from ingest.read import InputFile, LineBlock, read_block, read_blocks, read_file
from ingest.warehouse.rows import (
    Rows,
    article_rows,
    fact_set_rows,
    merge_rows,
    rejected_input_row,
    source_key,
    to_tables,
)

Producer = Callable[[Article], FactFile]
Unit = Sequence[InputFile | LineBlock | Document | Rejection]

_UNIT_BYTES = 1_000_000
_UNIT_ITEMS = 500
_POOL_FROM_BYTES = 4_000_000  # below this, starting workers takes longer than the work
_MANY = ("jsonl", "csv", "parquet", "feed")
_GARBAGE_FROM = 100_000  # objects between two rounds of the garbage collector


@dataclass(frozen=True, slots=True)
class Plan:
    """What every worker needs to know.

    `reviewed` are the article keys with facts of their own; `known` are the documents whose
    facts by this producer are stored already. `schemas` are those of the raw tables.
    """

    producer: Producer | None
    reviewed: frozenset[str]
    known: frozenset[str]
    schemas: Mapping[str, pa.Schema]


@dataclass(slots=True)
class Done:
    """The rows of one unit by table, and the articles that reviewed facts are waiting for.

    `refused` are the reasons of its rejected inputs.
    """

    document_count: int = 0
    tables: dict[str, pa.Table] = field(default_factory=dict)
    awaited: list[Article] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def process(plan: Plan, unit: Unit) -> Done:
    """Carry one unit from files, lines or documents to rows."""
    done = Done()
    rows: Rows = {}
    for document in documents(unit):
        _process_one(plan, document, done, rows)
    done.tables = to_tables(rows, plan.schemas)
    return done


def documents(unit: Unit) -> Iterator[Document | Rejection]:
    """Yield the documents of a unit, and what could not be read of it."""
    for item in unit:
        if isinstance(item, InputFile):
            yield from read_file(item)
        elif isinstance(item, LineBlock):
            yield from read_block(item)
        else:
            yield item


def _process_one(plan: Plan, document: Document | Rejection, done: Done, rows: Rows) -> None:
    if isinstance(document, Rejection):
        done.refused.append(document.reason)
        merge_rows(rows, {"rejected_inputs": [rejected_input_row(document)]})
        return
    article = clean(document)
    done.document_count += 1
    merge_rows(rows, article_rows(article, source_key(document)))
    if article.article_key in plan.reviewed:
        done.awaited.append(article)
    elif plan.producer and article.document_id not in plan.known:
        merge_rows(rows, produced_rows(plan.producer, article))


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
    collect_rarely()


def collect_rarely() -> None:
    """Let the garbage collector of this process, a worker, run seldom.

    Reading a text makes many small objects that live shortly. The collector's usual rhythm, after
    every 700 of them, takes about a quarter of the time of extraction.
    """
    gc.freeze()
    gc.set_threshold(_GARBAGE_FROM)


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
    for document in read_blocks(file, _UNIT_ITEMS, _UNIT_BYTES):
        if isinstance(document, LineBlock):
            yield [document]
            continue
        batch.append(document)
        size += len(document.text) if isinstance(document, Document) else 0
        if len(batch) >= _UNIT_ITEMS or size >= _UNIT_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
