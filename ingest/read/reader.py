"""One entrance for all formats: a file in, documents and rejections out."""

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from ingest.article import Document, MediaType, Rejection
from ingest.read.delimited import read_delimited
from ingest.read.discover import InputFile
from ingest.read.feed import read_feed
from ingest.read.html import read_html
from ingest.read.json_lines import LineBlock, cut_json_lines, read_json_lines, read_line_block
from ingest.read.parquet import read_parquet
from ingest.read.plain import read_plain
from ingest.read.reasons import BadInputError

T = TypeVar("T")

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
    yield from _safely(file, _READERS[file.media_type](file))


def read_blocks(
    file: InputFile, max_items: int, max_bytes: int
) -> Iterator[LineBlock | Document | Rejection]:
    """Yield what `read_file` yields, of JSON Lines as blocks of lines for `read_block`.

    Whoever spreads the work over processes hands out the blocks, and the lines are parsed there.
    """
    if file.media_type == "jsonl":
        yield from _safely(file, cut_json_lines(file, max_items, max_bytes))
    else:
        yield from read_file(file)


def read_block(block: LineBlock) -> Iterator[Document | Rejection]:
    """Yield the articles of a block of lines in order, and a `Rejection` for each bad line."""
    yield from read_line_block(block)


def _safely(file: InputFile, found: Iterator[T]) -> Iterator[T | Rejection]:
    """Yield what is found in `file`, and a `Rejection` when the rest cannot be read."""
    try:
        yield from found
    except BadInputError as error:
        yield error.rejection(file.name, None)
    except OSError as error:
        problem = f"the file cannot be read ({error.strerror or error}); check its permissions."
        yield BadInputError("unreadable", problem).rejection(file.name, None)
