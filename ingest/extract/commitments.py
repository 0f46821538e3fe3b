"""Commitments of a sentence: who will, plans to or considers doing what."""

import re
from collections.abc import Iterator

from ingest.extract import gate
from ingest.extract import parties as find
from ingest.extract.actors import Actor
from ingest.extract.agreements import find_agreements
from ingest.extract.context import Reading, Sentence
from ingest.extract.dates import DateHit
from ingest.extract.drafts import Draft, clean_parties
from ingest.extract.grammar import all_actors, clause_bounds, codes, expand, list_after
from ingest.extract.lexicon import Entry
from ingest.extract.mentions import Word
from ingest.extract.phrases import action_words, surface

_STRENGTH = {"firm": 3, "intended": 2, "considered": 1}
_MEETING_ACTS = re.compile(
    r"^(?:also )?(?:announce|identify|release|welcome|highlight|say|hold|host|convene|meet|attend|sign|conclude|visit|discuss|negotiate|launch a dialogue|speak|brief|travel|ink|finalize|finalise)\b"
)
_EMPTY_ACTS = re.compile(
    r"^(?:also |then |soon |now |jointly )*(?:be (?!responsible|building|developing|providing|launching|working|\w+ed |built|sent|able to use)|lead |help|provide an impetus|provide a |have |need|see |know|get |remain|become|take place|depend|like |include|focus|help |say|allow|enable|mark|serve|bring |open |pave|require|cost|come|begin|start|last|end|feature|arrive|return to|land |splash|dock|lift|blast|fly by|orbit|reach|cover|air|broadcast|livestream|stream|appear|continue to orbit|undock|spend|stay|replace|follow|happen|turn|make it|give |provide opportun|mean|involve|benefit|impact|affect|consist)"
)
_INANIMATE = frozenset(
    """satellite satellites mission missions spacecraft rocket rover lander telescope probe launch data camera system project program programme
    crew astronauts cosmonauts team instrument vehicle module capsule event briefing forum summit meeting visit dialogue talks ceremony""".split()
)
_AGREEMENT_NOUNS = frozenset(
    {
        "agreement",
        "mou",
        "memorandum",
        "deal",
        "pact",
        "accord",
        "accords",
        "contract",
        "partnership",
        "arrangement",
        "treaty",
        "collaboration",
        "cooperation",
        "understanding",
    }
)
_PARTS = re.compile(r"^(?:and|,|as well as|or|;)$")


def find_commitments(reading: Reading, sentence: Sentence) -> list[Draft]:
    """Return the undertakings that `sentence` states."""
    if sentence.flow.norms[-1:] == ["?"]:
        return []
    drafts: list[Draft] = [
        *_from_instruments(reading, sentence),
        *_from_terms(reading, sentence),
        *_from_bullet(reading, sentence),
    ]
    taken: list[tuple[int, int]] = [
        (int(d.features["act_first"]), int(d.features["act_last"])) for d in drafts
    ]
    instruments = [
        d
        for d in find_agreements(reading, sentence)
        if d.type == "contract" or d.type == "accession" or not d.bare
    ]
    for word in _triggers(sentence):
        if any(
            0 <= d.anchor - word.last <= 3 and d.status != "ended"
            for d in instruments
            if word.entry.kind != "instrument"
        ):
            continue  # "agreed to buy", "will issue a joint statement": the agreement itself
        if any(first <= word.first < last for first, last in taken):
            continue
        found = list(_from_trigger(reading, sentence, word))
        drafts.extend(found)
        if found:
            taken.append((word.first, max(int(d.features["act_last"]) for d in found)))
    return drafts


def _triggers(sentence: Sentence) -> list[Word]:
    found = [w for w in sentence.triggers if w.entry.kind in ("commit", "noun")]
    return sorted(found, key=lambda word: (word.first, word.entry.kind == "noun"))


def _from_trigger(reading: Reading, sentence: Sentence, word: Word) -> Iterator[Draft]:
    if word.entry.kind == "noun":
        yield from _noun(reading, sentence, word)
        return
    if not _is_finite(sentence, word):
        return
    first, last = _act(sentence, word)
    act = surface(sentence, first, last)
    if last - first < 2 or _is_no_act(act, word):
        return
    parties, source = _doers(reading, sentence, word)
    if _PASSIVE.match(act.lower()):
        parties, source = _passive_doers(reading, sentence, first, last)
    first, parties, source = _enabled(sentence, first, last, parties, source)
    if parties:
        yield from _split(reading, sentence, word, parties, source, first, last)


_SAYING = frozenset(
    {
        "said",
        "says",
        "announced",
        "announce",
        "announces",
        "agreed",
        "confirmed",
        "added",
        "stated",
        "and",
    }
)
_GENERIC = re.compile(
    r"^(?:further |jointly )?(?:boost|enhance|strengthen\w*|expand\w*|deepen\w*|promote|develop\w*|advance|improve|intensify|facilitate|increase|foster|broaden)\W.{0,60}?\b(?:cooperation|ties|relations|relationship|partnerships?|collaboration|signing|friendship|sector)\b",
    re.IGNORECASE,
)
_DIALOGUE = re.compile(
    r"^(?:\w+ ){0,5}(?:dialogue|dialog|summit|conference|meeting|forum|talks)\b", re.IGNORECASE
)
_FINITE = frozenset({"is", "was", "were", "began", "are", "took", "has"})
_PASSIVE = re.compile(
    r"^be (?:(?!joined|followed|used|required|needed)\w+ed|built|sent|set up|put|flown|done|held)\b"
)
_UNDER = re.compile(
    r"\b(?:under|according to|as part of|within the framework of|in line with|in accordance with)\b.{0,25}\b(?:agreement|deal|contract|mou|memorandum|accord|pact|document|arrangement|treaty)\b"
)


def _passive_doers(
    reading: Reading, sentence: Sentence, first: int, last: int
) -> tuple[list[Actor], str]:
    """Read "will be built by JAXA"; under an agreement its parties are the doers."""
    norms = sentence.flow.norms
    for step in range(first, min(first + 12, last)):
        if norms[step] in ("by", "from") and step > first + 1:
            listed = [
                a
                for a in list_after(sentence, step + 1, 3)
                if a.code and a.why_not in ("", "possessive", "modifier")
            ]
            if listed:
                return clean_parties(listed), "passive"
    if _UNDER.search(" ".join(norms)):
        parties, source = find.complete(reading, sentence, [])
        return (parties, "agreement") if source != "single" else ([], "")
    return [], ""


_PROGRESSIVE = frozenset(
    {"consider", "mull", "weigh", "explore", "contemplate", "study", "look into", "discuss"}
)


def _is_finite(sentence: Sentence, word: Word) -> bool:
    """Tell whether the trigger is said of somebody, not negated, not a relative aside."""
    norms = sentence.flow.norms
    before = norms[word.first - 1] if word.first else ""
    key, form = word.entry.key, word.entry.detail
    if before == "that" and word.first > 1 and norms[word.first - 2] not in _SAYING:
        return False
    if before in ("not", "never", "to", "t", "which", "longer") or (
        norms[word.last : word.last + 1] in (["not"], ["never"]) and key != "will"
    ):
        return False
    if key.startswith(
        (
            "discuss ways",
            "explore ways",
            "explore the poss",
            "discuss the poss",
            "explore opportun",
            "study the poss",
        )
    ):
        return before not in ("to", "will")
    if key in _PROGRESSIVE:
        return (
            form == "ing"
            and before in ("is", "are", "currently", "also")
            or form in ("base", "s")
            and key in ("consider", "mull", "weigh", "contemplate")
            and before not in ("to", "will")
        )
    if form == "ing":
        return before in ("is", "are", "currently", "also", "be", "and", ",")
    if form in ("past", "participle") and before in (
        "be",
        "being",
        "been",
        "was",
        "were",
        "is",
        "are",
    ):
        return key in ("commit to", "plan to")
    return not (key == "may" and sentence.flow.tokens[word.first].capital)


_SKIPPED = frozenset(
    {
        "also",
        "to",
        "that",
        "jointly",
        "soon",
        "now",
        "then",
        '"',
        "further",
        "fully",
        "actively",
        "both",
    }
)
_ACT_ENDS = frozenset(
    {";", "under", "signed", "while", "which", "but", "who", "although", "whereas", "where"}
)
_AFTER_COMMA = frozenset(
    """a an as following according with when after marking he she it they said says announced building
    the particularly especially reflecting noting adding paving committing making this""".split()
)


def _act(sentence: Sentence, word: Word) -> tuple[int, int]:
    """Return the token range of what is to be done."""
    norms = sentence.flow.norms
    first = word.last
    if word.entry.key == "agree with":
        first = next(
            (i + 1 for i in range(first, min(first + 8, len(norms))) if norms[i] == "to"),
            len(norms),
        )
    while first < len(norms) and norms[first] in _SKIPPED:
        first += 1
    last = first
    while last < len(norms) and last - first < 45 and norms[last] not in _ACT_ENDS:
        if norms[last] == "." and last + 1 == len(norms):
            break
        if (
            norms[last] == ","
            and last - first > 2
            and norms[last + 1 : last + 2]
            and norms[last + 1] in _AFTER_COMMA
        ):
            break
        last += 1
    return first, last


def _is_no_act(act: str, word: Word) -> bool:
    lowered = act.lower()
    if _MEETING_ACTS.match(lowered) or _DIALOGUE.match(lowered):
        return True
    if word.entry.key == "expected to" and _GENERIC.match(lowered):
        return True
    if word.entry.key in ("will", "shall", "may", "might", "could", "would") and _EMPTY_ACTS.match(
        lowered
    ):
        return True
    return lowered[:1] in (",", ".", '"', ")")


def _doers(reading: Reading, sentence: Sentence, word: Word) -> tuple[list[Actor], str]:
    """Return who undertakes: the subject just before the trigger."""
    norms = sentence.flow.norms
    first, aside = _clause_start(sentence, word.first)
    noun = "" if aside else _subject_noun(sentence, word, first)
    if noun in _AGREEMENT_NOUNS and word.entry.key in ("will", "shall", "would"):
        parties, _source = find.complete(reading, sentence, [])
        return parties, "agreement"
    if (
        noun in _INANIMATE
        or noun in _AGREEMENT_NOUNS
        or (noun and word.entry.key in ("be to", "aim at"))
    ):
        return [], ""
    before = [
        a
        for a in all_actors(sentence)
        if first <= a.first and a.last <= word.first and a.key != "speaker"
    ]
    usable = [
        a
        for a in before
        if a.why_not in ("", "speaker") and not a.possessive and not _is_object(sentence, a, word)
    ]
    if not usable:
        return [], ""
    nearest = usable[-1]
    if _is_relative(sentence, nearest):
        return [], ""
    gap = norms[nearest.last : word.first]
    if aside:
        gap = []
    coordinated = bool(gap) and gap[-1] in ("and", "also") and len(gap) > 1
    if not coordinated and (
        len(gap) > 16
        or (
            len(gap) > 4
            and "," not in gap
            and not {"said", "announced", "that", "have", "has"} & set(gap)
        )
    ):
        return [], ""
    if _CREW_WORDS & set(norms[max(first, word.first - 9) : word.first]):
        return [], ""
    if word.entry.detail == "past" and word.entry.code == "intended" and not _is_own_past(gap):
        return [], ""
    if _INANIMATE & set(gap) and "," not in gap and not coordinated:
        return [], ""
    chosen = [a for a in _subject_list(sentence, usable) if a.kind != "name" or a.code]
    if not chosen:
        earlier = [a for a in sentence.actors if a.last <= word.first and not a.why_not]
        chosen = [
            a
            for a in earlier
            if a.code and {"announce", "announced", "announces"} & set(norms[a.last : a.last + 3])
        ]
    kind = nearest.kind if nearest.kind != "group" else f"group_{nearest.key}"
    return clean_parties(chosen), f"subject_{kind}"


_CREW_WORDS = frozenset({"astronaut", "cosmonaut", "astronauts", "cosmonauts", "crewmates", "participant", "spacewalkers", "crew"})
_AUXILIARY = frozenset({"has", "have", "had", "also", "and", "earlier", "later", "since", "now"})


def _is_own_past(gap: list[str]) -> bool:
    """Tell whether "planned to" is the subject's verb and not "an effort intended to"."""
    return not gap or gap[-1] in _AUXILIARY or gap[-1].endswith("ly") or gap[-1] in (",", ")", '"')


_BEFORE_SUBJECT = frozenset(
    """and but that said says then also so as if because since while when although , ; : - . ( " ' today now therefore thus where
    according announced how what hope hopes hoped believe believes""".split()
)


def _is_relative(sentence: Sentence, subject: Actor) -> bool:
    """Tell whether the subject only opens a relative clause: "the work we will do", "where NASA plans"."""
    norms = sentence.flow.norms
    before = norms[subject.first - 1] if subject.first else ""
    if before in ("where", "which", "whom") or (
        before == "the" and norms[subject.first - 2 : subject.first - 1] in (["where"], ["which"])
    ):
        return True
    pronoun = subject.kind == "group" and subject.key in ("we", "they", "it")
    return (
        pronoun
        and bool(before)
        and before.isalpha()
        and before not in _BEFORE_SUBJECT
        and not before.endswith("ly")
    )


def _clause_start(sentence: Sentence, position: int) -> tuple[int, bool]:
    """Return where the clause of a verb starts, and whether an aside stands before the verb."""
    first, _ = clause_bounds(sentence, position)
    norms = sentence.flow.norms
    if (
        first > 1
        and norms[first - 1] in ("which", "who", "whose")
        and norms[position - 1 : position] == [","]
    ):
        first, _ = clause_bounds(sentence, first - 2)
        return first, True
    return first, False


def _is_object(sentence: Sentence, actor: Actor, word: Word) -> bool:
    """Tell whether an actor hangs on a preposition: "a camera from NASA", "ties with Japan"."""
    norms = sentence.flow.norms
    step = actor.first - 1
    while step >= 0 and norms[step] in ("the", "its", "their", "both"):
        step -= 1
    if step > 0 and norms[step] == "and":
        partner = next((a for a in sentence.actors if a.last == step), None)
        return (
            partner is not None
            and _is_object(sentence, partner, word)
            and norms[max(0, partner.first - 2) : partner.first].count("between") > 0
        )
    if step < 0 or norms[step] not in (
        "from",
        "by",
        "for",
        "with",
        "of",
        "on",
        "to",
        "against",
        "about",
        "than",
        "between",
        "under",
    ):
        return False
    if norms[step] == "with":
        return not any(a.last <= step for a in sentence.actors) or actor.last != word.first
    return True


def _enabled(
    sentence: Sentence, first: int, last: int, parties: list[Actor], source: str
) -> tuple[int, list[Actor], str]:
    """Read "will allow Japan to build ...": Japan is the doer."""
    norms = sentence.flow.norms
    if norms[first] not in ("allow", "enable", "see", "permit", "let") or not parties:
        return first, parties, source
    for step in range(first + 1, min(first + 14, last - 1)):
        if norms[step] == "to" and step + 1 < last:
            inside = [
                a for a in sentence.actors if first < a.first and a.last <= step + 1 and a.code
            ]
            return step + 1, clean_parties(inside) or parties, "enabled"
    return first, [], ""


def _subject_noun(sentence: Sentence, word: Word, first: int) -> str:
    """Return the plain noun right before the trigger, if the subject ends with one."""
    norms = sentence.flow.norms
    step = word.first - 1
    while step >= first and norms[step] in (
        "also",
        "soon",
        "jointly",
        "now",
        "has",
        "have",
        "had",
        "currently",
        "recently",
        ",",
        ")",
        "will",
        "is",
        "are",
        "be",
        "was",
        "were",
        "not",
    ):
        step -= 1
    for actor in all_actors(sentence):
        if actor.first <= step < actor.last:
            return ""
    return norms[step] if step >= first else ""


def _first_list(sentence: Sentence, usable: list[Actor]) -> list[Actor]:
    found = [usable[0]]
    for actor in usable[1:]:
        between = sentence.flow.norms[found[-1].last : actor.first]
        if len(between) <= 4 and set(between) <= {",", "and", "the", "&", "with", "met"}:
            found.append(actor)
    return found


def _subject_list(sentence: Sentence, usable: list[Actor]) -> list[Actor]:
    glue = {
        ",",
        "and",
        "the",
        "&",
        "as",
        "well",
        "along",
        "with",
        "together",
        "its",
        "their",
        "both",
    }
    found = [usable[-1]]
    for actor in reversed(usable[:-1]):
        between = sentence.flow.norms[actor.last : found[0].first]
        if len(between) <= 4 and all(word in glue for word in between):
            found.insert(0, actor)
        else:
            break
    return found


_VERBISH = re.compile(r"^(?:[a-z]{2,14})$")
_ACTION_VERBS = frozenset(
    """build develop launch establish create send deliver provide support strengthen expand deepen enhance promote share conduct
    operate cooperate collaborate work carry join participate continue explore advance improve increase invest train deploy
    use utilise utilize design supply test study include take contribute extend exchange nurture accelerate boost set make
    ensure pursue seek begin start complete produce manufacture transfer offer help assist facilitate host implement land
    return fly put place bring open foster encourage address construct fund finance purchase buy procure upgrade protect
    prevent reduce refrain monitor track coordinate jointly further co-develop integrate equip prepare identify move""".split()
)


def _pieces(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """Cut an act at "and <verb>": "strengthen research and support KPS" is two acts."""
    norms = sentence.flow.norms
    cuts = [first]
    if norms[first] not in _ACTION_VERBS and not (
        norms[first].endswith("ing") and "to" in norms[first:last]
    ):
        return [(first, last)]
    for step in range(first + 2, last - 2):
        if norms[step - 2 : step] == ["and", "to"] and norms[step] in _ACTION_VERBS:
            cuts.append(step)
            continue
        told = [
            w for w in norms[cuts[-1] : step] if w not in _ACTION_VERBS and w not in (",", "and")
        ]
        if (
            norms[step - 1] in ("and", ",")
            and norms[step] in _ACTION_VERBS
            and step - cuts[-1] >= 3
            and len(told) >= 2
        ):
            previous = norms[step - 2]
            if norms[step - 1] == "," or previous not in _ACTION_VERBS:
                if norms[step + 1] not in ("and", ",", "of", "for") and _is_verb_here(
                    sentence, step
                ):
                    cuts.append(step)
    ends = [*cuts[1:], last]
    return list(zip(cuts, ends, strict=True))


def _is_verb_here(sentence: Sentence, step: int) -> bool:
    norms = sentence.flow.norms
    if norms[step] in (
        "support",
        "work",
        "test",
        "study",
        "use",
        "place",
        "track",
        "fund",
        "design",
        "share",
        "exchange",
        "train",
        "launch",
        "land",
        "return",
        "transfer",
        "purchase",
        "supply",
        "open",
        "start",
        "set",
        "finance",
        "monitor",
        "increase",
        "address",
        "advance",
        "further",
        "host",
        "help",
        "move",
        "fly",
        "research",
    ):
        return (
            norms[step + 1]
            in (
                "the",
                "a",
                "an",
                "its",
                "their",
                "with",
                "to",
                "each",
                "our",
                "in",
                "astronauts",
                "joint",
                "new",
                "future",
                "on",
                "up",
            )
            or sentence.flow.tokens[step + 1].capital
        )
    return True


def _split(
    reading: Reading,
    sentence: Sentence,
    word: Word,
    parties: list[Actor],
    source: str,
    first: int,
    last: int,
) -> Iterator[Draft]:
    pieces = _pieces(sentence, first, last)
    for start, end in pieces:
        yield _draft(reading, sentence, word, parties, source, start, end)


def _draft(
    reading: Reading,
    sentence: Sentence,
    word: Word,
    parties: list[Actor],
    source: str,
    first: int,
    last: int,
) -> Draft:
    strength = _strength(sentence, word)
    draft = Draft("commitment", strength, "open", sentence.index, word.first)
    draft.evidence = [sentence.index]
    draft.parties = _with_partners(sentence, parties, first, last)
    negated = word.entry.key.endswith("not to") or word.entry.key.startswith("no ")
    draft.title = ("not to " if negated else "") + surface(sentence, first, min(last, first + 18))
    draft.words = action_words(sentence, first, min(last, first + 18))
    draft.due = _due(reading, sentence, first, last)
    draft.date_value = draft.due.value(True) if draft.due else None
    start, end = sentence.offset(first), sentence.flow.tokens[last - 1].end
    inside = [hit for hit in sentence.money if start <= hit.start <= end]
    draft.amount = inside[0].amount if inside else None
    draft.beneficiary = _beneficiary(sentence, draft.parties, first, last)
    draft.features = {
        f"trigger_{word.entry.key.replace(' ', '_')}": 1.0,
        f"strength_{strength}": 1.0,
        source: 1.0,
        "act_first": float(first),
        "act_last": float(last),
        "due": float(draft.due is not None),
        "act_space": float(gate.space_weight(sentence.flow, first, last) > 0),
        "joint": float(
            "joint" in sentence.flow.norms[first:last]
            or "jointly" in sentence.flow.norms[word.first : last]
        ),
        "two_parties": float(len(draft.codes()) >= 2),
        "act_verb": float(sentence.flow.norms[first] in _ACTION_VERBS),
    }
    return draft


def _strength(sentence: Sentence, word: Word) -> str:
    value = "firm" if word.entry.kind == "instrument" else word.entry.code
    after = sentence.flow.norms[word.last : word.last + 3]
    if word.entry.key in ("will", "shall"):
        if after[:2] in (
            ["seek", "to"],
            ["aim", "to"],
            ["try", "to"],
            ["strive", "to"],
            ["look", "to"],
        ):
            return "intended"
        rest = after[1:] if after[:1] == ["also"] else after
        if rest[:1] in (["consider"], ["discuss"], ["examine"]) or (
            rest[:1] in (["explore"], ["study"])
            and rest[1:2]
            in (
                ["the"],
                ["ways"],
                ["opportunities"],
                ["options"],
                ["possible"],
                ["areas"],
                ["new"],
                ["potential"],
            )
        ):
            return "considered"
    left = " ".join(sentence.flow.norms[max(0, word.first - 9) : word.first])
    if word.entry.key == "will" and re.search(
        r"\b(?:hopes?|hoped|planned|expects?|expected|plans?|wants?)\b(?: that)?(?: \w+){0,4}$",
        left,
    ):
        return "intended"
    if word.entry.key == "would" and re.search(
        r"\b(?:said|told|announced|stated|added|confirmed|agreed|promised)\b",
        left + " " + " ".join(sentence.flow.norms[: word.first]),
    ):
        return "firm"
    if value == "firm" and after[:1] in (["explore"], ["consider"], ["discuss"]):
        return "firm"
    return value


def _with_partners(sentence: Sentence, parties: list[Actor], first: int, last: int) -> list[Actor]:
    """Add the partners of a joint act: "with Kazakhstan", "in cooperation with JAXA"."""
    norms = sentence.flow.norms
    out = list(parties)
    for step in range(first, min(last, first + 25)):
        if norms[step] == "with" and step + 1 < last:
            listed = [
                a
                for a in list_after(sentence, step + 1, 4)
                if a.why_not in ("", "speaker") and a.code
            ]
            out = clean_parties([*out, *listed])
    return out


def _is_over(reading: Reading, hit: DateHit) -> bool:
    """Tell whether a date is a past day, which no undertaking can be due on."""
    value, today = hit.value(True), reading.calendar.day
    if not value or today is None or hit.preposition in ("by", "until", "through"):
        return False
    last = value.split("/")[-1].rstrip("~")
    return (
        last[:3] + "X" != last
        and last < today.isoformat()[: len(last)]
        or (len(last) == 10 and last <= today.isoformat())
    )


def _due(reading: Reading, sentence: Sentence, first: int, last: int) -> DateHit | None:
    start, end = sentence.offset(first), sentence.flow.tokens[last - 1].end
    hits = [
        hit
        for hit in sentence.dates
        if start <= hit.start <= end and hit.preposition not in ("since", "of", "to", "for", "at")
    ]
    if not hits:
        lead = [
            hit
            for hit in sentence.dates
            if hit.end <= start
            and hit.start - sentence.span.start <= 10
            and hit.preposition in ("in", "by", "on", "next", "later", "within")
        ]
        lead = [
            hit
            for hit in lead
            if hit.value(True)
            and (
                hit.basis == "stated"
                or hit.past is None
                or hit.preposition in ("by", "next", "later", "within")
            )
        ]
        return lead[0] if lead else None
    hits = [hit for hit in hits if not _is_over(reading, hit)]
    if not hits:
        return None
    deadline = [
        hit
        for hit in hits
        if hit.preposition in ("by", "before", "until", "through", "no later than", "as early as")
    ]
    return (deadline or hits)[0]


def _beneficiary(sentence: Sentence, parties: list[Actor], first: int, last: int) -> Actor | None:
    norms = sentence.flow.norms
    have = codes(parties)
    for actor in sentence.actors:
        if not first <= actor.first < last or not actor.code or actor.code in have:
            continue
        before = norms[max(0, actor.first - 2) : actor.first]
        if before[-1:] in (["for"], ["to"], ["help"], ["support"], ["assist"]) or (
            before[-1:] == ["the"] and before[:1] in (["for"], ["to"])
        ):
            return actor
    return None


# -- nouns: "its commitment to", "the goal of" -----------------------------------------------------


def _noun(reading: Reading, sentence: Sentence, word: Word) -> Iterator[Draft]:
    norms = sentence.flow.norms
    if word.first and norms[word.first - 1] in ("in", "no", "not", "to", "will", "would", "share"):
        return
    if (
        word.entry.key in ("effort to", "efforts to")
        or not word.entry.key.startswith("intention")
        and {"shared", "mutual", "common"} & set(norms[max(0, word.first - 3) : word.first])
    ):
        return
    first, last = _act(sentence, word)
    act = surface(sentence, first, last)
    if (
        last - first < 2
        or _is_no_act(act, word)
        or act.lower().startswith(("the artemis", "join the artemis"))
    ):
        return
    if _FINITE & set(norms[first : first + 14]) and "that" not in norms[first : first + 14]:
        return
    parties, source = _owners(reading, sentence, word)
    if not parties:
        return
    yield _draft(reading, sentence, word, parties, source, first, last)


def _owners(reading: Reading, sentence: Sentence, word: Word) -> tuple[list[Actor], str]:
    """Return whose commitment it is: a possessive, else the subject of the verb before it."""
    norms = sentence.flow.norms
    actors = all_actors(sentence)
    near = [a for a in actors if a.possessive and a.last <= word.first and word.first - a.last <= 5]
    own = norms[max(0, word.first - 4) : word.first]
    if word.entry.key == "interest in" and not {"express", "expressed", "expresses"} & set(
        norms[max(0, word.first - 6) : word.first]
    ):
        return [], ""
    if near and near[-1].kind != "group":
        return clean_parties([near[-1]]), "owner_possessive"
    owns = [
        i for i in range(max(0, word.first - 3), word.first) if norms[i] in ("has", "have", "had")
    ]
    if word.entry.key.startswith("no "):
        owns = (
            [word.first]
            if norms[word.first - 1 : word.first] in (["has"], ["have"], ["had"])
            else []
        )
    if owns:
        subjects = [
            a for a in find.subjects(sentence, owns[0]) if not _is_object(sentence, a, word)
        ]
        return (
            (clean_parties(_subject_list(sentence, subjects)), "owner_has")
            if subjects
            else ([], "")
        )
    verbs = [
        w
        for w in sentence.triggers
        if w.entry.kind in ("reaffirm",) and w.last <= word.first and word.first - w.last <= 6
    ]
    pronoun = bool({"their", "its", "our", "his", "her"} & set(own))
    if verbs or pronoun:
        position = verbs[-1].first if verbs else word.first
        subjects = [
            a
            for a in find.subjects(sentence, position)
            if not (a.kind == "group" and a.possessive) and not _is_object(sentence, a, word)
        ]
        participle = bool(verbs) and verbs[-1].entry.detail == "ing"
        if subjects:
            chosen = (
                _first_list(sentence, subjects) if participle else _subject_list(sentence, subjects)
            )
            return clean_parties(chosen), "owner_verb" if verbs else "owner_pronoun"
        if near:
            return clean_parties([near[-1]]), "owner_group"
    owners = [a for a in sentence.actors if a.possessive and a.code and a.last <= word.first]
    if (
        owners
        and norms[word.first - 1 : word.first] == ["the"]
        and word.entry.key.startswith(("goal", "aim", "objective", "target"))
    ):
        return clean_parties([owners[-1]]), "owner_possessive"
    return [], ""


def distinct_codes(actors: list[Actor]) -> set[str]:
    """Return the codes of actors with references expanded."""
    return codes(expand(actors))


# -- instruments: "signed a pact to build ..." ------------------------------------------------------


def _from_instruments(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    norms = sentence.flow.norms
    for word in sentence.triggers:
        if word.entry.kind != "instrument" or word.entry.weak:
            continue
        step = _infinitive(sentence, word)
        if step < 0:
            continue
        last = step
        while (
            last < len(norms)
            and last - step < 30
            and norms[last] not in _ACT_ENDS
            and norms[last] != "."
        ):
            last += 1
        signed = [
            d
            for d in find_agreements(reading, sentence)
            if d.status in ("signed", "extended", "planned", "in_force")
        ]
        if not signed or last - step < 2 or _GENERIC.match(surface(sentence, step, last)):
            continue
        for draft in _split(reading, sentence, word, signed[0].parties, "instrument", step, last):
            draft.type = "intended" if signed[0].status == "planned" else draft.type
            yield draft
        return


def _from_bullet(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read a bullet of a bilateral fact sheet: "Expand cooperation on ...", "Exploring ...;"."""
    tokens, norms = sentence.flow.tokens, sentence.flow.norms
    start = sentence.span.start
    marked = (
        reading.folded[max(0, start - 3) : start].strip(" \n")[:1] in ("-", "*", "•", "·")
        or norms[-1] == ";"
    )
    if (
        not marked
        or not reading.bilateral
        or len(norms) < 6
        or not tokens[0].capital
        or sentence.space < gate.STRONG
    ):
        return
    verb = norms[0] if norms[0] in _ACTION_VERBS else _infinitive_of(norms[0])
    if verb not in _ACTION_VERBS or norms[1] in ("cooperation", "of", "and", ":"):
        return
    last = next(
        (i for i in range(1, len(norms)) if norms[i] in _ACT_ENDS or norms[i] == "."), len(norms)
    )
    trigger = Word(0, 1, Entry("commit", _bullet_strength(verb, norms[0]), "bullet", "commitment"))
    draft = _draft(reading, sentence, trigger, list(reading.main[:2]), "bullet", 0, last)
    draft.parties = clean_parties(list(reading.main[:2]))
    yield draft


def _bullet_strength(verb: str, form: str) -> str:
    if verb == "explore":
        return "considered"
    return "firm" if verb == form else "intended"


def _infinitive_of(form: str) -> str:
    if not form.endswith("ing"):
        return ""
    stem = form[:-3]
    return next((v for v in (stem, stem + "e", stem[:-1]) if v in _ACTION_VERBS), "")


_TERMS = re.compile(
    r"^(?:also )?(?:envisage[sd]?|provides? for|provided for|stipulate[sd]?|foresee[s]?|foresaw|calls? for|includes? the|will include|covers? the) "
)


def _from_terms(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """Read "the document envisages the launch of joint projects"."""
    norms = sentence.flow.norms
    for word in sentence.triggers:
        if word.entry.kind != "instrument" or (word.entry.weak and word.entry.key != "document"):
            continue
        match = _TERMS.match(" ".join(norms[word.last : word.last + 4]) + " ")
        if match is None:
            continue
        first = word.last + len(match.group().split())
        parties, source = find.complete(reading, sentence, [])
        if len(codes(parties)) >= 2 and source != "single" and len(norms) - first > 2:
            yield _draft(reading, sentence, word, parties, "terms", first, len(norms))
        return


def _infinitive(sentence: Sentence, word: Word) -> int:
    """Return where the verb of "<instrument> (was signed) to <verb>" stands, else -1."""
    norms = sentence.flow.norms
    for step in range(word.last, min(word.last + 12, len(norms) - 2)):
        if norms[step] == "to":
            verb = step + 1 + (norms[step + 1] in ("jointly", "further"))
            return verb if norms[verb] in _ACTION_VERBS else -1
        if norms[step] in (",", ";", "which", "on", "in", "for") or (norms[step] == "of"):
            return -1
    return -1
