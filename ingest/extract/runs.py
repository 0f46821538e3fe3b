"""Names nobody listed: runs of capitals, told apart by head words into organisations and others."""

from collections.abc import Iterator
from typing import NamedTuple

from ingest.extract import lexicon
from ingest.extract.mentions import Mention, Stream
from ingest.extract.tokens import MONTH_OF_MAY
from ingest.extract.vocabulary import words

_CONNECTORS = words("name_connector")
_NAME_PARTICLES = words("name_particle")
_NOT_NAMES = words("not_a_name") | {MONTH_OF_MAY}
_NEVER = frozenset(
    {"we", "i", "our", "he", "she", "they", "it", "this", "that", "there", "and", "or", "but"}
)
_OPENERS = frozenset({'"', "(", ":", "-", "*", "[", "'"})
CALENDAR = words("calendar_word") | {MONTH_OF_MAY}
_OPENING_NAMES = frozenset({"space", "earth"})
_MAX_RUN = 16
_SENTENCE_ENDS = frozenset({".", "!", ";"})


class Run(NamedTuple):
    """A run of capitalised tokens `[first, last)`; `is_organization` by its head words."""

    first: int
    last: int
    is_organization: bool
    has_head: bool = False


_SEATED = "based"  # "Tokyo-based Zed Orbits" is two names
_NOBODY = words("end_of_no_body")
_BEFORE_TOPIC = frozenset({"in", "into", "on", "to"})


def is_title_case(flow: Stream) -> bool:
    """Tell whether a line capitalises nearly every longer word, as headlines do.

    A sentence full of names does so too, but it ends in a full stop and has some other word.
    """
    longer = [token for token in flow.tokens if len(token.text) > 3 and token.text.isalpha()]
    capitals = sum([token.capital for token in longer])
    share = 1.0 if flow.tokens[-1].text in _SENTENCE_ENDS else 0.75
    return len(longer) >= 4 and capitals >= share * len(longer)


def _is_name_token(flow: Stream, position: int) -> bool:
    token = flow.tokens[position]
    if not token.capital or not token.text[0].isalpha():
        return False
    if token.norm in CALENDAR:
        return False
    if len(token.text) == 1 and flow.norms[position + 1 : position + 2] != ["."]:
        return False
    if token.norm not in _NOT_NAMES:
        return True
    if position > 0 and not _starts(flow, position):
        return token.norm not in _NEVER
    return _opens_name(flow, position)


def _opens_name(flow: Stream, position: int) -> bool:
    """Tell whether a plain word that opens a sentence begins a name: "Space Machines Company"."""
    after = flow.tokens[position + 1 : position + 2]
    named = bool(after) and after[0].capital and after[0].norm not in CALENDAR
    return flow.norms[position] in _OPENING_NAMES and named and not is_title_case(flow)


def _starts(flow: Stream, position: int) -> bool:
    return position == 0 or flow.norms[position - 1] in _OPENERS


def _grows(flow: Stream, position: int, stops: frozenset[int], has_head: bool) -> int:
    """Return the position after the connectors at `position` if a run goes on there, else -1."""
    if (initial := _past_initial(flow, position)) >= 0:
        return initial if initial not in stops else -1
    end = position
    while end < len(flow.tokens) and flow.norms[end] in _CONNECTORS and end - position < 2:
        end += 1
    if (
        end >= len(flow.tokens)
        or not flow.tokens[end].capital
        or flow.tokens[end].norm in ("the", "a")
        or flow.tokens[end].norm in CALENDAR
    ):
        return -1
    if end == position:
        return end
    words = flow.norms[position:end]
    if "and" in words and (end in stops or _ends_name(flow, position)):
        return -1
    if all(word in _NAME_PARTICLES for word in words):
        return end
    return end if has_head else -1


def _past_initial(flow: Stream, position: int) -> int:
    """Return where a name goes on at or after a middle initial, "John D. Smith"; else -1."""
    if _is_initial(flow, position):
        return position
    after = flow.tokens[position + 1 : position + 2]
    goes_on = bool(after) and after[0].capital and after[0].norm not in CALENDAR
    return position + 1 if goes_on and _is_initial(flow, position - 1) else -1


def _is_initial(flow: Stream, position: int) -> bool:
    """Tell whether a letter stands for a second name: "D." after "John", before a capital."""
    around = flow.tokens[max(0, position - 1) : position + 3]
    if position < 1 or len(around) < 4 or len(around[1].text) != 1:
        return False
    first, letter, stop, last = around
    named = first.capital and first.text[1:].islower() and letter.capital and stop.text == "."
    return named and last.capital and last.norm not in _NOT_NAMES


def _ends_name(flow: Stream, position: int) -> bool:
    """Tell whether a body's name is whole before "and": "the Space Center and B Corporation"."""
    return lexicon.head_words().get(flow.tokens[position - 1].text) == "prefix"


def _head_position(flow: Stream, first: int, last: int) -> int:
    heads = lexicon.head_words()
    for position in range(first, last):
        if heads.get(flow.tokens[position].text) == "prefix":
            return position
    return -1


def _is_marked(flow: Stream, first: int, last: int) -> bool:
    """Tell whether the first or the last word of a run is that of a firm: "PT Zed", "Zed Labs"."""
    if last - first < 2:
        return False
    heads = lexicon.head_words()
    word = flow.tokens[last - 1].text.rstrip(".")
    led = flow.norms[last - 2] in _BEFORE_TOPIC  # "Explore Working Together In Space"
    is_led = heads.get(flow.tokens[first].text) == "front"
    return is_led or (heads.get(word) == "suffix" and not led)


def find_runs(flow: Stream, names: list[Mention]) -> Iterator[Run]:
    """Yield the capitalised runs of a sentence that are not just a known name."""
    known = {mention.first: mention.last for mention in names}
    stops = frozenset(known)
    free = 0
    for position in [at for at, token in enumerate(flow.tokens) if token.capital]:
        if position < free or not _is_name_token(flow, position):
            continue
        last, has_head = _extend(flow, position, known, stops)
        nobody = last - position > 1 and flow.norms[last - 1] in _NOBODY
        named = known.get(position) != last and not nobody
        if named and not _is_compound_adjective(flow, position, last):
            organization = has_head or _is_marked(flow, position, last)
            yield Run(position, last, organization, has_head)
        free = last


def _is_compound_adjective(flow: Stream, first: int, last: int) -> bool:
    """Tell whether a run is only "Tokyo-based": a capital and a word joined to it."""
    return (
        last - first == 2 and flow.hyphenated[first + 1] and flow.tokens[first + 1].text.islower()
    )


def _extend(
    flow: Stream, first: int, known: dict[int, int], stops: frozenset[int]
) -> tuple[int, bool]:
    last = known.get(first, first + 1)
    has_head = _head_position(flow, first, last) >= 0
    while last - first < _MAX_RUN:
        if last < len(flow.tokens) and flow.hyphenated[last] and flow.tokens[last].text.islower():
            last += 1  # the second half of a given name: "Dae-ho"
            if flow.norms[last - 1] == _SEATED:
                break
            continue
        following = _grows(flow, last, stops, has_head)
        if following < 0:
            break
        last = known.get(following, following + 1)
        has_head = has_head or _head_position(flow, first, last) >= 0
    return last, has_head
