"""One text with what earlier steps found in it, and what stands where: every look-up by bisection.

A document of 200,000 words has some ten thousand paragraphs and quotations; a rule that walked all of them for each
quotation would take minutes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks import Cues


@dataclass(frozen=True)
class Page:
    """One text, its paragraphs, parsed sentences and quotations, and the cue lexicon."""

    text: str
    paragraphs: Sequence[Bounds]
    sentences: Sequence[Sentence]
    quotes: Sequence[Quote]
    cues: Cues
    speakers: frozenset[str] = frozenset()

    @cached_property
    def outer(self) -> list[Quote]:
        """The closed quotations that no other surrounds: the ones that structure the text."""
        return [quote for quote in self.quotes if quote.depth == 0 and quote.closed]

    @cached_property
    def marked(self) -> list[Bounds]:
        """The pieces of the outer quotations in text order; they do not overlap."""
        return sorted(piece for quote in self.outer for piece in quote.pieces)

    @cached_property
    def inner(self) -> dict[int, int]:
        """Where the quotations within quotations end, by where they begin."""
        return {start: end for quote in self.quotes if quote.depth for start, end in quote.pieces}

    def paragraph_at(self, position: int) -> Bounds:
        """The paragraph that holds a character; an empty one at the character where none does."""
        index = bisect_right(self._paragraph_starts, position) - 1
        if index >= 0 and position < self.paragraphs[index][1]:
            return self.paragraphs[index]
        return position, position

    def paragraph_before(self, position: int) -> Bounds | None:
        """The last paragraph that ends at or before a character."""
        index = bisect_left(self._paragraph_starts, position) - 1
        return self.paragraphs[index] if index >= 0 and self.paragraphs[index][1] <= position else None

    def paragraph_after(self, position: int) -> Bounds | None:
        """The first paragraph that begins at or after a character."""
        index = bisect_left(self._paragraph_starts, position)
        return self.paragraphs[index] if index < len(self.paragraphs) else None

    def sentences_over(self, start: int, end: int) -> list[Sentence]:
        """The sentences that share a character with (start, end)."""
        first = max(0, bisect_right(self._sentence_starts, start) - 1)
        last = bisect_left(self._sentence_starts, end)
        return [sentence for sentence in self.sentences[first:last] if sentence.start < end and start < sentence.end]

    def marked_over(self, start: int, end: int) -> list[Bounds]:
        """The pieces of outer quotations that touch (start, end) or stand at its edges."""
        first = max(0, bisect_right(self._marked_starts, start) - 1)
        last = bisect_right(self._marked_starts, end)
        return self.marked[first:last]

    def next_mark(self, position: int) -> int | None:
        """Where the next piece of an outer quotation begins, at or after a character."""
        index = bisect_left(self._marked_starts, position)
        return self._marked_starts[index] if index < len(self._marked_starts) else None

    def last_mark(self, position: int) -> int:
        """Where the last piece of an outer quotation ends that begins before a character; 0 where none does."""
        index = bisect_left(self._marked_starts, position) - 1
        return min(self.marked[index][1], position) if index >= 0 else 0

    def outer_at(self, position: int) -> Quote | None:
        """The outer quotation that begins at a character."""
        return self._outer_by_start.get(position)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether all of (start, end) stands in an outer quotation."""
        return any(a <= start and end <= b for a, b in self.marked_over(start, end))

    @cached_property
    def _outer_by_start(self) -> dict[int, Quote]:
        return {quote.start: quote for quote in self.outer}

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _marked_starts(self) -> list[int]:
        return [start for start, _ in self.marked]
