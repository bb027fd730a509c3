"""Two texts side by side: which words are which, and what became of each sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.differences.alignment import Alignment
from onrecord.analysis.differences.passages import find_passages, group_sentences
from onrecord.analysis.differences.words import Words


def align(left: str, right: str) -> Alignment:
    return Alignment(Words(left), Words(right))


def lost(left: str, right: str) -> list[str]:
    """The words of the first text that the other has not."""
    alignment = align(left, right)
    return [key for key, other in zip(alignment.left.keys, alignment.later, strict=True) if other is None]


def kinds(left: str, right: str) -> list[str]:
    alignment = align(left, right)
    return [passage.kind for passage in find_passages(alignment, group_sentences(alignment))]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Ana said no.", "Ana said no.", []),
        ("Ana said no. Ivo left.", "Ivo left.", ["ana", "said", "no", "."]),
        ("Rebels took the hill at dawn.", "Rebels lost the hill at dawn.", ["took"]),
        ("The bank closed the branch.", "The dog chased the cat.", ["the", "bank", "closed", "the", "branch", "."]),
        ("The envoy left early, and the long strike went on.", "The envoy left early. The long strike went on.",
         [",", "and"]),
    ],
)  # fmt: skip
def test_words_that_are_gone_are_found(left: str, right: str, words: list[str]) -> None:
    assert lost(left, right) == words


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("One rose. Two fell.", "One rose. Two fell.", ["kept", "kept"]),
        ("One rose. Two fell.", "One rose.", ["kept", "removed"]),
        ("One rose.", "One rose. Two fell.", ["kept", "added"]),
        ("One rose in May.", "One rose in June.", ["altered"]),
        ("Ana spoke first. Ivo came late. Eva slept on.", "Ivo came late. Eva slept on. Ana spoke first.",
         ["kept", "kept", "moved"]),
        ("The bridge fell, and nobody was hurt at all.", "The bridge fell. Nobody was hurt at all.", ["altered"]),
        ("He called it a disgrace.", "He called it a “disgrace”.", ["altered"]),
        ("He called it a disgrace!", "He called it a disgrace.", ["kept"]),
    ],
)  # fmt: skip
def test_what_became_of_each_sentence(left: str, right: str, told: list[str]) -> None:
    assert kinds(left, right) == told


def test_what_stands_in_the_stead_of_words_is_found() -> None:
    alignment = align("The envoy met him on Monday.", "The envoy avoided both of them on Monday.")
    assert [alignment.right.keys[number] for number in alignment.opposite([2, 3])] == ["avoided", "both", "of", "them"]


WORDS = st.lists(st.sampled_from("the envoy met said 12 “no” . , not Ivo\n on".split(" ")), max_size=30).map(" ".join)


@given(left=WORDS, right=WORDS)
def test_no_word_is_two_words_and_both_sides_agree(left: str, right: str) -> None:
    alignment = align(left, right)
    for one, other in enumerate(alignment.later):
        if other is not None:
            assert alignment.earlier[other] == one
            assert alignment.left.keys[one] == alignment.right.keys[other]
    assert sum(each is not None for each in alignment.later) == sum(each is not None for each in alignment.earlier)


@given(left=WORDS, right=WORDS)
def test_passages_cover_both_texts_once(left: str, right: str) -> None:
    alignment = align(left, right)
    passages = find_passages(alignment, group_sentences(alignment))
    for words, pieces in (
        (alignment.left, [each.before for each in passages]),
        (alignment.right, [each.after for each in passages]),
    ):
        assert sorted(number for spans in pieces for number in words.within(spans)) == list(range(len(words.keys)))
