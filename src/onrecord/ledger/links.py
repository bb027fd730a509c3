"""Automatic links: who is one by a rule that is certain enough to need nobody's judgement.

`registry`: both are named and are one entry of the registry. `name`: the full name (of an organisation: the whole name)
agrees, so does the country or an office that one person holds, both known, and nothing speaks against it. Whoever could
be one by name with two who contradict each other is linked to nobody by name.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.ledger.evidence import Evidence, contradict, is_certain, weigh
from onrecord.ledger.portraits import Portrait
from onrecord.ledger.units import Unit

Rule = Literal["registry", "name", "judgement"]
Pair = tuple[Unit, Unit, Evidence]


@dataclass(frozen=True, slots=True)
class UnitLink:
    """That two units are one, by which rule and why; `judgement` is the number of the one that says so."""

    left: Unit
    right: Unit
    rule: Rule
    reasons: tuple[str, ...]
    score: float = 1.0
    judgement: int | None = None


@dataclass(frozen=True, slots=True)
class AutomaticLinks:
    """The links, the strongest first, and the profiles whose entities each stand alone: they could be either of two."""

    links: tuple[UnitLink, ...]
    loose: frozenset[int]


def find_links(units: Sequence[Unit]) -> AutomaticLinks:
    """The automatic links between units, which come in their order."""
    units = [unit for unit in units if unit.profile.can_be_linked]
    by_registry = list(_links_by_registry(units))
    pairs, loose = _pairs_by_name(units)
    by_name = [
        UnitLink(one, other, "name", evidence.reasons, evidence.score)
        for one, other, evidence in sorted(pairs, key=lambda pair: -pair[2].score)
        if not {one.id[0], other.id[0]} & loose
    ]
    return AutomaticLinks((*by_registry, *by_name), frozenset(loose))


def _links_by_registry(units: Sequence[Unit]) -> Iterator[UnitLink]:
    first: dict[str, Unit] = {}
    for unit in units:
        registry = unit.profile.registry
        if registry is not None:
            one = first.setdefault(registry, unit)
            if one is not unit:
                yield UnitLink(one, unit, "registry", (f"same registry entry: {registry}",))


def _pairs_by_name(units: Sequence[Unit]) -> tuple[list[Pair], set[int]]:
    """The pairs that fit, and the profiles of those that could be one with two who cannot be one."""
    firsts: dict[int, Unit] = {}
    for unit in units:
        firsts.setdefault(unit.id[0], unit)
    portraits = {number: _portray_apart(unit) for number, unit in firsts.items()}
    pairs = [
        (firsts[one], firsts[other], evidence)
        for one, other in _sharing_a_key(firsts)
        if is_certain(evidence := weigh(portraits[one], portraits[other]))
    ]
    loose = _find_loose(pairs, portraits)
    # Single entities are linked to the first of their own profile, which they are like.
    for unit in units:
        first = firsts[unit.id[0]]
        if first is not unit and unit.profile.registry is None:
            portrait = portraits[unit.id[0]]
            pairs.append((first, unit, weigh(portrait, portrait)))
    return pairs, loose


def _sharing_a_key(firsts: dict[int, Unit]) -> Iterator[tuple[int, int]]:
    """The profiles to compare, in the order of their units."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, unit in firsts.items():
        for key in sorted(unit.profile.link_keys):
            blocks[key].append(number)
    yield from dict.fromkeys(pair for block in blocks.values() for pair in combinations(block, 2))


def _find_loose(pairs: Sequence[Pair], portraits: dict[int, Portrait]) -> set[int]:
    """Of whoever would be one with two that cannot be one: which of them it is is for a person to say."""
    beside: dict[int, set[int]] = defaultdict(set)
    for one, other, _ in pairs:
        beside[one.id[0]].add(other.id[0])
        beside[other.id[0]].add(one.id[0])
    two_apart = {pair for neighbours in beside.values() for pair in combinations(sorted(neighbours), 2)}
    loose: set[int] = set()
    for left, right in two_apart:
        if right not in beside[left] and contradict(portraits[left], portraits[right]):
            loose |= beside[left] & beside[right]
    return loose


def _portray_apart(unit: Unit) -> Portrait:
    """What is known of a unit's profile; whether two stand in one document is asked when they are joined."""
    portrait = unit.portray()
    portrait.documents.clear()
    return portrait
