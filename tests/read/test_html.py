"""Saved pages: main text and only such metadata as the page states."""

from datetime import date
from pathlib import Path

import pytest

from tests.read.files import document, rejection, write

PARAGRAPHS = (
    "On 3 March 2019 the agencies of Norland and Sudland met in Lisbon and settled on a plan for "
    "their work around the Moon in the years ahead.",
    "Both sides said that the plan would open new ways, and their ministers promised to come back "
    "in the autumn to look at what had been done.",
    "A second meeting is due next year. Until then the two teams will exchange data by post and "
    "compare their instruments.",
)


def page(head: str = "", body: str = "", attributes: str = 'lang="en-GB"') -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html {attributes}><head><title>Moon plan settled</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article>"
        f"<h1>Moon plan settled</h1>{text}{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_main_text_in_paragraphs(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.html", page()))
    assert "\n\n".join(PARAGRAPHS) in found.text
    assert "News" not in found.text
    assert found.given.title == "Moon plan settled"
    assert found.given.language == "en"
    assert found.media_type == "html"


def test_inline_markup_and_breaks(tmp_path: Path) -> None:
    body = "<p>The <b>plan</b> has three\n parts, with<br>a new station in the <i>north</i>.</p>"
    text = document(write(tmp_path / "a.html", page(body=body))).text
    assert "The plan has three parts, with\na new station in the north." in text


def test_stated_metadata(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Orbit Daily">'
        '<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">'
        '<link rel="canonical" href="https://orbit.example/moon">'
        '<meta name="author" content="Ann Lee">'
        '<meta name="scw:source" content="https://one.example">'
        '<meta name="scw:source" content="https://two.example">'
    )
    given = document(write(tmp_path / "a.html", page(head))).given
    assert given.publisher == "Orbit Daily"
    assert given.published_on == date(2024, 3, 5)
    assert given.url == "https://orbit.example/moon"
    assert given.byline == "Ann Lee"
    assert given.sources == ("https://one.example", "https://two.example")


def test_a_date_in_the_text_is_not_given(tmp_path: Path) -> None:
    given = document(write(tmp_path / "a.html", page())).given
    assert (given.published_on, given.publisher, given.url) == (None, None, None)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="5 March 2024">',
        '<meta itemprop="datePublished" content="2024-03-05">',
        linked('{"@graph": [{"datePublished": "2024-03-05T01:00Z"}]}'),
        linked("{broken") + '<meta name="dc.date" content="2024-03-05">',
    ],
)
def test_where_a_date_is_stated(tmp_path: Path, head: str) -> None:
    found = document(write(tmp_path / "a.html", page(head)))
    assert found.given.published_on == date(2024, 3, 5)


def test_time_elements_count_when_they_agree(tmp_path: Path) -> None:
    one = '<time datetime="2024-03-05T10:00">5 March</time>'
    other = '<time datetime="2024-03-06">6 March</time>'
    assert document(write(tmp_path / "a.html", page(body=one))).given.published_on
    assert document(write(tmp_path / "a.html", page(body=one + other))).given.published_on is None


def test_publisher_of_linked_data(tmp_path: Path) -> None:
    head = linked('{"publisher": {"name": "Orbit Daily"}}')
    assert document(write(tmp_path / "a.html", page(head))).given.publisher == "Orbit Daily"


def test_an_unusable_address_is_not_taken(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert document(write(tmp_path / "a.html", page(head))).given.url is None


def test_xhtml_with_a_declaration(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.xhtml", '<?xml version="1.0" encoding="utf-8"?>' + page()))
    assert PARAGRAPHS[0] in found.text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<p></p>", "<script>x()</script>"])
def test_a_page_without_text(tmp_path: Path, html: str) -> None:
    assert rejection(write(tmp_path / "a.html", html)).reason_code == "no_main_text"


def test_an_entity_cannot_read_a_file(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret", "the secret words")
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    html = page(body="<p>Here it comes: &x; and that was all of it.</p>").replace(
        "<!DOCTYPE html>", doctype
    )
    assert "secret words" not in document(write(tmp_path / "a.xhtml", html)).text


def test_a_deeply_nested_page_is_no_crash(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.html", page(body="<div>" * 20_000 + "x")))
    assert PARAGRAPHS[0] in found.text


def test_a_parser_failure_is_a_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("ingest.read.html.trafilatura.bare_extraction", fail)
    found = rejection(write(tmp_path / "a.html", page()))
    assert found.reason_code == "bad_html"
    assert "too deep" in found.reason
