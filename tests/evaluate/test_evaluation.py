import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from evaluate_builders import agreement, facts, meeting
from rich.console import Console

from ingest.errors import InputError, UsageError
from ingest.evaluate import Selection, evaluate_directories, run_evaluate
from ingest.evaluate.gold import gold_set_name, is_held_out
from ingest.facts.model import FactFile

SIGNED, MET = "Chile and New Zealand signed the accord.", "They met in Santiago."


def _write(folder: Path, *files: FactFile) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        (folder / f"{file.article.id}.json").write_text(file.model_dump_json(), "utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    articles = tmp_path / "trial" / "articles"
    articles.mkdir(parents=True)
    for number in (1, 2, 3):
        (articles / f"n-0{number}.txt").write_text(f"Accord at last\n\n{SIGNED} {MET}\n", "utf-8")
    files = [facts((agreement(SIGNED),), article_id=f"n-0{number}") for number in (1, 2, 3)]
    return _write(tmp_path / "trial" / "gold", *files)


def test_predictions_from_a_folder(gold: Path, tmp_path: Path) -> None:
    found = _write(
        tmp_path / "found",
        facts((agreement(SIGNED),), article_id="n-01"),
        facts((), (meeting(MET),), article_id="n-02"),
        facts((agreement(SIGNED),), article_id="not-in-gold"),
    )
    evaluation = evaluate_directories(gold, found)
    total = evaluation.scores.detection["all"]
    assert (total.gold, total.predicted, total.matched) == (3, 2, 1)
    assert evaluation.scores.gold_set == "trial"
    assert evaluation.notes == ("no predictions for 1 gold files: n-03",)


def test_predictions_from_json_lines(gold: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    lines = [facts((agreement(SIGNED),), article_id=f"n-0{n}").model_dump_json() for n in (1, 2, 3)]
    (found / "all.jsonl").write_text("\n".join(lines), "utf-8")
    assert evaluate_directories(gold, found).scores.detection["all"].f1 == 1


def test_a_bad_prediction_is_left_out_and_named(gold: Path, tmp_path: Path) -> None:
    file = facts((agreement(SIGNED), agreement(SIGNED)), article_id="n-01").model_dump()
    file["agreements"][0]["status"] = "dreamt"
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "n-01.json").write_text(json.dumps(file))
    evaluation = evaluate_directories(gold, tmp_path / "found", selection=Selection(("n-01",)))
    assert evaluation.scores.detection["all"].predicted == 1
    assert "dreamt" in evaluation.notes[0]


def test_bad_gold_stops_the_evaluation(gold: Path) -> None:
    (gold / "n-04.json").write_text('{"article": {"id": "n-04"}, "agreements": 5}')
    with pytest.raises(InputError, match="n-04"):
        evaluate_directories(gold, gold)


def test_two_files_for_one_article_stop_the_evaluation(gold: Path) -> None:
    (gold / "again.json").write_bytes((gold / "n-01.json").read_bytes())
    with pytest.raises(InputError, match="second fact file for article n-01"):
        evaluate_directories(gold, gold)


def test_missing_folders_and_empty_selections_are_named(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        evaluate_directories(tmp_path / "nowhere")
    with pytest.raises(InputError, match="selection"):
        evaluate_directories(gold, gold, selection=Selection(("z*",)))


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), ["n-01", "n-02", "n-03"]),
        (Selection(only=("n-0[12]",)), ["n-01", "n-02"]),
        (Selection(exclude=("*2",)), ["n-01", "n-03"]),
        (Selection(part="held-out"), ["n-03"]),
        (Selection(part="seen"), ["n-01", "n-02"]),
    ],
)
def test_selection(gold: Path, selection: Selection, taken: list[str]) -> None:
    evaluation = evaluate_directories(gold, gold, selection=selection)
    assert [result.article_id for result in evaluation.results] == taken


@pytest.mark.parametrize(
    ("article_id", "held_out"),
    [("d-03", True), ("d-04", False), ("e-12", True), ("003_8e7f", True), ("letter", False)],
)
def test_held_out_by_the_last_number(article_id: str, held_out: bool) -> None:
    assert is_held_out(article_id) is held_out


def test_gold_set_is_named_after_its_folder(tmp_path: Path) -> None:
    assert gold_set_name(tmp_path / "asia" / "gold") == "asia"
    assert gold_set_name(tmp_path / "asia" / "reviewed") == "asia"
    assert gold_set_name(tmp_path / "asia") == "asia"


def _report(gold: Path, found: Path, **options: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    assert run_evaluate(gold, found, console=console, **options) == 0
    return console.file.getvalue()


def test_plain_report_off_a_terminal(gold: Path, tmp_path: Path) -> None:
    found = _write(tmp_path / "found", facts((agreement(SIGNED, type="mou"),), article_id="n-01"))
    report = _report(gold, found, listing=True)
    lines = [line.split() for line in report.splitlines()]
    assert ["all", "3", "1", "1", "100.0", "33.3", "50.0", "0.0"] in lines
    assert "== n-02" in report
    assert "type: coded agreement | found mou" in report
    assert f"« {SIGNED} »" in report
    assert "note: no predictions for 2 gold files" in report
    assert "│" not in report and "┃" not in report


def test_markup_in_an_article_stays_text(gold: Path, tmp_path: Path) -> None:
    odd = agreement(SIGNED, title="[bold]loud[/bold] [/]", place="[red]")
    found = _write(tmp_path / "found", facts((odd,), article_id="n-01"))
    assert "[bold]loud[/bold] [/]" in _report(gold, found, listing=True)


def test_articles_cannot_steer_the_terminal(gold: Path, tmp_path: Path) -> None:
    odd = agreement(SIGNED + "\x1b[2J", title="\x1b]0;owned\x07", place="\x9b31m")
    found = _write(tmp_path / "found", facts((odd, odd), article_id="n-01"))
    report = _report(gold, found, listing=True)
    assert "owned" in report
    assert not set(report) & set("\x1b\x07\x9b")


def test_json_report_is_data(gold: Path) -> None:
    data = json.loads(_report(gold, gold, output_format="json", listing=True))
    assert data["detection"]["all"]["f1"] == 1
    assert data["fields"]["agreement"]["place"]["accuracy"] == 1
    assert data["listing"] == []


def test_module_runs_as_a_command(gold: Path) -> None:
    command = [sys.executable, "-m", "ingest.evaluate", str(gold), str(gold), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["articles"] == 3


def test_module_reports_a_missing_folder_with_exit_code_2(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ingest.evaluate", str(tmp_path / "nowhere")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
