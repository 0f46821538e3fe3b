"""Lists of plain words the grammar asks for, by name, from `seeds/extract_words.csv`."""

from functools import cache

from ingest.project import read_seed


@cache
def words(word_list: str) -> frozenset[str]:
    """Return the words of `word_list`; raises `KeyError` when the seed has no such list."""
    found = frozenset(
        row["word"] for row in read_seed("extract_words") if row["word_list"] == word_list
    )
    if not found:
        raise KeyError(f"seeds/extract_words.csv has no word list {word_list!r}; add its rows")
    return found
