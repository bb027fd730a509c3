"""Small networks of one hidden layer, kept as numbers in a file and run in numpy."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError

Array = NDArray[np.float32]
FORMAT: Final = 1


class Network:
    """The network of NAME.npz, which NAME.json describes, in a folder. Raises ModelError where they do not fit."""

    def __init__(self, folder: Path, name: str) -> None:
        try:
            self.meta: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            held = (folder / f"{name}.npz").read_bytes()
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder / name}.json, .npz: {error}; install onrecord again with pip") from error
        if self.meta.get("format") != FORMAT or self.meta.get("sha256") != hashlib.sha256(held).hexdigest():
            raise ModelError(f"{folder / name}.npz: not the file that {name}.json describes; install onrecord again")
        self.version = str(self.meta["version"])
        with np.load(folder / f"{name}.npz") as weights:
            self._layers = [(weights[f"w{i}"].astype(np.float32), weights[f"b{i}"].astype(np.float32)) for i in (0, 1)]

    def scores(self, rows: Array) -> Array:
        """The outputs for rows of inputs, before any squashing."""
        (first, first_bias), (second, second_bias) = self._layers
        result: Array = np.maximum(rows @ first + first_bias, 0) @ second + second_bias
        return result
