"""The acts of statements: the closed list, PLOVER's type of each, and the words that tell them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ANY = "-"


@dataclass(frozen=True, slots=True)
class Act:
    """One act; `plover` is the event type that it is, `denied` the act of a cue of it that is negated."""

    name: str
    meaning: str
    plover: str | None
    denied: str | None


@dataclass(frozen=True, slots=True)
class ActCues:
    """By part of speech and words, the act in each frame; what frames and parts are is said at the top of the file."""

    acts: dict[tuple[str, str], dict[str, str]]

    def act(self, part: str, words: str, frames: frozenset[str] = frozenset()) -> str | None:
        """The act that words tell in one of the frames, else in any; None where they tell none."""
        by_frame = self.acts.get((part, words), {})
        return next((by_frame[frame] for frame in sorted(frames & by_frame.keys())), by_frame.get(ANY))


@cache
def load_acts() -> dict[str, Act]:
    """The acts by name, in the order of the list."""
    return {
        name: Act(name, meaning, plover or None, denied or None) for name, meaning, plover, denied in _rows("acts.tsv")
    }


def plover_of(act: str | None) -> str | None:
    """The PLOVER event type that performing an act is: None for acts that are no event, and for no act."""
    known = load_acts().get(act) if act else None
    return known.plover if known else None


@cache
def load_act_cues() -> ActCues:
    """The words that tell acts, as shipped."""
    acts: dict[tuple[str, str], dict[str, str]] = {}
    for act, part, frame, words in _rows("act_cues.tsv"):
        for word in words.split(", "):
            acts.setdefault((part, word), {})[frame] = act
    return ActCues(acts)


@cache
def acts_version() -> str:
    """The hash of both lists, for a record's coder: other words give other acts."""
    lists = b"".join((files("onrecord.codebooks") / name).read_bytes() for name in ("acts.tsv", "act_cues.tsv"))
    return f"rules 1, lists {hashlib.sha256(lists).hexdigest()[:12]}"


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("onrecord.codebooks") / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith(("#", "act\t")):
            yield line.split("\t")
