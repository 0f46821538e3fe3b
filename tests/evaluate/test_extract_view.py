import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

from ingest import extract_view
from ingest.article import Document
from ingest.clean import clean
from ingest.errors import InputError, UsageError
from ingest.extract_view import Extracted, extract_files, in_context, print_facts, run_extract
from ingest.facts.locate import QuoteFinder
from ingest.facts.model import Commitment, FactFile, Meeting
from ingest.read import discover

LEAD = (
    "Kenya and Norway signed a memorandum of understanding on satellite data in Nairobi on Monday."
)
STORY = (
    f"Ground stations to be shared\n\nNAIROBI, May 6 (Wire) - {LEAD} Rain fell.\n\nMore rain fell."
)


def _article(text: str = STORY):
    return clean(Document("story.txt", None, "text", "utf-8", text))


def _facts(quote: str = LEAD, **fields: object) -> FactFile:
    agreement = {
        "title": "memorandum",
        "type": "mou",
        "status": "signed",
        "signed_on": "2030-05-06",
        "place": "Nairobi",
        "amount": None,
        "valid_until": None,
        "space": True,
        "parties": [{"name": "Kenya", "country": "KEN"}, {"name": "Norway", "country": "NOR"}],
        "people": [],
        "evidence": [quote, "Rain fell."],
        "confidence": 0.91,
        **fields,
    }
    return FactFile.model_validate(
        {
            "article": {"id": "story"},
            "method": "rules",
            "agreements": [agreement],
            "meetings": [],
            "commitments": [],
        }
    )


def _shown(facts: FactFile, *, terminal: bool = False, text: str = STORY) -> str:
    console = Console(file=io.StringIO(), width=160, force_terminal=terminal)
    print_facts(Extracted(_article(text), facts), console)
    return console.file.getvalue()


def test_a_fact_is_shown_with_its_fields_and_its_quote_in_context() -> None:
    shown = _shown(_facts())
    assert "agreement: mou, signed, confidence 0.91" in shown
    assert "Kenya [KEN], Norway [NOR]" in shown
    assert "memorandum\n" in shown
    assert "2030-05-06, Nairobi" in shown
    assert f"NAIROBI, May 6 (Wire) - «{LEAD}» Rain fell. (+1 more)" in shown


def test_a_meeting_is_shown_with_its_series_and_a_promise_with_whom_it_is_for() -> None:
    facts = _facts()
    common = {"parties": [{"name": "Kenya", "country": "KEN"}], "evidence": [LEAD], "space": True}
    meeting = {"type": "dialogue", "status": "held", "series": "Space Dialogue", "ordinal": 3}
    promise = {"action": "train engineers", "strength": "firm", "status": "open", "due": None}
    empty = {"held_on": None, "place": None, "people": []}
    served = {"amount": None, "beneficiary": {"name": "Norway", "country": "NOR"}}
    facts.meetings.append(Meeting.model_validate({**common, **meeting, **empty}))
    facts.commitments.append(Commitment.model_validate({**common, **promise, **served}))
    shown = _shown(facts)
    assert "Space Dialogue, no. 3\n" in shown
    assert "train engineers\n" in shown
    assert "Kenya [KEN]; for Norway [NOR]\n" in shown


def test_context_ends_with_the_paragraph() -> None:
    assert "More rain" not in _shown(_facts())
    assert "Ground stations" not in _shown(_facts()).split("«")[0].rsplit("2030-05-06", 1)[-1]


def test_context_is_short_in_a_long_paragraph() -> None:
    text = f"{'a ' * 500}{LEAD}{' b' * 500}"
    marked = in_context(text, LEAD, QuoteFinder(_article(text)))
    assert len(marked.plain) < len(LEAD) + 200


def test_on_a_terminal_the_quote_is_highlighted() -> None:
    article = _article()
    marked = in_context(article.text, LEAD, QuoteFinder(article))
    (span,) = [span for span in marked.spans if "bold" in str(span.style)]
    assert marked.plain[span.start : span.end] == f"«{LEAD}»"
    assert "\x1b[" in _shown(_facts(), terminal=True)


def test_a_hard_wrapped_quote_is_shown_on_one_line() -> None:
    wrapped = LEAD.replace(" on satellite", "\non satellite")
    assert f"«{LEAD}»" in _shown(_facts(wrapped), text=STORY.replace(LEAD, wrapped))


def test_a_quote_the_article_does_not_hold_is_said_to_be_missing() -> None:
    assert "not found in the article" in _shown(_facts("Norway launched a rocket."))


def test_articles_cannot_steer_the_terminal() -> None:
    hostile = LEAD.replace("Nairobi", "\x1b[31mNairobi\x07 [bold]now[/]")
    shown = _shown(_facts(hostile), text=STORY.replace(LEAD, hostile))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]now[/]" in shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "stories"
    home.mkdir()
    (home / "story.txt").write_text(STORY, "utf-8")
    rows = [{"id": "../../escape", "text": STORY}, {"id": "b", "text": "Rain fell."}]
    (home / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\nbroken\n", "utf-8")
    return home


def _run(folder: Path, **options: object) -> tuple[str, str]:
    out, err = (Console(file=io.StringIO(), width=200) for _ in range(2))
    assert run_extract([str(folder)], console=out, messages=err, **options) == 0
    return out.file.getvalue(), err.file.getvalue()


def test_json_lines_are_fact_files_in_the_order_of_the_articles(folder: Path) -> None:
    out, err = _run(folder, output_format="json")
    files = [FactFile.model_validate_json(line) for line in out.splitlines()]
    assert [file.article.id for file in files] == ["../../escape", "b", "story"]
    assert {file.method for file in files} == {"rules"}
    assert "3 articles" in err
    assert "1 input could not be used" in err
    assert "rows.jsonl" in err


def test_one_file_an_article_and_none_outside_of_the_folder(folder: Path, tmp_path: Path) -> None:
    out, _ = _run(folder, output_format="json", output_dir=tmp_path / "deep" / "facts")
    assert out == ""
    written = sorted((tmp_path / "deep" / "facts").iterdir())
    ids = {FactFile.model_validate_json(p.read_text("utf-8")).article.id for p in written}
    assert ids == {"../../escape", "b", "story"}
    assert {p.parent.name for p in tmp_path.rglob("*.json")} == {"facts"}


def test_two_articles_of_one_id_get_a_file_each(tmp_path: Path) -> None:
    rows = [{"id": "a/b", "text": "Rain fell."}, {"id": "a/b", "text": "It fell again."}]
    rows += [{"id": "a_b", "text": "And again."}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    _run(tmp_path / "rows.jsonl", output_format="json", output_dir=tmp_path / "facts")
    assert len(list((tmp_path / "facts").iterdir())) == 3


def test_processes_give_the_same_facts_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract_view, "POOL_FROM_BYTES", 1)
    texts = (STORY if n % 100 == 0 else f"Rain fell for {n} hours." for n in range(1100))
    rows = [{"id": f"n{n}", "text": text} for n, text in enumerate(texts)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    alone = list(extract_files(discover([str(path)]).files, jobs=1))
    together = list(extract_files(discover([str(path)]).files, jobs=2))
    assert len(alone) == 1100
    assert together == alone


def test_nothing_readable_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(InputError):
        _run(tmp_path)
    with pytest.raises(UsageError, match="nowhere"):
        _run(tmp_path / "nowhere")


def test_tables_keep_to_the_width_of_the_terminal() -> None:
    console = Console(file=io.StringIO(), width=80, force_terminal=True, soft_wrap=True)
    print_facts(Extracted(_article(), _facts()), console)
    lines = Text.from_ansi(console.file.getvalue()).plain.splitlines()
    assert max(map(len, lines)) <= 80
