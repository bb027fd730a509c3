"""Vectors of words out of the attribution model's encoder."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.annotation.models.attribution.model import AttributionModel, Vectors


class AttributionVectors:
    """The encoder's vectors of single words; a text that the model has just read is not encoded again."""

    def __init__(self, model: AttributionModel) -> None:
        self._model = model

    @property
    def version(self) -> str:
        """Name and version of the encoder."""
        return self._model.version

    def of(self, text: str, heads: Sequence[int]) -> tuple[Vectors, Vectors]:
        """Of the words that begin at `heads` a row each: vectors in the text's context, and vectors by themselves."""
        reading = self._model.encode(text)
        starts = reading.starts
        words = [max(bisect_right(starts, head) - 1, 0) for head in heads]
        return reading.vectors[words], reading.lexical[words]
