"""What is timed: what a worker does with one unit of articles, and what becomes of its result.

spacecoop carries the articles from the file into a new build file: it reads, cleans, extracts,
verifies, makes rows, stores and commits them, as `spacecoop ingest` does. spaCy reads the same
file with the same reader, makes its documents and looks for names and triggers in them; it stores
nothing.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from bench.names import names, triggers
from ingest import __version__
from ingest.article import Document
from ingest.extract import EXTRACTOR_VERSION, extract
from ingest.warehouse.raw import RunWriter, open_build_file
from ingest.warehouse.work import Done, Plan, Unit, collect_rarely, documents, process

SPACECOOP, SPACY = "spacecoop", "spacy"
_LONGEST_TEXT = 30_000_000  # characters; spaCy refuses longer texts

_SAMPLE = "Kenya and Norway signed an agreement on a ground station for satellites on 5 May 2021."

Work = Callable[[Unit], Any]


class Store(Protocol):
    """Takes the results of the units in the main process, and counts what was found."""

    def add(self, result: Any) -> None:
        """Take the result of one unit."""

    def found(self) -> int:
        """Return how many facts, or matches, were found."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A name, a function that sets a worker process up and returns its work, and a store.

    The store works in a folder of its own and is closed within the time that is measured.
    """

    name: str
    set_up: Callable[[], Work]
    store: Callable[[Path], AbstractContextManager[Store]]


def _set_up_spacecoop() -> Work:
    with tempfile.TemporaryDirectory() as folder, _build_file(Path(folder)) as file:
        plan = Plan(extract, frozenset(), frozenset(), file.schemas)
    process(plan, [Document("sample.txt", None, "text", "utf-8", _SAMPLE)])  # reads the seeds
    collect_rarely()
    return partial(process, plan)


class _BuildFile:
    def __init__(self, writer: RunWriter) -> None:
        self._writer, self.schemas = writer, writer.schemas
        self._started_at = datetime.now(UTC).replace(tzinfo=None)

    def add(self, result: Done) -> None:
        self._writer.append(result.tables)

    def found(self) -> int:
        return self._writer.added["facts"]

    def commit(self) -> None:
        self._writer.commit(
            {
                "started_at": self._started_at,
                "finished_at": datetime.now(UTC).replace(tzinfo=None),
                "tool_version": __version__,
                "extractor_version": EXTRACTOR_VERSION,
                "input_paths": [],
                "fact_paths": [],
            }
        )


@contextmanager
def _build_file(folder: Path) -> Iterator[_BuildFile]:
    with open_build_file(folder / "bench.duckdb") as connection:
        file = _BuildFile(RunWriter(connection))
        yield file
        file.commit()


class _Count:
    def __init__(self) -> None:
        self._total = 0

    def add(self, result: int) -> None:
        self._total += result

    def found(self) -> int:
        return self._total


@contextmanager
def _count(_folder: Path) -> Iterator[_Count]:
    yield _Count()


def _set_up_spacy() -> Work:
    """Blank English, sentencizer, one PhraseMatcher of names, one merged Matcher of triggers."""
    matchers: Any = import_module("spacy.matcher")  # an optional dependency, of the bench alone
    nlp: Any = import_module("spacy").blank("en")
    nlp.max_length = _LONGEST_TEXT
    nlp.add_pipe("sentencizer")
    phrases = matchers.PhraseMatcher(nlp.vocab)
    phrases.add("name", list(nlp.tokenizer.pipe(names())))
    matcher = matchers.Matcher(nlp.vocab)
    matcher.add("trigger", merged_patterns(_words(nlp.tokenizer.pipe(triggers()))))

    def work(unit: Unit) -> int:
        texts = (item.text for item in documents(unit) if isinstance(item, Document))
        found = ((phrases(doc), matcher(doc), list(doc.sents)) for doc in nlp.pipe(texts))
        return sum(len(named) + len(triggered) for named, triggered, _ in found)

    return work


def _words(docs: Iterable[Any]) -> Iterator[list[str]]:
    yield from ([token.text for token in doc] for doc in docs)


def merged_patterns(phrases: Iterable[list[str]]) -> list[list[dict[str, Any]]]:
    """Return one pattern per length of phrase, each position a set of lower-case words.

    This is the fastest form spaCy's Matcher has; it matches a little more than the phrases do.
    """
    by_length: dict[int, list[set[str]]] = {}
    for phrase in phrases:
        positions = by_length.setdefault(len(phrase), [set() for _ in phrase])
        for position, word in zip(positions, phrase, strict=True):
            position.add(word.lower())
    return [
        [{"LOWER": {"IN": sorted(words)}} for words in positions]
        for _, positions in sorted(by_length.items())
    ]


CONTENDERS = {
    found.name: found
    for found in (
        Contender(SPACECOOP, _set_up_spacecoop, _build_file),
        Contender(SPACY, _set_up_spacy, _count),
    )
}
