"""Who published an article, as its text says: agency marks, credits, sentences about itself."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from ingest.article import Known
from ingest.clean.dateline import Dateline
from ingest.clean.lines import Line
from ingest.read import month_number

_NAME = r"[^\W_a-zà-ÿ][\w.&'’+-]*(?:[ ][\w.&'’+-]+){0,4}"
_TRAILING = re.compile(
    rf"[.!?…][\"'”’)]*[ ]*(?P<credits>(?:\((?:{_NAME})\)[ ,;]*)+)$",
)
_ONE = re.compile(rf"\(({_NAME})\)")
_SIGN_OFF = re.compile(r"[-–—]{1,2}\s?(?P<agency>[A-Z][A-Z/]{1,9})")
SIGN_OFF_MARKS: Final = "-–—"
"""How a line that is a sign-off begins."""

_WHERE = re.compile(
    r"(?:on|in|by|at)\s(?:the\s)?"
    r"(?P<name>[^\W\d_a-z][\w.&-]*(?:\s(?:&\s)?[^\W\d_a-z][\w.&-]*){0,4}|[\w-]+(?:\.[\w-]+)+)"
)
_FIRST_ON = re.compile(r"(?i:appeared first on)\s(?P<name>[^\n]{2,60})")
_NOT_CREDITS: Final = frozenset(
    {
        "applause",
        "laughter",
        "crosstalk",
        "inaudible",
        "end",
        "ends",
        "more",
        "continued",
        "sic",
        "watch",
        "video",
    }
)


def trailing_credits(line: Line) -> tuple[int, list[str]] | None:
    """Return the names in brackets after the last sentence of `line` and where they start.

    `... a pact. (PTI via The Hindu) (Reuters)` gives both; the offset is into the whole text.
    """
    if not line.text.endswith((")", "),", ")]")):
        return None
    match = _TRAILING.search(line.text[-200:])
    names = _ONE.findall(match["credits"]) if match else []
    if match is None or not names or any(_is_remark(name) for name in names):
        return None
    return line.end - len(match["credits"]), names


def sign_off(line: str) -> str | None:
    """Return the agency of a closing line such as `--IANS`, else `None`."""
    match = _SIGN_OFF.fullmatch(line) if len(line) < 16 else None
    return match["agency"] if match else None


def publisher(
    dateline: Dateline | None,
    closing: Sequence[str],
    statements: Sequence[str],
    url: str | None,
) -> Known[str] | None:
    """Return the publisher by the best basis at hand, or `None`.

    `closing` holds the credits after the text, the last one the nearest source; `statements` the
    sentences about the article itself. The last resort is the host of `url`.
    """
    if dateline and dateline.agency:
        return Known(dateline.agency, "credit")
    if closing:
        return Known(closing[-1], "credit")
    for statement in statements:
        name = _outlet(statement)
        if name:
            return Known(name, "statement")
    host = (urlsplit(url).hostname or "") if url and _is_web(url) else ""
    return Known(host.removeprefix("www."), "url") if "." in host else None


def _is_remark(name: str) -> bool:
    """Tell a remark such as `(Applause.)` from the name of a source."""
    return name.endswith(".") or name.casefold() in _NOT_CREDITS


def _outlet(statement: str) -> str | None:
    """Return the name after `on`, `in`, `by` or `at` that is no day or month."""
    first = _FIRST_ON.search(statement)
    names = [first["name"]] if first else [match["name"] for match in _WHERE.finditer(statement)]
    tidy = (name.strip(" .") for name in names)
    return next((name for name in tidy if not _is_day(name.split()[0])), None)


def _is_day(word: str) -> bool:
    return month_number(word) is not None or word.casefold().endswith("day")


def _is_web(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return url.lower().startswith(("http://", "https://"))
