"""The lists of stance words, read into tables by their first word."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Generic, Literal, TypeVar

from onrecord.codebooks.stems import stem

Family = Literal["will", "duty", "can", "may", "certainty", "refusal"]
Value = TypeVar("Value")
# The kinds of clauses.tsv whose words begin a clause; the others are plain lists.
CLAUSES = ("condition", "unless", "until", "unconditional", "no condition", "circumstance", "aside", "back")
SIGNS = {"+": 1, "-": -1, "": 0}
FILES = ("acts.tsv", "clauses.tsv", "forces.tsv", "poles.tsv")


@dataclass(frozen=True, slots=True)
class Force:
    """What a modal phrase tells: its family, its level from 1 (open) to 3 (full), and -1 where it denies."""

    family: Family
    level: int
    pole: int


@dataclass(frozen=True, slots=True)
class Pole:
    """For (1) or against (-1) what a word of this group takes."""

    group: str
    pole: int


@dataclass(frozen=True, slots=True)
class ActStance:
    """What an act says of its source's position, as the top of acts.tsv explains; 0, "" and False for nothing."""

    pole: int
    family: str
    force: int
    scale: str
    level: int
    is_marked: bool
    truth: int


class Phrases(Generic[Value]):
    """Phrases of stems to values, the longest found first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}

    def add(self, phrase: str, value: Value) -> None:
        """Puts in one more phrase."""
        words = tuple(stem(word) for word in phrase.split())
        listed = self._by_first.setdefault(words[0], [])
        listed.append((words, value))
        listed.sort(key=lambda each: -len(each[0]))

    def beginning_with(self, first: str) -> list[tuple[tuple[str, ...], Value]]:
        """The phrases that begin with a stem, the longest first."""
        return self._by_first.get(first, [])


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The lists; words are stems. `clauses` gives the kind of a clause's first words, `sets` the plain lists."""

    forces: Phrases[Force]
    verbs: Phrases[Pole]
    states: Phrases[Pole]
    deeds: dict[str, tuple[Pole, ...]]
    turns: frozenset[str]
    clauses: Phrases[str]
    sets: dict[str, frozenset[str]]


@cache
def load_stance_words() -> StanceWords:
    """The lists as shipped."""
    verbs, states, deeds, turns = _poles()
    clauses: Phrases[str] = Phrases()
    sets: dict[str, frozenset[str]] = {}
    for kind, words in _rows("clauses.tsv"):
        phrases = words.split(", ")
        sets[kind] = frozenset(stem(each) for each in phrases if " " not in each)
        if kind in CLAUSES:
            for phrase in phrases:
                clauses.add(phrase, kind)
    return StanceWords(_forces(), verbs, states, deeds, turns, clauses, sets)


@cache
def load_act_stances() -> dict[str, ActStance]:
    """What the acts say of a position, by act."""
    return {
        act: ActStance(
            SIGNS[pole], family, int(force or 0), scale, int(level or 0), mark == "x", SIGNS[truth]
        )
        for act, pole, family, force, scale, level, mark, truth in _rows("acts.tsv")
    }  # fmt: skip


@cache
def stances_version() -> str:
    """The hash of the lists: other words find other changes."""
    lists = b"".join((files("onrecord.codebooks.stances") / name).read_bytes() for name in FILES)
    return f"rules 1, lists {hashlib.sha256(lists).hexdigest()[:12]}"


def _forces() -> Phrases[Force]:
    forces: Phrases[Force] = Phrases()
    for family, level, pole, words in _rows("forces.tsv"):
        for phrase in words.split(", "):
            forces.add(phrase, Force(family, int(level), SIGNS[pole]))  # type: ignore[arg-type]
    return forces


def _poles() -> tuple[Phrases[Pole], Phrases[Pole], dict[str, tuple[Pole, ...]], frozenset[str]]:
    verbs: Phrases[Pole] = Phrases()
    states: Phrases[Pole] = Phrases()
    deeds: dict[str, tuple[Pole, ...]] = {}
    turns: set[str] = set()
    for kind, group, pole, words in _rows("poles.tsv"):
        for phrase in words.split(", "):
            value = Pole(group, SIGNS[pole])
            if kind == "deed":
                deeds[stem(phrase)] = (*deeds.get(stem(phrase), ()), value)
            elif kind in ("turn", "other"):
                turns.add(stem(phrase))
            else:
                (verbs if kind == "verb" else states).add(phrase, value)
    return verbs, states, deeds, frozenset(turns)


def _rows(name: str) -> Iterator[list[str]]:
    """The lines of a list, without comments and the line of names."""
    lines = (files("onrecord.codebooks.stances") / name).read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return iter(kept[1:])
