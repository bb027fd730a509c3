"""Spans of the gold and spans found, put side by side."""

from collections.abc import Sequence

Bounds = tuple[int, int]


def likeness(one: Bounds, other: Bounds) -> float:
    """What share of the characters of two spans is common to both."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def align(gold: Sequence[Bounds], found: Sequence[Bounds]) -> dict[int, int]:
    """Gold spans to found ones, one to one, the likest first; they share at least half of their characters."""
    rated = []
    for one, bounds in enumerate(gold):
        for other, others in enumerate(found):
            if others[0] >= bounds[1] or bounds[0] >= others[1]:
                continue
            alike = likeness(bounds, others)
            if alike >= 0.5:
                rated.append((alike, one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(rated, key=lambda each: (-each[0], each[1], each[2])):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs
