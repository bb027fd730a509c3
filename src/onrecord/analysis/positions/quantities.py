"""The figures and bounds in time that a content gives, for comparison with another's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.positions.tokens import Token
from onrecord.codebooks.figures import ONES, TENS, load_quantity_words
from onrecord.codebooks.stances import load_stance_words
from onrecord.codebooks.stems import stem, stems_of

MONTHS = {stem(name): number for number, name in enumerate(
    "january february march april may june july august september october november december".split(), 1)}  # fmt: skip
SEASONS = {stem(name): number for name, number in
           {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}.items()}  # fmt: skip
PARTS = {stem(word): part for part, words in
         {"early": "early beginning start", "mid": "mid middle", "late": "late end"}.items()
         for word in words.split()}  # fmt: skip
BOUNDS = {stem(word): kind for kind, words in
          {"limit": "by before until till", "at": "in on for", "from": "from since after"}.items()
          for word in words.split()}  # fmt: skip
BETWEEN = stems_of("the of in to this early late mid beginning start end middle at")
# How far from a round number `about` still means the same.
TOLERANCE = 0.1
FARTHEST_NOUN = 4
ON_TOP = stems_of("more additional another further extra")
YEARS = (1900, 2100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure from `low` to `high` (infinite where open) of what the stem `kind` names; `$` and `%` are names too.

    `is_more` where it comes on top of others (`20 more`). `tokens` are the number and the word behind it, of which the
    first `length` are the number.
    """

    low: float
    high: float
    kind: str
    is_more: bool
    tokens: tuple[Token, ...]
    length: int

    def differs(self, other: "Amount") -> bool:
        """Whether both cannot be true of one thing."""
        return (
            self.is_more == other.is_more
            and self.kind == other.kind
            and (self.high < other.low or other.high < self.low)
        )


@dataclass(frozen=True, slots=True)
class Bound:
    """A date as far as it is given: a `limit` (by, until), a start (`from`) or the time itself (`at`)."""

    kind: str
    year: int | None
    month: int | None
    day: int | None
    season: int | None
    part: str | None
    tokens: tuple[Token, ...]

    def differs(self, other: "Bound") -> bool:
        """Whether both give one field of the date, and give it otherwise: `March` and `June`, not `March 2025`."""
        fields = ("year", "month", "day", "season", "part")
        return self.kind == other.kind and any(
            getattr(self, name) is not None and getattr(other, name) is not None and
            getattr(self, name) != getattr(other, name) for name in fields
        )  # fmt: skip


def find_bounds(tokens: Sequence[Token]) -> list[Bound]:
    """The dates that are given with their preposition; those without a month, a season or a year are left out."""
    bounds = []
    index = 0
    while index < len(tokens):
        kind = BOUNDS.get(tokens[index].stem)
        found = _bound(kind, tokens, index + 1) if kind else None
        if found:
            bounds.append(found)
            index += len(found.tokens)
        else:
            index += 1
    return bounds


def find_amounts(tokens: Sequence[Token]) -> list[Amount]:
    """The figures that count or measure something; dates, and so many of so many, are left out."""
    dated = {token.start for bound in find_bounds(tokens) for token in bound.tokens}
    amounts = []
    index = 0
    while index < len(tokens):
        number = _number(tokens, index)
        if number is None or tokens[index].start in dated:
            index += 1
            continue
        value, end = number
        amount = _amount(tokens, index, end, value)
        if amount:
            amounts.append(amount)
        index = end
    return amounts


def _bound(kind: str, tokens: Sequence[Token], index: int) -> Bound | None:
    begin, part = index, None
    while index < len(tokens) and tokens[index].stem in BETWEEN:
        part = PARTS.get(tokens[index].stem, part)
        index += 1
    year = month = day = season = None
    while index < len(tokens):
        token = tokens[index]
        value = _whole(token)
        if value is not None and len(token.written) == 4 and YEARS[0] <= value <= YEARS[1] and year is None:
            year = value
        elif value is not None and value <= 31 and day is None and _is_month_near(tokens, index):
            day = value
        elif token.is_capitalised and token.stem in MONTHS and month is None:
            month = MONTHS[token.stem]
        elif token.stem in SEASONS and season is None:
            season = SEASONS[token.stem]
        elif not (token.written == "," or token.stem == "of") or index + 1 == len(tokens) or year:
            break
        index += 1
    if year is None and month is None and season is None:
        return None
    return Bound(kind, year, month, day, season, part, tuple(tokens[begin - 1 : index]))


def _is_month_near(tokens: Sequence[Token], index: int) -> bool:
    near = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
    return any(token.is_capitalised and token.stem in MONTHS for token in near)


def _whole(token: Token) -> int | None:
    return int(token.written) if token.written.isdigit() else None


def _number(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """The value of the number at a token, its scale words taken in, and the index behind it."""
    words = load_quantity_words()
    token = tokens[index]
    folded = token.written.casefold()
    if token.is_number:
        value = _digits(token.written)
    elif folded == "half" and index + 2 < len(tokens) and tokens[index + 1].stem in ("a", "an"):
        scale = words.scales.get(tokens[index + 2].written.casefold())
        return (scale / 2, index + 3) if scale else None
    elif "-" in folded:
        tens, _, ones = folded.partition("-")
        value = float(TENS[tens] + ONES[ones]) if tens in TENS and ones in ONES else None
    else:
        value = (
            ONES.get(folded) or TENS.get(folded) or (words.scales.get(folded) if _follows_one(tokens, index) else None)
        )
    if value is None:
        return None
    index += 1
    while index < len(tokens) and (scale := words.scales.get(tokens[index].written.casefold())):
        value *= scale
        index += 1
    return float(value), index


def _follows_one(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].stem in ("a", "an")


def _digits(written: str) -> float | None:
    try:
        return float(written.replace(",", ""))
    except ValueError:
        return None


def _amount(tokens: Sequence[Token], start: int, end: int, value: float) -> Amount | None:
    counted = _counted(tokens, start, end)
    if counted is None:
        return None
    low, high = _range(tokens, start, value)
    is_more = any(token.stem in ON_TOP for token in (*tokens[max(0, start - 1) : start], *tokens[end : end + 2]))
    return Amount(low, high, counted, is_more, tuple(tokens[start : end + 1]), end - start)


def _counted(tokens: Sequence[Token], start: int, end: int) -> str | None:
    words = load_quantity_words()
    idle = load_stance_words().sets["idle"]
    if start and tokens[start - 1].written in words.symbols:
        return tokens[start - 1].written
    for token in tokens[end : end + FARTHEST_NOUN]:
        if token.written == "%":
            return "%"
        if token.is_number or (token.is_mark and token.written != "-"):
            return None
        if token.stem == "of" and token is tokens[end]:
            return None
        if not token.is_mark and token.stem not in idle:
            return token.stem
    return None


def _range(tokens: Sequence[Token], start: int, value: float) -> tuple[float, float]:
    """The range that the words before a number give it."""
    before = tuple(token.written.casefold() for token in tokens[max(0, start - 4) : start])
    if before and before[-1] in load_quantity_words().symbols:
        before = before[:-1]
    side = next((load_quantity_words().modifiers[before[at:]] for at in _suffixes(before)), "exact")
    if side == "low":
        return value, float("inf")
    if side == "high":
        return 0.0, value
    if side == "about":
        return value * (1 - TOLERANCE), value * (1 + TOLERANCE)
    return value, value


def _suffixes(before: tuple[str, ...]) -> Iterator[int]:
    modifiers = load_quantity_words().modifiers
    return (at for at in range(len(before)) if before[at:] in modifiers)
