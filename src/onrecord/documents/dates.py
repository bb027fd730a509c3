"""Dates as pages write them, made into EDTF days; None where one is not plainly a date."""

import re
from datetime import date

ISO = re.compile(r"\s*(\d{4})(?:([-/.]?)(\d\d)(?:\2(\d\d))?)?(?!\d)")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = rf"({'|'.join(MONTHS)})[a-z]*\.?"
DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
LONGEST = 60


def read_day(value: object) -> str | None:
    """The day (`2024-05-02`), or the month where no day is told, as the page writes it: in its own time zone.

    ISO 8601 in its forms, and English with the month in letters; `02/05/2024` may be two days, and is None.
    """
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    if match := ISO.match(value):
        return _edtf(match[1], match[3], match[4])
    if match := DAY_FIRST.search(value):
        return _edtf(match[3], _month(match[2]), match[1])
    if match := MONTH_FIRST.search(value):
        return _edtf(match[3], _month(match[1]), match[2])
    return None


def _month(name: str) -> str:
    return str(1 + MONTHS.index(name.lower()))


def _edtf(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return None
    try:
        first = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return first.isoformat() if day else first.isoformat()[:7]
