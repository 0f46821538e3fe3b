"""The proof behind every row: each quote of a fact is found in the article, or it is out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.article import Article
from ingest.facts.locate import Location, QuoteFinder
from ingest.facts.model import Agreement, Commitment, FactFile, Kind, Meeting
from ingest.facts.read import RejectedFact


@dataclass(frozen=True, slots=True)
class VerifiedFact:
    """A fact with the places of its quotes, in the order of `fact.evidence`."""

    kind: Kind
    position: int
    fact: Agreement | Meeting | Commitment
    places: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class VerifiedSet:
    """What one producer states about one article: the facts that hold and those that do not."""

    source_path: str
    facts_file: FactFile
    facts: tuple[VerifiedFact, ...]
    rejected: tuple[RejectedFact, ...]


def verify(
    article: Article,
    facts_file: FactFile,
    source_path: str,
    places: Mapping[Kind, Sequence[int]] | None = None,
) -> VerifiedSet:
    """Locate every quote of `facts_file` in `article`.

    `places` are the facts' places in their file by kind, for messages; without it their places in
    `facts_file`.

    A fact with a quote that is not there is refused whole. A quote inside page furniture is kept
    when a person chose it (the row says so) and refused from an automatic producer.
    """
    finder = QuoteFinder(article)
    facts: list[VerifiedFact] = []
    rejected: list[RejectedFact] = []
    for kind, position, fact in facts_file.facts():
        found = [finder.find(quote) for quote in fact.evidence]
        problem = _problem(fact.evidence, found, facts_file.method == "reviewed")
        if problem is None:
            located = tuple(place for place in found if place is not None)
            facts.append(VerifiedFact(kind, position, fact, located))
        else:
            code, quote, what = problem
            place = places[kind][position] if places else position
            reason = f"{source_path}: {kind} {place} of {article.article_key}: {what}"
            rejected.append(
                RejectedFact(
                    source_path,
                    article.article_key,
                    kind,
                    place,
                    code,
                    reason,
                    "evidence",
                    quote,
                    json.dumps(fact.model_dump(mode="json"), ensure_ascii=False),
                )
            )
    return VerifiedSet(source_path, facts_file, tuple(facts), tuple(rejected))


def _problem(
    quotes: list[str], places: list[Location | None], by_a_person: bool
) -> tuple[str, str, str] | None:
    for quote, place in zip(quotes, places, strict=True):
        if place is None:
            what = "the article does not contain this quote; copy it from the article's text"
            return "quote_not_found", quote, what
        if place.in_furniture and not by_a_person:
            return "quote_in_furniture", quote, "the quote lies in page furniture"
    return None
