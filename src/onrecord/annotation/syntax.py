"""Parsed sentences: words with their places in the text, their tags and who depends on whom.

Universal enough for any dependency parser; the labels are those of the ClearNLP scheme that spaCy's English models use.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its place in the text, lemma, Penn tag, dependency label, and its head's index in the sentence."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int

    @property
    def is_verb(self) -> bool:
        """Whether the tag is a verb's (not a modal's)."""
        return self.tag.startswith("VB")

    @property
    def is_nominal(self) -> bool:
        """Whether the tag is a noun's, a name's or a pronoun's."""
        return self.tag.startswith(("NN", "PRP", "WP", "WDT", "DT", "CD"))

    @property
    def is_punctuation(self) -> bool:
        """Whether no letter or digit stands in it."""
        return not any(char.isalnum() for char in self.text)


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence in text order; a root's head is its own index."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends, exclusive."""
        return self.words[-1].end

    @cached_property
    def children(self) -> list[list[int]]:
        """The indices of each word's dependents, in text order."""
        children: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head != index:
                children[word.head].append(index)
        return children

    def subtree(self, index: int) -> list[int]:
        """The word and all that depends on it, in text order."""
        found, waiting = {index}, [index]
        while waiting:
            for child in self.children[waiting.pop()]:
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return sorted(found)

    def child(self, index: int, *labels: str) -> int | None:
        """The first dependent of a word with one of the labels."""
        return next((child for child in self.children[index] if self.words[child].dep in labels), None)

    def ancestors(self, index: int) -> Iterator[int]:
        """The words above one, nearest first."""
        while self.words[index].head != index:
            index = self.words[index].head
            yield index


def covering(sentences: Sequence[Sentence], start: int, end: int) -> list[Sentence]:
    """The sentences that share a character with (start, end)."""
    return [sentence for sentence in sentences if sentence.start < end and start < sentence.end]
