"""A text as words and sentences, for laying two texts side by side.

Two words are the same whatever their case and their kind of quotation mark or dash: an outlet that changes its
typography has changed nothing that is on the record. Offsets are always the text's own.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.record import Span, Spans, cut

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[’'\-‑]\w+)*|[^\w\s]")
MARKS = str.maketrans("“”„«»‘’‚‹›–—‑−", '"""""' + "'''''" + "----")
SILENT = frozenset(".,;:!?…-()[]{}'/*•")
ENDS = frozenset(".!?…")
CLOSING = frozenset("\"')]}")
# A full stop behind these ends no sentence; nor does one behind a single letter.
SHORTENED = frozenset(
    "mr mrs ms dr prof gen col lt capt sgt maj adm sen rep gov rev hon st no vs "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
IDLE = frozenset(
    "a an the of to in on at by for with from as and or but that this these those it its he his him she her they their "
    "them we our i is are was were be been has have had do does did will would not".split()
)
"""Words that every sentence can share with every other: alone they make no two alike."""
NEGATIONS = frozenset(["not", "never", "no", "nobody", "none", "nothing", "cannot", "without"])
TRIFLES = frozenset(["a", "an", "the", "that", "to", "and"])
"""Words whose coming and going alone is no change: `demanded that he resign`, `asked him to resign`."""


class Words:
    """The words of one text in order: `keys` are what they are compared by, `starts` and `ends` where they stand.

    `sentences` are ranges of word numbers, end exclusive; a line's end always ends one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(WORD.finditer(text))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.keys = [_key(match.group()) for match in found]
        self._tell_quotes_from_apostrophes()
        self.sentences = self._split()
        self._firsts = [first for first, _ in self.sentences]

    def within(self, spans: Spans) -> list[int]:
        """The numbers of the words that stand in spans, wholly or in part."""
        return [
            number
            for span in spans
            for number in range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))
        ]

    def spans(self, numbers: Iterable[int]) -> Spans:
        """The stretches of text that words make up, those next to each other as one."""
        stretches: list[tuple[int, int]] = []
        last = None
        for number in sorted(numbers):
            start = stretches.pop()[0] if last is not None and number == last + 1 else self.starts[number]
            stretches.append((start, self.ends[number]))
            last = number
        return tuple(cut(self.text, start, end) for start, end in stretches)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one word to another, both included."""
        return cut(self.text, self.starts[first], self.ends[last])

    def sentence_of(self, number: int) -> int:
        """The number of the sentence in which a word stands."""
        return bisect_right(self._firsts, number) - 1

    def is_negation(self, number: int) -> bool:
        """Whether it turns what is said into its opposite: `not`, `never`, `didn't`."""
        return self.keys[number] in NEGATIONS or self.keys[number].endswith("n't")

    def is_mark(self, number: int) -> bool:
        """Whether it is a mark of punctuation that says nothing; a quotation mark and a sign (`%`, `$`) do."""
        return self.keys[number] in SILENT

    def _tell_quotes_from_apostrophes(self) -> None:
        """Makes single quotation marks the same as double ones; the apostrophe of `workers’ rights` stays one."""
        is_open = False
        for number, key in enumerate(self.keys):
            before = self.text[self.starts[number] - 1 : self.starts[number]]
            if "\n" in self.text[self.ends[number - 1] if number else 0 : self.starts[number]]:
                is_open = False
            if key != "'":
                continue
            behind = self.text[self.ends[number] : self.ends[number] + 1]
            is_opening = not before.isalnum() and behind.isalnum()
            if is_opening or (is_open and not before.isspace()):
                self.keys[number] = '"'
                is_open = is_opening

    def _split(self) -> list[tuple[int, int]]:
        sentences = []
        first = 0
        for number in range(len(self.keys)):
            if number + 1 == len(self.keys) or self._ends_sentence(number):
                sentences.append((first, number + 1))
                first = number + 1
        return sentences

    def _ends_sentence(self, number: int) -> bool:
        gap = self.text[self.ends[number] : self.starts[number + 1]]
        if not gap or "\n" in gap:
            return bool(gap)
        last = number
        while last > 0 and self.keys[last] in CLOSING and self.starts[last] == self.ends[last - 1]:
            last -= 1
        if self.keys[last] not in ENDS or self.text[self.starts[number + 1]].islower():
            return False
        before = self.keys[last - 1] if last else ""
        return not (self.keys[last] == "." and (before in SHORTENED or (len(before) == 1 and before.isalpha())))


def phrase(spans: Spans) -> str:
    """The words of a whole or broken phrase, on one line."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def _key(word: str) -> str:
    """What a word is compared by. Apostrophes within words are folded too."""
    return unicodedata.normalize("NFC", word).translate(MARKS).casefold()
