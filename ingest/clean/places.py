"""Names of states, capitals and other places, by which the place of a dateline is told."""

from functools import cache
from itertools import chain

from ingest.project import read_seed

_PLACE_TYPES = frozenset({"short", "official", "former", "capital", "seat"})


@cache
def _known_places() -> frozenset[str]:
    rows = read_seed("country_names")
    states = (row["name"] for row in rows if row["name_type"] in _PLACE_TYPES)
    places = (row["place"] for row in read_seed("extract_places"))
    return frozenset(name.casefold() for name in chain(states, places))


def is_known_place(name: str) -> bool:
    """Tell whether `name`, or a part of it between commas, is a state or a known place in one."""
    whole = name.strip().casefold()
    return any(part.strip() in _known_places() for part in (whole, *whole.split(",")))
