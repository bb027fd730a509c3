"""Names made comparable: cut into words, without case, accents or possessives, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*")
POSSESSIVE = re.compile(r"['’][sS]$")
# Letters that no decomposition takes apart.
PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ə": "e", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})
# An abbreviation this short is a word of another sense in lower case: US and us, WHO and who.
SHORT = 5


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name: where it stands, as written, and folded for comparison."""

    start: int
    end: int
    text: str
    folded: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without case, accents, dots and apostrophes."""
    bare = POSSESSIVE.sub("", word).casefold().translate(PLAIN)
    if not bare.isascii():
        bare = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    return bare.replace(".", "").replace("'", "").replace("’", "")


def cut_words(text: str, start: int = 0, end: int | None = None) -> list[NameWord]:
    """The words of a stretch of text; a possessive `'s` is left out of its word."""
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        written = POSSESSIVE.sub("", match[0])
        found.append(NameWord(match.start(), match.start() + len(written), written, fold(written)))
    return found


def folded(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(map(fold, WORD.findall(name)))


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A name found at words[first:last]."""

    first: int
    last: int
    values: tuple[Value, ...]


class NameIndex(Generic[Value]):
    """Names to values; finds the longest names in a run of words."""

    def __init__(self, names: Iterable[tuple[str, Value]], *, cased: bool) -> None:
        self._cased = cased
        self._values: dict[tuple[str, ...], list[tuple[str, Value]]] = {}
        self._longest: dict[str, int] = {}
        for name, value in names:
            self.add(name, value)

    def add(self, name: str, value: Value) -> None:
        """Puts in one more name."""
        words = folded(name)
        if words:
            self._values.setdefault(words, []).append((name, value))
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def get(self, words: list[NameWord]) -> tuple[Value, ...]:
        """What is named by exactly these words."""
        named = self._values.get(tuple(word.folded for word in words), ())
        return tuple(dict.fromkeys(value for name, value in named if not self._cased or _written_alike(name, words)))

    def find(self, words: list[NameWord]) -> Iterator[Match[Value]]:
        """The names in the words, from left to right, longest first, none overlapping another."""
        first = 0
        while first < len(words):
            longest = min(self._longest.get(words[first].folded, 0), len(words) - first)
            for length in range(longest, 0, -1):
                values = self.get(words[first : first + length])
                if values:
                    yield Match(first, first + length, values)
                    first += length - 1
                    break
            first += 1


def _written_alike(name: str, words: list[NameWord]) -> bool:
    """Whether capitals stand where a name has them: `Who` is no WHO, `turkey` no Turkey."""
    letters = "".join(char for char in name if char.isalpha())
    if letters.isupper() and len(letters) <= SHORT:
        # `Nato` and `Unesco` are names too, of a word too long to be another.
        return all(word.text.isupper() or (len(letters) > 3 and word.text[:1].isupper()) for word in words)
    if len(letters) <= SHORT and not letters[1:].islower() and letters[1:]:
        # `LeT` is written so; `Let` is another word.
        return [word.text for word in words] == [each.text for each in cut_words(name)]
    named = cut_words(name)
    return all(
        word.text[:1].isupper()
        for word, each in zip(words, named, strict=True)
        if each.text[:1].isupper() and len(each.text) > 2
    )
