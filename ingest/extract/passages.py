"""Which sentences of a text are read: those near words of space, and of them those that may tell.

What the close reading costs, it costs by the sentence, and most sentences even of a text on space
tell no fact. A learnt sum weighs each by its own words, by those of the sentences beside it and by
the promise of the whole text (`gate`). Of a text whose best sentence promises little none is read;
of others also weaker sentences are. The weights stand in `seeds/extract_passage_words.csv`, fitted
by `ingest.evaluate.fit_passages`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import fsum
from typing import NamedTuple

from ingest.extract import gate
from ingest.extract.sentences import Span
from ingest.project import read_seed

# Beside the words, which have no brackets: the constant, what the promise of the text counts, what
# a sentence must reach, and what the best of its text must reach.
BIAS, TEXT, FLOOR, BEST = "(bias)", "(text)", "(floor)", "(best)"
SHORT = 1000  # characters; a shorter text has few words to go by, and is read in no time
MAX_SENTENCES = 2500
_LONG = 120  # sentences; longer texts are read only around words of outer space
_REACH = 8  # sentences before and after such a word
_WORD = re.compile(r"[a-z]{2,}")
_LEAST, _MOST = -6.0, 4.0  # promise of a text, beyond which it says no more of a sentence


class Weight(NamedTuple):
    """What a word adds to the log-odds of a sentence that has it, and of one beside that one."""

    own: float
    beside: float


class Floors(NamedTuple):
    """The log-odds that a sentence must reach to be read, and the best of its text for any."""

    sentence: float
    best: float

    def passing(self, odds: Sequence[float]) -> list[bool]:
        """Tell which sentences of a text with these log-odds are read."""
        if max(odds, default=self.best) < self.best:
            return [False] * len(odds)
        return [value >= self.sentence for value in odds]


def near_space(spans: list[Span], folded: str) -> list[Span]:
    """Return the sentences to spot: of a long text those near a word of outer space, and its start.

    At most `MAX_SENTENCES`, so that a text of any size is done in seconds.
    """
    if len(spans) <= _LONG:
        return spans
    near = set(range(_REACH))
    for position, span in enumerate(spans):
        if gate.is_relevant(folded[span.start : span.end]):
            near.update(range(position - _REACH, position + _REACH + 1))
    kept = [span for position, span in enumerate(spans) if position in near][:MAX_SENTENCES]
    return [Span(s.start, s.end, s.paragraph, i, s.is_heading) for i, s in enumerate(kept)]


def promising(text: str, spans: Sequence[Span], folded: str) -> frozenset[int]:
    """Return the numbers of the sentences that may tell a fact; all of a short text."""
    if len(text) < SHORT:
        return frozenset(range(len(spans)))
    weights = _weights()
    promise = weights[TEXT].own * bounded(gate.text_promise(text))
    words = [words_of(folded[span.start : span.end]) for span in spans]
    odds = [value + promise for value in log_odds(words, weights)]
    passing = Floors(weights[FLOOR].own, weights[BEST].own).passing(odds)
    return frozenset(number for number, passes in enumerate(passing) if passes)


def bounded(promise: float) -> float:
    """Return the promise of a text within the bounds in which it speaks for its sentences."""
    return max(_LEAST, min(_MOST, promise))


def words_of(sentence: str) -> set[str]:
    """Return the words of two plain letters or more of a sentence, lower-cased."""
    return set(_WORD.findall(sentence.lower()))


def log_odds(sentences: Sequence[set[str]], weights: dict[str, Weight]) -> Iterator[float]:
    """Yield for the words of each sentence of a text the log-odds that it tells a fact."""
    known = [[weights[word] for word in weights.keys() & words] for words in sentences]
    # Exact sums are the same in any order, and so for every run.
    own = [fsum(weight.own for weight in each) for each in known]
    beside = [0.0, *(fsum(weight.beside for weight in each) for each in known), 0.0]
    for value, before, after in zip(own, beside, beside[2:], strict=False):
        yield weights[BIAS].own + value + before + after


@cache
def _weights() -> dict[str, Weight]:
    rows = read_seed("extract_passage_words")
    return {row["word"]: Weight(float(row["own"]), float(row["beside"])) for row in rows}
