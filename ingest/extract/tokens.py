"""Words and marks of a sentence, with offsets into the article's text."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

# The first branch is what most words are; it and the possessive one only save time.
_TOKENS = re.compile(
    r"([A-Za-z][a-z]++(?![\w&])|[A-Za-z]\.[A-Za-z]\.(?:[A-Za-z]\.){0,4}|[^\W\d_]++(?!&)\d*|"
    r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:&[^\W\d_]+)*\d*|'s\b|[^\w\s])"
)


MONTH_OF_MAY: Final = "mai"
# Before "may" without a capital; before "May", which may also stand in a headline, more.
_BEFORE_ANY_MONTH: Final = frozenset(
    {"in", "of", "since", "last", "next", "early", "mid", "late", "until", "till", "during"}
)
_BEFORE_MONTH: Final = _BEFORE_ANY_MONTH | {
    "this", "by", "from", "before", "after", "through", "to", "on", "and", "-",
}  # fmt: skip


class Token(NamedTuple):
    """One word, number or mark; `norm` is its lower-cased form without dots.

    The month of May has another norm than the verb.

    `capital` tells whether it starts with a capital letter.
    """

    start: int
    end: int
    text: str
    norm: str
    capital: bool


class _Forms(dict[str, tuple[str, bool]]):
    """The `norm` and `capital` of a token's text, worked out once for each text.

    Most tokens of a corpus are the same few thousand words; one string for all of them also
    makes looking it up in the lexicon cheaper.
    """

    def __missing__(self, text: str) -> tuple[str, bool]:
        if len(self) >= _MAX_FORMS:
            self.clear()
        norm = text.lower()
        if len(text) > 1 and "." in text and not text[0].isdigit():
            norm = norm.replace(".", "")
        self[text] = norm, _is_name(text)
        return self[text]


def _is_name(text: str) -> bool:
    """Tell whether a word is written as a name: a capital at its start, or inside ("iRocket")."""
    inside = len(text) > 2 and text[0].isalpha() and not text.islower()
    return text[0].isupper() or inside


_MAX_FORMS: Final = 50_000
_FORMS: Final = _Forms()


def tokenize(folded: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `folded[start:end]`; `folded` comes from `folding.fold`."""
    # Called for every sentence: splitting makes no match objects, and `tuple.__new__` spares the
    # call of a constructor for each token.
    parts = _TOKENS.split(folded[start:end])
    places = list(accumulate(map(len, parts), initial=start))
    new, texts = tuple.__new__, parts[1::2]
    found = zip(places[1::2], places[2::2], texts, map(_FORMS.__getitem__, texts), strict=False)
    tokens = [
        new(Token, (first, last, text, norm, capital))
        for first, last, text, (norm, capital) in found
    ]
    return _with_month(tokens) if "May" in texts or "may" in texts else tokens


def _with_month(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with another norm for the month of May than for the verb: "in May to"."""
    return [
        token._replace(norm=MONTH_OF_MAY) if _is_month(tokens, place) else token
        for place, token in enumerate(tokens)
    ]


def _is_month(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.norm != "may":
        return False
    before = tokens[place - 1].norm if place else ""
    after = tokens[place + 1].norm if place + 1 < len(tokens) else ""
    months = _BEFORE_MONTH if token.capital else _BEFORE_ANY_MONTH
    return before in months or (token.capital and before[:1].isdigit()) or after[:1].isdigit()


def normal_form(phrase: str) -> tuple[str, ...]:
    """Return the normal tokens of a phrase, hyphens left out, as the lexicon keys it."""
    return tuple(token.norm for token in tokenize(phrase, 0, len(phrase)) if token.norm != "-")


_PAIRS: Final = {"(": ")", '"': '"'}
_BRACKET: Final = 6  # tokens of a short form in brackets


def after_pair(norms: Sequence[str], step: int, reach: int = _BRACKET) -> int:
    """Return the token after a short form in brackets or a name in quotation marks at `step`."""
    closing = _PAIRS.get(norms[step]) if step < len(norms) else None
    inside = norms[step + 1 : step + reach]
    return step + 2 + inside.index(closing) if closing in inside else step
