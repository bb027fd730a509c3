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


def diagram(chances: FloatArray, right: FloatArray) -> str:
    """The share that is right (up) for each tenth of stated confidence (right), a dot as large as the tenth holds."""
    size, edge = 320, 40
    dots = []
    for low in np.arange(0, 1, 0.1):
        kept = (chances >= low) & (chances < low + 0.1 + (low > 0.85))
        if kept.any():
            x, y = edge + size * chances[kept].mean(), edge + size * (1 - right[kept].mean())
            radius = 3 + 9 * np.sqrt(kept.mean())
            dots.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{kept.sum()} statements: stated '
                f"{chances[kept].mean():.2f}, right {right[kept].mean():.2f}</title></circle>"
            )
    ticks = "".join(
        f'<text x="{edge + size * each:.0f}" y="{edge + size + 18}" text-anchor="middle">{each:.1f}</text>'
        f'<text x="{edge - 8}" y="{edge + size * (1 - each) + 4:.0f}" text-anchor="end">{each:.1f}</text>'
        for each in (0, 0.5, 1)
    )
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}" '
        f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
        f'<path d="M{edge} {edge}V{edge + size}H{edge + size}" fill="none" stroke="#333"/>'
        f'<path d="M{edge} {edge + size}L{edge + size} {edge}" stroke="#999" stroke-dasharray="4"/>'
        f'<g fill="#0072b2" fill-opacity=".8">{"".join(dots)}</g>{ticks}'
        f'<text x="{edge + size / 2}" y="{whole - 4}" text-anchor="middle">stated confidence</text>'
        f'<text x="12" y="{edge + size / 2}" text-anchor="middle" transform="rotate(-90 12 {edge + size / 2})">'
        "share that is right</text></svg>\n"
    )


def main() -> None:
    """Read the command line and print a reliability table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--svg", type=Path, help="draw the reliability diagram here")
    given = parser.parse_args()
    chances, right = judged(load_scorer(given.scorer), given.gold, given.pred)
    for low in np.arange(0, 1, 0.1):
        kept = (chances >= low) & (chances < low + 0.1 + (low > 0.85))
        if kept.any():
            stated, seen = chances[kept].mean(), right[kept].mean()
            print(f"{low:.1f}-{low + 0.1:.1f}  {kept.sum():5d}  stated {stated:.3f}  right {seen:.3f}")
    if given.svg:
        given.svg.write_text(diagram(chances, right), encoding="utf-8")
    error, brier = calibration_error(chances, right), ((chances - right) ** 2).mean()
    print(f"ECE {error:.4f} over {len(chances)}, Brier {brier:.4f}")


if __name__ == "__main__":
    main()
