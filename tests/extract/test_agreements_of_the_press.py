"""Agreements as news tell them: dates and status in passing, deals without an instrument's name.

These are candidates; their confidence is tested elsewhere.
"""

import pytest

from ingest.extract.drafts import Draft
from tests.extract.texts import drafts, facts

LEAD = "The space agencies of Peru and Chile build a satellite together.\n\n"


def told(sentence: str, word: str, lead: str = LEAD) -> Draft:
    """Return the agreement whose title or kind has `word` among those that `sentence` tells."""
    found = [d for d in drafts(lead + sentence, "agreement") if d.sentence > 0]
    return next(d for d in found if word in (d.head, d.type, d.status))


@pytest.mark.parametrize(
    ("sentence", "signed_on"),
    [
        ("Under a lease agreed in March 2014, Peru pays Chile for a satellite.", "2014-03"),
        ("Under the satellite treaty, first signed in 1998, Peru helps Chile.", "1998"),
        ("Peru and Chile, which was founded in 1818, negotiate a space treaty.", None),
        ("Peru and Chile joined in a space treaty against the 2002 Lima Code.", None),
        ("They are to sign a space treaty, officials said in a statement on Monday.", None),
        (
            "On his visit next week, Peru and Chile will sign a space treaty.",
            "2024-05-20/2024-05-26",
        ),
    ],
)
def test_a_date_is_that_of_the_instrument_and_of_nothing_else(
    sentence: str, signed_on: str | None
) -> None:
    values = {d.date_value for d in drafts(LEAD + sentence, "agreement") if d.sentence > 0}
    assert values == {signed_on}


@pytest.mark.parametrize(
    ("after", "signed_on"),
    [
        ("The two ministers signed by video on Monday.", "2024-05-13"),
        ("It was in March of this year that the two agencies concluded it.", "2024-03"),
        ("They put pen to paper on 3 May.", "2024-05-03"),
        ("Brazil signed in April a space treaty with Cuba.", None),
    ],
)
def test_the_next_sentence_may_date_a_signing(after: str, signed_on: str | None) -> None:
    text = f"{LEAD}Peru has entered into a memorandum of understanding with Chile on space. {after}"
    found = [d for d in drafts(text, "agreement") if d.head.startswith("memorandum")]
    assert found[0].date_value == signed_on


def test_the_same_month_is_that_of_a_date_told_before() -> None:
    text = LEAD + (
        "It rests on a space agreement of November 2023.\n\n"
        "The presidents met the same month and issued a joint statement on satellites."
    )
    assert told(text, "joint_statement", "").date_value == "2023-11"


def test_a_prolonged_agreement_has_the_day_of_its_extension() -> None:
    found = told(
        "Peru and Chile today signed notes extending the 1966 space agreement.", "extended"
    )
    assert found.date_value == "2024-05-15"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A satellite agreement between Peru and Chile governs the station.", "in_force"),
        ("A satellite agreement between Peru and Chile is in place.", "in_force"),
        ("It rests on a satellite agreement concluded before by Peru and Chile.", "in_force"),
        ("Peru and Chile are also concluding a satellite agreement.", "planned"),
        ("Peru and Chile are signing a satellite agreement.", "signed"),
        ("The cabinet approved the proposal to sign the proposed space treaty.", "planned"),
        ("Peru is the latest country to sign a satellite agreement with Chile.", "signed"),
        ("A satellite agreement of Peru and Chile is being drafted.", "negotiating"),
        ("A letter of intent between Peru and Chile on satellites will follow.", "planned"),
        ("No satellite agreement with Chile has been signed yet by Peru.", "proposed"),
        ("The satellite order that Peru placed with Chile is off.", "ended"),
        ("A satellite venture agreement of Peru and Chile came to an end.", "ended"),
        ("A satellite agreement of Peru and Chile ran out.", "ended"),
        ("Peru and Chile are preparing a satellite agreement.", "negotiating"),
        ("Talks with Chile, Peru and Norway on new satellite agreements go on.", "negotiating"),
        ("Peru is on the verge of signing a satellite agreement with Chile.", "planned"),
        ("The signing of a satellite pact between Peru and Chile is set for July 27.", "planned"),
        ("If the satellite agreement is signed by Peru and Chile, both will be glad.", "proposed"),
        ("Peru has given Orbix of Chile a contract for a satellite.", "signed"),
        ("Monday was fixed as the day for signature of the space treaty with Chile.", "planned"),
        (
            "Of the universal agreement on satellites that experts of Peru and Chile are now "
            "drafting, nothing is known.",
            "negotiating",
        ),
        ("That begins the work towards an agreement of Peru and Chile.", "negotiating"),
        (
            "The accord between Peru and Chile on satellites, whose completion is expected by "
            "mid-2025, covers data.",
            "planned",
        ),
    ],
)
def test_the_status_by_the_words_around(sentence: str, status: str) -> None:
    found = [d for d in drafts(LEAD + sentence, "agreement") if d.sentence > 0 and d.head]
    assert status in [d.status for d in found]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Peru and Chile signed a $20 million deal on satellites.", "contract"),
        ("Peru signed a deal worth $20 million with Chile on satellites.", "contract"),
        ("Peru signed an accord with Chile. It covers the sale of two satellites.", "contract"),
        ("In order to cooperate, Peru and Chile signed a satellite accord.", "agreement"),
        ("Peru signed the Constitutive Agreement of the space agency in Santiago.", "accession"),
    ],
)
def test_the_type_by_price_and_subject(sentence: str, kind: str) -> None:
    found = [d for d in drafts(LEAD + sentence, "agreement") if d.sentence > 0 and d.head]
    assert found[0].type == kind


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Peru has signed up Arianespace to launch a satellite.", "contract", "signed"),
        ("Peru named Arianespace as launch provider for its satellite.", "contract", "signed"),
        ("Peru has chosen Arianespace as a partner.", "partnership", "signed"),
        ("Peru buys a satellite from Arianespace.", "contract", "signed"),
        (
            "Peru will rent a satellite from Chile under an accord of ten years.",
            "contract",
            "signed",
        ),
        ("Peru works with Chile in the project on space debris.", "partnership", "in_force"),
        ("Peru is holding talks with Chile about satellite images.", "agreement", "negotiating"),
        ("The joint press release of Peru and Chile praised it.", "joint_statement", "signed"),
        ("The satellite committee was set up by Peru and Chile in 2022.", "partnership", "signed"),
        ("Peru and Chile signed a framework on satellites.", "agreement", "signed"),
        ("Peru has come to terms with Chile on satellites.", "partnership", "signed"),
    ],
)
def test_deals_without_the_usual_words_are_candidates(
    sentence: str, kind: str, status: str
) -> None:
    found = [d for d in drafts(LEAD + sentence, "agreement") if d.sentence > 0]
    assert (kind, status) in [(d.type, d.status) for d in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru named Ana Rojas after talks with Chile on space.",
        "Peru launched a satellite in order to help Chile.",
        "The Committee of Chile praised the satellite of Peru.",
    ],
)
def test_what_only_sounds_like_a_deal_is_none(sentence: str) -> None:
    assert not [d for d in drafts(LEAD + sentence, "agreement") if d.sentence > 0]


def test_each_partner_of_several_agreements_has_its_own() -> None:
    text = LEAD + "Peru signed memoranda of understanding on space with Chile."
    assert len([d for d in drafts(text, "agreement") if d.sentence > 0]) == 1
    text = LEAD + "Peru signed memoranda of understanding with Chile, Cuba (CUB) and with Spain."
    found = [d for d in drafts(text, "agreement") if d.sentence > 0 and not d.features.get("loose")]
    assert [d.codes() for d in found] == [{"PER", "CHL"}, {"PER", "CUB"}, {"PER", "ESP"}]


def test_all_states_of_a_list_have_signed() -> None:
    text = "Chile signs the Artemis Accords.\n\nPeru, Brazil and Cuba had signed before Chile."
    found = [d for d in drafts(text, "agreement") if d.sentence > 0 and d.type == "accession"]
    assert {code for d in found for code in d.codes()} >= {"PER", "BRA", "CUB"}


def test_who_leaves_an_instrument_has_ended_its_part() -> None:
    text = (
        "Chile takes part in the exploration of the Moon.\n\nWhy Chile leaves the Moon Agreement."
    )
    assert "ended" in [d.status for d in drafts(text, "agreement") if d.type == "accession"]


def test_the_accord_that_points_back_to_nothing_is_told_here() -> None:
    sentence = "It is a step in the accord on satellites with Chile."
    found = drafts("Peru launched a satellite.\n\n" + sentence, "agreement")
    assert [d.head for d in found if not d.bare] == ["accord"]
    earlier = "Peru signed an accord on satellites with Chile.\n\n"
    found = [d for d in drafts(earlier + sentence, "agreement") if d.sentence > 0]
    assert not [d for d in found if not d.bare]


def test_a_joint_statement_may_be_dated_in_its_last_line() -> None:
    text = "Peru and Chile will work in space.\n\nTheir agencies help.\n\nLima, 3 May 2024."
    found = drafts(text, "agreement", title="Joint Statement of Peru and Chile")
    assert [d.date_value for d in found if "issued" in d.features] == ["2024-05-03"]


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("The lander renews the commitment by Peru and others to the Registration Convention.", 0),
        ("Peru knows its obligations under the Registration Convention.", 0),
        ("Peru is at home in the Registration Convention.", 1),
    ],
)
def test_who_upholds_a_convention_has_not_joined_it_here(sentence: str, joined: int) -> None:
    found = drafts("Satellites of Peru are in orbit.\n\n" + sentence, "agreement")
    assert len([d for d in found if d.sentence > 0 and d.type == "accession"]) == joined


def test_a_state_named_by_its_adjective_goes_by_its_name() -> None:
    text = "The Peruvian signed an agreement on satellites with Chile in Lima on 3 May 2024."
    [found] = facts(LEAD + text).agreements
    assert {party.name for party in found.parties} == {"Peru", "Chile"}


@pytest.mark.parametrize("done", ["called off", "backed out of"])
def test_a_contract_called_off_has_ended(done: str) -> None:
    told = f"Norway and Kenya {done} their satellite contract in January."
    assert [(fact.type, fact.status) for fact in facts(told).agreements] == [("contract", "ended")]


def test_a_joint_commission_buys_nothing() -> None:
    told = (
        "The second meeting of the Norway-Kenya joint commission on the radar satellite was online."
    )
    assert not facts(told).agreements


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("are set to establish", "planned"),
        ("should set up", "planned"),
        ("have established", "signed"),
    ],
)
def test_what_is_still_to_be_founded_is_planned(verb: str, status: str) -> None:
    draft = told(f"Peru and Chile {verb} a joint working group on space.", "partnership")
    assert draft.status == status


@pytest.mark.parametrize(
    ("sentence", "joined", "title"),
    [
        (
            "Rwanda was the first African country to join, in December 2022.",
            {"RWA"},
            "Artemis Accords",
        ),
        (
            "The committee welcomed Kenya and Slovenia as new UNCOPUOS member states.",
            {"KEN", "SVN"},
            "UNCOPUOS",
        ),
        (
            "Kenya became a participating state in the Asia-Pacific Space Cooperation "
            "Organization.",
            {"KEN"},
            "Asia-Pacific Space Cooperation Organization",
        ),
        ("In 2011 Norway became ESA's 19th member state.", {"NOR"}, "ESA"),
        ("Kenya has become part of the European Space Agency.", {"KEN"}, "European Space Agency"),
    ],
)
def test_joining_is_told_by_a_rank_a_welcome_or_a_place_in_a_body(
    sentence: str, joined: set[str], title: str
) -> None:
    found = drafts(f"Nigeria signed the Artemis Accords. {sentence}", "agreement")
    told_here = [d for d in found if d.sentence > 0 and d.type == "accession"]
    assert set().union(*(d.codes() for d in told_here)) == joined
    assert {d.title for d in told_here} == {title}


def test_a_signature_that_is_worked_towards_is_planned() -> None:
    found = drafts(
        "Peru and Chile will strive together towards signature of the Accords by Chile.",
        "agreement",
    )
    assert [(d.codes(), d.status) for d in found] == [({"CHL"}, "planned")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway is to become ESA's 19th member state.",
        "The council met, so that Norway might accede to it and become ESA's 19th member state.",
        "Kenya became part of ESA's science programme.",
    ],
)
def test_who_is_to_become_a_member_or_shares_in_a_programme_has_not_joined(sentence: str) -> None:
    assert not [d for d in drafts(sentence, "agreement") if d.type == "accession"]


def test_those_after_whom_a_state_signs_are_not_told_to_sign() -> None:
    found = drafts(
        "The ministry called the Artemis agreement a pact of many states, and added "
        "that Kenya is the 21st to sign the agreements, after Norway, Peru and Chile.",
        "agreement",
    )
    joined = [d.codes() for d in found if d.type == "accession"]
    assert joined == [{"KEN"}]
