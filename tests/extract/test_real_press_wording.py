"""What the press itself taught of joining bodies, of what is mere talk, and of acts and days."""

import pytest

from tests.extract.texts import codes, facts


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Norway was admitted as a member of the European Space Agency on Tuesday.", {"NOR"}),
        ("Kenya was accepted as a member of the European Space Agency.", {"KEN"}),
        (
            "The board welcomed Kenya, Norway and Peru as members of the European Space Agency.",
            {"KEN", "NOR", "PER"},
        ),
    ],
    ids=["admitted", "accepted", "welcomed"],
)
def test_who_is_taken_into_a_body_accedes_to_it(text: str, members: set[str]) -> None:
    found = facts(text).agreements
    assert {(each.type, each.title) for each in found} == {("accession", "European Space Agency")}
    assert set.union(*map(codes, found)) == members
    assert len(found) == len(members)


@pytest.mark.parametrize(
    "text",
    [
        "The board described Kenya and Norway as members of the European Space Agency.",
        "Kenya was admitted as an observer to a meeting of the European Space Agency.",
    ],
    ids=["described", "observer"],
)
def test_who_is_only_called_a_member_accedes_to_nothing(text: str) -> None:
    assert facts(text).agreements == []


def test_outer_space_is_no_party() -> None:
    text = "Outer Space brought Kenya and Norway to sign a satellite agreement on Monday."
    (found,) = facts(text).agreements
    assert codes(found) == {"KEN", "NOR"}


def test_an_agreement_that_has_served_for_decades_is_in_force() -> None:
    text = "For nearly 50 years, the space agreement between Kenya and Norway has kept peace."
    (found,) = facts(text).agreements
    assert (found.status, found.signed_on) == ("in_force", None)


@pytest.mark.parametrize(
    "text",
    [
        "The memorandum between Kenya and Norway promotes visits of space engineers.",
        "During a visit to the space station, the Kenyan astronaut spoke with Norway's minister.",
        "The astronaut of Kenya is to pay a visit to the International Space Station in 2029 "
        "with a colleague from Norway.",
    ],
    ids=["terms", "in_orbit", "to_orbit"],
)
def test_visits_of_terms_and_of_orbit_are_no_meetings(text: str) -> None:
    assert facts(text).meetings == []


def test_what_is_only_asked_is_no_promise() -> None:
    asked = "The minister asked if Kenya agreed to build a satellite for Norway."
    assert facts(asked).commitments == []
    assert len(facts(asked.replace("asked if", "said")).commitments) == 1


def test_who_bears_the_surname_of_a_known_person_is_somebody_else() -> None:
    text = (
        "Deputy Secretary of State {} Campbell visited India with NASA. "
        "Deputy Secretary Campbell met with NASA and ISRO on satellites. Canada was not there."
    )
    assert "CAN" not in _parties_of_meetings(text.format("Kurt"))
    assert "CAN" in _parties_of_meetings(text.format("Lisa"))


def _parties_of_meetings(text: str) -> set[str | None]:
    return set.union(set(), *(codes(meeting) for meeting in facts(text).meetings))


@pytest.mark.parametrize("both", ["our two nations", "the two countries"])
def test_the_two_who_will_act_are_no_part_of_the_action(both: str) -> None:
    (found,) = facts(f"Kenya and Norway agreed that {both} will build a satellite.").commitments
    assert found.action == "build a satellite"


def test_the_month_of_a_commitment_is_not_that_of_a_signing() -> None:
    text = (
        "Following their June 2023 commitment to joint launches and Kenya's signing of the "
        "Artemis Accords, Kenya and Norway work together."
    )
    dates = {each.title: each.signed_on for each in facts(text).agreements}
    assert dates["Artemis Accords"] is None
    nearer = text.replace("Kenya's signing", "Kenya's April 2023 signing")
    dates = {each.title: each.signed_on for each in facts(nearer).agreements}
    assert dates["Artemis Accords"] == "2023-04"


@pytest.mark.parametrize(
    ("opening", "strength"), [("Promoting", "intended"), ("Promote", "firm")], ids=["ing", "verb"]
)
def test_what_a_list_says_is_being_done_is_intended(opening: str, strength: str) -> None:
    text = (
        "Kenya and Norway agreed on space cooperation:\n\n"
        f"- {opening} space cooperation through a joint satellite exercise;\n"
        f"- {opening} rocket launches of the two space agencies;"
    )
    assert strength in {each.strength for each in facts(text).commitments}
    assert len({each.strength for each in facts(text).commitments}) == 1


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Kenya agreed to assist Norway with its satellite during their September meeting.", None),
        ("Kenya will present its satellite during the September summit.", "2024-09"),
    ],
    ids=["promised_then", "done_then"],
)
def test_a_promise_is_not_due_when_it_was_made(text: str, due: str | None) -> None:
    (found,) = facts(text).commitments
    assert found.due == due


def test_what_the_news_comes_with_is_no_part_of_the_act() -> None:
    text = (
        "Kenya's ambitions to send astronauts to the moon come as Norway targets launching a "
        "crewed mission as early as 2026."
    )
    found = next(each for each in facts(text).commitments if each.parties[0].country == "KEN")
    assert (found.action, found.due) == ("send astronauts to the moon", None)


def test_an_action_ends_at_the_colon_of_a_headline() -> None:
    title = "Kenya to Build Satellite Constellation: Kolva and Norda Sign Major Agreement"
    (found,) = facts(f"{title}\n\nKenya met Norway.", title=title).commitments
    assert found.action == "build Satellite Constellation"
