"""Whether two facts rest on the same words of an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.evaluate.wording import fold

MIN_SHARED = 10  # characters that two quotes must share, unless one of them is shorter

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article and each place where they stand, as half-open offsets into its text.

    `spans` is empty when the text is unknown or the words are not found in it.
    """

    text: str
    folded: str
    spans: tuple[Span, ...]


def locate(evidence: Sequence[str], text: str | None) -> tuple[Quote, ...]:
    """Return each quote of `evidence` with all its places in `text`."""
    return tuple(Quote(q, fold(q), _spans(q, text) if text else ()) for q in evidence)


def _spans(quote: str, text: str) -> tuple[Span, ...]:
    found: list[Span] = []
    start = text.find(quote)
    while start >= 0:
        found.append((start, start + len(quote)))
        start = text.find(quote, start + len(quote))
    return tuple(found)


def evidence_overlaps(left: Sequence[Quote], right: Sequence[Quote]) -> bool:
    """Tell whether any quote of one side overlaps any quote of the other."""
    return any(quotes_overlap(one, two) for one in left for two in right)


def quotes_overlap(one: Quote, two: Quote) -> bool:
    """Tell whether two quotes share words: by their offsets, else by containment of the wording.

    A sentence that stands in the article twice (title and lead) overlaps at either place.
    """
    if one.spans and two.spans:
        return any(_share(a, b) for a in one.spans for b in two.spans)
    shorter, longer = sorted((one.folded, two.folded), key=len)
    return shorter in longer and (len(shorter) >= MIN_SHARED or shorter == longer)


def _share(one: Span, two: Span) -> bool:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared >= min(MIN_SHARED, one[1] - one[0], two[1] - two[0])
