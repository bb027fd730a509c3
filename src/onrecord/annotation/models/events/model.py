"""What event a word tells of, from its vectors, those of the word it stands with, and clues of lexicon and grammar.

Two networks of one hidden layer, in numpy: one for the type (or none), one for the mode. The vectors are those of the
attribution model's encoder, in context and without it, so a text is encoded once for both.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.annotation.models.network import Array, Network
from onrecord.errors import ModelError


class EventModel:
    """Rates words by types.npz and modes.npz of a folder; `encoder` is the version of what makes the vectors."""

    def __init__(self, folder: Path, encoder: str) -> None:
        self._types = Network(folder, "types")
        self._modes = Network(folder, "modes")
        for network in (self._types, self._modes):
            wanted = network.meta["encoder"]
            if wanted != encoder:
                raise ModelError(f"{folder}: was trained on the encoder {wanted}, not on {encoder}")
        self.types: tuple[str, ...] = tuple(self._types.meta["classes"])
        self.modes: tuple[str, ...] = tuple(self._modes.meta["classes"])

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return self._types.version

    def read(self, rows: Array) -> tuple[Array, Array]:
        """A row a word: its chances to tell of each of `types`, and of each of `modes`, to four decimals."""
        if not len(rows):
            return np.zeros((0, len(self.types)), np.float32), np.zeros((0, len(self.modes)), np.float32)
        return _chances(self._types.scores(rows)), _chances(self._modes.scores(rows))


def inputs(context: Array, lexical: Array, partner: Array, clues: Sequence[Sequence[float]]) -> Array:
    """The model's inputs: clues, vector in context, by itself, and that of the partner, side by side."""
    return np.concatenate([np.array(clues, dtype=np.float32), context, lexical, partner], axis=1)


def _chances(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Array = np.round(powers / powers.sum(axis=1, keepdims=True), 4)
    return result
