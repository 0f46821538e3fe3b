"""Who is a party: actors, not places, speakers, possessives or passengers."""

import pytest

from tests.extract.texts import codes, drafts, facts, reading

BOTH = {"BRA", "KOR"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Brazil and South Korea signed a pact on satellites.",
        "Brazil signed a pact on satellites with South Korea.",
        "A pact on satellites between Brazil and South Korea was signed.",
        "Brasilia and Seoul signed a pact on satellites.",
        "The Brazilian government and the South Korean space agency signed a pact on satellites.",
        "The Brazilian Space Agency signed a pact on satellites with KARI.",
        "Officials from Brazil signed a pact on satellites with counterparts from South Korea.",
        "The pact on satellites was signed by Brazil and South Korea.",
    ],
)
def test_parties_by_name_adjective_capital_and_agency(sentence: str) -> None:
    found = facts(sentence).agreements
    assert len(found) == 1
    assert codes(found[0]) == BOTH


def test_a_place_is_no_party() -> None:
    found = facts("Brazil and South Korea signed a pact on satellites in Paris, France.").agreements
    assert codes(found[0]) == BOTH
    assert found[0].place is not None and found[0].place.startswith("Paris")


def test_a_speaker_is_no_party() -> None:
    text = "Brazil and South Korea signed a pact on satellites, said an official of Portugal."
    assert codes(facts(text).agreements[0]) == BOTH


def test_an_adjective_before_a_thing_is_no_party() -> None:
    text = "Brazil and South Korea signed a pact to fly cameras on Russian rockets and satellites."
    assert codes(facts(text).agreements[0]) == BOTH


def test_both_countries_are_those_named_before() -> None:
    text = (
        "Brazil and South Korea opened a satellite ground station. "
        "The two countries pledged to share its satellite data."
    )
    found = facts(text).commitments
    assert found and codes(found[0]) == BOTH


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ESA delegation signed a satellite agreement with Kenya.", "ESA"),
        ("The Kazakh delegation signed a satellite agreement with Kenya.", "Kazakhstan"),
        ("NASA's Artemis II mission will deploy a satellite of Kenya.", "NASA"),
        ("The Kazakh government signed a satellite agreement with Kenya.", "Kazakh government"),
        (
            "Norway's University of Tromso signed a satellite agreement with Kenya.",
            "Norway's University of Tromso",
        ),
    ],
)
def test_people_of_a_body_go_by_its_name_and_a_body_by_its_own(text: str, name: str) -> None:
    [(_, _, found)] = facts(text).facts()
    assert name in {party.name for party in found.parties}


def test_a_capital_goes_by_the_name_of_its_state() -> None:
    [found] = facts("Seoul and Washington signed a satellite agreement.").agreements
    assert [(p.name, p.country) for p in found.parties] == [
        ("South Korea", "KOR"),
        ("United States", "USA"),
    ]


def test_an_unknown_company_is_kept_with_the_country_the_text_gives() -> None:
    text = (
        "Orbivex Technologies, a Brazilian company, signed a satellite contract with South Korea."
    )
    found = facts(text).agreements
    assert ("Orbivex Technologies", "BRA") in {(p.name, p.country) for p in found[0].parties}


def test_an_office_gives_the_person_a_state() -> None:
    text = (
        "Brazilian science minister Luana Prado and South Korean counterpart Kim Dae-ho "
        "signed a pact on satellites."
    )
    found = facts(text).agreements
    assert codes(found[0]) == BOTH
    assert {person.name for person in found[0].people} == {"Luana Prado", "Kim Dae-ho"}


def test_each_country_that_joins_is_a_fact_of_its_own() -> None:
    found = facts("Brazil and Kenya joined the Artemis Accords on 2 May 2024.").agreements
    assert sorted(next(iter(codes(f))) or "" for f in found) == ["BRA", "KEN"]
    assert {(f.type, f.signed_on) for f in found} == {("accession", "2024-05-02")}


def test_the_host_of_an_accession_does_not_join() -> None:
    text = "NASA welcomed Kenya as the 60th country to sign the Artemis Accords."
    found = facts(text).agreements
    assert [codes(f) for f in found] == [{"KEN"}]


@pytest.mark.parametrize(
    "text",
    [
        "SpaceX launched a Brazilian satellite from Florida on Friday.",
        "Russian cosmonaut Ivan Petrov and American astronaut Ann Lee left the space station.",
        "A Soyuz rocket carrying a Korean satellite lifted off from Baikonur in Kazakhstan.",
        "The Brazilian telescope found a new comet near Mars.",
    ],
)
def test_routine_events_hold_no_fact(text: str) -> None:
    assert facts(text).facts() == []


def test_an_article_without_outer_space_holds_no_fact() -> None:
    assert facts("Brazil and South Korea signed a pact on beef and met in Seoul.").facts() == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Ann Lee of Kenya signed a satellite agreement with Chile.", {"Ann Lee"}),
        ("President Ann Lee of Kenya welcomed the satellite agreement of Chile and Peru.", set()),
        (
            "Chile and Peru signed a satellite agreement, said Minister Ann Lee of Kenya.",
            set(),
        ),
    ],
)
def test_who_welcomes_an_agreement_has_not_signed_it(text: str, people: set[str]) -> None:
    [found] = facts(text).agreements
    assert {person.name for person in found.people} == people


def test_a_part_of_the_world_stands_for_no_state() -> None:
    text = "At talks in Paris, Europe and Kenya agreed to build a satellite together on Monday."
    named = [p for c in facts(text).commitments for p in c.parties if p.name == "Europe"]
    assert all(party.country is None for party in named)


def test_the_participle_that_opens_a_sentence_is_nobody() -> None:
    text = "Launching from Kenya in 2026, a satellite of Norway will map forests for both of them."
    parties = {party.name for promise in facts(text).commitments for party in promise.parties}
    assert parties == {"Kenya", "Norway"}


def _actors(text: str) -> dict[str, tuple[str | None, str]]:
    told = reading(text).sentences
    return {actor.name: (actor.code, actor.why_not) for each in told for actor in each.actors}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            "NASA paid the University of New Mexico for a satellite.",
            "University of New Mexico",
            "USA",
        ),
        ("Orbivex Rockets of Bengaluru will launch it.", "Orbivex Rockets", "IND"),
        ("Orbix (Toulouse) signed a satellite deal.", "Orbix", "FRA"),
        ("The Texas company Orbix Labs builds satellites.", "Orbix Labs", "USA"),
    ],
)
def test_a_city_or_province_tells_the_country_of_a_body(text: str, name: str, code: str) -> None:
    assert _actors(text)[name][0] == code


def test_a_city_or_province_is_no_party() -> None:
    found = _actors("Houston and New Mexico signed a satellite agreement with Norway.")
    assert found["Houston"] == ("USA", "place")
    assert found["New Mexico"] == ("USA", "place")
    assert found["Norway"] == ("NOR", "")


def test_a_person_may_bear_the_name_of_a_place() -> None:
    assert "Virginia Rice" in _actors("Virginia Rice signed the satellite deal with Norway.")


def test_a_name_before_a_list_of_states_is_of_none_of_them() -> None:
    told = "Orbix, Japan, Canada and Norway signed a satellite agreement."
    assert _actors(told)["Orbix"][0] is None
    assert _actors(told)["Japan"] == ("JPN", "")
    assert _actors("Orbix, Japan, signed a satellite deal.")["Orbix"][0] == "JPN"


def test_a_numbered_craft_is_no_party() -> None:
    found = _actors("Orbix and Norway signed a deal on the flight of Taifa-1 and Zorbsat-2.")
    assert set(found) == {"Orbix", "Norway"}


def test_a_part_of_the_world_joined_to_a_state_is_not_the_state_in_its_name() -> None:
    found = facts("The EU-Latin America space dialogue was held in Madrid on Monday.").meetings
    assert [codes(fact) for fact in found] == [{"EU"}]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Russia's state arms exporter Rosoboronexport and Kenya signed a satellite deal.", 0),
        ("North Korea's state agency KCNA and Kenya signed a satellite deal.", 1),
        ("Kenya ordered its radar satellite from the European company Astrium in 2004.", 2),
        ("Space Machines Company of Australia and Kenya signed a satellite deal.", 3),
        ("Earth Observation Satellite Co and Kenya signed a satellite deal.", 4),
    ],
    ids=["owned_by_the_state", "state_agency", "of_a_continent", "begins_with_space", "earth"],
)
def test_a_body_has_its_own_name(sentence: str, name: int) -> None:
    names = (
        "Rosoboronexport",
        "KCNA",
        "Astrium",
        "Space Machines Company of Australia",
        "Earth Observation Satellite Co",
    )
    (found,) = drafts(sentence, "agreement")
    assert names[name] in {party.name for party in found.parties}
    assert len(found.parties) == 2


@pytest.mark.parametrize(
    "craft",
    ["Zohreh, the first Iranian communications satellite,", "the satellite Munal"],
)
def test_a_craft_called_by_its_kind_is_no_party(craft: str) -> None:
    (sentence,) = reading(f"Russia signed a contract on {craft} in Tehran.").sentences
    assert not {actor.name for actor in sentence.actors} & {"Zohreh", "Munal"}


def test_a_name_once_told_to_be_a_craft_stays_one() -> None:
    text = (
        "Russia will build Zohreh, the first communications satellite of Iran.\n\n"
        "Russia signed a contract with Iran on a station for Zohreh."
    )
    names = {actor.name for each in reading(text).sentences for actor in each.actors}
    assert names == {"Russia", "Iran"}


def test_the_short_form_that_a_text_explains_is_that_body() -> None:
    text = (
        "The Kenyan Space Agency (KSA) builds satellites.\n\n"
        "Norway received the Director General of KSA, Brigadier Hillary Kipkosgey, in Oslo."
    )
    (found,) = facts(text).meetings
    assert codes(found) == {"KEN", "NOR"}


def test_between_whom_there_is_tension_are_no_partners() -> None:
    text = (
        "Chile and Peru signed an agreement on satellites, amid new tension between Azerbaijan and"
        " Armenia over rockets."
    )
    assert {frozenset(draft.codes()) for draft in drafts(text, "agreement")} != {
        frozenset({"AZE", "ARM"})
    }


def test_who_only_reports_is_no_partner() -> None:
    text = "China had concluded 16 space pacts with 13 governments, Jin informed a conference."
    (found,) = drafts(text, "agreement")
    assert {party.name for party in found.parties} == {"China"}


def test_the_short_form_of_what_is_signed_is_told_of_once() -> None:
    text = (
        "A memorandum of understanding (MoU) under which Chile takes part in the satellite project"
        " was signed with Peru on the 7th, the Chilean Space Agency announced."
    )
    assert [draft.title for draft in drafts(text, "agreement")] == ["memorandum of understanding"]


def test_a_firm_with_an_aside_on_what_it_makes_is_no_craft() -> None:
    (sentence,) = reading("Lunar Outpost, an American rover company, met NASA.").sentences
    assert "Lunar Outpost" in {actor.name for actor in sentence.actors}


def test_a_dateline_of_two_short_words_is_no_party() -> None:
    text = "LA PAZ, Dec 23 - Bolivia signed a contract on a satellite with China on Thursday."
    (found,) = facts(text).agreements
    assert {party.name for party in found.parties} == {"Bolivia", "China"}


def test_the_country_is_that_of_its_president_in_the_sentence() -> None:
    text = (
        "Russia and Kenya may sign a space deal. On Monday, Turkish President Recep Tayyip Erdogan "
        "presented a space program, under which the country aims to reach the Moon in 2028."
    )
    (found,) = [draft for draft in drafts(text, "commitment") if draft.sentence == 1]
    assert found.codes() == {"TUR"}


def test_the_company_before_a_name_is_nobody_else() -> None:
    text = (
        "The Kenyan firm Nyota builds satellites. Officials of Norway met with members of the "
        "Kenya Space Agency and the company Galaxia Systems on satellites."
    )
    (found,) = drafts(text, "meeting")
    assert [party.name for party in found.parties] == [
        "Norway", "Kenya Space Agency", "Galaxia Systems",
    ]  # fmt: skip


def test_a_short_form_of_the_text_is_no_code_of_a_state() -> None:
    text = (
        "The Kenya Space Agency (KSA) and Norway signed a satellite agreement. "
        "KSA will build a ground station for satellites."
    )
    promises = drafts(text, "commitment")
    assert [draft.codes() for draft in promises] == [{"KEN"}]


def test_whose_dollar_it_is_is_no_party() -> None:
    told = reading("Kenya will give Norway US$5 million for a satellite.").sentences[0]
    assert {actor.code for actor in told.actors} == {"KEN", "NOR"}


def test_a_counterpart_goes_by_the_name_of_the_state() -> None:
    text = "Kenya's president and his Brazilian counterpart held talks on satellites in Nairobi."
    (found,) = facts(text).meetings
    assert {party.name for party in found.parties} == {"Kenya", "Brazil"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Cosmo Farnet and Eutelsat on Monday signed an agreement on satellites.",
        "Cosmo Farnet and Eutelsat signed an agreement on satellites between 12 and 15 degrees "
        "West without delay.",
    ],
)
def test_a_name_listed_before_the_only_known_party_is_one_too(sentence: str) -> None:
    (found,) = drafts(sentence, "agreement")
    assert [party.name for party in found.parties] == ["Cosmo Farnet", "Eutelsat"]


def test_two_governments_go_by_the_names_of_their_states() -> None:
    text = "A memorandum on satellites was signed in May by the Kenyan and Norway governments."
    (found,) = facts(text).agreements
    assert {party.name for party in found.parties} == {"Kenya", "Norway"}


def test_a_line_that_says_where_somebody_travels_names_no_party() -> None:
    told = reading(
        "Aboard Air Force One\n\nEn Route Fridley, Minnesota\n\nKenya signed the Accords."
    )
    (place,) = [s for s in told.sentences if told.quote(s).startswith("En Route")]
    assert {actor.why_not for actor in place.actors} == {"place"}


def test_a_headline_in_capitals_makes_no_body_of_what_the_sides_do() -> None:
    told = reading("Peru And Chile Explore Working Together In Space").sentences[0]
    assert [(actor.name, actor.kind) for actor in told.actors] == [
        ("Peru", "state"),
        ("Chile", "state"),
    ]


def test_a_legal_form_in_front_makes_a_name_a_firm() -> None:
    text = "Arianespace signed a deal on a launch with the state-owned PT Zedsat Nusantara."
    (found,) = facts(text).agreements
    assert [party.name for party in found.parties] == ["Arianespace", "PT Zedsat Nusantara"]


def test_a_longer_name_is_not_that_of_another_agency_at_its_end() -> None:
    text = "The National Aeronautics and Space Agency (LAPAN) signed a satellite pact with Norway."
    assert codes(facts(text).agreements[0]) == {"IDN", "NOR"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's Zed-2 satellite will be put into orbit in May from Kourou, French Guiana.",
        "Kenya and Norway signed a satellite pact in Cayenne, French Guiana.",
        "In May, said Kenya, the European Spaceport in French Guiana will launch the satellite.",
    ],
)
def test_the_ground_that_rockets_leave_from_is_no_party(sentence: str) -> None:
    found = drafts(sentence)
    assert found
    assert all({"GUF", "FRA"}.isdisjoint(draft.codes()) for draft in found)
