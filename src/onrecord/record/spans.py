"""Spans: stretches of a document's text, in Unicode code points."""

from dataclasses import dataclass

from onrecord.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of a document's text, and the words that stand there.

    Raises RecordError where the offsets are not a stretch as long as the words.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"offsets {self.start}..{self.end} are not a stretch of text")
        if self.end - self.start != len(self.text):
            raise RecordError(f"offsets {self.start}..{self.end} are not as long as {self.text!r}")


Spans = tuple[Span, ...]
"""The pieces of one thing in text order; more than one where it is broken."""


def cut(text: str, start: int, end: int) -> Span:
    """The span of `text` from code point `start` to `end`, exclusive. Raises RecordError where it lies outside."""
    if end > len(text):
        raise RecordError(f"offsets {start}..{end} are outside a text of {len(text)} characters")
    return Span(start, end, text[start:end])


def cut_all(text: str, bounds: list[tuple[int, int]]) -> Spans:
    """The spans of `text` at each (start, end), in text order."""
    return tuple(cut(text, start, end) for start, end in sorted(bounds))
