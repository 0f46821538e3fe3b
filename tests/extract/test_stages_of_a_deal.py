"""How far a deal has come: thought of, talked about, signed, followed by the next one, over."""

import pytest

from tests.extract.texts import codes, facts, reading, told_agreements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya is thinking of buying a third reconnaissance satellite from Israel.", "contract"),
        ("Kenya mulls buying two satellites from Norway", "contract"),
        (
            "Kenya is exploring the possibility of signing an agreement with Norway on satellite"
            " data.",
            "agreement",
        ),
        ("Kenya has applied to join the Artemis Accords.", "accession"),
    ],
    ids=["thinking_of", "headline", "possibility", "applied"],
)
def test_what_is_only_thought_of_is_proposed(text: str, kind: str) -> None:
    assert told_agreements(text) == [(kind, "proposed", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks are under way between Kenya and Norway's Kongsberg on a contract for a second"
        " satellite.",
        "Kenya is in talks with Norway on a contract for a second satellite.",
        "Kenya is in talks with Norway's Kongsberg about buying a second satellite.",
        "Kenya and Norway are working out the details of a contract for three satellites.",
        "Kenya and Norway are hammering out a contract for three satellites.",
    ],
    ids=["under_way", "in_talks_on", "about_buying", "details", "hammering_out"],
)
def test_what_is_talked_about_or_being_made_is_negotiated(text: str) -> None:
    assert told_agreements(text) == [("contract", "negotiating", None)]


def test_talks_on_a_contract_are_no_promise_besides() -> None:
    text = "Kenya is in talks with Norway on a contract for a second satellite."
    assert facts(text).commitments == []


def test_the_day_on_which_talks_began_is_no_day_of_signing() -> None:
    text = (
        "Negotiations between Kenya and Norway on a space cooperation agreement began in Nairobi"
        " on Monday."
    )
    assert ("agreement", "negotiating", None) in told_agreements(text)


def test_a_day_between_will_and_its_verb_leaves_the_signing_ahead() -> None:
    text = (
        "Kenya's SayariLabs will on 3 June sign a contract with Kongsberg of Norway for two"
        " satellites."
    )
    assert told_agreements(text) == [("contract", "planned", "2024-06-03")]


def test_what_is_to_be_signed_under_a_memorandum_is_another_agreement() -> None:
    text = (
        "Kenya and Norway signed a memorandum of understanding on the spaceport. Under the MoU the"
        " parties will sign a formal contract in March 2026."
    )
    assert told_agreements(text) == [("mou", "signed", None), ("contract", "planned", "2026-03")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The agreement on satellite tracking, signed by Kenya and Norway in 1971, remains in"
            " force.",
            "in_force",
        ),
        (
            "The agreement on satellite tracking that Kenya signed with Norway in 1971 was"
            " terminated in 2001.",
            "ended",
        ),
        (
            "The satellite agreement signed by Kenya and Norway in 1971 was extended last year.",
            "extended",
        ),
        (
            "The satellite agreement that Kenya signed with Norway in 1971 has been suspended.",
            "suspended",
        ),
        (
            "The satellite agreement signed by Kenya and Norway in 1971 was welcomed by Peru.",
            "signed",
        ),
    ],
    ids=["remains", "terminated", "extended", "suspended", "welcomed"],
)
def test_what_became_of_an_agreement_is_its_status(text: str, status: str) -> None:
    assert told_agreements(text) == [("agreement", status, "1971")]


@pytest.mark.parametrize(
    ("text", "signed_on"),
    [
        (
            "The Kenya Space Agency and the Norwegian Space Agency signed an implementing"
            " arrangement under their 2016 framework agreement.",
            None,
        ),
        (
            "Kenya and Norway have prolonged until 2025 their framework agreement on the satellite"
            " orbited in August 2017.",
            None,
        ),
        ("Kenya and Norway signed an agreement on satellite data on Dec.23, 2019.", "2019-12-23"),
    ],
    ids=["second_paper", "craft", "no_space_before_the_day"],
)
def test_an_agreement_has_no_date_of_another_thing(text: str, signed_on: str | None) -> None:
    assert {day for _, _, day in told_agreements(text)} == {signed_on}


def test_an_accession_is_one_under_any_name_of_the_body() -> None:
    told = facts(
        "Kari Dahl, Norway's minister of trade, and the Director General of the European Space"
        " Agency (ESA) signed the agreement on Norway's accession to ESA on Wednesday in Paris."
        " Once the agreement is ratified, Norway will be the 21st member state of the agency."
        " Norway is becoming a member state of the European Space Agency at the right time, she"
        " said."
    ).agreements
    assert [(f.type, f.status, f.signed_on, codes(f)) for f in told] == [
        ("accession", "signed", "2024-05-15", {"NOR"})
    ]


def test_who_signs_its_accession_to_a_convention_accedes() -> None:
    text = "Kenya signed its accession to the ESA Convention in Nairobi on 3 May 2019."
    assert told_agreements(text) == [("accession", "signed", "2019-05-03")]


def test_a_rocket_called_long_march_is_no_date() -> None:
    told = facts(
        "China will launch the Kenyan satellite on a Long March 3-B rocket from Xichang, Kenya's"
        " science minister said."
    ).commitments
    assert [f.due for f in told] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will, under the agreement, build a satellite for Kenya.",
        "Norway has vowed, according to Kenyan officials, to build a satellite for Kenya.",
    ],
    ids=["will", "vowed"],
)
def test_what_is_put_in_between_two_commas_is_no_part_of_an_act(text: str) -> None:
    assert [f.action for f in facts(text).commitments] == ["build a satellite for Kenya"]


def test_a_city_in_the_name_of_a_text_acts_for_no_state() -> None:
    actors = reading("The New Delhi Declaration on space binds Kenya.").sentences[0].actors
    assert [(a.name, a.why_not) for a in actors] == [("New Delhi", "place"), ("Kenya", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Norway adopted the Nairobi Declaration on space in May 2021, which laid the"
        " ground for an observatory that Kenya had proposed.",
        "Kenya and Norway adopted a space treaty in May 2021 that Kenya had proposed.",
    ],
    ids=["something_else", "itself"],
)
def test_what_was_adopted_is_no_longer_proposed(text: str) -> None:
    assert [(status, day) for _, status, day in told_agreements(text)] == [("signed", "2021-05")]
