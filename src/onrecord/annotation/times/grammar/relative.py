"""Times told from another time: `yesterday`, `last Tuesday`, `the following day`, `two years ago`."""

from dataclasses import replace

from onrecord.annotation.times.expressions import (
    Amount,
    CalendarDate,
    Frame,
    Match,
    Season,
    Shift,
    Side,
    Sign,
    Stretch,
    Undetermined,
    UnitAt,
    WeekdayIn,
    Weekend,
)
from onrecord.annotation.times.grammar.amounts import read_amount
from onrecord.annotation.times.grammar.clocks import is_part_of_day
from onrecord.annotation.times.grammar.dates import read_date
from onrecord.annotation.times.grammar.events import behind_event
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.months import read_month_name
from onrecord.annotation.times.grammar.years import YEARS
from onrecord.annotation.times.lexicon import (
    FUNCTION_WORDS,
    MONTHS,
    PLURALS,
    SEASONS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)

DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

SIDES: dict[str, Side] = {
    "last": "last", "past": "last", "next": "next", "coming": "next", "upcoming": "next", "current": "this",
    "following": "following", "subsequent": "following", "previous": "previous", "preceding": "previous",
    "same": "this", "recent": "last", "next-door": "next",
}  # fmt: skip
BACK = frozenset("last past previous preceding".split())
AHEAD = frozenset("next coming following upcoming subsequent".split())
# `over the next year` is a stretch of a year, `the next year` the year after.
OVER = frozenset("over in during within for throughout across".split())
CALENDAR_UNITS = frozenset(("week", "month", "quarter", "year", "decade", "century"))
SEASON_WORDS = frozenset(SEASONS)


def read_relative(line: Line, index: int) -> Match | None:
    """The expression that begins at a word and counts from the day of publication or from a time told of before."""
    word = line.low(index)
    if word in DAYS:
        return _read_day(line, index)
    if word in ("last", "this") and is_part_of_day(line, index + 1):
        return _read_part_of_day(line, index)
    return (
        _read_day_beside(line, index)
        or _read_sided(line, index)
        or _read_shift(line, index)
        or _read_weekend(line, index)
        or _read_season(line, index)
    )


def _read_day(line: Line, index: int) -> Match | None:
    """`yesterday morning`, `today`; not `USA Today`, `today's youth` is today all the same."""
    if line.is_name(index) and not line.begins_sentence(index):
        return None
    if line.low(index - 1) in ("a", "better", "brighter", "new"):
        return None
    after = index + 1
    if is_part_of_day(line, after) and not line.is_name(after):
        after += 1
    return UnitAt("day", DAYS[line.low(index)]), after


def _read_part_of_day(line: Line, index: int) -> Match | None:
    """`this morning`; `last night`, the night before."""
    part = line.low(index + 1)
    if line.low(index) == "last" and part not in ("night", "evening"):
        return None
    return UnitAt("day", -1 if line.low(index) == "last" else 0), index + 2


def _read_day_beside(line: Line, index: int) -> Match | None:
    """`the day before`, `the day after tomorrow`, `the week of 3 May`, `the year before last`."""
    if line.low(index) not in ("the", "that"):
        return None
    unit, side = UNITS.get(line.low(index + 1)), line.low(index + 2)
    if unit is None or unit in ("second", "minute", "hour", "decade", "century"):
        return None
    if unit == "week" and side in ("of", "beginning", "starting", "ending"):
        return None  # points
    if side not in ("before", "after", "earlier", "later", "prior"):
        return None
    sign: Sign = -1 if side in ("before", "earlier", "prior") else 1
    after = index + 3
    if unit == "day" and line.low(after) == ("yesterday" if sign < 0 else "tomorrow"):
        return UnitAt("day", 2 * sign), after + 1
    if line.low(after) == "last" and sign < 0 and unit in CALENDAR_UNITS:
        return UnitAt(unit, -2), after + 1
    return _read_beside(line, index, Amount(((1, unit),), unit), sign, after) or (
        UnitAt(unit, sign, "reference"),
        after,
    )


def _read_beside(line: Line, index: int, amount: Amount, sign: Sign, after: int) -> Match | None:
    """A point so far from another that is named behind: `the day after Monday's vote`, `two days before the war`.

    None where nothing is named.
    """
    if line.low(after - 1) not in ("before", "after", "prior", "following"):
        return None
    at = after + (line.low(after) == "to")
    named = read_date(line, at) or _read_day_at(line, at)
    if named is None and line.low(at) in ("the", "a", "his", "her", "its", "their"):
        named = read_date(line, at + 1)
    if named is not None:
        return Shift(amount, sign, of=named[0]), behind_event(line, named[1]) or named[1]
    if (dated := _read_dated_event(line, at)) is not None:
        return Shift(amount, sign, of=dated[0]), dated[1]
    word = line.low(at)
    if line.low(after) == "to" or (
        word.isalnum() and word not in ("and", "but", "or", "in", "on", "at", "when", "as", "with", "to")
    ):
        return Shift(amount, sign, of=Undetermined("point")), after
    return None


def _read_dated_event(line: Line, index: int) -> Match | None:
    """An event with its date behind it: `its extension in 2021`, `the attack on 7 May`."""
    for at in range(index + 1, index + 5):
        if line.low(at) in ("in", "on", "of"):
            date = read_date(line, at + 1)
            return date if date is not None and isinstance(date[0], CalendarDate) else None
        if not line.low(at).isalpha() or line.low(at) in FUNCTION_WORDS:
            return None
    return None


def _read_day_at(line: Line, index: int) -> Match | None:
    return _read_day(line, index) if line.low(index) in DAYS else None


def _read_sided(line: Line, index: int) -> Match | None:
    """`last week`, `this Friday`, `the past three years`, `the following day`, `that year`, `in recent weeks`."""
    at, pointer, side = _read_pointer(line, index)
    if not pointer and not side:
        return None
    amounted = _read_stretch(line, index, at, pointer, side)
    if amounted is not None:
        return amounted
    word = line.low(at)
    unit = UNITS.get(word) if word != "fortnight" else None
    if unit is not None and not (line.is_dash(at + 1) and line.glued(at + 1)):
        return _read_unit(line, index, at, unit, pointer, side)
    if pointer in ("that", "these", "those") and not side:
        return None
    return _read_sided_name(line, at, pointer, side)


def _read_pointer(line: Line, index: int) -> tuple[int, str, str]:
    """The determiner and the adjective before a time word, `this past`, and the index behind them."""
    pointer = line.low(index) if line.low(index) in ("the", "this", "that", "these", "those") else ""
    at = index + bool(pointer)
    if line.low(at) == "very":
        at += 1
    side = line.low(at) if line.low(at) in SIDES or line.low(at) in BACK | AHEAD else ""
    if pointer == "that" and side != "same":
        side = ""
    return at + bool(side), pointer, side


def _read_stretch(line: Line, index: int, at: int, pointer: str, side: str) -> Match | None:
    """A period counted back or ahead, `the past three years`, `the coming days`."""
    if not side or side == "current":
        return None
    if side == "last" and not pointer and line.low(index - 1) not in OVER | {"of", "since", "from"}:
        return None  # `the truce would last ten days`
    sign: Sign = 1 if side in AHEAD else -1
    word = line.low(at)
    frame: Frame = "reference" if side in ("previous", "preceding", "following", "subsequent") else "anchor"
    if word in PLURALS and pointer != "that" and side != "same":
        if side == "last" and pointer != "the":
            return None
        return Stretch(Amount((), PLURALS[word]), sign, frame), at + 1
    if side in ("same", "recent"):
        return None
    if word in VAGUE_NUMBERS | {"couple"} or word not in ("a", "an", "half"):
        amount = read_amount(line, at)
        if amount is not None and word not in ("a", "an") and not line.is_dash(amount[1] - 2):
            if line.low(amount[1]) == "of" and (pointer, side) == ("the", "last"):
                return None  # `the last three months of 2023`
            return Stretch(amount[0], sign, frame), amount[1]
    unit = UNITS.get(word)
    if unit is None or line.is_dash(at + 1):
        return None
    one = Amount(((1, unit),), unit)
    if side == "past" and unit != "quarter":
        return Stretch(one, -1), at + 1
    if side in ("last", "next") and pointer == "the" and unit != "quarter":
        if unit in ("hour", "minute"):
            return Stretch(one, sign), at + 1
        if (
            side == "last"
            and unit != "century"
            and ((unit != "day" and line.low(index - 1) in OVER) or unit == "decade")
            and line.low(at + 1) != "of"
        ):
            return Stretch(one, -1), at + 1
        if side == "next" and unit in CALENDAR_UNITS and line.low(index - 1) in OVER:
            return Stretch(one, 1), at + 1
    if side in ("coming", "upcoming") and unit in CALENDAR_UNITS and pointer:
        return Stretch(one, 1), at + 1
    return None


def _read_unit(line: Line, index: int, at: int, unit: str, pointer: str, side: str) -> Match | None:
    after = at + 1
    calendar = unit in CALENDAR_UNITS
    if unit == "quarter" and line.low(after) == "of":
        return None
    if side in ("same",) or (pointer == "that" and not side):
        if unit in ("second", "minute", "hour", "century", "quarter", "decade"):
            return None
        return UnitAt(unit, 0, "reference"), after  # type: ignore[arg-type]
    if side in ("following", "subsequent", "previous", "preceding") and (calendar or unit == "day"):
        if not pointer and line.low(index - 1) not in ("s", "their", "its", "his", "her"):
            return None
        return UnitAt(unit, -1 if side in BACK else 1, "reference"), after  # type: ignore[arg-type]
    if side == "next" and unit == "day" and pointer == "the":
        return UnitAt("day", 1, "reference"), after
    if not calendar:
        return None
    if side == "last" and pointer != "the":
        return _with_weekday(line, UnitAt(unit, -1), after)  # type: ignore[arg-type]
    if side == "last" and unit == "century":
        return UnitAt("century", -1), after
    if side == "next":
        frame: Frame = "reference" if pointer == "the" else "anchor"
        if pointer == "the" and line.low(after) == "of":
            return None
        return _with_weekday(line, UnitAt(unit, 1, frame), after)  # type: ignore[arg-type]
    if (pointer == "this" and not side) or side == "current":
        return _with_weekday(line, UnitAt(unit, 0), after)  # type: ignore[arg-type]
    return None


def _with_weekday(line: Line, week: UnitAt, after: int) -> Match:
    """`last week on Tuesday`."""
    at = after + (line.low(after) == "on")
    if week.unit == "week" and line.low(at) in WEEKDAYS and line.is_name(at) and line.low(at) not in SHORT_WEEKDAYS:
        return WeekdayIn(WEEKDAYS[line.low(at)], week), at + 1
    return week, after


def _read_sided_name(line: Line, at: int, pointer: str, side: str) -> Match | None:
    """`last Tuesday night`, `next March`, `this coming Friday`, `last summer`, `last weekend`."""
    word = line.low(at)
    kind: Side | None = SIDES.get(side) if side else "this" if pointer == "this" else None
    if word == "weekend":
        return Weekend(kind), at + 1
    if word in SEASON_WORDS and not line.is_name(at) and kind is not None:
        if (
            word == "fall"
            and pointer == "this"
            and not side
            and line.low(at + 1) in ("in", "of", "from", "is", "was", "has")
        ):
            return None
        return Season(SEASONS[word], side=kind), at + 1
    if kind is None or not line.is_name(at):
        return None
    if word in WEEKDAYS and word not in SHORT_WEEKDAYS:
        found = read_date(line, at)
        if found is None or not isinstance(found[0], CalendarDate):
            return None
        return (found[0] if found[0].day else replace(found[0], side=kind)), found[1]
    if word in MONTHS and len(word) > 2 and (name := read_month_name(line, at)) is not None:
        found = read_date(line, at)
        if found is not None and isinstance(found[0], CalendarDate) and (found[0].year or found[0].day):
            if found[0].year is not None or kind == "this":
                return found
            return replace(found[0], side=kind), found[1]
        return CalendarDate(month=name[0], side=kind), name[1]
    holiday = read_date(line, at)
    if (
        holiday is not None
        and isinstance(holiday[0], CalendarDate)
        and holiday[0].day
        and kind in ("last", "next", "this")
    ):
        return replace(holiday[0], side=kind), holiday[1]
    return None


def _read_shift(line: Line, index: int) -> Match | None:
    """`two years ago`, `three days later`, `a week from now`, `two days after the vote`, `years ago`."""
    amount: tuple[Amount, int] | None
    if line.low(index) in PLURALS:
        amount = Amount((), PLURALS[line.low(index)]), index + 1
        if line.low(index + 1) != "ago":
            return None
    else:
        amount = read_amount(line, index)
    if amount is None or line.is_dash(amount[1] - 2):
        return None
    how, after = line.low(amount[1]), amount[1] + 1
    if how == "ago":
        if line.low(after) in ("today", "tomorrow", "yesterday") and line.low(index) not in PLURALS:
            after += line.low(after) == "today"
        return Shift(amount[0], -1), after
    if how == "away" and amount[0].unit in ("day", "week", "month", "year") and line.low(after) != "from":
        return Shift(amount[0], 1), after
    if how == "from" and line.low(after) in ("now", "today"):
        return Shift(amount[0], 1), after + 1
    if how in ("earlier", "previously"):
        return _behind_than(line, Shift(amount[0], -1, "reference"), after)
    if how == "on" and line.low(after) in (",", ".") and line.begins_sentence(index):
        return Shift(amount[0], 1, "reference"), after  # `A year on, talks are stalled.`
    if how in ("later", "afterwards", "afterward", "thereafter"):
        return _behind_than(line, Shift(amount[0], 1, "reference"), after)
    if how in ("before", "after", "prior", "following"):
        if line.low(index - 1) in ("for", "in", "lasted") or (how == "prior" and line.low(after) != "to"):
            return None
        sign: Sign = 1 if how in ("after", "following") else -1
        return _read_beside(line, index, amount[0], sign, after) or (
            (Shift(amount[0], sign, "reference"), after) if how in ("before", "after") else None
        )
    return None


def _behind_than(line: Line, shift: Shift, after: int) -> Match | None:
    return None if line.low(after) == "than" else (shift, after)


def _read_weekend(line: Line, index: int) -> Match | None:
    """`over the weekend`; with a determiner of its own, `last weekend`, it is read before."""
    if line.low(index) != "weekend" or line.low(index - 1) not in ("the", "a", "at", "over", "of"):
        return None
    return (Weekend(), index + 1) if line.low(index - 1) != "a" else None


def _read_season(line: Line, index: int) -> Match | None:
    """`summer 2019`, `the winter of 2019-20`, `in the autumn`."""
    word = line.low(index)
    if word not in SEASON_WORDS:
        return None
    before = line.low(index - 2) if line.low(index - 1) == "the" else line.low(index - 1)
    dashed = line.is_dash(index - 1) and line.low(index - 2) in ("mid", "late", "early")
    at = index + 1
    if line.low(at) == "of":
        at += 1
    year = line.number(at)
    if year in YEARS and len(line.text(at)) == 4:
        after = at + 1
        if line.is_dash(after) and line.glued(after) and line.glued(after + 1) and line.number(after + 1) is not None:
            after += 2
        return Season(SEASONS[word], CalendarDate(year)), after
    if line.low(index + 1) == "of":
        sided = _read_sided(line, at)
        if sided is not None and isinstance(sided[0], UnitAt) and sided[0].unit == "year":
            return Season(SEASONS[word], sided[0]), sided[1]
    if line.is_name(index) or line.low(index + 1) in ("of", "in", "from"):
        return None
    if line.is_small_word(index + 1) and line.low(index + 1) not in FUNCTION_WORDS:
        return None
    if dashed or before in ("early", "late", "mid"):
        return Season(SEASONS[word]), index + 1
    wanted = ("in", "by", "since", "until", "till", "during", "before", "after", "throughout", "for", "of", "from")
    if before in wanted and (line.low(index - 1) == "the" or word not in ("fall", "spring")):
        return Season(SEASONS[word]), index + 1
    return None
