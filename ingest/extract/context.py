"""One article, read: its sentences with their names, actors and triggers, and what refers back.

Actors that only refer ("the two countries", "they", "the minister", "the company", "we") are
resolved in the order of the text, to what the article named before, else to its main pair.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.article import Article
from ingest.extract import gate, lexicon
from ingest.extract.actors import Actor, ActorFinder, Surroundings, party_name
from ingest.extract.asides import find_asides, set_aside
from ingest.extract.dates import Calendar, DateHit, find_dates
from ingest.extract.folding import fold
from ingest.extract.lexicon import Entry
from ingest.extract.mentions import (
    Mention,
    Stream,
    Word,
    are_joined,
    find_names,
    find_triggers,
    find_words,
    stream,
)
from ingest.extract.money import MoneyHit, find_money
from ingest.extract.passages import near_space, promising
from ingest.extract.sentences import Span, split
from ingest.extract.tokens import tokenize
from ingest.extract.vocabulary import SAYING, alternatives, words
from ingest.extract.year import year_told

if TYPE_CHECKING:
    from ingest.extract.drafts import Draft


@dataclass(slots=True)
class Sentence:
    """A sentence with everything found in it. Token positions refer to `flow.tokens`."""

    span: Span
    flow: Stream
    names: list[Mention]
    words: list[Word]
    triggers: list[Word]
    actors: list[Actor]
    groups: list[Actor]
    space: int
    asides: list[range]
    reading: "Reading"
    _dates: list[DateHit] | None = None
    _money: list[MoneyHit] | None = None

    @property
    def dates(self) -> list[DateHit]:
        """The dates of the sentence, read when first asked for."""
        if self._dates is None:
            reading, span = self.reading, self.span
            found = find_dates(reading.folded, span.start, span.end, reading.text, reading.calendar)
            # The day of a dateline is that of the text, not of what it tells.
            behind = reading.dateline_end(span)
            self._dates = [hit for hit in found if hit.end > behind]
        return self._dates

    @property
    def money(self) -> list[MoneyHit]:
        """The sums of money of the sentence, read when first asked for."""
        if self._money is None:
            self._money = find_money(self.reading.folded, self.span.start, self.span.end)
        return self._money

    @property
    def index(self) -> int:
        """The sentence's number in the article."""
        return self.span.index

    def is_aside(self, position: int) -> bool:
        """Tell whether token `position` stands in an aside that says what a body is."""
        return any(position in aside for aside in self.asides)

    def offset(self, position: int) -> int:
        """Return the character offset where token `position` starts."""
        return self.flow.tokens[position].start


@dataclass(slots=True)
class Memory:
    """What the article has named so far."""

    offices: dict[str, Actor] = field(default_factory=dict)
    surnames: dict[str, Actor] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    agency: Actor | None = None
    company: Actor | None = None
    country: Actor | None = None
    bodies: dict[str, Actor] = field(default_factory=dict)  # by the noun in their name
    pair: tuple[Actor, ...] = ()
    pair_at: int = -9
    speaker: Actor | None = None


_JOINT = re.compile(
    rf"\bjoint (?:\w+'?s?.? ){{0,2}}(?:{alternatives('joint_paper')})|"
    r"\bdeclaration\b|memorandum of",
    re.IGNORECASE,
)
_SPEECH = re.compile(rf"\b(?:{alternatives('speech')})\b", re.IGNORECASE)
_LOWER_WORD = re.compile(r"\b[a-z]{3,20}\b")
_DATELINE = re.compile(
    r"[A-Z]{2}[A-Z .'-]{1,28},? \([^()\n]{3,70}\b(?:19|20)\d\d\)|"
    r"[A-Z]{2}[A-Z .'-]{1,28}(?:[,./(]|\s\(|\s-)(?:[^.\n]|\b[A-Z][a-z]{2}\.){0,60}?"
    r"(?:\s-\s|:\s|-{2}|\d\.(?=\s|$)|\d$)|"
    r"(?:[A-Z][\w.'-]+ ?){1,3}(?:, (?:[A-Z][\w.'-]+ ?){1,3})? ?(?:, [^,:\n]{3,24})? - "
)
_ONLY_A_DAY = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?\.?"
)
_OFFICIAL = re.compile(rf"\b(?:{alternatives('official_publisher')})\b", re.IGNORECASE)
_PLACE_LINE = re.compile(
    r"(?:En [Rr]oute (?:[Tt]o )?)?"
    r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?, [A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?"
)
_DATELINE_WITHIN = 8  # sentences from the start of a text in which a dateline may stand
_DATELINE_LONG = 110  # characters
_BODY_NOUNS = words("body_noun")
_COURTESY_TITLES = words("courtesy_title")
_ANY_BODY = words("any_body")
_BODIES = ("organization", "state")  # "France's Ministry" is the latter
_SPELLINGS = {"center": "centre", "organization": "organisation", "agencies": "agency"}
_PAIR = 2
_HOST_BACK = 4  # sentences before "the two countries" in which one is told as a place
_NOT_MAIN = ("place", "aside")
_TITLE_WEIGHT = 4
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


class Reading:
    """An article read once, sentence by sentence."""

    def __init__(self, article: Article, *, selective: bool = True) -> None:
        """Read `article`: fold, split, spot and resolve.

        Facts are looked for in `promising` sentences; without `selective` all of them are.
        """
        self.article = article
        self.text = article.text
        self.folded = fold(article.text)
        self.calendar = _calendar(article, self.folded)
        spans = near_space(split(article, self.folded), self.folded)
        self.promising = (
            promising(self.text, spans, self.folded) if selective else frozenset(range(len(spans)))
        )
        # What the other sentences name is of use to those that may tell a fact, if there are any.
        self.spans = spans if self.promising else []
        self.lowered = _is_lowered(self.folded)
        self.acronyms: dict[str, Actor] = {}
        self.around = Surroundings(self.text, self.common)
        self.seen_people: set[str] = set()
        self.seen_codes: set[str] = set()
        self.other_bearers: set[str] = set()  # surnames of known people that others have here
        self.memory = Memory()
        self.sentences: list[Sentence] = []
        self.pairs: list[tuple[Actor, ...]] = []
        self.agreements: dict[int, list[Draft]] = {}  # by sentence, once they were asked for
        drafts = [self._spot(span) for span in self.spans]
        self.main = self._main_parties(drafts)
        self.issuer = self._issuer()
        for sentence in drafts:
            self._resolve(sentence)
            self.sentences.append(sentence)
            self.pairs.append(self.memory.pair)

    def quote(self, sentence: Sentence) -> str:
        """Return the sentence's own characters."""
        return self.text[sentence.span.start : sentence.span.end]

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text writes in lower case anywhere."""
        return frozenset(_LOWER_WORD.findall(self.folded))

    @cached_property
    def focus(self) -> float:
        """The share of sentences with a word of outer space."""
        spacey = sum(1 for sentence in self.sentences if sentence.space >= gate.STRONG)
        return spacey / max(1, len(self.sentences))

    @property
    def title(self) -> str:
        """The article's title, empty when it has none."""
        return self.article.title.value if self.article.title else ""

    @cached_property
    def is_joint(self) -> bool:
        """Whether the text is a statement of two or more governments, who are its "we"."""
        return bool(_JOINT.search(self.title))

    @cached_property
    def is_speech(self) -> bool:
        """Whether one person speaks in the text, as its title says, and not a group of states."""
        return bool(_SPEECH.search(self.title))

    @cached_property
    def titled(self) -> Actor | None:
        """The group of states that the title names, as the Quad."""
        title = fold(self.title)
        for name in find_names(stream(tokenize(title, 0, len(title)))):
            if name.code in lexicon.group_members():
                return Actor(0, 0, name.name or name.code or "", name.code, "organization")
        return None

    @cached_property
    def title_group(self) -> list[Actor]:
        """The states of a group that the title names, as the Quad."""
        code = self.titled.code if self.titled else None
        return _states(lexicon.group_members().get(code or "", ()))

    @cached_property
    def bilateral(self) -> bool:
        """Whether the article is about two parties: both named in its first sentences."""
        pair = {actor.code for actor in self.main[:2]}
        early = {a.code for s in self.sentences[:4] for a in s.actors if a.why_not != "place"}
        return len(pair) == 2 and pair <= early

    # -- spotting ----------------------------------------------------------------------------

    def _spot(self, span: Span) -> Sentence:
        flow = stream(tokenize(self.folded, span.start, span.end))
        words = find_words(flow)
        names = self._without_stray_surnames(flow, find_names(flow, self.lowered), words)
        self._settle_short_forms(flow, names)
        finder = ActorFinder(flow, names, words, self.around)
        actors = finder.find()
        self._set_aside_dateline(span, flow, actors)
        self.acronyms.update(finder.acronyms)
        for actor in actors:
            meant = self.acronyms.get(actor.name)
            if meant is not None and actor.kind in ("organization", "name", "state"):
                actor.code, actor.kind, actor.key = meant.code, "organization", meant.key
        asides = find_asides(flow, actors)
        set_aside(asides, actors)
        triggers, space = find_triggers(flow), gate.space_weight(flow)
        return Sentence(span, flow, names, words, triggers, actors, [], space, asides, self)

    def _settle_short_forms(self, flow: Stream, names: list[Mention]) -> None:
        """Read a short form that the article explained as what it stands for: "KSA"."""
        for name in names:
            meant = self.acronyms.get(flow.tokens[name.first].text)
            if meant is not None and name.last == name.first + 1 and name.code != meant.code:
                name.code, name.key, name.kind = meant.code, meant.key, "organization"
                name.name = meant.name

    def _set_aside_dateline(self, span: Span, flow: Stream, actors: list[Actor]) -> None:
        """Mark what stands in a dateline ("BAKU, Azerbaijan, October 4 -") as a place."""
        if span.index > _DATELINE_WITHIN:
            return
        if span.is_heading and _PLACE_LINE.fullmatch(self.folded, span.start, span.end):
            for actor in actors:
                actor.why_not = "place"
        end = self.dateline_end(span)
        for actor in actors:
            if flow.tokens[actor.last - 1].end <= end and actor.kind != "person":
                actor.why_not = "place"

    def dateline_end(self, span: Span) -> int:
        """Return the offset behind the dateline that opens a sentence, 0 without one."""
        if span.index > _DATELINE_WITHIN:
            return 0
        if self.article.dateline_on and _ONLY_A_DAY.fullmatch(self.folded, span.start, span.end):
            return span.end  # "ASTANA. September 11. KAZINFORM -"
        line = _DATELINE.match(self.folded, span.start, min(span.end, span.start + _DATELINE_LONG))
        return line.end() if line else 0

    def _without_stray_surnames(
        self, flow: Stream, names: list[Mention], words: list[Word]
    ) -> list[Mention]:
        """Keep a surname only after an office or when the article named the person before."""
        offices = {word.last for word in words if word.entry.kind == "office"}
        kept: list[Mention] = []
        for name in names:
            if name.kind == "person":
                self.seen_people.add(name.key)
            if name.kind == "surname" and not self._settle(flow, name, offices):
                continue
            kept.append(name)
            if name.code and name.kind != "surname":
                self.seen_codes.add(name.code)
        return kept

    def _settle(self, flow: Stream, name: Mention, offices: set[int]) -> bool:
        """Choose which bearer of a surname is meant; tell whether anybody is."""
        before = flow.norms[name.first - 1] if name.first else ""
        after_office = name.first in offices or before in _COURTESY_TITLES
        surname = " ".join(flow.norms[name.first : name.last])
        bearers = lexicon.bearers(surname)
        known = [entry for entry in bearers if entry.key in self.seen_people]
        if not after_office and _is_of_another(flow, name, bearers):
            self.other_bearers.add(surname)
        if surname in self.other_bearers and not known:
            return False
        near = [entry for entry in bearers if entry.code in self.seen_codes]
        chosen = known or (near if after_office else [])
        if before == "the" or not chosen:
            return bool(after_office and before != "the")
        name.code, name.key, name.name = chosen[0].code, chosen[0].key, chosen[0].name
        return True

    # -- the article's main parties ----------------------------------------------------------

    def _main_parties(self, drafts: list[Sentence]) -> list[Actor]:
        """Return the most named parties: the two (or more) the article is about."""
        counts: Counter[str] = Counter()
        best: dict[str, Actor] = {}
        folded_title = " ".join(fold(self.title).lower().split())
        for sentence in drafts:
            quote = " ".join(self.folded[sentence.span.start : sentence.span.end].lower().split())
            weight = _TITLE_WEIGHT if sentence.index == 0 or quote == folded_title else 1
            for actor in sentence.actors:
                if actor.code and actor.kind != "group":
                    counts[actor.code] += weight if actor.why_not not in _NOT_MAIN else 0
                    if actor.code not in best or (best[actor.code].why_not and not actor.why_not):
                        best[actor.code] = actor
        return [_as_state(best[code]) for code, count in counts.most_common(4) if count >= 1]

    def _issuer(self) -> Actor | None:
        """Return the state or agency that speaks as "we" in this text."""
        publisher = self.article.publisher.value if self.article.publisher else ""
        folded = fold(publisher)
        if not publisher:
            return None
        for name in find_names(stream(tokenize(folded, 0, len(folded)))):
            official = name.detail in (
                "space_agency",
                "ministry",
                "government_body",
                "seat",
                "armed_service",
            )
            land = name.kind in ("capital", "country") and bool(_OFFICIAL.search(folded))
            if name.code and (official or land):
                return Actor(0, 0, lexicon.country_name(name.code), name.code, "state")
        return None

    # -- references --------------------------------------------------------------------------

    def _resolve(self, sentence: Sentence) -> None:
        groups = [word for word in sentence.triggers if word.entry.kind == "group"]
        # Only what refers back asks for what was known before; the copy is not made for others.
        before = replace(self.memory, bodies=dict(self.memory.bodies)) if groups else self.memory
        for actor in sentence.actors:
            self._resolve_actor(actor)
            self._remember(actor)
        for word in groups:
            if not self._inside_actor(sentence, word):
                group = self._group(sentence, word, before)
                if group is not None:
                    sentence.groups.append(group)
        sentence.actors = [
            actor for actor in sentence.actors if actor.kind != "office" or actor.code
        ]
        parties = _distinct([a for a in sentence.actors if not a.why_not and a.code])
        if len({a.code for a in parties}) >= 2:
            self.memory.pair, self.memory.pair_at = tuple(parties), sentence.index

    @staticmethod
    def _inside_actor(sentence: Sentence, word: Word) -> bool:
        """Tell whether a word only belongs to somebody's name: "the company Galam"."""
        named = any(
            a.first in (word.last - 1, word.last) and a.kind in ("organization", "name")
            for a in sentence.actors
        )
        inside = any(
            a.first <= word.last - 1 < a.last and a.last - a.first > 1 for a in sentence.actors
        )
        return inside or (named and word.entry.code in ("agency", "company"))

    def _resolve_actor(self, actor: Actor) -> None:
        memory = self.memory
        if actor.kind == "organization" and actor.code is None:
            self._resolve_bare(actor)
        if actor.kind == "office":
            known = memory.offices.get(actor.office or "")
            if known is not None:
                actor.code, actor.name, actor.kind = known.code, known.name, "person"
                actor.person, actor.key = known.person, known.key
            return
        if actor.kind in ("name", "person"):
            surname = (actor.person or actor.name).split()[-1].lower()
            known = memory.surnames.get(surname)
            if known is not None and (actor.code is None or _is_again(actor, known)):
                actor.code, actor.name, actor.kind = known.code, known.name, "person"
                actor.person = known.person
        if actor.code is None and actor.kind in ("name", "organization"):
            actor.code = memory.names.get(actor.name.lower())
        if actor.code is None and actor.kind == "organization" and " " not in actor.name:
            meant = memory.bodies.get(_SPELLINGS.get(actor.name.lower(), actor.name.lower()))
            if meant is not None:  # "the Academy" of a text that named it in full
                actor.code, actor.name, actor.key = meant.code, meant.name, meant.key

    def _resolve_bare(self, actor: Actor) -> None:
        """Let a capital "the Company", "the Agency" stand for the one named last."""
        kind = _BARE.get(actor.name.lower())
        known: Actor | None = getattr(self.memory, kind) if kind else None
        if known is not None:
            actor.name, actor.code, actor.key = known.name, known.code, known.key

    def _remember(self, actor: Actor) -> None:
        memory = self.memory
        if actor.why_not == "speaker" and actor.code:
            memory.speaker = actor
        if actor.kind == "person" and actor.code:
            if actor.office and not lexicon.office_type(actor.office[:-1]):  # "Presidents A and B"
                memory.offices[actor.office.lower()] = actor
            if actor.person:
                memory.surnames[actor.person.replace(",", "").split()[-1].lower()] = actor
                memory.surnames.setdefault(actor.person.split()[0].lower(), actor)
        elif actor.kind in ("organization", "name") and actor.code:
            memory.names[actor.name.lower()] = actor.code
        self._remember_kind(actor)

    def _remember_kind(self, actor: Actor) -> None:
        noun = _noun_of(actor)
        if noun:
            self.memory.bodies[noun] = actor
        actor = _employer(actor)
        for kind in _kinds_of(actor, self.memory):
            setattr(self.memory, kind, actor)

    def _group(self, sentence: Sentence, word: Word, before: Memory) -> Actor | None:
        value = word.entry.code
        members: list[Actor] = []
        if value in ("pair", "leaders", "agencies", "they"):
            members = _reporters(sentence, word) if value == "they" else []
            members = members or self._own_pair(sentence, word)
            fresh = sentence.index - self.memory.pair_at <= 2
            members = members or (self._pair() if value != "they" or fresh else [])
        elif value == "start":
            opening = word.first <= 1 and sentence.flow.tokens[word.first].capital
            members = self._counted(word) or (self._pair() if opening else [])
        elif value in ("we", "speaker"):
            members = self._speaker(sentence, word)
        elif value in ("agency", "company", "country"):
            members = self._by_role(sentence, word, before)
        elif value == "speakers":
            members = self.main[:2] if len(self.main) >= 2 else []
        elif value == "it":
            members = self._antecedent(sentence, word)
        if not members:
            return None
        if len(members) > _PAIR and {"two", "both"} & set(word.entry.key.split()):
            members = self._two_of(members)
        first = members[0]
        name = first.name if len(members) == 1 else word.entry.key
        group = Actor(
            word.first, word.last, name, first.code if len(members) == 1 else None, "group"
        )
        group.members, group.key = members, value
        after = sentence.flow.norms[word.last : word.last + 1]
        group.possessive = after in (["'s"], ["'"]) or word.entry.key in ("our", "its", "their")
        return group

    def _two_of(self, members: list[Actor]) -> list[Actor]:
        """Return which two of many "the two" are: the text's main ones, else the first."""
        main = {actor.code for actor in self.main[:_PAIR]}
        chosen = [actor for actor in members if actor.code in main]
        return chosen if len(chosen) == _PAIR else members[:_PAIR]

    def _subject_of_last(self) -> Actor | None:
        """Return the state of who opens the sentence before: "A's agency failed. The country"."""
        last = self.sentences[-1].actors if self.sentences else []
        opening = next((a for a in last if a.code and a.first <= _OPENS), None)
        if opening is None or opening.code not in lexicon.member_states():
            return None
        return Actor(0, 0, lexicon.country_name(opening.code), opening.code, "state")

    def _by_role(self, sentence: Sentence, word: Word, before: Memory) -> list[Actor]:
        """Return the body that "the agency" or "the company" was: one named so, else the last.

        Only what stands before it counts, so that "the agency signs with B" is not B.
        """
        value, noun = word.entry.code, word.entry.key.split()[-1]
        if value == "country" and (land := _land_in_front(sentence, word)):
            return [land]
        noun = _SPELLINGS.get(noun, noun)
        earlier = [_employer(actor) for actor in sentence.actors if actor.last <= word.first]
        named = [actor for actor in earlier if _noun_of(actor) == noun]
        fitting = named or [actor for actor in earlier if value in _kinds_of(actor, before)]
        if word.entry.key.startswith(_OWN):  # "A, who heads B, said in C's capital that her agency"
            people = [a for a in sentence.actors if a.kind == "person" and a.last <= word.first]
            fitting = [_employer(a) if value != "country" else _as_state(a) for a in people[:1]]
        if not fitting and noun == "country":  # "President Erdogan said that the country"
            fitting = [_as_state(a) for a in earlier if a.kind == "person" and a.code]
        if fitting:
            return [fitting[-1]]
        if noun == "country" and word.first <= 1 and (subject := self._subject_of_last()):
            return [subject]
        known = before.bodies.get(noun)
        if known is None and (value != "agency" or noun in _ANY_BODY):
            known = getattr(before, value)
        return [known] if known is not None else []

    @staticmethod
    def _own_pair(sentence: Sentence, word: Word) -> list[Actor]:
        """Return the parties named earlier in the same sentence, when there are two."""
        before = [a for a in sentence.actors if a.last <= word.first and a.code and not a.why_not]
        found = _distinct(before)
        return found if len(found) >= _PAIR else _joined_before(sentence, word)

    def _pair(self) -> list[Actor]:
        """Return the two that "the two countries" are, if the text has told them."""
        if len(self.memory.pair) >= _PAIR:
            return list(self.memory.pair)
        if len(self.main) == 1:
            return self._with_host(self.main[0])
        return self.main[:_PAIR]

    def _with_host(self, guest: Actor) -> list[Actor]:
        """Return `guest` with the state it was told to be in: "A's president arrived in B"."""
        for sentence in reversed(self.sentences[-_HOST_BACK:]):
            for actor in sentence.actors:
                place = actor.why_not == "place" and actor.code in lexicon.member_states()
                if place and actor.code != guest.code:
                    return [guest, _as_state(actor)]
        return []

    def _counted(self, word: Word) -> list[Actor]:
        """Return the parties of "the four countries": as many as it says."""
        number = next((_NUMBERS[w] for w in word.entry.key.split() if w in _NUMBERS), 0)
        groups = (self.title_group, list(self.memory.pair), self.main)
        return next((group for group in groups if number and len(group) == number), [])

    def _speaker(self, sentence: Sentence, word: Word) -> list[Actor]:
        """Return who says "we": the speaker of the quotation, else the issuer of the text."""
        quoted = self._is_quoted(sentence, word)
        told = [g for g in sentence.groups if g.key in _SIDES and g.last <= word.first]
        sides = told[-1].members if told and not quoted else []  # "they agreed that we will"
        voices = [a for a in sentence.actors if a.code and a.why_not == "speaker"]
        if sides or voices:
            return sides or [_as_state(voices[-1])]
        people = [a for a in sentence.actors if a.code and a.kind == "person"]
        if quoted and people:
            return [_as_state(people[-1])]
        if not quoted and self.titled and not self.is_speech:
            return [self.titled]
        if self.is_joint and not quoted and len(self.main) >= 2:
            return self.main[:2]
        if self.memory.speaker is not None and (quoted or self.issuer is None):
            return [_as_state(self.memory.speaker)]
        return [self.issuer] if self.issuer else self.main[:1]

    def _is_quoted(self, sentence: Sentence, word: Word) -> bool:
        """Tell whether a word stands in a quotation that its sentence or its paragraph opens.

        An odd number of marks on one side: the word stands inside them, not beside a name.
        """
        norms = sentence.flow.norms
        if any(side.count('"') % 2 == 1 for side in (norms[: word.first], norms[word.first :])):
            return True
        paragraph = (s.start for s in self.spans if s.paragraph == sentence.span.paragraph)
        before = self.folded[min(paragraph) : sentence.span.start]
        return before.count('"') % 2 == 1 and before.count('"') > 1

    def _antecedent(self, sentence: Sentence, word: Word) -> list[Actor]:
        before = [
            a
            for a in sentence.actors
            if a.last <= word.first and a.code and a.why_not in ("", "speaker")
        ]
        if before and sentence.flow.norms[word.first - 1] in _HELPING:
            return self._helped(before)
        meant = [g for g in sentence.groups if g.last <= word.first and g.key in _BODY_GROUPS]
        if meant and (not before or meant[-1].first > before[-1].first):
            return meant[-1].members[:1]  # "the agency said it will"
        if before:
            first = _is_main_subject(sentence, before[0], word) or _in_deal(sentence, word)
            return [before[0] if first else _teller(sentence, before, word)]
        return self._named_last()[:1]

    def _helped(self, before: Sequence[Actor]) -> list[Actor]:
        """Return whom "will help it" means: who was named last beside the helper itself."""
        named = [*self._named_last(), *before[:-1]]
        return [a for a in named if a.code != before[-1].code][-1:]

    def _named_last(self) -> list[Actor]:
        """Return who may be meant in the sentence before."""
        last = self.sentences[-1].actors if self.sentences else []
        return [a for a in last if a.code and a.why_not in ("", "speaker")]


_HELPING = words("helping_verb") | words("letting_verb")


def _is_main_subject(sentence: Sentence, actor: Actor, word: Word) -> bool:
    """Tell whether an aside parts a subject from its verb: "A, which flew B's craft, said it"."""
    norms, verb = sentence.flow.norms, _report_before(sentence, word)
    opens = actor.first <= 1 and norms[actor.last : actor.last + 1] == [","]
    return opens and verb > actor.last and norms[verb - 1] == ","


def _in_deal(sentence: Sentence, word: Word) -> bool:
    """Tell of "A signed a deal with B in which it pledges": who acts is who signed first."""
    left = sentence.flow.norms[max(0, word.first - 2) : word.first]
    return left[1:] == ["which"] and left[0] in _WITHIN


def _teller(sentence: Sentence, before: list[Actor], word: Word) -> Actor:
    """Return whom "it" means: the last one named, or who told that one: "A assured B that it"."""
    norms, told = sentence.flow.norms, before[-1]
    at = told.first - 1 - (norms[told.first - 1] == "the")
    addressed = norms[told.last : word.first] == ["that"] and norms[at] in _TELLING_TO
    return before[-2] if addressed and len(before) > 1 else told


def _land_in_front(sentence: Sentence, word: Word) -> Actor | None:
    """Return the state of "In Ghana, the government plans", in which the government is."""
    norms = sentence.flow.norms
    for actor in sentence.actors:
        fronted = norms[:1] == ["in"] and actor.first <= _OPENS and actor.last < word.first
        if fronted and norms[actor.last] == "," and lexicon.is_land(actor.name) and actor.code:
            return Actor(0, 0, lexicon.country_name(actor.code), actor.code, "state")
    return None


def _joined_before(sentence: Sentence, word: Word) -> list[Actor]:
    """Return the states of "at the Kenya-Norway summit, the two sides"."""
    flow = sentence.flow
    states = [a for a in sentence.actors if a.code and a.kind == "state" and a.last <= word.first]
    for left, right in pairwise(states):
        marked = flow.norms[left.last : right.first] in (["-"], ["/"]) and left.code != right.code
        if marked or are_joined(flow, left, right):
            return [_as_state(left), _as_state(right)]
    return []


def _reporters(sentence: Sentence, word: Word) -> list[Actor]:
    """Return who says what "they" did: A and B of "A and B announced that they had signed"."""
    verb = _report_before(sentence, word)
    if verb < 1:
        return []
    told = [
        a
        for a in sentence.actors
        if a.last <= verb and a.code and a.kind in _WHO_REPORT and a.why_not in ("", "speaker")
    ]
    return told if len(told) >= _PAIR and verb - told[-1].last <= 1 else []


def _report_before(sentence: Sentence, word: Word) -> int:
    """Return where the verb of "said that" stands right before a word, -1 if there is none."""
    norms = sentence.flow.norms
    verb = word.first - 1 - (norms[max(0, word.first - 1)] == "that")
    return verb if verb >= 0 and norms[verb] in SAYING else -1


_SIDES = ("pair", "they", "leaders")
_OPENS = 2  # tokens at the start of a sentence in which its subject begins
_OWN = ("his ", "her ")
_WITHIN = frozenset({"in", "under", "by", "through"})
_TELLING_TO = words("telling_to")
_WHO_REPORT = ("organization", "name", "state", "person")
_BODY_GROUPS = ("agency", "company", "country")
_BARE = dict.fromkeys(words("bare_company"), "company")
_BARE |= dict.fromkeys(words("bare_agency"), "agency")


def _employer(actor: Actor) -> Actor:
    """Return the body for which a person speaks: "NASRDA director-general A"; else the actor."""
    if actor.kind != "person" or not actor.code or not actor.name:
        return actor
    if party_name(actor) == lexicon.country_name(actor.code):
        return actor
    key = "" if "compan" in actor.name.lower() else "employer"
    return Actor(actor.first, actor.last, actor.name, actor.code, "organization", key=key)


def _kinds_of(actor: Actor, memory: Memory) -> tuple[str, ...]:
    """Return what an actor may be called later: "the company", "the agency", "the country"."""
    if actor.name.lower() in _BARE:
        return ()
    if actor.kind == "organization" and actor.why_not != "place":
        if "compan" in actor.name.lower() or actor.key == "" or actor.code is None:
            return ("company",)
        return ("agency",) if memory.company else ("agency", "company")
    if actor.kind == "name" and not actor.why_not:
        known = memory.company  # a name of unknown kind does not take the place of a known firm
        return ("company",) if known is None or known.code is None or actor.code else ()
    return ("country",) if actor.kind == "state" and actor.why_not != "place" else ()


def _states(codes: Iterable[str]) -> list[Actor]:
    return [Actor(0, 0, lexicon.country_name(code), code, "state") for code in codes]


def _is_again(actor: Actor, known: Actor) -> bool:
    """Tell whether a name is a known person's, and no firm of a city: "met Mehta in Nairobi"."""
    return actor.kind == "name" and (" " not in actor.name or actor.name == known.person)


def _is_of_another(flow: Stream, name: Mention, bearers: tuple[Entry, ...]) -> bool:
    """Tell whether another given name stands before a surname: "Kurt", not "Lisa Campbell"."""
    if not name.first:
        return False
    given = flow.tokens[name.first - 1]
    is_given = given.capital and not given.text.isupper() and given.text.isalpha()
    return is_given and given.text[0] not in {entry.name[:1] for entry in bearers}


def _noun_of(actor: Actor) -> str:
    """Return the noun in a body's longer name by which a text may call it again."""
    if actor.kind not in _BODIES or actor.code is None or actor.why_not == "place":
        return ""
    if actor.key in lexicon.space_agencies():
        return "agency"
    parts = actor.name.lower().replace(",", " ").split()
    nouns = [_SPELLINGS.get(w, w) for w in parts if _SPELLINGS.get(w, w) in _BODY_NOUNS]
    return nouns[0] if nouns and len(parts) > 1 else ""


def _as_state(actor: Actor) -> Actor:
    if actor.kind == "person" or actor.why_not == "modifier":
        return Actor(0, 0, lexicon.country_name(actor.code or ""), actor.code, "state")
    return actor


def _distinct(actors: list[Actor]) -> list[Actor]:
    seen: dict[tuple[str | None, str], Actor] = {}
    for actor in actors:
        seen.setdefault((actor.code, actor.code or actor.name), actor)
    return list(seen.values())


def _calendar(article: Article, folded: str) -> Calendar:
    if article.dateline_on is not None:
        return Calendar(article.dateline_on.value, "dateline")
    if article.published_on is not None:
        return Calendar(article.published_on.value, "published")
    return Calendar(None, "article", year_told(folded))


def _is_lowered(folded: str) -> bool:
    """Tell whether the article writes nearly everything in lower case."""
    sample = folded[:4000]
    letters = sum(map(str.isalpha, sample))
    return letters > 80 and sum(map(str.isupper, sample)) < 0.004 * letters
