"""Which words of two wordings are pointed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.differences import mark_words


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("12 killed", "20 killed", ["12"], ["20"]),
        ("will meet today", "met today", ["will meet"], ["met"]),
        ("the same", "the same", [], []),
        ("", "new", [], ["new"]),
    ],
)
def test_words_that_the_other_has_not_are_marked(before: str, after: str, old: list[str], new: list[str]) -> None:
    pieces = mark_words(before, after)
    assert [[words for words, differs in side if differs] for side in pieces] == [old, new]


@given(before=st.text(max_size=40), after=st.text(max_size=40))
def test_the_pieces_are_the_whole(before: str, after: str) -> None:
    pieces = mark_words(before, after)
    assert ["".join(words for words, _ in side) for side in pieces] == [before, after]
