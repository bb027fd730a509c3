"""From the tagger's scores to spans: labels, constraints, Viterbi and marginals."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

SOURCE: Final = 0
CUE: Final = 1
CONTENT: Final = 2
LABELS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
N_LABELS: Final = len(LABELS)
FORBIDDEN: Final = -1e4


def begin_of(role: int) -> int:
    """The label of a span's first word."""
    return 1 + 2 * role


def inside_of(role: int) -> int:
    """The label of a span's further words."""
    return 2 + 2 * role


def allowed() -> NDArray[np.bool_]:
    """Which label may follow which: an inside label only its own span's labels. Row N_LABELS is the start."""
    table = np.ones((N_LABELS + 1, N_LABELS), dtype=np.bool_)
    for role in (SOURCE, CUE, CONTENT):
        inside = inside_of(role)
        table[:, inside] = False
        table[[begin_of(role), inside], inside] = True
    return table


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words with a role, and how sure the tagger is of its words on average."""

    role: int
    start: int
    end: int
    mean: float
    least: float


def viterbi(emissions: FloatArray, transitions: FloatArray) -> IntArray:
    """The best label paths of several variants of one text's scores, all at once.

    `emissions` is (variants, words, N_LABELS), `transitions` (N_LABELS + 1, N_LABELS), its last row the start.
    """
    variants, total, _ = emissions.shape
    paths: IntArray = np.zeros((variants, total), dtype=np.int64)
    if not total:
        return paths
    back = np.zeros((total, variants, N_LABELS), dtype=np.int64)
    best = emissions[:, 0] + transitions[N_LABELS]
    inner = transitions[:N_LABELS][None]
    for step in range(1, total):
        scores = best[:, :, None] + inner
        back[step] = scores.argmax(axis=1)
        best = scores.max(axis=1) + emissions[:, step]
    rows = np.arange(variants)
    paths[:, -1] = best.argmax(axis=1)
    for step in range(total - 1, 0, -1):
        paths[:, step - 1] = back[step, rows, paths[:, step]]
    return paths


def variants_of(emissions: FloatArray, bonuses: list[tuple[float, float]]) -> FloatArray:
    """Variants of a text's scores in which a cue, or any span, begins more readily, by the given bonuses."""
    variants = np.repeat(emissions[None], len(bonuses), axis=0)
    for variant, (cue, anything) in zip(variants, bonuses, strict=True):
        variant[:, begin_of(CUE)] += cue
        for role in (SOURCE, CUE, CONTENT):
            variant[:, begin_of(role)] += anything
    return variants


def marginals(emissions: FloatArray, transitions: FloatArray) -> FloatArray:
    """Each word's label probabilities over all paths (forward and backward, scaled at every step)."""
    total = len(emissions)
    if not total:
        return np.zeros((0, N_LABELS))
    weights = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    moves = np.exp(transitions)
    forward = np.empty((total, N_LABELS))
    backward = np.empty((total, N_LABELS))
    inner = moves[:N_LABELS]
    row = weights[0] * moves[N_LABELS]
    forward[0] = row / row.sum()
    for step in range(1, total):
        row = (forward[step - 1][:, None] * inner).sum(axis=0) * weights[step]
        forward[step] = row / row.sum()
    backward[-1] = 1.0
    for step in range(total - 2, -1, -1):
        row = (inner * (weights[step + 1] * backward[step + 1])[None, :]).sum(axis=1)
        backward[step] = row / row.sum()
    joint = forward * backward
    result: FloatArray = joint / joint.sum(axis=1, keepdims=True)
    return result


def spans_of(path: IntArray, probabilities: FloatArray) -> list[Span]:
    """The spans of a label path, in order."""
    found: list[tuple[int, int, int]] = []
    for index, label in enumerate(path.tolist()):
        if label == 0:
            continue
        role = (label - 1) // 2
        if label % 2 == 1 or not found or found[-1][0] != role or found[-1][2] != index:
            found.append((role, index, index + 1))
        else:
            found[-1] = (role, found[-1][1], index + 1)
    return [_span(role, start, end, probabilities) for role, start, end in found]


def _span(role: int, start: int, end: int, probabilities: FloatArray) -> Span:
    sure = probabilities[start:end, begin_of(role)] + probabilities[start:end, inside_of(role)]
    return Span(role, start, end, float(sure.mean()), float(sure.min()))
