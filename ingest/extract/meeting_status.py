"""Whether a meeting told by a noun took place: its verb, what sets it up, words such as "next"."""

import re

from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit, is_full_day
from ingest.extract.drafts import Draft
from ingest.extract.grammar import Modality, clause_bounds, modality, words_between
from ingest.extract.meeting_dates import is_ahead
from ingest.extract.meeting_drafts import meeting_status
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import SAYING, alternatives

_FUTURE_WORD = re.compile(rf"\b(?:will|{alternatives('meeting_to_come')})\b")
_SET_UP_NOUN = re.compile(rf"\b(?:{alternatives('setting_up_noun')}) of(?: [^ ,;]+){{0,7}}$")
_AHEAD = re.compile(rf"\b(?:will|{alternatives('planning_word')})\b")
_ACCEPTED = re.compile(r"\baccept(?:s|ed)?\b(?! by)")
_ACCEPTED_REACH = 14  # tokens after a visit that somebody is invited to
_INVITED = re.compile(
    rf"\b(?:{alternatives('inviting')}) "
    r"[^,;]{0,80}?(?:, [^,;]{1,50} , )?(?:to|for)(?: [^ ,;]+){0,4}$"
)
_CHANNELS = frozenset({"through", "under", "via", "to", "within", "using"})
_MEANS = frozenset({"by", "through", "including", "via"})
_WELCOMED = re.compile(rf"\b(?:{alternatives('welcoming_verb')})\b")


_BARRED_WITHIN = 9  # tokens before a word of meeting in which such meetings are barred
_BARRED = re.compile(rf"\b(?:{alternatives('barring')})\b(?!.*\b(?:during|after|at|on)\b)")


def is_barred(sentence: Sentence, word: Word) -> bool:
    """Tell of "suspended visits by B's officials", which do not take place."""
    before = words_between(sentence, word.first - _BARRED_WITHIN, word.first)
    return _BARRED.search(before) is not None


def noun_status(sentence: Sentence, word: Word, hold: Word | None) -> str | None:
    """Return the status of the meeting that noun `word` names; None when it tells of none."""
    if _is_called_off(sentence, word):
        return "cancelled"
    if (verb := _as_verb(sentence, word)) is not None:
        return meeting_status(said_of(sentence, verb))
    if (hold is None and _is_mere_effort(sentence, word)) or _is_term(sentence, word):
        return None
    if _is_scheduled(sentence, word) or _is_put_off(sentence, word):
        return "planned"
    return _status_alone(sentence, word) if hold is None else _status_held(sentence, word, hold)


def _as_verb(sentence: Sentence, word: Word) -> Word | None:
    """Return the verb that a noun's word is after "to": "agreed to visit B"."""
    if sentence.flow.norms[max(0, word.first - 1) : word.first] != ["to"]:
        return None
    if is_invited(sentence, word):
        return None
    verbs = (w for w in sentence.triggers if w.entry.kind == "meet" and w.first == word.first)
    return next((verb for verb in verbs if verb.entry.detail == "base"), None)


def _is_mere_effort(sentence: Sentence, word: Word) -> bool:
    """Tell of "signed after eight years of negotiations", "talks broke down over price"."""
    norms = sentence.flow.norms
    long = _AFTER_LONG.search(" ".join(norms[: word.first]))
    return long is not None or _BROKE_DOWN.match(" ".join(norms[word.last :])) is not None


def _is_term(sentence: Sentence, word: Word) -> bool:
    """Tell of gatherings that an instrument or a ban is about: "the MoU encourages visits"."""
    before = " ".join(sentence.flow.norms[max(0, word.first - _TERMS_BACK) : word.first])
    return word.entry.detail == "many" and not sentence.dates and bool(_TERMS.search(before))


def _status_alone(sentence: Sentence, word: Word) -> str:
    """Return the status of a meeting that no verb holds: what surrounds it tells."""
    if is_invited(sentence, word):
        return _status_of_invitation(sentence, word)
    ahead = _is_ahead(sentence, word) or is_set_up(sentence, word) or is_eve(sentence, word)
    ahead = ahead or _PLANS_FOR.search(" ".join(sentence.flow.norms[: word.first])) is not None
    if ahead or _is_in_plan(sentence, word) or _is_due(sentence, word):
        return "planned"
    return "proposed" if _is_proposed(sentence, word) else "held"


def _status_held(sentence: Sentence, word: Word, hold: Word) -> str | None:
    if hold.entry.code == "planned":
        return _status_of_founding(sentence, word, hold)
    if hold.first == word.last and hold.entry.detail == "past":
        return "held"  # "the negotiations ended"
    if _is_means(sentence, hold) or _is_convened(sentence, hold):
        return "planned"
    if hold.entry.detail in ("base", "s") and _is_next(sentence, word) and hold.first < word.first:
        return "planned"
    return meeting_status(said_of(sentence, hold))


_TERMS_BACK = 16  # tokens before a noun in which the verb that makes it a term stands
_TERMS = re.compile(
    rf"\b(?:{alternatives('agreement_noun')}|{alternatives('stopping_noun')}|agreements|it)"
    rf"(?: [\w'-]+){{0,10}} (?:{alternatives('terms_verb')})\b[^;]*$"
)
_BROKE_DOWN = re.compile(
    rf"(?:[^ ,;.]+ ){{0,9}}?(?:had |have |has )?(?:{alternatives('breaking_down')})\b"
)
_AFTER_LONG = re.compile(
    r"\b(?:after|ending|capping|crowning|concluding|following) "
    r"(?:[\w'-]+ ){0,3}(?:years|months|weeks|days|rounds|lengthy|long|protracted|tough)"
    r"(?: of)?(?: [\w-]+){0,2}$"
)
_PLANS_FOR = re.compile(
    rf"\b(?:plans?|preparations?|arrangements?|{alternatives('clearance_noun')}) (?:for|to)"
    r"(?: [\w']+){0,4}$"
)
_DUE = re.compile(r"\b(?:is|are|was|were) (?:due|expected|awaited) (?:in|at|to)\b[^;]*$")
_NEXT_ONES = frozenset({"next", "upcoming", "forthcoming"})
_PROPOSED_BEFORE = re.compile(
    rf"\b(?:{alternatives('proposing_verb')}) (?:for |to hold |holding |that )?"
    r"(?:(?:a|an|another|new|further|more|early|urgent|bilateral|joint|such) )*$"
)
_PROPOSED_AFTER = re.compile(
    r"^(?:[^,;]{0,60} )?(?:was|were|is|are|been|being) (?:also |then |further )?"
    rf"(?:{alternatives('only_mooted')})\b"
)
_LED = frozenset({"the", "at", "in", "during", "of", "for", "on", "this", "that", "after"})
_LEAD = 5  # tokens before a noun in which a preposition or an article makes it a setting


def _is_due(sentence: Sentence, word: Word) -> bool:
    """Tell of somebody who "is due in Oslo in May for a first visit"."""
    return bool(_DUE.search(" ".join(sentence.flow.norms[: word.first])))


def _is_next(sentence: Sentence, word: Word) -> bool:
    """Tell of "hosts the next round": a present that speaks of what is to come."""
    return bool(_NEXT_ONES & set(sentence.flow.norms[max(0, word.first - _LEAD) : word.first]))


def _is_proposed(sentence: Sentence, word: Word) -> bool:
    """Tell of a meeting that is only wished for: "asked for talks", "a visit was suggested"."""
    norms = sentence.flow.norms
    if _PROPOSED_BEFORE.search(" ".join([*norms[: word.first], ""])):
        return True
    alone = not _LED & set(norms[max(0, word.first - _LEAD) : word.first])
    return alone and bool(_PROPOSED_AFTER.match(" ".join(norms[word.last :])))


_ASKED_THAT = re.compile(
    rf"\b(?:recommended|{alternatives('proposing_verb')}) (?:\w+ )?that\b"
    r".* (?:be|should|might|could)\b"
)
_REPORTED_WOULD = re.compile(rf"\b(?:{alternatives('decided_that')})\b.* would(?: \w+){{0,2}}$")
_CAME_TO = re.compile(
    rf"\b(?:{alternatives('arriving_verb')})(?: \w+){{0,5}} to$|"
    r"\b(?:was|were) (?:in|at) (?:\w+ ){1,4}to$"
)
_BEFORE_GOING = re.compile(r"\bbefore (?:he|she|they)$")  # "before he leaves for Oslo"
_WILL_BE = re.compile(r"\bwill be (?:\w+ ){1,6}(?:at|in|during)$")  # "the first at which all meet"
_TIME_CLAUSES = frozenset({"when", "once", "before", "after", "until", "where"})


def said_of(sentence: Sentence, verb: Word) -> Modality:
    """Return what is said of a verb that tells a meeting: `modality`, read in its context.

    "It was agreed that a session would be held" is a plan; who "came to attend" a forum has done
    so; what leaders will decide "when they gather in May" lies ahead with the gathering.
    """
    how = modality(sentence, verb.first, verb.entry.detail)
    left = " ".join(sentence.flow.norms[max(0, verb.first - _LEFT) : verb.first])
    if _ASKED_THAT.search(" ".join(sentence.flow.norms[: verb.first])):
        return "wished"
    if how == "considered" and _REPORTED_WOULD.search(left):
        return "planned"
    if how == "planned" and verb.entry.detail == "base" and _CAME_TO.search(left):
        return "done"
    return "planned" if how == "done" and _is_when_ahead(sentence, verb) else how


def _is_when_ahead(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a present tense stands in a clause of time beside a "will"."""
    norms = sentence.flow.norms
    first, last = clause_bounds(sentence, verb.first)
    if verb.entry.detail not in ("base", "s"):
        return False
    if _BEFORE_GOING.search(" ".join(norms[first : verb.first])):
        return True
    link = norms[max(0, first - 1)]
    if link == "which":
        return bool(_WILL_BE.search(" ".join(norms[: max(0, first - 1)])))
    return link in _TIME_CLAUSES and bool(
        _WILL.search(" ".join([*norms[:first], "|", *norms[last:]]))
    )


_SETTINGS = frozenset({"during", "at", "for", "through", "via", "sidelines", "margins"})
_OTHER_LINKS = frozenset(
    {"after", "following", "since", "from", "before", "to", "by", "on", "in", "as", "of"}
)
_MARGINS = frozenset({"sidelines", "margins"})
_DONE_FORMS = frozenset({"made", "held", "taken", "reached", "given", "begun", "set", "laid"})
_WILL = re.compile(
    r"\b(?:will|shall|(?:plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?) to|"
    r"(?:is|are|due|set|expected|scheduled|likely) to|(?:was|were) to be)\b"
)
_FRONTED_WILL = re.compile(r"[^,;]*, (?:[^ ,;]+ ){1,6}will ")
_LEFT = 40  # tokens before a verb in which a report or a journey that governs it stands
_SPEECH_REACH = 5  # tokens from a verb of saying to where it was said
_NOUN_REACH = 10  # tokens before a noun in which its preposition stands


def _is_in_plan(sentence: Sentence, word: Word) -> bool:
    """Tell whether a meeting is the setting of something ahead: "will announce ... at the summit".

    What was "made at the summit" lies behind, whatever will come of it.
    """
    norms = sentence.flow.norms
    at = _setting(norms, word.first)
    if at is None or is_set_in_past(sentence, word):
        return False
    if at <= 1 and _FRONTED_WILL.match(" ".join(norms[word.last :])):
        return True
    first, _ = clause_bounds(sentence, at)
    return bool(_WILL.search(" ".join(norms[first:at])))


def is_set_in_past(sentence: Sentence, word: Word) -> bool:
    """Tell whether something was done at the meeting: "a package unveiled during the visit".

    What is "to be signed at" it lies ahead with it.
    """
    norms = sentence.flow.norms
    at = _setting(norms, word.first)
    if not at or norms[max(0, at - 2) : at - 1] == ["be"]:
        return False
    return norms[at - 1].endswith("ed") or norms[at - 1] in _DONE_FORMS


def is_setting_of_speech(sentence: Sentence, word: Word) -> bool:
    """Tell whether a conference is where somebody spoke: "the head of X said at the forum"."""
    norms = sentence.flow.norms
    if word.entry.code != "conference":
        return False
    at = _setting(norms, word.first)
    if at is None:  # "told the forum"
        return "told" in norms[max(0, word.first - _SPEECH_REACH) : word.first]
    return not SAYING.isdisjoint(norms[max(0, at - _SPEECH_REACH) : at])


def is_eve(sentence: Sentence, word: Word) -> bool:
    """Tell whether a text of the same day speaks "ahead of" a meeting."""
    before = sentence.flow.norms[max(0, word.first - _NOUN_REACH) : word.first]
    return "ahead" in before and "today" in sentence.flow.norms


def _setting(norms: list[str], noun: int) -> int | None:
    """Return the position of "during", "at", ... that governs the noun at `noun`, if one does."""
    for step in range(noun - 1, max(-1, noun - 1 - _NOUN_REACH), -1):
        if norms[step] in _SETTINGS:
            return step
        if norms[step] in _OTHER_LINKS and norms[step - 1] not in _MARGINS:
            return None
    return None


_SCHEDULED = re.compile(
    r"^(?:[^,;]{0,60} )?(?:(?:is|are) (?:also )?"
    rf"(?:{alternatives('scheduled')}|to (?:{alternatives('take_place')}))|"
    rf"(?:will|shall) (?:also |then )?(?:{alternatives('take_place')}))\b"
)
_SCHEDULED_FOR = re.compile(rf"^(?:{alternatives('scheduled')}) (?:for|to)\b")
_SCHEDULES = re.compile(
    rf"\b(?:is|are) (?:also )?(?:{alternatives('scheduled')})(?: (?:a|an|the|\w+al))*$"
)
_HOSTED = re.compile(rf"\bwill (?:also )?(?:{alternatives('hosting_verb')})\b[^;]*$")


def _is_scheduled(sentence: Sentence, word: Word) -> bool:
    """Tell of "a first dialogue is planned for May", "will host the leaders for a summit"."""
    norms = sentence.flow.norms
    before, after = " ".join(norms[: word.first]), " ".join(norms[word.last :])
    if _SCHEDULED_FOR.match(after) or _SCHEDULES.search(before):
        return True
    return bool(_SCHEDULED.match(after) or (_HOSTED.search(before) and "held" in norms))


_OFF = (
    rf"(?:{alternatives('called_off')}|"
    rf"(?:postpone|delays|delayed|{alternatives('put_off')}) (?:\w+ ){{0,2}}?indefinitely)"
)
_PUT_OFF = rf"(?:{alternatives('put_off')})"
_BE = r"(?:is|are|was|were|be|been|being|got)(?: \w+ly)?"
_ASIDE = r"(?:, [^,;.]{1,60} , |[^,;.]{0,90} )?"
_NOUN_OFF = re.compile(rf"^{_ASIDE}{_BE} {_OFF}\b")
_NOUN_PUT_OFF = re.compile(rf"^{_ASIDE}{_BE} {_PUT_OFF}\b")
_VERB_OFF = re.compile(rf"\b{_OFF}(?: [^ ,;]+){{0,5}}$")
_VERB_PUT_OFF = re.compile(rf"\b{_PUT_OFF}(?: [^ ,;]+){{0,5}}$")


def _is_called_off(sentence: Sentence, word: Word) -> bool:
    """Tell of a meeting that "was cancelled", or that somebody "called off"."""
    norms = sentence.flow.norms
    before, after = " ".join(norms[: word.first]), " ".join(norms[word.last :])
    return bool(_NOUN_OFF.match(after) or _VERB_OFF.search(before))


def _is_put_off(sentence: Sentence, word: Word) -> bool:
    """Tell of a meeting that "was postponed" and so still lies ahead."""
    norms = sentence.flow.norms
    before, after = " ".join(norms[: word.first]), " ".join(norms[word.last :])
    return bool(_NOUN_PUT_OFF.match(after) or _VERB_PUT_OFF.search(before))


def is_channel(sentence: Sentence, word: Word) -> bool:
    """Tell whether a dialogue is only a channel: "work together through the X-Y Dialogue"."""
    flow, step = sentence.flow, word.first - 1
    while step > 0 and (flow.tokens[step].capital or not flow.tokens[step].text[0].isalpha()):
        step -= 1
    through = flow.norms[max(0, step - 1) : step + 1]
    return (
        word.entry.code == "dialogue"
        and through[-1:] == ["the"]
        and through[0] in _CHANNELS
        and not sentence.dates
    )


def is_invited(sentence: Sentence, word: Word) -> bool:
    """Tell whether somebody is asked to a meeting: "an invitation from X to a summit"."""
    before = " ".join(sentence.flow.norms[max(0, word.first - 18) : word.first])
    return word.entry.code in ("visit", "summit", "talks") and bool(_INVITED.search(before))


def _status_of_invitation(sentence: Sentence, word: Word) -> str:
    """An accepted invitation is a plan, any other a proposal."""
    before = sentence.flow.norms[max(0, word.first - 25) : word.first]
    taken = any(norm.startswith("accept") for norm in before)
    after = words_between(sentence, word.last, word.last + _ACCEPTED_REACH)
    return "planned" if taken or _ACCEPTED.search(after) else "proposed"


def _is_ahead(sentence: Sentence, word: Word) -> bool:
    before = " ".join(sentence.flow.norms[max(0, word.first - 6) : word.first])
    return bool(_FUTURE_WORD.search(before))


def is_set_up(sentence: Sentence, word: Word) -> bool:
    """Tell whether a dialogue is about to exist: "through the creation of a space dialogue"."""
    before = " ".join(sentence.flow.norms[max(0, word.first - 9) : word.first])
    return word.entry.code == "dialogue" and bool(_SET_UP_NOUN.search(before))


def is_to_come(reading: Reading, hit: DateHit) -> bool:
    """Tell whether a date lies ahead of the article's day: "later in 2023", "on 3 June 2030"."""
    before = reading.folded[max(0, hit.start - 12) : hit.start]
    if re.search(r"\blater (?:in )?$", before) or hit.text.lower().startswith("later this"):
        return True
    if hit.text.lower().startswith(("next ", "coming ")):
        return True
    if hit.text.lower().startswith("this "):  # the week of the article lies on both sides of it
        return False
    value = hit.value(False)
    return bool(value and is_ahead(reading, value))


def drop_date_ahead(reading: Reading, verb: Word, draft: Draft) -> None:
    """Take a date ahead from what has happened: "discussed a launch later this month".

    What is told in the present lies ahead with its day: "meets her in Oslo on 20 May".
    """
    if draft.status != "held" or draft.date is None or not is_to_come(reading, draft.date):
        return
    ahead = draft.date.value(True)
    if verb.entry.detail in ("s", "base") and is_full_day(ahead):
        draft.status, draft.date_value = "planned", ahead
    else:
        draft.date, draft.date_value = None, None


def _status_of_founding(sentence: Sentence, word: Word, verb: Word) -> str | None:
    """A dialogue that is agreed on or set up has its first session before it."""
    if word.entry.code != "dialogue":
        return None
    how = modality(sentence, verb.first, verb.entry.detail)
    if how == "done" and any(hit.value(False) for hit in sentence.dates):
        return "held"
    return None if how == "denied" else "planned" if how != "considered" else "proposed"


def _is_means(sentence: Sentence, hold: Word) -> bool:
    """Tell whether a gerund says how a plan will be kept: "intend to ..., by holding talks"."""
    norms = sentence.flow.norms
    if hold.entry.detail != "ing" or hold.first == 0 or norms[hold.first - 1] not in _MEANS:
        return False
    first, _ = clause_bounds(sentence, hold.first)
    return bool(_AHEAD.search(" ".join(norms[first : hold.first])))


def _is_convened(sentence: Sentence, hold: Word) -> bool:
    """Tell whether leaders "welcome the convening of" a session that is still to come."""
    norms = sentence.flow.norms
    noun = norms[max(0, hold.first - 1) : hold.first] == ["the"] and hold.entry.detail == "ing"
    before = " ".join(norms[max(0, hold.first - 5) : hold.first])
    return noun and norms[hold.last : hold.last + 1] == ["of"] and bool(_WELCOMED.search(before))
