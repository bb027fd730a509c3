"""The grammar: which kind of expression begins at a word, the longest first."""

from collections.abc import Callable, Iterator

from onrecord.annotation.times.expressions import Expression, Match
from onrecord.annotation.times.grammar.amounts import read_duration
from onrecord.annotation.times.grammar.compound import (
    BOUND_STARTS,
    read_bounded,
    read_event,
    read_known,
    read_list,
    read_overnight,
    read_range,
)
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.grammar.points import read_ordinal_day, read_point
from onrecord.annotation.times.grammar.relative import AHEAD, BACK, DAYS, SIDES
from onrecord.annotation.times.grammar.sets import read_set
from onrecord.annotation.times.lexicon import (
    EASTER,
    HOLIDAYS,
    MONTHS,
    MOVING,
    NTH_HOLIDAYS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    PLURAL_WEEKDAYS,
    PLURALS,
    RATES,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)

READERS: tuple[Callable[[Line, int], Match | None], ...] = (
    read_set,
    read_known,
    read_overnight,
    read_range,
    read_bounded,
    read_event,
    read_point,
    read_ordinal_day,
    read_duration,
)

# Words one of which every expression has, unless it has digits.
TELLING = frozenset(
    [*MONTHS, *WEEKDAYS, *PLURAL_WEEKDAYS, *SEASONS, *UNITS, *PLURALS, *RATES, *PARTS_OF_DAY, *DAYS, *MOVING]
    + [word for words in (*HOLIDAYS, *NTH_HOLIDAYS, *EASTER) for word in words if word.isalpha()]
    + "weekend weekends weekdays overnight centuries".split()
    + "twenties thirties forties fifties sixties seventies eighties nineties".split()
)
# How many words on from its first one the telling word stands at most.
TELLS_WITHIN = 9
# Every word that an expression begins with; digits begin one too.
STARTERS = (
    TELLING
    | NUMBERS.keys()
    | ORDINALS.keys()
    | SIDES.keys()
    | VAGUE_NUMBERS
    | BACK
    | AHEAD
    | BOUND_STARTS
    | frozenset(
        "the a an this that these those earlier later early late mid end beginning start middle close outset rest"
        " remainder turn between every each once twice thrice per half q h pre post not no up as final".split()
    )
)


def read_expressions(line: Line) -> Iterator[tuple[Expression, int, int]]:
    """The expressions of a line in order, each with the indices of its first word and of the word behind it."""
    starts = _starts(line)
    index = 0
    while index < len(line):
        if not starts[index]:
            index += 1
            continue
        listed = read_list(line, index)
        if listed is not None:
            yield from listed
            index = listed[-1][2]
            continue
        found = next((match for read in READERS if (match := read(line, index)) is not None), None)
        if found is None:
            index += 1
            continue
        yield found[0], index, found[1]
        index = max(found[1], index + 1)


def _starts(line: Line) -> list[bool]:
    """Whether an expression may begin at each word: most articles and prepositions have no time behind them."""
    starts = [False] * len(line)
    telling = len(line) + TELLS_WITHIN
    for index in range(len(line) - 1, -1, -1):
        word = line.low(index)
        has_digits = word[0].isdigit()
        if has_digits or word in TELLING:
            telling = index
        starts[index] = telling - index <= TELLS_WITHIN and (has_digits or word in STARTERS)
    return starts
