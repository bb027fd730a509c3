"""A line of words, as the grammar of times reads it."""

import re
from functools import cached_property

TOKEN = re.compile(r"[0-9]+|[^\W0-9_]+|\S")
APOSTROPHES = {"’": "'", "ʼ": "'", "‘": "'"}
DASHES = frozenset("-–—‐‑")
STOPS = frozenset(".!?;:")


class Line:
    """The tokens of a stretch of text: runs of digits, runs of letters, and every other character by itself.

    Indices outside of the line are words without letters, so that nobody has to look where it ends.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.whole = text
        self.bounds = [match.span() for match in TOKEN.finditer(text, start, end)]
        self.words = [text[first:last] for first, last in self.bounds]
        self._lower = [APOSTROPHES.get(word, word.lower()) for word in self.words]

    @cached_property
    def names_may(self) -> bool:
        """Whether somebody here is called May."""
        titles = ("theresa", "mrs", "ms", "mr", "minister")
        return any(word == "May" and self.low(index - 1) in titles for index, word in enumerate(self.words))

    def __len__(self) -> int:
        return len(self.words)

    def text(self, index: int) -> str:
        """The word as it stands."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def low(self, index: int) -> str:
        """The word in small letters; a typographic apostrophe as a straight one."""
        return self._lower[index] if 0 <= index < len(self.words) else ""

    def lows(self, index: int, count: int) -> tuple[str, ...]:
        """Some words in small letters."""
        return tuple(self._lower[index : index + count]) if index >= 0 else ()

    def start(self, index: int) -> int:
        """Where a word begins in the text."""
        return self.bounds[index][0]

    def end(self, index: int) -> int:
        """Where a word ends in the text, exclusive."""
        return self.bounds[index][1]

    def glued(self, index: int) -> bool:
        """Whether a word touches the one before it."""
        return 0 < index < len(self.bounds) and self.bounds[index - 1][1] == self.bounds[index][0]

    def number(self, index: int) -> int | None:
        """The value of a run of up to four digits."""
        word = self.text(index)
        return int(word) if 0 < len(word) < 5 and word.isascii() and word.isdigit() else None

    def is_name(self, index: int) -> bool:
        """Whether a word has a capital."""
        return self.text(index)[:1].isupper()

    def is_small_word(self, index: int) -> bool:
        """Whether a word is one of small letters."""
        return self.text(index).isalpha() and self.text(index).islower()

    def is_dash(self, index: int) -> bool:
        """Whether a word is a hyphen or a dash."""
        return self.text(index) in DASHES

    def begins_sentence(self, index: int) -> bool:
        """Whether nothing, a full stop, a colon or an opening mark stands before a word."""
        return index == 0 or self.text(index - 1) in STOPS or self.text(index - 1) in "\"“«„([—–'‘"

    def possessive(self, index: int) -> bool:
        """Whether `'s` begins here, glued to the word before."""
        return self.low(index) == "'" and self.glued(index)
