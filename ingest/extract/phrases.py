"""Short wordings taken from a sentence: titles of instruments, actions of commitments."""

from collections.abc import Iterable
from functools import lru_cache

from ingest.extract.context import Sentence
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import words

_STOP = words("stop_word")
_TITLE_STOPS = frozenset(
    {
        ".",
        ";",
        "(",
        ")",
        '"',
        ",",
        "which",
        "that",
        "with",
        "between",
        "during",
        "at",
        "while",
        "by",
        "after",
        "when",
        "who",
        "signed",
    }
)
_BEFORE_TITLE = words("before_title")
_TITLE_LINKS = frozenset({"on", "for", "of", "to", "in", "and", "the", "a"})


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a crude stem, equal for the usual inflections of a word."""
    for suffix in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ions",
        "ion",
        "es",
        "ed",
        "s",
        "e",
        "y",
    ):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def content_stems(words_told: Iterable[str]) -> frozenset[str]:
    """Return the stems of lower-cased words, without marks and function words."""
    return frozenset(stem(word) for word in words_told if word[0].isalnum() and word not in _STOP)


def action_words(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """Return the stems of the content words of tokens `[first, last)`, single letters left out."""
    return content_stems(norm for norm in sentence.flow.norms[first:last] if len(norm) > 1)


def noun_phrase(sentence: Sentence, word: Word) -> str:
    """Return the instrument with what comes before it in capitals and "on/for/to ..." after it."""
    flow, first, last = sentence.flow, before_noun(sentence, word.first), word.last
    if last < len(flow.norms) and flow.norms[last] in _TITLE_LINKS:
        while (
            last < len(flow.norms)
            and last - word.last < 16
            and flow.norms[last] not in _TITLE_STOPS
        ):
            last += 1
    return surface(sentence, first, last)


def before_noun(sentence: Sentence, noun: int) -> int:
    """Return where the name of an instrument begins whose noun stands at token `noun`."""
    first = noun
    while first > 0 and _belongs_before(sentence, first - 1, noun):
        first -= 1
    return first


def _belongs_before(sentence: Sentence, position: int, limit: int) -> bool:
    token = sentence.flow.tokens[position]
    if limit - position > 7 or not token.text[0].isalpha() or sentence.span.is_heading:
        return False
    return (token.capital and position > 0) or token.norm in _BEFORE_TITLE


def surface(sentence: Sentence, first: int, last: int) -> str:
    """Return tokens `[first, last)` as words on one line."""
    words: list[str] = []
    for step in range(first, min(last, len(sentence.flow.tokens))):
        token = sentence.flow.tokens[step]
        glue = "-" if sentence.flow.hyphenated[step] else ""
        if words and (glue or token.text in (",", ".", ")", "'s", ";", ":", "%")):
            words[-1] += glue + token.text
        else:
            words.append(token.text)
    return " ".join(words)
