"""Counting units from a day: `last week`, `two years ago`, `the past three years`."""

from datetime import date
from math import ceil

from onrecord.annotation.times.expressions import Amount, Frame, Shift, Stretch, UnitAt, WeekdayIn, Weekend
from onrecord.annotation.times.lexicon import WEEKDAY_NAMES, Unit
from onrecord.annotation.times.reckoning.days import FINENESS, lower, period, shift
from onrecord.annotation.times.reckoning.setting import SIZES, Resolved, Setting, name_day, told
from onrecord.record import TimeKind, bounds


def resolve_unit(given: UnitAt, setting: Setting) -> Resolved:
    """A day, week, month, … counted from the anchor or from a time told of before."""
    unit = given.unit
    kind: TimeKind = "point" if unit in ("day", "month", "year") else "interval"
    base = find_base(unit, given.frame, setting, given.offset)
    if base is None:
        return Resolved(kind)
    day, counted_from = base
    if (own := _own_week(given, setting)) is not None:
        return own
    moved = shift(day, given.offset, unit)
    value = period(moved, unit) if moved is not None else None
    start = f"week of {day}" if unit == "week" else period(day, unit)
    count = f"{start} {'+' if given.offset > 0 else '-'} {_counted(abs(given.offset), unit)}" if given.offset else start
    if not given.offset:
        count = f"{unit} of {counted_from}"
    return told(kind, value, counted_from, count)


def _own_week(given: UnitAt, setting: Setting) -> Resolved | None:
    """The week before or after seven days that are no calendar week: `4 to 10 August, and the week before`."""
    mention = setting.before("week") if given.unit == "week" and given.frame == "reference" else None
    if mention is None or mention.days != 7:
        return None
    ends = [shift(day, given.offset, "week") for day in (mention.first, mention.last)]
    if None in ends:
        return Resolved("interval")
    sign = "-" if given.offset < 0 else "+"
    return told(
        "interval", f"{ends[0]}/{ends[1]}", mention.edtf, f"{mention.edtf} {sign} {_counted(abs(given.offset), 'week')}"
    )


def find_base(unit: Unit, frame: Frame, setting: Setting, direction: int) -> tuple[date, str] | None:
    """The day to count units from, and the date that it comes from."""
    if frame == "reference":
        mention = setting.before(unit)
        if mention is None:
            return None
        return (mention.last if direction > 0 else mention.first), mention.edtf
    if setting.anchor is None or setting.anchor.fineness < FINENESS[unit]:
        return None
    return setting.anchor.first, setting.anchor.edtf


def _counted(count: float, unit: Unit) -> str:
    plural = "" if count == 1 else "centuries" if unit == "century" else f"{unit}s"
    return f"{count:g} {plural or unit}"


def resolve_weekend(given: Weekend, setting: Setting) -> Resolved:
    """Saturday and Sunday of the anchor's week, of the week before or the next."""
    if given.side in ("following", "previous"):
        base = find_base("day", "reference", setting, 0)
    else:
        base = find_base("day", "anchor", setting, 0)
    if base is None:
        return Resolved("interval")
    day, counted_from = base
    weeks = {"last": -1, "next": 1, "previous": -1}.get(given.side or "", 0)
    on_it = day.weekday() >= 5
    if (given.side is None and not on_it and not setting.is_ahead()) or (
        given.side == "this" and not on_it and setting.tense() in ("past", "pluperfect")
    ):
        weeks = -1
    monday = shift(day, 7 * weeks - day.weekday(), "day")
    saturday = shift(monday, 5, "day") if monday else None
    sunday = shift(monday, 6, "day") if monday else None
    where = {-1: "before", 0: "of the week of", 1: "of the week after"}[weeks]
    return told(
        "interval",
        f"{saturday}/{sunday}" if saturday and sunday else None,
        counted_from,
        f"weekend {where} {name_day(day)}",
    )


def resolve_weekday_in(given: WeekdayIn, setting: Setting) -> Resolved:
    """A day of the week in a week that is reckoned itself."""
    week = resolve_unit(given.week, setting)
    if week.edtf is None or week.counted_from is None:
        return Resolved("point")
    day = shift(date.fromisoformat(lower(week.edtf)), given.weekday, "day")
    count = f"{WEEKDAY_NAMES[given.weekday]} of {(week.arithmetic or '').partition(' = ')[0]}"
    return told("point", day, week.counted_from, count)


def _steps(amount: Amount) -> list[tuple[int, Unit]] | None:
    """The amount in whole steps: half a year is six months, 48 hours are two days. None where it has none."""
    steps: list[tuple[int, Unit]] = []
    for count, unit in amount.parts:
        whole: tuple[float, Unit] = count, unit
        if unit in ("decade", "century"):
            whole = count * (10 if unit == "decade" else 100), "year"
        elif unit == "quarter":
            whole = count * 3, "month"
        if whole[0] % 1:
            smaller: dict[Unit, tuple[int, Unit]] = {"year": (12, "month"), "week": (7, "day"), "day": (24, "hour")}
            if whole[1] not in smaller:
                return None
            times, finer = smaller[whole[1]]
            whole = whole[0] * times, finer
        if whole[1] == "hour" and whole[0] % 24 == 0:
            whole = whole[0] // 24, "day"
        if whole[0] % 1:
            return None
        steps.append((int(whole[0]), whole[1]))
    return steps or None


def _move(day: date, steps: list[tuple[int, Unit]], sign: int) -> date | None:
    moved: date | None = day
    for count, unit in steps:
        moved = shift(moved, sign * count, unit) if moved is not None else None
    return moved


def resolve_shift(given: Shift, other: Resolved | None, setting: Setting) -> Resolved:
    """A point so far off the anchor, a time told of before, or the `other` that the words name."""
    steps = _steps(given.amount)
    if steps is None:
        return Resolved("point")
    unit = steps[-1][1]
    if unit in ("hour", "minute", "second"):
        return _hours_off(steps, given, setting)
    base = _shift_base(given, unit, other, setting)
    if base is None:
        return Resolved("point")
    day, counted_from = base
    shown: Unit = "day" if unit == "week" else unit
    moved = _move(day, steps, given.sign)
    sign = "+" if given.sign > 0 else "-"
    count = f"{period(day, shown)} {sign} {' and '.join(_counted(count, each) for count, each in given.amount.parts)}"
    return told("point", period(moved, shown) if moved else None, counted_from, count)


def _shift_base(given: Shift, unit: Unit, other: Resolved | None, setting: Setting) -> tuple[date, str] | None:
    if other is None:
        return find_base(unit, given.frame, setting, given.sign)
    if other.edtf is None or other.kind not in ("point", "interval"):
        return None
    first, last = bounds(other.edtf)
    if first is None or last is None or (last - first).days + 1 > SIZES[unit]:
        return None
    return (last if given.sign > 0 else first), other.edtf


def _hours_off(steps: list[tuple[int, Unit]], given: Shift, setting: Setting) -> Resolved:
    """`two hours ago` is the same day, which of two days `20 hours ago` was, nobody can say."""
    count, unit = steps[0]
    base = find_base("day", given.frame, setting, given.sign) if given.of is None else None
    if base is None or (unit == "hour" and count > 6):
        return Resolved("point")
    day, counted_from = base
    return told("point", str(day), counted_from, f"hours within {day}")


def resolve_stretch(given: Stretch, setting: Setting) -> Resolved:
    """A period counted in its own unit, a single one in the next finer: `the past three years` is 2021/2024."""
    if not given.amount.parts or len(given.amount.parts) > 1:
        return Resolved("interval")
    count, unit = given.amount.parts[0]
    if unit in ("hour", "minute", "second"):
        days = ceil(count / 24) if unit == "hour" else 1
        count, unit = days, "day"
    steps = _steps(Amount(((count, unit),), unit))
    if steps is None:
        return Resolved("interval")
    step, stepped = steps[0]
    shown: Unit = stepped
    if step == 1:
        shown = {"year": "month", "month": "day"}.get(stepped, stepped)  # type: ignore[assignment]
    if shown in ("week", "hour"):
        shown = "day"
    base = find_base(shown, given.frame, setting, given.sign)
    if base is None:
        return Resolved("interval")
    day, counted_from = base
    moved = shift(day, given.sign * step, stepped)
    if moved is None:
        return Resolved("interval")
    ends = sorted((period(day, shown), period(moved, shown)))
    sign = "+" if given.sign > 0 else "-"
    counted = " and ".join(_counted(*part) for part in given.amount.parts)
    return told("interval", "/".join(ends), counted_from, f"{period(day, shown)} {sign} {counted}")
