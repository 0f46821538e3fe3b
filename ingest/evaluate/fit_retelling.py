"""Fit how likely a candidate retells a known fact to annotated articles, and write its seed.

    python -m ingest.evaluate.fit_retelling articles/reviewed my-gold ...

Needs scikit-learn (the extra `fit`). Learnt from are right candidates alone: each is compared with
the facts that those before it tell, put together as people coded them. Prints what models measured
that had not seen the article or its relatives: how many comparisons they judge rightly.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.evaluate.examples import Example, folds, tell
from ingest.evaluate.fit import KINDS, read_examples, write_rows
from ingest.evaluate.gold import Selection
from ingest.evaluate.learning import Weights, logistic_weights, odds
from ingest.evaluate.report import as_percent
from ingest.extract.confidence import BIAS
from ingest.extract.merge import may_be_one
from ingest.extract.retelling import Comparison, Telling
from ingest.project import SEEDS_DIR

_STRENGTH = 0.3  # inverse of the penalty on large weights; best of a few in cross-validation
_SEEN = 8  # comparisons that must have a sign before it gets a weight
_FOLDS = 6


class Compared(NamedTuple):
    """The signs between a fact and a candidate, whether they are one, and what that counts."""

    signs: Weights
    same: bool
    counts: float


def compared(ex: Example, kind: str) -> Iterator[Compared]:
    """Yield each right candidate of a kind beside each fact told before it that it may retell.

    The many facts of a long text count less: a candidate's comparisons share its weight.
    """
    if ex.reading is None:
        return
    comparison = Comparison(ex.reading)
    facts: dict[int, Telling] = {}
    for draft, position in zip(ex.drafts, ex.told, strict=True):
        if draft.kind != kind or position is None:
            continue
        for other, told in facts.items():
            if draft.type != "accession" and may_be_one(told.fact, draft):
                counts = len(facts) ** -0.5
                yield Compared(comparison.signs(told, draft), other == position, counts)
        tell(facts, position, draft)


def train(told: Sequence[Compared]) -> Weights:
    """Return the weights of the signs, and the constant."""
    seen = Counter(name for one in told for name in one.signs)
    weights, bias = logistic_weights(
        [{n: v for n, v in one.signs.items() if seen[n] >= _SEEN} for one in told],
        [one.same for one in told],
        [one.counts for one in told],
        strength=_STRENGTH,
    )
    return weights | {BIAS: bias}


def measure(examples: Sequence[Example], kind: str) -> tuple[int, int, int]:
    """Return how many comparisons there are, are of one event, and are judged rightly unseen."""
    parts: list[list[Compared]] = [[] for _ in range(_FOLDS)]
    for ex, place in zip(examples, folds(examples, _FOLDS), strict=True):
        parts[place] += compared(ex, kind)
    right = 0
    for number, part in enumerate(parts):
        seen = [one for place, each in enumerate(parts) if place != number for one in each]
        weights = train(seen)
        right += sum((odds(weights, one.signs) > 0) == one.same for one in part)
    every = [one for part in parts for one in part]
    return len(every), sum(one.same for one in every), right


def write_seed(weights: Mapping[str, Weights], folder: Path = SEEDS_DIR) -> None:
    """Write the weights of each kind to the seed."""
    rows = [
        (kind, name, f"{weight:.3f}")
        for kind in sorted(weights)
        for name, weight in sorted(weights[kind].items())
    ]
    write_rows(folder / "extract_retelling.csv", ("kind", "sign", "weight"), rows)


def main() -> None:
    """Fit on the folders given as arguments and write the seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of reviewed fact files")
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    options = parser.parse_args()
    examples = read_examples(options.gold, Selection())
    for kind in KINDS:
        count, same, right = measure(examples, kind)
        print(f"{kind:10}  {count} comparisons, {same} of one event, {as_percent(right / count)}")
    if not options.dry_run:
        told = {kind: [one for ex in examples for one in compared(ex, kind)] for kind in KINDS}
        write_seed({kind: train(told[kind]) for kind in KINDS})


if __name__ == "__main__":
    main()
