"""Passages: what stands in two texts in the same words, small edits aside.

Runs of the same words are found as in greedy string tiling (Wise 1993, with Karp and Rabin's hashes): the longest
first, none over another, in whatever order each text has them. Runs with only an edit between them are one passage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger.origins.words import Words, shingles, words_of
from onrecord.record import Span, cut

# The fewest words in a row that are taken as the same; three are idiom.
LEAST_RUN = 4
# An edit within a passage is at most this many words long in either text.
LONGEST_EDIT = 8
# Passages of fewer shared words are formulas: "said in a statement on Tuesday that".
LEAST_SHARED = 8
# What is less alike than this is two passages.
LEAST_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of two texts that is the same but for edits: where it stands in each.

    `pieces` are the runs that are the same word by word; `words` is how many words they have.
    """

    left: Span
    right: Span
    words: int
    pieces: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The same `length` words from word `left` of one text and from word `right` of the other."""

    left: int
    right: int
    length: int


def align(left: str, right: str) -> tuple[Passage, ...]:
    """The passages that two texts share, in the order of the left one; their time grows with the texts' length."""
    left_words, right_words = words_of(left), words_of(right)
    runs = _tile(_runs(left_words.numbers, right_words.numbers))
    return tuple(_passage(left, right, left_words, right_words, each) for each in _joined(runs) if _is_passage(each))


def _runs(left: Sequence[int], right: Sequence[int]) -> Iterator[Run]:
    """The longest runs around each shared shingle; of one that repeats, the first of one text goes with the other's."""
    if min(len(left), len(right)) < LEAST_RUN:
        return
    places: dict[int, list[int]] = defaultdict(list)
    for place, shingle in enumerate(shingles(left, LEAST_RUN)):
        places[shingle].append(place)
    seen: dict[int, int] = defaultdict(int)
    reached: dict[int, int] = {}
    for place, shingle in enumerate(shingles(right, LEAST_RUN)):
        found = places.get(shingle)
        if found is None or seen[shingle] == len(found):
            continue
        first = found[seen[shingle]]
        seen[shingle] += 1
        if place >= reached.get(first - place, 0):
            run = _extended(left, right, first, place)
            reached[first - place] = run.right + run.length
            yield run


def _extended(left: Sequence[int], right: Sequence[int], i: int, j: int) -> Run:
    """The longest run through word `i` of one and word `j` of the other."""
    ahead = 0
    while i + ahead < len(left) and j + ahead < len(right) and left[i + ahead] == right[j + ahead]:
        ahead += 1
    behind = 0
    while behind < min(i, j) and left[i - behind - 1] == right[j - behind - 1]:
        behind += 1
    return Run(i - behind, j - behind, behind + ahead)


def _tile(runs: Iterable[Run]) -> list[Run]:
    """Runs of which none overlaps another in either text, the longest kept whole; in the order of the left text."""
    kept: list[Run] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for run in sorted(runs, key=lambda run: (-run.length, run.left, run.right)):
        for free in _free(run, taken_left, taken_right):
            kept.append(free)
            taken_left.update(range(free.left, free.left + free.length))
            taken_right.update(range(free.right, free.right + free.length))
    return sorted(kept, key=lambda run: run.left)


def _free(run: Run, taken_left: set[int], taken_right: set[int]) -> Iterator[Run]:
    """What of a run no other has taken, where enough of it is left."""
    length = 0
    for step in range(run.length + 1):
        if step < run.length and run.left + step not in taken_left and run.right + step not in taken_right:
            length += 1
            continue
        if length >= LEAST_RUN:
            yield Run(run.left + step - length, run.right + step - length, length)
        length = 0


def _joined(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that follow one another in both texts with no more than an edit between them, as one list each."""
    passages: list[list[Run]] = []
    recent: list[list[Run]] = []
    for run in runs:
        recent = [each for each in recent if run.left - _left_end(each) <= LONGEST_EDIT]
        before = next((each for each in reversed(recent) if 0 <= run.right - _right_end(each) <= LONGEST_EDIT), None)
        if before is None:
            passages.append([run])
            recent.append(passages[-1])
        else:
            before.append(run)
    return passages


def _left_end(runs: list[Run]) -> int:
    return runs[-1].left + runs[-1].length


def _right_end(runs: list[Run]) -> int:
    return runs[-1].right + runs[-1].length


def _is_passage(runs: list[Run]) -> bool:
    shared = sum(run.length for run in runs)
    longest = max(_left_end(runs) - runs[0].left, _right_end(runs) - runs[0].right)
    return shared >= LEAST_SHARED and shared / longest >= LEAST_LIKENESS


def _passage(left: str, right: str, left_words: Words, right_words: Words, runs: list[Run]) -> Passage:
    pieces = tuple(
        (_span(left, left_words, run.left, run.length), _span(right, right_words, run.right, run.length))
        for run in runs
    )
    (first_left, first_right), (last_left, last_right) = pieces[0], pieces[-1]
    return Passage(
        cut(left, first_left.start, last_left.end),
        cut(right, first_right.start, last_right.end),
        sum(run.length for run in runs),
        pieces,
    )


def _span(text: str, words: Words, first: int, length: int) -> Span:
    return cut(text, words.starts[first], words.ends[first + length - 1])
