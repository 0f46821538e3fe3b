"""Text and Markdown, with and without front matter."""

from datetime import date
from pathlib import Path

import pytest

from tests.read.files import document, rejection, write

FULL = """---
id: 007
title: "Two agencies\\
  \\ plan a probe"
publisher: Orbit Daily
date: 2024-03-05 10:20:00+09:00
source_url: https://orbit.example/probe
language: no
author: [Ann Lee, Bo Ek]
sources:
  - https://one.example
  - https://two.example
mood: hopeful
---

  \t
# Heading

Body.
"""


def test_front_matter(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.md", FULL))
    given = found.given
    assert found.text == "# Heading\n\nBody.\n"
    assert found.media_type == "markdown"
    assert found.position is None
    assert given.article_id == "007"
    assert given.title == "Two agencies plan a probe"
    assert given.publisher == "Orbit Daily"
    assert given.published_on == date(2024, 3, 5)
    assert given.url == "https://orbit.example/probe"
    assert given.language == "no"
    assert given.byline == "Ann Lee, Bo Ek"
    assert given.sources == ("https://one.example", "https://two.example")


def test_one_source_as_a_string(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.md", "---\nsources: a | b\n---\nBody"))
    assert found.given.sources == ("a | b",)


def test_plain_text_may_have_front_matter(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.txt", "---\r\ntitle: Probe\r\n---\r\nBody"))
    assert (found.given.title, found.text) == ("Probe", "Body")


@pytest.mark.parametrize("text", ["---\nhi\n---\nBody", "---\nmood: x\n---\nBody", "--- a\nBody"])
def test_plain_text_between_rules_stays_text(tmp_path: Path, text: str) -> None:
    assert document(write(tmp_path / "a.txt", text)).text == text


def test_markdown_without_front_matter(tmp_path: Path) -> None:
    assert document(write(tmp_path / "a.md", "\n# Title\n")).text == "\n# Title\n"


@pytest.mark.parametrize(
    ("block", "code", "field"),
    [
        ("title: [unclosed", "bad_front_matter", None),
        ("- a list", "bad_front_matter", None),
        ("date: next Tuesday", "bad_date", "published_on"),
        ("date: 2024-02-31", "bad_date", "published_on"),
        ("date: 03/04/2024", "bad_date", "published_on"),
        ("url: javascript:alert(1)", "bad_url", "url"),
        ("title: {a: b}", "bad_field", "title"),
    ],
)
def test_bad_front_matter(tmp_path: Path, block: str, code: str, field: str | None) -> None:
    found = rejection(write(tmp_path / "a.md", f"---\n{block}\n---\nBody"))
    assert (found.reason_code, found.field) == (code, field)
    assert "a.md" in found.reason
    assert found.reason.endswith(".")


def test_yaml_aliases_do_not_grow(tmp_path: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = rejection(write(tmp_path / "a.md", f"---\n{bomb}title: *i\n---\nBody"))
    assert (found.reason_code, found.value) == ("bad_field", "a list of 9")


def test_yaml_tags_build_nothing(tmp_path: Path) -> None:
    block = "title: !!python/object/apply:os.getcwd []"
    found = document(write(tmp_path / "a.md", f"---\n{block}\n---\nBody"))
    assert found.given.title is None


def test_front_matter_without_text(tmp_path: Path) -> None:
    assert rejection(write(tmp_path / "a.md", "---\ntitle: x\n---\n\n")).reason_code == "empty_file"
