"""PolNeAR documents as training examples: words with tags, spans and the links between them."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from onrecord.annotation.models.attribution.decode import CONTENT, CUE, SOURCE, begin_of, inside_of
from onrecord.annotation.models.attribution.encoding import Subwords, Window, cut_windows
from onrecord.annotation.models.attribution.words import IntArray, Words, split_words

ROLES: Final = ("source", "cue", "content")
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution, each role a list of code-point offsets."""

    source: Spans
    cue: Spans
    content: Spans

    def role(self, name: str) -> Spans:
        """The spans of a role by its name."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its attributions."""

    name: str
    text: str
    attributions: list[Attribution]


def read_documents(folder: Path) -> list[Document]:
    """Every document of a PolNeAR split, by name."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        standoff = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))[0]
        found.append(Document(path.stem, text, _read_standoff(standoff)))
    return found


def _read_standoff(path: Path) -> list[Attribution]:
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if re.match(r"T\d+\t", line):
            name, placed = line.split("\t")[:2]
            pieces = placed.split(" ", 1)[1].split(";")
            spans[name] = [(int(piece.split()[0]), int(piece.split()[1])) for piece in pieces]
        elif re.match(r"E\d+\t", line):
            roles: dict[str, Spans] = {role: [] for role in ROLES}
            for part in line.split("\t")[1].split():
                role, name = part.split(":")
                role = role.rstrip("0123456789").lower()
                if role in roles:
                    roles[role] = roles[role] + spans.get(name, [])
            if roles["content"] and roles["cue"]:
                found.append(Attribution(roles["source"], roles["cue"], roles["content"]))
    return found


def held_back(name: str, share: float = 0.055) -> bool:
    """Whether a training document is kept for calibration; by its name's hash, so that it never changes."""
    return hashlib.sha256(name.encode()).digest()[0] < 256 * share


@dataclass(slots=True)
class Example:
    """A document ready for training. `spans` are word ranges by role; links are indices into them."""

    words: Words
    pieces: list[tuple[int, ...]]
    tags: IntArray
    spans: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    content_cue: list[int] = field(default_factory=list)
    cue_source: list[int] = field(default_factory=list)

    @property
    def lengths(self) -> IntArray:
        """Subwords of each word."""
        return np.array([len(piece) for piece in self.pieces], dtype=np.int64)


def make_example(document: Document, subwords: Subwords) -> Example:
    """Tag a document's words and list its spans; where annotations overlap the first one stands."""
    words = split_words(document.text)
    example = Example(
        words, subwords.of([words.form(i) for i in range(len(words))]), np.zeros(len(words), dtype=np.int64)
    )
    example.spans = {SOURCE: [], CUE: [], CONTENT: []}
    taken: dict[int, tuple[int, int]] = {}
    at = _word_at(document.text, words)
    sources: dict[tuple[int, int], int] = {}
    for attribution in document.attributions:
        cue = _first(_runs(attribution.cue, at, taken))
        contents = _runs(attribution.content, at, taken)
        if cue is None or not contents:
            continue
        source = _first(_runs(attribution.source, at, {}))
        _add(example, CUE, cue, taken)
        example.cue_source.append(_source_index(example, source, sources, taken))
        for content in contents:
            _add(example, CONTENT, content, taken)
            example.content_cue.append(len(example.spans[CUE]) - 1)
    return example


def _source_index(
    example: Example,
    source: tuple[int, int] | None,
    known: dict[tuple[int, int], int],
    taken: dict[int, tuple[int, int]],
) -> int:
    if source is None:
        return -1
    if source not in known:
        if any(index in taken for index in range(*source)):
            return -1
        known[source] = len(example.spans[SOURCE])
        _add(example, SOURCE, source, taken)
    return known[source]


def _add(example: Example, role: int, span: tuple[int, int], taken: dict[int, tuple[int, int]]) -> None:
    start, end = span
    example.spans[role].append(span)
    example.tags[start:end] = inside_of(role)
    example.tags[start] = begin_of(role)
    taken.update(dict.fromkeys(range(start, end), span))


def _word_at(text: str, words: Words) -> list[int]:
    at = [-1] * len(text)
    for index, (start, end) in enumerate(words.bounds):
        at[start:end] = [index] * (end - start)
    return at


def _runs(spans: Spans, at: list[int], taken: dict[int, tuple[int, int]]) -> list[tuple[int, int]]:
    """Unbroken runs of free words under some spans."""
    covered = sorted({at[i] for start, end in spans for i in range(start, min(end, len(at)))} - {-1})
    runs: list[tuple[int, int]] = []
    for index in covered:
        if index in taken:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _first(runs: list[tuple[int, int]]) -> tuple[int, int] | None:
    return max(runs, key=lambda run: run[1] - run[0]) if runs else None


@dataclass(slots=True)
class Piece:
    """One window of an example, as arrays: what the model sees and what it should say."""

    ids: IntArray
    shapes: IntArray
    breaks: IntArray
    quotes: IntArray
    first: IntArray
    words: Words
    offset: int
    tags: IntArray
    spans: dict[int, list[tuple[int, int]]]
    content_cue: list[int]
    cue_source: list[int]


def cut_pieces(example: Example, subwords: Subwords, first: int) -> list[Piece]:
    """Training windows of an example, without overlap, the first one shortened to move the cuts."""
    windows = cut_windows(example.words, example.lengths, first=first, overlap=0)
    return [_piece(example, window, subwords) for window in windows if window.end - window.start > 3]


def _piece(example: Example, window: Window, subwords: Subwords) -> Piece:
    a, b = window.start, window.end
    ids, first, owner = lay_out(example.pieces[a:b], subwords)
    tags = example.tags[a:b].copy()
    if tags[0] and tags[0] % 2 == 0:
        tags[0] -= 1
    spans: dict[int, list[tuple[int, int]]] = {}
    place: dict[tuple[int, int], int] = {}
    for role, listed in example.spans.items():
        spans[role] = []
        for index, (start, end) in enumerate(listed):
            if max(start, a) < min(end, b):
                place[role, index] = len(spans[role])
                spans[role].append((max(start, a) - a, min(end, b) - a))
    return Piece(
        ids,
        spread(example.words.shapes[a:b], owner),
        spread(example.words.breaks[a:b], owner),
        spread(example.words.quotes[a:b], owner),
        first,
        example.words,
        a,
        tags,
        spans,
        [place.get((CUE, cue), -1) for i, cue in enumerate(example.content_cue) if (CONTENT, i) in place],
        [place.get((SOURCE, source), -1) for i, source in enumerate(example.cue_source) if (CUE, i) in place],
    )


def lay_out(pieces: list[tuple[int, ...]], subwords: Subwords) -> tuple[IntArray, IntArray, IntArray]:
    """Subword numbers with both ends marked, each word's first place, and each place's word (-1 at the ends)."""
    lengths = np.array([len(piece) for piece in pieces], dtype=np.int64)
    ids = np.array([subwords.start, *(number for piece in pieces for number in piece), subwords.end], dtype=np.int64)
    first = 1 + np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    owner = np.concatenate([[-1], np.repeat(np.arange(len(pieces)), lengths), [-1]]).astype(np.int64)
    return ids, first, owner


def spread(values: IntArray, owner: IntArray) -> IntArray:
    """A feature of words given to each of their subwords; both ends get 0."""
    return np.where(owner >= 0, values[owner], 0)
