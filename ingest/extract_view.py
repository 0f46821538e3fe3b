"""What `spacecoop extract` does: the facts of each article, on the screen or as fact files."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path
from typing import Literal, TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.article import Article, Document, Rejection
from ingest.clean import clean
from ingest.errors import InputError
from ingest.evaluate.fields import Fact, show
from ingest.evaluate.predict import usable_cores
from ingest.evaluate.wording import printable
from ingest.extract import extract
from ingest.facts.locate import QuoteFinder
from ingest.facts.model import Agreement, Commitment, FactFile, Kind
from ingest.read import Discovery, InputFile, discover
from ingest.warehouse.work import Unit, collect_rarely, documents, units

CONTEXT = 90  # characters shown on either side of a quote, within its paragraph
POOL_FROM_BYTES = 4_000_000  # below this, starting processes takes longer than the work
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 100

OutputFormat = Literal["table", "json"]
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article and the facts the rules find in it."""

    article: Article
    facts: FactFile


@dataclass(slots=True)
class _Tally:
    articles: int = 0
    facts: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)  # file name -> article key


def run_extract(  # noqa: PLR0913 - one parameter per option of the command
    paths: Sequence[str],
    output_format: OutputFormat = "table",
    output_dir: Path | None = None,
    *,
    jobs: int | None = None,
    console: Console | None = None,
    messages: Console | None = None,
) -> int:
    """Extract from `paths` and show the facts; returns the exit code 0.

    Facts go to `console` (standard output): a table an article, or with `json` one fact file a
    line. With `output_dir`, each article's fact file is written there instead of the lines.
    What could not be used goes to `messages` (standard error). Raises `UsageError` for a path
    that is not there and `InputError` when no article could be read.
    """
    out, err = console or Console(), messages or Console(stderr=True)
    found, tally = discover(paths), _Tally()
    if output_dir is not None:
        output_dir.mkdir(parents=True, exist_ok=True)
    for item in extract_files(found.files, jobs):
        if isinstance(item, Rejection):
            _say(err, printable(item.reason), "yellow")
            tally.rejections.append(item)
        else:
            _put(item, output_format, output_dir, out, tally)
    _say(err, _summary(tally, found, output_dir), "bold")
    if not tally.articles:
        raise InputError("no article could be read; the lines above say why")
    return 0


def _say(console: Console, text: str, style: str) -> None:
    console.print(Text(text, style), soft_wrap=True)


def _put(
    item: Extracted,
    output_format: OutputFormat,
    output_dir: Path | None,
    out: Console,
    tally: _Tally,
) -> None:
    tally.articles += 1
    tally.facts += len(item.facts.facts())
    if output_dir is not None:
        name = _file_name(item.facts.article.id, tally.written)
        text = item.facts.model_dump_json(indent=2)
        (output_dir / name).write_text(text + "\n", encoding="utf-8")
    if output_format == "table":
        print_facts(item, out)
    elif output_dir is None:
        out.file.write(item.facts.model_dump_json() + "\n")


def _file_name(article_id: str, written: dict[str, str]) -> str:
    """Return a file name for an article: its id, made harmless and different from all `written`."""
    safe = _UNSAFE.sub("_", article_id).lstrip(".")[:_LONGEST_NAME]
    name = f"{safe}.json"
    if safe != article_id or name in written:
        mark = blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        name = f"{safe}-{mark}.json"
    while name in written:
        name = f"{safe}-{len(written)}.json"
    written[name] = article_id
    return name


def _summary(tally: _Tally, found: Discovery, output_dir: Path | None) -> str:
    parts = [f"{_count(tally.facts, 'fact')} in {_count(tally.articles, 'article')}"]
    if output_dir is not None:
        parts.append(f"{_count(len(tally.written), 'fact file')} written to {output_dir}")
    if tally.rejections:
        parts.append(f"{_count(len(tally.rejections), 'input')} could not be used, see above")
    if found.passed_over:
        parts.append(f"{_count(len(found.passed_over), 'file')} of other formats passed over")
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def extract_files(
    files: Sequence[InputFile], jobs: int | None = None
) -> Iterator[Extracted | Rejection]:
    """Read, clean and extract, in the order of the files; on all cores when there is much.

    Memory is bounded by a few units of work a core, not by the number of articles.
    """
    cores = jobs or usable_cores()
    if cores == 1 or sum(file.path.stat().st_size for file in files) < POOL_FROM_BYTES:
        for unit in units(files):
            yield from map(_extracted, documents(unit))
        return
    with ProcessPoolExecutor(cores, get_context("spawn"), collect_rarely) as pool:
        for done in _in_order(pool, extract_unit, units(files), 2 * cores):
            yield from done


def extract_unit(unit: Unit) -> list[Extracted | Rejection]:
    """Carry one unit of files or documents to facts."""
    return [_extracted(document) for document in documents(unit)]


def _extracted(document: Document | Rejection) -> Extracted | Rejection:
    if isinstance(document, Rejection):
        return document
    article = clean(document)
    return Extracted(article, extract(article))


def _in_order(
    pool: ProcessPoolExecutor, function: Callable[[T], R], items: Iterable[T], ahead: int
) -> Iterator[R]:
    """Map over a stream of `items`, in order, with at most `ahead` of them under way."""
    waiting: deque[Future[R]] = deque()
    for item in items:
        waiting.append(pool.submit(function, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def print_facts(item: Extracted, console: Console) -> None:
    """Print an article's facts, each with its best quote marked in the words around it."""
    article, facts = item.article, item.facts.facts()
    title = f" {article.title.value}" if article.title else ""
    head = Text(printable(f"{article.article_key}{title}: {_count(len(facts), 'fact')}"), "bold")
    console.print(head, soft_wrap=True)
    finder = QuoteFinder(article)
    rows = [_cells(kind, fact, article, finder) for kind, _, fact in facts]
    if console.is_terminal and rows:
        console.print(_table(rows), soft_wrap=False)
        return
    for row in rows:
        for cell in filter(None, row):
            console.print(Text("  ").append_text(cell), soft_wrap=True)
        console.print()


Cells = tuple[Text, Text, Text, Text, Text]


def _cells(kind: Kind, fact: Fact, article: Article, finder: QuoteFinder) -> Cells:
    sort, date = _sort_and_date(fact)
    confidence = "" if fact.confidence is None else f", confidence {fact.confidence:.2f}"
    more = f" (+{len(fact.evidence) - 1} more)" if len(fact.evidence) > 1 else ""
    return (
        Text(f"{kind}: {sort}, {fact.status}{confidence}"),
        Text(printable(_what(fact)), "bold"),
        Text(printable(_who(fact))),
        Text(printable(", ".join(filter(None, (date or "undated", _place(fact)))))),
        in_context(article.text, fact.evidence[0], finder).append(more, "dim"),
    )


def _what(fact: Fact) -> str:
    """Return what a fact is known by: title, action, series and number, or who met."""
    if isinstance(fact, Agreement):
        return fact.title
    if isinstance(fact, Commitment):
        return fact.action
    number = f"no. {fact.ordinal}" if fact.ordinal else ""
    return ", ".join(filter(None, (fact.series, number))) or show(fact.people) or ""


def _who(fact: Fact) -> str:
    """Return the parties, and whom a promise is for."""
    parties = show(fact.parties) or ""
    served = fact.beneficiary if isinstance(fact, Commitment) else None
    return f"{parties}; for {show(served)}" if served else parties


def _place(fact: Fact) -> str | None:
    return None if isinstance(fact, Commitment) else fact.place


def _sort_and_date(fact: Fact) -> tuple[str, str | None]:
    if isinstance(fact, Agreement):
        return fact.type, fact.signed_on
    if isinstance(fact, Commitment):
        return fact.strength, f"due {fact.due}" if fact.due else None
    return fact.type, fact.held_on


def in_context(text: str, quote: str, finder: QuoteFinder) -> Text:
    """Return `quote` marked within its paragraph of `text`, at most `CONTEXT` characters around.

    Marks are « » as well as a style, so that they survive where there are no colours.
    """
    place = finder.find(quote)
    if place is None:
        return Text(f"«{printable(quote)}» (not found in the article)")
    begin = text.rfind("\n\n", 0, place.start)
    left = max(0 if begin < 0 else begin + 2, place.start - CONTEXT)
    stop = text.find("\n\n", place.end)
    right = min(len(text) if stop < 0 else stop, place.end + CONTEXT)
    marked = Text().append(_flat(text[left : place.start]), "dim")
    marked.append(f"«{_flat(text[place.start : place.end])}»", "bold yellow")
    return marked.append(_flat(text[place.end : right]), "dim")


def _flat(text: str) -> str:
    """Return `text` on one line: a hard-wrapped sentence is still one sentence."""
    return printable(re.sub(r"\s+", " ", text))


def _table(rows: Iterable[Cells]) -> Table:
    table = Table(header_style="bold", show_lines=True, expand=True)
    columns = (("fact", 3), ("what", 4), ("who", 3), ("when and where", 3))
    for head, share in (*columns, ("words it rests on", 8)):
        table.add_column(head, ratio=share, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
