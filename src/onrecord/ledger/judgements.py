"""Judgements: what people decided on two entities, one row each, never changed and never removed.

A judgement is taken back by another that reverses it, and that one too can be reversed. Those in force are derived from
the whole list, so undoing one leaves no trace in any answer but the list itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, insert, select

from onrecord.errors import LedgerError
from onrecord.ledger.entities import Address
from onrecord.ledger.filing import next_number
from onrecord.ledger.tables import judgements
from onrecord.ledger.undoing import find_undoable as find_decision
from onrecord.ledger.undoing import in_force

Verdict = Literal["one", "two", "undone"]


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


def load_judgements(connection: Connection) -> list[Judgement]:
    """All judgements in the order they were made."""
    return [_judgement(row) for row in connection.execute(select(judgements).order_by(judgements.c.number))]


def add_judgement(
    connection: Connection,
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
    left, right = addresses or (None, None)
    judgement = Judgement(
        next_number(connection, judgements), verdict, left, right, reverses, who.strip(), when, why.strip()
    )
    row = {
        "number": judgement.number, "verdict": verdict, **_columns("left", left), **_columns("right", right),
        "reverses": reverses, "who": judgement.who, "when": when, "why": judgement.why,
    }  # fmt: skip
    connection.execute(insert(judgements), [row])
    return judgement


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements in force on two entities, in their order: those that are not undone."""
    return in_force(judgements)


def find_undoable(judgements: Sequence[Judgement], number: int) -> Judgement:
    """The judgement of a number. Raises LedgerError where there is none or it is undone already."""
    return find_decision(judgements, number, name="judgement", log="onrecord same log")


def reversed_by(judgements: Sequence[Judgement], number: int) -> set[int]:
    """A judgement, and if it is an undoing what it undoes, and so on."""
    by_number = {judgement.number: judgement for judgement in judgements}
    found: set[int] = set()
    at: int | None = number
    while at is not None:
        found.add(at)
        at = by_number[at].reverses
    return found


def _columns(side: str, address: Address | None) -> dict[str, str | int | None]:
    values = (
        (None,) * 5 if address is None else (address.document, address.start, address.end, address.name, address.type)
    )
    names = ("document", "start", "end", "name", "type")
    return {f"{side}_{name}": value for name, value in zip(names, values, strict=True)}


def _judgement(row: Any) -> Judgement:
    number, verdict, *places, reverses, who, when, why = row
    return Judgement(number, verdict, _address(places[:5]), _address(places[5:]), reverses, who, when, why)


def _address(columns: Sequence[Any]) -> Address | None:
    return None if columns[0] is None else Address(*columns)
