"""What an expression's value is in its place: counted from the anchor, from times told of before, by the tense.

Every value that had to be reckoned keeps what it was counted from and the count in one line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil

from onrecord.annotation.times.amounts import iso
from onrecord.annotation.times.anchor import Anchor
from onrecord.annotation.times.expressions import (
    Amount,
    AmountIn,
    Bounded,
    CalendarDate,
    Duration,
    Expression,
    Feast,
    Frame,
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
from onrecord.annotation.times.lexicon import MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES, Unit
from onrecord.annotation.times.reckoning import (
    FINENESS,
    date_of,
    easter,
    lower,
    period,
    shift,
    upper,
    weekday_on_or_after,
    weekday_on_or_before,
)
from onrecord.annotation.times.tense import Tense
from onrecord.record import TimeKind, bounds, is_edtf

# The most days that a time told of before may have, to count units from it.
SIZES: dict[Unit, int] = {
    "second": 1, "minute": 1, "hour": 1, "day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653,
    "century": 36525,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """The kind and value of an expression, and how the value was reckoned."""

    kind: TimeKind
    edtf: str | None = None
    counted_from: str | None = None
    arithmetic: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A time told of before, from its first day to its last."""

    edtf: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: the anchor, the tense, what was told of before (the last one first), and the year
    that the words around a date without one give it."""

    anchor: Anchor | None = None
    tense: Callable[[], Tense | None] = field(default=lambda: None)
    mentions: tuple[Mention, ...] = ()
    year: tuple[int, str] | None = None
    nearest: Callable[[], bool] = field(default=lambda: False)

    def before(self, unit: Unit) -> Mention | None:
        """The last time told of that is fine enough to count such units from."""
        return next((each for each in self.mentions if each.days <= SIZES[unit]), None)

    def is_ahead(self) -> bool:
        """Whether it is told of as what is to come."""
        return self.tense() in ("future", "intended", "present")


def resolve(expression: Expression, setting: Setting) -> Resolved:
    """The value of an expression; without one where neither its words nor its place settle it."""
    match expression:
        case CalendarDate():
            return _calendar_date(expression, setting)
        case Value():
            return Resolved(expression.kind, expression.edtf)
        case Season():
            return _season(expression, setting)
        case UnitAt():
            return _unit(expression, setting)
        case Weekend():
            return _weekend(expression, setting)
        case WeekdayIn():
            return _weekday_in(expression, setting)
        case Shift():
            return _shift(expression, setting)
        case AmountIn():
            if setting.is_ahead():
                return _shift(Shift(expression.amount, 1), setting)
            return Resolved("duration", iso(expression.amount))
        case Stretch():
            return _stretch(expression, setting)
        case Part():
            return _part(expression, setting)
        case Nth():
            return _nth(expression, setting)
        case Feast():
            return _feast(expression, setting)
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


def _told(kind: TimeKind, value: date | str | None, counted_from: str, count: str) -> Resolved:
    """A reckoned value; nothing at all where the reckoning leads out of the calendar."""
    edtf = str(value)
    if value is None or not is_edtf(edtf):
        return Resolved(kind)
    return Resolved(kind, edtf, counted_from, f"{count} = {edtf}")


def _named(day: date) -> str:
    return f"{day} ({WEEKDAY_NAMES[day.weekday()]})"


# Dates


def _calendar_date(given: CalendarDate, setting: Setting) -> Resolved:
    if given.year is not None:
        return Resolved("point", _spelled(given))
    if given.year_at is not None:
        year = _unit(given.year_at, setting)
        if year.edtf is None or year.counted_from is None:
            return Resolved("point")
        value = _spelled(replace(given, year=int(year.edtf)))
        return _told(
            "point", value, year.counted_from, f"{_words(given)} of {(year.arithmetic or '').partition(' = ')[0]}"
        )
    if given.month is None and given.day is None:
        return _weekday(given, setting)
    if given.month is None:
        return _day_of_month(given, setting)
    if setting.year is not None:
        year_told, counted_from = setting.year
        return _told("point", _spelled(replace(given, year=year_told)), counted_from, f"{_words(given)} of {year_told}")
    return _yearless(given, setting)


def _spelled(given: CalendarDate) -> str | None:
    if given.month is None:
        return f"{given.year:04}"
    if given.day is None:
        return f"{given.year:04}-{given.month:02}"
    day = date_of(given)
    return day.isoformat() if day is not None else None


def _words(given: CalendarDate) -> str:
    month = MONTH_NAMES[given.month or 0]
    date_words = f"{given.day} {month}" if given.day else month
    return f"{WEEKDAY_NAMES[given.weekday]} {date_words}" if given.weekday is not None else date_words


def _weekday(given: CalendarDate, setting: Setting) -> Resolved:
    """`Tuesday`: on or before the anchor, or on or after it, by the tense; `last Tuesday` strictly before."""
    weekday = given.weekday or 0
    name = WEEKDAY_NAMES[weekday]
    if given.side in ("following", "previous"):
        return _weekday_beside(given, setting)
    if setting.anchor is None or setting.anchor.fineness < 2:
        return Resolved("point")
    day = setting.anchor.first
    ahead = given.side == "next" or (given.side != "last" and setting.is_ahead())
    if given.possessive and given.side is None:
        # `trying to bounce back from Monday's debate` tells of the last one, `will win Monday's vote` of the next.
        ahead = setting.tense() == "future"
    if given.side == "this":
        ahead = setting.tense() not in ("past", "pluperfect")
    strict = given.side in ("last", "next")
    start = shift(day, 0 if not strict else 1 if ahead else -1, "day") or day
    found = weekday_on_or_after(start, weekday) if ahead else weekday_on_or_before(start, weekday)
    where = "on" if found == day else "after" if ahead else "before"
    return _told("point", found, str(day), f"{name} {where} {_named(day)}")


def _weekday_beside(given: CalendarDate, setting: Setting) -> Resolved:
    mention = setting.before("day")
    weekday = given.weekday or 0
    if mention is None:
        return Resolved("point")
    if given.side == "following":
        start = shift(mention.last, 1, "day") or mention.last
        found = weekday_on_or_after(start, weekday)
    else:
        start = shift(mention.first, -1, "day") or mention.first
        found = weekday_on_or_before(start, weekday)
    where = "after" if given.side == "following" else "before"
    return _told("point", found, mention.edtf, f"{WEEKDAY_NAMES[weekday]} {where} {mention.edtf}")


def _yearless(given: CalendarDate, setting: Setting) -> Resolved:
    """`9 November`, `March`: the last or the next one, by the tense, the nearest where no verb tells."""
    anchor = setting.anchor
    if anchor is None or anchor.fineness == 0:
        return Resolved("point")
    years = [anchor.first.year + step for step in (-1, 0, 1)]
    if given.weekday is not None:
        years = sorted(
            (anchor.first.year + step for step in range(-6, 7)), key=lambda year: abs(year - anchor.first.year)
        )
        days = [(year, date_of(replace(given, year=year))) for year in years]
        matching = [year for year, day in days if day is not None and day.weekday() == given.weekday]
        # Several years may have such a weekday: the nearest in days, `Monday 30 December` at New Year.
        values = sorted(_values(given, matching), key=lambda value: _distance(value, anchor))
        return _told("point", values[0] if values else None, anchor.edtf, f"{_words(given)} nearest to {anchor.edtf}")
    if given.side == "this":
        return _told(
            "point",
            _spelled(replace(given, year=anchor.first.year)),
            anchor.edtf,
            f"{_words(given)} of {anchor.first.year}",
        )
    values = list(_values(given, years))
    if given.possessive and setting.tense() in ("intended", "present"):
        setting = replace(setting, tense=lambda: None)  # `trying to recover from the 11 September attack`
    found, how = _choose(values, given.side, setting, anchor)
    return _told("point", found, anchor.edtf, f"{_words(given)} {how} {anchor.edtf}")


def _values(given: CalendarDate, years: list[int]) -> Iterator[str]:
    for year in years:
        if 0 < year < 10_000 and (value := _spelled(replace(given, year=year))) is not None:
            yield value


def _days(edtf: str) -> tuple[date, date]:
    first, last = bounds(edtf)
    assert first is not None
    assert last is not None
    return first, last


def _distance(edtf: str, anchor: Anchor) -> int:
    first, last = _days(edtf)
    if first > anchor.last:
        return (first - anchor.last).days
    return max(0, (anchor.first - last).days)


def _choose(values: list[str], side: str | None, setting: Setting, anchor: Anchor) -> tuple[str | None, str]:
    """The one of a yearly time's values that is meant, and the words for how it lies to the anchor."""
    if side == "last":
        found = [value for value in values if _days(value)[1] < anchor.first]
        return (found[-1] if found else None), "before"
    if side == "next":
        found = [value for value in values if _days(value)[0] > anchor.last]
        return (found[0] if found else None), "after"
    tense = setting.tense()
    if tense is None or setting.nearest():
        return min(values, key=lambda value: _distance(value, anchor), default=None), "nearest to"
    if tense in ("past", "pluperfect"):
        found = [value for value in values if _days(value)[0] <= anchor.last]
        return (found[-1] if found else None), "on or before"
    found = [value for value in values if _days(value)[1] >= anchor.first]
    return (found[0] if found else None), "on or after"


def _day_of_month(given: CalendarDate, setting: Setting) -> Resolved:
    """`on the 9th`, `Monday the 9th`."""
    anchor = setting.anchor
    if anchor is None or anchor.fineness < 2:
        return Resolved("point")
    months = [shift(anchor.first.replace(day=1), step, "month") for step in (-2, -1, 0, 1, 2)]
    days = [date_of(CalendarDate(month.year, month.month, given.day)) for month in months if month is not None]
    values = [day.isoformat() for day in days if day is not None and given.weekday in (None, day.weekday())]
    found, how = _choose(values, None, setting, anchor)
    return _told("point", found, anchor.edtf, f"day {given.day} of a month {how} {anchor.edtf}")


# Units


def _unit(given: UnitAt, setting: Setting) -> Resolved:
    unit = given.unit
    kind: TimeKind = "point" if unit in ("day", "month", "year") else "interval"
    base = _base(unit, given.frame, setting, given.offset)
    if base is None:
        return Resolved(kind)
    day, counted_from = base
    moved = shift(day, given.offset, unit)
    value = period(moved, unit) if moved is not None else None
    start = f"week of {day}" if unit == "week" else period(day, unit)
    count = f"{start} {'+' if given.offset > 0 else '-'} {_counted(abs(given.offset), unit)}" if given.offset else start
    if not given.offset:
        count = f"{unit} of {counted_from}"
    return _told(kind, value, counted_from, count)


def _base(unit: Unit, frame: Frame, setting: Setting, direction: int) -> tuple[date, str] | None:
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


def _weekend(given: Weekend, setting: Setting) -> Resolved:
    """Saturday and Sunday of the anchor's week, of the week before or the next."""
    if given.side in ("following", "previous"):
        base = _base("day", "reference", setting, 0)
    else:
        base = _base("day", "anchor", setting, 0)
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
    return _told(
        "interval",
        f"{saturday}/{sunday}" if saturday and sunday else None,
        counted_from,
        f"weekend {where} {_named(day)}",
    )


def _weekday_in(given: WeekdayIn, setting: Setting) -> Resolved:
    week = _unit(given.week, setting)
    if week.edtf is None or week.counted_from is None:
        return Resolved("point")
    day = shift(date.fromisoformat(lower(week.edtf)), given.weekday, "day")
    count = f"{WEEKDAY_NAMES[given.weekday]} of {(week.arithmetic or '').partition(' = ')[0]}"
    return _told("point", day, week.counted_from, count)


# Shifts and stretches


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


def _shift(given: Shift, setting: Setting) -> Resolved:
    steps = _steps(given.amount)
    if steps is None:
        return Resolved("point")
    unit = steps[-1][1]
    if unit in ("hour", "minute", "second"):
        return _hours_off(steps, given, setting)
    base = _shift_base(given, unit, setting)
    if base is None:
        return Resolved("point")
    day, counted_from = base
    shown: Unit = "day" if unit == "week" else unit
    moved = _move(day, steps, given.sign)
    sign = "+" if given.sign > 0 else "-"
    count = f"{period(day, shown)} {sign} {' and '.join(_counted(count, each) for count, each in given.amount.parts)}"
    return _told("point", period(moved, shown) if moved else None, counted_from, count)


def _shift_base(given: Shift, unit: Unit, setting: Setting) -> tuple[date, str] | None:
    if given.of is None:
        return _base(unit, given.frame, setting, given.sign)
    other = resolve(given.of, setting)
    if other.edtf is None or other.kind not in ("point", "interval"):
        return None
    edge = bounds(other.edtf)[1 if given.sign > 0 else 0]
    first, last = bounds(other.edtf)
    if edge is None or first is None or last is None or (last - first).days + 1 > SIZES[unit]:
        return None
    return edge, other.edtf


def _hours_off(steps: list[tuple[int, Unit]], given: Shift, setting: Setting) -> Resolved:
    """`two hours ago` is the same day, which of two days `20 hours ago` was, nobody can say."""
    count, unit = steps[0]
    base = _base("day", given.frame, setting, given.sign) if given.of is None else None
    if base is None or (unit == "hour" and count > 6):
        return Resolved("point")
    day, counted_from = base
    return _told("point", str(day), counted_from, f"hours within {day}")


def _stretch(given: Stretch, setting: Setting) -> Resolved:
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
    base = _base(shown, given.frame, setting, given.sign)
    if base is None:
        return Resolved("interval")
    day, counted_from = base
    moved = shift(day, given.sign * step, stepped)
    if moved is None:
        return Resolved("interval")
    ends = sorted((period(day, shown), period(moved, shown)))
    sign = "+" if given.sign > 0 else "-"
    counted = " and ".join(_counted(*part) for part in given.amount.parts)
    return _told("interval", "/".join(ends), counted_from, f"{period(day, shown)} {sign} {counted}")


# Parts of periods


def _part(given: Part, setting: Setting) -> Resolved:
    whole = resolve(given.of, setting)
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
            return _told(
                "interval", f"{anchor.first}/{last}", anchor.edtf, f"from {anchor.edtf} to the end of {whole.edtf}"
            )
        case "units":
            return _units(given, whole, first, last)
        case "within":
            if given.unit != "week":
                return whole
            return _told("interval", period(first, "week"), whole.edtf, f"week of {first}")


def _edge(given: Part, whole: Resolved, first: date, last: date) -> Resolved:
    """The end of a year is its last month, of a decade its last year; of a month or less the whole of it."""
    size = (last - first).days
    if size < 31 or (whole.edtf or "").count("/") and size < 32:
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
    base = _base("day", given.of.frame, setting, 0)
    if base is None or whole.counted_from is None or not first <= base[0] <= last:
        return whole
    ends = (first, base[0]) if given.which == "before" else (base[0], last)
    how = "up to" if given.which == "before" else "from"
    return _told("interval", f"{ends[0]}/{ends[1]}", whole.counted_from, f"week of {base[0]} {how} that day")


def _units(given: Part, whole: Resolved, first: date, last: date) -> Resolved:
    """The days of a month or year, or the months of a year, from `first` to `last`, counted from its end if negative."""
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


def _nth(given: Nth, setting: Setting) -> Resolved:
    month = resolve(given.of, setting)
    if month.edtf is None or len(month.edtf) != 7:
        return Resolved("point")
    first, last = _days(month.edtf)
    if given.number < 0:
        day = weekday_on_or_before(last, given.weekday)
    else:
        start = weekday_on_or_after(first, given.weekday)
        day = shift(start, given.number - 1, "week") if start else None
    if day is None or not first <= day <= last:
        return Resolved("point")
    count = f"{'last' if given.number < 0 else f'no. {given.number}'} {WEEKDAY_NAMES[given.weekday]} of {month.edtf}"
    return _told("point", str(day), month.counted_from or month.edtf, count)


def _feast(given: Feast, setting: Setting) -> Resolved:
    if given.year is not None:
        day = shift(easter(given.year), given.days, "day")
        return Resolved("point", day.isoformat() if day is not None else None)
    anchor = setting.anchor
    if anchor is None or anchor.fineness == 0:
        return Resolved("point")
    days = [
        shift(easter(anchor.first.year + step), given.days, "day")
        for step in (-1, 0, 1)
        if anchor.first.year + step > 1583
    ]
    found, how = _choose([day.isoformat() for day in days if day], None, setting, anchor)
    return _told("point", found, anchor.edtf, f"the feast {how} {anchor.edtf}")


def _season(given: Season, setting: Setting) -> Resolved:
    if given.year is not None:
        year = resolve(given.year, setting)
        if year.edtf is None or len(year.edtf) != 4:
            return Resolved("point")
        value = f"{year.edtf}-{given.number}"
        if year.counted_from is None:
            return Resolved("point", value)
        return _told(
            "point",
            value,
            year.counted_from,
            f"{SEASON_NAMES[given.number]} of {(year.arithmetic or '').partition(' = ')[0]}",
        )
    anchor = setting.anchor
    if anchor is None or anchor.fineness == 0:
        return Resolved("point")
    values = [f"{anchor.first.year + step:04}-{given.number}" for step in (-2, -1, 0, 1, 2)]
    values = [value for value in values if is_edtf(value)]
    if given.side == "this":
        found, how = min(values, key=lambda value: _distance(value, anchor), default=None), "nearest to"
        if setting.tense() in ("past", "pluperfect"):
            found, how = _choose(values, None, setting, anchor)
    else:
        found, how = _choose(values, given.side, setting, anchor)
    return _told("point", found, anchor.edtf, f"{SEASON_NAMES[given.number]} {how} {anchor.edtf}")


# Bounds and ranges


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
    for value in _values(given.first, [anchor.first.year - 1, anchor.first.year]):
        first = _told("point", value, anchor.edtf, f"{_words(given.first)} before {anchor.edtf}")
        last = _range_end(given, first, setting)
        if last.edtf is not None and _days(value)[0] < anchor.first <= _days(upper(last.edtf))[1]:
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
        return _told("point", day, beginning, f"{WEEKDAY_NAMES[last.weekday]} after {beginning}")
    values = [value for value in _values(last, [start.year, start.year + 1]) if _days(value)[1] >= start]
    explicit = first.counted_from is None
    counted = _told("point", values[0] if values else None, beginning, f"{_words(last)} after {beginning}")
    return replace(counted, counted_from=None, arithmetic=None) if explicit and values else counted
