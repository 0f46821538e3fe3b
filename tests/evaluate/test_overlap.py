from ingest.evaluate.overlap import evidence_overlaps, locate

TEXT = "Chile backs the plan. Chile and Peru met on Friday in Lima. They will meet again in May."
FIRST, SECOND, THIRD = (s + "." for s in TEXT[:-1].split(". "))


def _overlap(one: list[str], two: list[str], text: str | None = TEXT) -> bool:
    return evidence_overlaps(locate(one, text), locate(two, text))


def test_same_and_different_sentences() -> None:
    assert _overlap([SECOND], [SECOND])
    assert not _overlap([SECOND], [THIRD])


def test_any_sentence_of_either_side_suffices() -> None:
    assert _overlap([FIRST, THIRD], [SECOND, THIRD])


def test_sentence_cut_elsewhere_overlaps_by_offsets() -> None:
    assert _overlap([SECOND], ["Peru met on Friday in Lima. They will meet again"])


def test_neighbours_that_share_a_few_characters_do_not_overlap() -> None:
    assert not _overlap([FIRST + " Chile"], [SECOND])


def test_repeated_sentence_overlaps_at_either_place() -> None:
    text = f"{SECOND}\n\n{FIRST} {SECOND}"
    assert _overlap([SECOND], [f"{FIRST} {SECOND}"], text)


def test_without_text_the_wording_decides() -> None:
    assert _overlap([SECOND], ["chile  and Peru met on Friday"], None)
    assert _overlap(["Chile and Peru met on Friday"], [SECOND], None)
    assert not _overlap([SECOND], [THIRD], None)


def test_quote_that_is_not_in_the_text_falls_back_to_the_wording() -> None:
    hard_wrapped = SECOND.replace(" on ", "\non ")
    assert _overlap([SECOND], [hard_wrapped])
    assert not _overlap([THIRD], [hard_wrapped])


def test_a_word_or_two_are_no_containment() -> None:
    assert not _overlap([SECOND], ["Lima"], None)
    assert _overlap(["Lima"], ["lima"], None)
