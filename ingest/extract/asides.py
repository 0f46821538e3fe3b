"""Asides that say what a firm or body is: "Sea Launch, a joint venture of Boeing and Energia, ...".

Who is named in one owns, heads or houses the body before it, but does nothing here itself; nor do
the rivals of who won a contract "against competitors from Spain and Israel", nor those of whom one
is "the fourth country to do so after Russia and China".
"""

import re
from collections.abc import Iterator, Sequence

from ingest.extract.actors import Actor
from ingest.extract.mentions import Stream
from ingest.extract.tokens import after_pair
from ingest.extract.vocabulary import words

_BODIES = words("described_body")
_BEATING = words("beating_verb")
_BEATEN = frozenset({"against", "over", "ahead"}) | _BEATING
_RIVALS = words("rival")
_BEHIND = frozenset({"after", "behind", "following"})
_RANKED = re.compile(
    r"\b(?:th|st|nd|rd|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only)"
    r"(?: \w+){0,2} (?:country|countries|nation|nations|state|states|power)\b"
)
_OPPOSING = words("opposing_verb") | _BEATING
_RIVALS_WITHIN = 5  # tokens: "against tough competition from"
_DESCRIBED = ("organization", "name")  # kinds of actors; a person's aside tells for whom he acts
_NOUN_WITHIN = 7  # tokens from the article in which the noun stands: "a Dubai-based maker of"
_LONGEST = 24  # tokens
_ARTICLES = (["a"], ["an"])  # "the" may begin the next of a list
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
    for step, norm in enumerate(norms):
        if norm in _OPPOSING and step + 1 in starts:
            yield range(step, step + 2)  # "a pact meant to counter China"
        beaten = norm in _BEATEN and not _RIVALS.isdisjoint(norms[step + 1 : step + _RIVALS_WITHIN])
        if beaten or (norm in _BEHIND and _RANKED.search(" ".join(norms[:step]))):
            yield range(step, _end(norms, step + 1, starts) or step + 1)
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
    return norms[first : first + 1] in _ARTICLES and not _BODIES.isdisjoint(near)


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
