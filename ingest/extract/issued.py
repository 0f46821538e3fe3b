"""The text that is itself the instrument: a joint statement or memorandum under its own title.

Its first sentence that names a party stands for it: "Today, A and B met in Washington".
"""

import re

from ingest.extract.actors import Actor
from ingest.extract.agreement_drafts import start_agreement
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit, find_dates
from ingest.extract.drafts import Draft
from ingest.extract.folding import fold
from ingest.extract.grammar import all_actors, codes, expand
from ingest.extract.lexicon import country_name
from ingest.extract.mentions import find_names, stream
from ingest.extract.tokens import tokenize
from ingest.extract.vocabulary import alternatives

_STATEMENT = re.compile(
    rf"\bjoint (?:[\w']+ ){{0,2}}(?:{alternatives('joint_paper')})|"
    r"\bleaders'? (?:joint )?statement|"
    r"\bdeclaration\b|\bcommuniqu",
    re.IGNORECASE,
)
_PAPERS = (
    (re.compile(r"^(?:the )?(?:[\w-]+ ){0,3}memorandum\b.*\bbetween\b", re.IGNORECASE), "mou"),
    (re.compile(r"^(?:the )?(?:[\w-]+ ){0,3}(?:treaty|convention)\b.*\bbetween\b", re.I), "treaty"),
    (
        re.compile(r"^(?:the )?(?:[\w-]+ ){0,3}(?:agreement|arrangement)\b.*\bbetween\b", re.I),
        "agreement",
    ),
)
_OF_INTENT = re.compile(r"\b(?:statement|declaration|letter) of intent\b", re.IGNORECASE)
_ABOUT_IT = re.compile(
    r"^(?:remarks|readout|background|statement by|statement from)\b|"
    rf"\b(?:{alternatives('about_paper')})\b",
    re.IGNORECASE,
)
_FEW = 4  # sentences at the start in which the text may name its parties
_DATED = 3  # sentences from there in which it may say when it was issued
_BESIDE_DAY = 3  # words in a line above the text beside its day: "Released:", "Washington, DC"
_LAST, _LINE = 4, 9  # sentences at the end, and tokens of a line that closes a text


def issued_text(reading: Reading, sentence: Sentence) -> Draft | None:
    """Return the instrument that the whole text is, at the sentence that opens it."""
    kind = _kind(reading) if sentence.index <= _FEW else None
    if kind is None or sentence.index != _opening(reading):
        return None
    draft = start_agreement(reading, sentence, kind, "signed", 0)
    draft.parties = _parties(reading)
    draft.title = _title(reading)
    draft.evidence = [*_headline(reading, sentence), sentence.index]
    hit = _day(reading, sentence.index)
    draft.date, draft.date_value = hit, hit.past if hit else None
    told = {"issued": 1.0, "parties_explicit": 1.0, "status_signed": 1.0}
    draft.features = told | {f"type_{kind}": 1.0}
    return draft


def _headline(reading: Reading, opening: Sentence) -> list[int]:
    """Return the sentence that is the title of the text, which says what it is."""
    first = reading.sentences[0]
    named = first.span.is_heading and _is_of_title(reading, first)
    return [first.index] if named and first.index < opening.index else []


def _is_of_title(reading: Reading, sentence: Sentence) -> bool:
    return " ".join(reading.quote(sentence).split()) in _title(reading)


def _title(reading: Reading) -> str:
    return fold(reading.title)


def _kind(reading: Reading) -> str | None:
    """Return the type of the instrument that the title says this text to be."""
    title = _title(reading)
    if not title or _ABOUT_IT.search(title):
        return None
    if _OF_INTENT.search(title):
        return "mou"
    papers = (kind for pattern, kind in _PAPERS if pattern.search(title))
    return next(papers, "joint_statement" if _STATEMENT.search(title) else None)


def _opening(reading: Reading) -> int:
    """Return the number of the first sentence that names a party, -1 without one."""
    for sentence in reading.sentences[: _FEW + 1]:
        named = codes(expand(all_actors(sentence)))
        if _is_preamble(reading, sentence, named) if sentence.span.is_heading else named:
            return sentence.index
    return -1


def _is_preamble(reading: Reading, sentence: Sentence, named: set[str]) -> bool:
    """Tell whether what looks like a heading names the parties: "The Governments of A and B,"."""
    return len(named) >= 2 and not _is_of_title(reading, sentence)


def _parties(reading: Reading) -> list[Actor]:
    """Return the states of the title, else those the text is about."""
    title = _title(reading)
    named = find_names(stream(tokenize(title, 0, len(title))))
    states = dict.fromkeys(name.code for name in named if name.code and len(name.code) == 3)
    if len(states) >= 2:
        return [Actor(0, 0, country_name(code), code, "state") for code in states]
    return reading.title_group or list(reading.main[:2])


def _day(reading: Reading, first: int) -> DateHit | None:
    """Return the day of "today", "yesterday" or "on 3 May" in the first sentences."""
    hits = [h for s in reading.sentences[first : first + _DATED] for h in s.dates]
    days = [h for h in hits if h.is_day]
    relative = [h for h in days if h.text.lower().endswith(("today", "yesterday"))]
    told = next(iter([*relative, *(h for h in days if h.preposition == "on")]), None)
    return told or _signed_off(reading) or _headed(reading, first)


def _headed(reading: Reading, first: int) -> DateHit | None:
    """Return the day of a line above the text, on which it was issued: "July 27, 2023"."""
    start, folded = 0, reading.folded
    for line in folded[: reading.sentences[first].span.start].splitlines(keepends=True):
        end = start + len(line)
        days = find_dates(folded, start, end, reading.text, reading.calendar)
        if len(days) == 1 and days[0].is_day and days[0].basis == "stated":
            beside = line.replace(folded[days[0].start : days[0].end], "")
            if len(beside.split()) <= _BESIDE_DAY:
                return days[0]
        start = end
    return None


def _signed_off(reading: Reading) -> DateHit | None:
    """Return the day of a line of place and date that closes the text: "LIMA, 3 May 2024"."""
    for sentence in reading.sentences[-_LAST:]:
        days = [h for h in sentence.dates if h.is_day]
        if days and len(sentence.flow.norms) <= _LINE:
            return days[0]
    return None
