"""One real event is one fact, with every sentence that tells of it."""

from tests.extract.texts import codes, facts

STORY = """Oman and Latvia sign satellite pact

MUSCAT - Oman and Latvia signed a memorandum of understanding on satellite imagery on 6 May 2024.

The memorandum was signed by officials of both countries.

Under the memorandum, Latvia will train Omani engineers in satellite operations."""


def test_title_lead_and_body_are_one_agreement() -> None:
    found = facts(STORY, title="Oman and Latvia sign satellite pact").agreements
    assert len(found) == 1
    assert found[0].signed_on == "2024-05-06"
    assert len(found[0].evidence) >= 2


def test_every_quote_is_in_the_text() -> None:
    for _, _, fact in facts(STORY).facts():
        assert all(quote in STORY for quote in fact.evidence)


def test_agreements_with_other_parties_stay_apart() -> None:
    text = (
        "Oman signed a satellite agreement with Latvia in March 2024. "
        "Oman signed a satellite agreement with Ghana in April 2024."
    )
    found = facts(text).agreements
    assert sorted(sorted(c or "" for c in codes(f)) for f in found) == [
        ["GHA", "OMN"],
        ["LVA", "OMN"],
    ]


def test_agreements_of_other_dates_stay_apart() -> None:
    text = (
        "Oman and Latvia signed a satellite imagery agreement on 6 May 2024. "
        "Oman and Latvia signed a satellite launch agreement on 3 June 2019."
    )
    assert {f.signed_on for f in facts(text).agreements} == {"2024-05-06", "2019-06-03"}


def test_rounds_of_a_dialogue_stay_apart() -> None:
    text = (
        "The first Oman-Latvia Space Dialogue was held in Riga in 2021. "
        "The second Oman-Latvia Space Dialogue was held in Muscat in 2023."
    )
    assert {(m.ordinal, m.held_on) for m in facts(text).meetings} == {(1, "2021"), (2, "2023")}


def test_two_promises_in_one_sentence_are_two_facts() -> None:
    text = "Oman and Latvia agreed to share satellite data and develop a lunar rover."
    assert len(facts(text).commitments) == 2


def test_a_joint_statement_has_the_date_of_its_summit() -> None:
    text = (
        "Prime Minister Narendra Modi and President Emmanuel Macron met in Paris on 6 May 2024. "
        "In a joint statement issued at the summit, India and France welcomed space cooperation."
    )
    statements = [f for f in facts(text).agreements if f.type == "joint_statement"]
    assert [f.signed_on for f in statements] == ["2024-05-06"]


def test_same_article_same_facts() -> None:
    assert facts(STORY) == facts(STORY)


def test_confidence_is_a_probability() -> None:
    values = [fact.confidence for _, _, fact in facts(STORY).facts()]
    assert values and all(value is not None and 0 < value < 1 for value in values)
