"""Which words to point out where two wordings stand side by side."""

from difflib import SequenceMatcher

from onrecord.analysis.differences.words import Words

Pieces = tuple[tuple[str, bool], ...]
"""A wording cut into pieces; true where the other has not these words. Together they are the whole."""


def mark_words(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both wordings in pieces: those words marked that the other has not."""
    left, right = Words(before), Words(after)
    blocks = SequenceMatcher(None, left.keys, right.keys, autojunk=False).get_matching_blocks()
    mine = {block.a + step for block in blocks for step in range(block.size)}
    theirs = {block.b + step for block in blocks for step in range(block.size)}
    return _pieces(left, mine), _pieces(right, theirs)


def _pieces(words: Words, common: set[int]) -> Pieces:
    pieces: list[tuple[str, bool]] = []
    place = 0
    for span in words.spans(number for number in range(len(words.keys)) if number not in common):
        pieces += [(words.text[place : span.start], False), (span.text, True)]
        place = span.end
    pieces.append((words.text[place:], False))
    return tuple(piece for piece in pieces if piece[0])
