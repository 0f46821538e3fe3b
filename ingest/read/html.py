"""Saved web pages: the main text by trafilatura, the metadata the page states."""

import re
from collections.abc import Iterator
from typing import Final

import trafilatura
from lxml import etree  # type: ignore[import-untyped]
from trafilatura.settings import Document as Extracted

from ingest.article import Document
from ingest.read.decode import decode
from ingest.read.discover import InputFile
from ingest.read.fields import given_metadata
from ingest.read.limits import MAX_TEXT_BYTES, read_bytes
from ingest.read.page_metadata import page_fields
from ingest.read.reasons import BadInputError

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION_BYTES: Final = 4096
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"[^\S\n]+")
_BLOCKS: Final = frozenset({"p", "head", "item", "quote", "list", "code", "ab", "div", "body"})


def read_html(file: InputFile) -> Iterator[Document]:
    """Yield the article of a saved page: main text with a blank line between paragraphs.

    Raises `BadInputError` (`bad_html`, `no_main_text` and those of decoding and fields).
    """
    data = read_bytes(file.path, MAX_TEXT_BYTES)
    declared = _DECLARED.search(data[:_DECLARATION_BYTES])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    fields, text = _parse(_XML_DECLARATION.sub("", decoded.text, count=1))
    if not text:
        raise BadInputError(
            "no_main_text",
            "no article text was found in the page; save the article's own page, or its text "
            "as .txt.",
        )
    yield Document(file.name, None, file.media_type, decoded.encoding, text, given_metadata(fields))


def _parse(html: str) -> tuple[dict[str, object], str]:
    try:
        page = trafilatura.load_html(html)
        if page is None:
            return {}, ""
        fields = page_fields(page)
        extracted = _extract(html, favor_precision=True) or _extract(html, favor_precision=False)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadInputError(
            "bad_html", f"the page cannot be parsed ({error}); save it again, or as text."
        ) from error
    if extracted is None:
        return fields, ""
    fields |= {"title": extracted.title, "byline": extracted.author}
    return fields, "\n\n".join(_paragraphs(extracted.body))


def _extract(html: str, *, favor_precision: bool) -> Extracted | None:
    extracted = trafilatura.bare_extraction(
        html,
        favor_precision=favor_precision,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return extracted if isinstance(extracted, Extracted) and extracted.text else None


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield the text of each innermost block of trafilatura's tree, white space folded."""
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield from _joined(parts)
            parts = []
        if element.tag == "lb" and event == "start":
            parts.append("\n")
        text = element.text if event == "start" else element.tail
        parts.append((text or "").replace("\n", " "))
    yield from _joined(parts)


def _joined(parts: list[str]) -> Iterator[str]:
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    text = "\n".join(line for line in lines if line)
    if text:
        yield text
