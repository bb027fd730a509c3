"""Which attributions stay where two claim the same words: one may lie within another's content, never across it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.annotation.attribution.draft import Attribution, Pieces

# Attributions are compared with those near them only: a text of 200,000 words has ten thousand.
BLOCK = 2000


class _Neighbourhoods:
    """Attributions by the blocks of text that they touch."""

    def __init__(self, attributions: Sequence[Attribution] = ()) -> None:
        self._by_block: defaultdict[int, list[Attribution]] = defaultdict(list)
        for attribution in attributions:
            self.add(attribution)

    def add(self, attribution: Attribution) -> None:
        for block in _blocks(attribution):
            self._by_block[block].append(attribution)

    def near(self, attribution: Attribution) -> Iterator[Attribution]:
        for block in _blocks(attribution):
            yield from self._by_block[block]


def _blocks(attribution: Attribution) -> range:
    pieces = (*attribution.source, *attribution.cue, *attribution.content)
    return range(min(pieces)[0] // BLOCK, max(end for _, end in pieces) // BLOCK + 1)


def settle_overlaps(settled: Sequence[Attribution], offered: Sequence[Attribution]) -> list[Attribution]:
    """The settled attributions with those of the offered ones that fit, a longer content before a shorter one."""
    kept = list(settled)
    neighbours = _Neighbourhoods(kept)
    for attribution in sorted(offered, key=lambda each: -each.length):
        if all(_fits(attribution, other) for other in neighbours.near(attribution)):
            kept.append(attribution)
            neighbours.add(attribution)
    return kept


def enclosing(attributions: Sequence[Attribution]) -> dict[Attribution, Attribution | None]:
    """For each attribution the innermost one in whose content it stands."""
    neighbours = _Neighbourhoods(attributions)
    outer: dict[Attribution, Attribution | None] = {}
    for attribution in attributions:
        around = [other for other in neighbours.near(attribution) if is_within(attribution, other)]
        outer[attribution] = min(around, key=lambda each: each.length, default=None)
    return outer


def is_within(inner: Attribution, outer: Attribution) -> bool:
    """Whether all of one attribution stands in the content of the other."""
    pieces = (*inner.source, *inner.cue, *inner.content)
    return inner != outer and all(_inside(piece, outer.content) for piece in pieces)


def _fits(one: Attribution, other: Attribution) -> bool:
    if is_within(one, other) or is_within(other, one):
        return True
    if _touch(one.cue, other.cue) or _touch(one.content, other.content):
        return False
    return not (_touch(one.cue, other.content) or _touch(one.content, other.cue) or _touch(one.content, other.source))


def _inside(piece: tuple[int, int], pieces: Pieces) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in pieces)


def _touch(one: Pieces, other: Pieces) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
