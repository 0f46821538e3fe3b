"""From bytes to text: which encoding, what is not text at all, and uniform line ends."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from ingest.read.reasons import BadInputError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"),
)
_STARTS: Final = tuple(start for start, _ in _BINARY_STARTS)
_CANDIDATES: Final = [
    "cp1252", "cp1251", "cp1250", "cp949", "cp932", "euc_jp", "gb18030", "big5", "koi8_r",
    "cp1253", "cp1254", "cp1256", "cp1255", "iso8859_2", "iso8859_5",
]  # fmt: skip
_WEB_NAMES: Final = {  # the WHATWG Encoding Standard reads these labels as their supersets
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
    "ksc_5601": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_CONTROLS: Final = bytes(code for code in range(256) if not _CONTROLS.match(chr(code)))
_BOM_STARTS: Final = frozenset(bom[:1] for bom, _ in _BOMS)
_MAX_CONTROL_SHARE = 0.005
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with `\\n` line ends, and the Python name of the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of a text: byte order mark, UTF-8, the `declared` name, else a guess.

    Raises `BadInputError` (`not_text`, `undecodable`) when that cannot be done without a loss.
    """
    refuse_known_binary(data)
    encoding, skip = _encoding(data, declared)
    if not skip and encoding == "utf-8" and not data.translate(None, _NOT_CONTROLS):
        return Decoded(normalize(data.decode()), encoding)  # as nearly every text is
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(encoding, error) from error
    refuse_controls(text)
    return Decoded(normalize(text), encoding)


def normalize(text: str) -> str:
    """Return `text` with `\\n` line ends, without NUL and byte order mark.

    A lone surrogate, which no file can store, becomes `?`.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\x00", "").removeprefix("\ufeff")
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text
    return text


def bom_encoding(data: bytes) -> tuple[str, int] | None:
    """Return the encoding a byte order mark states and the mark's length, or `None`."""
    if data[:1] not in _BOM_STARTS:
        return None
    return next(((name, len(bom)) for bom, name in _BOMS if data.startswith(bom)), None)


def wide_encoding(head: bytes) -> str | None:
    """Return the encoding when `head` is UTF-16 or UTF-32, with or without a mark."""
    marked = bom_encoding(head) or _wide_without_bom(head)
    return marked[0] if marked and marked[0] != "utf-8" else None


def stream_encoding(sample: bytes) -> str:
    """Return the encoding of a large file from its first bytes; where unclear, UTF-8.

    Raises `BadInputError` (`not_text`) for binary data.
    """
    refuse_known_binary(sample)
    wide = wide_encoding(sample[:_SAMPLE])
    if wide:
        return wide
    cut = sample[: sample.rfind(b"\n") + 1] or sample
    refuse_controls(cut.decode("utf-8", "replace"))
    if _utf8_error(cut) is None or _is_mostly_utf8(cut):
        return "utf-8"
    return _guess(cut) or "utf-8"


def python_encoding(label: str | None) -> str | None:
    """Return Python's name for an encoding label of a web page, or `None` if it knows none."""
    try:
        name = codecs.lookup((label or "").strip()).name
        "".encode(name)  # refuses codecs such as `zlib` that are not between text and bytes
    except (LookupError, TypeError, ValueError):
        return None
    return _WEB_NAMES.get(name, name)


def _encoding(data: bytes, declared: str | None) -> tuple[str, int]:
    marked = bom_encoding(data) or _wide_without_bom(data)
    if marked:
        return marked
    error = _utf8_error(data)
    if error is None:
        return "utf-8", 0
    if _is_mostly_utf8(data):
        raise _undecodable("utf-8", error)
    named = python_encoding(declared)
    if named and named != "utf-8" and _decodes(data, named):
        return named, 0
    guess = _guess(data)
    if guess is None or not _decodes(data, guess):
        raise _undecodable("utf-8", error)
    return guess, 0


def _guess(data: bytes) -> str | None:
    """Return the likeliest encoding; of equally likely ones the more usual on the web."""
    matches = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES)
    ranked = (
        (match.chaos, -match.coherence, _CANDIDATES.index(name), name)
        for match in matches
        for name in match.could_be_from_charset
        if name in _CANDIDATES
    )
    return min(ranked, default=(0, 0, 0, None))[-1]


def _utf8_error(data: bytes) -> UnicodeDecodeError | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from another encoding, which breaks at nearly each."""
    text = data[: 16 * _SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    return sound > 5 * broken


def _wide_without_bom(data: bytes) -> tuple[str, int] | None:
    """Recognise UTF-16 without a mark by a zero in nearly every other byte."""
    head = data[:4096]
    half = len(head) // 2
    if half < 4 or 0 not in head:
        return None
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) == 0:
        return "utf-16-le", 0
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) == 0:
        return "utf-16-be", 0
    return None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _undecodable(encoding: str, error: UnicodeDecodeError) -> BadInputError:
    return BadInputError(
        "undecodable",
        f"byte {error.start} is not valid {encoding} and no other encoding fits the text; "
        "save the file as UTF-8.",
        value=error.object[error.start : error.end].hex(),
    )


def refuse_known_binary(data: bytes) -> None:
    """Raise `BadInputError` (`not_text`) when `data` starts as a well-known binary format does."""
    if not data.startswith(_STARTS):
        return
    for start, what in _BINARY_STARTS:
        if data.startswith(start):
            raise BadInputError(
                "not_text", f"the file is {what}, not text; convert it to text or HTML first."
            )


def refuse_controls(text: str) -> None:
    """Raise `BadInputError` (`not_text`) when `text` is full of control characters."""
    sample = text[: 16 * _SAMPLE]
    count = len(_CONTROLS.findall(sample))
    if count > 4 and count > _MAX_CONTROL_SHARE * len(sample):
        raise BadInputError(
            "not_text",
            f"the file has {count} control characters and is not text; "
            "leave it out, or convert it to text.",
        )


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
