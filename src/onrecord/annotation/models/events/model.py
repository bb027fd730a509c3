"""What event a word tells of: a MiniLM encoder of its own, over the windows that the attribution model reads.

It takes the vectors of subwords from the attribution model's graph, whose table of words is the same, so the shipped
graph holds no table and a text is cut into subwords once.
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.errors import ModelError

if TYPE_CHECKING:
    from onrecord.annotation.models.attribution import AttributionModel

FORMAT: Final = 1
Array = NDArray[np.float32]


class EventEncoder:
    """The graph of events.onnx in a folder, as events.json describes it. Raises ModelError where they do not fit."""

    def __init__(self, folder: Path) -> None:
        try:
            meta: dict[str, Any] = json.loads((folder / "events.json").read_text(encoding="utf-8"))
            held = (folder / "events.onnx").read_bytes()
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder / 'events'}.json, .onnx: {error}; install onrecord again with pip") from error
        if meta.get("format") != FORMAT or meta.get("sha256") != hashlib.sha256(held).hexdigest():
            raise ModelError(
                f"{folder / 'events.onnx'}: not the file that events.json describes; install onrecord again"
            )
        self.version = str(meta["version"])
        self.types = tuple(str(each) for each in meta["classes"])
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        self._session = ort.InferenceSession(held, options, providers=["CPUExecutionProvider"])

    def __call__(self, feed: Mapping[str, NDArray[np.int64]], lexical: Array) -> Array:
        """The scores of a window's words, from what the attribution model was fed and its subwords' vectors."""
        inputs = {name: feed[name] for name in ("shapes", "breaks", "quotes", "first")}
        scores: Array = self._session.run(["types"], {"lexical": lexical, **inputs})[0]
        return scores


class EventModel:
    """Rates the words of a text as triggers."""

    def __init__(self, attribution: "AttributionModel", encoder: EventEncoder) -> None:
        self._attribution = attribution
        self._encoder = encoder
        attribution.follow(encoder)

    @property
    def version(self) -> str:
        """Name and version, for the record's coder."""
        return self._encoder.version

    @property
    def types(self) -> tuple[str, ...]:
        """What the columns of `read` stand for: `none` and the PLOVER types."""
        return self._encoder.types

    def read(self, text: str, starts: Sequence[int]) -> Array:
        """A row for each word that begins at `starts`: its chances to tell of each of `types`, to four decimals."""
        reading = self._attribution.encode(text)
        known = reading.starts
        words = [max(bisect_right(known, start) - 1, 0) for start in starts]
        scores = reading.followed[words]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True)) if len(words) else scores
        result: Array = np.round(powers / powers.sum(axis=1, keepdims=True), 4)
        return result
