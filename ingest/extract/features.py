"""What speaks for and against a candidate: its sentence, its company, its words, its text.

Every feature is a number between 0 and 1; what each is worth stands in
`seeds/extract_confidence.csv` and, for single words, in `seeds/extract_word_weights.csv`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ingest.extract.context import Reading, Sentence
from ingest.extract.drafts import Draft
from ingest.extract.phrases import stem
from ingest.extract.tokens import Token
from ingest.extract.vocabulary import alternatives, words

_OTHER_TOPICS = words("other_topic")
_TITLES = {
    "title_readout": re.compile(rf"\b(?:{alternatives('title_of_meeting')})\b", re.I),
    "title_remarks": re.compile(rf"\b(?:{alternatives('title_of_remarks')})\b", re.I),
    "title_list": re.compile(r"\bfact sheet\b", re.I),
    "title_joint": re.compile(r"\bjoint\b.*\bstatement\b|\bcommuniqu|\bdeclaration\b", re.I),
    "title_signs": re.compile(rf"\b(?:{alternatives('title_of_agreement')})\b", re.I),
    "title_media": re.compile(rf"\b(?:{alternatives('title_for_media')})\b", re.I),
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRIEF = 2  # sentences of a text that is only a brief
_RECENT = 1  # years back that still count as news
_LONG = 45  # tokens of a long sentence
_BEFORE, _AFTER = 4, 16  # tokens around a trigger that tell its subject
_NEAR = 5  # tokens before and after a trigger whose words count by their place
_ACT = 8  # tokens of an act whose words count
_HEAD = 2  # sentences at the start of a text that say what it is about
_SHORT_WORD = 3  # letters
_MANY, _SENTENCES = 4, 40  # counts from which on more makes no difference
_MEETS = re.compile(
    rf"(?:also )?(?:{alternatives('gathering_verb')}|a|the|regular|further|new)\b ?(?:\w+ ){{0,5}}"
    rf"(?:{alternatives('gathering_noun')})\b"
)
_ENCOUNTERS = words("encounter_verb")
_MET_THINGS = words("met_thing")
_BESIDE_VERB = frozenset({"also", "then", "soon", "again", "jointly"})
_JOINS = re.compile(rf"(?:also )?(?:{alternatives('act_of_joining')})\b")
_JOINED = ("accords", "multilateral")
_VAGUE = re.compile(rf"(?:{alternatives('vague_act')})\b")
_KINDS = ("agreement", "meeting", "commitment")


def describe(reading: Reading, drafts: list[Draft]) -> None:
    """Set the features and words of all candidates of an article."""
    counts = _sure_counts(drafts)
    beside = _by_sentence(drafts)
    titles = _title_features(reading)
    told = {draft.sentence for draft in drafts}
    stems = {index: _stems(reading, reading.sentences[index]) for index in told}
    for draft in drafts:
        sentence = reading.sentences[draft.sentence]
        draft.features |= _setting(reading, sentence, draft) | titles
        draft.features |= _company(draft, beside)
        draft.features |= _place(reading, draft, counts, len(drafts), beside)
        if draft.kind == "commitment":
            draft.features |= _act(sentence, draft)
        draft.cues = _cues(reading, stems[draft.sentence], draft)


def _setting(reading: Reading, sentence: Sentence, draft: Draft) -> dict[str, float]:
    """Return what kind of sentence, in what kind of text, tells a candidate."""
    norms = sentence.flow.norms
    states = {a.code for a in sentence.actors if a.code and a.why_not != "place"}
    codes = draft.codes()
    near = set(norms[max(0, draft.anchor - _BEFORE) : draft.anchor + _AFTER])
    return {
        "first": float(draft.sentence == 0),
        "brief": float(len(reading.sentences) <= _BRIEF),
        "heading": float(sentence.span.is_heading),
        "quoted": float('"' in norms),
        "long": float(len(norms) > _LONG),
        "two_states": float(len(states) >= 2),
        "one_code": float(len(codes) == 1),
        "three_codes": float(len(codes) >= 3),
        "no_code": float(not codes),
        "main_party": float(bool(codes & {a.code for a in reading.main[:2]})),
        "foreign_party": float(bool(codes - {"USA"})),
        "old_year": float(_tells_old(reading, sentence)),
        "bilateral": float(reading.bilateral),
        "other_topic": float(bool(_OTHER_TOPICS & set(norms))),
        "other_topic_near": float(bool(_OTHER_TOPICS & near)),
        "other_topic_alone": float(sentence.space == 0 and bool(_OTHER_TOPICS & set(norms))),
        "station": float("station" in norms),
    }


def _title_features(reading: Reading) -> dict[str, float]:
    return {name: float(bool(pattern.search(reading.title))) for name, pattern in _TITLES.items()}


def _tells_old(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence names a year well before the article's own."""
    day = reading.calendar.day
    years = [int(year) for year in _YEAR.findall(" ".join(sentence.flow.norms))]
    return bool(day and years and min(years) < day.year - _RECENT)


# -- the other candidates ------------------------------------------------------------------------


def _is_sure(draft: Draft) -> bool:
    return bool(draft.features["kept"]) and not draft.features.get("loose") and not draft.bare


def _sure_counts(drafts: list[Draft]) -> Counter[str]:
    places = {(d.kind, d.sentence) for d in drafts if _is_sure(d)}
    return Counter(kind for kind, _ in places)


def _by_sentence(drafts: list[Draft]) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if _is_sure(draft):
            found[draft.sentence].append(draft)
    return found


def _company(draft: Draft, beside: dict[int, list[Draft]]) -> dict[str, float]:
    """Return what surer candidates the sentence and the article hold beside this one."""
    here = [d for d in beside.get(draft.sentence, ()) if d is not draft]
    away = [
        d
        for index, found in beside.items()
        if index != draft.sentence
        for d in found
        if d.kind == draft.kind
    ]
    codes = draft.codes()
    return {
        "sure_beside": float(any(d.kind == draft.kind and d.codes() & codes for d in here)),
        "sure_other_kind": float(any(d.kind != draft.kind for d in here)),
        "sure_accession": float(any(d.type == "accession" for d in here)),
        "sure_away": float(any(d.codes() & codes for d in away)),
        "sure_same_away": float(any(d.codes() & codes and d.type == draft.type for d in away)),
        "sure_none": float(not away and not here),
    }


def _place(
    reading: Reading,
    draft: Draft,
    counts: Counter[str],
    total: int,
    beside: dict[int, list[Draft]],
) -> dict[str, float]:
    """Return where in what text a candidate stands."""
    length, index = len(reading.sentences), draft.sentence
    return {
        **{f"sure_{kind}s": min(counts[kind], _MANY) / _MANY for kind in _KINDS},
        "density": min(total / length, 2) / 2,
        "length": min(length, _SENTENCES) / _SENTENCES,
        "position": index / length,
        "sure_before": float(any(d.kind == draft.kind for d in beside.get(index - 1, ()))),
        "sure_after": float(any(d.kind == draft.kind for d in beside.get(index + 1, ()))),
    }


def _act(sentence: Sentence, draft: Draft) -> dict[str, float]:
    """Return how an undertaking is told: its length, its subject, whom it names."""
    norms = sentence.flow.norms
    first, last = draft.span
    inside = {a.code for a in sentence.actors if first <= a.first < last and a.code}
    before = [a for a in sentence.actors if a.last <= draft.anchor]
    deed = " ".join(norms[first : first + _ACT])
    gap = draft.anchor - before[-1].last if before else len(norms)
    joins = _JOINS.match(deed) is not None
    return {
        "act_length": min(last - first, 30) / 30,
        "act_foreign": float(bool(inside - draft.codes())),
        "act_any": float(bool(inside)),
        "gap_none": float(gap <= 1),
        "gap_small": float(1 < gap <= _MANY),
        "act_meets": float(bool(_MEETS.match(deed) or _only_meets(norms, first))),
        "act_joins": float(joins),
        "act_accedes": float(joins and _names_accords(sentence, first)),
        "act_vague": float(bool(_VAGUE.match(deed))),
        "act_be": float(norms[first : first + 1] == ["be"]),
        "early": float(draft.anchor <= 2),
        "after_will": float(norms[draft.anchor : draft.anchor + 1] == ["will"]),
    }


def _names_accords(sentence: Sentence, first: int) -> bool:
    """Tell whether an act from token `first` on soon names accords or a body that states join."""
    return any(
        first <= name.first <= first + _NEAR and name.detail in _JOINED
        for name in sentence.names
        if name.kind == "programme"
    )


def _only_meets(norms: list[str], first: int) -> bool:
    """Tell whether an act is the meeting or signing itself: "meet in Rome", not "meet needs"."""
    while norms[first : first + 1] and norms[first] in _BESIDE_VERB:
        first += 1
    verb = norms[first] if first < len(norms) else ""
    return verb in _ENCOUNTERS and _MET_THINGS.isdisjoint(norms[first : first + _ACT])


# -- words ---------------------------------------------------------------------------------------


def _stems(reading: Reading, sentence: Sentence) -> list[str]:
    """Return the stem of each token that counts as a word, empty for the others.

    Only words written in lower case somewhere, and offices: no names, so that what was learnt
    from one country's texts holds for another's.
    """
    tokens = sentence.flow.tokens
    stems = [stem(token.norm) if _is_word(token, reading) else "" for token in tokens]
    for word in sentence.words:
        for step in range(word.first, word.last):
            if tokens[step].text.isalpha():
                stems[step] = stem(tokens[step].norm)
    return stems


def _cues(reading: Reading, stems: list[str], draft: Draft) -> frozenset[str]:
    """Return the words that may speak for a candidate, marked by where they stand."""
    at = draft.anchor
    places: dict[str, Iterable[str]] = {
        "in": stems,
        "before": stems[max(0, at - _NEAR) : at],
        "at": stems[at : at + 1],
        "after": stems[at + 1 : at + 1 + _NEAR],
    }
    if draft.kind == "commitment":
        first = draft.span[0]
        places |= {"verb": stems[first : first + 1], "act": stems[first + 1 : first + _ACT]}
    own = {f"{mark}:{word}" for mark, found in places.items() for word in found if word}
    return _head_cues(reading) | own


def _is_word(token: Token, reading: Reading) -> bool:
    plain = token.text.isalpha() and len(token.text) >= _SHORT_WORD
    return plain and (token.text.islower() or token.norm in reading.common)


@lru_cache(maxsize=1)
def _head_cues(reading: Reading) -> frozenset[str]:
    """Return the words of a text's title and first sentences, marked as such."""
    told = {word.lower() for word in re.findall(r"[A-Za-z]{4,}", reading.title)}
    found = {stem(word) for word in told if word in reading.common}
    for sentence in reading.sentences[:_HEAD]:
        found |= {
            stem(token.norm)
            for token in sentence.flow.tokens
            if len(token.text) > _SHORT_WORD and _is_word(token, reading)
        }
    return frozenset(f"text:{word}" for word in found if word)
