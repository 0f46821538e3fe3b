"""One entrance: a document in, an article out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from ingest.article import Article, Document, Known
from ingest.clean.credits import SIGN_OFF_MARKS, publisher, sign_off, trailing_credits
from ingest.clean.dateline import Dateline, find_dateline
from ingest.clean.furniture import Furniture, find_furniture
from ingest.clean.identity import article_key, document_id, folded, text_id, without
from ingest.clean.language import detect_language
from ingest.clean.lines import Line, pieces, split_lines
from ingest.clean.names import byline_in, lone_name
from ingest.clean.published import published_on, statement_about_itself
from ingest.clean.title import infer_title

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the text shows about itself, found once and used by several rules."""

    body: list[Line]
    dateline: Dateline | None
    statements: list[str]
    closing: list[str]
    closing_start: int | None


def clean(document: Document) -> Article:
    """Tell body from furniture, infer what metadata the file does not give, and name the result.

    A pure function: the same document always gives the same article. Offsets are into
    `document.text`, which is not changed. What the file gives is never overruled; what can be
    neither given nor inferred is `None`.
    """
    text, given = document.text, document.given
    furniture = find_furniture(split_lines(text))
    signs = _signs(furniture)
    title = _given(given.title) or infer_title(signs.body, signs.dateline)
    body = without(text, _not_text(furniture, signs, title))
    published = _given(given.published_on) or published_on(
        furniture.header(), signs.statements, signs.dateline, given.url
    )
    dateline, key = signs.dateline, article_key(document)
    return Article(
        document_id=document_id(document, key),
        article_key=key,
        text_id=text_id(body, text),
        path=document.path,
        position=document.position,
        media_type=document.media_type,
        encoding=document.encoding,
        text=text,
        furniture=furniture.spans(),
        title=title,
        publisher=_given(given.publisher)
        or publisher(dateline, signs.closing, signs.statements, given.url),
        published_on=published,
        byline=_given(given.byline) or _byline(furniture),
        dateline_place=_place(dateline),
        dateline_on=_day(dateline, published),
        url=_given(given.url),
        language=_given(given.language) or _language(body),
        sources=given.sources,
    )


def _signs(furniture: Furniture) -> _Signs:
    body = furniture.body()
    notices = (furniture.lines[n].text for n, kind in furniture.kinds.items() if kind == "notice")
    statements = [found for notice in notices if (found := statement_about_itself(notice))]
    signed = [
        name
        for line in furniture.lines[-40:]
        if line.text[0] in SIGN_OFF_MARKS and (name := sign_off(line.text))
    ]
    trailing = trailing_credits(body[-1]) if body else None
    return _Signs(
        body=body,
        dateline=find_dateline(body),
        statements=statements,
        closing=(trailing[1] if trailing else []) or signed,
        closing_start=trailing[0] if trailing else None,
    )


def _not_text(
    furniture: Furniture, signs: _Signs, title: Known[str] | None
) -> Iterator[tuple[int, int]]:
    """Yield what copies of one story differ in: furniture, title line, dateline, end credits."""
    for span in furniture.spans():
        yield span.start, span.end
    if title and signs.body and len(signs.body) > 1:
        first = signs.body[0]
        if folded(first.text) == folded(title.value):
            yield first.start, first.end
    if signs.dateline:
        yield signs.dateline.start, signs.dateline.end
    if signs.closing_start is not None:
        yield signs.closing_start, signs.body[-1].end


def _given(value: T | None) -> Known[T] | None:
    return None if value is None else Known(value, "given")


def _byline(furniture: Furniture) -> Known[str] | None:
    lines = sorted(n for n, kind in furniture.kinds.items() if kind in ("byline", "masthead"))
    for piece in chain.from_iterable(pieces(furniture.lines[number].text) for number in lines):
        name = byline_in(piece) or lone_name(piece)
        if name:
            return Known(name, "byline")
    return None


def _place(dateline: Dateline | None) -> Known[str] | None:
    return Known(dateline.place, "dateline") if dateline and dateline.place else None


def _day(dateline: Dateline | None, published: Known[date] | None) -> Known[date] | None:
    day = dateline.date(published.value if published else None) if dateline else None
    return Known(day, "dateline") if day else None


def _language(body: str) -> Known[str] | None:
    code = detect_language(body)
    return Known(code, "detected") if code else None
