"""A text as words and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.differences.words import Words


def sentences(text: str) -> list[str]:
    words = Words(text)
    return [words.span(first, last - 1).text for first, last in words.sentences]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
        ("“Go!” Stein said. “Now.” He left.", ["“Go!”", "Stein said.", "“Now.”", "He left."]),
        ("“Is it?” he asked.", ["“Is it?” he asked."]),
        ("Mr. Stein met Gen. Idris.", ["Mr. Stein met Gen. Idris."]),
        ("The U.S. Navy came.", ["The U.S. Navy came."]),
        ("A headline\nA line", ["A headline", "A line"]),
        ("It cost 4.5 million. Twice.", ["It cost 4.5 million.", "Twice."]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, told: list[str]) -> None:
    assert sentences(text) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“No,” he said", '"No," he said'),
        ("didn’t", "didn't"),
        ("The Chancellor", "the chancellor"),
        ("a – b", "a - b"),
    ],
)
def test_typography_and_case_make_no_other_word(one: str, other: str) -> None:
    assert Words(one).keys == Words(other).keys


@given(text=st.text(st.characters(blacklist_categories=["Cs"]), max_size=80))
def test_every_sentence_is_made_of_the_texts_own_words(text: str) -> None:
    words = Words(text)
    assert [number for first, last in words.sentences for number in range(first, last)] == list(range(len(words.keys)))
    assert all(text[span.start : span.end] == span.text for span in words.spans(range(0, len(words.keys), 2)))


def test_words_in_part_of_a_span_count() -> None:
    words = Words("one two three")
    (span,) = words.spans([1])
    assert words.within((span,)) == [1]
    assert words.within((words.span(0, 1),)) == [0, 1]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert "'" in Words("the workers’ rights").keys
