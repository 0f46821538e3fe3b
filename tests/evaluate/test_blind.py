"""Figures on texts that nobody had read: kept once, beside those of the other sets."""

from pathlib import Path

import pytest
from evaluate_builders import agreement, facts

from ingest.errors import UsageError
from ingest.evaluate.blind import record_blind
from ingest.evaluate.rows import measured_rows
from ingest.extract import EXTRACTOR_VERSION

SIGNED = "Kenya and Norway signed an agreement on space research in Nairobi on 4 May 2031."
OLDER = """\
gold_set,extractor_version,kind,measure,field,value,support,measured_at
unseen,1.0,all,f1,,0.25,8,2031-05-04 12:30:00+00:00
blind,1.0,all,f1,,0.5,4,2031-05-04 12:30:00+00:00
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(OLDER, "utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a folder with one coded fact; its article lies in `texts` beside it."""
    folder, texts = tmp_path / "coded", tmp_path / "texts"
    folder.mkdir()
    texts.mkdir()
    signed = agreement(SIGNED, parties=("Kenya:KEN", "Norway:NOR"))
    (folder / "n-01.json").write_text(facts((signed,), article_id="n-01").model_dump_json())
    (texts / "n-01.txt").write_text(f"Accord at last\n\n{SIGNED}\n", "utf-8")
    return folder


def test_a_new_measurement_takes_the_place_of_the_older_one_only(gold: Path, kept: Path) -> None:
    line = record_blind(gold, [gold.parent / "texts"], kept)
    rows = {(row.gold_set, row.kind, row.measure, row.field): row for row in measured_rows(kept)}
    assert rows["unseen", "all", "f1", None].value == 0.25
    now = rows["blind", "all", "f1", None]
    assert (now.value, now.support, now.extractor_version) == (1, 1, EXTRACTOR_VERSION)
    assert line.startswith("blind: 1 articles, detection F1 100")


def test_an_article_that_is_not_at_hand_spoils_no_figure(gold: Path, kept: Path) -> None:
    (gold.parent / "texts" / "n-01.txt").rename(gold.parent / "texts" / "n-02.txt")
    with pytest.raises(UsageError, match=r"nothing was kept.*n-01"):
        record_blind(gold, [gold.parent / "texts"], kept)
    assert kept.read_text("utf-8") == OLDER
