"""Fact files are checked field by field; a bad fact is named and does not lose its neighbours."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import UsageError
from ingest.facts.model import FactFile
from ingest.facts.read import FactSource, RejectedFact, fact_paths, read_facts
from tests.samples import fact_file, promise, treaty


def read(tmp_path: Path, content: Any, name: str = "facts.json") -> list[Any]:
    path = tmp_path / name
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return list(read_facts(path))


def test_a_good_file_is_read_whole(tmp_path: Path) -> None:
    [source] = read(tmp_path, fact_file())
    assert isinstance(source, FactSource)
    assert source.facts.method == "reviewed"
    assert [kind for kind, _, _ in source.facts.facts()] == ["agreement", "commitment"]
    assert source.facts.agreements[0].people[0].name == "Kari Nordmann"


def test_one_bad_fact_is_refused_alone_and_named(tmp_path: Path) -> None:
    content = fact_file(agreements=[treaty(signed_on="3 May"), treaty(title="second")])
    rejected, source = read(tmp_path, content)
    assert isinstance(rejected, RejectedFact)
    assert (rejected.kind, rejected.position, rejected.field) == ("agreement", 0, "signed_on")
    for part in ("facts.json", "agreement 0", "signed_on", '"3 May"', "2019-04-19"):
        assert part in rejected.reason
    assert [fact.title for fact in source.facts.agreements] == ["second"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "pact"}, "type"),
        ({"parties": []}, "parties"),
        ({"evidence": []}, "evidence"),
        ({"amount": {"value": -1, "currency": "USD"}}, "amount.value"),
        ({"parties": [{"name": "Norway", "country": "nor"}]}, "parties.0.country"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_each_field_is_checked(tmp_path: Path, changes: dict[str, Any], field: str) -> None:
    rejected = read(tmp_path, fact_file(agreements=[treaty(**changes)]))[0]
    assert isinstance(rejected, RejectedFact)
    assert rejected.field == field


def test_a_refusal_names_every_wrong_field(tmp_path: Path) -> None:
    rejected = read(tmp_path, fact_file(agreements=[treaty(type="pact", signed_on="3 May")]))[0]
    assert isinstance(rejected, RejectedFact)
    assert rejected.field == "type"
    assert "`type`" in rejected.reason
    assert "also `signed_on`" in rejected.reason


def test_a_missing_list_is_refused_and_the_others_are_kept(tmp_path: Path) -> None:
    content = fact_file()
    del content["meetings"]
    rejected, source = read(tmp_path, content)
    assert rejected.field == "meetings"
    assert len(source.facts.facts()) == 2


@pytest.mark.parametrize("content", ["{", "[1]", '{"agreements": []}'])
def test_unusable_files_are_refused_whole(tmp_path: Path, content: str) -> None:
    [rejected] = read(tmp_path, content)
    assert isinstance(rejected, RejectedFact)
    assert "facts.json" in rejected.reason


def test_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(b'{"article": "\xff"}')
    [rejected] = read_facts(path)
    assert isinstance(rejected, RejectedFact)
    assert "UTF-8" in rejected.reason


def test_jsonl_names_the_line(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps(fact_file()), "", "{oops"])
    source, rejected = read(tmp_path, lines, "facts.jsonl")
    assert isinstance(source, FactSource)
    assert rejected.reason.startswith(f"{tmp_path.as_posix()}/facts.jsonl:3")


def test_beneficiary_may_be_a_bare_name(tmp_path: Path) -> None:
    [source] = read(tmp_path, fact_file(commitments=[promise(beneficiary="Sweden")]))
    beneficiary = source.facts.commitments[0].beneficiary
    assert (beneficiary.name, beneficiary.country) == ("Sweden", None)


def test_paths_must_exist_and_hold_facts(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        fact_paths([str(tmp_path / "nowhere")])
    with pytest.raises(UsageError, match=r"no \.json or \.jsonl"):
        fact_paths([str(tmp_path)])


def test_the_published_schema_is_current() -> None:
    path = Path(__file__).parents[2] / "docs" / "fact_file.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == FactFile.model_json_schema()
