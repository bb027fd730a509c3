"""Feasts and other days with a name: `Christmas`, `Easter Sunday`, `Labor Day`."""

from onrecord.annotation.times.expressions import CalendarDate, Feast, Match, Nth, Value
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.years import read_year_behind
from onrecord.annotation.times.lexicon import EASTER, FUNCTION_WORDS, HOLIDAYS, MONTHS, MOVING, NTH_HOLIDAYS

# `the Christmas truce` says when, `Christmas trees` does not.
FESTIVE = frozenset(
    "holiday holidays season period break truce ceasefire deadline week weekend morning address speech mass vigil"
    " celebrations attack bombing".split()
)


def read_holiday(line: Line, index: int) -> Match | None:
    """A feast, or another day that has a name, with its year where that stands behind."""
    if not line.is_name(index) or (line.is_name(index - 1) and not line.begins_sentence(index - 1)):
        return None  # `Johnnie Christmas`, `Orthodox Easter`
    for days in (HOLIDAYS, NTH_HOLIDAYS, EASTER):
        for words in sorted(days, key=len, reverse=True):
            if line.lows(index, len(words)) != words or (not line.is_name(index + len(words) - 1) and words[-1] != "s"):
                continue
            after = index + len(words)
            if line.is_name(after) and line.low(after) not in MONTHS and not line.low(after)[0].isdigit():
                return None  # `Good Friday Agreement`, `Christmas Island`
            if len(words) == 1 and line.is_small_word(after) and line.low(after) not in FUNCTION_WORDS | FESTIVE:
                return None  # `Christmas trees`
            year, after = read_year_behind(line, after)
            if words in NTH_HOLIDAYS:
                number, weekday, month = NTH_HOLIDAYS[words]
                return Nth(number, weekday, CalendarDate(year, month)), after
            if words in EASTER:
                return Feast(EASTER[words], year), after
            return CalendarDate(year, *HOLIDAYS[words]), after
    if line.low(index) in MOVING and not line.is_name(index + 1):
        year, after = read_year_behind(line, index + 1)
        return Value("interval" if line.low(index) == "ramadan" else "point", None), after
    return None
