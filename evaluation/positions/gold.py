"""The gold of issues and positions, read; each half by a hash of an item's words."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.ledger import DocumentRow, Hit
from onrecord.record import Content, Cue, Participant, Quotation, Span, Spans, Statement

HERE = Path(__file__).parent
DAYS = ("2021-03-02", "2022-09-14")


@dataclass(frozen=True)
class GoldStatement:
    """The content of a statement and the issues that it is on."""

    words: str
    issues: frozenset[str]


@dataclass(frozen=True)
class GoldPair:
    """Two statements of one speaker on one issue, and the kinds of change between them; none is empty."""

    issue: str
    kinds: frozenset[str]
    hits: tuple[Hit, Hit]
    words: str


def as_news(hit: Hit) -> str:
    """The statement as a sentence of news, source and cue in front, for a coder to read."""
    statement = hit.statement
    parts = [statement.source.spans if statement.source else (), statement.cue.spans if statement.cue else ()]
    words = " ".join(span.text for spans in (*parts, statement.content.spans) for span in spans)
    return words[0].upper() + words[1:].rstrip(".") + ("" if words.endswith("”") else ".")


def is_kept(words: str) -> bool:
    """Whether an item is of the half that was kept back."""
    return hashlib.sha256(words.encode()).digest()[0] % 2 == 1


def load_statements(*, kept: bool) -> list[GoldStatement]:
    """The contents of one half. Raises ValueError where a line has no issues in front."""
    found = []
    for line in _lines("statements.txt"):
        issues, bar, words = line.partition(" | ")
        if not bar:
            raise ValueError(f"statements.txt: {line!r} has no issues in front of its words")
        if is_kept(words) == kept:
            found.append(GoldStatement(words, frozenset(issues.split(", ")) - {"-"}))
    return found


def load_pairs(*, kept: bool) -> list[GoldPair]:
    """The pairs of one half. Raises ValueError where a pair is not a heading and two statements."""
    lines = _lines("pairs.txt")
    pairs = []
    for heading in lines:
        before, after = next(lines), next(lines)
        if not heading.startswith("== ") or before.startswith("==") or after.startswith("=="):
            raise ValueError(f"pairs.txt: {heading!r} is no heading with two statements")
        kinds, issue = heading.removeprefix("== ").split(" | ")
        hits = (_hit(before, DAYS[0]), _hit(after, DAYS[1]))
        words = f"{before}\n  {after}"
        if is_kept(before + after) == kept:
            pairs.append(GoldPair(issue, frozenset(kinds.split(" + ")) - {"none"}, hits, words))
    return pairs


def _lines(name: str) -> Iterator[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line.strip() and not line.startswith("#"))


def _hit(line: str, published: str) -> Hit:
    source, cue, content, act = line.split(" | ")
    spans: list[Spans] = []
    start = 0
    for words in (source, cue, content):
        pieces = []
        for piece in words.split(" // "):
            pieces.append(Span(start, start + len(piece), piece))
            start += len(piece) + 1
        spans.append(tuple(pieces))
    document = DocumentRow("sha256:" + hashlib.sha256(line.encode()).hexdigest(), None, None, line, None, published, 1)
    statement = Statement(
        "s1", Participant(spans[0]), Cue(spans[1]), Content(spans[2]), _quotation(content), 0.9, act
    )  # fmt: skip
    return Hit(document, statement)


def _quotation(content: str) -> Quotation:
    if "“" not in content:
        return "indirect"
    return "direct" if content.startswith("“") and content.endswith("”") else "mixed"
