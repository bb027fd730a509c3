"""Words in all their forms."""

import pytest

from onrecord.codebooks.stems import stem


@pytest.mark.parametrize(
    "words",
    [
        "withdraw withdraws withdrawing withdrawal withdrew withdrawn",
        "recognise recognize recognised recognizing",
        "defence defense",
        "harbour harbor harbours",
        "sell sold",
        "programme program",
    ],
)
def test_forms_and_spellings_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["as a", "us u", "nation nature"])
def test_other_words_have_other_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == len(words.split())
