"""What a fact is called, for people to read: the title of an instrument, the action of a promise.

The rules mark tokens: the noun of an instrument, the verb of a deal, an act. Here they become a
phrase of the text's own words that can stand alone. What an instrument is about is looked up after
its noun, past parties, dates and places; no phrase ends in the middle.
"""

from collections.abc import Sequence

from ingest.extract.actors import Actor, party_name
from ingest.extract.acts import ACTION_VERBS, infinitive_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.grammar import clause_bounds
from ingest.extract.phrases import action_words, before_noun
from ingest.extract.vocabulary import words
from ingest.extract.written import written

Range = tuple[int, int]  # tokens

_PAIR = 2  # parties from which on a title that says nothing else names them
_LONGEST = 24  # tokens of a phrase
_SHORTEST = 6  # tokens that a phrase cut for its length keeps at least
_FAR = 28  # tokens after an instrument in which it is said what it is about
_BRACKET = 6  # tokens of a short form in brackets
_SUBJECT = 9  # tokens of what is to be sent, built, opened
_ABBREVIATED = 3  # letters of a word whose full stop ends no sentence
_SAID_WITHIN = 5  # tokens after a comma in which a speaker and the verb of saying stand
_LISTED = 7  # tokens from a comma to the "and" of its list

_RELATIVES = frozenset({"which", "that", "who", "whom", "whose", "where", "while", "when"})
_AFTERWARDS = frozenset({"before", "after", "during", "following", "since", "because", "although"})
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "should", "may"}
    | {"might", "can", "did", "does"}
)
_MARKS = frozenset({".", ";", ":", '"', ")", "(", "!", "?"})
_QUESTIONS = frozenset({"how", "what", "whether", "if", "as"})
_ENDS = (
    _RELATIVES | _AFTERWARDS | _FINITE | _MARKS
    | {"-", "with", "between", "by", "at", "under", "how", "what", "whether"}
)  # fmt: skip
_TURNS = _MARKS | _RELATIVES | _AFTERWARDS  # words after which something else is told
_ABOUT = frozenset({"about", "concerning", "regarding", "covering", "governing"})
_TOPICS = _ABOUT | {"on", "for", "to", "in", "of"}
_OBJECT_ENDS = frozenset({"from", "to", "with", "by", "for"})
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "this", "these"})
_UNFINISHED = (
    frozenset({",", "-", "and", "or", "as", "how", "not", "also", "than", "be", "been", "being"})
    | {"on", "for", "of", "to", "in", "into", "from", "about", "among", "including", "through"}
    | {"its", "their", "a", "an", "the", "this", "more", "both", "further", "upon", "over"}
    | _RELATIVES | _AFTERWARDS | _FINITE | {".", ";", ":", "(", "with", "between", "by", "at"}
    | {"under", "toward", "towards", "within", "around", "when", "if", "so", "but", "against"}
)  # fmt: skip
_OPENERS = _DETERMINERS | {"'s", "of", "under", "two", "three", "several", "another", "such", "any"}
_MODIFIERS = 5  # tokens before the noun of an instrument that may belong to its name
_PRONOUNS = frozenset({"we", "it", "they", "he", "she", "i", "this"})
_POINTING = frozenset({"them", "itself", "themselves", "him", "us"})
_SKIPPED = frozenset({",", "now", "then", "also", "in", "that", "turn"})
_OPENING = frozenset({"that", "also", "jointly", ",", '"', "to", "up", "then", "now"})
_NOT_TO = "not to "

_SAYING = words("say_verb") | words("announcing_verb")
_CALENDAR = words("calendar_word")
_NO_TOPIC = words("no_topic")
_LEASING = words("leasing_verb")
_PLAIN_FIRST = words("plain_modifier")
_WITH_ARTICLE = words("name_with_article")


def name(reading: Reading, fact: Draft, mentions: Sequence[Draft]) -> str:
    """Return the title or action of a fact by the one of its `mentions` that says it best."""
    if fact.kind == "commitment":
        return action(reading, max(mentions, key=_confidence))
    told, says = max((title(reading, draft) for draft in mentions), key=_says)
    if fact.kind != "agreement" or says or len(fact.parties) < _PAIR:
        return told
    link = "of" if fact.type == "joint_statement" else "between"
    *sides, last = (_with_article(party_name(actor)) for actor in fact.parties)
    return f"{told} {link} {', '.join(sides)} and {last}"


def _with_article(party: str) -> str:
    return f"the {party}" if party.partition(" ")[0].lower() in _WITH_ARTICLE else party


def _confidence(draft: Draft) -> float:
    return draft.features.get("confidence", 0.0)


_Title = tuple[str, int]  # and how many words say more than what kind of instrument it is


def _says(found: _Title) -> tuple[int, int]:
    told, more = found
    return more, len(told)


_NAMED = 99  # words that a proper name is worth
_NAMED_BY = 2  # words before its noun that name an instrument well enough


def title(reading: Reading, draft: Draft) -> _Title:
    """Return the title of an agreement by one mention, and how much it says."""
    if draft.kind != "agreement" or draft.span == (0, 0):
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
    if topic[0] <= _after_pair(sentence.flow.norms, last):
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
    while first < noun and flow.norms[first] in _PLAIN_FIRST and not flow.hyphenated[first]:
        first += 1
    while first > 0 and flow.hyphenated[first]:
        first -= 1  # "five-year"
    return first


def _modifies(sentence: Sentence, step: int) -> bool:
    token = sentence.flow.tokens[step]
    free = token.norm not in _OPENERS | _UNFINISHED | _FINITE
    return token.text.isalpha() and free and not token.norm.endswith("ly")


def _weight(sentence: Sentence, first: int, last: int) -> int:
    return len(action_words(sentence, first, last) - _PLAIN)


_PLAIN = words("before_title")


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
    last = _phrase_end(sentence, first, _ENDS | _OBJECT_ENDS)
    if norms[last : last + 1] == ["by"] and norms[last - 1].endswith("ed"):
        last -= 1  # "two satellites built by"
    return (first, last) if last > first and action_words(sentence, first, last) else None


def _is_somebody(actor: Actor, step: int) -> bool:
    return actor.first <= step < actor.last and (actor.code is not None or actor.kind != "name")


_NO_OBJECT = (_UNFINISHED - _DETERMINERS) | _PRONOUNS | _POINTING


# -- what an instrument is about -----------------------------------------------------------------


def _topic(sentence: Sentence, start: int, *, adjacent: bool) -> Range | None:
    """Return "on ...", "to ...", "for ..." after an instrument, past parties, dates and places."""
    norms = sentence.flow.norms
    step = _after_pair(norms, start)
    end = min(len(norms), step + _FAR)
    beside = norms[step : step + 1] in (["with"], ["between"])
    while step < end:
        if norms[step] in _TOPICS and _opens_topic(sentence, step, adjacent):
            last = _phrase_end(sentence, step + 1, _ENDS)
            if action_words(sentence, step + 1, last):
                return step, last
        if (adjacent or beside) and (told := _told_by_clause(sentence, step)):
            return told
        passed = _after_pair(norms, step)
        if passed == step and (norms[step] in _TURNS or _breaks_off(sentence, step)):
            return None
        adjacent = False
        step = max(passed, step + 1)
    return None


def _told_by_clause(sentence: Sentence, step: int) -> Range | None:
    """Return "that reserves a seat for ...", "under which ...", what an instrument does."""
    norms = sentence.flow.norms
    if norms[step : step + 2] == ["under", "which"]:
        return step, _phrase_end(sentence, step + 2, _RELATIVES | _AFTERWARDS | _MARKS | {"-"})
    if norms[step] not in ("that", "which") or step + 2 >= len(norms):
        return None
    verb = sentence.flow.tokens[step + 1]
    acts = verb.text.islower() and verb.norm.endswith("s") and verb.norm not in _NO_ACT
    if not acts and verb.norm not in ("will", "would"):
        return None
    last = _phrase_end(sentence, step + 2 + (not acts), _ENDS - {"with", "by", "at"})
    return (step, last) if last > step + 2 else None


_NO_ACT = _FINITE | {"this", "its", "his", "as", "us", "states"}


def _after_pair(norms: Sequence[str], step: int) -> int:
    """Return the token after a short form in brackets or a name in quotation marks at `step`."""
    closing = _PAIRS.get(norms[step]) if step < len(norms) else None
    inside = norms[step + 1 : step + _BRACKET]
    return step + 2 + inside.index(closing) if closing in inside else step


_PAIRS = {"(": ")", '"': '"'}


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
    if not tokens[after].text[0].isalpha() or norms[after] in _RELATIVES:
        return False
    return link not in ("in", "of") or (adjacent and not _is_place(sentence, step))


def _is_no_topic(sentence: Sentence, step: int) -> bool:
    """Tell whether a date follows at `step`, or a word that says nothing: "on behalf of"."""
    norms = sentence.flow.norms
    noun = step + (norms[step] in _DETERMINERS)
    return _is_date(sentence, step) or not _NO_TOPIC.isdisjoint(
        [norms[step], *norms[noun : noun + 1]]
    )


def _opens_infinitive(sentence: Sentence, step: int, adjacent: bool) -> bool:
    token = sentence.flow.tokens[step]
    plain = token.text.isalpha() and not token.capital and token.norm not in _DETERMINERS
    return plain and token.norm != "be" and (adjacent or token.norm in ACTION_VERBS)


def _is_place(sentence: Sentence, step: int) -> bool:
    """Tell whether "in" at `step` says where, or when."""
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    if norms[step] != "in":
        return False
    after = step + 1
    if any(a.first in (after, after + 1) and a.kind != "organization" for a in sentence.actors):
        return True
    return tokens[after].capital or norms[after] in _CALENDAR


def _is_date(sentence: Sentence, step: int) -> bool:
    start = sentence.flow.tokens[step].start
    known = sentence.flow.norms[step] in _CALENDAR and sentence.flow.tokens[step].capital
    return known or any(hit.start <= start < hit.end for hit in sentence.dates)


def _phrase_end(sentence: Sentence, first: int, ends: frozenset[str]) -> int:
    """Return where the phrase that begins at `first` ends."""
    norms, step = sentence.flow.norms, first
    while step < len(norms):
        passed = _after_pair(norms, step)
        if passed == step and _stops(sentence, first, step, ends):
            break
        step = max(passed, step + 1)
    last = _finished(sentence, first, _shortened(norms, first, step))
    pointed = norms[last - 1] in _PRONOUNS | _POINTING
    return _finished(sentence, first, last - 1) if pointed and last - first > 1 else last


def _stops(sentence: Sentence, first: int, step: int, ends: frozenset[str]) -> bool:
    norm = sentence.flow.norms[step]
    if norm in ends and not _is_inside(sentence, step):
        return True
    if norm == ",":
        return not _is_list(sentence, step)
    signing = any(
        w.first == step and w.entry.kind == "sign" and not w.entry.weak for w in sentence.triggers
    )
    where = norm == "in" and step > first and _is_place(sentence, step)
    return signing or where or norm in _SAYING or _is_date(sentence, step)


def _is_inside(sentence: Sentence, step: int) -> bool:
    """Tell whether a word that could end a phrase stands in it: "stand-by", "deepen that bond"."""
    norms = sentence.flow.norms
    pointing = norms[step] == "that" and norms[step - 1] in ACTION_VERBS
    return pointing or sentence.flow.hyphenated[step]


def _is_list(sentence: Sentence, step: int) -> bool:
    """Tell whether a comma parts the members of a list that goes on to an "and"."""
    after = sentence.flow.norms[step + 1 : step + 1 + _LISTED]
    if after[:1] == ["and"]:
        return False
    until = after.index("and") if "and" in after else -1
    return until > 0 and not (set(after[:until]) & (_ENDS | _PRONOUNS))


def _shortened(norms: Sequence[str], first: int, last: int) -> int:
    """Return where a phrase that is too long is cut: before its last preposition or "and"."""
    if last - first <= _LONGEST:
        return last
    cuts = [i for i in range(first + _SHORTEST, first + _LONGEST) if norms[i] in _UNFINISHED]
    return cuts[-1] if cuts else first + _LONGEST


def _finished(sentence: Sentence, first: int, last: int) -> int:
    """Return `last` without words and marks that leave a phrase unfinished."""
    norms = sentence.flow.norms
    while last > first and (
        norms[last - 1] in _UNFINISHED
        or norms[last - 2 : last] == ["for", "up"]
        or (norms[last - 1] == '"' and norms[first:last].count('"') % 2)
    ):
        last -= 1
    return last


# -- what is to be done --------------------------------------------------------------------------


def action(reading: Reading, draft: Draft) -> str:
    """Return the action of an undertaking by one mention."""
    if draft.span == (0, 0):
        return draft.title
    sentence = reading.sentences[draft.sentence]
    first = _act_start(sentence, *draft.span)
    last = _act_end(sentence, first, draft.span[1])
    if last <= first:
        return draft.title
    told = _with_infinitive(written(reading, sentence, first, last))
    if draft.title.startswith(_NOT_TO):
        return _NOT_TO + told
    return _passive_subject(reading, sentence, draft, first) + told


def _act_start(sentence: Sentence, first: int, last: int) -> int:
    norms = sentence.flow.norms
    while first < last - 1 and (norms[first] in _OPENING or _is_date(sentence, first)):
        first += 1
    for subject in range(first, min(first + 2, last - 1)):  # "it will assist", "is to refuse"
        verb = subject + (norms[subject] in _PRONOUNS)
        if norms[verb] in _FINITE and (verb > subject or norms[verb + 1 : verb + 2] == ["to"]):
            return _act_start(sentence, verb + 1, last)
    return first


def _act_end(sentence: Sentence, first: int, last: int) -> int:
    norms, step, related, quoted = sentence.flow.norms, first, False, False
    while step < last:
        related = related or norms[step] in _RELATIVES | _QUESTIONS
        quoted = quoted != (norms[step] == '"')
        if norms[step] in (";", "!", "?") or _is_full_stop(sentence, step):
            break
        if norms[step] == '"' and quoted and '"' not in norms[step + 1 : last]:
            break  # the quotation began before the act
        if step > first and norms[step] in _FINITE and not related:
            break
        if norms[step] == "-" or (norms[step] in (",", "and") and _turns(sentence, step + 1)):
            break
        step += 1
    return _finished(sentence, first, _shortened(norms, first, step))


def _is_full_stop(sentence: Sentence, step: int) -> bool:
    norms, tokens = sentence.flow.norms, sentence.flow.tokens
    if norms[step] != "." or step == 0:
        return norms[step] == "."
    short = len(norms[step - 1]) <= _ABBREVIATED and tokens[step - 1].capital
    return not short or step + 1 == len(norms)


def _turns(sentence: Sentence, step: int) -> bool:
    """Tell whether what follows is another's clause, or who said so: ", and we", ", she said"."""
    norms = sentence.flow.norms
    after = step
    while after < len(norms) and norms[after] in _SKIPPED | {"and"}:
        after += 1
    if norms[after : after + 1] and norms[after] in _PRONOUNS:
        return True
    if norms[step : step + 1] == ["and"] and norms[step - 1] == "," and _names(sentence, after):
        return True
    near = norms[step : step + _SAID_WITHIN]
    told = next((i for i, norm in enumerate(near) if norm in _SAYING), -1)
    return told > 0 and sentence.flow.tokens[step + told - 1].capital


def _names(sentence: Sentence, step: int) -> bool:
    """Tell whether a party is named at `step`, perhaps after an article or a date."""
    while step + 1 < len(sentence.flow.norms) and (
        sentence.flow.norms[step] in _DETERMINERS or _is_date(sentence, step)
    ):
        step += 1
    return any(a.first == step and a.code and not a.possessive for a in sentence.actors)


def _with_infinitive(act: str) -> str:
    """Return an act with its verb as a promise has it: "Deepening ties" as "deepen ties"."""
    verb, space, rest = act.partition(" ")
    base = verb.lower() if verb.lower() in ACTION_VERBS else infinitive_of(verb.lower())
    plain = not verb.isupper() and not rest.startswith("of ")
    return base + space + rest if base and space and plain else act


def _passive_subject(reading: Reading, sentence: Sentence, draft: Draft, first: int) -> str:
    """Return what is to be sent, built or opened, before "be sent": a thing, not a party."""
    norms = sentence.flow.norms
    if norms[first] != "be" or draft.anchor >= first:
        return ""
    start = clause_bounds(sentence, draft.anchor)[0]
    if not 0 < draft.anchor - start <= _SUBJECT or set(norms[start : draft.anchor]) & _NO_SUBJECT:
        return ""
    if any(a.first == start and a.last == draft.anchor for a in sentence.actors):
        return ""
    return written(reading, sentence, start, draft.anchor) + " to "


_NO_SUBJECT = _PRONOUNS | _RELATIVES | _FINITE | {"and", "but", "there", "to", "said", '"'}
