"""Sums of money in a sentence: value in units, ISO 4217 currency, qualifier and period."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.vocabulary import alternatives
from ingest.facts.model import Amount, AmountPeriod, AmountQualifier
from ingest.project import read_seed

_MAGNITUDES = {
    **dict.fromkeys(("thousand", "k"), 1e3),
    **dict.fromkeys(("lakh", "lakhs"), 1e5),
    **dict.fromkeys(("million", "millions", "mn", "mln", "m"), 1e6),
    **dict.fromkeys(("crore", "crores"), 1e7),
    **dict.fromkeys(("billion", "billions", "bn", "bln", "b"), 1e9),
    **dict.fromkeys(("trillion", "trn", "tn", "lakh crore"), 1e12),
}
_QUALIFIERS: tuple[tuple[re.Pattern[str], AmountQualifier], ...] = (
    (re.compile(rf"\b(?:{alternatives('amount_up_to')})\s*$", re.I), "up_to"),
    (re.compile(rf"\b(?:{alternatives('amount_at_least')})\s*$", re.I), "at_least"),
    (re.compile(rf"\b(?:{alternatives('amount_over')})\s*$", re.I), "over"),
    (re.compile(rf"\b(?:{alternatives('amount_under')})\s*$", re.I), "under"),
    (re.compile(rf"(?:\b(?:{alternatives('amount_about')})|~)\s*$", re.I), "about"),
)
_PERIOD = re.compile(
    r"\s*(?:a|per|each|every|/)\s?(year|month|annum)\b|\s*(annually|yearly|monthly)\b", re.I
)
_DIGIT = re.compile(r"\d")
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d{{1,4}})?|\d{{1,12}}(?:[.,]\d{{1,4}})?)"
_SCALE = (
    r"(?:[\s-]?(?P<{}>lakh crore|thousand|millions?|mn|mln|billions?|bn|bln|trillion|trn|tn|"
    r"crores?|lakhs?|[mbk](?![a-z])))?"
)


@dataclass(frozen=True, slots=True)
class MoneyHit:
    """A sum in the text, offsets into the article."""

    start: int
    end: int
    amount: Amount


@cache
def _marks() -> dict[str, str]:
    """Return the marks and words of the currencies, lower-cased, with their codes."""
    marks: dict[str, str] = {"$": "USD"}
    for row in read_seed("currencies"):
        for word in [row["symbol"], row["currency_code"], *row["words"].split("|")]:
            if word.strip():
                marks.setdefault(word.strip().lower(), row["currency_code"])
    return marks


def _alternatives(words: list[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True)
    )


@cache
def _pattern() -> re.Pattern[str]:
    marks = list(_marks())
    before = [mark for mark in marks if not mark.isalpha() or len(mark) <= 3]
    after = [mark for mark in marks if len(mark) > 1]
    return re.compile(
        rf"(?<![\w$])(?P<before>{_alternatives(before)})\s?{_NUMBER.format('n1')}{_SCALE.format('m1')}"
        rf"|(?<![\w.,]){_NUMBER.format('n2')}{_SCALE.format('m2')}[\s-]?(?P<after>{_alternatives(after)})(?!\w)",
        re.IGNORECASE,
    )


def _value(number: str, scale: str | None) -> float:
    if re.fullmatch(r"\d+,\d{1,2}", number):
        number = number.replace(",", ".")
    value = float(number.replace(",", ""))
    return round(value * _MAGNITUDES[(scale or "").lower()], 2) if scale else value


def _qualifier(before: str) -> AmountQualifier | None:
    for pattern, qualifier in _QUALIFIERS:
        if pattern.search(before):
            return qualifier
    return None


def _period(match: re.Match[str] | None) -> AmountPeriod | None:
    if match is None:
        return None
    return "month" if "month" in match.group().lower() else "year"


def find_money(folded: str, start: int, end: int) -> list[MoneyHit]:
    """Return the sums in `folded[start:end]` in order; a conversion in brackets is left out."""
    hits: list[MoneyHit] = []
    if not _DIGIT.search(folded, start, end):
        return hits
    for match in _pattern().finditer(folded, start, end):
        number, scale = match["n1"] or match["n2"], match["m1"] or match["m2"]
        mark = " ".join((match["before"] or match["after"]).lower().split())
        value = _value(number, scale)
        bracketed = folded[max(start, match.start() - 12) : match.start()].rstrip().endswith("(")
        if value <= 0 or (bracketed and hits):
            continue
        qualifier = _qualifier(folded[max(start, match.start() - 30) : match.start()])
        per = _period(_PERIOD.match(folded, match.end(), min(end, match.end() + 14)))
        amount = Amount(value=value, currency=_marks()[mark], qualifier=qualifier, per=per)
        hits.append(MoneyHit(match.start(), match.end(), amount))
    return hits
