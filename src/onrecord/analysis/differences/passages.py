"""What became of each sentence: kept, altered, removed, added, or moved elsewhere unaltered."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from onrecord.analysis.differences.alignment import Alignment
from onrecord.analysis.differences.words import Words
from onrecord.record import Spans

LEAST_COMMON = 0.5
"""A sentence belongs to one of the other text from this share of its words on, or of the other's."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a text, or several that were split or joined, with their places in both texts.

    `before` is empty where it was added, `after` where it was removed. A sentence whose punctuation alone differs,
    marks of quotation apart, is kept.
    """

    kind: Literal["kept", "altered", "removed", "added", "moved"]
    before: Spans
    after: Spans


Group = tuple[list[int], list[int]]
Groups = list[Group]
"""The numbers of sentences of the earlier and the later text that belong together."""


def find_passages(alignment: Alignment, groups: Groups) -> tuple[Passage, ...]:
    """The passages of two texts in the order of the later one; what was removed stands where it would follow."""
    moved = _moved(groups)
    passages = []
    place = (-1, -1)
    for number, (mine, theirs) in enumerate(groups):
        if theirs and number not in moved:
            place = (theirs[0], -1)
        where = place if not theirs else (theirs[0], -1)
        passages.append(((*where, number), _passage(alignment, mine, theirs, number in moved)))
    return tuple(passage for _, passage in sorted(passages, key=lambda each: each[0]))


def group_sentences(alignment: Alignment) -> Groups:
    """The sentences of both texts that belong together, by the earlier text; what was added stands last."""
    left, right = alignment.left, alignment.right
    home: dict[int, int] = {}
    groups: Groups = []
    for one, (first, last) in enumerate(left.sentences):
        common = Counter(
            right.sentence_of(other)
            for number in range(first, last)
            if (other := alignment.later[number]) is not None and not left.is_mark(number)
        )
        theirs = [
            other
            for other, count in sorted(common.items())
            if count >= LEAST_COMMON * min(_size(left, one), _size(right, other))
        ]
        joined = next((home[other] for other in theirs if other in home), None)
        if joined is None:
            joined = len(groups)
            groups.append(([], []))
        groups[joined][0].append(one)
        for other in theirs:
            if other not in home:
                home[other] = joined
                groups[joined][1].append(other)
    return groups + [([], [other]) for other in range(len(right.sentences)) if other not in home]


def _size(words: Words, sentence: int) -> int:
    first, last = words.sentences[sentence]
    return sum(not words.is_mark(number) for number in range(first, last)) or 1


def _moved(groups: Groups) -> set[int]:
    """The groups that stand in another order now: those outside of a longest run that kept its order."""
    both = [(number, min(theirs)) for number, (mine, theirs) in enumerate(groups) if mine and theirs]
    ends: list[int] = []
    lengths = []
    for _, place in both:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    kept: set[int] = set()
    wanted = len(ends) - 1
    for (number, _), length in zip(reversed(both), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(number)
            wanted -= 1
    return {number for number, _ in both} - kept


def _passage(alignment: Alignment, mine: list[int], theirs: list[int], is_moved: bool) -> Passage:
    before = _spans(alignment.left, mine)
    after = _spans(alignment.right, theirs)
    if not theirs:
        return Passage("removed", before, after)
    if not mine:
        return Passage("added", before, after)
    if not is_whole(alignment, mine, theirs):
        return Passage("altered", before, after)
    return Passage("moved" if is_moved else "kept", before, after)


def is_whole(alignment: Alignment, mine: list[int], theirs: list[int]) -> bool:
    """Whether every word of some sentences of either text stands in the other."""
    return _are_matched(alignment.left, alignment.later, mine) and _are_matched(
        alignment.right, alignment.earlier, theirs
    )


def _are_matched(words: Words, matched: list[int | None], sentences: list[int]) -> bool:
    return all(
        matched[number] is not None or words.is_mark(number)
        for sentence in sentences
        for number in range(*words.sentences[sentence])
    )


def _spans(words: Words, sentences: list[int]) -> Spans:
    return words.spans(number for sentence in sentences for number in range(*words.sentences[sentence]))
