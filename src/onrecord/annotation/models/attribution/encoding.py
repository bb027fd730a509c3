"""Words to the encoder's subwords, and a text to the windows that it is read in."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from onrecord.annotation.models.attribution.words import IntArray, Words, sentence_starts

WINDOW: Final = 254
OVERLAP: Final = 64
MOST_SUBWORDS: Final = 12
_CACHE: Final = 200_000


class Subwords:
    """Cuts single words into subword numbers, and remembers them."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}
        self.start = self._number("[CLS]")
        self.end = self._number("[SEP]")
        self.unknown = self._number("[UNK]")

    def _number(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"the tokenizer lacks {name}")
        return int(number)

    def of(self, forms: list[str]) -> list[tuple[int, ...]]:
        """Subword numbers of each word: at least one, and no more than MOST_SUBWORDS."""
        new = sorted({form for form in forms if form not in self._known})
        if len(self._known) > _CACHE:
            self._known.clear()
            new = sorted(set(forms))
        for form, encoded in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self._known[form] = tuple(encoded.ids[:MOST_SUBWORDS]) or (self.unknown,)
        return [self._known[form] for form in forms]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words that the encoder reads at once."""

    start: int
    end: int


def cut_windows(
    words: Words, lengths: IntArray, first: int = WINDOW, limit: int = WINDOW, overlap: int = OVERLAP
) -> list[Window]:
    """Windows over a text, none longer than `limit` subwords, cut between sentences where one ends late enough.

    `first` is the first window's limit: training varies it so that the cuts fall elsewhere in every epoch.
    Neighbours share up to `overlap` subwords, from the start of a sentence where possible.
    """
    total = len(words)
    reach = np.concatenate([[0], np.cumsum(lengths)])
    starts = sentence_starts(words)
    windows: list[Window] = []
    begin, room = 0, first
    while begin < total:
        end = _window_end(reach, starts, begin, room)
        windows.append(Window(begin, end))
        if end >= total:
            break
        begin, room = _next_start(reach, starts, begin, end, overlap), limit
    return windows


def _window_end(reach: IntArray, starts: list[int], begin: int, room: int) -> int:
    last = bisect_right(reach, reach[begin] + room) - 1
    if last >= len(reach) - 1:
        return len(reach) - 1
    last = max(last, begin + 1)
    place = bisect_right(starts, last) - 1
    enough = reach[begin] + (2 * room) // 3
    if place >= 0 and starts[place] > begin and reach[starts[place]] >= enough:
        return starts[place]
    return last


def _next_start(reach: IntArray, starts: list[int], begin: int, end: int, overlap: int) -> int:
    if not overlap:
        return end
    earliest = max(bisect_left(reach, reach[end] - overlap), begin + 1)
    place = bisect_left(starts, earliest)
    if place < len(starts) and starts[place] < end:
        return starts[place]
    return min(earliest, end)
