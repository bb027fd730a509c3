"""PLOVER's contexts: why an event takes place, and the words that tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.codebooks.events.lines import rows

CONTEXT_GROUPS = ("government", "rights", "people and economy", "threats")
Reach = Literal["sentence", "paragraph"]


@dataclass(frozen=True, slots=True)
class ContextLine:
    """A context: what it means, how far around an event its words count, what of an event tells it, and its words.

    `facts` are sectors of actors and recipients, types, and types with a mode; a word of several is split.
    """

    name: str
    group: str
    meaning: str
    reach: Reach
    facts: frozenset[str]
    words: tuple[tuple[str, ...], ...]


@cache
def load_contexts() -> Mapping[str, ContextLine]:
    """The contexts by name, in the manual's order."""
    return {
        name: ContextLine(
            name,
            group,
            meaning,
            reach,  # type: ignore[arg-type]
            frozenset(facts.split()),
            tuple(tuple(word.split("_")) for word in words.split()),
        )
        for group, name, reach, meaning, facts, words in rows("contexts.tsv")
    }
