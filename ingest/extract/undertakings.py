"""Put an undertaking together: strength, due date, partners, beneficiary."""

import re
from collections.abc import Iterator

from ingest.extract import gate
from ingest.extract.actors import Actor
from ingest.extract.acts import ACTION_VERBS, cut_acts, is_no_act
from ingest.extract.beneficiary import SHARING, beneficiary_of
from ingest.extract.context import Sentence
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.due import due_value, find_due
from ingest.extract.grammar import list_after
from ingest.extract.mentions import Word
from ingest.extract.outcomes import DONE_AFTER_ALL
from ingest.extract.phrases import action_words, surface
from ingest.extract.strength import is_reported, strength_of
from ingest.extract.vocabulary import alternatives

Doers = tuple[list[Actor], str]  # the parties, and how they were found
Act = tuple[int, int]  # token range of what is to be done


def split_acts(sentence: Sentence, word: Word, doers: Doers, act: Act) -> Iterator[Draft]:
    """Yield an undertaking for each act joined in `act`; meetings and mere events are none."""
    for piece in cut_acts(sentence, *act, word):
        if piece == act or not is_no_act(surface(sentence, *piece), word):
            yield make_undertaking(sentence, word, doers, piece)


def make_undertaking(sentence: Sentence, word: Word, doers: Doers, act: Act) -> Draft:
    """Return the undertaking of `doers` to do `act`, told by the trigger `word`."""
    first, last = act
    strength, status = strength_of(sentence, word), _status(sentence, word)
    draft = Draft("commitment", strength, status, sentence.index, word.first)
    draft.evidence = [sentence.index]
    draft.parties = _with_partners(sentence, doers[0], first, last)
    negated = word.entry.key.endswith("not to") or word.entry.key.startswith("no ")
    draft.span = act
    draft.title = ("not to " if negated else "") + surface(sentence, first, min(last, first + 18))
    draft.words = action_words(sentence, first, min(last, first + 18))
    draft.due = find_due(sentence, word, act, status)
    draft.date_value = due_value(draft.due)
    start, end = sentence.offset(first), sentence.flow.tokens[last - 1].end
    inside = [hit for hit in sentence.money if start <= hit.start <= end]
    draft.amount = inside[0].amount if inside else None
    draft.beneficiary = beneficiary_of(sentence, draft.parties, first, last)
    draft.features = _features(sentence, word, draft, doers[1], act)
    return draft


def _features(
    sentence: Sentence, word: Word, draft: Draft, source: str, act: Act
) -> dict[str, float]:
    norms, (first, last) = sentence.flow.norms, act
    joint = "joint" in norms[first:last] or "jointly" in norms[word.first : last]
    return {
        f"trigger_{word.entry.key.replace(' ', '_')}": 1.0,
        f"strength_{draft.type}": 1.0,
        source: 1.0,
        "due": float(draft.due is not None),
        "act_space": float(gate.space_weight(sentence.flow, first, last) > 0),
        "joint": float(joint),
        "two_parties": float(len(draft.codes()) >= 2),
        "act_verb": float(norms[first] in ACTION_VERBS),
    }


_STATUS = (
    ("cancelled", re.compile(
        rf"\b(?:was|were) to have\b|\b(?:{alternatives('giving_up')}|"
        r"drop(?:s|ped) (?:its|the|their|his|her) plans?|"
        r"(?:gave|give|given|giving) (?:\w+ ){0,2}up"
        rf"(?! (?:\w+ ){{1,3}}?(?:{alternatives('thing_ceded')})\b))\b"
    )),
    ("delayed", re.compile(
        rf"\b(?:{alternatives('delaying')})\b|"
        r"\b(?:is|are|was|were|been|remains?) (?:\w+ )?on hold\b|"
        r"\b(?:later|longer) than (?:\w+ )?(?:planned|promised|announced|scheduled|expected)\b|"
        r"\bwill not (?:\w+ ){0,6}before\b|"
        rf"\b(?:originally|initially|formerly|previously) (?:{alternatives('first_planned')})\b|"
        r"\bmoved (?:back )?from \w+ to\b|"
        r"\b(?:displaced|shifted|moved back|rescheduled) to\b"
    )),
    ("fulfilled", re.compile(
        rf"\bma(?:king|de) good\b|{DONE_AFTER_ALL}|"
        r"(?<!\bnot )(?<!\bnever )\bkept (?:its|their|the|his) (?:promise|word|pledge)\b|"
        r"\bfulfil(?:s|led|ling|ls|ment)?\b(?! (?:its|the|their) (?:needs?|mandate|role))|"
        r"\bas promised\b|\b(?:redeem|honou?r)(?:s|ed|ing)? (?:\w+ ){0,3}(?:promise|pledge|word|"
        r"commitment)s?\b|\b(?:promise|pledge|bargain|word)\b (?:\w+ ){0,2}kept\b"
    )),
)  # fmt: skip


def _status(sentence: Sentence, word: Word) -> str:
    """Return what a sentence says became of the undertaking it names: open if it says nothing.

    "Was to follow" tells what did not come about, unless somebody is quoted.
    """
    told = " ".join(sentence.flow.norms)
    found = next((status for status, pattern in _STATUS if pattern.search(told)), "open")
    unmet = word.entry.key == "be to" and sentence.flow.norms[word.first] in ("was", "were")
    if found == "open" and unmet and not is_reported(sentence, word):
        return "cancelled"
    return found


def _with_partners(sentence: Sentence, parties: list[Actor], first: int, last: int) -> list[Actor]:
    """Add the partners of a joint act: "with Kazakhstan", "in cooperation with JAXA"."""
    norms = sentence.flow.norms
    out = list(parties)
    if norms[first] in SHARING:
        return out  # "share data with B" serves B
    for step in range(max(1, first - 1), min(last, first + 25)):
        talks = step == first - 1 and norms[step] == "to" and norms[step - 1].startswith("talk")
        if (norms[step] == "with" or talks) and step + 1 < last:
            listed = list_after(sentence, step + 1, 4)
            if listed and listed[0].why_not == "place":
                continue  # "with similar facilities in the United States, Europe and Japan"
            named = [a for a in listed if a.why_not in ("", "speaker") and a.code]
            out = clean_parties([*out, *named])
    return out
