"""Who undertakes an act: the subject of a verb, found over asides, lists and quotations."""

import re

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import clean_parties
from ingest.extract.grammar import all_actors, clause_bounds, list_after
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import SAYING, alternatives, words

_INANIMATE = words("inanimate_subject")


_AGREEMENT_NOUNS = words("agreement_noun")


UNDER = re.compile(
    rf"\b(?:{alternatives('on_the_ground_of')})\b.{{0,25}}"
    rf"\b(?:{alternatives('agreement_as_ground')})\b"
)


def passive_doers(
    reading: Reading, sentence: Sentence, first: int, last: int
) -> tuple[list[Actor], str]:
    """Read "will be built by JAXA"; under an agreement its parties are the doers."""
    norms = sentence.flow.norms
    for step in range(first, min(first + 12, last + 1, len(norms))):
        agent = _agent_from(norms, step) if step > first + 1 or norms[step] == "under" else -1
        if agent >= 0:
            listed = [
                a
                for a in list_after(sentence, agent, 3)
                if (a.code or a.members) and a.why_not in ("", "possessive", "modifier")
            ]
            if listed:
                return clean_parties(listed), "passive"
    if (owners := _owners_of_thing(sentence, first)) or (owners := _voices(sentence, first)):
        return clean_parties(owners), "passive_owner"
    if UNDER.search(" ".join(norms)):
        parties, source = find.complete(reading, sentence, [])
        return (parties, "agreement") if source != "single" else ([], "")
    return [], ""


_LEADING = words("leadership_noun")


def _agent_from(norms: list[str], step: int) -> int:
    """Return where the agent named by token `step` may stand: "by", "under the lead of"; or -1."""
    if norms[step] in ("by", "from"):
        return step + 1
    if norms[step] != "under":
        return -1
    ahead = norms[step + 1 : step + 4]
    if _LEADING & set(ahead) and ahead[:1] != ["the"]:
        return step + 1  # "under Italian leadership"
    return step + 4 if ahead[1:] and ahead[1] in _LEADING and ahead[2:] == ["of"] else -1


def _owners_of_thing(sentence: Sentence, first: int) -> list[Actor]:
    """Return whose thing it is that will be launched: "Kenya's first satellite will be ..."."""
    start, _ = clause_bounds(sentence, first)
    norms = sentence.flow.norms
    owners = [
        a
        for a in all_actors(sentence)
        if start <= a.first and a.last <= first and a.possessive and first - a.last <= 9
    ]
    return owners[-1:] if owners and norms[first] == "be" else []


def _voices(sentence: Sentence, first: int) -> list[Actor]:
    """Return who announces what will be done: "..., Arianespace said", "according to JAXA"."""
    norms = sentence.flow.norms
    said = {"said", "says", "announced", "announces"}
    for actor in sentence.actors:
        if not actor.code or actor.kind not in ("organization", "state"):
            continue
        if actor.first > first and norms[actor.last : actor.last + 1][:1] in (["said"], ["says"]):
            return [actor]
        if norms[max(0, actor.first - 3) : actor.first][-3:][:2] == ["according", "to"] or norms[
            max(0, actor.first - 2) : actor.first
        ] == ["according", "to"]:
            return [actor]
        if actor.last <= first and said & set(norms[actor.last : actor.last + 2]):
            return [actor]
    return []


def find_doers(reading: Reading, sentence: Sentence, word: Word) -> tuple[list[Actor], str]:
    """Return who undertakes, the subject just before the trigger, and how it was found."""
    first, aside = _clause_start(sentence, word.first)
    noun = "" if aside else _subject_noun(sentence, word, first)
    if noun in _AGREEMENT_NOUNS and word.entry.key in ("will", "shall", "would"):
        return _agreement_doers(reading, sentence, word)
    if noun in _INANIMATE | _AGREEMENT_NOUNS or (noun and word.entry.key in ("be to", "aim at")):
        return [], ""
    usable = _own_subjects(sentence, word, _usable(sentence, word, first))
    adjacent = bool(usable) and usable[-1].last == word.first
    if word.entry.detail == "base" and not adjacent:
        usable = praised(sentence, word.first) or usable
    if not usable or _is_relative(sentence, usable[-1]):
        return [], ""
    gap = [] if aside else sentence.flow.norms[usable[-1].last : word.first]
    if not _is_subject_of(sentence, word, gap, first):
        return [], ""
    subjects = [*subject_list(sentence, usable), *_agreed_with(sentence, word)]
    chosen = [a for a in subjects if a.kind != "name" or a.code]
    nearest = usable[-1]
    kind = nearest.kind if nearest.kind != "group" else f"group_{nearest.key}"
    return clean_parties(chosen or _announcers(sentence, word)), f"subject_{kind}"


def _agreed_with(sentence: Sentence, word: Word) -> list[Actor]:
    """Return the other side of "A agreed with B to build a station", who builds it too."""
    norms = sentence.flow.norms
    if word.entry.key.split()[0] != "agree" or "with" not in norms[word.first : word.last + 1]:
        return []
    found = list_after(sentence, norms.index("with", word.first) + 1, 1)
    acts = bool(found) and norms[found[-1].last : found[-1].last + 1] == ["to"]
    return [a for a in found if a.why_not == ""] if acts else []


_WEAK_EFFECTS = frozenset({"help", "lead", "serve", "strengthen", "contribute"})


def _agreement_doers(reading: Reading, sentence: Sentence, word: Word) -> tuple[list[Actor], str]:
    """Return the parties of "the agreement will ..."; none for a mere effect."""
    if _WEAK_EFFECTS & set(sentence.flow.norms[word.last : word.last + 1]):
        return [], ""
    parties, _ = find.complete(reading, sentence, [])
    return parties, "agreement"


def _usable(sentence: Sentence, word: Word, first: int) -> list[Actor]:
    norms = sentence.flow.norms
    return [
        actor
        for actor in all_actors(sentence)
        if first <= actor.first
        and not (actor.first > first + 1 and norms[actor.first - 1] == "(")  # only a second name
        and actor.last <= word.first
        and actor.key != "speaker"
        and (actor.why_not in ("", "speaker") or _is_people(sentence, actor, word))
        and not (actor.possessive and not _is_contracted(sentence, actor))
        and not is_object(sentence, actor, word)
        and not find.is_maker(sentence, actor, word.first)
    ]


def _is_people(sentence: Sentence, actor: Actor, word: Word) -> bool:
    """Tell whether "the Japanese" stands for its state, right before the verb of a subject."""
    before = sentence.flow.norms[actor.first - 1 : actor.first]
    return actor.why_not == "modifier" and before == ["the"] and actor.last == word.first


def _own_subjects(sentence: Sentence, word: Word, usable: list[Actor]) -> list[Actor]:
    """Leave out what an earlier verb of the same subject names: "A will help B and plans to"."""
    before = sentence.flow.norms[max(0, word.first - 2) : word.first]
    if before[-1:] != ["and"] and before not in (["and", "also"], ["and", "then"]):
        return usable
    verbs = [
        w.first
        for w in sentence.triggers
        if w.entry.kind in ("commit", "reaffirm")
        and w.last < word.first
        and w.entry.detail != "ing"
        and not sentence.flow.tokens[w.first].capital
    ]
    own = [a for a in usable if not verbs or a.last <= verbs[-1]]
    return own or usable


_PRAISE = words("praise_verb")


def praised(sentence: Sentence, position: int) -> list[Actor]:
    """Return who is welcomed or praised for what is told at token `position`.

    "Biden welcomed Chad signing the Accords and reaffirming its commitment": Chad's.
    """
    norms = sentence.flow.norms
    for actor in reversed(sentence.actors):
        verb = actor.first - 1 - (norms[actor.first - 1 : actor.first] == ["the"])
        if actor.last <= position and verb >= 0 and norms[verb] in _PRAISE:
            named = actor.kind in ("state", "organization") and actor.code and not actor.possessive
            return [actor] if named else []
    return []


def _is_contracted(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether the apostrophe after an actor shortens a verb: "we've", "they're"."""
    after = sentence.flow.norms[actor.last : actor.last + 2]
    return after[:1] == ["'"] and after[1:] in (["ve"], ["re"], ["ll"], ["d"])


_CARRIED_OVER = frozenset({",", "that", "have", "has"}) | SAYING


def _is_subject_of(sentence: Sentence, word: Word, gap: list[str], first: int) -> bool:
    """Tell whether the words between a subject and the trigger leave it the subject."""
    coordinated = len(gap) > 1 and gap[-1] in ("and", "also")
    far = len(gap) > 16 or (len(gap) > 4 and not _CARRIED_OVER & set(gap))
    if far and not coordinated:
        return False
    near = sentence.flow.norms[max(first, word.first - 9) : word.first]
    if "," in near and "," not in gap:
        near = near[len(near) - near[::-1].index(",") :]
    if _CREW_WORDS & set(near):
        return False
    if word.entry.detail == "past" and word.entry.code == "intended" and not _is_own_past(gap):
        return False
    return coordinated or "," in gap or not _INANIMATE & set(gap)


def _announcers(sentence: Sentence, word: Word) -> list[Actor]:
    """Return who announces that somebody without a state will act."""
    norms, said = sentence.flow.norms, {"announce", "announced", "announces"}
    earlier = [a for a in sentence.actors if a.last <= word.first and a.code and not a.why_not]
    return [a for a in earlier if said & set(norms[a.last : a.last + 3])]


_CREW_WORDS = words("crew_subject")


_AUXILIARY = frozenset({"has", "have", "had", "also", "and", "earlier", "later", "since", "now"})


def _is_own_past(gap: list[str]) -> bool:
    """Tell whether "planned to" is the subject's verb and not "an effort intended to"."""
    return not gap or gap[-1] in _AUXILIARY or gap[-1].endswith("ly") or gap[-1] in (",", ")", '"')


_BEFORE_SUBJECT = words("before_subject")


def _is_relative(sentence: Sentence, subject: Actor) -> bool:
    """Tell whether the subject opens a relative clause: "the work we will do"."""
    norms = sentence.flow.norms
    first = subject.first - (norms[subject.first - 1 : subject.first] == ["the"])
    before = norms[first - 1] if first > 0 else ""
    if before in ("where", "which", "whom"):
        return norms[first - 2 : first - 1] not in (["under"], ["by"])  # terms of an agreement
    before = norms[subject.first - 1] if subject.first else ""
    if norms[max(0, subject.first - 2) : subject.first - 1] in (["this"], ["next"], ["last"]):
        return False  # "This year we will"
    pronoun = subject.kind == "group" and subject.key in ("we", "they", "it")
    return (
        pronoun
        and bool(before)
        and before.isalpha()
        and before not in _BEFORE_SUBJECT
        and not before.endswith("ly")
    )


def _clause_start(sentence: Sentence, position: int) -> tuple[int, bool]:
    """Return where the clause of a verb starts, and whether an aside stands before the verb."""
    first, _ = clause_bounds(sentence, position)
    norms = sentence.flow.norms
    if (
        first > 1
        and norms[first - 1] in ("which", "who", "whose")
        and norms[position - 1 : position] == [","]
    ):
        first, _ = clause_bounds(sentence, first - 2)
        return first, True
    return first, False


def is_object(sentence: Sentence, actor: Actor, word: Word) -> bool:
    """Tell whether an actor hangs on a preposition: "a camera from NASA", "ties with Japan"."""
    norms = sentence.flow.norms
    step = actor.first - 1
    while step >= 0 and norms[step] in ("the", "its", "their", "both"):
        step -= 1
    if step > 0 and norms[step] == "and":
        partner = next((a for a in sentence.actors if a.last == step), None)
        return (
            partner is not None
            and is_object(sentence, partner, word)
            and norms[max(0, partner.first - 2) : partner.first].count("between") > 0
        )
    if step < 0 or norms[step] not in (
        "from",
        "by",
        "for",
        "with",
        "of",
        "on",
        "to",
        "against",
        "about",
        "than",
        "at",
        "between",
        "under",
    ):
        return False
    if norms[step] == "with":
        return not any(a.last <= step for a in sentence.actors) or actor.last != word.first
    return True


def read_enabled(
    sentence: Sentence, first: int, last: int, parties: list[Actor], source: str
) -> tuple[int, list[Actor], str]:
    """Read "will allow Japan to build ...": Japan is the doer."""
    norms = sentence.flow.norms
    if norms[first] not in ("allow", "enable", "see", "permit", "let") or not parties:
        return first, parties, source
    for step in range(first + 1, min(first + 14, last - 1)):
        if norms[step] == "to" and step + 1 < last:
            inside = [
                a for a in sentence.actors if first < a.first and a.last <= step + 1 and a.code
            ]
            return step + 1, clean_parties(inside) or parties, "enabled"
    return first, [], ""


def _subject_noun(sentence: Sentence, word: Word, first: int) -> str:
    """Return the plain noun right before the trigger, if the subject ends with one."""
    norms = sentence.flow.norms
    step = word.first - 1
    while step >= first and norms[step] in (
        "also",
        "soon",
        "jointly",
        "now",
        "has",
        "have",
        "had",
        "currently",
        "recently",
        ",",
        ")",
        "will",
        "is",
        "are",
        "be",
        "was",
        "were",
        "not",
    ):
        step -= 1
    for actor in all_actors(sentence):
        if actor.first <= step < actor.last:
            return ""
    return norms[step] if step >= first else ""


def first_list(sentence: Sentence, usable: list[Actor]) -> list[Actor]:
    """Return the list of actors that begins with the first usable one."""
    found = [usable[0]]
    for actor in usable[1:]:
        between = sentence.flow.norms[found[-1].last : actor.first]
        if len(between) <= 4 and set(between) <= {",", "and", "the", "&", "with", "met"}:
            found.append(actor)
    return found


def _outside_brackets(norms: list[str]) -> list[str]:
    if "(" not in norms or ")" not in norms:
        return norms
    return norms[: norms.index("(")] + norms[norms.index(")") + 1 :]


def subject_list(sentence: Sentence, usable: list[Actor]) -> list[Actor]:
    """Return the list of actors that ends with the last usable one."""
    glue = {
        ",",
        "and",
        "the",
        "&",
        "as",
        "well",
        "along",
        "with",
        "together",
        "its",
        "their",
        "both",
    }
    if not usable:
        return []
    found = [usable[-1]]
    for actor in reversed(usable[:-1]):
        between = _outside_brackets(sentence.flow.norms[actor.last : found[0].first])
        if len(between) <= 4 and all(word in glue for word in between):
            found.insert(0, actor)
        else:
            break
    return found
