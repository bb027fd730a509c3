"""Reckoning with days: steps of weeks, months and years, and the days of a calendar's periods."""

from calendar import monthrange
from datetime import date, timedelta

from onrecord.annotation.times.expressions import CalendarDate
from onrecord.annotation.times.lexicon import Unit
from onrecord.record import bounds

# How fine a value has to be to take a step of a unit: 0 a year, 1 a month, 2 a day.
FINENESS: dict[Unit, int] = {
    "century": 0, "decade": 0, "year": 0, "quarter": 1, "month": 1, "week": 2, "day": 2, "hour": 2, "minute": 2,
    "second": 2,
}  # fmt: skip
MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def date_of(given: CalendarDate) -> date | None:
    """The day of a full date; None where the calendar has no such day."""
    if given.year is None or given.month is None or given.day is None:
        return None
    try:
        return date(given.year, given.month, given.day)
    except ValueError:
        return None


def shift(day: date, count: int, unit: Unit) -> date | None:
    """The day so many units on; at the end of a shorter month its last day. None outside of the years 1 to 9999."""
    try:
        if unit in MONTHS_IN:
            months = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
            year, month = divmod(months, 12)
            return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    except (ValueError, OverflowError):
        return None


def period(day: date, unit: Unit) -> str:
    """The EDTF value of the week, month, … that a day lies in."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return f"{monday}/{shift(monday, 6, 'day') or monday}"
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "quarter":
        first = 3 * ((day.month - 1) // 3) + 1
        return f"{day.year:04}-{first:02}/{day.year:04}-{first + 2:02}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "decade":
        return f"{day.year:04}"[:3] + "X"
    if unit == "century":
        return f"{day.year:04}"[:2] + "XX"
    return day.isoformat()


def weekday_on_or_before(day: date, weekday: int) -> date | None:
    """The last such day of the week up to a day."""
    return shift(day, -((day.weekday() - weekday) % 7), "day")


def weekday_on_or_after(day: date, weekday: int) -> date | None:
    """The next such day of the week from a day on."""
    return shift(day, (weekday - day.weekday()) % 7, "day")


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quads, years = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quads - moon - years) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def lower(edtf: str) -> str:
    """The value that an interval beginning with this one begins with: a decade's or season's first year or month."""
    first = edtf.partition("/")[0]
    return _spelled(first, 0)


def upper(edtf: str) -> str:
    """The value that an interval ending with this one ends with."""
    last = edtf.rpartition("/")[2]
    return _spelled(last, 1)


def _spelled(edtf: str, side: int) -> str:
    """A decade as its first or last year, a season as its first or last month: intervals take plain dates only."""
    if "X" in edtf:
        day = bounds(edtf)[side]
        return f"{day.year:04}" if day is not None else edtf
    if len(edtf) == 7 and edtf[5:] > "12":
        day = bounds(edtf)[side]
        return f"{day.year:04}-{day.month:02}" if day is not None else edtf
    if "T" in edtf:
        return edtf[:10]
    return edtf
