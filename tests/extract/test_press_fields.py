"""Who, when and where, as news and official pages tell it in passing."""

import pytest

from tests.extract.texts import codes, drafts, facts

_NEWS = "Kenya and Norway will build a satellite together.\n\n"


# -- parties -------------------------------------------------------------------------------------


def test_those_whom_a_deed_is_meant_against_are_no_parties() -> None:
    text = (
        "Kenya and Norway build up a partnership meant to counter Chile. In a joint statement the"
        " two sides said they would build satellites together."
    )
    assert {frozenset(codes(fact)) for _, _, fact in facts(text).facts()} == {
        frozenset({"KEN", "NOR"})
    }


def test_a_bracket_does_not_make_a_national_body_another_one() -> None:
    [agreement] = facts(
        "The Egyptian Space Agency (ESA) signed a satellite agreement with Kenya."
    ).agreements
    assert codes(agreement) == {"EGY", "KEN"}


@pytest.mark.parametrize("name", ["Association Agreement", "Info Day"])
def test_an_instrument_or_a_day_is_no_party(name: str) -> None:
    found = drafts(f"{_NEWS}Kenya held talks on satellites with Norway at the Space {name}.")
    named = [party.name for draft in found for party in draft.parties]
    assert named
    assert not [each for each in named if name in each]


@pytest.mark.parametrize(
    "person", ["Kenya's Defence Minister, Aden Mwangi,", "the Minister of Kenya, Aden Bare Mwangi,"]
)
def test_a_city_may_be_a_first_name_behind_a_comma(person: str) -> None:
    [meeting] = facts(f"In Oslo, {person} met Norwegian officials on satellites.").meetings
    assert codes(meeting) == {"KEN", "NOR"}


@pytest.mark.parametrize("title", ["Eng.", "Prof. Dr.", "Hon."])
def test_a_person_is_named_behind_an_office_and_a_courtesy_title(title: str) -> None:
    text = (
        f"The head of the Kenya Space Agency, {title} Asha Otieno, met Norwegian Foreign Minister "
        "Kari Dahl in Oslo on Monday to discuss satellites."
    )
    [meeting] = facts(text).meetings
    assert [person.name for person in meeting.people] == ["Asha Otieno", "Kari Dahl"]


def test_the_office_behind_a_name_may_be_that_of_the_next_state() -> None:
    text = (
        "At the invitation of the President of Kenya, H.E. Dr. Asha Otieno, the President of "
        "India, Shri Ravi Mehta, paid a state visit to Kenya to discuss satellites."
    )
    [meeting] = facts(text).meetings
    told = [(person.name, person.country) for person in meeting.people]
    assert told == [("Asha Otieno", "KEN"), ("Ravi Mehta", "IND")]


def test_the_accords_are_joined_by_the_state_they_are_signed_for() -> None:
    text = (
        "Kenya became the 50th country to join the Artemis Accords. The Accords were signed for"
        " Kenya by Foreign Minister Asha Otieno during the Kenya-U.S. Strategic Dialogue."
    )
    [accession] = facts(text).agreements
    assert (accession.type, codes(accession)) == ("accession", {"KEN"})


def test_the_fellows_of_who_joins_do_not_join_with_it() -> None:
    text = (
        "Kenya signed the Artemis Accords. With its signature Kenya joins 49 other nations, from"
        " Angola, Chile and Norway to Peru, in affirming the Accords."
    )
    assert [codes(each) for each in facts(text).agreements] == [{"KEN"}]


# -- dates and types of agreements -----------------------------------------------------------------


def test_the_day_behind_the_verb_of_signing_is_no_term() -> None:
    text = "A space agreement that is to bring Kenya and Norway closer was signed today in Oslo."
    assert [each.signed_on for each in facts(_NEWS + text).agreements] == ["2024-05-15"]


def test_the_deadline_of_what_is_aimed_at_is_no_day_of_signing() -> None:
    text = (
        "Kenya intends to sign a number of agreements on satellites with Norway aimed at a clean"
        " industry by 2050."
    )
    assert [each.date_value for each in drafts(_NEWS + text, "agreement")] == [None]


def test_a_deal_of_so_many_millions_is_a_contract() -> None:
    text = (
        "A deal of some 200 million dollars for a satellite was signed by Kenya with the French"
        " firm Thales Alenia Space in May 2023."
    )
    assert [each.type for each in facts(_NEWS + text).agreements] == ["contract"]


# -- places --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "Kenya and Norway signed a satellite agreement on Lamu Island, far from the Arabian"
            " Gulf.",
            "Lamu Island",
        ),
        (
            "At the headquarters of the Kenya Space Agency, Kenya and Norway signed a satellite"
            " agreement.",
            "headquarters of the Kenya Space Agency",
        ),
        (
            "A satellite agreement of Kenya and Norway was signed. The signing was held in virtual"
            " form.",
            "online",
        ),
        (
            "Kenya and Norway signed a satellite agreement at this week's UK Space Conference.",
            None,
        ),
        (
            "Kenya and Norway signed a satellite agreement on 2 May 2024 in the course of the"
            " third Kenya-Norway Space Dialogue, which was held in Nairobi.",
            "Nairobi",
        ),
        ("Kenya and Norway signed a satellite agreement (in Amharic) on 2 May 2024.", None),
        ("Kenya and Norway signed a satellite agreement, says a report in Le Monde.", None),
    ],
    ids=[
        "island",
        "house_of_a_body",
        "ceremony_online",
        "event",
        "at_a_meeting",
        "language",
        "newspaper",
    ],
)
def test_where_something_was_signed(sentence: str, place: str | None) -> None:
    assert [each.place for each in facts(_NEWS + sentence).agreements] == [place]


def test_an_island_names_no_party_and_no_subject() -> None:
    text = "Kenya and Norway signed a satellite agreement on Lamu Island, in the south of Kenya."
    [agreement] = facts(_NEWS + text).agreements
    assert codes(agreement) == {"KEN", "NOR"}
    assert agreement.title == "satellite agreement"


def test_a_ceremony_that_was_arranged_is_not_ahead() -> None:
    text = "A satellite agreement of Kenya and Norway was signed. The signing was arranged online."
    assert [each.status for each in facts(_NEWS + text).agreements] == ["signed"]


@pytest.mark.parametrize(
    ("verb", "place"), [("will visit", "Norway"), ("welcomed the visiting", None)]
)
def test_who_is_visited_tells_where(verb: str, place: str | None) -> None:
    text = f"{_NEWS}Kenyan President Asha Otieno {verb} Norwegian President Kari Dahl in June."
    assert {each.place for each in drafts(text, "meeting")} == {place}


# -- promises --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Norway discussed the main prospects of their satellites.",
        "The Kenyan Ministry of Defence is in charge of Savansat, a satellite firm.",
        "Kenya and Norway renew their vows in anxious times for satellites.",
    ],
    ids=["topic", "own_body", "time"],
)
def test_what_is_only_talked_about_or_in_hand_is_no_promise(sentence: str) -> None:
    promised = [quote for each in facts(_NEWS + sentence).commitments for quote in each.evidence]
    assert sentence not in promised


def test_an_action_ends_before_who_said_so_behind_a_quotation_mark() -> None:
    text = 'After the first satellite, Kenya will go for "Savansat-2," she said.'
    assert [each.action for each in facts(text).commitments] == ["go for Savansat-2"]


@pytest.mark.parametrize(
    ("sentence", "served"),
    [
        ("Kenya will have Norway's help in building a satellite.", None),
        ("Kenya will build a satellite after a trip to Norway.", None),
        ("Kenya will fly to the station with two Americans and one Norwegian astronaut.", None),
        ("Kenya will help Norway's satellite programme.", "Norway"),
    ],
    ids=["helper", "trip", "companions", "helped"],
)
def test_who_helps_or_comes_along_is_not_served(sentence: str, served: str | None) -> None:
    found = [each for each in drafts(_NEWS + sentence, "commitment") if each.sentence]
    assert {each.beneficiary.name if each.beneficiary else None for each in found} == {served}


def test_who_joins_hands_for_a_mission_joins_no_instrument() -> None:
    told = "Peru and Chile are joining hands for the Lunar Polar Exploration Mission."
    assert [fact.type for fact in facts(told).agreements] == ["partnership"]


def test_what_is_done_with_a_view_to_a_signing_is_before_it() -> None:
    told = "Peru sent its aims to Chile with a view to concluding a satellite treaty with it."
    assert [fact.status for fact in facts(told).agreements] == ["planned"]


@pytest.mark.parametrize(
    "speaker",
    [
        "Asha Otieno, who heads the agency of Kenya, told parliament",
        "Asha Otieno, the head of its agency, said",
        "Minister Asha Otieno said",
    ],
)
def test_an_action_ends_before_who_is_described_and_said_so(speaker: str) -> None:
    told = f"Kenya will provide a ground station for satellites, {speaker}."
    assert [fact.action for fact in facts(told).commitments] == [
        "provide a ground station for satellites"
    ]
