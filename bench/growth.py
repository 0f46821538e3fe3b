"""What 100 articles more cost, beside what all cost: `python -m bench.growth [ARTICLES]`.

Articles and facts are made up: parties, days and subjects are drawn at random, a few states in most
of them. Times are those of `dbt build` without its tests.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

from ingest.project import read_seed
from ingest.settings import Warehouse
from ingest.warehouse.build import build
from ingest.warehouse.load import ingest

_SUBJECTS = (
    "lunar rovers", "launch services", "remote sensing", "satellite navigation", "ground stations",
    "debris", "astronaut training", "weather data", "radar images", "deep space tracking",
)  # fmt: skip
_QUIET = ("--quiet", "--exclude-resource-type", "test", "unit_test")
_MORE = 100


def articles(first: int, count: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield made-up articles from number `first` on, each with its facts."""
    names = {row["country_code"]: row["name"] for row in read_seed("country_register")}
    codes = sorted(names)
    for number in range(first, first + count):
        draw = random.Random(number)
        # Few states are in most of the news.
        pair = [codes[int(draw.paretovariate(0.8) * 7) % len(codes)] for _ in range(2)]
        day = date(2000, 1, 1) + timedelta(days=draw.randrange(9000))
        subject = f"{draw.choice(_SUBJECTS)} {draw.choice(_SUBJECTS)} {draw.randrange(500)}"
        one, other = (names[code] for code in pair)
        signing = f"{one} and {other} signed an agreement on {subject} on {day}."
        promise = f"{one} will provide {subject} by {day.year + 3}."
        parties = [{"name": names[code], "country": code} for code in dict.fromkeys(pair)]
        common = {"amount": None, "space": True}
        yield (
            {
                "id": f"a{number}",
                "title": f"Report {number}",
                "published_on": str(day + timedelta(days=draw.randrange(9))),
                "text": f"{signing}\n\n{promise}\n",
            },
            {
                "article": {"id": f"a{number}"},
                "agreements": [
                    {"title": f"agreement on {subject}", "type": "agreement", "status": "signed",
                     "signed_on": str(day), "place": None, "valid_until": None, "people": [],
                     "parties": parties, "evidence": [signing], **common}
                ],
                "meetings": [],
                "commitments": [
                    {"action": f"provide {subject}", "strength": "firm", "status": "open",
                     "due": str(day.year + 3), "beneficiary": None, "parties": parties[:1],
                     "evidence": [promise], **common}
                ],
            },
        )  # fmt: skip


def grow(folder: Path, warehouse: Warehouse, first: int, count: int) -> float:
    """Ingest `count` articles and build; return the seconds of the build."""
    made = list(articles(first, count))
    for name, part in (("articles", 0), ("facts", 1)):
        lines = "".join(json.dumps(pair[part]) + "\n" for pair in made)
        (folder / f"{name}{first}.jsonl").write_text(lines, encoding="utf-8")
    console = Console(quiet=True)
    paths = [str(folder / f"{name}{first}.jsonl") for name in ("articles", "facts")]
    ingest(paths[:1], paths[1:], warehouse.database, console, producer=None)
    begin = time.perf_counter()
    build(warehouse, _QUIET, console)
    return time.perf_counter() - begin


def main(count: int) -> None:
    """Print the seconds of each build."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many, few = (Warehouse(folder / f"{w}.duckdb", folder / "out") for w in ("many", "few"))
        print(f"{_MORE} articles alone: {grow(folder, few, count + _MORE, _MORE):.1f} s")
        print(f"{_MORE} more: {grow(folder, few, count + 2 * _MORE, _MORE):.1f} s")
        print(f"{count} articles: {grow(folder, many, 0, count):.1f} s")
        print(f"{_MORE} more: {grow(folder, many, count, _MORE):.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
