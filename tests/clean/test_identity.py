"""Which texts are the same text, and which documents the same version."""

import pickle
from dataclasses import replace
from datetime import date

import pytest

from ingest.article import Document, GivenMetadata
from ingest.clean import clean
from tests.clean.texts import BODY, LEAD, SECOND, THIRD, TITLE, cleaned

PLAIN = cleaned(f"{TITLE}\n\n{BODY}")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Home    {TITLE}\n\n{TITLE}\n\n{TITLE}\n\n{BODY}",
        f"# {TITLE}\n\nBy Ann Lee\n\nMarch 5, 2024\n\n{BODY}\n\nLeave a Comment",
        f"{TITLE}\n\nOSLO, March 5 (AFP) - {BODY}",
        f"{TITLE}\n\n{BODY} (Reuters)",
        f"{TITLE}\n\n{BODY}\n\nLATEST NEWS\n\nMoon rover rolls\n\nTen orbits in a day",
        f"{TITLE}\n\n{BODY}".upper(),
        f"{TITLE}\r\n{LEAD}\n{SECOND}\n\n\n\n{THIRD}".replace(" ", "\u00a0"),
    ],
    ids=["bare", "navigation", "header", "dateline", "credit", "list", "case", "blanks"],
)
def test_copies_with_other_furniture_share_the_text_id(text: str) -> None:
    assert cleaned(text).text_id == PLAIN.text_id


def test_quotes_and_dashes_do_not_count() -> None:
    curly = cleaned(f"{LEAD}\n\n“It’s time – at last…” he said. A so-called ‘deal’.")
    plain = cleaned(f"{LEAD}\n\n\"It's time - at last...\" he said. A so-called 'deal'.")
    assert curly.text_id == plain.text_id


def test_a_title_that_is_given_or_printed_makes_no_difference() -> None:
    assert cleaned(BODY, title=TITLE).text_id == cleaned(f"{TITLE}\n\n{BODY}", title=TITLE).text_id


@pytest.mark.parametrize("change", [("40", "41"), ("Sudland", "Ostland"), ("begins", "began")])
def test_other_words_are_another_text(change: tuple[str, str]) -> None:
    assert cleaned(f"{TITLE}\n\n{BODY}".replace(*change)).text_id != PLAIN.text_id


def test_a_text_without_body_still_has_an_identity() -> None:
    one, other = cleaned("Leave a Comment"), cleaned("Comments (0)")
    assert one.text_id != other.text_id
    assert len(one.text_id) == 16


DOCUMENT = Document("in/a.txt", None, "text", "utf-8", BODY, GivenMetadata(title="T"))


def test_a_document_moved_is_the_same_document() -> None:
    moved = replace(DOCUMENT, path="elsewhere/a.txt", encoding="cp1252")
    assert clean(moved).document_id == clean(DOCUMENT).document_id


@pytest.mark.parametrize(
    "changed",
    [
        replace(DOCUMENT, text=BODY + " "),
        replace(DOCUMENT, path="in/b.txt"),
        replace(DOCUMENT, given=GivenMetadata(title="U")),
        replace(DOCUMENT, given=GivenMetadata(publisher="T")),
        replace(DOCUMENT, given=GivenMetadata(title="T", published_on=date(2024, 3, 5))),
        replace(DOCUMENT, given=GivenMetadata(title="T", sources=("x",))),
    ],
)
def test_a_changed_document_is_a_new_version(changed: Document) -> None:
    assert clean(changed).document_id != clean(DOCUMENT).document_id


@pytest.mark.parametrize(
    ("path", "position", "given_id", "key"),
    [
        ("in/a.b.txt", None, None, "a.b"),
        ("in/rows.jsonl", 7, None, "rows#7"),
        ("in/rows.jsonl", 7, "x-1", "x-1"),
    ],
)
def test_article_key(path: str, position: int | None, given_id: str | None, key: str) -> None:
    given = GivenMetadata(article_id=given_id)
    assert clean(Document(path, position, "jsonl", "utf-8", BODY, given)).article_key == key


def test_clean_changes_nothing_and_repeats_itself() -> None:
    first = clean(DOCUMENT)
    assert first == clean(DOCUMENT)
    assert first.text == BODY
    assert pickle.loads(pickle.dumps(clean))(pickle.loads(pickle.dumps(DOCUMENT))) == first


@pytest.mark.parametrize(
    "text",
    [
        "> " * 5_000,
        "1,1." * 5_000,
        "by ab " * 3_000 + "5 March 2024",
        "Aa, " * 5_000,
        "((A" * 5_000,
    ],
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    assert cleaned(text).text == text
    assert cleaned("\n".join(text[i : i + 88] for i in range(0, len(text), 88))).text_id
