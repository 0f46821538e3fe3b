"""Which of the dates beside an undertaking is its deadline, and which belongs to something else."""

import pytest

from tests.extract.texts import facts

_OPENING = "Kenya and Italy met in Nairobi for talks on satellites and space cooperation. "


def _due(sentence: str) -> list[str | None]:
    return [fact.due for fact in facts(_OPENING + sentence).commitments]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("The minister said that as of 2026, Italy will train Kenyan astronauts.", "2026"),
        ("In November Italy plans to launch a satellite for Kenya.", "2024-11"),
        ("Two lunar missions in 2028 will carry instruments of Kenya and Italy.", "2028"),
        ("Kenya and Italy will build a satellite, with launch slated for the mid-2030s.", "2035~"),
        ("Italy will launch a radar satellite of Kenya in October or November.", "2024-10/2024-11"),
        ("Italy will leave the satellite programme of Kenya after 2026.", "2026/.."),
        ("Italy will train Kenyan astronauts in the course of 2026.", "2026"),
        (
            "Italy will fly a satellite of Kenya in the last quarter of this year.",
            "2024-10/2024-12",
        ),
        ("Italy will deliver satellite images to Kenya from the next quarter.", "2024-07/2024-09"),
        ("Italy will launch a satellite of Kenya before the end of the current year.", "2024"),
        ("Italy will choose Kenyan astronauts, which takes three rounds, by June 2025.", "2025-06"),
        ("Kenya was to have launched a satellite with Italy in September 2022.", "2022-09"),
        ("Italy will launch a satellite of Kenya in some five years.", "2029"),
        ("Italy will launch a satellite of Kenya three years from now.", "2027"),
        ("Italy will launch a satellite of Kenya in late 2025 or early 2026.", "2025/2026"),
        ("Italy plans to launch a satellite of Kenya before the decade is out.", "202X"),
        ("Italy will develop the satellite base of Kenya up to 2029.", "2029"),
        ("Until June 10 the Kenyan engineers will be taught by Italy.", "2024-06-10"),
        ("Italy will launch a satellite, the small Taifa, from the Kenyan coast in 2026.", "2026"),
        ("Italy will put 60 million euros into Kenyan satellites over the next two years.", "2026"),
        ("Italy will put 60 million euros into Kenyan satellites over two years.", None),
    ],
)
def test_a_deadline_is_read_wherever_it_stands(sentence: str, due: str | None) -> None:
    assert _due(sentence)[-1:] == [due]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Italy will share satellite data with the radar announced earlier this month.",
        "Italy will train Kenyan astronauts with the goal of launching a joint mission in 2026.",
        "Kenya and Italy will deepen space cooperation, including by convening a forum this year.",
        "Kenya and Italy promised 20 million euros over 24 years for the lunar satellite.",
        "Italy will launch a lunar satellite for Kenya, Minister Urso said on Friday.",
        "Italy will launch a satellite of Kenya with a licence expiring in 2026.",
    ],
)
def test_a_date_of_something_else_is_no_deadline(sentence: str) -> None:
    assert _due(sentence)[:1] == [None]


def test_the_same_year_is_that_of_the_date_before() -> None:
    text = (
        "The sides want to sign a contract on satellites in 2027. "
        "Italy will launch a satellite for Kenya in the same year."
    )
    assert _due(text)[-1:] == ["2027"]
