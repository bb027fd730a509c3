"""Dates in digits alone: `2020-11-09`, `9.11.2020`, `2020-11-09T10:00Z`."""

import re

from onrecord.annotation.times.expressions import CalendarDate, Match, Value
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.years import YEARS
from onrecord.record import is_edtf

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?P<zone>Z|[+-]\d\d:?\d\d)?", re.ASCII)


def read_moment(line: Line, index: int) -> Match | None:
    """`2020-11-09T10:00Z`; without a zone the value is the day's moment all the same."""
    if len(line.text(index)) != 4 or not line.is_dash(index + 1):
        return None
    match = MOMENT.match(line.whole, line.start(index))
    if match is None:
        return None
    after = index
    while after < len(line) and line.start(after) < match.end():
        after += 1
    text = re.sub(r"\.\d+", "", match[0])
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    text = re.sub(r"T(\d\d:\d\d)(?!:)", r"T\1:00", text)
    return Value("point", text if is_edtf(text) else None), after


def read_iso(line: Line, index: int) -> Match | None:
    """`2020-11-09`, `2020/11/09`."""
    year, month, day = line.number(index), line.number(index + 2), line.number(index + 4)
    if (
        year not in YEARS
        or month is None
        or day is None
        or [len(line.text(index + step)) for step in (0, 2, 4)] != [4, 2, 2]
    ):
        return None
    marks = line.low(index + 1), line.low(index + 3)
    if marks not in (("-", "-"), ("/", "/")) or not all(line.glued(index + step) for step in (1, 2, 3, 4)):
        return None
    return (CalendarDate(year, month, day), index + 5) if _ends(line, index + 5) else None


def read_numeric(line: Line, index: int) -> Match | None:
    """`9.11.2020` is the 9th of November; `11/9/2020` may be either, `25/9/2020` only the 25th."""
    first, second, year = line.number(index), line.number(index + 2), line.number(index + 4)
    mark = line.low(index + 1)
    if first is None or second is None or year not in YEARS or mark not in (".", "/") or line.low(index + 3) != mark:
        return None
    if (
        not all(line.glued(index + step) for step in (1, 2, 3, 4))
        or not _ends(line, index + 5)
        or not _starts(line, index)
    ):
        return None
    if not (0 < first <= 31 and 0 < second <= 31):
        return None
    if mark == "." or first > 12:
        return CalendarDate(year, second, first), index + 5
    if second > 12 or first == second:
        return CalendarDate(year, first, second), index + 5
    return Value("point", None), index + 5


def _starts(line: Line, index: int) -> bool:
    return not (line.glued(index) and line.low(index - 1) in (".", ",", ":", "/", "$", "€", "£", "-", "–"))


def _ends(line: Line, index: int) -> bool:
    if not line.glued(index):
        return True
    return not (
        line.low(index).isalnum()
        or (line.low(index) in ".,:/" and line.glued(index + 1) and line.low(index + 1).isdigit())
    )
