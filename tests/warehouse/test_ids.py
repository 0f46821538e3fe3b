"""Ids are a promise to users: they stay when a value is corrected or a folder is moved."""

from pathlib import Path
from typing import Any

from tests.samples import TREATY_TEXT, fact_file, promise, treaty
from tests.warehouse.helpers import load, query, write_article, write_facts


def mentions(database: Path) -> list[tuple[Any, ...]]:
    return query(database, "select mention_id, kind, date_edtf from raw.facts order by all")


def test_a_mention_keeps_its_id_when_its_date_is_corrected(tmp_path: Path, database: Path) -> None:
    articles = write_article(tmp_path / "articles")
    for day in ("2021-05-03", "2021-05-04"):
        facts = write_facts(
            tmp_path / f"{day}.json",
            fact_file(agreements=[treaty(signed_on=day, title=f"treaty of {day}")], commitments=[]),
        )
        load(database, articles, facts)
    (first, *_), (second, *_) = mentions(database)
    assert first == second
    [(facts,)] = query(database, "select count(distinct fact_id) from raw.facts")
    assert facts == 2


def test_a_mention_keeps_its_id_when_facts_around_it_come_and_go(
    tmp_path: Path, database: Path
) -> None:
    articles = write_article(tmp_path / "articles")
    load(database, articles, write_facts(tmp_path / "1.json", fact_file()))
    other = treaty(evidence=["Norland and Sudland"])
    more = fact_file(agreements=[other, treaty()], commitments=[])
    load(database, articles, write_facts(tmp_path / "2.json", more))
    ids = query(
        database,
        "select mention_id from raw.facts where kind = 'agreement' group by 1"
        " order by count(*) desc",
    )
    assert len(ids) == 2
    [(again,)] = query(
        database,
        f"select count(*) from raw.facts where mention_id = '{ids[0][0]}' and kind = 'agreement'",
    )
    assert again == 2


def test_two_facts_of_one_sentence_and_the_same_parties_have_ids_of_their_own(
    tmp_path: Path, database: Path
) -> None:
    facts = fact_file(commitments=[promise(), promise(action="run the station", due=None)])
    articles = write_article(tmp_path / "articles")
    load(database, articles, write_facts(tmp_path / "facts.json", facts))
    found = mentions(database)
    assert len({row[0] for row in found}) == 3
    assert [row[1] for row in found].count("commitment") == 2


def test_kind_and_parties_are_part_of_the_id(tmp_path: Path, database: Path) -> None:
    articles = write_article(tmp_path / "articles")
    quote = treaty()["evidence"]
    alone = [{"name": "Norway", "country": "NOR"}]
    stated: list[dict[str, Any]] = [
        {"agreements": [treaty()], "commitments": []},
        {"agreements": [treaty(parties=alone)], "commitments": []},
        {"agreements": [], "commitments": [promise(evidence=quote, parties=alone)]},
    ]
    for number, facts in enumerate(stated):
        load(database, articles, write_facts(tmp_path / f"{number}.json", fact_file(**facts)))
    assert len({row[0] for row in mentions(database)}) == 3


def test_the_order_of_parties_and_their_typography_are_not(tmp_path: Path, database: Path) -> None:
    articles = write_article(tmp_path / "articles")
    parties = [{"name": name, "country": "NOR"} for name in ("O'Land", "Norway")]
    turned = [{"name": name, "country": "NOR"} for name in ("NORWAY", "O’Land")]
    for number, listed in enumerate((parties, turned)):
        facts = fact_file(agreements=[treaty(parties=listed)], commitments=[])
        load(database, articles, write_facts(tmp_path / f"{number}.json", facts))
    found = mentions(database)
    assert len(found) == 2
    assert len({row[0] for row in found}) == 1


def test_ids_do_not_depend_on_the_folder_or_the_warehouse(tmp_path: Path) -> None:
    ids = []
    for folder in ("here", "far/away"):
        home = tmp_path / folder
        facts = write_facts(home / "facts.json", fact_file())
        load(home / "w.duckdb", write_article(home / "articles"), facts)
        sql = (
            "select document_id, text_id, fact_set_id, fact_id, mention_id"
            " from raw.facts inner join raw.fact_sets using (fact_set_id) order by all"
        )
        ids.append(query(home / "w.duckdb", sql))
    assert ids[0] == ids[1]
    assert len(ids[0]) == 2


def test_the_recipe_has_not_changed(tmp_path: Path, database: Path) -> None:
    # A changed id is a breaking change: whoever stored a link to a row loses it.
    articles = write_article(tmp_path / "articles", text=TREATY_TEXT)
    load(database, articles, write_facts(tmp_path / "facts.json", fact_file()))
    assert [row[:2] for row in mentions(database)] == [
        ("83252e9b5460c758", "commitment"),
        ("edd8a0710330f051", "agreement"),
    ]
