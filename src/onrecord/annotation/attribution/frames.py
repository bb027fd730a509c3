"""One attribution in a sentence, as word indices, and what the frame finders share."""

from dataclasses import dataclass

from onrecord.annotation.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Framed:
    """Word indices of one attribution in its sentence; `frame` tells which shape was seen."""

    frame: str
    source: list[int]
    cue: list[int]
    content: list[int]


def is_clausal(sentence: Sentence, index: int) -> bool:
    """Whether a word heads a clause: a verb, a modal, or what has a subject or copula."""
    words = sentence.words
    return words[index].is_verb or words[index].tag == "MD" or sentence.child(index, "nsubj", "cop", "aux") is not None
