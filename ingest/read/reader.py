"""One entrance for all formats: a file in, documents and rejections out."""

from collections.abc import Callable, Iterator
from typing import Final

from ingest.article import Document, MediaType, Rejection
from ingest.read.delimited import read_delimited
from ingest.read.discover import InputFile
from ingest.read.feed import read_feed
from ingest.read.html import read_html
from ingest.read.json_lines import read_json_lines
from ingest.read.parquet import read_parquet
from ingest.read.plain import read_plain
from ingest.read.reasons import BadInputError

_READERS: Final[dict[MediaType, Callable[[InputFile], Iterator[Document | Rejection]]]] = {
    "text": read_plain,
    "markdown": read_plain,
    "html": read_html,
    "jsonl": read_json_lines,
    "csv": read_delimited,
    "parquet": read_parquet,
    "feed": read_feed,
}


def read_file(file: InputFile) -> Iterator[Document | Rejection]:
    """Yield the articles of `file` in order, and a `Rejection` for each that cannot be used.

    Never raises for what a file holds: a bad row costs that row, a bad file that file. Rows are
    streamed; a text, page or feed is held whole, within a limit on its size.
    """
    try:
        yield from _READERS[file.media_type](file)
    except BadInputError as error:
        yield error.rejection(file.name, None)
    except OSError as error:
        problem = f"the file cannot be read ({error.strerror or error}); check its permissions."
        yield BadInputError("unreadable", problem).rejection(file.name, None)
