"""Read a directory of fact files into one fact file per article."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from ingest.errors import InputError, UsageError
from ingest.facts.model import FactFile
from ingest.facts.read import FACT_SUFFIXES, RejectedFact, read_facts

_ANONYMOUS = ("gold", "reviewed", "facts")  # folder names that do not name a gold set


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles to score, by shell patterns over their ids (`d-*`, `x-0?`).

    An article is taken when it matches a pattern of `only` (or `only` is empty) and none of
    `exclude`; `part` keeps one side of the fixed split between files to learn from and files
    held out: an id whose last number is divisible by three is held out.
    """

    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    part: str = "all"  # all | seen | held-out

    def takes(self, article_id: str) -> bool:
        """Tell whether the article of this id is to be scored."""
        wanted = not self.only or _matches(article_id, self.only)
        if not wanted or _matches(article_id, self.exclude):
            return False
        return self.part == "all" or is_held_out(article_id) == (self.part == "held-out")


def _matches(article_id: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(article_id, pattern) for pattern in patterns)


def is_held_out(article_id: str) -> bool:
    """Tell on which side of the split an article lies: `d-03` is held out, `d-04` is not."""
    runs = "".join(c if c in "0123456789" else " " for c in article_id.partition("_")[0]).split()
    return bool(runs) and int(runs[-1]) % 3 == 0


def gold_set_name(directory: Path) -> str:
    """Return the name figures are filed under: the folder's, or its parent's for `.../gold`."""
    path = directory.resolve()
    return path.parent.name if path.name in _ANONYMOUS else path.name


def read_fact_directory(directory: Path) -> tuple[dict[str, FactFile], list[str]]:
    """Return the fact files of a folder (searched in depth) by article id, and its defects.

    A defect is a full sentence about a fact, or a file, that was left out. Raises `UsageError`
    when the folder does not exist, `InputError` when two files speak for one article.
    """
    if not directory.is_dir():
        raise UsageError(f"{directory}: no such folder of fact files; check the path")
    files: dict[str, FactFile] = {}
    defects: list[str] = []
    for path in sorted(p for p in directory.rglob("*") if p.suffix in FACT_SUFFIXES):
        for found in read_facts(path):
            if isinstance(found, RejectedFact):
                defects.append(found.reason)
            else:
                _add(found.facts, path, files)
    return files, defects


def _add(facts: FactFile, path: Path, files: dict[str, FactFile]) -> None:
    if facts.article.id in files:
        raise InputError(
            f"{path}: a second fact file for article {facts.article.id}; keep one per article"
        )
    files[facts.article.id] = facts


def read_gold(directory: Path, selection: Selection) -> dict[str, FactFile]:
    """Return the selected gold files; raises `InputError` for any defect, or when none is left."""
    files, defects = read_fact_directory(directory)
    if defects:
        raise InputError("gold facts must be sound:\n" + "\n".join(defects))
    chosen = {key: file for key, file in files.items() if selection.takes(key)}
    if not chosen:
        raise InputError(f"{directory}: no fact file of an article that the selection takes")
    return chosen
