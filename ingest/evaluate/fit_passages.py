"""Fit which sentences of a text promise to tell a fact, and write the seed of it.

    python -m ingest.evaluate.fit_passages --gold my-gold ... --texts dump.jsonl ...

Needs scikit-learn (the extra `fit`). A sentence speaks for its words and for those beside it when
people coded a fact in it; in unannotated texts, sentences in which the extractor finds a fact
speak for nothing, all others against theirs. What is measured is measured on texts that neither
this model nor that of the whole text had seen, nor their relatives. The floors, for a sentence and
for the best of its text, are a little below the highest that let nearly all sentences with coded
facts pass; background sets do not count for them.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.article import Article
from ingest.evaluate.articles import annotated, unannotated
from ingest.evaluate.examples import parts
from ingest.evaluate.fit import write_rows
from ingest.evaluate.fit_gate import OTHER, READ_ALL, Text, family
from ingest.evaluate.fit_gate import train as train_gate
from ingest.evaluate.gold import Selection, gold_set_name
from ingest.evaluate.learning import Weights, highest_floor, logistic_weights
from ingest.evaluate.overlap import evidence_overlaps, locate
from ingest.evaluate.predict import predict
from ingest.evaluate.report import as_percent
from ingest.extract import gate, passages
from ingest.extract.folding import fold
from ingest.extract.passages import Floors, Weight
from ingest.extract.sentences import split
from ingest.facts.model import FactFile
from ingest.project import SEEDS_DIR

_STRENGTH = 0.1  # inverse of the penalty on large weights; best of a few in cross-validation
_SEEN = 10  # sentences that must have a word before it gets a weight
_SMALLEST = 0.03  # weights below are left out
_FOLDS = 6
_TEXT = 0.8  # what the promise of the text adds to that of a sentence
_RECALL = 0.99  # of sentences with coded facts that must pass
_TEXT_RECALL = 0.99  # of them that must stand in a text whose best sentence passes
_PRUDENCE = 0.5  # log-odds taken off: new publishers are harder than those of the known sets
_BESIDE = "\0"  # marks a word of a sentence beside


@dataclass(frozen=True, slots=True)
class ToldText:
    """A text with the words of its sentences, and which of them tell a fact.

    `counts` is false for a text that the floors leave out: of a background set, or unannotated, or
    so short that it is read whole.
    """

    family: str
    text: str
    words: list[set[str]]
    told: list[bool]
    counts: bool

    @property
    def known(self) -> list[bool]:
        """For which sentences that is known: in unannotated texts, where no fact was found."""
        return [self.family != OTHER or not each for each in self.told]

    @property
    def tells(self) -> bool:
        """Whether any sentence tells a fact, coded or found."""
        return any(self.told)


def read_told(
    gold: Sequence[Path], background: Sequence[Path], files: Sequence[Path]
) -> list[ToldText]:
    """Return the relevant texts of annotated folders and of `files`, sentence by sentence."""
    found = [
        _told(family(gold_set_name(folder)), article, facts, folder not in background)
        for folder in (*gold, *background)
        for article, facts in annotated(folder, Selection())
        if gate.is_relevant(article.text)
    ]
    articles = [article for article in unannotated(files) if gate.is_relevant(article.text)]
    facts = predict(articles, producer=READ_ALL)
    return found + [
        _told(OTHER, article, own, False) for article, own in zip(articles, facts, strict=True)
    ]


def _told(name: str, article: Article, facts: FactFile, counts: bool) -> ToldText:
    folded = fold(article.text)
    spans = passages.near_space(split(article, folded), folded)
    every = (*facts.agreements, *facts.meetings, *facts.commitments)
    quotes = [quote for fact in every for quote in locate(fact.evidence, article.text)]
    told = [
        evidence_overlaps(quotes, locate([article.text[span.start : span.end]], article.text))
        for span in spans
    ]
    return ToldText(
        name,
        article.text,
        [passages.words_of(folded[span.start : span.end]) for span in spans],
        told,
        counts and len(article.text) >= passages.SHORT,
    )


def train(texts: Sequence[ToldText]) -> dict[str, Weight]:
    """Return the weights of the words of a sentence and of those beside it, and the constant."""
    rows = [
        (row, right)
        for each in texts
        for row, right, known in zip(_rows(each.words), each.told, each.known, strict=True)
        if known
    ]
    seen = Counter(name for row, _ in rows for name in row)
    weights, bias = logistic_weights(
        [{name: value for name, value in row.items() if seen[name] >= _SEEN} for row, _ in rows],
        [right for _, right in rows],
        strength=_STRENGTH,
    )
    kept = {name: value for name, value in weights.items() if abs(value) >= _SMALLEST}
    words = sorted({name.removeprefix(_BESIDE) for name in kept})
    found = {word: Weight(kept.get(word, 0.0), kept.get(_BESIDE + word, 0.0)) for word in words}
    return found | {passages.BIAS: Weight(bias, 0.0)}


def _rows(sentences: Sequence[set[str]]) -> Iterator[Weights]:
    for place, own in enumerate(sentences):
        row = dict.fromkeys(own, 1.0)
        for beside in (*sentences[max(0, place - 1) : place], *sentences[place + 1 : place + 2]):
            for word in beside:
                row[_BESIDE + word] = row.get(_BESIDE + word, 0.0) + 1.0
        yield row


def judge(texts: Sequence[ToldText]) -> list[list[float]]:
    """Return for each text the log-odds of its sentences by models that had not seen it."""
    groups: dict[int, list[int]] = defaultdict(list)
    for place, part in enumerate(parts((each.text for each in texts), _FOLDS)):
        groups[part].append(place)
    judged: list[list[float]] = [[] for _ in texts]
    for places in groups.values():
        apart = set(places)
        seen = [each for place, each in enumerate(texts) if place not in apart]
        words, whole = train(seen), train_gate([_text(each) for each in seen])
        for place in places:
            promise = passages.bounded(gate.promise(texts[place].text, whole))
            odds = passages.log_odds(texts[place].words, words)
            judged[place] = [value + _TEXT * promise for value in odds]
    return judged


def _text(told: ToldText) -> Text:
    coded = told.tells and told.family != OTHER
    return Text(told.family, told.text, coded, told.tells)


def best_floors(texts: Sequence[ToldText], judged: Sequence[Sequence[float]]) -> Floors:
    """Return a little less than the highest floors that let enough sentences with facts pass."""
    coded = [
        (value, max(odds))
        for each, odds in zip(texts, judged, strict=True)
        if each.counts
        for value, told in zip(odds, each.told, strict=True)
        if told
    ]
    return Floors(
        highest_floor([own for own, _ in coded], _RECALL) - _PRUDENCE,
        highest_floor([best for _, best in coded], _TEXT_RECALL) - _PRUDENCE,
    )


def summary(
    texts: Sequence[ToldText], judged: Sequence[Sequence[float]], floors: Floors
) -> Iterator[str]:
    """Yield lines on what passes `floors`, of texts the models had not seen."""
    families: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    read: Counter[str] = Counter()
    for each, odds in zip(texts, judged, strict=True):
        is_long = len(each.text) >= passages.SHORT
        passed = floors.passing(odds) if is_long else [True] * len(odds)
        families[each.family] += zip(each.told, passed, strict=True)
        read[each.family] += any(passed)
    yield (
        f"sentences the models had not seen, log-odds of {floors.sentence} or more"
        f" where the best of the text has {floors.best}:"
    )
    for name, own in sorted(families.items()):
        told = [passed for tells, passed in own if tells]
        yield (
            f"  {name:10}  {as_percent(sum(passed for _, passed in own) / len(own))} of {len(own)},"
            f" of those with facts {as_percent(sum(told) / max(1, len(told)))} of {len(told)};"
            f" any in {read[name]} of {sum(each.family == name for each in texts)} texts"
        )


def write_seed(weights: Mapping[str, Weight], floors: Floors, folder: Path = SEEDS_DIR) -> None:
    """Write the weights, what the text adds and the floors to the seed of the passages."""
    own = {passages.FLOOR: floors.sentence, passages.BEST: floors.best, passages.TEXT: _TEXT}
    told = {name: Weight(value, 0.0) for name, value in own.items()} | dict(weights)
    rows = [(n, f"{w.own:.3f}", f"{w.beside:.3f}") for n, w in sorted(told.items())]
    write_rows(folder / "extract_passage_words.csv", ("word", "own", "beside"), rows)


def main() -> None:
    """Fit on the folders and files given as arguments and write the seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="reviewed fact files")
    parser.add_argument(
        "--background", type=Path, nargs="+", default=[], help="sets that the floor leaves out"
    )
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="unannotated articles")
    parser.add_argument("--dry-run", action="store_true", help="measure only, write nothing")
    options = parser.parse_args()
    texts = read_told(options.gold, options.background, options.texts)
    judged = judge(texts)
    floors = best_floors(texts, judged)
    print("\n".join(summary(texts, judged, floors)))
    if not options.dry_run:
        write_seed(train(texts), floors)


if __name__ == "__main__":
    main()
