"""The records that pass between the rooms `read`, `clean`, `extract` and `warehouse`.

Offsets everywhere are character (code point) offsets into `text`, half-open: `text[start:end]`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

MediaType = Literal["text", "markdown", "html", "jsonl", "csv", "parquet", "feed"]

Basis = Literal[
    "given",  # stated by the file itself: front matter, column, feed element, HTML meta tag
    "masthead",  # a line of page header above the body ("December 06, 2025 3:53 PM")
    "dateline",  # "Seoul, Dec 6 (IANS) ..."
    "byline",  # "By Jane Doe", "Arnaud Muller"
    "statement",  # a sentence about the article itself ("first published on ...")
    "credit",  # agency mark or trailing source credit: "(MENAFN)", "(Reuters)", "--IANS"
    "url",  # a date or host in the address
    "first_line",  # the title taken from the first line
    "detected",  # language found from the words of the text
]


@dataclass(frozen=True, slots=True)
class GivenMetadata:
    """What a file says about its article; `None` where it says nothing.

    `published_on` is ISO 8601 (`YYYY-MM-DD`), already validated by the reader.
    """

    article_id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None
    language: str | None = None
    byline: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One article as `read` found it.

    `path` is the file as the user would name it (POSIX slashes); `position` is the 1-based row or
    item in a file of many articles and `None` in a file of one. `text` is decoded Unicode with
    `\\n` line ends, no byte order mark and no NUL, otherwise the file's own characters.
    """

    path: str
    position: int | None
    media_type: MediaType
    encoding: str
    text: str
    given: GivenMetadata = field(default_factory=GivenMetadata)


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be used. `reason` is a full sentence that says what to do."""

    path: str
    position: int | None
    reason_code: str
    reason: str
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value and how it was known."""

    value: T
    basis: Basis


@dataclass(frozen=True, slots=True)
class FurnitureSpan:
    """A stretch of page furniture, `text[start:end]`; nothing is extracted from it.

    `kind` is a `kind` of `seeds/furniture_phrases.csv`, or `repeat`, or `headline_list`.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned: what is body, what is furniture, and what is known about it.

    `article_key` is the id its file gives, else the file's stem (with `#row` in a file of many).
    `text_id` identifies the body text alone: equal for copies with other furniture, case of
    quotes and white space folded. `document_id` identifies this version of this document.
    """

    document_id: str
    article_key: str
    text_id: str
    path: str
    position: int | None
    media_type: MediaType
    encoding: str
    text: str
    furniture: tuple[FurnitureSpan, ...]
    title: Known[str] | None
    publisher: Known[str] | None
    published_on: Known[date] | None
    byline: Known[str] | None
    dateline_place: Known[str] | None
    dateline_on: Known[date] | None
    url: Known[str] | None
    language: Known[str] | None
    sources: tuple[str, ...]

    def body_spans(self) -> Iterator[tuple[int, int]]:
        """Yield the `[start, end)` stretches of `text` that are not furniture, in order."""
        start = 0
        for span in sorted(self.furniture, key=lambda s: s.start):
            if span.start > start:
                yield start, span.start
            start = max(start, span.end)
        if start < len(self.text):
            yield start, len(self.text)
