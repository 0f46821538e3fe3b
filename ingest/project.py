"""Where the project's own files lie, and how its reference data is read."""

import csv
from functools import cache
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent
SEEDS_DIR = PROJECT_DIR / "seeds"


@cache
def read_seed(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `seeds/<name>.csv`, the same file dbt loads; an empty cell is `""`."""
    with (SEEDS_DIR / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
