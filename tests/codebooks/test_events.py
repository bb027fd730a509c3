"""Modes and contexts of events: closed lists after PLOVER, and words that tell of what is on them."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.codebooks.events import (
    CONTEXT_GROUPS,
    MODES,
    TYPES,
    load_classes,
    load_contexts,
    load_modes,
    load_triggers,
)

CODEBOOK = files("onrecord.codebooks.events")
DOCS = Path(__file__).parents[2] / "docs" / "record.md"
SLOTS = {"trigger", "near", "object", "subject", "recipient", "below", "fact"}
FACTS = {"three", "host"}
# PLOVER's sectors, and what the finder of contexts adds.
SECTORS = set("GOV MIL COP JUD LEG PTY PRM REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC".split())


def rows(name: str) -> list[list[str]]:
    lines = (CODEBOOK / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def test_every_mode_is_one_of_its_type() -> None:
    lexicon = {(line.type, line.mode) for lines in load_triggers().values() for line in lines if line.mode}
    told = {(kind, mode) for kind, mode, _, _ in rows("modes.tsv")}
    replaced = {(kind, mode) for kind, _, replaces, _ in rows("modes.tsv") for mode in replaces.split()}
    known = {(kind, mode) for kind, modes in MODES.items() for mode in modes}
    assert (lexicon | told | replaced) - known == set()


def test_every_mode_can_be_told() -> None:
    told = {(kind, mode) for kind, mode, _, _ in rows("modes.tsv")}
    assert {(kind, mode) for kind, modes in MODES.items() for mode in modes} - told == set()


def test_every_line_of_modes_names_known_slots_classes_and_facts() -> None:
    for kind, mode, _, conditions in rows("modes.tsv"):
        for condition in conditions.split():
            slot, _, words = condition.partition("=")
            assert slot in SLOTS, (kind, mode, slot)
            listed = words.split("|")
            assert len(listed) == len(set(listed)), (kind, mode, [w for w, n in Counter(listed).items() if n > 1])
            assert all(word[1:] in load_classes() for word in listed if word.startswith("@"))
            assert slot != "fact" or set(listed) <= FACTS


def test_what_stands_below_is_told_for_verbal_types_only() -> None:
    assert {kind for kind, lines in load_modes().items() if lines.below} == {"REQUEST", "REJECT", "THREATEN"}


def test_there_are_the_37_contexts_in_their_groups() -> None:
    contexts = load_contexts()
    assert len(contexts) == len(rows("contexts.tsv")) == 37
    groups = Counter(line.group for line in contexts.values())
    assert [groups[group] for group in CONTEXT_GROUPS] == [12, 8, 9, 8]


def test_every_context_has_a_meaning_a_reach_and_words() -> None:
    for line in load_contexts().values():
        assert line.meaning
        assert line.reach in ("sentence", "paragraph")
        assert len(line.words) >= 10, line.name
        assert len(line.words) == len(set(line.words)), line.name


def test_every_fact_of_a_context_is_a_sector_a_type_or_a_mode() -> None:
    known = SECTORS | set(TYPES) | {f"{kind}:{mode}" for kind, modes in MODES.items() for mode in modes} | {"abroad"}
    for line in load_contexts().values():
        assert line.facts <= known, line.name


@pytest.mark.parametrize("kind", MODES)
def test_docs_list_the_modes_of_every_type(kind: str) -> None:
    assert f"| {kind} | {', '.join(f'`{mode}`' for mode in MODES[kind])} |" in DOCS.read_text(encoding="utf-8")


def test_docs_list_every_context() -> None:
    docs = DOCS.read_text(encoding="utf-8")
    for line in load_contexts().values():
        assert f"| `{line.name}` | {line.group} | {line.meaning} | its {line.reach} |" in docs
