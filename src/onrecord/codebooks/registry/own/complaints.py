"""What is wrong in a file: gathered, so that all of it is said at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Given = TypeVar("Given")
Value = TypeVar("Value")


class WrongValue(ValueError):
    """A value cannot be what is written there; the message says what can."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong in a line, and in which of its fields."""

    line: int
    field: str
    message: str


class Complaints:
    """The complaints about one file."""

    def __init__(self) -> None:
        self.listed: list[Complaint] = []

    def say(self, line: int, field: str, message: str) -> None:
        """Adds one."""
        self.listed.append(Complaint(line, field, message))

    def take(self, line: int, field: str, read: Callable[[Given], Value | None], given: Given) -> Value | None:
        """What `read` makes of what is given; None, and a complaint, where it refuses."""
        try:
            return read(given)
        except WrongValue as error:
            self.say(line, field, str(error))
            return None
