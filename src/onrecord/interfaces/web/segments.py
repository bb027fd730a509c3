"""A text cut where marks begin and end, so that overlapping marks can be shown as flat stretches."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Code points `start` to `end` of a text play `role` in `target`, the id of a statement, time or mention."""

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


def nest_segments(
    segments: Iterable[Segment], is_inner: Callable[[Mark], bool]
) -> Iterator[tuple[tuple[Mark, ...], list[Segment]]]:
    """The segments in runs under the same outer marks, with those marks; a run's segments keep the inner marks only.

    So the edges of the inner marks do not cut what shows the outer ones, and either kind may cross the other.
    """
    split = (
        (tuple(mark for mark in each.marks if not is_inner(mark)), tuple(filter(is_inner, each.marks)), each)
        for each in segments
    )
    for outer, run in groupby(split, key=lambda parts: parts[0]):
        yield outer, [Segment(each.start, each.text, inner) for _, inner, each in run]
