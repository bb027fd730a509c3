"""Gold in the text itself: articles with attributions marked, and the same as PolNeAR's standoff files.

    python evaluation/marked.py FOLDER OUT

reads FOLDER/*.marked and writes OUT/text/*.txt and OUT/attributions/*_onrd.ann, which `onrecord bench polnear OUT` and
the scorer read. `⟦S1|the minister⟧ ⟦Q1|said⟧ ⟦C1|that …⟧` marks source, cue and content of attribution 1; a broken
content repeats its label, a shared source has two (`⟦S1,S2|She⟧`), and marks may stand in marks. The standoff files
hold the outermost attributions only, as PolNeAR's do.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"⟦(?P<labels>[SQC]\d+(?:,[SQC]\d+)*)\||⟧")
ROLES = {"S": "source", "Q": "cue", "C": "content"}


@dataclass
class Marked:
    """One attribution of the gold: its number in the file and the places of its parts."""

    number: int
    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)

    def is_within(self, other: "Marked") -> bool:
        """Whether all of it stands in the content of another."""
        pieces = self.source + self.cue + self.content
        return self is not other and all(any(a <= s and e <= b for a, b in other.content) for s, e in pieces)


def read_marked(marked: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and the attributions in the order of their numbers. Raises ValueError where marks
    do not pair up."""
    text: list[str] = []
    length = position = 0
    waiting: list[tuple[list[str], int]] = []
    found: dict[int, Marked] = {}
    for match in MARK.finditer(marked):
        text.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match["labels"]:
            waiting.append((match["labels"].split(","), length))
            continue
        if not waiting:
            raise ValueError(f"character {match.start()}: a ⟧ closes nothing")
        labels, start = waiting.pop()
        for label in labels:
            item = found.setdefault(int(label[1:]), Marked(int(label[1:])))
            getattr(item, ROLES[label[0]]).append((start, length))
    if waiting:
        raise ValueError(f"{waiting[-1][0]} is never closed")
    return "".join(text) + marked[position:], [found[number] for number in sorted(found)]


def outermost(attributions: list[Marked]) -> list[Marked]:
    """Those that stand in no other's content."""
    return [each for each in attributions if not any(each.is_within(other) for other in attributions)]


def to_standoff(text: str, attributions: list[Marked]) -> str:
    """The attributions as brat standoff, as PolNeAR writes them."""
    lines = []
    number = 0
    for index, item in enumerate(attributions, 1):
        roles = []
        for role in ("content", "cue", "source"):
            pieces = getattr(item, role)
            if pieces:
                number += 1
                places = ";".join(f"{start} {end}" for start, end in pieces)
                words = " ".join(text[start:end] for start, end in pieces).replace("\n", " ").replace("\r", " ")
                lines.append(f"T{number}\t{role.title()} {places}\t{words}")
                roles.append(f"{role.title()}:T{number}")
        lines.append(f"E{index}\t{' '.join(roles)}")
    return "\n".join(lines) + "\n"


def main(folder: Path, out: Path) -> None:
    """Writes the standoff copies of every marked file of a folder."""
    for name in ("text", "attributions"):
        (out / name).mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.marked")):
        with path.open(encoding="utf-8", newline="") as file:
            text, attributions = read_marked(file.read())
        with (out / "text" / f"{path.stem}.txt").open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        standoff = to_standoff(text, outermost(attributions))
        (out / "attributions" / f"{path.stem}_onrd.ann").write_text(standoff, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
