"""Dates of the calendar as texts write them: days, months, years, weekdays, decades, feasts."""

import re

from onrecord.annotation.times.expressions import CalendarDate, Feast, Match, Nth, Value
from onrecord.annotation.times.lexicon import (
    DAY_PARTS_BEHIND,
    DOUBTFUL_MONTHS,
    EASTER,
    EVENTS,
    FUNCTION_WORDS,
    HOLIDAYS,
    KNOWN_DAYS,
    MONTHS,
    MOVING,
    NTH_HOLIDAYS,
    NUMBERS,
    ORDINALS,
    PARTS_OF_DAY,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS,
    SUFFIXES,
    VAGUE_NUMBERS,
    WEEKDAYS,
)
from onrecord.annotation.times.line import Line
from onrecord.record import is_edtf

YEARS = range(1600, 2150)
EARLY_YEARS = range(1000, 1600)  # only where nothing else can be meant: `in 1453.`
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?P<zone>Z|[+-]\d\d:?\d\d)?", re.ASCII)

# What a bare year or month stands behind; `2019 people` is no year.
BEFORE_YEAR = frozenset(
    "in since until till by of from for during before after to and or around late early mid between through throughout"
    " spring summer autumn fall winter than the year years quarter half ' s its his her their our a an this circa about"
    " post pre till following ahead to versus vs late dated election war treaty born died".split()
)
# Behind these a number may as well count something: `of 2019 people`.
COUNTING = frozenset("of to for than and or around about between from a an".split())
BEFORE_MONTH = frozenset(
    "in since until till by from of for before after during through throughout to and or between early late mid last"
    " next this every each around ending beginning starting following than end".split()
)
BEFORE_ATTRIBUTE = frozenset("the a an its his her their our this that s".split())

# `the Christmas truce` says when, `Christmas trees` does not.
FESTIVE = frozenset(
    "holiday holidays season period break truce ceasefire deadline week weekend morning address speech mass vigil"
    " celebrations attack bombing".split()
)

# Names that only look like dates: `March 23 Movement`, `Sunday Times`, `Black September`.
NAMED_AFTER = frozenset(
    "movement coalition brigade brigades square street avenue bridge forces alliance organization organisation front"
    " party committee stadium university airport boulevard club group battalion regiment hospital institute prize"
    " revolution youth movement's road school library museum foundation agenda vision programme program plan boys".split()
)
PAPERS = frozenset("times telegraph express mirror mail herald post observer night for school premium".split())
BEFORE_WEEKDAY_NAME = frozenset(
    "black bloody cyber super fat shrove casual freaky ruby holy blue throwback manic big good palm ash maundy easter".split()
)
BEFORE_MONTH_NAME = frozenset("black red".split())


def read_date(line: Line, index: int) -> Match | None:
    """The date that begins at a word."""
    word = line.low(index)
    if not word:
        return None
    if word[0].isdigit():
        return (
            _read_moment(line, index)
            or _read_iso(line, index)
            or _read_numeric(line, index)
            or _read_day_month(line, index)
            or _read_decade(line, index)
            or read_year(line, index)
        )
    if word in WEEKDAYS:
        return _read_weekday(line, index)
    if word in MONTHS:
        return _read_month(line, index)
    return (
        _read_holiday(line, index)
        or _read_written_day(line, index)
        or _read_century(line, index)
        or _read_decade(line, index)
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
    if line.glued(index) and before == "-" and not (line.low(index - 2) in ("mid", "early", "late", "pre", "post")):
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


def _read_moment(line: Line, index: int) -> Match | None:
    """`2020-11-09T10:00Z`; without a zone the value is the day's moment all the same."""
    if len(line.text(index)) != 4 or not line.is_dash(index + 1):
        return None
    match = MOMENT.match(line.whole, line.start(index))
    if match is None:
        return None
    after = index
    while after < len(line) and line.start(after) < match.end():
        after += 1
    text = re.sub(r"\.\d+", "", match[0])
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    text = re.sub(r"T(\d\d:\d\d)(?!:)", r"T\1:00", text)
    return Value("point", text if is_edtf(text) else None), after


def _read_iso(line: Line, index: int) -> Match | None:
    year, month, day = line.number(index), line.number(index + 2), line.number(index + 4)
    if (
        year not in YEARS
        or month is None
        or day is None
        or [len(line.text(index + step)) for step in (0, 2, 4)] != [4, 2, 2]
    ):
        return None
    marks = line.low(index + 1), line.low(index + 3)
    if marks not in (("-", "-"), ("/", "/")) or not all(line.glued(index + step) for step in (1, 2, 3, 4)):
        return None
    return (CalendarDate(year, month, day), index + 5) if _ends(line, index + 5) else None


def _read_numeric(line: Line, index: int) -> Match | None:
    """`9.11.2020` is the 9th of November; `11/9/2020` may be either, `25/9/2020` only the 25th."""
    first, second, year = line.number(index), line.number(index + 2), line.number(index + 4)
    mark = line.low(index + 1)
    if first is None or second is None or year not in YEARS or mark not in (".", "/") or line.low(index + 3) != mark:
        return None
    if (
        not all(line.glued(index + step) for step in (1, 2, 3, 4))
        or not _ends(line, index + 5)
        or not _starts(line, index)
    ):
        return None
    if not (0 < first <= 31 and 0 < second <= 31):
        return None
    if mark == "." or first > 12:
        return CalendarDate(year, second, first), index + 5
    if second > 12 or first == second:
        return CalendarDate(year, first, second), index + 5
    return Value("point", None), index + 5


def _starts(line: Line, index: int) -> bool:
    return not (line.glued(index) and line.low(index - 1) in (".", ",", ":", "/", "$", "€", "£", "-", "–"))


def _ends(line: Line, index: int) -> bool:
    if not line.glued(index):
        return True
    return not (
        line.low(index).isalnum()
        or (line.low(index) in ".,:/" and line.glued(index + 1) and line.low(index + 1).isdigit())
    )


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


def _read_day_month(line: Line, index: int) -> Match | None:
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


def _read_month(line: Line, index: int) -> Match | None:
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
        return CalendarDate(_full_year(short), month), after + 2
    return (CalendarDate(None, month), index + 1) if _is_month(line, index) else None


def _is_month(line: Line, index: int) -> bool:
    """Whether a month's name alone is the month."""
    word, before = line.low(index), line.low(index - 1)
    if _is_in_name(line, index + 1) or (word in MONTHS and len(word) <= 3 and word != "may"):
        return False
    if before in BEFORE_MONTH or (line.is_dash(index - 1) and line.low(index - 2) in ("mid", "early", "late", "end")):
        return not (word == "may" and _is_surname(line) and before in ("by", "of", "to", "from", "and", "for", "than"))
    if word in DOUBTFUL_MONTHS:
        return (
            before in BEFORE_ATTRIBUTE and line.is_small_word(index + 1) and not line.low(index + 1) in FUNCTION_WORDS
        )
    if line.text(index).isupper():
        return False
    return line.low(index - 1) not in ("de", "mr", "ms", "mrs") and not (
        line.is_name(index + 1) and line.is_name(index - 1) and not line.begins_sentence(index - 1)
    )


def _is_surname(line: Line) -> bool:
    """Whether the line knows a person called May."""
    return any(
        word == "May" and line.low(index - 1) in ("theresa", "mrs", "ms", "mr", "minister")
        for index, word in enumerate(line.words)
    )


def _is_in_name(line: Line, index: int) -> bool:
    return line.is_name(index) and line.low(index) in NAMED_AFTER


def _is_amount_behind(line: Line, index: int) -> bool:
    """`May 20 people gathered`: no news writes so, but `In March 12 people died` is written."""
    return line.low(index) in ("people", "men", "women", "children", "soldiers", "percent", "%", "civilians", "troops")


def _known_day(line: Line, month: int, day: int, after: int) -> str | None:
    words = set(line.lows(after, 2))
    return next((date for m, d, events, date in KNOWN_DAYS if (m, d) == (month, day) and words & events), None)


def _full_year(short: int) -> int:
    return short + (2000 if short < 50 else 1900)


def _read_written_day(line: Line, index: int) -> Match | None:
    """`the fourth of May`; and `9/11`, which everybody knows."""
    ordinal = ORDINALS.get(line.low(index))
    if ordinal is None or line.low(index + 1) != "of":
        return None
    month = read_month_name(line, index + 2)
    if month is None or line.low(index + 3) == "'":
        return None
    year, after = read_year_behind(line, month[1])
    return CalendarDate(year, month[0], ordinal), after


def _read_weekday(line: Line, index: int) -> Match | None:
    """`Tuesday`, `Tuesday morning`, `Monday, 9 November 2020`; not `Sunday Times`, `Black Friday`."""
    word = line.low(index)
    if not line.is_name(index) or (feast := _read_holiday(line, index)) is not None and feast:
        return _read_holiday(line, index)
    after = index + 1
    if word in SHORT_WEEKDAYS:
        dotted = line.low(after) == "." and line.glued(after)
        after += dotted
        with_date = _read_date_behind(line, after)
        if with_date is None and not (
            dotted and word not in ("sun", "sat") and line.low(index - 1) in ("on", "last", "next", "since", "until")
        ):
            return None
    if line.is_name(after) and line.low(after) in PAPERS:
        return None
    if line.low(index - 1) in BEFORE_WEEKDAY_NAME and line.is_name(index - 1) and not line.begins_sentence(index - 1):
        return None
    weekday = WEEKDAYS[word]
    if (dated := _read_date_behind(line, after)) is not None:
        date, after = dated
        return CalendarDate(date.year, date.month, date.day, weekday), after
    determined = line.low(index - 1) in BEFORE_ATTRIBUTE
    if line.low(after) in DAY_PARTS_BEHIND and not line.is_name(after):
        after += 1
    attribute = determined and line.is_small_word(after) and line.low(after) not in FUNCTION_WORDS
    return CalendarDate(weekday=weekday, possessive=attribute or line.possessive(after)), after


def _read_date_behind(line: Line, index: int) -> tuple[CalendarDate, int] | None:
    """The day of the calendar behind a weekday: `Monday, 9 November`, `Monday the 9th`."""
    for skip in ((",",), ("the",), (",", "the"), ("(",), ()):
        if line.lows(index, len(skip)) != skip:
            continue
        at = index + len(skip)
        found = (
            _read_month(line, at)
            if line.low(at) in MONTHS
            else _read_day_month(line, at)
            if line.low(at).isdigit()
            else None
        )
        if found is not None and isinstance(found[0], CalendarDate) and found[0].day is not None:
            return found[0], found[1]
        if "the" in skip and (day := read_day_number(line, at)) and line.low(day[1] - 1) in SUFFIXES:
            return CalendarDate(day=day[0]), day[1]
    return None


def _read_decade(line: Line, index: int) -> Match | None:
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
            return Value("interval", f"{_full_year(int(word)):04}"[:3] + "X"), after + 1
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


def _read_century(line: Line, index: int) -> Match | None:
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


def _read_holiday(line: Line, index: int) -> Match | None:
    if not line.is_name(index) or (line.is_name(index - 1) and not line.begins_sentence(index - 1)):
        return None  # `Johnnie Christmas`, `Orthodox Easter`
    for days in (HOLIDAYS, NTH_HOLIDAYS, EASTER):
        for words in sorted(days, key=len, reverse=True):
            if line.lows(index, len(words)) != words or not line.is_name(index + len(words) - 1) and words[-1] != "s":
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


def is_plural_weekday(line: Line, index: int) -> bool:
    """`on Mondays`, `Fridays`."""
    return line.low(index) in PLURAL_WEEKDAYS and line.is_name(index) and not line.is_name(index + 2)


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
        sure or len(line.text(index)) == 4 and line.low(after) in ("gmt", "utc", "hours", "local", "hrs")
    ):
        return after + (line.low(after) in ("hours", "hrs"))
    if hour < 24 and line.low(after) in ("gmt", "utc"):
        return after
    return None


def is_part_of_day(line: Line, index: int) -> bool:
    """Whether a word is a part of the day."""
    return line.low(index) in PARTS_OF_DAY
