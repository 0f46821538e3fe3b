"""The published file keeps the promises of the design: keys, words behind each row, stable ids."""

import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from rich.console import Console

from ingest.summary import show_published
from tests.samples import PROJECT, SHARED
from tests.warehouse.builder import Builder, Built
from tests.warehouse.helpers import query, write_article, write_facts

MARTS = {
    "agreements": ("agreement_id",),
    "agreement_parties": ("agreement_id", "party_role", "party_id"),
    "meetings": ("meeting_id",),
    "meeting_participants": ("meeting_id", "participant_type", "participant_id"),
    "commitments": ("commitment_id",),
    "commitment_parties": ("commitment_id", "party_role", "party_id"),
    "countries": ("country_code",),
    "organizations": ("organization_id",),
    "people": ("person_id",),
    "programmes": ("programme_id",),
    "articles": ("article_id",),
    "evidence": ("evidence_id",),
    "status_history": ("status_change_id",),
    "claims": ("claim_id",),
    "commitment_tracker": ("commitment_id",),
    "country_pairs": ("country_code_a", "country_code_b"),
    "cooperation_timeline": ("row_id",),
    "whats_new": ("run_id", "row_id"),
    "data_quality": ("issue_id",),
    "extraction_quality": ("gold_set", "kind", "measure", "field"),
}
EVENTS = (
    ("agreement", "agreements", "agreement_id", "agreement_parties"),
    ("meeting", "meetings", "meeting_id", "meeting_participants"),
    ("commitment", "commitments", "commitment_id", "commitment_parties"),
)
RUN_COLUMNS = ("ingested_at",)  # when it was done, not what was found

Row = dict[str, Any]


def ask(published: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return all rows of `sql`."""
    with duckdb.connect(str(published), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def table(published: Path, name: str) -> list[Row]:
    """Return all rows of a table, each a dict by column."""
    with duckdb.connect(str(published), read_only=True) as connection:
        cursor = connection.execute(f'from "{name}"')
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def tables(published: Path) -> list[str]:
    """Return the names of all tables."""
    return [name for (name,) in ask(published, "select table_name from duckdb_tables() order by 1")]


def content(published: Path, name: str) -> set[str]:
    """Return the rows of a table in a form that can be compared."""
    return {
        repr(sorted((key, value) for key, value in row.items() if key not in RUN_COLUMNS))
        for row in table(published, name)
    }


# What is in the file, and how it is described


@pytest.mark.parametrize("name", MARTS)
def test_every_mart_is_in_the_default_schema_with_its_key(bundled: Path, name: str) -> None:
    assert ask(
        bundled,
        "select schema_name, constraint_column_names from duckdb_constraints()"
        f" where table_name = '{name}' and constraint_type = 'PRIMARY KEY'",
    ) == [("main", list(MARTS[name]))]


def test_there_is_nothing_but_described_tables_with_keys(bundled: Path) -> None:
    assert set(tables(bundled)) >= set(MARTS)
    assert ask(bundled, "select view_name from duckdb_views() where not internal") == []
    assert (
        ask(
            bundled,
            "select table_name from duckdb_tables()"
            " where schema_name <> 'main' or not has_primary_key or coalesce(comment, '') = ''",
        )
        == []
    )
    assert (
        ask(
            bundled,
            "select table_name, column_name from duckdb_columns()"
            " where not internal and coalesce(trim(comment), '') = ''",
        )
        == []
    )


def test_the_description_of_each_table_says_what_a_row_is(bundled: Path) -> None:
    assert (
        ask(
            bundled,
            "select table_name from duckdb_tables() where comment not ilike 'one row per %'",
        )
        == []
    )


@pytest.mark.parametrize("name", [name for name in MARTS if name != "extraction_quality"])
def test_no_mart_is_empty_over_the_bundled_corpus(bundled: Path, name: str) -> None:
    assert table(bundled, name)


def test_columns_that_are_always_there_are_declared_not_null(bundled: Path) -> None:
    keys = {(name, column) for name, columns in MARTS.items() for column in columns}
    found = ask(
        bundled, "select table_name, column_name from duckdb_columns() where not is_nullable"
    )
    assert keys <= set(found)


def test_the_command_line_of_duckdb_opens_it(bundled: Path) -> None:
    duckdb_cli = Path(sys.executable).with_name("duckdb")
    result = subprocess.run(
        [duckdb_cli, "-readonly", bundled, "-noheader", "-csv", "select count(*) from agreements"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(result.stdout) == ask(bundled, "select count(*) from agreements")[0][0] > 0


def test_drivers_since_1_4_can_open_it(bundled: Path) -> None:
    [(tags,)] = ask(bundled, "select tags from duckdb_databases() where not internal")
    assert tags["storage_version"].startswith("v1.4.0")


def test_the_queries_shown_after_a_run_give_rows(bundled: Path) -> None:
    console = Console(record=True, file=io.StringIO(), width=500)
    show_published(console, bundled, {"articles": 1})
    shown = re.findall(r'^  .*duckdb -readonly \S+ "(.+)"$', console.export_text(), re.MULTILINE)
    assert len(shown) == 3
    for sql in shown:
        assert ask(bundled, sql), sql


# The words behind the rows


@pytest.mark.parametrize("where", ["bundled", "real"])
def test_every_quote_is_the_articles_text_at_its_offsets(
    where: str, request: pytest.FixtureRequest
) -> None:
    found = request.getfixturevalue(where)
    published = found if isinstance(found, Path) else found.output
    quotes = ask(
        published,
        "select e.quote, e.start_offset, e.end_offset, a.text,"
        " substr(a.text, e.start_offset + 1, e.end_offset - e.start_offset)"
        " from evidence as e inner join articles as a using (article_id)",
    )
    assert len(quotes) == len(table(published, "evidence")) > 50
    for quote, start, end, text, cut_by_duckdb in quotes:
        assert quote == text[start:end] == cut_by_duckdb
        assert quote.strip() == quote != ""


@pytest.mark.parametrize("where", ["bundled", "real"])
def test_nothing_rests_on_page_furniture(where: str, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue(where)
    published = found if isinstance(found, Path) else found.output
    assert ask(published, "select quote from evidence where is_in_furniture") == []
    assert (
        ask(published, "select * from data_quality where check_name = 'quote_in_furniture'") == []
    )


@pytest.mark.parametrize(("kind", "name", "key", "parties"), EVENTS)
def test_every_row_has_evidence_and_parties(
    bundled: Path, kind: str, name: str, key: str, parties: str
) -> None:
    ids = [row[key] for row in table(bundled, name)]
    quoted = ask(bundled, f"select distinct row_id from evidence where row_kind = '{kind}'")
    assert {row[0] for row in quoted} == set(ids)
    assert {row[key] for row in table(bundled, parties)} == set(ids)
    first = ask(
        bundled,
        "select count(*) from evidence where quote_number = 0"
        f" and row_kind = '{kind}' group by mention_id",
    )
    assert {row[0] for row in first} == {1}


def test_ids_are_unique_across_kinds(bundled: Path) -> None:
    ids = [row[key] for _, name, key, _ in EVENTS for row in table(bundled, name)]
    assert len(set(ids)) == len(ids)


def test_every_reference_leads_somewhere(bundled: Path) -> None:
    for child, column, parent, key in (
        ("agreement_parties", "organization_id", "organizations", "organization_id"),
        ("agreement_parties", "country_code", "countries", "country_code"),
        ("commitment_parties", "organization_id", "organizations", "organization_id"),
        ("meeting_participants", "person_id", "people", "person_id"),
        ("agreement_signatories", "person_id", "people", "person_id"),
        ("agreements", "programme_id", "programmes", "programme_id"),
        ("claims", "row_id", "cooperation_timeline", "row_id"),
        ("data_quality", "row_id", "cooperation_timeline", "row_id"),
        ("evidence", "article_id", "articles", "article_id"),
        ("status_history", "article_id", "articles", "article_id"),
    ):
        assert (
            ask(
                bundled,
                f"select {column} from {child} as child where {column} is not null and not exists"
                f" (select 1 from {parent} as parent where parent.{key} = child.{column})",
            )
            == []
        ), (child, column)


def test_every_article_of_the_corpus_is_there_with_facts(bundled: Path) -> None:
    reviewed = {path.stem for path in (PROJECT / "articles" / "reviewed").glob("*.json")}
    found = {row["article_key"]: row for row in table(bundled, "articles")}
    assert set(found) == reviewed
    assert len(found) >= 30
    for key, row in found.items():
        assert row["fact_count"] > 0, key
        assert row["published_on"] is not None, key
        assert row["fact_method"] == "reviewed", key


def test_no_reviewed_fact_of_the_corpus_is_lost(bundled: Path) -> None:
    stated = Counter(
        (path.stem, kind[:-1])
        for path in (PROJECT / "articles" / "reviewed").glob("*.json")
        for kind in ("agreements", "meetings", "commitments")
        for _ in json.loads(path.read_text(encoding="utf-8"))[kind]
    )
    landed = ask(
        bundled,
        "select article_key, row_kind, count(distinct mention_id) from evidence group by all",
    )
    assert {(key, kind): count for key, kind, count in landed} == stated


def test_the_corpus_spans_what_it_is_meant_to(bundled: Path) -> None:
    [(countries,)] = ask(
        bundled,
        "select count(*) from countries where agreement_count + meeting_count"
        " + commitment_count > 0",
    )
    assert countries >= 20
    media = {row["media_type"] for row in table(bundled, "article_sources")}
    assert media >= {"markdown", "html", "jsonl", "feed"}
    assert ask(bundled, "select max(article_count) from cooperation_timeline")[0][0] >= 3


# The same again, one half first, one article more


@dataclass(frozen=True, slots=True)
class Growth:
    """One corpus built all at once from the last to the first file, in two halves, and grown."""

    backwards: Built
    first_half: Built
    both_halves: Built
    one_more: Built


ONE_MORE = (
    "SUVA, Fiji, July 3, 2030 - Fiji and Tonga signed a treaty on sharing a weather satellite on "
    "Wednesday. Tonga will build a ground station for it by 2033."
)
ONE_MORE_FACTS = {
    "article": {"id": "one-more"},
    "agreements": [
        {
            "title": "treaty on sharing a weather satellite",
            "type": "treaty",
            "status": "signed",
            "signed_on": "2030-07-03",
            "place": "Suva",
            "amount": None,
            "valid_until": None,
            "space": True,
            "parties": [{"name": "Fiji", "country": "FJI"}, {"name": "Tonga", "country": "TON"}],
            "people": [],
            "evidence": [ONE_MORE.partition(" - ")[2].partition(" Tonga will")[0]],
        }
    ],
    "meetings": [],
    "commitments": [
        {
            "action": "build a ground station",
            "strength": "firm",
            "status": "open",
            "due": "2033",
            "amount": None,
            "space": True,
            "parties": [{"name": "Tonga", "country": "TON"}],
            "beneficiary": None,
            "evidence": ["Tonga will build a ground station for it by 2033."],
        }
    ],
}


def article_files() -> list[Path]:
    """Return the article files of the corpus, as `spacecoop run articles` finds them."""
    return [
        path.relative_to(PROJECT)
        for path in sorted((PROJECT / "articles").iterdir())
        if path.is_file()
    ]


@pytest.fixture(scope="module")
def grown(build: Builder, tmp_path_factory: pytest.TempPathFactory) -> Growth:
    folder = tmp_path_factory.mktemp("growth")
    reviewed = Path("articles/reviewed")
    files = article_files()
    early = [path for path in files[::2] if (PROJECT / reviewed / f"{path.stem}.json").exists()]
    facts = [reviewed / f"{path.stem}.json" for path in early]
    late = [path for path in files if path not in early]
    late_facts = [
        path.relative_to(PROJECT)
        for path in sorted((PROJECT / reviewed).iterdir())
        if path.relative_to(PROJECT) not in facts
    ]
    assert len(early) >= 10
    assert len(late) >= 10
    more = write_article(folder / "more", "one-more.txt", ONE_MORE)
    more_facts = write_facts(folder / "more.json", ONE_MORE_FACTS)
    backwards = build.build(folder / "all", files[::-1], [reviewed])
    return Growth(
        backwards,
        build.build(folder / "halves", early, facts, output="first.duckdb"),
        build.build(folder / "halves", late, late_facts, output="both.duckdb"),
        build.build(folder / "all", [more], [more_facts], output="more.duckdb"),
    )


def test_the_order_of_files_changes_no_row_and_no_id(bundled: Path, grown: Growth) -> None:
    assert tables(bundled) == tables(grown.backwards.output)
    for name in tables(bundled):
        ours, theirs = content(bundled, name), content(grown.backwards.output, name)
        assert ours == theirs, name


@pytest.mark.parametrize(("name", "key"), [event[1:3] for event in EVENTS])
def test_rows_keep_their_ids_when_the_other_half_comes(grown: Growth, name: str, key: str) -> None:
    first, both = (
        {row[key] for row in table(built.output, name)}
        for built in (grown.first_half, grown.both_halves)
    )
    assert first
    assert first < both


def test_a_mention_stays_with_its_row_when_the_other_half_comes(grown: Growth) -> None:
    sql = "select evidence_id, row_id, quote, start_offset from evidence"
    first, both = (
        {row[0]: row[1:] for row in ask(built.output, sql)}
        for built in (grown.first_half, grown.both_halves)
    )
    assert {key: both.get(key) for key in first} == first


def test_halves_come_to_the_same_articles_and_words_as_all_at_once(grown: Growth) -> None:
    for sql in (
        "select evidence_id, mention_id, row_kind, quote, article_id from evidence",
        "select article_id, article_key, title, published_on, fact_count, text from articles",
        "select claim_id, field, value from claims",
        "select person_id, person_name from people where not is_registered",
        "select organization_id from organizations",
    ):
        whole, halves = (
            set(ask(built.output, sql)) for built in (grown.backwards, grown.both_halves)
        )
        assert whole == halves, sql


def test_halves_come_to_nearly_the_same_rows_as_all_at_once(grown: Growth) -> None:
    # Which mention names a row depends on what came first; which mentions are together should not.
    groups = []
    for built in (grown.backwards, grown.both_halves):
        rows: dict[str, set[str]] = {}
        for row_id, mention_id in ask(built.output, "select row_id, mention_id from evidence"):
            rows.setdefault(row_id, set()).add(mention_id)
        groups.append(set(map(frozenset, rows.values())))
    whole, halves = groups
    assert len(whole & halves) / len(whole | halves) > 0.95


def test_one_article_more_changes_only_its_rows(grown: Growth) -> None:
    for name in tables(grown.backwards.output):
        before = content(grown.backwards.output, name)
        changed = before - content(grown.one_more.output, name)
        if name == "countries":  # their counts grow
            assert len(changed) == 2
            assert all("'FJI'" in row or "'TON'" in row for row in changed)
        else:
            assert not changed, name


def test_one_article_more_brings_its_own_rows_and_no_other(grown: Growth) -> None:
    new = {
        name: len(table(grown.one_more.output, name)) - len(table(grown.backwards.output, name))
        for name in tables(grown.backwards.output)
    }
    assert new.pop("claims") > 5
    assert {name: count for name, count in new.items() if count} == {
        "agreements": 1,
        "agreement_parties": 2,
        "article_sources": 1,
        "articles": 1,
        "commitment_parties": 1,
        "commitment_tracker": 1,
        "commitments": 1,
        "cooperation_timeline": 2,
        "country_pair_years": 1,
        "country_pairs": 1,
        "evidence": 2,
        "status_history": 2,
        "whats_new": 2,
    }
    assert ask(
        grown.one_more.output,
        "select distinct run_id, change_type from whats_new where run_number = 2",
    ) == [("run-00002", "new row")]


# The five real articles, and the 71 of development


needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not there")


@pytest.fixture(scope="module")
def real(build: Builder, tmp_path_factory: pytest.TempPathFactory) -> Built:
    if not SHARED.exists():
        pytest.skip("../shared is not there")
    folder = tmp_path_factory.mktemp("real")
    return build.build(folder, [SHARED / "articles"], [SHARED / "gold"])


@pytest.fixture(scope="module")
def development(build: Builder, tmp_path_factory: pytest.TempPathFactory) -> Built:
    if not SHARED.exists():
        pytest.skip("../shared is not there")
    folder = tmp_path_factory.mktemp("development")
    dev = SHARED / "dev"
    return build.build(folder, [dev / "articles"], [dev / "gold"], tested=True)


def gold_facts(folder: Path) -> Iterator[tuple[str, str, Row]]:
    """Yield each gold fact with its article's key and its kind."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for kind, name, _, _ in EVENTS:
            for fact in data[name]:
                yield data["article"]["id"], kind, fact


@needs_shared
def test_the_five_articles_give_the_rows_of_the_gold(real: Built) -> None:
    counted = {name: len(table(real.output, name)) for _, name, _, _ in EVENTS}
    assert counted == {"agreements": 18, "meetings": 18, "commitments": 35}
    assert len(table(real.output, "articles")) == 5
    assert real.added["rejected_inputs"] == real.added["rejected_facts"] == 0


@needs_shared
def test_the_data_tests_pass_on_real_articles(development: Built) -> None:
    assert development.problems == []


@needs_shared
def test_party_codes_are_those_of_the_gold(real: Built) -> None:
    stated: dict[tuple[str, str, str], set[str]] = {}
    for key, kind, fact in gold_facts(SHARED / "gold"):
        codes = {party["country"] for party in fact["parties"] if party["country"]}
        quote = " ".join(fact["evidence"][0].split())
        stated.setdefault((key, kind, quote), set()).update(codes)
    found: dict[tuple[str, str, str], set[str]] = {}
    sql = "select article_key, row_kind, quote, country_codes from evidence inner join"
    sql += " cooperation_timeline using (row_id, row_kind) where quote_number = 0"
    for key, kind, quote, codes in ask(real.output, sql):
        found.setdefault((key, kind, " ".join(quote.split())), set()).update(codes)
    assert len(stated) > 40
    assert found == stated


@needs_shared
def test_all_parties_of_the_five_articles_are_resolved(real: Built) -> None:
    unresolved = "select row_id, value from data_quality where check_name = 'party_unresolved'"
    assert ask(real.output, unresolved) == []
    for _, _, key, parties in EVENTS:
        people = " and participant_type = 'party'" if parties == "meeting_participants" else ""
        assert (
            ask(real.output, f"select {key} from {parties} where party_code is null{people}") == []
        )


@needs_shared
def test_the_memorandum_of_2019_has_place_and_both_signatories(real: Built) -> None:
    [(agreement_id, place, codes)] = ask(
        real.output,
        "select agreement_id, place, country_codes from agreements"
        " where signed_on = date '2019-04-19' and agreement_type = 'mou'",
    )
    assert (place, codes) == ("Tashkent", ["KOR", "UZB"])
    signed = ask(
        real.output,
        f"select person_id from agreement_signatories where agreement_id = '{agreement_id}'",
    )
    assert sorted(signed) == [("shuxrat_sadikov",), ("you_young_min",)]


@needs_shared
def test_the_page_furniture_of_the_five_articles_is_known(real: Built) -> None:
    texts = ask(
        real.output, "select text from articles where furniture_length > 0 order by article_key"
    )
    assert len(texts) >= 3
    furniture = " ".join(
        row[0]
        for row in query(
            real.database,
            "select substr(text, start_offset + 1, end_offset - start_offset)"
            " from raw.article_furniture inner join raw.articles using (document_id)",
        )
    )
    for phrase in (
        "Leave a Comment",
        "Comments (0)",
        "LATEST NEWS",
        "Your comment will be revised",
    ):
        assert phrase.lower() in furniture.lower()


@needs_shared
def test_what_the_five_articles_do_not_give_is_inferred(real: Built) -> None:
    articles = {row["article_key"]: row for row in table(real.output, "articles")}
    novastan = articles["000_a80f1c31e3e98403"]
    assert novastan["published_on"] == date(2021, 2, 22)
    ians = articles["002_8c5c75b84417ccdd"]
    assert (ians["published_on"], ians["dateline_place"]) == (date(2025, 12, 6), "Seoul")
    for row in articles.values():
        assert (row["published_on"] is None) == (row["published_on_basis"] is None)
        assert row["published_on_basis"] != "given"


@needs_shared
def test_everything_of_the_71_articles_lands_or_is_refused_for_a_true_reason(
    development: Built,
) -> None:
    articles = {path.stem: path for path in (SHARED / "dev" / "articles").iterdir()}
    assert len(articles) == 71
    assert len(query(development.database, "select distinct article_key from raw.articles")) == 71
    stated = list(gold_facts(SHARED / "dev" / "gold"))
    refused = query(
        development.database,
        "select article_key, kind, reason_code, field, value, fact_json from raw.rejected_facts",
    )
    assert development.added["facts"] + len(refused) == len(stated)
    for key, _, reason_code, _, value, _ in refused:
        assert reason_code == "quote_not_found"
        text = articles[key].read_text(encoding="utf-8")
        assert " ".join(value.split()) not in " ".join(text.split())
    landed = Counter(
        query(
            development.database,
            "select article_key, kind from raw.facts inner join raw.fact_sets using (fact_set_id)"
            " inner join raw.articles using (document_id) where method = 'reviewed'",
        )
    )
    assert landed + Counter((key, kind) for key, kind, *_ in refused) == Counter(
        (key, kind) for key, kind, _ in stated
    )


@needs_shared
def test_what_landed_is_in_the_marts(development: Built) -> None:
    [(landed,)] = query(development.database, "select count(*) from raw.facts")
    [(shown,)] = ask(development.output, "select count(distinct mention_id) from evidence")
    assert shown == landed


def codes_of_the_register() -> set[str]:
    """Return the codes that a party may have: states and intergovernmental bodies."""
    codes: set[str] = set()
    for name, columns in (
        ("country_register", ("country_code",)),
        ("organization_register", ("party_code",)),
    ):
        with (PROJECT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            codes |= {row[column] for row in csv.DictReader(file) for column in columns}
    return codes


def all_codes(rows: Iterable[Row]) -> set[str]:
    """Return the codes of all parties of these rows."""
    return {code for row in rows for code in row["country_codes"]}


def test_all_party_codes_of_the_corpus_are_known(bundled: Path) -> None:
    assert all_codes(table(bundled, "cooperation_timeline")) <= codes_of_the_register()
