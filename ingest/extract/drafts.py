"""A fact while it is being put together, before merging and output."""

from dataclasses import dataclass, field

from ingest.extract.actors import Actor
from ingest.extract.dates import DateHit
from ingest.extract.grammar import expand
from ingest.facts.model import Amount

TO_COME = frozenset({"planned", "proposed", "negotiating"})  # statuses of what is not signed yet
_SIDES = 2  # parties that a signing and the meeting for it have in common


@dataclass(slots=True)
class Draft:
    """One candidate fact of one sentence; merging adds the evidence of others."""

    kind: str  # agreement, meeting, commitment
    type: str  # agreement or meeting type; strength of a commitment
    status: str
    sentence: int
    anchor: int  # token position of the trigger
    parties: list[Actor] = field(default_factory=list)
    title: str = ""
    span: tuple[int, int] = (0, 0)  # tokens of the act, the instrument's noun or the deal's verb
    date: DateHit | None = None
    date_value: str | None = None
    until: DateHit | None = None
    due: DateHit | None = None
    place: str | None = None
    amount: Amount | None = None
    people: list[Actor] = field(default_factory=list)
    beneficiary: Actor | None = None
    series: str | None = None
    ordinal: int | None = None
    space: bool = True
    evidence: list[int] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()  # words that speak for or against it
    head: str = ""  # the instrument's own noun
    plural: bool = False  # "the agreements": tells of several
    definite: bool = False  # "the agreement", with or without its own parties
    former: bool = False  # "the previous agreement", which another one follows
    bare: bool = False  # only refers to a fact told elsewhere: "the agreement", "the meeting"

    def codes(self) -> set[str]:
        """Return the party codes."""
        return {actor.code for actor in self.parties if actor.code}

    def keys(self) -> set[str]:
        """Return party codes, or names where the code is unknown."""
        return set(map(key_of, self.parties))

    def shares_sides(self, other: "Draft") -> bool:
        """Tell whether two parties or more are in both, as of a signing and the meeting for it."""
        return len(self.codes() & other.codes()) >= _SIDES

    def add_evidence(self, *sentences: int) -> None:
        """Add the numbers of sentences behind those known, each once."""
        self.evidence = list(dict.fromkeys([*self.evidence, *sentences]))


def key_of(actor: Actor) -> str:
    """Return the code of a party, or its name where the code is unknown."""
    return actor.code or actor.name.lower()


def clean_parties(actors: list[Actor]) -> list[Actor]:
    """Return references expanded, each party once, nameless ones left out."""
    seen: dict[str, Actor] = {}
    for actor in expand(actors):
        name = actor.name or actor.person or ""
        if not name:
            continue
        known = actor.key or actor.name.lower() if actor.kind == "organization" else ""
        key = f"{actor.code or ''}|{known}"
        if actor.kind == "name" and actor.code is None:
            key = name.lower()
        seen.setdefault(key, actor)
    coded = [actor for actor in seen.values() if actor.code]
    if len({actor.code for actor in coded}) >= 2 or (coded and len(seen) > 2):
        seen = {
            key: actor for key, actor in seen.items() if actor.code or actor.kind == "organization"
        }
    orgs = {actor.code for actor in seen.values() if actor.kind == "organization"}
    return [
        a
        for a in seen.values()
        if a.kind != "adjective" and not (a.kind == "state" and a.code in orgs and a.why_not)
    ]
