"""What the rest of a sentence makes of a plan, and what is only a commentator's guess."""

import pytest

from tests.extract.texts import drafts, facts


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        (", but the talks were cancelled", "cancelled"),
        (", only to see it called off", "cancelled"),
        (", but the talks never took place", "cancelled"),
        (", but the place was not cancelled", "planned"),
        (" before the launch was scrapped", "planned"),
    ],
)
def test_a_planned_meeting_that_came_to_nothing_is_cancelled(ending: str, status: str) -> None:
    found = facts(f"NASA and Roscosmos were to meet in Moscow on Monday{ending}.").meetings
    assert [meeting.status for meeting in found] == [status]


def test_a_planned_agreement_that_came_to_nothing_is_none() -> None:
    plan = "Japan and India had planned to sign a satellite agreement in May"
    assert [each.status for each in facts(f"{plan}.").agreements] == ["planned"]
    assert not facts(f"{plan}, but the signing was called off.").agreements


def test_what_was_done_before_stays_done() -> None:
    text = "Japan and India signed a satellite agreement in May, but the launch was called off."
    assert [each.status for each in facts(text).agreements] == ["signed"]


@pytest.mark.parametrize("who", ["An analyst", "Experts", "One of the critics"])
def test_what_commentators_think_others_may_do_is_no_fact(who: str) -> None:
    plan = "India would probably sign a satellite agreement with Japan next year"
    assert facts(f"The minister said {plan}.").agreements
    assert not facts(f"{who} said {plan}.").agreements


def test_what_experts_are_sent_to_do_is_no_guess() -> None:
    text = "Experts from both space agencies will sign an agreement between India and Japan in May."
    assert facts(text).agreements


def test_a_meeting_put_off_is_still_to_come_also_after_an_aside() -> None:
    text = "The third U.S.-Korea Civil Space Dialogue, scheduled for June, was postponed."
    assert [each.status for each in facts(text).meetings] == ["planned"]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (
            "promised in 2018 to send an astronaut to China's space station, but never did",
            "cancelled",
        ),
        ("has not kept its promise to send an astronaut to China's space station", "open"),
        ("has kept its promise to send an astronaut to China's space station", "fulfilled"),
    ],
)
def test_a_promise_is_kept_only_where_it_was(told: str, status: str) -> None:
    found = facts(f"Pakistan {told}.").commitments
    assert [(each.status, each.action) for each in found] == [
        (status, "send an astronaut to China's space station")
    ]


def test_what_was_done_after_all_is_done_with_its_date() -> None:
    plan = "Kenya and Japan were to sign a satellite agreement"
    (found,) = facts(f"{plan}, which they finally did in March 2024.").agreements
    assert (found.status, found.signed_on) == ("signed", "2024-03")
    (other,) = facts(f"{plan}, which they did not do in March 2024.").agreements
    assert other.status != "signed"


def test_a_promise_that_was_done_is_fulfilled() -> None:
    text = "Japan promised to send a rover to the Moon with NASA{}."
    told = {end: [c.status for c in facts(text.format(end)).commitments] for end in
            ("", ", which they did")}  # fmt: skip
    assert told == {"": ["open"], ", which they did": ["fulfilled"]}


_SIGNED = "Kenya and Norway signed a memorandum of understanding on satellites on 12 March 2024. "


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The memorandum took effect last week.", "in_force"),
        ("It entered into force in May.", "in_force"),
        ("The memorandum has not entered into force.", "signed"),
        ("It will have entered into force once both parliaments agree.", "signed"),
        ("Until it came into force, the two would wait.", "signed"),
        ("A tax on satellites took effect last week.", "signed"),
    ],
)
def test_an_agreement_is_in_force_once_it_took_effect(sentence: str, status: str) -> None:
    [agreement] = facts(_SIGNED + sentence).agreements
    assert agreement.status == status


def test_the_words_that_tell_it_in_force_are_evidence() -> None:
    [agreement] = facts(_SIGNED + "It entered into force in May.").agreements
    assert "It entered into force in May." in agreement.evidence


@pytest.mark.parametrize(
    ("verb", "status"), [("leased", "in_force"), ("agreed to lease", "signed")]
)
def test_a_lease_that_runs_is_in_force(verb: str, status: str) -> None:
    text = f"Kenya {verb} a slot for its satellite from the Norwegian firm Nordsat in January 2024."
    assert {draft.status for draft in drafts(text, "agreement")} == {status}
