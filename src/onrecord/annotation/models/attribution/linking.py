"""What stands between two spans, for the linking heads: distance, order, other spans, line breaks, quotation."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.models.attribution.words import Break, IntArray, Quote

Range = tuple[int, int]
FeatureArray = NDArray[np.float32]

_GAPS: Final = (0, 1, 2, 4, 8, 16, 32, 64)
_GAP_KINDS: Final = len(_GAPS) + 1
_BETWEEN: Final = 4
_LINES: Final = 3
N_FEATURES: Final = 2 * _GAP_KINDS + 2 * _BETWEEN + _LINES + 4
FARTHEST: Final = 260


class Layout:
    """Counts along a text's words from which pair features are read in constant time."""

    def __init__(self, breaks: IntArray, quotes: IntArray) -> None:
        self.lines = _running(breaks >= Break.LINE)
        self.marks = _running((quotes == Quote.OPEN) | (quotes == Quote.CLOSE))
        self.quoted = _running(quotes != Quote.OUTSIDE)


def _running(flags: NDArray[np.bool_]) -> IntArray:
    return np.concatenate([[0], np.cumsum(flags)]).astype(np.int64)


def pair_features(layout: Layout, dependents: list[Range], heads: list[Range]) -> FeatureArray:
    """A (dependents, heads, N_FEATURES) table of what stands between each pair."""
    if not dependents or not heads:
        return np.zeros((len(dependents), len(heads), N_FEATURES), dtype=np.float32)
    one = np.array(dependents, dtype=np.int64)[:, None, :]
    other = np.array(heads, dtype=np.int64)[None, :, :]
    after = (other[..., 0] >= one[..., 0]).astype(np.int64)
    low = np.minimum(one[..., 1], other[..., 1])
    high = np.maximum(np.maximum(one[..., 0], other[..., 0]), low)
    gap = np.searchsorted(np.array(_GAPS), high - low, side="left")
    shape = gap.shape
    lines = np.minimum(
        layout.lines[np.minimum(high + 1, len(layout.lines) - 1)]
        - layout.lines[np.minimum(low, len(layout.lines) - 1)],
        _LINES - 1,
    )
    whole = (layout.quoted[one[..., 1]] - layout.quoted[one[..., 0]] == one[..., 1] - one[..., 0]).astype(np.int64)
    marked = (layout.marks[high] - layout.marks[low] > 0).astype(np.int64)
    columns = [
        after * _GAP_KINDS + gap,
        2 * _GAP_KINDS + np.minimum(_between(low, high, heads), _BETWEEN - 1),
        2 * _GAP_KINDS + _BETWEEN + np.minimum(_between(low, high, dependents), _BETWEEN - 1),
        2 * _GAP_KINDS + 2 * _BETWEEN + lines,
        2 * _GAP_KINDS + 2 * _BETWEEN + _LINES + np.broadcast_to(whole, shape),
        2 * _GAP_KINDS + 2 * _BETWEEN + _LINES + 2 + marked,
    ]
    table = np.zeros((*shape, N_FEATURES), dtype=np.float32)
    rows, places = np.indices(shape)
    for column in columns:
        table[rows, places, column] = 1.0
    return table


def _between(low: IntArray, high: IntArray, spans: list[Range]) -> IntArray:
    """How many of the spans start in the gap of each pair and end in it."""
    starts = np.sort(np.array([start for start, _ in spans], dtype=np.int64))
    result: IntArray = np.searchsorted(starts, high, side="left") - np.searchsorted(starts, low, side="left")
    return np.maximum(result, 0)
