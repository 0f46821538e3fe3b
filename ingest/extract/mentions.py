"""Find what the lexicon knows in a sentence: names, trigger words, offices and actor nouns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ingest.extract import lexicon
from ingest.extract.lexicon import Bucket, Entry, Table
from ingest.extract.tokens import Token
from ingest.extract.vocabulary import words

if TYPE_CHECKING:
    from ingest.extract.actors import Actor

_PREPOSITIONS = words("place_preposition")
_SPOKEN_AS_WORDS = words("acronym_spoken_as_word")
_WIDE_REGIONS = words("of_wide_region")
_PARTS_OF_PHRASES = ("join", "award")  # kinds of triggers that "join hands" is made of


@dataclass(slots=True)
class Mention:
    """A name in a sentence: tokens `[first, last)`, party code and what kind of thing it is."""

    first: int
    last: int
    kind: str
    code: str | None
    key: str
    name: str
    detail: str = ""


class Word(NamedTuple):
    """A trigger, office or actor noun in a sentence: tokens `[first, last)`."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class Stream:
    """The tokens of a sentence without hyphens, and where each stands among all tokens."""

    tokens: list[Token]
    norms: list[str]
    hyphenated: list[bool]  # joined to the previous token by a hyphen


def stream(tokens: list[Token]) -> Stream:
    """Return `tokens` without hyphens inside words; a dash between words stays."""
    norms = [token.norm for token in tokens]
    if "-" not in norms:
        return Stream(tokens, norms, [False] * len(tokens))
    kept: list[Token] = []
    joined: list[bool] = []
    pending = False
    for position, token in enumerate(tokens):
        if token.text == "-" and _inside_word(tokens, position):
            pending = True
            continue
        kept.append(token)
        joined.append(pending)
        pending = False
    return Stream(kept, [token.norm for token in kept], joined)


def _inside_word(tokens: list[Token], position: int) -> bool:
    if position == 0 or position + 1 >= len(tokens):
        return False
    before, token, after = tokens[position - 1 : position + 2]
    return before.end == token.start and token.end == after.start and after.text[0].isalnum()


def _fits_case(entry: Entry, tokens: list[Token], lowered: bool) -> bool:
    if entry.upper:
        if tokens[0].norm in _SPOKEN_AS_WORDS and len(tokens) == 1 and tokens[0].text.istitle():
            return True
        return all(
            token.text.isupper() or token.text == "'s"
            for token in tokens
            if token.text[0].isalpha()
        )
    if tokens[0].norm in _PREPOSITIONS and len(tokens) > 1 and not tokens[0].text.isupper():
        return False  # "in Space" is no name, "IN-SPACe" is
    written_small = entry.name.islower()  # "ispace"
    return lowered or written_small or any(token.capital for token in tokens)


def _name_at(
    flow: Stream, bucket: Bucket, position: int, lowered: bool
) -> tuple[int, Entry] | None:
    for length, entry in lexicon.matches(bucket, flow.norms, position):
        if _fits_case(entry, flow.tokens[position : position + length], lowered):
            return length, entry
    return None


def _is_of_wide_region(flow: Stream, position: int) -> bool:
    """Tell of the last word of "China-Latin American", which speaks of no single country."""
    return " ".join(flow.norms[max(0, position - 1) : position + 1]) in _WIDE_REGIONS


def are_joined(flow: Stream, one: "Mention | Actor", two: "Mention | Actor") -> bool:
    """Tell whether a hyphen joins two names of different bearers: "Kenya-Norway"."""
    return one.last == two.first and flow.hyphenated[two.first] and one.code != two.code


def find_names(flow: Stream, lowered: bool = False) -> list[Mention]:
    """Return the known names of a sentence, longest first from the left, without overlaps.

    `lowered` says that the article writes names without capitals.
    """
    found, free = [], 0
    for position, bucket in lexicon.starts(lexicon.names(), flow.norms):
        if position < free:
            continue
        hit = _name_at(flow, bucket, position, lowered)
        if hit is not None and not _is_of_wide_region(flow, position):
            length, entry = hit
            free = position + length
            found.append(
                Mention(
                    position,
                    free,
                    entry.kind,
                    entry.code or None,
                    entry.key,
                    entry.name,
                    entry.detail,
                )
            )
    return found


def find_triggers(flow: Stream) -> list[Word]:
    """Return the trigger words of a sentence: for each role the longest at each place.

    A short form in brackets says nothing anew: "memorandum of understanding (MoU)".
    """
    found = _apart_from_partners(_find(lexicon.triggers(), flow))
    if "(" not in flow.norms:
        return found
    told = {(word.last, word.entry.kind, word.entry.code) for word in found}
    return [word for word in found if not _is_short_form(flow, word, told)]


def _apart_from_partners(found: list[Word]) -> list[Word]:
    """Leave out the parts of phrases of partnership: who joins hands joins nothing."""
    phrases = [w for w in found if w.entry.kind == "partner" and w.last > w.first + 1]
    if not phrases:
        return found
    inside = {step for phrase in phrases for step in range(phrase.first, phrase.last)}
    return [
        word
        for word in found
        if word.entry.kind not in _PARTS_OF_PHRASES or word.first not in inside
    ]


def _is_short_form(flow: Stream, word: Word, told: set[tuple[int, str, str]]) -> bool:
    """Tell whether a word in brackets only shortens what stands before them."""
    before = flow.norms[word.first - 1] if word.first else ""
    bracketed = before == "(" and flow.norms[word.last : word.last + 1] == [")"]
    return bracketed and (word.first - 1, word.entry.kind, word.entry.code) in told


def find_words(flow: Stream) -> list[Word]:
    """Return the offices and actor nouns of a sentence."""
    return _find(lexicon.words(), flow)


def _find(table: Table, flow: Stream) -> list[Word]:
    found: list[Word] = []
    covered: dict[str, int] = {}
    for position, bucket in lexicon.starts(table, flow.norms):
        seen: set[str] = set()
        for length, entry in lexicon.matches(bucket, flow.norms, position):
            role = entry.kind
            if role not in seen and covered.get(role, 0) < position + length:
                seen.add(role)
                found.append(Word(position, position + length, entry))
                covered[role] = position + length
    return found
