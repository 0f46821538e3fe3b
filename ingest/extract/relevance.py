"""Does a candidate fact belong to international space cooperation, given its sentence and article?

Space: a word of outer space in the sentence, beside it, or all over the article. International:
two states (or one and an intergovernmental body); an undertaking of one party counts when the
text around it is about cooperation, or when a state sets itself a goal in space (codebook 8).
"""

import re

from ingest.extract import gate, lexicon
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import alternatives

_GOAL = re.compile(
    rf"\b(?:{alternatives('goal_verb')})(?:ed|ing)?\b.{{0,80}}"
    rf"\b(?:{alternatives('goal_in_space')})\b",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    rf"\b\d{{1,2}}(?:[:.]\d\d)? ?(?:[ap]\.?m|{alternatives('time_zone')})\b"
    rf"|\b(?:{alternatives('before_time_of_day')}) \d{{1,2}}:\d\d\b",
    re.IGNORECASE,
)
_FEW = 3
_TOUCHED = 0.1  # share of sentences on space from which all agreements of a text are read
_FAR = 6  # sentences from a word of space in which they are read in any text
_ABOUT_SPACE = 0.05  # share from which on a meeting anywhere in a text may belong to it
_AROUND = 4  # sentences on either side of a promise in which its text may name space
_FOCUSED = 0.15  # share of sentences on space from which on all of a text is read


def keep(reading: Reading, draft: Draft) -> bool:
    """Set the `space` flag of a draft; return whether its subject is space at all.

    What a meeting is about is decided once it is put together (`subjects`).
    """
    sentence = reading.sentences[draft.sentence]
    own = sentence.space >= gate.STRONG
    weak = sentence.space >= 1
    near = _near(reading, draft.sentence)
    focus = reading.focus
    draft.features["space_own"] = float(own)
    draft.features["space_weak"] = float(weak)
    draft.features["space_near"] = float(near)
    draft.features["focus"] = focus
    draft.features["lead"] = float(draft.sentence <= _FEW)
    draft.space = own or weak or near or focus >= 0.5
    if own:
        return True
    if draft.kind == "commitment":
        return _is_promise_kept(weak, near, focus)
    if draft.kind == "meeting":
        return _is_frame(draft, near or weak, focus)
    return (
        draft.bare or (near and focus >= 0.25) or focus >= 0.5 or (draft.sentence <= _FEW and near)
    )


def may_hold_promise(reading: Reading, index: int) -> bool:
    """Tell whether a commitment of sentence `index` may be one in space; if not, none is sought.

    "They will train them in China" names no space: the text around it must.
    """
    return (
        reading.sentences[index].space >= 1
        or reading.focus >= _FOCUSED
        or _near(reading, index, _AROUND)
    )


def is_timed(sentence: Sentence) -> bool:
    """Tell whether a sentence is the programme of a day: what is told to the hour is no promise."""
    text, span = sentence.reading.folded, sentence.span
    return _TIME_OF_DAY.search(text, span.start, span.end) is not None


def may_hold_deed(reading: Reading, index: int) -> bool:
    """Tell whether an agreement or meeting of sentence `index` may belong to space cooperation."""
    return index <= _FEW or may_hold_promise(reading, index)


def may_hold_agreement(reading: Reading, index: int) -> bool:
    """Tell whether a sentence away from words of space names an instrument or a purchase.

    "There the two sides signed an action plan": such a text needs only to be about space somewhat.
    """
    triggers = reading.sentences[index].triggers
    if not any(_tells_agreement(word) for word in triggers):
        return False
    return reading.focus >= _TOUCHED or _near(reading, index, _FAR)


def _tells_agreement(word: Word) -> bool:
    return word.entry.kind == "purchase" or (
        word.entry.kind == "instrument" and not word.entry.weak
    )


def may_hold_meeting(reading: Reading, index: int) -> bool:
    """Tell whether a sentence far from words of space may tell of a meeting of its article.

    Who meets whom is told in few words, also in the asides of a speech: "we shall meet again".
    """
    if reading.focus < _ABOUT_SPACE:
        return False
    sentence = reading.sentences[index]
    sides = [a for a in [*sentence.actors, *sentence.groups] if a.code or a.members]
    told = any(w.entry.kind == "meet" and not w.entry.weak for w in sentence.triggers)
    return told and bool(sides)


def _is_promise_kept(weak: bool, near: bool, focus: float) -> bool:
    return (weak and near) or (near and focus >= 0.3) or focus >= 0.5


def _is_frame(draft: Draft, near: bool, focus: float) -> bool:
    """Tell whether a meeting without a word of space is what the article hangs on."""
    if draft.bare or draft.sentence <= _FEW:
        return True
    if draft.type in ("dialogue", "conference"):
        return focus >= 0.5 or (near and draft.series is None)
    return near or focus >= 0.3


def _near(reading: Reading, index: int, reach: int = 2) -> bool:
    around = reading.sentences[max(0, index - reach) : index + reach + 1]
    return any(sentence.space >= gate.STRONG for sentence in around)


def is_international(draft: Draft) -> bool:
    """Tell whether a deed has parties of two states, or an international body."""
    if draft.type == "accession" or draft.bare or draft.features.get("founding"):
        return True
    codes = draft.codes()
    return len(codes) >= 2 or bool(codes - lexicon.member_states())


def is_undertaking(reading: Reading, draft: Draft, deeds: list[Draft]) -> bool:
    """Tell whether a commitment is one of cooperation or a national goal, with its features."""
    codes = draft.codes()
    foreign = _foreign_near(reading, draft, codes, 0)
    beside = _foreign_near(reading, draft, codes, 2)
    context = [
        d
        for d in deeds
        if d.codes() & codes and abs(d.sentence - draft.sentence) <= 6 and not d.bare
    ]
    state = any(actor.kind in ("state", "person", "group") for actor in draft.parties)
    aim = bool(_GOAL.search(draft.title))
    goal = state and aim
    draft.features |= {
        "foreign_own": float(foreign),
        "foreign_near": float(beside),
        "deed_near": float(bool(context)),
        "goal": float(goal),
        "state_party": float(state),
    }
    pronoun = any(draft.features.get(f"subject_group_{word}") for word in ("we", "they", "it"))
    told = any(d.codes() & codes for d in deeds if not d.bare)
    vague = not (aim and draft.features.get("act_space"))
    if not codes or (pronoun and vague and not told and not reading.bilateral):
        return False
    if codes - lexicon.member_states():
        draft.features["two_parties"] = 1.0
        return True
    joined = len(reading.main) >= 2 and (aim or bool(draft.features.get("act_space")))
    return len(codes) >= 2 or foreign or goal or bool(context) or (beside and (state or joined))


def _foreign_near(reading: Reading, draft: Draft, codes: set[str], reach: int) -> bool:
    first, last = max(0, draft.sentence - reach), draft.sentence + reach + 1
    for sentence in reading.sentences[first:last]:
        for actor in sentence.actors:
            if actor.code and actor.code not in codes and actor.why_not != "place":
                return True
    return False
