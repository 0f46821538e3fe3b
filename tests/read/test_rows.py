"""JSONL, CSV, TSV and Parquet: one article per row, and one bad row costs one row."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingest.article import Document, Rejection
from ingest.read import REASON_CODES, discover, read_file
from tests.read.files import document, read, rejection, write

ROW = {
    "id": 12,
    "title": " Two\u00a0agencies ",
    "publisher": "Orbit Daily",
    "published_on": "2024-03-05",
    "url": "https://orbit.example/1",
    "language": "en-GB",
    "byline": "Ann Lee",
    "text": "First.\r\n\r\nSecond.",
    "sources": ["https://one.example", "https://two.example"],
}


def lines(*rows: object) -> str:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)


def codes(found: list[Document | Rejection]) -> list[str | int | None]:
    return [x.reason_code if isinstance(x, Rejection) else x.position for x in found]


def check_row(found: Document, media_type: str, position: int = 1) -> None:
    given = found.given
    assert (found.media_type, found.position) == (media_type, position)
    assert found.text == "First.\n\nSecond."
    assert given.article_id == "12"
    assert given.title == "Two agencies"
    assert given.publisher == "Orbit Daily"
    assert given.published_on == date(2024, 3, 5)
    assert given.url == "https://orbit.example/1"
    assert given.language == "en"
    assert given.byline == "Ann Lee"
    assert given.sources == ("https://one.example", "https://two.example")


def test_jsonl(tmp_path: Path) -> None:
    check_row(document(write(tmp_path / "a.jsonl", lines(ROW))), "jsonl")


def test_jsonl_keeps_the_other_rows(tmp_path: Path) -> None:
    rows = (
        {"text": "good"},
        "",
        "{broken",
        "[1]",
        {"title": "no text"},
        {"text": 5},
        {"text": "x", "date": "soon"},
        "[" * 5000,
        {"text": "last"},
    )
    found = read(write(tmp_path / "a.jsonl", lines(*rows)))
    assert codes(found) == [
        1, "bad_json", "bad_json", "missing_text", "bad_field", "bad_date", "bad_json", 9,
    ]  # fmt: skip
    missing = found[3]
    assert isinstance(missing, Rejection)
    assert (missing.position, missing.field) == (5, "text")
    assert "a.jsonl, line 5: " in missing.reason


@pytest.mark.parametrize("name", ["content", "Body", "full-text", "articleBody", "maintext"])
def test_the_text_goes_by_other_names(tmp_path: Path, name: str) -> None:
    assert document(write(tmp_path / "a.jsonl", lines({name: "words"}))).text == "words"


def test_an_empty_preferred_field_gives_way(tmp_path: Path) -> None:
    row = {"text": "", "content": "words", "title": None, "headline": "H", "publisher": "nan"}
    found = document(write(tmp_path / "a.jsonl", lines(row)))
    assert (found.text, found.given.title, found.given.publisher) == ("words", "H", None)


def test_one_jsonl_line_in_another_encoding(tmp_path: Path) -> None:
    good = lines({"text": "été"}).encode()
    text = "L’été dernier, les deux États ont signé à Orléans un accord très attendu."
    other = f'{{"text": "{text}"}}'.encode("cp1252")
    found = read(write(tmp_path / "a.jsonl", good + b"\n" + other + b"\n" + good))
    assert [x.text for x in found if isinstance(x, Document)] == ["été", text, "été"]
    assert [x.encoding for x in found if isinstance(x, Document)] == ["utf-8", "cp1252", "utf-8"]


def test_a_lone_surrogate_can_be_stored(tmp_path: Path) -> None:
    row = r'{"text": "a\ud800b", "title": "\udc00", "url": "x:\ud800"}'
    found = rejection(write(tmp_path / "a.jsonl", row))
    assert (found.reason_code, found.value) == ("bad_url", "x:?")
    found_text = document(write(tmp_path / "b.jsonl", row.replace("x:", "x")))
    assert (found_text.text, found_text.given.title) == ("a?b", "?")


def test_jsonl_in_utf16(tmp_path: Path) -> None:
    found = read(write(tmp_path / "a.jsonl", lines(ROW, ROW).encode("utf-16")))
    assert codes(found) == [1, 2]


def test_jsonl_line_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.json_lines.MAX_LINE_BYTES", 60)
    rows = lines({"text": "a"}, {"text": "b" * 200}, {"text": "c"})
    assert codes(read(write(tmp_path / "a.jsonl", rows))) == [1, "too_large", 3]


def test_a_text_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.fields.MAX_TEXT_BYTES", 10)
    found = read(write(tmp_path / "a.jsonl", lines({"text": "b" * 11}, {"text": "c"})))
    assert codes(found) == ["too_large", 2]


def test_compressed_or_empty_jsonl(tmp_path: Path) -> None:
    assert rejection(write(tmp_path / "a.jsonl", b"\x1f\x8b\x08zz\nzz")).reason_code == "not_text"
    assert rejection(write(tmp_path / "a.jsonl", b"\n \n")).reason_code == "empty_file"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_finds_its_delimiter(tmp_path: Path, delimiter: str) -> None:
    row = ROW | {"sources": "https://one.example|https://two.example"}
    cells = [f'"{value}"' for value in row.values()]
    table = delimiter.join(row) + "\n" + delimiter.join(cells) + "\n"
    check_row(document(write(tmp_path / "a.csv", table)), "csv")


def test_csv_cells_hold_lines_quotes_and_much_text(tmp_path: Path) -> None:
    long = "word " * 100_000
    table = f'\ufefftitle,text\r\nA,"one, ""two""\r\nthree"\r\nB,"{long}"\r\n'
    first, second = read(write(tmp_path / "a.csv", table))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.given.title, first.text) == ("A", 'one, "two"\nthree')
    assert second.text == long


def test_csv_keeps_the_other_rows(tmp_path: Path) -> None:
    table = 'title,text\nA,good\nB,too,many\nC,"quoted"wrong\nD\n\nE,fine\n'
    found = read(write(tmp_path / "a.csv", table))
    assert codes(found) == [1, "bad_csv", "bad_csv", "missing_text", 5]


def test_csv_with_an_unclosed_quote_is_not_absorbed(tmp_path: Path) -> None:
    found = read(write(tmp_path / "a.csv", 'text\ngood\n"open\nmore\n'))
    assert codes(found) == [1, "bad_csv"]


def test_csv_without_a_text_column(tmp_path: Path) -> None:
    found = rejection(write(tmp_path / "a.csv", "title,when\nA,B\n"))
    assert (found.reason_code, found.field) == ("missing_text", "text")


def test_csv_in_other_encodings(tmp_path: Path) -> None:
    text = "L’été dernier, les deux États ont signé à Orléans un accord très attendu."
    table = "title;text\n" + f"Été;{text}\n" * 5
    for encoding, name in (("cp1252", "cp1252"), ("utf-16", "utf-16-le")):
        found = read(write(tmp_path / "a.csv", table.encode(encoding)))
        assert [x.text for x in found if isinstance(x, Document)] == [text] * 5
        assert {x.encoding for x in found if isinstance(x, Document)} == {name}


def test_one_csv_row_in_another_encoding(tmp_path: Path) -> None:
    text = "L’été dernier, les deux États ont signé à Orléans un accord très attendu."
    rows = [f'"{text}"\n'.encode("cp1252" if number == 3 else "utf-8") for number in range(20)]
    found = read(write(tmp_path / "a.csv", b"text\n" + b"".join(rows)))
    assert {x.text for x in found if isinstance(x, Document)} == {text}
    assert [x.encoding for x in found if isinstance(x, Document)][2:5] == [
        "utf-8",
        "cp1252",
        "utf-8",
    ]


def test_binary_or_empty_csv(tmp_path: Path) -> None:
    assert rejection(write(tmp_path / "a.csv", b"PK\x03\x04")).reason_code == "not_text"
    assert rejection(write(tmp_path / "a.csv", b"")).reason_code == "empty_file"


def parquet(path: Path, **columns: pa.Array) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_parquet(tmp_path: Path) -> None:
    columns = {name: pa.array([value]) for name, value in (ROW | {"other": 1}).items()}
    path = parquet(tmp_path / "a.parquet", **columns)
    check_row(document(path), "parquet")


def test_parquet_dates_and_missing_text(tmp_path: Path) -> None:
    moments = [datetime(2024, 3, 5, 23, tzinfo=UTC), None, None]
    path = parquet(
        tmp_path / "a.parquet",
        published_at=pa.array(moments, pa.timestamp("ns", "UTC")),
        content=pa.array(["a", None, "c"]),
    )
    found = read(path)
    assert codes(found) == [1, "missing_text", 3]
    assert isinstance(found[0], Document)
    assert found[0].given.published_on == date(2024, 3, 5)


def test_parquet_with_text_that_is_not_utf8(tmp_path: Path) -> None:
    raw = pa.array([b"good", b"bad \xff", b"fine"]).buffers()
    path = parquet(tmp_path / "a.parquet", text=pa.Array.from_buffers(pa.string(), 3, raw))
    assert codes(read(path)) == [1, "undecodable", 3]


def test_parquet_without_a_text_column(tmp_path: Path) -> None:
    found = rejection(parquet(tmp_path / "a.parquet", title=pa.array(["a"])))
    assert found.reason_code == "missing_text"


def test_broken_parquet(tmp_path: Path) -> None:
    assert rejection(write(tmp_path / "a.parquet", b"PAR1 nonsense")).reason_code == "bad_parquet"
    whole = parquet(tmp_path / "b.parquet", text=pa.array(["a"] * 9)).read_bytes()
    assert rejection(write(tmp_path / "a.parquet", whole[:-8])).reason_code == "bad_parquet"


def test_rows_are_streamed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", lines({"text": "a"}, "{broken"))
    (file,) = discover([str(path)])
    first = next(read_file(file))
    assert isinstance(first, Document)


def test_every_code_is_described() -> None:
    assert all(text.endswith(".") for text in REASON_CODES.values())
