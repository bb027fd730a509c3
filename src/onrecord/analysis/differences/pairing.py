"""Which item of one coding is which of another, by the places in the text where both stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.record import Spans


@dataclass(frozen=True, slots=True)
class Placed:
    """An item as it is looked for: `place` are the words that it is about, `beside` others that tell it apart.

    `traits` are its other fields in words. Among several equally near the one that shares most of them is taken.
    """

    place: Spans
    beside: Spans
    traits: tuple[str, ...]


def pair(left: Sequence[Placed], right: Sequence[Placed], least: float = 0.0) -> dict[int, int]:
    """The numbers of left items to those of right ones, one to one, the likest first.

    Two are alike by the share of their places that is common, and of what stands beside; more than `least` is needed.
    Items without a place go by their traits. The order of the items makes no difference, nor which side is left.
    """
    alike = _shares([item.place for item in left], [item.place for item in right])
    for both, share in _shares([item.beside for item in left], [item.beside for item in right]).items():
        alike[both] = alike.get(both, 0.0) + share
    rated = [
        (-share, *_rank(left[one], right[other]), one, other)
        for (one, other), share in alike.items()
        if share > least
    ]  # fmt: skip
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, one, other in sorted(rated):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs | _placeless(left, right)


def _rank(mine: Placed, theirs: Placed) -> tuple[int, list[tuple[Spans, tuple[str, ...]]]]:
    """Which of several equally near comes first: the same from either side."""
    common = sum(a == b for a, b in zip(mine.traits, theirs.traits, strict=True))
    return -common, sorted([(mine.place, mine.traits), (theirs.place, theirs.traits)])


def _shares(left: Sequence[Spans], right: Sequence[Spans]) -> dict[tuple[int, int], float]:
    """What share of the characters of both is common to both, for each two that meet; found in one walk."""
    common: Counter[tuple[int, int]] = Counter()
    starts = sorted(
        (span.start, side, number, span.end)
        for side, items in enumerate((left, right))
        for number, spans in enumerate(items)
        for span in spans
    )
    begun: tuple[list[tuple[int, int]], ...] = ([], [])
    for start, side, number, end in starts:
        across = begun[1 - side]
        across[:] = [each for each in across if each[1] > start]
        for other, until in across:
            common[(number, other) if side == 0 else (other, number)] += min(end, until) - start
        begun[side].append((number, end))
    return {
        (one, other): length / (_length(left[one]) + _length(right[other]) - length)
        for (one, other), length in common.items()
    }


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _placeless(left: Sequence[Placed], right: Sequence[Placed]) -> dict[int, int]:
    waiting: dict[tuple[str, ...], list[int]] = {}
    for number, item in enumerate(right):
        if not item.place + item.beside:
            waiting.setdefault(item.traits, []).append(number)
    return {
        number: waiting[item.traits].pop(0)
        for number, item in enumerate(left)
        if not item.place + item.beside and waiting.get(item.traits)
    }
