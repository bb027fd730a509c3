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

from evaluation.event_markup import MarkedEvent, MarkedText, read_events
from onrecord.annotation.coder import default_coder
from onrecord.annotation.events.candidates import candidates, inputs_of
from onrecord.annotation.events.casting import Casting
from onrecord.annotation.events.participants import cast_of
from onrecord.annotation.events.roles import Roles
from onrecord.annotation.events.triggers import Rated, Trigger, find_triggers
from onrecord.annotation.layers import Layers
from onrecord.annotation.mentions.finding import likeness
from onrecord.annotation.models import load_attribution_model
from onrecord.annotation.models.attribution import AttributionModel, AttributionVectors
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import TYPES, Part
from onrecord.record import Document, document_id
from training.networks import save_network

HERE: Final = Path(__file__).parent / "events"
NONE: Final = "none"
ROLES: Final = ("actor", "recipient")
SEEDS: Final = (1, 2, 3, 4)
WIDTH: Final = 48
NARROW: Final = 32
ALPHA: Final = 2.0
FOLDS: Final = 5
# How much of two phrases must be common for them to be the same.
ALIKE: Final = 0.3


@dataclass
class Examples:
    """Rows of inputs with their answers, and the number of the text of each."""

    rows: np.ndarray
    answers: list[str]
    texts: list[int]


@dataclass
class Gathered:
    """What is learned from: words by type, phrases by role."""

    types: Examples
    roles: Examples


def read_texts(folder: Path) -> list[MarkedText]:
    """The marked sentences of all files of a folder."""
    return [
        read_events(line)
        for path in sorted(folder.glob("*.sentences"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def gather(texts: Sequence[MarkedText], vectors: AttributionVectors) -> Gathered:
    """The candidates of all texts with what the gold says of them."""
    coder = default_coder()
    words: tuple[list[np.ndarray], list[str], list[int]] = ([], [], [])
    roles: tuple[list[list[float]], list[str], list[int]] = ([], [], [])
    for number, marked in enumerate(texts):
        layers = Layers(Document(document_id(marked.text), marked.text))
        for step in coder.steps:
            if step.provides != "events":
                layers = step(layers)
        when = [(span.start, span.end) for time in layers.times for span in time.spans]
        for sentence in layers.sentences:
            found = candidates(sentence)
            if not found:
                continue
            rows = inputs_of(marked.text, sentence, found, vectors)
            gold = [_gold_at(marked, sentence.words[index].start) for index, _ in found]
            words[0].append(rows)
            words[1].extend(event.types[0] if event else NONE for event in gold)
            words[2].extend([number] * len(found))
            cast = cast_of(sentence, layers.actors.mentions, when)
            casting = Casting(sentence, cast, Roles(sentence, cast))
            for event in marked.events:
                trigger = _trigger_of(sentence, found, gold, event)
                if trigger is None:
                    continue
                beside = list(casting.parts(trigger))
                answers = dict.fromkeys(range(len(beside)), NONE)
                for role, spans in (("actor", event.actors), ("recipient", event.recipients)):
                    for span in spans:
                        best = max(
                            range(len(beside)),
                            key=lambda k: likeness(cast.phrase(beside[k].head).bounds, span),  # noqa: B023
                            default=None,
                        )
                        if best is not None and likeness(cast.phrase(beside[best].head).bounds, span) >= ALIKE:
                            answers[best] = role
                roles[0].extend(each.row for each in beside)
                roles[1].extend(answers.values())
                roles[2].extend([number] * len(beside))
    return Gathered(
        Examples(np.concatenate(words[0]), words[1], words[2]),
        Examples(np.array(roles[0], dtype=np.float32), roles[1], roles[2]),
    )


def _gold_at(marked: MarkedText, start: int) -> MarkedEvent | None:
    return next((event for event in marked.events if any(a <= start < b for a, b in event.trigger)), None)


def _trigger_of(
    sentence: Sentence,
    found: Sequence[tuple[int, Part]],
    gold: Sequence[MarkedEvent | None],
    event: MarkedEvent,
) -> Trigger | None:
    """The trigger of a gold event as the coder would have it: all its words joined."""
    rated = [
        Rated(index, part, event.types[0], event.mode)
        for (index, part), own in zip(found, gold, strict=True)
        if own is event
    ]
    triggers = find_triggers(sentence, rated)
    return min(triggers, key=lambda each: len(list(sentence.ancestors(each.head))), default=None)


def train(
    rows: np.ndarray, answers: Sequence[str], classes: Sequence[str], width: int, alpha: float
) -> dict[str, np.ndarray]:
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


def fold(examples: Examples, classes: Sequence[str], width: int) -> None:
    """Print how well a fifth of the texts are told by what was learned from the others."""
    texts, given = np.array(examples.texts), np.array(examples.answers)
    found = np.empty(len(given), dtype=object)
    for part in range(FOLDS):
        held = texts % FOLDS == part
        weights = train(examples.rows[~held], list(given[~held]), classes, width, ALPHA)
        found[held] = [classes[k] for k in apply(weights, examples.rows[held]).argmax(axis=1)]
    positive, told = given != NONE, found != NONE
    right = ((found == given) & positive).sum()
    print(
        f"{len(given)} rows: P {right / max(told.sum(), 1):.3f} R {right / positive.sum():.3f} "
        f"F1 {2 * right / (told.sum() + positive.sum()):.3f}"
    )
    for kind in classes[1:]:
        mine, gold = found == kind, given == kind
        both = (mine & gold).sum()
        print(f"  {kind:15} P {both / max(mine.sum(), 1):.2f} R {both / max(gold.sum(), 1):.2f} of {gold.sum()}")


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
    gathered = gather(read_texts(given.data), vectors)
    for name, examples, classes, width in (
        ("types", gathered.types, (NONE, *TYPES), WIDTH),
        ("roles", gathered.roles, (NONE, *ROLES), NARROW),
    ):
        if given.fold:
            print(name)
            fold(examples, classes, width)
        if given.out:
            weights = train(examples.rows, examples.answers, classes, width, ALPHA)
            meta = {"version": "events 1", "encoder": vectors.version, "classes": list(classes)}
            save_network(given.out, name, weights, meta)


if __name__ == "__main__":
    main()
