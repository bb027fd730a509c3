"""The attribution model: a MiniLM encoder, a tagger with learned transitions, and two linking heads."""

import copy
import math
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotation.models.attribution.decode import CONTENT, CUE, FORBIDDEN, N_LABELS, SOURCE, allowed
from onrecord.annotation.models.attribution.linking import N_FEATURES
from onrecord.annotation.models.attribution.words import N_BREAKS, N_QUOTES, N_SHAPES

HIDDEN: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
INNER: Final = 1536
VOCABULARY: Final = 30522
POSITIONS: Final = 512
LINK: Final = 128


class PooledDropout(nn.Module):
    """Dropout whose random masks are cut from one drawn pool: drawing afresh costs a quarter of a CPU step."""

    pool: Tensor

    def __init__(self, rate: float, size: int = 4_000_000) -> None:
        super().__init__()
        self.rate = rate
        generator = torch.Generator().manual_seed(17)
        keep = torch.rand(size, generator=generator) >= rate
        self.register_buffer("pool", keep.float() / (1 - rate), persistent=False)
        self.places = random.Random(0)

    def forward(self, x: Tensor) -> Tensor:
        """Zero a share of x, in training only."""
        if not self.training or self.rate == 0:
            return x
        start = self.places.randrange(self.pool.numel() - x.numel())
        return x * self.pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    """One transformer layer, as in BERT (normalisation after each half)."""

    def __init__(self, dropout: PooledDropout) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Attend, then transform. `mask` is added to the attention scores."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS), dim=-1)
            mixed = weights @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        result: Tensor = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return result


class Encoder(nn.Module):
    """MiniLM-L6 with features of case, white space and quotation added to its input."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = PooledDropout(dropout)
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(N_SHAPES, HIDDEN)
        self.breaks = nn.Embedding(N_BREAKS, HIDDEN)
        self.quotes = nn.Embedding(N_QUOTES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList([Layer(self.dropout) for _ in range(LAYERS)])
        for table in (self.shapes, self.breaks, self.quotes):
            nn.init.normal_(table.weight, std=0.005)

    def load_pretrained(self, path: Path) -> None:
        """Take the weights of a BERT checkpoint; word and position vectors stay as they are in training."""
        held = load_file(str(path))
        own = self.state_dict()
        own["words.weight"] = held["embeddings.word_embeddings.weight"]
        own["positions.weight"] = (
            held["embeddings.position_embeddings.weight"] + held["embeddings.token_type_embeddings.weight"][0]
        )
        own["norm.weight"], own["norm.bias"] = held["embeddings.LayerNorm.weight"], held["embeddings.LayerNorm.bias"]
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for layer in range(LAYERS):
            base = f"encoder.layer.{layer}."
            for kind in ("weight", "bias"):
                own[f"layers.{layer}.qkv.{kind}"] = torch.cat(
                    [held[f"{base}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                )
                for mine, theirs in names.items():
                    own[f"layers.{layer}.{mine}.{kind}"] = held[f"{base}{theirs}.{kind}"]
        self.load_state_dict(own)
        self.words.weight.requires_grad = False
        self.positions.weight.requires_grad = False

    def forward(self, ids: Tensor, shapes: Tensor, breaks: Tensor, quotes: Tensor, mask: Tensor | None) -> Tensor:
        """Contextual vectors of subwords."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x: Tensor = self.words(ids) + self.positions(places)
        x = x + self.shapes(shapes) + self.breaks(breaks) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Pool(nn.Module):
    """A span's vector: its first word, its last word and the mean of its words, projected."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(3 * HIDDEN, LINK)

    def forward(self, hidden: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
        """Vectors of the spans [starts, ends) of one text's word vectors."""
        sums = F.pad(hidden.cumsum(dim=0), (0, 0, 1, 0))
        mean = (sums[ends] - sums[starts]) / (ends - starts).unsqueeze(-1).to(hidden.dtype)
        result: Tensor = self.project(torch.cat([hidden[starts], hidden[ends - 1], mean], dim=-1))
        return result


class Pointer(nn.Module):
    """Scores every dependent span against every candidate head, and against having none."""

    def __init__(self) -> None:
        super().__init__()
        self.dependent = Pool()
        self.head = Pool()
        self.features = nn.Linear(N_FEATURES, LINK, bias=False)
        self.score = nn.Linear(LINK, 1)
        self.bilinear = nn.Parameter(torch.zeros(LINK, LINK))
        self.none = nn.Linear(LINK, 1)

    def forward(self, dependent: Tensor, head: Tensor, features: Tensor) -> Tensor:
        """A (dependents, heads + 1) table of scores, having none in the last column."""
        joined = dependent[:, None] + head[None] + self.features(features)
        scores = self.score(F.gelu(joined)).squeeze(-1) + (torch.tanh(dependent) @ self.bilinear) @ torch.tanh(head).T
        return torch.cat([scores, self.none(F.gelu(dependent))], dim=-1)


@dataclass(slots=True)
class Links:
    """What the linking heads need of one window: span bounds by role, pair features and targets."""

    bounds: dict[int, Tensor]
    content_cue_features: Tensor
    cue_source_features: Tensor
    content_cue: Tensor
    cue_source: Tensor


class AttributionNet(nn.Module):
    """Encoder, tagger and linking heads together."""

    forbidden: Tensor

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.tagger = nn.Linear(HIDDEN, N_LABELS)
        self.transitions = nn.Parameter(torch.zeros(N_LABELS + 1, N_LABELS))
        self.content_cue = Pointer()
        self.cue_source = Pointer()
        self.register_buffer("forbidden", torch.where(torch.tensor(allowed()), 0.0, FORBIDDEN), persistent=False)

    def read(
        self, ids: Tensor, shapes: Tensor, breaks: Tensor, quotes: Tensor, first: Tensor, mask: Tensor | None
    ) -> Tensor:
        """Vectors of words: those of their first subwords."""
        subwords = self.encoder(ids, shapes, breaks, quotes, mask)
        return torch.gather(subwords, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))

    def emissions(self, hidden: Tensor) -> Tensor:
        """Label scores of words."""
        result: Tensor = self.tagger(self.encoder.dropout(hidden))
        return result

    def moves(self) -> Tensor:
        """Transition scores with the impossible ones ruled out."""
        return self.transitions + self.forbidden

    def tag_loss(self, emissions: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Negative log likelihood of the label paths under the linear-chain CRF, summed over the batch."""
        moves = self.moves()
        inner, total = moves[:N_LABELS], tags.shape[1]
        valid = torch.arange(total, device=tags.device)[None] < lengths[:, None]
        gold = torch.gather(emissions, 2, tags.unsqueeze(-1)).squeeze(-1)
        before = torch.cat([torch.full_like(tags[:, :1], N_LABELS), tags[:, :-1]], dim=1)
        gold = ((gold + moves[before, tags]) * valid).sum()
        # the forward pass runs over probabilities rescaled at each step: far fewer operations than log-sums
        peak = emissions.max(dim=2, keepdim=True).values.detach()
        weights = (emissions - peak).exp()
        step = inner.exp()
        row = weights[:, 0] * moves[N_LABELS].exp()
        scale = row.sum(dim=1, keepdim=True)
        row, logs = row / scale, [scale]
        for index, (weight, keep) in enumerate(zip(weights.unbind(1)[1:], valid.unbind(1)[1:], strict=True)):
            new = (row @ step) * weight
            if index % 2 == 1 or index == total - 2:
                scale = new.sum(dim=1, keepdim=True)
                scale = torch.where(keep[:, None], scale, torch.ones_like(scale))
                new = new / scale
                logs.append(scale)
            row = torch.where(keep[:, None], new, row)
        whole = torch.cat(logs, dim=1).log().sum() + row.sum(dim=1).log().sum() + (peak.squeeze(-1) * valid).sum()
        return whole - gold

    def twin(self) -> "AttributionNet":
        """A second net on the same parameters, for another thread: only its dropout is its own."""
        shared: dict[int, object] = {id(value): value for value in (*self.parameters(), *self.buffers())}
        return copy.deepcopy(self, shared)

    def seed_dropout(self, seed: str) -> None:
        """Start the dropout's choices afresh, so that an epoch is the same whether or not a run was interrupted."""
        self.encoder.dropout.places = random.Random(seed)

    def link_losses(self, hidden: Tensor, links: Links) -> tuple[Tensor, Tensor]:
        """Cross entropies of content→cue and cue→source over one window's true spans, summed."""
        zero = hidden.sum() * 0
        contents, cues, sources = (links.bounds[role] for role in (CONTENT, CUE, SOURCE))
        first = second = zero
        if len(contents):
            scores = self.content_cue(
                self._pool(self.content_cue.dependent, hidden, contents),
                self._pool(self.content_cue.head, hidden, cues),
                links.content_cue_features,
            )
            first = _link_loss(scores, links.content_cue)
        if len(cues):
            scores = self.cue_source(
                self._pool(self.cue_source.dependent, hidden, cues),
                self._pool(self.cue_source.head, hidden, sources),
                links.cue_source_features,
            )
            second = _link_loss(scores, links.cue_source)
        return first, second

    def _pool(self, pool: Pool, hidden: Tensor, bounds: Tensor) -> Tensor:
        result: Tensor = self.encoder.dropout(pool(hidden, bounds[:, 0], bounds[:, 1]))
        return result


def _link_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross entropy summed; a target of -1 means none, the last column, and -2 one that does not count."""
    wanted = torch.where(targets == -1, scores.shape[1] - 1, targets)
    return F.cross_entropy(scores, torch.where(wanted == -2, -100, wanted), reduction="sum", label_smoothing=0.0)
