"""What short digest items, agency releases and government documents are told in."""

import pytest

from ingest.extract.confidence import company, settle
from ingest.extract.context import Reading
from ingest.extract.drafts import Draft
from ingest.extract.merge import may_be_one, take_in
from ingest.extract.retelling import Telling
from tests.extract.texts import codes, drafts, facts, reading

JOINED = "Norway became the 47th country to sign the Artemis Accords in Oslo on Tuesday. "


# -- who is meant ----------------------------------------------------------------------------------


def test_who_pledges_in_a_deal_is_who_signed_it_first() -> None:
    text = "Norway has signed a deal with Peru in which it pledges to help build a satellite."
    (found,) = facts(text).commitments
    assert codes(found) == {"NOR"}


@pytest.mark.parametrize(
    ("verb", "doer"), [("assured", "NOR"), ("tells", "NOR"), ("trusts", "KEN")]
)
def test_who_assures_another_that_it_will_is_the_doer(verb: str, doer: str) -> None:
    text = (
        f"The Norwegian Space Agency {verb} the Kenya Space Agency that it will keep training "
        "engineers in satellite navigation."
    )
    (found,) = drafts(text, "commitment")
    assert found.codes() == {doer}


def test_somebodys_own_agency_is_that_of_the_speaker() -> None:
    text = (
        "Kari Dahl, head of the Norwegian Space Agency, says that her agency will assist Kenya in "
        "buying the capsule, and will also train a second Kenyan astronaut."
    )
    found = facts(text).commitments
    assert [codes(each) for each in found] == [{"NOR"}, {"NOR"}]


def test_a_word_inside_a_bodys_name_stands_for_nobody() -> None:
    text = JOINED + "The satellite was launched in 2020 by NASA and the State Department."
    assert [g.name for g in reading(text).sentences[1].groups] == []


# -- what is promised ------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["tells", "told"])
def test_who_tells_reporters_is_no_part_of_the_act(verb: str) -> None:
    text = (
        "Norway has agreed to bear the cost of producing two satellites for Kenya, Minister Asha "
        f"Otieno {verb} State House reporters after a meeting on Wednesday."
    )
    (found,) = drafts(text, "commitment")
    assert found.due is None
    (fact,) = facts(text).commitments
    assert fact.action.endswith("two satellites for Kenya")


def test_the_day_of_a_report_in_the_present_is_no_deadline() -> None:
    text = '"Kenya is going to build a satellite with Norway," Asha Otieno declares Thursday.'
    (found,) = facts(text).commitments
    assert found.due is None


@pytest.mark.parametrize(
    ("act", "promised"),
    [
        ("will no longer have a part in the lunar rover missions", False),
        ("will no longer conduct tests of anti-satellite missiles", True),
    ],
)
def test_what_is_no_longer_done_is_promised_not_what_no_longer_is(act: str, promised: bool) -> None:
    assert bool(drafts(f"The Chilean Space Agency {act}.", "commitment")) is promised


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        ("they will exchange data on satellites", ["exchange data on satellites"]),
        ("Earth observation from satellites is a priority area", []),
    ],
)
def test_what_sides_agree_that_they_will_do(said: str, actions: list[str]) -> None:
    found = [fact.action for fact in facts(f"Norway and Poland agreed that {said}.").commitments]
    assert found == actions


def test_a_second_that_opens_a_promise_of_its_own() -> None:
    text = (
        "Norway and Kenya met in Oslo. They agreed that our two nations will build satellites side "
        "by side and that we will fund industry to keep outer space clean."
    )
    found = {fact.action: codes(fact) for fact in facts(text).commitments}
    assert found == {
        "build satellites side by side": {"NOR", "KEN"},
        "fund industry to keep outer space clean": {"NOR", "KEN"},
    }


def test_an_aside_may_part_a_promise_from_its_acts() -> None:
    text = (
        "Norway's President Kari Dahl promises, at Thursday's opening of the space agency in "
        "Oslo, to fly a probe to Venus by 2032 and to double the space budget by 2027."
    )
    found = [(draft.due.future if draft.due else None) for draft in drafts(text, "commitment")]
    assert found == ["2032", "2027"]


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        ("The two agencies will examine whether a campaign of rockets is feasible.", "firm"),
        ("The two agencies will consider whether a campaign of rockets is feasible.", "considered"),
        ("Norway and Kenya expressed interest in building a satellite.", "considered"),
    ],
)
def test_a_promised_study_is_firm_and_interest_is_not(told: str, strength: str) -> None:
    text = f"The Norwegian Space Agency and the Kenya Space Agency met in Oslo. {told}"
    assert {draft.type for draft in drafts(text, "commitment")} == {strength}


def test_the_day_of_talks_is_no_deadline_of_their_topic() -> None:
    text = "NASA and JAXA talked about building satellites on Monday at a meeting in Oslo."
    assert all(draft.due is None for draft in drafts(text, "commitment"))


# -- agreements ------------------------------------------------------------------------------------


def test_a_place_described_by_its_lease_tells_no_deal() -> None:
    text = "Norway's satellite was lost after lift-off from the Russian-leased site in Kazakhstan."
    assert not drafts(text, "agreement")


def test_an_instrument_is_signed_whatever_it_then_prepared() -> None:
    text = (
        "In 2020 an accord was signed between Peru and Kenya, which in effect prepared what they "
        "build in space today."
    )
    (found,) = facts(text).agreements
    assert (found.status, found.signed_on) == ("signed", "2020")


@pytest.mark.parametrize(
    "told",
    [
        "In 2020 the United States, led by NASA, joined with seven other nations to establish the "
        "Artemis Accords.",
        "Launched in 2020 by NASA and the State Department with seven partners, the Artemis "
        "Accords promote openness in space.",
        "The Artemis Accords set out principles for space. They were set up in 2020 by NASA and "
        "the State Department with seven partners.",
    ],
)
def test_the_founding_of_accords_is_told_by_those_who_came_together(told: str) -> None:
    found = [fact for fact in facts(JOINED + told).agreements if fact.type == "agreement"]
    assert [(codes(fact), fact.signed_on) for fact in found] == [({"USA"}, "2020")]


def test_accords_signed_for_a_state_are_joined_by_it() -> None:
    text = "Trade Minister Asha Otieno signed the Artemis Accords for Kenya on March 28, 2022."
    (found,) = facts(text).agreements
    assert (found.type, codes(found), found.signed_on) == ("accession", {"KEN"}, "2022-03-28")


def test_the_year_of_another_paper_dates_no_joining() -> None:
    text = (
        "Asha Otieno signed the Artemis Accords on behalf of Kenya in Nairobi. Led by NASA, the "
        "Accords are rooted in the Outer Space Treaty of 1967."
    )
    (found,) = [fact for fact in facts(text).agreements if fact.type == "accession"]
    assert found.signed_on is None


def test_a_headline_leaves_open_whether_a_joining_is_still_to_come() -> None:
    text = (
        "NASA Asks Media to Kenya Signing of Artemis Accords\n\nAt a ceremony to be held on "
        "Friday at NASA Headquarters in Washington, Kenya will sign the Artemis Accords."
    )
    (found,) = facts(text).agreements
    assert (found.status, found.signed_on) == ("planned", "2024-05-17")


def test_who_became_the_latest_to_sign_has_signed_though_others_will_act() -> None:
    text = (
        "On Tuesday NASA and Kenya made known that they will explore space side by side, as Kenya "
        "became the 39th country to sign the Accords named after Artemis, the Artemis Accords."
    )
    found = [fact for fact in facts(text).agreements if fact.type == "accession"]
    assert [fact.status for fact in found] == ["signed"]


def test_who_met_to_take_stock_and_to_sign_has_signed() -> None:
    text = (
        "Kari Dahl, director of the Norwegian Space Agency, and Asha Otieno of the Kenya Space "
        "Agency met to go over their plans and to sign a new framework agreement."
    )
    (found,) = facts(text).agreements
    assert found.status == "signed"


def test_a_signing_is_expected_when_the_guest_is_there() -> None:
    text = (
        "Norway and Peru plan to sign a pact on exploring outer space together when Prime "
        "Minister Ravi Mehta of Peru is in Oslo on Friday."
    )
    (found,) = facts(text).agreements
    assert found.signed_on == "2024-05-17"


def test_the_day_of_a_signing_is_finer_than_the_days_of_the_visit() -> None:
    text = (
        "During a tour by Kari Dahl, President of Norway, from 2 to 6 April 2019, Kenya concluded "
        "a space cooperation agreement with Norway. Kenya's agreement with Norway was signed on "
        "April 4, 2019 in Nairobi."
    )
    (found,) = facts(text).agreements
    assert found.signed_on == "2019-04-04"


@pytest.mark.parametrize(("head", "one"), [("arrangement", False), ("document", True)])
def test_a_statement_is_not_the_deal_named_beside_it(head: str, one: bool) -> None:
    norway, kenya = reading("Norway and Kenya signed a space pact.").sentences[0].actors
    statement = Draft("agreement", "joint_statement", "signed", 2, 0, [norway, kenya])
    deal = Draft("agreement", "agreement", "signed", 0, 0, [norway, kenya], head=head)
    deal.features["verb_strong"], deal.date_value = 1.0, "2021-02"
    assert may_be_one(deal, statement) is one
    assert may_be_one(statement, deal) is one


@pytest.mark.parametrize("day", ["JULY 27, 2023", "Washington, July 27, 2023"])
def test_a_joint_statement_has_the_day_that_stands_above_it(day: str) -> None:
    text = (
        f"Joint Statement from President Dahl and Prime Minister Mehta\n\nRelease\n\n{day}\n\n"
        "Norway and Peru commit to making their cooperation in outer space stronger. They will "
        "build a satellite together, and they welcome new partnerships in commercial space."
    )
    (found,) = facts(text).agreements
    assert (found.type, found.signed_on) == ("joint_statement", "2023-07-27")


def test_the_states_of_one_list_keep_each_other_company_as_one() -> None:
    joined = [Draft("agreement", "accession", "signed", 0, 0) for _ in range(4)]
    deal = Draft("agreement", "contract", "signed", 1, 0)
    talks = Draft("meeting", "talks", "held", 1, 0)
    assert company([*joined, deal, talks]) == {"agreement": 2, "meeting": 1}
    for each in joined:
        each.features["confidence"] = 0.6
    alone = settle(joined[:1])[0].features["confidence"]
    joined[0].features["confidence"] = 0.6
    assert settle(joined)[0].features["confidence"] == alone


# -- meetings --------------------------------------------------------------------------------------


def _types(text: str) -> list[str]:
    return [fact.type for fact in facts(text).meetings]


def test_leaders_of_a_field_make_no_summit() -> None:
    text = (
        "Kari Dahl of the Norwegian Space Agency will visit Kenya on Friday. Dahl will meet "
        "leaders of academia and industry in Kenya too, to talk about satellites."
    )
    assert _types(text) == ["visit"]


def test_the_two_presidents_of_agencies_make_no_summit() -> None:
    told = "talked about satellites in Oslo on Monday at a meeting of the two presidents."
    assert _types(f"NASA and JAXA {told}") == ["talks"]
    assert _types(f"Norway and Kenya {told}") == ["summit"]


def test_who_headed_an_agency_only_is_no_head_of_state() -> None:
    text = (
        "President, Dr. Naoki Okumura, and President of Kenya Asha Otieno met in Tokyo on 3 May "
        "2016 to talk about satellites."
    )
    assert "summit" not in {draft.type for draft in drafts(text, "meeting")}


def test_a_delegation_that_was_at_a_foreign_body_on_a_day_visited_it() -> None:
    told = "A Kenyan delegation headed by Asha Otieno was at the Norwegian Space Centre in Oslo"
    (found,) = facts(f"{told} on Wednesday to discuss satellites.").meetings
    assert (found.type, found.held_on, codes(found)) == ("visit", "2024-05-15", {"KEN", "NOR"})


def test_dialogue_that_is_only_furthered_is_no_session() -> None:
    text = (
        "Norway and Poland will exchange data on lunar minerals and promote a frank and open "
        "dialogue with others in space."
    )
    assert not drafts(text, "meeting")
    assert not any("dialogue" in draft.type for draft in _drafts_of(reading(text)))


def _drafts_of(told: Reading) -> list[Draft]:
    return [draft for found in told.agreements.values() for draft in found]


def test_a_site_is_leased_from_the_state_in_which_it_lies() -> None:
    text = (
        "Russia has leased the Baikonur space centre until 2050. On Monday Russia and Kazakhstan "
        "are to sign two documents on the use of the cosmodrome."
    )
    found = [(fact.status, codes(fact)) for fact in facts(text).agreements]
    assert found == [("in_force", {"RUS", "KAZ"}), ("planned", {"RUS", "KAZ"})]


def test_a_deal_that_was_prolonged_is_extended() -> None:
    text = (
        "Norway and Kenya signed a lease of the Malindi space centre in 1994. The lease was "
        "prolonged until 2050."
    )
    (found,) = facts(text).agreements
    assert found.status == "extended"


@pytest.mark.parametrize(
    "told",
    [
        "In 2020, the United States and seven other nations were the first to sign the Artemis "
        "Accords, which identified an early set of principles.",
        "Back in 2020 the United States and seven further states became the first signatories of "
        "the Artemis Accords.",
    ],
)
def test_who_signed_first_with_others_founded_the_accords(told: str) -> None:
    found = [fact for fact in facts(JOINED + told).agreements if fact.type == "agreement"]
    assert [(codes(fact), fact.signed_on) for fact in found] == [({"USA"}, "2020")]


def test_a_day_told_behind_what_an_instrument_is_on_is_its_own() -> None:
    text = (
        "Both parties remain committed to the Memorandum of Understanding between Norway and "
        "Kenya on the logistics module for the space station, which was signed on 9 October 1997."
    )
    (found,) = facts(text).agreements
    assert found.signed_on == "1997-10-09"


def test_the_anniversary_of_another_event_dates_no_instrument() -> None:
    text = (
        "To mark the 50th anniversary of the first walk on the Moon, a Memorandum on outer space "
        "will be signed by Kenya and Norway in support of satellites."
    )
    (found,) = facts(text).agreements
    assert (found.status, found.signed_on) == ("planned", None)


def test_the_day_of_a_suspension_is_no_day_of_signing() -> None:
    text = "ESA suspended its cooperation with Roscosmos on the Mars rover on 17 March 2022."
    (found,) = facts(text).agreements
    assert (found.status, found.signed_on) == ("suspended", None)


def test_a_merely_possible_partner_is_none() -> None:
    text = (
        "Russia's space agency said it could go ahead with its spacecraft without Europe, naming "
        "China as a {}partner."
    )
    assert not drafts(text.format("possible "), "agreement")
    assert drafts(text.format(""), "agreement")


def test_the_use_of_a_launch_center_is_of_outer_space() -> None:
    text = "Norway and Kenya have reached an agreement on the use of the Malindi Launch Center."
    assert [codes(fact) for fact in facts(text).agreements] == [{"NOR", "KEN"}]


def test_talks_that_are_being_held_are_no_session() -> None:
    told = "holding talks with Kenya and Peru on training their astronauts for the space station."
    assert not drafts(f"Norway's space agency is {told}", "meeting")
    assert drafts(f"Norway's space agency ended its visit by {told}", "meeting")


def test_the_country_is_that_of_whoever_the_last_sentence_was_about() -> None:
    text = (
        "South Korea's space agency called off the flight of a rocket whose booster came from "
        "Russia. The country wants to launch one of its own by 2028."
    )
    assert {frozenset(codes(fact)) for fact in facts(text).commitments} == {frozenset({"KOR"})}


@pytest.mark.parametrize(
    ("verb", "kind"), [("will travel", "visit"), ("is to fly", "visit"), ("travelled", "talks")]
)
def test_a_journey_to_come_is_a_visit_whatever_it_is_for(verb: str, kind: str) -> None:
    text = f"NASA Administrator Bill Nelson {verb} to Kenya for talks on satellites."
    assert _types(text) == [kind]


def test_a_text_that_is_a_statement_of_intent_is_a_memorandum() -> None:
    title = "Joint Statement of Intent on Cooperation in Outer Space"
    text = f"{title}\n\nToday Norway and Kenya state that they will build satellites together."
    found = [draft.type for draft in drafts(text, "agreement", title=title) if not draft.bare]
    assert set(found) == {"mou"}


def test_a_statement_takes_no_day_from_an_agreement_that_it_names() -> None:
    statement = Draft("agreement", "joint_statement", "signed", 0, 0)
    deal = Draft("agreement", "agreement", "signed", 1, 0, date_value="2021-10-28")
    take_in(Telling(statement, [statement], [statement]), deal)
    assert statement.date_value is None


def test_what_was_concluded_on_the_occasion_of_a_meeting_has_its_day() -> None:
    text = (
        "On February 4, 2021 the heads of ESA and JAXA joined a bilateral meeting online. On the "
        "occasion of this meeting ESA and JAXA concluded agreements on two space missions."
    )
    (found,) = facts(text).agreements
    assert found.signed_on == "2021-02-04"


def test_the_day_on_which_a_signing_was_announced_is_not_its_own() -> None:
    text = (
        "Norway announced today the signing by NASA and Norway of a treaty on the Gateway station."
    )
    (found,) = facts(text).agreements
    assert found.signed_on is None


def test_what_a_statement_supports_does_not_date_its_signing() -> None:
    text = (
        "A memorandum on outer space will be signed by Kenya and Norway in support of plans to go "
        "back to the Moon by 2028."
    )
    (found,) = facts(text).agreements
    assert (found.status, found.signed_on) == ("planned", None)


def test_what_a_state_leases_from_another_is_a_lease_in_force() -> None:
    text = (
        "Kazakhstan will build a shared rocket pad at Baikonur, a ground that Russia leases "
        "from Kazakhstan."
    )
    (found,) = facts(text).agreements
    assert (found.type, found.status) == ("contract", "in_force")
    assert found.title == "lease between Russia and Kazakhstan"


def test_a_field_of_cooperation_is_no_place() -> None:
    text = "Norway and Kenya issued a Joint Statement on Cooperation in Lunar Minerals on Monday."
    assert all(draft.place is None for draft in drafts(text, "agreement"))


def test_the_day_of_what_a_declaration_foresees_is_not_its_own() -> None:
    text = (
        "Turkey and Azerbaijan will build a satellite together in 2021, according to the Gabala "
        "Declaration, adopted by both."
    )
    assert [fact.signed_on for fact in facts(text).agreements] == [None]
