"""Which files are read, in which order, and what is said of those that are not there."""

import os
from pathlib import Path

import pytest

from ingest.errors import UsageError
from ingest.read import discover


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.jsonl", "sub/deep/d.HTML", "picture.png", "x.json"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    for name in (".hidden.txt", ".git/e.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path / "in"


def names(folder: Path, *paths: str, exclude: tuple[Path, ...] = ()) -> list[str]:
    found = discover([str(folder / path) for path in paths], exclude)
    return [file.path.relative_to(folder).as_posix() for file in found]


def test_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert names(folder, "") == ["a.md", "b.txt", "sub/c.jsonl", "sub/deep/d.HTML"]


def test_media_type_follows_the_extension_in_any_case(folder: Path) -> None:
    types = [file.media_type for file in discover([str(folder)])]
    assert types == ["markdown", "text", "jsonl", "html"]


def test_unknown_extensions_of_a_folder_are_listed_as_passed_over(folder: Path) -> None:
    passed = [Path(name).name for name in discover([str(folder)]).passed_over]
    assert passed == ["picture.png", "x.json"]


def test_a_named_file_of_unknown_extension_is_text(folder: Path) -> None:
    (file,) = discover([str(folder / "picture.png")])
    assert file.media_type == "text"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.jsonl", ["sub/c.jsonl"]),
        ("**/*.png", ["picture.png"]),
        ("su*", ["sub/c.jsonl", "sub/deep/d.HTML"]),
        ("*", ["a.md", "b.txt", "sub/c.jsonl", "sub/deep/d.HTML"]),
        (".hid*", [".hidden.txt"]),
    ],
)
def test_patterns(folder: Path, pattern: str, expected: list[str]) -> None:
    assert names(folder, pattern) == expected


def test_a_file_reached_twice_is_listed_once(folder: Path) -> None:
    (folder / "again.txt").symlink_to(folder / "b.txt")
    assert names(folder, "b.txt", "", "*.txt").count("b.txt") == 1
    assert "again.txt" not in names(folder, "b.txt", "")


@pytest.mark.parametrize("missing", ["nothing.txt", "no/*.txt", "**/*.rss"])
def test_what_does_not_exist_is_named(folder: Path, missing: str) -> None:
    with pytest.raises(UsageError, match=missing.replace("*", r"\*")):
        discover([str(folder), str(folder / missing)])


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "other.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(folder)
    expected = ["a.md", "b.txt", "sub/c.jsonl", "sub/deep/d.HTML"]
    assert names(folder, "") == expected
    assert names(folder, "**/*.txt") == ["b.txt"]
    assert names(folder, "*") == expected


def test_a_file_name_that_is_not_utf8(folder: Path) -> None:
    (folder / os.fsdecode(b"\xff.txt")).write_text("text")
    found = [file for file in discover([str(folder)]) if file.name.endswith("?.txt")]
    assert [file.path.read_text() for file in found] == ["text"]


def test_excluded_files_and_folders_are_skipped(folder: Path) -> None:
    assert names(folder, "", exclude=(folder / "sub", folder / "a.md")) == ["b.txt"]


def test_a_name_is_as_the_user_wrote_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [file.name for file in discover(["sub"])] == ["sub/c.jsonl", "sub/deep/d.HTML"]
