"""The gold of happenings: sets of short reports, the deeds that are one marked in their texts, and the disputes.

A file is one set. A report begins with `=== OUTLET | DAY`; `{a shelled}` marks a word that tells of happening `a`.
Behind `---` each line is a dispute, `a | what is at issue | who tells it so // who tells it otherwise`, tellers parted
by `;`, an outlet's name for what it reports itself.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.record import Document, document_id

HERE = Path(__file__).parent
MARK = re.compile(r"\{(?P<label>[a-z]) (?P<words>[^}]+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that tells of a happening, and where it stands."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """A document with its marks; labels are `SET.a`."""

    document: Document
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GoldDispute:
    """What is in dispute of which happening, and who is on which side."""

    label: str
    issue: str
    sides: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The reports of a file, and their disputes."""

    name: str
    reports: tuple[Report, ...]
    disputes: tuple[GoldDispute, ...]


def read_sets(half: str) -> list[GoldSet]:
    """The sets of a half, `open` or `kept`, by name."""
    return [read_set(path) for path in sorted((HERE / half).glob("*.txt"))]


def read_set(path: Path) -> GoldSet:
    """The set of a file."""
    reports, _, disputes = path.read_text(encoding="utf-8").partition("\n---\n")
    pieces = re.split(r"^=== (.+) \| (.+)\n", reports, flags=re.MULTILINE)[1:]
    told = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
    return GoldSet(
        path.stem,
        tuple(_report(path.stem, outlet.strip(), day.strip(), text.strip() + "\n") for outlet, day, text in told),
        tuple(_dispute(path.stem, line) for line in disputes.splitlines() if line.strip()),
    )


def _report(name: str, outlet: str, day: str, marked: str) -> Report:
    text, marks, reached = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[reached : match.start()]
        marks.append(Mark(f"{name}.{match['label']}", len(text), len(text) + len(match["words"])))
        text += match["words"]
        reached = match.end()
    text += marked[reached:]
    return Report(Document(document_id(text, outlet), text, outlet=outlet, published=day), tuple(marks))


def _dispute(name: str, line: str) -> GoldDispute:
    label, issue, sides = (each.strip() for each in line.split("|"))
    told = tuple(tuple(each.strip() for each in side.split(";")) for side in sides.split("//"))
    return GoldDispute(f"{name}.{label}", issue, told)
