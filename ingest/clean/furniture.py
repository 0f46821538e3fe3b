"""Which lines of a text are page furniture: grammar here, phrases in the seed.

Precision comes first, since a body sentence marked as furniture loses its facts: only whole
lines are marked (and the credit at the end of a caption), long lines hardly ever.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from ingest.article import FurnitureSpan
from ingest.clean.boilerplate import find_boilerplate
from ingest.clean.credits import sign_off
from ingest.clean.lines import Line, ends_sentence, word_count
from ingest.clean.names import byline_in, lone_name
from ingest.clean.phrases import phrases
from ingest.clean.published import (
    is_time_of_day,
    masthead_date,
    statement_about_itself,
    tells_of_its_change,
)

_INITIALS = re.compile(r"[a-z]{1,6}(?:/[a-z]{1,6})+/?")
_NO_WORD = re.compile(r"[\W_]+|-\s?30\s?-")
_LINK = re.compile(r"<?(?:https?://|www\.)\S+>?|\S+@\S+\.\w+(?:\s*[/,;]\s*\S+@\S+\.\w+)*", re.I)
_PHONE = re.compile(
    r"(?:(?:tel|phone|fax|mob)\w*\.?:?\s*)?(?:\+\d{1,3}[ .-]?)?"
    r"\(?\d{2,4}\)?[ .-]\d{3,4}[ -]\d{3,4}(?:[ -]\d{2,4})?",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"(?:home|accueil|inicio|startseite|главная)(?:[ \t\xa0]{2,}|\s*[>»/|›]\s*)"
    r"(?:[^>»›|/\n]{1,30}\s*[>»›|]\s*)*",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"[\w &’'-]{2,30}(?:\s*[>»›]\s*[\w &’'-]{2,30}){1,4}(?:\s*[>»›]\s*[^>»›]{2,150})?"
)
_CREDIT_WORD = (
    r"(?:(?:photo|image|picture|foto|file photo|video|illustration|graphic|map)s?\s?"
    r"(?:credits?|courtesy(?:\sof)?|source|by)?|credits?|courtesy(?:\sof)?|crédits?(?:\sphotos?)?)"
)
_CREDIT_NAME = r"(?!.*\d{3})[^\W_a-z][^.!?\n]{1,70}"
_CREDIT = re.compile(rf"\W*(?i:{_CREDIT_WORD})\s?[:/|]\s*(?:©\s*)?{_CREDIT_NAME}\.?\W*")
_CREDIT_TAIL = re.compile(
    rf"(?:(?<=[.!?…\"”’)])\s+|\s+(?=\())[(\[]?"
    rf"(?:(?i:{_CREDIT_WORD})\s?[:/|]\s*(?:©\s*)?{_CREDIT_NAME}|(?i:file (?:photo|image|picture)))"
    r"[.)\]]*$"
)
# What every credit word holds, without the letters that have other forms when case is ignored.
_CREDIT_SIGNS: Final = (
    "photo", "mage", "cture", "foto", "deo", "llu", "graph", "map", "cred", "créd", "courte",
)  # fmt: skip
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s*\d{4}|\(c\)\s+copyright|copyright\s+(?:©|\(c\)|\d{4})).{0,140}", re.IGNORECASE
)
# Of such a line no pattern below can be true: each needs a digit, a mark or a start that this
# one rules out. Only a statement about itself can be in plain words.
_PLAIN_WORDS = re.compile(r"(?![wW])[^\W\d_][^\d/@:|©(]*")
_MAX_TAIL: Final = 110
_MAX_SHORT: Final = 160
_MAX_LABEL: Final = 90
_MAX_CREDIT_WORDS: Final = 9
_MIN_REPEAT: Final = 40
_MAX_HEADLINE: Final = 200
_MIN_BODY_WORDS: Final = 9
_MIN_LIST: Final = 4
_MIN_REPEATED_SHARE: Final = 0.35
_HEADER_LINES: Final = 12


@dataclass(slots=True)
class Furniture:
    """The furniture found so far: the kind of each marked line, and spans within lines."""

    lines: Sequence[Line]
    kinds: dict[int, str] = field(default_factory=dict)
    parts: list[FurnitureSpan] = field(default_factory=list)

    def body(self) -> list[Line]:
        """Return the lines that are not furniture, in order, without a breadcrumb before them."""
        crumbs = {part.start: part.end for part in self.parts if part.kind == "navigation"}
        return [
            line._replace(
                start=crumbs[line.start], text=line.text[crumbs[line.start] - line.start :]
            )
            if line.start in crumbs
            else line
            for number, line in enumerate(self.lines)
            if number not in self.kinds
        ]

    def header(self) -> list[Line]:
        """Return the first lines of the page, up to the first running text."""
        head = self.lines[:_HEADER_LINES]
        end = next((i for i, line in enumerate(head) if _opens_text(i, line)), len(head))
        return list(head[:end])

    def spans(self) -> tuple[FurnitureSpan, ...]:
        """Return all spans in order, none overlapping another."""
        if not self.kinds and not self.parts:
            return ()
        whole = [
            FurnitureSpan(self.lines[number].start, self.lines[number].end, kind)
            for number, kind in self.kinds.items()
        ]
        starts = {span.start for span in whole}
        parts = [part for part in self.parts if part.start not in starts]
        return tuple(sorted(whole + parts, key=lambda span: span.start))


def find_furniture(lines: Sequence[Line]) -> Furniture:
    """Return the furniture of a text by its phrases, its grammar and its repeats."""
    found = Furniture(lines)
    _mark_phrases(found)
    _mark_header(found)
    _mark_repeats(found)
    _mark_doubled_headlines(found)
    _mark_boilerplate(found)
    _mark_sections(found)
    _mark_signature(found)
    _mark_credit_tails(found)
    return found


def _opens_text(number: int, line: Line) -> bool:
    """Tell the first running text from a headline, which may be a long question."""
    return line.is_prose() and (number > 0 or line.text[-1] not in "?!")


def _mark_phrases(found: Furniture) -> None:
    matched = phrases().kinds_of_lines([line.text for line in found.lines])
    for number, line in enumerate(found.lines):
        kind = matched.get(number) or _kind_by_grammar(line.text)
        if kind:
            found.kinds[number] = kind


def _kind_by_grammar(line: str) -> str | None:
    is_short = len(line) <= _MAX_SHORT and not (line[-1] == "." and len(line) > _MAX_LABEL)
    if is_short and not _PLAIN_WORDS.fullmatch(line):
        return next((kind for kind, is_kind in _GRAMMAR if is_kind(line)), None)
    return "notice" if statement_about_itself(line) or tells_of_its_change(line) else None


def _is_credit(line: str) -> bool:
    return _CREDIT.fullmatch(line) is not None and word_count(line) <= _MAX_CREDIT_WORDS


_GRAMMAR: Final[tuple[tuple[str, Callable[[str], object]], ...]] = (
    ("end_mark", _NO_WORD.fullmatch),
    ("agency", sign_off),
    ("agency", _INITIALS.fullmatch),
    ("contact", _LINK.fullmatch),
    ("contact", _PHONE.fullmatch),
    ("credit", _is_credit),
    ("copyright", _COPYRIGHT.fullmatch),
    ("notice", statement_about_itself),
    ("notice", tells_of_its_change),
)


def _mark_header(found: Furniture) -> None:
    """Mark what stands above the text: breadcrumbs, dates, times and bylines."""
    texts = [line.text for line in found.lines]
    for number, line in enumerate(found.header()):
        if found.kinds.get(number) not in (None, "notice"):
            continue
        home = _HOME.match(line.text)
        if home:
            _mark_breadcrumb(found, number, home.end(), texts)
        elif (
            number == 0 and (">" in line.text or "»" in line.text) and _CRUMBS.fullmatch(line.text)
        ):
            found.kinds[number] = "navigation"
        elif masthead_date(line.text) or is_time_of_day(line.text):
            found.kinds[number] = "masthead"
        elif byline_in(line.text):
            found.kinds[number] = "byline"


def _mark_breadcrumb(found: Furniture, number: int, length: int, texts: Sequence[str]) -> None:
    """Mark `Home   Title` whole when the title stands again below, else only `Home`."""
    line = found.lines[number]
    if line.text[length:].strip() in texts or not line.text[length:].strip():
        found.kinds[number] = "navigation"
    else:
        found.parts.append(FurnitureSpan(line.start, line.start + length, "navigation"))


def _mark_credit_tails(found: Furniture) -> None:
    """Mark the credit at the end of a caption; the caption itself may state a fact."""
    for number, line in enumerate(found.lines):
        end = line.text[-_MAX_TAIL:]
        if number in found.kinds or not (":" in end or "/" in end or "(" in end):
            continue
        lowered = end.lower()
        if not any(sign in lowered for sign in _CREDIT_SIGNS):
            continue
        tail = _CREDIT_TAIL.search(end)
        if tail and word_count(tail.group()) <= _MAX_CREDIT_WORDS:
            start = line.end - len(tail.group().lstrip())
            found.parts.append(FurnitureSpan(start, line.end, "credit"))


def _mark_repeats(found: Furniture) -> None:
    """Mark every exact repeat of a paragraph, and of the first line when that is a heading."""
    seen: set[str] = set()
    for number, line in enumerate(found.lines):
        if number in found.kinds:
            continue
        if line.text in seen:
            found.kinds[number] = "repeat"
        elif len(line.text) >= _MIN_REPEAT or (not seen and word_count(line.text) > 2):
            seen.add(line.text)


def _mark_doubled_headlines(found: Furniture) -> None:
    """Mark a run of headlines each printed twice, as lists of other stories are."""
    texts = [line.text for line in found.lines]
    doubled = {n for n in range(1, len(texts)) if texts[n] == texts[n - 1]}
    if len(doubled) < _MIN_LIST:
        return
    for is_run, numbers in groupby(range(len(texts)), key=lambda n: _is_bare(texts[n])):
        run = list(numbers)
        repeats = sorted(doubled.intersection(run))
        if is_run and len(repeats) >= max(_MIN_LIST, _MIN_REPEATED_SHARE * len(run)):
            found.kinds |= dict.fromkeys(range(repeats[0] - 1, run[-1] + 1), "headline_list")


def _mark_boilerplate(found: Furniture) -> None:
    opened = find_boilerplate(found.lines)
    if opened is not None:
        _mark_rest(found, *opened)


def _mark_sections(found: Furniture) -> None:
    """Mark from a section's first line to the end when nothing but a list follows it."""
    table = phrases()
    for number in range(len(found.lines) - 1, 0, -1):
        text = found.lines[number].text
        if number in found.kinds:
            section = table.section_kind(text)
            if section:
                _mark_rest(found, number + 1, section)
        elif not _is_headline(text):
            return


def _mark_rest(found: Furniture, first: int, section: str) -> None:
    kind = "headline_list" if section == "related" else section
    for number in range(first, len(found.lines)):
        if found.kinds.get(number) in (None, "repeat"):
            found.kinds[number] = kind


def _mark_signature(found: Furniture) -> None:
    """Mark the author's name when it is all that stands below the last paragraph."""
    numbers = [number for number in range(len(found.lines)) if number not in found.kinds]
    if len(numbers) < 3:
        return
    last, before = found.lines[numbers[-1]].text, found.lines[numbers[-2]]
    if lone_name(last) and before.is_prose():
        found.kinds[numbers[-1]] = "byline"


def _is_bare(text: str) -> bool:
    """Tell a line of several words that ends in no mark at all, as headlines do."""
    return len(text) <= _MAX_HEADLINE and text[-1] not in ".!?:;,…" and text.count(" ") >= 3


def _is_headline(text: str) -> bool:
    """Tell a headline or label from a sentence: short, or without a full stop at the end."""
    if len(text) > _MAX_HEADLINE:
        return False
    return not ends_sentence(text) or text[-1] in "?!'’)" or word_count(text) < _MIN_BODY_WORDS
