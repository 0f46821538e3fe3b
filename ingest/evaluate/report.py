"""Show scores: rich tables in a terminal, plain aligned lines elsewhere, or JSON data."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.evaluate.evaluation import Evaluation
from ingest.evaluate.fields import KINDS
from ingest.evaluate.listing import Finding, findings
from ingest.evaluate.scores import OVERALL, Band, Detection, Scores
from ingest.evaluate.wording import printable

MOST_FREQUENT = 12  # confusions shown

_COLOURS = {"missed": "yellow", "invented": "red", "wrong": "cyan"}
Row = tuple[str, ...]
Sheet = tuple[str, Row, list[Row]]  # title, heads, rows


def as_percent(value: float | None) -> str:
    """Return a share as `71.4`, or `-` when there was nothing to measure."""
    return "-" if value is None else f"{100 * value:.1f}"


def sheets(scores: Scores) -> list[Sheet]:
    """Return the tables of a report as text: detection, fields, calibration, confusions."""
    name = f"{scores.gold_set}: {scores.articles} articles"
    name += f", extractor {scores.producer_version}" if scores.producer_version else ""
    return [
        (name, _DETECTION_HEADS, [_detection_row(k, scores.detection[k]) for k in _ROWS]),
        ("Fields of matched facts", _FIELD_HEADS, list(_field_rows(scores))),
        ("Calibration", _BAND_HEADS, [_band_row(b) for b in (*scores.bands, scores.confident)]),
        ("Most frequent wrong values", _CONFUSION_HEADS, list(_confusion_rows(scores))),
    ]


_ROWS = (*KINDS, OVERALL)
_DETECTION_HEADS = ("kind", "coded", "found", "matched", "precision", "recall", "F1", "strict F1")
_FIELD_HEADS = ("kind", "field", "pairs", "agree %", "stated", "precision", "recall")
_BAND_HEADS = ("confidence", "facts", "precision", "strict precision")
_CONFUSION_HEADS = ("kind", "field", "coded", "found", "times")


def _detection_row(kind: str, d: Detection) -> Row:
    shares = (d.precision, d.recall, d.f1, d.strict_f1)
    return (kind, str(d.gold), str(d.predicted), str(d.matched), *map(as_percent, shares))


def _field_rows(scores: Scores) -> Iterable[Row]:
    for kind, fields in scores.fields.items():
        for name, f in fields.items():
            shares = (as_percent(f.precision), as_percent(f.recall))
            yield (kind, name, str(f.pairs), as_percent(f.accuracy), str(f.gold_stated), *shares)


def _band_row(band: Band) -> Row:
    shares = (as_percent(band.precision), as_percent(band.strict_precision))
    return (f"{band.low:.1f} to {band.high:.1f}", str(band.count), *shares)


def _confusion_rows(scores: Scores) -> Iterable[Row]:
    for key, times in list(scores.confusions.items())[:MOST_FREQUENT]:
        yield (*key, str(times))


def print_report(evaluation: Evaluation, console: Console, listing: bool = False) -> None:
    """Print the tables and, when asked, the listing; what a person must know comes last."""
    for title, heads, rows in sheets(evaluation.scores):
        if rows:
            _print_sheet(title, heads, rows, console)
    if listing:
        _print_listing(evaluation, console)
    for note in evaluation.notes:
        console.print(Text(f"note: {note}", style="yellow"), soft_wrap=True)


def _print_sheet(title: str, heads: Row, rows: Sequence[Row], console: Console) -> None:
    if console.is_terminal:
        console.print(_rich_table(title, heads, rows), soft_wrap=False)
        return
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = [title, *(_aligned(row, widths) for row in (heads, *rows)), ""]
    console.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)


def _aligned(row: Row, widths: Sequence[int]) -> str:
    cells = zip(row, widths, strict=True)
    return "  ".join(cell.rjust(w) if _is_figure(cell) else cell.ljust(w) for cell, w in cells)


def _is_figure(cell: str) -> bool:
    return cell == "-" or cell.replace(".", "", 1).isdigit()


def _rich_table(title: str, heads: Row, rows: Sequence[Row]) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold")
    for head, cells in zip(heads, zip(*rows, strict=True), strict=True):
        table.add_column(head, justify="right" if all(map(_is_figure, cells)) else "left")
    for row in rows:
        table.add_row(*row)
    return table


def _print_listing(evaluation: Evaluation, console: Console) -> None:
    article_id = ""
    for finding in findings(evaluation.results):
        if finding.article_id != article_id:
            article_id = finding.article_id
            console.print(Text(f"== {printable(article_id)}", style="bold"))
        for line in _finding_lines(finding):
            console.print(line, soft_wrap=True)


def _finding_lines(finding: Finding) -> Iterable[Text]:
    confidence = "" if finding.confidence is None else f" ({finding.confidence:.2f})"
    head = Text(f"{finding.verdict} {finding.kind}{confidence} ", _COLOURS[finding.verdict])
    yield head.append(printable(finding.what), "default")
    if finding.why:
        yield Text(f"    {finding.why}")
    for name, (gold, predicted) in finding.fields.items():
        yield Text(printable(f"    {name}: coded {gold or 'null'} | found {predicted or 'null'}"))
    yield Text(printable(f"    « {finding.quote} »"), "dim")


def report_data(evaluation: Evaluation, listing: bool = False) -> dict[str, Any]:
    """Return the report as plain data for JSON; shares are 0 to 1, None when not measured."""
    scores = evaluation.scores
    data: dict[str, Any] = {
        "gold_set": scores.gold_set,
        "producer_version": scores.producer_version,
        "articles": scores.articles,
        "detection": {k: _with_shares(d, _SHARES) for k, d in scores.detection.items()},
        "fields": {
            kind: {name: _with_shares(f, _FIELD_SHARES) for name, f in fields.items()}
            for kind, fields in scores.fields.items()
        },
        "calibration": [_with_shares(b, _BAND_SHARES) for b in scores.bands],
        "confident": _with_shares(scores.confident, _BAND_SHARES),
        "notes": list(evaluation.notes),
    }
    if listing:
        data["listing"] = [asdict(finding) for finding in findings(evaluation.results)]
    return data


_SHARES = ("precision", "recall", "f1", "strict_f1")
_FIELD_SHARES = ("accuracy", "precision", "recall")
_BAND_SHARES = ("precision", "strict_precision")


def _with_shares(record: Any, names: Iterable[str]) -> dict[str, Any]:
    return {**asdict(record), **{name: getattr(record, name) for name in names}}


def to_json(evaluation: Evaluation, listing: bool = False) -> str:
    """Return the report as JSON text."""
    return json.dumps(report_data(evaluation, listing), ensure_ascii=False, indent=2)
