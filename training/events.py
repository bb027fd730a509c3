"""Train the reader of triggers on our own marked sentences.

python -m training.events --out src/onrecord/annotation/models/events/weights [--fold]

Needs `pip install scikit-learn`; takes some minutes on two cores. With --fold it trains nothing that is kept, but says
how well five networks, each trained without a fifth of the sentences, do on that fifth.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from evaluation.event_markup import MarkedText, read_events
from onrecord.annotation.events.candidates import candidates, clues, partners
from onrecord.annotation.models import SpacyParser, load_attribution_model
from onrecord.annotation.models.attribution import AttributionModel, AttributionVectors
from onrecord.annotation.models.events.model import inputs
from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.annotation.quotations import find_quotations
from onrecord.annotation.readable import make_readable, split_datelines
from onrecord.codebooks.events import TYPES
from training.networks import save_network

HERE: Final = Path(__file__).parent / "events"
NONE: Final = "none"
SEEDS: Final = (1, 2, 3, 4)
WIDTH: Final = 48
FOLDS: Final = 5


@dataclass
class Examples:
    """A row a candidate: inputs, type, mode (None where the gold gives none), and the number of its text."""

    rows: np.ndarray
    types: list[str]
    modes: list[str | None]
    texts: list[int]


def read_texts(folder: Path) -> list[MarkedText]:
    """The marked sentences of all files of a folder."""
    return [
        read_events(line)
        for path in sorted(folder.glob("*.sentences"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def gather(texts: Sequence[MarkedText], vectors: AttributionVectors) -> Examples:
    """The candidates of all texts with what the gold says of them."""
    parser = SpacyParser()
    rows, types, modes, numbers = [], [], [], []
    for number, marked in enumerate(texts):
        text = marked.text
        paragraphs = tuple(find_paragraphs(text))
        quotations = tuple(find_quotations(text, paragraphs))
        sentences = parser.parse(make_readable(text, quotations, paragraphs), split_datelines(text, paragraphs))
        for sentence in sentences:
            found = candidates(sentence)
            if not found:
                continue
            words = sentence.words
            heads = [words[index].start for index, _ in found]
            others = [words[index].start for index in partners(sentence, found)]
            context, lexical = vectors.of(text, heads)
            rows.append(inputs(context, lexical, vectors.of(text, others)[1], [clues(sentence, *each) for each in found]))
            for index, _ in found:
                start = words[index].start
                gold = next((e for e in marked.events if any(a <= start < b for a, b in e.trigger)), None)
                types.append(gold.types[0] if gold else NONE)
                modes.append(gold.mode or NONE if gold else None)
                numbers.append(number)
    return Examples(np.concatenate(rows), types, modes, numbers)


def train(rows: np.ndarray, answers: Sequence[str], classes: Sequence[str], width: int, alpha: float) -> dict[str, np.ndarray]:
    """Networks of several seeds side by side, which are one network whose scores are the mean of theirs."""
    scaler = StandardScaler().fit(rows)
    scale = np.maximum(scaler.scale_, 1e-3)
    known = [classes.index(answer) for answer in answers]
    nets = [
        MLPClassifier((width,), alpha=alpha, learning_rate_init=5e-4, max_iter=14, random_state=seed, batch_size=64)
        for seed in SEEDS
    ]
    for net in nets:
        net.fit((rows - scaler.mean_) / scale, known)
    first = np.concatenate([net.coefs_[0] for net in nets], axis=1)
    first_bias = np.concatenate([net.intercepts_[0] for net in nets]) - (scaler.mean_ / scale) @ first
    second = np.zeros((first.shape[1], len(classes)))
    second[:, nets[0].classes_] = np.concatenate([net.coefs_[1] for net in nets]) / len(nets)
    bias = np.full(len(classes), -30.0)
    bias[nets[0].classes_] = np.mean([net.intercepts_[1] for net in nets], axis=0)
    return {
        "w0": (first / scale[:, None]).astype(np.float16),
        "b0": first_bias.astype(np.float32),
        "w1": second.astype(np.float16),
        "b1": bias.astype(np.float32),
    }


def apply(weights: dict[str, np.ndarray], rows: np.ndarray) -> np.ndarray:
    """The scores of rows."""
    hidden = np.maximum(rows @ weights["w0"].astype(np.float32) + weights["b0"], 0)
    return hidden @ weights["w1"].astype(np.float32) + weights["b1"]


def fold(examples: Examples, classes: Sequence[str]) -> None:
    """Print how well words of a fifth of the texts are told by what was learned from the others."""
    texts = np.array(examples.texts)
    given = np.array(examples.types)
    found = np.empty(len(given), dtype=object)
    for part in range(FOLDS):
        held = texts % FOLDS == part
        weights = train(examples.rows[~held], list(given[~held]), classes, WIDTH, 2.0)
        found[held] = [classes[k] for k in apply(weights, examples.rows[held]).argmax(axis=1)]
    positive = given != NONE
    right = (found == given) & positive
    precision, recall = right.sum() / max((found != NONE).sum(), 1), right.sum() / positive.sum()
    print(f"{len(given)} words, {positive.sum()} of triggers: P {precision:.3f} R {recall:.3f} "
          f"F1 {2 * precision * recall / (precision + recall):.3f}")
    for kind in TYPES:
        mine, gold = found == kind, given == kind
        both = (mine & gold).sum()
        print(f"  {kind:10} P {both / max(mine.sum(), 1):.2f} R {both / max(gold.sum(), 1):.2f} of {gold.sum()}")


def main() -> None:
    """Read the command line, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=HERE, help="the folder of *.sentences")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--fold", action="store_true")
    given = parser.parse_args()
    encoder = load_attribution_model()
    assert isinstance(encoder, AttributionModel)
    vectors = AttributionVectors(encoder)
    examples = gather(read_texts(given.data), vectors)
    classes = (NONE, *TYPES)
    if given.fold:
        fold(examples, classes)
    if given.out:
        save_network(
            given.out,
            "types",
            train(examples.rows, examples.types, classes, WIDTH, 2.0),
            {"version": "events 1", "encoder": vectors.version, "classes": list(classes)},
        )
        told = [number for number, mode in enumerate(examples.modes) if mode is not None]
        modes = (NONE, *sorted({examples.modes[number] for number in told} - {NONE}))
        save_network(
            given.out,
            "modes",
            train(examples.rows[told], [examples.modes[number] for number in told], modes, 32, 2.0),
            {"version": "events 1", "encoder": vectors.version, "classes": list(modes)},
        )


if __name__ == "__main__":
    main()
