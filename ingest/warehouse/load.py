"""The ingest step: files and reviewed facts in, one run's rows in `raw` out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from rich.console import Console

from ingest import __version__
from ingest.article import Article
from ingest.errors import InputError
from ingest.extract import EXTRACTOR_VERSION, extract
from ingest.facts.model import FactFile, Kind, Method
from ingest.facts.read import FactSource, RejectedFact, fact_paths, read_facts
from ingest.facts.verify import VerifiedSet, verify
from ingest.progress import progress
from ingest.read import discover
from ingest.warehouse.raw import RunWriter, open_build_file, stored_articles
from ingest.warehouse.rows import (
    Rows,
    fact_set_rows,
    merge_rows,
    rejected_fact_row,
    to_tables,
)
from ingest.warehouse.work import Plan, Producer, produced_rows, run_units

_REASONS_SHOWN = 5


@dataclass(slots=True)
class IngestSummary:
    """What a run read and what it added; `added` counts rows by raw table."""

    run_id: str | None
    file_count: int
    passed_over: list[str]
    document_count: int = 0
    added: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Reviewed:
    """Facts that people (or a model) stated in files, by article key."""

    by_article: dict[str, list[FactSource]] = field(default_factory=lambda: defaultdict(list))
    rejected: list[RejectedFact] = field(default_factory=list)


def ingest(
    paths: Sequence[str],
    facts: Sequence[str],
    database: Path,
    console: Console,
    producer: Producer | None = extract,
) -> IngestSummary:
    """Read `paths`, clean, extract or take the stated `facts`, and append to `raw`.

    A run lands whole or not at all. `producer` speaks for articles without stated facts; None
    leaves them without. Raises `UsageError` for paths that are not there, `InputError` when no
    article could be read, `DatabaseBusyError` when the build file is held.
    """
    started_at = _now()
    fact_files = fact_paths(facts)
    reviewed = read_reviewed(fact_files)
    found = discover(paths, exclude=fact_files)
    summary = IngestSummary(None, len(found.files), found.passed_over)
    with open_build_file(database) as connection:
        known = _known_documents(connection) if producer else frozenset()
        writer = RunWriter(connection)
        plan = Plan(producer, frozenset(reviewed.by_article), known, writer.schemas)
        awaited: list[Article] = []
        refused: list[str] = []
        with progress(console, "Reading articles", None) as tick:
            for done in run_units(plan, found.files):
                writer.append(done.tables)
                awaited.extend(done.awaited)
                refused.extend(done.refused[: max(0, _REASONS_SHOWN - len(refused))])
                summary.document_count += done.document_count
                tick(done.document_count)
        stated = _stated_rows(connection, reviewed, awaited, producer)
        writer.append(to_tables(stated, writer.schemas))
        written = writer.commit(
            {
                "started_at": started_at,
                "finished_at": _now(),
                "tool_version": __version__,
                "extractor_version": EXTRACTOR_VERSION if producer else None,
                "input_paths": list(paths),
                "fact_paths": list(facts),
            }
        )
        if summary.document_count == 0 and not reviewed.by_article:
            raise InputError(_nothing_read(paths, refused))
    summary.run_id = writer.run_id if written else None
    summary.added = writer.added
    return summary


def read_reviewed(files: Iterable[Path]) -> Reviewed:
    """Read all fact files; what cannot be used is in `rejected`."""
    reviewed = Reviewed()
    for path in files:
        for item in read_facts(path):
            if isinstance(item, RejectedFact):
                reviewed.rejected.append(item)
            else:
                reviewed.by_article[item.facts.article.id].append(item)
    return reviewed


def _stated_rows(
    connection: duckdb.DuckDBPyConnection,
    reviewed: Reviewed,
    awaited: list[Article],
    producer: Producer | None,
) -> Rows:
    rows: Rows = {"rejected_facts": [rejected_fact_row(item) for item in reviewed.rejected]}
    articles: dict[str, list[Article]] = defaultdict(list)
    for article in awaited:
        articles[article.article_key].append(article)
    for key, sources in reviewed.by_article.items():
        given = articles[key]
        known = {article.document_id for article in given}
        stored = stored_articles(connection, key)
        candidates = given + [a for a in stored if a.document_id not in known]
        for source in _one_per_method(sources):
            if not candidates:
                merge_rows(rows, {"rejected_facts": [rejected_fact_row(_no_article(source))]})
                continue
            chosen, stated = _best_match(candidates, source)
            merge_rows(rows, fact_set_rows(chosen, stated))
            # Another article of the same name, but not the one the facts are about.
            others = [a for a in articles[key] if a.text_id != chosen.text_id]
            for article in others if producer else []:
                merge_rows(rows, produced_rows(producer, article))  # type: ignore[arg-type]
    return rows


def _best_match(candidates: list[Article], source: FactSource) -> tuple[Article, VerifiedSet]:
    tried = [(a, verify(a, source.facts, source.path, source.places)) for a in candidates]
    return max(tried, key=lambda pair: len(pair[1].facts))


def _one_per_method(sources: list[FactSource]) -> list[FactSource]:
    # Facts on one article may be spread over files; together they are what the producer states.
    by_method: dict[Method, list[FactSource]] = defaultdict(list)
    for source in sources:
        by_method[source.facts.method].append(source)
    return [_joined(group) for group in by_method.values()]


def _joined(group: list[FactSource]) -> FactSource:
    files = [source.facts for source in group]
    joined: FactFile = files[0].model_copy(
        update={
            "agreements": [fact for file in files for fact in file.agreements],
            "meetings": [fact for file in files for fact in file.meetings],
            "commitments": [fact for file in files for fact in file.commitments],
        }
    )
    places: dict[Kind, tuple[int, ...]] = defaultdict(tuple)
    for source in group:
        for kind, found in source.places.items():
            places[kind] += found
    return FactSource(", ".join(source.path for source in group), joined, places)


def _no_article(source: FactSource) -> RejectedFact:
    key = source.facts.article.id
    return RejectedFact(
        path=source.path,
        article_key=key,
        kind=None,
        position=None,
        reason_code="article_not_found",
        reason=f"{source.path}: no article with the id {key!r} was given or is stored; "
        "add its file to the paths, or correct `article.id` (a file's id is its name without "
        "the ending)",
        field="article.id",
        value=key,
        fact_json=source.facts.model_dump_json(),
    )


def _known_documents(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    found = connection.execute(
        "select document_id from raw.fact_sets where method = 'rules' and producer_version = ?",
        [EXTRACTOR_VERSION],
    ).fetchall()
    return frozenset(row[0] for row in found)


def _nothing_read(paths: Sequence[str], reasons: list[str]) -> str:
    return "\n".join(
        [
            f"{', '.join(paths)}: no article could be read; give text, Markdown, HTML, JSONL, CSV, "
            "Parquet or RSS files",
            *reasons,
        ]
    )


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
