"""Maximum-weight one-to-one assignment of a small bipartite graph.

Rows are placed one after the other, each along the augmenting path that gains most (successive
best paths by Bellman-Ford): exact, and ample for the few facts of one article. Weights are whole
numbers, so that no rounding can make a path appear to gain for ever.
"""

from collections.abc import Sequence

Weights = Sequence[Sequence[int]]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs `(row, column)` of the assignment with the greatest total weight.

    `weights[row][column]` is 0 where the two may not be paired, else positive; only allowed
    pairs are returned, sorted by row. Among equal totals the first found stays.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = assign([list(column) for column in zip(*weights, strict=True)])
        return sorted((row, column) for column, row in turned)
    owner: dict[int, int] = {}
    for row in range(len(weights)):
        _place(row, weights, owner)
    return sorted((row, col) for col, row in owner.items() if weights[row][col])


def _place(row: int, weights: Weights, owner: dict[int, int]) -> None:
    """Give `row` a column, moving owners along the best path that ends at a free column."""
    gain, came_from = _best_paths(row, weights, owner)
    free = [col for col in range(len(gain)) if col not in owner]
    column: int | None = max(free, key=lambda col: (gain[col], -col))
    while column is not None:
        before = came_from[column]
        owner[column] = row if before is None else owner[before]
        column = before


def _best_paths(
    row: int, weights: Weights, owner: dict[int, int]
) -> tuple[list[int], list[int | None]]:
    """Return, for each column, the gain of the best path to it and the column before it."""
    gain = list(weights[row])
    came_from: list[int | None] = [None] * len(gain)
    changed = set(owner)
    while changed:
        held = changed.pop()
        base, row_weights = gain[held] - weights[owner[held]][held], weights[owner[held]]
        for column, weight in enumerate(row_weights):
            if base + weight > gain[column]:
                gain[column], came_from[column] = base + weight, held
                changed |= {column} & owner.keys()
    return gain, came_from
