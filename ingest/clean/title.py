"""The title of an article that gives none: its first line, when it reads as a headline."""

import re
from collections.abc import Sequence
from typing import Final

from ingest.article import Known
from ingest.clean.dateline import Dateline
from ingest.clean.lines import Line, word_count

_BULLET = re.compile(r"[-*•·▪]\s|\(?\d{1,2}[.)]\s")
_FULL_STOP = re.compile(
    r"(?<![A-Z])(?<!\bvs)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bCorp)[.。…;,:][\"'”’)*_]*$"
)
_CREDIT = re.compile(r"\b(?:Credits?|Photo|Image|Courtesy):\s|\bCourtesy of\b")
_MIN_WORDS: Final = 3
_MAX_WORDS: Final = 40
_MAX_CHARACTERS: Final = 240
_MIN_PARAGRAPH: Final = 80


def infer_title(body: Sequence[Line], dateline: Dateline | None) -> Known[str] | None:
    """Return the first line of the body when it reads as a headline above a text.

    `body` holds the lines that are not furniture. `None` when the text begins with a sentence, a
    list, a dateline, or a line of a hard-wrapped paragraph.
    """
    if len(body) < 2:
        return None
    line, below = body[0], body[1:]
    title = _plain(line.text)
    if dateline and dateline.start < line.end:
        return None
    if not _reads_as_headline(title, line.text) or _is_wrapped(line, below[0]):
        return None
    has_text = any(len(other.text) >= _MIN_PARAGRAPH for other in below[:6])
    return Known(title, "first_line") if has_text else None


def _plain(line: str) -> str:
    """Return a heading without Markdown marks, and once when it is printed twice in a row."""
    words = line.strip("#*_ ").split()
    half = len(words) // 2
    return " ".join(words[:half] if words[:half] == words[half:] else words)


def _reads_as_headline(title: str, line: str) -> bool:
    return (
        len(title) <= _MAX_CHARACTERS
        and _MIN_WORDS <= word_count(title) <= _MAX_WORDS
        and not title[:2].islower()  # but `iRocket` may start one
        and not _BULLET.match(line)
        and not _FULL_STOP.search(title[-12:])
        and not _CREDIT.search(title)
    )


def _is_wrapped(line: Line, below: Line) -> bool:
    """Tell a line broken in mid-sentence: the next one follows at once and is no longer."""
    return not below.after_blank and len(below.text) < 1.3 * max(len(line.text), 60)
