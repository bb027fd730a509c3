"""Indirect attributions: cue words of the lexicon in the syntactic frames that the lexicon allows them."""

from collections.abc import Callable, Iterator

from onrecord.annotation.attribution.frames import Framed
from onrecord.annotation.attribution.nominal import (
    according_to,
    by_adjective,
    by_adverb,
    by_light_verb,
    by_noun,
    in_view_of,
)
from onrecord.annotation.attribution.verbal import by_verb
from onrecord.annotation.syntax import Sentence, Word
from onrecord.codebooks import Cues

Finder = Callable[[Sentence, int, Cues], Framed | None]


def find_framed(sentence: Sentence, cues: Cues) -> Iterator[Framed]:
    """The attributions that one sentence's words and shape tell of, at most one a cue word."""
    for index, word in enumerate(sentence.words):
        for find in _finders(word):
            found = find(sentence, index, cues)
            if found is not None and found.content:
                yield found
                break


def _finders(word: Word) -> tuple[Finder, ...]:
    """What may be found from a word, by its tag: each finder tells what the word attributes there, or nothing."""
    if word.text.lower() == "according":
        return (according_to,)
    if word.is_verb:
        return (by_light_verb, by_verb)
    if word.tag.startswith("NN"):
        return (by_noun,)
    if word.tag.startswith("JJ"):
        return (by_adjective,)
    if word.tag.startswith("RB"):
        return (by_adverb,)
    return (in_view_of,) if word.lemma == "in" and word.dep == "prep" else ()
