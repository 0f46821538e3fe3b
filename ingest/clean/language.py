"""The language of a text, by its script and a vote of its most frequent small words."""

import re
from collections.abc import Sequence
from typing import Final

_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_NOT_LATIN = re.compile(r"[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_OTHER_CYRILLIC = re.compile(r"[іїєґўәғқңөұүһјљњћђџѓќ]", re.IGNORECASE)
_STOP_WORDS: Final = {
    "en": "the of and to in a is that for on with as was by at from has said it",
    "fr": "le la les des du et en un une est que pour dans qui sur au par avec il",
    "es": "el la los las del de y en un una es que para con por se al su como",
    "de": "der die das und den von zu mit ist im für des ein eine auf dem nicht als",
    "pt": "o os a as do da dos das e em um uma que para com não por no na ao",
    "it": "il lo gli della del di e in un una che per con è nel sono dei alla le",
}
_LANGUAGES: Final = {
    word: tuple(code for code, others in _STOP_WORDS.items() if word in others.split())
    for words in _STOP_WORDS.values()
    for word in words.split()
}
_SAMPLE_CHARACTERS: Final = 600
_MIN_SCRIPT_SHARE = 0.2
_MIN_VOTES = 3
_MIN_SHARE = 0.12
_MIN_LEAD = 1.2


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of en, fr, es, de, pt, it, ru, ko, ja or zh, else `None`.

    The first 600 characters decide. A text too short or too mixed is `None`.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    if not sample.isascii() and _NOT_LATIN.search(sample):
        by_script = _by_script(sample)
        if by_script:
            return by_script if by_script != "other" else None
    return _by_votes(sample.casefold().split())


def _by_script(sample: str) -> str | None:
    letters = sum(1 for character in sample if character.isalpha()) or 1
    counts = {code: len(script.findall(sample)) for code, script in _SCRIPTS}
    if counts["ja"] / letters > 0.1:
        return "ja"
    code = max(counts, key=lambda name: counts[name])
    if counts[code] / letters < _MIN_SCRIPT_SHARE:
        return None
    if code == "ru" and _OTHER_CYRILLIC.search(sample):
        return "other"
    return code


def _by_votes(words: Sequence[str]) -> str | None:
    votes: dict[str, int] = {}
    for codes in [_LANGUAGES[word] for word in words if word in _LANGUAGES]:
        for code in codes:
            votes[code] = votes.get(code, 0) + 1
    if not votes:
        return None
    code = max(votes, key=votes.__getitem__)
    best = votes.pop(code)
    second = max(votes.values(), default=0)
    enough = best >= _MIN_VOTES and best >= _MIN_SHARE * len(words)
    return code if enough and best >= _MIN_LEAD * second else None
