"""Figures that may only rise: `python evaluation/floors.py [--shared DIR] [--raise]`

Scores the installed coder on PolNeAR dev, GUM, the actor and the event cases (where DIR has them), and on our own
examples, articles and items of times, and compares with `floors.json`. Exit status 1 where one fell;
`--raise` writes down those that rose by half a point or more, a tenth below what was measured.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation import acts
from evaluation.events import open_figures as open_events
from evaluation.nested import score as score_nested
from evaluation.times.score import score as score_times
from evaluation.times.score import value_accuracy

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
MARGIN, STEP = 0.1, 0.5
Figures = dict[str, float]


def bench(gold: Path) -> Figures:
    """What `onrecord bench polnear` says of a gold folder."""
    result: Any = last_line("bench", "polnear", str(gold))
    return {
        "attributed": result["attributed"]["f1"],
        "exact": result["exact"]["f1"],
        "source accuracy": result["source_accuracy"],
        "alpha": result["alpha"],
    }


def nested(folders: list[Path]) -> Figures:
    """F1 of statements within statements."""
    figures = score_nested([path for folder in folders for path in sorted(folder.glob("*.marked"))])
    return {"nested": figures["nested"]["f1"], "three levels": figures["three levels"]["f1"]}


def measure(shared: Path, scratch: Path) -> dict[str, Figures]:
    """The figures of every set that is here."""
    found = {}
    if (shared / "data" / "polnear" / "dev").is_dir():
        found["PolNeAR dev"] = bench(shared / "data" / "polnear" / "dev")
        for name in ("examples", "articles"):
            run("marked.py", HERE / "attribution" / name, scratch / name)
            found[name] = bench(scratch / name)
    if (shared / "data" / "gum").is_dir():
        run("gum.py", shared / "data" / "gum", scratch / "gum")
        found["GUM, open half"] = bench(scratch / "gum")
    found |= actors(shared)
    found["events, open articles"] = open_events()
    found["times, open items"] = {"value accuracy": value_accuracy(score_times(HERE / "times" / "open"))}
    cases = shared / "data" / "events" / "plover_gsr_dev.jsonl"
    if cases.is_file():
        found["event cases"] = last_line("bench", "events", str(cases))
    if (shared / "data" / "polnear").is_dir():
        found["acts, open half"] = acts.open_figures(shared / "data" / "polnear")
    found["examples and articles"] = nested([HERE / "attribution" / name for name in ("examples", "articles")])
    return found


def actors(shared: Path) -> dict[str, Figures]:
    """Who is who: chains, fields, sources, the actor cases. Nothing where the scorers of coreference are missing."""
    try:
        from evaluation import coreference
    except ImportError as error:
        print(f"who is who: not checked, {error.name} is missing: pip install scorch coreference-eval")
        return {}
    sides, answers = coreference.articles(HERE / "entities" / "articles")
    fields = {name: 100 * answers.right[name] / asked for name, asked in answers.asked.items()}
    found = {"actors, our articles": {**coreference.summary(sides), **fields}}
    if (shared / "data" / "gum").is_dir():
        found["actors, GUM dev"] = coreference.summary(coreference.gum(shared / "data" / "gum" / "dev"))
    if (shared / "data" / "polnear").is_dir():
        right, met, _ = coreference.polnear(shared / "data" / "polnear", verbose=False)
        found["actors, PolNeAR dev"] = {"sources": 100 * right / met}
    cases = shared / "data" / "actors" / "ngec_actors_dev.jsonl"
    if cases.is_file():
        found["actor cases"] = last_line("bench", "actors", str(cases))
    return found


def last_line(*arguments: str) -> Figures:
    """The figures that a command of ours prints as its last line."""
    command = [sys.executable, "-m", "onrecord", *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def run(script: str, *arguments: Path) -> None:
    """Runs another script of this folder."""
    subprocess.run([sys.executable, str(HERE / script), *map(str, arguments)], check=True)


def main() -> int:
    """Prints every figure beside its floor; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared", help="the corpora and scorers")
    parser.add_argument("--raise", dest="raising", action="store_true", help="write down what rose")
    given = parser.parse_args()
    floors: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(given.shared, Path(scratch))
    fell = 0
    for name in sorted({*floors, *found}):
        if name not in found:
            print(f"{name}: not checked, {given.shared} has no such data")
            continue
        for key, value in found[name].items():
            floor = floors.setdefault(name, {}).get(key, 0.0)
            fell += value < floor
            print(f"{name:24} {key:16} {value:6.1f}  floor {floor:5.1f}{'  FELL' if value < floor else ''}")
            if given.raising and value >= floor + STEP:
                floors[name][key] = round(value - MARGIN, 1)
    if given.raising:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main())
