"""What a phrase or a name of an issue asks of the words of a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.codebooks.registry import fold
from onrecord.codebooks.registry.names import WORD
from onrecord.codebooks.stems import stem

Fit = Literal["stem", "beginning", "word", "capitals"]

PART = re.compile(rf"(?P<gap>\.\.\.|…)|(?:{WORD.pattern})\*?")
# How many words may stand where a phrase has `...`: `withdraw all of its remaining troops`.
GAP = 4
# An abbreviation this short is a word of another sense in small letters: US and us, WHO and who.
SHORT = 5
SHORTEST_BEGINNING = 3


class WrongPhrase(ValueError):
    """A phrase cannot be looked for; the message says why."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, folded, and its stem."""

    written: str
    folded: str
    stem: str


@lru_cache(maxsize=131072)
def word_of(written: str) -> Word:
    """The forms of a word of a text."""
    folded = fold(written)
    return Word(written, folded, stem(folded))


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a pattern: what it asks for, and how many others may stand before it."""

    fit: Fit
    value: str
    gap: int = 0

    def fits(self, word: Word) -> bool:
        """Whether a word is what is asked for."""
        match self.fit:
            case "stem":
                return word.stem == self.value
            case "beginning":
                return word.folded.startswith(self.value)
            case "word":
                return word.folded == self.value
            case "capitals":
                return word.folded == self.value and word.written.isupper()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase or name of an issue as a run of parts; `excludes` where what stands within it does not count."""

    issue: str
    phrase: str
    parts: tuple[Part, ...]
    excludes: bool = False

    def end(self, words: Sequence[Word], first: int, breaks: Sequence[int]) -> int | None:
        """The index behind the match that begins with the word `first`, which fits; None where there is none.

        `breaks` tell of each word what stands before it: 0 nothing, 1 a comma, which only a gap may bridge, 2 the end
        of a sentence.
        """
        index = first + 1
        for part in self.parts[1:]:
            for skipped in range(part.gap + 1):
                here = index + skipped
                if here >= len(words) or breaks[here] > (1 if part.gap else 0):
                    return None
                if part.fits(words[here]):
                    index = here + 1
                    break
            else:
                return None
        return index


def phrase_pattern(issue: str, phrase: str, *, excludes: bool = False) -> Pattern:
    """A phrase in any form of its words; `cease*` asks for a beginning, `...` allows up to four words between.

    Raises WrongPhrase where it holds no word, begins or ends with a gap, or a beginning is too short to tell anything.
    """
    parts: list[Part] = []
    gap = 0
    for match in PART.finditer(phrase):
        if match["gap"]:
            gap = GAP
            continue
        parts.append(_phrase_part(match[0], gap))
        gap = 0
    if not parts:
        raise WrongPhrase("holds no word")
    if gap or parts[0].gap:
        raise WrongPhrase("begins or ends with `...`, which stands between words only")
    return Pattern(issue, phrase, tuple(parts), excludes)


def name_pattern(issue: str, name: str) -> Pattern:
    """A name, word for word; up to five capitals only match capitals. Raises WrongPhrase where it holds no word."""
    written: list[str] = WORD.findall(name)
    if not written:
        raise WrongPhrase("holds no word")
    if "*" in name or "..." in name or "…" in name:
        raise WrongPhrase("is a name, which is matched as it stands; `*` and `...` belong into phrases")
    return Pattern(issue, name, tuple(map(_name_part, written)))


def _phrase_part(written: str, gap: int) -> Part:
    if not written.endswith("*"):
        return Part("stem", stem(fold(written)), gap)
    beginning = fold(written.removesuffix("*"))
    if len(beginning) < SHORTEST_BEGINNING:
        raise WrongPhrase(f"asks for the beginning {beginning!r}; give at least {SHORTEST_BEGINNING} letters")
    return Part("beginning", beginning, gap)


def _name_part(written: str) -> Part:
    is_short = written.isupper() and 1 < len(fold(written)) <= SHORT
    return Part("capitals" if is_short else "word", fold(written))
