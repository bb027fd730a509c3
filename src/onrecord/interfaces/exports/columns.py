"""Columns: their names, order, kinds and sources, said once for the writers, their tests and docs/exports.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Kind = Literal["text", "integer", "number", "flag", "day", "texts", "spans", "people", "map"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its values, and in one line what they are filled from or why they are null."""

    name: str
    kind: Kind
    meaning: str


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order, as columns.tsv has them; KeyError for a table that it does not have."""
    return load_columns()[table]


@cache
def load_columns() -> dict[str, tuple[Column, ...]]:
    """All tables of all formats by name: `gdelt.events`, `tables.statements`, `acled`."""
    text = (files("onrecord.interfaces.exports") / "columns.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[Column, ...]] = {}
    for line in [line for line in text.splitlines() if not line.startswith("#")][1:]:
        table, name, kind, meaning = line.split("\t")
        found[table] = (*found.get(table, ()), Column(name, kind, meaning))  # type: ignore[arg-type]
    return found
