"""What is done only where it can matter changes nothing that is found."""

from datetime import date
from itertools import permutations

import pytest

from ingest.article import Article, Document
from ingest.clean import clean
from ingest.extract import confidence, dates, grammar, tokens
from ingest.extract.actors import ActorFinder
from ingest.extract.commitments import find_commitments
from ingest.extract.context import Reading
from ingest.extract.dates import Calendar, find_dates
from ingest.extract.drafts import Draft
from ingest.extract.folding import _TABLE, fold
from ingest.extract.joining import loose_signers
from ingest.extract.relevance import keep, may_hold_promise
from ingest.extract.tokens import tokenize
from ingest.project import PROJECT_DIR
from ingest.read import discover, read_file

MIXED = (
    "Kenya and Norway will build a satellite together. The two governments will lower tariffs. "
    "Kenya will also pay for roads. Norway will buy tea. It will be sent by ship. "
    "Kenya will train nurses. The weather will be fine. Norway will open a school. "
    "Their astronauts will train together in orbit."
)


def article(text: str) -> Article:
    return clean(Document("test.txt", None, "text", "utf-8", text))


def bundled() -> list[Article]:
    files = discover([str(PROJECT_DIR / "articles")]).files
    found = [clean(item) for file in files for item in read_file(file) if hasattr(item, "text")]
    assert found
    return [*found, article(MIXED)]


def test_promises_are_looked_for_wherever_one_could_be_kept() -> None:
    spared = 0
    for each in bundled():
        reading = Reading(each)
        for sentence in reading.sentences:
            if not may_hold_promise(reading, sentence.index):
                spared += 1
                drafts = find_commitments(reading, sentence)
                assert not any(keep(reading, draft) for draft in drafts)
    assert spared, "nothing was spared, so nothing was shown"


def test_a_promise_amid_other_matters_is_not_spared() -> None:
    reading = Reading(article(MIXED))
    assert may_hold_promise(reading, 0)
    assert not may_hold_promise(reading, 5)


@pytest.mark.parametrize("text", ["met on Monday", "will return next year", "last winter", "today"])
def test_a_date_without_digits_is_read(text: str) -> None:
    day = Calendar(date(2021, 5, 5), "dateline")
    assert find_dates(text, 0, len(text), text, day)


def test_patterns_left_out_without_digits_need_one() -> None:
    left_out = [pair for pair in dates._PATTERNS if pair not in dates._WITHOUT_DIGITS]
    assert left_out
    without = "early in May of last year, on Monday the first of June, in the next decade, mid-May"
    assert not any(pattern.search(without) for pattern, _ in left_out)


def test_tokens_have_their_places() -> None:
    text = "The U.S. and AT&T's 3.5m dishes, O'Neil said -- Ärger&Öl's x2."
    found = tokenize(text, 4, len(text))
    assert all(text[token.start : token.end] == token.text for token in found)
    wanted = "U.S. and AT&T 's 3.5 m dishes , O ' Neil said - - Ärger&Öl 's x2 ."
    assert " ".join(token.text for token in found) == wanted
    assert [token.norm for token in found][:3] == ["us", "and", "at&t"]
    assert [token.capital for token in found][:3] == [True, False, True]


def test_the_forms_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_MAX_FORMS", 10)
    text = " ".join(f"word{number}" for number in range(100))
    assert [token.norm for token in tokenize(text, 0, len(text))] == text.split()
    assert len(tokens._FORMS) <= 10


def test_folding_is_a_translation_letter_by_letter() -> None:
    text = "".join(map(chr, _TABLE)) + "plain `text`\tof Żółć “quoted” — and more…"
    assert fold(text.replace("*", "")) == text.translate(_TABLE)


def test_no_actor_begins_where_none_is_looked_for() -> None:
    spared = 0
    for each in bundled():
        reading = Reading(each)
        for sentence in reading.sentences:
            flow, names, words = sentence.flow, sentence.names, sentence.words
            finder = ActorFinder(flow, names, words, reading.around)
            starts = {*finder.runs, *finder.names, *finder.offices, *finder.nouns}
            others = set(range(len(flow.tokens))) - starts
            spared += len(others)
            assert not any(finder._actor_at(position) for position in others)
    assert spared


def test_every_word_that_breaks_a_clause_is_asked() -> None:
    for each in bundled():
        for sentence in Reading(each).sentences:
            norms = sentence.flow.norms
            breaks = [norm for at, norm in enumerate(norms) if grammar._breaks(norms, at)]
            assert set(breaks) <= grammar._MAY_BREAK


def test_the_order_of_cues_does_not_change_the_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"a": 1e16, "b": 1.0, "c": -1e16}
    monkeypatch.setattr(confidence, "_words", lambda: {"meeting": weights})
    monkeypatch.setattr(confidence, "_weights", lambda: {"meeting": {}})
    for order in permutations(weights):
        draft = Draft("meeting", "talks", "held", 0, 0)
        draft.cues = order  # type: ignore[assignment]
        confidence.score(draft)
        assert draft.features["confidence"] == confidence.logistic(1.0)


def test_a_signing_needs_the_accords_named_before() -> None:
    named = "NASA presented the Artemis Accords. Greece, which signed on 9 February, was there."
    reading = Reading(article(named))
    assert [each.joiners[0].code for each in loose_signers(reading, reading.sentences[1])] == [
        "GRC"
    ]
    after = Reading(article("Greece, which signed on 9 February, was there. The Accords followed."))
    assert not list(loose_signers(after, after.sentences[0]))
