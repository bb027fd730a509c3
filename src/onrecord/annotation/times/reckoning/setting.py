"""Where an expression stands, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from onrecord.annotation.times.lexicon import WEEKDAY_NAMES, Unit
from onrecord.annotation.times.tense import Tense
from onrecord.record import TimeKind, bounds, is_edtf

# The most days that a time told of before may have, to count units from it.
SIZES: dict[Unit, int] = {
    "second": 1, "minute": 1, "hour": 1, "day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653,
    "century": 36525,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day, or only the month or year that is known; `dateline` is where the text itself gives it."""

    edtf: str
    dateline: tuple[int, int] | None = None

    @property
    def first(self) -> date:
        """Its first day."""
        first = bounds(self.edtf)[0]
        assert first is not None
        return first

    @property
    def last(self) -> date:
        """Its last day."""
        last = bounds(self.edtf)[1]
        assert last is not None
        return last

    @property
    def fineness(self) -> int:
        """0 where only the year is known, 1 for a month, 2 for a day."""
        return self.edtf.count("-")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The kind and value of an expression, and how the value was reckoned."""

    kind: TimeKind
    edtf: str | None = None
    counted_from: str | None = None
    arithmetic: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A time told of before, from its first day to its last."""

    edtf: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: the anchor, the tense, and what was told of before, the last one first.

    `year` is the one that the words around a date without one give it, with the date that it comes from. `nearest` is
    whether the tense says little of the time, so that the nearest one is meant.
    """

    anchor: Anchor | None = None
    tense: Callable[[], Tense | None] = field(default=lambda: None)
    mentions: tuple[Mention, ...] = ()
    year: tuple[int, str] | None = None
    nearest: Callable[[], bool] = field(default=lambda: False)

    def before(self, unit: Unit) -> Mention | None:
        """The last time told of that is fine enough to count such units from."""
        return next((each for each in self.mentions if each.days <= SIZES[unit]), None)

    def is_ahead(self) -> bool:
        """Whether it is told of as what is to come."""
        return self.tense() in ("future", "intended", "present")


def told(kind: TimeKind, value: date | str | None, counted_from: str, count: str) -> Resolved:
    """A reckoned value; nothing at all where the reckoning leads out of the calendar."""
    edtf = str(value)
    if value is None or not is_edtf(edtf):
        return Resolved(kind)
    return Resolved(kind, edtf, counted_from, f"{count} = {edtf}")


def name_day(day: date) -> str:
    """`2024-05-02 (Thursday)`."""
    return f"{day} ({WEEKDAY_NAMES[day.weekday()]})"
