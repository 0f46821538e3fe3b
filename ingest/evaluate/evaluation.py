"""Score a directory of predicted facts, or the extractor itself, against a directory of gold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.article import Article
from ingest.evaluate.articles import article_folders, find_articles
from ingest.evaluate.gold import Selection, gold_set_name, read_fact_directory, read_gold
from ingest.evaluate.matching import ArticleResult, match_article
from ingest.evaluate.predict import predict
from ingest.evaluate.scores import Scores, score
from ingest.facts.model import FactFile


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result of scoring one gold set; `notes` are sentences the reader must know."""

    scores: Scores
    results: tuple[ArticleResult, ...]
    notes: tuple[str, ...]


def evaluate_directories(  # noqa: PLR0913 - two folders, and how to read them
    gold_dir: Path,
    predicted_dir: Path | None = None,
    articles: Sequence[Path] = (),
    *,
    selection: Selection | None = None,
    gold_set: str | None = None,
    jobs: int | None = None,
) -> Evaluation:
    """Score `predicted_dir`, or the extractor when it is None, against `gold_dir`.

    Articles are looked for in the folders `articles`, else beside the gold (see
    `article_folders`); a fact file belongs to the article whose id or file stem it names.
    An article without predictions counts as one with no facts. Raises `UsageError` and
    `InputError` for folders or gold files that cannot be used.
    """
    gold = read_gold(gold_dir, selection or Selection())
    texts = find_articles(gold, articles or article_folders(gold_dir), gold_dir)
    if predicted_dir is None:
        predicted, notes = _extracted(gold, texts, jobs)
    else:
        predicted, notes = _given(gold, predicted_dir)
    results = [_result(file, predicted, texts) for file in gold.values()]
    figures = score(results, gold_set or gold_set_name(gold_dir))
    return Evaluation(figures, tuple(results), tuple(notes))


def _extracted(
    gold: Mapping[str, FactFile], texts: Mapping[str, Article], jobs: int | None
) -> tuple[dict[str, FactFile], list[str]]:
    keys = [key for key in gold if key in texts]
    files = predict([texts[key] for key in keys], jobs)
    absent = sorted(gold.keys() - texts.keys())
    note = f"no article found for {len(absent)} gold files, scored as empty: {', '.join(absent)}"
    return dict(zip(keys, files, strict=True)), [note] if absent else []


def _given(
    gold: Mapping[str, FactFile], predicted_dir: Path
) -> tuple[dict[str, FactFile], list[str]]:
    files, notes = read_fact_directory(predicted_dir)
    absent = sorted(gold.keys() - files.keys())
    if absent:
        notes.append(f"no predictions for {len(absent)} gold files: {', '.join(absent)}")
    return {key: file for key, file in files.items() if key in gold}, notes


def _result(
    gold: FactFile, predicted: Mapping[str, FactFile], texts: Mapping[str, Article]
) -> ArticleResult:
    key = gold.article.id
    article = texts.get(key)
    nothing = FactFile(article=gold.article, agreements=[], meetings=[], commitments=[])
    return match_article(gold, predicted.get(key, nothing), article.text if article else None)
