"""Quotes are found whatever the typography, and what is returned is the article's own text."""

import pytest

from ingest.facts.locate import QuoteFinder, fold
from tests.samples import article


def found(text: str, quote: str, furniture: tuple[tuple[int, int], ...] = ()) -> str | None:
    place = QuoteFinder(article(text, furniture=furniture)).find(quote)
    return None if place is None else text[place.start : place.end]


def test_exact_quote_keeps_its_offsets() -> None:
    text = "Before. The sides met in Oslo. After."
    place = QuoteFinder(article(text)).find("The sides met in Oslo.")
    assert place is not None
    assert (place.start, place.end) == (8, 30)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He said “we’ll sign” today.", 'He said "we\'ll sign" today.'),
        ("A long –\nwrapped   line here.", "A long - wrapped line here."),
        ("No\u00a0break and zero\u200bwidth.", "No break and zerowidth."),
        ("O‘zbekkosmos agreed.", "O'zbekkosmos agreed."),
    ],
)
def test_typography_is_tolerated_and_the_articles_characters_are_returned(
    text: str, quote: str
) -> None:
    assert quote not in text
    assert found(text, quote) == text


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    text = "🚀🚀 Liftoff — they agreed."
    place = QuoteFinder(article(text)).find("they agreed.")
    assert place is not None
    assert text[place.start : place.end] == "they agreed."
    assert place.start == 13


@pytest.mark.parametrize("quote", ["The sides met in Bonn.", "", "   ", "...", "THE SIDES MET"])
def test_what_is_not_there_is_not_found(quote: str) -> None:
    assert found("The sides met in Oslo ...", quote) is None


def test_the_place_outside_furniture_is_preferred() -> None:
    text = "They signed. They signed."
    place = QuoteFinder(article(text, furniture=((0, 12),))).find("They signed.")
    assert place is not None
    assert (place.start, place.in_furniture) == (13, False)


def test_a_place_inside_furniture_says_so() -> None:
    place = QuoteFinder(article("They signed.", furniture=((3, 5),))).find("They signed.")
    assert place is not None
    assert place.in_furniture


def test_fold_maps_every_kept_character_to_its_offset() -> None:
    folded, offsets = fold("a \n b")
    assert folded == "a b"
    assert [("a \n b")[i] for i in (offsets[0], offsets[-1])] == ["a", "b"]
