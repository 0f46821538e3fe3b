"""Lists of words and phrases the grammar asks for, by name, from `seeds/extract_words.csv`."""

import re
from collections import defaultdict
from functools import cache

from ingest.project import read_seed

_ENDING = "*"  # at a word's end: with any further letters


def words(word_list: str) -> frozenset[str]:
    """Return the words of `word_list`; raises `KeyError` when the seed has no such list."""
    found = _lists().get(word_list)
    if found is None:
        raise KeyError(f"seeds/extract_words.csv has no word list {word_list!r}; add its rows")
    return found


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = defaultdict(set)
    for row in read_seed("extract_words"):
        lists[row["word_list"]].add(row["word"])
    return {name: frozenset(found) for name, found in lists.items()}


def alternatives(word_list: str) -> str:
    """Return the phrases of `word_list` as alternatives of a pattern, the longest first.

    "negotiat*" stands for every word that starts so. Raises `KeyError` as `words` does.
    """
    longest_first = sorted(words(word_list), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(_as_pattern, longest_first))


def _as_pattern(phrase: str) -> str:
    return " ".join(_word_as_pattern(word) for word in phrase.split(" "))


def _word_as_pattern(word: str) -> str:
    if word.endswith(_ENDING):
        return re.escape(word.removesuffix(_ENDING)) + r"\w*"
    return re.escape(word)


SAYING = words("say_verb") | words("announcing_verb")  # "said", "announced": verbs of a report
