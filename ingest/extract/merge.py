"""One real event is one fact: put the candidates of an article together."""

from collections.abc import Iterable

from ingest.extract.drafts import Draft

_GENERIC_AGREEMENT = frozenset({"agreement"})
_FINER_MEETING = frozenset({"summit", "ministerial", "call"})
_GENERIC_MEETING = frozenset({"talks", "visit"})


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return the facts of an article: mentions of one event in one, evidence best first."""
    merged: list[Draft] = []
    for draft in drafts:
        twin = _find(merged, draft)
        if twin is not None:
            _absorb(twin, draft)
            if draft.bare and draft.plural:
                _spread(merged, twin, draft)
        elif not draft.bare:
            merged.append(draft)
    return [draft for draft in merged if draft.parties]


def _find(merged: list[Draft], draft: Draft) -> Draft | None:
    for other in reversed(merged):
        if other.kind == draft.kind and _is_same(other, draft):
            return other
    return None


def _spread(merged: list[Draft], twin: Draft, plural: Draft) -> None:
    """Let "the agreements were signed on ..." date every earlier agreement of these parties."""
    for other in merged:
        if (
            other is not twin
            and other.kind == plural.kind
            and other.codes() == twin.codes()
            and not other.date_value
        ):
            other.date, other.date_value = plural.date, plural.date_value
            other.place = other.place or plural.place


def _is_same(one: Draft, two: Draft) -> bool:
    if one.kind == "commitment":
        return _same_commitment(one, two)
    if not _dates_fit(one.date_value, two.date_value):
        return False
    if one.kind == "agreement":
        return _same_agreement(one, two)
    return _same_meeting(one, two)


def _dates_fit(one: str | None, two: str | None) -> bool:
    if not one or not two:
        return True
    a, b = one.rstrip("~"), two.rstrip("~")
    if "/" in a and "/" in b:
        return a == b
    if "/" in a:
        first, last = a.split("/")
        return first[: len(b)] <= b <= last[: len(b)] or b.startswith(first)
    if "/" in b:
        return _dates_fit(two, one)
    return a.startswith(b) or b.startswith(a)


def _parties_fit(one: Draft, two: Draft) -> bool:
    a, b = one.keys(), two.keys()
    if not a or not b:
        return True
    common = a & b
    return bool(common) and (len(common) == min(len(a), len(b)) or len(common) >= 2)


def _similar(one: frozenset[str], two: frozenset[str]) -> float:
    if not one or not two:
        return 0.0
    return len(one & two) / min(len(one), len(two))


_BACK = 2  # sentences that "the document" may stand after what it means
_OVER = frozenset({"ended", "suspended"})


def _same_agreement(one: Draft, two: Draft) -> bool:
    if _points_back(one, two):
        return True
    if "accession" in (one.type, two.type):
        return one.type == two.type and one.keys() == two.keys() and bool(one.words & two.words)
    if not _parties_fit(one, two):
        return False
    if two.bare:
        return one.type == two.type or two.type in _GENERIC_AGREEMENT
    return _types_fit(one, two) and not _tell_apart(one, two) and _subjects_fit(one, two)


_UNFINISHED = frozenset({"negotiating", "proposed"})


def _at_other_stages(one: Draft, two: Draft) -> bool:
    """Tell whether one is still talked about while the other is done, and not the same thing."""
    unfinished = (one.status in _UNFINISHED) != (two.status in _UNFINISHED)
    return unfinished and not two.definite and _similar(one.words, two.words) < _ALIKE


def _points_back(one: Draft, two: Draft) -> bool:
    """Tell whether "the agreement" of a sentence is the one told just before."""
    if not 0 <= two.sentence - max(one.evidence) <= _BACK or not _parties_fit(one, two):
        return False
    if two.features.get("loose_definite"):
        return not {one.status, two.status} & _OVER and two.type != "accession"
    return two.definite and not two.plural and two.status in (one.status, "signed")


_ALIKE = 0.4  # share of common words from which on two subjects are one
_APART = frozenset({"partnership", "plan", "grant", "joint_statement"})


def _types_fit(one: Draft, two: Draft) -> bool:
    ending = {one.status, two.status} & _OVER
    if ending and one.status != two.status:
        return False
    types = {one.type, two.type}
    return len(types) == 1 or (bool(types & _GENERIC_AGREEMENT) and not types & _APART)


def _subjects_fit(one: Draft, two: Draft) -> bool:
    alike = _similar(one.words, two.words)
    if one.keys() != two.keys() or len(one.keys()) < 2:
        return alike >= _ALIKE
    in_title = one.sentence == 0 and two.sentence <= 2
    return one.type == two.type or alike >= 0.3 or in_title or "noun_only" in two.features


def _tell_apart(one: Draft, two: Draft) -> bool:
    """Tell whether two instruments are named as different things."""
    if one.sentence == two.sentence and one.anchor != two.anchor and not two.definite:
        return one.type == two.type and bool(one.head and two.head)
    if _at_other_stages(one, two):
        return True
    if one.sentence == 0 or two.bare or one.type != two.type:
        return False
    if (
        one.type == "partnership"
        and one.head
        and two.head
        and one.head.split()[-1] != two.head.split()[-1]
    ):
        return True
    told = min(len(one.words), len(two.words)) >= 3 and not two.features.get("noun_only")
    return told and _similar(one.words, two.words) < 0.2


def _same_meeting(one: Draft, two: Draft) -> bool:
    if not _parties_fit(one, two) or not _sessions_fit(one, two):
        return False
    generic = one.type == two.type or two.type in _GENERIC_MEETING
    if two.bare:
        return generic or abs(one.sentence - two.sentence) <= 2
    if one.status != two.status:
        return False
    if _other_people(one, two):
        return False
    if one.date_value and two.date_value:
        return True
    places = {one.place, two.place} - {None}
    return (generic or one.type in _GENERIC_MEETING) and not (
        len(places) == 2 and "online" in places
    )


def _other_people(one: Draft, two: Draft) -> bool:
    """Tell whether two meetings name people, and none of them is in both."""
    return bool(one.people and two.people) and _surnames(one).isdisjoint(_surnames(two))


def _surnames(draft: Draft) -> set[str]:
    names = [actor.person or actor.name for actor in draft.people]
    return {name.split()[-1].lower() for name in names if name}


def _sessions_fit(one: Draft, two: Draft) -> bool:
    """Tell whether two meetings may be one: no other number, no cancelled one, no other kind."""
    if one.ordinal and two.ordinal and one.ordinal != two.ordinal:
        return False
    if one.type != two.type and "conference" in (one.type, two.type):
        return False
    return "cancelled" not in (one.status, two.status)


def _same_commitment(one: Draft, two: Draft) -> bool:
    if not _parties_fit(one, two):
        return False
    if one.sentence == two.sentence:
        return _similar(one.words, two.words) >= 0.8
    if not _dates_fit(one.date_value, two.date_value):
        return False
    return _similar(one.words, two.words) >= (0.5 if one.codes() == two.codes() else 0.6)


def _absorb(one: Draft, two: Draft) -> None:
    """Add what `two` tells of the same event to `one`."""
    better = two.features.get("confidence", 0) > one.features.get("confidence", 0) and not two.bare
    one.evidence = _ordered(one.evidence, two.evidence, better)
    if (
        len(two.codes()) > len(one.codes())
        and not two.bare
        and not two.definite
        and one.type != "accession"
    ):
        one.parties = two.parties
    if _finer(two.date_value, one.date_value) and not (two.bare and one.status != two.status):
        one.date, one.date_value = two.date, two.date_value
    one.due = one.due or two.due
    one.place, one.amount = one.place or two.place, one.amount or two.amount
    one.until = one.until or two.until
    one.people = [*one.people, *two.people]
    one.series, one.ordinal = one.series or two.series, one.ordinal or two.ordinal
    one.beneficiary = one.beneficiary or two.beneficiary
    one.space = one.space or two.space
    _refine_type(one, two)
    one.features["merged"] = one.features.get("merged", 0) + 1
    one.features["confidence"] = max(
        one.features.get("confidence", 0), two.features.get("confidence", 0)
    )


def _refine_type(one: Draft, two: Draft) -> None:
    if two.bare:
        return
    if (
        one.kind == "agreement"
        and one.type == "agreement"
        and two.type not in ("agreement", "partnership", "plan")
    ):
        one.type = two.type
    if one.kind == "meeting" and one.type in _GENERIC_MEETING and two.type in _FINER_MEETING:
        one.type = two.type
    if (
        one.kind == "agreement"
        and one.status == "signed"
        and two.status == "planned"
        and two.features.get("verb_strong")
    ):
        one.status = "planned"
    if (
        one.type == two.type == "accession"
        and not one.features.get("accession_form")
        and two.features.get("accession_form")
    ):
        one.status = two.status
    if (
        one.kind == "agreement"
        and one.status in ("negotiating", "proposed")
        and two.status in ("planned", "signed")
    ):
        one.status = two.status


def _ordered(one: Iterable[int], two: Iterable[int], better: bool) -> list[int]:
    first, second = (two, one) if better else (one, two)
    return list(dict.fromkeys([*first, *second]))


def _finer(new: str | None, old: str | None) -> bool:
    if not new:
        return False
    return not old or (len(new.rstrip("~")) > len(old.rstrip("~")) and "/" not in new)
