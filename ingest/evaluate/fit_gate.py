"""Fit the learnt pass of the extractor's gate to texts with and without facts; write its seed.

    python -m ingest.evaluate.fit_gate --gold my-gold ... --texts dump.jsonl ...

Needs scikit-learn (the extra `fit`). A text speaks for its words when people coded a fact in it,
or when the extractor finds one in it, the learnt pass off; unannotated texts are as welcome as
annotated ones. What is measured is measured on texts the model had not seen: of each family of
annotated sets (sets whose names differ only in a number) with that family and all copies of its
texts left out, of other texts by cross-validation. The floor is a little below the highest that
lets nearly every text with a coded fact pass; brief texts, which always pass, do not count for it.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ingest.article import Article
from ingest.evaluate.articles import annotated, unannotated
from ingest.evaluate.examples import telling_sentences
from ingest.evaluate.fit import write_rows
from ingest.evaluate.gold import Selection, gold_set_name
from ingest.evaluate.learning import Weights, highest_floor, logistic_weights
from ingest.evaluate.predict import predict
from ingest.evaluate.report import as_percent
from ingest.extract import gate, read_closely
from ingest.facts.model import FactFile
from ingest.project import SEEDS_DIR

_STRENGTH = 0.02  # inverse of the penalty on large weights; best of a few in cross-validation
_SEEN = 15  # texts that must have a word before it gets a weight
_SMALLEST = 0.03  # words below are left out: recall is the same without them
_FOLDS = 6
_RECALL = 0.99  # of texts with coded facts that must pass, of those that are weighed
_PRUDENCE = 0.25  # log-odds taken off: new publishers are harder than those of the known sets
_COPY = 0.3  # share of a text's long sentences that makes it a copy of the texts that have them
OTHER = "texts"  # the family of unannotated texts
READ_ALL = partial(read_closely, selective=False)  # not by the passes that are fitted


class Text(NamedTuple):
    """A text that passes the first pass: where it is from, and whether it is worth reading.

    `coded` tells whether people coded a fact in it, `worth` whether they or the extractor did.
    """

    family: str
    text: str
    coded: bool
    worth: bool


class Judged(NamedTuple):
    """A text with the log-odds a model gave it that had not seen it."""

    text: Text
    promise: float

    def is_weighed(self) -> bool:
        """Tell whether the words decide; brief texts always pass."""
        return len(self.text.text) >= gate.BRIEF

    def passes(self, floor: float) -> bool:
        """Tell whether the gate lets the text through at this floor."""
        return not self.is_weighed() or self.promise >= floor


def read_texts(gold_folders: Sequence[Path], files: Sequence[Path]) -> list[Text]:
    """Return every relevant text of the annotated folders and of `files`, each labelled."""
    found: list[tuple[str, Article, bool]] = []
    for folder in gold_folders:
        name = family(gold_set_name(folder))
        found += [(name, article, _tells(own)) for article, own in annotated(folder, Selection())]
    found += [(OTHER, article, False) for article in unannotated(files)]
    found = [each for each in found if gate.is_relevant(each[1].text)]
    facts = predict([article for _, article, _ in found], producer=READ_ALL)
    return [
        Text(name, article.text, coded, coded or _tells(told))
        for (name, article, coded), told in zip(found, facts, strict=True)
    ]


def family(name: str) -> str:
    """Return the name of a set without the number at its end."""
    return name.rstrip("0123456789") or name


def _tells(file: FactFile) -> bool:
    return bool(file.agreements or file.meetings or file.commitments)


def train(texts: Sequence[Text]) -> Weights:
    """Return the weights of the words of `texts`, of their length, and the constant."""
    words = [gate.distinct_words(each.text) for each in texts]
    seen = Counter(word for own in words for word in own)
    told = [
        {word: 1.0 for word in own if seen[word] >= _SEEN} | {gate.LENGTH: gate.length(each.text)}
        for own, each in zip(words, texts, strict=True)
    ]
    worth = [each.worth for each in texts]
    weights, bias = logistic_weights(told, worth, strength=_STRENGTH)
    kept = {n: w for n, w in weights.items() if n == gate.LENGTH or abs(w) >= _SMALLEST}
    return kept | {gate.BIAS: bias}


def judge(texts: Sequence[Text]) -> list[Judged]:
    """Judge each text by a model that has seen neither it nor, if annotated, its family."""
    parts: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, each in enumerate(texts):
        parts[each.family, place % _FOLDS if each.family == OTHER else 0].append(place)
    judged: list[Judged] = []
    for _, places in sorted(parts.items()):
        apart = set(places)
        unseen = [texts[place] for place in places]
        seen = [each for place, each in enumerate(texts) if place not in apart]
        weights = train(without_copies(seen, unseen))
        judged += [Judged(each, gate.promise(each.text, weights)) for each in unseen]
    return judged


def without_copies(texts: Sequence[Text], unseen: Sequence[Text]) -> list[Text]:
    """Return the `texts` that are no copies of `unseen` ones, whole or in good part."""
    known = {sentence for each in unseen for sentence in telling_sentences(each.text)}
    return [each for each in texts if not _is_copy(each.text, known)]


def _is_copy(text: str, known: Collection[str]) -> bool:
    own = telling_sentences(text)
    return bool(own) and sum(sentence in known for sentence in own) >= _COPY * len(own)


def best_floor(judged: Sequence[Judged]) -> float:
    """Return the highest floor that lets `_RECALL` of the texts with coded facts pass, and less."""
    coded = [each.promise for each in judged if each.text.coded and each.is_weighed()]
    return highest_floor(coded, _RECALL) - _PRUDENCE


def summary(judged: Sequence[Judged], floor: float) -> Iterator[str]:
    """Yield lines on what passes at `floor`, of texts the model had not seen."""
    families: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        families[each.text.family].append(each)
    yield f"texts the model had not seen, log-odds of {floor} or more:"
    for name, own in sorted(families.items()):
        passed = [each for each in own if each.passes(floor)]
        size = sum(len(each.text.text) for each in own)
        kept = sum(len(each.text.text) for each in passed)
        yield (
            f"  {name:10}  {len(passed)} of {len(own)} texts pass"
            f" ({as_percent(kept / size)} of the letters);"
            f" with coded facts {_share(own, passed, lambda t: t.coded)}"
            f" ({sum(j.text.coded and j.is_weighed() for j in own)} of them not brief),"
            f" with any {_share(own, passed, lambda t: t.worth)}"
        )


def _share(own: Sequence[Judged], passed: Sequence[Judged], counts: Callable[[Text], bool]) -> str:
    return f"{sum(counts(j.text) for j in passed)} of {sum(counts(j.text) for j in own)}"


def write_seed(weights: Mapping[str, float], floor: float, folder: Path = SEEDS_DIR) -> None:
    """Write the weights and the floor to the seed of the gate."""
    rows = [(name, f"{weight:.3f}") for name, weight in sorted(weights.items())]
    path = folder / "extract_gate_words.csv"
    write_rows(path, ("word", "weight"), [(gate.FLOOR, f"{floor:.3f}"), *rows])


def main() -> None:
    """Fit on the folders and files given as arguments and write the seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="reviewed fact files")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="unannotated articles")
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    options = parser.parse_args()
    texts = read_texts(options.gold, options.texts)
    judged = judge(texts)
    floor = best_floor(judged)
    print("\n".join(summary(judged, floor)))
    if not options.dry_run:
        write_seed(train(texts), floor)


if __name__ == "__main__":
    main()
