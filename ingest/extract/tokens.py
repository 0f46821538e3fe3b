"""Words and marks of a sentence, with offsets into the article's text."""

import re
from typing import Final, NamedTuple

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,6}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:&[^\W\d_]+)*\d*|'s\b|[^\w\s]")


class Token(NamedTuple):
    """One word, number or mark; `norm` is its lower-cased form without dots.

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
        self[text] = norm, text[0].isupper()
        return self[text]


_MAX_FORMS: Final = 50_000
_FORMS: Final = _Forms()


def tokenize(folded: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `folded[start:end]`; `folded` comes from `folding.fold`."""
    # Called for every word of a text: `tuple.__new__` spares the call of a constructor each.
    new, forms = tuple.__new__, _FORMS
    return [
        new(Token, (*match.span(), text := match.group(), *forms[text]))
        for match in _TOKEN.finditer(folded, start, end)
    ]


def normal_form(phrase: str) -> tuple[str, ...]:
    """Return the normal tokens of a phrase, hyphens left out, as the lexicon keys it."""
    return tuple(token.norm for token in tokenize(phrase, 0, len(phrase)) if token.norm != "-")
