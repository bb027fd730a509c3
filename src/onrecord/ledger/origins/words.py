"""The words of a text as numbers, so that long texts can be compared by equality."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from onrecord.codebooks.registry.names import fold

WORD = re.compile(r"\w+(?:['’]\w+)*")
# A Mersenne prime below 2⁶³: what is reckoned modulo it is a positive 64-bit integer in any database.
MODULUS = (1 << 61) - 1
# Any large number below the modulus would do; this one is of no other meaning.
BASE = 1_146_959_810_393_466_559


@dataclass(frozen=True, slots=True)
class Words:
    """Each word of a text: its number, and the code points where it stands.

    Words that differ only in case, accents, dots or a possessive `'s` have one number.
    """

    numbers: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.numbers)


# A document is compared with up to twenty, and in each comparison its words are asked for three times.
@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """The words of a text, in its order."""
    found = list(WORD.finditer(text))
    return Words(
        array("q", (_number(match[0]) for match in found)),
        array("q", (match.start() for match in found)),
        array("q", (match.end() for match in found)),
    )


def shingles(numbers: Sequence[int], length: int) -> list[int]:
    """A number for every run of `length` words, by Karp and Rabin's rolling hash (1987).

    A shorter text is one run; a text without a word has none.
    """
    length = min(length, len(numbers))
    if not length:
        return []
    leaving = pow(BASE, length, MODULUS)
    value = 0
    found = []
    for index, number in enumerate(numbers):
        value = (value * BASE + number) % MODULUS
        if index >= length:
            value = (value - numbers[index - length] * leaving) % MODULUS
        if index >= length - 1:
            found.append(value)
    return found


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    digest = blake2b(fold(word).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % MODULUS
