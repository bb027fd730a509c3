"""CSV: a folder with one file a table (RFC 4180, UTF-8, a header line) and a datapackage.json that says their types.

The data package follows Frictionless Data Package v1 and Table Schema v1 (specs.frictionlessdata.io): an empty cell is
null; lists, maps and pieces of broken spans are JSON.
"""

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.analysis import Entry
from onrecord.interfaces.exports.columns import Column, Kind
from onrecord.interfaces.exports.tables import TABLES, Table, complete_rows
from onrecord.interfaces.output import replacing_folder
from onrecord.record import SCHEMA

TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "flag": "boolean",
    "day": "date",
    "texts": "array",
    "spans": "array",
    "people": "array",
    "map": "object",
}


def write(entries: Iterable[Entry], path: Path) -> int:
    """The tables as files of a folder; gives the number of documents."""
    count = 0
    with replacing_folder(path) as folder, ExitStack() as open_files:
        writers = []
        for table in TABLES:
            file = open_files.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            names = [column.name for column in table.columns]
            writers.append((table, csv.DictWriter(file, names, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)))
            writers[-1][1].writeheader()
        for entry in entries:
            for table, writer in writers:
                writer.writerows(
                    {key: cell(value) for key, value in row.items()} for row in complete_rows(table, entry)
                )
            count += 1
        (folder / "datapackage.json").write_text(json.dumps(_package(), indent=2, ensure_ascii=False) + "\n", "utf-8")
    return count


def cell(value: Any) -> str | int | float:
    """A value as a cell: null empty, flags `true` and `false`, days in ISO 8601, lists and maps as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _package() -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "onrecord",
        "onrecord:schema": SCHEMA,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, str]:
    described = {"description": column.meaning} if column.meaning else {}
    return {"name": column.name, "type": TYPES[column.kind], **described}
