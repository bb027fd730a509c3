"""Scores the installed coder's times against the gold set.

    python score.py FOLDER [--errors]

FOLDER holds the items (open or kept). A gold expression and a predicted time are aligned one to
one where their spans overlap, the widest overlap first. The last line is one JSON object.
"""

import argparse
import json
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import onrecord
from onrecord.record import Time

# An expression of the gold: `text`, `start`, `kind`, `edtf` (every value held to be right).
Gold = dict[str, Any]
Piece = tuple[int, int, str]
LEADING = re.compile(r"(?i)^(?:(?:on|in|at|during|over|for|within|the|a|an)\s+)+")


def core(text: str) -> str:
    """The words of an expression without what may or may not be counted with it."""
    return re.sub(r"['’]s$", "", LEADING.sub("", text)).lower()


def spans_of(time: Time) -> list[Piece]:
    """Start, end and words of each piece of a time."""
    return [(span.start, span.end, span.text) for span in time.spans]


def shared(gold: Gold, spans: Sequence[Piece]) -> int:
    """How many characters an expression of the gold and a time share."""
    start, end = gold["start"], gold["start"] + len(gold["text"])
    return sum(max(0, min(end, high) - max(start, low)) for low, high, _ in spans)


def align(golds: Sequence[Gold], predicted: Sequence[Time]) -> tuple[dict[int, int], set[int], set[int]]:
    """The time of each expression, the times that touch an expression that has one, and those that touch none."""
    pairs = sorted(
        ((shared(gold, spans_of(time)), g, p) for g, gold in enumerate(golds) for p, time in enumerate(predicted)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for width, g, p in pairs:
        if width and g not in taken and p not in used:
            taken[g] = p
            used.add(p)
    touching = {p for width, _, p in pairs if width}
    return taken, touching - used, set(range(len(predicted))) - touching


NAMES = {
    "gold": "gold expressions",
    "found": "found (overlap)",
    "exact": "exact spans",
    "near": "exact, bar a leading preposition, article or a 's",
    "kind": "right kinds",
    "right": "right values",
    "null": "  of them rightly null",
    "wrong": "wrong values",
    "guessed": "  of them a value where null is right",
    "abstained": "abstained (found, null where gold has a value)",
    "missed": "missed",
    "spurious": "spurious (overlap no gold)",
    "extra": "second predictions on one gold expression",
}


def told(name: str, text: str, what: str, words: str, at: int, more: str = "") -> None:
    """Print one error with what stands around it."""
    around = text[max(0, at - 25) : at + len(words) + 20].replace("\n", " ")
    print(f"{name:26} {what:10} [{words}] {more}   … {around} …")


def silent(*_: object) -> None:
    """Print nothing."""


def score(folder: Path, *, errors: bool = False) -> dict[str, int]:
    """Counts over the items of a folder, by the keys of NAMES."""
    count = dict.fromkeys(NAMES, 0)
    for path in sorted(folder.glob("*.json")):
        item = json.loads(path.read_text("utf-8"))
        golds = item["times"]
        predicted = list(onrecord.read(item["text"], published=item["published"]).times)
        taken, extra, spurious = align(golds, predicted)

        tell = partial(told, path.stem, item["text"]) if errors else silent
        count["gold"] += len(golds)
        for g, gold in enumerate(golds):
            if g not in taken:
                count["missed"] += 1
                tell("missed", gold["text"], gold["start"])
                continue
            time = predicted[taken[g]]
            spans = spans_of(time)
            count["found"] += 1
            exact = len(spans) == 1 and spans[0][:2] == (gold["start"], gold["start"] + len(gold["text"]))
            near = exact or (len(spans) == 1 and core(spans[0][2]) == core(gold["text"]))
            count["exact"] += exact
            count["near"] += near
            said = " ".join(words for _, _, words in spans)
            if not near:
                tell("span", gold["text"], gold["start"], f"predicted [{said}]")
            count["kind"] += time.kind == gold["kind"]
            if time.kind != gold["kind"]:
                tell("kind", gold["text"], gold["start"], f"{gold['kind']}, predicted {time.kind}")
            value = time.edtf
            if value in gold["edtf"] or (value is None and not gold["edtf"]):
                count["right"] += 1
                count["null"] += value is None
            elif value is None:
                count["abstained"] += 1
                tell("abstained", gold["text"], gold["start"], " | ".join(gold["edtf"]))
            else:
                count["wrong"] += 1
                count["guessed"] += not gold["edtf"]
                tell("wrong", gold["text"], gold["start"], f"{' | '.join(gold['edtf']) or 'null'}, predicted {value}")
        for name, group in (("spurious", spurious), ("extra", extra)):
            count[name] += len(group)
            for p in sorted(group):
                start, _, words = spans_of(predicted[p])[0]
                tell(name, words, start, f"predicted {predicted[p].kind} {predicted[p].edtf}")
    return count


def value_accuracy(count: dict[str, int]) -> float:
    """Right values of those given, in per cent."""
    valued = count["right"] + count["wrong"]
    return 100 * count["right"] / valued if valued else 0.0


def main() -> None:
    """Print the counts, and as the last line all of them as JSON."""
    parser = argparse.ArgumentParser(description="Score the installed coder's times.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every error")
    arguments = parser.parse_args()
    count = score(arguments.folder, errors=arguments.errors)
    if not count["gold"]:
        parser.error(f"no items in {arguments.folder}")
    for key, name in NAMES.items():
        print(f"{name:52} {count[key]:5}")
    accuracy, of_all = round(value_accuracy(count), 1), round(100 * count["right"] / count["gold"], 1)
    print(f"{'value accuracy, right / (right + wrong), per cent':52} {accuracy}")
    print(f"{'right / all gold, per cent':52} {of_all}")
    print(json.dumps({**count, "value_accuracy": accuracy, "right_of_all": of_all}))


if __name__ == "__main__":
    main()
