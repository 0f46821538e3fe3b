"""No fact without its words: a quote that is not in the article takes the fact out."""

from ingest.facts.model import FactFile
from ingest.facts.verify import VerifiedSet, verify
from tests.samples import TREATY_TEXT, article, fact_file, promise, treaty


def verified(method: str = "reviewed", **changes: object) -> VerifiedSet:
    facts = FactFile.model_validate({**fact_file(**changes), "method": method})
    at = TREATY_TEXT.index("Leave a Comment")
    return verify(article(furniture=((at, len(TREATY_TEXT)),)), facts, "facts.json")


def test_true_quotes_are_kept_with_their_places() -> None:
    result = verified()
    assert result.rejected == ()
    for fact in result.facts:
        for quote, place in zip(fact.fact.evidence, fact.places, strict=True):
            assert TREATY_TEXT[place.start : place.end] == quote


def test_one_invented_quote_takes_its_fact_out_and_no_other() -> None:
    lie = "Norland promised a second station."
    result = verified(commitments=[promise(evidence=[*promise()["evidence"], lie])])
    assert [fact.kind for fact in result.facts] == ["agreement"]
    [rejected] = result.rejected
    assert (rejected.reason_code, rejected.value) == ("quote_not_found", lie)
    assert "commitment 0 of sample" in rejected.reason


def test_furniture_is_no_evidence_for_a_machine_but_a_person_may_insist() -> None:
    agreements = [treaty(evidence=["Leave a Comment"])]
    assert verified(agreements=agreements).facts[0].places[0].in_furniture
    [rejected] = verified("rules", agreements=agreements, commitments=[]).rejected
    assert rejected.reason_code == "quote_in_furniture"
