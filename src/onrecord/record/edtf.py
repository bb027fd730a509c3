"""EDTF (ISO 8601-2, level 1): what is a value, and which days it takes in."""

import re
from calendar import monthrange
from datetime import date

from onrecord.errors import RecordError

Days = tuple[date | None, date | None]
"""The first and the last day, None where that end is open."""

OPEN = ("..", "")

DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?)?[?~%]?")
SEASON = re.compile(r"(?P<year>[0-9]{4})-(?P<season>2[1-4])[?~%]?")
UNKNOWN = re.compile(
    r"(?P<year>[0-9]{2}(?:[0-9]X|XX))|(?P<of>[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?)-XX|(?P<any>[0-9]{4})-XX-XX"
)
MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    r"(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
DURATION = re.compile(
    r"P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?"
    r"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?"
)


def bounds(edtf: str) -> Days:
    """The first and the last day of a date or an interval; None for an open end.

    `2024-05` is 1 to 31 May, `../2025` ends on 31 December 2025, `199X` is ten years. A season is the northern
    hemisphere's, three whole months: `2019-22` is June to August, `2019-24` December 2019 to February 2020. An
    uncertain or approximate date (`?`, `~`, `%`) has the days that it names.

    Raises RecordError for what is no date and no interval; a duration (`P3M`) has no days.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(edtf)
    days = (None if first in OPEN else _days(first)[0], None if last in OPEN else _days(last)[1])
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise RecordError(f"{edtf!r} ends before it begins")
    return days


def is_edtf(text: str) -> bool:
    """Whether a text is a date or an interval of EDTF level 1 (years 1 to 9999), or a moment, `2024-05-02T10:00Z`."""
    try:
        bounds(text)
    except RecordError:
        return False
    return True


def is_duration(text: str) -> bool:
    """Whether a text is an ISO 8601 duration in whole numbers: `P3M`, `P2Y6M`, `PT48H`."""
    return DURATION.fullmatch(text) is not None


def _days(text: str) -> tuple[date, date]:
    try:
        if match := DATE.fullmatch(text):
            return _calendar_days(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))
        if match := SEASON.fullmatch(text):
            return _season_days(int(match["year"]), int(match["season"]))
        if match := UNKNOWN.fullmatch(text):
            return _unknown_days(match)
        if match := MOMENT.fullmatch(text):
            day = date.fromisoformat(match["day"])
            return day, day
    except ValueError as error:
        raise RecordError(f"{text!r} is no day of the calendar: {error}") from error
    raise RecordError(f"{text!r} is no EDTF date or interval, such as 2024-05-02, 2024 or ../2025")


def _calendar_days(year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _season_days(year: int, season: int) -> tuple[date, date]:
    opening = 3 * (season - 20)
    closing = opening + 2
    over = closing > 12  # a winter ends in the next year
    month = closing - 12 if over else closing
    return date(year, opening, 1), _calendar_days(year + over, month, 0)[1]


def _unknown_days(match: re.Match[str]) -> tuple[date, date]:
    if match["year"]:
        years = match["year"]
        # There is no year 0.
        return date(max(1, int(years.replace("X", "0"))), 1, 1), date(int(years.replace("X", "9")), 12, 31)
    return _days(match["of"] or match["any"])
