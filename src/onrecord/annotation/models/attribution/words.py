"""Words of a text and what can be seen of them without a model.

The encoder's vocabulary is uncased and its tokenizer drops white space, so letter case, line breaks and the
quotation state are given to it as small features beside each word. The text itself is never altered: a word is a
pair of code-point offsets into it.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

Bounds = tuple[int, int]
IntArray = NDArray[np.int64]

WORD: Final = re.compile(r"\w+|[^\w\s]")
_SENTENCE_END: Final = frozenset(".?!…。！？")
_CLOSERS: Final = frozenset("\"”’')]»“›")
_SINGLE_OPEN: Final = frozenset("‘'‹")
_SINGLE_CLOSE: Final = frozenset("’'›")
_SINGLE_REACH: Final = 1200


class Shape(IntEnum):
    """Letter case of a word."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    INITIAL = 3
    MIXED = 4
    DIGITS = 5
    MARK = 6
    OTHER = 7


class Break(IntEnum):
    """White space before a word."""

    NONE = 0
    SPACE = 1
    LINE = 2
    PARAGRAPH = 3
    START = 4


class Quote(IntEnum):
    """Quotation state of a word; *single* are single quotation marks outside double ones."""

    OUTSIDE = 0
    OPEN = 1
    INSIDE = 2
    CLOSE = 3
    SINGLE_OPEN = 4
    SINGLE_INSIDE = 5
    SINGLE_CLOSE = 6


N_SHAPES: Final = len(Shape)
N_BREAKS: Final = len(Break)
N_QUOTES: Final = len(Quote)


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words and punctuation marks, with the features of each."""

    text: str
    bounds: list[Bounds]
    shapes: IntArray
    breaks: IntArray
    quotes: IntArray

    def __len__(self) -> int:
        return len(self.bounds)

    def form(self, index: int) -> str:
        """The word as it stands in the text."""
        start, end = self.bounds[index]
        return self.text[start:end]


def split_words(text: str) -> Words:
    """Cut a text into words and say of each its case, the white space before it and its quotation state."""
    bounds = [match.span() for match in WORD.finditer(text)]
    states = quote_states(text)
    return Words(
        text,
        bounds,
        np.array([shape_of(text[a:b]) for a, b in bounds], dtype=np.int64),
        np.array(_breaks(text, bounds), dtype=np.int64),
        np.array([states[a] for a, _ in bounds], dtype=np.int64),
    )


def shape_of(form: str) -> Shape:
    """The letter case of one word."""
    if form.isdigit():
        return Shape.DIGITS
    if not form[0].isalnum():
        return Shape.MARK
    if form.islower():
        return Shape.LOWER
    if form.isupper():
        return Shape.INITIAL if len(form) == 1 else Shape.UPPER
    if form.istitle():
        return Shape.TITLE
    return Shape.MIXED if form.lower() != form else Shape.OTHER


def _breaks(text: str, bounds: list[Bounds]) -> list[Break]:
    found: list[Break] = []
    last = 0
    for start, end in bounds:
        between = text[last:start]
        lines = between.count("\n") or between.count("\r")
        if not found:
            found.append(Break.START)
        elif lines:
            found.append(Break.LINE if lines == 1 else Break.PARAGRAPH)
        else:
            found.append(Break.SPACE if between else Break.NONE)
        last = end
    return found


def quote_states(text: str) -> list[Quote]:
    """The quotation state of every character.

    Every line starts afresh, as a quotation that runs on is opened again there; one that is never closed lasts to
    the end of its line. A straight mark opens or closes by what stands beside it, and alternates where that does
    not tell.
    """
    states = [Quote.OUTSIDE] * len(text)
    start = 0
    for line in text.splitlines(keepends=True):
        _mark_double(text, start, start + len(line), states)
        _mark_single(text, start, start + len(line), states)
        start += len(line)
    return states


def _mark_double(text: str, start: int, end: int, states: list[Quote]) -> None:
    closer = ""  # what would close the open quotation; empty where none is open
    position = start
    while position < end:
        width, role = _double_mark(text, position, start, end, closer)
        if role is None:
            states[position] = Quote.INSIDE if closer else Quote.OUTSIDE
            position += 1
            continue
        for offset in range(width):
            states[position + offset] = role
        closer = _closer(text[position : position + width]) if role is Quote.OPEN else ""
        position += width


def _closer(mark: str) -> str:
    return {"„": "“”", "«": "»", "»": "«"}.get(mark, "”\"''")


def _double_mark(text: str, at: int, start: int, end: int, closer: str) -> tuple[int, Quote | None]:
    """How many characters of a double quotation mark stand here, and whether they open or close."""
    char = text[at]
    pair = text[at : at + 2]
    if pair in ("''", "``", "’’", "‘‘") and at + 2 <= end:
        if pair in ("``", "‘‘"):
            return 2, Quote.OPEN
        return 2, Quote.CLOSE if pair == "’’" or closer else _by_side(text, at, 2, start, end, closer)
    if char == "“":
        return 1, Quote.CLOSE if closer == "“”" else Quote.OPEN
    if char in "”":
        return 1, Quote.CLOSE
    if char == "„":
        return 1, Quote.OPEN
    if char == "«":
        return 1, Quote.CLOSE if closer == "«" else Quote.OPEN
    if char == "»":
        return 1, Quote.CLOSE if closer else Quote.OPEN
    if char in '"＂':
        return 1, _by_side(text, at, 1, start, end, closer)
    return 0, None


def _by_side(text: str, at: int, width: int, start: int, end: int, closer: str) -> Quote:
    """Whether a straight mark opens or closes: white space shows the outer side, else it alternates."""
    before = text[at - 1] if at > start else " "
    after = text[at + width] if at + width < end else " "
    if before.isspace() and not after.isspace():
        return Quote.OPEN
    if after.isspace() and not before.isspace():
        return Quote.CLOSE
    return Quote.CLOSE if closer else Quote.OPEN


def _mark_single(text: str, start: int, end: int, states: list[Quote]) -> None:
    """Mark quotations in single marks, only where both ends are found and no double quotation surrounds them."""
    position = start
    while position < end:
        if text[position] in _SINGLE_OPEN and states[position] is Quote.OUTSIDE and _opens(text, position, start, end):
            close = _single_close(text, position, end, states)
            if close > 0:
                states[position] = Quote.SINGLE_OPEN
                for inner in range(position + 1, close):
                    if states[inner] is Quote.OUTSIDE:
                        states[inner] = Quote.SINGLE_INSIDE
                states[close] = Quote.SINGLE_CLOSE
                position = close
        position += 1


def _opens(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isalnum() and before not in ".,?!" and not after.isspace()


def _single_close(text: str, at: int, end: int, states: list[Quote]) -> int:
    """Where the single quotation opened here closes: first after a punctuation mark, else the first that can."""
    fallback = -1
    for position in range(at + 2, min(end, at + _SINGLE_REACH)):
        if text[position] not in _SINGLE_CLOSE or text[position - 1].isspace() or states[position] is not Quote.OUTSIDE:
            continue
        if position + 1 < end and text[position + 1].isalnum():
            continue
        if text[position - 1] in ",.?!…":
            return position
        if fallback < 0:
            fallback = position
    return fallback


def sentence_starts(words: Words) -> list[int]:
    """Indices of words that begin a sentence or a line; rough, only used to cut windows at good places."""
    shapes, breaks = words.shapes.tolist(), words.breaks.tolist()
    starts = [0] if len(words) else []
    for index in range(1, len(words)):
        if breaks[index] >= 2 or (breaks[index] and shapes[index] and _ends_sentence(words, index - 1, breaks, shapes)):
            starts.append(index)
    return starts


def _ends_sentence(words: Words, index: int, breaks: list[int], shapes: list[int]) -> bool:
    """Whether a word is a full stop, or closes a quotation or bracket after one, and no abbreviation's stop."""
    while index > 0 and words.form(index) in _CLOSERS and breaks[index] == Break.NONE:
        index -= 1
    if words.form(index) not in _SENTENCE_END:
        return False
    if index == 0:
        return True
    start, end = words.bounds[index - 1]
    return shapes[index - 1] not in (Shape.INITIAL, Shape.TITLE) or end - start > 4
