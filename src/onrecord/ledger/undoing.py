"""Decisions that are taken back by later ones, which can be taken back too; nothing is ever removed."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from onrecord.errors import LedgerError


class Decision(Protocol):
    """Something decided once: its number, and that of the earlier one it takes back, if it does."""

    @property
    def number(self) -> int:
        """Its number in the ledger, growing with time."""

    @property
    def reverses(self) -> int | None:
        """The decision that it takes back."""


AnyDecision = TypeVar("AnyDecision", bound=Decision)


def undone_by(decisions: Sequence[Decision]) -> dict[int, int]:
    """Of each decision that is undone, by which one. The decisions come in the order of their numbers."""
    gone: dict[int, int] = {}
    # From the last to the first: whether an undoing itself stands is known before what it undoes is looked at.
    for decision in reversed(decisions):
        if decision.reverses is not None and decision.number not in gone:
            gone[decision.reverses] = decision.number
    return gone


def find_undoable(decisions: Sequence[AnyDecision], number: int, *, name: str, log: str) -> AnyDecision:
    """The decision of a number. Raises LedgerError where there is none or it is undone already.

    `name` is what such a decision is called, `log` the command that lists them.
    """
    found = next((each for each in decisions if each.number == number), None)
    if found is None:
        raise LedgerError(f"there is no {name} {number}; see them with: {log}")
    gone = undone_by(decisions)
    if number in gone:
        raise LedgerError(f"{name} {number} was undone already, by {name} {gone[number]}")
    return found


def in_force(decisions: Sequence[AnyDecision]) -> list[AnyDecision]:
    """The decisions that are not undone, in their order, without the undoings themselves."""
    gone = undone_by(decisions)
    return [each for each in decisions if each.reverses is None and each.number not in gone]
