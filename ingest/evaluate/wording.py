"""Folding of words before they are compared: case, accents, quotes, dashes and white space."""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘‛`´ʼ", "'"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_NOT_WORD = re.compile(r"[^\w]+")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def fold(text: str) -> str:
    """Return `text` in one form of case, quotes, dashes and white space; punctuation stays."""
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_QUOTES)
    return " ".join(folded.casefold().split())


def fold_name(name: str) -> str:
    """Return a name as bare words: no accents, no punctuation, no leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", ""))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _ARTICLE.sub("", _NOT_WORD.sub(" ", letters).casefold().strip())


def contains_words(outer: str, inner: str) -> bool:
    """Tell whether the folded name `inner` stands in `outer` as whole words; `""` never does."""
    return bool(inner) and f" {inner} " in f" {outer} "


def printable(text: str) -> str:
    """Return `text` without control characters, which could steer the reader's terminal."""
    return _CONTROL.sub("\ufffd", text)
