"""Undertakings in the forms the field writes them: who will do what, however it is told."""

import pytest

from tests.extract.texts import codes, facts

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
    assert [fact.strength for fact in found] == ["firm", "considered"]
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
