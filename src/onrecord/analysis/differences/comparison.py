"""Two revisions side by side: their records, the alignment of their texts, and what has been told of them so far."""

from collections.abc import Collection, Iterable, Sequence
from typing import Self

from onrecord.analysis.differences.alignment import Alignment
from onrecord.analysis.differences.passages import Groups, group_sentences, is_whole
from onrecord.analysis.differences.words import IDLE, TRIFLES, Words, phrase
from onrecord.record import Participant, Record, Referents, Spans


class Coded:
    """One revision: its record, the words of its text, and those statements and events that have words."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.words = Words(record.document.text)
        self.referents = Referents(record)
        self._main: dict[Spans, list[int]] = {}
        # Marks alone tell nothing that could be found again.
        self.statements = [each for each in record.statements if self.main(each.content.spans)]
        self.events = [each for each in record.events if self.main(each.trigger.spans)]

    def numbers(self, spans: Spans) -> list[int]:
        """The numbers of the words in spans, marks of punctuation left out."""
        return [number for number in self.words.within(spans) if not self.words.is_mark(number)]

    def main(self, spans: Spans) -> list[int]:
        """The numbers of the words in spans that could not stand in any sentence; all where there are no others."""
        if spans not in self._main:
            numbers = self.numbers(spans)
            self._main[spans] = [number for number in numbers if self.words.keys[number] not in IDLE] or numbers
        return self._main[spans]

    def keys(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """What some words are compared by."""
        return tuple(self.words.keys[number] for number in numbers)

    def with_sentences(self, numbers: Iterable[int]) -> set[int]:
        """All words of the sentences in which words stand."""
        sentences = {self.words.sentence_of(number) for number in numbers}
        return {number for sentence in sentences for number in range(*self.words.sentences[sentence])}

    def name(self, participant: Participant | None) -> str | None:
        """Whom the words of a role mean, where they name nobody; else the words."""
        if participant is None:
            return None
        entity = self.referents.unnamed(participant)
        return entity.name if entity else phrase(participant.spans)


class Comparison:
    """An earlier and a later revision, from the side of the earlier one; `turned` gives the other side.

    `told` are the words of each text that a change has accounted for. Finders look only at what is not, and say what
    they tell.
    """

    def __init__(self, earlier: Record, later: Record) -> None:
        self.earlier, self.later = Coded(earlier), Coded(later)
        self.alignment = Alignment(self.earlier.words, self.later.words)
        self.groups: Groups = group_sentences(self.alignment)
        self._turned: Self | None = None
        self._told: tuple[set[int], set[int]] = (set(), set())
        self._altered: tuple[set[int], set[int]] = (set(), set())
        for mine, theirs in self.groups:
            if not is_whole(self.alignment, mine, theirs):
                self._altered[0].update(mine)
                self._altered[1].update(theirs)

    def turned(self) -> Self:
        """The same two with earlier and later exchanged; what is told of one is told of the other."""
        if self._turned is None:
            other = object.__new__(type(self))
            other.earlier, other.later, other.alignment = self.later, self.earlier, self.alignment.reversed()
            other.groups = [(theirs, mine) for mine, theirs in self.groups]
            other._told, other._altered, other._turned = self._told[::-1], self._altered[::-1], self
            self._turned = other
        return self._turned

    def is_altered(self, numbers: Iterable[int]) -> bool:
        """Whether the sentences of some words of the earlier text are not in the later one as they were."""
        return any(self.earlier.words.sentence_of(number) in self._altered[0] for number in numbers)

    def lost(self, numbers: Iterable[int]) -> list[int]:
        """Those words of the earlier text that the later one has no more."""
        return [number for number in numbers if self.alignment.later[number] is None]

    def is_lost(self, numbers: Sequence[int]) -> bool:
        """Whether most of some words of the earlier text are gone."""
        return self.alignment.kept(numbers) < 0.5

    def counterparts(self, number: int) -> set[int]:
        """The sentences of the later text in which words of a word's sentence stand."""
        words = self.earlier.words
        found = (self.alignment.later[each] for each in range(*words.sentences[words.sentence_of(number)]))
        return {self.later.words.sentence_of(each) for each in found if each is not None}

    def is_told(self, numbers: Iterable[int]) -> bool:
        """Whether a change has accounted for one of these words of the earlier text already."""
        return not self._told[0].isdisjoint(numbers)

    def is_wholly_told(self, numbers: Iterable[int]) -> bool:
        """Whether changes have accounted for all of these words of the earlier text."""
        return self._told[0].issuperset(numbers)

    def tell(self, mine: Iterable[int], theirs: Iterable[int] = ()) -> None:
        """Accounts for words of the earlier and of the later text."""
        self._told[0].update(mine)
        self._told[1].update(theirs)

    def untold(self, numbers: Collection[int]) -> list[int]:
        """Those words of the earlier text that are gone and not accounted for, if any of them matters.

        Beside something told, what only holds a sentence together (`had`, `by`) does not.
        """
        idle = IDLE if self.is_told(numbers) else TRIFLES
        found = [number for number in self.lost(numbers) if number not in self._told[0]]
        return found if any(self.earlier.words.keys[number] not in idle for number in found) else []

    def in_stead(self, numbers: Sequence[int]) -> list[int]:
        """The words of the later text, new in it, that stand where words of the earlier one stood."""
        return [number for number in self.alignment.opposite(numbers) if self.alignment.earlier[number] is None]
