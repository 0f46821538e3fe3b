"""What facts are called: titles of instruments and actions of promises that can stand alone."""

import pytest

from tests.extract.texts import facts


def _titles(text: str) -> list[str]:
    return [agreement.title for agreement in facts(text).agreements]


def _actions(text: str) -> list[str]:
    return [commitment.action for commitment in facts(text).commitments]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Kenya and Norway signed a memorandum of understanding (MoU) on training satellite "
            "engineers in Oslo on Monday.",
            "memorandum of understanding (MoU) on training satellite engineers",
        ),
        (
            "ISRO signed an agreement with the Kenya Space Agency (KSA) on Monday to build a "
            "ground station for satellites.",
            "agreement to build a ground station for satellites",
        ),
        (
            "Kenya and Norway signed an agreement on space weather, tracking of debris and Earth "
            "observation, officials said.",
            "agreement on space weather, tracking of debris and Earth observation",
        ),
        (
            "Kenya and Norway have signed an agreement under which Norway hosts the antennas of "
            "a Kenyan satellite.",
            "agreement under which Norway hosts the antennas of a Kenyan satellite",
        ),
        (
            "NASA and JAXA signed a barter agreement in Tokyo on 3 May 2024. "
            "It covers flights to the space station.",
            "barter agreement",
        ),
        (
            "India and Brazil signed a five-year satellite data agreement on Monday.",
            "five-year satellite data agreement",
        ),
        (
            "Kenya and Norway signed a treaty on Friday. Signed in Oslo, the Treaty on Long-Term "
            "Use of Satellites amounts to a first step for Kenya and Norway.",
            "Treaty on Long-Term Use of Satellites",
        ),
        (
            "Kenya and Norway signed a treaty on the use of satellites and looked forward to more.",
            "treaty on the use of satellites",
        ),
        (
            "Kenya and Norway signed accords on using outer space for peaceful ends in Oslo.",
            "accords on using outer space for peaceful ends",
        ),
        (
            "Kenya and Norway signed a $311-million deal on satellites.",
            "deal on satellites",
        ),
        (
            "Kenya and Norway signed a 5-year deal to build two satellites as they aim high.",
            "5-year deal to build two satellites",
        ),
        (
            "Kenya and Norway signed a contract for a programme on satellites led by Ali Juma.",
            "contract for a programme on satellites",
        ),
        (
            "The 'treaty between Kenya and Norway on long-term use of satellites' was signed.",
            "treaty on long-term use of satellites",
        ),
        (
            "The agreement on satellites gives Kenya access to the data of Norway.",
            "agreement on satellites",
        ),
    ],
    ids=[
        "topic",
        "past_parties_and_dates",
        "list",
        "clause",
        "modifier",
        "hyphenated_modifier",
        "verb",
        "another_deed",
        "purpose",
        "price",
        "clause_after_as",
        "leader",
        "quoted",
        "what_it_does",
    ],
)
def test_a_title_says_what_an_instrument_is_about_and_no_more(text: str, title: str) -> None:
    assert _titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Kenya and the United States signed an agreement on Monday. "
            "Satellites will watch the forests.",
            "agreement between Kenya and the United States",
        ),
        (
            "Kenya and Brazil issued a joint statement after talks on satellites in Nairobi.",
            "joint statement of Kenya and Brazil",
        ),
    ],
    ids=["agreement", "statement"],
)
def test_a_title_that_would_say_nothing_names_the_parties(text: str, title: str) -> None:
    assert _titles(text)[:1] == [title]


def test_the_mention_that_says_most_names_an_agreement() -> None:
    text = (
        "Kenya and Norway sign satellite deal\n\nKenya and Norway signed an agreement on a ground "
        "station for weather satellites on 2 May 2024. The agreement runs for ten years."
    )
    assert _titles(text) == ["agreement on a ground station for weather satellites"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Kenya ordered two weather satellites from the French company Airbus on 2 May 2024.",
            "contract for two weather satellites",
        ),
        (
            "Kenya leased the ground station for satellites from Italy until 2035.",
            "lease of the ground station",
        ),
    ],
    ids=["thing_bought", "thing_leased"],
)
def test_a_deal_is_named_by_what_is_bought(text: str, title: str) -> None:
    assert _titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Kenya will launch the satellite with India, and Norway hosted the talks on it.",
            "launch the satellite with India",
        ),
        (
            "Kenya will build a satellite (KS-1) for $20 million, Mutua said on Monday.",
            "build a satellite (KS-1) for $20 million",
        ),
        (
            "Norway will train an astronaut from Kenya, Deputy Minister of Science Kari Nordmann "
            "has said.",
            "train an astronaut from Kenya",
        ),
        (
            "Kenya and India committed to deepening their cooperation in space, and they met.",
            "deepen their cooperation in space",
        ),
        (
            "Kenya and India agreed to exchange satellite data — the first such step — on Monday.",
            "exchange satellite data",
        ),
        (
            "Kenya pledged not to test anti-satellite missiles in space.",
            "not to test anti-satellite missiles in space",
        ),
        (
            "The company that will launch the Kenyan satellite was chosen by India on Monday.",
            "launch the Kenyan satellite",
        ),
        (
            'India "will send a Kenyan astronaut to its space station," Mutua said.',
            "send a Kenyan astronaut to its space station",
        ),
        (
            "Kenya will build the satellite, and the launch from Norway is expected in 2028.",
            "build the satellite",
        ),
    ],
    ids=[
        "next_clause",
        "speaker",
        "speaker_with_office",
        "infinitive",
        "dash",
        "negated",
        "within_a_subject",
        "quotation",
        "another_subject",
    ],
)
def test_an_action_is_the_words_of_the_promise_alone(text: str, action: str) -> None:
    assert _actions(text)[:1] == [action]


def test_a_long_action_is_cut_where_a_phrase_ends() -> None:
    text = (
        "Kenya will build a satellite for the farmers of the north and for the fishermen of the "
        "coast and for the foresters of the hills and for the teachers of the towns of the south."
    )
    (action,) = _actions(text)
    assert action.startswith("build a satellite for the farmers of the north")
    assert action.split()[-1] not in ("for", "of", "the", "and")
    assert len(action.split()) <= 24


def test_what_is_to_be_done_with_a_thing_names_the_thing() -> None:
    text = (
        "Kenya and India signed an agreement on a satellite on 2 May 2024. "
        "The Kenyan satellite will be launched by India in 2026."
    )
    assert "The Kenyan satellite to be launched by India in 2026" in _actions(text)


def test_titles_keep_the_characters_of_the_text() -> None:
    text = "Kenya and France signed an agreement on the satellite “Élysée–2” on 2 May 2024."
    assert _titles(text) == ["agreement on the satellite “Élysée–2”"]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        (
            "India and Kenya signed a space accord under which a Kenyan sensor will fly to the"
            " Moon in 2026.",
            "a Kenyan sensor to fly to the Moon in 2026",
        ),
        (
            "Under the space accord of India and Kenya, two engineers will be trained in Nairobi.",
            "two engineers to be trained in Nairobi",
        ),
        (
            "SavanSat will be launched by India in 2026.",
            "SavanSat to be launched by India in 2026",
        ),
        ("India will fly to the Moon in 2026.", "fly to the Moon in 2026"),
        (
            "A rocket and two satellites in Kenya will be tested by India.",
            "A rocket and two satellites in Kenya to be tested by India",
        ),
        (
            "Kenya met Norway and a satellite will be launched by India.",
            "be launched by India",
        ),
    ],
    ids=["flown", "after_the_ground", "craft", "party", "two_things", "a_deed_before"],
)
def test_an_action_names_the_thing_that_is_taken_along(sentence: str, action: str) -> None:
    assert action in _actions("Kenya and India work on a satellite.\n\n" + sentence)
