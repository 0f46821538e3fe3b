"""Short ways to write facts; every default is a fact about the made-up country pair NZL-CHL."""

from typing import Any

from ingest.facts.model import FactFile

PARTIES = ("New Zealand:NZL", "Chile:CHL")


def party(text: str) -> dict[str, str | None]:
    name, _, code = text.partition(":")
    return {"name": name, "country": code or None}


def agreement(*evidence: str, parties: tuple[str, ...] = PARTIES, **fields: Any) -> dict[str, Any]:
    return {
        "title": "tracking station accord",
        "type": "agreement",
        "status": "signed",
        "signed_on": None,
        "place": None,
        "amount": None,
        "valid_until": None,
        "space": True,
        "parties": [party(text) for text in parties],
        "people": [],
        "evidence": list(evidence),
        **fields,
    }


def meeting(*evidence: str, parties: tuple[str, ...] = PARTIES, **fields: Any) -> dict[str, Any]:
    return {
        "type": "talks",
        "status": "held",
        "series": None,
        "ordinal": None,
        "held_on": None,
        "place": None,
        "space": True,
        "parties": [party(text) for text in parties],
        "people": [],
        "evidence": list(evidence),
        **fields,
    }


def commitment(*evidence: str, parties: tuple[str, ...] = PARTIES, **fields: Any) -> dict[str, Any]:
    return {
        "action": "build a tracking station",
        "strength": "firm",
        "status": "open",
        "due": None,
        "amount": None,
        "space": True,
        "parties": [party(text) for text in parties],
        "beneficiary": None,
        "evidence": list(evidence),
        **fields,
    }


def facts(
    agreements: tuple[Any, ...] = (),
    meetings: tuple[Any, ...] = (),
    commitments: tuple[Any, ...] = (),
    article_id: str = "a-1",
    **header: Any,
) -> FactFile:
    return FactFile.model_validate(
        {
            "article": {"id": article_id},
            "agreements": list(agreements),
            "meetings": list(meetings),
            "commitments": list(commitments),
            **header,
        }
    )
