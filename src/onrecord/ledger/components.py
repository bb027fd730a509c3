"""Components: the profiles and single entities that could be one with some, and nobody else, read from the database.

Whoever is in no component with another cannot be one with it by rule or judgement, so each is resolved by itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.ledger.attachment import Attached, attachments_of
from onrecord.ledger.entities import in_parts
from onrecord.ledger.evidence import is_certain, weigh
from onrecord.ledger.graphs import Graph
from onrecord.ledger.profiles import Profile
from onrecord.ledger.tables import attachments, documents, entities, profile_keys, profiles
from onrecord.ledger.units import Unit


@dataclass(slots=True)
class Component:
    """Profiles that can be linked, entities judged whose profiles cannot, and the judgements among them all."""

    profiles: dict[int, Profile] = field(default_factory=dict)
    singles: set[int] = field(default_factory=set)
    judged: dict[int, Attached] = field(default_factory=dict)


def find_components(connection: Connection, numbers: Iterable[int], singles: Iterable[int] = ()) -> list[Component]:
    """The components of some profiles and entities, wherever they lead; profiles that cannot be linked are left out.

    Whoever is one with any of them as things stand is among them, in a component of its own if nothing joins it now.
    """
    reached = Component()
    seen: set[int] = set()
    waiting = set(numbers) | set(_profiles_of(connection, singles).values())
    single = set(singles)
    while waiting or single:
        seen |= waiting
        found = {number: each for number, each in load_profiles(connection, waiting).items() if each.can_be_linked}
        reached.profiles |= found
        reached.singles |= single
        judged = _judged(connection, found, single)
        reached.judged |= {each.judgement: each for each in judged}
        ends = {number for each in judged for number in (each.left, each.right) if number is not None}
        near = _likely(connection, found) | _once_one(connection, found)
        waiting = (near | set(_profiles_of(connection, ends).values())) - seen
        single = ends - reached.singles
    return _split(connection, reached)


def _split(connection: Connection, reached: Component) -> list[Component]:
    """The components among all that was reached."""
    place = _profiles_of(connection, reached.singles | _ends_of(reached))
    # A node is a profile, or minus its number an entity whose profile cannot be linked.
    node = {number: profile if profile in reached.profiles else -number for number, profile in place.items()}
    graph: Graph[int] = Graph({*reached.profiles, *node.values()})
    for one, other in _pairs(reached.profiles):
        graph.join(one, other)
    for each in reached.judged.values():
        if each.left is not None and each.right is not None:
            graph.join(node[each.left], node[each.right])
    found: dict[int, Component] = {}
    for number in graph.nodes:
        component = found.setdefault(graph.root(number), Component())
        if number < 0:
            component.singles.add(-number)
        else:
            component.profiles[number] = reached.profiles[number]
    for each in reached.judged.values():
        if each.left is not None:
            found[graph.root(node[each.left])].judged[each.judgement] = each
    return list(found.values())


def _ends_of(component: Component) -> set[int]:
    """The entities on which there are judgements."""
    ends = {number for each in component.judged.values() for number in (each.left, each.right)}
    return {number for number in ends if number is not None}


def _pairs(known: dict[int, Profile]) -> Iterator[tuple[int, int]]:
    """The pairs of profiles that a rule makes one, as far as only the profiles say."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, profile in known.items():
        for key in profile.link_keys:
            blocks[key].append(number)
    for pair in {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}:
        if _could_be_one(known[pair[0]], known[pair[1]]):
            yield pair


def units_of(connection: Connection, component: Component) -> list[Unit]:
    """The component's units, in their order: each profile, and by itself each entity that is judged or contested."""
    contested = _contested_documents(connection, component)
    alone = _single_rows(connection, component, contested)
    known = component.profiles | load_profiles(connection, {row.profile for row in alone} - component.profiles.keys())
    days = _days(connection, component.profiles)
    units = [
        Unit(
            (row.profile, row.number),
            known[row.profile],
            (row.day, row.id, f"{row.start or 0:012}", row.entity),
            frozenset({row.day}) if known[row.profile].office else frozenset(),
            frozenset({row.document}) if row.document in contested else frozenset(),
        )
        for row in alone
    ]
    numbers = [row.number for row in alone]
    for number, day in _first_days(connection, component.profiles, numbers).items():
        profile = component.profiles[number]
        units.append(Unit((number, 0), profile, (day, "", profile.digest.hex()), days.get(number, frozenset())))
    return sorted(units, key=lambda unit: unit.order)


def load_profiles(connection: Connection, numbers: Iterable[int]) -> dict[int, Profile]:
    """Profiles by their numbers."""
    found: dict[int, Profile] = {}
    for some in in_parts(sorted(numbers)):
        for row in connection.execute(select(profiles).where(profiles.c.number.in_(some))):
            found[row.number] = _profile(row)
    return found


def _profile(row: Any) -> Profile:
    return Profile(row.type, tuple(json.loads(row.names)), row.country, row.sector, row.office, row.registry)


def _likely(connection: Connection, known: dict[int, Profile]) -> set[int]:
    """The profiles that a rule makes one with some of these, as far as only the profiles say."""
    by_key: dict[str, list[Profile]] = {}
    for profile in known.values():
        for key in profile.link_keys:
            by_key.setdefault(key, []).append(profile)
    beside: dict[int, list[Profile]] = {}
    for some in in_parts(sorted(by_key)):
        query = select(profile_keys.c.key, profile_keys.c.profile).where(profile_keys.c.key.in_(some))
        for key, number in connection.execute(query):
            if number not in known:
                beside.setdefault(number, []).extend(by_key[key])
    return {
        number
        for number, profile in load_profiles(connection, beside).items()
        if profile.can_be_linked and any(_could_be_one(profile, other) for other in beside[number])
    }


def _could_be_one(one: Profile, other: Profile) -> bool:
    if one.registry is not None and one.registry == other.registry:
        return True
    return is_certain(weigh(one.portrait, other.portrait))


def _once_one(connection: Connection, found: Iterable[int]) -> set[int]:
    """The profiles that are one with some of these as things stand."""
    query = select(profiles.c.identity).where(profiles.c.number.in_(list(found)), profiles.c.identity.is_not(None))
    identities = set(connection.execute(query).scalars())
    return set(connection.execute(select(profiles.c.number).where(profiles.c.identity.in_(identities))).scalars())


def _judged(connection: Connection, found: Iterable[int], singles: set[int]) -> list[Attached]:
    """The judgements on entities of some profiles, and on some entities."""
    either = attachments.c.left, attachments.c.right
    numbers = set(singles)
    for end in either:
        query = select(end).join(entities, entities.c.number == end).where(entities.c.profile.in_(list(found)))
        numbers |= set(connection.execute(query).scalars())
    return attachments_of(connection, numbers) if numbers else []


def _contested_documents(connection: Connection, component: Component) -> frozenset[int]:
    """The documents in which several of the component stand, but for those that the registry makes one anyway."""
    free = [number for number, profile in component.profiles.items() if profile.registry is None]
    bound = [number for number, profile in component.profiles.items() if profile.registry is not None]
    found: set[int] = set()
    if free:
        several = select(entities.c.document).where(entities.c.profile.in_(free))
        several = several.group_by(entities.c.document).having(func.count() > 1)
        found |= set(connection.execute(several).scalars())
    if free and bound:
        other = entities.alias()
        both = (
            select(entities.c.document)
            .join(other, other.c.document == entities.c.document)
            .where(entities.c.profile.in_(free), other.c.profile.in_(bound))
        )
        found |= set(connection.execute(both.distinct()).scalars())
    if component.singles:
        own = select(entities.c.document).where(entities.c.number.in_(component.singles))
        beside = select(entities.c.document).where(
            entities.c.document.in_(own), entities.c.profile.in_(list(component.profiles))
        )
        found |= set(connection.execute(beside).scalars())
    return frozenset(found)


def _single_rows(connection: Connection, component: Component, contested: frozenset[int]) -> list[Any]:
    """The entities that are units of their own."""
    query = select(
        entities.c.number, entities.c.profile, entities.c.document, entities.c.day, documents.c.id, entities.c.start,
        entities.c.entity,
    ).join(documents, documents.c.number == entities.c.document)  # fmt: skip
    found: dict[int, Any] = {}
    for some in in_parts(sorted(_ends_of(component) | component.singles)):
        found |= {row.number: row for row in connection.execute(query.where(entities.c.number.in_(some)))}
    among = entities.c.profile.in_(list(component.profiles))
    for some in in_parts(sorted(contested)):
        rows = connection.execute(query.where(entities.c.document.in_(some), among))
        found |= {row.number: row for row in rows}
    return list(found.values())


def _first_days(connection: Connection, numbers: Iterable[int], alone: Sequence[int]) -> dict[int, str]:
    """The first day of each profile's entities, those that are units of their own left out; none where none is left."""
    first = (
        select(func.min(entities.c.day))
        .where(entities.c.profile == profiles.c.number, entities.c.number.not_in(alone))
        .scalar_subquery()
    )
    found = connection.execute(select(profiles.c.number, first).where(profiles.c.number.in_(list(numbers))))
    return {number: day for number, day in found if day is not None}


def _days(connection: Connection, known: dict[int, Profile]) -> dict[int, frozenset[str]]:
    """The days on which documents tell of each profile's office; asked only where there are two offices to compare."""
    if len({profile.office for profile in known.values()} - {None}) < 2:
        return {}
    found: dict[int, frozenset[str]] = {}
    for number, profile in known.items():
        if profile.office is not None:
            query = select(entities.c.day).where(entities.c.profile == number).distinct()
            found[number] = frozenset(day[:10] for day in connection.execute(query).scalars())
    return found


def _profiles_of(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """Entities' profiles."""
    found: dict[int, int] = {}
    for some in in_parts(sorted(numbers)):
        query = select(entities.c.number, entities.c.profile).where(entities.c.number.in_(some))
        found |= dict(connection.execute(query).all())
    return found
