"""The forms of a trigger phrase: its first word inflected, the rest unchanged.

Forms are tagged `base`, `s` (third person), `past`, `participle`, `ing`; nouns `one`, `many`.
"""

from collections.abc import Iterator

_TAGS = ("base", "s", "past", "participle", "ing")
_NOUN_ROLES = frozenset({"instrument", "meeting", "member"})
_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


def _third(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")


def _doubles(word: str) -> bool:
    if len(word) < 3 or len(word) > 4 or word[-1] in "wxyaeiou":
        return False
    return word[-2] in _VOWELS and word[-3] not in _VOWELS


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return (word + word[-1] if _doubles(word) or word == "commit" else word) + "ed"


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return (word + word[-1] if _doubles(word) or word == "commit" else word) + "ing"


def _plural(phrase: str) -> str:
    if phrase.endswith("s") and not phrase.endswith("ss"):
        return phrase
    head, _, rest = phrase.partition(" of ")
    return f"{_third(head)} of {rest}" if rest else _third(phrase)


def _verb_forms(word: str, forms: str) -> Iterator[tuple[str, str]]:
    if forms != "verb":
        yield from zip(_TAGS, forms.split("|"), strict=False)
        return
    yield "base", word
    yield "s", _third(word)
    yield "past", _past(word)
    yield "ing", _ing(word)


def inflect(phrase: str, forms: str, role: str) -> Iterator[tuple[str, str]]:
    """Yield `(form, phrase)`; `forms` is empty, `verb`, or five forms of the first word."""
    if not forms:
        yield "one", phrase
        if role in _NOUN_ROLES and _plural(phrase) != phrase:
            yield "many", _plural(phrase)
        return
    first, _, rest = phrase.partition(" ")
    for tag, form in _verb_forms(first, forms):
        yield tag, f"{form} {rest}".strip()
