"""One real event is one fact: put the candidates of an article together.

What only refers ("the agreement was signed on ...") goes to the fact it refers to, by rules. Any
other candidate is compared with what was told before it (`retelling`): it is one with a fact when
that is likely, and also when it would hardly be a fact of its own beside that one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.extract.accessions import ANY_ACCESSION
from ingest.extract.actions import action_of
from ingest.extract.context import Reading
from ingest.extract.dates import MONTH_NUMBER, is_full_day
from ingest.extract.drafts import TO_COME, Draft
from ingest.extract.lexicon import is_land
from ingest.extract.people import participants_of
from ingest.extract.retelling import Comparison, Telling, other_people, similar, surnames
from ingest.extract.series import series_of
from ingest.extract.titles import title_of
from ingest.extract.vocabulary import words

_GENERIC_AGREEMENT = frozenset({"agreement"})
_FINER_MEETING = frozenset({"summit", "ministerial", "call"})
_GENERIC_MEETING = frozenset({"talks", "visit"})
_LIKELY = 0.6
_OWN = 0.4  # probability of being another fact from which on a candidate is told as one
_SURER, _LESS_SURE = 0.1, 0.2  # how much a mention must, or may, differ to name who met
_MUCH_SURER = 0.2  # how much to name others than those named before
_RELATED = 0.3  # likeness from which on a retelling also fills in fields


def merge(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Return the facts of an article: mentions of one event in one, evidence best first."""
    comparison = Comparison(reading)
    tellings: list[Telling] = []
    for draft in drafts:
        if draft.bare:
            _refer(tellings, draft)
        elif not _retell(comparison, tellings, draft):
            tellings.append(Telling(draft, [replace(draft)], [draft]))
    for told in tellings:
        _name(reading, told.fact, told.namesakes)
    return [told.fact for told in tellings if told.fact.parties]


def _name(reading: Reading, fact: Draft, mentions: list[Draft]) -> None:
    """Give a fact what people know it by: title, action or series, and who took part."""
    if fact.kind != "commitment":
        fact.people = participants_of(reading, fact, mentions)
    if fact.kind == "meeting":
        fact.series, fact.ordinal = series_of(reading, fact, mentions)
    elif fact.kind == "agreement":
        fact.title = title_of(reading, fact, mentions)
    else:
        fact.title = action_of(reading, mentions)


def _retell(comparison: Comparison, tellings: list[Telling], draft: Draft) -> bool:
    """Add a candidate to the fact that it likeliest retells; tell whether there is such a fact."""
    able = [told for told in tellings if may_be_one(told.fact, draft)]
    if not able:
        return False
    likeness = [likeness_of(comparison, told, draft) for told in able]
    most = max(likeness)
    told = able[len(able) - 1 - likeness[::-1].index(most)]
    own = draft.features.get("confidence", 1.0) * (1 - most)
    if most <= _LIKELY and own >= _OWN:
        draft.features["likeness"] = most
        return False
    take_in(told, draft, related=most >= _RELATED)
    return True


def likeness_of(comparison: Comparison, told: Telling, draft: Draft) -> float:
    """Return how likely a candidate that `may_be_one` with a fact retells it, from 0 to 1."""
    joined = told.fact.type == draft.type == "accession"
    if joined or _is_on_same_day(told.fact, draft) or _is_that_one(told.fact, draft):
        return 1.0
    return comparison.likeness(told, draft)


def _is_that_one(one: Draft, two: Draft) -> bool:
    """Tell of "the contract with SSTL", once a contract of the same sides was told of."""
    if one.kind != "agreement" or not two.definite or two.plural or one.plural:
        return False
    return one.type == two.type and one.keys() == two.keys() and len(two.keys()) == _PAIR


def _is_on_same_day(one: Draft, two: Draft) -> bool:
    """Tell of a visit, and of what the same sides did on a day of it."""
    values = one.date_value or "", two.date_value or ""
    finer = all(values) and len(values[0]) != len(values[1])
    here, there = one.place or "", two.place or ""
    placed = here in there or there in here  # "Turkey", and "Ankara, Turkey"
    visit = one.kind == "meeting" and "visit" in (one.type, two.type)
    return finer and placed and visit and one.codes() == two.codes()


def may_be_one(fact: Draft, draft: Draft) -> bool:
    """Tell whether nothing rules out that `draft` tells of `fact`."""
    if fact.kind != draft.kind or not (fact.keys() & draft.keys() or _is_nobodys(fact, draft)):
        return False
    if fact.kind == "commitment":
        return True
    one_date = fact.date is not None and fact.date == draft.date  # read as past, and as to come
    one_time = one_date or _dates_fit(fact.date_value, draft.date_value)
    if fact.former != draft.former or not one_time or _is_of_other_time(fact, draft):
        return False
    if fact.kind == "agreement":
        apart = _at_other_stages(fact, draft) or _with_others(fact, draft)
        return _may_be_agreement(fact, draft) and not apart
    fits = _sessions_fit(fact, draft) and _months_fit(fact, draft)
    return fits and not (_others_met(fact, draft) or _met_since(fact, draft))


def _met_since(ahead: Draft, held: Draft) -> bool:
    """Tell of talks that were agreed on, and of a dated meeting that was held: not the same."""
    agreed_on = ahead.status == "planned" and not ahead.date_value
    took_place = held.status == "held" and bool(held.date_value) and not held.bare
    return agreed_on and took_place and held.sentence not in ahead.evidence


def _with_others(one: Draft, two: Draft) -> bool:
    """Tell whether each of two is between states that the other leaves out: A and B, B and C."""
    a, b = one.codes(), two.codes()
    told = one.features.get("parties_explicit") and two.features.get("parties_explicit")
    return bool(told) and min(len(a), len(b)) >= _PAIR and not (a <= b or b <= a)


_PAIR = 2


def _is_nobodys(one: Draft, two: Draft) -> bool:
    return not one.keys() or not two.keys()


def _may_be_agreement(fact: Draft, draft: Draft) -> bool:
    """Each state that joins is a fact of its own, which no other instrument retells."""
    if "accession" not in (fact.type, draft.type):
        return True
    if fact.type == draft.type:
        any_body = ANY_ACCESSION in (fact.words, draft.words)
        return fact.keys() == draft.keys() and (any_body or bool(fact.words & draft.words))
    return draft.type != "accession" and _points_back(fact, draft)


def _others_met(one: Draft, two: Draft) -> bool:
    """Tell whether two meetings name people of both sides, all of them different."""
    told = min(len(surnames(one)), len(surnames(two)))
    return told > 1 and other_people(one, two)


def _is_of_other_time(one: Draft, two: Draft) -> bool:
    """Tell whether one instrument is of years ago, and the other of today, by another noun."""
    old, new = (one, two) if one.features.get("old_year") else (two, one)
    apart = bool(old.features.get("old_year")) and not new.features.get("old_year")
    named = bool(one.head and two.head) and one.head != two.head
    return apart and named and bool(old.date_value) and not new.date_value


_UNFINISHED = frozenset({"negotiating", "proposed"})
_KINDS_OF_AGREEMENT = words("kind_of_agreement")  # a launch agreement is no framework agreement
_ALIKE = 0.4  # share of common words from which on two subjects are one


def _at_other_stages(one: Draft, two: Draft) -> bool:
    """Tell whether one is still talked about while the other is done, and not the same thing.

    Nor are agreements of two named kinds one: a framework agreement, and one on safeguards.
    """
    if {one.head, two.head} <= _KINDS_OF_AGREEMENT:
        return one.head != two.head
    if _is_paper_beside(one, two) or _is_paper_beside(two, one) or _is_next_step(one, two):
        return True
    leased = one.features.get("lease", 0.0) != two.features.get("lease", 0.0)
    if leased and not TO_COME.isdisjoint((one.status, two.status)):
        return True  # what is leased already, and what is to be signed about it
    unfinished = any(
        a.status in _UNFINISHED and b.status not in TO_COME for a, b in ((one, two), (two, one))
    )
    other = one.type != two.type or similar(one.words, two.words) < _ALIKE
    return unfinished and not two.definite and other


def _is_paper_beside(statement: Draft, deal: Draft) -> bool:
    """Tell of a statement of today, and of the agreement signed years before it."""
    if statement.type != "joint_statement" or deal.type in ("joint_statement", "plan"):
        return False
    named = deal.features.get("verb_strong") and deal.head not in _ANY_PAPER
    return bool(named and deal.date_value and not deal.definite)


def _is_next_step(done: Draft, ahead: Draft) -> bool:
    """Tell of what is to be signed under what was: "under the MoU they will sign a contract"."""
    if not (_is_told_signed(done) and ahead.status == "planned" and done.type != ahead.type):
        return False
    return bool(ahead.features.get("verb_strong")) and not ahead.definite


def _is_told_signed(draft: Draft) -> bool:
    """Tell whether the text itself, no headline, says in so many words that it is signed."""
    if draft.status != "signed":
        return False
    strong = draft.features.get("verb_strong") and not draft.features.get("heading")
    return bool(strong or draft.features.get("told_signed"))


_ANY_PAPER = words("paper_noun")  # "an important document", which may be the statement


# -- what only refers ----------------------------------------------------------------------------


def _refer(tellings: list[Telling], draft: Draft) -> None:
    """Add what only refers to the latest fact that it may refer to."""
    facts = [told.fact for told in tellings]
    for fact in reversed(facts):
        if fact.kind == draft.kind and _refers(fact, draft):
            _absorb(fact, draft)
            if draft.plural:
                _spread(facts, fact, draft)
            return


def _spread(facts: list[Draft], twin: Draft, plural: Draft) -> None:
    """Let "the agreements were signed on ..." date every earlier agreement of these parties."""
    for other in facts:
        if (
            other is not twin
            and other.kind == plural.kind
            and other.codes() == twin.codes()
            and not other.date_value
        ):
            other.date, other.date_value = plural.date, plural.date_value
            other.place = other.place or plural.place


def _refers(fact: Draft, draft: Draft) -> bool:
    if fact.former != draft.former or not _dates_fit(fact.date_value, draft.date_value):
        return False
    if fact.kind == "meeting":
        near = abs(fact.sentence - draft.sentence) <= _BACK
        generic = fact.type == draft.type or draft.type in _GENERIC_MEETING
        return _parties_fit(fact, draft) and _sessions_fit(fact, draft) and (generic or near)
    if _points_back(fact, draft):
        return True
    if "accession" in (fact.type, draft.type):
        return _may_be_agreement(fact, draft)
    generic = fact.type == draft.type or draft.type in _GENERIC_AGREEMENT
    return _parties_fit(fact, draft) and generic


_BACK = 2  # sentences that "the document" may stand after what it means
_OVER = frozenset({"ended", "suspended"})


def _points_back(one: Draft, two: Draft) -> bool:
    """Tell whether "the agreement" of a sentence is the one told just before."""
    if not 0 <= two.sentence - max(one.evidence) <= _BACK or not _parties_fit(one, two):
        return False
    if two.features.get("loose_definite"):
        return not {one.status, two.status} & _OVER and two.type != "accession"
    return two.definite and not two.plural and two.status in (one.status, "signed")


def _parties_fit(one: Draft, two: Draft) -> bool:
    a, b = one.keys(), two.keys()
    if not a or not b:
        return True
    common = a & b
    return bool(common) and (len(common) == min(len(a), len(b)) or len(common) >= 2)


def _dates_fit(one: str | None, two: str | None) -> bool:
    if not one or not two:
        return True
    a, b = one.rstrip("~"), two.rstrip("~")
    if "/" in a and "/" in b:
        return a == b
    if "~" in one + two and len(a) == len(b) == _YEAR and (a + b).isdigit():
        return abs(int(a) - int(b)) <= 1  # "over four years ago"
    if "/" in a:
        first, last = a.split("/")
        return first[: len(b)] <= b <= last[: len(b)] or b.startswith(first)
    if "/" in b:
        return _dates_fit(two, one)
    return a.startswith(b) or b.startswith(a)


_YEAR, _MONTH = len("2024"), len("2024-05")


def _months_fit(one: Draft, two: Draft) -> bool:
    """Tell whether a day of no known year ("on December 15") may be in the month of the other."""
    a, b = _month(one), _month(two)
    return not (a and b) or a == b or bool(one.date_value and two.date_value)


def _month(draft: Draft) -> int:
    """Return the month of a draft's date, which may lack its year; 0 where none is named."""
    value = draft.date_value or ""
    if value:
        return int(value[5:_MONTH]) if len(value) >= _MONTH and "/" not in value else 0
    told = re.findall(r"[a-z]+", draft.date.text.lower()) if draft.date else []
    return next((MONTH_NUMBER[word] for word in told if word in MONTH_NUMBER), 0)


def _sessions_fit(one: Draft, two: Draft) -> bool:
    """Tell whether two meetings may be one: no other number, no cancelled one."""
    if one.ordinal and two.ordinal and one.ordinal != two.ordinal:
        return False
    return "cancelled" not in (one.status, two.status) or one.status == two.status


# -- what a fact takes from its mentions ---------------------------------------------------------


def take_in(told: Telling, draft: Draft, *, related: bool = True) -> None:
    """Add a mention to a fact; of one that is hardly related only its evidence."""
    told.mentions.append(replace(draft))
    if related:
        told.namesakes.append(draft)
        _absorb(told.fact, draft)
    else:
        told.fact.evidence = _ordered(told.fact.evidence, draft.evidence, better=False)


def _absorb(one: Draft, two: Draft) -> None:
    """Add what `two` tells of the same event to `one`."""
    better = two.features.get("confidence", 0) > one.features.get("confidence", 0) and not two.bare
    one.evidence = _ordered(one.evidence, two.evidence, better)
    undated = not one.date_value
    if _names_parties_better(one, two):
        one.parties = two.parties
    finer = _finer(two.date_value, one.date_value) or _is_day_of(one, two)
    if one.type == "joint_statement" != two.type and not two.bare:
        finer = False  # a statement names agreements of other days
    if finer and not (two.bare and one.status != two.status):
        one.date, one.date_value = two.date, two.date_value
        if one.kind == "meeting" and (one.status, two.status) == ("held", "planned"):
            one.status = "planned"  # "in talks", and "will hold talks on Monday"
    one.date = one.date or two.date  # also a day whose year is not known
    one.due = one.due or two.due
    one.place, one.amount = _finer_place(one, two), one.amount or two.amount
    one.until = one.until or two.until
    one.people = [*one.people, *two.people]
    one.ordinal = one.ordinal or two.ordinal
    one.beneficiary = one.beneficiary or two.beneficiary
    one.space = one.space or two.space
    _refine_type(one, two, better=better, undated=undated)
    if _is_told_signed(two):
        one.features["told_signed"] = 1.0
    one.features["merged"] = one.features.get("merged", 0) + 1
    one.features["confidence"] = max(
        one.features.get("confidence", 0), two.features.get("confidence", 0)
    )


def _is_day_of(one: Draft, two: Draft) -> bool:
    """Tell whether `two` says on which of the days of a visit an agreement was signed."""
    days, day = (one.date_value or "").split("/"), two.date_value or ""
    if one.kind != "agreement" or len(days) != _PAIR:
        return False
    return all(map(is_full_day, (*days, day))) and days[0] <= day <= days[1]


def _names_parties_better(one: Draft, two: Draft) -> bool:
    """Tell whether `two` has more parties; of a meeting also whether it is the surer mention."""
    if two.bare or two.definite or one.type == "accession":
        return False
    if one.kind == "commitment" and _is_guessed(one) != _is_guessed(two):
        return _is_guessed(one)
    surer = two.features.get("confidence", 0) - one.features.get("confidence", 0)
    more = len(two.codes()) - len(one.codes())
    if len(one.codes()) >= _PAIR and not one.codes() <= two.codes() and surer < _MUCH_SURER:
        return False  # others than those of the surer mention: who was only talked of
    if one.kind != "meeting":
        return more > 0
    return surer > _SURER if more == 0 else more > 0 and surer >= -_LESS_SURE


def _is_guessed(draft: Draft) -> bool:
    """Tell whether the parties of a commitment are the likeliest ones and not its grammar's."""
    return bool(draft.features.get("loose"))


def _finer_place(one: Draft, two: Draft) -> str | None:
    """Return the place told more narrowly: "Beijing", not "China"."""
    if one.place and two.place and is_land(one.place) and not is_land(two.place):
        return two.place
    return one.place or two.place


def _refine_type(one: Draft, two: Draft, *, better: bool, undated: bool) -> None:
    """Take the type and the status of an event from the mention that tells them more closely.

    `undated` says that `one` had no date before it took in `two`.
    """
    if two.bare:
        if _is_prolonged(one, two):
            one.status = "extended"
        elif _is_yet_to_be_signed(one, two):
            one.status, one.date, one.date_value = two.status, two.date, two.date_value
        return
    if one.kind == "meeting" and _is_finer_meeting(one, two, better=better):
        one.type = two.type
    if one.kind == "agreement" and _is_finer_instrument(one, two):
        one.type = two.type
    if one.kind == "agreement" and _tells_status(one, two, undated=undated):
        one.status = two.status


def _is_prolonged(one: Draft, two: Draft) -> bool:
    """Tell whether what stands was prolonged: "the term of the lease was extended in May"."""
    stands = one.kind == "agreement" and one.status in ("signed", "in_force")
    return stands and two.status == "extended" and bool(two.features.get("verb_strong"))


def _is_yet_to_be_signed(one: Draft, two: Draft) -> bool:
    """Tell of what the sides "reached agreement" on when "the agreement will be signed in May"."""
    ahead = two.kind == "agreement" and two.status == "planned" and two.features.get("verb_strong")
    one_of_it = one.status == "signed" and not two.plural  # others may sign accords of old
    return bool(ahead) and one_of_it and not _is_told_signed(one)


def _is_finer_meeting(one: Draft, two: Draft, *, better: bool) -> bool:
    named = better and (one.type, two.type) == ("talks", "dialogue")  # "the first Space Dialogue"
    by_phone = two.type == "call" and one.type in _FINER_MEETING and one.place is None
    return named or by_phone or (one.type in _GENERIC_MEETING and two.type in _FINER_MEETING)


_BY_NAME = re.compile(r"\b[A-Z][\w-]+ Agreement\b")  # "Technology Safeguards Agreement" is one


def _is_finer_instrument(one: Draft, two: Draft) -> bool:
    if one.type in ("partnership", "plan"):  # "reaffirm it", and "signed a joint statement"
        weak = one.features.get("loose") or one.features.get("heading")
        return bool(weak and two.features.get("verb_strong"))
    named = _BY_NAME.search(one.title) is not None and not one.features.get("heading")
    return (
        one.type == "agreement"
        and not named
        and two.type not in ("agreement", "partnership", "plan")
        and not (two.type == "joint_statement" and one.status in TO_COME)
        and not two.features.get("loose_weak")  # "the agreement", and "the next three flights"
    )


def _tells_status(one: Draft, two: Draft, *, undated: bool) -> bool:
    """Tell whether `two` says better than `one` how far an agreement has come."""
    if one.type == two.type == "accession":
        form, heading = "accession_form", "heading"
        plain = one.features.get(heading) and not two.features.get(heading)
        if two.features.get(form) and (plain or not one.features.get(form)):
            return True
    if one.features.get("heading") and two.features.get("signing_ahead"):
        return True  # "A and B reach deal", which "is to be signed in May"
    if one.status in _UNFINISHED:  # what is only named may be unfinished still
        return two.status in ("planned", "signed") and not two.features.get("noun_only")
    weaker = {
        ("signed", "planned"): undated and not one.features.get("told_signed"),
        ("in_force", "signed"): one.features.get("loose") or one.features.get("heading"),
        # "X to sell a satellite to Y", and "will be a member", for which it has signed
        ("planned", "signed"): one.features.get("heading") or one.type == "accession",
    }
    return bool(two.features.get("verb_strong") and weaker.get((one.status, two.status)))


def _ordered(one: Iterable[int], two: Iterable[int], better: bool) -> list[int]:
    first, second = (two, one) if better else (one, two)
    return list(dict.fromkeys([*first, *second]))


def _finer(new: str | None, old: str | None) -> bool:
    if not new:
        return False
    ends = new.split("/")  # days of one month are finer than the month
    finer = len(ends[-1].rstrip("~")) > len((old or "").rstrip("~"))
    return not old or (finer and (len(ends) == 1 or all(end.startswith(old) for end in ends)))
