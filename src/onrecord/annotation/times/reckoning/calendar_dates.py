"""Dates that lack a year or more: which one is meant, by the tense and by what was told of before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.annotation.times.expressions import CalendarDate
from onrecord.annotation.times.lexicon import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.annotation.times.reckoning.counting import resolve_unit
from onrecord.annotation.times.reckoning.days import date_of, shift, weekday_on_or_after, weekday_on_or_before
from onrecord.annotation.times.reckoning.setting import Anchor, Resolved, Setting, name_day, told
from onrecord.record import bounds


def resolve_date(given: CalendarDate, setting: Setting) -> Resolved:
    """The value of a date, its year given, told by the words around it, or reckoned."""
    if given.year is not None:
        return Resolved("point", _spelled(given))
    if given.year_at is not None:
        year = resolve_unit(given.year_at, setting)
        if year.edtf is None or year.counted_from is None:
            return Resolved("point")
        value = _spelled(replace(given, year=int(year.edtf)))
        return told(
            "point", value, year.counted_from, f"{words_of(given)} of {(year.arithmetic or '').partition(' = ')[0]}"
        )
    if given.month is None and given.day is None:
        return _weekday(given, setting)
    if given.month is None:
        return _day_of_month(given, setting)
    if setting.year is not None:
        year_told, counted_from = setting.year
        return told(
            "point", _spelled(replace(given, year=year_told)), counted_from, f"{words_of(given)} of {year_told}"
        )
    return _yearless(given, setting)


def _spelled(given: CalendarDate) -> str | None:
    if given.month is None:
        return f"{given.year:04}"
    if given.day is None:
        return f"{given.year:04}-{given.month:02}"
    day = date_of(given)
    return day.isoformat() if day is not None else None


def words_of(given: CalendarDate) -> str:
    """The date in words, for the line that tells the count: `Monday 9 November`."""
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
    return told("point", found, str(day), f"{name} {where} {name_day(day)}")


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
    return told("point", found, mention.edtf, f"{WEEKDAY_NAMES[weekday]} {where} {mention.edtf}")


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
        values = sorted(values_of(given, matching), key=lambda value: distance_to(value, anchor))
        return told("point", values[0] if values else None, anchor.edtf, f"{words_of(given)} nearest to {anchor.edtf}")
    if given.side == "this":
        return told(
            "point",
            _spelled(replace(given, year=anchor.first.year)),
            anchor.edtf,
            f"{words_of(given)} of {anchor.first.year}",
        )
    values = list(values_of(given, years))
    if given.possessive and setting.tense() in ("intended", "present"):
        setting = replace(setting, tense=lambda: None)  # `trying to recover from the 11 September attack`
    found, how = choose(values, given.side, setting, anchor)
    return told("point", found, anchor.edtf, f"{words_of(given)} {how} {anchor.edtf}")


def values_of(given: CalendarDate, years: list[int]) -> Iterator[str]:
    """The date in each of the years that have such a day."""
    for year in years:
        if 0 < year < 10_000 and (value := _spelled(replace(given, year=year))) is not None:
            yield value


def days_of(edtf: str) -> tuple[date, date]:
    """The first and last day of a value that is open on no side."""
    first, last = bounds(edtf)
    assert first is not None
    assert last is not None
    return first, last


def distance_to(edtf: str, anchor: Anchor) -> int:
    """How many days lie between a value and the anchor."""
    first, last = days_of(edtf)
    if first > anchor.last:
        return (first - anchor.last).days
    return max(0, (anchor.first - last).days)


def choose(values: list[str], side: str | None, setting: Setting, anchor: Anchor) -> tuple[str | None, str]:
    """The one of a yearly time's values that is meant, and the words for how it lies to the anchor."""
    if side == "last":
        found = [value for value in values if days_of(value)[1] < anchor.first]
        return (found[-1] if found else None), "before"
    if side == "next":
        found = [value for value in values if days_of(value)[0] > anchor.last]
        return (found[0] if found else None), "after"
    tense = setting.tense()
    if tense is None or setting.nearest():
        return min(values, key=lambda value: distance_to(value, anchor), default=None), "nearest to"
    if tense in ("past", "pluperfect"):
        found = [value for value in values if days_of(value)[0] <= anchor.last]
        return (found[-1] if found else None), "on or before"
    found = [value for value in values if days_of(value)[1] >= anchor.first]
    return (found[0] if found else None), "on or after"


def _day_of_month(given: CalendarDate, setting: Setting) -> Resolved:
    """`on the 9th`, `Monday the 9th`."""
    anchor = setting.anchor
    if anchor is None or anchor.fineness < 2:
        return Resolved("point")
    months = [shift(anchor.first.replace(day=1), step, "month") for step in (-2, -1, 0, 1, 2)]
    days = [date_of(CalendarDate(month.year, month.month, given.day)) for month in months if month is not None]
    values = [day.isoformat() for day in days if day is not None and given.weekday in (None, day.weekday())]
    found, how = choose(values, None, setting, anchor)
    return told("point", found, anchor.edtf, f"day {given.day} of a month {how} {anchor.edtf}")
