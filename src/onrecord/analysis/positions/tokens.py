"""The words of a content with their places, auxiliaries and contractions made plain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebooks.registry import fold
from onrecord.codebooks.stems import stem
from onrecord.record import Span, Spans

TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
QUOTES = frozenset("“”\"«»„‘’'‹›")
OPENING = frozenset("“«„‘‹")
CLOSING = frozenset("”»’›")
LEMMAS = dict.fromkeys("am is are was were been being".split(), "be")
LEMMAS |= dict.fromkeys("has had have having".split(), "have") | dict.fromkeys("does did do done".split(), "do")
NEGATED = {"wo": "will", "ca": "can", "sha": "shall", "ai": "be"}
TAILS = {"ll": "will", "d": "would", "re": "be", "ve": "have", "m": "be"}
# Behind these an apostrophe and s stand for `is`, behind others for a possessive.
BEFORE_IS = frozenset("it that there here he she what who".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: its place in the document, its stem (`be`, `have`, `do` for their forms), its piece."""

    start: int
    end: int
    written: str
    stem: str
    piece: Span

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.written[0].isalnum()

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.written[0].isdigit()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.written[0].isupper()


def tokens_of(spans: Spans) -> list[Token]:
    """The tokens of the pieces of a content, quotation marks left out; a piece's end is a mark of its own only where
    the words have one."""
    return [
        Token(piece.start + match.start(), piece.start + match.end(), match[0], word, piece)
        for piece in spans
        for match in TOKEN.finditer(piece.text)
        if match[0] not in QUOTES
        for word in _stems(match[0])
    ]


def cover(tokens: Sequence[Token]) -> Spans:
    """The spans from the first to the last of some tokens, one a piece."""
    pieces = list(dict.fromkeys(token.piece for token in tokens))
    return tuple(_cover(piece, [token for token in tokens if token.piece == piece]) for piece in sorted(pieces))


def _cover(piece: Span, tokens: Sequence[Token]) -> Span:
    start, end = min(token.start for token in tokens), max(token.end for token in tokens)
    words = piece.text[start - piece.start : end - piece.start]
    if piece.text[end - piece.start : end - piece.start + 1] in CLOSING and not OPENING.isdisjoint(words):
        end += 1
    return Span(start, end, piece.text[start - piece.start : end - piece.start])


@lru_cache(maxsize=65536)
def _stems(written: str) -> tuple[str, ...]:
    if not written[0].isalpha():
        return (written,)
    return tuple(LEMMAS.get(word) or stem(word) for word in _parts(written.casefold().replace("’", "'")))


def _parts(word: str) -> Iterator[str]:
    """The words that a contraction stands for: `won't` is `will`, `not`."""
    head, apostrophe, tail = word.rpartition("'")
    if word == "cannot":
        yield from ("can", "not")
    elif word.endswith("n't"):
        yield NEGATED.get(word[:-3], word[:-3])
        yield "not"
    elif apostrophe and tail in TAILS:
        yield fold(head)
        yield TAILS[tail]
    elif apostrophe and tail == "s" and head in BEFORE_IS:
        yield head
        yield "be"
    else:
        yield fold(word).replace("-", "")
