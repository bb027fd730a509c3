"""Batches of windows of like length, with noise on the spans that the linking heads learn from."""

import random
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor

from onrecord.annotation.models.attribution.decode import CONTENT, CUE, SOURCE
from onrecord.annotation.models.attribution.linking import Layout, pair_features
from onrecord.annotation.models.attribution.words import Shape
from training.data import Piece
from training.model import Links

TOKENS_A_STEP: Final = 2048
MASK_ID: Final = 103
Range = tuple[int, int]


@dataclass(slots=True)
class Batch:
    """Padded windows as tensors."""

    ids: Tensor
    shapes: Tensor
    breaks: Tensor
    quotes: Tensor
    first: Tensor
    mask: Tensor | None
    tags: Tensor
    lengths: Tensor
    links: list[Links]


def group(pieces: list[Piece], rng: random.Random, tokens: int = TOKENS_A_STEP) -> list[list[Piece]]:
    """Groups of at most `tokens` padded subwords each, alike in length, in random order."""
    ordered = sorted(pieces, key=lambda piece: (len(piece.ids) // 8, rng.random()))
    groups: list[list[Piece]] = [[]]
    for piece in reversed(ordered):
        widest = len(groups[-1][0].ids) if groups[-1] else 0
        if groups[-1] and max(widest, len(piece.ids)) * (len(groups[-1]) + 1) > tokens:
            groups.append([])
        groups[-1].append(piece)
    rng.shuffle(groups)
    return groups


def make_batch(pieces: list[Piece], rng: random.Random, noise: float) -> Batch:
    """Tensors of some windows. `noise` above 0 masks subwords and disturbs the spans to link."""
    width = max(len(piece.ids) for piece in pieces)
    high = max(len(piece.tags) for piece in pieces)
    lengths = torch.tensor([len(piece.tags) for piece in pieces])
    sizes = torch.tensor([len(piece.ids) for piece in pieces])
    mask = None
    if int(sizes.min()) < width:
        mask = torch.where(torch.arange(width)[None] < sizes[:, None], 0.0, -1e9)[:, None, None, :].expand(
            -1, 1, width, -1
        )
    ids = _pad([piece.ids for piece in pieces], width)
    if noise > 0:
        hidden = torch.tensor(np.random.default_rng(rng.getrandbits(32)).random(ids.shape) < 0.03 * noise)
        ids = torch.where(hidden & (ids > 103), MASK_ID, ids)
    return Batch(
        ids,
        _pad([p.shapes for p in pieces], width),
        _pad([p.breaks for p in pieces], width),
        _pad([p.quotes for p in pieces], width),
        _pad([p.first for p in pieces], high),
        mask,
        _pad([p.tags for p in pieces], high),
        lengths,
        [make_links(piece, rng, noise) for piece in pieces],
    )


def _pad(rows: list[np.ndarray], width: int) -> Tensor:
    table = np.zeros((len(rows), width), dtype=np.int64)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return torch.from_numpy(table)


def make_links(piece: Piece, rng: random.Random, noise: float) -> Links:
    """Spans, pair features and targets of one window; with noise, as a tagger's faulty output would have them."""
    total = len(piece.tags)
    contents = list(zip(piece.spans[CONTENT], piece.content_cue, strict=True))
    cues = list(zip(piece.spans[CUE], piece.cue_source, strict=True))
    sources = list(piece.spans[SOURCE])
    if noise > 0:
        contents = [split for span, cue in contents for split in _split(span, cue, rng, noise)]
        contents = [(_jitter(span, rng, noise, total), cue) for span, cue in contents]
        cues = [(_jitter(span, rng, noise, total), source) for span, source in cues]
        sources = [_jitter(span, rng, noise, total) for span in sources]
        sources += _distractors(piece, rng, noise, titled=True)
        cues += [(span, -2) for span in _distractors(piece, rng, noise, titled=False)]
    layout = Layout(
        piece.words.breaks[piece.offset : piece.offset + total], piece.words.quotes[piece.offset : piece.offset + total]
    )
    content_spans, cue_spans = [span for span, _ in contents], [span for span, _ in cues]
    return Links(
        {CONTENT: _bounds(content_spans), CUE: _bounds(cue_spans), SOURCE: _bounds(sources)},
        torch.from_numpy(pair_features(layout, content_spans, cue_spans)),
        torch.from_numpy(pair_features(layout, cue_spans, sources)),
        torch.tensor([cue for _, cue in contents], dtype=torch.int64),
        torch.tensor([source for _, source in cues], dtype=torch.int64),
    )


def _bounds(spans: list[Range]) -> Tensor:
    return torch.tensor(spans, dtype=torch.int64).view(-1, 2)


def _jitter(span: Range, rng: random.Random, noise: float, total: int) -> Range:
    start, end = span
    if rng.random() < 0.2 * noise:
        start = max(0, min(end - 1, start + rng.choice((-2, -1, 1, 2))))
    if rng.random() < 0.2 * noise:
        end = min(total, max(start + 1, end + rng.choice((-3, -2, -1, 1, 2))))
    return start, end


def _split(span: Range, cue: int, rng: random.Random, noise: float) -> list[tuple[Range, int]]:
    start, end = span
    if end - start < 8 or rng.random() >= 0.08 * noise:
        return [(span, cue)]
    middle = rng.randrange(start + 2, end - 2)
    return [((start, middle), cue), ((middle + rng.randrange(2), end), cue)]


def _distractors(piece: Piece, rng: random.Random, noise: float, titled: bool) -> list[Range]:
    """Words outside all spans that a tagger might take for a source (a name) or a cue (any word)."""
    shapes = piece.words.shapes[piece.offset : piece.offset + len(piece.tags)]
    free = [
        i
        for i in np.flatnonzero(piece.tags == 0).tolist()
        if (shapes[i] == Shape.TITLE if titled else shapes[i] == Shape.LOWER)
    ]
    wanted = sum(rng.random() < 0.5 * noise for _ in range(3 if titled else 2))
    return [(i, i + 1) for i in rng.sample(free, min(wanted, len(free)))]
