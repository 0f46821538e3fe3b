"""The fact file: the one format that people, rules and language models write.

It is section 7 of the codebook (docs/codebook.md) with optional fields that a producer may add:
`method`, `confidence`, how a date was resolved, a person's office, an amount's qualifier.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ingest.facts.edtf import is_edtf

FORMAT_VERSION = 1

Kind = Literal["agreement", "meeting", "commitment"]
Method = Literal["reviewed", "llm", "rules"]
DateBasis = Literal[
    "stated",  # the text gives the date itself
    "dateline",  # relative to the day of the dateline
    "published",  # relative to the publication date
    "article",  # relative to, or the same as, another date of the article
]
AgreementType = Literal[
    "treaty",
    "agreement",
    "mou",
    "joint_statement",
    "contract",
    "partnership",
    "grant",
    "accession",
    "plan",
]
AgreementStatus = Literal[
    "proposed", "negotiating", "planned", "signed", "in_force", "extended", "suspended", "ended"
]
MeetingType = Literal["summit", "ministerial", "dialogue", "talks", "visit", "conference", "call"]
MeetingStatus = Literal["held", "planned", "proposed", "cancelled"]
Strength = Literal["firm", "intended", "considered"]
CommitmentStatus = Literal["open", "fulfilled", "delayed", "cancelled"]
AmountQualifier = Literal["about", "up_to", "at_least", "over", "under"]
AmountPeriod = Literal["year", "month"]


def _check_edtf(text: str) -> str:
    if not is_edtf(text):
        raise ValueError(
            "not an EDTF date of the codebook; write for example 2019-04-19, 2019-04, 2021, "
            "2022-04/2022-06, 203X or 2021-02~, or null"
        )
    return text


def _as_person(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _as_party(value: object) -> object:
    return {"name": value, "country": None} if isinstance(value, str) else value


Edtf = Annotated[str, AfterValidator(_check_edtf)]
Text = Annotated[str, Field(min_length=1)]
PartyCode = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9-]{1,15}$")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)


class Party(_Model):
    """A party as the article first names it in full.

    `country` is ISO 3166-1 alpha-3, or the acronym of an intergovernmental body; null if unknown.
    """

    name: Text
    country: PartyCode | None


class Person(_Model):
    """Someone who attends or signs; in a file a bare string stands for a name without office."""

    name: Text
    office: str | None = None
    country: PartyCode | None = None


class Amount(_Model):
    """A sum of money in units of `currency` (ISO 4217), as the article states it."""

    value: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None
    qualifier: AmountQualifier | None = None
    per: AmountPeriod | None = None


class DateNote(_Model):
    """How a date of the fact was read: the words of the text, and what they relate to."""

    text: Text
    basis: DateBasis


class _Fact(_Model):
    space: bool
    parties: Annotated[list[Party], Field(min_length=1)]
    evidence: Annotated[list[Text], Field(min_length=1)]
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    dates: dict[str, DateNote] = Field(default_factory=dict)


Attendee = Annotated[Person, BeforeValidator(_as_person)]


class Agreement(_Fact):
    """An instrument or understanding between parties, at any stage of its life (codebook 3)."""

    title: Text
    type: AgreementType
    status: AgreementStatus
    signed_on: Edtf | None
    place: str | None
    amount: Amount | None
    valid_until: Edtf | None
    people: list[Attendee]


class Meeting(_Fact):
    """Representatives of two or more parties come together (codebook 4)."""

    type: MeetingType
    status: MeetingStatus
    series: str | None
    ordinal: Annotated[int, Field(ge=1)] | None
    held_on: Edtf | None
    place: str | None
    people: list[Attendee]


class Commitment(_Fact):
    """A public undertaking to do something in the future (codebook 5)."""

    action: Text
    strength: Strength
    status: CommitmentStatus
    due: Edtf | None
    amount: Amount | None
    beneficiary: Annotated[Party | None, BeforeValidator(_as_party)]


class ArticleRef(_Model):
    """Which article the facts are about; `id` is the article's id or its file's stem."""

    id: Text
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: Edtf | None = None


class FactFile(_Model):
    """All facts of one article, by one producer."""

    article: ArticleRef
    method: Method = "reviewed"
    producer_version: str | None = None
    agreements: list[Agreement]
    meetings: list[Meeting]
    commitments: list[Commitment]

    def facts(self) -> list[tuple[Kind, int, "Agreement | Meeting | Commitment"]]:
        """Return every fact with its kind and its 0-based position in the file's list."""
        return [
            *(("agreement", i, fact) for i, fact in enumerate(self.agreements)),
            *(("meeting", i, fact) for i, fact in enumerate(self.meetings)),
            *(("commitment", i, fact) for i, fact in enumerate(self.commitments)),
        ]
