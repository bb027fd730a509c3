"""Seasons and feasts, which come once a year."""

from onrecord.annotation.times.expressions import Feast, Season
from onrecord.annotation.times.lexicon import SEASON_NAMES
from onrecord.annotation.times.reckoning.calendar_dates import choose, distance_to
from onrecord.annotation.times.reckoning.days import easter, shift
from onrecord.annotation.times.reckoning.setting import Resolved, Setting, told
from onrecord.record import is_edtf


def resolve_feast(given: Feast, setting: Setting) -> Resolved:
    """A feast's day in its year, else in the one that the tense tells."""
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
    found, how = choose([day.isoformat() for day in days if day], None, setting, anchor)
    return told("point", found, anchor.edtf, f"the feast {how} {anchor.edtf}")


def resolve_season(given: Season, year: Resolved | None, setting: Setting) -> Resolved:
    """A season; `year` is the value of its year where the words give one."""
    if year is not None:
        if year.edtf is None or len(year.edtf) != 4:
            return Resolved("point")
        value = f"{year.edtf}-{given.number}"
        if year.counted_from is None:
            return Resolved("point", value)
        return told(
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
        found, how = min(values, key=lambda value: distance_to(value, anchor), default=None), "nearest to"
        if setting.tense() in ("past", "pluperfect"):
            found, how = choose(values, None, setting, anchor)
    else:
        found, how = choose(values, given.side, setting, anchor)
    return told("point", found, anchor.edtf, f"{SEASON_NAMES[given.number]} {how} {anchor.edtf}")
