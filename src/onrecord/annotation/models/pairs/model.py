"""Which chain a mention belongs to, from the features of each pair: one hidden layer, in numpy."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.annotation.models.network import Network


class PairModel:
    """Rates pairs by the files pairs.npz and pairs.json of a folder."""

    def __init__(self, folder: Path) -> None:
        self._network = Network(folder, "pairs")

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return self._network.version

    def rate(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The chances of the candidates of one anaphor, to four decimals; what is left of 1 is that of none of them."""
        powers = np.exp(np.minimum(self._network.scores(np.array(rows, dtype=np.float32))[:, 0], 30))
        return [round(float(chance), 4) for chance in powers / (1 + powers.sum())]
