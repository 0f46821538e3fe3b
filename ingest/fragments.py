"""Many fragments looked for in one pass over a text, however many they are."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation


class Fragments:
    """Plain strings that may stand anywhere in a text, also within words; case counts."""

    def __init__(self, fragments: Iterable[str]) -> None:
        """Prepare for `fragments`; raises `ValueError` for an empty one."""
        self._fragments = tuple(fragments)
        # Whole dumps pass here: the dearest form to prepare is the fastest to search with.
        self._automaton = AhoCorasick(self._fragments, implementation=Implementation.DFA)

    def any_in(self, text: str) -> bool:
        """Tell whether `text` holds one of the fragments."""
        return bool(self._automaton.find_matches_as_indexes(text))

    def held_by(self, text: str) -> list[str]:
        """Return the fragments that `text` holds, in the order they were given."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [self._fragments[number] for number in sorted({match[0] for match in found})]
