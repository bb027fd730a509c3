"""A text cut where marks begin and end, so that overlapping marks can be shown as flat stretches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Code points `start` to `end` of a text play `role` in the thing `target` (a statement's or time's id)."""

    start: int
    end: int
    role: str
    target: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the marks that cover all of it, the shortest (innermost) first."""

    start: int
    text: str
    marks: tuple[Mark, ...]


def cut_segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The whole text in order as segments, none of them empty; marks must lie within the text."""
    ordered = sorted(marks)
    edges = sorted({0, len(text), *(mark.start for mark in ordered), *(mark.end for mark in ordered)})
    active: list[Mark] = []
    waiting = 0
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start]
        while waiting < len(ordered) and ordered[waiting].start <= start:
            active.append(ordered[waiting])
            waiting += 1
        covering = sorted(active, key=lambda mark: (mark.end - mark.start, mark))
        yield Segment(start, text[start:end], tuple(covering))


def split_paragraphs(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """The segments a paragraph at a time, line breaks left out; a segment over a break is cut at it."""
    paragraph: list[Segment] = []
    for segment in segments:
        position = segment.start
        for line in segment.text.splitlines(keepends=True):
            words = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            if words:
                paragraph.append(Segment(position, words, segment.marks))
            if len(words) < len(line) and paragraph:
                yield paragraph
                paragraph = []
            position += len(line)
    if paragraph:
        yield paragraph
