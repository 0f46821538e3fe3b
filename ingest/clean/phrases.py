"""The phrases of `seeds/furniture_phrases.csv`, arranged for a quick look-up."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.clean.lines import fold, fold_end, fold_lines
from ingest.fragments import Fragments
from ingest.project import read_seed

_MAX_STARTS = 120  # a longer line is a sentence that happens to begin like a label
_MAX_CONTAINS = 220
_MAX_IS = 80
_MARKS = re.compile(r"[|•·/,»>›]")
_GAPS = re.compile(r"\s{2,}|\t")
_FIRST_WORD = re.compile(r"\W*\w+")
_ROWS_OF: Final = ("share", "navigation", "cookie", "subscription")
"""Kinds whose labels come several to a line: `Home | News | Sport`, `Facebook Twitter Email`."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded phrases by the way they match; each leads to its kind.

    `tails` open the standing words of a press release; so do `names`, with a name after them.
    """

    lines: Mapping[str, str]
    sections: Mapping[str, str]
    starts: Mapping[str, tuple[tuple[str, str], ...]]
    contained: Mapping[str, str]
    tails: Mapping[str, str]
    names: Mapping[str, str]
    contained_letters: Fragments

    def kinds_of_lines(self, lines: Sequence[str]) -> dict[int, str]:
        """Return the kind of each line that is furniture, by its index in `lines`.

        A line that opens a section counts. Lines of more than 220 characters never match.
        """
        short = [number for number, line in enumerate(lines) if len(line) <= _MAX_CONTAINS]
        if not short:
            return {}
        folded = fold_lines([lines[number] for number in short])
        contained = self.contained_letters.held_by("\n".join(folded))
        kinds = {
            number: self._kind_of_short(lines[number], start)
            or next((self.contained[phrase] for phrase in contained if phrase in start), None)
            for number, start in zip(short, folded, strict=True)
        }
        return {number: kind for number, kind in kinds.items() if kind}

    def section_kind(self, line: str) -> str | None:
        """Return the kind of the section that `line` opens, or `None`."""
        return self.sections.get(fold(line)) if len(line) <= _MAX_IS else None

    def _kind_of_short(self, line: str, start: str) -> str | None:
        """Return the kind of a whole line, or of the label it starts with."""
        if len(line) > _MAX_IS:
            return self._kind_of_start(start) if len(line) <= _MAX_STARTS else None
        kind = self.lines.get(fold_end(start)) or self._kind_of_row(line, start)
        return kind or self._kind_of_start(start)

    def _kind_of_start(self, folded: str) -> str | None:
        first = _FIRST_WORD.match(folded)
        for phrase, kind in self.starts.get(first.group() if first else folded, ()):
            if folded.startswith(phrase) and not _goes_on(folded, len(phrase)):
                return kind
        return None

    def _kind_of_row(self, line: str, start: str) -> str | None:
        """Return the kind of a row of labels, set apart by marks or wide gaps, or of buttons."""
        if line[-1] == ".":
            return None
        marked = [piece.strip() for piece in _MARKS.split(start)] if _MARKS.search(start) else []
        gapped = fold_lines(_GAPS.split(line)) if "  " in line or "\t" in line else []
        for pieces in (marked, gapped):
            kinds = [self.lines.get(fold_end(piece)) for piece in pieces]
            if len(kinds) > 1 and all(kind in _ROWS_OF for kind in kinds):
                return kinds[0]
        words = start.split()
        if not words or self.lines.get(words[0]) != "share":
            return None
        kinds = [self.lines.get(word) for word in words]
        return "share" if len(kinds) > 1 and set(kinds) == {"share"} else None


def _goes_on(folded: str, length: int) -> bool:
    """Tell whether a word of `folded` runs over the phrase of `length` before it."""
    return folded[length - 1].isalnum() and folded[length : length + 1].isalnum()


@cache
def phrases() -> Phrases:
    """Return the phrases of the seed; read once per process."""
    sections, contained = _kinds("section_starts", fold), _kinds("line_contains", _fold_start)
    return Phrases(
        lines=sections | _kinds("line_is", fold),
        sections=sections,
        starts=_by_first_word(_kinds("line_starts", _fold_start)),
        contained=contained,
        contained_letters=Fragments(contained),
        tails=_kinds("tail_starts", _fold_start),
        names=_kinds("tail_names", _fold_start),
    )


def _fold_start(phrase: str) -> str:
    return fold_lines((phrase,))[0]


def _kinds(match_type: str, folding: Callable[[str], str]) -> dict[str, str]:
    rows = (row for row in read_seed("furniture_phrases") if row["match_type"] == match_type)
    kinds = {folding(row["phrase"]): row["kind"] for row in rows}
    return {phrase: kind for phrase, kind in kinds.items() if phrase}


def _by_first_word(starts: Mapping[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    grouped: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind in starts.items():
        first = _FIRST_WORD.match(phrase)
        grouped.setdefault(first.group() if first else phrase, []).append((phrase, kind))
    return {first: tuple(pairs) for first, pairs in grouped.items()}
