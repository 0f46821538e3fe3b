"""Plain text and Markdown files, with or without a block of YAML front matter."""

import re
from collections.abc import Iterator

import yaml

from ingest.article import Document, GivenMetadata
from ingest.read.decode import decode
from ingest.read.discover import InputFile
from ingest.read.fields import given_metadata, known_fields
from ingest.read.limits import MAX_TEXT_BYTES, empty_file, read_bytes
from ingest.read.reasons import BadInputError

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_LEADING_BLANK_LINES = re.compile(r"(?:[ \t\xa0]*\n)+")
_MAX_FRONT_MATTER = 65_536


def read_plain(file: InputFile) -> Iterator[Document]:
    """Yield the article of a `.txt` or `.md` file.

    With front matter the text is what follows it, without leading blank lines; offsets count
    from there. In plain text a block that holds no known field is part of the text.
    Raises `BadInputError` (`empty_file`, `bad_front_matter` and those of decoding and fields).
    """
    decoded = decode(read_bytes(file.path, MAX_TEXT_BYTES))
    given, text = _split_front_matter(decoded.text, file.media_type == "markdown")
    if not text.strip():
        raise empty_file()
    yield Document(file.name, None, file.media_type, decoded.encoding, text, given)


def _split_front_matter(text: str, is_required_valid: bool) -> tuple[GivenMetadata, str]:
    block = _FRONT_MATTER.match(text, 0, _MAX_FRONT_MATTER)
    if block is None:
        return GivenMetadata(), text
    try:
        fields = known_fields(_mapping(block["yaml"]))
    except BadInputError:
        if is_required_valid:
            raise
        return GivenMetadata(), text
    if not fields and not is_required_valid:
        return GivenMetadata(), text
    body = text[block.end() :]
    blank = _LEADING_BLANK_LINES.match(body)
    return given_metadata(fields), body[blank.end() :] if blank else body


def _mapping(block: str) -> dict[str, object]:
    """Parse YAML without types: `no` stays a language, `007` an id, a date its own words."""
    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # builds only str, list and dict
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInputError(
            "bad_front_matter",
            f"the front matter is not valid YAML ({_first_line(error)}); correct it.",
        ) from error
    if loaded in (None, ""):
        return {}
    if not isinstance(loaded, dict):
        raise BadInputError(
            "bad_front_matter",
            "the front matter is not a list of `key: value` lines; correct it.",
            value=loaded,
        )
    return loaded


def _first_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).split("\n", maxsplit=1)[0]
    return f"line {mark.line + 2}: {problem}" if mark else problem
