"""Several readings of a text pooled, and the attributions chosen from them by confidence.

One best label path misses attributions that are nearly as likely as their absence, and joins neighbours that belong
apart. So a text is decoded several times, with spans beginning more or less readily; what the readings agree on is
more likely right, and of attributions that contradict each other the surer one stands.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from onrecord.annotation.models.attribution.assemble import Draft
from onrecord.annotation.models.attribution.decode import FloatArray, Span

_NEAR: Final = 400
_ALIKE: Final = 0.5
Key = tuple[tuple[int, int] | None, tuple[tuple[int, int], ...], tuple[int, int] | None]


def pool(readings: list[list[Draft]]) -> list[Draft]:
    """Every different draft of the readings once, by place, with how many readings hold it or its like."""
    seen: dict[Key, tuple[Draft, set[int]]] = {}
    for number, drafts in enumerate(readings):
        for draft in drafts:
            seen.setdefault(_key(draft), (draft, set()))[1].add(number)
    held = sorted(seen.values(), key=lambda item: (item[0].first, item[0].last))
    contents = [_words(draft.contents) for draft, _ in held]
    found = []
    for index, (draft, holders) in enumerate(held):
        near = set(holders)
        for other in _neighbours(index, held):
            if _alike(draft, held[other][0], contents[index], contents[other]):
                near |= held[other][1]
        shares = (len(holders) / len(readings), len(near) / len(readings))
        found.append(replace(draft, same=shares[0], alike=shares[1], plain=0 in holders))
    return found


def choose(drafts: list[Draft], chances: FloatArray, threshold: float) -> list[int]:
    """Indices of the drafts that stand, by place: the surest first, none that shares words with a surer one.

    Only cues and contents may not be shared; many attributions have one source.
    """
    used: set[int] = set()
    kept = []
    for index in np.argsort(-chances, kind="stable").tolist():
        if chances[index] < threshold:
            break
        own = _words([*drafts[index].contents, *([cue] if (cue := drafts[index].cue) else [])])
        if not own & used:
            used |= own
            kept.append(index)
    return sorted(kept)


def _key(draft: Draft) -> Key:
    cue, source = draft.cue, draft.source
    return (
        (cue.start, cue.end) if cue else None,
        tuple((span.start, span.end) for span in draft.contents),
        (source.start, source.end) if source else None,
    )


def _words(spans: list[Span]) -> set[int]:
    return {word for span in spans for word in range(span.start, span.end)}


def _neighbours(index: int, held: list[tuple[Draft, set[int]]]) -> list[int]:
    first = held[index][0].first
    found = []
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(held) and abs(held[other][0].first - first) <= _NEAR:
            found.append(other)
            other += step
    return found


def _alike(one: Draft, other: Draft, words: set[int], others: set[int]) -> bool:
    """Whether two drafts would count as the same: contents that overlap by half, and sources that meet."""
    shared = len(words & others)
    if not shared or shared < _ALIKE * len(words | others):
        return False
    if one.source is None or other.source is None:
        return one.source is other.source
    return one.source.start < other.source.end and other.source.start < one.source.end
