"""What the press itself taught: who acts in it, and what it tells of agreements."""

from datetime import date

import pytest

from ingest.facts.model import Agreement
from tests.extract.texts import PUBLISHED, codes, drafts, facts, reading


def _actors(text: str) -> dict[str, tuple[str | None, str]]:
    """Return each name of a text with its code and why it is no party."""
    told = reading(text).sentences
    return {actor.name: (actor.code, actor.why_not) for each in told for actor in each.actors}


def _only(text: str, published_on: date | None = PUBLISHED) -> Agreement:
    """Return the one agreement of a text."""
    (found,) = facts(text, published_on).agreements
    return found


def _told(text: str) -> list[tuple[str, str, str | None]]:
    """Return type, status and date of each agreement of a text."""
    return [(each.type, each.status, each.signed_on) for each in facts(text).agreements]


# -- who acts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("opener", ["Finally", "Ultimately", "Traditionally"])
def test_an_adverb_that_opens_a_sentence_is_nobody(opener: str) -> None:
    assert set(_actors(f"{opener}, Kenya builds satellites with Norway.")) == {"Kenya", "Norway"}


@pytest.mark.parametrize("opener", ["Welcoming Berg to Nairobi", "Thanking Berg in Nairobi"])
def test_an_opening_participle_is_no_part_of_a_name(opener: str) -> None:
    assert "Berg" in _actors(f"{opener}, Kenya signed a satellite agreement with Norway.")


def test_an_opening_participle_hides_no_known_body() -> None:
    assert _actors("Joining NASA, Kenya will build a satellite.")["NASA"] == ("USA", "")


def test_who_is_met_in_an_opening_goes_by_the_own_name() -> None:
    text = "Meeting Qorban, President Juma of Kenya signed a satellite agreement with Norway."
    assert "Meeting Qorban" not in {person.name for person in _only(text).people}


def test_a_short_form_within_a_name_does_not_part_it() -> None:
    found = _only("The United Arab Emirates (UAE) Space Agency signed a satellite pact with Kenya.")
    assert [(party.name, party.country) for party in found.parties] == [
        ("United Arab Emirates (UAE) Space Agency", "ARE"),
        ("Kenya", "KEN"),
    ]


def test_a_body_unknown_by_its_long_name_is_known_by_its_short_form() -> None:
    text = "The European Weather Craft Bureau (EUMETSAT) signed a satellite contract with Kenya."
    assert codes(_only(text)) == {"EUMETSAT", "KEN"}


def test_ranks_and_a_service_tell_for_whom_an_officer_signs() -> None:
    text = (
        "Maj. Gen. Ole Berg, commander of the Swedish Air Force, "
        "signed a satellite agreement with Kenya."
    )
    found = _only(text)
    assert codes(found) == {"SWE", "KEN"}
    assert [person.name for person in found.people] == ["Ole Berg"]


@pytest.mark.parametrize(
    ("place", "land"), [("Darmstadt, Germany", "Germany"), ("Kiruna, Sweden", "Sweden")]
)
def test_the_land_of_a_city_is_a_place(place: str, land: str) -> None:
    text = f"Kenya and Norway signed a satellite agreement in {place} on Monday."
    assert _actors(text)[land][1] == "place"


def test_a_branch_is_one_company_and_not_a_union() -> None:
    found = _only("ispace EU signed a lunar payload agreement with Kenya.")
    assert [(p.name, p.country) for p in found.parties] == [("ispace EU", "JPN"), ("Kenya", "KEN")]


def test_who_only_ever_led_a_company_acts_for_it() -> None:
    (found,) = facts("Elon Musk met Kenya's president on satellites in Nairobi.").meetings
    assert [party.name for party in found.parties] == ["SpaceX", "Kenya"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya bought Earth Observation Data from Norway for its satellite.", "Data"),
        ("Kenya met Norway at the Nordic Space Week on satellites.", "Week"),
    ],
)
def test_data_and_weeks_are_nobody(text: str, name: str) -> None:
    assert not [actor for actor in _actors(text) if actor.endswith(name)]


def test_a_firm_is_not_of_the_state_of_who_speaks_of_it() -> None:
    text = "The satellite will be built by Orbix Labs, said Norway's minister Kari Berg."
    assert _actors(text)["Orbix Labs"][0] is None


def test_a_company_of_the_own_short_name_is_known() -> None:
    assert codes(_only("Kenya ordered a satellite from New Space India.")) == {"KEN", "IND"}


# -- whom a pronoun means ------------------------------------------------------------------------


def test_they_who_say_it_are_all_who_are_named() -> None:
    lead = "Peru and Chile share a satellite. "
    found = facts(lead + "NASA, ISRO and JAXA said they had signed a satellite agreement.")
    assert [codes(each) for each in found.agreements] == [{"USA", "IND", "JPN"}]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenya Space Agency, which works with Norway, said it will launch a satellite in 2027.",
        "The Kenya Space Agency builds satellites. "
        "After talks with Norway the agency said it will launch a satellite in 2027.",
    ],
    ids=["over_an_aside", "the_agency"],
)
def test_it_is_who_says_so(text: str) -> None:
    found = [each for each in facts(text).commitments if each.due == "2027"]
    assert [codes(each) for each in found] == [{"KEN"}]


def test_a_newspaper_does_not_speak_for_a_state_and_an_embassy_does() -> None:
    text = "We will launch a satellite for Kenya by 2027."
    told = {
        publisher: [codes(each) for each in facts(text, publisher=publisher).commitments]
        for publisher in ("Japan Times", "Embassy of Japan in Nairobi")
    }
    assert told == {"Japan Times": [{"KEN"}], "Embassy of Japan in Nairobi": [{"JPN"}]}


# -- datelines -----------------------------------------------------------------------------------

_SIGNED = "Kenya and Chile signed a satellite agreement"


@pytest.mark.parametrize(
    "line",
    ["Oslo, May 3 - ", "Oslo, Norway, May 3 - ", "OSLO (Nordic Wire), May 3\n\n"],
    ids=["mixed_case", "with_its_land", "a_line_of_its_own"],
)
def test_a_dateline_tells_neither_a_party_nor_a_date(line: str) -> None:
    told = reading(f"{line}{_SIGNED}.").sentences
    places = {a.name for s in told for a in s.actors if a.why_not == "place"}
    assert {name.lower() for name in places} >= {"oslo"}
    assert not [hit for sentence in told for hit in sentence.dates]


def test_a_line_of_a_place_is_no_party() -> None:
    found = _actors(f"Oslo, Norway\n\n{_SIGNED}.")
    assert (found["Oslo"][1], found["Norway"][1]) == ("place", "place")


def test_a_dateline_gives_a_firm_no_state() -> None:
    found = _only("Nairobi - Orbix Labs signed a satellite agreement with Norway.")
    assert ("Orbix Labs", None) in {(party.name, party.country) for party in found.parties}


# -- agreements: which one is meant --------------------------------------------------------------


@pytest.mark.parametrize(
    "old",
    [
        "The agreement of 23 December 1995 on satellites helped both.",
        "The agreement signed on 23 December 1995 helped Kenya.",
    ],
)
def test_a_deed_of_an_old_day_is_told_and_not_pointed_at(old: str) -> None:
    found = drafts(f"Kenya and Norway run a satellite station. {old}", "agreement")
    strict = [each for each in found if not each.features.get("loose")]
    assert [(each.date_value, each.bare) for each in strict] == [("1995-12-23", False)]


@pytest.mark.parametrize("words", ["new agreement", "latest deal", "landmark accord"])
def test_the_new_agreement_is_the_one_just_told(words: str) -> None:
    lead = "Kenya and Norway signed a satellite agreement on Monday. "
    found = drafts(f"{lead}The {words} covers satellite data.", "agreement")
    assert [each.bare for each in found if each.sentence == 1] == [True]


def test_each_partner_behind_a_short_form_has_its_own() -> None:
    text = "Peru signed memoranda of understanding (MoUs) with Chile, Cuba and Spain on satellites."
    found = facts(text).agreements
    assert [codes(each) for each in found] == [{"PER", "CHL"}, {"PER", "CUB"}, {"PER", "ESP"}]


def test_a_verb_does_not_sign_what_a_new_clause_tells_of() -> None:
    text = (
        "Building on the satellite pact signed in May, "
        "these agreements set out rules for Kenya and Norway."
    )
    dated = {each.head: each.date_value for each in drafts(text, "agreement")}
    assert dated == {"pact": "2024-05", "agreement": None}


def test_papers_that_would_lead_to_an_agreement_are_alone_signed() -> None:
    text = "Kenya signed papers that would open the way to an agreement on satellites with Norway."
    assert [each.head for each in drafts(text, "agreement")] == ["paper"]


@pytest.mark.parametrize("deed", ["did so", "had followed suit", "did the same"])
def test_others_who_did_so_joined_as_well(deed: str) -> None:
    text = f"Kenya signed the Artemis Accords on Monday. Norway and Chile {deed} in 2022."
    joined = {(each.type, each.signed_on, *codes(each)) for each in facts(text).agreements}
    assert joined == {
        ("accession", "2024-05-13", "KEN"),
        ("accession", "2022", "NOR"),
        ("accession", "2022", "CHL"),
    }


# -- agreements: their status --------------------------------------------------------------------


def test_talks_that_ended_with_the_signing_brought_it() -> None:
    text = "Planned talks of Kenya and Norway ended with the signing of a satellite agreement."
    assert _told(text) == [("agreement", "signed", None)]


@pytest.mark.parametrize("wish", ["wants to end", "is considering ending"])
def test_an_end_that_is_only_wished_for_is_no_new_proposal(wish: str) -> None:
    assert _told(f"Kenya {wish} its satellite agreement with Norway.") == []


@pytest.mark.parametrize("changed", ["updated", "amended"])
def test_a_changed_agreement_that_is_signed_is_signed(changed: str) -> None:
    text = f"Kenya and Norway signed an {changed} satellite agreement on Monday."
    assert _told(text) == [("agreement", "signed", "2024-05-13")]


def test_being_open_to_a_signing_is_no_signing() -> None:
    text = "Kenya is open to signing a satellite agreement with Norway."
    assert _told(text) == [("agreement", "proposed", None)]


@pytest.mark.parametrize(
    ("deed", "thing"),
    [
        ("ended", "contacts"),
        ("put an end to", "joint missions"),
        ("discontinued", "interaction"),
        ("ceased", "joint research"),
        ("suspended", "joint scientific experiments"),
    ],
)
def test_what_states_did_together_may_end(deed: str, thing: str) -> None:
    found = facts(f"Norway {deed} {thing} with Russia in space.").agreements
    assert [(each.type, each.status) for each in found] == [
        ("partnership", "suspended" if deed == "suspended" else "ended")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the absence of an agreement with Norway, Kenya will build a satellite.",
        "Without a satellite agreement with Norway, Kenya will wait.",
        "The lack of a space agreement between Kenya and Norway slows work.",
    ],
)
def test_an_absent_agreement_is_none(sentence: str) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        (
            "For almost 50 years, the satellite agreement has guided Kenya and Norway.",
            None,
        ),
        (
            "The satellite agreement between Kenya and Norway, signed in Oslo in 1998, "
            "which remains in force, covers data.",
            "1998",
        ),
    ],
)
def test_what_has_held_for_long_is_in_force(sentence: str, signed_on: str | None) -> None:
    assert _told(sentence) == [("agreement", "in_force", signed_on)]


# -- agreements: their dates ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The satellite deal between Kenya and Norway builds on a promise made in April.", "deal"),
        (
            "Building on a satellite pact signed in 2020, Kenya and Norway signed a contract "
            "on launches.",
            "contract",
        ),
        (
            "Kenya signed a launch contract with Norway after a Chilean rocket exploded "
            "earlier this year.",
            "launch contract",
        ),
    ],
    ids=["builds_on", "building_on", "after"],
)
def test_the_date_of_an_older_deed_is_not_that_of_the_new(sentence: str, kind: str) -> None:
    found = [each for each in drafts(sentence, "agreement") if each.head == kind]
    assert [each.date_value for each in found] == [None]


def test_an_unknown_day_beside_the_verb_leaves_no_room_for_another_date() -> None:
    text = "Kenya and Norway signed on Friday the satellite agreement drafted in May 2023."
    assert _only(text, None).signed_on is None
    text = "Kenya and Norway signed today (Sunday), 30 January 2022, a satellite agreement."
    assert _only(text, None).signed_on == "2022-01-30"


# -- agreements: what is none, and who hires -----------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier statement from Norway said Kenya would buy a satellite.",
        "Kenya said in a statement that Norway would build a satellite.",
        "Kenya's ministry issued a statement on satellite contracts with Norway on Monday.",
    ],
    ids=["from_one_side", "said_in", "issued_by_one"],
)
def test_what_one_side_states_is_no_joint_statement(sentence: str) -> None:
    assert "joint_statement" not in {each.type for each in drafts(sentence, "agreement")}


@pytest.mark.parametrize("verb", ["hired", "contracted", "picked", "commissioned"])
def test_who_is_hired_for_somebody_has_a_contract_with_them(verb: str) -> None:
    found = _only(f"SpaceX was {verb} to launch two satellites for Kenya.")
    assert (found.type, found.status, codes(found)) == ("contract", "signed", {"USA", "KEN"})


def test_reliance_on_leasing_is_no_lease() -> None:
    assert _told("Kenya criticised its reliance on the leasing of satellites from Norway.") == []
