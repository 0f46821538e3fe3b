"""Agreements told without a finite verb before them: nouns of signing, relatives, dates of birth.

"The completion of a framework agreement", "the memorandum that two ministers signed", "a contract
that dates from 2019", "the treaty is in force", "a new partnership between A and B".
"""

import re

from ingest.extract.context import Sentence
from ingest.extract.grammar import codes, expand, list_after, words_between
from ingest.extract.mentions import Word
from ingest.extract.vocabulary import alternatives, words

_RELATIVES = frozenset({"that", "which"})
_RELATIVE_REACH = 12  # tokens from the instrument to the relative pronoun
_SUBJECT_REACH = 26  # tokens from the pronoun to its verb
_AUXILIARIES = frozenset({"was", "were", "has", "have", "had", "is", "are", "been", "be"})
_AHEAD = re.compile(
    rf"\b(?:will|{alternatives('still_ahead')}|"
    rf"(?:{alternatives('scheduled')})\b.{{0,80}}? for)\b(?:\s\w+){{0,3}}$"
)
_CLEARED = re.compile(
    rf"\b(?:{alternatives('clearing_verb')})(?: on \w+)? (?:the|its|their|a)(?: \w+al)?$"
)
_DOUBTED = re.compile(r"\b(?:no|not|without|denied|fail\w*|against|if|possible|possibility of)\b")
_EXISTING = re.compile(r"\b(?:through|under|within|as part of|via)\b(?:\s\w+){0,4}$")
_IN_TALKS = re.compile(
    r"\b(?:work(?:s|ed|ing)?(?: \w+ly| together)? (?:to|towards?|on)|"
    rf"{alternatives('in_talks')}|"
    r"(?:talks|negotiations|discussions) (?:between|with) (?:[^ ,;]+ ){1,6}(?:on|about|over|to))"
    r"(?:\s[\w']+){0,3}$"
)
_TALKS_REACH = 14  # tokens before a verb in which talks on it are named, with who holds them
_BASIS = re.compile(
    rf"\b(?:under|{alternatives('legal_basis')}|behind \w+ \w+ (?:stood|stands)|"
    rf"(?:{alternatives('part_of_agreement')}) (?:of|for)|"
    rf"(?:{alternatives('set_by_agreement')}) (?:by|in|under))(?: [\w']+){{0,4}}$"
)
_BASIS_REACH = 9
_HAS = re.compile(r"(?:(?:between|with|of) [^,;]{1,60} )?has ")
_FOR_YEARS = re.compile(
    r"for (?:nearly |over |almost |more than |some |about |around |the past |the last )*"
    r"(?:[\w-]+ ){0,2}(?:years|decades)\b"
)  # "For nearly 50 years, the agreement has"
_VALID = re.compile(
    r".{0,110}? , which (?:is|was|are|were|remains?) (?:still |now )?"
    rf"(?:{alternatives('in_force')})\b|"
    r"(?:(?! signed\b)[\w',() ]){0,60}?(?:in (?:force|effect) since|"
    rf"(?:been|is|are|was|were|remains?) (?:still |now )?(?:{alternatives('in_force')})|"
    r"(?:runs?|lasts|is valid) (?:until|till|through|to))\b|"
    r"(?:, )?(?:already |now |still )?in (?:place|force|effect)\b|"
    r"(?:[\w'-]+ |, ){0,16}?(?:governs?|regulates?)\b|"
    r"(?:by|under|through|within) which (?:[\w'-]+ ){1,10}?(?:are|is|have been|has been) \w+ing\b"
)
_CONCLUDED_BEFORE = re.compile(
    rf"(?:{alternatives('struck')}) "
    r"(?:before|earlier|previously|years ago|long ago|in the past)\b"
)
_ON_LEASE = re.compile(r"\bon(?: long| short| a)?(?: term)?$")
_VALID_REACH = 20
_BEING_MADE = re.compile(
    r"^(?:\S+ ){0,20}?(?:is|are) (?:now |currently )?being "
    rf"(?:{alternatives('being_made')})\b|"
    r"^(?:\S+ ){0,4}?(?:which|that) (?:\S+ ){1,9}?(?:is|are) (?:now |currently |still )?"
    r"(?:discussing|negotiating|working on|drafting|drawing up|preparing|finali[sz]ing)\b"
)
_IS_OFF = re.compile(
    r"^(?:\S+ ){0,14}?(?:is|was|are|were|has been|have been) (?:now |since )?"
    rf"(?:{alternatives('no_longer_valid')}|{alternatives('given_up')})\b"
)
_TO_FOLLOW = re.compile(
    r"^(?:\S+ ){0,14}?(?:(?:would|will|is to|are to|should) (?:then )?follow|"
    rf"whose (?:signing|signature|conclusion|completion) is (?:{alternatives('scheduled')}))\b"
)
_LASTS_LONGER = re.compile(
    r"^(?:\S+ ){0,20}?(?:has|have|was|were|had) (?:been |now |since ){0,2}"
    r"(?:given|granted|handed|got|gained) "
    rf"(?:(?:\w+ ){{0,3}}?(?:more|another|further|extra|additional) (?:\w+ )?(?:years?|months?)|"
    rf"(?:\w+ )?(?:{alternatives('longer_life')}))\b|"
    r"^(?:\S+ ){0,20}?now (?:runs?|lasts?|holds?|ends?|expires?) "
    r"(?:until|till|through|to|in) (?:\w+ ){0,4}?(?:19|20)\d\d\b"
)
_SIGNED_AND_FATE = 40  # tokens after an instrument in which its signing and its fate are told
_SIGNED_THEN = (
    rf"(?:(?!which\b|that\b)[^;:,]){{0,80}}?,? ?(?:(?:which|that) [^;:]{{1,60}}?)?"
    rf"(?:{alternatives('struck')})\b[^;:]{{0,80}}? "
)
_FATES_BEHIND = tuple(
    (re.compile(rf"^{_SIGNED_THEN}(?:{told})\b"), status)
    for told, status in (
        (
            rf"(?:was|were|has been|have been|is) (?:\w+ly |later |since |now )?"
            rf"(?:{alternatives('no_longer_valid')}|{alternatives('given_up')})",
            "ended",
        ),
        (
            rf"(?:was|were|has been|have been|is|stands) (?:\w+ly |later |since |now )?"
            rf"(?:{alternatives('set_aside')})",
            "suspended",
        ),
        (
            r"(?:was|were|has been|have been) (?:\w+ly |later |since |now )?"
            rf"(?:{alternatives('made_longer')})",
            "extended",
        ),
        (
            rf"(?:(?:is|are|remains?|stays?) (?:still )?(?:{alternatives('in_force')})|"
            r"still (?:applies|stands|holds)|continues to (?:apply|hold))",
            "in_force",
        ),
    )
)
_WORDS_AFTER = (
    (_BEING_MADE, "negotiating"),
    (_IS_OFF, "ended"),
    (_TO_FOLLOW, "planned"),
    (_LASTS_LONGER, "extended"),
)
_RIGHT = 26  # tokens after an instrument in which it is said to be in the making
_PROPOSAL = re.compile(r"\bproposals?\b")
_APPROVED = re.compile(rf"\b(?:{alternatives('approved')})\b")
_NO_REACH = 6  # tokens before an instrument in which its absence is told
_NO = re.compile(
    rf"\bno(?: \w+)?$|\b(?:{alternatives('absence_of')})(?: a| an| any)?(?: [\w-]+){{0,3}}$"
)
_TO_BE = re.compile(
    r"\b(?:will|shall|is to|are to|due to|expected to|set to|^to)(?: \w+ly| soon)? be$"
)
BEGINNINGS = frozenset({"come into force", "enter into force", "take effect"})
_FATES = words("agreement_fate") | BEGINNINGS
_FATE_REACH = 24  # tokens from an instrument to the verb of its end
_DATED_REACH = 12  # tokens after an instrument in which its year would stand
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEW = re.compile(r"\bnew(?:\s\w+){0,2}$")


_DETERMINERS = frozenset({"a", "an", "the", "this", "its", "their", "our", "'s", "no", "any"})


def is_noun_use(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a word of signing is a noun here: "an offer", "by the end of", "the release".

    A "draft agreement" is still one that is being drafted, a "data exchange agreement" is not.
    """
    if verb.entry.detail not in ("base", "s") or verb.entry.key == "draft":
        return False
    ends = verb.entry.key == "end" and verb.entry.detail == "s"
    if ends and _PURPOSES.search(words_between(sentence, 0, verb.first)):
        return True
    after = sentence.flow.norms[verb.last : verb.last + 1]
    if verb.entry.key == "exchange" and after == ["agreement"]:
        return True
    return verb.first > 0 and sentence.flow.norms[verb.first - 1] in _DETERMINERS


_PURPOSES = re.compile(r"\b(?:for|to|towards?|at|both|these|such)(?: \w+)?$")  # "peaceful ends"


def is_past(verb: Word) -> bool:
    """Tell whether a form may be a past one: also "put", whose forms are alike."""
    alike = verb.entry.detail == "base" and verb.entry.key.partition(" ")[0] in ("put", "set")
    return alike or verb.entry.detail in ("past", "participle")


def is_nominal(verb: Word) -> bool:
    """Tell whether a trigger of signing is a noun: "conclusion of", "negotiations on"."""
    return verb.entry.kind == "sign" and verb.entry.detail == "one"


def is_in_talks(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a signing is worked or talked towards: "working to sign", "efforts to finalise".

    Codebook 3: it is planned only when a signing is announced.
    """
    left = words_between(sentence, verb.first - _TALKS_REACH, verb.first)
    return _IN_TALKS.search(left) is not None


_TALKED = re.compile(
    rf"\b(?:{alternatives('talks_noun')})(?: (?:are|is|were|have been)(?: \w+)? "
    rf"(?:{alternatives('under_way')}))? (?:between|with|among) [^;:]{{2,90}}? "
    r"(?:on|about|over|regarding)(?: (?!the (?:basis|margins|sidelines)\b)[\w'$€£.,]+){0,6}$"
)


def is_talked_about(sentence: Sentence, word: Word) -> bool:
    """Tell of "talks with A, B and C on similar agreements", which nobody signed yet."""
    return _TALKED.search(words_between(sentence, 0, word.first)) is not None


def is_approved_proposal(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a signing was proposed to those who approved it: "approved a proposal to"."""
    left = words_between(sentence, verb.first - 8, verb.first)
    whole = words_between(sentence, 0, len(sentence.flow.norms))
    told = _PROPOSAL.search(left) is not None and _APPROVED.search(whole) is not None
    return told and verb.entry.code == "signed"


def is_cleared(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a signing was only approved: "approved the signing of"."""
    return _CLEARED.search(words_between(sentence, verb.first - 6, verb.first)) is not None


def noun_status(sentence: Sentence, noun: Word) -> str | None:
    """Return the status of an instrument by a noun of signing; None when it is doubted."""
    left = words_between(sentence, noun.first - 16, noun.first)
    if _DOUBTED.search(words_between(sentence, noun.first - 4, noun.first)):
        return None
    ahead = _AHEAD.search(left) or is_cleared(sentence, noun) or is_scheduled(sentence, noun)
    if noun.entry.code in ("signed", "extended") and ahead:
        return "planned"
    return noun.entry.code


_SCHEDULED = re.compile(
    r"^(?:(?!(?:was|were|had|which|who|that)\b)[^ ;:]+ ){1,16}?(?:is|are) (?:now )?"
    rf"(?:{alternatives('scheduled')})\b"
)


def is_scheduled(sentence: Sentence, noun: Word) -> bool:
    """Tell of "the signing of an agreement between A and B is scheduled for July"."""
    right = words_between(sentence, noun.last, noun.last + _SCHEDULED_WITHIN)
    return _SCHEDULED.match(right) is not None


_SCHEDULED_WITHIN = 20  # tokens after a noun of signing in which it is said to be ahead


def relative_verb(sentence: Sentence, word: Word, verbs: list[Word]) -> Word | None:
    """Return the verb of "<instrument> ... that A and B signed", "..., which was signed"."""
    norms = sentence.flow.norms
    for verb in verbs:
        pronoun = _pronoun(norms, word.last, verb.first)
        if pronoun < 0 or not is_past(verb):
            continue
        issued = word.entry.code == "joint_statement" and verb.entry.key not in _SIDES_OWN
        if verb.entry.weak and not issued:
            continue
        if not instrument_between(sentence, word.last, verb.first):
            return verb
    return None


_SIDES_OWN = frozenset({"have", "reach"})  # "a statement that they had reached agreement"


def _pronoun(norms: list[str], first: int, position: int) -> int:
    """Return where the relative pronoun stands that a verb at `position` belongs to, else -1."""
    for step in range(min(first + _RELATIVE_REACH, position - 1), first - 1, -1):
        if norms[step] in _RELATIVES:
            passive = norms[step + 1] in _AUXILIARIES and position - step <= 4
            inside = 2 <= position - step <= _SUBJECT_REACH and norms[step + 1] not in _AUXILIARIES
            return step if passive or inside else -1
    return -1


def names_instrument(sentence: Sentence) -> bool:
    """Tell whether an instrument is named anywhere in a sentence."""
    return instrument_between(sentence, 0, len(sentence.flow.norms))


def instrument_between(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether an instrument is named in the tokens `[first, last)`."""
    return any(
        w.entry.kind == "instrument" and not w.entry.weak and first <= w.first < last
        for w in sentence.triggers
    )


def is_active_subject(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Tell whether an instrument is the subject of "dates from 2008" or "is in force"."""
    if verb.entry.code != "in_force" or verb.first - word.last > _RELATIVE_REACH:
        return False
    return not instrument_between(sentence, word.last, verb.first)


def is_carried_out(sentence: Sentence, word: Word) -> bool:
    """Tell whether a deed is done "under an agreement" without a year: it is in force, not news."""
    if is_on_lease(sentence, word):
        return True
    left = words_between(sentence, word.first - 8, word.first)
    dated = words_between(sentence, word.last, word.last + _DATED_REACH)
    return _EXISTING.search(left) is not None and _YEAR.search(dated) is None


def is_basis(sentence: Sentence, word: Word) -> bool:
    """Tell whether an instrument is what something rests on: it is in force, not news."""
    left = words_between(sentence, word.first - _BASIS_REACH, word.first)
    return _BASIS.search(left) is not None


def is_concluded_before(sentence: Sentence, word: Word) -> bool:
    """Tell whether an instrument is called an earlier one: "two memoranda concluded before"."""
    after = words_between(sentence, word.last, word.last + 4)
    return _CONCLUDED_BEFORE.match(after) is not None


def said_after(sentence: Sentence, word: Word) -> str | None:
    """Return the status by what is said of an instrument: "is being drafted", "will follow"."""
    right = words_between(sentence, word.last, word.last + _RIGHT)
    return next((status for pattern, status in _WORDS_AFTER if pattern.match(right)), None)


def is_denied(sentence: Sentence, word: Word) -> bool:
    """Tell whether there is "no agreement", "no such deal"."""
    return _NO.search(words_between(sentence, word.first - _NO_REACH, word.first)) is not None


def is_on_lease(sentence: Sentence, word: Word) -> bool:
    """Tell whether something is held "on lease": a lease is in force (codebook 3)."""
    left = words_between(sentence, word.first - 3, word.first)
    return word.entry.key in ("lease", "rent") and _ON_LEASE.search(left) is not None


def is_under_accord(told: str) -> bool:
    """Tell whether normal words name the accord that something is done under."""
    return _UNDER_ACCORD.search(told) is not None


_UNDER_ACCORD = re.compile(
    r"\bunder (?:an?|the|its|their|this)(?: [\w-]+){0,3} "
    rf"(?:{alternatives('standing_agreement')})\b"
)


def is_said_in_force(sentence: Sentence, word: Word) -> bool:
    """Tell whether an instrument "has been in force since", "runs until", "remains valid"."""
    after = words_between(sentence, word.last, word.last + _VALID_REACH)
    if _FOR_YEARS.match(words_between(sentence, 0, word.first)) and _HAS.match(after):
        return True
    return _VALID.match(after) is not None


def fate(sentence: Sentence, word: Word) -> str | None:
    """Return what became of an instrument that is the subject: "..., signed in 2015, lapsed"."""
    for verb in sentence.triggers:
        if verb.entry.key not in _FATES or verb.first < word.last:
            continue
        active = verb.entry.detail in ("past", "s") and verb.first - word.last <= _FATE_REACH
        if active and not instrument_between(sentence, word.last, verb.first):
            return verb.entry.code
    return _fate_behind_signing(sentence, word)


def _fate_behind_signing(sentence: Sentence, word: Word) -> str | None:
    """Return what became of "the pact that A signed with B in 1979": it "was terminated"."""
    right = words_between(sentence, word.last, word.last + _SIGNED_AND_FATE)
    for pattern, status in _FATES_BEHIND:
        told = pattern.match(right)
        if told is None:
            continue
        reached = word.last + len(told.group().split())
        if not instrument_between(sentence, word.last, reached):
            return status
    return None


def signing_to_come(sentence: Sentence, word: Word) -> Word | None:
    """Return the verb of "<instrument> ... has been cleared and will be signed": it is planned."""
    for verb in sentence.triggers:
        if verb.entry.kind != "sign" or verb.entry.weak or verb.entry.code != "signed":
            continue
        if verb.first < word.last or not is_past(verb):
            continue
        if _TO_BE.search(words_between(sentence, word.last, verb.first)):
            return None if instrument_between(sentence, word.last, verb.first) else verb
    return None


def noun_partnership(sentence: Sentence, word: Word) -> str | None:
    """Return the status of "a new partnership between A and B", "through a partnership with B"."""
    norms = sentence.flow.norms
    if norms[word.last : word.last + 1] not in (["between"], ["with"]):
        return None
    listed = list_after(sentence, word.last + 1, 4)
    left = words_between(sentence, word.first - 6, word.first)
    wanted = 2 if norms[word.last] == "between" else 1
    if len(codes(expand(listed))) < wanted:
        return None
    if _NEW.search(left):
        return "signed"
    return "in_force" if _EXISTING.search(left) else None
