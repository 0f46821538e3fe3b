"""The learnt pass of the gate: what it drops, and what it must never drop."""

import pytest

from ingest.evaluate.articles import article_folders, find_articles
from ingest.evaluate.gold import Selection, read_gold
from ingest.extract import gate, is_worth_reading
from ingest.extract.gate import distinct_words, is_promising, is_relevant, length, promise
from ingest.extract.mentions import stream
from ingest.extract.tokens import tokenize
from ingest.project import PROJECT_DIR
from tests.extract.texts import facts

SIGNED = "Brazil and South Korea signed an agreement on satellite data in Seoul. "
IDLE = (
    "Teachers, students and families in the community can learn more about the rocket program "
    "at https www news gov, where many teams share different activities with other schools. "
) * 30


def test_a_long_text_without_facts_is_not_read() -> None:
    text = IDLE + "The rocket contest was announced by the agency; a school signed up."
    assert is_relevant(text)
    assert not is_promising(text)
    assert not is_worth_reading(text)


def test_a_long_text_that_tells_a_fact_is_read() -> None:
    ties = (
        "The two governments will launch joint satellites under the agreement, said the minister. "
        "The partnership between the space agency and the ministry was welcomed by the president. "
    )
    text = SIGNED + ties * 20
    assert len(text) > gate.BRIEF
    assert is_worth_reading(text)
    assert facts(text).agreements


def test_a_brief_text_is_read_whatever_its_words() -> None:
    brief = IDLE[: gate.BRIEF]
    assert not is_promising(brief)
    assert is_promising(brief[:-1])


def test_what_the_gate_drops_the_extractor_does_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SIGNED * 60
    assert facts(text).agreements
    weights = {gate.BIAS: 0.0, gate.LENGTH: 0.0, gate.FLOOR: 1.0}
    monkeypatch.setattr(gate, "word_weights", lambda: weights)
    assert not facts(text).agreements


def test_every_word_counts_once_and_length_up_to_a_limit() -> None:
    weights = {"signed": 2.0, "moon": -1.0, gate.BIAS: 0.5, gate.LENGTH: 1.0}
    text = "Signed, signed and SIGNED: the Moon."
    assert promise(text, weights) == pytest.approx(1.5 + length(text))
    assert distinct_words("U.S. Ärger at 3rd NASA") == {"rger", "nasa"}
    assert length("x" * 30_000) == length("x" * 90_000) == 10


def test_the_annotated_articles_of_the_project_pass() -> None:
    folder = PROJECT_DIR / "articles" / "reviewed"
    gold = read_gold(folder, Selection())
    articles = find_articles(gold, article_folders(folder), folder)
    told = {key: each for key, each in gold.items() if each.agreements or each.meetings}
    assert told
    assert [key for key in told if not is_worth_reading(articles[key].text)] == []


@pytest.mark.parametrize(
    ("text", "relevant"),
    [
        ("Japan and Kenya held a dialogue on space in Nairobi.", True),
        ("Japan and Kenya signed an agreement on parking space in Nairobi.", False),
    ],
    ids=["dialogue_on_space", "parking_space"],
)
def test_what_stands_before_on_space_tells_outer_space(text: str, relevant: bool) -> None:
    assert is_relevant(text) is relevant


def _weight(text: str) -> int:
    return gate.space_weight(stream(tokenize(text, 0, len(text))))


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("They met about an object in North American air space.", 0),
        ("The lunar new year began, President Moon said.", 0),
        ("They opened satellite offices and a lunar office.", gate.STRONG),
        ("It left orbit during a rocket attack.", 1),
        ("The satellite was seen from an observatory on human rights.", gate.STRONG),
    ],
)
def test_a_word_of_space_may_mean_something_else(text: str, weight: int) -> None:
    assert _weight(text) == weight


@pytest.mark.parametrize(
    "brief",
    [
        "Eutelsat said it had signed a multi-year agreement with Air Botswana on OneWeb capacity.",
        "Mongolia picks Thales Alenia Space to build its first communications satellite.",
        "Kazakhstan's president received SpaceX vice president Bill Gerstenmaier in Astana.",
        "The ministers welcomed the first round of the UK-Japan Space Consultations.",
        "The head of JAXA is to build a ground station in Kenya.",
    ],
)
def test_a_brief_is_told_by_the_firms_and_names_of_the_field(brief: str) -> None:
    assert is_relevant(brief)
