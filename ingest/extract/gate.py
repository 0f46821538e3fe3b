"""Two cheap passes: may this text tell of cooperation in outer space at all?

Plain substring searches over the lower-cased text decide for most of a news dump; "space" alone
must stand beside a word that makes it outer space. What passes and is long enough to cost time is
weighed by its words: a logistic sum whose weights stand in `seeds/extract_gate_words.csv`, fitted
by `ingest.evaluate.fit_gate` to tell texts with facts from those without.
"""

import re
from functools import cache, lru_cache
from math import fsum

from ingest.extract.folding import fold
from ingest.extract.lexicon import Table, matches, starts, term_table
from ingest.extract.mentions import Stream, stream
from ingest.extract.tokens import Token, tokenize
from ingest.extract.vocabulary import alternatives, words
from ingest.fragments import Fragments
from ingest.project import read_seed

_FRAGMENTS = Fragments(words("gate_fragment") | words("gate_outer_space"))
_SPACE = re.compile(
    rf"space[ \n-](?:{alternatives('gate_after_space')})|"
    rf"\b(?:{alternatives('gate_before_space')})[ \n](?:on|in)[ \n](?:the[ \n])?space\b"
)
STRONG = 3
_ELSEWHERE = 0  # weight of a term with a word of space that means something else
_SATELLITE = 6  # letters of the shortest name of a satellite that ends in "sat"
_WORD = re.compile(r"[a-z]{3,}")
BRIEF = 2500  # characters; a shorter text has few words to go by, and is read in no time
_LONG = 30_000  # characters from which on a text counts as no longer
_LENGTH_UNIT = 3000
BIAS, LENGTH, FLOOR = "(bias)", "(length)", "(floor)"  # beside the words, which have no brackets


def is_worth_reading(text: str) -> bool:
    """Tell whether `text` is to be read closely: it passes both passes of the gate."""
    return is_relevant(text) and is_promising(text)


def is_relevant(text: str) -> bool:
    """Tell whether `text` holds a word of outer space, by its letters alone; errs towards yes."""
    lowered = text.lower()
    if _FRAGMENTS.any_in(lowered):
        return True
    return "space" in lowered and _SPACE.search(lowered) is not None


def is_promising(text: str) -> bool:
    """Tell whether `text`, which is relevant, is brief or has the words of one that tells facts."""
    return len(text) < BRIEF or text_promise(text) >= word_weights()[FLOOR]


@lru_cache(maxsize=1)  # asked again when the sentences of the same text are weighed
def text_promise(text: str) -> float:
    """Return the log-odds that `text` tells a fact, by the weights of the seed."""
    return promise(text, word_weights())


def promise(text: str, weights: dict[str, float]) -> float:
    """Return the log-odds that `text` tells a fact, by `weights` for its words and its length."""
    told = [weights[word] for word in weights.keys() & distinct_words(text)]
    # An exact sum is the same in any order, and so for every run.
    return fsum([weights[BIAS], weights[LENGTH] * length(text), *told])


def distinct_words(text: str) -> set[str]:
    """Return the words of three plain letters or more of `text`, lower-cased."""
    return set(_WORD.findall(text.lower()))


def length(text: str) -> float:
    """Return the length of `text` as the model sees it, from 0 to 10."""
    return min(len(text), _LONG) / _LENGTH_UNIT


@cache
def word_weights() -> dict[str, float]:
    """Return the weights of the words of a text, of its length, the constant and the floor."""
    return {row["word"]: float(row["weight"]) for row in read_seed("extract_gate_words")}


@cache
def _terms() -> Table:
    rows = read_seed("extract_space_terms")
    return term_table((fold(row["term"]), row["weight"]) for row in rows)


def space_weight(flow: Stream, first: int = 0, last: int | None = None) -> int:
    """Return the weight of the strongest word of outer space in `[first, last)`; 0 if none."""
    norms, best, free = flow.norms, 0, first
    end = len(norms) if last is None else last
    for position, bucket in starts(_terms(), norms):
        if not free <= position < end:
            continue
        weights = [(int(term.code), size) for size, term in matches(bucket, norms, position)]
        if weights and weights[0][0] == _ELSEWHERE:
            free = position + weights[0][1]
            continue
        best = max(best, *(weight for weight, _ in weights), 0)
        if best >= STRONG:
            return best
    named = any(map(_is_satellite, flow.tokens[first:end]))
    return STRONG if named else best


def holds_space(flow: Stream, first: int, last: int) -> bool:
    """Tell whether `[first, last)` holds a word of outer space, or plain "space"."""
    return space_weight(flow, first, last) >= STRONG or "space" in flow.norms[first:last]


@lru_cache(maxsize=1024)
def names_space(name: str) -> bool:
    """Tell whether a name of a body or a gathering holds a word of space."""
    folded = fold(name)
    flow = stream(tokenize(folded, 0, len(folded)))
    return holds_space(flow, 0, len(flow.norms))


def _is_satellite(token: Token) -> bool:
    """Tell whether a word is the name of a satellite as most nations form it: "AngoSat"."""
    return token.norm.endswith("sat") and len(token.norm) >= _SATELLITE and token.capital
