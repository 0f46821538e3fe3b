"""The status tells what is in a build file, the newest runs first, and every refusal's reason."""

from pathlib import Path

import pytest

from ingest.errors import UsageError
from ingest.warehouse.status import read_status, run_rejections
from tests.samples import fact_file, treaty
from tests.warehouse.helpers import load, write_article, write_facts


def test_counts_runs_and_refusals(tmp_path: Path, database: Path) -> None:
    write_article(tmp_path / "a")
    write_article(tmp_path / "a", "empty.txt", "")
    load(database, tmp_path / "a")
    lie = fact_file(agreements=[treaty(evidence=["Nobody wrote this."])])
    facts = write_facts(tmp_path / "facts.json", lie)
    load(database, tmp_path / "a", facts)
    state = read_status(database)
    assert state.raw_counts["articles"] == 1
    assert state.raw_counts["facts"] == 1
    assert state.mart_counts == {}
    assert [
        (run.run_id, run.document_count, run.fact_count, run.rejected_count) for run in state.runs
    ] == [
        ("run-00002", 0, 1, 1),
        ("run-00001", 1, 0, 1),
    ]
    assert state.rejection_count == 2
    assert "facts.json" in state.rejections[0]
    assert "empty.txt" in state.rejections[1]
    assert run_rejections(database, "run-00001") == [state.rejections[1]]


def test_only_the_newest_runs_and_refusals_are_shown_but_all_are_counted(
    tmp_path: Path, database: Path
) -> None:
    for number in range(7):
        write_article(tmp_path / str(number), f"{number}.txt", f"Words of article {number}.")
        for other in range(4):
            write_article(tmp_path / str(number), f"empty-{other}.txt", "")
        load(database, tmp_path / str(number))
    state = read_status(database)
    assert [run.run_id for run in state.runs] == [f"run-{n:05d}" for n in (7, 6, 5, 4, 3)]
    assert (len(state.rejections), state.rejection_count) == (20, 28)
    assert "/6/" in state.rejections[0]


def test_no_build_file_is_told_with_what_to_do(database: Path) -> None:
    with pytest.raises(UsageError, match="spacecoop ingest"):
        read_status(database)
