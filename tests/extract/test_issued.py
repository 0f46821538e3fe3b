"""A text under its own title is the instrument: its opening sentence stands for it."""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import drafts, facts

OPENING = "Today, the presidents of Peru and Chile met in Lima to talk about satellites."


def _issued(title: str, text: str = OPENING) -> list[Draft]:
    return [d for d in drafts(text, "agreement", title=title) if d.features.get("issued")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint Statement of Peru and Chile", "joint_statement"),
        ("Peru-Chile Joint Leaders' Statement", "joint_statement"),
        ("The Lima Declaration of Peru and Chile", "joint_statement"),
        ("Memorandum of Understanding Between Peru and Chile on Space", "mou"),
        ("Space Framework Agreement Between Peru and Chile", "agreement"),
        ("Treaty on Satellites Between Peru and Chile", "treaty"),
    ],
)
def test_the_title_says_what_the_text_is(title: str, kind: str) -> None:
    (found,) = _issued(title)
    assert (found.type, found.status, found.date_value) == (kind, "signed", "2024-05-15")
    assert found.codes() == {"PER", "CHL"}


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by the Presidents of Peru and Chile in Joint Press Statements",
        "Peru and Chile issue joint statement on satellites",
        "Statement by the Minister on the Joint Declaration of Peru and Chile",
        "Peru and Chile meet in Lima",
    ],
)
def test_a_title_about_a_statement_is_none(title: str) -> None:
    assert _issued(title) == []


def test_a_preamble_that_looks_like_a_heading_opens_the_text() -> None:
    text = (
        "The Government of Peru and the Government of Chile,\n\n"
        "Recognizing the value of space, intend to share satellite data.\n"
    )
    (found,) = _issued("Memorandum of Understanding Between Peru and Chile", text)
    assert (found.sentence, found.date_value) == (0, None)


def test_the_title_is_the_best_evidence_of_the_text_it_heads() -> None:
    title = "Joint Statement of Peru and Chile on Satellites"
    (found,) = _issued(title, f"{title}\n\n{OPENING}")
    assert found.evidence == [0, 1]


def test_a_joint_statement_in_full_is_a_sure_agreement() -> None:
    title = "Joint Statement of Peru and Chile on Satellites"
    found = facts(f"{title}\n\n{OPENING}", title=title).agreements
    assert [(fact.type, fact.signed_on) for fact in found] == [("joint_statement", "2024-05-15")]
    assert (found[0].confidence or 0) > 0.5
