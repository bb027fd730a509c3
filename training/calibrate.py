"""Fit the decoding's few numbers and the confidence on the held-back part of the training split.

    python -m training.calibrate --data polnear/train --scorer bench/attribution/score.py --model model

The confidence is a logistic regression over the clues of `assemble.clues`, fitted to whether the scorer counts an
attribution as right (content overlap of half or more, sources meeting). Nothing here looks at the dev split.
"""

import argparse
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from onrecord.annotation.models.attribution.assemble import Draft, clues, offsets
from onrecord.annotation.models.attribution.choose import choose
from onrecord.annotation.models.attribution.decode import FloatArray
from onrecord.annotation.models.attribution.model import AttributionModel, Reading
from training.data import Document, held_back, read_documents

THRESHOLDS: Final = [round(0.2 + 0.025 * step, 3) for step in range(13)]


@dataclass(slots=True)
class Case:
    """A held-back document with what the encoder says of it."""

    document: Document
    reading: Reading


def load_scorer(path: Path) -> Any:
    """The scorer as a module, from its file."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(scorer: Any, case: Case, drafts: list[Draft]) -> list[bool]:
    """Of each draft, whether the scorer would count it as attributed."""
    tokens = scorer.Tokens(case.document.text)
    words = case.reading.words
    gold = [{role: tokens.covered(a.role(role)) for role in scorer.ROLES} for a in case.document.attributions]
    made = [
        {
            "source": tokens.covered(offsets([d.source] if d.source else [], words)),
            "cue": tokens.covered(offsets([d.cue] if d.cue else [], words)),
            "content": tokens.covered(offsets(d.contents, words)),
        }
        for d in drafts
    ]
    right = [False] * len(drafts)
    for g, p, jaccard in scorer.match(gold, made):
        shared = gold[g]["source"] & made[p]["source"] or not (gold[g]["source"] or made[p]["source"])
        right[p] = jaccard >= 0.5 and bool(shared)
    return right


def fit_logistic(rows: FloatArray, right: FloatArray, penalty: float = 1.0) -> tuple[FloatArray, float]:
    """Weights and bias of a logistic regression, by Newton's method on standardised columns."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.concatenate([(rows - mean) / spread, np.ones((len(rows), 1))], axis=1)
    ridge = penalty * np.eye(design.shape[1])
    ridge[-1, -1] = 0.0
    found = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ found))
        gradient = design.T @ (chance - right) + ridge @ found
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        found -= np.linalg.solve(curve, gradient)
    weights = found[:-1] / spread
    return weights, float(found[-1] - (weights * mean).sum())


def calibration_error(chances: FloatArray, right: FloatArray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    parts = [
        abs(chances[place == b].mean() - right[place == b].mean()) * (place == b).mean()
        for b in range(bins)
        if (place == b).any()
    ]
    return float(sum(parts))


def f1(right: int, made: int, gold: int) -> float:
    """F1 in per cent."""
    return 200 * right / (made + gold) if made + gold else 0.0


@dataclass(slots=True)
class Outcome:
    """Drafts of all cases with their clues, and whether each by itself would count as right."""

    drafts: list[list[Draft]]
    rows: FloatArray
    right: FloatArray


def outcome(model: AttributionModel, scorer: Any, cases: list[Case]) -> Outcome:
    """Read all cases' drafts and judge every one."""
    drafts = [model.drafts(case.reading) for case in cases]
    rows = [clues(draft, case.reading.words) for case, listed in zip(cases, drafts, strict=True) for draft in listed]
    right = [judge(scorer, case, [draft])[0] for case, listed in zip(cases, drafts, strict=True) for draft in listed]
    return Outcome(drafts, np.array(rows), np.array(right, dtype=np.float64))


@dataclass(slots=True)
class Choice:
    """What a threshold keeps: the confidences and rightness of all kept drafts, and how many there should be."""

    chances: FloatArray
    right: FloatArray
    gold: int

    @property
    def score(self) -> float:
        """F1 of the kept drafts."""
        return f1(int(self.right.sum()), len(self.right), self.gold)


def kept(scorer: Any, cases: list[Case], made: Outcome, chances: FloatArray, threshold: float) -> Choice:
    """Choose among the drafts as the runtime does and judge those that stand."""
    sure: list[float] = []
    right: list[bool] = []
    place = gold = 0
    for case, listed in zip(cases, made.drafts, strict=True):
        own = chances[place : place + len(listed)]
        place += len(listed)
        chosen = choose(listed, own, threshold)
        sure += [float(own[index]) for index in chosen]
        right += judge(scorer, case, [listed[index] for index in chosen])
        gold += len(case.document.attributions)
    return Choice(np.array(sure), np.array(right, dtype=np.float64), gold)


def main() -> None:
    """Read the command line, fit, and write the numbers into meta.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    given = parser.parse_args()
    scorer = load_scorer(given.scorer)
    model = AttributionModel(given.model)
    cases = [Case(d, model.encode(d.text)) for d in read_documents(given.data) if held_back(d.name)]
    made = outcome(model, scorer, cases)
    weights, bias = fit_logistic(made.rows, made.right)
    chances = 1 / (1 + np.exp(-(made.rows @ weights + bias)))
    tried = {}
    for threshold in THRESHOLDS:
        choice = kept(scorer, cases, made, chances, threshold)
        tried[threshold] = choice.score
        error = calibration_error(choice.chances, choice.right)
        print(f"from {threshold:.2f} on: F1 {choice.score:.2f}, {len(choice.right)} kept, ECE {error:.4f}", flush=True)
    # the curve is flat and jagged near its top: take the middle of the best stretch
    smooth = {t: float(np.mean([tried[o] for o in THRESHOLDS if abs(o - t) < 0.051])) for t in THRESHOLDS}
    meta = json.loads((given.model / "meta.json").read_text(encoding="utf-8"))
    meta["decoding"]["threshold"] = max(smooth, key=lambda t: smooth[t])
    meta["calibration"] = {"weights": [round(float(w), 6) for w in weights], "bias": round(bias, 6)}
    (given.model / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
