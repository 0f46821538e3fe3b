"""Stable names: of an article's words, whatever surrounds them, and of one document's version."""

import posixpath
import unicodedata
from collections.abc import Iterable
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import Final

from ingest.article import Document, GivenMetadata

_ID_BYTES: Final = 8
_WIDE_MARKS: Final = "‘’‚“”„«»‹›‐–—−•·、。「」\u00ad\u200b"
_ASCII_MARKS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_GIVEN: Final = attrgetter(*(field.name for field in fields(GivenMetadata)))


def folded(text: str) -> bytes:
    """Return the letters and digits of `text` as UTF-8: no case, punctuation or white space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        for mark in _WIDE_MARKS:
            text = text.replace(mark, "")
    return text.casefold().encode("utf-8", "replace").translate(None, _ASCII_MARKS)


def article_key(document: Document) -> str:
    """Return the id the file gives, else the file's stem, with `#row` in a file of many."""
    if document.given.article_id:
        return document.given.article_id
    stem = posixpath.splitext(posixpath.basename(document.path))[0]
    return stem if document.position is None else f"{stem}#{document.position}"


def text_id(body: str, whole: str) -> str:
    """Return 16 hexadecimal digits for the words of `body`; of `whole` where it has none."""
    return _digest(folded(body) or folded(whole))


def document_id(document: Document, key: str) -> str:
    """Return 16 hexadecimal digits for `key`, exact text and given metadata; not for the path."""
    given = ["" if value is None else repr(value) for value in _GIVEN(document.given)]
    parts = [key, document.text, *given]
    return _digest("\x00".join(parts).encode("utf-8", "replace"))  # a text holds no NUL


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return `text` less the `[start, end)` stretches of `spans`, each replaced by a blank."""
    kept, position = [], 0
    for start, end in sorted(spans):
        if start > position:
            kept.append(text[position:start])
        position = max(position, end)
    kept.append(text[position:])
    return " ".join(kept)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=_ID_BYTES).hexdigest()
