"""Encodings, line ends, and what is not text."""

import codecs
from pathlib import Path

import pytest

from ingest.article import Rejection
from ingest.read import discover, read_file
from tests.read.files import document, rejection, write

FRENCH = "L’accord a été signé à Orléans par les deux États, très émus après la cérémonie.\n" * 3
KOREAN = "두 나라는 달 탐사 협력에 관한 양해각서에 서명했다고 밝혔다. 회의는 서울에서 열렸다.\n" * 3
RUSSIAN = "Две страны подписали соглашение о сотрудничестве в космосе, сообщило ведомство.\n" * 3
JAPANESE = "両国は月探査に関する協力の覚書に署名したと発表しました。会談は東京でした。\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (FRENCH, "utf-8", {"utf-8"}),
        (FRENCH, "utf-8-sig", {"utf-8"}),
        (FRENCH, "cp1252", {"cp1252"}),
        (FRENCH, "utf-16", {"utf-16-le"}),
        (FRENCH, "utf-16-be", {"utf-16-be"}),
        (FRENCH, "utf-16-le", {"utf-16-le"}),
        (FRENCH, "utf-32", {"utf-32-le"}),
        (KOREAN, "euc-kr", {"cp949"}),
        (RUSSIAN, "cp1251", {"cp1251"}),
        (JAPANESE, "shift_jis", {"cp932"}),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str, expected: set[str]) -> None:
    found = document(write(tmp_path / "a.txt", text.encode(encoding)))
    assert found.text == text
    assert found.encoding in expected


def test_html_declares_its_encoding(tmp_path: Path) -> None:
    body = "".join(f"<p>{RUSSIAN.strip()}</p>" for _ in range(2))
    page = (
        f'<html><head><meta charset="koi8-r"></head><body><article>{body}</article></body></html>'
    )
    found = document(write(tmp_path / "a.html", page.encode("koi8-r")))
    assert found.encoding == "koi8-r"
    assert "соглашение о сотрудничестве" in found.text


def test_a_wrong_declaration_does_not_beat_valid_utf8(tmp_path: Path) -> None:
    body = "".join(f"<p>{FRENCH.strip()}</p>" for _ in range(2))
    page = (
        f'<html><head><meta charset="latin-1"></head><body><article>{body}</article></body></html>'
    )
    assert "été signé" in document(write(tmp_path / "a.html", page)).text


def test_line_ends_and_nul(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.txt", b"one\r\ntwo\rthree\x00\nfour"))
    assert found.text == "one\ntwo\nthree\nfour"


def test_offsets_count_from_the_first_character_after_the_mark(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.txt", codecs.BOM_UTF8 + b"Moon"))
    assert found.text == "Moon"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 ...", b"PK\x03\x04rest", b"\x1f\x8b\x08data", bytes(range(1, 32)) * 40],
    ids=["pdf", "zip", "gzip", "controls"],
)
def test_binary_files_are_not_text(tmp_path: Path, data: bytes) -> None:
    assert rejection(write(tmp_path / "a.txt", data)).reason_code == "not_text"


def test_utf8_with_a_broken_byte_is_not_guessed_at(tmp_path: Path) -> None:
    data = FRENCH.encode().replace(b"Orl", b"Or\xfel", 1)
    found = rejection(write(tmp_path / "a.txt", data))
    assert found.reason_code == "undecodable"
    assert "byte" in found.reason
    assert found.value == "fe"


@pytest.mark.parametrize(
    ("text", "stray"),
    [("The café on the Champs-Élysées opened a bar. " * 3, b"It\x92s so"), (RUSSIAN, b"\xe2\x80")],
)
def test_a_stray_byte_does_not_turn_utf8_into_another_encoding(
    tmp_path: Path, text: str, stray: bytes
) -> None:
    data = text.encode() + stray + b" and so on in the text."
    assert rejection(write(tmp_path / "a.txt", data)).reason_code == "undecodable"


def test_an_empty_file(tmp_path: Path) -> None:
    for content in ("", " \n\t\n", "\ufeff"):
        assert rejection(write(tmp_path / "a.txt", content)).reason_code == "empty_file"


def test_an_unreadable_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "text")
    (file,) = discover([str(path)])
    path.unlink()
    (found,) = read_file(file)
    assert isinstance(found, Rejection)
    assert found.reason_code == "unreadable"


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.plain.MAX_TEXT_BYTES", 100)
    found = rejection(write(tmp_path / "a.txt", "x" * 101))
    assert found.reason_code == "too_large"
    assert "101 bytes" in found.reason
