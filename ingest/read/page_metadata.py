"""What the head of a web page states about its article, in so many words.

Only explicit statements are read (`meta`, JSON-LD, `time`, `link`, `lang`); what would have to
be guessed from the text of the page is left to the next room.
"""

import json
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from ingest.read.written_dates import parse_date

_DATE_NAMES: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "publication_date",
    "publish_date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "date",
)
_PUBLISHER_NAMES: Final = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
_URL_NAMES: Final = ("og:url", "twitter:url")
_LANGUAGE_NAMES: Final = ("content-language", "og:locale", "dc.language", "language")
_SOURCE_NAME: Final = "scw:source"
_TIMES: Final = (
    "//time[@itemprop='datePublished' or @pubdate or contains(@class, 'publi')]/@datetime",
    "//*[@itemprop='datePublished']/@content",
    "//article//time/@datetime",
    "//time/@datetime",
)
_MAX_DEPTH = 6


def page_fields(page: HtmlElement) -> dict[str, object]:
    """Return the fields a parsed page states, named as in `fields.FIELD_NAMES`."""
    metas = _metas(page)
    linked = list(_linked_data(page))
    fields: dict[str, object] = {
        "published_on": _published_on(page, metas, linked),
        "publisher": _first(metas, _PUBLISHER_NAMES) or _publisher(linked),
        "url": _url(page, metas),
        "language": page.get("lang") or _first(metas, _LANGUAGE_NAMES),
        "sources": metas.get(_SOURCE_NAME, []),
    }
    return {name: value for name, value in fields.items() if value}


def _metas(page: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        name = name or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _published_on(
    page: HtmlElement, metas: dict[str, list[str]], linked: list[dict[str, object]]
) -> str | None:
    """Return the first stated date that is one; several different `time` elements are none."""
    stated = [value for name in _DATE_NAMES for value in metas.get(name, ())]
    stated += [str(data["datePublished"]) for data in linked if "datePublished" in data]
    found = next((value for value in stated if parse_date(value)), None)
    if found:
        return found
    for path in _TIMES:
        dates = {day.isoformat() for value in page.xpath(path) if (day := parse_date(value))}
        if len(dates) == 1:
            return dates.pop()
    return None


def _publisher(linked: list[dict[str, object]]) -> str | None:
    for data in linked:
        publisher = data.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return name
    return None


def _url(page: HtmlElement, metas: dict[str, list[str]]) -> str | None:
    links = page.xpath("//link[@rel='canonical']/@href") + [
        value for name in _URL_NAMES for value in metas.get(name, ())
    ]
    return next((url for url in links if url.lower().startswith(("http://", "https://"))), None)


def _linked_data(page: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield the objects of the page's JSON-LD, outermost first; broken blocks are left out."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _objects(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def _objects(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, dict):
        yield data
        yield from _objects(list(data.values()), depth + 1)
    elif isinstance(data, list):
        for item in data:
            if isinstance(item, dict | list):
                yield from _objects(item, depth + 1)
