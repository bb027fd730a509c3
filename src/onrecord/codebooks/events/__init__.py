"""The words that tell of PLOVER events, and the conditions on which each does."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from onrecord.codebooks.events.contexts import CONTEXT_GROUPS, ContextLine, load_contexts
from onrecord.codebooks.events.lines import load_classes, rows
from onrecord.codebooks.events.modes import MODES, ModeLine, ModeLines, load_modes
from onrecord.record import Status

__all__ = [
    "CONTEXT_GROUPS",
    "MODES",
    "TYPES",
    "VERBAL",
    "Condition",
    "ContextLine",
    "ModeLine",
    "ModeLines",
    "Part",
    "TriggerLine",
    "lexicon_version",
    "load_classes",
    "load_contexts",
    "load_modes",
    "load_outlooks",
    "load_triggers",
]

Part = Literal["verb", "noun", "adjective"]
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# The files that decide which events are found and what is said of them.
LISTS = ("triggers.tsv", "classes.tsv", "outlooks.tsv", "modes.tsv", "contexts.tsv")
# The type of lines that say when a word tells of nothing, whatever the other lines say.
NO_EVENT = "none"
# Acts done with words, and acts done with hands.
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Condition:
    """What a trigger must stand with.

    `slots` are of those that the head of triggers.tsv lists (`obj`, `subj`, `mod` ...), or else words that depend on
    the trigger, mostly prepositions; `words` are the lemmas that may stand there, none for any. `is_without` turns it
    round.
    """

    slots: tuple[str, ...]
    words: frozenset[str] = frozenset()
    is_without: bool = False


@dataclass(frozen=True, slots=True)
class TriggerLine:
    """One way in which a word tells of an event.

    `particle` belongs to the word (`off` of `call off`). `roles` says where actor and recipient stand, when not where
    the type has them.
    """

    type: str
    mode: str | None
    particle: str | None
    conditions: tuple[Condition, ...]
    roles: Mapping[str, str]


@cache
def load_triggers() -> dict[tuple[Part, str], tuple[TriggerLine, ...]]:
    """The lines of a word by part of speech and lemma, those with most conditions first."""
    found: dict[tuple[Part, str], list[TriggerLine]] = {}
    for part, kind, mode, conditions, roles, words in rows("triggers.tsv"):
        for word in words.split():
            lemma, _, particle = word.partition("_")
            line = TriggerLine(
                kind,
                mode or None,
                particle or None,
                tuple(_condition(each) for each in conditions.split()),
                dict(each.split("=") for each in roles.split()),
            )
            found.setdefault((part, lemma), []).append(line)  # type: ignore[arg-type]
    return {key: tuple(sorted(lines, key=_generality)) for key, lines in found.items()}


def _generality(line: TriggerLine) -> tuple[bool, bool, int, int]:
    """What sorts the lines of a word: those of no event, those with a particle, those with most words named first."""
    named = sum(1 for each in line.conditions if each.words and not each.is_without)
    return (line.type != NO_EVENT, line.particle is None, -named, -len(line.conditions))


@cache
def load_outlooks() -> dict[str, Status]:
    """What becomes of the event that a word governs, by the word's lemma."""
    return {word: outlook for outlook, words in rows("outlooks.tsv") for word in words.split()}  # type: ignore[misc]


@cache
def lexicon_version() -> str:
    """The hash of the lists, for a record's coder: other words find other events."""
    folder = files("onrecord.codebooks.events")
    lists = b"".join((folder / name).read_bytes() for name in LISTS)
    return f"lexicon {hashlib.sha256(lists).hexdigest()[:12]}"


def _condition(text: str) -> Condition:
    slots, _, words = text.removeprefix("-").partition("=")
    lemmas: set[str] = set()
    for word in filter(None, words.split("|")):
        lemmas |= load_classes()[word[1:]] if word.startswith("@") else {word}
    return Condition(tuple(slots.split("|")), frozenset(lemmas), text.startswith("-"))
