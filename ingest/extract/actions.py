"""Actions of promises, for people to read, in the text's own words.

The rules mark the tokens of an act; here they are cut to the promise alone: no next clause, no
speaker, no unfinished end, and its verb as a promise has it.
"""

from collections.abc import Sequence

from ingest.extract.acts import ACTION_VERBS, infinitive_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import clause_bounds
from ingest.extract.phrase_ends import (
    DETERMINERS,
    FINITE,
    PRONOUNS,
    RELATIVES,
    is_date,
    whole,
)
from ingest.extract.vocabulary import SAYING
from ingest.extract.written import written

_SUBJECT = 12  # tokens of what is to be sent, built, opened
_ABBREVIATED = 3  # letters of a word whose full stop ends no sentence
_SAID_WITHIN = 5  # tokens after a comma in which a speaker and the verb of saying stand
_OFFICE_WITHIN = 14  # the same where a speaker's office and name, in capitals, are all before it
_QUESTIONS = frozenset({"how", "what", "whether", "if", "as"})
_SKIPPED = frozenset({",", "now", "then", "also", "in", "that", "turn"})
_OPENING = frozenset({"that", "also", "jointly", ",", '"', "to", "up", "then", "now"})
_WHEN = frozenset({"in", "on", "by", "at", "from", "during"})
_NO_SUBJECT = PRONOUNS | RELATIVES | FINITE | {"but", "there", "to", "said", '"'}
_IN_OFFICE = frozenset({"of", "for", "and", "the", "'s", "has", "have", "general"})
_ASIDE_WITHIN = 16  # tokens after a name in which an aside on who it is ends
_FLOWN = frozenset({"fly", "go", "ride", "travel"})  # "a Thai sensor will fly to the Moon"
_GROUND = frozenset({"under", "after", "by", "according", "in", "on", "as"})
_NOT_TO = "not to "


def action_of(reading: Reading, mentions: Sequence[Draft]) -> str:
    """Return the action of a commitment by the surest of its `mentions`."""
    return _action(reading, max(mentions, key=_confidence))


def _confidence(draft: Draft) -> float:
    return draft.features.get("confidence", 0.0)


def _action(reading: Reading, draft: Draft) -> str:
    """Return the action of an undertaking by one mention."""
    if draft.span == (0, 0):
        return draft.title
    sentence = reading.sentences[draft.sentence]
    first = _act_start(sentence, *draft.span)
    last = _act_end(sentence, first, draft.span[1])
    if last <= first:
        return draft.title
    told = _with_infinitive(written(reading, sentence, first, last))
    if draft.features.get("grants") and draft.beneficiary is not None:
        return f"give {draft.beneficiary.name} {told}"
    if draft.title.startswith(_NOT_TO):
        return _NOT_TO + told
    return _thing_first(reading, sentence, draft, first) + told


def _act_start(sentence: Sentence, first: int, last: int) -> int:
    norms = sentence.flow.norms
    while first < last - 1 and (norms[first] in _OPENING or _is_when(sentence, first)):
        first += 1
    groups = {word.first: word.last for word in sentence.triggers if word.entry.kind == "group"}
    for subject in range(first, min(first + 2, last - 1)):
        # "it will assist", "the two sides will assist", "is to refuse"
        verb = groups.get(subject, subject + (norms[subject] in PRONOUNS))
        if (
            verb < last - 1
            and norms[verb] in FINITE
            and (verb > subject or norms[verb + 1 : verb + 2] == ["to"])
        ):
            return _act_start(sentence, verb + 1, last)
    return first


def _is_when(sentence: Sentence, step: int) -> bool:
    """Tell whether a token belongs to a date, or leads to one: "promised in 2018 to send"."""
    norms = sentence.flow.norms
    leads = norms[step] in _WHEN and step + 1 < len(norms) and is_date(sentence, step + 1)
    return leads or is_date(sentence, step)


def _act_end(sentence: Sentence, first: int, last: int) -> int:
    norms, step, related, quoted = sentence.flow.norms, first, False, False
    while step < last:
        related = related or norms[step] in RELATIVES | _QUESTIONS
        quoted = quoted != (norms[step] == '"')
        if norms[step] in (";", "!", "?") or _is_full_stop(sentence, step):
            break
        if norms[step] == ":" and sentence.span.is_heading:
            break  # "Kenya to build satellite: the two sign a deal"
        if norms[step] == '"' and quoted and '"' not in norms[step + 1 : last]:
            break  # the quotation began before the act
        if step > first and norms[step] in FINITE and not related:
            step = _before_next_clause(norms, first, step)
            break
        if norms[step] == "-" or (norms[step] in (",", "and") and _turns(sentence, step + 1)):
            break
        step += 1
    return whole(sentence, first, step)


def _before_next_clause(norms: list[str], first: int, verb: int) -> int:
    """Return where "pay, and the satellite will" goes over to the clause of the token `verb`."""
    commas = [at for at in range(first + 1, verb - 1) if norms[at : at + 2] == [",", "and"]]
    return commas[-1] if commas else verb


def _is_full_stop(sentence: Sentence, step: int) -> bool:
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    if norms[step] != "." or step == 0:
        return norms[step] == "."
    short = len(norms[step - 1]) <= _ABBREVIATED and tokens[step - 1].capital
    return not short or step + 1 == len(norms)


def _turns(sentence: Sentence, step: int) -> bool:
    """Tell whether what follows is another's clause, or who said so: ", and we", ", she said"."""
    norms = sentence.flow.norms
    after = step
    while after < len(norms) and norms[after] in _SKIPPED | {"and", '"'}:
        after += 1
    if norms[after : after + 1] and norms[after] in PRONOUNS:
        return True
    if norms[step : step + 1] == ["and"] and norms[step - 1] == "," and _names(sentence, after):
        return True
    near = norms[step : step + _SAID_WITHIN]
    told = next((i for i, norm in enumerate(near) if norm in SAYING), -1)
    if told > 0 and sentence.flow.tokens[step + told - 1].capital:
        return True
    return norms[step - 1] == "," and _is_speaker(sentence, step)


def _is_speaker(sentence: Sentence, step: int) -> bool:
    """Tell whether an office and a name lead to a verb of saying: ", Minister X has said".

    Also over an aside: ", Asha Otieno, who heads the agency, told parliament".
    """
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    for at in range(step, min(step + _OFFICE_WITHIN, len(norms))):
        if norms[at] in SAYING:
            return at > step
        if norms[at] == "," and at > step:
            return _says_behind_aside(norms, at + 1)
        if not tokens[at].capital and norms[at] not in _IN_OFFICE:
            return False
    return False


def _says_behind_aside(norms: list[str], first: int) -> bool:
    """Tell whether what is told of somebody from token `first` on leads to a verb of saying."""
    aside = norms[first : first + _ASIDE_WITHIN]
    if "," not in aside or aside[0] not in RELATIVES | DETERMINERS:
        return False
    end = first + aside.index(",") + 1
    return any(norm in SAYING for norm in norms[end : end + 1])


def _names(sentence: Sentence, step: int) -> bool:
    """Tell whether a party is named at `step`, perhaps after an article or a date."""
    while step + 1 < len(sentence.flow.norms) and (
        sentence.flow.norms[step] in DETERMINERS or is_date(sentence, step)
    ):
        step += 1
    return any(a.first == step and a.code and not a.possessive for a in sentence.actors)


def _with_infinitive(act: str) -> str:
    """Return an act with its verb as a promise has it: "Deepening ties" as "deepen ties"."""
    verb, space, rest = act.partition(" ")
    base = verb.lower() if verb.lower() in ACTION_VERBS else infinitive_of(verb.lower())
    plain = not verb.isupper() and not rest.startswith("of ")
    return base + space + rest if base and space and plain else act


def _thing_first(reading: Reading, sentence: Sentence, draft: Draft, first: int) -> str:
    """Return what is to be sent, built or flown, before "be sent" or "fly": a thing, no party."""
    norms = sentence.flow.norms
    flown = norms[first] in _FLOWN and norms[draft.anchor] in FINITE
    if not (flown or norms[first] == "be") or draft.anchor >= first:
        return ""
    start = _subject_start(sentence, draft.anchor)
    subject = norms[start : draft.anchor]
    if not 0 < len(subject) <= _SUBJECT or set(subject) & _NO_SUBJECT:
        return ""
    if "and" in subject and _has_party(sentence, start, draft.anchor):
        return ""  # "Kenya signed it and a satellite will be built"
    if any(a.first == start and a.last == draft.anchor and a.code for a in sentence.actors):
        return ""
    return written(reading, sentence, start, draft.anchor) + " to "


def _has_party(sentence: Sentence, first: int, last: int) -> bool:
    named = [actor for actor in sentence.actors if first <= actor.first < last]
    return any(actor.code and not actor.why_not for actor in named)


def _subject_start(sentence: Sentence, anchor: int) -> int:
    """Return where the subject of a verb starts, after "Under the deal," and a quotation mark."""
    norms = sentence.flow.norms
    start = clause_bounds(sentence, anchor)[0]
    start += norms[start] == '"'
    before = norms[start:anchor]
    return anchor - before[::-1].index(",") if norms[start] in _GROUND and "," in before else start
