"""Passages that two texts share."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.origins.reports import OWN, WIRE, shown

from onrecord.ledger.origins import align

LEAD, CROWD = WIRE.split("\n\n")[1:3]


def test_a_text_shares_all_its_words_with_itself() -> None:
    (passage,) = align(WIRE, WIRE)
    assert passage.left.text == passage.right.text == WIRE.removesuffix(".")
    assert len(passage.pieces) == 1


def test_a_paragraph_within_another_text_is_found_where_it_stands() -> None:
    own = f"{OWN}\n\n{CROWD}\n\nThe mayor was not seen."
    passage = align(WIRE, own)[0]
    assert passage.left.text == CROWD.removesuffix(".")
    assert own[passage.right.start : passage.right.end] == passage.right.text == CROWD.removesuffix(".")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("three hundred", "280"),
        ("volunteers of the parish", "volunteers"),
        ("spent the night", "had to spend all night"),
    ],
)
def test_a_small_edit_does_not_break_a_passage(before: str, after: str) -> None:
    (passage,) = align(CROWD, CROWD.replace(before, after))
    assert all(before not in left.text for left, _ in passage.pieces)
    assert passage.right.text.endswith("lighthouse")


def test_pieces_are_the_same_word_by_word() -> None:
    (passage,) = align(CROWD, CROWD.replace("fruit", "ripe bananas"))
    assert [left.text for left, _ in passage.pieces] == [right.text for _, right in passage.pieces]
    assert sum(len(left.text.split()) for left, _ in passage.pieces) == passage.words


def test_paragraphs_in_another_order_are_passages_each() -> None:
    assert shown(align(f"{LEAD}\n\n{CROWD}", f"{CROWD}\n\n{LEAD}")) == [LEAD[:-1], CROWD[:-1]]


def test_a_formula_is_no_passage() -> None:
    left = "The minister said in a statement on Tuesday that grain was short."
    right = "Her ministry said in a statement on Tuesday that schools were open."
    assert align(left, right) == ()


def test_no_words_are_in_two_passages() -> None:
    passages = align(f"{CROWD}\n{LEAD}\n{CROWD}", f"{CROWD}\n{CROWD}\n{OWN}")
    ends = [0, *(each.left.end for each in passages)]
    assert all(each.left.start >= end for each, end in zip(passages, ends, strict=False))


@pytest.mark.parametrize("texts", [("", ""), (WIRE, ""), ("one two three", "one two three"), ("?!", "…")])
def test_too_little_is_no_passage(texts: tuple[str, str]) -> None:
    assert align(*texts) == ()


SENTENCES = st.lists(st.sampled_from([*WIRE.split(". "), *OWN.split(", "), "Ünïcode 🌊 «œuvre»", "a b c d a b c d"]))


@given(SENTENCES, SENTENCES)
def test_every_span_is_of_its_own_text(left: list[str], right: list[str]) -> None:
    one, other = ". ".join(left), " – ".join(right)
    for passage in align(one, other):
        spans = [(passage.left, passage.right), *passage.pieces]
        assert all(one[a.start : a.end] == a.text and other[b.start : b.end] == b.text for a, b in spans)


def test_a_text_that_repeats_itself_takes_no_longer_than_its_length() -> None:
    text = "round and round the mulberry bush " * 5000
    start = time.perf_counter()
    assert align(text, f"{text} again")[0].words == 30_000
    assert time.perf_counter() - start < 10
