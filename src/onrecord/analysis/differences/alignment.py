"""Which word of one text is which word of another.

Sentences that stay the same are found first, in order; then those that are alike, and within them the words; last what
was moved, split or joined: runs of words that stand elsewhere now. Words are never matched across sentences that have
nothing in common, as a plain difference of words would do with every `the`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from onrecord.analysis.differences.words import IDLE, Words

LEAST_ALIKE = 0.4
"""Two sentences between the same unchanged ones are one altered sentence from this share of common words on."""
LEAST_ALIKE_ELSEWHERE = 0.7
"""The same for sentences that an unchanged one stands between: moved and altered."""
SHORTEST_RUN = 4
"""So many words in a row that are found elsewhere have been moved there; of a whole sentence fewer are enough."""
TOO_COMMON = 40
"""A word in more sentences than this leads to no candidates: in long texts, rarer words in common are enough."""


class Alignment:
    """Two texts side by side: `later[n]` is the word of the later text that is word n of the earlier, None for none.

    `earlier` is the same from the other side.
    """

    def __init__(self, left: Words, right: Words) -> None:
        self.left, self.right = left, right
        self.later: list[int | None] = [None] * len(left.keys)
        self.earlier: list[int | None] = [None] * len(right.keys)
        for one, other in _sentence_pairs(left, right):
            self._match_words(left.sentences[one], right.sentences[other])
        self._match_runs()

    def reversed(self) -> "Alignment":
        """The same two texts, seen from the later one."""
        turned = object.__new__(Alignment)
        turned.left, turned.right, turned.later, turned.earlier = self.right, self.left, self.earlier, self.later
        return turned

    def kept(self, numbers: Iterable[int]) -> float:
        """What share of some words of the earlier text stands in the later one; 1 where there are none."""
        found = [self.later[number] is not None for number in numbers if not self.left.is_mark(number)]
        return sum(found) / len(found) if found else 1.0

    def opposite(self, numbers: Sequence[int]) -> range:
        """Where in the later text words stand, or what stands in their place: between the nearest words around them.

        Empty where nothing does.
        """
        first, last = numbers[0], numbers[-1]
        sentence = range(*self.left.sentences[self.left.sentence_of(first)])
        before = next((self.later[n] for n in range(first - 1, sentence[0] - 1, -1) if self.later[n] is not None), None)
        sentence = range(*self.left.sentences[self.left.sentence_of(last)])
        behind = next((self.later[n] for n in range(last + 1, sentence[-1] + 1) if self.later[n] is not None), None)
        if before is None and behind is None:
            return range(0)
        if before is None:
            assert behind is not None
            return range(self.right.sentences[self.right.sentence_of(behind)][0], behind)
        if behind is None:
            return range(before + 1, self.right.sentences[self.right.sentence_of(before)][1])
        return range(before + 1, behind)

    def _match(self, one: int, other: int, size: int) -> None:
        for step in range(size):
            self.later[one + step], self.earlier[other + step] = other + step, one + step

    def _match_words(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        mine, theirs = self.left.keys[slice(*one)], self.right.keys[slice(*other)]
        if mine == theirs:
            self._match(one[0], other[0], len(mine))
            return
        for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
            self._match(one[0] + block.a, other[0] + block.b, block.size)

    def _match_runs(self) -> None:
        """Words in a row that are left on both sides: what was moved, or stands in two sentences now."""
        starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for other in _run_starts(self.earlier):
            starts[tuple(self.right.keys[other : other + 2])].append(other)
        one = 0
        while one < len(self.later):
            key = tuple(self.left.keys[one : one + 2])
            size, other = max(((self._run(one, each), -each) for each in starts.get(key, ())), default=(0, 0))
            if size >= SHORTEST_RUN or _is_sentence(self.left, one, size) or _is_sentence(self.right, -other, size):
                self._match(one, -other, size)
                one += size
            else:
                one += 1

    def _run(self, one: int, other: int) -> int:
        """How many words in a row from two places on are the same, and are nobody's yet."""
        size = 0
        while (
            one + size < len(self.later)
            and other + size < len(self.earlier)
            and self.later[one + size] is None
            and self.earlier[other + size] is None
            and self.left.keys[one + size] == self.right.keys[other + size]
        ):
            size += 1
        return size


def _run_starts(matched: Sequence[int | None]) -> Iterable[int]:
    return (number for number in range(len(matched) - 1) if matched[number] is None and matched[number + 1] is None)


def _is_sentence(words: Words, number: int, size: int) -> bool:
    """Whether two words or more are a whole sentence but for the mark at its end."""
    if size < 2:
        return False
    first, last = words.sentences[words.sentence_of(number)]
    return number == first and number + size >= last - 1


def _sentence_pairs(left: Words, right: Words) -> list[tuple[int, int]]:
    """The sentences that are one, unchanged or altered."""
    mine, theirs = _sentence_keys(left), _sentence_keys(right)
    pairs = dict(_same(mine, theirs))
    taken = set(pairs.values())
    gaps = _gaps(len(mine), pairs), _gaps(len(theirs), taken)
    free = [number for number in range(len(mine)) if number not in pairs]
    open_ones = [number for number in range(len(theirs)) if number not in taken]
    rated = []
    for one, other in _candidates(mine, theirs, free, open_ones):
        alike = _alike(mine[one], theirs[other])
        at_home = gaps[0][one] == gaps[1][other]
        if alike >= (LEAST_ALIKE if at_home else LEAST_ALIKE_ELSEWHERE):
            rated.append((-alike, not at_home, one, other))
    for _, _, one, other in sorted(rated):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return sorted(pairs.items())


def _sentence_keys(words: Words) -> list[tuple[str, ...]]:
    return [tuple(key for key in words.keys[first:last] if key[0].isalnum()) for first, last in words.sentences]


def _same(mine: list[tuple[str, ...]], theirs: list[tuple[str, ...]]) -> Iterable[tuple[int, int]]:
    """The sentences that are the same word for word, in the same order."""
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            yield block.a + step, block.b + step


def _gaps(count: int, matched: Iterable[int]) -> list[int]:
    """For each sentence how many unchanged ones stand before it."""
    same = set(matched)
    gaps, before = [], 0
    for number in range(count):
        gaps.append(before)
        before += number in same
    return gaps


def _candidates(
    mine: list[tuple[str, ...]], theirs: list[tuple[str, ...]], free: list[int], open_ones: list[int]
) -> set[tuple[int, int]]:
    """The sentences that have a word in common which few have."""
    having: dict[str, list[int]] = defaultdict(list)
    for other in open_ones:
        for key in set(theirs[other]):
            having[key].append(other)
    return {
        (one, other)
        for one in free
        for key in set(mine[one])
        if len(having.get(key, ())) <= TOO_COMMON
        for other in having.get(key, ())
    }


def _alike(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """The share of words that two sentences have in common; words that all share count a quarter."""
    common = Counter(mine) & Counter(theirs)
    total = _weight(Counter(mine)) + _weight(Counter(theirs))
    return 2 * _weight(common) / total if total else 0.0


def _weight(words: Counter[str]) -> float:
    return sum(count * (0.25 if key in IDLE else 1.0) for key, count in words.items())
