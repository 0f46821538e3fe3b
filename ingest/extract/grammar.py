"""Clauses, lists and modality: what is said of a deed, and between which actors."""

import re
from typing import Literal

from ingest.extract.actors import Actor
from ingest.extract.context import Sentence
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import alternatives, words

Modality = Literal[
    "done", "ongoing", "planned", "proposed", "considered", "denied", "wished", "unclear"
]

_CLAUSE_BREAKS = frozenset(
    {
        ";",
        "while",
        "whereas",
        "but",
        "which",
        "who",
        "whose",
        "where",
        "although",
        "though",
        "because",
        "when",
        "unless",
        ":",
    }
)
_LIST_GLUE = frozenset(
    {
        ",",
        "company",
        "firm",
        "agency",
        "and",
        "&",
        "the",
        "as",
        "well",
        "along",
        "with",
        "or",
        "both",
        "then",
        "its",
        "their",
        "also",
        "including",
        "plus",
        "former",
        "newly",
        "elected",
        "(",
        ")",
    }
)
_NEGATIONS = re.compile(
    rf"\b(?:not|never|t|cannot|without|no longer|nor|{alternatives('denial')})\b"
    r"(?:\s\w+){0,3}$"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|ll|to be|going to|is to|are to|was to|were to|"
    rf"{alternatives('planned_to')})"
    r"(?:\s(?:also|soon|be|have|jointly|formally|then|officially|\w+ly|first|been|now|today)){0,3}"
    r"(?:\s(?:on|in|at|by|next|later|this)(?:\s\w+){1,3})?$|"
    r"\b(?:agree|decid|pledg|promis|vow|arrang)\w* (?:on|in|last|this|earlier) (?:\w+ ){1,3}to$"
)
_WISHED = re.compile(
    rf"\b(?:{alternatives('wished_to')}|"
    r"urg\w+ .{0,30} to|invit\w+ .{0,30} to|"
    r"(?:propos|suggest)\w+ that [\w', ]{3,50})(?:\s\w+ly)?$"
)
_CONSIDERED = re.compile(
    rf"\b(?:may|might|could|would|should|can|whether to|if|{alternatives('considered')})"
    r"(?:\s(?:also|be|have|soon|then|even|eventually|jointly|\w+ly|been)){0,3}$"
)
_ON_CONDITION = re.compile(
    r"\b(?:if|unless) (?:the |an? |this |that |such )?(?:[\w'-]+ ){1,3}(?:is|are|were|gets?)$"
)  # "if the agreement is signed"
_NEGOTIATING = re.compile(rf"\b(?:{alternatives('negotiating_to')})(?:\s\w+){{0,2}}$")
_REPORT_DENIED = re.compile(
    rf"\b(?:{alternatives('denying_verb')}) (?:\w+ ){{0,2}}(?:{alternatives('denied_report')})\b"
)
_GLAD = re.compile(rf"\b(?:{alternatives('glad_to')}) (?:\w+ ){{0,3}}to$")
_RANKED = re.compile(
    r"\b(?:latest|newest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|"
    r"\d+(?: ?(?:st|nd|rd|th)))(?: \w+){1,3} to$"
)  # "the latest country to sign"
_BECAME = re.compile(r"\bbecame the \w+ ")  # "who will cooperate, as A became the 9th to sign"
_MET_AND_TO = re.compile(
    r"\b(?:met|gathered|came together|convened)\b[^;:]* to \w+\b[^;:]* and (?:also )?to$"
)  # "met in Oslo to take stock and to sign"
_AHEAD = re.compile(rf"\b(?:will|before|{alternatives('still_ahead')})\b")
_INFINITIVE = re.compile(r"\bto(?:\s(?:jointly|formally|soon|also|officially))?$")
_GERUND_AHEAD = re.compile(
    r"\b(?:towards?|await\w*|look\w* forward to|on the (?:verge|point|brink|eve) of)\b"
    r"(?:\s[\w']+){0,4}$"
)
_GERUND_AFTER = re.compile(r"\b(?:before|instead of|without|ahead of|rather than|prior to)$")
_GERUND_OPEN = re.compile(rf"\b(?:{alternatives('considered_doing')})(?: \w+ly)?$")


_REPORTING = words("verb_before_that")
FORMS_OF_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SHORT = 2  # where the bracket of a short form of one word closes
_MAY_BREAK = _CLAUSE_BREAKS | {"-", "that"}


def clause_bounds(sentence: Sentence, position: int) -> tuple[int, int]:
    """Return the token range of the clause around `position`."""
    norms = sentence.flow.norms
    first = position
    while first > 0 and not (norms[first - 1] in _MAY_BREAK and _breaks(norms, first - 1)):
        first -= 1
    last = position + 1
    while last < len(norms) and not (norms[last] in _MAY_BREAK and _breaks(norms, last)):
        last += 1
    return first, last


def _breaks(norms: list[str], position: int) -> bool:
    if norms[position] in _CLAUSE_BREAKS:
        return not _is_in_time(norms, position)
    return norms[position] == "-" or (
        norms[position] == "that" and position > 0 and norms[position - 1] in _REPORTING
    )


def _is_in_time(norms: list[str], position: int) -> bool:
    """Tell whether a colon stands in a time of day: "11:30"."""
    around = norms[max(0, position - 1) : position + 2 : 2]
    return norms[position] == ":" and len(around) == 2 and all(w[0].isdigit() for w in around)


def words_between(sentence: Sentence, first: int, last: int) -> str:
    """Return the normal words of tokens `[first, last)`, joined by spaces."""
    return " ".join(sentence.flow.norms[max(0, first) : last])


def modality(sentence: Sentence, position: int, form: str) -> Modality:
    """Return what is said of the verb at `position`: done, planned, proposed, denied, ..."""
    left = words_between(sentence, max(0, position - 8), position)
    if _NEGATIONS.search(left) or _REPORT_DENIED.search(words_between(sentence, 0, position)):
        return "denied"
    if form == "base" and _AND_ALSO.search(left) and _will_before(sentence, position):
        return "planned"
    met = form == "base" and _MET_AND_TO.search(words_between(sentence, 0, position))
    if form == "base" and (met or _GLAD.search(left) or _is_ranked(sentence, position, left)):
        return "done"
    said = _said_before(left, form)
    if said is not None:
        return said
    if form == "ing":
        wide = words_between(sentence, max(0, position - 14), position)
        return "planned" if left.endswith(" the") and _AHEAD.search(wide) else _gerund(left)
    return "planned" if form == "base" and _INFINITIVE.search(left) else "done"


_AND_ALSO = re.compile(r"\band(?: (?:also|then|\w+ly))?$")
_WILL = frozenset({"will", "shall", "would", "ll"})


def _will_before(sentence: Sentence, position: int) -> bool:
    """Tell of "will lead a delegation to Oslo and meet with B": one "will" for both verbs."""
    first, _ = clause_bounds(sentence, position)
    return not _WILL.isdisjoint(sentence.flow.norms[first:position])


def _is_ranked(sentence: Sentence, position: int, left: str) -> bool:
    """Tell whether a deed ranks who did it, and nothing says that it is still to come."""
    ranked = _RANKED.search(left)
    if ranked is None:
        return False
    return bool(_BECAME.search(left)) or not _AHEAD.search(words_between(sentence, 0, position))


def _said_before(left: str, form: str) -> Modality | None:
    """Return the modality that auxiliaries and verbs before a verb give it."""
    if form != "s" and _PLANNED.search(left):
        return "planned"
    if _WISHED.search(left):
        return "wished"
    if _NEGOTIATING.search(left):
        return "wished" if form == "past" else "planned"
    open_still = _CONSIDERED.search(left) or _ON_CONDITION.search(left)
    return "considered" if form != "s" and open_still else None


def _gerund(left: str) -> Modality:
    if _GERUND_OPEN.search(left):
        return "considered"
    if _GERUND_AFTER.search(left):
        return "unclear"
    if _GERUND_AHEAD.search(left):
        return "planned"
    if re.search(r"\b(?:is|are|was|were|been|be|currently|now)(?:\s\w+ly)?$", left):
        return "ongoing"
    return "done"


def list_after(sentence: Sentence, position: int, limit: int = 4) -> list[Actor]:
    """Return the actors listed from token `position` on: "with Japan, India and ESA"."""
    found: list[Actor] = []
    for actor in all_actors(sentence):
        if actor.first < position:
            continue
        gap = sentence.flow.norms[position : actor.first]
        if found and not all(word in _LIST_GLUE for word in _without_short_form(gap)):
            break
        if not found and (actor.first - position > limit or any(w in _CLAUSE_BREAKS for w in gap)):
            break
        found.append(actor)
        position = actor.last
        if sentence.flow.norms[position : position + 1] == ["'s"]:
            position += 1
    return found


def _without_short_form(gap: list[str]) -> list[str]:
    """Return the words between two actors of a list without "(AEE)" after the first."""
    short = len(gap) > _SHORT and gap[0] == "(" and gap[_SHORT] == ")"
    return gap[_SHORT + 1 :] if short else gap


def list_before(sentence: Sentence, position: int, limit: int = 6) -> list[Actor]:
    """Return the list of actors that ends just before token `position`."""
    found: list[Actor] = []
    for actor in reversed(all_actors(sentence)):
        if actor.last > position:
            continue
        gap = sentence.flow.norms[actor.last : position]
        if found and not all(word in _LIST_GLUE for word in gap):
            break
        if not found and position - actor.last > limit:
            break
        found.append(actor)
        position = actor.first
    return found[::-1]


def all_actors(sentence: Sentence) -> list[Actor]:
    """Return actors and references of a sentence in order."""
    return sorted(
        [*sentence.actors, *sentence.groups], key=lambda actor: (actor.first, -actor.last)
    )


def is_led_by_actor(sentence: Sentence, position: int) -> bool:
    """Tell whether an actor stands right before a token, as before a verb: "A orders", "A leases".

    An owner does not: "A's orders".
    """
    return any(a.last == position and not a.possessive for a in all_actors(sentence))


def is_verb_in_plural(sentence: Sentence, word: Word) -> bool:
    """Tell of a plural noun that is a verb here: "the pad, which A leases", "A orders"."""
    return word.entry.detail == "many" and is_led_by_actor(sentence, word.first)


def expand(actors: list[Actor]) -> list[Actor]:
    """Return actors with every reference replaced by what it stands for."""
    out: list[Actor] = []
    for actor in actors:
        out.extend(actor.members if actor.kind == "group" else [actor])
    return out


def codes(actors: list[Actor]) -> set[str]:
    """Return the party codes of actors."""
    return {actor.code for actor in actors if actor.code}
