"""Words and marks of a sentence, with offsets into the article's text."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,6}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:&[^\W\d_]+)*\d*|'s\b|[^\w\s]")


@dataclass(slots=True)
class Token:
    """One word, number or mark; `norm` is its lower-cased form without dots."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def capital(self) -> bool:
        """Whether it is written as a name: a capital at its start, or inside it ("iRocket")."""
        return self.text[0].isupper() or (
            len(self.text) > 2 and not self.text.islower() and self.text[0].isalpha()
        )


def tokenize(folded: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `folded[start:end]`; `folded` comes from `folding.fold`."""
    tokens = []
    for match in _TOKEN.finditer(folded, start, end):
        text = match.group()
        norm = text.lower()
        if len(text) > 1 and "." in text and not text[0].isdigit():
            norm = norm.replace(".", "")
        tokens.append(Token(match.start(), match.end(), text, norm))
    return tokens


def normal_form(phrase: str) -> tuple[str, ...]:
    """Return the normal tokens of a phrase, hyphens left out, as the lexicon keys it."""
    return tuple(token.norm for token in tokenize(phrase, 0, len(phrase)) if token.norm != "-")
