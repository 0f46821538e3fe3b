"""Agreements told by nouns, relatives and dates of birth; founders and bodies that are joined."""

import pytest

from tests.extract.texts import codes, drafts, facts

LEAD = "The space agencies of Peru and Chile build a satellite together.\n\n"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru and Chile welcomed the completion of a satellite data agreement.", "signed"),
        ("Peru and Chile look forward to the conclusion of a satellite agreement.", "planned"),
        ("Peru and Chile celebrated the renewal of their satellite agreement.", "extended"),
        ("Peru and Chile reported the suspension of their satellite agreement.", "suspended"),
        ("Peru and Chile hailed the completion of negotiations on a space treaty.", "negotiating"),
        ("Negotiations have begun on a satellite agreement of Peru and Chile.", "negotiating"),
        ("On May 20, Peru and Chile intend to sign a satellite agreement.", "planned"),
    ],
)
def test_nouns_of_signing_give_the_status(sentence: str, status: str) -> None:
    found = facts(LEAD + sentence).agreements
    assert [fact.status for fact in found] == [status]
    assert codes(found[0]) == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("Work rests on a satellite agreement that Peru and Chile signed in 2019.", "2019"),
        ("Both follow a satellite agreement, which was signed in 2019 by Peru and Chile.", "2019"),
        ("Peru and Chile work under a satellite agreement that dates from 2019.", "2019"),
        (
            "On 3 May, while Chile's president was in town, Peru signed a space treaty.",
            "2024-05-03",
        ),
    ],
)
def test_relatives_and_fronted_dates_give_the_date(sentence: str, signed_on: str) -> None:
    found = facts(LEAD + sentence).agreements
    assert [fact.signed_on for fact in found] == [signed_on]
    assert codes(found[0]) == {"PER", "CHL"}


def test_what_is_signed_has_no_date_to_come() -> None:
    (found,) = facts("Peru and Chile signed a satellite agreement for a launch in 2031.").agreements
    assert found.signed_on is None


def test_a_word_of_the_title_is_not_the_verb() -> None:
    text = LEAD + "Under the Satellite Exchange Agreement, signed in 2019, Peru gets data of Chile."
    assert [fact.status for fact in facts(text).agreements] == ["in_force"]


def test_a_joint_statement_by_two_leaders_was_issued() -> None:
    text = LEAD + "A joint statement by Peru and Chile speaks of satellites."
    assert [fact.type for fact in facts(text).agreements] == ["joint_statement"]


def test_a_new_partnership_between_two_agencies_is_told_by_its_noun() -> None:
    text = "The ministers praised a new partnership between NASA and the Chilean space agency."
    (found,) = facts(text).agreements
    assert (found.type, found.status, codes(found)) == ("partnership", "signed", {"USA", "CHL"})


def test_an_old_partnership_in_passing_is_not_coded() -> None:
    assert not facts(
        "The partnership between NASA and the Chilean space agency is fine."
    ).agreements


def test_who_was_selected_to_build_has_a_contract() -> None:
    text = (
        "Peru signed nothing yet on space.\n\nIt selected Thales Alenia Space to build a satellite."
    )
    (found,) = facts(text).agreements
    assert (found.type, codes(found)) == ("contract", {"PER", "FRA"})


def test_a_perfect_is_no_agreement_that_parties_have() -> None:
    (held,) = facts("Peru and Chile have a satellite data agreement.").agreements
    assert held.status == "in_force"
    assert not facts(LEAD + "Peru and Chile had promised the satellite agreement.").agreements


def test_founders_of_the_accords_are_parties_of_an_agreement() -> None:
    text = "The United States, Japan and Italy established the Artemis Accords in 2020."
    (found,) = facts(text).agreements
    assert (found.type, found.signed_on) == ("agreement", "2020")
    assert codes(found) == {"USA", "JPN", "ITA"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has joined the Space Climate Observatory.",
        "Peru signed on to the Space Climate Observatory.",
        "Peru put its signature to the Artemis Accords.",
        "The Artemis Accords guide lunar work. Peru, which signed on 9 May, is the newest.",
        "The Artemis Accords guide lunar work. An envoy signed for Peru at a Washington hotel.",
    ],
)
def test_joining_is_an_accession(sentence: str) -> None:
    found = facts(
        "Chile's space agency and Peru sign for satellite data.\n\n" + sentence
    ).agreements
    assert [(fact.type, fact.status) for fact in found] == [("accession", "signed")]
    assert codes(found[0]) == {"PER"}


def test_a_vetoed_resolution_is_not_an_accession() -> None:
    text = "The envoy regretted Russia's veto of the resolution on the Outer Space Treaty."
    assert not [fact for fact in facts(text).agreements if fact.type == "accession"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru and Chile are working to sign a satellite treaty.", "negotiating"),
        ("Peru and Chile work toward the conclusion of a satellite treaty.", "negotiating"),
        ("Peru and Chile continue efforts to finalize a satellite treaty.", "negotiating"),
        ("Peru and Chile are developing a strategic framework on satellites.", "negotiating"),
        ("Peru and Chile announced the upcoming satellite treaty.", "planned"),
        ("Peru and Chile announced a proposed satellite treaty.", "proposed"),
        ("Images come under a satellite agreement between Peru and Chile.", "in_force"),
        ("Peru and Chile are closing in on a satellite treaty.", "negotiating"),
        ("Peru and Chile will end the negotiation on a satellite treaty.", "negotiating"),
        ("Peru and Chile hail the close partnership with ESA on satellites.", "in_force"),
        ("Peru and Chile expanded their satellite cooperation.", "in_force"),
        ("Peru and Chile elevated relations to a strategic partnership in space.", "signed"),
        ("Peru and Chile launched a joint initiative on satellites.", "signed"),
        ("That repeats an offer Peru and Chile made in a joint declaration.", "signed"),
    ],
)
def test_the_status_is_that_of_the_instrument(sentence: str, status: str) -> None:
    found = drafts(LEAD + sentence, "agreement")
    assert {draft.status for draft in found} == {status}


def test_a_signing_still_ahead_is_planned() -> None:
    (found,) = drafts(
        "Both will cooperate towards the Republic of Peru signing the Artemis Accords.", "agreement"
    )
    assert (found.type, found.status) == ("accession", "planned")


def test_an_agreement_of_two_parties_is_no_accession() -> None:
    text = LEAD + "Peru and Chile will sign a new space Technology Safeguards Agreement."
    (found,) = drafts(text, "agreement")
    assert (found.type, found.codes()) == ("agreement", {"PER", "CHL"})


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ("The contract is worth $2 million.", "contract"),
        ("With this memorandum, both share data.", "mou"),
        ("A contract with Bolivia is older.", "agreement"),
    ],
)
def test_a_plain_agreement_takes_the_name_it_gets_next(later: str, kind: str) -> None:
    found = drafts(f"Peru and Chile signed a satellite agreement. {later}", "agreement")
    assert found[0].type == kind


def test_a_second_body_joined_in_one_sentence_is_a_fact_of_its_own() -> None:
    text = "Peru signed the Artemis Accords and Chile joined the Space Climate Observatory."
    found = {(d.title, *d.codes()) for d in drafts(text, "agreement") if d.type == "accession"}
    assert ("Artemis Accords", "PER") in found
    assert ("Space Climate Observatory", "CHL") in found


def test_a_body_that_another_state_leads_can_be_joined() -> None:
    text = "Germany will accede to Operation Olympic Defender, a U.S.-led effort in space."
    (found,) = drafts(text, "agreement")
    assert (found.type, found.status, found.codes()) == ("accession", "planned", {"DEU"})


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Peru signed the accords at a hotel.", 1),
        ("Peru hosted leaders to sign the Kuala Lumpur Peace Accords in space.", 0),
    ],
)
def test_the_accords_are_those_the_text_is_about(sentence: str, count: int) -> None:
    text = "The Artemis Accords guide work on the Moon.\n\n" + sentence
    found = [d for d in drafts(text, "agreement") if d.type == "accession" and d.sentence == 1]
    assert len(found) == count


def test_cooperation_that_an_instrument_is_about_is_no_other_one() -> None:
    text = LEAD + "Peru and Chile are developing a strategic framework for space cooperation."
    assert {d.head for d in drafts(text, "agreement")} == {"strategic framework"}


def test_two_instruments_of_one_sentence_are_two() -> None:
    text = LEAD + "Peru and Chile signed the Satellite Agreement and the Launch Arrangement."
    assert {d.head for d in drafts(text, "agreement")} == {"agreement", "arrangement"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The base in Lima rests on an accord that Peru and Chile signed in 2016.", "in_force"),
        ("Peru runs the base under an accord it signed with Chile on Tuesday.", "signed"),
        ("The accord between Peru and Chile has been in force since 2020.", "in_force"),
        ("The accord of Peru and Chile, signed in 2016, expired in March.", "ended"),
        ("The accord of Peru and Chile was cleared and will be signed in Lima.", "planned"),
        ("Peru decided to terminate its satellite contract with Chile.", "ended"),
        ("Talks are under way between Peru and Chile for a new accord.", "negotiating"),
        ("The launch was possible after the accord between Peru and Chile.", "signed"),
        ("Peru and Chile signed an addendum that keeps the satellite alive.", "extended"),
    ],
)
def test_the_status_is_what_became_of_an_instrument(sentence: str, status: str) -> None:
    found = drafts(LEAD + "Their satellite is new. " + sentence, "agreement")
    assert {draft.status for draft in found if draft.sentence == 2} == {status}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru bought that pair from Airbus in 2013.",
        "Peru has engaged Airbus to carry its new satellite into orbit.",
        "Fasat, ordered from Airbus by Peru, cost a lot.",
        "Peru booked a second rover on a lander of Airbus.",
    ],
)
def test_a_purchase_beside_a_party_is_a_candidate(sentence: str) -> None:
    (found,) = drafts(LEAD + "Their satellite is new. " + sentence, "agreement")
    assert (found.type, found.status, found.codes()) == ("contract", "signed", {"PER", "FRA"})


def test_an_instrument_away_from_words_of_space_is_a_candidate() -> None:
    away = "The weather was fine. " * 3
    text = LEAD + away + "There the two sides signed an action plan."
    (found,) = drafts(text, "agreement")
    assert (found.type, found.codes()) == ("plan", {"PER", "CHL"})


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru signed the agreement that makes Peru an associate member of ESA.", "signed"),
        ("Peru will ratify two satellite treaties.", "planned"),
    ],
)
def test_becoming_a_member_is_an_accession(sentence: str, status: str) -> None:
    found = drafts("The satellite is new. " + sentence, "agreement")
    assert ("accession", status, {"PER"}) in [(d.type, d.status, d.codes()) for d in found]


def test_a_body_called_by_its_noun_is_the_one_named_before() -> None:
    text = (
        "The Peruvian Space Agency grows. It has a satellite.\n\n"
        "The agency signed a satellite treaty with the Italian Space Agency in Rome."
    )
    found = drafts(text, "agreement")
    assert found[-1].codes() == {"PER", "ITA"}


def test_two_bodies_joined_by_and_are_two() -> None:
    text = "A satellite contract was signed between Peru Space Center and Chile Corporation."
    (found,) = drafts(text, "agreement")
    assert [a.name for a in found.parties] == ["Peru Space Center", "Chile Corporation"]


def test_we_of_a_text_without_an_issuer_are_its_main_party() -> None:
    text = "Peru flies satellites. Peru is proud.\n\nWe signed the Artemis Accords on 3 May."
    found = drafts(text, "agreement")
    assert [(d.type, d.codes(), d.date_value) for d in found] == [
        ("accession", {"PER"}, "2024-05-03")
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The satellite agreement of Peru and Chile will enter into force next year.", "signed"),
        (
            "The satellite treaty of Peru and Chile, signed in 2011, entered into force in 2018.",
            "in_force",
        ),
    ],
)
def test_entering_into_force_is_past_signing(sentence: str, status: str) -> None:
    found = [draft for draft in drafts(LEAD + sentence, "agreement") if draft.sentence > 0]
    assert {draft.status for draft in found} == {status}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Peru signed an agreement with Arianespace to launch a satellite.", "contract"),
        ("Peru signed a deal with Orbix Ltd for the construction of a satellite.", "contract"),
        ("Peru signed an agreement with Chile to launch a satellite.", "agreement"),
        ("Peru signed an agreement with Arianespace to study a satellite.", "agreement"),
        (
            "Peru signed an agreement on satellites with Chile, and it has since bought a radar.",
            "agreement",
        ),
    ],
    ids=["launch", "form_of_the_firm", "no_firm", "no_service", "bought_elsewhere"],
)
def test_what_a_firm_does_for_money_is_a_contract(sentence: str, kind: str) -> None:
    found = [d for d in drafts(LEAD + sentence, "agreement") if d.features.get("verb_strong")]
    assert [draft.type for draft in found] == [kind]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Peru became the 23rd member state of the European Space Agency.",
            "European Space Agency",
        ),
        ("Peru recently joined ESA's Space Safety Programme.", "ESA's Space Safety Programme"),
    ],
)
def test_membership_and_programmes_are_joined(sentence: str, title: str) -> None:
    found = [d for d in drafts(LEAD + sentence, "agreement") if d.type == "accession"]
    assert [(draft.title, draft.codes()) for draft in found] == [(title, {"PER"})]


def test_an_agreement_before_the_accession_is_one_too() -> None:
    sentence = (
        "Peru signed a cooperation agreement with Chile on satellites in 2020 and joined the "
        "Artemis Accords in May 2024."
    )
    found = [draft for draft in drafts(LEAD + sentence, "agreement") if draft.sentence > 0]
    assert {(draft.type, frozenset(draft.codes()), draft.date_value) for draft in found} == {
        ("accession", frozenset({"PER"}), "2024-05"),
        ("agreement", frozenset({"PER", "CHL"}), "2020"),
    }


def test_an_old_treaty_that_is_only_named_is_not_joined() -> None:
    sentence = "Peru wanted to see the 1967 Outer Space Treaty brought up to date."
    assert [d for d in drafts(LEAD + sentence, "agreement") if d.type == "accession"] == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru will not renew its satellite contracts with Chile.", "ended"),
        ("Peru and Chile agreed to establish a strategic partnership in space.", "signed"),
        ("The minister said the satellite treaty of Peru and Chile would be signed.", "planned"),
        ("The satellite treaty of Peru and Chile would be signed if both paid.", "proposed"),
        ("Anyone from Peru or Chile may come, and nobody signs a space treaty.", None),
    ],
    ids=["lapses", "agreed_on", "foretold", "conditional", "nobody"],
)
def test_words_around_the_verb_settle_the_status(sentence: str, status: str | None) -> None:
    found = [d for d in drafts(LEAD + sentence, "agreement") if d.sentence > 0 and not d.bare]
    told = {draft.status for draft in found if not draft.features.get("loose")}
    assert told == ({status} if status else set())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Peru and Chile signed the agreement for the joint venture on satellites.", "partnership"),
        ("Peru and Chile signed papers establishing a joint venture on satellites.", "partnership"),
        ("Peru signed a loan agreement with Chile for a satellite.", "contract"),
        ("Peru and Chile signed a plan of cooperation on satellites.", "plan"),
        ("Peru and Chile signed a strategic partnership agreement on satellites.", "partnership"),
        ("Peru and Chile signed a joint venture agreement on satellites.", "partnership"),
        ("Peru and Chile signed an agreement to supply eight satellites to Lima.", "contract"),
        ("Peru and Chile signed an agreement for the joint use of satellites.", "agreement"),
    ],
)
def test_what_is_agreed_on_tells_the_type(sentence: str, kind: str) -> None:
    found = [draft for draft in drafts(LEAD + sentence, "agreement") if draft.sentence > 0]
    assert {draft.type for draft in found if not draft.features.get("loose")} == {kind}


def test_a_purchase_under_negotiation_names_the_seller() -> None:
    sentence = "Peru is negotiating the purchase of a weather satellite from Chile's Orbix Ltd."
    found = [draft for draft in drafts(LEAD + sentence, "agreement") if draft.sentence > 0]
    assert {(d.type, d.status, frozenset(d.codes())) for d in found} == {
        ("contract", "negotiating", frozenset({"PER", "CHL"}))
    }


def test_a_grant_to_be_given_under_an_agreement_is_signed() -> None:
    told = "Under {}, Peru will provide Chile with a grant of 5 million dollars for a satellite."
    for words, status in (("a second agreement", "signed"), ("clear skies", "planned")):
        found = drafts(LEAD + told.format(words), "agreement")
        assert {draft.status for draft in found if draft.type == "grant"} == {status}


def test_ends_that_are_purposes_end_nothing() -> None:
    sentence = (
        "Peru and Chile will further the use of space for peaceful ends and draw the cooperation "
        "of their space agencies closer."
    )
    assert "ended" not in {draft.status for draft in drafts(LEAD + sentence, "agreement")}
    late = "At the end of the space agreement between Peru and Chile, both were glad."
    assert "ended" not in {draft.status for draft in drafts(LEAD + late, "agreement")}
    over = "Norway ends the space cooperation agreement with Kenya."
    assert "ended" in {draft.status for draft in drafts(LEAD + over, "agreement")}
