"""Times made of times: periods with two ends or one, lists of days, years that an event had."""

from dataclasses import replace

from onrecord.annotation.times.expressions import (
    Bounded,
    CalendarDate,
    Expression,
    Feast,
    Match,
    Nth,
    Part,
    Ranged,
    Season,
    Shift,
    UnitAt,
    Value,
    WeekdayIn,
    Weekend,
)
from onrecord.annotation.times.grammar.events import behind_event
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.months import read_day_number, read_month_name
from onrecord.annotation.times.grammar.points import read_point
from onrecord.annotation.times.grammar.years import YEARS, read_year, read_year_behind
from onrecord.annotation.times.lexicon import EVENTS, FUNCTION_WORDS

WORDS: dict[tuple[str, ...], str] = {
    ("since",): "since", ("ever", "since"): "since", ("until",): "until", ("till",): "until", ("up", "until"): "until",
    ("up", "till"): "until", ("up", "to"): "until", ("from",): "from", ("by",): "by", ("before",): "before",
    ("prior", "to"): "before", ("after",): "after", ("following",): "after", ("no", "later", "than"): "by",
    ("not", "later", "than"): "by", ("not", "before"): "from", ("no", "earlier", "than"): "from",
    ("as", "from"): "from", ("through",): "until", ("not", "until"): "from",
}  # fmt: skip
BOUND_STARTS = frozenset(words[0] for words in WORDS)
# Between the word and the time: `until at least 2025`, `by around 3 May`.
SOFTENERS: tuple[tuple[str, ...], ...] = (
    ("at", "least"), ("about",), ("around",), ("at", "the", "latest"), ("as", "late", "as"),
    ("as", "far", "back", "as"),
    ("at", "the", "earliest"), ("on",), ("roughly",), ("approximately",), ("no", "later", "than"), ("in",), ("the",),
)  # fmt: skip
POINTS = (CalendarDate, Value, Season, UnitAt, Weekend, WeekdayIn, Shift, Part, Nth, Feast)
JOINTS = {
    "from": frozenset("to until till through".split()),
    "between": frozenset(("and",)),
    "": frozenset("to through until till".split()),
}
POSSESSIVES = frozenset("the a an its his her their our this that".split())

Listed = list[tuple[Expression, int, int]]
"""Expressions with the indices of their first word and of the word behind them."""


def read_bounded(line: Line, index: int) -> Match | None:
    """`until 2025`, `since last Friday`, `by the end of May`, `after the 2020 war`."""
    if (
        line.low(index) in ("pre", "post")
        and line.is_dash(index + 1)
        and line.glued(index + 1)
        and line.glued(index + 2)
    ):
        year = read_year(line, index + 2, trusted=True)
        return (
            (Bounded("before" if line.low(index) == "pre" else "after", year[0], index + 2), year[1]) if year else None
        )
    words = next((words for words in WORDS if line.lows(index, len(words)) == words), None)
    if words is None:
        return None
    kind = WORDS[words]
    if line.low(index) == "by" and line.low(index - 1) == "followed":
        return None
    at = index + len(words)
    if kind not in ("by", "from") and (event := _read_event(line, at)) is not None:
        return Bounded(kind, event[0], at), event[1]  # type: ignore[arg-type]
    if line.low(index) in ("following", "through") and line.low(index - 1) in ("the", "its", "their", "a"):
        return None
    softened = True
    trusted = kind in ("since", "until") and words[0] != "up"
    while softened:
        found = _read_bound(line, at, trusted)
        if found is not None:
            break
        skip = next((words for words in SOFTENERS if line.lows(at, len(words)) == words), ())
        at, softened = at + len(skip), bool(skip)
        trusted = trusted or skip not in ((), ("the",), ("in",))
    if found is None or not isinstance(found[0], POINTS) or line.low(index) == "following":
        return None
    if kind in ("after", "before", "from") and line.possessive(found[1]):
        return None
    if kind in ("after", "from") and _has_clock(line, at, found):
        return None
    if line.low(index) == "through" and not isinstance(found[0], CalendarDate | Part | UnitAt | Season):
        return None
    if line.lows(index, 2) == ("up", "to") and isinstance(found[0], Shift):
        return None
    return Bounded(kind, found[0], at), found[1]  # type: ignore[arg-type]


def _read_bound(line: Line, index: int, trusted: bool) -> Match | None:
    return read_point(line, index) or (read_year(line, index, trusted=True) if trusted else None)


def _has_clock(line: Line, index: int, found: Match) -> bool:
    first, last = line.low(index), line.low(found[1] - 1)
    return first in ("noon", "midnight", "dawn", "dusk", "midday") or last in ("m", "am", "pm", "gmt")


def read_event(line: Line, index: int) -> Match | None:
    """`the 2020 war`: a year and the words of what it was the year of; the value is the year."""
    at = index + 1 if line.low(index) in ("the", "that", "this") else index
    year = read_year(line, at)
    if year is None:
        return None
    after = behind_event(line, year[1])
    return (year[0], after) if after is not None else None


def _read_event(line: Line, index: int) -> Match | None:
    """The event behind a bound, with its year or date: `Russia's 2014 annexation`, `the war of 1994`."""
    for at in range(index, min(index + 5, len(line))):
        if line.low(at)[0].isdigit() or (line.is_name(at) and read_month_name(line, at) is not None):
            found = read_year(line, at, trusted=True) or read_point(line, at)
            if found is not None and isinstance(found[0], CalendarDate) and (found[0].year or found[0].month):
                after = behind_event(line, found[1])
                return (found[0], after) if after is not None else None
            return None
        if line.low(at) in EVENTS and line.low(at + 1) in ("of", "in") and at > index:
            found = read_point(line, at + 2) or read_year(line, at + 2, trusted=True)
            if found is not None and isinstance(found[0], CalendarDate) and found[0].year:
                return found
        if not (
            line.is_name(at) or line.low(at) in POSSESSIVES or line.low(at) in ("'", "s") or _is_adjective(line, at)
        ):
            return None
    return None


def _is_adjective(line: Line, index: int) -> bool:
    word = line.low(index)
    return (word.isalpha() and word not in FUNCTION_WORDS and line.low(index - 1) != ".") or word == "-"


def read_range(line: Line, index: int) -> Match | None:
    """`from 1994 to 2020`, `3–5 May`, `between March and May 2020`, `1998–99`, `Monday to Friday`."""
    lead = line.low(index) if line.low(index) in ("from", "between") else ""
    at = index + bool(lead)
    if lead == "" and (short := _read_short_years(line, at)) is not None:
        return short
    first = _read_end(line, at, bool(lead)) or (
        _read_end(line, at + 1, bool(lead))
        if lead and line.low(at) in ("the", "about", "around", "early", "late")
        else None
    )
    if first is None:
        return None
    joint, at = line.low(first[1]), first[1] + 1
    dashed = line.is_dash(first[1]) and lead != "between"
    if not dashed and joint not in JOINTS[lead]:
        return None
    if line.low(at) == "the" and line.low(at + 1)[:1].isdigit():
        at += 1
    last = _read_end(line, at, True) if line.low(first[1]) != "," else None
    if last is None:
        return None
    return _join(line, first, last, lead)


def _read_short_years(line: Line, index: int) -> Match | None:
    """`1998–99`, `the 2023/24 season`."""
    first, last = line.number(index), line.number(index + 2)
    if (
        first not in YEARS
        or first is None
        or last is None
        or len(line.text(index + 2)) != 2
        or not _starts_clean(line, index)
    ):
        return None
    if not (line.is_dash(index + 1) or line.low(index + 1) == "/") or not (
        line.glued(index + 1) and line.glued(index + 2)
    ):
        return None
    if line.glued(index + 3) and (line.low(index + 3).isalnum() or line.low(index + 3) in "-/"):
        return None
    if last != (first + 1) % 100 and (last <= first % 100 or line.low(index + 1) == "/"):
        return None
    century = first // 100 + (last < first % 100)
    return Ranged(CalendarDate(first), CalendarDate(100 * century + last)), index + 3


def _starts_clean(line: Line, index: int) -> bool:
    return not (line.glued(index) and (line.low(index - 1) in ".,:/$€£-#" or line.low(index - 1).isalnum()))


def _read_end(line: Line, index: int, trusted: bool) -> Match | None:
    """One end of a range: a point, a year, or the number of a day."""
    found = read_point(line, index)
    if found is None or (isinstance(found[0], CalendarDate) and found[0] == CalendarDate(found[0].year)):
        year = line.number(index)
        is_year = year in YEARS and len(line.text(index)) == 4 and _ends_clean(line, index + 1)
        if is_year and (trusted or _starts_clean(line, index)):
            return CalendarDate(year), index + 1
    if found is not None:
        return found
    day = read_day_number(line, index) or _read_dashed_day(line, index)
    return (CalendarDate(day=day[0]), day[1]) if day is not None else None


def _read_dashed_day(line: Line, index: int) -> tuple[int, int] | None:
    day = line.number(index)
    return (day, index + 1) if day is not None and 1 <= day <= 31 and line.is_dash(index - 1) else None


def _ends_clean(line: Line, index: int) -> bool:
    if not line.glued(index):
        return True
    behind = line.low(index)
    if behind.isalnum() or behind in "%°_":
        return False
    return not (behind in ".,:/" and line.glued(index + 1) and line.low(index + 1).isdigit())


def _join(line: Line, first: Match, last: Match, lead: str) -> Match | None:
    """The range of two ends, what only one of them says shared; None where they don't belong together."""
    one, other, after = first[0], last[0], last[1]
    if isinstance(one, CalendarDate) and isinstance(other, CalendarDate):
        shared = _share(line, one, other, after)
        if shared is None:
            return None
        one, other, after = shared
        if not lead and _shape(one) != _shape(other):
            return None
        if (
            _shape(one) == "y"
            and line.is_small_word(after)
            and line.low(after) not in FUNCTION_WORDS | EVENTS
            and line.low(after).endswith("s")
        ):
            return None
        if _shape(one) == "y" and (one.year or 0) > (other.year or 0):
            return None
    elif (
        not isinstance(one, POINTS)
        or not isinstance(other, POINTS)
        or (not lead and not (isinstance(one, Value) and isinstance(other, Value)))
    ):
        return None
    return Ranged(one, other), after


def _share(
    line: Line, one: CalendarDate, other: CalendarDate, after: int
) -> tuple[CalendarDate, CalendarDate, int] | None:
    if _shape(one) == "d":
        if not (other.day and other.month):
            return None
        return CalendarDate(other.year, other.month, one.day), other, after
    if _shape(other) == "d":
        if not (one.day and one.month) or one.year:
            return None
        year, after = read_year_behind(line, after)
        return replace(one, year=year), CalendarDate(year, one.month, other.day), after
    if one.month and not one.year and other.year and other.month:
        earlier = (one.month, one.day or 0) <= (other.month, other.day or 0)
        return replace(one, year=other.year if earlier else other.year - 1), other, after
    return one, other, after


def _shape(date: CalendarDate) -> str:
    if date.weekday is not None and date.day is None:
        return "w"
    return (
        "d" * (date.day is not None)
        + "m" * (date.month is not None)
        + "y" * (date.year is not None and date.month is None)
    )


def read_list(line: Line, index: int) -> Listed | None:
    """`3, 4 and 5 May 2020`, `May 3, 4 and 5`: each day by itself."""
    return _read_days_before(line, index) or _read_days_behind(line, index)


def _read_days_before(line: Line, index: int) -> Listed | None:
    days: list[tuple[int, int, int]] = []
    at = index
    while (day := read_day_number(line, at)) is not None and len(days) < 12:
        joint = day[1]
        days.append((day[0], at, joint))
        if line.low(joint) not in (",", "and", "or", "&"):
            break
        at = joint + 1 + (line.low(joint) == "," and line.low(joint + 1) in ("and", "or"))
    if len(days) < 2:
        return None
    last = read_point(line, days[-1][1])
    if last is None or not isinstance(last[0], CalendarDate) or last[0].day is None or last[0].month is None:
        return None
    date = last[0]
    listed: Listed = [(CalendarDate(date.year, date.month, day), first, after) for day, first, after in days[:-1]]
    return [*listed, (date, days[-1][1], last[1])]


def _read_days_behind(line: Line, index: int) -> Listed | None:
    name = read_month_name(line, index)
    first = read_day_number(line, name[1]) if name is not None else None
    if name is None or first is None:
        return None
    days = [(first[0], index, first[1])]
    at = first[1]
    while len(days) < 12 and line.low(at) in (",", "and", "or", "&"):
        start = at + 1 + (line.low(at) == "," and line.low(at + 1) in ("and", "or"))
        day = read_day_number(line, start)
        if day is None:
            break
        days.append((day[0], start, day[1]))
        at = day[1]
    if len(days) < 2 or (line.is_small_word(at) and line.low(at) not in FUNCTION_WORDS):
        return None
    year, after = read_year_behind(line, at)
    listed: Listed = [(CalendarDate(year, name[0], day), start, end) for day, start, end in days]
    return [*listed[:-1], (listed[-1][0], listed[-1][1], after)]


def read_overnight(line: Line, index: int) -> Match | None:
    """`overnight`: from the day before publication into that day; not `an overnight curfew`."""
    if line.low(index) != "overnight" or line.low(index - 1) in ("an", "the", "of", "stay", "stayed"):
        return None
    weekday = read_point(line, index + 1 + (line.low(index + 1) in ("on", "from", "into")))
    if weekday is not None and isinstance(weekday[0], CalendarDate):
        return weekday
    if line.is_small_word(index + 1) and line.low(index + 1) not in FUNCTION_WORDS:
        return None
    return Ranged(UnitAt("day", -1), UnitAt("day", 0)), index + 1


def read_known(line: Line, index: int) -> Match | None:
    """`9/11`."""
    if line.lows(index, 3) != ("9", "/", "11") or line.low(index + 3) == "/" or not line.glued(index + 1):
        return None
    if (
        line.low(index - 1) not in ("the", "after", "since", "before", "post", "of", "-", "to", "on")
        and line.low(index + 3) not in EVENTS
    ):
        return None
    return Value("point", "2001-09-11"), index + 3
