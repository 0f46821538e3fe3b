"""Which date an agreement has: its own, its signing's, its founding's, its occasion's."""

from datetime import date

import pytest

from tests.extract.texts import drafts, facts

LEAD = "The space agencies of Peru and Chile build a satellite together.\n\n"


def _dates(text: str, status: str = "signed") -> set[str | None]:
    """Return the dates of the candidates of the last sentence that have this status."""
    found = drafts(LEAD + text, "agreement")
    last = max(draft.sentence for draft in found)
    return {d.date_value for d in found if d.sentence == last and d.status == status}


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("Since the 2019 space declaration of Peru and Chile, work on satellites grew.", "2019"),
        ("Peru and Chile recalled their joint statement of 3 March 2021 on satellites.", "2021-03"),
        ("In a joint statement in June last year, Peru and Chile hoped for 2026.", "2023-06"),
        ("They agreed on it in May 2014, when Peru and Chile signed a space treaty.", "2014-05"),
        ("Peru and Chile signed a space deal that foresaw a satellite launch in 2020.", "None"),
        ("Peru and Chile signed a deal on a satellite launching in 2020.", "None"),
        (
            "Peru and Chile have signed a space treaty; Lima dates the signature to 3 May.",
            "2024-05-03",
        ),
        ("Peru and Chile confirmed on Friday that they signed a space treaty.", "None"),
        ("Peru and Chile made the space treaty they signed public on Friday.", "None"),
        ("Peru and Chile have signed a space treaty, both governments announced today.", "None"),
        ("On Friday the ministry announced that Peru and Chile had signed a space pact.", "None"),
        ("(10.05.2024) He saw the signing of a space pact of Peru and Chile.", "None"),
        ("On Friday Peru and Chile announced a space treaty.", "2024-05-10"),
    ],
)
def test_a_signed_agreement_has_its_own_date(sentence: str, signed_on: str) -> None:
    found = {str(date) for date in _dates(sentence)}
    assert found
    assert all(date.startswith(signed_on) for date in found)


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("On the same occasion Peru and Chile signed a satellite treaty.", "2024-05-06"),
        ("During that visit, Peru and Chile signed a satellite treaty.", "2024-05-06"),
        ("The Forum celebrated the signing of a satellite treaty by Peru and Chile.", "2024-05-06"),
        ("A day earlier Peru and Chile had signed a satellite treaty.", "2024-05-05"),
        ("The following day Peru and Chile signed a satellite treaty.", "2024-05-07"),
        ("Peru and Chile signed a satellite treaty.", None),
    ],
)
def test_an_occasion_told_before_dates_the_signing(sentence: str, signed_on: str | None) -> None:
    text = "The president of Chile came to a space forum in Lima on 6 May.\n\n" + sentence
    assert _dates(text) == {signed_on}


def test_the_date_of_a_clause_before_is_not_that_of_the_signing() -> None:
    text = "Peru is to fly a satellite in 2026, and Peru and Chile are expected to sign a pact."
    assert _dates(text, "planned") == {None}


def test_an_approximate_year_may_be_that_of_the_agreement() -> None:
    text = LEAD + (
        "Peru and Chile signed a memorandum of understanding on satellites in 2019. The agencies"
        " have met often after their memorandum on space was signed over four years ago."
    )
    assert [fact.signed_on for fact in facts(text).agreements] == ["2019"]


def test_an_anniversary_tells_the_year_of_founding() -> None:
    text = "This year they mark the 70th anniversary of the alliance between Peru and Chile."
    assert _dates(text, "in_force") == {"1954"}


def test_what_is_in_force_was_signed_where_the_sentence_says_so() -> None:
    text = "The satellite partnership of Peru and Chile, which they praised on Monday, works."
    assert _dates(text, "in_force") == {None}


@pytest.mark.parametrize(
    ("sentence", "status", "expected"),
    [
        ("On Friday Peru and Chile hailed a plan to sign a treaty by 2027.", "planned", "2027"),
        ("Peru and Chile will sign a space treaty in June.", "planned", "2024-06"),
        (
            "For a flight in 2025, Peru and Chile are working to finalize a treaty by 2026.",
            "negotiating",
            "2026",
        ),
        (
            "Peru and Chile will sign a space treaty, both said after talks in Lima on Monday.",
            "planned",
            None,
        ),
    ],
)
def test_the_expected_date_follows_the_verb(
    sentence: str, status: str, expected: str | None
) -> None:
    assert _dates(sentence, status) == {expected}


def test_the_colon_of_a_time_ends_no_clause() -> None:
    text = "Peru and Chile will sign a space treaty at 11:30 a.m. on Friday in Lima."
    assert _dates(text, "planned") == {"2024-05-17"}


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("Four days earlier Peru and Chile had signed a satellite treaty.", "2024-05-02"),
        ("Two weeks later Peru and Chile signed a satellite treaty.", "2024-05-20"),
        ("On the 3rd of that month Peru and Chile signed a satellite treaty.", "2024-05-03"),
        ("Later that month Peru and Chile signed a satellite treaty.", "2024-05"),
        ("A month earlier Peru and Chile had signed a satellite treaty.", "2024-04"),
        ("After the talks Peru and Chile signed a satellite treaty.", "2024-05-06"),
        ("Two days before the launch Peru and Chile signed a satellite treaty.", None),
    ],
)
def test_a_date_is_counted_from_the_one_told_last(sentence: str, signed_on: str | None) -> None:
    text = LEAD + "The president of Chile came to a space forum in Lima on 6 May.\n\n" + sentence
    found = drafts(text, "agreement", date(2024, 5, 30))
    last = max(draft.sentence for draft in found)
    assert {d.date_value for d in found if d.sentence == last} == {signed_on}


@pytest.mark.parametrize(
    ("following", "status", "expected"),
    [
        ("It was signed on 30 April in Lima.", "signed", "2024-04-30"),
        ("The document was signed in Lima on 2 May.", "signed", "2024-05-02"),
        ("The signing is expected in Lima on 20 May.", "planned", "2024-05-20"),
        ("Signing is pencilled in for December.", "planned", "2024-12"),
    ],
)
def test_a_next_sentence_dates_the_signing(following: str, status: str, expected: str) -> None:
    (found, *_) = drafts(
        LEAD + "The cabinet approved a satellite treaty between Peru and Chile. " + following,
        "agreement",
    )
    assert (found.status, found.date_value) == (status, expected)


def test_what_is_approved_has_the_day_of_its_signing() -> None:
    text = "Lima approved on Monday a satellite deal with Chile, signed in March by both agencies."
    assert _dates(text) == {"2024-03"}


@pytest.mark.parametrize(
    ("words", "signed_on"),
    [
        ("last night", "2024-05-14"),
        ("on the 20th", "2024-04-20"),
        ("on the 3rd", "2024-05-03"),
    ],
)
def test_days_of_the_press_are_dates(words: str, signed_on: str) -> None:
    assert _dates(f"Peru and Chile signed a satellite treaty {words}.") == {signed_on}


def test_a_statement_that_is_signed_is_no_speech() -> None:
    assert _dates("Peru and Chile signed a space joint statement in Lima today.") == {"2024-05-15"}


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("Peru signed the Artemis Accords, which set out rules, in May last year.", "2023-05"),
        ("Peru signed the Artemis Accords, which seven states set up in 2020.", None),
    ],
)
def test_a_date_behind_a_relative_clause_is_that_of_signing(
    sentence: str, signed_on: str | None
) -> None:
    assert _dates(sentence) == {signed_on}


@pytest.mark.parametrize(
    ("sentence", "status", "signed_on"),
    [
        ("The space treaty of Peru and Chile entered into force on 3 May.", "in_force", None),
        ("The space treaty of Peru and Chile dates from 2019.", "in_force", "2019"),
    ],
)
def test_entry_into_force_is_no_day_of_signing(
    sentence: str, status: str, signed_on: str | None
) -> None:
    assert _dates(sentence, status) == {signed_on}


def test_a_clause_with_its_own_subject_has_its_own_date() -> None:
    told = "Peru first backed the station early in 2019, and it signed the Artemis Accords in May."
    assert _dates(told) == {"2024-05"}


@pytest.mark.parametrize(("year", "status"), [("2022", "signed"), ("2012", "in_force")])
def test_the_ground_of_later_work_is_in_force_years_after_its_signing(
    year: str, status: str
) -> None:
    told = f"The station is part of a satellite agreement that Peru and Chile signed in {year}."
    assert _dates(told, status) == {year}


def test_what_is_to_be_done_under_a_contract_does_not_date_it() -> None:
    told = (
        "Peru signed a contract with Chile on a satellite. Under the contract, a Chilean astronaut "
        "is to fly with Peru's crew on March 22."
    )
    assert [fact.signed_on for fact in facts(told).agreements] == [None]


def test_what_had_been_done_before_a_signing_does_not_date_it() -> None:
    deal = "The space deal between Peru and Chile was signed"
    assert _dates(f"{deal} after Norway had, in June 2023, joined two satellites.") == {None}
    assert _dates(f"{deal} after long talks in June 2023.") == {"2023-06"}


@pytest.mark.parametrize(
    ("told", "signed_on"),
    [
        ("It was on 3 May 2010 that Peru and Chile signed a satellite treaty.", "2010-05-03"),
        (
            "It was on 3 May 2010 that the satellite treaty of Peru and Chile was signed, and on "
            "4 June 2012 that it came into force.",
            "2010-05-03",
        ),
        (
            "It was in 2009 that talks began and on 3 May 2010 in Lima that Peru and Chile signed "
            "a satellite treaty.",
            "2010-05-03",
        ),
    ],
    ids=["alone", "before_another_date", "after_another_date"],
)
def test_the_date_that_is_stressed_is_that_of_its_clause(told: str, signed_on: str) -> None:
    assert [fact.signed_on for fact in facts(told).agreements] == [signed_on]


def test_the_day_of_a_launch_is_no_day_of_signing() -> None:
    told = (
        "A new agreement of Chile with Peru on moon rovers is among the news, as is the Peruvian "
        "spacecraft that was launched on May 3."
    )
    assert _dates(told) == {None}


def test_a_day_of_an_unknown_year_is_not_counted_from_the_day_of_the_news() -> None:
    told = (
        "Peru and Chile signed a satellite treaty in Lima on 3 May, and the following day they "
        "laid the first stone of a station."
    )
    found = drafts(LEAD + "The ministers met on 22 November 2021.\n\n" + told, "agreement", None)
    assert {draft.date_value for draft in found if draft.sentence > 1} == {None}
