"""Amounts of time: `three weeks`, `30-day`, `two and a half years`."""

from onrecord.annotation.times.expressions import Amount, AmountIn, Duration, Match, Recurring, Shift
from onrecord.annotation.times.grammar.line import Line
from onrecord.annotation.times.lexicon import BETWEEN, NUMBERS, PLURALS, UNITS, VAGUE_NUMBERS, WEEKDAYS, Unit

Number = tuple[float | None, int]
"""A number, None where it is vague, and the index of the word behind it."""

RANKS: tuple[Unit, ...] = ("century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second")

# Behind these `a year` is an amount, not `a year that nobody forgets`.
BEFORE_ARTICLE = frozenset(
    "for in within over under about nearly almost than just only least lasted last take takes took barely after every"
    " around roughly approximately some another up to by less more spent nearly exactly even".split()
)
LARGEST = 10_000


def read_amount(line: Line, index: int) -> tuple[Amount, int] | None:
    """The amount of time that begins at a word, its number written out, in digits, as `a` or vague."""
    if line.is_dash(index - 1) and line.glued(index) and line.low(index) in ("a", "an"):
        return None  # `a $400-million-a-year business`
    first = _read_part(line, index)
    if first is None:
        return None
    count, unit, index = first
    if count is None:
        return Amount((), unit), index
    parts = [(count, unit)]
    while (more := _read_more(line, index, unit)) is not None:
        count, unit, index = more
        parts.append((count, unit))
    return Amount(tuple(parts), parts[0][1]), index


def read_number(line: Line, index: int) -> Number | None:
    """A number, or `a few`, `several`, `two or three` as a vague one."""
    found = _read_plain_number(line, index)
    if found is None or found[0] is None:
        return found
    count, after = found
    joint = line.low(after)
    if joint in ("or", "to", "and") or (line.is_dash(after) and line.glued(after)):
        more = _read_plain_number(line, after + 1, joined=line.is_dash(after))
        if joint == "and" and line.lows(after + 1, 2) == ("a", "half"):
            return (count or 0) + 0.5, after + 3
        if joint != "and" and more is not None and more[0] is not None and line.low(after + 1) not in ("a", "an"):
            return None, more[1]
        if line.is_dash(after) and line.low(after + 1) == "and" and line.lows(after + 3, 3)[::2] == ("a", "half"):
            return (count or 0) + 0.5, after + 6
    return found


def read_duration(line: Line, index: int) -> Match | None:
    """An amount that tells how long, how far ahead (`in two weeks`) or how often (`twice a week`); no age."""
    if (vague := _read_plural_alone(line, index)) is not None:
        return vague
    if line.low(index) in ("week", "month", "year", "day", "decade", "century", "weeks", "months", "years", "decades"):
        return _read_long(line, index)
    found = read_amount(line, index)
    if found is None or _is_age(line, index, found[1]) or line.low(index - 1) in ("$", "€", "£"):
        return None
    amount, after = found
    if amount.unit == "quarter":
        return None
    if line.low(index) in ("a", "an") and not _counts(line, index, after):
        return None
    if (
        line.low(index) == "one"
        and amount.unit in ("day", "night", "second", "minute")
        and not _counts(line, index, after)
    ):
        return None
    if line.low(after) in ("a", "per") and line.low(after + 1) in ("day", "week"):
        return None  # `24 hours a day`
    if line.lows(after, 2) == ("'", "time") and line.low(index - 1) == "in":
        return Shift(amount, 1), after + 2
    if line.low(after) == "'" and line.low(after + 1) == "s" and line.low(after + 2) == "time":
        return Shift(amount, 1), after + 3
    if line.low(index - 1) == "in" and not _is_record(line, index - 1):
        return AmountIn(amount), after
    return Duration(amount), after


def read_rate(line: Line, index: int) -> Match | None:
    """`twice a month`, `per year`, `300 people a day`."""
    start = index
    word = line.low(index)
    if word in ("once", "twice", "thrice") or ((word in NUMBERS or word.isdigit()) and line.low(index + 1) == "times"):
        index += 1 if word in ("once", "twice", "thrice") else 2
        if line.low(index) not in ("a", "an", "per", "every", "each"):
            return None
    elif word == "per" or (word in ("a", "an") and _is_counted(line, index)):
        pass
    else:
        return None
    if line.low(index) == "every" and (found := read_amount(line, index + 1)) is not None:
        return Recurring(iso(found[0])), found[1]
    unit = UNITS.get(line.low(index + 1))
    if unit is None or (unit in ("second", "minute", "hour", "quarter") and start == index):
        return None
    if line.is_dash(index + 2):
        return None
    return Recurring(iso(Amount(((1, unit),), unit))), index + 2


def iso(amount: Amount) -> str | None:
    """The amount as an ISO 8601 duration in whole numbers; None where it is vague or no whole number of a unit.

    Halves of years are months, of days hours, of hours minutes.
    """
    totals = dict.fromkeys("YMWDhms", 0.0)
    letters = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "h", "minute": "m", "second": "s"}
    for count, unit in amount.parts:
        if unit in ("century", "decade"):
            totals["Y"] += count * (100 if unit == "century" else 10)
        elif unit == "quarter":
            totals["M"] += 3 * count
        else:
            totals[letters[unit]] += count
    for larger, smaller, many in (("Y", "M", 12), ("W", "D", 7), ("D", "h", 24), ("h", "m", 60), ("m", "s", 60)):
        broken = totals[larger] % 1
        totals[larger] -= broken
        totals[smaller] += broken * many
    if not amount.parts or any(total % 1 for total in totals.values()):
        return None
    day = "".join(f"{totals[letter]:.0f}{letter}" for letter in "YMWD" if totals[letter])
    time = "".join(f"{totals[letter]:.0f}{letter.upper()}" for letter in "hms" if totals[letter])
    return f"P{day}T{time}" if time else f"P{day}" if day else None


def _read_part(line: Line, index: int) -> tuple[float | None, Unit, int] | None:
    """One number and its unit."""
    if line.lows(index, 2) == ("half", "a") or line.lows(index, 2) == ("half", "an"):
        unit = UNITS.get(line.low(index + 2))
        return (0.5, unit, index + 3) if unit else None
    if line.low(index) == "half" and line.is_dash(index + 1) and line.low(index + 2) in UNITS:
        return 0.5, UNITS[line.low(index + 2)], index + 3
    number = read_number(line, index)
    if number is None:
        return None
    count, after = number
    if line.is_dash(after) and line.glued(after):
        unit = UNITS.get(line.low(after + 1))
        if unit is None or not line.glued(after + 1):
            return None
        long = line.is_dash(after + 2) and line.low(after + 3) == "long"
        return count, unit, after + (4 if long else 2)
    if line.low(after) in BETWEEN:
        after += 1
    word = line.low(after)
    unit = PLURALS.get(word) or (UNITS.get(word) if count in (1, 0.5) else None)
    if unit is None or (word == "second" and line.low(index) != "one"):
        return None
    after += 1
    if line.lows(after, 3) == ("and", "a", "half") and count is not None:
        return count + 0.5, unit, after + 3
    return count, unit, after


def _read_more(line: Line, index: int, above: Unit) -> tuple[float, Unit, int] | None:
    """`and two months` behind `three years`."""
    if line.low(index) == ",":
        index += 1
    if line.low(index) == "and":
        index += 1
    found = _read_part(line, index) if line.low(index) not in ("a", "an") else None
    if found is None or found[0] is None or RANKS.index(found[1]) <= RANKS.index(above):
        return None
    return found[0], found[1], found[2]


def _read_plain_number(line: Line, index: int, joined: bool = False) -> Number | None:
    word = line.low(index)
    if word.isdigit():
        return _read_digits(line, index, joined)
    if word in VAGUE_NUMBERS:
        return None, index + 1
    if word in ("a", "an"):
        return _read_article(line, index)
    count: float | None = NUMBERS.get(word)
    if count is None:
        return None
    after = index + 1
    if word in ("couple", "dozen") and line.low(after) == "of":
        return count, after + 1
    if count >= 20 and line.is_dash(after) and line.glued(after) and 0 < NUMBERS.get(line.low(after + 1), 99) < 10:
        count, after = count + NUMBERS[line.low(after + 1)], after + 2
    if line.low(after) in ("hundred", "thousand"):
        count, after = count * (100 if line.low(after) == "hundred" else 1000), after + 1
    return count, after


def _read_digits(line: Line, index: int, joined: bool) -> Number | None:
    if (
        line.glued(index)
        and not joined
        and line.low(index - 1) in ("$", "€", "£", ".", ",", ":", "/", "-", "–", "+", "#")
    ):
        return None
    text, after = line.text(index), index + 1
    if not text.isascii() or len(text) > 4:
        return None
    if line.low(after) == "," and line.glued(after) and line.glued(after + 1) and len(line.text(after + 1)) == 3:
        text, after = text + line.text(after + 1), after + 2
    elif line.low(after) == "." and line.glued(after) and line.glued(after + 1) and line.text(after + 1).isdigit():
        text, after = f"{text}.{line.text(after + 1)}", after + 2
    try:
        count = float(text)
    except ValueError:
        return None
    return (count, after) if 0 < count <= LARGEST else None


def _read_article(line: Line, index: int) -> Number:
    following = line.low(index + 1)
    if following in ("few", "good") and line.low(index + 1) == "few":
        return None, index + 2
    if following == "couple":
        return 2, index + (3 if line.low(index + 2) == "of" else 2)
    if following == "dozen":
        return 12, index + 2
    if following == "hundred":
        return 100, index + 2
    if following == "further":
        found = _read_plain_number(line, index + 2) if line.low(index + 2) not in ("a", "an", "further") else None
        return found or (1, index + 1)
    return 1, index + 1


def _read_plural_alone(line: Line, index: int) -> Match | None:
    """`for years`, `over decades`: how long is left open."""
    unit = PLURALS.get(line.low(index))
    if unit is None or line.low(index - 1) not in ("for", "lasted", "last", "lasting"):
        return None
    return Duration(Amount((), unit)), index + 1


def _read_long(line: Line, index: int) -> Match | None:
    """`week-long`; `months-long` leaves open how long."""
    word = line.low(index)
    if not (line.is_dash(index + 1) and line.low(index + 2) == "long") or line.is_dash(index - 1):
        return None
    unit = UNITS.get(word)
    amount = Amount(((1, unit),), unit) if unit else Amount((), PLURALS[word])
    return Duration(amount), index + 3


def _is_age(line: Line, index: int, after: int) -> bool:
    """`45 years old`, `a 45-year-old`, `aged 45 years`, `45 years of age`."""
    behind = line.lows(after, 2)
    return (
        behind[:1] == ("old",)
        or (line.is_dash(after) and behind[1:] in (("old",), ("olds",)))
        or behind == ("of", "age")
        or (line.low(after) == "'" and "old" in behind)
        or line.low(index - 1) in ("aged", "age")
        or (line.low(index - 1) == "of" and line.low(index - 2) == "age")
    )


def _is_record(line: Line, index: int) -> bool:
    """Whether `in ten years` tells how long nothing like it was: `the first visit in ten years`."""
    before = [line.low(at) for at in range(index - 7, index)]
    return any(word in ("first", "only", "worst") or (len(word) > 4 and word.endswith("est")) for word in before)


def _counts(line: Line, index: int, after: int) -> bool:
    """Whether `a year` or `one day` tells how long."""
    if line.low(index + 1) in ("few", "couple", "dozen", "hundred", "further", "half") or line.is_dash(after - 2):
        return True
    return line.low(index - 1) in BEFORE_ARTICLE and line.low(after) != "'"


def _is_counted(line: Line, index: int) -> bool:
    """Whether something counted stands right before `a day`: `300 people a day`, `$3 billion a year`."""
    if not (line.low(index - 1).isalnum() or line.low(index - 1) == "%"):
        return False
    for back in range(index - 1, max(-1, index - 5), -1):
        word = line.low(back)
        if word.isdigit() or word in NUMBERS or word in ("hundreds", "thousands", "millions", "dozens", "times"):
            return line.low(index - 1) not in WEEKDAYS and line.low(index - 1) not in PLURALS
        if word in BEFORE_ARTICLE - {"to"} or not ((word.isalpha() and word.islower()) or word == "%"):
            return False
    return False
