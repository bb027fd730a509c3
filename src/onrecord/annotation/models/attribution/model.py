"""The attribution model at run time: a text in, the attributions found in it out.

Only numpy, onnxruntime and tokenizers are needed. Every window is read by itself, unpadded, by a session of one
thread, so that neither the number of threads nor what else is read changes a bit of the result: the int8 encoder
scales its activations by what it is given, and would answer otherwise in another batch.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import local
from typing import Any, Final, Protocol

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.annotation.models.attribution.assemble import Draft, assemble, clues, offsets
from onrecord.annotation.models.attribution.choose import choose, pool
from onrecord.annotation.models.attribution.decode import (
    CONTENT,
    CUE,
    LABELS,
    SOURCE,
    FloatArray,
    Span,
    marginals,
    spans_of,
    variants_of,
    viterbi,
)
from onrecord.annotation.models.attribution.encoding import Subwords, Window, cut_windows
from onrecord.annotation.models.attribution.linking import FARTHEST, Layout, pair_features
from onrecord.annotation.models.attribution.repair import repair
from onrecord.annotation.models.attribution.words import Bounds, IntArray, Words, split_words
from onrecord.errors import ModelError

FORMAT: Final = 1
_BLOCK: Final = 240
Vectors = NDArray[np.float32]
# Of one window: label scores, vectors in context, subwords' vectors without it, scores of the follower.
Encoded = tuple[Vectors, Vectors, Vectors, Vectors | None]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution: each role's code-point offsets in reading order, and the chance that it is right.

    Right means: the content overlaps the true one by half or more, and the source is the true one.
    """

    source: tuple[Bounds, ...]
    cue: tuple[Bounds, ...]
    content: tuple[Bounds, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of a text: its words, their label scores, and their vectors in context and without it.

    `followed` are the words' scores by the encoder that follows, where there is one.
    """

    words: Words
    emissions: FloatArray
    vectors: Vectors
    lexical: Vectors
    followed: Vectors

    @property
    def starts(self) -> list[int]:
        """Where each word begins, in code points."""
        return [start for start, _ in self.words.bounds]


class Follower(Protocol):
    """An encoder of another task that reads the same windows; so a text is cut and looked up once for both."""

    @property
    def types(self) -> tuple[str, ...]:
        """What it scores."""

    def __call__(self, feed: Mapping[str, IntArray], lexical: Vectors) -> Vectors:
        """The scores of a window's words."""


class AttributionModel:
    """Reads attributions with the files of one folder: model.onnx, link.onnx, tokenizer.json, meta.json."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.meta = _read_meta(folder)
        self.version = str(self.meta["version"])
        self.threads = threads
        self._encoder = _session(folder / "model.onnx")
        self._linker = _session(folder / "link.onnx")
        self._subwords = Subwords(folder / "tokenizer.json")
        self._transitions: FloatArray = np.array(self.meta["transitions"], dtype=np.float64)
        decoding = self.meta["decoding"]
        self._bonuses = [(float(cue), float(anything)) for cue, anything in decoding["bonuses"]]
        self._none = float(decoding["none_bias"])
        self._threshold = float(decoding["threshold"])
        calibration = self.meta["calibration"]
        self._weights: FloatArray = np.array(calibration["weights"], dtype=np.float64)
        self._bias = float(calibration["bias"])
        self._follower: Follower | None = None
        self._memo = local()

    def follow(self, follower: Follower) -> None:
        """Let another encoder read what this one reads, texts that are parts of others left out."""
        self._follower = follower
        self._memo = local()

    def read(self, text: str, *, part: bool = False) -> list[Found]:
        """The attributions of a text, in reading order; `part` says that it is a piece of one already read."""
        reading = self._encode_anew(text) if part else self.encode(text)
        drafts = self.drafts(reading)
        chances = self.confidences(drafts, reading.words)
        kept = choose(drafts, chances, self._threshold)
        return [_found(drafts[index], float(chances[index]), reading.words) for index in kept]

    def encode(self, text: str) -> Reading:
        """Run the encoder over a text's windows and join what they say; the middle of a window counts most.

        The reading of a thread's last text is kept, that of a part is not: whoever reads kinds or events asks for the
        same again.
        """
        known: tuple[str, Reading] | None = getattr(self._memo, "last", None)
        if known is None or known[0] != text:
            known = (text, self._encode_anew(text, self._follower))
            self._memo.last = known
        return known[1]

    def _encode_anew(self, text: str, follower: Follower | None = None) -> Reading:
        words = split_words(text)
        total = len(words)
        pieces = self._subwords.of([words.form(index) for index in range(total)])
        lengths = np.array([len(piece) for piece in pieces], dtype=np.int64)
        windows = cut_windows(words, lengths)
        emissions, vectors = np.zeros((total, len(LABELS))), np.zeros((total, 384), dtype=np.float32)
        weights = np.zeros((total, 1))
        lexical = np.zeros((total, 384), dtype=np.float32)
        followed = np.zeros((total, len(follower.types) if follower else 0), dtype=np.float32)
        for window, (scores, hidden, alone, more) in zip(
            windows, self._run(words, pieces, windows, follower), strict=True
        ):
            weight = _weights(window, total)
            place = slice(window.start, window.end)
            if more is not None:
                followed[place] += weight.astype(np.float32) * more
            lexical[place] = np.add.reduceat(alone[0, 1:-1], _first(lengths[place])) / lengths[place, None]
            emissions[place] += weight * scores
            vectors[place] += weight.astype(np.float32) * hidden
            weights[place] += weight
        if total:
            emissions /= weights
            vectors /= weights.astype(np.float32)
            followed /= weights.astype(np.float32)
        return Reading(words, emissions, vectors, lexical, followed)

    def _run(
        self, words: Words, pieces: list[tuple[int, ...]], windows: list[Window], follower: Follower | None
    ) -> Iterator[Encoded]:
        feeds = (self._feed(words, pieces, window) for window in windows)
        encode = partial(self._encode, follower)
        if self.threads == 1 or len(windows) < 2:
            yield from map(encode, feeds)
            return
        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(encode, feeds)

    def _encode(self, follower: Follower | None, feed: dict[str, IntArray]) -> Encoded:
        scores, hidden, lexical = self._encoder.run(["emissions", "hidden", "lexical"], feed)
        return scores, hidden, lexical, follower(feed, lexical) if follower else None

    def _feed(self, words: Words, pieces: list[tuple[int, ...]], window: Window) -> dict[str, IntArray]:
        chosen = pieces[window.start : window.end]
        lengths = np.array([len(piece) for piece in chosen], dtype=np.int64)
        owner = np.repeat(np.arange(window.start, window.end), lengths)
        features = {
            name: np.concatenate([[0], values[owner], [0]])[None].astype(np.int64)
            for name, values in (("shapes", words.shapes), ("breaks", words.breaks), ("quotes", words.quotes))
        }
        ids = [self._subwords.start, *(number for piece in chosen for number in piece), self._subwords.end]
        return {"ids": np.array([ids], dtype=np.int64), **features, "first": 1 + _first(lengths)}

    def drafts(self, reading: Reading) -> list[Draft]:
        """All attributions that the variant readings of a text hold, with their agreement."""
        sure = marginals(reading.emissions, self._transitions)
        paths = viterbi(variants_of(reading.emissions, self._bonuses), self._transitions)
        layout = Layout(reading.words.breaks, reading.words.quotes)
        # In a short text the variants are often decoded alike.
        joined: dict[bytes, list[Draft]] = {}
        for path in paths:
            key = path.tobytes()
            joined[key] = joined[key] if key in joined else self._join(path, sure, reading, layout)
        return pool([joined[path.tobytes()] for path in paths])

    def _join(self, path: IntArray, sure: FloatArray, reading: Reading, layout: Layout) -> list[Draft]:
        spans = repair(spans_of(path, sure), reading.words)
        content_cue = self._link("content_cue", spans, CONTENT, CUE, reading, layout)
        cue_source = self._link("cue_source", spans, CUE, SOURCE, reading, layout)
        return assemble(spans, content_cue, cue_source, reading.words)

    def _link(
        self, head: str, spans: list[Span], dependent: int, wanted: int, reading: Reading, layout: Layout
    ) -> FloatArray:
        """Probabilities of every dependent span's links, having none in the last column."""
        ones = [(span.start, span.end) for span in spans if span.role == dependent]
        others = [(span.start, span.end) for span in spans if span.role == wanted]
        table = np.full((len(ones), len(others) + 1), -np.inf)
        for low, high in _blocks(ones):
            near = [
                i
                for i, (start, end) in enumerate(others)
                if end > ones[low][0] - FARTHEST and start < ones[high - 1][1] + FARTHEST
            ]
            scores = self._score(head, ones[low:high], [others[i] for i in near], layout, reading.vectors)
            table[low:high, [*near, len(others)]] = scores
        if head == "content_cue":
            table[:, -1] += self._none
        return _softmax(table)

    def _score(self, head: str, ones: list[Bounds], others: list[Bounds], layout: Layout, vectors: Vectors) -> Vectors:
        begin = min(start for start, _ in [*ones, *others])
        end = max(end for _, end in [*ones, *others])
        feed = {
            "hidden": vectors[begin:end],
            "dependents": np.array(ones, dtype=np.int64).reshape(-1, 2) - begin,
            "heads": np.array(others, dtype=np.int64).reshape(-1, 2) - begin,
            "features": pair_features(layout, ones, others),
            "which": np.array(0 if head == "content_cue" else 1, dtype=np.int64),
        }
        scores: Vectors = self._linker.run(["scores"], feed)[0]
        return scores

    def confidences(self, drafts: list[Draft], words: Words) -> FloatArray:
        """The calibrated chance that each draft is right, to four decimals."""
        if not drafts:
            return np.zeros(0)
        values = (np.stack([clues(draft, words) for draft in drafts]) * self._weights).sum(axis=1) + self._bias
        result: FloatArray = np.round(1 / (1 + np.exp(-values)), 4)
        return result


def _found(draft: Draft, confidence: float, words: Words) -> Found:
    return Found(
        tuple(offsets([draft.source] if draft.source else [], words)),
        tuple(offsets([draft.cue] if draft.cue else [], words)),
        tuple(offsets(draft.contents, words)),
        confidence,
    )


def _first(lengths: IntArray) -> IntArray:
    """Where each of some stretches of these lengths begins, one behind the other."""
    result: IntArray = (np.cumsum(lengths) - lengths).astype(np.int64)
    return result


def _weights(window: Window, total: int) -> FloatArray:
    """How much a window's word counts where windows overlap: by its distance from the edge that cuts the text."""
    places = np.arange(window.start, window.end)
    left = places - window.start if window.start else np.full(len(places), len(places))
    right = window.end - 1 - places if window.end < total else np.full(len(places), len(places))
    result: FloatArray = (1.0 + np.minimum(left, right))[:, None]
    return result


def _blocks(spans: list[Bounds]) -> Iterator[tuple[int, int]]:
    """Runs of spans that start within _BLOCK words, so that tables stay small in a long text."""
    low = 0
    for index in range(1, len(spans) + 1):
        if index == len(spans) or spans[index][0] - spans[low][0] > _BLOCK:
            yield low, index
            low = index


def _softmax(table: FloatArray) -> FloatArray:
    if not table.size:
        return table
    weights = np.exp(table - table.max(axis=1, keepdims=True))
    result: FloatArray = weights / weights.sum(axis=1, keepdims=True)
    return result


def _session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _read_meta(folder: Path) -> dict[str, Any]:
    """The model's description, after checking that the files beside it are the ones it describes."""
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder / 'meta.json'}: {error}") from error
    if meta.get("format") != FORMAT or meta.get("labels") != list(LABELS):
        raise ModelError(f"{folder / 'meta.json'}: format {meta.get('format')!r}, this reader knows {FORMAT}")
    for name, wanted in meta["sha256"].items():
        path = folder / name
        if not path.is_file():
            raise ModelError(f"{path}: missing")
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise ModelError(f"{path}: not the file that meta.json describes")
    return meta
