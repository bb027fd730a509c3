"""The stretch of a text that tells of something: its clause, as far as the text's own punctuation shows it."""

import re
from bisect import bisect_right
from collections.abc import Iterable

LONGEST_CLAUSE = 300
# A text none of whose lines is longer is taken to be wrapped at a fixed width; then only an empty line ends one.
WIDEST_WRAPPED = 100

END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")
SHORTENED = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|(?:[A-Z]\.)+[A-Z])\.$"
)
# `, Marta Lindqvist, in Aden`: who somebody is, set off in a clause that goes on.
APPOSITION = re.compile(r",\s[^,;:()“”\"]{1,60},\s(?=(?:in|on|at|near|after|during|with|from|for|by|to|of)\b)")
EDGE = re.compile(r"[,;:](?=\s)|\s[–—]\s|[()“”\"«»]")


class Sentences:
    """Where the sentences of a text begin and end, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = sorted({0, len(text), *self._line_starts(), *self._sentence_starts()})

    def around(self, place: int) -> tuple[int, int]:
        """The bounds of the sentence in which a character stands."""
        number = bisect_right(self._starts, place, hi=len(self._starts) - 1) - 1
        return self._starts[number], self._starts[number + 1]

    def clause(self, parts: Iterable[tuple[int, int]], within: tuple[int, int]) -> tuple[int, int]:
        """The bounds of the clause that holds all parts: as far as the next comma, dash or quotation mark.

        It stays inside `within`, a sentence or what somebody is quoted with, except for parts that stand outside. Of a
        clause that is very long the parts alone are left.
        """
        pieces = list(parts)
        low, high = min(start for start, _ in pieces), max(end for _, end in pieces)
        start, end = self._edge_before(low, within[0]), self._edge_behind(high, within[1])
        if end - start > LONGEST_CLAUSE:
            start, end = low, min(high, low + LONGEST_CLAUSE)
        return self._trimmed(start, end)

    def _edge_before(self, low: int, limit: int) -> int:
        edges = [match.end() for match in EDGE.finditer(self._text, limit, low)] if limit < low else []
        return edges[-1] if edges else min(limit, low)

    def _edge_behind(self, high: int, limit: int) -> int:
        edge = EDGE.search(self._text, high, limit)
        if edge is None:
            return max(limit, high)
        aside = APPOSITION.match(self._text, edge.start(), limit)
        return self._edge_behind(aside.end(), limit) if aside else edge.start()

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self._text[start:end]
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip(" \t\r\n,;:.!?"))

    def _line_starts(self) -> Iterable[int]:
        wrapped = max(map(len, self._text.splitlines()), default=0) <= WIDEST_WRAPPED
        return (match.end() for match in re.finditer(r"\n\s*\n" if wrapped else r"\n", self._text))

    def _sentence_starts(self) -> Iterable[int]:
        for match in END.finditer(self._text):
            if not SHORTENED.search(self._text[max(0, match.start() - 8) : match.start() + 1]):
                yield match.end()
