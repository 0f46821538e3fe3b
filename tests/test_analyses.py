"""Each analysis answers its question over the bundled corpus, in the form an analyst expects."""

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.evaluate.rows import BLIND, measured_rows
from tests.samples import PROJECT

ANALYSES = sorted((PROJECT / "analyses").glob("*.sql"))
Row = dict[str, Any]


def answer(published: Path, name: str) -> list[Row]:
    """Return the rows of an analysis, each a dict by column."""
    sql = (PROJECT / "analyses" / f"{name}.sql").read_text(encoding="utf-8")
    with duckdb.connect(str(published), read_only=True) as connection:
        cursor = connection.execute(sql)
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def having(rows: list[Row], **values: Any) -> list[Row]:
    """Return the rows that have those values."""
    return [row for row in rows if all(row[key] == value for key, value in values.items())]


def test_there_are_enough_questions() -> None:
    assert len(ANALYSES) >= 16


@pytest.mark.parametrize("path", ANALYSES, ids=lambda path: path.stem)
def test_every_analysis_gives_rows(bundled: Path, path: Path) -> None:
    rows = answer(bundled, path.stem)
    assert rows
    assert len({tuple(map(repr, row.values())) for row in rows}) == len(rows), "a row comes twice"


@pytest.mark.parametrize("path", ANALYSES, ids=lambda path: path.stem)
def test_every_analysis_is_one_plain_statement_under_its_question(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    comment = re.match(r"(?:-- .*\n)+", text)
    assert comment
    assert "?" in comment.group()
    assert "One row per " in comment.group()
    assert len(duckdb.extract_statements(text)) == 1
    assert "{{" not in text
    assert text.endswith("select * from final\n")


@pytest.mark.parametrize("path", ANALYSES, ids=lambda path: path.stem)
def test_every_analysis_gives_the_same_rows_in_the_same_order_each_time(
    bundled: Path, path: Path
) -> None:
    assert answer(bundled, path.stem) == answer(bundled, path.stem)


def test_agreements_between_two_countries(bundled: Path) -> None:
    rows = answer(bundled, "agreements_between_two_countries")
    memorandum = having(rows, signed_edtf="2019-04-19", agreement_type="mou")
    assert {row["place"] for row in memorandum} == {"Tashkent"}
    assert len({row["article_title"] for row in memorandum}) >= 2
    assert all("KASA" in row["title"] for row in having(rows, signed_edtf="2025-04-07"))


def test_who_met_whom_this_year(bundled: Path) -> None:
    rows = answer(bundled, "who_met_whom_this_year")
    [summit] = having(rows, held_edtf="2026-03-19")
    assert summit["people"] == "Donald Trump; Sanae Takaichi"
    assert {row["held_edtf"][:4] for row in rows} == {"2026"}


def test_promises_due_and_overdue_do_not_overlap(bundled: Path) -> None:
    due, overdue = (answer(bundled, f"promises_{name}") for name in ("due", "overdue"))
    assert all(row["days_left"] >= 0 for row in due)
    assert all(row["days_overdue"] > 0 for row in overdue)
    assert not {row["commitment_id"] for row in due} & {row["commitment_id"] for row in overdue}
    [luna] = [row for row in overdue if "Luna 25" in row["action"]]
    assert (luna["due_edtf"], luna["party_names"]) == ("2021", "Russia")
    assert "Luna 25" in luna["quote"]


def test_everything_one_agency_is_party_to(bundled: Path) -> None:
    rows = answer(bundled, "everything_one_agency_is_party_to")
    assert {row["row_kind"] for row in rows} == {"agreement", "meeting", "commitment"}
    assert having(rows, row_kind="meeting", happens_edtf="2025-12-06")
    assert having(rows, row_kind="agreement", happens_edtf="2025-04-07")
    assert {row["party_role"] for row in rows} == {"party", "beneficiary"}


def test_which_articles_disagree(bundled: Path) -> None:
    rows = answer(bundled, "which_articles_disagree")
    nisar = [row for row in rows if "NISAR" in row["what"] and row["field"] == "date"]
    assert {row["value"] for row in nisar} >= {"2020", "2025"}
    for row in rows:
        same = having(rows, row_id=row["row_id"], field=row["field"])
        assert len(same) >= 2
        assert sum(other["is_chosen"] for other in same) == 1


def test_from_a_value_to_its_sentence(bundled: Path) -> None:
    rows = answer(bundled, "from_a_value_to_its_sentence")
    assert [row["is_chosen"] for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert {row["value"] for row in rows} >= {"2019-04-19", "2019-04"}
    for row in rows:
        assert row["text_at_offsets"] == row["quote"]


def test_life_of_an_agreement(bundled: Path) -> None:
    rows = [row for row in answer(bundled, "life_of_an_agreement") if "Gateway" in row["title"]]
    assert [row["status"] for row in rows] == ["planned", "signed", "suspended"]
    assert rows[1]["dated_by_this_article"] == "2022-11-18"


def test_promises_kept_delayed_or_dropped(bundled: Path) -> None:
    rows = answer(bundled, "promises_kept_delayed_or_dropped")
    assert {row["outcome"] for row in rows} == {"fulfilled", "delayed", "cancelled"}
    [nisar] = [row for row in rows if "NISAR" in row["action"]]
    assert nisar["outcome"] == "fulfilled"
    assert (nisar["first_due_edtf"], nisar["first_reported_on"].year) == ("2020", 2014)
    assert nisar["outcome_reported_on"].year == 2025


def test_how_far_to_trust_each_column(bundled: Path) -> None:
    rows = answer(bundled, "how_far_to_trust_each_column")
    measured = {
        (row.kind, row.measure, row.field): (row.value, row.support)
        for row in measured_rows()
        if row.gold_set == BLIND
    }
    promises = having(rows, kind="commitment")
    assert promises[0]["field"] is None
    assert promises[0]["right_of_what_is_stated"] == measured["commitment", "precision", None][0]
    assert promises[0]["found_of_what_is_told"] == measured["commitment", "recall", None][0]
    for row in promises[1:]:
        assert (row["right_in_facts_found"], row["facts_found"]) == measured[
            "commitment", "field_accuracy", row["field"]
        ]
    shares = [row["right_in_facts_found"] for row in promises[1:]]
    assert len(shares) >= 8
    assert shares == sorted(shares)


def test_who_signed_most(bundled: Path) -> None:
    rows = answer(bundled, "who_signed_most")
    assert rows[0]["country_code"] == "USA"
    assert [row["agreement_count"] for row in rows] == sorted(
        (row["agreement_count"] for row in rows), reverse=True
    )


def test_who_signs_for_whom(bundled: Path) -> None:
    signed = [
        row
        for row in answer(bundled, "who_signs_for_whom")
        if row["signed_edtf"] == "2019-04-19" and "memorandum" in row["title"]
    ]
    assert {row["person_id"]: row["signs_for"] for row in signed} == {
        "shuxrat_sadikov": "UZB",
        "you_young_min": "KOR",
    }


def test_agreements_by_year_and_type(bundled: Path) -> None:
    rows = answer(bundled, "agreements_by_year_and_type")
    [accessions] = having(rows, signed_year=2024, agreement_type="accession")
    assert accessions["agreement_count"] >= 4
    keys = [(row["signed_year"], row["agreement_type"]) for row in rows]
    assert keys == sorted(set(keys))


def test_best_connected_countries(bundled: Path) -> None:
    rows = answer(bundled, "best_connected_countries")
    assert rows[0]["country_code"] == "USA"
    [russia] = having(rows, country_code="RUS")
    assert russia["closest_partner_name"] == "China"


def test_amounts_keep_each_basis_apart(bundled: Path) -> None:
    rows = answer(bundled, "amounts_by_year_in_us_dollars")
    [thales] = [row for row in rows if row["money_year"] == 2024 and row["row_kind"] == "agreement"]
    assert 500e6 < thales["largest_usd"] < 600e6
    keys = [(row["money_year"], row["row_kind"], row["amount_basis"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(row["total_usd"] >= row["largest_usd"] for row in rows if row["priced_row_count"])


def test_amounts_per_year_are_not_added_to_amounts_in_all(tmp_path: Path, bundled: Path) -> None:
    # The corpus pays nothing by the year, so a copy of the two tables is made to.
    copy = tmp_path / "copy.duckdb"
    with duckdb.connect(str(copy)) as connection:
        connection.execute(f"attach '{bundled}' as bundled (read_only)")
        for table in ("agreements", "commitments"):
            connection.execute(f"create table {table} as from bundled.main.{table}")
        connection.execute(
            "update agreements set amount_period = 'year' where title like '%Baikonur%'"
        )
    rows = having(answer(copy, "amounts_by_year_in_us_dollars"), money_year=2004)
    assert [(row["amount_basis"], row["total_usd"]) for row in rows] == [("year", 115e6)]


def test_who_joined_the_artemis_accords_when(bundled: Path) -> None:
    rows = answer(bundled, "who_joined_the_artemis_accords_when")
    joined = {row["country_code"]: row["joined_edtf"] for row in rows}
    assert len(joined) == len(rows)
    founders = {"ARE", "AUS", "CAN", "GBR", "ITA", "JPN", "LUX", "USA"}
    assert {code for code, day in joined.items() if day == "2020-10-13"} == founders
    assert joined["IND"] == joined["ECU"] == "2023-06-21"
    assert joined["SWE"] == "2024-04-16"
    assert {row["country_code"] for row in rows if row["is_founder"]} == founders


def test_dialogue_series_and_their_sessions(bundled: Path) -> None:
    rows = [
        row
        for row in answer(bundled, "dialogue_series_and_their_sessions")
        if row["country_codes"] == ["KOR", "USA"] and "ivil" in row["series"]
    ]
    sessions = [(row["ordinal"], row["held_edtf"][:4]) for row in rows if row["status"] == "held"]
    assert sessions == [(1, "2014"), (2, "2016"), (3, "2022"), (4, "2025")]


def test_suspect_rows_and_why(bundled: Path) -> None:
    rows = answer(bundled, "suspect_rows_and_why")
    order = ["error", "warning", "info"]
    places = [order.index(row["severity"]) for row in rows]
    assert places == sorted(places)
    assert all(row["what"] and row["reason"] for row in rows)


def test_what_the_newest_run_brought(bundled: Path) -> None:
    rows = answer(bundled, "what_the_newest_run_brought")
    assert {row["run_id"] for row in rows} == {"run-00001"}
    assert {row["change_type"] for row in rows} == {"new row"}


def test_who_is_helped_by_promises(bundled: Path) -> None:
    rows = answer(bundled, "who_is_helped_by_promises")
    [pakistan] = having(rows, beneficiary_code="PAK")
    assert "Manned Space Agency" in pakistan["promised_by"]
    assert pakistan["promise_count"] >= 2
    assert having(rows, beneficiary_code="ESA")


def test_events_told_by_several_articles(bundled: Path) -> None:
    rows = answer(bundled, "events_told_by_several_articles")
    assert all(len(row["article_keys"].split("; ")) == row["article_count"] for row in rows)
    [nisar] = [row for row in rows if row["what"] == "launch the NISAR radar satellite"]
    assert nisar["article_count"] >= 4


def test_what_two_countries_have_between_them(bundled: Path) -> None:
    rows = answer(bundled, "what_two_countries_have_between_them")
    assert having(rows, row_kind="meeting", happens_edtf="2022-05-23", relation="together")
    assert {row["relation"] for row in rows} == {"together", "one to the other"}
    given = [row for row in rows if row["what"] == "land two Japanese astronauts on the Moon"]
    assert [row["relation"] for row in given] == ["one to the other"]


def test_announced_and_never_heard_of_again(bundled: Path) -> None:
    rows = answer(bundled, "announced_and_never_heard_of_again")
    assert [row for row in rows if row["party_names"] == "Russia; Uzbekistan"]
    assert {row["status"] for row in rows} <= {"planned", "proposed", "negotiating"}


def test_whom_one_person_met(bundled: Path) -> None:
    rows = answer(bundled, "whom_one_person_met")
    [summit] = having(rows, happens_edtf="2022-05-21", part_taken="attended")
    assert summit["with_people"] == "Joe Biden"


def test_every_value_of_one_row_and_its_sentence(bundled: Path) -> None:
    rows = answer(bundled, "every_value_of_one_row_and_its_sentence")
    assert {"title", "type", "status", "date"} <= {row["field"] for row in rows}
    for field in {row["field"] for row in rows}:
        assert [row["is_chosen"] for row in having(rows, field=field)].count(True) == 1
    assert len({row["article_key"] for row in rows}) > 2
    with duckdb.connect(str(bundled), read_only=True) as connection:
        quotes = {row[0] for row in connection.execute("select quote from evidence").fetchall()}
    assert {row["sentence"] for row in rows} <= quotes


def test_what_belongs_to_an_agreement(bundled: Path) -> None:
    rows = answer(bundled, "what_belongs_to_an_agreement")
    assert {row["link_type"] for row in rows} == {"signed_under", "signed_at", "pledged_in"}
    assert all(row["linked_id"] != row["agreement_id"] for row in rows)


def test_where_an_old_id_went(bundled: Path) -> None:
    rows = answer(bundled, "where_an_old_id_went")
    [rashid] = having(rows, retired_id="f6426f6919ee094f")
    assert rashid["decided_by"] == "corpus desk"
    assert "rover" in rashid["what"]
