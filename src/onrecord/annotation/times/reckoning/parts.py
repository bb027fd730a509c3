"""Parts of a period: its end, its first quarter, its second Friday."""

from datetime import date

from onrecord.annotation.times.expressions import Nth, Part, UnitAt
from onrecord.annotation.times.lexicon import WEEKDAY_NAMES
from onrecord.annotation.times.reckoning.calendar_dates import days_of
from onrecord.annotation.times.reckoning.counting import find_base
from onrecord.annotation.times.reckoning.days import period, shift, weekday_on_or_after, weekday_on_or_before
from onrecord.annotation.times.reckoning.setting import Resolved, Setting, told
from onrecord.record import TimeKind, bounds, is_edtf


def resolve_part(given: Part, whole: Resolved, setting: Setting) -> Resolved:
    """The part of a period whose value is known."""
    if whole.edtf is None or whole.kind not in ("point", "interval"):
        return Resolved(whole.kind)
    first, last = bounds(whole.edtf)
    if first is None or last is None:
        return Resolved(whole.kind)
    match given.which:
        case "start" | "end":
            return _edge(given, whole, first, last)
        case "before" | "after":
            return _narrowed(given, whole, first, last, setting)
        case "rest":
            anchor = setting.anchor
            if anchor is None or anchor.fineness < 2 or not first <= anchor.first <= last:
                return Resolved("interval")
            return told(
                "interval", f"{anchor.first}/{last}", anchor.edtf, f"from {anchor.edtf} to the end of {whole.edtf}"
            )
        case "units":
            return _units(given, whole, first, last)
        case "within":
            if given.unit != "week":
                return whole
            return told("interval", period(first, "week"), whole.edtf, f"week of {first}")


def _edge(given: Part, whole: Resolved, first: date, last: date) -> Resolved:
    """The end of a year is its last month, of a decade its last year; of a month or less the whole of it."""
    size = (last - first).days
    if size < 31 or ((whole.edtf or "").count("/") and size < 32):
        return whole
    day = first if given.which == "start" else last
    value = period(day, "month" if size < 1000 else "year")
    return Resolved(
        "point",
        value,
        whole.counted_from,
        f"{given.which} of {whole.arithmetic} → {value}" if whole.arithmetic else None,
    )


def _narrowed(given: Part, whole: Resolved, first: date, last: date, setting: Setting) -> Resolved:
    """`earlier this week` ends on the day it is counted from, `later this week` begins there.

    Months and years have values of their own and stay whole: no reader takes `earlier this year` for a count of days.
    """
    if not (isinstance(given.of, UnitAt) and given.of.unit == "week" and given.of.offset == 0):
        return whole
    base = find_base("day", given.of.frame, setting, 0)
    if base is None or whole.counted_from is None or not first <= base[0] <= last:
        return whole
    ends = (first, base[0]) if given.which == "before" else (base[0], last)
    how = "up to" if given.which == "before" else "from"
    return told("interval", f"{ends[0]}/{ends[1]}", whole.counted_from, f"week of {base[0]} {how} that day")


def _units(given: Part, whole: Resolved, first: date, last: date) -> Resolved:
    """The days of a month or year, or the months of a year, from `first` to `last`, negative ones from the end."""
    if given.unit == "day":
        many = (last - first).days + 1
        ends = [shift(first, _index(number, many) - 1, "day") for number in (given.first, given.last)]
        value = f"{ends[0]}/{ends[1]}" if all(ends) else None
    else:
        if (last - first).days < 360:
            return Resolved("interval")
        months = [
            period(shift(first, _index(number, 12) - 1, "month") or first, "month")
            for number in (given.first, given.last)
        ]
        value = months[0] if months[0] == months[1] else "/".join(months)
    if value is None or not is_edtf(value):
        return Resolved("interval")
    kind: TimeKind = "interval" if "/" in value else "point"
    told = f"{given.unit}s {given.first} to {given.last} of {whole.arithmetic} → {value}" if whole.arithmetic else None
    return Resolved(kind, value, whole.counted_from, told)


def _index(number: int, many: int) -> int:
    return min(many, max(1, number if number > 0 else many + 1 + number))


def resolve_nth(given: Nth, month: Resolved) -> Resolved:
    """The day of a month whose value is known."""
    if month.edtf is None or len(month.edtf) != 7:
        return Resolved("point")
    first, last = days_of(month.edtf)
    if given.number < 0:
        day = weekday_on_or_before(last, given.weekday)
    else:
        start = weekday_on_or_after(first, given.weekday)
        day = shift(start, given.number - 1, "week") if start else None
    if day is None or not first <= day <= last:
        return Resolved("point")
    count = f"{'last' if given.number < 0 else f'no. {given.number}'} {WEEKDAY_NAMES[given.weekday]} of {month.edtf}"
    return told("point", str(day), month.counted_from or month.edtf, count)
