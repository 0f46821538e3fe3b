"""Fit the confidence of the rule-based extractor to annotated articles, and write its seeds.

    python -m ingest.evaluate.fit articles/reviewed my-gold ... --background other-gold ...

Needs scikit-learn (the extra `fit`). Weights are fitted on all given sets; the floors, and how sure
a merged fact is, on predictions for articles whose relatives the model had not seen (groups of
articles that share a sentence stay together). Background sets, of texts that hardly tell a fact,
count half for the weights and nothing for the floors. Prints what the cross-validation measured.
With `--keep-weights` only how sure merged facts are is fitted, to sets the weights have not seen.
With `--move KIND ...` the present weights of these kinds are moved towards what the sets teach, and
all else stays as it is: for sets that are many, but written otherwise than those fitted first.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from ingest.evaluate.articles import annotated
from ingest.evaluate.examples import Example, example, folds
from ingest.evaluate.gold import Selection
from ingest.evaluate.learning import Weights, logistic_weights, moved_weights, odds
from ingest.evaluate.matching import ArticleResult, match_article
from ingest.evaluate.report import as_percent
from ingest.evaluate.rows import UNSEEN, replace_measured
from ingest.evaluate.scores import Scores, score
from ingest.extract import as_file, assemble
from ingest.extract.confidence import (
    BIAS,
    FLOOR,
    SETTLED,
    company,
    log_odds,
    logistic,
    settle,
    settling_signs,
    weights_by_kind,
)
from ingest.extract.drafts import Draft
from ingest.project import SEEDS_DIR, read_seed

KINDS = ("agreement", "meeting", "commitment")
_FOLDS = 8
_STRENGTH = 0.07  # inverse of the penalty on large weights; best of a few in cross-validation
_SETTLING = 0.3  # the same for the few signs of merged facts
_SEEN = 6  # candidates that must have a feature before it gets a weight
_SMALLEST = 0.005  # weights below change nothing
_SEEN_TOGETHER = 25  # candidates that must have two features at once before the pair gets a weight
_TOGETHER = 0.6  # pairs are learnt from less readily than single features
_PULL, _PULL_TOGETHER = 60.0, 180.0  # on moved weights and those of pairs; best of a few
_BACKGROUND = 0.5  # what a candidate of a background text counts
_FLOORS = tuple(floor / 100 for floor in range(26, 62, 2))
_PRUDENCE = 0.5  # log-odds taken off: new publishers are harder than those of the known sets
_AS_GOOD = 0.001  # of F1
_AROUND = 3  # floors on either side that count with one
_NO_FEATURES = frozenset({"confidence", "merged", "likeness"})
_WORD = "\0"  # marks a word among the names of features
_AND = "\1"  # between the names of two features that a candidate has both of


class Told(NamedTuple):
    """What the model sees of a candidate, whether it is right, and what it counts."""

    features: Weights
    right: bool
    counts: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by kind, and what cross-validation measured."""

    weights: dict[str, Weights]
    scores: Scores


def read_examples(
    folders: Sequence[Path], selection: Selection, *, background: bool = False
) -> list[Example]:
    """Return the labelled candidates of every annotated article of `folders`."""
    found: list[Example] = []
    for folder in folders:
        found += [example(facts, article) for article, facts in annotated(folder, selection)]
    for ex in found:
        ex.background = background
    return found


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit weights, floors and the confidence of merged facts."""
    unseen = _cross_validated(examples, _trained)
    weights = _trained(examples)
    own = [odds for ex, odds in zip(examples, unseen, strict=True) if not ex.background]
    examples = [ex for ex in examples if not ex.background]
    for kind, floor in _best_floors(examples, own).items():
        weights[kind][FLOOR] = floor
    return _settled(examples, own, weights)


def fit_settling(examples: Sequence[Example]) -> Fitted:
    """Fit how sure merged facts are, to articles that the weights of the seeds were not fitted on.

    The weights and floors of the seeds stay as they are.
    """
    weights = seed_weights()
    unseen = [[_odds(weights[d.kind], d) for d in ex.drafts] for ex in examples]
    return _settled(examples, unseen, weights)


def fit_moved(examples: Sequence[Example], kinds: Sequence[str]) -> Fitted:
    """Move the weights of the seeds of `kinds` towards what `examples` teach; keep all else.

    What is measured is what the moved weights say of articles they had not seen; the weights they
    started from may have.
    """
    present = seed_weights()
    floors = {kind: present[kind][FLOOR] for kind in KINDS}

    def learn(seen: Sequence[Example]) -> dict[str, Weights]:
        return present | _moved(seen, present, kinds)

    unseen = _cross_validated(examples, learn)
    own = [pair for pair in zip(examples, unseen, strict=True) if not pair[0].background]
    found = [_result(ex, odds, floors)[1] for ex, odds in own]
    moved = learn(examples)
    return Fitted(moved, _measure([ex for ex, _ in own], found, moved))


def _moved(
    examples: Sequence[Example], present: Mapping[str, Weights], kinds: Sequence[str]
) -> dict[str, Weights]:
    """Return the weights of `kinds` after learning from `examples`, the smallest left out."""
    moved = {}
    for kind in kinds:
        told = _told(examples, kind)
        names = _often_seen(told) | present[kind].keys()
        weights = moved_weights(
            [{n: v for n, v in one.features.items() if n in names} for one in told],
            [one.right for one in told],
            [one.counts for one in told],
            known=present[kind],
            pull=lambda name: _PULL_TOGETHER if _AND in name else _PULL,
        )
        moved[kind] = {
            name: weight
            for name, weight in weights.items()
            if abs(weight) >= _SMALLEST or name in _ALWAYS_KEPT or name.startswith(SETTLED)
        }
    return moved


_ALWAYS_KEPT = (BIAS, FLOOR)


def _settled(
    examples: Sequence[Example], unseen: Sequence[Sequence[float]], weights: dict[str, Weights]
) -> Fitted:
    """Add to `weights` how sure merged facts are, given the log-odds of unseen candidates."""
    floors = {kind: weights[kind][FLOOR] for kind in KINDS}
    results = [_result(ex, odds, floors) for ex, odds in zip(examples, unseen, strict=True)]
    told = [row for result, facts in results for row in _settling_rows(result, facts)]
    coded = score([result for result, _ in results], UNSEEN).detection
    for kind in KINDS:
        rows = [row for row in told if row.kind == kind]
        if len({row.right for row in rows}) > 1:  # else there is nothing to learn from
            own = {n: w for n, w in weights[kind].items() if not n.startswith(SETTLED)}
            weights[kind] = own | _settling(rows, coded[kind].gold)
    return Fitted(weights, _measure(examples, [facts for _, facts in results], weights))


def seed_weights() -> dict[str, Weights]:
    """Return the weights that stand in the seeds, by kind and in the names used here."""
    found = {k: dict(w) for k, w in weights_by_kind("extract_confidence", "feature").items()}
    for kind, cues in weights_by_kind("extract_word_weights", "cue").items():
        found[kind] |= {_WORD + cue: weight for cue, weight in cues.items()}
    for row in read_seed("extract_feature_pairs"):
        found[row["kind"]][row["feature"] + _AND + row["beside"]] = float(row["weight"])
    return found


def features_of(draft: Draft) -> Weights:
    """Return what the model sees of a candidate: its features, pairs of them, its words at 1."""
    plain = {k: float(v) for k, v in draft.features.items() if v and k not in _NO_FEATURES}
    both = {
        one + _AND + two: plain[one] * plain[two] for one, two in combinations(sorted(plain), 2)
    }
    return plain | both | {_WORD + cue: 1.0 for cue in draft.cues}


def _told(examples: Iterable[Example], kind: str) -> list[Told]:
    # What only says a coded fact again is not wrong, though nobody quoted its sentence.
    return [
        Told(features_of(draft), label, (_BACKGROUND if ex.background else 1.0) * (1 - retold))
        for ex in examples
        for draft, label, retold in zip(ex.drafts, ex.labels, ex.retold, strict=True)
        if draft.kind == kind
    ]


def _often_seen(told: Sequence[Told]) -> set[str]:
    """Return the names of the features that enough candidates have to learn from."""
    seen = Counter(name for one in told for name in one.features)
    return {n for n, count in seen.items() if count >= (_SEEN_TOGETHER if _AND in n else _SEEN)}


def _train(told: Sequence[Told]) -> Weights:
    names = _often_seen(told)
    weights, bias = logistic_weights(
        [{n: v * _share(n) for n, v in one.features.items() if n in names} for one in told],
        [one.right for one in told],
        [one.counts for one in told],
        strength=_STRENGTH,
    )
    shared = {name: weight * _share(name) for name, weight in weights.items()}
    return {n: w for n, w in shared.items() if abs(w) >= _SMALLEST} | {BIAS: bias}


def _trained(examples: Iterable[Example]) -> dict[str, Weights]:
    return {kind: _train(_told(examples, kind)) for kind in KINDS}


def _share(name: str) -> float:
    return _TOGETHER if _AND in name else 1.0


def _odds(weights: Weights, draft: Draft) -> float:
    return odds(weights, features_of(draft))


def _cross_validated(
    examples: Sequence[Example], learn: Callable[[Sequence[Example]], Mapping[str, Weights]]
) -> list[list[float]]:
    """Return for each candidate the log-odds given by a model that had not seen its article.

    `learn` gives the weights by kind that the articles shown to it teach.
    """
    parts = folds(examples, _FOLDS)
    given = [[0.0] * len(ex.drafts) for ex in examples]
    for number in range(_FOLDS):
        seen = [ex for ex, part in zip(examples, parts, strict=True) if part != number]
        weights = learn(seen)
        for ex, part, own in zip(examples, parts, given, strict=True):
            if part == number:
                own[:] = [_odds(weights[d.kind], d) for d in ex.drafts]
    return given


def _result(
    ex: Example, odds: Sequence[float], floors: Mapping[str, float]
) -> tuple[ArticleResult, list[Draft]]:
    """Return what the extractor would have said of an article, against its gold."""
    if ex.reading is None:
        return match_article(ex.gold, as_file(ex.article, None, []), ex.article.text), []
    for draft, value in zip(ex.drafts, odds, strict=True):
        draft.features["confidence"] = logistic(value)
    kept = {id(d) for d in ex.drafts if d.features["confidence"] >= floors[d.kind]}
    facts = assemble(ex.reading, [d for d in ex.found if d.bare or id(d) in kept])
    file = as_file(ex.article, ex.reading, facts)
    return match_article(ex.gold, file, ex.article.text), facts


def _best_floors(
    examples: Sequence[Example], unseen: Sequence[Sequence[float]]
) -> dict[str, float]:
    """Return for each kind the floor around which F1 is best, so that no lucky peak decides."""
    scores: dict[str, dict[float, float]] = defaultdict(dict)
    for floor in _FLOORS:
        floors = dict.fromkeys(KINDS, floor)
        results = [_result(ex, odds, floors)[0] for ex, odds in zip(examples, unseen, strict=True)]
        figures = score(results, UNSEEN).detection
        for kind in KINDS:
            scores[kind][floor] = figures[kind].f1 or 0.0
    return {kind: _top(scores[kind]) for kind in KINDS}


def _top(scores: Mapping[float, float]) -> float:
    """Return the highest key whose neighbourhood is about as good as the best.

    Of floors that do equally well the highest is taken: what is told should rather be right.
    """
    keys = sorted(scores)

    def around(place: int) -> float:
        near = keys[max(0, place - _AROUND) : place + _AROUND + 1]
        return sum(scores[key] for key in near) / len(near)

    places = range(_AROUND, len(keys) - _AROUND)
    best = max(around(place) for place in places)
    return max(keys[place] for place in places if around(place) >= best - _AS_GOOD)


class Settling(NamedTuple):
    """A merged fact: its kind, what tells whether it is right, and whether it is."""

    kind: str
    signs: Weights
    right: bool


def _settling_rows(result: ArticleResult, facts: Sequence[Draft]) -> list[Settling]:
    """Return what is to be learnt from the facts found in an article."""
    found: list[Settling] = []
    count = company(facts)
    for kind in KINDS:
        own = [fact for fact in facts if fact.kind == kind]
        matched = {p.predicted.position for p in result.pairs if p.predicted.kind == kind}
        found += [
            Settling(kind, settling_signs(fact, count[kind]), position in matched)
            for position, fact in enumerate(own)
        ]
    return found


def _settling(rows: Sequence[Settling], gold: int) -> Weights:
    """Return how sure a merged fact is, and from where on it is told: where F1 is best.

    `gold` is how many facts of the kind were coded.
    """
    weights, bias = logistic_weights(
        [row.signs for row in rows], [row.right for row in rows], strength=_SETTLING
    )
    weights[BIAS] = bias
    sure = [(logistic(odds(weights, row.signs)), row.right) for row in rows]
    scores = {}
    for floor in _FLOORS:
        kept = [right for value, right in sure if value >= floor]
        scores[floor] = 2 * sum(kept) / (gold + len(kept))
    told = logistic(log_odds(_top(scores)) - _PRUDENCE)
    settled = {**weights, BIAS: bias - _PRUDENCE, FLOOR: told}
    return {SETTLED + name: weight for name, weight in settled.items()}


def _measure(
    examples: Sequence[Example], found: Sequence[list[Draft]], weights: Mapping[str, Weights]
) -> Scores:
    """Score the facts of unseen articles, their confidence settled."""
    results = []
    for ex, facts in zip(examples, found, strict=True):
        file = as_file(ex.article, ex.reading, settle(facts, weights))
        results.append(match_article(ex.gold, file, ex.article.text))
    return score(results, UNSEEN)


def summary(scores: Scores) -> Iterable[str]:
    """Yield lines on what cross-validation measured."""
    yield f"cross-validated on {scores.articles} articles the model had not seen:"
    for kind, figures in scores.detection.items():
        f1, strict = as_percent(figures.f1), as_percent(figures.strict_f1)
        yield f"  {kind:10}  {figures.gold} facts, F1 {f1}, strict F1 {strict}"
    sure = scores.confident
    yield f"  precision at confidence >= 0.8: {as_percent(sure.precision)} of {sure.count}"


def write_seeds(fitted: Fitted, folder: Path = SEEDS_DIR) -> None:
    """Write the weights to the three seeds of the confidence model."""
    plain: list[tuple[str, ...]] = []
    pairs: list[tuple[str, ...]] = []
    words: list[tuple[str, ...]] = []
    for kind in sorted(KINDS):
        for name, weight in sorted(fitted.weights[kind].items()):
            value = f"{weight:.3f}"
            if name.startswith(_WORD):
                words.append((kind, name.removeprefix(_WORD), value))
            elif _AND in name:
                pairs.append((kind, *name.split(_AND), value))
            else:
                plain.append((kind, name, value))
    write_rows(folder / "extract_confidence.csv", ("kind", "feature", "weight"), plain)
    write_rows(folder / "extract_feature_pairs.csv", ("kind", "feature", "beside", "weight"), pairs)
    write_rows(folder / "extract_word_weights.csv", ("kind", "cue", "weight"), words)


def write_rows(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write a seed with these columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def main() -> None:
    """Fit on the folders given as arguments and write the seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of reviewed fact files")
    parser.add_argument(
        "--background", type=Path, nargs="+", default=[], help="sets that the floors leave out"
    )
    parser.add_argument(
        "--keep-weights",
        action="store_true",
        help="fit only how sure merged facts are, to sets the weights were not fitted on",
    )
    parser.add_argument(
        "--move", nargs="+", choices=KINDS, default=[], metavar="KIND",
        help="only move the present weights of these kinds towards what the sets teach",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    options = parser.parse_args()
    examples = read_examples(options.gold, Selection())
    if options.keep_weights:
        fitted = fit_settling(examples)
    else:
        examples += read_examples(options.background, Selection(), background=True)
        fitted = fit_moved(examples, options.move) if options.move else fit(examples)
    print("\n".join(summary(fitted.scores)))
    if not options.dry_run:
        write_seeds(fitted)
        if not options.keep_weights and not options.move:
            replace_measured(fitted.scores)


if __name__ == "__main__":
    main()
