"""What event a word tells of, from its vectors, those of the word it stands with, and clues of lexicon and grammar.

Two networks of one hidden layer, in numpy: one for the type of event that a word tells of (or none), one for the part
that a phrase beside it has in the event (or none). The vectors are those of the
attribution model's encoder, in context and without it, so a text is encoded once for both.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.annotation.models.network import Array, Network
from onrecord.errors import ModelError


class EventModel:
    """Rates words by types.npz of a folder, and phrases beside them by roles.npz; `encoder` is the version
    of what makes the vectors."""

    def __init__(self, folder: Path, encoder: str) -> None:
        self._types = Network(folder, "types")
        self._roles = Network(folder, "roles")
        for network in (self._types, self._roles):
            wanted = network.meta["encoder"]
            if wanted != encoder:
                raise ModelError(f"{folder}: was trained on the encoder {wanted}, not on {encoder}")
        self.types: tuple[str, ...] = tuple(self._types.meta["classes"])
        self.roles: tuple[str, ...] = tuple(self._roles.meta["classes"])

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return self._types.version

    def read(self, rows: Array) -> Array:
        """A row a word: its chances to tell of each of `types`, to four decimals."""
        return _chances(self._types.scores(rows))

    def cast(self, rows: Sequence[Sequence[float]]) -> Array:
        """A row a phrase: its chances to be nothing to an event, its actor, its recipient, to four decimals."""
        return _chances(self._roles.scores(np.array(rows, dtype=np.float32)))


def inputs(context: Array, lexical: Array, partner: Array, clues: Sequence[Sequence[float]]) -> Array:
    """The model's inputs: clues, vector in context, by itself, and that of the partner, side by side."""
    return np.concatenate([np.array(clues, dtype=np.float32), context, lexical, partner], axis=1)


def _chances(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Array = np.round(powers / powers.sum(axis=1, keepdims=True), 4)
    return result
