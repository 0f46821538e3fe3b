"""What a meeting is about: space itself, or something that the article only hangs on."""

import pytest

from tests.extract.texts import facts

_NEWS = "Chile and Peru will build a satellite together, their governments said on Monday.\n\n"


def _is_about_space(sentence: str) -> bool:
    meetings = facts(_NEWS + sentence).meetings
    assert len(meetings) == 1, sentence
    return meetings[0].space


@pytest.mark.parametrize(
    "sentence",
    [
        "Chilean President Ana Rojas met Peruvian President Luis Vega in Lima on Sunday.",
        "The satellite was agreed on when Chilean President Ana Rojas met Peruvian President"
        " Luis Vega in Lima on Sunday.",
        "Chilean President Ana Rojas met Peruvian President Luis Vega in Lima on Sunday, and the"
        " two also discussed a satellite.",
        "Chilean President Ana Rojas met Peruvian President Luis Vega in Lima on Sunday and"
        " discussed trade, migration and space.",
        "Chilean Foreign Minister Ana Rojas held talks with Peruvian officials in Lima on Sunday.",
        "The satellite is a fruit of the state visit that Chilean President Ana Rojas paid to"
        " Peru on Sunday.",
        "A Chilean trade delegation paid a visit to Peru on Sunday.",
    ],
)
def test_what_frames_a_piece_of_space_news_is_not_about_space(sentence: str) -> None:
    assert not _is_about_space(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chilean President Ana Rojas met Peruvian President Luis Vega in Lima on Sunday and"
        " discussed cooperation in space.",
        "Chilean Foreign Minister Ana Rojas held talks on satellites with Peruvian officials in"
        " Lima on Sunday.",
        "Chilean officials held talks with Peruvian officials in Lima on Sunday.",
        "The third session of the Chile-Peru Space Dialogue took place in Lima on Sunday.",
        "Chilean President Ana Rojas met with officials of ESA in Paris on Sunday.",
        "A Chilean delegation paid a visit to a satellite factory in Peru on Sunday.",
        "A summit of APSCO countries, Chile and Peru among them, was held in Lima on Sunday.",
    ],
)
def test_name_parties_rank_and_topic_tell_what_a_meeting_is_about(sentence: str) -> None:
    assert _is_about_space(sentence)
