"""From the named fields of a row, front matter or feed item to a `Document`."""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from ingest.article import Document, GivenMetadata, MediaType
from ingest.read.decode import decode, normalize
from ingest.read.limits import MAX_TEXT_BYTES, too_large
from ingest.read.reasons import BadInputError
from ingest.read.written_dates import parse_date

FIELD_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "article_id", "guid", "uid"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "publication", "site_name", "sitename", "source_name"),
    "published_on": (
        "published_on",
        "date",
        "published",
        "published_at",
        "published_time",
        "published_date",
        "publish_date",
        "publication_date",
        "date_published",
        "datepublished",
        "pub_date",
        "pubdate",
    ),
    "url": ("url", "link", "source_url", "canonical_url"),
    "language": ("language", "lang"),
    "byline": ("byline", "author", "authors"),
    "sources": ("sources",),
    "text": (
        "text",
        "content",
        "body",
        "article",
        "article_text",
        "full_text",
        "maintext",
        "articlebody",
    ),
}
"""Each field and the names it goes by, the preferred first; case, `-` and blanks do not count."""

FIELD_OF_NAME: Final[dict[str, str]] = {
    name: field for field, names in FIELD_NAMES.items() for name in names
}

_RANK: Final[dict[str, int]] = {
    name: rank for names in FIELD_NAMES.values() for rank, name in enumerate(names)
}

_NOTHING = frozenset({"", "null", "none", "nan", "nat", "n/a", "na", "~"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_MAX_FIELD = 4_000


@lru_cache(maxsize=1024)  # a file of many rows names the same few columns in each of them
def canonical_name(name: str) -> str:
    """Return a column's name as `FIELD_NAMES` spells it: `Date Published` -> `date_published`."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def known_fields(row: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of `row` by their own names; of two synonyms the preferred non-empty."""
    fields: dict[str, object] = {}
    for name, field in _known_names(tuple(row)):
        if field not in fields and not _is_nothing(row[name]):
            fields[field] = row[name]
    return fields


@lru_cache(maxsize=1024)  # as above
def _known_names(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return those of `names` that stand for a field with it, the preferred ones first."""
    spelt = {canonical_name(str(name)): name for name in names}
    known = [each for each in spelt if each in FIELD_OF_NAME]
    return tuple(
        (spelt[each], FIELD_OF_NAME[each]) for each in sorted(known, key=_RANK.__getitem__)
    )


def row_document(  # noqa: PLR0913  (a record's six plain facts)
    row: Mapping[str, object],
    *,
    name: str,
    position: int,
    media_type: MediaType,
    encoding: str,
    list_separator: str | None = None,
) -> Document:
    """Return the article of one row; `list_separator` splits its `sources` when one string.

    Raises `BadInputError` naming the field when the text is missing or a field cannot be used.
    """
    fields = known_fields(row)
    text = article_text(fields.pop("text", None))
    given = given_metadata(fields, list_separator)
    return Document(name, position, media_type, encoding, text, given)


def article_text(value: object) -> str:
    """Return the text field, line ends folded; raises `BadInputError` when it is not there."""
    if isinstance(value, bytes):
        value = decode(value).text
    if value is None:
        raise BadInputError(
            "missing_text",
            "the field `text` is missing or empty; give the article's text as one of "
            f"{', '.join(FIELD_NAMES['text'])}.",
            field="text",
        )
    if not isinstance(value, str):
        raise _bad_field("text", value, "text")
    text = normalize(value)
    if not text.strip():
        return article_text(None)
    if len(text) > MAX_TEXT_BYTES:
        raise too_large(len(text), "characters")
    return text


def given_metadata(
    fields: Mapping[str, object], list_separator: str | None = None
) -> GivenMetadata:
    """Return the metadata in `fields` (named as in `FIELD_NAMES`), checked and tidied.

    Raises `BadInputError` (`bad_field`, `bad_date`, `bad_url`) naming the field and its value.
    """
    return GivenMetadata(
        article_id=_string("id", fields.get("id")),
        title=_string("title", fields.get("title")),
        publisher=_string("publisher", fields.get("publisher")),
        published_on=_date(fields.get("published_on")),
        url=_url(fields.get("url")),
        language=_language(fields.get("language")),
        byline=_string("byline", fields.get("byline")),
        sources=_sources(fields.get("sources"), list_separator),
    )


def _is_nothing(value: object) -> bool:
    if isinstance(value, float):
        return math.isnan(value)  # as data frames write a missing value
    if isinstance(value, str):
        return value.strip().lower() in _NOTHING if len(value) < 64 else not value.strip()
    return value is None or value in ([], ())


def _string(field: str, value: object) -> str | None:
    """Return a short text in one line; the names in a list are joined by commas."""
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > _MAX_FIELD:
        raise _bad_field(field, value, f"one line of up to {_MAX_FIELD:,} characters")
    return " ".join(normalize(value).split()) or None


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    found = parse_date(str(value)) if isinstance(value, str | int) else None
    if found is None:
        raise BadInputError(
            "bad_date",
            "the date of publication is not one calendar date; write it as YYYY-MM-DD, "
            "or leave it empty.",
            field="published_on",
            value=value,
        )
    return found


def _url(value: object) -> str | None:
    url = _string("url", value)
    scheme = _SCHEME.match(url) if url else None
    if scheme and scheme.group().lower() not in ("http:", "https:"):
        raise BadInputError(
            "bad_url",
            "the address starts with neither http: nor https:; correct it or leave it empty.",
            field="url",
            value=url,
        )
    return url


def _language(value: object) -> str | None:
    """Return the primary subtag of a language tag in lower case: `en-GB` -> `en`."""
    tag = _string("language", value)
    return re.split(r"[-_]", tag, maxsplit=1)[0].lower() if tag else None


def _sources(value: object, separator: str | None) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(separator) if separator else [value]
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise _bad_field("sources", value, "a text or a list of texts")
    items = (_string("sources", item) for item in value)
    return tuple(item for item in items if item)


def _bad_field(field: str, value: object, wanted: str) -> BadInputError:
    return BadInputError(
        "bad_field",
        f"the field `{field}` holds {type(value).__name__}, not {wanted}; correct it.",
        field=field,
        value=value,
    )
