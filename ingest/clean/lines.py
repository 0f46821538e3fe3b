"""The lines of a text with their offsets, and the folding under which lines are compared."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_BLANK: Final = " \t\u00a0\u200b\u3000\ufeff"
_SENTENCE_END = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
_PIECES = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d,.]*(?<=\d)")
_FOLDS: Final = {
    mark: plain
    for plain, marks in (("'", "‘’‚‛′`´"), ('"', "“”„‟″«»"), ("-", "‐‑‒–—―−"), ("...", "…"))
    for mark in marks
}
_FOLDED = re.compile("[" + "".join(_FOLDS) + "]")
_EDGE_MARKS: Final = ' \t*_#>•·|\\▪►▶→»›:"-'
_MIN_PROSE_CHARACTERS: Final = 80
_MAX_NUMBERED: Final = 120


class Line(NamedTuple):
    """One line that is not blank: `text` without outer blanks stands at `[start, end)`.

    `after_blank` tells whether a blank line, or nothing, comes before it.
    """

    start: int
    end: int
    text: str
    after_blank: bool

    def is_prose(self) -> bool:
        """Tell running text from headings and labels: long, and it ends as a sentence does."""
        return len(self.text) >= _MIN_PROSE_CHARACTERS and ends_sentence(self.text)


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order; offsets count characters."""
    lines: list[Line] = []
    position = 0
    after_blank = True
    for raw in text.split("\n"):
        stripped = raw.strip(_BLANK)
        if stripped:
            start = position if stripped is raw else position + raw.index(stripped[0])
            lines.append(Line(start, start + len(stripped), stripped, after_blank))
        after_blank = not stripped
        position += len(raw) + 1
    return lines


def fold_lines(lines: Iterable[str]) -> list[str]:
    """Return `lines` as phrases are compared: no case, plain quotes and dashes, numbers as `0`.

    Marks before each line (bullets, Markdown, arrows) and repeated blanks are dropped. Numbers
    of long lines stay as they are.
    """
    text = "\n".join(lines)
    if not text.isascii():
        for mark in set(_FOLDED.findall(text)):
            text = text.replace(mark, _FOLDS[mark])
    folded = (" ".join(line.split()) for line in text.casefold().split("\n"))
    return [
        _NUMBER.sub("0", line.lstrip(_EDGE_MARKS)) if len(line) <= _MAX_NUMBERED else line
        for line in folded
    ]


def fold(text: str) -> str:
    """Return one line folded by `fold_lines`, without marks after it, such as a colon."""
    return fold_end(fold_lines((text,))[0])


def fold_end(folded: str) -> str:
    """Return what `fold_lines` gave, without marks after it."""
    return folded.rstrip(_EDGE_MARKS)


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with a full stop or the like, closing quotes aside."""
    return text[-1:] in ".!?" or _SENTENCE_END.search(text[-6:]) is not None


def pieces(line: str) -> list[str]:
    """Return the parts of a header line: `By Jane Doe | 4 March 2021` has two."""
    return [piece for piece in _PIECES.split(line) if piece]


def word_count(text: str) -> int:
    """Count the words of `text`."""
    return len(_WORD.findall(text))
