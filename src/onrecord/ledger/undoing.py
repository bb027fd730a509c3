"""Decisions that are taken back by later ones, which can be taken back too; nothing is ever removed."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


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


def in_force(decisions: Sequence[AnyDecision]) -> list[AnyDecision]:
    """The decisions that are not undone, in their order, without the undoings themselves."""
    gone = undone_by(decisions)
    return [each for each in decisions if each.reverses is None and each.number not in gone]
