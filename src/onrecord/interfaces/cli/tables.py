"""Statements as tables a person reads: who, how, what, grouped by document."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.record import Document, Record, Referents, Spans, Statement

# Documents are hostile text: control characters and escapes could move the cursor or recolour the terminal, and
# direction overrides could reorder what is shown.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PIECES = " … "
LONGEST_CONTENT = 320
LONGEST_NAME = 60


def shown(text: str) -> str:
    """A document's words made safe for a terminal, on one line."""
    return UNSAFE.sub("", " ".join(text.split()))


def words_of(spans: Spans | None) -> str:
    """The words of a broken or whole phrase, for showing."""
    return shown(PIECES.join(span.text for span in spans)) if spans else "–"


def console_on(file: TextIO) -> Console:
    """A console that writes to a file; on no terminal its width is COLUMNS or 100."""
    return Console(file=file, highlight=False, width=None if file.isatty() else _width())


def print_statements(groups: Iterable[tuple[Record, Sequence[Statement]]], file: TextIO | None = None) -> int:
    """Prints a table of some of a record's statements, a record at a time; gives the number of statements."""
    console = console_on(file or sys.stdout)
    count = 0
    for record, statements in groups:
        console.print(_title(record.document))
        console.print(
            _table(Referents(record), statements) if statements else Text("  nothing attributed", style="dim")
        )
        console.print()
        count += len(statements)
    return count


def print_records(records: Iterable[Record], file: TextIO | None = None) -> int:
    """Prints the statements of records; gives their number."""
    return print_statements(((record, record.statements) for record in records), file)


def _width() -> int:
    import os

    return int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else 100


def _title(document: Document) -> Text:
    lines = (line.strip() for line in document.text.splitlines())
    heading = document.title or next((line for line in lines if line), "")
    facts = [shown(fact) for fact in (document.outlet, document.published, document.uri) if fact]
    return Text.assemble((shown(heading)[:140], "bold"), "\n", ("  ".join(facts), "dim"))


def _table(referents: Referents, statements: Sequence[Statement]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    table.add_column("who", ratio=3, style="bold")
    table.add_column("how", ratio=2)
    table.add_column("what", ratio=8)
    table.add_column("act", no_wrap=True, min_width=7)
    table.add_column("kind", no_wrap=True, min_width=8)
    for statement in statements:
        content = _cut(words_of(statement.content.spans), LONGEST_CONTENT)
        cue = words_of(statement.cue.spans if statement.cue else None)
        table.add_row(
            _who(referents, statement), Text(cue), Text(content), Text(statement.act or "–"), Text(statement.quotation)
        )
    return table


def _who(referents: Referents, statement: Statement) -> Text:
    """The source's words, and behind words that name nobody the name of whom they mean: `she (Maria Stein)`."""
    words = words_of(statement.source.spans if statement.source else None)
    entity = referents.unnamed(statement.source)
    name = _cut(shown(entity.name), LONGEST_NAME) if entity else ""
    return Text.assemble("↳ " if statement.within else "", words, (f" ({name})" if name else "", "not bold"))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
