"""Names of states and capitals, by which a dateline's place is told from any other words."""

from functools import cache

from ingest.project import read_seed

_PLACE_TYPES = frozenset({"short", "official", "former", "capital", "seat"})


@cache
def _known_places() -> frozenset[str]:
    rows = read_seed("country_names")
    return frozenset(row["name"].casefold() for row in rows if row["name_type"] in _PLACE_TYPES)


def is_known_place(name: str) -> bool:
    """Tell whether `name`, or a part of it between commas, is a state, capital or seat."""
    whole = name.strip().casefold()
    return any(part.strip() in _known_places() for part in (whole, *whole.split(",")))
