"""Small networks written down as `onrecord.annotation.models.network` reads them."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.models.network import FORMAT


def save_network(folder: Path, name: str, weights: dict[str, NDArray[Any]], meta: dict[str, Any]) -> None:
    """Writes w0, b0, w1, b1 and the description beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / f"{name}.npz", **weights)  # type: ignore[arg-type]
    digest = hashlib.sha256((folder / f"{name}.npz").read_bytes()).hexdigest()
    text = json.dumps({"format": FORMAT, **meta, "sha256": digest}, indent=1) + "\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
