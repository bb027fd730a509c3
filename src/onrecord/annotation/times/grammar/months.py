"""Months, and days of them: `9 November 2020`, `March 2023`, `in March`."""

from onrecord.annotation.times.expressions import CalendarDate, Match, Value
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.years import BEFORE_ATTRIBUTE, NAMED_AFTER, YEARS, full_year, read_year_behind
from onrecord.annotation.times.lexicon import DOUBTFUL_MONTHS, FUNCTION_WORDS, KNOWN_DAYS, MONTHS, ORDINALS, SUFFIXES

BEFORE_MONTH = frozenset(
    "in since until till by from of for before after during through throughout to and or between early late mid last"
    " next this every each around ending beginning starting following than end".split()
)


BEFORE_MONTH_NAME = frozenset("black red".split())


def read_day_number(line: Line, index: int) -> tuple[int, int] | None:
    """A day of the month, `9` or `9th`, and the index behind it."""
    day = line.number(index)
    if day is None or not 1 <= day <= 31 or len(line.text(index)) > 2:
        return None
    if line.glued(index) and (line.low(index - 1) in ".,:/$€£#+" or line.low(index - 1).isalnum()):
        return None
    after = index + 1
    if line.low(after) in SUFFIXES and line.glued(after):
        after += 1
    elif line.glued(after) and (line.low(after).isalnum() or line.low(after) in "%°"):
        return None
    if line.glued(after) and line.low(after) in ".:," and line.glued(after + 1) and line.low(after + 1).isdigit():
        return None
    return day, after


def read_month_name(line: Line, index: int) -> tuple[int, int] | None:
    """A month with a capital, its abbreviating full stop taken in."""
    word = line.low(index)
    month = MONTHS.get(word)
    if month is None or not line.is_name(index):
        return None
    after = index + 1
    if len(word) <= 4 and word not in ("may", "june", "july") and line.low(after) == "." and line.glued(after):
        after += 1
    return month, after


def read_day_month(line: Line, index: int) -> Match | None:
    """`9 November`, `9th of November 2020`, `the 9 November, 2020`."""
    day = read_day_number(line, index)
    if day is None:
        return None
    after = day[1]
    if line.low(after) == "of":
        after += 1
    if line.is_dash(after) and line.glued(after) and line.glued(after + 1):  # `9-Nov-2020`
        after += 1
    month = read_month_name(line, after)
    if month is None:
        return None
    after = month[1]
    if line.is_dash(after) and line.glued(after) and line.number(after + 1) in YEARS:
        return CalendarDate(line.number(after + 1), month[0], day[0]), after + 2
    year, after = read_year_behind(line, after)
    if year is None and _is_in_name(line, after):
        return None
    return CalendarDate(year, month[0], day[0]), after


def read_month(line: Line, index: int) -> Match | None:
    """`November 9, 2020`, `March 2023`, `in March`."""
    name = read_month_name(line, index)
    if name is None or (line.low(index - 1) in BEFORE_MONTH_NAME and line.is_name(index - 1)):
        return None
    month, after = name
    day = read_day_number(line, after)
    if day is not None and not (line.low(after - 1) == "." and line.low(index) == "may"):
        year, behind = read_year_behind(line, day[1])
        if year is None and (_is_in_name(line, day[1]) or _is_amount_behind(line, day[1])):
            return None
        known = _known_day(line, month, day[0], behind) if year is None else None
        return (Value("point", known) if known else CalendarDate(year, month, day[0])), behind
    if (
        line.low(after) == "the"
        and (ordinal := read_day_number(line, after + 1))
        and line.low(ordinal[1] - 1) in SUFFIXES
    ):
        year, behind = read_year_behind(line, ordinal[1])
        return CalendarDate(year, month, ordinal[0]), behind
    year, behind = read_year_behind(line, after)
    if year is not None:
        return CalendarDate(year, month), behind
    if (
        line.low(after) == "'"
        and line.glued(after)
        and (short := line.number(after + 1))
        and len(line.text(after + 1)) == 2
    ):
        return CalendarDate(full_year(short), month), after + 2
    return (CalendarDate(None, month), index + 1) if _is_month(line, index) else None


def _is_month(line: Line, index: int) -> bool:
    """Whether a month's name alone is the month."""
    word, before = line.low(index), line.low(index - 1)
    if _is_in_name(line, index + 1) or (word in MONTHS and len(word) <= 3 and word != "may"):
        return False
    if before in BEFORE_MONTH or (line.is_dash(index - 1) and line.low(index - 2) in ("mid", "early", "late", "end")):
        return not (word == "may" and line.names_may and before in ("by", "of", "to", "from", "and", "for", "than"))
    if word in DOUBTFUL_MONTHS:
        return (
            before in BEFORE_ATTRIBUTE and line.is_small_word(index + 1) and line.low(index + 1) not in FUNCTION_WORDS
        )
    if line.text(index).isupper():
        return False
    return line.low(index - 1) not in ("de", "mr", "ms", "mrs") and not (
        line.is_name(index + 1) and line.is_name(index - 1) and not line.begins_sentence(index - 1)
    )


def _is_in_name(line: Line, index: int) -> bool:
    return line.is_name(index) and line.low(index) in NAMED_AFTER


def _is_amount_behind(line: Line, index: int) -> bool:
    """`May 20 people gathered`: no news writes so, but `In March 12 people died` is written."""
    return line.low(index) in ("people", "men", "women", "children", "soldiers", "percent", "%", "civilians", "troops")


def _known_day(line: Line, month: int, day: int, after: int) -> str | None:
    words = set(line.lows(after, 2))
    return next((date for m, d, events, date in KNOWN_DAYS if (m, d) == (month, day) and words & events), None)


def read_written_day(line: Line, index: int) -> Match | None:
    """`the fourth of May`; and `9/11`, which everybody knows."""
    ordinal = ORDINALS.get(line.low(index))
    if ordinal is None or line.low(index + 1) != "of":
        return None
    month = read_month_name(line, index + 2)
    if month is None or line.low(index + 3) == "'":
        return None
    year, after = read_year_behind(line, month[1])
    return CalendarDate(year, month[0], ordinal), after
