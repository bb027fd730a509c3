"""Train the reader of kinds on GUM and on our annotated news.

python -m training.kinds --shared ../shared/data --out src/onrecord/annotation/models/kinds/weights

Needs `pip install scikit-learn`; takes about five minutes on two cores. Prints accuracy and F1 on GUM's dev part, which
chose the size of the layer and the number of rounds.
"""

import argparse
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.metrics import f1_score
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from onrecord.annotation.mentions.clues import clues, look_up
from onrecord.annotation.mentions.phrases import find_phrases
from onrecord.annotation.models import SpacyParser, load_attribution_model
from onrecord.annotation.models.attribution import AttributionModel, AttributionVectors
from onrecord.annotation.models.kinds.model import KINDS, inputs
from onrecord.annotation.paragraphs import find_paragraphs
from onrecord.annotation.quotations import find_quotations
from onrecord.annotation.readable import make_readable, split_datelines
from onrecord.codebooks.registry import load_registry
from training.corpora import Annotated, gum, news
from training.networks import save_network

SEEDS: Final = (1, 2, 3, 4)
WIDTH: Final = 40


def examples(gold: Annotated, parser: SpacyParser, vectors: AttributionVectors) -> tuple[np.ndarray, list[int]]:
    """Inputs and kinds of a document's noun phrases.

    In GUM one without a mention is of the kind `other`. Our news has actors only: another phrase is `other` too, but
    for names and for nouns of places, which are left out.
    """
    text = gold.text
    paragraphs = tuple(find_paragraphs(text))
    quotations = tuple(find_quotations(text, paragraphs))
    sentences = parser.parse(make_readable(text, quotations, paragraphs), split_datelines(text, paragraphs))
    phrases = [each for each in find_phrases(text, sentences) if each.form != "pronoun"]
    heads, rows, kinds = [], [], []
    for phrase, answer in zip(phrases, gold.answers([(each.start, each.end) for each in phrases]), strict=True):
        sentence = sentences[phrase.sentence]
        wording = look_up(text, sentence, phrase, load_registry())
        if answer.kind is None and (phrase.form == "name" or "l" in wording.senses.possible):
            continue
        heads.append(sentence.words[phrase.head].start)
        rows.append(clues(sentence, phrase, wording))
        kinds.append(KINDS.index(answer.kind or "other"))
    return inputs(*vectors.of(text, heads), rows), kinds


def gather(documents: Iterable[Annotated], vectors: AttributionVectors) -> tuple[np.ndarray, np.ndarray]:
    """The examples of all documents."""
    parser = SpacyParser()
    parts = [examples(document, parser, vectors) for document in documents]
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([kinds for _, kinds in parts])


def main() -> None:
    """Read the command line, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with gum and polnear")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    encoder = load_attribution_model()
    assert isinstance(encoder, AttributionModel)
    vectors = AttributionVectors(encoder)
    texts = given.shared / "polnear" / "train" / "text"
    rows, kinds = gather(chain(gum(given.shared / "gum" / "train"), news(texts)), vectors)
    dev_rows, dev_kinds = gather(gum(given.shared / "gum" / "dev"), vectors)
    scaler = StandardScaler().fit(rows)
    scale = np.maximum(scaler.scale_, 1e-3)
    nets = [
        MLPClassifier((WIDTH,), alpha=1.0, learning_rate_init=5e-4, max_iter=10, random_state=seed, batch_size=64)
        for seed in SEEDS
    ]
    for net in nets:
        net.fit((rows - scaler.mean_) / scale, kinds)
    # The nets side by side are one net whose scores are the mean of theirs; the scaling goes into the first layer.
    first = np.concatenate([net.coefs_[0] for net in nets], axis=1)
    first_bias = np.concatenate([net.intercepts_[0] for net in nets]) - (scaler.mean_ / scale) @ first
    weights = {
        "w0": (first / scale[:, None]).astype(np.float16),
        "b0": first_bias.astype(np.float32),
        "w1": (np.concatenate([net.coefs_[1] for net in nets]) / len(nets)).astype(np.float16),
        "b1": np.mean([net.intercepts_[1] for net in nets], axis=0).astype(np.float32),
    }
    meta = {"version": "kinds 1", "encoder": vectors.version, "kinds": list(KINDS)}
    save_network(given.out, "kinds", weights, meta)
    hidden = np.maximum(dev_rows @ weights["w0"].astype(np.float32) + weights["b0"], 0)
    found = (hidden @ weights["w1"].astype(np.float32) + weights["b1"]).argmax(axis=1)
    scores = f1_score(dev_kinds, found, average=None)
    print(f"GUM dev: accuracy {np.mean(found == dev_kinds):.3f}; F1:")
    for kind, score in zip(KINDS, scores, strict=True):
        print(f"  {kind} {100 * score:.1f}")


if __name__ == "__main__":
    main()
