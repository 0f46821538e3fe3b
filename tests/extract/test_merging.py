"""One real event is one fact, with every sentence that tells of it."""

import pytest

from ingest.extract.drafts import Draft
from ingest.extract.merge import merge
from tests.extract.texts import codes, drafts, facts, reading

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


def _merged(text: str, kind: str) -> list[Draft]:
    """Return the candidates of a text put together, sure or not."""
    return merge(reading(text), drafts(text, kind))


def test_what_stands_on_its_own_carries_how_likely_it_retells_another() -> None:
    text = (
        "Oman and Latvia signed a memorandum of understanding on satellite imagery on 6 May 2024. "
        "Besides, Oman and Latvia signed another contract, which is for a ground station."
    )
    first, other = _merged(text, "agreement")
    assert "likeness" not in first.features, "nothing was told before it"
    assert 0 < other.features["likeness"] < 0.6


def test_the_partnership_told_of_next_is_the_agreement_just_signed() -> None:
    text = (
        "Oman and Latvia signed a memorandum of understanding on satellite imagery on 6 May 2024. "
        "Officials of Oman and Latvia said the partnership gives them years of work."
    )
    assert [fact.sentence for fact in _merged(text, "agreement")] == [0]


def test_what_is_still_negotiated_is_not_the_agreement_signed_before() -> None:
    text = (
        "Oman and Latvia signed an agreement on satellite imagery in Riga. "
        "Oman and Latvia are negotiating an agreement on launches of rockets from Duqm."
    )
    assert {fact.status for fact in _merged(text, "agreement")} == {"signed", "negotiating"}


def test_talks_of_other_people_are_other_meetings() -> None:
    text = (
        "Omani transport minister Said Al Maawali held talks with Latvian economy minister Viktors "
        "Valainis on satellites. "
        "Omani education minister Madiha Al Shaibani held talks with Latvian science minister Anda "
        "Caksa on rockets."
    )
    assert len(_merged(text, "meeting")) == 2


def test_the_previous_agreement_is_not_the_new_one() -> None:
    found = facts(
        "Peru and Chile have renewed their agreement on the satellite station for 15 years. "
        "The previous agreement expired in 2019."
    ).agreements
    assert [(fact.status, fact.signed_on) for fact in found] == [
        ("extended", None),
        ("ended", "2019"),
    ]


def _merged_as_sure(text: str, kind: str) -> list[Draft]:
    """Return the facts of a kind, all candidates taken for equally sure."""
    told = drafts(text, kind)
    for draft in told:
        draft.features["confidence"] = 0.9
    return merge(reading(text), told)


def test_a_meeting_ahead_dates_what_a_headline_tells() -> None:
    text = (
        "Oman in talks with Latvia on satellites\n\nOman is in talks with Latvia on new "
        "satellites. Oman will hold talks with Latvia on Friday on their satellites."
    )
    (found,) = _merged_as_sure(text, "meeting")
    assert (found.status, found.date_value) == ("planned", "2024-05-17")


def test_a_signing_told_with_its_day_to_come_is_planned_though_a_headline_calls_it_done() -> None:
    text = (
        "Oman and Latvia ink deal on satellites\n\nOman and Latvia are expected to sign the deal on"
        " satellites on Friday."
    )
    (found,) = _merged_as_sure(text, "agreement")
    assert (found.status, found.date_value) == ("planned", "2024-05-17")


def test_what_is_still_to_be_signed_is_one_agreement_at_each_step_before() -> None:
    text = (
        "Oman and Latvia are negotiating an agreement on satellites. Oman and Latvia will sign an"
        " agreement in the near future, the head of the space agency said."
    )
    assert [fact.status for fact in _merged_as_sure(text, "agreement")] == ["planned"]


def test_the_days_of_a_month_are_finer_than_the_month() -> None:
    text = (
        "Oman and Latvia will sign a satellite agreement next month. The satellite agreement of"
        " Oman and Latvia is to be signed on June 27-28."
    )
    (found,) = _merged_as_sure(text, "agreement")
    assert found.date_value == "2024-06-27/2024-06-28"


def test_agreements_of_two_kinds_stay_apart() -> None:
    text = (
        "Oman and Latvia will sign a technology safeguards agreement on satellites. Oman and Latvia"
        " are negotiating a framework agreement on satellites."
    )
    assert len(_merged_as_sure(text, "agreement")) == 2


def test_leaders_who_talk_by_telephone_meet_at_no_summit() -> None:
    text = (
        "Omani President Ali Said and Latvian President Edgars Rins agreed on satellites at their"
        " talks. In the telephone call on satellites, Oman and Latvia agreed on more."
    )
    assert {fact.type for fact in _merged_as_sure(text, "meeting")} == {"call"}


def test_a_noun_in_passing_does_not_change_the_kind_of_an_agreement() -> None:
    text = (
        "Oman and Latvia signed an agreement on flights to the space station. "
        "The flights of Oman and Latvia to the space station are open."
    )
    (found,) = _merged_as_sure(text, "agreement")
    assert (found.type, len(found.evidence)) == ("agreement", 2)


def test_what_is_signed_says_more_than_a_headline_on_partnership() -> None:
    text = (
        "Oman and Latvia reaffirm their partnership in space\n\nOman and Latvia on Monday signed a "
        "joint statement reaffirming their partnership in space."
    )
    (found,) = _merged_as_sure(text, "agreement")
    assert (found.type, len(found.evidence)) == ("joint_statement", 2)


def test_a_city_says_more_of_a_place_than_its_land() -> None:
    text = (
        "The president of Oman paid a visit on satellites to Latvia on 6 May 2024. "
        "The president of Oman and the president of Latvia met on satellites in Riga on 6 May 2024."
    )
    assert [found.place for found in facts(text).meetings] == ["Riga"]


def test_what_leaders_witnessed_was_signed_when_they_met() -> None:
    lead = "President Juma of Kenya and President Berg of Norway held talks in Oslo on May 3.\n\n"
    signed = "A memorandum of understanding on satellites between Kenya and Norway was signed"
    told = facts(f"{lead}{signed} in the presence of the two presidents.").agreements
    assert [fact.signed_on for fact in told] == ["2024-05-03"]
    told = facts(f"{lead}{signed}.").agreements
    assert [fact.signed_on for fact in told] == [None]


def test_a_meeting_has_the_day_of_what_was_signed_at_it() -> None:
    text = (
        "Kenya and Norway signed a satellite agreement on May 3.\n\n"
        "The agreement was signed by Kenyan minister Ali Juma and Norwegian minister Kari Berg "
        "during the fifth session of the Kenya-Norway Joint Commission."
    )
    assert [fact.held_on for fact in facts(text).meetings] == ["2024-05-03"]


@pytest.mark.parametrize(("sure", "met"), [(0.9, {"OMN", "LVA"}), (0.5, {"OMN", "NOR"})])
def test_the_surer_mention_names_who_met(sure: float, met: set[str]) -> None:
    text = "Oman and Norway held talks on satellites on May 3. " * 2
    first, second = drafts(text, "meeting")
    second.parties = drafts("Oman and Latvia held talks on satellites.", "meeting")[0].parties
    first.features["confidence"], second.features["confidence"] = 0.5, sure
    (found,) = merge(reading(text), [first, second])
    assert found.codes() == met


def test_talks_that_a_surer_mention_names_a_dialogue_are_one() -> None:
    text = (
        "Kenya met Norway to speak of satellites. "
        "Kenya and Norway held the first Space Dialogue on 10 October 2023 in Oslo."
    )
    found = [(each.type, each.held_on) for each in facts(text, None).meetings]
    assert found == [("dialogue", "2023-10-10")]


def test_what_the_text_calls_signed_is_not_undone_by_what_is_to_be_done_under_it() -> None:
    text = (
        "Kenya, Norway sign satellite deal\n\n"
        "A memorandum to promote satellites has been signed by Kenya and Norway. "
        "It lays down a framework for satellites, with data to be exchanged by Kenya and Norway."
    )
    found = facts(text).agreements
    assert [(fact.type, fact.status) for fact in found][:1] == [("mou", "signed")]


def test_a_day_of_no_known_year_is_of_no_meeting_in_another_month() -> None:
    text = (
        "Kenya, Norway hold third Civil Space Dialogue\n\n"
        "Officials of Kenya and Norway met in Oslo on December 15 and 16 for another round "
        "of the Kenya-Norway Civil Space Dialogue.\n\n"
        "President Ali Juma of Kenya spoke of space when he visited Oslo in May 2022."
    )
    held = {(fact.type, fact.held_on) for fact in facts(text, None).meetings}
    assert ("dialogue", None) in held
    assert ("dialogue", "2022-05") not in held
