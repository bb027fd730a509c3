"""The scales on which words that attribute are compared."""

import pytest

from onrecord.codebooks.cue_scales import load_cue_scales


@pytest.mark.parametrize(
    "word",
    [
        "claim",
        "claims",
        "claimed",
        "claiming",
        "denies",
        "denied",
        "said",
        "says",
        "swore",
        "vowed",
        "criticized",
        "known",
    ],
)
def test_every_form_of_a_word_is_known(word: str) -> None:
    assert load_cue_scales().of((word,))


def test_no_word_stands_twice_on_one_scale() -> None:
    for words, degrees in load_cue_scales().degrees.items():
        scales = [degree.scale for degree in degrees]
        assert len(scales) == len(set(scales)), words


def test_a_longer_phrase_goes_before_a_word() -> None:
    assert load_cue_scales().of(("express", "concern"))["censure"].degree == 1


@pytest.mark.parametrize("words", ["did not admit", "never claimed", "didn't say"])
def test_negated_words_stand_nowhere(words: str) -> None:
    assert load_cue_scales().of(tuple(words.split())) == {}
