"""The contexts of events: by what each event is, the words of its sentence, and for the broad ones of its paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import load_contexts
from onrecord.record import Entity, Event, Span, Statement

# A crime is one where nothing more specific fits (the manual's rule).
CRIME = "crime"
SPECIFIC = frozenset({"terrorism", "cyber", "corruption", "illegal_drugs", "trafficking"})
# Meetings, recognition, treaties and quarrels of two states are diplomacy; their wars and trade need not be.
DIPLOMACY = frozenset({"CONSULT", "AGREE", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"})
STATE = frozenset({"GOV", None})

HYPHEN = re.compile("(-)")
Names = frozenset[str]
# Where words tell contexts, and which.
Hint = tuple[int, int, Names]


class ContextFinder:
    """Tells the contexts of a document's events; a sentence's words are looked up at most once.

    Who is cited tells nothing of what is: `the army said` is no military matter, unless the army is who acts.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        paragraphs: Sequence[Bounds],
        entities: Sequence[Entity] = (),
        statements: Sequence[Statement] = (),
    ) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._paragraphs = paragraphs
        self._paragraph_starts = [start for start, _ in paragraphs]
        self._entities = {entity.id: entity for entity in entities}
        self._cited = {at for each in statements if each.source for span in each.source.spans for at in _places(span)}
        self._hints: dict[int, list[Hint]] = {}

    def of(self, event: Event) -> tuple[str, ...]:
        """The contexts of an event in the manual's order."""
        start = event.trigger.spans[0].start
        number = max(bisect_right(self._starts, start) - 1, 0)
        own = {at for each in event.actors + event.recipients for span in each.spans for at in _places(span)}
        found = self._in_sentence(number, own) | self._by_facts(event)
        found |= {name for name in self._in_paragraph(start) if load_contexts()[name].reach == "paragraph"}
        if found & SPECIFIC:
            found.discard(CRIME)
        return tuple(name for name in load_contexts() if name in found)

    def _by_facts(self, event: Event) -> set[str]:
        parties = [self._entities[each.entity] for each in event.actors + event.recipients if each.entity]
        facts = {event.type, f"{event.type}:{event.mode}"} | {each.sector for each in parties if each.sector}
        states = {each.country for each in parties if each.country and each.sector in STATE}
        if len(states) > 1 and event.type in DIPLOMACY:
            facts.add("abroad")
        by_fact = _contexts_by_fact()
        return {name for fact in facts for name in by_fact.get(fact, ())}

    def _in_paragraph(self, start: int) -> set[str]:
        index = bisect_right(self._paragraph_starts, start) - 1
        if index < 0:
            return set()
        first, last = self._paragraphs[index]
        low = max(bisect_right(self._starts, first) - 1, 0)
        high = bisect_right(self._starts, last - 1)
        return {name for number in range(low, high) for name in self._in_sentence(number, frozenset())}

    def _in_sentence(self, number: int, own: Set[int]) -> set[str]:
        """What the words of a sentence tell, those that say who is cited left out unless they are the event's own."""
        if number not in self._hints:
            self._hints[number] = list(hints_in(self._sentences[number]))
        return {
            name
            for start, end, names in self._hints[number]
            if start not in self._cited or start in own or end - 1 in own
            for name in names
        }


def hints_in(sentence: Sentence) -> Iterator[Hint]:
    """The words of a sentence that tell contexts."""
    known = _words_of_contexts()
    words = sentence.words
    for index, word in enumerate(words):
        for first in {word.text.lower(), word.lemma}:
            for rest, names in known.get(first, ()):
                following = words[index + 1 : index + 1 + len(rest)]
                if len(following) == len(rest) and all(
                    form in (each.text.lower(), each.lemma) for each, form in zip(following, rest, strict=True)
                ):
                    yield word.start, (following[-1] if following else word).end, names


def _places(span: Span) -> range:
    return range(span.start, span.end)


@cache
def _words_of_contexts() -> Mapping[str, tuple[tuple[tuple[str, ...], Names], ...]]:
    """Contexts by the first word of what tells them, with the words that must follow it."""
    names_of: dict[tuple[str, ...], set[str]] = {}
    for line in load_contexts().values():
        for phrase in line.words:
            names_of.setdefault(phrase, set()).add(line.name)
            # The parser makes three words of `pro-democracy`.
            pieces = tuple(piece for word in phrase for piece in HYPHEN.split(word))
            names_of.setdefault(pieces, set()).add(line.name)
    found: dict[str, list[tuple[tuple[str, ...], Names]]] = {}
    for phrase, names in names_of.items():
        found.setdefault(phrase[0], []).append((phrase[1:], frozenset(names)))
    return {first: tuple(rest) for first, rest in found.items()}


@cache
def _contexts_by_fact() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in load_contexts().values():
        for fact in line.facts:
            found[fact] = (*found.get(fact, ()), line.name)
    return found
