"""What an expression's value is in its place: counted from the anchor, from times told of before, by the tense.

Every value that had to be reckoned keeps what it was counted from and the count in one line.
"""

from dataclasses import replace

from onrecord.annotation.times.expressions import (
    AmountIn,
    Bounded,
    CalendarDate,
    Duration,
    Expression,
    Feast,
    Nth,
    Part,
    Ranged,
    Recurring,
    Season,
    Shift,
    Stretch,
    Undetermined,
    UnitAt,
    Value,
    WeekdayIn,
    Weekend,
)
from onrecord.annotation.times.grammar.amounts import iso
from onrecord.annotation.times.lexicon import WEEKDAY_NAMES
from onrecord.annotation.times.reckoning.calendar_dates import days_of, resolve_date, values_of, words_of
from onrecord.annotation.times.reckoning.counting import (
    resolve_shift,
    resolve_stretch,
    resolve_unit,
    resolve_weekday_in,
    resolve_weekend,
)
from onrecord.annotation.times.reckoning.days import lower, upper, weekday_on_or_after
from onrecord.annotation.times.reckoning.parts import resolve_nth, resolve_part
from onrecord.annotation.times.reckoning.setting import Resolved, Setting, told
from onrecord.annotation.times.reckoning.yearly import resolve_feast, resolve_season
from onrecord.record import bounds, is_edtf


def resolve(expression: Expression, setting: Setting) -> Resolved:
    """The value of an expression; without one where neither its words nor its place settle it."""
    match expression:
        case CalendarDate():
            return resolve_date(expression, setting)
        case Value():
            return Resolved(expression.kind, expression.edtf)
        case Season():
            year = resolve(expression.year, setting) if expression.year is not None else None
            return resolve_season(expression, year, setting)
        case UnitAt():
            return resolve_unit(expression, setting)
        case Weekend():
            return resolve_weekend(expression, setting)
        case WeekdayIn():
            return resolve_weekday_in(expression, setting)
        case Shift():
            other = resolve(expression.of, setting) if expression.of is not None else None
            return resolve_shift(expression, other, setting)
        case AmountIn():
            if setting.is_ahead():
                return resolve_shift(Shift(expression.amount, 1), None, setting)
            return Resolved("duration", iso(expression.amount))
        case Stretch():
            return resolve_stretch(expression, setting)
        case Part():
            return resolve_part(expression, resolve(expression.of, setting), setting)
        case Nth():
            return resolve_nth(expression, resolve(expression.of, setting))
        case Feast():
            return resolve_feast(expression, setting)
        case Bounded():
            return _bounded(expression, setting)
        case Ranged():
            return _ranged(expression, setting)
        case Duration():
            return Resolved("duration", iso(expression.amount))
        case Recurring():
            return Resolved("set", expression.period)
        case Undetermined():
            return Resolved(expression.kind)


def _bounded(given: Bounded, setting: Setting) -> Resolved:
    inner = resolve(given.of, setting)
    if inner.edtf is None or inner.kind not in ("point", "interval"):
        return Resolved("interval")
    if isinstance(given.of, Part) and given.of.which in ("start", "end") and given.word != "after":
        first, last = bounds(resolve(given.of.of, setting).edtf or inner.edtf)
        edge = first if given.of.which == "start" else last
        if edge is not None and not (given.of.which == "end" and given.word in ("since", "from")):
            value = f"{edge}/.." if given.word in ("since", "from") else f"../{edge}"
            return replace(inner, kind="interval", edtf=value)
    match given.word:
        case "since" | "from":
            value = f"{lower(inner.edtf)}/.."
        case "after":
            value = f"{upper(inner.edtf)}/.."
        case "until" | "by":
            value = f"../{upper(inner.edtf)}"
        case "before":
            value = f"../{lower(inner.edtf)}"
    return replace(inner, kind="interval", edtf=value) if is_edtf(value) else Resolved("interval")


def _ranged(given: Ranged, setting: Setting) -> Resolved:
    first = resolve(given.first, setting)
    last = _range_end(given, first, setting)
    if first.counted_from and first.edtf and setting.is_ahead() and (running := _running(given, setting)) is not None:
        first, last = running
    if first.edtf is None or last.edtf is None:
        return Resolved("interval")
    value = f"{lower(first.edtf)}/{upper(last.edtf)}"
    if not is_edtf(value):
        return Resolved("interval")
    lines = [each.arithmetic for each in (first, last) if each.arithmetic]
    return Resolved("interval", value, first.counted_from or last.counted_from, "; ".join(lines) or None)


def _running(given: Ranged, setting: Setting) -> tuple[Resolved, Resolved] | None:
    """The ends of a range that has begun and is told of as what is to come: `it is to run from January to March`."""
    anchor = setting.anchor
    if anchor is None or not isinstance(given.first, CalendarDate) or given.first.month is None or setting.year:
        return None
    for value in values_of(given.first, [anchor.first.year - 1, anchor.first.year]):
        first = told("point", value, anchor.edtf, f"{words_of(given.first)} before {anchor.edtf}")
        last = _range_end(given, first, setting)
        if last.edtf is not None and days_of(value)[0] < anchor.first <= days_of(upper(last.edtf))[1]:
            return first, last
    return None


def _range_end(given: Ranged, first: Resolved, setting: Setting) -> Resolved:
    """The end of a range; without a year or a date of its own the first that comes after the beginning."""
    last = given.last
    if first.edtf is None or not isinstance(last, CalendarDate) or last.year is not None or last.side or last.year_at:
        return resolve(last, setting)
    beginning = lower(first.edtf)
    start = bounds(beginning)[0]
    if start is None:
        return Resolved("point")
    if last.weekday is not None and last.day is None:
        day = weekday_on_or_after(start, last.weekday)
        return told("point", day, beginning, f"{WEEKDAY_NAMES[last.weekday]} after {beginning}")
    values = [value for value in values_of(last, [start.year, start.year + 1]) if days_of(value)[1] >= start]
    explicit = first.counted_from is None
    counted = told("point", values[0] if values else None, beginning, f"{words_of(last)} after {beginning}")
    return replace(counted, counted_from=None, arithmetic=None) if explicit and values else counted
