"""The cheap looks at the letters before a dear pattern never rule out what the pattern finds."""

import pytest

from ingest.clean import furniture
from ingest.clean.dateline import find_dateline
from ingest.clean.language import detect_language
from ingest.clean.lines import fold, split_lines
from ingest.clean.published import statement_about_itself

MARKED = (
    "---",
    "- 30 -",
    "--IANS",
    "–AFP",
    "rs/jk/",
    "https://example.org/a",
    "www.example.org",
    "Www.Example.org",
    "news@example.org",
    "+1 202 555 0143",
    "tel: 202 555 0143",
    "fax 202-555-0143",
    "Photo: Jane Doe",
    "Image credit: NASA",
    "CRÉDIT: Jean Dupont",
    "Courtesy of / The Agency",
    "© 2024 The Agency",
    "(c) 2024 The Agency",
    "Copyright (c) The Agency",
    "Copyright 2024 The Agency",
    "This article was first published in The Review",
    "Originally published by The Review",
)


@pytest.mark.parametrize("line", MARKED)
def test_every_kind_of_short_furniture_is_still_seen(line: str) -> None:
    by_pattern = next((kind for kind, is_kind in furniture._GRAMMAR if is_kind(line)), None)
    assert by_pattern is not None
    assert furniture._kind_by_grammar(line) == by_pattern


@pytest.mark.parametrize("word", ["Photo", "IMAGE", "Picture", "foto", "file photo", "Video",
    "Illustration", "graphic", "Maps", "Credit", "courtesy of", "Crédit"])  # fmt: skip
def test_every_credit_word_at_the_end_of_a_caption_is_still_seen(word: str) -> None:
    text = f"The two ministers look at the model of the satellite. {word}: Jane Doe"
    found = furniture.find_furniture(split_lines(text))
    assert [(span.kind, text[span.start : span.end]) for span in found.spans()] == [
        ("credit", f"{word}: Jane Doe")
    ]


@pytest.mark.parametrize("told", ["published", "posted", "appeared", "released"])
def test_a_statement_about_itself_is_seen_by_each_of_its_verbs(told: str) -> None:
    line = f"This story was first {told} in the Review."
    assert statement_about_itself(f"Note: {line}") == line
    assert furniture._kind_by_grammar(line) == "notice"


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("(AFP) Ministers of the two countries met in the capital on Monday.", None, "AFP"),
        ("SEOUL (Reuters) - Ministers of the two countries met on Monday.", "SEOUL", "Reuters"),
        ("Seoul, Dec 6 (IANS) Ministers of the two countries met today.", "Seoul", "IANS"),
    ],
)
def test_datelines_with_and_without_a_digit(text: str, place: str | None, agency: str) -> None:
    found = find_dateline(split_lines(text))
    assert found is not None
    assert (found.place, found.agency) == (place, agency)


def test_the_language_with_most_votes_wins_and_a_tie_is_none() -> None:
    assert detect_language("the of and to in a is that for on with as was by") == "en"
    assert detect_language("le les des du et dans qui sur au par avec") == "fr"
    assert detect_language("the of the le les des of and du et") is None


def test_quotes_and_dashes_of_all_kinds_fold_alike() -> None:
    assert fold("“It’s” – a ‘test’ — «yes» …") == fold('"It\'s" - a \'test\' - "yes" ...')
