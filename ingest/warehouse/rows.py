"""Turn verified records into rows of the raw tables, and give them their ids.

Ids are 16 hexadecimal digits of BLAKE2b over a few raw fields. They are part of the contract with
users: a changed recipe is a breaking change.
"""

import hashlib
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest.article import Article, Document, Known, Rejection
from ingest.facts.locate import fold
from ingest.facts.model import Agreement, Commitment, Meeting, Person
from ingest.facts.read import RejectedFact
from ingest.facts.verify import VerifiedFact, VerifiedSet

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_DATE_FIELD = {"agreement": "signed_on", "meeting": "held_on", "commitment": "due"}


def digest(*parts: object) -> str:
    """Return 16 hexadecimal digits that identify `parts` in their order."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def source_key(document: Document) -> str:
    """Identify the place an article comes from; a later text from there is its new version."""
    place = document.given.article_id or document.position or ""
    folder = os.getcwd()  # noqa: PTH109 - asked for each article, and a `Path` is slow to make
    return digest(_resolved(document.path, folder), place)


@lru_cache(maxsize=1024)  # a file of many articles is asked for with each of them
def _resolved(path: str, folder: str) -> str:
    return Path(folder, path).resolve().as_posix()


def article_rows(article: Article, key: str) -> Rows:
    """Rows of `articles` and `article_furniture`; `key` is the document's `source_key`."""
    row: Row = {
        "document_id": article.document_id,
        "source_key": key,
        "article_key": article.article_key,
        "text_id": article.text_id,
        "source_path": article.path,
        "source_position": article.position,
        "media_type": article.media_type,
        "encoding": article.encoding,
        "source_urls": list(article.sources),
        "text": article.text,
    }
    for name in (
        "title",
        "publisher",
        "published_on",
        "byline",
        "dateline_place",
        "dateline_on",
        "url",
        "language",
    ):
        known: Known[Any] | None = getattr(article, name)
        row[name] = known.value if known else None
        row[f"{name}_basis"] = known.basis if known else None
    furniture = [
        {
            "document_id": article.document_id,
            "start_offset": span.start,
            "end_offset": span.end,
            "furniture_type": span.kind,
        }
        for span in article.furniture
    ]
    return {"articles": [row], "article_furniture": furniture}


def fact_set_rows(article: Article, stated: VerifiedSet) -> Rows:
    """Rows of `fact_sets` and of its facts with parties, people and evidence."""
    file = stated.facts_file
    set_id = digest(article.document_id, file.method, file.producer_version, file.model_dump_json())
    rows: Rows = defaultdict(list)
    rows["fact_sets"].append(
        {
            "fact_set_id": set_id,
            "document_id": article.document_id,
            "text_id": article.text_id,
            "method": file.method,
            "producer_version": file.producer_version,
            "source_path": stated.source_path,
            "fact_count": len(stated.facts),
            "rejected_count": len(stated.rejected),
        }
    )
    seen: dict[str, int] = defaultdict(int)
    for verified in stated.facts:
        base = _mention_base(article, verified)
        mention_id = digest(base, seen[base]) if seen[base] else base
        seen[base] += 1
        _add_fact(rows, set_id, mention_id, article, verified)
    rows["rejected_facts"].extend(map(rejected_fact_row, stated.rejected))
    return rows


def rejected_fact_row(rejected: RejectedFact) -> Row:
    """Row of `rejected_facts`."""
    return {
        "rejection_id": digest(rejected.reason, rejected.fact_json),
        "source_path": rejected.path,
        "article_key": rejected.article_key,
        "kind": rejected.kind,
        "position": rejected.position,
        "reason_code": rejected.reason_code,
        "reason": rejected.reason,
        "field": rejected.field,
        "value": rejected.value,
        "fact_json": rejected.fact_json,
    }


def rejected_input_row(rejection: Rejection) -> Row:
    """Row of `rejected_inputs`."""
    return {
        "rejection_id": digest(rejection.reason),
        "source_path": rejection.path,
        "source_position": rejection.position,
        "reason_code": rejection.reason_code,
        "reason": rejection.reason,
        "field": rejection.field,
        "value": rejection.value,
    }


def to_table(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Return `rows` as an Arrow table; a column that a row lacks is null."""
    return pa.table({name: [row.get(name) for row in rows] for name in schema.names}, schema)


def to_tables(rows: Rows, schemas: Mapping[str, pa.Schema]) -> dict[str, pa.Table]:
    """Return the rows of every table of `schemas` that has any, as Arrow tables."""
    return {
        name: to_table(rows[name], schema) for name, schema in schemas.items() if rows.get(name)
    }


def merge_rows(into: Rows, more: Rows) -> None:
    """Append the rows of `more` to `into`, table by table."""
    for table, rows in more.items():
        into.setdefault(table, []).extend(rows)


def _mention_base(article: Article, verified: VerifiedFact) -> str:
    # From what a fact is about, not from what it says: a corrected date keeps the id.
    quote = fold(verified.fact.evidence[0])[0].strip().casefold()
    parties = sorted(fold(party.name)[0].casefold() for party in verified.fact.parties)
    return digest(article.article_key, verified.kind, quote, *parties)


def _add_fact(
    rows: Rows, set_id: str, mention_id: str, article: Article, verified: VerifiedFact
) -> None:
    fact_id = digest(set_id, verified.kind, verified.position)
    fact = verified.fact
    rows["facts"].append(
        {
            "fact_set_id": set_id,
            "fact_id": fact_id,
            "mention_id": mention_id,
            "kind": verified.kind,
            "position": verified.position,
            "is_space": fact.space,
            "confidence": fact.confidence,
            **_own_fields(fact),
            **_date_fields(fact, _DATE_FIELD[verified.kind], "date"),
            **_date_fields(fact, "valid_until", "valid_until"),
        }
    )
    rows["fact_parties"].extend(_party_rows(fact_id, fact))
    rows["fact_people"].extend(_people_rows(fact_id, getattr(fact, "people", ())))
    rows["fact_evidence"].extend(_evidence_rows(fact_id, article, verified))


def _own_fields(fact: Agreement | Meeting | Commitment) -> Row:
    amount = getattr(fact, "amount", None)
    return {
        "title": getattr(fact, "title", None),
        "fact_type": getattr(fact, "type", None),
        "status": fact.status,
        "strength": getattr(fact, "strength", None),
        "action": getattr(fact, "action", None),
        "series": getattr(fact, "series", None),
        "ordinal": getattr(fact, "ordinal", None),
        "place": getattr(fact, "place", None),
        "amount_value": amount.value if amount else None,
        "amount_currency": amount.currency if amount else None,
        "amount_qualifier": amount.qualifier if amount else None,
        "amount_period": amount.per if amount else None,
    }


def _date_fields(fact: Agreement | Meeting | Commitment, name: str, column: str) -> Row:
    note = fact.dates.get(name)
    return {
        f"{column}_edtf": getattr(fact, name, None),
        f"{column}_text": note.text if note else None,
        f"{column}_basis": note.basis if note else None,
    }


def _party_rows(fact_id: str, fact: Agreement | Meeting | Commitment) -> list[Row]:
    beneficiary = getattr(fact, "beneficiary", None)
    named = [("party", i, party) for i, party in enumerate(fact.parties)]
    named += [("beneficiary", 0, beneficiary)] if beneficiary else []
    return [
        {
            "fact_id": fact_id,
            "role": role,
            "position": position,
            "party_name": party.name,
            "stated_code": party.country,
        }
        for role, position, party in named
    ]


def _people_rows(fact_id: str, people: Sequence[Person]) -> list[Row]:
    return [
        {
            "fact_id": fact_id,
            "position": position,
            "person_name": person.name,
            "office": person.office,
            "stated_code": person.country,
        }
        for position, person in enumerate(people)
    ]


def _evidence_rows(fact_id: str, article: Article, verified: VerifiedFact) -> list[Row]:
    return [
        {
            "fact_id": fact_id,
            "position": position,
            "document_id": article.document_id,
            "quote": article.text[place.start : place.end],
            "start_offset": place.start,
            "end_offset": place.end,
            "is_in_furniture": place.in_furniture,
        }
        for position, place in enumerate(verified.places)
    ]
