"""Fold a text for matching without moving any character: every offset stays valid.

Folding maps curly quotes, dashes, exotic spaces and accented letters to plain ones, and blanks
Markdown and HTML marks. `len(fold(text)) == len(text)` always holds.
"""

import re
import unicodedata

_QUOTES = {
    "‘": "'", "’": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-",
    "…": ".", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\t": " ", "\u3000": " ",
}  # fmt: skip
_MARKUP = re.compile(
    r"\]\([^)\s]{1,600}\)|\]\[[^\]\s]{0,80}\]|\*\*|__|</?[a-zA-Z!][^<>\n]{0,200}>|"
    r"(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)"
)
_LINK_OPEN = re.compile(r"\[(?=[^\]\n]{1,300} )")


def _plain_letters() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base
    special = {
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "ð": "d",
        "ß": "s",
        "ə": "a",
    }
    return table | {ord(letter): plain for letter, plain in special.items()}


_TABLE = {ord(char): plain for char, plain in _QUOTES.items()} | _plain_letters()
_FOLDED = re.compile("[" + re.escape("".join(map(chr, _TABLE))) + "]")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _plain(text: str) -> str:
    """Return `text.translate(_TABLE)`: one pass for each of the few such characters it has."""
    for char in set(_FOLDED.findall(text)):
        text = text.replace(char, _TABLE[ord(char)])
    return text


def fold(text: str) -> str:
    """Return `text` with plain letters, quotes and dashes and blanked markup, equally long."""
    folded = text if text.isascii() else _plain(text)
    if "](" in folded or "][" in folded or "*" in folded or "<" in folded or "_" in folded:
        folded = _MARKUP.sub(_blank, folded)
        folded = _LINK_OPEN.sub(" ", folded)
    return folded
