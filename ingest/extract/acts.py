"""What is to be done: the words of an act after its trigger, cut into single acts."""

import re
from functools import lru_cache

from ingest.extract import lexicon
from ingest.extract.context import Sentence
from ingest.extract.grammar import all_actors, words_between
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import SAYING, alternatives, words

_MEETING_ACTS = re.compile(
    rf"^(?:also )?(?:{alternatives('act_of_meeting')}|{alternatives('encounter_verb')})\b"
)


_EMPTY_ACTS = re.compile(
    r"^(?:also |then |soon |now |jointly )*(?:be (?!responsible|building|developing|"
    r"providing|launching|working|the first|\w+ed\b|built|sent|made|flown|able to use)|"
    r"provide (?:a|an) (?:\w+ )?(?:boost|opportunit|chance|basis|platform|glimpse)|"
    r"land (?:at|in|near|on)\b|(?:air|get|have|lead|like|see) |"
    rf"{alternatives('mere_event')})"
)
_STATE_OF_THINGS = re.compile(
    r"(?:also |then |soon |now )?(?:be able to (?!use)|be (?:of|a|an) (?:\w+ )?"
    rf"(?:importance|benefit|interest|help|use)\b|(?:{alternatives('state_of_things')})\b|"
    r"make .{1,60} (?:possible|easier)$)"
)
_EFFECTS = re.compile(
    r"^(?:also |then |soon |now |jointly )*(?:provide a |bring |open |return to|land |stay|"
    r"replace|give )"
)


GENERIC = re.compile(
    rf"^(?:further |jointly )?(?:{alternatives('deepening_verb')})\W.{{0,60}}?"
    rf"\b(?:{alternatives('relation_noun')})\b",
    re.IGNORECASE,
)


_INSTRUMENT = re.compile(
    r"^(?:an?|the|their|its|another) (?:[\w-]+ ){0,2}?"
    rf"(?:{alternatives('instrument_agreed_to')})s?\b",
    re.IGNORECASE,
)


_DIALOGUE = re.compile(
    r"^(?:\w+ ){0,5}(?:dialogue|dialog|summit|conference|meeting|forum|talks)\b", re.IGNORECASE
)


FINITE = frozenset({"is", "was", "were", "began", "are", "took", "has"})


PASSIVE = re.compile(
    r"^be (?:(?!joined|followed|required|needed)\w+ed|built|sent|set up|put|flown|done|held|"
    r"made|given|taken|shown|carried out|brought|launched)\b"
)


_SKIPPED = frozenset(
    {
        "also",
        "to",
        "that",
        "jointly",
        "soon",
        "now",
        "then",
        '"',
        "further",
        "fully",
        "actively",
        "both",
    }
)


ACT_ENDS = frozenset(
    {";", "under", "signed", "while", "which", "but", "who", "although", "whereas", "where"}
)


_AFTER_COMMA = frozenset(
    [
        "a",
        "an",
        "as",
        "following",
        "according",
        "with",
        "when",
        "after",
        "marking",
        "he",
        "she",
        "it",
        "they",
        "said",
        "says",
        "tells",
        "announced",
        "announces",
        "building",
        "the",
        "particularly",
        "especially",
        "reflecting",
        "noting",
        "adding",
        "paving",
        "committing",
        "making",
        "this",
    ]
)


_MODAL_KEYS = frozenset({"will", "ll", "shall", "may", "might", "could", "would"})
_BEFORE_CLAUSE = frozenset(
    {"and", "the", "that", "while", "then", ",", "also", "further", "together"}
)


def _opens_clause(sentence: Sentence, position: int) -> bool:
    """Tell whether another party's undertaking begins: "..., and Japan will ..."."""
    norms = sentence.flow.norms
    while position < len(norms) and norms[position] in _BEFORE_CLAUSE:
        position += 1
    if norms[position : position + 1] and norms[position] in SAYING:
        return True  # "..., and said they plan to"
    position = _after_date(sentence, position)
    ends = {a.last for a in all_actors(sentence) if a.first == position and not a.possessive}
    verbs = [w for w in sentence.triggers if w.entry.kind == "commit"]
    auxiliary = ("is", "are", "has", "have")
    if any(w.first - (norms[w.first - 1] in auxiliary) in ends for w in verbs):
        return True
    if any(w.first == position and w.entry.key in _MODAL_KEYS for w in verbs):
        return True
    if any(_has_subject(norms, position, w) or _goes_on(norms, position, w) for w in verbs):
        return True
    told = [w for w in sentence.triggers if w.entry.kind in ("commit", "reaffirm")]
    starts = {*ends, position}
    return any(w.first in starts and w.entry.detail in ("past", "s") for w in told)


def _has_subject(norms: list[str], position: int, word: Word) -> bool:
    """Tell whether the words from `position` to a modal are its subject: "two centres are to"."""
    if word.entry.key not in _FINITE_KEYS or not position < word.first <= position + _SUBJECT:
        return False
    return not _NOT_IN_SUBJECT & set(norms[position : word.first])


def _goes_on(norms: list[str], position: int, word: Word) -> bool:
    """Tell whether a second finite verb of one subject stands at `position`: "is considering"."""
    return word.first == position + 1 and norms[position] in ("is", "are")


_SUBJECT = 6  # tokens
_FINITE_KEYS = _MODAL_KEYS | {"be to", "be due to", "going to"}
_NOT_IN_SUBJECT = frozenset(
    {",", "that", "which", "who", "where", "what", "to", "as", "how", ":", ";"}
)


def _after_date(sentence: Sentence, position: int) -> int:
    """Skip a date that opens a clause: "and by 2030 it will"."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    if norms[position : position + 1] and norms[position] in ("by", "in", "from"):
        start = tokens[position].end
        for hit in sentence.dates:
            if 0 <= hit.start - start <= _GAP or hit.start <= tokens[position].start < hit.end:
                ends = [i for i in range(position, len(tokens)) if tokens[i].start >= hit.end]
                position = ends[0] if ends else position
                break
        position += norms[position : position + 1] == [","]
    return position


_GAP = 12  # characters between a preposition and its date: "by the end of"
_GOALS = frozenset({"goal", "aim", "objective", "ambition", "hope", "intention"})


def _opens_goal(norms: list[str], position: int) -> bool:
    """Tell whether "with the goal of" begins: a further undertaking of its own."""
    return norms[position] == "with" and any(
        norms[step] in _GOALS and norms[step + 1 : step + 2] == ["of"]
        for step in range(position + 2, min(position + 4, len(norms)))
    )


_OPENING = frozenset(
    {"as", "with", "while", "given", "since", "after", "following", "in", "under", "building"}
)


def _main_clause(sentence: Sentence, word: Word) -> int:
    """Return the comma where an opening phrase around `word` ends: "Determined to ..., ESA has".

    -1 when the trigger stands in no such phrase.
    """
    norms = sentence.flow.norms
    opens = norms[0] in _OPENING or (norms[0].endswith(("ing", "ed")) and len(norms[0]) > _STEM)
    if not opens or "," in norms[: word.first]:
        return -1
    starts = {a.first for a in all_actors(sentence) if not a.why_not and not a.possessive}
    for step in range(word.last, len(norms) - 2):
        if norms[step] == "," and starts & {step + 1, step + 2}:
            return step
    return -1


_STEM = 5  # letters from which on "-ing" and "-ed" end a participle


def has_main_clause(sentence: Sentence) -> bool:
    """Tell whether a sentence that opens with "-ing" goes on with a subject and its verb."""
    ends = {a.last for a in all_actors(sentence) if a.first > 2 and not a.possessive}
    return any(
        w.first in ends or (w.first - 1 in ends and sentence.flow.norms[w.first - 1] in _AUXILIARY)
        for w in sentence.triggers
        if w.entry.detail in ("past", "s", "one") and w.entry.kind in _TOLD
    )


_AUXILIARY = frozenset({"has", "have", "also", "jointly", "are", "is"})
_TOLD = frozenset({"commit", "reaffirm", "sign", "hold", "meet", "join", "discuss"})


def act_range(sentence: Sentence, word: Word) -> tuple[int, int]:
    """Return the token range of what is to be done."""
    norms = sentence.flow.norms
    first = word.last
    if word.entry.key == "agree with":
        first = next(
            (i + 1 for i in range(first, min(first + 8, len(norms))) if norms[i] == "to"),
            len(norms),
        )
    first = _after_insertion(norms, first)
    while first < len(norms) and norms[first] in _SKIPPED:
        first += 1
    last, main = first, _main_clause(sentence, word)
    while last < len(norms) and last - first < 45 and not ends_act(norms, first, last):
        if last - first > 2 and norms[last] in ("and", ",") and _opens_clause(sentence, last + 1):
            break
        if last - first > 2 and (_opens_goal(norms, last) or last == main):
            break
        if last - first > 1 and norms[last] == "," and _tells_speaker(norms, last + 1):
            break
        if (
            norms[last] == ","
            and last - first > 2
            and norms[last + 1 : last + 2]
            and norms[last + 1] in _AFTER_COMMA
        ):
            break
        last += 1
    return first, last


def _tells_speaker(norms: list[str], first: int) -> bool:
    """Tell whether from token `first` on it is told who said all this: ", Peru's minister said"."""
    after = norms[first : first + _SPEAKER_WITHIN]
    said = next((step for step, norm in enumerate(after) if norm in SAYING), 0)
    return said > 0 and _NO_SPEAKER.isdisjoint(after[:said])


_SPEAKER_WITHIN = 9  # tokens of who speaks, and the verb
_NO_SPEAKER = frozenset({",", '"', "and", "or", "which", "who", "that", "what", "to", "it", "they"})


def _after_insertion(norms: list[str], first: int) -> int:
    """Return where an act begins behind what is put in: "will, under the accord, build it"."""
    if norms[first : first + 1] != [","]:
        return first
    closing = norms[first + 1 : first + 1 + _INSERTED]
    return first + 2 + closing.index(",") if "," in closing else first


_INSERTED = 12  # tokens between two commas that part a trigger from its act


def ends_act(norms: list[str], first: int, step: int) -> bool:
    """Tell whether an act that began at `first` is over at `step`, with its sentence or before."""
    whole = norms[step] == "." and step + 1 == len(norms)
    return norms[step] in ACT_ENDS or whole or _comes_then(norms, first, step)


def _comes_then(norms: list[str], first: int, step: int) -> bool:
    """Tell whether the news of an act "comes as" something else happens."""
    told = norms[step] in _COMES and norms[step - 1] != "to" and step - first > 1
    return told and norms[step + 1 : step + 2] != ["to"]


_COMES = frozenset({"come", "comes", "came"})


_SETS_UP = re.compile(
    rf"^(?:also |jointly )?(?:draw up|{alternatives('body_founding_verb')}) "
    r"(?:(?:a|an|the|their|its|new|joint)\b ?){0,3}(?:(?!for\b|to\b|on\b|of\b)[\w'-]+ ){0,4}?"
    rf"(?:{alternatives('joint_body')})\b"
)
_VIEW = re.compile(
    r"\bagree[sd]? that (?:an?|the|their|further|more|joint|cooperation)\b(?:(?! by ).)*?"
    r"\b(?:(?:should|would|will) be\b|(?:programme|program|plan|roadmap)$)"
)  # "agreed that a programme should be prepared"


def is_agreed_on(sentence: Sentence, word: Word, act: str) -> bool:
    """Tell whether what was agreed is the agreement on a body, programme or view itself."""
    left = words_between(sentence, word.first - _AGREED_WITHIN, word.last)
    view = _VIEW.search(left + " " + act.lower())
    if view is not None:
        return True
    return _AGREED.search(left) is not None and _SETS_UP.match(act.lower()) is not None


_AGREED_WITHIN = 9  # tokens before a verb in which it says that somebody agreed to it
_AGREED = re.compile(r"\bagree[sd]?(?: \w+ly)?(?: to)?(?: \w+)?$")


_OTHER_FIELD = words("other_field_act")


def is_of_other_field(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether an act is done to a thing of another field, and nothing here is of space."""
    return sentence.space == 0 and not _OTHER_FIELD.isdisjoint(sentence.flow.norms[first:last])


def end_of_subject(norms: list[str], first: int, last: int) -> int:
    """Return where an act ends whose noun is the subject: "its plan to build it | moved on"."""
    reach = range(first + 1, min(last, first + _SUBJECT_WITHIN))
    verb = next((step for step in reach if norms[step] in _VERBS_OF_PLANS), last)
    return last if _RELATIVES & set(norms[first:verb]) else verb


_VERBS_OF_PLANS = FINITE | words("verb_of_a_plan")
_RELATIVES = frozenset({"that", "which", "who"})
_SUBJECT_WITHIN = 24  # tokens of an act in which the verb stands whose subject its noun is


def is_mere_effect(act: str, word: Word) -> bool:
    """Tell whether the words after a modal say what follows, unless somebody does it."""
    return word.entry.key in _MODAL_KEYS and _EFFECTS.match(act.lower()) is not None


def is_instrument(act: str) -> bool:
    """Tell whether what is agreed to or discussed is an agreement itself: "a satellite deal"."""
    return _INSTRUMENT.match(act) is not None


def is_state_of_things(act: str) -> bool:
    """Tell whether what will be is nobody's doing: "be able to launch", "benefit from"."""
    return _STATE_OF_THINGS.match(act.lower()) is not None


_PUTTING_OFF = tuple(f"{verb} " for verb in lexicon.phrases("milestone", "delayed"))
_NOT_ACTS = ("not come", "only ", "not be ", "put at ", ",", ".", '"', ")", *_PUTTING_OFF)
_IDLE_STARTS = ("in ", "amid ", "during ", *words("press_people"))  # "talked to reporters"
_MERE_TOPIC = re.compile(
    rf"(?:the |a |some |other |various )?(?:\w+ )?(?:{alternatives('topic_of_talks')})\b"
)  # "discussed the main prospects"


def is_no_act(act: str, word: Word) -> bool:
    """Tell whether the words of an act are no undertaking: a meeting, an agreement, nothing."""
    lowered = act.lower()
    if lowered.startswith(_NOT_ACTS) or is_instrument(act) or is_state_of_things(act):
        return True
    if _MEETING_ACTS.match(lowered) or _DIALOGUE.match(lowered) or is_idle(act, word):
        return True
    if word.entry.key == "expected to" and GENERIC.match(lowered):
        return True
    return word.entry.key in _MODAL_KEYS and _EMPTY_ACTS.match(lowered) is not None


def is_idle(act: str, word: Word) -> bool:
    """Tell of a topic of talks, of when, where or to whom, and of the body a ministry runs."""
    lowered = act.lower()
    if lowered.startswith(_IDLE_STARTS):
        return True
    if word.entry.key == "in charge of":
        return act[:1].isupper()
    return word.entry.code == "considered" and _MERE_TOPIC.match(lowered) is not None


ACTION_VERBS = words("action_verb")


@lru_cache(maxsize=20_000)
def infinitive_of(form: str) -> str:
    """Return the verb of action whose "-ing" form this is, else an empty string."""
    if not form.endswith("ing"):
        return ""
    stem = form[:-3]
    return next((v for v in (stem, stem + "e", stem[:-1]) if v in ACTION_VERBS), "")


def cut_acts(sentence: Sentence, first: int, last: int, word: Word) -> list[tuple[int, int]]:
    """Cut the act of the trigger `word` where another begins.

    "strengthen research and support KPS", "land in 2028 and to return", "one in 2030 and another
    in 2032", "strengthening ties and ensuring safety" are two acts each.
    """
    norms = sentence.flow.norms
    continued = norms[first].endswith("ing") and "to" in norms[first:last]
    verbal = norms[first] in ACTION_VERBS or continued or _asks_infinitive(sentence, word, first)
    gerund = _is_gerund_act(norms, first, last)
    cuts = [first]
    for step in range(first + 2, last - 2):
        if (
            (verbal and norms[step] in ACTION_VERBS and _is_cut(sentence, cuts[-1], step))
            or (verbal and _is_second_infinitive(sentence, word, step))
            or (gerund and _is_second_gerund(norms, cuts[-1], step))
            or _is_another(norms, step)
            or _is_second_date(sentence, cuts[-1], step, last)
        ):
            cuts.append(step)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


_NO_VERB = frozenset(
    {"the", "a", "an", "its", "their", "our", "his", "her", "this", "that", "these", "all", "each"}
)


def _asks_infinitive(sentence: Sentence, word: Word, first: int) -> bool:
    """Tell whether the first word of an act is a verb, since its trigger asks for one."""
    asks = word.entry.kind == "commit" and (
        word.entry.key in _MODAL_KEYS
        or word.entry.key.endswith(" to")
        or _is_before_infinitive(sentence.flow.norms, word)
    )
    norm = sentence.flow.norms[first]
    plain = norm not in _NO_VERB and not sentence.flow.tokens[first].capital
    return asks and plain and not norm.endswith("ing")


def _is_before_infinitive(norms: list[str], word: Word) -> bool:
    """Tell of "promised to build", and of "promised, as its minister said, to build"."""
    step = _after_insertion(norms, word.last)
    return norms[step : step + 1] == ["to"]


def _is_second_infinitive(sentence: Sentence, word: Word, step: int) -> bool:
    """Tell whether "and to <verb>" takes up the "to" of the trigger."""
    norms, token = sentence.flow.norms, sentence.flow.tokens[step]
    told = norms[step - 2 : step] == ["and", "to"] and word.entry.kind == "commit"
    plain = token.text.isalpha() and not token.capital and not token.norm.endswith("ing")
    asks = word.entry.key.endswith(" to") or _is_before_infinitive(norms, word)
    return told and plain and token.norm not in _NO_VERB and asks


def _is_gerund_act(norms: list[str], first: int, last: int) -> bool:
    """Tell whether an act is told by "-ing": "strengthening ...", "work towards advancing ..."."""
    if infinitive_of(norms[first]):
        return True
    return norms[first] in ("work", "working") and any(
        norms[step] in ("toward", "towards", "on") and infinitive_of(norms[step + 1])
        for step in range(first + 1, min(first + 4, last - 1))
    )


def _is_second_gerund(norms: list[str], start: int, step: int) -> bool:
    return (
        norms[step - 1] == "and" and step - start > _SHORT_ACT and bool(infinitive_of(norms[step]))
    )


_SHORT_ACT = 3  # tokens
_AGAIN = frozenset({"in", "on", "at", "by", "to", "for", "aboard", "around", "from"})


def _is_another(norms: list[str], step: int) -> bool:
    """Tell whether "and another on ..." tells a second thing of the same sort."""
    return (
        norms[step - 1] == "and" and norms[step] in ("another", "one") and norms[step + 1] in _AGAIN
    )


def _is_second_date(sentence: Sentence, start: int, step: int, last: int) -> bool:
    """Tell whether "and" joins two dated goals: "on the Moon by 2032 and on Mars by 2045"."""
    flow = sentence.flow
    if flow.norms[step - 1] != "and" or last - step > _SHORT_GOAL:
        return False
    before, at, end = (
        flow.tokens[step - 1].start,
        flow.tokens[step].start,
        flow.tokens[last - 1].end,
    )
    hits = [hit for hit in sentence.dates if flow.tokens[start].start <= hit.start < end]
    done = any(0 <= before - hit.end <= 2 for hit in hits)
    ahead = [hit for hit in hits if hit.start >= at]
    named = any(flow.tokens[i].capital for i in range(step, last))
    return done and named and bool(ahead) and ahead[0].start > flow.tokens[step].end


_SHORT_GOAL = 9  # tokens of a second goal


def _is_cut(sentence: Sentence, start: int, step: int) -> bool:
    """Tell whether a new act begins with the verb at `step`."""
    norms = sentence.flow.norms
    if sentence.flow.tokens[step].capital and not sentence.span.is_heading:
        return False  # within a title: "Challenge to Space, Launch to the Future"
    if norms[step - 2 : step] == ["and", "to"]:
        return True
    told = [w for w in norms[start:step] if w not in ACTION_VERBS and w not in (",", "and")]
    if norms[step - 1] not in ("and", ",") or len(told) < 2:
        return False
    if norms[step - 1] == "and" and norms[step - 2] in ACTION_VERBS:
        return False
    return norms[step + 1] not in ("and", ",", "of", "for") and _is_verb_here(sentence, step)


_ALSO_NO_VERB = words("verb_or_noun")


def _is_verb_here(sentence: Sentence, step: int) -> bool:
    norms = sentence.flow.norms
    if norms[step] in _ALSO_NO_VERB:
        return (
            norms[step + 1]
            in (
                "the",
                "a",
                "an",
                "its",
                "their",
                "with",
                "to",
                "each",
                "our",
                "in",
                "astronauts",
                "joint",
                "new",
                "future",
                "on",
                "up",
            )
            or sentence.flow.tokens[step + 1].capital
        )
    return True
