"""Asides that say what a firm or body is: "Sea Launch, a joint venture of Boeing and Energia, ...".

Who is named in one owns, heads or houses the body before it, but does nothing here itself.
"""

from collections.abc import Iterator, Sequence

from ingest.extract.actors import Actor
from ingest.extract.mentions import Stream
from ingest.extract.tokens import after_pair
from ingest.extract.vocabulary import words

_BODIES = words("described_body")
_DESCRIBED = ("organization", "name")  # kinds of actors; a person's aside tells for whom he acts
_NOUN_WITHIN = 7  # tokens from the article in which the noun stands: "a Dubai-based maker of"
_LONGEST = 24  # tokens
_ARTICLES = frozenset({"a", "an"})  # "the" may begin the next of a list
_RELATIVES = (["which", "is"], ["which", "was"])


def find_asides(flow: Stream, actors: Sequence[Actor]) -> list[range]:
    """Return the tokens of each aside in a sentence, from the comma before it to its end."""
    return list(_asides(flow, actors))


def set_aside(asides: Sequence[range], actors: Sequence[Actor]) -> None:
    """Mark the actors within `asides`, which are no parties."""
    for actor in actors:
        if any(actor.first in aside for aside in asides) and actor.why_not in ("", "possessive"):
            actor.why_not = "aside"


def _asides(flow: Stream, actors: Sequence[Actor]) -> Iterator[range]:
    norms = flow.norms
    starts = {actor.first for actor in actors}
    for actor in actors:
        if actor.kind not in _DESCRIBED or actor.why_not == "place":
            continue
        comma = after_pair(norms, actor.last)
        first = comma + 1
        while norms[first - 1 : first] == [","]:
            last = _end(norms, first, starts) if _describes(norms, first) else 0
            if not last:
                break
            yield range(comma, last)
            comma, first = last, last + 1


def _describes(norms: Sequence[str], first: int) -> bool:
    """Tell whether "a company", "which is a unit" begins at `first`."""
    first += 2 * (list(norms[first : first + 2]) in _RELATIVES)
    near = norms[first + 1 : first + _NOUN_WITHIN]
    return norms[first] in _ARTICLES and not _BODIES.isdisjoint(near) if norms[first:] else False


def _end(norms: Sequence[str], first: int, starts: set[int]) -> int:
    """Return the comma or full stop that ends an aside; 0 without one."""
    for step in range(first, min(first + _LONGEST, len(norms))):
        if norms[step] == ";":
            return 0
        if step + 1 == len(norms) and norms[step] == ".":
            return step
        listed = {step + 1, step + 2} & starts
        if norms[step] == "," and not listed:
            return step
    return 0
