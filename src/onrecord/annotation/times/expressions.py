"""What expressions of time mean, before anybody asks on which day they were written."""

from dataclasses import dataclass
from typing import Literal

from onrecord.annotation.times.lexicon import Unit
from onrecord.record import TimeKind

Frame = Literal["anchor", "reference"]
"""What an expression counts from: the day of publication, or the time last told of."""

Sign = Literal[-1, 1]

Side = Literal["last", "next", "this", "following", "previous"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date with what the words give of it: `9 November`, `March 2023`, `Friday`, `2020`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    side: Side | None = None  # `last March`, `the following Monday`
    possessive: bool = False  # `Monday's attack`
    year_at: "UnitAt | None" = None  # `in March last year`


@dataclass(frozen=True, slots=True)
class Value:
    """What has its value by itself: a moment, a numeric date, a decade; None for a day that no calendar has."""

    kind: TimeKind
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Season:
    """`summer 2019`, `last summer`, `in the autumn`; `year` may be an expression (`summer of last year`)."""

    number: int
    year: "Expression | None" = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A day, week, month, … so many units off: `yesterday`, `next month`, `the following day`, `that year`."""

    unit: Unit
    offset: int
    frame: Frame = "anchor"


@dataclass(frozen=True, slots=True)
class Weekend:
    """`over the weekend`, `next weekend`."""

    side: Side | None = None


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """`Tuesday last week`."""

    weekday: int
    week: UnitAt


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of time, its parts from the largest unit down; none where it is vague (`a few days`)."""

    parts: tuple[tuple[float, Unit], ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class Shift:
    """A point so far off: `two years ago`, `three days later`, `two days after` some other point."""

    amount: Amount
    sign: Sign
    frame: Frame = "anchor"
    of: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class AmountIn:
    """`in two weeks`: a point of the future, or how long something took."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period up to or from a point: `the past three years`, `the next 48 hours`."""

    amount: Amount
    sign: Sign
    frame: Frame = "anchor"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period: its end or start, what is over or left of it, a quarter or half, its first three months."""

    which: Literal["start", "end", "within", "units", "before", "after", "rest"]
    of: "Expression"
    first: int = 0  # of `units`: the first and the last unit, from 1; negative ones count from the end
    last: int = 0
    unit: Unit = "month"


@dataclass(frozen=True, slots=True)
class Nth:
    """`the second Friday of May`; negative for `the last`."""

    number: int
    weekday: int
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that the church's calendar gives, counted from Easter Sunday."""

    days: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Bounded:
    """A period open on one side: `since`, `from` and `after` a time, or `until`, `by` and `before` it."""

    word: Literal["since", "from", "after", "until", "by", "before"]
    of: "Expression"
    at: int = 0  # the index of the word that `of` begins with


@dataclass(frozen=True, slots=True)
class Ranged:
    """From one time to another."""

    first: "Expression"
    last: "Expression"


@dataclass(frozen=True, slots=True)
class Duration:
    """How long."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Recurring:
    """How often: an ISO 8601 duration, None where the words do not tell."""

    period: str | None


@dataclass(frozen=True, slots=True)
class Undetermined:
    """An expression of time whose words leave open which."""

    kind: TimeKind


Expression = (
    CalendarDate
    | Value
    | Season
    | UnitAt
    | Weekend
    | WeekdayIn
    | Shift
    | AmountIn
    | Stretch
    | Part
    | Nth
    | Feast
    | Bounded
    | Ranged
    | Duration
    | Recurring
    | Undetermined
)

Match = tuple[Expression, int]
"""An expression and the index of the word behind it."""
