"""The names and trigger phrases both contenders look for, from the same seeds."""

from collections.abc import Iterator

from ingest.extract.inflection import inflect
from ingest.project import read_seed

_NAME_SEEDS = (
    ("country_names", "name"),
    ("organization_aliases", "alias"),
    ("person_aliases", "alias"),
    ("programme_aliases", "alias"),
)


def names() -> list[str]:
    """Return every name of a country, organisation, person and programme, once."""
    return sorted({row[column] for seed, column in _NAME_SEEDS for row in read_seed(seed)})


def triggers() -> list[str]:
    """Return every trigger phrase in all its forms, lower case, once."""
    return sorted({phrase.lower() for phrase in _inflected()})


def _inflected() -> Iterator[str]:
    for row in read_seed("trigger_phrases"):
        for _, phrase in inflect(row["phrase"], row["forms"], row["role"]):
            yield phrase
