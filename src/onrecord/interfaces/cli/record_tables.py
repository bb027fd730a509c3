"""Records as tables: each document's statements and events."""

import sys
from collections.abc import Collection, Iterable
from typing import Literal, TextIO

from onrecord.interfaces.cli.event_table import event_table
from onrecord.interfaces.cli.tables import console_on, statement_table, title_of
from onrecord.record import Record, Referents

Part = Literal["statements", "events"]


def print_records(records: Iterable[Record], parts: Collection[Part], file: TextIO | None = None) -> None:
    """Prints these parts of records, a table each, under the document's title."""
    console = console_on(file or sys.stdout)
    for record in records:
        console.print(title_of(record.document))
        if "statements" in parts:
            console.print(statement_table(Referents(record), record.statements))
        if "events" in parts:
            if "statements" in parts:
                console.print()
            console.print(event_table(record))
        console.print()


def parts_chosen(statements: bool, events: bool) -> tuple[Part, ...]:
    """The parts that options ask for."""
    chosen: list[Part] = []
    if statements:
        chosen.append("statements")
    if events:
        chosen.append("events")
    return tuple(chosen)
