"""Gold for actors in the text itself: who is mentioned where, and which mentions are one entity.

    python evaluation/mentions.py FOLDER

checks every *.mentions file under FOLDER. `⟦n3|the foreign minister of ⟦n4|Armenia⟧⟧` marks a mention of entity n3 and
in it one of n4; below the text, after a line of `=====`, each entity has a row: label, name, type, country and sector,
with tabs between them. The text is that of the *.marked file of the same name in evaluation/attribution.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation.marked import read_marked

MARK = re.compile(r"⟦(?P<label>n\d+)\||⟧")
RULE = "=====\n"
TYPES = "person organisation country polity armed-force international-organisation party media group".split()
SECTORS = "GOV LEG JUD MIL COP SPY OPP PTY REB PRM UAF CVL JRN EDU BUS LAB AGR MED REF REL SOC ELI CRM".split()
ATTRIBUTION = Path(__file__).parent / "attribution"


@dataclass(frozen=True)
class Mentioned:
    """A mention: its place in the text and the label of the entity it points to."""

    start: int
    end: int
    entity: str


@dataclass(frozen=True)
class EntityRow:
    """An entity of one text: its label there, name and type, and its country and sector where the text tells them."""

    label: str
    name: str
    type: str
    country: str
    sector: str


def read_mentions(marked: str) -> tuple[str, list[Mentioned], list[EntityRow]]:
    """The text without its marks, the mentions as they begin (the outer before the inner), and the entities in the
    order of their rows. Raises ValueError where marks do not pair up, a row is broken, or an entity has no row."""
    body, rule, rows = marked.rpartition("\n" + RULE)
    if not rule:
        raise ValueError("no line of ===== between text and entities")
    text, mentions = read_marks(body + "\n")
    entities = [read_row(line) for line in rows.splitlines()]
    labels = [entity.label for entity in entities]
    if len(set(labels)) < len(labels):
        raise ValueError("two rows have the same label")
    if missing := sorted({mention.entity for mention in mentions} - set(labels)):
        raise ValueError(f"no row for {', '.join(missing)}")
    return text, mentions, entities


def read_marks(marked: str) -> tuple[str, list[Mentioned]]:
    """The text without its marks, and the mentions."""
    text: list[str] = []
    length = position = 0
    waiting: list[tuple[str, int]] = []
    found: list[Mentioned] = []
    for match in MARK.finditer(marked):
        text.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match["label"]:
            waiting.append((match["label"], length))
            continue
        if not waiting:
            raise ValueError(f"character {match.start()}: a ⟧ closes nothing")
        label, start = waiting.pop()
        found.append(Mentioned(start, length, label))
    if waiting:
        raise ValueError(f"{waiting[-1][0]} is never closed")
    return "".join(text) + marked[position:], sorted(found, key=lambda each: (each.start, -each.end))


def read_row(line: str) -> EntityRow:
    """An entity from its line."""
    cells = line.split("\t")
    if len(cells) != 5 or not re.fullmatch(r"n\d+", cells[0]) or not cells[1]:
        raise ValueError(f"not an entity's row: {line!r}")
    row = EntityRow(*cells)
    if row.type not in TYPES:
        raise ValueError(f"{row.label}: no such type: {row.type!r}")
    if row.sector and row.sector not in SECTORS:
        raise ValueError(f"{row.label}: no such sector: {row.sector!r}")
    return row


def faults(text: str, mentions: Sequence[Mentioned], entities: Sequence[EntityRow], plain: str) -> list[str]:
    """What is wrong with a file that can be read: another text than the plain one, an entity that nothing mentions, a
    mention that is empty, has a space or line break at its edge, or is marked twice."""
    found = []
    if text != plain:
        shorter = min(len(text), len(plain))
        place = next((i for i in range(shorter) if text[i] != plain[i]), shorter)
        found.append(f"the text differs from character {place} on: {text[place : place + 30]!r}")
    labels = {mention.entity for mention in mentions}
    found += [f"nothing mentions {row.label} {row.name}" for row in entities if row.label not in labels]
    places = [(mention.start, mention.end) for mention in mentions]
    for start, end in places:
        words = text[start:end]
        if not words or words != words.strip() or "\n" in words:
            found.append(f"not a phrase: {words!r}")
        if places.count((start, end)) > 1:
            found.append(f"marked twice: {words!r}")
    return found


def main(folder: Path) -> int:
    """Checks every file under a folder, prints what it holds, and returns 1 where one is wrong."""
    paths = sorted(folder.rglob("*.mentions"))
    wrong = mentions_of_all = entities_of_all = 0
    for path in paths:
        with (ATTRIBUTION / path.parent.name / f"{path.stem}.marked").open(encoding="utf-8", newline="") as file:
            plain, _ = read_marked(file.read())
        try:
            with path.open(encoding="utf-8", newline="") as file:
                text, mentions, entities = read_mentions(file.read())
            problems = faults(text, mentions, entities, plain)
        except ValueError as error:
            problems, mentions, entities = [str(error)], [], []
        shared = {row.label for row in entities if sum(mention.entity == row.label for mention in mentions) > 1}
        print(f"{path.stem}: {len(mentions)} mentions of {len(entities)} entities, {len(shared)} more than once")
        for problem in problems:
            print(f"  {problem}")
        wrong += bool(problems)
        mentions_of_all += len(mentions)
        entities_of_all += len(entities)
    print(f"{len(paths)} files, {mentions_of_all} mentions of {entities_of_all} entities; {wrong} files are wrong")
    return 1 if wrong or not paths else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
