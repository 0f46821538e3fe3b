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


def boilerplate_start(lines: Sequence[Line]) -> int | None:
    """Return the index of the line from which on to the end all is standing words, or `None`.

    They open with a label ("Forward-looking statements") or with one that names the company, alone
    on a line ("About Gilat") or before a colon ("About Gilat: the firm ...").
    """
    earliest = max(_LEAST_BODY, lines[-1].end * _EARLIEST) if lines else 0
    late = (n for n, line in enumerate(lines) if line.start >= earliest and _opens(line))
    return next(late, None)


def _opens(line: Line) -> bool:
    label = _label().match(line.text)
    if label is None or not label["names"]:
        return label is not None
    name, colon, _ = line.text[label.end() :].partition(":")
    name = name.strip(" *_#-")
    is_alone = line.after_blank or bool(colon)
    return is_alone and len(name) <= _MAX_NAME and _NAME.fullmatch(name) is not None


@cache
def _label() -> re.Pattern[str]:
    """Return what the first line may start with; `names` when a name must follow."""
    plain, named = ("|".join(map(re.escape, each)) for each in (phrases().tails, phrases().names))
    return re.compile(rf"\W*(?:(?:{plain})|(?P<names>(?:{named})\s))", re.IGNORECASE)
