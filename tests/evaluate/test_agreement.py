import pytest
from evaluate_builders import party

from ingest.evaluate.agreement import (
    alike_wording,
    party_overlap,
    same_amount,
    same_date,
    same_party,
    same_people,
    same_wording,
)
from ingest.facts.model import Amount, Party, Person


def _parties(*texts: str) -> list[Party]:
    return [Party.model_validate(party(text)) for text in texts]


@pytest.mark.parametrize(
    ("gold", "predicted", "overlap"),
    [
        (["Chile:CHL", "New Zealand:NZL"], ["CHL space office:CHL", "Wellington:NZL"], 1),
        (["Chile:CHL", "New Zealand:NZL"], ["Chile:CHL"], 0.5),
        (["Chile:CHL", "Peru:PER"], ["Chile:CHL", "Fiji:FJI"], 1 / 3),
        (["Chile:CHL"], ["Peru:PER"], 0),
        # Two parties of one state are one code.
        (["Chile:CHL", "Andes Sat:CHL"], ["Chile:CHL"], 1),
        # Without a code the name decides: article, case, accents and punctuation aside.
        (["The Cóndor-Sat Ltd."], ["condor sat ltd"], 1),
        (["Condor Sat"], ["Quetzal Sat"], 0),
        # One coder knows the country, the other does not: still one party.
        (["Condor Sat:CHL", "Peru:PER"], ["Condor Sat", "Peru:PER"], 1),
    ],
)
def test_party_overlap(gold: list[str], predicted: list[str], overlap: float) -> None:
    assert party_overlap(_parties(*gold), _parties(*predicted)) == pytest.approx(overlap)
    assert party_overlap(_parties(*predicted), _parties(*gold)) == pytest.approx(overlap)


@pytest.mark.parametrize(
    ("gold", "predicted", "agrees"),
    [
        (None, None, True),
        ("2031", None, False),
        (None, "2031", False),
        ("2031-05", "2031-05", True),
        ("2031-05", "2031-05-02", False),
        ("2031~", "2031", True),
        ("2031-05~/2031-07", "2031-05/2031-07~", True),
        ("203X", "2030", False),
    ],
)
def test_same_date(gold: str | None, predicted: str | None, agrees: bool) -> None:
    assert same_date(gold, predicted) is agrees


@pytest.mark.parametrize(
    ("gold", "predicted", "agrees"),
    [
        (None, None, True),
        ("Santiago", None, False),
        ("Santiago", "Santiago, Chile", True),
        ("the Antarctic Hall in Santiago", "Santiago", True),
        ("São Paulo", "SAO PAULO", True),
        ("Rome", "Romeoville", False),  # whole words only
        ("Santiago", "Valparaíso", False),
    ],
)
def test_same_wording(gold: str | None, predicted: str | None, agrees: bool) -> None:
    assert same_wording(gold, predicted) is agrees


@pytest.mark.parametrize(
    ("value", "currency", "agrees"),
    [
        (2_000_000, "NZD", True),
        (2_019_000, "NZD", True),  # within one per cent
        (2_021_000, "NZD", False),
        (2_000_000, "USD", False),
        (2_000_000, None, False),
    ],
)
def test_same_amount(value: float, currency: str | None, agrees: bool) -> None:
    gold = Amount(value=2_000_000, currency="NZD")
    assert same_amount(gold, Amount(value=value, currency=currency)) is agrees


def test_amount_against_null() -> None:
    gold = Amount(value=5, currency="EUR")
    assert same_amount(None, None)
    assert not same_amount(gold, None)
    assert not same_amount(None, gold)


@pytest.mark.parametrize(
    ("gold", "predicted", "agrees"),
    [
        ([], [], True),
        (["Ana Rojas"], [], False),
        ([], ["Ana Rojas"], False),
        (["Ana Rojas"], ["Rojas"], True),
        (["Ana Rojas"], ["Ana Torres"], False),
        (["Ana Rojas", "Tane Webb"], ["Webb"], True),  # half of all persons
        (["Ana Rojas", "Tane Webb", "Eva Lund"], ["Webb"], False),
        (["Ana Rojas", "Luis Rojas"], ["Rojas"], True),  # one name stands for one person
    ],
)
def test_same_people(gold: list[str], predicted: list[str], agrees: bool) -> None:
    left, right = ([Person(name=name) for name in names] for names in (gold, predicted))
    assert same_people(left, right) is agrees


def test_one_predicted_name_does_not_stand_for_a_whole_family() -> None:
    gold = [Person(name=f"{first} Rojas") for first in ("Ana", "Luis", "Eva")]
    assert not same_people(gold, [Person(name="Rojas")])


def test_beneficiary_by_code_else_by_name() -> None:
    (chile,), (office,), (peru,) = (
        _parties("Chile:CHL"),
        _parties("ACHIDE:CHL"),
        _parties("Peru:PER"),
    )
    assert same_party(chile, office)
    assert not same_party(chile, peru)
    assert same_party(None, None)
    assert not same_party(chile, None)
    assert same_party(*_parties("Condor Sat", "the Condor Sat"))


@pytest.mark.parametrize(
    ("gold", "predicted", "agrees"),
    [
        ("build a Kenyan satellite", "building the satellite for Kenyan farmers", True),
        ("build a Kenyan satellite", "train ten engineers in Nairobi", False),
        ("agreement on satellite data", "Agreement on the sharing of satellite data", True),
        ("of the", "to a", True),
        ("of the", "satellite", False),
    ],
    ids=["inflected", "another_act", "same_subject", "no_content", "content_on_one_side"],
)
def test_alike_wording(gold: str, predicted: str, agrees: bool) -> None:
    assert alike_wording(gold, predicted) is agrees
