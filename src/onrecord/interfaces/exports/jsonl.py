"""JSON Lines: the record itself, one object a document, as `onrecord read` writes it (docs/record.md)."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.analysis import Entry
from onrecord.interfaces.output import replacing


def write(entries: Iterable[Entry], path: Path) -> int:
    """One line a document, with people's corrections applied and listed; gives the number of documents."""
    count = 0
    with replacing(path) as file:
        for entry in entries:
            file.write(entry.record.to_json() + "\n")
            count += 1
    return count
