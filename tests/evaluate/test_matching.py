from evaluate_builders import agreement, commitment, facts, meeting

from ingest.evaluate.matching import ArticleResult, match_article
from ingest.facts.model import FactFile

SIGNED = "New Zealand and Chile signed an accord on a tracking station on Friday."
MET = "Ministers of New Zealand and Chile had met in Lima the day before."
PLEDGE = "New Zealand will build the station by 2031."
TEXT = f"{SIGNED} {MET} {PLEDGE}"


def _match(gold: FactFile, predicted: FactFile) -> ArticleResult:
    return match_article(gold, predicted, TEXT)


def test_equal_files_match_strictly() -> None:
    gold = facts((agreement(SIGNED),), (meeting(MET),), (commitment(PLEDGE),))
    result = _match(gold, gold)
    assert [pair.strict for pair in result.pairs] == [True, True, True]
    assert not result.missed
    assert not result.invented


def test_kind_must_agree() -> None:
    result = _match(facts((agreement(SIGNED),)), facts(meetings=(meeting(SIGNED),)))
    assert not result.pairs
    assert result.missed[0].nearest == "same words as a fact of kind meeting"
    assert result.invented[0].nearest == "same words as a fact of kind agreement"


def test_evidence_must_overlap() -> None:
    result = _match(facts((agreement(SIGNED),)), facts((agreement(MET),)))
    assert not result.pairs
    assert result.missed[0].nearest == ""


def test_disjoint_parties_do_not_match() -> None:
    other = agreement(SIGNED, parties=("Peru:PER", "Fiji:FJI"))
    result = _match(facts((agreement(SIGNED),)), facts((other,)))
    assert not result.pairs
    assert "other parties (PER, FJI)" in result.missed[0].nearest


def test_one_shared_party_is_enough_for_detection_but_not_for_strict() -> None:
    other = agreement(SIGNED, parties=("Peru:PER", "Chile:CHL"))
    (pair,) = _match(facts((agreement(SIGNED),)), facts((other,))).pairs
    assert not pair.outcomes["parties"].agrees
    assert not pair.strict


def test_many_predictions_match_one_fact_once() -> None:
    result = _match(facts((agreement(SIGNED),)), facts((agreement(SIGNED), agreement(SIGNED))))
    assert len(result.pairs) == 1
    assert [u.nearest for u in result.invented] == [
        "same words and parties, but matched to another fact"
    ]


def test_one_prediction_matches_only_one_of_two_facts() -> None:
    gold = facts((agreement(SIGNED), agreement(SIGNED, type="mou")))
    result = _match(gold, facts((agreement(SIGNED),)))
    assert (len(result.pairs), len(result.missed)) == (1, 1)


def test_of_two_facts_on_one_sentence_each_finds_its_own() -> None:
    accord, loan = agreement(SIGNED), agreement(SIGNED, type="contract", signed_on="2030-02-01")
    result = _match(facts((accord, loan)), facts((loan, accord)))  # swapped
    assert [(p.gold.position, p.predicted.position) for p in result.pairs] == [(0, 1), (1, 0)]
    assert all(pair.strict for pair in result.pairs)


def test_a_match_more_outweighs_better_agreement() -> None:
    # The first coded fact agrees best with the prediction that alone fits the second one.
    gold = facts(
        (
            agreement(SIGNED, MET, type="mou"),
            agreement(MET, type="treaty", status="planned", place="Quito"),
        )
    )
    found = facts((agreement(SIGNED, type="grant", status="ended"), agreement(MET, type="mou")))
    result = _match(gold, found)
    assert [(p.gold.position, p.predicted.position) for p in result.pairs] == [(0, 0), (1, 1)]


def test_a_strict_match_outweighs_more_agreeing_fields() -> None:
    gold = facts((agreement(SIGNED, place="Lima", people=["Ana Rojas"], valid_until="2040"),))
    strict = agreement(SIGNED)  # place, people and term missing, all strict fields right
    loose = agreement(
        SIGNED, status="planned", place="Lima", people=["Ana Rojas"], valid_until="2040"
    )
    (pair,) = _match(gold, facts((loose, strict))).pairs
    assert pair.predicted.position == 1


def test_of_two_loose_matches_the_one_with_more_agreeing_fields_is_taken() -> None:
    gold = facts((agreement(SIGNED, status="planned", place="Lima"),))
    nearer = agreement(SIGNED, type="mou", status="ended", place="Lima")
    farther = agreement(SIGNED, type="mou", status="ended", place="Quito")
    (pair,) = _match(gold, facts((farther, nearer))).pairs
    assert pair.predicted.position == 1


def test_half_of_the_parties_is_enough_for_strict() -> None:
    lone = agreement(SIGNED, parties=("Chile:CHL",))
    assert _is_strict(facts((agreement(SIGNED),)), facts((lone,)))
    third = agreement(SIGNED, parties=("Chile:CHL", "Peru:PER"))
    assert not _is_strict(facts((agreement(SIGNED),)), facts((third,)))


def _is_strict(gold: FactFile, predicted: FactFile) -> bool:
    (pair,) = _match(gold, predicted).pairs
    return pair.strict


def test_what_strict_asks_of_agreements() -> None:
    gold = facts((agreement(SIGNED, signed_on="2030-02"),))
    right = {"signed_on": "2030-02~"}
    assert _is_strict(gold, facts((agreement(SIGNED, **right, title="x", place="Lima"),)))
    assert not _is_strict(gold, facts((agreement(SIGNED),)))
    assert not _is_strict(gold, facts((agreement(SIGNED, **right, type="mou"),)))
    assert not _is_strict(gold, facts((agreement(SIGNED, **right, status="planned"),)))


def test_what_strict_asks_of_meetings() -> None:
    gold = facts(meetings=(meeting(MET, held_on="2030"),))
    assert _is_strict(gold, facts(meetings=(meeting(MET, held_on="2030", series="Forum"),)))
    assert not _is_strict(gold, facts(meetings=(meeting(MET, held_on="2031"),)))
    assert not _is_strict(gold, facts(meetings=(meeting(MET, held_on="2030", type="call"),)))
    assert not _is_strict(gold, facts(meetings=(meeting(MET, held_on="2030", status="planned"),)))


def test_what_strict_asks_of_commitments() -> None:
    gold = facts(commitments=(commitment(PLEDGE, due="2031"),))
    right = {"due": "2031"}
    assert _is_strict(gold, facts(commitments=(commitment(PLEDGE, **right, action="x"),)))
    assert not _is_strict(gold, facts(commitments=(commitment(PLEDGE),)))
    weaker = commitment(PLEDGE, **right, strength="intended")
    assert not _is_strict(gold, facts(commitments=(weaker,)))
    done = commitment(PLEDGE, **right, status="fulfilled")
    assert not _is_strict(gold, facts(commitments=(done,)))
