"""Reads quantities off a line of words: `at least 40,000`, `20 to 30`, `hundreds of thousands`, `€2.4 billion`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotation.syntax import Word
from onrecord.codebooks.figures import ONES, PARTS, TENS, load_quantity_words

# Longer ones are no quantities but codes.
DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?")
SCALED = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)(bn|mn|tn|m|k|km|kg|%)")
DASHES = frozenset({"-", "–", "—"})
PERCENT = frozenset({"%", "percent", "pct", "percentage"})
LONGEST_MODIFIER = 3
# From these on a number in digits is counted even where no noun tells of what.
LARGE = 1000


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the words from `start` to `end` (exclusive) say; `bare` is the number as it stands, without modifiers."""

    start: int
    end: int
    low: float | None
    high: float | None
    exact: bool = True
    unit: str | None = None
    is_vague: bool = False
    is_digits: bool = False
    is_modified: bool = False

    @property
    def value(self) -> float:
        """The lowest, or where that is open the highest, of its values."""
        value = self.low if self.low is not None else self.high
        assert value is not None
        return value


class QuantityReader:
    """Reads the quantities of one sentence's words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._lower = [word.text.lower() for word in words]
        self._known = load_quantity_words()

    def read(self, index: int) -> Quantity | None:
        """The quantity whose number begins with a word, its modifiers and unit included."""
        symbol, first = self._symbol(index)
        number = self._range(first) or self._number(first)
        if number is None:
            return None
        unit = symbol
        if unit is None:
            unit, end = self._unit(number.end)
            number = replace(number, end=end)
        number = replace(number, start=index, unit=number.unit or unit)
        return self._modified(number)

    def _at(self, index: int) -> str:
        return self._lower[index] if 0 <= index < len(self._lower) else ""

    def _symbol(self, index: int) -> tuple[str | None, int]:
        here = self._at(index)
        if here in self._known.symbols and (index + 1 < len(self.words)):
            return self._known.symbols[here], index + 1
        return None, index

    def _number(self, index: int) -> Quantity | None:
        return self._phrase(index) or self._part(index) or self._digits(index) or self._spelled(index)

    def _phrase(self, index: int) -> Quantity | None:
        """`dozens`, `tens of thousands`, `several hundred`."""
        for length in (3, 2, 1):
            values = self._known.vague.get(tuple(self._lower[index : index + length]))
            if values is not None:
                return Quantity(index, index + length, *values, exact=False, is_vague=True)
        return None

    def _part(self, index: int) -> Quantity | None:
        """`half`, `two thirds`, `a quarter`, `half a million`, `one in ten`."""
        here, next_ = self._at(index), self._at(index + 1)
        if here == "half":
            if next_ == "a" and (scale := self._known.scales.get(self._at(index + 2))):
                return Quantity(index, index + 3, scale / 2, scale / 2)
            return Quantity(index, index + 1, 50, 50, unit="%") if self._is_share(index + 1) else None
        count = ONES.get(here, 1 if here == "a" else 0)
        if not count:
            return None
        whole = self._skip_dash(index + 1)
        of_word = self._at(whole)
        parts = PARTS.get(of_word, PARTS.get(of_word.removesuffix("s")))
        if parts and parts > count and self._is_share(whole + 1):
            share = round(100 * count / parts, 2)
            return Quantity(index, whole + 1, share, share, unit="%")
        if here != "a" and next_ == "in" and (whole_count := ONES.get(self._at(index + 2))) and whole_count > count:
            share = round(100 * count / whole_count, 2)
            return Quantity(index, index + 3, share, share, unit="%")
        return None

    def _is_share(self, index: int) -> bool:
        return self._at(index) in ("of", "the", "its", "their") or (
            self._at(index) == "" or not self._at(index)[0].isalnum()
        )

    def _skip_dash(self, index: int) -> int:
        return index + 1 if self._at(index) in DASHES else index

    def _digits(self, index: int) -> Quantity | None:
        here = self._at(index)
        if (match := SCALED.fullmatch(here)) is not None:
            number, suffix = float(match[1]), match[2]
            if suffix in self._known.scales:
                number *= self._known.scales[suffix]
                return Quantity(index, index + 1, number, number, is_digits=True)
            unit = "%" if suffix == "%" else suffix
            return Quantity(index, index + 1, number, number, unit=unit, is_digits=True)
        if DIGITS.fullmatch(here) is None:
            return None
        return self._scaled(index, index + 1, float(here.replace(",", "")), is_digits=True)

    def _spelled(self, index: int) -> Quantity | None:
        """`twenty-five`, `two hundred and fifty`, `a dozen`, `a hundred`, `three million`."""
        here = self._at(index)
        if here == "a" and self._at(index + 1) in ("dozen", "hundred", "thousand", "million", "billion", "score"):
            count = self._known.scales.get(self._at(index + 1), 20)
            return Quantity(index, index + 2, count, count)
        total, end, group = 0, index, self._below_hundred(index)
        if group is None:
            return None
        value, end = group
        while (scale := self._known.scales.get(self._at(end), 0)) and scale <= 1000 and self._at(end) != "dozen":
            value *= scale
            end += 1
            total += value if scale == 1000 else 0
            more = self._below_hundred(end + 1 if self._at(end) == "and" else end)
            value = 0 if scale == 1000 else value
            if more is None:
                break
            value, end = value + more[0], more[1]
        return self._scaled(index, end, total + value)

    def _below_hundred(self, index: int) -> tuple[int, int] | None:
        here = self._at(index)
        if here in ONES:
            return ONES[here], index + 1
        if here not in TENS:
            return None
        behind = self._skip_dash(index + 1)
        if ONES.get(self._at(behind), 10) < 10:
            return TENS[here] + ONES[self._at(behind)], behind + 1
        return TENS[here], index + 1

    def _scaled(self, start: int, end: int, value: float, *, is_digits: bool = False) -> Quantity:
        dash = self._skip_dash(end)
        scale = self._known.scales.get(self._at(dash))
        if scale is not None and (dash == end or scale >= LARGE):
            value, end = value * scale, dash + 1
        return Quantity(start, end, value, value, is_digits=is_digits)

    def _range(self, index: int) -> Quantity | None:
        """`20 to 30`, `700-800`, `between 2,000 and 2,500`, `$2-3 million`."""
        first = index + 1 if self._at(index) in ("between", "from") else index
        low = self._number(first)
        if low is None or low.is_vague or low.unit == "%":
            return None
        joint = self._at(low.end)
        joins = joint in DASHES or joint == ("and" if self._at(index) == "between" else "to")
        if joint == "or" and self._at(index) not in ("between", "from"):
            joins = True
        if not joins:
            return None
        _, behind = self._symbol(low.end + 1)
        high = self._number(behind)
        if high is None or high.is_vague or high.high is None or low.low is None:
            return None
        least = low.low
        if least < 1000 <= high.high and not self._has_scale(low):
            scale = next((each for each in sorted(self._known.scales.values()) if self._scales_by(high, each)), 1)
            least *= scale
        if least >= high.high:
            return None
        return Quantity(index, high.end, least, high.high, is_digits=low.is_digits)

    def _has_scale(self, number: Quantity) -> bool:
        return self._at(number.end - 1) in self._known.scales

    def _scales_by(self, number: Quantity, scale: int) -> bool:
        return self._known.scales.get(self._at(number.end - 1)) == scale

    def _unit(self, index: int) -> tuple[str | None, int]:
        """The unit behind a number, and the index behind it."""
        here = self._at(index)
        if here in PERCENT:
            return "%", index + 1 if here != "percentage" else index
        if here == "per" and self._at(index + 1) == "cent":
            return "%", index + 2
        power = {"square": "2", "cubic": "3"}.get(here)
        at = index + 1 if power else index
        lemma = self.words[at].lemma.lower() if at < len(self.words) else ""
        unit = self._known.measures.get(self._at(at)) or self._known.measures.get(lemma)
        if unit is not None:
            return unit + (power or ""), at + 1
        if here in ("us", "u.s.", "american") and self._at(index + 1).startswith("dollar"):
            return "USD", index + 2
        plain = here.removesuffix("s")  # which parsers leave on rare nouns
        currency = next(
            (self._known.currencies[each] for each in (here, lemma, plain) if each in self._known.currencies), None
        )
        if currency is not None and not power and here != "real":
            return currency, index + 1
        return None, index

    def _modified(self, number: Quantity) -> Quantity:
        """The quantity with the words before and behind it that open or blur it."""
        start, low, high, exact = number.start, number.low, number.high, number.exact
        for length in range(LONGEST_MODIFIER, 0, -1):
            if start < length:
                continue
            side = self._known.modifiers.get(tuple(self._lower[start - length : start]))
            if side is None or (side == "low" and self._is_location(start - length)):
                continue
            if side == "low":
                low, high = low if low is not None else high, None
            elif side == "high":
                low, high = None, high if high is not None else low
            if side != "exact":
                exact, start = False, start - length
            return replace(number, start=start, low=low, high=high, exact=exact, is_modified=side != "exact")
        end = number.end
        for words in self._known.behind:
            if tuple(self._lower[end : end + len(words)]) == words:
                about = words == ("or", "so")
                return replace(
                    number, end=end + len(words), high=high if about else None, exact=False, is_modified=True
                )
        return number

    def _is_location(self, index: int) -> bool:
        """`over` or `above` that says where, not how many, has a verb of going before it."""
        return self._at(index) in ("over", "above") and self._at(index - 1) in ("flew", "fly", "rose", "hung", "passed")
