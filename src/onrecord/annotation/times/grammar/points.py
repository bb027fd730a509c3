"""What can be bound or ranged: a date or a relative time, with its clock, or a part of one (`the end of August`)."""

from dataclasses import replace

from onrecord.annotation.times.expressions import (
    Amount,
    CalendarDate,
    Expression,
    Match,
    Nth,
    Part,
    Ranged,
    Season,
    Shift,
    UnitAt,
    Value,
    WeekdayIn,
)
from onrecord.annotation.times.grammar.amounts import read_amount
from onrecord.annotation.times.grammar.clocks import is_part_of_day, read_clock
from onrecord.annotation.times.grammar.dates import read_date
from onrecord.annotation.times.grammar.eras import read_numbered_century
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.months import read_day_number
from onrecord.annotation.times.grammar.relative import read_relative
from onrecord.annotation.times.lexicon import FUNCTION_WORDS, ORDINALS, PLURALS, SEASONS, SUFFIXES, UNITS, WEEKDAYS

EDGES = {"end": "end", "close": "end", "beginning": "start", "start": "start", "middle": "within", "outset": "start",
         "rest": "rest", "remainder": "rest", "turn": "start"}  # fmt: skip
EARLY = frozenset(("early", "late", "mid"))
# A season or month alone needs these before it; `late May` has `late`.
SIXTHS = {"half": 6, "quarter": 3}


def read_point(line: Line, index: int) -> Match | None:
    """The longest expression of when that begins at a word, without bounds and ranges."""
    return (
        _read_edge(line, index)
        or _read_era(line, index)
        or _read_early(line, index)
        or _read_narrowed(line, index)
        or read_plain(line, index)
    )


def read_plain(line: Line, index: int) -> Match | None:
    """A date or a relative time, with a clock time before or behind it."""
    return _read_with_clock(line, index) or _with_trailing(line, _read_core(line, index))


def _read_core(line: Line, index: int) -> Match | None:
    word = line.low(index)
    if word.isdigit() and (century := read_numbered_century(line, index)) is not None:
        return century
    return (
        _read_nth(line, index)
        or _read_slice(line, index)
        or _read_week_of(line, index)
        or read_relative(line, index)
        or read_date(line, index)
    )


def _with_trailing(line: Line, found: Match | None) -> Match | None:
    """The expression with what belongs to it behind: `Tuesday last week`, `Friday at 10 p.m.`."""
    if found is None:
        return None
    expression, after = found
    if isinstance(expression, CalendarDate) and expression.day and expression.month and not expression.year:
        attribute = line.is_small_word(after) and line.low(after) not in FUNCTION_WORDS | UNITS.keys()
        expression = replace(expression, possessive=attribute or line.possessive(after))
    if isinstance(expression, CalendarDate) and expression.weekday is not None and expression.day is None:
        at = after + (line.low(after) in ("of", "in"))
        week = read_relative(line, at) if line.low(at) in ("last", "next", "this", "the", "that") else None
        if week is not None and isinstance(week[0], UnitAt) and week[0].unit == "week" and expression.side is None:
            return WeekdayIn(expression.weekday, week[0]), week[1]
        if line.low(after) == "last" and not line.low(after + 1).isalpha():
            return CalendarDate(weekday=expression.weekday, side="last"), after + 1
    if isinstance(expression, CalendarDate) and expression.month is not None and expression.year is None:
        at = after + (line.low(after) in ("of", "in"))
        year = read_relative(line, at) if line.low(at) in ("last", "next", "this", "the", "that") else None
        if year is not None and isinstance(year[0], UnitAt) and year[0].unit == "year":
            expression, after = replace(expression, year_at=year[0]), year[1]
    if isinstance(expression, Season) and expression.year is None and expression.side is None:
        year = read_relative(line, after) if line.low(after) in ("last", "next", "this", "that") else None
        if year is not None and isinstance(year[0], UnitAt) and year[0].unit == "year":
            return replace(expression, year=year[0]), year[1]
    if _is_day(expression):
        if is_part_of_day(line, after) and line.low(after) != "dawn":
            return expression, after + 1
        at = after + (line.low(after) == ",")
        if line.low(at) == "at" and (clock := read_clock(line, at + 1)) is not None:
            return expression, after if line.low(clock) == "on" else clock
        if (
            line.low(after) in (",", "around")
            and (clock := read_clock(line, after + 1)) is not None
            and line.low(after + 1)[:1].isdigit()
        ):
            return expression, clock
    return expression, after


def _read_with_clock(line: Line, index: int) -> Match | None:
    """`10 p.m. on Friday`, `noon Friday`, `the night of 9 November`."""
    clock = read_clock(line, index)
    if clock is None:
        at = index + (line.low(index) == "the")
        if line.low(at) not in ("night", "evening", "morning", "afternoon") or line.low(at + 1) not in ("of", "on"):
            return None
        clock = at + 1
    at = clock
    while line.low(at) in ("on", "of", ",", "early", "late"):
        at += 1
    day = _read_core(line, at) if at - clock <= 2 else None
    if day is None or not _is_day(day[0]):
        return None
    return _with_trailing(line, day)


def _is_day(expression: Expression) -> bool:
    if isinstance(expression, CalendarDate):
        return expression.day is not None or expression.weekday is not None
    return isinstance(expression, WeekdayIn | Nth) or (isinstance(expression, UnitAt) and expression.unit == "day")


def _read_early(line: Line, index: int) -> Match | None:
    """`early 2020`, `mid-August`, `late on Monday`, `early next week`: the value is the whole of it."""
    if line.low(index) not in EARLY:
        return None
    at = index + 1
    if line.low(at) in EARLY | {"to"} or (line.is_dash(at) and line.low(at + 1) == "to"):  # `mid- to late 2019`
        while at < index + 5 and (line.low(at) in EARLY | {"to"} or line.is_dash(at)):
            at += 1
    elif (line.is_dash(at) and line.glued(at)) or line.low(at) in ("on", "in", "of"):
        at += 1
    if (line.low(at) in ("the", "this") and line.low(index + 1) in ("in", "on")) or line.low(at) == "that":
        at += line.low(at) == "the"
    found = read_plain(line, at + _is_short_decade(line, at))
    if found is None or isinstance(found[0], Shift):
        return None
    if isinstance(found[0], Value | CalendarDate | Season | UnitAt | WeekdayIn):
        return found
    return None


def _read_era(line: Line, index: int) -> Match | None:
    """`the early 2000s`, `the 19th century`: these keep their article."""
    if line.low(index) != "the":
        return None
    at = index + 1 + _is_short_decade(line, index + 1)
    found = _read_early(line, index + 1) or read_plain(line, at)
    is_era = found is not None and isinstance(found[0], Value) and "X" in (found[0].edtf or "")
    return found if is_era else None


def _is_short_decade(line: Line, index: int) -> bool:
    """`'80s`."""
    return line.low(index) == "'" and line.glued(index + 1) and line.number(index + 1) is not None


def _read_edge(line: Line, index: int) -> Match | None:
    """`the end of August`, `the beginning of the year`, `year-end`, `end-2023`, `the rest of the month`."""
    at = index + (line.low(index) == "the")
    if (
        line.low(at) in ("year", "month", "week")
        and line.low(at + 1) in ("'", "-")
        and line.low(index - 1) in ("by", "before", "until", "at", "since")
    ):
        end = at + {"'": 3, "-": 2}.get(line.low(at + 1), 1)
        if line.low(end) == "end":
            return Part("end", UnitAt(UNITS[line.low(at)], 0)), end + 1
    if line.low(at) == "very":
        at += 1
    which = EDGES.get(line.low(at))
    if which is None:
        return None
    dashed = line.is_dash(at + 1) and line.glued(at + 1)
    if line.low(at + 1) != "of" and not (dashed and line.low(at) == "end"):
        return None
    inner = _read_period(line, at + 2)
    if inner is not None and isinstance(inner[0], UnitAt) and inner[0].unit == "day":
        day = read_plain(line, inner[1] + (line.low(inner[1]) == "on"))
        inner = day if day is not None and _is_day(day[0]) else inner
    if inner is None:
        return None
    return Part(which, inner[0]), inner[1]  # type: ignore[arg-type]


def _read_period(line: Line, index: int) -> Match | None:
    """What has an end and a start: a named period, or `the year`, which is this one."""
    found = read_plain(line, index)
    if found is not None:
        return found if not isinstance(found[0], Shift) else None
    if line.low(index) == "the":
        if (unit := UNITS.get(line.low(index + 1))) in ("week", "month", "quarter", "year", "decade", "century", "day"):
            return UnitAt(unit, 0), index + 2
        if line.low(index + 1) in SEASONS:
            return Season(SEASONS[line.low(index + 1)]), index + 2
        return read_plain(line, index + 1)
    return None


def _read_narrowed(line: Line, index: int) -> Match | None:
    """`earlier this week`, `later in the day`, `later that month`."""
    word = line.low(index)
    if word not in ("earlier", "later"):
        return None
    which = "before" if word == "earlier" else "after"
    at = index + 1
    if line.low(at) in ("in", "on"):
        at += 1
    if line.low(at) == "the" and (unit := UNITS.get(line.low(at + 1))) in ("day", "week", "month", "year"):
        if line.low(at - 1) != "in":
            return None
        frame = "reference" if unit == "day" else "anchor"
        return Part(which, UnitAt(unit, 0, frame)), at + 2  # type: ignore[arg-type]
    found = read_plain(line, at)
    if found is None or not isinstance(found[0], UnitAt | CalendarDate | Season | WeekdayIn):
        return None
    if isinstance(found[0], UnitAt) and found[0].unit in ("week", "month", "year", "decade", "quarter"):
        return Part(which, found[0]), found[1]  # type: ignore[arg-type]
    return found


def _read_nth(line: Line, index: int) -> Match | None:
    """`the first Sunday of May`, `the last Friday in October 2023`."""
    at = index + (line.low(index) == "the")
    number = -1 if line.low(at) == "last" else ORDINALS.get(line.low(at))
    weekday = WEEKDAYS.get(line.low(at + 1))
    if number is None or weekday is None or line.low(at + 2) not in ("of", "in") or not -1 <= number <= 5:
        return None
    month = _read_month_or_unit(line, at + 3)
    return (Nth(number, weekday, month[0]), month[1]) if month is not None else None


def _read_month_or_unit(line: Line, index: int) -> Match | None:
    found = read_relative(line, index) or read_date(line, index)
    if found is not None and isinstance(found[0], CalendarDate) and found[0].month and not found[0].day:
        return found
    if found is not None and isinstance(found[0], UnitAt) and found[0].unit in ("month", "year"):
        return found
    return None


def _read_slice(line: Line, index: int) -> Match | None:
    """`the first quarter of 2021`, `Q1 2021`, `the second half of the year`, `the first three months of 2023`."""
    if line.low(index) in ("q", "h") and line.glued(index + 1) and (number := line.number(index + 1)):
        return _read_short_slice(line, index, number)
    at = index + (line.low(index) == "the")
    first_number = line.number(at)
    if first_number is not None and line.low(at + 1) in SUFFIXES:
        number, at = first_number, at + 2
    else:
        number = -1 if line.low(at) in ("last", "final") else ORDINALS.get(line.low(at), 0)
        at += 1
    if not number:
        return None
    if line.is_dash(at) and line.glued(at):
        at += 1
    word = line.low(at)
    if word in SIXTHS:
        after = _behind_of(line, at + 1)
        if not (-1 <= number <= 12 // SIXTHS[word]):
            return None
        return _slice(line, after, number, SIXTHS[word])
    if word == "week" and line.low(at + 1) in ("of", "in"):
        month = _read_month_or_unit(line, at + 2)
        if month is None or not (isinstance(month[0], CalendarDate) or month[0].unit == "month"):  # type: ignore[union-attr]
            return None
        first = 7 * (number - 1) + 1 if number > 0 else -7
        return Part("units", month[0], first, first + 6, "day"), month[1]
    amount = read_amount(line, at) if abs(number) == 1 and word not in ("a", "an") else None
    if amount is None or line.low(amount[1]) not in ("of", "in") or len(amount[0].parts) != 1:
        return None
    count, unit = amount[0].parts[0]
    return _slice_of_amount(line, amount[1] + 1, number, int(count), unit)


def _slice_of_amount(line: Line, index: int, number: int, count: int, unit: str) -> Match | None:
    whole = _read_whole(line, index)
    if whole is None or unit not in ("day", "week", "month") or count < 1:
        return None
    size = 7 if unit == "week" else 1
    days = unit != "month"
    length = count * size
    if not days and length > 12:
        return None
    first, last = (1, length) if number == 1 else (-length, -1)
    return Part("units", whole[0], first, last, "day" if days else "month"), whole[1]


def _behind_of(line: Line, index: int) -> int:
    return index + 1 if line.low(index) in ("of", "in") else index


def _slice(line: Line, index: int, number: int, size: int) -> Match | None:
    whole = _read_whole(line, index)
    if whole is None:
        return None
    is_month = (isinstance(whole[0], CalendarDate) and whole[0].month is not None) or (
        isinstance(whole[0], UnitAt) and whole[0].unit == "month"
    )
    if is_month:
        if size != 6 or number not in (1, 2, -1):
            return None
        return Part("units", whole[0], 1 if number == 1 else 16, 15 if number == 1 else 31, "day"), whole[1]
    first = size * (number - 1) + 1 if number > 0 else -size
    return Part("units", whole[0], first, first + size - 1), whole[1]


def _read_whole(line: Line, index: int) -> Match | None:
    """The year or month that a slice is cut from."""
    if line.lows(index, 2) in (("the", "year"), ("the", "month")):
        return UnitAt(UNITS[line.low(index + 1)], 0), index + 2
    year = line.number(index)
    if year is not None and 1600 <= year < 2150 and len(line.text(index)) == 4:
        return CalendarDate(year), index + 1
    found = read_relative(line, index) or read_date(line, index)
    if found is None:
        return None
    if isinstance(found[0], UnitAt) and found[0].unit in ("year", "month"):
        return found
    if isinstance(found[0], CalendarDate) and found[0].month and not found[0].day:
        return found
    return None


def _read_short_slice(line: Line, index: int, number: int) -> Match | None:
    size = 3 if line.low(index) == "q" else 6
    if not line.is_name(index) or not 1 <= number <= 12 // size:
        return None
    return _slice(line, _behind_of(line, index + 2), number, size)


def _read_week_of(line: Line, index: int) -> Match | None:
    """`the week of 3 May`, `the week beginning 6 May`, `the week ending 12 May`."""
    at = index + (line.low(index) == "the")
    how = line.low(at + 1)
    if line.low(at) != "week" or how not in ("of", "beginning", "starting", "commencing", "ending"):
        return None
    day = read_date(line, at + 2)
    if day is None or not isinstance(day[0], CalendarDate) or day[0].day is None:
        return None
    if how == "of":
        return Part("within", day[0], unit="week"), day[1]
    six = Amount(((6, "day"),), "day")
    if how == "ending":
        return Ranged(Shift(six, -1, of=day[0]), day[0]), day[1]
    return Ranged(day[0], Shift(six, 1, of=day[0])), day[1]


def read_ordinal_day(line: Line, index: int) -> Match | None:
    """`on the 9th`: a day of a month that the text does not name."""
    if line.lows(index - 2, 2) != ("on", "the"):
        return None
    day = read_day_number(line, index)
    if day is None or line.low(day[1] - 1) not in SUFFIXES:
        return None
    if line.low(day[1]) not in (".", ",", ";", "and", "", "when", "but", "as") or line.low(day[1]) in PLURALS:
        return None
    return CalendarDate(day=day[0]), day[1]
