"""Read fact files: JSON (one object or a list) and JSONL, checked field by field.

One bad fact does not lose its neighbours: it becomes a `RejectedFact` that names file, field and
value, and the rest of the file goes on.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from ingest.errors import UsageError
from ingest.facts.model import Agreement, ArticleRef, Commitment, FactFile, Kind, Meeting

FACT_SUFFIXES = (".json", ".jsonl", ".ndjson")
_LISTS: tuple[tuple[str, Kind, type[BaseModel]], ...] = (
    ("agreements", "agreement", Agreement),
    ("meetings", "meeting", Meeting),
    ("commitments", "commitment", Commitment),
)
_LIST_KEYS = tuple(key for key, _, _ in _LISTS)


@dataclass(frozen=True, slots=True)
class RejectedFact:
    """A fact, or a whole fact file (`kind` is None), that was refused, and why.

    `position` is the fact's 0-based place in its list; `fact_json` is what was refused.
    """

    path: str
    article_key: str | None
    kind: Kind | None
    position: int | None
    reason_code: str
    reason: str
    field: str | None = None
    value: str | None = None
    fact_json: str | None = None


@dataclass(frozen=True, slots=True)
class FactSource:
    """A readable fact file and where it came from.

    `places` gives for each kind the 0-based place in the file of every fact that is left, since
    bad ones are taken out before.
    """

    path: str
    facts: FactFile
    places: dict[Kind, tuple[int, ...]]


def fact_paths(paths: Sequence[str]) -> list[Path]:
    """Return the fact files under `paths` (files or folders, searched in depth), sorted.

    Raises `UsageError` for a path that does not exist or a folder without fact files.
    """
    found: list[Path] = []
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise UsageError(f"--facts {name}: no such file or folder; check the path")
        files = sorted(p for p in path.rglob("*") if p.suffix in FACT_SUFFIXES)
        if path.is_dir() and not files:
            raise UsageError(f"--facts {name}: the folder holds no .json or .jsonl fact file")
        found.extend(files if path.is_dir() else [path])
    return list(dict.fromkeys(found))


def read_facts(path: Path) -> Iterator[FactSource | RejectedFact]:
    """Yield what `path` holds; never raises for bad content."""
    name = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        yield _unreadable(name, f"{name}: cannot be read as UTF-8 text ({error}); save it as UTF-8")
        return
    lines = path.suffix in (".jsonl", ".ndjson")
    chunks = enumerate(text.splitlines(), start=1) if lines else [(1, text)]
    for number, chunk in chunks:
        if chunk.strip():
            yield from _read_chunk(f"{name}:{number}" if lines else name, chunk)


def _read_chunk(where: str, chunk: str) -> Iterator[FactSource | RejectedFact]:
    try:
        data = json.loads(chunk)
    except json.JSONDecodeError as error:
        reason = f"{where}: not valid JSON ({error}); mend the file, then ingest it again"
        yield _unreadable(where, reason)
        return
    for item in data if isinstance(data, list) else [data]:
        yield from _read_object(where, item)


def _read_object(where: str, data: Any) -> Iterator[FactSource | RejectedFact]:
    if not isinstance(data, dict):
        yield _unreadable(where, f"{where}: holds {type(data).__name__}, not a fact file object")
        return
    header = {key: value for key, value in data.items() if key not in _LIST_KEYS}
    try:
        article = ArticleRef.model_validate(data.get("article"))
        FactFile.model_validate({**header, **{key: [] for key in _LIST_KEYS}})
    except ValidationError as error:
        yield _Item(where, None, None, None, data).rejected(error)
        return
    kept: dict[str, list[Any]] = {}
    places: dict[Kind, list[int]] = {}
    for key, kind, model in _LISTS:
        kept[key], places[kind] = [], []
        items = data.get(key)
        if not isinstance(items, list):
            yield _not_a_list(_Item(where, article.id, kind, None, items), key)
            continue
        for position, item in enumerate(items):
            problem = _error_of(model, item)
            if problem:
                yield _Item(where, article.id, kind, position, item).rejected(problem)
            else:
                kept[key].append(item)
                places[kind].append(position)
    facts = FactFile.model_validate({**header, **kept})
    yield FactSource(where, facts, {kind: tuple(found) for kind, found in places.items()})


def _error_of(model: type[BaseModel], item: Any) -> ValidationError | None:
    try:
        model.model_validate(item)
    except ValidationError as error:
        return error
    return None


@dataclass(frozen=True, slots=True)
class _Item:
    """Something in a fact file, and where it stands; refuses itself with a full sentence."""

    where: str
    article_key: str | None
    kind: Kind | None
    position: int | None
    data: Any

    def rejected(self, error: ValidationError) -> RejectedFact:
        first, *others = error.errors()
        more = "; also ".join(["", *(f"`{_place(e['loc'])}`: {e['msg']}" for e in others)])
        return self.refused(_place(first["loc"]), _show(first.get("input")), first["msg"], more)

    def refused(self, field: str, value: str, problem: str, more: str = "") -> RejectedFact:
        what = "fact file" if self.position is None else f"{self.kind} {self.position}"
        return RejectedFact(
            path=self.where,
            article_key=self.article_key,
            kind=self.kind,
            position=self.position,
            reason_code="bad_field",
            reason=f"{self.where}: {what}, field `{field}`: {problem} (it is {value})"
            f"{more}; see docs/codebook.md",
            field=field,
            value=value,
            fact_json=json.dumps(self.data, ensure_ascii=False),
        )


def _place(loc: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in loc) or "(whole)"


def _not_a_list(item: _Item, key: str) -> RejectedFact:
    return item.refused(key, _show(item.data), "must be a list; write [] for none")


def _unreadable(where: str, reason: str) -> RejectedFact:
    return RejectedFact(where, None, None, None, "bad_json", reason)


def _show(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 200 else text[:197] + "..."
