"""After merging: whom an undertaking serves, who is then no doer of it.

Codebook 5: a party undertakes, a beneficiary receives or is helped. "Under the contract Astra will
launch Peru's satellite" binds the company alone, though the contract has two sides.
"""

from ingest.extract import lexicon
from ingest.extract.actors import Actor, party_name
from ingest.extract.beneficiary import is_service
from ingest.extract.context import Reading
from ingest.extract.doers import UNDER
from ingest.extract.drafts import Draft, key_of
from ingest.extract.vocabulary import words

_PUBLIC = words("public_body_noun")
_DEALS = ("contract", "agreement", "mou", "partnership", "grant")


def assign_roles(reading: Reading, facts: list[Draft]) -> None:
    """Give commitments of suppliers their customer, and take who is served from the doers."""
    deals = [fact for fact in facts if fact.kind == "agreement" and fact.type in _DEALS]
    for fact in facts:
        if fact.kind == "commitment" and is_service(reading.sentences[fact.sentence], *fact.span):
            fact.beneficiary = fact.beneficiary or _served(reading, fact, deals)
            fact.parties = _without_served(fact)


def _served(reading: Reading, promise: Draft, deals: list[Draft]) -> Actor | None:
    customer = _customer(promise, deals)
    if customer is None and UNDER.search(" ".join(_norms(reading, promise))):
        return _buyer(promise, deals)
    return customer


def _norms(reading: Reading, promise: Draft) -> list[str]:
    return reading.sentences[promise.sentence].flow.norms


def _is_maker(actor: Actor) -> bool:
    """Tell whether a party is a company, or who acts for one, and so rather delivers than buys."""
    if actor.key in lexicon.companies() or actor.key in lexicon.employers():
        return True
    name = party_name(actor)
    if actor.kind == "person":
        return name != lexicon.country_name(actor.code or "") and _is_business(name)
    return actor.kind == "organization" and not _is_registered(actor) and _is_business(name)


def _is_registered(actor: Actor) -> bool:
    return actor.key in lexicon.registered()


def _is_business(name: str) -> bool:
    return _PUBLIC.isdisjoint(name.lower().split())


def _makers(promise: Draft) -> set[str]:
    """Return the companies among the parties; of several those that the register knows."""
    bodies = [party for party in promise.parties if _is_maker(party)]
    known = [party for party in bodies if party.key in lexicon.companies()]
    return {key_of(party) for party in known or bodies}


def _customer(promise: Draft, deals: list[Draft]) -> Actor | None:
    """Return the other side of the deal under which a company delivers or launches."""
    makers = _makers(promise)
    agencies = [party for party in promise.parties if party.key in lexicon.space_agencies()]
    if len(makers) != 1 or agencies:  # an agency may deliver as well
        return None
    return _other_side(promise, makers, [d for d in deals if _is_under(promise, makers, d)])


def _other_side(promise: Draft, own: set[str], deals: list[Draft]) -> Actor | None:
    """Return who else is in the deal told nearest to a promise, if that is one party only."""
    if not deals:
        return None
    nearest = min(deals, key=lambda deal: min(abs(i - promise.sentence) for i in deal.evidence))
    others = {key_of(side): side for side in nearest.parties if key_of(side) not in own}
    return next(iter(others.values())) if len(others) == 1 else None


def _buyer(promise: Draft, deals: list[Draft]) -> Actor | None:
    """Return the other side of the contract by which a state builds or launches for another."""
    own = promise.keys()
    contracts = [deal for deal in deals if deal.type == "contract" and own < deal.keys()]
    buyer = _other_side(promise, own, contracts) if len(own) == 1 else None
    return None if buyer is None or _is_maker(buyer) else buyer


def _is_under(promise: Draft, makers: set[str], deal: Draft) -> bool:
    """Tell whether a promise of a maker belongs to a deal: no party of it stands outside."""
    if not makers < deal.keys() or not promise.keys() <= deal.keys():
        return False
    return deal.type == "contract" or not all(map(_is_maker, deal.parties))


def _without_served(promise: Draft) -> list[Actor]:
    served = promise.beneficiary
    if served is None:
        return promise.parties
    doers = [party for party in promise.parties if key_of(party) != key_of(served)]
    return doers if any(party.code for party in doers) else promise.parties
