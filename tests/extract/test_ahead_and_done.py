"""What lies ahead and what was done: signings, meetings and acts, each with its own day."""

import pytest

from tests.extract.texts import codes, facts, told_agreements


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Kenya and Peru have reached an agreement on satellites, officials said. The two"
            " countries will share data. The agreement will be signed in Lima on 24 May.",
            "2024-05-24",
        ),
        (
            "A satellite agreement initialled by Kenya and Peru in Lima on Monday clears the way"
            " for Kenya to join. The two countries will share data. Congress has 130 members. The"
            " text still has to be approved. It is scheduled to be signed at a summit on October"
            " 30.",
            "2024-10-30",
        ),
        (
            "Signing the space cooperation agreement between ESA and Kenya in Nairobi on Monday"
            " will be Asha Otieno, Kenyan science minister, and Kari Dahl of ESA.",
            "2024-05-20",
        ),
    ],
    ids=["the_agreement", "far_behind", "turned_round"],
)
def test_what_is_to_be_signed_is_planned(text: str, day: str) -> None:
    assert told_agreements(text) == [("agreement", "planned", day)]


def test_a_headline_waits_for_the_signing_as_its_text_does() -> None:
    found = facts(
        "Kenya and Peru reach deal on lunar navigation\n"
        "LIMA (KNA) May 15, 2024\n\n"
        "A cooperation agreement initialled by Kenya and Peru on Wednesday lets Kenya take a share"
        " in the satellites. It is scheduled to be signed in July."
    ).agreements
    assert [(fact.status, fact.signed_on) for fact in found] == [("planned", "2024-07")]


def test_another_instrument_between_keeps_what_was_signed() -> None:
    found = told_agreements(
        "Kenya and Peru signed a satellite contract on Monday. Kenya has flown two satellites. Peru"
        " has one. Norway and Peru worked out a treaty on launches. It is to be signed in June."
    )
    assert ("contract", "signed", "2024-05-13") in found


def test_accords_that_others_are_to_sign_stay_signed() -> None:
    found = facts(
        "Kenya joined the Artemis Accords on Monday. NASA and seven nations established the Artemis"
        " Accords in 2020. More countries are expected to sign the accords in the years ahead."
    ).agreements
    assert {fact.status for fact in found} == {"signed"}


@pytest.mark.parametrize(
    "text",
    [
        "The satellite agreement between Kenya and Peru is scheduled to be signed at a Kenya-Peru"
        " summit on October 30.",
        "The satellite agreement between Kenya and Peru was to be signed at a summit on October"
        " 30, officials said.",
    ],
    ids=["is_to_be", "was_to_be"],
)
def test_the_meeting_for_a_signing_to_come_is_planned(text: str) -> None:
    held = [(fact.type, fact.status, fact.held_on) for fact in facts(text).meetings]
    assert held == [("summit", "planned", "2024-10-30")]


def test_a_plan_has_no_day_of_years_past() -> None:
    found = facts(
        "Kenya, which joined the Norwegian-led satellite programme in 2020, will host the next"
        " meeting of its council in Nairobi in June."
    ).meetings
    assert [(fact.status, fact.held_on) for fact in found] == [("planned", "2024-06")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Norway were glad that their space agencies had signed a Space Cooperation Plan"
        " 2022-2029.",
        "Kenya and Norway signed a satellite document, which covers 2014-2016, after talks in"
        " Nairobi.",
    ],
    ids=["in_its_name", "covers"],
)
def test_the_years_of_a_plan_are_no_day(text: str) -> None:
    found = facts(text)
    assert found.agreements
    assert {fact.signed_on for fact in found.agreements} == {None}
    assert {fact.held_on for fact in found.meetings} <= {None}


def test_talks_under_way_have_no_day_of_another_deed() -> None:
    found = facts(
        "Kenya concluded cooperation agreements on satellites with Peru in May 2009 and with Norway"
        " in June 2010, while negotiations with Chile are under way."
    )
    assert not [fact for fact in found.meetings if fact.held_on]


@pytest.mark.parametrize(
    "text",
    [
        "Kosmo Corporation of Peru today announced it has signed two contracts with the Kenya Space"
        " Agency for launches of satellites.",
        "Kosmo Corporation of Peru today announced that the firm has signed a contract with the"
        " Kenya Space Agency for two launches of satellites.",
    ],
    ids=["it", "that_the_firm"],
)
def test_the_day_of_an_announcement_is_not_that_of_what_was_done(text: str) -> None:
    assert told_agreements(text) == [("contract", "signed", None)]


def test_a_level_of_agreement_is_no_instrument() -> None:
    found = facts(
        "Kenya and Norway have reached a high level of agreement on the use of satellites,"
        " the ministry said on Thursday."
    )
    assert not [fact for fact in found.agreements if fact.status == "signed"]


def test_a_joint_launch_that_one_side_puts_off_is_delayed() -> None:
    found = facts(
        "NAIROBI, March 12 - Kenya and Europe will delay the launch of a joint Mars mission until"
        " autumn 2024, the Kenyan space agency said."
    ).commitments
    assert [(fact.status, fact.due) for fact in found] == [("delayed", "2024-09/2024-11")]


def test_talking_to_reporters_promises_nothing() -> None:
    found = facts(
        "She was talking to reporters after a meeting with Kari Dahl, vice president of Kosmo Space"
        " of Peru, in Nairobi on Sunday about a Kenyan satellite."
    )
    assert found.commitments == []


def test_who_spends_a_week_in_a_land_pays_a_visit() -> None:
    found = facts("A Peruvian delegation spent a week in Kenya to discuss options in satellites.")
    assert [(fact.type, codes(fact)) for fact in found.meetings] == [("visit", {"PER", "KEN"})]


def test_who_is_invited_by_name_and_office_has_not_come() -> None:
    found = facts(
        "Kenyan President Asha Otieno invited the head of the Norwegian Space Agency, Kari Dahl,"
        " to Nairobi for talks on satellites, the ministry said."
    ).meetings
    assert "held" not in {fact.status for fact in found}


def test_a_signing_ahead_has_no_day_of_an_arrival_or_of_the_paper_under_it() -> None:
    found = facts(
        "President Asha Otieno of Kenya, who arrived in Oslo on Sunday for a visit, is expected to"
        " sign several agreements, among them one on satellites, Norway's foreign ministry said."
    ).agreements
    assert [(fact.status, fact.signed_on) for fact in found] == [("planned", None)]


def test_talks_that_review_what_will_fly_were_held() -> None:
    found = facts(
        "During the meeting in Nairobi, the two officials reviewed the KenSat-1 satellite, which is"
        " being built by Norway's Kongsberg and will be launched in 2026. Kenya and Norway have"
        " worked together since 2015."
    ).meetings
    assert [(fact.status, fact.held_on) for fact in found] == [("held", None)]


def test_talks_on_an_agreement_near_their_end_are_negotiations() -> None:
    found = told_agreements(
        "Negotiations between Kenya and Norway on a satellite launch agreement have entered their"
        " final stage, the minister said."
    )
    assert found == [("contract", "negotiating", None)]


@pytest.mark.parametrize(
    ("text", "bought"),
    [
        ("Norway's Kongsberg had received an order from Kenya for a second satellite.", True),
        ("Kongsberg of Norway has won an order for two satellites from Kenya.", True),
        (
            "Kenya's rocket firm received an order to stop work on satellites from a Norwegian"
            " court.",
            False,
        ),
    ],
    ids=["received", "won", "command"],
)
def test_an_order_received_is_a_contract_a_command_is_none(text: str, bought: bool) -> None:
    assert [kind for kind, _, _ in told_agreements(text)] == ["contract"] * bought


def test_an_act_ends_where_the_verb_of_its_contract_begins() -> None:
    found = facts(
        "A contract worth $85 million to build Kenya's first satellite was awarded to Norway's"
        " Kongsberg on Monday."
    ).commitments
    assert [(fact.action, fact.due) for fact in found] == [("build Kenya's first satellite", None)]


def test_a_possessive_behind_a_city_is_not_its_land() -> None:
    found = facts(
        "In Oslo, Kenya's Asha Otieno and Norway's Kari Dahl signed a memorandum of understanding"
        " on satellites on Monday."
    ).agreements
    assert [fact.place for fact in found] == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's science minister, Asha Otieno, said on Tuesday her country would sign the Artemis"
        " Accords in June.",
        "Kenya's science minister, Asha Otieno, said on Tuesday that Kenya would sign the Artemis"
        " Accords in June.",
    ],
    ids=["bare", "that"],
)
def test_joining_that_was_foretold_is_planned(text: str) -> None:
    assert told_agreements(text) == [("accession", "planned", "2024-06")]


def test_an_act_ends_before_who_told_of_it_and_when() -> None:
    found = facts(
        "Kenya has offered to train Peruvian astronauts free of charge, Peru's space chief said"
        " after meeting Kenyan officials in Lima on Thursday."
    ).commitments
    told = [(fact.action, fact.due) for fact in found]
    assert told == [("train Peruvian astronauts free of charge", None)]


def test_what_a_cost_is_put_at_is_no_act() -> None:
    found = facts(
        "The minister said that Norway would pay 40 percent of the satellite's cost, put at 12"
        " million euros, for Kenya."
    ).commitments
    assert [fact.action for fact in found] == ["pay 40 percent of the satellite's cost"]


def test_what_was_done_has_no_day_of_years_to_come() -> None:
    found = told_agreements(
        "An agreement that will give Peru access to the Kenyan satellite launch complex in Malindi"
        " from 2026 was signed here Friday by Kenya and Peru."
    )
    assert found == [("agreement", "signed", "2024-05-10")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Prime Minister Kari Dahl of Norway meets Kenyan President Asha Otieno on 20 May in"
            " Nairobi to discuss satellites.",
            ("summit", "planned", "2024-05-20"),
        ),
        (
            "The Norwegian delegation, led by Space Minister Kari Dahl, is on a four-day visit to"
            " Kenya for talks on satellites, which ends on Friday.",
            ("visit", "held", "2024-05-14/2024-05-17"),
        ),
        (
            "The Kenyan-Norwegian Space Dialogue in Nairobi will wrap up on Friday.",
            ("dialogue", "held", "2024-05-17"),
        ),
        (
            "During the visit, Kenya and Norway also reviewed the implementation of the 2019"
            " satellite agreement.",
            ("visit", "held", None),
        ),
    ],
    ids=["present", "ends", "wraps_up", "paper_of_a_year"],
)
def test_a_meeting_has_the_day_that_its_verb_gives(
    text: str, told: tuple[str, str, str | None]
) -> None:
    assert [(fact.type, fact.status, fact.held_on) for fact in facts(text).meetings] == [told]


def test_a_chapter_opened_is_no_promise() -> None:
    found = facts(
        '"This satellite agreement opens a new chapter," Norwegian Space Agency head Kari Dahl said'
        " at the signing ceremony with the Kenya Space Agency in Lima on Tuesday."
    )
    assert found.commitments == []


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan side will provide the satellite, and NASA will supply the launch, planned for"
        " no earlier than 2027.",
        "Norway will launch a Kenyan satellite, due in 2027.",
    ],
    ids=["no_earlier_than", "due"],
)
def test_a_plan_put_behind_a_comma_is_when_the_act_is_due(text: str) -> None:
    assert "2027" in {fact.due for fact in facts(text).commitments}


def test_where_it_was_signed_may_be_told_next_and_is_evidence() -> None:
    found = facts(
        "ESA and Kenya have signed a cooperating state agreement on satellites. It was signed on 3"
        " May in Nairobi by ESA Director General Kari Dahl and Minister Asha Otieno."
    ).agreements
    assert [(fact.signed_on, fact.place) for fact in found] == [("2024-05-03", "Nairobi")]
    assert len(found[0].evidence) == 2
