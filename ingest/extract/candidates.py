"""Every candidate fact of an article, sure or not, with the features that will decide.

Each sentence that promises to tell a fact is read twice: strictly, where the grammar leaves no
doubt, and loosely, where every instrument, meeting and cue of a promise that is left over becomes
a candidate with its likeliest parties. Nothing is dropped here but what could be nothing at all.
"""

from ingest.extract.aftermath import read_on
from ingest.extract.agreements import find_agreements
from ingest.extract.commitments import find_commitments
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.features import describe
from ingest.extract.loose_agreements import loose_agreements
from ingest.extract.loose_commitments import loose_commitments
from ingest.extract.loose_meetings import loose_meetings
from ingest.extract.meetings import find_meetings
from ingest.extract.outcomes import come_about
from ingest.extract.relevance import (
    is_international,
    is_timed,
    is_undertaking,
    keep,
    may_hold_agreement,
    may_hold_deed,
    may_hold_meeting,
    may_hold_promise,
)


def candidates(reading: Reading) -> list[Draft]:
    """Return the candidates of an article in the order of its kinds and sentences."""
    read = [s for s in reading.sentences if s.index in reading.promising]
    deeds = [draft for sentence in read for draft in _deeds(reading, sentence)]
    promises: list[Draft] = []
    for sentence in read:
        if may_hold_promise(reading, sentence.index) and not is_timed(sentence):
            promises += _promises(reading, sentence, promises)
    read_on(reading, promises)
    firm = [d for d in deeds if d.features["kept"] and not d.features.get("loose")]
    for draft in promises:
        draft.features["undertaking"] = float(is_undertaking(reading, draft, firm))
    drafts = [*deeds, *promises]
    describe(reading, drafts)
    # "Agreed to hold a meeting" is the planned meeting and no commitment as well (codebook 5), and
    # a "decision to join the Artemis Accords" is the accession.
    no_act = ("act_meets", "act_accedes")
    return [draft for draft in drafts if not any(map(draft.features.get, no_act))]


def _deeds(reading: Reading, sentence: Sentence) -> list[Draft]:
    near = may_hold_deed(reading, sentence.index)
    found: list[Draft] = []
    if near or may_hold_agreement(reading, sentence.index):
        agreements = find_agreements(reading, sentence)
        found += [*agreements, *loose_agreements(reading, sentence, agreements)]
    if near or may_hold_meeting(reading, sentence.index):
        meetings = find_meetings(reading, sentence)
        found += [*meetings, *loose_meetings(reading, sentence, meetings)]
    found = [draft for draft in found if come_about(sentence, draft)]
    for draft in found:
        kept, international = keep(reading, draft), is_international(draft)
        draft.features["international"] = float(international)
        draft.features["kept"] = float(kept and international)
    return [draft for draft in found if draft.features["kept"] or not draft.bare]


def _promises(reading: Reading, sentence: Sentence, earlier: list[Draft]) -> list[Draft]:
    strict = find_commitments(reading, sentence)
    found = [*strict, *loose_commitments(reading, sentence, strict, earlier)]
    for draft in found:
        draft.features["kept"] = float(keep(reading, draft))
    return found
