"""How often the act of a statement is right: `python evaluation/acts.py [--shared DIR] [--kept] [--errors]`

The gold of `statements/` gives the acts of 240 statements by offsets, half of them on PolNeAR dev and half on our own
marked articles. Their attributions are taken from the gold, so that only the act is judged. Half of each, whole
articles, was kept back until the rules were done; `--kept` scores it, `--errors` lists errors of the open half only.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation.marked import read_marked

from onrecord.annotation import default_coder
from onrecord.annotation.acts import find_acts
from onrecord.annotation.attribution import Attribution
from onrecord.annotation.layers import Layers
from onrecord.record import Document, document_id

HERE = Path(__file__).parent
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Judged:
    """A gold statement's act and the one that was found, with words to show."""

    gold: str | None
    found: str | None
    words: str


def load(name: str, *, kept: bool) -> list[dict[str, object]]:
    """The gold statements of a file's open or kept half."""
    lines = (HERE / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["kept"] == kept]


def text_of(name: str, document: str, polnear: Path) -> str:
    """The text that a gold statement's offsets count in."""
    path = (
        polnear / "dev" / "text" / f"{document}.txt"
        if name == "polnear"
        else HERE / "attribution" / f"{document}.marked"
    )
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return text if name == "polnear" else read_marked(text)[0]


def judge(name: str, rows: Sequence[dict[str, object]], polnear: Path) -> list[Judged]:
    """What is found for gold statements, a document at a time."""
    judged = []
    for document in sorted({str(row["document"]) for row in rows}):
        text = text_of(name, document, polnear)
        own = [row for row in rows if row["document"] == document]
        attributions = tuple(Attribution(*(pieces(row[role]) for role in ("source", "cue", "content"))) for row in own)
        layers = Layers(Document(id=document_id(text), text=text))
        for step in default_coder().steps:
            layers = step(layers) if step.provides != "attributions" else given(layers, attributions)
            if step.provides == "actors":
                break
        acts = find_acts(text, layers.quotations, layers.sentences, attributions, layers.actors)
        for row, attribution, act in zip(own, attributions, acts, strict=True):
            judged.append(Judged(row["act"], act, shown(text, attribution)))  # type: ignore[arg-type]
    return judged


def given(layers: Layers, attributions: tuple[Attribution, ...]) -> Layers:
    """The layers with the gold's attributions."""
    return replace(layers, attributions=attributions)


def pieces(places: object) -> Pieces:
    """Places of the gold as an attribution has them."""
    return tuple((start, end) for start, end in places)  # type: ignore[attr-defined]


def shown(text: str, attribution: Attribution) -> str:
    """Source, cue and content in a line."""
    parts = (attribution.source, attribution.cue, attribution.content)
    return " | ".join(" … ".join(" ".join(text[a:b].split()) for a, b in part)[:150] for part in parts)


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Accuracy and macro-F1 in per cent; the F1 is over the acts that the gold has, statements without one included."""
    right = Counter(each.gold for each in judged if each.gold == each.found)
    gold, found = Counter(each.gold for each in judged), Counter(each.found for each in judged)
    scores = [200 * right[act] / (gold[act] + found[act]) for act in gold]
    plain = gold["assert"] / len(judged)
    return {
        "statements": len(judged),
        "accuracy": round(100 * right.total() / len(judged), 1),
        "macro-F1": round(sum(scores) / len(scores), 1),
        "all assert": round(100 * plain, 1),
    }


def open_figures(polnear: Path) -> dict[str, float]:
    """Accuracy and macro-F1 of both open halves together."""
    judged = [each for name in ("polnear", "ours") for each in judge(name, load(name, kept=False), polnear)]
    return {name: value for name, value in figures(judged).items() if name in ("accuracy", "macro-F1")}


def main() -> None:
    """Prints a line of figures a set, what was taken for what, and as the last line one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared", help="where data/polnear is")
    parser.add_argument("--kept", action="store_true", help="score the half that was kept back")
    parser.add_argument("--errors", action="store_true", help="list the errors of the open half")
    options = parser.parse_args()
    results, everything = {}, []
    for name in ("polnear", "ours"):
        judged = judge(name, load(name, kept=options.kept), options.shared / "data" / "polnear")
        everything += judged
        results[name] = figures(judged)
        for each in judged if options.errors and not options.kept else ():
            if each.gold != each.found:
                print(f"{each.gold} not {each.found}: {each.words}")
    results["both"] = figures(everything)
    for name, result in results.items():
        print(f"{name:8}" + "  ".join(f"{key} {value:5}" for key, value in result.items()))
    taken = Counter((str(each.gold), str(each.found)) for each in everything if each.gold != each.found)
    print("gold taken for: " + ", ".join(f"{a} {b} {count}" for (a, b), count in taken.most_common()))
    print(json.dumps(results))


if __name__ == "__main__":
    main()
