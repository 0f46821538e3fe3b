"""Undertakings in the forms the field writes them: who will do what, however it is told."""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import codes, drafts, facts

_OPENING = "Kenya and Italy met in Nairobi for talks on satellites and space cooperation. "


@pytest.mark.parametrize(
    ("sentence", "parties", "strength"),
    [
        ("Italy will give Kenyan engineers training on satellites.", {"ITA"}, "firm"),
        ("Italy is building a new antenna for the satellites of Kenya.", {"ITA"}, "firm"),
        ("Their goal is to launch a joint satellite by 2028.", {"KEN", "ITA"}, "intended"),
        (
            "Kenya and Italy agreed on Tuesday in Nairobi to build a satellite.",
            {"KEN", "ITA"},
            "firm",
        ),
        ("Kenya's first lunar satellite will be launched in 2028, Italy hopes.", {"KEN"}, "firm"),
        ("Kenya approved a plan to launch a satellite with Italy.", {"KEN", "ITA"}, "intended"),
    ],
)
def test_an_undertaking_is_read_in_each_form(
    sentence: str, parties: set[str], strength: str
) -> None:
    found = facts(_OPENING + sentence).commitments
    assert [(codes(fact), fact.strength) for fact in found] == [(parties, strength)]


def test_the_noun_may_name_its_owner_after_of() -> None:
    text = "The leaders hailed the decision of Kenya and Italy to develop a lunar satellite."
    found = facts(_OPENING + text).commitments
    assert [codes(fact) for fact in found] == [{"KEN", "ITA"}]


def test_a_second_party_with_its_own_verb_has_its_own_undertaking() -> None:
    text = "Italy will build the satellite, and Kenya will provide the ground station."
    found = facts(_OPENING + text).commitments
    assert [codes(fact) for fact in found] == [{"ITA"}, {"KEN"}]


def test_a_gerund_bullet_under_a_space_heading_is_the_undertaking_of_both() -> None:
    text = (
        "Kenya and Italy met in Nairobi on space.\n\nSpace\n\n"
        "-   Developing a joint satellite to watch the forests of East Africa;\n"
        "-   Exploring new launch sites for small rockets on the coast;\n"
    )
    found = facts(text, title="Kenya and Italy: space fact sheet").commitments
    assert [fact.strength for fact in found] == ["intended", "considered"]
    assert all(codes(fact) == {"KEN", "ITA"} for fact in found)


def test_a_contracted_we_speaks_for_both_countries_speaker() -> None:
    text = '"This week we\'ve agreed to build a satellite with Italy," said Kenyan President Ruto.'
    assert any("KEN" in codes(fact) for fact in facts(_OPENING + text).commitments)


@pytest.mark.parametrize(
    "sentence",
    [
        "The next chance to reach Mars will not come before 2030.",
        "The satellite of Kenya will lead to better forecasts.",
    ],
)
def test_what_merely_follows_is_no_undertaking(sentence: str) -> None:
    assert facts(_OPENING + sentence).commitments == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Italy will expand satellite cooperation with Kenya and will launch a lunar rover.", 2),
        ("Italy plans to launch a satellite in 2028 and to have it map the coast of Kenya.", 2),
        ("Italy is committed to strengthening space ties and ensuring safe satellites.", 2),
        ("Italy aims to land a probe on Venus by 2033 and another on Titan by 2047.", 2),
        ("Kenya and Italy agreed to hold talks on space and to build a lunar satellite.", 1),
        ('Italy will present its film "Reach for Space, Launch to the Stars" in Kenya.', 1),
    ],
)
def test_each_act_is_an_undertaking_and_a_planned_meeting_is_none(
    sentence: str, count: int
) -> None:
    acts = [d for d in _candidates(_OPENING + sentence) if d.sentence == 1]
    assert len(acts) == count


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        (
            "Italy welcomed Kenya signing accords and reaffirming its commitment to safe orbits.",
            "KEN",
        ),
        ("Italy will build the satellite; the Japanese will contribute the rover.", "JPN"),
        ("Italy signed a deal with Japan, which will carry a satellite of Kenya.", "JPN"),
        ("Kenya welcomed a pledge that Japan made in 2022 to clean up space debris.", "JPN"),
        ("Italy's telescope in orbit around the Moon is planned by Japan and Chile.", "JPN CHL"),
    ],
)
def test_an_undertaking_has_its_own_party(sentence: str, parties: str) -> None:
    found = [draft.codes() for draft in _candidates(_OPENING + sentence)]
    assert set(parties.split()) in found


def test_a_second_verb_keeps_the_subject_of_the_first() -> None:
    text = "Italy promised to join the European Space Agency and plans to build a space station."
    assert {"ESA"} not in [draft.codes() for draft in _candidates(_OPENING + text)]


def test_the_terms_of_a_contract_bind_the_company_named_before() -> None:
    text = "ESA awarded the Italian firm Lunarex a contract under which the company will build a "
    (found,) = _candidates(text + "European lunar module.")
    assert found.codes() == {"ITA"}


def test_where_a_partners_facilities_stand_is_no_party() -> None:
    text = "Italy will work with similar antennas in the United States, Chile and Japan on orbits."
    assert all("JPN" not in draft.codes() for draft in _candidates(_OPENING + text))


@pytest.mark.parametrize("quote", ["", ' in a "Quad Satellite Portal"'])
def test_a_fact_sheet_of_the_quad_speaks_for_the_group(quote: str) -> None:
    text = f"We will share satellite data of the oceans{quote} with the region."
    (found,) = drafts(text, "commitment", title="Quad Leaders' Summit Fact Sheet")
    assert found.codes() == {"QUAD"}


def test_as_many_countries_are_meant_as_are_counted() -> None:
    text = (
        "Fiji, Palau, Tonga and Samoa welcomed the Quad. "
        "The four countries plan to share satellite data on storms."
    )
    (found,) = facts(text, title="Fact Sheet: the Quad Leaders' Summit").commitments
    assert codes(found) == {"AUS", "IND", "JPN", "USA"}


def test_an_opening_phrase_is_an_act_of_its_own() -> None:
    text = "Determined to deepen space ties, Italy has launched a satellite with Kenya in orbit."
    titles = [draft.title for draft in _candidates(_OPENING + text)]
    assert "deepen space ties" in titles


def _candidates(text: str) -> list[Draft]:
    return drafts(text, "commitment")


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan and Kenya signed an action plan on satellite data.",
        "Japan and Kenya are discussing an agreement on satellite data.",
        "Japan and Kenya agreed to a satellite contract worth $20 million.",
    ],
)
def test_an_agreement_is_no_promise_to_make_it(sentence: str) -> None:
    assert drafts(sentence, "commitment") == []


@pytest.mark.parametrize(
    ("sentence", "promising"),
    [
        ("France agreed with Kenya to launch a joint satellite in 2027.", {"FRA", "KEN"}),
        ("France agreed to launch a satellite for Kenya.", {"FRA"}),
    ],
)
def test_who_agrees_with_another_promises_with_it(sentence: str, promising: set[str]) -> None:
    assert promising in [draft.codes() for draft in drafts(sentence, "commitment")]


def test_what_agencies_plan_to_do_is_a_promise() -> None:
    found = drafts(
        "NASA and ESA met in Rome. The agencies plan to build a satellite.", "commitment"
    )
    assert [draft.codes() for draft in found if draft.sentence == 1] == [{"USA", "ESA"}]
