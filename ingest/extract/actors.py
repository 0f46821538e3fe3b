"""Who acts in a sentence: names with their offices and nouns, as parties carry them.

A state, agency, company or person is an actor. A place, a possessive, an adjective before a thing
("Russian cosmonauts", "Japan's rover") is kept with a flag that says why it is not one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.extract import lexicon
from ingest.extract.dates import MONTH_NUMBER, WEEKDAYS
from ingest.extract.mentions import Mention, Stream, Word, are_joined
from ingest.extract.runs import Run, find_runs, is_title_case
from ingest.extract.vocabulary import words

# Words that begin with a capital without being anybody's name.
_TITLES = ("mr", "ms", "mrs", "dr", "prof", "sir")
_GATHERINGS = (
    "meeting",
    "session",
    "forum",
    "summit",
    "conference",
    "dialogue",
    "symposium",
    "seminar",
    "workshop",
    "congress",
    "roundtable",
    "exhibition",
    "week",
)
_BODIES = ("moon", "mars", "earth", "sun")
_COMPASS = ("north", "south", "east", "west")
_CONTINENTS = words("continent")
_PORTFOLIOS = words("portfolio") | {"and", "of", "the", "for", ","}
_COURTESY = words("courtesy_title")
_BEFORE_NAME = _COURTESY | {"."}
_ADDRESS = _BEFORE_NAME | {",", "he", "she"}
_ADDRESSED = 5  # tokens between an office and a name: ", Prof. Dr."
_SHORT_FORM, _LONGEST = 3, 9  # tokens of "(KSA)", and letters of such a mark
ISLANDS = frozenset({"island", "islands"})  # "on" tells a place of these alone
_NAMES_OF_A_PERSON = (2, 3)  # words of a name that may be a person's
_FULL_NAME = 2  # words of a name after an office and its portfolio
_NO_NAMES = frozenset((*MONTH_NUMBER, *WEEKDAYS, *_TITLES, *_BODIES, *_COMPASS, "i"))
_NOBODYS = _NO_NAMES | words("nobodys_name")
_SAID_RIGHT_BEFORE = frozenset({"said", "says", "told", "tells", "added", "adds"})
_PLACE_PREPOSITIONS = words("place_preposition")
_FUNCTION_WORDS = words("function_word")
_SAY = words("say_verb")
_LANDS = ("country", "capital", "region")
_LISTED = ("country", "organization")
_PEOPLE = ("person", "surname")
_STATES = ("adjective", *_LANDS)  # kinds of names that tell the state of a body
_MAX_GAP = 3
_AUXILIARIES = frozenset(
    {"will", "would", "can", "could", "may", "might", "must", "shall", "should"}
    | {"is", "are", "was", "were", "has", "have", "had"}
)
_CRAFTS = words("craft_noun")
_CRAFT_WITHIN = 9  # tokens of an aside that says what a name is: "the first Kenyan satellite"
_ASIDE_ENDS = frozenset(
    {",", ".", "which", "that", "and", "to", "for", "on", "in", "with", "of", "by", "from"}
)
ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_JOINED_STATES = {"and": "adjective", "'s and": "country"}  # what is joined by which words
_WITH_HEAD = 2  # tokens of "Norwegian agencies", an adjective with its noun
_BODY_WITHIN = 5  # tokens from "state" in which the body stands that it owns
_OF_CONTINENTS = words("of_continent")
_CREW = words("crew")
_APPOSITION_ENDS = _SAY | _AUXILIARIES | {",", ")", "which", "who", "and"}
_BRANCH_LANDS = ("country", "organization")
_CITIES = ("region", "capital")
_MONEY = frozenset({"dollar", "dollars"})
_PAPERS = words("named_for_city")
_AFTER_PLACE = frozenset({",", ".", ";", ")", "during", "on", "for", "to", "from", "with", "where"})
_RANKS = words("rank_short")
_OPENING = words("opening_participle")
_MODIFIED = words("modified_noun")
_MADE = words("made_by")
_PEOPLE_OF = words("people_of_body")


@dataclass(slots=True)
class Actor:
    """Somebody named in a sentence: tokens `[first, last)`, name and party code.

    `why_not` is empty for an actor; else place, possessive, modifier, speaker.
    """

    first: int
    last: int
    name: str
    code: str | None
    kind: str  # state, organization, person, name, group
    person: str | None = None
    office: str | None = None
    why_not: str = ""
    possessive: bool = False
    key: str = ""
    members: list["Actor"] = field(default_factory=list)


def party_name(actor: Actor) -> str:
    """Return a party as written; a state that an adjective, capital or person names, by its own."""
    name = actor.name or actor.person or "unknown"
    if actor.code and (not actor.name or lexicon.stand_ins().get(name.lower()) == actor.code):
        return lexicon.country_name(actor.code)
    return name


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the article knows beside a sentence: its text, and words it writes in lower case.

    `crafts` are the names that it gave to satellites and the like; they grow as it is read.
    """

    text: str
    common: frozenset[str]
    crafts: set[str] = field(default_factory=set)


class ActorFinder:
    """Assemble the actors of one sentence from names, runs of capitals, offices and nouns."""

    def __init__(
        self,
        flow: Stream,
        names: list[Mention],
        words: list[Word],
        around: Surroundings,
    ) -> None:
        """Take the tokens, names and words of one sentence; texts give the surface forms."""
        self.flow, self.text, self.common = flow, around.text, around.common
        self.crafts = around.crafts
        self.names = {mention.first: mention for mention in names}
        self.offices = {w.first: w for w in words if w.entry.kind == "office"}
        self.nouns = {w.first: w for w in words if w.entry.kind == "noun"}
        self.runs: dict[int, Run] = {}
        title = is_title_case(flow)
        for found in find_runs(flow, names):
            run = _after_opening(flow, found)
            nobody = flow.norms[run.first : run.last] == ["outer", "space"] or self._is_of_two(
                run.first, run.last
            )
            if (not title or run.is_organization) and not nobody:
                self.runs[run.first] = run
        self._part_offices_from_names()
        self.parted = frozenset(self._part_portfolios_from_names())
        self.title = title
        self.acronyms: dict[str, Actor] = {}

    def _is_of_two(self, first: int, last: int) -> bool:
        """Tell whether a body is that of two states, which act in it: "Russo-Kenyan Commission"."""
        one = self.names.get(first)
        two = self.names.get(one.last) if one is not None else None
        if one is None or two is None or last <= two.last:
            return False
        return one.kind in _STATES and two.kind in _STATES and are_joined(self.flow, one, two)

    def _follows_state(self, name: Mention) -> bool:
        """Tell whether a name is the second of "the Kenya-Norway joint working group"."""
        states = (m for m in self.names.values() if m.kind in _STATES)
        return any(are_joined(self.flow, state, name) for state in states)

    def _part_offices_from_names(self) -> None:
        """Let the name in "Prime Minister Askar Mamin" be a run of its own, after the office."""
        for run in [run for run in self.runs.values() if not run.is_organization]:
            for office in self.offices.values():
                first = office.last
                while first < run.last and self.flow.norms[first] in _BEFORE_NAME:
                    first += 1
                if run.first <= office.first and first < run.last and first not in self.names:
                    self.runs.setdefault(first, Run(first, run.last, False))
                    if run.first < office.first:  # "Excellency", "Hon'ble"
                        self.runs[run.first] = Run(run.first, office.first, False)

    def _part_portfolios_from_names(self) -> Iterator[int]:
        """Part "Minister of Economy | Jan Novak"; yield where each such name begins."""
        norms = self.flow.norms
        for run in [run for run in self.runs.values() if not run.is_organization]:
            first = run.first
            while first < run.last and norms[first] in _PORTFOLIOS:
                first += 1
            if run.first < first <= run.last - _FULL_NAME:
                self.runs[run.first] = Run(run.first, first, False)
                self.runs[first] = Run(first, run.last, False)
                yield first

    def find(self) -> list[Actor]:
        """Return the actors of the sentence in order."""
        found: list[Actor] = []
        free = 0
        for position in sorted({*self.runs, *self.names, *self.offices, *self.nouns}):
            actor = self._actor_at(position) if position >= free else None
            if actor is not None:
                found.append(actor)
                free = self._after_acronym(actor, max(actor.last, position + 1))
        for one, two in reversed(list(pairwise(found))):
            if self._shares_head(one, two):
                one.last += one.possessive  # the "'s" is no word between the two
                one.why_not, one.possessive = "", False
        return found

    def _shares_head(self, one: Actor, two: Actor) -> bool:
        """Tell whether the body of `two` is also that of the state before it.

        "The Kenyan and Norwegian space agencies" are two, also with more before a comma, and so
        are "Kenya's and Norway's".
        """
        before = one.why_not == "modifier" or one.possessive
        if not before or two.why_not or two.last - two.first < _WITH_HEAD:
            return self._shares_list(one, two)
        state = self.names.get(two.first)
        joined = _JOINED_STATES.get(" ".join(self.flow.norms[one.last : two.first]))
        plural = self.flow.norms[two.last - 1].endswith("s")
        return plural and state is not None and state.kind == joined

    def _shares_list(self, one: Actor, two: Actor) -> bool:
        """Tell whether two adjectives stand in one list, the second of which names an actor."""
        listed = one.why_not == "modifier" and two.kind == "state" and not two.why_not
        state = self.names.get(two.first)
        bare = state is not None and state.kind == "adjective" and two.last == state.last
        return listed and bare and self.flow.norms[one.last : two.first] == [","]

    def _after_acronym(self, actor: Actor, position: int) -> int:
        """Skip "(KSA)" after an organisation or state and remember what it stands for."""
        after = self._after_short_form(position)
        if actor.kind not in ("organization", "state") or after == position:
            return position
        known = self.names.get(position + 1)
        other = known is not None and known.kind == "organization" and actor.code != known.code
        if known is not None and other and not self._bears_land(actor):
            actor.code, actor.key = known.code, known.key
        if actor.code and actor.kind == "organization":
            self.acronyms[self.flow.tokens[position + 1].text] = actor
        return after

    def _bears_land(self, actor: Actor) -> bool:
        """Tell whether a name says its state itself: "Egyptian Space Agency (ESA)" is not ESA."""
        inside = (self.names.get(step) for step in range(actor.first, actor.last))
        return bool(actor.code) and any(name and name.code == actor.code for name in inside)

    def _after_short_form(self, position: int) -> int:
        """Return the position behind "(KSA)" at `position`, else `position`."""
        texts = [token.text for token in self.flow.tokens[position : position + _SHORT_FORM]]
        bracketed = len(texts) == _SHORT_FORM and (texts[0], texts[2]) == ("(", ")")
        is_mark = bracketed and texts[1].isupper() and len(texts[1]) <= _LONGEST
        return position + _SHORT_FORM if is_mark else position

    def surface(self, first: int, last: int) -> str:
        """Return the words of the article for tokens `[first, last)`, on one line."""
        piece = self.text[self.flow.tokens[first].start : self.flow.tokens[last - 1].end]
        return " ".join(piece.replace("**", "").split())

    def _actor_at(self, position: int) -> Actor | None:
        run = self.runs.get(position)
        if run is not None and run.is_organization and self._is_run_organization(run):
            return self._organization(run)
        name = self.names.get(position)
        if name is not None:
            return self._named(name)
        if position in self.offices:
            return self._office(position)
        if position in self.nouns:
            return self._noun_of(position)
        if run is not None:
            return self._other_name(run)
        return None

    def _is_run_organization(self, run: Run) -> bool:
        name = self.names.get(run.first)
        if name is None:
            return True
        if name.last >= run.last:
            return False
        if name.kind in ("organization", "person", "programme"):
            return False
        return run.has_head or name.kind in _STATES

    # -- organisations ---------------------------------------------------------------------

    def _organization(self, run: Run) -> Actor:
        inside = [m for p, m in self.names.items() if run.first <= p < run.last and m.code]
        states = [m for m in inside if m.kind in _STATES]
        others = [m for m in inside if m.kind == "organization"]
        code = states[0].code if states else others[0].code if others else None
        last = run.last
        actor = Actor(run.first, last, self.surface(run.first, last), code, "organization")
        if code is None:
            actor.code = self._code_around(run.first, last)
        return self._finish(actor)

    def _code_around(self, first: int, last: int) -> str | None:
        """Find the state of an unknown organisation in the words beside it."""
        norms = self.flow.norms
        before = self._state_before(first)
        if before is not None:
            return before
        position = last
        if position < len(norms) and norms[position] in ("of", "in", "from"):
            step = position + 1 + (norms[position + 1 : position + 2] == ["the"])
            name = self.names.get(step)
            if name is not None and name.kind in _LANDS:
                return name.code
        if position < len(norms) and norms[position] in (",", "("):
            return None if self._goes_on(position + 1) else self._state_in_apposition(position + 1)
        return None

    def _goes_on(self, position: int) -> bool:
        """Tell whether a list of parties goes on here: "Orbix, Japan, Canada and ESA"."""
        norms, named = self.flow.norms, self.names.get(position)
        if named is None or named.kind not in _LISTED:
            return False
        if norms[named.last : named.last + 1] not in ([","], ["and"]):
            return False
        step = named.last + 1
        step += norms[step : step + 1] in (["and"], ["the"])
        following = self.names.get(step)
        return following is not None and following.kind in _LISTED

    def _state_before(self, first: int) -> str | None:
        position = first - 1
        while position >= 0 and first - position <= 7:
            norm, near = self.flow.norms[position], first - position == 1
            hit = next((m for m in self.names.values() if m.last == position + 1), None)
            if hit is not None and hit.kind in _STATES:
                return hit.code
            if norm == "-" or (norm in _FUNCTION_WORDS and not (norm == "," and near)):
                return None
            position -= 1
        return None

    def _state_in_apposition(self, position: int) -> str | None:
        for step in range(position, min(position + 9, len(self.flow.tokens))):
            name = self.names.get(step)
            if name is not None and name.kind in _STATES:
                return name.code
            if self.flow.norms[step] in _APPOSITION_ENDS:
                return None
        return None

    # -- names -----------------------------------------------------------------------------

    def _named(self, name: Mention) -> Actor | None:
        if name.kind == "programme" or self._is_currency(name):
            return None
        if name.kind in _PEOPLE:
            return self._known_person(name)
        branch = self._branch_of(name)
        if branch is not None:
            return branch
        surface = self.surface(name.first, name.last)
        kind = "organization" if name.kind == "organization" else "state"
        actor = Actor(name.first, name.last, surface, name.code, kind, key=name.key)
        head = self._head_after(name)
        if head is not None:
            return head
        if name.kind == "region":
            return self._region(name, actor)
        if name.kind in ("adjective", "demonym"):
            actor.why_not = "modifier"
        return self._finish(actor)

    def _branch_of(self, name: Mention) -> Actor | None:
        """Return the branch of a company that a land right after its name tells: "ispace EU"."""
        land = self.names.get(name.last)
        if name.key not in lexicon.companies() or land is None or land.kind not in _BRANCH_LANDS:
            return None
        short = self.flow.tokens[land.first].text.isupper()
        if land.last - land.first > 1 or not (short or land.kind == "country"):
            return None
        state = land.code if land.code in lexicon.member_states() else name.code
        surface = self.surface(name.first, land.last)
        return self._finish(Actor(name.first, land.last, surface, state, "organization"))

    def _is_currency(self, name: Mention) -> bool:
        """Tell whether a state only says whose dollar it is: "US$550 million"."""
        after = self.flow.tokens[name.last : name.last + 1]
        own = self.flow.tokens[name.last - 1]
        if after and after[0].norm in _MONEY and name.kind in ("adjective", "country"):
            return True  # "2.38 billion US dollars"
        return bool(after) and after[0].text == "$" and after[0].start == own.end

    def _region(self, name: Mention, actor: Actor) -> Actor | None:
        """A city or province is a place, unless a longer name begins with it: "Virginia Rice"."""
        run = self.runs.get(name.first)
        if run is not None and run.last > name.last:
            return self._other_name(run)
        actor.why_not = "place"
        return self._finish(actor)

    def _known_person(self, name: Mention) -> Actor | None:
        if (
            name.kind == "surname"
            and name.first in self.runs
            and self.runs[name.first].last > name.last
        ):
            return self._other_name(self.runs[name.first])
        person = self.surface(name.first, name.last)
        party = lexicon.employers().get(name.key) or lexicon.country_name(name.code or "")
        actor = Actor(name.first, name.last, party, name.code, "person", person, key=name.key)
        return self._with_apposition(actor)

    def _head_after(self, name: Mention) -> Actor | None:
        """Return the actor that `name` modifies: "Korean president Lee", "Japan's JAXA"."""
        position = name.last
        norms = self.flow.norms
        possessive = norms[position : position + 1] in (["'s"], ["'"])
        if possessive:
            position += 1
        elif name.kind == "country":
            position = self._after_short_form(position)
        head = self._head_position(position, allow_name=possessive or name.kind != "organization")
        if head < 0:
            return None
        if head == position and not possessive and self.flow.hyphenated[position]:
            return None
        inner = self._actor_with_head(name, head)
        if inner is None:
            return None
        inner.first = name.first
        return inner

    def _head_position(self, position: int, allow_name: bool) -> int:
        for step in range(position, min(position + _MAX_GAP + 1, len(self.flow.tokens))):
            if (step in self.offices or step in self.nouns) and not self._is_owned_by_state(step):
                return step
            if step in self.names and self.names[step].kind in (
                "organization",
                "person",
                "surname",
            ):
                return step if allow_name and step == position else -1
            if step in self.runs and self.runs[step].is_organization and allow_name:
                return step
            token = self.flow.tokens[step]
            if (
                not token.text[0].isalpha()
                or token.norm in _FUNCTION_WORDS
                or (token.norm in _MODIFIED and not self._is_head(step + 1))
            ):
                return -1
        return -1

    def _is_owned_by_state(self, step: int) -> bool:
        """Tell whether "state" says whose a body is: "Russia's state arms exporter Y"."""
        if self.flow.norms[step] != "state":
            return False
        for ahead in range(step + 1, min(step + _BODY_WITHIN, len(self.flow.tokens))):
            if ahead in self.nouns or (ahead in self.runs and ahead > step + 1):
                return True
            if not self.flow.tokens[ahead].text.islower():
                return False
        return False

    def _is_head(self, step: int) -> bool:
        return step in self.offices or step in self.nouns

    def _actor_with_head(self, name: Mention, head: int) -> Actor | None:
        if head in self.offices:
            return self._person_after_office(head, name)
        if head in self.nouns:
            if self._is_of_two(name.first, head + 1) or self._follows_state(name):
                return None
            return self._noun(head, name)
        if head in self.names:
            return self._named(self.names[head])
        actor = self._organization(self.runs[head])
        actor.code = actor.code or name.code
        return actor

    def _noun(self, head: int, name: Mention) -> Actor | None:
        """An actor noun of a state: "the Uzbek government", "Japanese company ispace"."""
        word = self.nouns[head]
        following = word.last
        office = self.offices.get(following)
        if office is not None:
            return self._person_after_office(following, name)
        run, known = self.runs.get(following), self.names.get(following)
        if known is not None and known.kind == "organization":
            actor = self._named(known)
            if actor is not None:
                return actor
        if known is not None and known.kind in _PEOPLE:
            actor = self._known_person(known)
            if actor is not None:
                return actor
        if run is not None:
            surface = self.surface(run.first, run.last)
            kind = "person" if word.entry.key.startswith("counterpart") else "organization"
            if kind == "person":
                return self._finish(
                    Actor(
                        name.first,
                        run.last,
                        lexicon.country_name(name.code or ""),
                        name.code,
                        kind,
                        surface,
                    )
                )
            return self._finish(Actor(name.first, run.last, surface, name.code, kind))
        speaks_for_it = word.entry.key.rpartition(" ")[2] in _PEOPLE_OF
        last = self._end_of_body(head)
        surface = self.surface(name.first, name.last if speaks_for_it else last)
        kind = "state" if word.entry.code == "state" else "organization"
        return self._finish(Actor(name.first, last, surface, name.code, kind))

    def _end_of_body(self, noun: int) -> int:
        """Return where a name ends that begins with a noun: "Ministry of Transport and Energy"."""
        run, last = self.runs.get(noun), self.nouns[noun].last
        return max(last, run.last) if run is not None and run.is_organization else last

    def _noun_of(self, position: int) -> Actor | None:
        """An actor noun before its state or name: "officials from Japan", "the firm Galam"."""
        word = self.nouns[position]
        norms, step = self.flow.norms, word.last
        if step < len(norms) and norms[step] in ("of", "from"):
            step += 1 + (norms[step + 1 : step + 2] in (["the"], ["both"]))
            name = self.names.get(step)
            if name is not None and name.kind in ("country", "capital", "organization"):
                actor = self._named(name)
                if actor is not None:
                    actor.first, actor.why_not = position, ""
                return actor
        run = self.runs.get(word.last)
        if run is not None and word.entry.code == "organization" and run.first not in self.names:
            actor = self._organization(run)
            actor.first = position
            return actor
        return None

    # -- people ----------------------------------------------------------------------------

    def _office(self, position: int) -> Actor | None:
        return self._person_after_office(position, None)

    def _person_after_office(self, position: int, state: Mention | None) -> Actor | None:
        """Read "minister You Young-min", "President of Mexico Andres Lopez", "the envoy"."""
        office = self.offices[position]
        first, last = position, office.last
        code, party = (state.code, state.name) if state else (None, "")
        last, of_state = self._office_domain(last)
        if of_state is not None and state is None:
            code, party = of_state.code, of_state.name
        name_first, name_last = self._person_name(last)
        if code is None and name_first >= 0:
            code, party = self._state_after_name(name_last)
        if state is None and name_first < 0 and of_state is None:
            return self._bare_office(position)
        named = self.names.get(name_first)
        known = named if named is not None and named.kind in _PEOPLE else None
        if code is None and known is not None:
            code, party = known.code, lexicon.country_name(known.code or "")
        actor = Actor(
            first,
            max(last, name_last),
            party,
            code,
            "person",
            office=self.surface(position, office.last),
        )
        if name_first >= 0:
            actor.person = self.surface(name_first, name_last)
            actor.key = known.key if known else ""
        if state is not None:
            actor.key, actor.first = actor.key or state.key, state.first
            if state.kind == "organization":
                actor.name = self.surface(state.first, state.last)
        actor = self._after_person(actor)
        if actor.code is None and actor.person is None:
            return None
        return self._finish(actor)

    def _bare_office(self, position: int) -> Actor | None:
        before = self.flow.norms[position - 1] if position else ""
        if before not in ("the", "his", "her", "their") and not self.flow.tokens[position].capital:
            return None
        office = self.offices[position]
        return self._finish(
            Actor(position, office.last, "", None, "office", office=office.entry.key)
        )

    def _office_domain(self, position: int) -> tuple[int, Mention | None]:
        """Skip "of Foreign Affairs and Trade of Peru" after an office; return its state."""
        norms = self.flow.norms
        if position >= len(norms) or norms[position] not in ("of", "for", "at"):
            return position, None
        step, end = position + 1, position
        while step < len(norms) and step - position < 18:
            name = self.names.get(step)
            if name is not None and name.kind in (*_LANDS, "organization"):
                return name.last, name
            if name is not None and self._is_of_service(name):
                return self._end_of_capitals(name.last), name
            if step in self.parted or (name is not None and name.kind == "person"):
                break
            following = norms[step + 1 : step + 2]
            if norms[step] == "," and step + 1 in self.runs and following[0] not in _PORTFOLIOS:
                break  # "Minister of Transport, Jan Novak"
            token = self.flow.tokens[step]
            if not (
                token.capital
                or norms[step] in ("of", "the", "and", ",", "for", "&")
                or step == position + 1
            ):
                break
            if token.capital:
                end = step + 1
            step += 1
        return end, None

    def _is_of_service(self, name: Mention) -> bool:
        """Tell whether an adjective begins a body's name: "commander of the Swedish Air Force"."""
        after = self.flow.tokens[name.last : name.last + 1]
        return name.kind == "adjective" and bool(after) and after[0].capital

    def _end_of_capitals(self, position: int) -> int:
        while position < len(self.flow.tokens) and self.flow.tokens[position].capital:
            position += 1
        return position

    def _person_name(self, position: int) -> tuple[int, int]:
        """Return the tokens of a person's name at `position`, over a comma, else `(-1, -1)`."""
        norms = self.flow.norms
        for step in self._starts_of_name(position):
            known = self.names.get(step)
            if known is not None and known.kind in _PEOPLE:
                run = self.runs.get(step)
                return step, max(known.last, run.last if run and known.kind == "surname" else 0)
            if known is not None and self._is_first_name(known):
                end = self._end_of_capitals(known.last)
                if step == position:
                    return step, known.last + 1
                if norms[end : end + 1] == [","] and end - step <= _FULL_NAME + 1:
                    return step, end  # "the Minister of Defence, Aden Bare Duale, ..."
            run = self.runs.get(step) or self._run_behind_title(step)
            if (
                run is not None
                and not run.is_organization
                and known is None
                and run.last - run.first <= 5
            ):
                return step, run.last
        return -1, -1

    def _run_behind_title(self, step: int) -> Run | None:
        """Return the run that goes on at `step` behind its courtesy title: "Dr Asha Otieno"."""
        titled = step > 0 and self.flow.norms[step - 1] in _COURTESY
        run = self.runs.get(step - 1) if titled else None
        return run if run is not None and run.last > step else None  # not "the Gen 0 reactors"

    def _starts_of_name(self, position: int) -> Iterator[int]:
        """Yield where a name may start at `position`: at once, or after ", Prof. Dr."."""
        norms = self.flow.norms
        for step in range(position, min(position + _ADDRESSED + 1, len(norms))):
            if norms[step] not in _ADDRESS:
                yield step
                return
            if norms[step] == "," and step > position:
                return

    def _is_first_name(self, place: Mention) -> bool:
        """Tell whether a city is somebody's first name: "Aden Duale" after an office."""
        tokens, after = self.flow.tokens, place.last
        if place.kind not in ("capital", "region") or after >= len(tokens):
            return False
        return tokens[after].capital and tokens[after].text.isalpha() and after not in self.names

    def _state_after_name(self, position: int) -> tuple[str | None, str]:
        name = self._name_after_of(position)
        if name is not None and name.kind == "country":
            return name.code, self.surface(name.first, name.last)
        return None, ""

    def _name_after_of(self, position: int) -> Mention | None:
        """Return the known name behind "of" or "of the" at `position`."""
        norms = self.flow.norms
        if norms[position : position + 1] != ["of"]:
            return None
        return self.names.get(position + 1 + (norms[position + 1 : position + 2] == ["the"]))

    def _after_person(self, actor: Actor) -> Actor:
        name = self._name_after_of(actor.last)
        if name is not None and name.kind == "country":
            actor.last = name.last
            actor.code = actor.code or name.code
        return self._with_apposition(actor)

    def _with_apposition(self, actor: Actor) -> Actor:
        """Take in ", minister of science of Belgium," after a person."""
        norms = self.flow.norms
        step = actor.last
        if norms[step : step + 1] == [","]:
            step += 1
            step += norms[step : step + 1] in (["the"], ["a"], ["an"])
            state = self.names.get(step)
            if (
                state is not None
                and state.kind in ("adjective", "country", "organization")
                and state.last in self.offices
            ):
                actor.code, step = actor.code or state.code, state.last
                if not actor.name:
                    actor.name = state.name
            if step in self.offices:
                office = self.offices[step]
                last, of_state = self._office_domain(office.last)
                if self._is_another_state(actor, of_state):
                    return self._finish(actor)  # "the President of Peru, X, the President of Cuba"
                actor.office = actor.office or self.surface(step, office.last)
                actor.last = max(last, office.last)
                if of_state is not None:
                    actor.code = actor.code or of_state.code
                    actor.name = actor.name or of_state.name
        return actor if actor.why_not else self._finish(actor)

    @staticmethod
    def _is_another_state(actor: Actor, of_state: Mention | None) -> bool:
        """Tell whether an office after the name of one who has an office is of another state."""
        if of_state is None or of_state.kind not in _LANDS or not actor.office:
            return False
        return actor.code not in (None, of_state.code)

    def _other_name(self, run: Run) -> Actor | None:
        """A name of unknown kind: a person when an office follows, else perhaps a company."""
        norms = self.flow.norms
        if self._is_no_name(run):
            return None
        if norms[run.first] in _OF_CONTINENTS and run.last in self.nouns:
            return None  # "the European company Astrium"
        surface = self.surface(run.first, run.last)
        actor = Actor(run.first, run.last, surface, None, "name")
        after = run.last
        if norms[run.first] in _COURTESY and run.last - run.first > 1:
            own = self.surface(run.first + 1, run.last)
            return self._with_apposition(Actor(run.first, run.last, "", None, "person", own))
        if norms[after : after + 1] == [","]:
            step = after + 1 + (norms[after + 1 : after + 2] in (["the"], ["a"], ["an"]))
            state = self.names.get(step)
            office_at = state.last if state is not None else step
            if office_at in self.offices and norms[max(0, run.first - 1)] != "the":
                person = Actor(run.first, run.last, "", None, "person", surface)
                return self._with_apposition(person)
        if surface.lower() not in _CONTINENTS:
            actor.code = self._code_around(run.first, run.last) or self._body_behind(run)
        return self._finish(actor)

    def _body_behind(self, run: Run) -> str | None:
        """Return the state of "Jana Novak of the Czech Space Office", who speaks for that."""
        body = self._name_after_of(run.last)
        named = run.last - run.first in _NAMES_OF_A_PERSON and not run.has_head
        return body.code if named and body is not None and body.kind == "organization" else None

    def _is_no_name(self, run: Run) -> bool:
        """Tell whether capitals are nobody's: of a word, a rank, a gathering or a craft."""
        norms = self.flow.norms
        own = norms[run.first : run.last]
        alone = own[0] in _NOBODYS or own[0] in self.common or _opens(norms, run)
        if len(own) == 1 and alone:
            return True
        if norms[run.last : run.last + 1] == ["."] and _RANKS.issuperset(own):
            return True  # "Maj. Gen. Smith"
        return own[-1] in _GATHERINGS or own[-1] == "data" or self._is_craft(run)

    def _is_craft(self, run: Run) -> bool:
        """Tell whether a name is that of a satellite or the like, as told here or before."""
        norms, name = self.flow.norms, self.surface(run.first, run.last)
        after = norms[run.last : run.last + 1]
        if after and self.flow.hyphenated[run.last] and after[0][:1].isdigit():
            return True  # "Taifa-1"
        if self._is_called_craft(run):
            self.crafts.add(name)
        return name in self.crafts

    def _is_called_craft(self, run: Run) -> bool:
        """Tell whether words beside a name say so: "the satellite Munal", "Hope, the probe"."""
        norms = self.flow.norms
        after = norms[run.last : run.last + 1]
        if run.first and norms[run.first - 1] in _CRAFTS:
            return True
        if after != [","] or norms[run.last + 1 : run.last + 2] == ["which"]:
            return False
        aside = norms[run.last + 1 : run.last + 1 + _CRAFT_WITHIN]
        ends = [step for step, norm in enumerate(aside) if norm in _ASIDE_ENDS]
        told = aside[: ends[0]] if ends else []
        return bool(told) and told[0] in ARTICLES and told[-1] in _CRAFTS

    # -- flags -----------------------------------------------------------------------------

    def _finish(self, actor: Actor) -> Actor:
        """Set the flags that say why a name is no party."""
        norms = self.flow.norms
        after = norms[actor.last] if actor.last < len(norms) else ""
        if after == ")" and actor.last + 1 < len(norms) and norms[actor.last + 1] in _CREW:
            after = norms[actor.last + 1]
        actor.possessive = after == "'s" or (after == "'" and norms[actor.last - 1].endswith("s"))
        if actor.why_not:
            return actor
        if self._is_place(actor):
            actor.why_not = "place"
        elif actor.possessive and actor.kind != "person":
            actor.why_not = "possessive"
        elif self._is_crew(actor):
            actor.why_not = "crew"
        elif self._modifies(actor, after):
            actor.why_not = "modifier"
        elif self._is_speaker(actor):
            actor.why_not = "speaker"
        return actor

    def _is_crew(self, actor: Actor) -> bool:
        before = self.flow.norms[actor.first - 1] if actor.first else ""
        return actor.kind == "name" and before in _CREW

    def _modifies(self, actor: Actor, after: str) -> bool:
        if after in _CREW:
            return True
        if after in _MADE and self.flow.hyphenated[actor.last]:
            return True
        if after not in _MODIFIED or actor.kind not in ("state", "organization"):
            return False
        return self.title or not self.flow.tokens[actor.last].capital

    def _is_land_of_city(self, actor: Actor) -> bool:
        """Tell whether a state only says where a city lies: "in Darmstadt, Germany"."""
        norms, end = self.flow.norms, actor.first - 1
        if actor.kind != "state" or norms[max(0, end) : actor.first] != [","]:
            return False
        cities = [n.first for n in self.names.values() if n.last == end and n.kind in _CITIES]
        cities += [run.first for run in self.runs.values() if run.last == end]
        placed = any(norms[max(0, first - 1)] in _PLACE_PREPOSITIONS for first in cities)
        return placed and not {*norms[actor.last : actor.last + 1]} - _AFTER_PLACE

    def _names_paper(self, actor: Actor) -> bool:
        """Tell of a city in the name of a text or meeting: "the New Delhi Declaration"."""
        name = self.names.get(actor.first)
        if name is None or name.kind not in _CITIES or name.last != actor.last or self.title:
            return False
        after = self.flow.tokens[actor.last : actor.last + 1]
        return bool(after) and after[0].capital and after[0].norm in _PAPERS

    def _is_place(self, actor: Actor) -> bool:
        norms = self.flow.norms
        if self._is_land_of_city(actor) or self._names_paper(actor):
            return True
        step = actor.first - 1
        while step >= 0 and (
            norms[step]
            in (
                "the",
                "northern",
                "southern",
                "eastern",
                "western",
                "nearby",
                "central",
                "downtown",
            )
        ):
            step -= 1
        if step < 0 or actor.kind in ("person", "office"):
            return False
        if norms[step] == "on" and norms[actor.last - 1] in ISLANDS:
            return True
        if norms[step] not in _PLACE_PREPOSITIONS:
            return False
        return actor.kind in ("state", "name") or norms[step] in ("at", "in", "near", "inside")

    def _is_speaker(self, actor: Actor) -> bool:
        norms = self.flow.norms
        before = norms[max(0, actor.first - 3) : actor.first]
        after = norms[actor.last] if actor.last < len(norms) else ""
        if before and before[-1] in _SAID_RIGHT_BEFORE:
            return after not in _AUXILIARIES  # "he said Norway would"
        return "according" in before or after in _SAY


def _after_opening(flow: Stream, run: Run) -> Run:
    """Return a run without the participle that opens its sentence: "Meeting Putin, he said"."""
    opens = run.first == 0 and flow.norms[0] in _OPENING and run.last - run.first > 1
    return run._replace(first=1) if opens and not run.is_organization else run


def _opens(norms: list[str], run: Run) -> bool:
    """Tell whether a capital only opens a sentence: "Launching in ...", "Traditionally, it"."""
    adverb = norms[0].endswith("ly") and norms[1:2] == [","]
    return run.first == 0 and (norms[0].endswith("ing") or adverb)
