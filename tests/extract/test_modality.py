"""Done, planned, proposed, denied: what is said of a deed decides whether and how it is a fact."""

import pytest

from ingest.extract.tokens import MONTH_OF_MAY, tokenize
from tests.extract.texts import codes, facts


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru and Chile signed a satellite data agreement in Lima.", "signed"),
        ("Peru and Chile sign a satellite data agreement in Lima.", "signed"),
        ("Peru and Chile will sign a satellite data agreement in Lima.", "planned"),
        ("Peru and Chile are expected to sign a satellite data agreement.", "planned"),
        ("Peru and Chile agreed to sign a satellite data agreement.", "planned"),
        ("Peru and Chile hope to sign a satellite data agreement.", "proposed"),
        ("Peru and Chile may sign a satellite data agreement.", "proposed"),
        ("Peru and Chile are negotiating a satellite data agreement.", "negotiating"),
        ("Peru and Chile renewed their satellite data agreement.", "extended"),
        ("Peru and Chile suspended their satellite data agreement.", "suspended"),
        ("Peru and Chile terminated their satellite data agreement.", "ended"),
        ("A satellite data agreement was signed by Peru and Chile.", "signed"),
        ("Peru went on to sign a satellite data agreement with Chile.", "signed"),
        ("A satellite data agreement would soon be signed by Peru and Chile.", "planned"),
        (
            "Under the Peru-Chile satellite agreement reached in 2021, a ground station is to be"
            " created.",
            "in_force",
        ),
        ("A satellite data agreement will be signed by Peru and Chile.", "planned"),
        (
            "Officials of Peru and Chile went over a memorandum on satellites that the sides will "
            "sign.",
            "planned",
        ),
        (
            "Peru and Chile spoke about an agreement on satellites that they could sign this year.",
            "proposed",
        ),
        (
            "Talks between Peru and Chile on extending the satellite data agreement broke down.",
            "negotiating",
        ),
        (
            "Peru and Chile discussed extending their data exchange agreement in orbit.",
            "negotiating",
        ),
        ("Peru and Chile have yet to agree on the renewal of the satellite agreement.", "planned"),
        (
            "Peru's cabinet approved on Monday the signing of a satellite agreement with Chile.",
            "planned",
        ),
    ],
)
def test_status_of_an_agreement_follows_the_verb(sentence: str, status: str) -> None:
    found = facts(sentence).agreements
    assert [fact.status for fact in found] == [status]
    assert codes(found[0]) == {"PER", "CHL"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru and Chile did not sign a satellite data agreement.",
        "Peru and Chile refused to sign a satellite data agreement.",
        "Peru denied reports that it had signed a satellite deal with Chile.",
        "Peru and Chile never signed the satellite data agreement.",
    ],
)
def test_what_is_denied_is_no_agreement(sentence: str) -> None:
    assert facts(sentence).agreements == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Kenyan President William Ruto met Italian space officials in Nairobi.", "held"),
        ("Kenya and Italy held talks on the Malindi space centre in Rome.", "held"),
        ("Kenya and Italy will hold talks on the Malindi space centre in Rome.", "planned"),
        ("Kenya and Italy plan to hold talks on the Malindi space centre.", "planned"),
    ],
)
def test_a_meeting_that_is_announced_is_not_held(sentence: str, status: str) -> None:
    assert [fact.status for fact in facts(sentence).meetings] == [status]


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Ghana will build a ground station for satellites with Japan.", "firm"),
        ("Ghana pledged to build a ground station for satellites with Japan.", "firm"),
        ("Ghana has agreed to build a ground station for satellites with Japan.", "firm"),
        ("Ghana plans to build a ground station for satellites with Japan.", "intended"),
        ("Ghana hopes to build a ground station for satellites with Japan.", "intended"),
        ("Ghana is ready to build a ground station for satellites with Japan.", "intended"),
        ("Ghana is considering building a ground station for satellites with Japan.", "considered"),
        ("Ghana may build a ground station for satellites with Japan.", "considered"),
        ("Ghana will endeavour to build a ground station for satellites with Japan.", "intended"),
        ("Ghana and Japan pledged that they would build a satellite ground station.", "firm"),
        ("Ghana committed not to test weapons against satellites with Japan.", "firm"),
    ],
)
def test_strength_of_a_commitment(sentence: str, strength: str) -> None:
    found = facts(sentence).commitments
    assert [fact.strength for fact in found] == [strength]
    assert codes(found[0]) == {"GHA", "JPN"}


def test_expert_speculation_is_nobodys_commitment() -> None:
    text = "Analysts say Ghana could build a ground station for satellites with Japan."
    assert facts(text).commitments == []


def test_an_agreement_to_hold_a_meeting_is_the_planned_meeting_alone() -> None:
    found = facts(
        "Norway and Canada agreed to hold the second Norway-Canada Space Dialogue in 2025."
    )
    assert [(m.status, m.ordinal) for m in found.meetings] == [("planned", 2)]
    assert found.commitments == []


@pytest.mark.parametrize(
    ("text", "promises"),
    [
        ("The presidents of Peru and Chile will meet in Lima in June to discuss satellites.", 0),
        ("Peru and Chile will meet all their obligations on the satellite to Norway.", 1),
    ],
    ids=["people", "obligations"],
)
def test_to_meet_people_is_no_promise_but_to_meet_obligations_is(text: str, promises: int) -> None:
    assert len(facts(text).commitments) == promises


def test_postponed_undertaking_is_delayed() -> None:
    found = facts("Oman and India postponed the launch of their joint satellite.").commitments
    assert [fact.status for fact in found] == ["delayed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru and Chile in {month} signed a satellite data agreement.",
        "In {month} Peru and Chile held talks on a joint satellite.",
        "Peru signed an agreement with Chile in {month} to launch a satellite.",
        "Since {month} Peru and Chile have been planning to launch a joint satellite in 2027.",
    ],
)
def test_the_month_of_may_is_no_modal(sentence: str) -> None:
    def told(month: str) -> list[tuple[str, str, set[str]]]:
        found = facts(sentence.format(month=month)).facts()
        return [(kind, fact.status, codes(fact)) for kind, _, fact in found]

    assert told("May") == told("July") != []


def test_a_headline_may_still_say_may() -> None:
    found = facts("Peru May Sign Satellite Agreement With Chile").agreements
    assert [fact.status for fact in found] == ["proposed"]


@pytest.mark.parametrize(
    ("words", "is_month"),
    [
        ("signed in may by", True),
        ("signed on may 4 by", True),
        ("the two may sign", False),
        ("India May Sign", False),
        ("in Rome and May 2024", True),
    ],
)
def test_may_is_a_month_by_what_stands_beside_it(words: str, is_month: bool) -> None:
    norms = [token.norm for token in tokenize(words, 0, len(words))]
    assert (MONTH_OF_MAY in norms, "may" in norms) == (is_month, not is_month)
