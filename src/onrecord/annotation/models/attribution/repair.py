"""Content edges set right by the quotation marks beside them: a content keeps its marks, whole.

The tagger sometimes leaves a mark, or the comma before it, outside a quoted content. Marks pair up within a line, so
where a content holds one mark of a pair or nearly all between them, the other edge is known.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.models.attribution.decode import CONTENT, Span
from onrecord.annotation.models.attribution.words import IntArray, Quote, Words

_STOPS: Final = frozenset(",.?!;…-–—")
_MOST: Final = 3
_OPENERS: Final = (Quote.OPEN, Quote.SINGLE_OPEN)
_CLOSERS: Final = (Quote.CLOSE, Quote.SINGLE_CLOSE)


def repair(spans: list[Span], words: Words) -> list[Span]:
    """The spans with content edges moved to the quotation marks that they belong to; no two come to overlap."""
    taken: NDArray[np.bool_] = np.zeros(len(words), dtype=np.bool_)
    for span in spans:
        taken[span.start : span.end] = True
    return [_repaired(span, words, taken) if span.role == CONTENT else span for span in spans]


def _repaired(span: Span, words: Words, taken: NDArray[np.bool_]) -> Span:
    start = _start(span, words, taken)
    end = _end(replace(span, start=start), words, taken)
    taken[start:end] = True
    return replace(span, start=start, end=end) if start < end else span


def _start(span: Span, words: Words, taken: NDArray[np.bool_]) -> int:
    """Take in the opening mark just before the content, but not one whose pair closes inside nothing of it."""
    before = span.start - 1
    if before >= 0 and not taken[before] and words.quotes[before] in _OPENERS:
        return before
    return span.start


def _end(span: Span, words: Words, taken: NDArray[np.bool_]) -> int:
    """Take in the closing mark, and a stop before it, of a quotation that opens within the content."""
    if not _left_open(words.quotes[span.start : span.end]):
        return span.end
    for place in range(span.end, min(span.end + _MOST, len(words))):
        if taken[place]:
            return span.end
        if words.quotes[place] in _CLOSERS:
            return place + 1
        if words.form(place) not in _STOPS:
            return span.end
    return span.end


def _left_open(quotes: IntArray) -> bool:
    marks = [state for state in quotes.tolist() if state in _OPENERS or state in _CLOSERS]
    return bool(marks) and marks[-1] in _OPENERS
