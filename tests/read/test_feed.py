"""RSS and Atom files."""

from datetime import date
from pathlib import Path

import pytest

from ingest.article import Document, Rejection
from ingest.read.feed import paragraphs
from tests.read.files import document, read, rejection, write


def rss(items: str, doctype: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{doctype}'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Orbit Daily</title><link>https://orbit.example</link><language>en-us</language>"
        f"{items}</channel></rss>"
    )


FULL = (
    "<item><title>Two &amp; three</title><link>https://orbit.example/1</link><guid>g-1</guid>"
    "<pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<p>First para.</p><p>Second <b>one</b>,<br/>broken.</p>"
    "<script>x()</script><p>Third.</p>]]></content:encoded></item>"
)


def test_rss(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.rss", rss(FULL)))
    given = found.given
    assert (found.position, found.media_type) == (1, "feed")
    assert found.text == "First para.\n\nSecond one,\n\nbroken.\n\nThird."
    assert given.article_id == "g-1"
    assert given.title == "Two & three"
    assert given.publisher == "Orbit Daily"
    assert given.published_on == date(2024, 3, 5)
    assert given.url == "https://orbit.example/1"
    assert given.language == "en"


def test_an_item_names_its_own_source(tmp_path: Path) -> None:
    item = '<item><description>Text.</description><source url="https://x.example">Other</source></item>'
    assert document(write(tmp_path / "a.xml", rss(item))).given.publisher == "Other"


def test_atom(tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Orbit Daily</title><entry><id>tag:1</id>'
        "<title>Probe</title><updated>2024-03-05T10:00:00Z</updated>"
        "<author><name>Ann Lee</name></author>"
        '<link href="https://orbit.example/2"/>'
        '<content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content>'
        "</entry></feed>"
    )
    found = document(write(tmp_path / "a.atom", atom))
    assert found.text == "One.\n\nTwo."
    assert found.given.article_id == "tag:1"
    assert found.given.byline == "Ann Lee"
    assert found.given.published_on == date(2024, 3, 5)
    assert found.given.url == "https://orbit.example/2"


def test_one_bad_item_costs_one_item(tmp_path: Path) -> None:
    items = (
        "<item><title>No text</title></item>"
        "<item><pubDate>soon</pubDate><description>Text.</description></item>"
        "<item><description>Good.</description></item>"
    )
    missing, dated, good = read(write(tmp_path / "a.xml", rss(items)))
    assert isinstance(missing, Rejection)
    assert isinstance(dated, Rejection)
    assert isinstance(good, Document)
    assert (missing.reason_code, dated.reason_code) == ("missing_text", "bad_date")
    assert "a.xml, item 1: " in missing.reason
    assert dated.value == "soon"
    assert good.position == 3


@pytest.mark.parametrize("content", ["<note>no feed</note>", rss(""), "not xml at all"])
def test_what_is_no_feed(tmp_path: Path, content: str) -> None:
    assert rejection(write(tmp_path / "a.xml", content)).reason_code == "bad_feed"


def test_a_binary_feed(tmp_path: Path) -> None:
    assert rejection(write(tmp_path / "a.xml", b"PK\x03\x04")).reason_code == "not_text"


def test_entities_cannot_read_a_file(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret", "the secret words")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    item = "<item><description>It is &x; here.</description></item>"
    found = read(write(tmp_path / "a.xml", rss(item, doctype)))
    assert "secret words" not in repr(found)


def test_entities_cannot_grow_without_end(tmp_path: Path) -> None:
    nested = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{nested}]>'
    item = "<item><description>It is &l9; here.</description></item>"
    found = read(write(tmp_path / "a.xml", rss(item, doctype)))
    assert len(repr(found)) < 10_000


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("<div>one<div>two</div>three</div>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("<p>a<!-- no -->b</p><style>x</style>c", "ab\n\nc"),
        ("x <script>bad()</script> y", "x y"),
        ("<p>x</p><noscript><p>Switch on scripts</p></noscript><p>y</p>", "x\n\ny"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
    ],
)
def test_markup_becomes_paragraphs(markup: str, text: str) -> None:
    assert paragraphs(markup) == text
