"""A table in CSV read into rows, each cell checked."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.codebooks.registry.entries import STATES, Kind, Office
from onrecord.codebooks.registry.own.complaints import Complaints, Value
from onrecord.codebooks.registry.own.values import (
    check_term,
    read_country,
    read_date,
    read_ids,
    read_kind,
    read_name,
    read_names,
    read_sectors,
    read_text,
)
from onrecord.codebooks.registry.registry import Registry

COLUMNS = ("name", "aliases", "type", "office", "from", "until", "country", "sector", "ids", "source", "id")
# Spreadsheets write the list separator of their language's settings.
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: somebody, and one office; without a title, its country and sectors are those of whom the row names."""

    line: int
    name: str
    aliases: tuple[str, ...]
    kind: Kind | None
    office: Office
    ids: tuple[tuple[str, str], ...]
    source: str
    id: str


def read_rows(text: str, registry: Registry, complaints: Complaints) -> list[Row]:
    """The rows that are right; the complaints hold what is wrong in the others."""
    delimiter = max(DELIMITERS, key=text.lstrip().split("\n", 1)[0].count)
    numbered = _numbered(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), complaints)
    line, header = next(numbered, (1, []))
    columns = [" ".join(cell.split()).casefold() for cell in header]
    _check(columns, line, complaints)
    if complaints.listed:
        return []
    rows = []
    for line, cells in numbered:
        if len(cells) > len(columns):
            told = f"has {len(cells)} cells, the header {len(columns)}; put a cell that holds a {delimiter!r} in quotes"
            complaints.say(line, "row", told)
        else:
            rows.append((line, dict(zip(columns, (cell.strip() for cell in cells), strict=False))))
    # A polity of the file's own is a country for its other rows.
    states = {given["id"] for _, given in rows if given.get("id") and given.get("type", "").casefold() in STATES}

    def country(written: str) -> str | None:
        return written if written in states else read_country(written, registry) if written else None

    found = [_read_row(line, given, country, complaints) for line, given in rows]
    return [row for row in found if row is not None]


def _numbered(reader: Iterator[list[str]], complaints: Complaints) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line it begins in."""
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            complaints.say(line, "row", f"is no CSV ({error}); check its quotation marks")
            return
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1  # type: ignore[attr-defined]


def _check(columns: list[str], line: int, complaints: Complaints) -> None:
    """A header must have `name`, and only columns that are read: a misspelt one would be lost without a word."""
    for column in columns:
        if column not in COLUMNS:
            complaints.say(line, column or "header", f"is no column; the columns are {', '.join(COLUMNS)}")
    if "name" not in columns:
        complaints.say(line, "name", f"is missing; the first line must name the columns, of {', '.join(COLUMNS)}")
    for column in sorted({column for column in columns if column in COLUMNS and columns.count(column) > 1}):
        complaints.say(line, column, "stands twice in the header")


def _read_row(
    line: int, given: dict[str, str], read_country: Callable[[str], str | None], complaints: Complaints
) -> Row | None:
    """The row of the cells given by column; None where anything in them is wrong."""
    before = len(complaints.listed)

    def take(column: str, read: Callable[[str], Value | None]) -> Value | None:
        return complaints.take(line, column, read, given.get(column, ""))

    row = Row(
        line=line,
        name=take("name", read_name) or "",
        aliases=take("aliases", read_names) or (),
        kind=take("type", read_kind),
        office=Office(
            title=take("office", read_text) or "",
            country=take("country", read_country),
            sectors=take("sector", read_sectors) or (),
            since=take("from", read_date),
            until=take("until", read_date),
        ),
        ids=take("ids", read_ids) or (),
        source=take("source", read_text) or "",
        id=take("id", read_text) or "",
    )
    complaints.take(line, "until", check_term, row.office)
    for column in ("from", "until"):
        if given.get(column) and not row.office.title:
            complaints.say(line, column, "is the date of no office; write that in the column office")
    return row if len(complaints.listed) == before else None
