"""Parquet: a folder with one file a table, with list columns, typed dates, and the schema's version as metadata."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.analysis import Entry
from onrecord.interfaces.exports.columns import Kind, Row
from onrecord.interfaces.exports.tables import TABLES, Table, complete_rows
from onrecord.interfaces.output import replacing_folder
from onrecord.record import SCHEMA

SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
SOMEBODY = pa.struct(
    [
        ("spans", pa.list_(SPAN)),
        ("entity", pa.string()),
        ("name", pa.string()),
        ("identity", pa.string()),
        ("unresolved", pa.string()),
    ]
)
TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
    "texts": pa.list_(pa.string()),
    "spans": pa.list_(SPAN),
    "people": pa.list_(SOMEBODY),
    "map": pa.map_(pa.string(), pa.string()),
}
# Rows of a table that are held before they are written.
BATCH = 5000


def write(entries: Iterable[Entry], path: Path) -> int:
    """The tables as files of a folder; gives the number of documents."""
    count = 0
    with replacing_folder(path) as folder, ExitStack() as open_files:
        files = [open_files.enter_context(_File(folder, table)) for table in TABLES]
        for entry in entries:
            for file in files:
                file.add(complete_rows(file.table, entry))
            count += 1
    return count


class _File:
    """A file of one table, written a batch of rows at a time."""

    def __init__(self, folder: Path, table: Table) -> None:
        self.table = table
        self._schema = schema_of(table)
        self._writer = pq.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")
        self._rows: list[Row] = []

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, rows: Iterable[Row]) -> None:
        self._rows.extend(rows)
        if len(self._rows) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        rows: list[Any] = [dict(row) for row in self._rows]
        if rows:
            self._writer.write_table(pa.Table.from_pylist(rows, self._schema))
        self._rows = []


def schema_of(table: Table) -> pa.Schema:
    """The schema of a table, with the version of the record's as metadata."""
    fields = [
        pa.field(column.name, TYPES[column.kind], metadata={"description": column.meaning} if column.meaning else None)
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"onrecord.schema": SCHEMA, "onrecord.table": table.name})
