"""What tells a second mention of an event from another event."""

import pytest

from ingest.extract import retelling
from ingest.extract.drafts import Draft
from ingest.extract.merge import may_be_one, merge
from ingest.extract.retelling import Comparison, Telling
from tests.extract.texts import drafts, reading

LEAD = "Oman and Latvia signed an agreement on the Zephyr satellite in Riga."


def _signs(text: str, kind: str = "agreement") -> dict[str, float]:
    """Return the signs between the first candidate of a text and its last."""
    first, *_, last = drafts(text, kind)
    return Comparison(reading(text)).signs(Telling(first, [first], [first]), last)


def test_names_and_words_of_two_sentences_are_compared_without_the_parties() -> None:
    signs = _signs(f"{LEAD} Oman and Latvia agreed on a contract for a satellite like Zephyr.")
    assert 0 < signs["names"] < 1
    assert 0 < signs["sentence"] < 1
    apart = _signs(f"{LEAD} Oman and Latvia agreed on a contract for launching small rockets.")
    assert "names" not in apart and "sentence" not in apart


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("It is an agreement of Oman and Latvia on imagery.", "back_first"),
        ("The agreement of Oman and Latvia covers imagery.", "the_first"),
        ("Oman and Latvia also signed a second agreement on launches.", "another_near"),
        ("Besides, Oman and Latvia signed an agreement on launches.", "another_first"),
    ],
)
def test_words_point_back_or_on_to_something_else(sentence: str, sign: str) -> None:
    assert _signs(f"{LEAD} {sentence}")[sign] == 1.0


def test_a_headline_is_told_again_but_list_items_are_not() -> None:
    headline = "Oman and Latvia sign an agreement on a satellite\n\n" + LEAD
    assert {"head_lead", "after_heading"} <= _signs(headline).keys()
    items = (
        "Space\n\n-   Oman and Latvia will build a joint satellite for crops;\n"
        "-   Oman and Latvia will open a launch site for small rockets;\n"
    )
    signs = _signs(items, "commitment")
    assert "both_headings" in signs and "after_heading" not in signs


def test_the_likelier_of_two_facts_is_retold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retelling, "_weights", lambda: {"agreement": {"names": 9.0, "bias": -1.0}})
    text = (
        f"{LEAD} Oman and Latvia signed an agreement on rockets in May. "
        "Oman and Latvia signed an agreement on data of Zephyr."
    )
    found = merge(reading(text), drafts(text, "agreement"))
    assert [fact.evidence for fact in found] == [[0, 2], [1]]


def test_a_weak_candidate_is_no_fact_of_its_own_beside_a_likely_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retelling, "_weights", lambda: {"agreement": {"bias": -1.0}})
    text = f"{LEAD} Oman and Latvia signed an agreement on rockets and grapes."
    sure, weak = drafts(text, "agreement"), drafts(text, "agreement")
    weak[1].features["confidence"] = 0.5
    assert len(merge(reading(text), sure)) == 2
    (fact,) = merge(reading(text), weak)
    assert fact.evidence == [0, 1]
    assert fact.title == sure[0].title


def _meeting(*names: str, ordinal: int | None = None, date: str | None = None) -> Draft:
    text = "Omani minister Said Al Maawali met Latvian minister Viktors Valainis in Riga on space."
    draft = drafts(text, "meeting")[0]
    draft.ordinal, draft.date_value = ordinal, date
    draft.people = [actor for actor in draft.people if actor.person in names] if names else []
    return draft


def test_what_rules_out_that_two_mentions_are_one() -> None:
    assert may_be_one(_meeting(), _meeting())
    assert not may_be_one(_meeting(ordinal=1), _meeting(ordinal=2))
    assert not may_be_one(_meeting(date="2024-05-06"), _meeting(date="2023"))
    oman = drafts("Oman signed the Artemis Accords on Monday.", "agreement")[0]
    latvia = drafts("Latvia signed the Artemis Accords on Monday.", "agreement")[0]
    assert may_be_one(oman, oman) and not may_be_one(oman, latvia)
