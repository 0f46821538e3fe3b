"""Cut an article's body into sentences, each `[start, end)` in the article's text.

A sentence never spans two paragraphs, list items or lines that stand alone; a newline inside a
hard-wrapped paragraph is a space. A full stop ends no sentence after an abbreviation or initial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.article import Article
from ingest.extract.vocabulary import words

MAX_SENTENCE = 2500
_WRAP_WIDTH = 110
_BLANK_LINES = re.compile(r"\n[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)+")
_LINE_START = re.compile(
    r"[ ]*(?:[-*+•·▪●►]+[ ]|\d{1,2}[.)][ ]|#{1,6}[ ]|[A-Z][A-Z .'-]{3,60}:[ ])"
)
_DATELINE = re.compile(  # alone on its line: "NAIROBI (AFP) Sep 18, 2023"
    r"[A-Z][A-Z .,'-]{2,40} ?\([A-Z][A-Za-z /-]{1,20}\),? [A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
)
_STOP = re.compile(
    r"[.!?]+[\"')\]]*(?=[ \n]+[\"'(\[*-]{0,3}[ ]{0,4}[A-Z0-9])|[.!?]+[\"')\]]*\n|;[ ]and\n"
)
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]{0,12})$")
_ABBREVIATIONS = words("abbreviation")
_ENDING_ABBREVIATIONS = words("ending_abbreviation")
_STARTERS = words("sentence_starter")
_NEXT_WORD = re.compile(r"[ \n]*[\"'(\[]*([A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence of the body: offsets into the article's text, paragraph and order numbers."""

    start: int
    end: int
    paragraph: int
    index: int
    is_heading: bool


def _is_hard_wrapped(lines: list[str]) -> bool:
    widest = max(len(line) for line in lines)
    return 45 <= widest <= _WRAP_WIDTH


def _joins(before: str, after: str, widest: int, wrapped: bool) -> bool:
    """Tell whether a line end between two lines of a paragraph is only a space."""
    left, right = before.rstrip(), after.lstrip()
    if not left or not right or _LINE_START.match(after):
        return False
    if _DATELINE.fullmatch(left) or _DATELINE.fullmatch(right):
        return False
    if left[-1] in ".!?:\"')" and not wrapped:
        return False
    if right[0].islower():
        return True
    first = right.split(" ", 1)[0]
    return wrapped and len(left) + 1 + len(first) > widest - 4


def _blocks(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph within which sentences may run across line ends."""
    lines = folded[start:end].split("\n")
    if len(lines) == 1:
        yield start, end
        return
    widest, wrapped = max(len(line) for line in lines), _is_hard_wrapped(lines)
    block_start = position = start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        position += len(line)
        if following is None or not _joins(line, following, widest, wrapped):
            yield block_start, position
            block_start = position + 1
        position += 1


def _is_abbreviation(folded: str, start: int, stop: int, after: int) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it."""
    match = _LAST_WORD.search(folded, max(start, stop - 14), stop)
    if match is None or folded[stop] != ".":
        return False
    word = match.group(1)
    closing = folded[stop + 1 : stop + 2]
    if closing in "\"')":  # "Brigadier (Rtd.) Ali"
        alone = closing == ")" and folded[match.start() - 1 : match.start()] == "("
        return alone and word.lower() in _ABBREVIATIONS
    following = _NEXT_WORD.match(folded, after)
    starts_new = following is not None and following.group(1).lower() in _STARTERS
    if "." in word and len(word.replace(".", "")) <= 4:
        return not starts_new
    if len(word) == 1:
        alone = not folded[match.start() - 1 : match.start()].isalnum()  # not the L of "H3-24L."
        return alone and word.isupper() and word != "I"
    lowered = word.lower()
    if lowered in _ENDING_ABBREVIATIONS:
        return not starts_new
    return lowered in _ABBREVIATIONS and (lowered != "no" or following is None)


def _cuts(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sentence_start = start
    for match in _STOP.finditer(folded, start, end):
        if match.group()[0] != ";" and _is_abbreviation(
            folded, sentence_start, match.start(), match.end()
        ):
            continue
        yield sentence_start, match.end()
        sentence_start = match.end()
    if sentence_start < end:
        yield sentence_start, end


def _paragraphs(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in _BLANK_LINES.finditer(folded, start, end):
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    piece = folded[start:end]
    without_right = piece.rstrip()
    left = len(without_right) - len(without_right.lstrip())
    return start + left, start + len(without_right)


_BULLET = re.compile(r"(?:[-*+•·▪●►]+|#{1,6}|\d{1,2}[.)])[ ]+")


def _without_bullet(folded: str, start: int, end: int) -> int:
    match = _BULLET.match(folded, start, end)
    return match.end() if match else start


def split(article: Article, folded: str) -> list[Span]:
    """Return the sentences of `article`'s body in order; `folded` is its folded text."""
    spans: list[Span] = []
    paragraph = 0
    for body_start, body_end in article.body_spans():
        for paragraph_start, paragraph_end in _paragraphs(folded, body_start, body_end):
            for block_start, block_end in _blocks(folded, paragraph_start, paragraph_end):
                spans.extend(_sentences(folded, block_start, block_end, paragraph, len(spans)))
            paragraph += 1
    return spans


def _sentences(
    folded: str, block_start: int, block_end: int, paragraph: int, count: int
) -> Iterator[Span]:
    for cut_start, cut_end in _cuts(folded, block_start, block_end):
        start, end = _trim(folded, cut_start, cut_end)
        start = _without_bullet(folded, start, end)
        if 3 < end - start <= MAX_SENTENCE:
            heading = folded[end - 1] not in ".!?\"')"
            yield Span(start, end, paragraph, count, heading)
            count += 1
