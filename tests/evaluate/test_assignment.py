import itertools
import random

from ingest.evaluate.assignment import assign


def _total(weights: list[list[int]], pairs: list[tuple[int, int]]) -> int:
    return sum(weights[row][column] for row, column in pairs)


def _best_total(weights: list[list[int]]) -> int:
    """Try every permutation of the longer side against the shorter one."""
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    orders = itertools.permutations(range(len(weights[0])), len(weights))
    return max(sum(row[i] for row, i in zip(weights, order, strict=True)) for order in orders)


def test_nothing_to_assign() -> None:
    assert assign([]) == []
    assert assign([[]]) == []


def test_forbidden_pairs_are_never_returned() -> None:
    assert assign([[0, 0], [0, 7]]) == [(1, 1)]


def test_greedy_choice_is_undone_by_an_augmenting_path() -> None:
    # Taking the 9 first would leave row 1 without a partner.
    assert assign([[9, 8], [8, 0]]) == [(0, 1), (1, 0)]


def test_more_rows_than_columns() -> None:
    assert assign([[3], [5], [4]]) == [(1, 0)]


def test_total_is_the_best_of_all_permutations() -> None:
    rng = random.Random(7)
    for _ in range(300):
        rows, columns = rng.randint(1, 5), rng.randint(1, 5)
        weights = [
            [
                rng.choice((0, 0, rng.randint(1, 9), 1000 + rng.randint(0, 9)))
                for _ in range(columns)
            ]
            for _ in range(rows)
        ]
        pairs = assign(weights)
        assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
        assert _total(weights, pairs) == _best_total(weights), weights
