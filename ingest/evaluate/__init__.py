"""Score facts against hand-coded gold, and keep the floors that were reached."""

from ingest.evaluate.command import run_evaluate
from ingest.evaluate.evaluation import Evaluation, evaluate_directories
from ingest.evaluate.gold import Selection
from ingest.evaluate.matching import ArticleResult, match_article
from ingest.evaluate.scores import Scores, score

__all__ = [
    "ArticleResult",
    "Evaluation",
    "Scores",
    "Selection",
    "evaluate_directories",
    "match_article",
    "run_evaluate",
    "score",
]
