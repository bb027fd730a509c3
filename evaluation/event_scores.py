"""Whether `onrecord bench events` and the gold's own scorer agree: `python evaluation/event_scores.py [--shared DIR]`

Codes each of DIR/data/events/*.jsonl once, has DIR/bench/events/score.py score what was written, and compares every
figure of both. Exit status 1 where two differ by more than 0.1.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from onrecord.interfaces.cli.bench.event_cases import read_cases
from onrecord.interfaces.cli.bench.event_scores import Counts, RoleScore, score

HERE = Path(__file__).parent
TOLERANCE = 0.1


def theirs(scorer: Path, gold: Path, found: Path) -> dict[str, float]:
    """The figures of the gold's scorer, in per cent."""
    command = [sys.executable, str(scorer), str(gold), str(found), "--json"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    figures = {
        "types": told["type"]["micro"]["f1"],
        "macro": told["type"]["macro_f1"],
        "same types": told["type"]["exact_set_accuracy"],
        "detection": told["detection"]["f1"],
        "quad": told["quad"]["f1"],
        "same quads": told["quad"]["accuracy"],
        **{kind: counts["f1"] for kind, counts in told["type"]["per_type"].items()},
    }
    for role in ("actors", "recipients", "participants"):
        figures |= {f"{role} {name}": (told[role][name] or {}).get("f1", 0) for name in ("overlap", "exact", "country")}
        figures[f"{role} codes"] = told[role]["country_accuracy"] or 0
    return {name: 100 * value for name, value in figures.items()}


def ours(gold: Path, found: Path) -> dict[str, float]:
    """The same figures as the package counts them."""
    written = [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines()]
    coded = {row["id"]: row for row in written}
    with tempfile.TemporaryDirectory() as scratch:
        # What was found, read as cases: they have a text.
        again = Path(scratch) / "found.jsonl"
        again.write_text("".join(json.dumps(row | {"text": "-"}) + "\n" for row in coded.values()), encoding="utf-8")
        events = {case.id: case.events for case in read_cases(again)}
    total = score((case.events, events[case.id]) for case in read_cases(gold))
    counts: dict[str, Counts] = {
        "types": total.types,
        "detection": total.detection,
        "quad": total.quad,
        **total.by_type,
    }
    figures = {name: each.f1 for name, each in counts.items()}
    figures |= {
        "macro": total.macro_f1,
        "same types": 100 * total.same_types / total.texts,
        "same quads": 100 * total.same_quads / total.texts,
    }
    roles: dict[str, RoleScore] = {
        "actors": total.actors,
        "recipients": total.recipients,
        "participants": total.participants,
    }
    for name, role in roles.items():
        figures |= {f"{name} overlap": role.overlap.f1, f"{name} exact": role.exact.f1}
        figures |= {f"{name} country": role.country.f1, f"{name} codes": role.codes.recall}
    return figures


def main() -> int:
    """Prints what differs; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared", help="the gold and its scorer")
    shared = parser.parse_args().shared
    differing = 0
    for gold in sorted((shared / "data" / "events").glob("*.jsonl")):
        with tempfile.TemporaryDirectory() as scratch:
            found = Path(scratch) / gold.name
            command = [sys.executable, "-m", "onrecord", "bench", "events", str(gold), "-o", str(found)]
            subprocess.run(command, check=True, capture_output=True)
            one, other = ours(gold, found), theirs(shared / "bench" / "events" / "score.py", gold, found)
        apart = [name for name in one.keys() | other.keys() if abs(one.get(name, 0) - other.get(name, 0)) > TOLERANCE]
        print(f"{gold.name}: {len(other)} figures, {len(apart)} differ")
        for name in sorted(apart):
            print(f"  {name}: {one.get(name, 0):.2f}, the gold's scorer {other.get(name, 0):.2f}")
        differing += len(apart)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
