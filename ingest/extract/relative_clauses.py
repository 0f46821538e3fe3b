"""Undertakings told in a relative clause: "NASA, which will carry", "a pledge that Japan made"."""

from collections.abc import Iterator

from ingest.extract.acts import act_range
from ingest.extract.context import Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import all_actors, list_before
from ingest.extract.mentions import Word
from ingest.extract.plans import made_trigger
from ingest.extract.undertakings import make_undertaking, split_acts

_PRONOUNS = frozenset({"which", "who"})
_FINITE_FORMS = frozenset({"one", "s", "base"})
_OWED = frozenset({"be to", "be due to"})  # "which was to build"
_PROMISES = frozenset({"commitment", "pledge", "promise", "undertaking", "vow"})
_GIVEN = frozenset({"announced", "made", "gave", "given", "took", "undertook", "issued"})
_NEAR = 12  # tokens after the verb in which its "to" may stand
_PROMISING = frozenset({"promise", "pledge", "vow"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_HAVE = frozenset({"has", "have", "had", "first", "also", "itself"})


def from_relatives(sentence: Sentence) -> Iterator[Draft]:
    """Yield the undertakings of whoever stands right before "which will", "who plans to"."""
    norms = sentence.flow.norms
    for word in sentence.triggers:
        finite = word.entry.detail in _FINITE_FORMS or word.entry.key in _OWED
        if word.entry.kind != "commit" or not finite:
            continue
        at = word.first - 1
        if at < 2 or norms[at] not in _PRONOUNS or norms[at - 1] != ",":
            continue
        parties = clean_parties(
            [
                a
                for a in list_before(sentence, _before_place(sentence, at - 1), 0)
                if _may_act(a.why_not)
            ]
        )
        first, last = act_range(sentence, word)
        if any(a.code for a in parties) and last > first + 1:
            yield from split_acts(sentence, word, (parties[-1:], "relative"), (first, last))


def _before_place(sentence: Sentence, position: int) -> int:
    """Return where a name ends whose seat is told behind it: "Axiom Space of Houston, which"."""
    seats = [a for a in sentence.actors if a.last == position and (not a.code or a.why_not)]
    of = seats[0].first - 1 if seats else -1
    return of if of > 0 and sentence.flow.norms[of] in ("of", "in", "from") else position


def _may_act(why_not: str) -> bool:
    return why_not in ("", "speaker")


def promised_thing(sentence: Sentence, word: Word) -> Draft | None:
    """Return the thing promised in "a ground station that China had promised in 2019"."""
    norms = sentence.flow.norms
    if word.entry.key not in _PROMISING or norms[word.last : word.last + 1] == ["to"]:
        return None
    doers = [a for a in all_actors(sentence) if a.code and _leads_to(norms, a.last, word.first)]
    that = doers[-1].first - 1 if doers else 0
    that -= norms[that] == "the"
    if that < 1 or norms[that] not in ("that", "which"):
        return None
    before = range(that - 1, max(-1, that - _NEAR), -1)
    first = next((step for step in before if norms[step] in _ARTICLES), that)
    if first >= that - 1:
        return None
    return make_undertaking(sentence, word, (clean_parties(doers[-1:]), "given"), (first, that))


def _leads_to(norms: list[str], last: int, verb: int) -> bool:
    """Tell whether nothing but "has" or "had" stands between a name and its verb."""
    return last <= verb and set(norms[last:verb]) <= _HAVE


def from_given_promises(sentence: Sentence) -> Iterator[Draft]:
    """Yield what "a commitment that the United States announced in April" repeats of itself."""
    norms = sentence.flow.norms
    for step in range(1, len(norms) - 4):
        if norms[step] not in _PROMISES or norms[step + 1] not in ("that", "which"):
            continue
        start = step + 2 + (norms[step + 2] == "the")
        actor = next((a for a in all_actors(sentence) if a.first in (step + 2, start)), None)
        if actor is None or not (actor.code or actor.members):
            continue
        verb = actor.last + (
            norms[actor.last : actor.last + 1] != [] and norms[actor.last] in _HAVE
        )
        if norms[verb : verb + 1] and norms[verb] in _GIVEN:
            trigger: Word = made_trigger(step, step, "firm", "given_promise")
            ahead = range(verb + 1, min(verb + _NEAR, len(norms) - 2))
            first = next((i + 1 for i in ahead if norms[i] == "to"), verb + 1)
            doers = (clean_parties([actor]), "given")
            yield from split_acts(sentence, trigger, doers, (first, len(norms)))
