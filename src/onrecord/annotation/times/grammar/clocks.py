"""Clock times and parts of the day, which a date can have beside it."""

from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.lexicon import PARTS_OF_DAY


def read_clock(line: Line, index: int) -> int | None:
    """The index behind a clock time, `10 p.m.`, `10:30am local time`, `0600 GMT`, `noon`; None where there is none."""
    word = line.low(index)
    after = None
    if word in ("noon", "midnight", "midday", "dawn", "dusk", "sunrise", "sunset", "nightfall", "lunchtime"):
        after = index + 1
    elif word.isdigit() and not (line.glued(index) and line.low(index - 1) in ".,:$€£/"):
        after = _read_hour(line, index)
    if after is None:
        return None
    while line.low(after) in (
        "local",
        "time",
        "gmt",
        "utc",
        "est",
        "edt",
        "et",
        "bst",
        "cet",
        "cest",
        "eet",
        "moscow",
        "central",
        "eastern",
    ):
        after += 1
    if line.low(after) == "(":
        close = next((after + step for step in range(1, 7) if line.low(after + step) == ")"), None)
        if close is not None and any(line.low(at) in ("gmt", "utc", "local") for at in range(after, close)):
            after = close + 1
    return after


def _read_hour(line: Line, index: int) -> int | None:
    hour = line.number(index)
    if hour is None:
        return None
    after, sure = index + 1, False
    if (
        line.low(after) in (":", ".")
        and line.glued(after)
        and line.glued(after + 1)
        and len(line.text(after + 1)) == 2
        and line.number(after + 1) is not None
    ):
        sure = line.low(after) == ":"
        after += 2
        if line.low(after) == ":" and line.glued(after) and line.number(after + 1) is not None:
            after += 2
    if line.low(after) in ("a", "p") and line.low(after + 1) == "." and line.low(after + 2) == "m":
        return after + (4 if line.low(after + 3) == "." else 3)
    if line.low(after) in ("am", "pm"):
        return after + 1
    if line.low(after) == "o" and line.low(after + 1) == "'":
        return after + 3
    if hour < 2400 and (
        sure or (len(line.text(index)) == 4 and line.low(after) in ("gmt", "utc", "hours", "local", "hrs"))
    ):
        return after + (line.low(after) in ("hours", "hrs"))
    if hour < 24 and line.low(after) in ("gmt", "utc"):
        return after
    return None


def is_part_of_day(line: Line, index: int) -> bool:
    """Whether a word is a part of the day."""
    return line.low(index) in PARTS_OF_DAY
