"""Statements as tables a person reads: who, how, what, grouped by document."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.record import Document, Record, Spans, Statement

# Documents are hostile text: control characters and escapes could move the cursor or recolour the terminal, and
# direction overrides could reorder what is shown.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PIECES = " … "
LONGEST_CONTENT = 320


def shown(text: str) -> str:
    """A document's words made safe for a terminal, on one line."""
    return UNSAFE.sub("", " ".join(text.split()))


def words_of(spans: Spans | None) -> str:
    """The words of a broken or whole phrase, for showing."""
    return shown(PIECES.join(span.text for span in spans)) if spans else "–"


def print_statements(groups: Iterable[tuple[Document, Sequence[Statement]]], file: TextIO | None = None) -> int:
    """Prints a table a document; gives the number of statements. On no terminal the width is COLUMNS or 100."""
    file = file or sys.stdout
    console = Console(file=file, highlight=False, width=None if file.isatty() else _width())
    count = 0
    for document, statements in groups:
        console.print(_title(document))
        console.print(_table(document, statements) if statements else Text("  nothing attributed", style="dim"))
        console.print()
        count += len(statements)
    return count


def print_records(records: Iterable[Record], file: TextIO | None = None) -> int:
    """Prints the statements of records; gives their number."""
    return print_statements(((record.document, record.statements) for record in records), file)


def _width() -> int:
    import os

    return int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else 100


def _title(document: Document) -> Text:
    lines = (line.strip() for line in document.text.splitlines())
    heading = document.title or next((line for line in lines if line), "")
    facts = [shown(fact) for fact in (document.outlet, document.published, document.uri) if fact]
    return Text.assemble((shown(heading)[:140], "bold"), "\n", ("  ".join(facts), "dim"))


def _table(document: Document, statements: Sequence[Statement]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    table.add_column("who", ratio=3, style="bold")
    table.add_column("how", ratio=2)
    table.add_column("what", ratio=8)
    table.add_column("kind", no_wrap=True, min_width=8)
    for statement in statements:
        source = words_of(statement.source.spans if statement.source else None)
        content = words_of(statement.content.spans)
        if len(content) > LONGEST_CONTENT:
            content = content[: LONGEST_CONTENT - 1].rstrip() + "…"
        nested = "↳ " if statement.within else ""
        cue = words_of(statement.cue.spans if statement.cue else None)
        table.add_row(Text(nested + source), Text(cue), Text(content), Text(statement.quotation))
    return table
