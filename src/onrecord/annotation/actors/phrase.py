"""A noun phrase that names or describes an actor, cut into the parts that matter: head, what follows it, name, role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.codebooks.registry import Match, Named, NameWord, Registry, Role, cut_words, load_roles
from onrecord.codebooks.registry.names import NameIndex

# Words that only count or point: what they stand before is the actor.
OPENING = frozenset(
    "a an the this that these those some several many all both each few most more another other any no his her "
    "its their our my your one two three four five six seven eight nine ten dozens hundreds thousands scores of "
    "about around at least over nearly almost".split()
)
# After these the noun phrase's head has passed.
HEAD_ENDS = re.compile(
    r"\b(?:of|in|at|from|to|for|on|near|with|by|against|who|whom|whose|which|that|including|under|inside|across)\b"
    r"|,|;|\(|—|–| - "
)
# Heads that only hold together what follows: a group of thieves are thieves.
HOLDERS = frozenset(
    "group groups number crowd band gang team pair handful series couple majority handful some many most all both "
    "one two three dozens hundreds thousands scores wave column family families".split()
)
FORMER = frozenset({"former", "ex", "retired", "ousted", "deposed", "onetime", "erstwhile", "disgraced"})


@dataclass(frozen=True, slots=True)
class Item:
    """A name of the registry or a role word, at words[first:last] of its part."""

    first: int
    last: int
    named: tuple[Named, ...] = ()
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a phrase: its words and what was found in them, from left to right."""

    words: tuple[NameWord, ...]
    items: tuple[Item, ...]
    opened_by: str = ""

    @property
    def roles(self) -> list[Role]:
        """The role words."""
        return [item.role for item in self.items if item.role]

    @property
    def is_former(self) -> bool:
        """Whether its office is a thing of the past."""
        return any(word.folded in FORMER or word.folded.startswith("ex-") for word in self.words)


def parts_of(text: str, registry: Registry) -> list[Part]:
    """The phrase's head first, then what follows it, cut at prepositions, relative pronouns and commas.

    A cut inside a name (`Trinidad and Tobago`, `Bank of England`) is none.
    """
    words = cut_words(text)
    roles = load_roles()
    items = list(_items(words, registry, roles))
    covered = {index for item in items for index in range(item.first + 1, item.last)}
    cuts, openers = [0], [""]
    for match in HEAD_ENDS.finditer(text):
        index = next((index for index, word in enumerate(words) if word.start >= match.start()), len(words))
        if index in covered or index >= len(words) or (index == 0):
            continue
        if index != cuts[-1]:
            cuts.append(index)
            openers.append(match[0].strip())
    parts = []
    for first, last, opener in zip(cuts, [*cuts[1:], len(words)], openers, strict=True):
        inside = [
            Item(item.first - first, item.last - first, item.named, item.role)
            for item in items
            if first <= item.first and item.last <= last
        ]
        start = next((k for k in range(last - first) if words[first + k].folded not in OPENING), 0)
        parts.append(Part(tuple(words[first:last]), tuple(item for item in inside if item.last > start), opener))
    return parts


def _items(words: Sequence[NameWord], registry: Registry, roles: NameIndex[Role]) -> Iterator[Item]:
    """Names and role words, from left to right; of two that overlap the longer, of two as long the name."""
    named: list[Match[Named]] = list(registry.find(list(words)))
    titled: list[Match[Role]] = list(roles.find(list(words)))
    found: list[Item] = [Item(match.first, match.last, named=match.values) for match in named]
    found += [Item(match.first, match.last, role=match.values[0]) for match in titled]
    found.sort(key=lambda item: (item.first - item.last, not item.named))
    taken: set[int] = set()
    kept = []
    for item in found:
        if taken.isdisjoint(range(item.first, item.last)):
            taken.update(range(item.first, item.last))
            kept.append(item)
    yield from sorted(kept, key=lambda item: item.first)
