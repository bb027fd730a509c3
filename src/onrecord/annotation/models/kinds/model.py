"""What a phrase is about, from the vectors of its head word and clues of its wording: one hidden layer, in numpy.

The vectors are those of the attribution model's encoder, in context and without it, so a text is encoded once for both.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from onrecord.annotation.models.network import Array, Network
from onrecord.errors import ModelError

KINDS: Final = ("person", "organisation", "place", "other")


class KindModel:
    """Rates phrases by kinds.npz and kinds.json of a folder; `encoder` is the version of what makes the vectors."""

    def __init__(self, folder: Path, encoder: str) -> None:
        self._network = Network(folder, "kinds")
        wanted = self._network.meta["encoder"]
        if wanted != encoder:
            raise ModelError(f"{folder / 'kinds.npz'}: was trained on the encoder {wanted}, not on {encoder}")

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return self._network.version

    def read(self, context: Array, lexical: Array, clues: Sequence[Sequence[float]]) -> Array:
        """A row a phrase: its chances to be of each of KINDS, to four decimals."""
        if not clues:
            return np.zeros((0, len(KINDS)), dtype=np.float32)
        scores = self._network.scores(inputs(context, lexical, clues))
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: Array = np.round(powers / powers.sum(axis=1, keepdims=True), 4)
        return result


def inputs(context: Array, lexical: Array, clues: Sequence[Sequence[float]]) -> Array:
    """The model's inputs: clues, vector in context and vector by itself, side by side."""
    return np.concatenate([np.array(clues, dtype=np.float32), context, lexical], axis=1)
