"""Train the rating of mentions beside chains on GUM and on our annotated news.

python -m training.pairs --shared ../shared/data --out src/onrecord/annotation/models/pairs/weights

Every pronoun and description of the training parts is put beside the chains it may belong to, those before it linked as
the gold has them.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.actors import ActorResolver
from onrecord.annotation.attribution import LearnedFinder, RuleFinder
from onrecord.annotation.coreference.chains import Chain
from onrecord.annotation.coreference.resolving import resolve_mentions
from onrecord.annotation.mentions.finding import find_mentions
from onrecord.annotation.models import SpacyParser, load_attribution_model
from onrecord.annotation.models.attribution import AttributionModel, AttributionVectors
from onrecord.annotation.models.kinds import KindModel
from onrecord.annotation.models.reader import ActorModels
from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.annotation.quotations import find_quotations
from onrecord.annotation.readable import make_readable, split_datelines
from onrecord.codebooks.registry import load_registry
from training.corpora import Annotated, gum, news
from training.networks import save_network

SEEDS: Final = (1, 2, 3, 4)
WIDTH: Final = 20
ROUNDS: Final = 14
RATE: Final = 2e-3
DECAY: Final = 2e-3
BATCH: Final = 32
Array = NDArray[np.float64]


class Unrated:
    """Stands where the pairs' model will be."""

    version = "none"

    def rate(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Never asked."""
        raise NotImplementedError


@dataclass(frozen=True)
class Choice:
    """An anaphor's candidates: a row of features each, and which of them are what it means (none of them, perhaps)."""

    rows: Array
    right: NDArray[np.bool_]


def gather(documents: Iterable[Annotated], kinds: Path) -> list[Choice]:
    """The choices that the anaphors of the documents leave."""
    encoder = load_attribution_model()
    assert isinstance(encoder, AttributionModel)
    models = ActorModels(AttributionVectors(encoder), KindModel(kinds, encoder.version), Unrated())
    parser, finder, resolver = SpacyParser(), LearnedFinder(encoder, RuleFinder()), ActorResolver(load_registry())
    choices: list[Choice] = []
    for gold in documents:
        text = gold.text
        paragraphs = tuple(find_paragraphs(text))
        quotations = tuple(find_quotations(text, paragraphs))
        sentences = tuple(parser.parse(make_readable(text, quotations, paragraphs), split_datelines(text, paragraphs)))
        attributions = finder.find(text, paragraphs, quotations, sentences)
        encoder.encode(text)
        sources = [piece for each in attributions for piece in each.source]
        found = find_mentions(text, paragraphs, sentences, sources, resolver, models, gold.published)
        groups = [each.group for each in gold.answers([(each.start, each.end) for each in found])]

        def decide(
            number: int,
            candidates: Sequence[Chain],
            pairs: Sequence[Sequence[float]],
            groups: Sequence[str | None] = groups,
        ) -> int | None:
            right = []
            for candidate in candidates:
                group = Counter(groups[each] for each in candidate.mentions if groups[each]).most_common(1)
                right.append(bool(group) and groups[number] == group[0][0])
            choices.append(Choice(np.array(pairs), np.array(right)))
            return right.index(True) if any(right) else None

        resolve_mentions(
            text, paragraphs, quotations, sentences, attributions, resolver, models, gold.published, decide
        )
    return choices


def train(choices: Sequence[Choice], seed: int) -> dict[str, Array]:
    """A network of one hidden layer whose scores, with 0 for `none of them`, give the right candidates their chance.

    The loss is the negative log of the chance of all right candidates together (or of none), as in mention ranking
    (Durrett and Klein 2013); by Adam, with decoupled weight decay. Rows are to be scaled.
    """
    random = np.random.default_rng(seed)
    size = choices[0].rows.shape[1]
    held = {
        "w0": random.normal(0, 1 / np.sqrt(size), (size, WIDTH)),
        "b0": np.zeros(WIDTH),
        "w1": random.normal(0, 1 / np.sqrt(WIDTH), (WIDTH, 1)),
        "b1": np.full(1, -2.0),
    }
    first = {name: np.zeros_like(value) for name, value in held.items()}
    second = {name: np.zeros_like(value) for name, value in held.items()}
    steps, total = 0, ROUNDS * -(-len(choices) // BATCH)
    for _ in range(ROUNDS):
        order = random.permutation(len(choices))
        for start in range(0, len(order), BATCH):
            steps += 1
            slope = _slope(held, [choices[index] for index in order[start : start + BATCH]])
            rate = RATE * (1 - steps / total)
            for name, value in held.items():
                first[name] = 0.9 * first[name] + 0.1 * slope[name]
                second[name] = 0.999 * second[name] + 0.001 * slope[name] ** 2
                move = (first[name] / (1 - 0.9**steps)) / (np.sqrt(second[name] / (1 - 0.999**steps)) + 1e-8)
                value -= rate * (move + (DECAY * value / RATE * 0.5 if name.startswith("w") else 0.0))
    return held


def _slope(held: dict[str, Array], batch: Sequence[Choice]) -> dict[str, Array]:
    """The gradient of the mean loss of some choices."""
    rows = np.concatenate([each.rows for each in batch])
    hidden = np.maximum(rows @ held["w0"] + held["b0"], 0)
    scores = (hidden @ held["w1"] + held["b1"])[:, 0]
    wanted = np.zeros_like(scores)
    given = np.zeros_like(scores)
    place = 0
    for each in batch:
        part = slice(place, place + len(each.rows))
        place = part.stop
        powers = np.exp(np.minimum(scores[part], 30))
        given[part] = powers / (1 + powers.sum())
        if each.right.any():
            wanted[part] = each.right * powers / (each.right * powers).sum()
    error = ((given - wanted) / len(batch))[:, None]
    back = (error @ held["w1"].T) * (hidden > 0)
    return {"w0": rows.T @ back, "b0": back.sum(axis=0), "w1": hidden.T @ error, "b1": error.sum(axis=0)}


def fit(choices: Sequence[Choice]) -> dict[str, Array]:
    """The mean of the networks of all seeds as one, side by side, with the scaling of rows in its first layer."""
    rows = np.concatenate([each.rows for each in choices])
    middle, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-2)
    scaled = [Choice((each.rows - middle) / scale, each.right) for each in choices]
    nets = [train(scaled, seed) for seed in SEEDS]
    first = np.concatenate([net["w0"] for net in nets], axis=1)
    return {
        "w0": (first / scale[:, None]).astype(np.float32),
        "b0": (np.concatenate([net["b0"] for net in nets]) - (middle / scale) @ first).astype(np.float32),
        "w1": (np.concatenate([net["w1"] for net in nets]) / len(nets)).astype(np.float32),
        "b1": np.mean([net["b1"] for net in nets], axis=0).astype(np.float32),
    }


def main() -> None:
    """Read the command line, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with gum and polnear")
    parser.add_argument("--kinds", type=Path, default=Path("src/onrecord/annotation/models/kinds/weights"))
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    texts = given.shared / "polnear" / "train" / "text"
    texts = given.shared / "polnear" / "train" / "text"
    choices = gather(chain(gum(given.shared / "gum" / "train"), news(texts)), given.kinds)
    print(f"{len(choices)} anaphors, {sum(each.right.any() for each in choices)} with something before that they mean")
    weights = fit(choices)
    save_network(given.out, "pairs", weights, {"version": "pairs 1"})


if __name__ == "__main__":
    main()
