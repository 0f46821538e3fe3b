"""Undertakings in the words of the press: who acts, how firm, what the next sentence adds."""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import drafts

LEAD = "Kenya and Norway signed a satellite agreement in Nairobi on Monday. "


def _of(told: str, sentence: int = 1) -> list[Draft]:
    return [d for d in drafts(LEAD + told, "commitment") if d.sentence == sentence]


@pytest.mark.parametrize(
    ("told", "codes", "strength"),
    [
        ("The training of satellite engineers falls to Norway under it.", {"NOR"}, "firm"),
        ("The document lets Norway place ground stations on the coast.", {"NOR"}, "firm"),
        ("The programme provides for a rocket fired by Kenya.", {"KEN"}, "firm"),
        ("The radar satellite will be developed under Italian leadership.", {"ITA"}, "firm"),
        ("A link is to be built under the direction of Belgium.", {"BEL"}, "firm"),
        ("Norway is now to launch the satellite.", {"NOR"}, "firm"),
        ("Norway wants its own astronauts to walk on the Moon.", {"NOR"}, "intended"),
        ("Closer cooperation in satellite data was agreed upon.", {"KEN", "NOR"}, "firm"),
        ("The satellite should be ready to fly before long.", {"KEN", "NOR"}, "intended"),
        ("Talks on satellite images are being held by Norway.", {"NOR"}, "considered"),
        ("Norway is evaluating the construction of a launch site.", {"NOR"}, "considered"),
        ("Norway has been entrusted with the manufacture of a satellite.", {"NOR"}, "firm"),
    ],
)
def test_an_idiom_tells_who_undertakes_and_how_firmly(
    told: str, codes: set[str], strength: str
) -> None:
    assert [(draft.codes(), draft.type) for draft in _of(told)] == [(codes, strength)]


def test_a_thing_acted_on_by_nobody_is_acted_on_by_whoever_acted_last() -> None:
    found = _of("Norway will build a radar satellite. Kenyan engineers will be trained.", 2)
    assert [draft.codes() for draft in found] == [{"NOR"}]


def test_whoever_is_quoted_in_a_main_clause_is_not_acted_on() -> None:
    told = "Norway will build a satellite. Kenya said that the satellite loan would be repaid."
    assert [draft.codes() for draft in _of(told, 2)] == [{"KEN"}]


@pytest.mark.parametrize(
    ("told", "strength"),
    [
        ("It is the hope of Norway that this satellite of the two will fly.", "intended"),
        ("It is planned by Norway and Kenya that they will build a satellite.", "intended"),
        ("If all goes to plan, Norway will launch the satellite.", "intended"),
        ("It mentioned that satellites would be launched by Norway.", "firm"),
        ("Norway said it would like to build a satellite.", "intended"),
    ],
)
def test_a_hope_weakens_and_a_report_does_not(told: str, strength: str) -> None:
    assert {draft.type for draft in _of(told)} == {strength}


@pytest.mark.parametrize(
    "told",
    [
        "The start had been fixed for May 29 with Norway.",
        "Norway has an academy for space studies, the first in Africa.",
        "Norway described the field of space farming as promising.",
    ],
)
def test_a_month_a_noun_and_an_adjective_promise_nothing(told: str) -> None:
    assert _of(told) == []


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        ("Norway wants to land on the Moon by 2032 and on Mars by 2045.", ["2032", "2045"]),
        (
            "Norway named two targets: a space station by 2035, and a landing on the Moon by 2040.",
            ["2035", "2040"],
        ),
    ],
)
def test_each_dated_goal_is_one(told: str, dates: list[str]) -> None:
    assert [draft.date_value for draft in _of(told)] == dates


@pytest.mark.parametrize(
    "told",
    [
        "They are resolved to support the base, and said they plan to enlarge the satellite site.",
        "Norway intends to launch a satellite from Oslo, and is considering a second rocket base.",
        "Norway will build the space centre and the Kenyan technicians will be trained by Italy.",
        "Norway promised to base a satellite crew in Nairobi, and to train two engineers there.",
    ],
)
def test_a_second_verb_or_subject_opens_an_act_of_its_own(told: str) -> None:
    assert len(_of(told)) == 2


def test_a_seat_told_behind_a_name_leaves_it_the_subject() -> None:
    told = "They hired Axiom Space of Houston, which will take a Kenyan to the space station."
    assert {"USA"} in [draft.codes() for draft in _of(told)]


@pytest.mark.parametrize(
    ("after", "status", "due"),
    [
        ("Its launch is planned for 2027.", "open", "2027"),
        ("The work has stalled.", "delayed", None),
        ("It was called off.", "cancelled", None),
        ("Oslo hosts a space museum since 2027.", "open", None),
    ],
)
def test_the_next_sentence_tells_what_became_of_it(
    after: str, status: str, due: str | None
) -> None:
    (found,) = _of(f"Norway will launch a radar satellite. {after}")
    assert (found.status, found.date_value) == (status, due)


def test_what_was_given_up_is_cancelled() -> None:
    found = _of("Norway had planned six satellite flights with Kenya, but gave them up in March.")
    assert {draft.status for draft in found} == {"cancelled"}


def test_a_headline_may_use_any_verb() -> None:
    found = drafts("Norway to loft a Kenyan satellite\n\n" + LEAD, "commitment")
    assert any(draft.features.get("headline") for draft in found)


@pytest.mark.parametrize(
    "hour",
    ["at 11:30 a.m. on Monday", "about 3 PM", "by 10 am", "at 9:45 GMT", "from 10:30", "20.30 UTC"],
)
def test_what_is_told_to_the_hour_is_no_promise(hour: str) -> None:
    told = "Norway will open its new satellite station to Kenyan engineers"
    assert len(_of(f"{told} in June.")) == 1
    assert _of(f"{told}, {hour}.") == []


@pytest.mark.parametrize("number", ["in 2030", "at 20 sites", "with 9.45 per cent"])
def test_numbers_are_not_hours(number: str) -> None:
    told = "Norway will open its new satellite station to Kenyan engineers"
    assert len(_of(f"{told} {number}.")) == 1


@pytest.mark.parametrize(
    "act",
    [
        "celebrate ten years of space cooperation with Kenya",
        "welcome the Kenyan satellite engineers in Oslo",
        "chair the joint space committee with Kenya",
        "provide live coverage of the launch of the Kenyan satellite",
        "continue coverage of the flight with the Kenyan crew in orbit",
    ],
)
def test_ceremonies_and_broadcasts_are_no_promises(act: str) -> None:
    assert _of(f"Norway will {act}.") == []


def test_coverage_by_satellites_is_one() -> None:
    assert len(_of("Norway will provide satellite coverage of the Kenyan coast.")) == 1


@pytest.mark.parametrize(
    "told",
    [
        "A milestone for the space agency is Kenya's decision to join the Artemis Accords in June.",
        "The minister welcomed Norway's plan to accede to the Outer Space Treaty with Kenya.",
    ],
)
def test_a_decision_to_join_accords_is_the_accession(told: str) -> None:
    assert _of(told) == []


def test_to_join_a_flight_is_a_promise() -> None:
    assert len(_of("Norway decided to join the Kenyan flight to the space station.")) == 1


@pytest.mark.parametrize("failing", ["has yet", "failed"])
def test_what_was_not_done_is_no_promise(failing: str) -> None:
    assert _of(f"Norway {failing} to launch the satellite for Kenya.") == []


def test_no_promise_is_not_read_as_one() -> None:
    strict = [
        d for d in _of("Norway made no promise to launch a satellite.") if "loose" not in d.features
    ]
    assert strict == []


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("Norway welcomed Japan's plan to launch three satellites by 2027.", {"JPN"}),
        ("The king welcomed Mutua of Kenya and said Norway would help build satellites.", {"NOR"}),
    ],
)
def test_whose_plan_is_welcomed_has_it(told: str, codes: set[str]) -> None:
    assert [draft.codes() for draft in _of(told)] == [codes]


def test_talks_that_are_held_are_no_intention() -> None:
    assert _of("The Kenyan agency will hold talks with NASA on Friday on satellite projects.") == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Norway, which gave up an orbital position, is to receive a satellite share.", "open"),
        ("Norway gave up its plan to launch a satellite.", "cancelled"),
        ("Norway would send a satellite in 2022, but the flight did not take place.", "cancelled"),
    ],
)
def test_what_is_ceded_is_no_promise_given_up(told: str, status: str) -> None:
    assert [draft.status for draft in _of(told)] == [status]


@pytest.mark.parametrize(
    "told",
    [
        "Norway will be able to launch satellites for customers all over the world.",
        "The Norwegian space centre will form part of a satellite park.",
        "Kenya and Norway will make a better map of satellites possible.",
        "Both sides will benefit from progress in satellite research.",
        "The head of the Norwegian space agency will pay an official visit to Kenya.",
        "Kenya and Norway will exchange views on satellites.",
        "The selection of satellites by Norway will take about a year.",
        "Norway will open a consulate on the coast.",
        "Kenya and Norway agreed to set up a joint satellite centre.",
        "Kenya and Norway agreed that a satellite programme should be prepared.",
        "Kenya and Norway called for strengthening satellite cooperation.",
        "Kenya is in negotiations with Norway on satellites.",
        "Kenya is interested in more satellites.",
        "The Norwegian agency in charge of satellites was glad.",
        "Norway signed a memorandum with Kenya on Monday to promote co-operation in space.",
    ],
)
def test_what_will_be_the_case_is_nobodys_promise(told: str) -> None:
    assert _of(told) == []


@pytest.mark.parametrize(
    ("told", "guessed"),
    [
        ("Norway could supply satellite technology to Kenya.", True),
        ("Norway could consider supplying satellite technology to Kenya.", False),
        ("Norway announced that it could supply satellite technology to Kenya.", False),
    ],
)
def test_what_somebody_could_do_is_a_guess_unless_they_say_so(told: str, guessed: bool) -> None:
    assert (not _of(told)) is guessed


def test_who_speaks_on_in_a_quotation_promises_for_the_own_country() -> None:
    text = (
        'Kenya signed the Artemis Accords. "We are glad," said Norwegian minister Kari Lund.'
        "\n\n“Space is for everyone,” said Kenyan minister Ali Okoro. “Our country is on the rise."
        " We will build a satellite with friends. It is time.”"
    )
    (found,) = drafts(text, "commitment", publisher="The White House")
    assert found.codes() == {"KEN"}


def test_a_promise_not_to_act_is_one() -> None:
    (found,) = _of("Norway announced that it would not test weapons against satellites.")
    assert (found.codes(), found.type) == ({"NOR"}, "firm")


def test_who_is_chosen_for_a_task_does_it() -> None:
    (found,) = _of("Kenya selected Thales Alenia Space (TAS) to develop a satellite by 2030.")
    assert found.codes() == {"FRA"}


def test_examining_is_no_more_than_considering() -> None:
    found = _of("Norway is examining the construction of a launch site for satellites.")
    assert {draft.type for draft in found} == {"considered"}


def test_the_maker_of_a_thing_is_not_what_will_carry_something() -> None:
    found = _of("The Express spacecraft are being built by Airbus and will carry a radar of Kenya.")
    assert not any(draft.features.get("near_subject") for draft in found)
