"""Where sentences begin and end."""

import pytest

from ingest.article import Document, GivenMetadata
from ingest.clean import clean
from ingest.extract.folding import fold
from ingest.extract.sentences import split


def cut(text: str) -> list[str]:
    article = clean(Document("t.txt", None, "text", "utf-8", text, GivenMetadata()))
    return [text[span.start : span.end] for span in split(article, fold(text))]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    text = "The U.S. Space Force met Gen. A. B. Okoro on Jan. 5. It was the first time."
    assert cut(text) == [
        "The U.S. Space Force met Gen. A. B. Okoro on Jan. 5.",
        "It was the first time.",
    ]


def test_a_rank_in_brackets_ends_no_sentence() -> None:
    assert len(cut("They met Brigadier (Rtd.) Ali Okoro. He thanked Eng. Kamal Said.")) == 2


def test_two_short_forms_of_a_firm_in_a_row_end_no_sentence() -> None:
    assert len(cut("SupremeSAT Pvt. Ltd., a firm from Lima, signed it. Chile was glad.")) == 2


def test_the_letter_of_a_type_is_no_initial() -> None:
    text = "The probe will ride on an H3-24L. Japan will build the lander."
    assert cut(text) == ["The probe will ride on an H3-24L.", "Japan will build the lander."]


def test_a_state_abbreviation_may_end_a_sentence() -> None:
    text = "The camera was built in the U.S. The rover came from Japan."
    assert len(cut(text)) == 2


@pytest.mark.parametrize("opening", ["Speaking at the signing", "Among the guests", "Today"])
def test_a_city_of_abbreviations_may_end_a_sentence(opening: str) -> None:
    assert len(cut(f"They met in Washington, D.C. {opening} they were glad.")) == 2


def test_a_quotation_keeps_its_mark() -> None:
    text = "“We will fly in May.” The minister smiled."
    assert cut(text) == ["“We will fly in May.”", "The minister smiled."]


def test_a_headline_stands_alone() -> None:
    assert cut("Oman joins lunar plan\n\nOman said so on Monday.")[0] == "Oman joins lunar plan"


def test_hard_wrapped_lines_are_one_sentence_and_keep_their_line_ends() -> None:
    text = (
        "The ministers of both countries met for the first time on Monday and\n"
        "agreed to open a ground station before the end of the decade, which\n"
        "will serve satellites of both. They will meet again."
    )
    pieces = cut(text)
    assert len(pieces) == 2
    assert "\n" in pieces[0] and text.startswith(pieces[0])


def test_bullets_are_sentences_of_their_own() -> None:
    pieces = cut("Plans:\n\n- **Oman:** a satellite by 2027\n- **Laos:** a ground station")
    assert [piece.split(":")[0].strip("*") for piece in pieces[1:]] == ["Oman", "Laos"]


def test_folding_moves_no_character() -> None:
    text = "São “Tomé” – l’été [a link](https://example.org/a_b) **bold** <b>x</b> ﬁn"
    assert len(fold(text)) == len(text)
