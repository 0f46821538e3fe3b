"""RSS and Atom feeds, parsed by feedparser from bytes: no address is ever opened."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import feedparser
from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from ingest.article import Document, Rejection
from ingest.read.decode import refuse_known_binary
from ingest.read.discover import InputFile
from ingest.read.fields import row_document
from ingest.read.limits import MAX_FEED_BYTES, read_bytes
from ingest.read.reasons import BadInputError

_BLOCKS: Final = frozenset(
    (
        *("p", "div", "br", "hr", "li", "ul", "ol", "tr", "table", "pre", "blockquote", "figure"),
        *("figcaption", "section", "article", "header", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_SKIPPED: Final = frozenset(("script", "style", "iframe", "noscript"))
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-f]+|\w+);", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def read_feed(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield the article of each item; `position` counts items from 1.

    Entities a file declares cannot hurt: feedparser drops those that nest or name a file, and
    the XML parser below it ends at an unlikely growth.
    Raises `BadInputError` (`bad_feed`) when the file is no feed or holds no items.
    """
    data = read_bytes(file.path, MAX_FEED_BYTES)
    refuse_known_binary(data)
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        why = f" ({parsed.bozo_exception})" if parsed.get("bozo") else ""
        raise BadInputError(
            "bad_feed", f"no items of an RSS or Atom feed were found{why}; check the file."
        )
    for number, entry in enumerate(parsed.entries, start=1):
        try:
            yield row_document(
                _fields(entry, parsed.feed),
                name=file.name,
                position=number,
                media_type=file.media_type,
                encoding=parsed.get("encoding") or "utf-8",
            )
        except BadInputError as error:
            yield error.rejection(file.name, number, "item")


def _fields(entry: Mapping[str, Any], channel: Mapping[str, Any]) -> dict[str, object]:
    source = entry.get("source") or {}
    return {
        "id": entry.get("id"),
        "title": paragraphs(entry.get("title") or "").replace("\n\n", " "),
        "publisher": source.get("title") or channel.get("title"),
        "published_on": entry.get("published") or entry.get("updated"),
        "url": _web_address(entry.get("link")),
        "language": _text_language(entry) or channel.get("language"),
        "byline": entry.get("author"),
        "text": paragraphs(_text(entry)),
    }


def _text(entry: Mapping[str, Any]) -> str:
    """Return the fullest text an item gives: its content, else its description."""
    contents = [str(part.get("value") or "") for part in entry.get("content") or ()]
    return max([*contents, str(entry.get("summary") or "")], key=len)


def _text_language(entry: Mapping[str, Any]) -> str | None:
    return next((part["language"] for part in entry.get("content") or () if part["language"]), None)


def _web_address(link: str | None) -> str | None:
    return link if link and link.lower().startswith(("http://", "https://")) else None


def paragraphs(markup: str) -> str:
    """Return the text of an HTML fragment, a blank line between its blocks."""
    if not _MARKUP.search(markup):
        return markup.strip()
    try:
        root = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return _SPACES.sub(" ", markup).strip()
    blocks = [""]
    for text, is_break in _pieces(root):
        if is_break:
            blocks.append("")
        blocks[-1] += text
    folded = (_SPACES.sub(" ", block).strip() for block in blocks)
    return "\n\n".join(block for block in folded if block)


def _pieces(root: lxml_html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield the strings below `root` in reading order, and whether each opens a block."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_block = element.tag in _BLOCKS
        if event == "start" and element.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            yield element.text or "", is_block
        else:
            yield element.tail or "", is_block
