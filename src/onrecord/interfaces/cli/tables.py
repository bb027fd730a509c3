"""Tables a person reads in a terminal: what makes a document's words safe to show, and statements: who, how, what."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.record import Document, Participant, Record, Referents, Spans, Statement

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
        console.print(title_of(record.document))
        console.print(statement_table(Referents(record), statements))
        console.print()
        count += len(statements)
    return count


def _width() -> int:
    import os

    return int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else 100


def title_of(document: Document) -> Text:
    """A document's title, and where and when it is from."""
    lines = (line.strip() for line in document.text.splitlines())
    heading = document.title or next((line for line in lines if line), "")
    facts = [shown(fact) for fact in (document.outlet, document.published, document.uri) if fact]
    return Text.assemble((shown(heading)[:140], "bold"), "\n", ("  ".join(facts), "dim"))


def new_table() -> Table:
    """A table as all are laid out."""
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)


def statement_table(referents: Referents, statements: Sequence[Statement]) -> Table | Text:
    """The statements, one a row."""
    if not statements:
        return Text("  nothing attributed", style="dim")
    table = new_table()
    table.add_column("who", ratio=3, style="bold")
    table.add_column("how", ratio=2)
    table.add_column("what", ratio=8)
    table.add_column("act", no_wrap=True, min_width=7)
    table.add_column("kind", no_wrap=True, min_width=8)
    for statement in statements:
        content = cut_off(words_of(statement.content.spans), LONGEST_CONTENT)
        cue = words_of(statement.cue.spans if statement.cue else None)
        table.add_row(
            Text.assemble("↳ " if statement.within else "", who_of(statement.source, referents)),
            Text(cue),
            Text(content),
            Text(statement.act or "–"),
            Text(statement.quotation),
        )
    return table


def who_of(participant: Participant | None, referents: Referents) -> Text:
    """The words for somebody, and behind words that name nobody the name of whom they mean: `she (Maria Stein)`."""
    entity = referents.unnamed(participant)
    name = cut_off(shown(entity.name), LONGEST_NAME) if entity else ""
    words = words_of(participant.spans if participant else None)
    return Text.assemble(words, (f" ({name})" if name else "", "not bold"))


def cut_off(text: str, longest: int) -> str:
    """A text shortened, with an ellipsis where it is."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
