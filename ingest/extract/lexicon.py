"""Everything the seeds know by name, keyed by normal tokens for a longest match.

Two tables: names (states, organisations, people, programmes) and words of the grammar (triggers,
offices, actor nouns). Both are built once per process from the CSV files an analyst edits.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.folding import fold
from ingest.extract.inflection import inflect
from ingest.extract.tokens import normal_form
from ingest.extract.vocabulary import words as listed
from ingest.project import read_seed

_NAME_KINDS = {
    "adjective": "adjective",
    "demonym": "demonym",
    "capital": "capital",
    "seat": "capital",
}
_RANK = {"country": 0, "adjective": 1, "organization": 2, "capital": 3, "programme": 4}
_UPPER_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the reference data, or a word of the grammar.

    For names: `kind` (country, adjective, demonym, capital, region, organization, person, surname,
    programme), `code` the party code, `key` the entity's id, `detail` its type. For words: `kind`
    is the role, `code` the value, `key` the phrase, `detail` the grammatical form.
    """

    kind: str
    code: str
    key: str
    name: str
    detail: str = ""
    upper: bool = False
    weak: bool = False


@dataclass(slots=True)
class Bucket:
    """The entries that begin with one token; longer ones by their second token, longest first.

    `single` holds `(1, entry)` for the entries that are just this token.
    """

    single: list[tuple[int, Entry]]
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]]


Table = dict[str, Bucket]


def _table(entries: Iterable[tuple[str, Entry]]) -> Table:
    table: Table = {}
    for phrase, entry in entries:
        tokens = normal_form(fold(phrase))
        if not tokens:
            continue
        bucket = table.setdefault(tokens[0], Bucket([], {}))
        if len(tokens) == 1:
            bucket.single.append((1, entry))
        else:
            bucket.longer.setdefault(tokens[1], []).append((tokens, entry))
    for bucket in table.values():
        bucket.single.sort(key=lambda pair: _RANK.get(pair[1].kind, 9))
        for longer in bucket.longer.values():
            longer.sort(key=lambda pair: (-len(pair[0]), _RANK.get(pair[1].kind, 9)))
    return table


def starts(table: Table, norms: list[str]) -> list[tuple[int, Bucket]]:
    """Return the positions at which an entry may begin, with its bucket."""
    return [(at, table[norm]) for at, norm in enumerate(norms) if norm in table]


def matches(bucket: Bucket, norms: list[str], position: int) -> list[tuple[int, Entry]]:
    """Return `(length, entry)` for the entries of `bucket` at `position`, longest first."""
    if not bucket.longer or position + 1 >= len(norms):
        return bucket.single
    longer = bucket.longer.get(norms[position + 1])
    if longer is None:
        return bucket.single
    found = [
        (length, entry)
        for key, entry in longer
        if (length := len(key)) == 2 or tuple(norms[position : position + length]) == key
    ]
    return found + bucket.single


def term_table(terms: Iterable[tuple[str, str]]) -> Table:
    """Return a table of plain terms with a value each."""
    return _table((term, Entry("term", value, term, term)) for term, value in terms)


def _is_upper(alias: str) -> bool:
    letters = [char for char in alias if char.isalpha()]
    return len(letters) <= _UPPER_LENGTH and all(char.isupper() for char in letters)


def _countries() -> Iterator[tuple[str, Entry]]:
    places = {row["place"] for row in read_seed("extract_places")}
    for row in read_seed("country_names"):
        kind = _NAME_KINDS.get(row["name_type"], "country")
        name = row["name"]
        if name in places:
            continue
        yield (
            name,
            Entry(
                kind,
                row["country_code"],
                row["country_code"],
                name,
                row["name_type"],
                _is_upper(name),
            ),
        )


def _organizations() -> Iterator[tuple[str, Entry]]:
    by_id = {row["organization_id"]: row for row in read_seed("organization_register")}
    for row in read_seed("organization_aliases"):
        about, alias = by_id[row["organization_id"]], row["alias"]
        code, kind = about["party_code"], about["organization_type"]
        yield (
            alias,
            Entry(
                "organization", code, row["organization_id"], about["name"], kind, _is_upper(alias)
            ),
        )


def _people() -> Iterator[tuple[str, Entry]]:
    by_id = {row["person_id"]: row for row in read_seed("person_register")}
    for row in read_seed("person_aliases"):
        about = by_id[row["person_id"]]
        kind = "surname" if row["alias_type"] == "surname" else "person"
        yield row["alias"], Entry(kind, about["party_code"], row["person_id"], about["name"])


def _programmes() -> Iterator[tuple[str, Entry]]:
    by_id = {row["programme_id"]: row for row in read_seed("programme_register")}
    bilateral = listed("bilateral_instrument")
    for row in read_seed("programme_aliases"):
        about, alias = by_id[row["programme_id"]], row["alias"]
        multilateral = about["is_multilateral"] == "true"
        accords = multilateral and about["programme_type"] == "accords"
        detail = (
            "accords" if accords else "multilateral" if multilateral else about["programme_type"]
        )
        if row["programme_id"] in bilateral:
            detail = "bilateral"
        yield (
            alias,
            Entry(
                "programme",
                about["lead_party_code"],
                row["programme_id"],
                about["name"],
                detail,
                _is_upper(alias),
            ),
        )


def _places() -> Iterator[tuple[str, Entry]]:
    for row in read_seed("extract_places"):
        place, code = row["place"], row["country_code"]
        yield place, Entry("region", code, code, place)
    # Of one word they are parts of too many names; of more, their last word may be a state's.
    for part in listed("continent"):
        if " " in part:
            yield part, Entry("region", "", part, part.title())


@cache
def names() -> Table:
    """Return the table of names of the reference data."""
    known = [*_countries(), *_organizations(), *_programmes(), *_people(), *_places()]
    return _table(known)


def _triggers() -> Iterator[tuple[str, Entry]]:
    for row in read_seed("trigger_phrases"):
        weak = row["is_weak"] == "true"
        for form, phrase in inflect(row["phrase"], row["forms"], row["role"]):
            yield (
                phrase,
                Entry(
                    row["role"], row["value"], row["phrase"].lower(), row["kind"], form, False, weak
                ),
            )


def _words() -> Iterator[tuple[str, Entry]]:
    for row in read_seed("extract_offices"):
        yield row["office"], Entry("office", row["office_type"], row["office"], row["office"])
    for row in read_seed("extract_actor_nouns"):
        yield row["noun"], Entry("noun", row["actor_type"], row["noun"], row["noun"])


@cache
def triggers() -> Table:
    """Return the table of trigger words; one phrase may have entries of several roles."""
    return _table(_triggers())


def phrases(role: str, value: str) -> list[str]:
    """Return the trigger phrases of a role and value, uninflected: "put off" of a milestone."""
    told = (role, value)
    return [
        row["phrase"] for row in read_seed("trigger_phrases") if (row["role"], row["value"]) == told
    ]


@cache
def words() -> Table:
    """Return the table of offices and actor nouns."""
    return _table(_words())


@cache
def head_words() -> dict[str, str]:
    """Return the words that make a run of capitals an organisation, with their position."""
    return {row["word"]: row["position"] for row in read_seed("extract_organization_heads")}


@cache
def group_members() -> dict[str, tuple[str, ...]]:
    """Return the member states of the groups that are no body of their own, as the Quad."""
    members: dict[str, tuple[str, ...]] = {}
    for row in read_seed("extract_groups"):
        code = row["party_code"]
        members[code] = (*members.get(code, ()), row["member_code"])
    return members


@cache
def _of_type(organization_type: str) -> frozenset[str]:
    rows = read_seed("organization_register")
    return frozenset(
        row["organization_id"] for row in rows if row["organization_type"] == organization_type
    )


def space_agencies() -> frozenset[str]:
    """Return the ids of the space agencies of the register."""
    return _of_type("space_agency")


def companies() -> frozenset[str]:
    """Return the ids of the companies of the register."""
    return _of_type("company")


@cache
def registered() -> frozenset[str]:
    """Return the ids of all organisations of the register."""
    return frozenset(row["organization_id"] for row in read_seed("organization_register"))


@cache
def organization_names() -> dict[str, str]:
    """Return the full name of each organisation of the register by its id."""
    return {row["organization_id"]: row["name"] for row in read_seed("organization_register")}


@cache
def employers() -> dict[str, str]:
    """Return, by the id of a person who only ever led a company, that company's name."""
    held: dict[str, set[str]] = defaultdict(set)
    for row in read_seed("person_offices"):
        held[row["person_id"]].add(row["organization_id"])
    named = organization_names()
    return {
        person: named[min(bodies)]
        for person, bodies in held.items()
        if len(bodies) == 1 and bodies <= companies()
    }


@cache
def member_states() -> frozenset[str]:
    """Return every ISO alpha-3 code of the reference data."""
    return frozenset(row["country_code"] for row in read_seed("country_register"))


@cache
def _lands() -> frozenset[str]:
    kinds = ("short", "official", "former", "abbreviation")
    rows = [row for row in read_seed("country_names") if row["name_type"] in kinds]
    return frozenset(row["name"].lower() for row in rows)


def is_land(place: str) -> bool:
    """Tell whether a place is a whole state, or a region of several."""
    name = place.lower().removeprefix("the ")
    return name in _lands() or name.split()[-1] in listed("region_word")


@cache
def capital_of(code: str) -> str | None:
    """Return the capital of the state `code`, None if it has none in the reference data."""
    rows = read_seed("country_register")
    return next((row["capital"] or None for row in rows if row["country_code"] == code), None)


@cache
def country_name(code: str) -> str:
    """Return the usual English name of the state `code`, or the code itself."""
    for row in read_seed("country_register"):
        if row["country_code"] == code:
            return row["name"]
    return code


@cache
def stand_ins() -> dict[str, str]:
    """Return the code of the state by each adjective, demonym and capital, in lower case."""
    kinds = ("adjective", "demonym", "capital", "seat")
    rows = [row for row in read_seed("country_names") if row["name_type"] in kinds]
    return {row["name"].lower(): row["country_code"] for row in rows}


@cache
def _offices() -> dict[str, str]:
    return {row["office"]: row["office_type"] for row in read_seed("extract_offices")}


def office_type(office: str) -> str:
    """Return the type of an office (`minister`, `head_of_state`, ...), empty if unknown."""
    return _offices().get(office.lower(), "")


@cache
def bearers(surname: str) -> tuple[Entry, ...]:
    """Return every known person with this surname (normal tokens joined by spaces)."""
    norms = surname.split(" ")
    bucket = names().get(norms[0])
    hits = matches(bucket, norms, 0) if bucket else ()
    found = [entry for length, entry in hits if length == len(norms)]
    return tuple(entry for entry in found if entry.kind == "surname")
