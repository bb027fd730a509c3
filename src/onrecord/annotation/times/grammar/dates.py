"""Dates of the calendar as texts write them: weekdays here, and whatever else begins at a word."""

from onrecord.annotation.times.expressions import CalendarDate, Match
from onrecord.annotation.times.grammar.eras import read_century, read_decade
from onrecord.annotation.times.grammar.feasts import read_holiday
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.months import read_day_month, read_day_number, read_month, read_written_day
from onrecord.annotation.times.grammar.numeric import read_iso, read_moment, read_numeric
from onrecord.annotation.times.grammar.years import BEFORE_ATTRIBUTE, read_year
from onrecord.annotation.times.lexicon import (
    DAY_PARTS_BEHIND,
    FUNCTION_WORDS,
    MONTHS,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS,
    SUFFIXES,
    WEEKDAYS,
)

PAPERS = frozenset("times telegraph express mirror mail herald post observer night for school premium".split())


BEFORE_WEEKDAY_NAME = frozenset(
    "black bloody cyber super fat shrove casual freaky ruby holy blue throwback manic big good palm ash maundy"
    " easter".split()
)


def read_date(line: Line, index: int) -> Match | None:
    """The date that begins at a word."""
    word = line.low(index)
    if not word:
        return None
    if word[0].isdigit():
        return (
            read_moment(line, index)
            or read_iso(line, index)
            or read_numeric(line, index)
            or read_day_month(line, index)
            or read_decade(line, index)
            or read_year(line, index)
        )
    if word in WEEKDAYS:
        return _read_weekday(line, index)
    if word in MONTHS:
        return read_month(line, index)
    return (
        read_holiday(line, index)
        or read_written_day(line, index)
        or read_century(line, index)
        or read_decade(line, index)
    )


def _read_weekday(line: Line, index: int) -> Match | None:
    """`Tuesday`, `Tuesday morning`, `Monday, 9 November 2020`; not `Sunday Times`, `Black Friday`."""
    word = line.low(index)
    if not line.is_name(index) or ((feast := read_holiday(line, index)) is not None and feast):
        return read_holiday(line, index)
    after = index + 1
    if word in SHORT_WEEKDAYS:
        dotted = line.low(after) == "." and line.glued(after)
        after += dotted
        with_date = _read_date_behind(line, after)
        if with_date is None and not (
            dotted and word not in ("sun", "sat") and line.low(index - 1) in ("on", "last", "next", "since", "until")
        ):
            return None
    if line.is_name(after) and line.low(after) in PAPERS:
        return None
    if line.low(index - 1) in BEFORE_WEEKDAY_NAME and line.is_name(index - 1) and not line.begins_sentence(index - 1):
        return None
    weekday = WEEKDAYS[word]
    if (dated := _read_date_behind(line, after)) is not None:
        date, after = dated
        return CalendarDate(date.year, date.month, date.day, weekday), after
    determined = line.low(index - 1) in BEFORE_ATTRIBUTE
    if line.low(after) in DAY_PARTS_BEHIND and not line.is_name(after):
        after += 1
    attribute = determined and line.is_small_word(after) and line.low(after) not in FUNCTION_WORDS
    return CalendarDate(weekday=weekday, possessive=attribute or line.possessive(after)), after


def _read_date_behind(line: Line, index: int) -> tuple[CalendarDate, int] | None:
    """The day of the calendar behind a weekday: `Monday, 9 November`, `Monday the 9th`."""
    for skip in ((",",), ("the",), (",", "the"), ("(",), ()):
        if line.lows(index, len(skip)) != skip:
            continue
        at = index + len(skip)
        found = (
            read_month(line, at)
            if line.low(at) in MONTHS
            else read_day_month(line, at)
            if line.low(at).isdigit()
            else None
        )
        if found is not None and isinstance(found[0], CalendarDate) and found[0].day is not None:
            return found[0], found[1]
        if "the" in skip and (day := read_day_number(line, at)) and line.low(day[1] - 1) in SUFFIXES:
            return CalendarDate(day=day[0]), day[1]
    return None


def is_plural_weekday(line: Line, index: int) -> bool:
    """`on Mondays`, `Fridays`."""
    return line.low(index) in PLURAL_WEEKDAYS and line.is_name(index) and not line.is_name(index + 2)
