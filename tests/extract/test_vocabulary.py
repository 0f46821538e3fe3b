"""Lists of the seeds as patterns."""

import re

import pytest

from ingest.extract import vocabulary


def test_a_phrase_of_a_list_matches_as_it_stands_and_a_star_ends_it_openly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [("parting", "in talk*"), ("parting", "a.m"), ("other", "out")]
    seed = [{"word_list": word_list, "word": word} for word_list, word in rows]
    monkeypatch.setattr(vocabulary, "read_seed", lambda _name: seed)
    monkeypatch.setattr(vocabulary, "_lists", vocabulary._lists.__wrapped__)
    pattern = re.compile(rf"\b(?:{vocabulary.alternatives('parting')})\b")
    told = ("in talks", "in talk", "a.m", "at.m", "aXm", "out", "in tal")
    assert [text for text in told if pattern.fullmatch(text)] == ["in talks", "in talk", "a.m"]


def test_the_longest_phrase_of_a_list_is_tried_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "words", lambda _list: frozenset({"set", "set up", "sets"}))
    assert vocabulary.alternatives("founding") == "set up|sets|set"


def test_a_list_that_the_seed_lacks_is_named() -> None:
    with pytest.raises(KeyError, match="no word list 'nowhere'; add its rows"):
        vocabulary.alternatives("nowhere")
