"""How PLOVER events are done: the modes of each type, and the words that tell one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.codebooks.events.lines import load_classes, rows

# The table of the manual (draft 2.0).
MODES: Mapping[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ModeLine:
    """One way to tell a mode: the modes it may replace, and the words of which one must stand in each slot."""

    mode: str
    replaces: frozenset[str]
    slots: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class ModeLines:
    """How the modes of a type are told: by lines in their order, and by what stands below the trigger."""

    lines: tuple[ModeLine, ...]
    below: Mapping[str, ModeLine]


@cache
def load_modes() -> Mapping[str, ModeLines]:
    """How the modes are told, by type."""
    lines: dict[str, list[ModeLine]] = {}
    below: dict[str, dict[str, ModeLine]] = {}
    for kind, mode, replaces, conditions in rows("modes.tsv"):
        line = ModeLine(mode, frozenset(replaces.split()), tuple(_slot(each) for each in conditions.split()))
        if line.slots[0][0] == "below":
            for word in line.slots[0][1]:
                below.setdefault(kind, {}).setdefault(word, line)
        else:
            lines.setdefault(kind, []).append(line)
    return {kind: ModeLines(tuple(lines.get(kind, ())), below.get(kind, {})) for kind in MODES}


def _slot(condition: str) -> tuple[str, frozenset[str]]:
    slot, _, listed = condition.partition("=")
    words: set[str] = set()
    for word in listed.split("|"):
        words |= load_classes()[word[1:]] if word.startswith("@") else {word}
    return slot, frozenset(words)
