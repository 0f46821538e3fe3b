"""Small articles and facts for tests, in our own words."""

from datetime import date
from pathlib import Path
from typing import Any

from ingest.article import Article, FurnitureSpan, Known

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

TREATY_TEXT = (
    "Norland and Sudland signed a space treaty in Oslo on 3 May 2021.\n\n"
    "Norland will build a ground station by 2024.\n\n"
    "Leave a Comment"
)


def article(
    text: str = TREATY_TEXT,
    *,
    key: str = "sample",
    furniture: tuple[tuple[int, int], ...] = (),
    published_on: date | None = None,
) -> Article:
    """Return an article with that text; `furniture` are its spans."""
    return Article(
        document_id=f"doc-{key}",
        article_key=key,
        text_id=f"text-{key}",
        path=f"{key}.txt",
        position=None,
        media_type="text",
        encoding="utf-8",
        text=text,
        furniture=tuple(FurnitureSpan(start, end, "prompt") for start, end in furniture),
        title=None,
        publisher=None,
        published_on=Known(published_on, "given") if published_on else None,
        byline=None,
        dateline_place=None,
        dateline_on=None,
        url=None,
        language=None,
        sources=(),
    )


def treaty(**changes: Any) -> dict[str, Any]:
    """Return the agreement of `TREATY_TEXT` as a fact file states it."""
    return {
        "title": "space treaty",
        "type": "treaty",
        "status": "signed",
        "signed_on": "2021-05-03",
        "place": "Oslo",
        "amount": None,
        "valid_until": None,
        "space": True,
        "parties": [
            {"name": "Norway", "country": "NOR"},
            {"name": "Sweden", "country": "SWE"},
        ],
        "people": ["Kari Nordmann"],
        "evidence": ["Norland and Sudland signed a space treaty in Oslo on 3 May 2021."],
        **changes,
    }


def promise(**changes: Any) -> dict[str, Any]:
    """Return the commitment of `TREATY_TEXT` as a fact file states it."""
    return {
        "action": "build a ground station",
        "strength": "firm",
        "status": "open",
        "due": "2024",
        "amount": None,
        "space": True,
        "parties": [{"name": "Norway", "country": "NOR"}],
        "beneficiary": None,
        "evidence": ["Norland will build a ground station by 2024."],
        **changes,
    }


def fact_file(key: str = "sample", **changes: Any) -> dict[str, Any]:
    """Return a fact file about the article `key`, with the treaty and the promise."""
    return {
        "article": {"id": key},
        "agreements": [treaty()],
        "meetings": [],
        "commitments": [promise()],
        **changes,
    }
