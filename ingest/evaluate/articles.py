"""Find the articles that gold facts are about, and clean them as `ingest` does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ingest.article import Article, Document
from ingest.clean import clean
from ingest.clean.identity import article_key
from ingest.evaluate.gold import Selection, read_gold
from ingest.facts.model import ArticleRef, FactFile
from ingest.read import discover, read_file


def article_folders(gold_dir: Path) -> list[Path]:
    """Return where articles are looked for: the sibling folder `articles`, else the parent."""
    sibling = gold_dir.resolve().parent / "articles"
    return [sibling if sibling.is_dir() else sibling.parent]


def find_articles(
    gold: Mapping[str, FactFile], folders: Sequence[Path], gold_dir: Path
) -> dict[str, Article]:
    """Return the cleaned article of each gold file that has one under `folders`, by its id.

    What a gold file's header knows and the article's own file does not say (title, publisher, day
    of publication, address) is given to the cleaner, as front matter would. The first article of
    an id wins.
    """
    found: dict[str, Article] = {}
    for document in _documents(folders, gold_dir):
        key = article_key(document)
        if key in gold and key not in found:
            found[key] = clean(_with_header(document, gold[key].article))
    return found


def annotated(gold_dir: Path, selection: Selection) -> Iterator[tuple[Article, FactFile]]:
    """Yield the articles of a folder of gold facts, each with its facts."""
    gold = read_gold(gold_dir, selection)
    for key, article in find_articles(gold, article_folders(gold_dir), gold_dir).items():
        yield article, gold[key]


def unannotated(files: Sequence[Path]) -> Iterator[Article]:
    """Yield the cleaned articles of `files`, of which no facts are known."""
    for document in _documents(files, None) if files else ():
        yield clean(document)


def _documents(paths: Sequence[Path], gold_dir: Path | None) -> Iterator[Document]:
    excluded = [gold_dir] if gold_dir else []
    for file in discover([str(path) for path in paths], exclude=excluded):
        yield from (item for item in read_file(file) if isinstance(item, Document))


def _with_header(document: Document, header: ArticleRef) -> Document:
    given = document.given
    filled = replace(
        given,
        title=given.title or header.title,
        publisher=given.publisher or header.publisher,
        published_on=given.published_on or _full_date(header.published_on),
        url=given.url or header.url,
    )
    return replace(document, given=filled)


def _full_date(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf and len(edtf) == 10 else None
    except ValueError:
        return None
