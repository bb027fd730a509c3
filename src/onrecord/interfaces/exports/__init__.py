"""Formats in which a ledger's documents leave it, one module a format. Takes entries, gives files; knows no ledger.

Every module has `write(entries, path) -> int`: it streams, writes the whole file or folder or none of it, and gives the
number of items. docs/exports.md says what each column holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from onrecord.analysis import Entry

__all__ = ["FORMATS", "Export"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its module here, what it is for, how its file ends or that it is a folder, and what it counts."""

    name: str
    module: str
    purpose: str
    suffix: str = ""
    is_folder: bool = False
    items: str = "documents"

    def write(self, entries: Iterable[Entry], path: Path) -> int:
        """Writes the entries to `path` and gives the number of items (documents or events) written.

        The module is loaded only now: a few of them need libraries that take a second.

        Raises CannotWrite where the file or folder cannot be written; then nothing is there that was not before.
        """
        module = import_module(f"{__name__}.{self.module}")
        count: int = module.write(entries, path)
        return count


_ALL = (
    Export("jsonl", "jsonl", "the records themselves, one a line, to keep or to read with Onrecord again", ".jsonl"),
    Export("csv", "csv_tables", "ten flat tables, for spreadsheets, R and pandas", is_folder=True),
    Export(
        "parquet",
        "parquet_tables",
        "the same tables with types and lists, for DuckDB, pandas and Spark",
        is_folder=True,
    ),
    Export("plover", "plover", "PLOVER events, for users of NGEC and POLECAT", ".jsonl", items="events"),
    Export(
        "gdelt", "gdelt", "GDELT 2 events and mentions, without what is only claimed", is_folder=True, items="events"
    ),
    Export("acled", "acled", "events of political violence and protest in ACLED's columns", ".csv", items="events"),
    Export("ucdp", "ucdp", "fatal organised violence in UCDP GED's columns", ".csv", items="events"),
    Export("geojson", "geojson", "what happened where, for maps; areas without a pin", ".geojson", items="features"),
    Export("brat", "brat", "the record over its text, for reading and annotating in brat", is_folder=True),
    Export("labelstudio", "labelstudio", "tasks to correct in Label Studio, with their configuration", ".json"),
    Export(
        "webannotation",
        "webannotation",
        "W3C Web Annotations with PROV-O, for annotation stores",
        ".jsonld",
        items="annotations",
    ),
    Export("ftm", "ftm", "FollowTheMoney entities, for Aleph and ftm", ".json", items="entities"),
    Export("claim", "claim", "schema.org claims with every document that has them", ".jsonld", items="claims"),
    Export("ical", "ical", "terms that have a date, as a calendar", ".ics", items="terms"),
)

FORMATS = {export.name: export for export in _ALL}
"""The formats by the name that `onrecord export --to` takes."""
