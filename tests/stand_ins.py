"""Stand-ins for what is learned, so that a coder runs without weights."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.models import ActorModels

Vectors = NDArray[np.float32]
PERSON, ORGANISATION, PLACE, OTHER = np.eye(4, dtype=np.float32)


class NoVectors:
    """Stands in for an encoder to which all words are alike."""

    version = "no vectors"

    def of(self, text: str, heads: Sequence[int]) -> tuple[Vectors, Vectors]:
        assert all(0 <= head < len(text) for head in heads)
        return np.zeros((len(heads), 2), np.float32), np.zeros((len(heads), 3), np.float32)


class OneKind:
    """Stands in for a model to which every phrase is about the same."""

    version = "one kind"

    def __init__(self, chances: Vectors) -> None:
        self._chances = chances

    def read(self, context: Vectors, lexical: Vectors, clues: Sequence[Sequence[float]]) -> Vectors:
        assert len(context) == len(lexical) == len(clues)
        return np.tile(self._chances, (len(clues), 1))


class OneChance:
    """Stands in for a model to which every pair is as likely."""

    version = "one chance"

    def __init__(self, chance: float) -> None:
        self._chance = chance

    def rate(self, rows: Sequence[Sequence[float]]) -> Sequence[float]:
        assert len({len(row) for row in rows}) == 1
        return [self._chance] * len(rows)


def actor_models(kind: Vectors = OTHER, chance: float = 0.0) -> ActorModels:
    """The three models that actors need; by default they know nobody and link nothing."""
    return ActorModels(NoVectors(), OneKind(kind), OneChance(chance))
