"""Commitments of a sentence: who will, plans to or considers doing what."""

import re
from collections.abc import Iterator

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.acts import (
    PASSIVE,
    act_range,
    cut_acts,
    end_of_subject,
    is_agreed_on,
    is_mere_effect,
    is_no_act,
    is_of_other_field,
)
from ingest.extract.agreements import find_agreements
from ingest.extract.context import Reading, Sentence
from ingest.extract.doers import (
    UNDER,
    find_doers,
    first_list,
    is_object,
    passive_doers,
    praised,
    read_enabled,
    subject_list,
)
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import all_actors, clause_bounds, codes, expand, list_after
from ingest.extract.granted import from_granted_access
from ingest.extract.mentions import Word
from ingest.extract.phrases import surface
from ingest.extract.plans import adjunct_triggers, read_others
from ingest.extract.relative_clauses import promised_thing
from ingest.extract.terms import (
    from_bullet,
    from_headline,
    from_instruments,
    from_milestone,
    from_terms,
)
from ingest.extract.undertakings import Doers, make_undertaking, split_acts
from ingest.extract.vocabulary import alternatives, words


def find_commitments(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the undertakings that `sentence` states."""
    if sentence.flow.norms[-1:] == ["?"]:
        return []
    drafts: list[Draft] = [
        *from_instruments(reading, sentence),
        *from_terms(reading, sentence),
        *from_bullet(reading, sentence),
        *from_headline(sentence),
        *from_milestone(sentence),
        *from_granted_access(reading, sentence),
        *read_others(reading, sentence),
    ]
    taken = [(d.anchor if d.features.get("grants") else d.span[0], d.span[1]) for d in drafts]
    for word in _triggers(sentence):
        if is_agreement_itself(reading, sentence, word):
            continue
        if any(first <= word.first < last for first, last in taken):
            continue
        found = list(_from_trigger(reading, sentence, word))
        drafts.extend(found)
        if found:
            taken.append((word.first, max(d.span[1] for d in found)))
    return drafts


def is_agreement_itself(reading: Reading, sentence: Sentence, word: Word) -> bool:
    """Tell of "agreed to buy", "will issue a joint statement": no promise, but the agreement."""
    if word.entry.kind == "instrument":
        return False
    drafts = find_agreements(reading, sentence)
    talks = word.entry.code == "considered" and not _TALKS.isdisjoint(word.entry.key.split())
    if talks and any(d.status == "negotiating" and d.anchor >= word.last for d in drafts):
        return True  # "is in talks with B on a contract"
    return any(
        0 <= d.anchor - word.last <= _AT_ONCE and d.status != "ended"
        for d in drafts
        if d.type in {"contract", "accession"} or not d.bare
    )


_TALKS = words("talks_noun") | {"talk", "conversation", "conversations", "discussion"}
_AT_ONCE = 3  # tokens after a trigger in which the verb of an agreement stands


def _triggers(sentence: Sentence) -> list[Word]:
    found = [w for w in sentence.triggers if w.entry.kind in ("commit", "noun")]
    found = [w for w in found if not is_no_undertaking(sentence, w)]
    found += adjunct_triggers(sentence)
    return sorted(found, key=lambda word: (word.first, word.entry.kind == "noun"))


def is_no_undertaking(sentence: Sentence, word: Word) -> bool:
    """Tell of "agreed that it is a priority", by which sides undertake nothing.

    Nor by "agreed that they will build it": there the "will" says who does what.
    """
    if word.entry.key != "agree that":
        return False
    modals = [w for w in sentence.triggers if w.entry.kind == "commit" and w.entry.key in _FUTURE]
    following = [w for w in modals if w.first > word.last]
    if not following:
        _, last = clause_bounds(sentence, word.last)
        said = sentence.flow.norms[word.last : min(last, word.last + _BEING)]
        return not _BE_SO.isdisjoint(said)
    who = (word.last, following[0].first)
    return any((group.first, group.last) == who for group in sentence.groups)


_BE_SO = frozenset({"is", "are", "was", "were", "remains", "remain"})
_BEING = 8  # tokens after "agreed that" in which its clause says what something is


def _from_trigger(reading: Reading, sentence: Sentence, word: Word) -> Iterator[Draft]:
    if word.entry.kind == "noun":
        yield from _noun(sentence, word)
        return
    if not _is_finite(sentence, word):
        return
    if thing := promised_thing(sentence, word):
        yield thing
        return
    first, last = act_range(sentence, word)
    act = surface(sentence, first, last)
    if last - first < 2 or all(
        is_no_act(told, word) for told in _pieces(sentence, word, first, last)
    ):
        return
    parties, source = find_doers(reading, sentence, word)
    if PASSIVE.match(act.lower()):
        parties, source = passive_doers(reading, sentence, first, last)
    first, parties, source = read_enabled(sentence, first, last, parties, source)
    if is_mere_effect(act, word) and source not in _ANIMATE:
        return
    idle = is_agreed_on(sentence, word, act) or is_of_other_field(sentence, first, last)
    if parties and not idle and not helps_itself(sentence, first, parties):
        yield from split_acts(sentence, word, (parties, source), (first, last))


def helps_itself(sentence: Sentence, first: int, parties: list[Actor]) -> bool:
    """Tell whether an instrument is to help its own sides: "the memorandum will help A and B"."""
    if sentence.flow.norms[first] not in _HELPING:
        return False
    helped = list_after(sentence, first + 1, _HELPED)
    return bool(codes(parties)) and codes(parties) <= codes(expand(helped))


_HELPING = frozenset({"help", "assist"})
_HELPED = 2  # tokens after the verb in which those stand who are helped


def _pieces(sentence: Sentence, word: Word, first: int, last: int) -> list[str]:
    """Return the words of each act joined in tokens `[first, last)`."""
    return [surface(sentence, *piece) for piece in cut_acts(sentence, first, last, word)]


_ANIMATE = frozenset(
    {
        "subject_state",
        "subject_organization",
        "subject_person",
        "subject_group_we",
        "subject_group_pair",
        "subject_group_agencies",
        "subject_group_agency",
        "subject_group_company",
        "subject_group_country",
        "subject_group_they",
        "enabled",
    }
)


_SAYING = words("saying_that") | {"and"}
_PROGRESSIVE = words("considering_verb")


_MODALS = frozenset({"may", "might", "could", "would"})
_GUESSES = frozenset({"could", "might"})  # of the writer, unless somebody announces it
_WEIGHING = frozenset({"consider", "examine", "explore", "study", "discuss", "join", "take"})
_EXPERTS = words("commentator")
_DECLARING = words("announcing_verb") | {"pledged", "promised", "vowed", "committed", "declared"}


def _is_finite(sentence: Sentence, word: Word) -> bool:
    """Tell whether the trigger is said of somebody, not negated, not a relative aside."""
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    key, form = word.entry.key, word.entry.detail
    if tells_no_promise(sentence, word) or _is_relative(norms, word):
        return False
    if is_noun_of_talks(sentence, word):
        return False
    if _WAYS.match(key):
        return before not in ("to", "will")
    if key in _PROGRESSIVE or form == "ing":
        return _is_under_way(key, form, before)
    if form in ("past", "participle") and before in _TO_BE:
        return key in ("commit to", "commit not to", "plan to")
    noun = form == "base" and (before in _BEFORE_NOUN or is_plan_of_a_kind(norms, word))
    return not noun and not (key == "may" and sentence.flow.tokens[word.first].capital)


def is_noun_of_talks(sentence: Sentence, word: Word) -> bool:
    """Tell whether "talks with" is what somebody holds, and not what somebody does."""
    told = word.entry.key == "talk with" and word.entry.detail == "s"
    return told and not any(actor.last == word.first for actor in all_actors(sentence))


def is_plan_of_a_kind(norms: list[str], word: Word) -> bool:
    """Tell whether "plan" is a noun with a word that describes it: "an action plan on"."""
    article = norms[max(0, word.first - 2) : word.first - 1]
    noun = norms[word.first] == "plan" and norms[word.first + 1 : word.first + 2] != ["to"]
    return noun and article in (["a"], ["an"], ["the"], ["their"])


# "a joint call for projects"
_BEFORE_NOUN = frozenset({"a", "an", "the", "joint", "new", "this", "first", "open", "'s", "'"})
_TO_BE = frozenset({"be", "being", "been", "was", "were", "is", "are"})
_WAYS = re.compile(alternatives("exploring_phrase"))


_CONDITION_REACH = 8  # tokens before a trigger in which "if" makes it a mere condition
_ON_CONDITION = re.compile(
    r"\bif (?:the |a |an )?(?:[\w'-]+ ){0,4}[\w'-]+$|"  # "could be sold if Washington agreed to"
    r"\b(?:idea|notion|fear|fears|risk|possibility) that (?:[\w'-]+ ){0,4}[\w'-]+$"
)
_ON_WHICH = re.compile(r"\b(?:on|in) which (?:[\w'-]+ ){0,6}[\w'-]+$")  # "terms on which they will"
_FUTURE = frozenset({"will", "would", "shall"})


def _is_speculation(sentence: Sentence, word: Word) -> bool:
    """Tell whether a modal is an expert's, or an ability ("can") that no agreement grants."""
    if word.entry.key == "can":
        return not UNDER.search(" ".join(sentence.flow.norms[: word.first]))
    if sentence.flow.hyphenated[word.last : word.last + 1] == [True]:
        return True  # "would-be partners"
    before = sentence.flow.norms[: word.first]
    if word.entry.key in _MODALS and _EXPERTS & set(before):
        return True
    left = " ".join(before[-_CONDITION_REACH:])
    if _ON_CONDITION.search(left) or (word.entry.key in _FUTURE and _ON_WHICH.search(left)):
        return True
    weighed = _WEIGHING & set(sentence.flow.norms[word.last : word.last + 2])
    return word.entry.key in _GUESSES and not weighed and _DECLARING.isdisjoint(before)


def _is_relative(norms: list[str], word: Word) -> bool:
    """Tell whether "that" before the trigger opens a relative clause: "tools that will"."""
    if word.first < 2 or norms[word.first - 1] != "that":
        return False
    return norms[word.first - 2] not in _SAYING


def _is_negated(norms: list[str], word: Word) -> bool:
    """Tell whether the words around a trigger deny it, or leave it to somebody else."""
    before = norms[word.first - 1] if word.first else ""
    after = norms[word.last : word.last + 1]
    if before in ("not", "no", "never", "to", "t", "which", "longer"):
        return True
    declared = word.entry.key == "will" or (
        word.entry.key == "would" and not _DECLARING.isdisjoint(norms[: word.first])
    )
    return after in (["not"], ["never"]) and not declared  # "announced that it would not test"


def tells_no_promise(sentence: Sentence, word: Word) -> bool:
    """Tell whether a trigger speculates, denies, or names an office: "the minister in charge"."""
    norms = sentence.flow.norms
    office = word.entry.key in _DUTIES and norms[max(0, word.first - 1)] not in _BE_ON_DUTY
    return office or _is_speculation(sentence, word) or _is_negated(norms, word)


_DUTIES = frozenset({"in charge of", "responsible for"})
_BE_ON_DUTY = frozenset({"is", "are", "be", "also", "jointly", "fully"})


def _is_under_way(key: str, form: str, before: str) -> bool:
    """Tell whether a verb is under way: "is committing to", of thought also "considers"."""
    if key not in _PROGRESSIVE:
        return before in ("is", "are", "currently", "also", "be", "and", ",")
    if form == "ing":
        return before in ("is", "are", "currently", "also")
    present = form in ("base", "s") and key in ("consider", "mull", "weigh", "contemplate")
    return present and before not in ("to", "will")


def _noun(sentence: Sentence, word: Word) -> Iterator[Draft]:
    norms = sentence.flow.norms
    if word.first and norms[word.first - 1] in ("in", "no", "not", "to", "will", "would", "share"):
        return
    if word.entry.key in ("effort to", "efforts to") or (
        not word.entry.key.startswith("intention")
        and {"shared", "mutual", "common"} & set(norms[max(0, word.first - 3) : word.first])
    ):
        return
    first, last = act_range(sentence, word)
    last = end_of_subject(norms, first, last)
    act = surface(sentence, first, last)
    if last - first < 2 or is_no_act(act, word) or act.lower().startswith("the artemis"):
        return
    parties, source = _owners(sentence, word)
    if not parties:
        return
    yield make_undertaking(sentence, word, (parties, source), (first, last))


def _owners(sentence: Sentence, word: Word) -> Doers:
    """Return whose commitment it is: a possessive, else the subject of the verb before it."""
    norms = sentence.flow.norms
    six_before = set(norms[max(0, word.first - 6) : word.first])
    if word.entry.key == "interest in" and not {"express", "expressed", "expresses"} & six_before:
        return [], ""
    before = [a for a in all_actors(sentence) if a.possessive and a.last <= word.first]
    near = [a for a in before if word.first - a.last <= 5]
    if near and near[-1].kind != "group":
        return clean_parties([near[-1]]), "owner_possessive"
    if (have := _having(norms, word)) >= 0:
        return clean_parties(subject_list(sentence, _owning(sentence, word, have))), "owner_has"
    return _owners_by_verb(sentence, word, near) or _owners_of_goal(sentence, word)


def _having(norms: list[str], word: Word) -> int:
    """Return the position of "has" in "has (no) plans to", -1 if there is none."""
    reach = 1 if word.entry.key.startswith("no ") else 3
    places = range(max(0, word.first - reach), word.first)
    return next((i for i in places if norms[i] in ("has", "have", "had")), -1)


def _owning(sentence: Sentence, word: Word, position: int) -> list[Actor]:
    """Return the subjects of the verb at `position` that may own an intention."""
    return [
        actor
        for actor in find.subjects(sentence, position)
        if not (actor.kind == "group" and actor.possessive) and not is_object(sentence, actor, word)
    ]


def _owners_by_verb(sentence: Sentence, word: Word, near: list[Actor]) -> Doers | None:
    """Read "A and B reaffirmed their commitment to ..."."""
    norms, told = sentence.flow.norms, [w for w in sentence.triggers if w.entry.kind == "reaffirm"]
    verbs = [w for w in told if 0 <= word.first - w.last <= 6]
    pronouns = {"their", "its", "our", "his", "her"}
    if not verbs and not pronouns & set(norms[max(0, word.first - 4) : word.first]):
        return None
    subjects = _owning(sentence, word, verbs[-1].first if verbs else word.first)
    participle = bool(verbs) and verbs[-1].entry.detail == "ing"
    if participle and (welcomed := praised(sentence, word.first)):
        return clean_parties(welcomed), "owner_verb"
    if subjects:
        listed = first_list if participle else subject_list
        how = "owner_verb" if verbs else "owner_pronoun"
        return clean_parties(listed(sentence, subjects)), how
    return (clean_parties([near[-1]]), "owner_group") if near else None


def _owners_of_goal(sentence: Sentence, word: Word) -> Doers:
    """Read "As part of Japan's programme, ... the goal of landing on the Moon"."""
    norms = sentence.flow.norms
    owners = [a for a in sentence.actors if a.possessive and a.code and a.last <= word.first]
    goal = word.entry.key.startswith(("goal", "aim", "objective", "target"))
    if owners and goal and norms[word.first - 1 : word.first] == ["the"]:
        return clean_parties([owners[-1]]), "owner_possessive"
    if goal and "with" in norms[max(0, word.first - 4) : word.first]:
        subjects = [a for a in _owning(sentence, word, word.first) if a.code or a.members]
        return (
            (clean_parties(first_list(sentence, subjects)), "owner_with") if subjects else ([], "")
        )
    return [], ""
