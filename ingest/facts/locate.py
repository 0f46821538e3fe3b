"""Find a quote in an article: tolerant of typography, exact about what is stored.

Curly and straight quotes, kinds of dashes, and runs of white space compare equal; invisible
characters are ignored. What is returned are offsets into the article's own characters.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.article import Article

_DROP = "\0"
_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʻʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n\f\v", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", _DROP),
    }
)
_KEPT = re.compile(f"[^{_DROP} ]| (?! )")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Location:
    """Where a quote stands: `text[start:end]`, and whether that touches page furniture."""

    start: int
    end: int
    in_furniture: bool


class QuoteFinder:
    """Looks quotes up in one article; the folded text is made once, when first needed."""

    def __init__(self, article: Article) -> None:
        """Prepare for `article`; nothing is computed yet."""
        self._text = article.text
        self._furniture = [(span.start, span.end) for span in article.furniture]
        self._folded: tuple[str, list[int]] | None = None

    def find(self, quote: str) -> Location | None:
        """Return the first place of `quote` outside furniture, else the first inside, else None.

        White space around the quote is ignored. A quote without a letter or digit is not found.
        """
        wanted = quote.strip()
        if not _WORD.search(wanted):
            return None
        exact = ((at, at + len(wanted)) for at in _occurrences(self._text, wanted))
        return self._best(exact) or self._best(self._folded_places(wanted))

    def _folded_places(self, quote: str) -> Iterator[tuple[int, int]]:
        if self._folded is None:
            self._folded = fold(self._text)
        folded, offsets = self._folded
        wanted = fold(quote)[0].strip()
        for at in _occurrences(folded, wanted):
            yield offsets[at], offsets[at + len(wanted) - 1] + 1

    def _best(self, places: Iterable[tuple[int, int]]) -> Location | None:
        found = (Location(*place, self._touches_furniture(*place)) for place in places)
        return min(found, key=lambda place: (place.in_furniture, place.start), default=None)

    def _touches_furniture(self, start: int, end: int) -> bool:
        return any(begin < end and start < stop for begin, stop in self._furniture)


def fold(text: str) -> tuple[str, list[int]]:
    """Return `text` with typography folded, and for each kept character its offset in `text`."""
    translated = text.translate(_FOLD)
    kept = [match.start() for match in _KEPT.finditer(translated)]
    return "".join([translated[at] for at in kept]), kept


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
