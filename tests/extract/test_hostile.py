"""Text made to hurt: the extractor stays quick and never raises."""

import time

import pytest

from ingest.extract.gate import is_relevant
from tests.extract.texts import facts

LIMIT_SECONDS = 20.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "satellite",
        "space agency signed " * 3,
        "\x00\x01 satellite agreement \ufffd",
        "satellite " + "(" * 5000,
        "satellite " + '"' * 5000,
        "NASA and and and and signed signed agreement agreement with with satellite.",
        "🚀 NASA 🛰 signed an agreement with 🇯🇵 on satellites.",
        "satellite 99 December 2024 and 31 February 2024 and 2024-13-45",
        "$" * 3000 + " satellite deal",
        "[" * 3000 + "](" * 3000 + " satellite",
    ],
)
def test_odd_text_never_raises(text: str) -> None:
    facts(text)


@pytest.mark.parametrize(
    "unit",
    [
        "NASA and Japan will sign a satellite agreement with ",
        "A",
        "of the ",
        "1,",
        "Satellite Agency Of ",
        "on May 1 and ",
        "x.",
        "( ",
    ],
)
def test_a_long_single_line_is_done_in_seconds(unit: str) -> None:
    text = "NASA satellite agreement " + unit * (400_000 // len(unit))
    start = time.perf_counter()
    facts(text)
    assert time.perf_counter() - start < LIMIT_SECONDS


def test_shouted_and_lower_cased_text_still_gives_facts() -> None:
    shouted = facts("BRAZIL AND SOUTH KOREA SIGNED A SATELLITE AGREEMENT IN SEOUL.")
    lowered = facts(
        "brazil and south korea signed a satellite agreement in seoul on monday. "
        "the two countries will also share satellite data."
    )
    assert len(shouted.agreements) == 1
    assert len(lowered.agreements) == 1


def test_the_gate_lets_space_through_and_parking_space_not() -> None:
    assert is_relevant("The minister signed a pact on outer space.")
    assert not is_relevant("The town signed a deal for more parking space downtown.")
