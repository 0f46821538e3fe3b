"""What is timed: a function over one unit of articles, and what a worker sets up before."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bench.names import names, triggers
from ingest.article import Document
from ingest.extract import extract
from ingest.warehouse.work import Plan, Unit, process

SPACECOOP, SPACY = "spacecoop", "spacy"
_LONGEST_TEXT = 30_000_000  # characters; spaCy refuses longer texts

Work = Callable[[Unit], int]


@dataclass(frozen=True, slots=True)
class Contender:
    """A name, and a function that sets a worker process up and returns its work.

    The work takes a unit of documents and returns how many facts, or matches, it found.
    """

    name: str
    set_up: Callable[[], Work]


def _set_up_spacecoop() -> Work:
    plan = Plan(extract, frozenset(), frozenset())

    def work(unit: Unit) -> int:
        return len(process(plan, unit).rows.get("facts", ()))

    return work


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
        texts = (item.text for item in unit if isinstance(item, Document))
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
    for found in (Contender(SPACECOOP, _set_up_spacecoop), Contender(SPACY, _set_up_spacy))
}
