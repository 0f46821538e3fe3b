"""Who is meant when the grammar of a sentence does not say: the nearest plausible parties.

The strict readings name a party only where the words leave no doubt. A candidate whose doer stays
open takes the best guess from here, and remembers how it was found, so that its confidence pays
for the guess.
"""

from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import clean_parties
from ingest.extract.grammar import all_actors, codes, expand

Found = tuple[list[Actor], str]  # the parties, and how they were found

_MANY = 4
_SHOWN = ("", "speaker")
_OWNING = ("possessive", "modifier")


def doers_near(reading: Reading, sentence: Sentence, position: int) -> Found:
    """Return who most likely acts at token `position`: subject, owner, sentence, article."""
    subjects = [a for a in clean_parties(find.subjects(sentence, position)) if a.code]
    if subjects:
        return subjects[-_MANY:], "near_subject"
    before = [a for a in all_actors(sentence) if a.last <= position]
    owners = clean_parties([a for a in before if a.possessive and (a.code or a.members)])
    if owners:
        return owners[-1:], "near_owner"
    shown = clean_parties([a for a in all_actors(sentence) if _is_shown(a)])
    if shown:
        return shown[:_MANY], "near_sentence"
    flagged = clean_parties([a for a in sentence.actors if a.code and a.why_not in _OWNING])
    if flagged:
        return flagged[:_MANY], "near_flagged"
    return _of_article(reading, sentence)


def sides_near(reading: Reading, sentence: Sentence, found: list[Actor]) -> Found:
    """Return two or more parties around what `found` names: from the sentence, else the article."""
    parties, source = find.complete(reading, sentence, found)
    if source != "single":
        return [a for a in parties if a.code or a.kind == "organization"], f"near_{source}"
    rest, _ = _of_article(reading, sentence)
    added = [a for a in rest if a.code not in codes(parties)]
    return clean_parties([*parties, *added]), "near_article" if added else "near_single"


def _is_shown(actor: Actor) -> bool:
    return actor.why_not in _SHOWN and bool(codes(expand([actor]))) and not actor.possessive


def _of_article(reading: Reading, sentence: Sentence) -> Found:
    pair = list(reading.pairs[sentence.index])
    fresh = [a for a in pair if a.code]
    if len(codes(fresh)) >= 2:
        return clean_parties(fresh)[:2], "near_pair"
    if reading.bilateral:
        return list(reading.main[:2]), "near_pair"
    if reading.issuer is not None:
        return [reading.issuer], "near_issuer"
    return list(reading.main[:2]), "near_main"
