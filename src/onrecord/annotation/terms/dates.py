"""The date of a bound: which side of a time it is, its EDTF value, and the one reckoned from a start and a length."""

import re
from datetime import date
from typing import Literal

from onrecord.annotation.times.lexicon import Unit
from onrecord.annotation.times.reckoning.days import shift
from onrecord.record import Time, bounds, is_duration
from onrecord.record.edtf import OPEN

Word = Literal["from", "until", "by", "range", "within", "length", "point", "none"]
"""What the words of a time say of the side that they bound: `length` a duration, `point` nothing, `none` no side."""

UNTIL = re.compile(r"(?:only |at least )?(?:until|till|up to|up until|through|beyond)\b", re.I)
BY = re.compile(r"(?:by|before|no later than|not later than)\b", re.I)
FROM = re.compile(r"(?:since|from|as of|as from|starting|beginning|effective)\b", re.I)
RANGE = re.compile(r"\bfrom\b|\bbetween\b|[-–—]", re.I)
PART = re.compile(r"(\d+)([YMWD])")
UNITS: dict[str, Unit] = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def word_of(text: str, time: Time) -> Word:
    """Which side a time bounds, by its own words and those right before it."""
    span = time.spans[0]
    if time.kind == "set" or span.text.lower().startswith("after "):
        return "none"
    before = text[max(0, span.start - 16) : span.start].lower().split()
    if time.kind == "duration" or (time.edtf is not None and is_duration(time.edtf)):
        return "within" if before[-1:] == ["within"] or span.text.lower().startswith("within") else "length"
    if before[-1:] in (["beyond"], ["through"], ["until"], ["till"]) or UNTIL.match(span.text):
        return "until"
    if before[-1:] == ["by"] or BY.match(span.text) or before[-2:] == ["later", "than"]:
        return "by"
    if _has_two_ends(time) and RANGE.search(span.text) and not span.text.lower().startswith("mid"):
        return "range"
    is_start = before[-1:] == ["from"] or before[-2:] == ["as", "of"] or FROM.match(span.text)
    return "from" if is_start else "point"


def _has_two_ends(time: Time) -> bool:
    ends = time.edtf.split("/") if time.edtf else []
    return len(ends) == 2 and ends[0] not in OPEN and ends[1] not in OPEN


def date_of(time: Time, bound: str, *, is_range: bool = False) -> str | None:
    """The date of the bound that a time is: of `../2025` 2025, of a range its end or its start."""
    value = time.edtf
    if value is None or is_duration(value):
        return None
    first, slash, last = value.partition("/")
    if not slash:
        return value
    if first in OPEN:
        return last
    if last in OPEN:
        return first
    if is_range:
        return first if bound == "from" else last
    return value


def end_of(start: str, length: str) -> str | None:
    """The date a length behind a start, as fine as the start is; None where the start is too coarse to say."""
    start = start.rstrip("?~%")
    parts = [(int(number), UNITS[unit]) for number, unit in PART.findall(length)]
    if not parts or "T" in length or "/" in start or "X" in start:
        return None
    fineness = start.count("-")
    if any(fineness < {"year": 0, "month": 1, "week": 2, "day": 2}[unit] for _, unit in parts):
        return None
    day: date | None = bounds(start)[0]
    for count, unit in parts:
        day = shift(day, count, unit) if day is not None else None
    return None if day is None else day.isoformat()[: len(start)]
