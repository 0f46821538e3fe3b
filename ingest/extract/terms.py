"""Undertakings in agreements, bullets and headlines: "a pact to build", "it provides for"."""

import re
from collections.abc import Iterator

from ingest.extract import gate
from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.acts import (
    ACT_ENDS,
    ACTION_VERBS,
    GENERIC,
    end_of_subject,
    has_main_clause,
    infinitive_of,
)
from ingest.extract.agreements import find_agreements
from ingest.extract.binding import tokens_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.due import due_value
from ingest.extract.grammar import codes, list_before, words_between
from ingest.extract.lexicon import Entry
from ingest.extract.mentions import Word
from ingest.extract.phrases import surface
from ingest.extract.strength import strength_of_verb
from ingest.extract.undertakings import make_undertaking, split_acts
from ingest.extract.vocabulary import words


def from_instruments(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "signed a pact to build ...": an undertaking of the parties of the pact."""
    norms = sentence.flow.norms
    for word in sentence.triggers:
        if word.entry.kind != "instrument" or word.entry.weak:
            continue
        step = _infinitive(sentence, word)
        if step < 0:
            continue
        last = step
        while (
            last < len(norms)
            and last - step < 30
            and norms[last] not in ACT_ENDS
            and norms[last] != "."
        ):
            last += 1
        last = end_of_subject(norms, step, last)
        signed = [
            d
            for d in find_agreements(reading, sentence)
            if d.status in ("signed", "extended", "planned", "in_force")
        ]
        if not signed or last - step < 2 or GENERIC.match(surface(sentence, step, last)):
            continue
        for draft in split_acts(sentence, word, (signed[0].parties, "instrument"), (step, last)):
            draft.type = "intended" if signed[0].status == "planned" else draft.type
            yield draft
        return


def from_bullet(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read a bullet of a bilateral fact sheet: "Expand cooperation on ...", "Exploring ...;"."""
    tokens, norms = sentence.flow.tokens, sentence.flow.norms
    start = sentence.span.start
    marked = _BULLET.search(reading.folded, max(0, start - 8), start) or norms[-1] == ";"
    parties = _bullet_parties(reading, sentence)
    if not marked or not parties or len(norms) < 6 or not tokens[0].capital:
        return
    if sentence.space < gate.STRONG and not _is_under_space(reading, sentence):
        return
    verb = norms[0] if norms[0] in ACTION_VERBS else infinitive_of(norms[0])
    if verb != norms[0] and has_main_clause(sentence):
        return
    if verb not in ACTION_VERBS or norms[1] in ("cooperation", "of", "and", ":"):
        return
    if ":" in norms[:14] and _is_told_after_colon(sentence):
        return
    last = next(
        (i for i in range(1, len(norms)) if norms[i] in ACT_ENDS or norms[i] == "."), len(norms)
    )
    strength = strength_of_verb(verb)
    if verb != norms[0] and strength == "firm":  # what a list says is being done
        strength = "intended"
    trigger = Word(0, 1, Entry("commit", strength, "bullet", "commitment"))
    draft = make_undertaking(sentence, trigger, (parties, "bullet"), (0, last))
    draft.parties = clean_parties(parties)
    yield draft


_BULLET = re.compile(r"(?:^|[\s])[-*•·–]\s*$")


def _is_told_after_colon(sentence: Sentence) -> bool:
    """Tell whether a bullet's own sentence, after its heading and colon, says who promises."""
    colon = sentence.flow.norms.index(":")
    keys = ("commit to", "agree to", "intend to", "plan to", "decide to", "will", "pledge")
    return any(
        w.first > colon and w.entry.kind == "commit" and w.entry.key in keys
        for w in sentence.triggers
    )


def _bullet_parties(reading: Reading, sentence: Sentence) -> list[Actor]:
    """Return whose list it is: the two parties of the text, or those named just before it."""
    main = list(reading.main[:2])
    if reading.bilateral:
        return main
    earlier = reading.sentences[max(0, sentence.index - 8) : sentence.index + 1]
    named = codes([a for s in earlier for a in s.actors if a.why_not != "place"])
    return main if len(main) == 2 and codes(main) <= named else []


def _is_under_space(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the nearest heading above a bullet is about outer space."""
    for other in reversed(reading.sentences[: sentence.index]):
        if other.span.is_heading and not _BULLET.search(reading.folded[: other.span.start][-8:]):
            return other.space >= gate.STRONG or "space" in other.flow.norms
    return False


_TERMS = re.compile(
    r"^(?:also )?(?:envisage[sd]?|provides? for|provided for|stipulate[sd]?|"
    r"foresee[s]?|foresaw|calls? for|includes? the|will include|covers? the) "
)


_PLANS = frozenset({"roadmap", "plan", "strategy", "intent"})


def from_terms(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "the document envisages the launch of joint projects"."""
    norms = sentence.flow.norms
    for word in sentence.triggers:
        if word.entry.kind != "instrument" or (word.entry.weak and word.entry.key != "document"):
            continue
        match = _TERMS.match(" ".join(norms[word.last : word.last + 4]) + " ")
        if match is None:
            continue
        first = word.last + len(match.group().split())
        parties, source = find.complete(reading, sentence, [])
        if len(codes(parties)) >= 2 and source != "single" and len(norms) - first > 2:
            draft = make_undertaking(sentence, word, (parties, "terms"), (first, len(norms)))
            draft.type = "intended" if _PLANS & set(word.entry.key.split()) else draft.type
            yield draft
        return


def _infinitive(sentence: Sentence, word: Word) -> int:
    """Return where the verb of "<instrument> (was signed) to <verb>" stands, else -1."""
    norms = sentence.flow.norms
    for step in range(word.last, min(word.last + 12, len(norms) - 2)):
        if norms[step] == "to":
            verb = step + 1 + (norms[step + 1] in ("jointly", "further"))
            return verb if norms[verb] in ACTION_VERBS else -1
        if norms[step] in (",", ";", "which", "on", "in", "for") or (norms[step] == "of"):
            return -1
    return -1


def from_headline(sentence: Sentence) -> Iterator[Draft]:
    """Read a headline without a finite verb: "Angola and France to Build Satellite Together"."""
    norms = sentence.flow.norms
    if not sentence.span.is_heading or len(norms) > 25:
        return
    for step in range(1, len(norms) - 2):
        if norms[step] != "to" or not _is_told_verb(sentence, step + 1):
            continue
        listed = [
            a for a in list_before(sentence, step, 0) if a.code and a.why_not in ("", "modifier")
        ]
        if listed and listed[0].first <= 1:
            trigger = Word(step, step + 1, Entry("commit", "firm", "headline", "commitment"))
            yield from split_acts(
                sentence, trigger, (clean_parties(listed), "headline"), (step + 1, len(norms))
            )
        return


_NO_VERB = frozenset({"the", "a", "an", "its", "their", "moon", "mars", "space", "orbit", "earth"})


def _is_told_verb(sentence: Sentence, position: int) -> bool:
    """Tell whether the word after "A to" is a verb: known, or a plain word that names nothing."""
    norm, token = sentence.flow.norms[position], sentence.flow.tokens[position]
    if norm in ACTION_VERBS:
        return True
    return token.text.isalpha() and not token.capital and norm not in _NO_VERB


def from_milestone(sentence: Sentence) -> Iterator[Draft]:
    """Read "A and B postponed the launch of ...": an undertaking that is late or given up."""
    for word in sentence.triggers:
        if word.entry.kind != "milestone":
            continue
        day = _new_day(sentence, word)
        told = _put_off(sentence, word, day)
        if told is None:
            continue
        parties, (first, last) = told
        if gate.space_weight(sentence.flow, first, last) == 0:
            continue
        # "Kenya delayed their joint launch": who the other is, another sentence says.
        shared = "joint" in sentence.flow.norms[first:last]
        if len(codes(parties)) < (1 if shared else 2):
            continue
        draft = make_undertaking(sentence, word, (parties, "milestone"), (first, last))
        draft.type, draft.status = "firm", word.entry.code
        draft.due = day or draft.due
        value = due_value(draft.due)
        draft.date_value = value.split("/")[-1] if value and _is_span(draft.due) else value
        yield draft
        return


def _put_off(
    sentence: Sentence, word: Word, day: DateHit | None
) -> tuple[list[Actor], tuple[int, int]] | None:
    """Return who put off what to `day`, also where what "has been put back" is the subject."""
    norms = sentence.flow.norms
    if _PUT_OFF.search(words_between(sentence, word.first - _AUXILIARIES, word.first)):
        start = next((i for i in range(word.first) if norms[i] in _MILESTONES), word.first)
        named = [a for a in sentence.actors if start < a.first < word.first and a.code]
        return (clean_parties(named), (start, word.first)) if start < word.first else None
    if word.entry.detail not in ("past", "s", "base"):
        return None
    last = tokens_of(sentence, day)[0] if day else len(norms)
    while last - 1 > word.last and norms[last - 1] in _TO_DAY:
        last -= 1
    return clean_parties(find.subjects(sentence, word.first)), (word.last, last)


def _new_day(sentence: Sentence, word: Word) -> DateHit | None:
    """Return the date behind "postponed ... to", "put back from 2024 to"."""
    at = sentence.offset(word.first)
    behind = (hit for hit in sentence.dates if hit.start > at)
    return next((hit for hit in behind if hit.preposition in _DEADLINE or _is_span(hit)), None)


def _is_span(hit: DateHit | None) -> bool:
    """Tell of "from 2024 to 2026", where the second is the new day."""
    return hit is not None and hit.preposition == "from" and "/" in (hit.value(True) or "")


_PUT_OFF = re.compile(r"\b(?:was|were|been|being|is|are)(?: \w+)?$")
_AUXILIARIES = 3  # tokens before "postponed" in which its auxiliary stands
_MILESTONES = words("milestone_noun")
_DEADLINE = frozenset({"to", "till", "until"})
_TO_DAY = _DEADLINE | {"from"}
