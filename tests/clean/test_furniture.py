"""What is page furniture, and above all what is not."""

import csv

import pytest

from ingest.project import SEEDS_DIR
from tests.clean.texts import BODY, LEAD, SECOND, THIRD, TITLE, body, cleaned, marked

KINDS = {
    "Leave a Comment": "comments",
    "Comments (0)": "comments",
    "17 comments": "comments",
    "Your comment will be checked first.": "comments",
    "Your email address will not be published. Required fields are marked *": "comments",
    "Like space? Subscribe to our newsletter and never miss a launch!": "newsletter",
    "Already a subscriber? Log in here": "subscription",
    "Share this article": "share",
    "Facebook Twitter WhatsApp Email": "share",
    "Share | Tweet | Print": "share",
    "This website uses cookies to make your visit better.": "cookie",
    "READ ALSO: Sudland opens its first observatory": "related",
    "Read more: Ten things to know about orbits": "related",
    "Home | News | Sport | Business": "navigation",
    "Skip to content": "navigation",
    "ADVERTISEMENT": "advert",
    "© 2024 Orbit Daily. All rights reserved.": "copyright",
    "Copyright 2024 Orbit Daily": "copyright",
    "All rights reserved, Orbit Daily": "copyright",
    "Translated from Norlandic by Ann Lee": "translator",
    "(Reporting by Ann Lee; Editing by Bo Ek)": "translator",
    "This story was first published in the Orbit Daily": "notice",
    "Editor’s note: This advisory was updated on May 6, 2024, to name the guests.": "notice",
    "This article has been corrected: the launch is planned for June.": "notice",
    "5 min read": "reading_time",
    "Photo: Ann Lee/Orbit Daily": "credit",
    "Credit: ESA": "credit",
    "Image credit: NASA/Ann Lee": "credit",
    "File photo": "credit",
    "--IANS": "agency",
    "abc/de/": "agency",
    "###": "end_mark",
    "* * *": "end_mark",
    "https://orbit.example/more": "contact",
    "ann.lee@orbit.example": "contact",
    "+44 20 7946 0018": "contact",
    "<!-- -->": "markup",
    "Commentaires": "comments",
    "À lire aussi : Le Norland et la Lune": "related",
    "Abonnez-vous à notre newsletter pour ne rien manquer": "newsletter",
    "Todos los derechos reservados": "copyright",
    "Lea también: La luna de Norlandia": "related",
    "Alle Rechte vorbehalten.": "copyright",
    "Lesen Sie auch: Nordland und der Mond": "related",
    "Читайте также: Норландия и Луна": "related",
    "Подписывайтесь на наш Telegram-канал": "newsletter",
    "무단 전재 및 재배포 금지": "copyright",
}

SENTENCES = (
    "Read more than a hundred pages of the treaty and you find one line on the Moon, he said.",
    "By Monday the two agencies will have signed the memorandum on satellite data.",
    "Share prices of the rocket maker rose after Norland signed the contract in Oslo.",
    "Home to two spaceports, Norland signed the accord on Tuesday in the capital.",
    "Credit: the bank of Norland will lend Sudland 300 million crowns for its satellite.",
    "Photo sharing between the two agencies begins in 2025 under the agreement.",
    "Comments by the minister suggest that a deal is near.",
    "Follow-up talks are planned for June in Oslo.",
    "Next year both will launch a probe.",
    "Follow us onto the launch pad, the minister told his guest.",
    "With inputs from six institutes, Norland drew up the plan that both sides signed.",
    "End of the year is the deadline for the joint mission.",
    "The report was published on 3 May 2021 by the ministry.",
    "This agreement was updated on 3 May 2021 in Oslo.",
    "Related agreements on launch services were signed in 2019.",
    "In Oslo, Norland and Sudland signed the pact (the third of its kind).",
    "Contact with the probe was lost on Monday, the two agencies said.",
    "(c) The parties shall exchange data on debris;",
    "- MoU on Earth observation between Norland and Sudland",
    "Editor's note: the talks were moved to Friday at the wish of Sudland.",
    "Norland's minister shakes hands with his colleague after signing in Oslo on 3 May.",
)


@pytest.mark.parametrize(("line", "kind"), KINDS.items())
def test_furniture_below_the_text(line: str, kind: str) -> None:
    assert marked(f"{BODY}\n\n{line}\n") == [(kind, line)]


@pytest.mark.parametrize(("line", "kind"), KINDS.items())
def test_furniture_within_the_text(line: str, kind: str) -> None:
    assert marked(f"{LEAD}\n\n{line}\n\n{SECOND}\n\n{THIRD}") == [(kind, line)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_are_text(sentence: str) -> None:
    assert marked(f"{TITLE}\n\n{sentence}\n\n{BODY}") == []
    assert marked(f"{TITLE}\n\n{LEAD}\n\n{sentence}\n\n{SECOND}") == []
    assert marked(f"{TITLE}\n\n{BODY}\n\n{sentence}") == []


@pytest.mark.parametrize("line", ["Read also", "LATEST NEWS", "Most read", "Читайте также:"])
def test_a_list_of_stories_is_cut_to_the_end(line: str) -> None:
    stories = ["Moon rover rolls", "Why did the probe fall silent?", "Ten orbits in a day"]
    text = "\n\n".join([BODY, line, *stories, "Leave a Comment"])
    kinds = [kind for kind, _ in marked(text)]
    assert kinds == ["related", "headline_list", "headline_list", "headline_list", "comments"]


def test_a_list_is_not_cut_when_text_follows() -> None:
    stories = "Latest news\n\nMoon rover rolls\n\nTen orbits in a day"
    text = f"{LEAD}\n\n{stories}\n\n{SECOND}\n\n{THIRD}"
    assert marked(text) == [("related", "Latest news")]


def test_a_press_contact_is_cut_to_the_end() -> None:
    text = f"{BODY}\n\n-end-\n\nAnn Lee\n\nHeadquarters, Oslo\n\n202-555-0100\n\nann@orbit.example"
    assert {kind for kind, _ in marked(text)} == {"contact"}
    assert body(cleaned(text)) == " ".join(BODY.split())


ABOUT = "Gilat was founded in 1987 and intends to lead the market for ground stations for ever."
TAILS = (
    f"About Gilat\n\n{ABOUT}",
    f"**About Gilat Satellite Networks Ltd.**\n{ABOUT}",
    f"About Gilat: {ABOUT}",
    f"Forward-looking statements: this release contains some.\n\n{ABOUT}",
    f"Safe Harbor Statement\n{ABOUT}",
    f"Über Gilat\n\n{ABOUT}\n\nAbout Sudsat\n\nSudsat will launch ten satellites more.",
)


@pytest.mark.parametrize("tail", TAILS)
def test_the_standing_words_of_a_press_release_are_cut_to_the_end(tail: str) -> None:
    found = marked(f"{BODY}\n\n{tail}\n")
    assert [text for _, text in found] == [line for line in tail.split("\n") if line]
    assert {kind for kind, _ in found} == {"boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "About Gilat and its plans the minister said nothing.",
        "About four hundred people came to the launch",
        "About the agreement",
        "About face: the ministry now wants to sign after all.",
    ],
)
def test_what_only_begins_like_standing_words_is_text(line: str) -> None:
    assert marked(f"{BODY}\n\n{line}\n\n{ABOUT}") == []


def test_standing_words_come_late() -> None:
    assert marked(f"{TITLE}\n\nAbout Gilat\n\n{BODY}") == []
    assert marked(f"{LEAD}\n{SECOND}\nAbout Gilat\n{THIRD}") == []


def test_headlines_printed_twice_are_a_list() -> None:
    stories = [
        "Moon rover rolls out of its shed",
        "Ten orbits in a single day",
        "A comet comes near the Earth",
        "Sudland opens its new observatory",
    ]
    doubled = "\n\n".join(f"{story}\n\n{story}" for story in stories)
    assert [kind for kind, _ in marked(f"{BODY}\n\n{doubled}")] == ["headline_list"] * 8


def test_repeats_of_a_paragraph_and_of_the_title() -> None:
    text = f"{TITLE}\n\n{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{LEAD}\n\n{THIRD}"
    article = cleaned(text)
    repeats = [(span.kind, span.start) for span in article.furniture]
    assert repeats == [("repeat", len(TITLE) + 2), ("repeat", text.rindex(LEAD))]
    assert body(article) == " ".join(f"{TITLE} {BODY}".split())


def test_short_lines_may_be_said_twice() -> None:
    assert marked(f"{LEAD}\n\n“No comment.”\n\n{SECOND}\n\n“No comment.”\n\n{THIRD}") == []


def test_a_breadcrumb_above_the_title() -> None:
    assert marked(f"Home      {TITLE}\n\n{TITLE}\n\n{BODY}") == [
        ("navigation", f"Home      {TITLE}")
    ]


def test_a_breadcrumb_before_the_only_title() -> None:
    article = cleaned(f"Home > News > {TITLE}\n\n{BODY}")
    assert [article.text[s.start : s.end] for s in article.furniture] == ["Home > News > "]
    assert article.title is not None
    assert article.title.value == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "March 05, 2024 3:53 PM हिंदी",
        "Tuesday, 5 March 2024",
        "Published: 5 March 2024 | 10:30 GMT",
        "By Ann Lee | March 5, 2024",
        "Oslo, 5 March 2024",
        "2024-03-05 10:30",
        "3:56 P.M. EDT",
    ],
)
def test_masthead_lines_above_the_text(line: str) -> None:
    assert marked(f"{TITLE}\n{line}\n\n{BODY}") == [("masthead", line)]
    assert marked(f"{line}\n\n{TITLE}\n\n{BODY}") == [("masthead", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Norland summit of 5 March 2024 ends",
        "5 March 2024 pact in full",
        "Pact signed 5 March 2024",
    ],
)
def test_a_heading_with_a_date_is_text(line: str) -> None:
    assert marked(f"{line}\n\n{BODY}") == []


def test_a_date_below_the_text_is_text() -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n5 March 2024") == []


@pytest.mark.parametrize("line", ["By Ann Lee", "BY ANN LEE", "By Ann Lee, Orbit Daily"])
def test_bylines(line: str) -> None:
    assert marked(f"{TITLE}\n\n{line}\n\n{BODY}") == [("byline", line)]


def test_a_byline_below_a_long_question() -> None:
    question = "Why do two countries at the edge of the map want a ground station of their own now?"
    assert len(question) > 80
    assert marked(f"{question}\n\nBy Ann Lee\n\n{BODY}") == [("byline", "By Ann Lee")]


def test_how_long_a_labelled_line_may_be() -> None:
    label = (
        "Read also: " + "Sudland opens its first observatory " * 2 + "and plans a second one now"
    )
    assert 80 < len(label) < 120
    assert marked(f"{BODY}\n\n{label}") == [("related", label)]
    sentence = label + " that the first has proved to be of great use to all."
    assert marked(f"{BODY}\n\n{sentence}") == []


def test_a_name_below_the_text() -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\nAnn van der Lee\n\nLeave a Comment")[0] == (
        "byline",
        "Ann van der Lee",
    )


@pytest.mark.parametrize("line", ["South Korea", "Norland Space Agency", "A New Station"])
def test_other_capitalised_words_below_the_text_are_no_name(line: str) -> None:
    assert marked(f"{TITLE}\n\n{BODY}\n\n{line}") == []


@pytest.mark.parametrize(
    "credit", ["Credit: Orbit Daily", "Photo: NASA/Ann Lee", "(Image credit: ESA)", "(File image)"]
)
def test_only_the_credit_of_a_caption_is_furniture(credit: str) -> None:
    caption = "The ministers of Norland and Sudland sign the accord in Oslo."
    assert marked(f"{TITLE}\n\n{LEAD}\n\n{caption} {credit}\n\n{SECOND}") == [("credit", credit)]


def test_spans_are_in_order_and_apart() -> None:
    text = f"Home > {TITLE}\n\n{TITLE}\n\nBy Ann Lee\n\n{BODY}\n\nRead also\n\nMoon! Credit: ESA"
    spans = cleaned(text).furniture
    assert len(spans) > 3
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end for end, span in zip(ends, spans, strict=False))


def test_a_text_of_furniture_only_and_an_empty_one() -> None:
    assert marked("Leave a Comment") == [("comments", "Leave a Comment")]
    assert marked("") == []


def test_the_seed_covers_what_it_promises() -> None:
    with (SEEDS_DIR / "furniture_phrases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 120
    assert {row["language"] for row in rows} >= {"en", "fr", "es", "de", "ko", "ru"}
    assert len({(row["phrase"].casefold(), row["match_type"]) for row in rows}) == len(rows)
    types = {"line_is", "line_starts", "line_contains", "section_starts", "tail_starts"}
    types.add("tail_names")
    assert {row["match_type"] for row in rows} == types
