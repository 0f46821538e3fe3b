"""What is inferred when a file does not say it, by which basis, and what is left unknown."""

from datetime import date

import pytest

from ingest.article import Known
from tests.clean.texts import BODY, LEAD, SECOND, TITLE, cleaned

DAY = date(2024, 3, 5)


def test_given_metadata_is_never_overruled() -> None:
    article = cleaned(
        f"{TITLE}\n\nBy Bo Ek\n\nMay 1, 2020\n\nOSLO, May 1 (AFP) - {BODY}",
        title="Given",
        publisher="Orbit Daily",
        published_on=DAY,
        byline="Ann Lee",
        language="nb",
        url="https://other.example/2019/01/01/x",
        sources=("a",),
    )
    assert article.title == Known("Given", "given")
    assert article.publisher == Known("Orbit Daily", "given")
    assert article.published_on == Known(DAY, "given")
    assert article.byline == Known("Ann Lee", "given")
    assert article.language == Known("nb", "given")
    assert article.url == Known("https://other.example/2019/01/01/x", "given")
    assert article.sources == ("a",)


def test_nothing_is_invented() -> None:
    article = cleaned(BODY)
    assert article.title is None
    assert article.publisher is None
    assert article.published_on is None
    assert article.byline is None
    assert article.dateline_place is None
    assert article.dateline_on is None
    assert article.url is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n\n{BODY}", TITLE),
        (f"# {TITLE}\n\n{BODY}", TITLE),
        (f"**{TITLE}**\n\n{BODY}", TITLE),
        (f"{TITLE}  {TITLE}\n\n{BODY}", TITLE),
        (f"Home     {TITLE}\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"March 5, 2024 3:53 PM\n\n{TITLE}\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"{TITLE}\n{LEAD}\n{SECOND}", TITLE),
        (f"Will Norland reach the Moon?\n\n{BODY}", "Will Norland reach the Moon?"),
        (f"iOrbit wins contract in Norland\n\n{BODY}", "iOrbit wins contract in Norland"),
    ],
)
def test_a_headline_is_the_title(text: str, title: str) -> None:
    assert cleaned(text).title == Known(title, "first_line")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        LEAD,
        f"- first point of the plan\n\n{BODY}",
        f"Both sides have agreed to the following:\n\n{BODY}",
        f"Seoul, March 5 (AFP) - {LEAD}\n\n{BODY}",
        "Norland and Sudland agreed on Tuesday to build a ground station\n"
        "together, the science minister of Norland told reporters after the\n"
        "talks in the northern capital of the country.\n",
        f"Norland and Sudland agreed on Tuesday to build a ground station\n"
        f"together, the minister said, and they want to start in spring.\n\n{BODY}",
        f"A rocket on its pad in Norland. Credit: Orbit Daily\n\n{BODY}",
        "Ground station planned\n\nshort",
    ],
)
def test_what_is_no_headline(text: str) -> None:
    assert cleaned(text).title is None


@pytest.mark.parametrize(
    "line",
    [
        "March 05, 2024 3:53 PM हिंदी",
        "Published: 5 March 2024 | 10:30 GMT",
        "By Ann Lee | March 5, 2024",
        "Tuesday, 5 March 2024",
        "Oslo, 5 March 2024",
        "Publié le 5 mars 2024 à 10:30",
        "5 de marzo de 2024",
        "5. März 2024",
        "5 марта 2024",
        "2024년 3월 5일",
        "05.03.2024",
        "09:54 05.03.2024",
        "3:53 PM EST, March 5, 2024",
    ],
)
def test_published_by_the_masthead(line: str) -> None:
    assert cleaned(f"{TITLE}\n\n{line}\n\n{BODY}").published_on == Known(DAY, "masthead")


@pytest.mark.parametrize("line", ["Updated: 5 March 2024", "03/05/2024", "March 2024", "5 March"])
def test_what_is_no_day_of_publication(line: str) -> None:
    assert cleaned(f"{TITLE}\n\n{line}\n\n{BODY}").published_on is None


@pytest.mark.parametrize(
    "line",
    [
        "This article was first published by Orbit Daily on 5 March 2024.",
        "Originally published on March 5, 2024 in Orbit Daily.",
        "A longer version of this story appeared in Orbit Daily on 5 March 2024.",
    ],
)
def test_published_by_a_statement_about_itself(line: str) -> None:
    article = cleaned(f"{TITLE}\n\n{BODY}\n\n{line}")
    assert article.published_on == Known(DAY, "statement")
    assert article.publisher == Known("Orbit Daily", "statement")


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was published on 5 March 2024 by the ministry.",
        "The plan, which was first published on 5 March 2024, names the Moon.",
        "Norland and Sudland signed the treaty on 5 March 2024.",
    ],
)
def test_events_of_the_body_date_nothing(sentence: str) -> None:
    article = cleaned(f"{TITLE}\n\n{BODY}\n\n{sentence}")
    assert article.published_on is None
    assert article.publisher is None


def test_the_masthead_comes_before_a_statement_and_the_url() -> None:
    text = f"{TITLE}\n\n5 March 2024\n\n{BODY}\n\nOriginally published on 1 March 2024."
    url = "https://orbit.example/2024/03/06/station"
    assert cleaned(text, url=url).published_on == Known(DAY, "masthead")


@pytest.mark.parametrize("path", ["2024/03/05/station", "news/2024-03-05-a", "a/20240305.html"])
def test_published_by_the_url(path: str) -> None:
    article = cleaned(BODY, url=f"https://www.orbit.example/{path}")
    assert article.published_on == Known(DAY, "url")
    assert article.publisher == Known("orbit.example", "url")


@pytest.mark.parametrize("path", ["2024/13/05/a", "id-120240305", "2024/a"])
def test_numbers_of_a_url_that_are_no_date(path: str) -> None:
    assert cleaned(BODY, url=f"https://orbit.example/{path}").published_on is None


def test_a_url_that_cannot_be_parsed() -> None:
    assert cleaned(BODY, url="http://[bad").publisher is None


@pytest.mark.parametrize(
    ("opening", "place", "agency", "day"),
    [
        ("Seoul, March 5 (IANS) ", "Seoul", "IANS", DAY),
        ("WASHINGTON, March 5 (Reuters) - ", "WASHINGTON", "Reuters", DAY),
        ("BEIJING, March 5 (Xinhua) -- ", "BEIJING", "Xinhua", DAY),
        ("New Delhi, 5 Mar (PTI): ", "New Delhi", "PTI", DAY),
        ("March 5 (UPI) -- ", None, "UPI", DAY),
        ("OSLO, Norland - Mar. 5, 2024 (ORBITWIRE) - ", "OSLO, Norland", "ORBITWIRE", DAY),
        ("MOSCOW, March 5. /TASS/. ", "MOSCOW", "TASS", DAY),
        ("ASTANA. March 5. STEPPEPRESS - ", "ASTANA", "STEPPEPRESS", DAY),
        ("BAKU, Azerbaijan, March 5. ", "BAKU, Azerbaijan", None, DAY),
        ("Colorado Springs, 5 March 2024: ", "Colorado Springs", None, DAY),
        ("TOKYO — ", "TOKYO", None, None),
        ("TOKYO (AP) — ", "TOKYO", "AP", None),
        ("Seoul, South Korea – ", "Seoul, South Korea", None, None),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("STAVANGER, Norland -- ", "STAVANGER, Norland", None, None),
        ("**PARIS, March 5** – ", "PARIS", None, DAY),
        ("(MENAFN) ", None, "MENAFN", None),
        ("(Yonhap) -- ", None, "Yonhap", None),
    ],
)
def test_datelines(opening: str, place: str | None, agency: str | None, day: date | None) -> None:
    article = cleaned(f"{TITLE}\n\n5 March 2024\n\n{opening}{BODY}")
    assert article.dateline_place == (Known(place, "dateline") if place else None)
    assert article.publisher == (Known(agency, "credit") if agency else None)
    assert article.dateline_on == (Known(day, "dateline") if day else None)


@pytest.mark.parametrize(
    "opening",
    [
        "BREAKING – ",
        "NASA – ",
        "VICE PRESIDENT OLSEN: ",
        "FACT SHEET: ",
        "PART II – ",
        "Space – the final word on it – is expensive. ",
        "The Norland Space Agency (NSA) and its partners met. ",
        "The ministers (from left) sign the pact. ",
        "(From left) The ministers sign. ",
        "(Applause.) ",
        "On March 5, 2024 – a Tuesday – they met. ",
        "Norland Space, March 5. Norland will ",
        "In Oslo, 5 March 2024: ",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    article = cleaned(f"{TITLE}\n\n{opening}{BODY}")
    assert article.dateline_place is None
    assert article.publisher is None
    assert article.published_on is None


def test_a_dateline_with_a_year_dates_the_article() -> None:
    article = cleaned(f"{TITLE}\n\nOSLO, March 5, 2024 (AFP) - {BODY}")
    assert article.published_on == Known(DAY, "dateline")
    assert article.dateline_on == Known(DAY, "dateline")


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("OSLO (AFP) Mar 05, 2024", "OSLO", "AFP"),
        ("Moscow (RIA Novosti) March 5, 2024", "Moscow", "RIA Novosti"),
    ],
)
def test_a_dateline_alone_on_its_line_has_its_day_last(line: str, place: str, agency: str) -> None:
    article = cleaned(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert article.dateline_place == Known(place, "dateline")
    assert article.publisher == Known(agency, "credit")
    assert article.published_on == Known(DAY, "dateline")
    assert article.title == Known(TITLE, "first_line")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (date(2025, 1, 2), date(2024, 12, 31)),
        (date(2024, 12, 31), date(2024, 12, 31)),
        (date(2024, 12, 30), date(2024, 12, 31)),
        (None, None),
    ],
)
def test_the_year_of_a_dateline_comes_from_publication(
    published: date | None, day: date | None
) -> None:
    article = cleaned(f"OSLO, Dec 31 (AFP) - {BODY}", published_on=published)
    assert article.dateline_on == (Known(day, "dateline") if day else None)


def test_a_dateline_of_a_leap_day() -> None:
    article = cleaned(f"OSLO, Feb 29 (AFP) - {BODY}", published_on=date(2023, 3, 1))
    assert article.dateline_on is None


@pytest.mark.parametrize(
    ("ending", "publisher"),
    [
        (" (Reuters)", "Reuters"),
        (" (BBC News) (AP)", "AP"),
        (" (PTI via The Hindu),(Xinhua)", "Xinhua"),
        ("” (Orbit-daily.com)", "Orbit-daily.com"),
        ("\n\n--IANS\n\nab/cd/", "IANS"),
        (" (Applause.)", None),
        (" (laughter)", None),
    ],
)
def test_credits_after_the_text(ending: str, publisher: str | None) -> None:
    expected = Known(publisher, "credit") if publisher else None
    assert cleaned(BODY + ending).publisher == expected


def test_an_abbreviation_within_the_last_sentence_is_no_credit() -> None:
    assert cleaned(f"{LEAD}\n\nThe station is run by the Space Agency (NSA).").publisher is None
    assert cleaned(f"{LEAD}\n\nThe station is run by the Space Agency (NSA)").publisher is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo Ek, Orbit Daily", "Ann Lee and Bo Ek"),
        ("By J. R. van der Lee | Orbit Daily", "J. R. van der Lee"),
        ("By Ann Lee | March 5, 2024", "Ann Lee"),
        ("Ann Lee • 5 March 2024", "Ann Lee"),
        ("Par Jeanne d’Orbe", "Jeanne d’Orbe"),
        ("Written by Ann Lee", "Ann Lee"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    assert cleaned(f"{TITLE}\n\n{line}\n\n{BODY}").byline == Known(name, "byline")


def test_the_name_below_the_text_is_the_byline() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nAnn Lee\n\nTranslated from Norlandic by Bo Ek"
    assert cleaned(text).byline == Known("Ann Lee", "byline")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BODY, "en"),
        ("Le ministre a signé un accord avec la France pour la station qui est sur la côte.", "fr"),
        ("El ministro firmó un acuerdo con la agencia para que se construya la estación.", "es"),
        ("Der Minister hat mit der Agentur einen Vertrag für die Station im Norden.", "de"),
        (
            "O ministro assinou um acordo com a agência para que não falte uma estação.",
            "pt",
        ),
        ("Il ministro ha firmato un accordo con la agenzia per la stazione che è nel nord.", "it"),
        ("Министр подписал соглашение о станции на севере страны.", "ru"),
        ("장관은 북쪽 해안에 기지를 세우는 협정에 서명했다.", "ko"),
        ("大臣は北の海岸に基地を建てる協定に署名した。", "ja"),
        ("部长签署了在北部海岸建立基地的协议。", "zh"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert cleaned(text).language == Known(code, "detected")


@pytest.mark.parametrize(
    "text", ["", "Oslo", "1234 5678", "Міністр підписав угоду про станцію на півночі країни."]
)
def test_a_language_that_cannot_be_told(text: str) -> None:
    assert cleaned(text).language is None


def test_a_korean_name_does_not_make_a_text_korean() -> None:
    assert cleaned(f"{BODY} The agency (항공우주연구원) agreed.").language == Known(
        "en", "detected"
    )
