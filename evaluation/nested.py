"""How well statements within statements are found, on articles in marked form: `python evaluation/nested.py FOLDER ...`

A statement is right where its content overlaps the gold's by half (Jaccard over words and marks) and their sources
share a word or both are missing: the scorer's *attributed*, for statements at each depth. A speaker's own `I` and `we`
within what they say is left out of the gold, as it is left out of the record (docs/how-it-works.md).
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation.marked import Marked, read_marked

from onrecord.annotation import default_coder
from onrecord.record import Document, Spans, document_id

TOKEN = re.compile(r"\w+|[^\w\s]")
OWN_VOICE = {"i", "we", "my", "our"}
ALIKE = 0.5
Places = Sequence[tuple[int, int]]


@dataclass
class Count:
    """Statements of one depth: in the gold, found, and found right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent, and how many the gold has."""
        return {
            "precision": round(100 * self.right / (self.found or 1), 1),
            "recall": round(100 * self.right / (self.gold or 1), 1),
            "f1": round(200 * self.right / ((self.gold + self.found) or 1), 1),
            "gold": self.gold,
        }


def depth(item: Marked, others: Sequence[Marked]) -> int:
    """How many others it stands within, itself counted: 1 is an outermost one."""
    return 1 + sum(item.is_within(other) for other in others)


def tokens(text: str, places: Iterable[tuple[int, int]]) -> set[int]:
    """The starts of the words and marks that begin in the places."""
    return {start + match.start() for start, end in places for match in TOKEN.finditer(text[start:end])}


def is_alike(text: str, one: Marked, other: Marked) -> float:
    """The contents' Jaccard where two count as the same statement, else 0."""
    words, others = tokens(text, one.content), tokens(text, other.content)
    shared = len(words & others) / (len(words | others) or 1)
    same_source = (not one.source and not other.source) or tokens(text, one.source) & tokens(text, other.source)
    return shared if shared >= ALIKE and same_source else 0.0


def right_ones(text: str, gold: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Gold and found statements matched one to one, the most alike first."""
    alike = ((is_alike(text, one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found))
    pairs: list[tuple[Marked, Marked]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for value, i, j in sorted(alike, key=lambda each: -each[0]):
        if value and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def coded(text: str) -> list[Marked]:
    """The statements that the installed coder finds."""

    def places(spans: Spans) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans]

    return [
        Marked(
            number,
            places(each.source.spans) if each.source else [],
            places(each.cue.spans) if each.cue else [],
            places(each.content.spans),
        )
        for number, each in enumerate(default_coder().code(Document(id=document_id(text), text=text)).statements, 1)
    ]


def is_own_voice(text: str, item: Marked) -> bool:
    """Whether its source is the speaker's own pronoun."""
    return bool(item.source) and text[slice(*item.source[0])].lower() in OWN_VOICE


def score(paths: Sequence[Path]) -> dict[str, dict[str, float]]:
    """Figures for the outermost statements, those within others, and those within two or more."""
    counts = {"outermost": Count(), "nested": Count(), "three levels": Count()}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            text, gold = read_marked(file.read())
        gold = [each for each in gold if depth(each, gold) == 1 or not is_own_voice(text, each)]
        found = coded(text)
        for name, low, high in (("outermost", 1, 1), ("nested", 2, 9), ("three levels", 3, 9)):
            wanted = [each for each in gold if low <= depth(each, gold) <= high]
            given = [each for each in found if low <= depth(each, found) <= high]
            counts[name].gold += len(wanted)
            counts[name].found += len(given)
            counts[name].right += len(right_ones(text, wanted, given))
    return {name: count.figures() for name, count in counts.items()}


def main(folders: Sequence[str]) -> None:
    """Prints a table, and as the last line one JSON object."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.marked"))]
    result = score(paths)
    print(f"{len(paths)} articles")
    for name, figures in result.items():
        print(f"{name:14}" + "".join(f"{key} {value:<8}" for key, value in figures.items()))
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
