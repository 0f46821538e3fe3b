"""Start an agreement: its status from a verb and modality, its date, place and amount."""

import re
from typing import NamedTuple

from ingest.extract import lexicon
from ingest.extract.actors import Actor
from ingest.extract.agreement_dates import (
    carried_date,
    date_of,
    extension_date,
    founding,
    is_long_ago,
    signing_ahead,
    signing_told_next,
)
from ingest.extract.binding import bind_until, tokens_of
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import TO_COME, Draft
from ingest.extract.grammar import Modality, clause_bounds, words_between
from ingest.extract.mentions import Word
from ingest.extract.nominals import (
    fate,
    is_basis,
    is_concluded_before,
    is_said_in_force,
)
from ingest.extract.people import takes_part
from ingest.extract.places import ONLINE, is_online, place_of
from ingest.extract.vocabulary import alternatives, words

_PLAIN = words("plain_agreement")
_PRICE_BEFORE = 4  # tokens before an agreement in which stands its price: "a $20 million deal"
_TERMS_AFTER = 18  # tokens after it in which stand its price and its subject
_PRICED = re.compile(
    r"\b(?:million|billion|bn|commercial)(?: (?:us|dollars?|euros?|usd|pounds?))?"
    r"(?: \w+)?$(?<!under)"
)
_TRADED = re.compile(
    r"^(?:\S+ ){0,4}?(?:worth|valued at)\b|^of (?:\S+ ){0,3}?[\d.,]+ (?:million|billion)\b|"
    r"^to (?:supply|sell|buy|purchase|deliver)\b|"
    rf"\b(?:{alternatives('sale_noun')}) of\b|"
    r"^(?:by|under) which\b.*\b(?:built|launched|supplied|delivered|sold)\b"
)
_SERVED = re.compile(
    rf"^(?:\S+ ){{0,9}}?(?:to (?:{alternatives('service_verb')})|"
    rf"for the (?:\w+ )?(?:{alternatives('service_noun')}))\b"
)
_SERVED_WITHIN = 45  # tokens after an agreement in which its terms stand
_UNDER = re.compile(r"\bunder (?:an?|the|this|that|its|their)(?: \w+)?$")
_UNDER_WHICH = re.compile(r"\b(?:(?:under|by) which|that (?:will|would|is to) (?:let|allow|see))\b")
_IS_SERVED = re.compile(
    r"\b(?:will|would|is to|are to|to|let|see|allow)(?: [\w'-]+){0,5}? "
    rf"(?:be )?(?:{alternatives('service_verb')}|{alternatives('served_by_terms')})\b"
)
_TOGETHER = re.compile(r"\b(?:will|would|is to|are to|to) (?:jointly|together|co )")
_SOLD_UNDER = re.compile(
    rf"\b(?:will|would|is to|are to) (?:\w+ )?(?:{alternatives('sold_under_a_deal')}) "
    r"[^;:]*\bunder (?:an?|the|this|that|its|their)(?: [\w-]+){0,3}$"
)
_VENTURE = re.compile(
    r"(?:for|establishing|founding|creating|to (?:establish|set up|found|create|form)|"
    r"on (?:establishing|setting up|founding|creating)|setting up) "
    r"(?:the|a|an|their) (?:\w+ )?joint (?:venture|company)\b"
)
_STRATEGIC = "strategic partnership agreement"
_FIRM_FORMS = words("firm_form")
_SALE = re.compile(r"\b(?:sale|purchase|lease|rental) of\b")
_TRADING = words("trading_verb")
_FORMER = words("former_agreement")
_TRADE_TITLE = re.compile(rf"\b(?:{alternatives('title_of_purchase')})\b", re.IGNORECASE)
_ADJECTIVES = dict.fromkeys(words("planned_agreement"), "planned")
_ADJECTIVES |= dict.fromkeys(words("proposed_agreement"), "proposed")
_OTHER_PHRASE = frozenset(
    {"after", "by", "for", "in", "of", "the", "through", "under", "with", "to"}
)
_OF_NAME = words("paper_noun") | words("talks_noun")
_CHANGES = frozenset({"addendum"})  # an instrument that prolongs or changes another
_FINER = ("mou", "contract", "treaty")
_LATER = 3  # sentences in which a plain agreement may get its proper name
_DONE = ("done", "ongoing")


class Told(NamedTuple):
    """What a sentence says of an instrument: its status, and the token that tells it."""

    status: str
    anchor: int


_FORETELLING = words("verb_before_that")
_WOULD = re.compile(r"\bwould(?: (?:be|soon|then|also|\w+ly)){0,2}$")


def is_foretold(sentence: Sentence, position: int) -> bool:
    """Tell of "said that it would be signed": what was said then of the verb was "will"."""
    norms = sentence.flow.norms
    left = words_between(sentence, position - 4, position)
    told = not _FORETELLING.isdisjoint(norms[:position]) or "soon" in left.split()
    return told and "if" not in norms and _WOULD.search(left) is not None


def status_of(value: str, how: Modality) -> str | None:
    """Return the agreement status of a verb's value under a modality; None for no agreement."""
    if how == "denied":
        return None
    if value in ("negotiating", "proposed"):
        return value
    if how in _DONE or (how == "planned" and value in ("suspended", "ended")):
        return value
    if how == "planned":  # but what "will enter into force" is signed
        return "signed" if value == "in_force" else "planned"
    if how in ("wished", "considered") and value not in ("suspended", "ended"):
        return "proposed"
    return None


def start_agreement(
    reading: Reading,
    sentence: Sentence,
    kind: str,
    status: str,
    anchor: int,
) -> Draft:
    """Return an agreement told at token `anchor`, with date, place, amount and people."""
    draft = Draft("agreement", kind, status, sentence.index, anchor)
    draft.evidence = [sentence.index]
    draft.date, draft.date_value = date_of(reading, sentence, anchor, status)
    draft.place = place_of(reading, sentence, anchor) or (ONLINE if is_online(sentence) else None)
    draft.until = bind_until(sentence, anchor)
    if len(sentence.money) > 0:
        draft.amount = sentence.money[0].amount
    draft.people = [a for a in sentence.actors if a.person and takes_part(sentence, a)]
    return draft


def start_instrument(reading: Reading, sentence: Sentence, word: Word, told: Told) -> Draft:
    """Return an agreement whose noun is `word`; a date that the noun carries is its own.

    Whose anniversary is told is in force (codebook 3).
    """
    kind = _later_name(reading, sentence, word) or word.entry.code
    joint = sentence.flow.norms[max(0, word.first - 2) : word.first] == ["joint", "venture"]
    if kind == "agreement" and (joint or word.entry.key == _STRATEGIC):
        kind = "partnership"
    if kind == "agreement" and _VENTURE.match(words_between(sentence, word.last, word.last + 8)):
        kind = "partnership"
    if kind == "agreement" and is_trade(reading, sentence, word):
        kind = "contract"
    status = told.status
    if status in ("signed", "in_force"):
        status = _described(sentence, word) or status
    draft = start_agreement(reading, sentence, kind, status, told.anchor)
    draft.former = not _FORMER.isdisjoint(sentence.flow.norms[max(0, word.first - 2) : word.first])
    carried = carried_date(reading, sentence, word, status in TO_COME)
    if carried is not None and status == "extended":
        carried = extension_date(sentence, carried) or carried
    if carried is not None:
        draft.date, draft.date_value = carried, carried.past
        if draft.status == "signed" and founding(reading, sentence, word) is not None:
            draft.status = "in_force"
    if draft.status in ("signed", "in_force"):
        _told_next(reading, sentence, draft)
    return draft


def is_trade(reading: Reading, sentence: Sentence, word: Word) -> bool:
    """Tell whether a plain "agreement" buys, sells or leases: it has a price, or the title says so.

    Codebook 3: a purchase, a launch service or a lease is a contract.
    """
    if word.entry.key not in _PLAIN or word.entry.detail != "one":
        return False
    before = words_between(sentence, word.first - _PRICE_BEFORE, word.first)
    after = words_between(sentence, word.last, word.last + _TERMS_AFTER)
    sold = _SOLD_UNDER.search(words_between(sentence, 0, word.first))
    if _PRICED.search(before) or _TRADED.search(after) or sold:
        return True
    if _is_service(sentence, word, after):
        return True
    first, last = clause_bounds(sentence, word.first)
    near = [w for w in sentence.triggers if first <= w.first < last]
    if any(_trades(sentence, w) and not _is_told_after(sentence, word, w) for w in near):
        return True
    following = reading.sentences[sentence.index + 1 : sentence.index + 2]
    if any(_SALE.search(reading.quote(each)) for each in following):
        return True
    return sentence.index <= _LATER and _TRADE_TITLE.search(reading.title) is not None


def _is_service(sentence: Sentence, word: Word, after: str) -> bool:
    """Tell whether a firm builds, launches or flies something by an agreement."""
    firms = [actor for actor in sentence.actors if _is_firm(actor)]
    if firms and _SERVED.search(after):
        return True
    acting = any(not _carries(sentence, firm) for firm in firms)
    return acting and _is_served_under(sentence, word)


def _is_served_under(sentence: Sentence, word: Word) -> bool:
    """Tell of terms by which something is built or flown: "an agreement under which B will fly"."""
    opened = words_between(sentence, word.first - 3, word.first)
    after = words_between(sentence, word.last, word.last + _SERVED_WITHIN)
    if _TOGETHER.search(after):
        return False
    return bool((_UNDER.search(opened) or _UNDER_WHICH.search(after)) and _IS_SERVED.search(after))


def _carries(sentence: Sentence, firm: Actor) -> bool:
    """Tell whether a firm is named for its craft only: "to fly on SpaceX's Dragon"."""
    before = sentence.flow.norms[firm.first - 1 : firm.first]
    return firm.possessive or before in (["on"], ["aboard"])


def _is_firm(actor: Actor) -> bool:
    """Tell whether an actor does business: by the register, or by the form in its name."""
    named = not _FIRM_FORMS.isdisjoint(actor.name.lower().replace(".", "").split())
    known = actor.key in lexicon.companies()
    return actor.kind in ("organization", "name") and actor.why_not != "aside" and (known or named)


def _is_told_after(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether a verb opens a new clause: "signed an agreement, and it has since bought"."""
    return " , and " in f" {words_between(sentence, word.last, verb.first)} "


def _trades(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb buys or leases here: not "in order that"."""
    if verb.entry.kind != "purchase" or verb.entry.key not in _TRADING:
        return False
    before = sentence.flow.norms[verb.first - 1] if verb.first else ""
    return verb.entry.detail != "base" or before in ("to", "will", "would")


def _told_next(reading: Reading, sentence: Sentence, draft: Draft) -> None:
    """Take in what the next sentences say of a signing: that it is ahead, or when it was."""
    if heed_signing_ahead(reading, sentence, draft) or draft.date_value is not None:
        return
    if told := signing_told_next(reading, sentence):
        after, again = told
        draft.date, draft.date_value = again, again.past
        draft.place = draft.place or place_of(reading, after, tokens_of(after, again)[1] - 1)
        draft.add_evidence(after.index)


def heed_signing_ahead(reading: Reading, sentence: Sentence, draft: Draft) -> bool:
    """Make a plan of what a next sentence says is still to be signed; return whether one does."""
    ahead, hit = signing_ahead(reading, sentence)
    if ahead:
        draft.status, draft.date, draft.date_value = "planned", hit, hit.future if hit else None
        draft.features["signing_ahead"] = 1.0
    return ahead


def standing(reading: Reading, sentence: Sentence, word: Word, draft: Draft, behind: bool) -> str:
    """Return the status of what a sentence names as its ground, or whose end it tells.

    What something rests on is in force when it was signed long before, or by the words; `behind`
    tells that the sentence is not about its signing. A contract stays one that was signed.
    """
    if draft.status not in ("signed", "in_force"):
        return draft.status
    ended = fate(sentence, word)
    if draft.status == "in_force" and not ended:
        return "in_force"
    if draft.status == "signed" and word.entry.key in _CHANGES:
        return "extended"
    if ended or is_said_in_force(sentence, word):
        return ended or "in_force"
    old = is_long_ago(reading, draft.date_value) or is_concluded_before(sentence, word)
    old = old and draft.type != "contract"
    return "in_force" if behind and old and is_basis(sentence, word) else "signed"


def _described(sentence: Sentence, word: Word) -> str | None:
    """Return the status by an adjective: "future agreements", "a proposed treaty"."""
    before = sentence.flow.norms[max(0, word.first - 3) : word.first]
    found = [step for step, norm in enumerate(before) if norm in _ADJECTIVES]
    if not found or _OTHER_PHRASE & set(before[found[-1] :]):
        return None
    return _ADJECTIVES[before[found[-1]]]


def _later_name(reading: Reading, sentence: Sentence, word: Word) -> str | None:
    """Return the type that the text gives a plain "agreement" next: "the contract", "this MoU"."""
    if word.entry.key not in _PLAIN or word.entry.detail != "one":
        return None
    following = reading.sentences[sentence.index + 1 : sentence.index + 1 + _LATER]
    for each in (sentence, *following):
        for other in each.triggers:
            if other.entry.kind != "instrument" or other.entry.code not in _FINER:
                continue
            if not _OF_NAME.isdisjoint(each.flow.norms[other.last : other.last + 1]):
                continue  # "the treaty texts"
            if other.entry.detail != "one" or each is sentence or other.first == 0:
                return None
            before = each.flow.norms[other.first - 1]
            return other.entry.code if before in ("the", "this") else None
    return None
