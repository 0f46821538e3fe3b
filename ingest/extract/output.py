"""Finished drafts as the fact file of the codebook."""

from ingest.extract.actors import Actor, party_name
from ingest.extract.context import Reading
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft
from ingest.facts.edtf import is_edtf
from ingest.facts.model import Agreement, Commitment, DateNote, Meeting, Party, Person


def _party(actor: Actor) -> Party:
    return Party(name=party_name(actor), country=actor.code)


def _people(actors: list[Actor]) -> list[Person]:
    """Return each person once, by the fullest name: "Lula" is "Luiz Inácio Lula da Silva"."""
    found: list[Person] = []
    for actor in actors:
        if not actor.person:
            continue
        person = Person(name=actor.person, office=actor.office, country=actor.code)
        known = next((at for at, other in enumerate(found) if _is_same(other, person)), None)
        if known is None:
            found.append(person)
        elif len(_names(person)) > len(_names(found[known])) == 1:
            office = found[known].office or person.office
            found[known] = person.model_copy(update={"office": office})
    return found


def _is_same(one: Person, two: Person) -> bool:
    """Tell whether two names share their last, or one of them alone is a name of the other."""
    first, second = _names(one), _names(two)
    if first[-1] == second[-1] or set(first) == set(second):  # "Hayashi Yoshimasa"
        return True
    alone = len(first) == 1 or len(second) == 1
    return alone and one.country == two.country and not set(first).isdisjoint(second)


def _names(person: Person) -> list[str]:
    return person.name.lower().replace("-", " ").split()


def _dates(**hits: DateHit | None) -> dict[str, DateNote]:
    return {name: DateNote(text=hit.text, basis=hit.basis) for name, hit in hits.items() if hit}


def _edtf(value: str | None) -> str | None:
    return value if value and is_edtf(value) else None


def _evidence(reading: Reading, draft: Draft) -> list[str]:
    return list(dict.fromkeys(reading.quote(reading.sentences[i]) for i in draft.evidence))


def _confidence(draft: Draft) -> float:
    return round(min(0.99, max(0.01, draft.features.get("confidence", 0.5))), 2)


def agreement(reading: Reading, draft: Draft) -> Agreement:
    """Return the agreement a draft has become."""
    until = draft.until.value(True) if draft.until else None
    signed = _edtf(draft.date_value)
    return Agreement(
        title=draft.title or draft.type,
        type=draft.type,  # type: ignore[arg-type]
        status=draft.status,  # type: ignore[arg-type]
        signed_on=signed,
        place=draft.place,
        amount=draft.amount,
        valid_until=_edtf(until),
        space=draft.space,
        parties=[_party(actor) for actor in draft.parties],
        people=_people(draft.people),
        evidence=_evidence(reading, draft),
        confidence=_confidence(draft),
        dates=_dates(
            signed_on=draft.date if signed else None,
            valid_until=draft.until if _edtf(until) else None,
        ),
    )


def meeting(reading: Reading, draft: Draft) -> Meeting:
    """Return the meeting a draft has become."""
    held = _edtf(draft.date_value)
    return Meeting(
        type=draft.type,  # type: ignore[arg-type]
        status=draft.status,  # type: ignore[arg-type]
        series=draft.series,
        ordinal=draft.ordinal,
        held_on=held,
        place=draft.place,
        space=draft.space,
        parties=[_party(actor) for actor in draft.parties],
        people=_people(draft.people),
        evidence=_evidence(reading, draft),
        confidence=_confidence(draft),
        dates=_dates(held_on=draft.date if held else None),
    )


def commitment(reading: Reading, draft: Draft) -> Commitment:
    """Return the commitment a draft has become."""
    due = _edtf(draft.date_value)
    return Commitment(
        action=draft.title or "unspecified",
        strength=draft.type,  # type: ignore[arg-type]
        status=draft.status,  # type: ignore[arg-type]
        due=due,
        amount=draft.amount,
        beneficiary=_party(draft.beneficiary) if draft.beneficiary else None,
        space=draft.space,
        parties=[_party(actor) for actor in draft.parties],
        evidence=_evidence(reading, draft),
        confidence=_confidence(draft),
        dates=_dates(due=draft.due if due else None),
    )
