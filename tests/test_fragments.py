"""Many fragments in one pass: what counts as held, and in which order it is told."""

import pytest

from ingest.fragments import Fragments


def test_a_fragment_may_stand_within_a_word_but_case_counts() -> None:
    fragments = Fragments(["satellit", "rocket"])
    assert fragments.any_in("two microsatellites")
    assert not fragments.any_in("SATELLITES")
    assert not fragments.any_in("")


def test_fragments_that_overlap_are_all_held_in_the_order_they_were_given() -> None:
    fragments = Fragments(["read more", "more", "ad mor", "absent"])
    assert fragments.held_by("more: read more") == ["read more", "more", "ad mor"]
    assert fragments.held_by("nothing of it") == []


def test_letters_of_any_script_are_found() -> None:
    fragments = Fragments(["подписаться", "구독", "🚀"])
    assert fragments.held_by("🚀 и подписаться") == ["подписаться", "🚀"]


def test_an_empty_fragment_is_refused() -> None:
    with pytest.raises(ValueError, match="pattern"):
        Fragments(["a", ""])
