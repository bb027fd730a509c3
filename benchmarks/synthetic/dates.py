"""Moving a text's times by some days: their EDTF values, the notes of how they were reckoned, their words."""

import re
from datetime import date, timedelta
from functools import lru_cache

MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
DAYS_OF_A_YEAR, DAYS_OF_A_MONTH = 365.2425, 30.436875
ISO = re.compile(r"(?<![\dX])(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(?=\D|$))(?!X)|(?<!\d)(\d{3})X")
MONTH = rf"(?P<month>{'|'.join([*MONTHS, *SHORT_MONTHS, 'Sep'])})"
WRITTEN = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<day>\d{{1,2}}) {MONTH}\b\.?(?: (?P<year>\d{{4}}))?"
    rf"|{MONTH.replace('month', 'month2')}\b\.?(?: (?P<day2>\d{{1,2}})(?!\d))?(?:,? (?P<year2>\d{{4}}))?"
    rf"|(?P<decade>\d{{3}})0s|\b(?P<lone>(?:19|20)\d\d)\b"
)


@lru_cache(maxsize=100_000)
def moved(text: str, days: int) -> str:
    """Every ISO date, month, year and decade of an EDTF value or a note moved, each as exactly as it is written.

    >>> moved("2024-05-02/2025", 365)
    '2025-05-02/2026'
    >>> moved("Tuesday before 2024-05-02 (Thursday) = 2024-04-30", 7)
    'Tuesday before 2024-05-09 (Thursday) = 2024-05-07'
    """
    value = ISO.sub(lambda match: _moved(match, days), text)
    first, slash, last = value.partition("/")
    # A day and the year that it lies in move differently; an interval still begins before it ends.
    backwards = slash and " " not in text and first[:1].isdigit() and last[:1].isdigit() and last < first[: len(last)]
    return f"{first}/{first[: len(last)]}" if backwards else value


def rewritten(words: str, value: str | None, days: int) -> str:
    """The words of a time with the dates written out in them moved; a date without a year is in that of its value."""
    year = next(iter(re.findall(r"\d{4}", value or "")), "2024")
    return WRITTEN.sub(lambda match: _rewritten(match, int(year), days), words)


def moved_day(day: str, days: int) -> str:
    """An ISO date some days later."""
    return str(date.fromisoformat(day) + timedelta(days))


def _moved(match: re.Match[str], days: int) -> str:
    year, month, day, decade = match.groups()
    if decade:
        return f"{(int(decade) * 10 + _years(days)) // 10:03}X"
    if day:
        return moved_day(match[0], days)
    if not month:
        return f"{int(year) + _years(days):04}"
    if int(month) > 12:  # a season
        return f"{int(year) + _years(days):04}-{month}"
    return "{:04}-{:02}".format(*_month(int(year), int(month), days))


def _rewritten(match: re.Match[str], year: int, days: int) -> str:
    if match["iso"]:
        return moved_day(match["iso"], days)
    if match["decade"]:
        return f"{(int(match['decade']) * 10 + _years(days)) // 10}0s"
    if match["lone"]:
        return str(int(match["lone"]) + _years(days))
    name, day, written_year = (match[group] or match[f"{group}2"] for group in ("month", "day", "year"))
    month = next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))
    year = int(written_year or year)
    if day:
        later = _later(year, month, int(day), days)
        year, month, number = later.year, later.month, later.day
    else:
        (year, month), number = _month(year, month, days), 0
    name = MONTHS[month - 1] if name in MONTHS else SHORT_MONTHS[month - 1]
    dot = "." if "." in match[0] and name not in MONTHS else ""
    ending = f" {year}" if written_year else ""
    if match["day"]:
        return f"{number} {name}{dot}{ending}"
    return f"{name}{dot} {number}{',' if ending else ''}{ending}" if day else f"{name}{dot}{ending}"


def _later(year: int, month: int, day: int, days: int) -> date:
    try:
        return date(year, month, day) + timedelta(days)
    except ValueError:  # 29 February of a year that is only guessed
        return date(year, month, 28) + timedelta(days)


def _years(days: int) -> int:
    return round(days / DAYS_OF_A_YEAR)


def _month(year: int, month: int, days: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + round(days / DAYS_OF_A_MONTH)
    return months // 12, months % 12 + 1
