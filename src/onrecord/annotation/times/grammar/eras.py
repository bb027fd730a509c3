"""Decades and centuries: `the 1990s`, `the 19th century`."""

from onrecord.annotation.times.expressions import Match, Value
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.years import YEARS, full_year
from onrecord.annotation.times.lexicon import ORDINALS, SUFFIXES


def read_decade(line: Line, index: int) -> Match | None:
    """`1990s`, `'90s`, `the nineties`."""
    word = line.low(index)
    if word.isdigit():
        after = index + 1
        if line.low(after) == "'" and line.glued(after):
            after += 1
        if line.low(after) != "s" or not line.glued(after) or not word.endswith("0"):
            return None
        if line.glued(index) and line.low(index - 1).isalnum():
            return None
        year = line.number(index)
        if year in YEARS:
            return Value("interval", f"{word[:3]}X"), after + 1
        if len(word) == 2 and _is_short_decade(line, index, after - index == 2):
            return Value("interval", f"{full_year(int(word)):04}"[:3] + "X"), after + 1
        return None
    written = {
        "twenties": 2,
        "thirties": 3,
        "forties": 4,
        "fifties": 5,
        "sixties": 6,
        "seventies": 7,
        "eighties": 8,
        "nineties": 9,
    }
    tens = written.get(word)
    if tens is None or not ({"the", "early", "late", "mid"} & {line.low(index - 1), line.low(index - 2)}):
        return None
    if tens < 6:
        return None  # of which century nobody can say
    return Value("interval", f"19{tens}X"), index + 1


def _is_short_decade(line: Line, index: int, marked: bool) -> bool:
    """Whether `80s` are years: `'80s`, `the 80s`, `the late 80s`; not `in his mid-60s`."""
    if line.low(index - 1) == "'":
        return True
    back = index - 1
    while line.is_dash(back) or line.low(back) in ("early", "mid", "late"):
        back -= 1
    if line.low(back) == "and":
        return line.low(back - 1) == "s"
    return line.low(back) == "the" and (marked or int(line.text(index)) >= 50)


def read_century(line: Line, index: int) -> Match | None:
    """`twentieth century`, `twenty-first century`."""
    ordinal = ORDINALS.get(line.low(index))
    after = index + 1
    if line.low(index) == "twenty" and line.is_dash(index + 1):
        ordinal, after = 20 + ORDINALS.get(line.low(index + 2), 0), index + 3
    if line.is_dash(after) and line.glued(after):
        after += 1
    if not ordinal or not 10 <= ordinal <= 21 or line.low(after) != "century":
        return None
    return Value("interval", f"{ordinal - 1}XX"), after + 1


def read_numbered_century(line: Line, index: int) -> Match | None:
    """`19th century`, `19th-century`."""
    number = line.number(index)
    if number is None or not 10 <= number <= 21 or line.low(index + 1) not in SUFFIXES or not line.glued(index + 1):
        return None
    after = index + 2
    if line.is_dash(after) and line.glued(after):
        after += 1
    if line.low(after) not in ("century", "centuries"):
        return None
    return Value("interval", f"{number - 1}XX"), after + 1
