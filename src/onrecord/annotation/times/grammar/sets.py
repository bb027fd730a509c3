"""How often: `daily`, `every Friday`, `every two weeks`, `on Mondays`, `twice a month`."""

from onrecord.annotation.times.expressions import Amount, Match, Recurring
from onrecord.annotation.times.grammar.amounts import iso, read_amount, read_rate
from onrecord.annotation.times.grammar.dates import is_plural_weekday
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.lexicon import MONTHS, ORDINALS, PARTS_OF_DAY, RATES, SEASONS, UNITS, WEEKDAYS

# `daily life` and `the daily Hürriyet` say nothing about when.
NO_RATE_BEFORE = frozenset(
    "life lives bread routine newspaper newspapers paper papers magazine magazines tabloid grind".split()
)


def read_set(line: Line, index: int) -> Match | None:
    """What happens again and again, with its period as an ISO 8601 duration."""
    word = line.low(index)
    if word in ("every", "each"):
        return _read_every(line, index + 1)
    if word in RATES:
        return _read_adverb(line, index)
    if is_plural_weekday(line, index) or (word in ("weekdays", "weekends") and line.low(index - 1) in ("on", "at")):
        return Recurring("P1W"), index + 1
    return read_rate(line, index)


def _read_every(line: Line, index: int) -> Match | None:
    times = 1
    if line.low(index) == "single":
        index += 1
    if line.low(index) in ("other", "second") and line.low(index + 1) not in ("of",):
        times, index = 2, index + 1
    elif (ordinal := ORDINALS.get(line.low(index), 0)) > 2:
        times, index = ordinal, index + 1
    word = line.low(index)
    if word in WEEKDAYS and line.is_name(index):
        after = index + 1
        return Recurring(f"P{times}W"), after + (line.low(after) in PARTS_OF_DAY)
    if (word in MONTHS and line.is_name(index) and len(word) > 2) or (word in SEASONS and not line.is_name(index)):
        return Recurring(f"P{times}Y"), index + 1
    if word in PARTS_OF_DAY or word in ("weekday", "weekend"):
        return Recurring("P1W" if word == "weekend" else f"P{times}D"), index + 1
    if (
        (unit := UNITS.get(word)) is not None
        and not line.is_dash(index + 1)
        and line.low(index + 1) not in NO_RATE_BEFORE
    ):
        if unit == "second" or (line.low(index - 1) == "each" and unit in ("minute", "hour")):
            return None
        return Recurring(iso(Amount(((times, unit),), unit))), index + 1
    amount = read_amount(line, index) if word not in ("a", "an") and times == 1 else None
    return (Recurring(iso(amount[0])), amount[1]) if amount is not None else None


def _read_adverb(line: Line, index: int) -> Match | None:
    if line.is_name(index) and not line.begins_sentence(index):
        return None
    if line.is_name(index + 1) and line.low(index - 1) == "the" and line.low(index) in ("daily", "weekly", "monthly"):
        return None
    if line.low(index + 1) in NO_RATE_BEFORE or line.is_dash(index - 1):
        return None
    return Recurring(RATES[line.low(index)]), index + 1
