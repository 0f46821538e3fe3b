"""The closed list of reasons for which an input is turned away, and how one is written."""

from typing import Final

from ingest.article import Rejection

REASON_CODES: Final[dict[str, str]] = {
    "unreadable": "The file could not be opened or read.",
    "too_large": "The file, line or article text is over the size limit.",
    "empty_file": "The file holds no text.",
    "not_text": "The file is binary, not text.",
    "undecodable": "The bytes are not text in any encoding that could be told.",
    "bad_front_matter": "The YAML block at the top of the file is not valid.",
    "bad_html": "The page could not be parsed as HTML.",
    "no_main_text": "No article text was found in the page.",
    "bad_json": "The line is not a JSON object.",
    "bad_csv": "The table could not be read as delimited text.",
    "bad_parquet": "The file could not be read as Parquet.",
    "bad_feed": "The file is not an RSS or Atom feed, or holds no items.",
    "missing_text": "The row, item or table has no article text.",
    "bad_field": "A field holds something that it cannot hold.",
    "bad_date": "The date of publication is not one calendar date.",
    "bad_url": "The address is neither http nor https.",
}

_SHOWN = 80


class BadInputError(Exception):
    """One file, row or item that cannot be used; caught in this package, never seen outside."""

    def __init__(
        self, code: str, problem: str, *, field: str | None = None, value: object = None
    ) -> None:
        """Say what is wrong and what to do (`problem`), and the `field` and `value` at fault."""
        super().__init__(problem)
        assert code in REASON_CODES, code
        self.code = code
        self.problem = problem
        self.field = field
        self.value = shown(value)

    def rejection(self, name: str, position: int | None, unit: str = "row") -> Rejection:
        """Return the record for file `name` (and its `position`), as a full sentence."""
        where = name if position is None else f"{name}, {unit} {position}"
        return Rejection(
            path=name,
            position=position,
            reason_code=self.code,
            reason=f"{where}: {self.problem}",
            field=self.field,
            value=self.value,
        )


def shown(value: object) -> str | None:
    """Return `value` short enough for a message, as valid UTF-8; a container only by its kind."""
    if value is None:
        return None
    if isinstance(value, list | tuple | dict | set):
        return f"a {type(value).__name__} of {len(value)}"
    text = str(value) if isinstance(value, str | int | float | bool) else repr(value)[:_SHOWN]
    text = text[:_SHOWN].encode("utf-8", "replace").decode("utf-8")
    return text if len(text) < _SHOWN else text[:-1] + "…"
