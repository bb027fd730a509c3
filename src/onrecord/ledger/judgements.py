"""Judgements: what people decided on two entities, one row each, never changed and never removed.

A judgement is taken back by another that reverses it, and that one too can be reversed. Those in force are derived from
the whole list, so undoing one leaves no trace in any answer but the list itself.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.errors import LedgerError
from onrecord.ledger.entities import Address
from onrecord.ledger.undoing import find_undoable as find_decision
from onrecord.ledger.undoing import in_force

Verdict = Literal["one", "two", "undone"]

COLUMNS = """
    number, verdict, left_document, left_start, left_end, left_name, left_type,
    right_document, right_start, right_end, right_name, right_type, reverses, who, "when", why
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two entities are `one` or `two`, or that judgement `reverses` is `undone`: by whom, when (UTC) and why."""

    number: int
    verdict: Verdict
    left: Address | None
    right: Address | None
    reverses: int | None
    who: str
    when: str
    why: str


def load_judgements(connection: sqlite3.Connection) -> list[Judgement]:
    """All judgements in the order they were made."""
    return [_judgement(row) for row in connection.execute(f"SELECT {COLUMNS} FROM judgements ORDER BY number")]


def add_judgement(
    connection: sqlite3.Connection,
    verdict: Verdict,
    addresses: tuple[Address, Address] | None,
    *,
    reverses: int | None = None,
    who: str,
    when: str,
    why: str,
) -> Judgement:
    """Writes a judgement; whoever calls has a transaction open."""
    for said, value in (("who judges", who), ("why", why)):
        if not value.strip():
            raise LedgerError(f"a judgement says {said}; nothing was written")
    places: list[str | int | None] = []
    for address in addresses or (None, None):
        places += [None] * 5 if address is None else _columns(address)
    values = (verdict, *places, reverses, who.strip(), when, why.strip())
    marks = ", ".join("?" * len(values))
    columns = COLUMNS.strip().removeprefix("number, ")
    number = connection.execute(f"INSERT INTO judgements ({columns}) VALUES ({marks})", values).lastrowid
    left, right = addresses or (None, None)
    return Judgement(number or 0, verdict, left, right, reverses, who.strip(), when, why.strip())


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements in force on two entities, in their order: those that are not undone."""
    return in_force(judgements)


def find_undoable(judgements: Sequence[Judgement], number: int) -> Judgement:
    """The judgement of a number. Raises LedgerError where there is none or it is undone already."""
    return find_decision(judgements, number, name="judgement", log="onrecord same log")


def _columns(address: Address) -> list[str | int]:
    return [address.document, address.start, address.end, address.name, address.type]


def _judgement(row: tuple[Any, ...]) -> Judgement:
    number, verdict, *places, reverses, who, when, why = row
    return Judgement(number, verdict, _address(places[:5]), _address(places[5:]), reverses, who, when, why)


def _address(columns: list[Any]) -> Address | None:
    return None if columns[0] is None else Address(*columns)
