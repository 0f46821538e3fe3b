"""Where the standing words of a press release begin: who the company is, what may turn out else."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ingest.clean.lines import Line
from ingest.clean.phrases import phrases

_EARLIEST: Final = 0.4  # share of the text before which nothing is taken for its end
_LEAST_BODY: Final = 300  # characters that must come before
_MAX_NAME: Final = 70  # characters
# A capital at its start, and no full stop at its end but that of a company's form.
_NAME = re.compile(r"[^\W_a-z][^!?\n]*?(?:(?<![.:])|(?<=Inc\.)|(?<=Ltd\.)|(?<=Corp\.)|(?<=Co\.))")


def find_boilerplate(lines: Sequence[Line]) -> tuple[int, str] | None:
    """Return the index of the line from which on to the end all is standing words, and their kind.

    They open with a label ("Forward-looking statements") or with one that names the company, alone
    on a line ("About Gilat") or before a colon ("About Gilat: the firm ..."). `None` without any.
    """
    earliest = max(_LEAST_BODY, lines[-1].end * _EARLIEST) if lines else 0
    late = ((n, _opened(line)) for n, line in enumerate(lines) if line.start >= earliest)
    return next(((number, kind) for number, kind in late if kind), None)


def _opened(line: Line) -> str | None:
    """Return the kind of the standing words that a line opens, else `None`."""
    label = _label().match(line.text)
    if label is None:
        return None
    if label["plain"]:
        return phrases().tails[label["plain"].casefold()]
    name, colon, _ = line.text[label.end() :].partition(":")
    name = name.strip(" *_#-")
    is_alone = line.after_blank or bool(colon)
    if not is_alone or len(name) > _MAX_NAME or not _NAME.fullmatch(name):
        return None
    return phrases().names[label["named"].casefold()]


@cache
def _label() -> re.Pattern[str]:
    """Return what the first line may start with; after a `named` label a name must follow."""
    plain, named = ("|".join(map(re.escape, each)) for each in (phrases().tails, phrases().names))
    return re.compile(rf"\W*(?:(?P<plain>{plain})|(?P<named>{named})\s)", re.IGNORECASE)
