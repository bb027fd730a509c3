"""Automatic links: who is one by a rule that is certain enough to need nobody's judgement. Derived, never stored.

`registry`: both are named and are one entry of the registry. `name`: the full name (of an organisation: the whole name)
agrees, so does the country or an office that one person holds, both known, and nothing speaks against it; not where two
who fit contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.ledger.blocks import pairs_of
from onrecord.ledger.entities import EntityId, EntityRow
from onrecord.ledger.evidence import Evidence, contradict, weigh
from onrecord.ledger.portraits import SINGLE_OFFICES, Portrait, portray
from onrecord.ledger.words import fold

Rule = Literal["registry", "name", "judgement"]

# What tells entities of one name apart; those alike in all of it are linked to the first of them.
Likeness = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """That two entities are one, by which rule and why; `judgement` is the number of the one that says so."""

    left: EntityRow
    right: EntityRow
    rule: Rule
    reasons: tuple[str, ...]
    score: float = 1.0
    judgement: int | None = None


def find_links(rows: Sequence[EntityRow]) -> list[Link]:
    """The automatic links, the strongest first."""
    named = [row for row in rows if row.is_named]
    by_name = sorted(_links_by_name(named), key=lambda link: -link.score)
    return [*_links_by_registry(named), *by_name]


def _links_by_registry(rows: Sequence[EntityRow]) -> Iterator[Link]:
    first: dict[str, EntityRow] = {}
    for row in rows:
        if row.registry is not None:
            one = first.setdefault(row.registry, row)
            if one is not row:
                yield Link(one, row, "registry", (f"same registry entry: {row.registry}",))


def _links_by_name(rows: Sequence[EntityRow]) -> Iterator[Link]:
    groups: dict[Likeness, list[EntityRow]] = defaultdict(list)
    for row in rows:
        if row.country is not None or _single_office(row):
            groups[_likeness(row)].append(row)
    firsts = [group[0] for group in groups.values()]
    portraits = {group[0].id: _portray_apart(group) for group in groups.values()}
    pairs = _pairs_by_name(firsts, portraits)
    rivals = _find_rivals(pairs, portraits)
    for one, other, evidence in pairs:
        if other.id not in rivals[one.id] and one.id not in rivals[other.id]:
            yield Link(one, other, "name", evidence.reasons, evidence.score)
    for one, *others in groups.values():
        # Where one could be either of two, so could each of those alike, and not all the same one.
        if others and not rivals[one.id]:
            evidence = weigh(portraits[one.id], portraits[one.id])
            if _is_certain(evidence):
                yield from (Link(one, other, "name", evidence.reasons, evidence.score) for other in others)


def _pairs_by_name(
    firsts: Sequence[EntityRow], portraits: dict[EntityId, Portrait]
) -> list[tuple[EntityRow, EntityRow, Evidence]]:
    found = []
    for number, other in sorted(pairs_of({each: portraits[row.id] for each, row in enumerate(firsts)})):
        left, right = firsts[number], firsts[other]
        evidence = weigh(portraits[left.id], portraits[right.id])
        if _is_certain(evidence):
            found.append((left, right, evidence))
    return found


def _find_rivals(
    pairs: Sequence[tuple[EntityRow, EntityRow, Evidence]], portraits: dict[EntityId, Portrait]
) -> dict[EntityId, set[EntityId]]:
    """Of whoever would be one with two that cannot be one, those two: which of them it is is for a person to say."""
    beside: dict[EntityId, set[EntityId]] = defaultdict(set)
    for one, other, _ in pairs:
        beside[one.id].add(other.id)
        beside[other.id].add(one.id)
    two_apart = {pair for neighbours in beside.values() for pair in combinations(sorted(neighbours), 2)}
    rivals: dict[EntityId, set[EntityId]] = defaultdict(set)
    for left, right in two_apart:
        if right not in beside[left] and contradict(portraits[left], portraits[right]):
            for middle in beside[left] & beside[right]:
                rivals[middle] |= {left, right}
    return rivals


def _is_certain(evidence: Evidence) -> bool:
    return evidence.is_full and evidence.is_placed and not evidence.against


def _portray_apart(group: Sequence[EntityRow]) -> Portrait:
    """Those alike as one, with all their offices; whether two stand in one document is asked when they are joined."""
    portrait = portray(group[0])
    portrait.documents.clear()
    portrait.offices |= {fold(row.role) for row in group if row.role}
    return portrait


def _single_office(row: EntityRow) -> str | None:
    office = fold(row.role) if row.role else ""
    return office if row.type == "person" and office in SINGLE_OFFICES else None


def _likeness(row: EntityRow) -> Likeness:
    portrait = portray(row)
    names = frozenset(portrait.names) if portrait.is_person else frozenset(portrait.titles)
    # Without a country it is the office that places somebody.
    place = row.country or _single_office(row)
    return row.type, names, frozenset(portrait.genders), place, row.sector, row.registry
