"""How the events of a sentence were done, where the lexicon's line does not say: by the words around their triggers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from onrecord.annotation.clauses import conjuncts, object_of, prepositions, subject_of
from onrecord.annotation.events.finding import Draft
from onrecord.annotation.syntax import Sentence
from onrecord.codebooks.events import ModeLine, load_modes
from onrecord.record import Entity, Place, Spans

# Clauses that tell of something else.
APART = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
# Below a trigger, and no part of what it demands, refuses or threatens.
BESIDE = frozenset({"conj", "cc", "npadvmod", "advmod", "parataxis"})
ELSEWHERE = frozenset({"nsubj", "agent", "punct", "relcl", "aux", "det", "poss", "appos"})
# How far below a trigger stands what it demands, refuses or threatens.
DEEPEST = 5


class Telling:
    """The words by which a trigger's mode can be told, slot by slot, each looked up at most once."""

    def __init__(
        self,
        sentence: Sentence,
        trigger: Sequence[int],
        head: int,
        others: Mapping[int, str] | None = None,
        recipients: Sequence[int] = (),
        facts: frozenset[str] = frozenset(),
    ) -> None:
        """`others` are the other events of the sentence by the index of their heads, as `TYPE` or `TYPE:mode`."""
        self._sentence = sentence
        self._trigger = trigger
        self._head = head
        self._others = {index: kind for index, kind in (others or {}).items() if index not in trigger}
        self._recipients = recipients
        self._facts = facts

    def says(self, slot: str, words: frozenset[str]) -> bool:
        """Whether one of the words stands in a slot."""
        return not words.isdisjoint(getattr(self, slot))

    @cached_property
    def fact(self) -> frozenset[str]:
        """What the event shows by itself."""
        return self._facts

    @cached_property
    def trigger(self) -> set[str]:
        """The trigger's words."""
        particles = self._particles(self._head)
        return self._words(self._trigger) | {f"{self._sentence.words[self._head].lemma}_{each}" for each in particles}

    @cached_property
    def near(self) -> set[str]:
        """The words of the trigger's clause, what tells of another event left out."""
        found, waiting = {*self._trigger}, [*self._trigger]
        while waiting:
            for child in self._sentence.children[waiting.pop()]:
                word = self._sentence.words[child]
                apart = word.dep in APART or (word.dep == "conj" and word.is_verb)
                if child not in found and child not in self._others and not apart:
                    found.add(child)
                    waiting.append(child)
        return self._words(found)

    @cached_property
    def object(self) -> set[str]:
        """What is acted on, and what kind of it."""
        words = self._sentence.words
        found = []
        for index in self._trigger:
            if words[index].is_verb:
                target = object_of(self._sentence, index)
                found += conjuncts(self._sentence, target) if target is not None else []
            for preposition, below in prepositions(self._sentence, index):
                if preposition in ("of", "on", "against", "to"):
                    found += conjuncts(self._sentence, below)
            if not words[index].is_verb:
                found += self._modifiers(index)
        return self._words([each for index in found for each in (index, *self._modifiers(index))])

    @cached_property
    def subject(self) -> set[str]:
        """Who acts, by grammar."""
        head = self._head
        if not self._sentence.words[head].is_verb:
            head = self._sentence.words[head].head
        subject = subject_of(self._sentence, head) if self._sentence.words[head].is_verb else None
        found = conjuncts(self._sentence, subject) if subject is not None else []
        return self._words([each for index in found for each in (index, *self._modifiers(index))])

    @cached_property
    def recipient(self) -> set[str]:
        """The heads of the recipients."""
        return self._words(self._recipients)

    def below(self, table: Mapping[str, ModeLine]) -> ModeLine | None:
        """What the nearest word or event that the table knows tells of what is demanded, refused or threatened."""
        for index in self._descend():
            for told in self._tells(index):
                if told in table:
                    return table[told]
        return None

    def _tells(self, index: int) -> Iterator[str]:
        """What a word below can be known as: with its particle, as an event, by itself."""
        word = self._sentence.words[index]
        for particle in self._particles(index):
            yield f"{word.lemma}_{particle}"
        if index in self._others:
            kind = self._others[index]
            yield kind
            yield kind.partition(":")[0]
        yield word.lemma
        yield word.text.lower()

    def _descend(self) -> Iterator[int]:
        """The words below the trigger, nearest first, without who acts and who is addressed."""
        words = self._sentence.words
        level, seen = [*self._trigger], {*self._trigger}
        if words[self._trigger[0]].tag == "MD":  # `must leave`, `will not leave`
            verb = words[self._trigger[0]].head
            level = [verb]
            yield verb
        for _ in range(DEEPEST):
            below = []
            for index in level:
                for child in self._sentence.children[index]:
                    dep = words[child].dep
                    if child in seen or dep in ELSEWHERE:
                        continue
                    if index in self._trigger and (dep in BESIDE or (dep == "ccomp" and child < index)):
                        continue
                    seen.add(child)
                    below.append(child)
                    if child not in self._recipients:
                        yield child
            level = below

    def _particles(self, index: int) -> Iterator[str]:
        for child in self._sentence.children[index]:
            if self._sentence.words[child].dep in ("prt", "advmod"):
                yield self._sentence.words[child].text.lower()

    def _modifiers(self, index: int) -> list[int]:
        return [c for c in self._sentence.children[index] if self._sentence.words[c].dep in ("compound", "amod")]

    def _words(self, indices: Iterable[int]) -> set[str]:
        """Words as lemmas and as written, neighbours also joined: `tear_gas`."""
        words = self._sentence.words
        found: set[str] = set()
        before = -2
        for index in sorted(indices):
            word = words[index]
            found |= {word.lemma, word.text.lower()}
            if index == before + 1:
                first = words[before]
                found |= {f"{first.lemma}_{word.lemma}", f"{first.text.lower()}_{word.text.lower()}"}
                found.add(f"{first.text.lower()}_{word.lemma}")
            before = index
        return found


def tell_mode(kind: str, mode: str | None, telling: Telling) -> str | None:
    """The mode of an event of a type: the first that its words tell, else the one that its trigger's line gives."""
    told = load_modes().get(kind)
    if told is None:
        return None
    for line in told.lines:
        if (mode is None or mode in line.replaces) and all(telling.says(*slot) for slot in line.slots):
            return line.mode
    if told.below:
        below = telling.below(told.below)
        if below is not None and (mode is None or mode in below.replaces):
            return below.mode
    return mode


def mode_of_words(kind: str, sentences: Sequence[Sentence], starts: Sequence[int], spans: Spans) -> str | None:
    """The mode of an event of a type that some words of the text tell; `starts` are those of the sentences."""
    sentence = sentences[max(bisect_right(starts, spans[0].start) - 1, 0)]
    told = [i for i, word in enumerate(sentence.words) if any(s.start <= word.start < s.end for s in spans)]
    return tell_mode(kind, None, Telling(sentence, told, told[0])) if told else None


def with_modes(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], entities: Sequence[Entity], places: Sequence[Place]
) -> list[Draft]:
    """The drafts, each with the mode that its sentence tells."""
    country_of = {each.id: each.country for each in entities} | {each.id: each.country for each in places}
    kinds: dict[int, dict[int, str]] = {}
    for draft in drafts:
        trigger = draft.trigger
        kind = f"{trigger.type}:{trigger.mode}" if trigger.mode else trigger.type
        kinds.setdefault(draft.sentence, {})[trigger.head] = kind
    return [_with_mode(each, sentences[each.sentence], kinds[each.sentence], country_of) for each in drafts]


def _with_mode(
    draft: Draft, sentence: Sentence, others: Mapping[int, str], country_of: Mapping[str, str | None]
) -> Draft:
    trigger = draft.trigger
    words = sorted({*trigger.words, *trigger.others})
    recipients = [each.head for each in draft.recipients]
    telling = Telling(sentence, words, trigger.head, others, recipients, _facts(draft, country_of))
    mode = tell_mode(trigger.type, trigger.mode, telling)
    return draft if mode == trigger.mode else replace(draft, trigger=replace(trigger, mode=mode))


def _facts(draft: Draft, country_of: Mapping[str, str | None]) -> frozenset[str]:
    """`three`: so many take part; `host`: it takes place where the recipient is at home and the actor is not."""
    facts = set()
    if len(draft.actors) + len(draft.recipients) >= 3:
        facts.add("three")
    where = country_of.get(draft.place) if draft.place else None
    if where is not None:
        actors = {country_of.get(each.entity) for each in draft.actors if each.entity}
        recipients = {country_of.get(each.entity) for each in draft.recipients if each.entity}
        if where in recipients and where not in actors:
            facts.add("host")
    return frozenset(facts)
