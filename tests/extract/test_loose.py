"""What the strict readings leave open is a candidate, with its likeliest parties and status."""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import codes, drafts, facts

LEAD = "Kenya and Norway signed a satellite agreement in Nairobi on Monday. "


def _drafts(text: str, title: str | None = None) -> list[Draft]:
    return [draft for draft in drafts(text, title=title) if draft.features.get("loose")]


def _of(drafts: list[Draft], kind: str) -> list[Draft]:
    return [draft for draft in drafts if draft.kind == kind]


def test_founding_signatories_are_candidates_each() -> None:
    text = "As founding signatories of the Artemis Accords, Japan and Italy want safe exploration."
    found = _of(_drafts(text), "agreement")
    assert {(draft.type, *draft.codes()) for draft in found} == {
        ("accession", "JPN"),
        ("accession", "ITA"),
    }
    assert all(draft.features["loose_member"] for draft in found)


def test_an_instrument_in_talks_is_negotiating() -> None:
    text = LEAD + "They made good progress towards a space launch agreement."
    statuses = {draft.status for draft in _of(_drafts(text), "agreement")}
    assert statuses == {"negotiating"}


def test_a_thing_that_will_act_leaves_its_owner_open() -> None:
    text = LEAD + "The upgraded spacecraft will provide better images of the coast."
    (found,) = _of(_drafts(text), "commitment")
    assert found.codes() == {"KEN", "NOR"}
    assert "near_pair" in found.features


def test_a_need_that_is_met_is_no_meeting() -> None:
    text = LEAD + "Kenya and Norway want to meet the challenges of space debris."
    assert _of(_drafts(text), "meeting") == []


@pytest.mark.parametrize(
    ("act", "strength"), [("Deploying", "firm"), ("Preparing", "intended"), ("Planning", None)]
)
def test_the_verb_that_opens_an_item_gives_its_strength(act: str, strength: str | None) -> None:
    text = f"{LEAD}\n\n{act} new small satellites over East Africa with radar from Oslo."
    found = [d for d in _of(_drafts(text), "commitment") if d.features.get("cue_opening")]
    assert [draft.type for draft in found] == ([strength] if strength else [])


@pytest.mark.parametrize(
    ("who", "parties"),
    [
        ("The Quad countries", {"QUAD"}),
        ("Australia, India, Japan and the United States", {"AUS", "IND", "JPN", "USA"}),
    ],
)
def test_a_group_named_as_one_is_one_party(who: str, parties: set[str]) -> None:
    text = f"{who} will share satellite data on the weather of the Indo-Pacific."
    (found,) = facts(text).commitments
    assert codes(found) == parties


def test_a_city_of_the_dateline_is_no_party() -> None:
    text = "BAKU, Azerbaijan, May 14 - Kenya and Norway will build a radar satellite together."
    assert all("AZE" not in codes(fact) for _, _, fact in facts(text).facts())


def test_a_name_with_its_capital_inside_is_a_name() -> None:
    text = "Under the agreement, the US company iRocket will launch ten satellites of Kenya."
    names = {party.name for fact in facts(text).commitments for party in fact.parties}
    assert "iRocket" in names


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Kenya was to have launched its satellite with Norway in 2023.", "cancelled"),
        ("Kenya and Norway will launch their joint satellite in 2026, behind schedule.", "delayed"),
        ("Kenya and Norway will launch their joint satellite in 2026.", "open"),
        ("Kenya was to launch its radar satellite with Norway this autumn.", "cancelled"),
        ("Officials said Kenya was to launch its radar satellite with Norway.", "open"),
        ("Kenya will launch its satellite with Norway in 2026, later than planned.", "delayed"),
        ("Kenya will launch a satellite with Norway, redeeming an old promise.", "fulfilled"),
    ],
)
def test_the_sentence_says_what_became_of_a_promise(told: str, status: str) -> None:
    found = [d for d in drafts(told) if d.kind == "commitment"]
    assert found
    assert {draft.status for draft in found} == {status}


def test_a_ceremony_told_next_dates_the_agreement() -> None:
    text = (
        "Kenya and Norway have signed a treaty on satellites. The ceremony took place in Oslo on "
        "Tuesday."
    )
    (found,) = facts(text).agreements
    assert found.signed_on == "2024-05-14"
    assert len(found.evidence) == 2


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        ("Discussions are underway to provide satellite images to Norway.", "considered"),
        ("Kenya hailed a proposal of its engineers to launch satellites with Norway.", "intended"),
        ("Kenya joins a project to build a satellite module with Norway.", "firm"),
        ("KenSat to support ten satellite launches of Norway from the coast.", "firm"),
    ],
)
def test_the_nearest_word_says_how_firm_an_infinitive_is(told: str, strength: str) -> None:
    found = _of(_drafts(LEAD + told), "commitment")
    assert [draft.type for draft in found if draft.sentence == 1][:1] == [strength]


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        ("Under the agreement Norway provides the ride to orbit.", "firm"),
        ("Launch of the satellite is targeted for 2026.", "intended"),
        ("Norway engages itself to train twelve engineers of the satellite centre.", "firm"),
        ("Kenya is thinking about a second satellite for farming.", "considered"),
    ],
)
def test_undertakings_in_the_words_of_the_press(told: str, strength: str) -> None:
    found = [d for d in drafts(LEAD + told, "commitment") if d.sentence == 1]
    assert [draft.type for draft in found] == [strength]


def test_a_promise_need_not_name_space_itself() -> None:
    text = LEAD + "It will be ready soon. " * 3 + "Norway will train them in Oslo at its own cost."
    assert any(d.codes() == {"NOR"} for d in drafts(text, "commitment"))


def test_the_agency_is_that_of_the_speaker() -> None:
    text = (
        LEAD
        + "NASA and ESA were present. "
        + "JAXA president Hiroshi Yamakawa said that the agency will train Kenyan engineers."
    )
    found = [d for d in drafts(text, "commitment") if d.sentence == 2]
    assert [d.codes() for d in found] == [{"JPN"}]
