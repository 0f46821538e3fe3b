"""Who took part: the people who met, signed or stood by, with their offices.

Read for facts that are settled, from every sentence that tells of them and from what the next ones
say of who led, signed or was present.
"""

from collections.abc import Iterator, Sequence

from ingest.extract import lexicon
from ingest.extract.actors import Actor
from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.vocabulary import words

_REMARKING = words("remarking_verb")
_SIGNING = words("signing_form")
_PRESENT = words("being_present")
_NO_PERSON = words("portfolio") | words("courtesy_title") | words("house_noun")
_SAYS_WITHIN = 8  # tokens after a person in which the verb of what they say or do stands
_NEXT = 2  # sentences after a fact's in which who was present is told


def takes_part(sentence: Sentence, person: Actor) -> bool:
    """Tell whether a person signs or attends: not who welcomes or announces what others did."""
    if person.why_not or person.possessive:
        return False
    norms = sentence.flow.norms
    after = norms[person.last : person.last + _SAYS_WITHIN]
    told = next((norm for norm in after if norm in _REMARKING or norm in _SIGNING), "")
    return _REMARKING.isdisjoint([told, *norms[max(0, person.first - 1) : person.first]])


def participants_of(reading: Reading, fact: Draft, mentions: Sequence[Draft]) -> list[Actor]:
    """Return the people of a meeting or agreement, those its mentions name first."""
    told = {draft.sentence for draft in mentions}
    after = {index + step for index in told for step in range(1, _NEXT + 1)} - told
    own = [each for each in reading.sentences if each.index in told]
    next_ones = [each for each in reading.sentences if each.index in after]
    present = [each for each in next_ones if not _PRESENT.isdisjoint(each.flow.norms)]
    named = [person for each in (*own, *present) for person in _named(each, fact)]
    return [person for person in (*fact.people, *named) if _is_name(reading, person)]


def _is_name(reading: Reading, person: Actor) -> bool:
    """Tell whether a person's name is one: "House" of "the Prime Minister House" is not."""
    words_of = (person.person or "").replace(".", "").split()
    alone = words_of[0].lower() if len(words_of) == 1 else ""
    return not alone or not (
        alone in reading.common or alone in _NO_PERSON or words_of[0] in lexicon.head_words()
    )


def _named(sentence: Sentence, fact: Draft) -> Iterator[Actor]:
    codes = fact.codes()
    for actor in sentence.actors:
        if actor.person and takes_part(sentence, actor) and (actor.code in codes or not actor.code):
            yield actor
