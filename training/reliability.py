"""How far confidences can be believed: expected calibration error of a prediction file against a gold split.

python -m training.reliability --gold polnear/dev --pred dev.jsonl --scorer bench/attribution/score.py
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.annotation.models.attribution.decode import FloatArray
from training.calibrate import calibration_error, load_scorer


def judged(scorer: Any, gold: Path, pred: Path) -> tuple[FloatArray, FloatArray]:
    """Confidences of all predictions, and whether the scorer counts each as attributed."""
    texts = scorer.read_gold(gold)
    chances: list[float] = []
    right: list[bool] = []
    for line in pred.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, listed = texts[record["id"]]
        tokens = scorer.Tokens(text)
        one = [{role: tokens.covered(item[role]) for role in scorer.ROLES} for item in listed]
        other = [{role: tokens.covered(item[role]) for role in scorer.ROLES} for item in record["attributions"]]
        hits = [False] * len(other)
        for g, p, jaccard in scorer.match(one, other):
            shared = one[g]["source"] & other[p]["source"] or not (one[g]["source"] or other[p]["source"])
            hits[p] = jaccard >= 0.5 and bool(shared)
        chances += [item["confidence"] for item in record["attributions"]]
        right += hits
    return np.array(chances), np.array(right, dtype=np.float64)


def main() -> None:
    """Read the command line and print a reliability table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    given = parser.parse_args()
    chances, right = judged(load_scorer(given.scorer), given.gold, given.pred)
    for low in np.arange(0, 1, 0.1):
        kept = (chances >= low) & (chances < low + 0.1 + (low > 0.85))
        if kept.any():
            stated, seen = chances[kept].mean(), right[kept].mean()
            print(f"{low:.1f}-{low + 0.1:.1f}  {kept.sum():5d}  stated {stated:.3f}  right {seen:.3f}")
    error, brier = calibration_error(chances, right), ((chances - right) ** 2).mean()
    print(f"ECE {error:.4f} over {len(chances)}, Brier {brier:.4f}")


if __name__ == "__main__":
    main()
