"""Which sentences are read: short texts whole, of longer ones what promises to tell a fact."""

import pytest

from ingest.extract import passages
from ingest.extract.context import Reading
from ingest.extract.passages import Floors, Weight, log_odds, near_space, promising, words_of
from ingest.extract.sentences import Span
from tests.extract.texts import facts, reading

SIGNED = "Brazil and South Korea signed an agreement on satellite data in Seoul."
IDLE = (
    "Children of the town can watch the rocket from the beach, where ice cream is sold. "
    "The rocket was painted white by an artist, and the crowd cheered when the smoke rose. "
) * 12


def weights(**words: tuple[float, float]) -> dict[str, Weight]:
    told = {word: Weight(*value) for word, value in words.items()}
    return told | {
        passages.BIAS: Weight(-1.0, 0.0),
        passages.TEXT: Weight(0.5, 0.0),
        passages.FLOOR: Weight(0.0, 0.0),
        passages.BEST: Weight(0.0, 0.0),
    }


def test_a_sentence_speaks_by_its_words_and_those_beside_it() -> None:
    known = weights(signed=(2.0, 0.5), tea=(-3.0, -0.25))
    told = [words_of(text) for text in ("SIGNED, signed.", "In Seoul.", "Tea 7 and tea.", "Yes.")]
    assert list(log_odds(told, known)) == [1.0, -0.75, -4.0, -1.25]
    assert list(log_odds([], known)) == []


def test_the_promise_of_the_text_counts_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "x" * passages.SHORT
    monkeypatch.setattr(passages, "_weights", weights)
    for promise, read_any in ((2.0, True), (1.9, False), (-50.0, False)):
        monkeypatch.setattr(passages.gate, "text_promise", lambda _, value=promise: value)
        assert bool(promising(text, [Span(0, 9, 0, 0, False)], text)) == read_any
    assert passages.bounded(50.0) == 4.0
    assert passages.bounded(-50.0) == -6.0


def test_weaker_sentences_are_read_where_a_stronger_one_stands_beside() -> None:
    floors = Floors(sentence=-3.0, best=-1.0)
    assert floors.passing([-3.0, -1.0, -3.5]) == [True, True, False]
    assert floors.passing([-3.0, -1.25, -3.5]) == [False, False, False]
    assert floors.passing([]) == []


def test_every_sentence_of_a_short_text_is_read() -> None:
    spans = [Span(0, 9, 0, 0, False), Span(10, 20, 0, 1, False)]
    text = "Ice cream. " * 90
    assert len(text) < passages.SHORT
    assert promising(text, spans, text) == {0, 1}
    assert promising(text * 2, spans, text * 2) == set()


def test_only_what_promises_a_fact_is_read_of_a_longer_text() -> None:
    told = reading(IDLE + SIGNED + " " + IDLE)
    texts = [told.quote(told.sentences[number]) for number in sorted(told.promising)]
    assert SIGNED in texts
    assert len(texts) < len(told.sentences) / 2
    assert len(facts(IDLE + SIGNED + " " + IDLE).agreements) == 1


def test_what_is_not_promising_is_asked_for_no_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SIGNED + " " + IDLE
    number = len(reading(text).sentences)
    monkeypatch.setattr("ingest.extract.context.promising", lambda *_: frozenset({number - 1}))
    assert len(reading(text).sentences) == number, "its names are still of use"
    assert not facts(text).agreements


def test_a_text_that_promises_nothing_is_not_read() -> None:
    told = reading(IDLE)
    assert not told.promising
    assert told.sentences == []


def test_all_is_read_on_demand() -> None:
    article = reading(IDLE).article
    told = Reading(article, selective=False)
    assert told.promising == set(range(len(told.sentences)))
    assert len(told.sentences) > 20


def test_a_long_text_is_spotted_around_words_of_space() -> None:
    lines = ["It rained again."] * 300
    lines[150] = "The satellite rose."
    folded = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    spans = [
        Span(start, start + len(line), number, number, False)
        for number, (start, line) in enumerate(zip(starts, lines, strict=True))
    ]
    kept = near_space(spans, folded)
    assert [span.paragraph for span in kept] == [*range(8), *range(142, 159)]
    assert [span.index for span in kept] == list(range(len(kept)))
    assert near_space(spans[:120], folded) == spans[:120]
