"""Years, and the words that make one of a number."""

from onrecord.annotation.times.expressions import CalendarDate, Match
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.lexicon import EVENTS, FUNCTION_WORDS, NUMBERS, VAGUE_NUMBERS

YEARS = range(1600, 2150)


EARLY_YEARS = range(1000, 1600)  # only where nothing else can be meant: `in 1453.`


# What a bare year or month stands behind; `2019 people` is no year.
BEFORE_YEAR = frozenset(
    "in since until till by of from for during before after to and or around late early mid between through throughout"
    " spring summer autumn fall winter than the year years quarter half ' s its his her their our a an this circa about"
    " post pre till following ahead to versus vs late dated election war treaty born died".split()
)


# Behind these a number may as well count something: `of 2019 people`.
COUNTING = frozenset("of to for than and or around about between from a an".split())


BEFORE_ATTRIBUTE = frozenset("the a an its his her their our this that s".split())


# Names that only look like dates: `March 23 Movement`, `Sunday Times`, `Black September`.
NAMED_AFTER = frozenset(
    "movement coalition brigade brigades square street avenue bridge forces alliance organization organisation front"
    " party committee stadium university airport boulevard club group battalion regiment hospital institute prize"
    " revolution youth movement's road school library museum foundation agenda vision programme program plan"
    " boys".split()
)


def read_year(line: Line, index: int, trusted: bool = False) -> Match | None:
    """A year. Untrusted, it needs words around it that make one of it; trusted, another date beside it does."""
    year = line.number(index)
    if year is None or len(line.text(index)) != 4 or not is_whole(line, index):
        return None
    if not (trusted or year in YEARS or (year in EARLY_YEARS and _stands_alone(line, index))):
        return None
    if trusted and year not in YEARS:
        return None
    if not trusted and not _is_year(line, index):
        return None
    return CalendarDate(year), index + 1


def is_whole(line: Line, index: int) -> bool:
    """Whether digits are a number by themselves, no piece of `2,020`, `20.5`, `€2015`, `2020-strong`."""
    before, behind = line.low(index - 1), line.low(index + 1)
    if line.glued(index) and (before in ".,:/$€£#@+_=&~" or before.isalnum()):
        return False
    if line.glued(index) and before == "-" and line.low(index - 2) not in ("mid", "early", "late", "pre", "post"):
        return False
    if not line.glued(index + 1):
        return True
    if behind in ("%", "°", "_", "=", "/") or behind.isalnum():
        return False
    if behind in (".", ",", ":") and line.glued(index + 2) and line.low(index + 2).isdigit():
        return False
    return not (behind == "-" and line.glued(index + 2))


def read_year_behind(line: Line, index: int) -> tuple[int | None, int]:
    """The year that follows a month or a day, with or without a comma or `of`; None where there is none."""
    for skip in ((",",), ("of",), (",", "of"), ()):
        if line.lows(index, len(skip)) == skip:
            at = index + len(skip)
            found = read_year(line, at, trusted=True)
            if found is not None and not (skip and line.glued(at) and skip[-1] == ","):
                return line.number(at), found[1]
    return None, index


def _is_year(line: Line, index: int) -> bool:
    before, behind = line.low(index - 1), line.low(index + 1)
    if behind in ("year", "years") or (line.is_dash(index + 1) and line.glued(index + 1)):
        return False
    if before == "(" or (before == "," and line.low(index - 2) == "("):
        return behind in (")", ",", ";", "–", "-")
    if before in ("-", "–") and line.low(index - 2) in ("mid", "early", "late", "pre", "post"):
        return True
    if _continues_years(line, index):
        return True
    if behind == "'" and line.low(index + 2) == "s" and line.begins_sentence(index):
        return True
    if _is_attribute(line, index):
        return True
    if before not in BEFORE_YEAR or (before in ("election", "war", "treaty") and not line.is_small_word(index - 1)):
        return False
    if line.is_name(index + 1) and line.low(index + 1) in NAMED_AFTER and before == "the":
        return False
    if before in COUNTING and line.is_small_word(index + 1):
        return not _is_counted_thing(line, index + 1)
    return True


def _is_attribute(line: Line, index: int) -> bool:
    """Whether a year stands among a noun's attributes: `Obama's landmark 2012 visit`."""
    before, behind = line.low(index - 1), line.low(index + 1)
    return (
        line.is_small_word(index - 1)
        and before not in FUNCTION_WORDS | NUMBERS.keys() | VAGUE_NUMBERS
        and line.low(index - 2) in BEFORE_ATTRIBUTE
        and line.is_small_word(index + 1)
        and behind not in FUNCTION_WORDS
        and not _is_counted_thing(line, index + 1)
    )


def _continues_years(line: Line, index: int) -> bool:
    """Whether a year goes on a list: `in 2014, 2015 and 2016`."""
    back = index - 1
    if line.low(back) in ("and", "or") and line.low(back - 1) == ",":
        back -= 1
    if line.low(back) not in (",", "and", "or"):
        return False
    year = line.number(back - 1)
    return year is not None and year in YEARS and is_whole(line, back - 1) and line.low(back - 2) in BEFORE_YEAR | {","}


def _is_counted_thing(line: Line, index: int) -> bool:
    word = line.low(index)
    if word in FUNCTION_WORDS or word in EVENTS:
        return False
    return word.endswith("s") or word in ("people", "men", "women", "children", "troops", "percent", "km", "tonne")


def _stands_alone(line: Line, index: int) -> bool:
    return line.low(index - 1) in ("in", "since", "of") and not line.is_small_word(index + 1)


def full_year(short: int) -> int:
    """The year of two digits: `'90` is 1990, `'20` is 2020."""
    return short + (2000 if short < 50 else 1900)
