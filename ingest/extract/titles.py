"""Titles of instruments, for people to read, in the text's own words.

The rules mark tokens: the noun of an instrument, the verb of a deal. What it is about is looked up
after them, past parties, dates and places; a title that would say nothing names the parties.
"""

from collections.abc import Sequence

from ingest.extract.actors import ISLANDS, Actor, party_name
from ingest.extract.acts import ACTION_VERBS
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.phrase_ends import (
    AFTERWARDS,
    DETERMINERS,
    ENDS,
    FINITE,
    MARKS,
    POINTING,
    PRONOUNS,
    RELATIVES,
    UNFINISHED,
    is_date,
    is_place,
    phrase_end,
)
from ingest.extract.phrases import action_words, before_noun
from ingest.extract.tokens import after_pair
from ingest.extract.vocabulary import words
from ingest.extract.written import written

Range = tuple[int, int]  # tokens
_Title = tuple[str, int]  # and how many words say more than what kind of instrument it is

_PAIR = 2  # parties from which on a title that says nothing else names them
_FAR = 28  # tokens after an instrument in which it is said what it is about
_MODIFIERS = 5  # tokens before the noun of an instrument that may belong to its name
_NAMED = 99  # words that a proper name is worth
_NAMED_BY = 2  # words before its noun that name an instrument well enough
_TURNS = MARKS | RELATIVES | AFTERWARDS  # words after which something else is told
_ABOUT = frozenset({"about", "concerning", "regarding", "covering", "governing"})
_TOPICS = _ABOUT | {"on", "for", "to", "in", "of"}
_OBJECT_ENDS = frozenset({"from", "to", "with", "by", "for"})
_OPENERS = DETERMINERS | {"'s", "of", "under", "two", "three", "several", "another", "such", "any"}
_NO_OBJECT = (UNFINISHED - DETERMINERS) | PRONOUNS | POINTING
_NO_ACT = FINITE | {"this", "its", "his", "as", "us", "states"}
_NO_TOPIC = words("no_topic")
_LEASING = words("leasing_verb")
_PLAIN = words("before_title")
_PLAIN_FIRST = words("plain_modifier")
_WITH_ARTICLE = words("name_with_article")


def title_of(reading: Reading, fact: Draft, mentions: Sequence[Draft]) -> str:
    """Return the title of an agreement by the one of its `mentions` that says most."""
    told, says = max((_title(reading, draft) for draft in mentions), key=_says)
    if says or len(fact.parties) < _PAIR:
        return told
    link = "of" if fact.type == "joint_statement" else "between"
    *sides, last = (_with_article(party_name(actor)) for actor in fact.parties)
    return f"{told} {link} {', '.join(sides)} and {last}"


def _with_article(party: str) -> str:
    return f"the {party}" if party.partition(" ")[0].lower() in _WITH_ARTICLE else party


def _says(found: _Title) -> tuple[int, int]:
    told, more = found
    return more, len(told)


def _title(reading: Reading, draft: Draft) -> _Title:
    """Return the title of an agreement by one mention, and how much it says."""
    if draft.span == (0, 0):
        return draft.title, _NAMED
    sentence = reading.sentences[draft.sentence]
    if not draft.head:
        return _title_of_deal(reading, sentence, draft)
    return _title_of_instrument(reading, sentence, draft.span)


def _title_of_instrument(reading: Reading, sentence: Sentence, noun: Range) -> _Title:
    first, last = _start_of_name(sentence, noun[0]), noun[1]
    named = _weight(sentence, first, noun[0])
    topic = _topic(sentence, last, adjacent=True)
    if topic is None or (named >= _NAMED_BY and sentence.flow.norms[topic[0]] not in _TOPICS):
        return written(reading, sentence, first, last), named
    inner = _inner(sentence, topic)
    if inner is not None:
        return _title_of_instrument(reading, sentence, inner)
    said = named + _weight(sentence, *topic)
    if topic[0] <= after_pair(sentence.flow.norms, last):
        return written(reading, sentence, first, topic[1]), said
    head, subject = (written(reading, sentence, *part) for part in ((first, last), topic))
    return f"{head} {subject}", said


def _start_of_name(sentence: Sentence, noun: int) -> int:
    """Return where the name of an instrument begins: "a [barter] agreement", "[Space] Accord"."""
    flow, first = sentence.flow, before_noun(sentence, noun)
    start = first
    while start > 0 and _modifies(sentence, start - 1) and noun - start < _MODIFIERS:
        start -= 1
    opened = start > 0 and (flow.norms[start - 1] in _OPENERS or flow.norms[start - 1].isdigit())
    first = start if opened else first
    while first < noun and _says_nothing(sentence, first):
        first += 1
    while first > 0 and flow.hyphenated[first]:
        first -= 1  # "five-year"
    return first


def _says_nothing(sentence: Sentence, step: int) -> bool:
    """Tell of a word at the start of a name that says nothing of it: "new", "$311-million"."""
    norms, hyphenated = sentence.flow.norms, sentence.flow.hyphenated
    if norms[step].isdigit():
        return norms[step + 1] in _MILLIONS and hyphenated[step + 1]
    price = norms[step] in _MILLIONS and norms[step - 1].isdigit()
    return norms[step] in _PLAIN_FIRST and (price or not hyphenated[step])


_MILLIONS = frozenset({"million", "billion", "mn", "bn"})


def _modifies(sentence: Sentence, step: int) -> bool:
    token = sentence.flow.tokens[step]
    free = token.norm not in _OPENERS | UNFINISHED | FINITE and not token.norm.endswith("ly")
    return token.text.isalpha() and free and not _acts(sentence, step)


def _acts(sentence: Sentence, step: int) -> bool:
    """Tell whether a token is part of a body's name, or a verb of signing: "JAXA exchanged"."""
    bodies = any(a.first <= step < a.last and a.kind == "organization" for a in sentence.actors)
    signing = any(
        w.first <= step < w.last and w.entry.kind == "sign" and w.entry.detail == "past"
        for w in sentence.triggers
    )
    return bodies or signing


def _weight(sentence: Sentence, first: int, last: int) -> int:
    return len(action_words(sentence, first, last) - _PLAIN)


def _inner(sentence: Sentence, topic: Range) -> Range | None:
    """Return the noun of the instrument that a "paper on an agreement" or "text of a pact" is."""
    start = topic[0] + 1
    start += sentence.flow.norms[start : start + 1] in (["a"], ["an"], ["the"])
    for word in sentence.triggers:
        if word.first == start and word.entry.kind == "instrument" and not word.entry.weak:
            return word.first, word.last
    return None


def _title_of_deal(reading: Reading, sentence: Sentence, draft: Draft) -> _Title:
    """Name what is bought, hired or worked on: "contract for two satellites"."""
    norms, (verb, last) = sentence.flow.norms, draft.span
    noun = "lease" if norms[verb] in _LEASING else draft.type.replace("_", " ")
    bought = _object(sentence, last) if draft.type == "contract" else None
    if bought is not None:
        link = "of" if noun == "lease" else "for"
        thing = written(reading, sentence, *bought)
        return f"{noun} {link} {thing}", _weight(sentence, *bought)
    topic = _topic(sentence, last, adjacent=False)
    if topic is None:
        return noun, 0
    return f"{noun} {written(reading, sentence, *topic)}", _weight(sentence, *topic)


def _object(sentence: Sentence, first: int) -> Range | None:
    """Return the thing right after a verb of buying; nobody is a thing."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    if first >= len(norms) or any(_is_somebody(a, first) for a in sentence.actors):
        return None
    if norms[first] in _NO_OBJECT or not tokens[first].text[0].isalnum():
        return None
    last = phrase_end(sentence, first, ENDS | _OBJECT_ENDS)
    if norms[last : last + 1] == ["by"] and norms[last - 1].endswith("ed"):
        last -= 1  # "two satellites built by"
    return (first, last) if last > first and action_words(sentence, first, last) else None


def _is_somebody(actor: Actor, step: int) -> bool:
    return actor.first <= step < actor.last and (actor.code is not None or actor.kind != "name")


# -- what an instrument is about -----------------------------------------------------------------


def _topic(sentence: Sentence, start: int, *, adjacent: bool) -> Range | None:
    """Return "on ...", "to ...", "for ..." after an instrument, past parties, dates and places."""
    norms = sentence.flow.norms
    step = after_pair(norms, start)
    end = min(len(norms), step + _FAR)
    beside = norms[step : step + 1] in (["with"], ["between"])
    while step < end:
        if norms[step] in _TOPICS and _opens_topic(sentence, step, adjacent):
            last = phrase_end(sentence, step + 1, ENDS)
            if action_words(sentence, step + 1, last):
                return step, last
        if (adjacent or beside) and (told := _told_by_clause(sentence, step)):
            return told
        passed = after_pair(norms, step)
        if passed == step and (norms[step] in _TURNS or _breaks_off(sentence, step)):
            return None
        adjacent = False
        step = max(passed, step + 1)
    return None


def _told_by_clause(sentence: Sentence, step: int) -> Range | None:
    """Return "that reserves a seat for ...", "under which ...", what an instrument does."""
    norms = sentence.flow.norms
    if norms[step : step + 2] == ["under", "which"]:
        return step, phrase_end(sentence, step + 2, RELATIVES | AFTERWARDS | MARKS | {"-"})
    if norms[step] not in ("that", "which") or step + 2 >= len(norms):
        return None
    verb = sentence.flow.tokens[step + 1]
    acts = verb.text.islower() and verb.norm.endswith("s") and verb.norm not in _NO_ACT
    if not acts and verb.norm not in ("will", "would"):
        return None
    last = phrase_end(sentence, step + 2 + (not acts), ENDS - {"with", "by", "at"})
    return (step, last) if last > step + 2 else None


def _breaks_off(sentence: Sentence, step: int) -> bool:
    """Tell whether a comma ends what is said of an instrument, and lists no parties or dates."""
    tokens = sentence.flow.tokens
    if sentence.flow.norms[step] != "," or step + 1 >= len(tokens):
        return False
    after = tokens[step + 1]
    return not (after.capital or after.text[0].isdigit() or after.norm in _ABOUT | {"on"})


def _opens_topic(sentence: Sentence, step: int, adjacent: bool) -> bool:
    """Tell whether the link at `step` leads to what an instrument is about."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    link, after = norms[step], step + 1
    if after >= len(norms) or _is_no_topic(sentence, after):
        return False
    if any(a.first < step < a.last for a in sentence.actors):
        return False  # within a name: "Center for Tropical Agriculture"
    if link == "to":
        return _opens_infinitive(sentence, after, adjacent)
    if link == "for" and norms[after].isdigit():
        return norms[after + 1 : after + 2] != [] and norms[after + 1] not in _NO_TOPIC
    if not tokens[after].text[0].isalpha() or norms[after] in RELATIVES:
        return False
    return link not in ("in", "of") or (adjacent and not is_place(sentence, step))


def _is_no_topic(sentence: Sentence, step: int) -> bool:
    """Tell whether a date follows at `step`, or a word that says nothing: "on behalf of"."""
    norms = sentence.flow.norms
    noun = step + (norms[step] in DETERMINERS)
    if any(a.first == noun and norms[a.last - 1] in ISLANDS for a in sentence.actors):
        return True  # where it was signed
    return is_date(sentence, step) or not _NO_TOPIC.isdisjoint(
        [norms[step], *norms[noun : noun + 1]]
    )


def _opens_infinitive(sentence: Sentence, step: int, adjacent: bool) -> bool:
    token = sentence.flow.tokens[step]
    plain = token.text.isalpha() and not token.capital and token.norm not in DETERMINERS
    return plain and token.norm != "be" and (adjacent or token.norm in ACTION_VERBS)
