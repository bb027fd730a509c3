"""Resolution: which entities of all documents are one, as far as rules are certain and people have judged.

Who each entity is stands beside it, so that a question need not work it out. It is made from the current codings and
the judgements alone: after each change the components that it touches are resolved anew, and `verify` resolves all.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, insert, select, update

from onrecord.ledger.attachment import attach
from onrecord.ledger.components import Component, find_components, units_of
from onrecord.ledger.evidence import WEEK
from onrecord.ledger.filing import Touched
from onrecord.ledger.gathering import Group, gather
from onrecord.ledger.judgements import load_judgements
from onrecord.ledger.links import UnitLink, find_links
from onrecord.ledger.tables import entities, links, profile_keys, profiles, statements
from onrecord.ledger.units import Unit, UnitId


@dataclass(frozen=True, slots=True)
class Resolved:
    """A component resolved: its groups, and the profiles whose entities each stand alone."""

    component: Component
    groups: tuple[Group, ...]
    loose: frozenset[int]

    @property
    def alone(self) -> list[int]:
        """The entities that are units of their own."""
        return [unit.id[1] for group in self.groups for unit in group.units if unit.is_single]


def settle(connection: Connection, document: str, number: int, touched: Touched) -> None:
    """Says who the entities of a document just filed are, and anew who those are whom that touches."""
    judged = attach(connection, document)
    anew = touched.new | _drop_empty(connection, touched.left) | _join_known(connection, number, touched.new)
    resolve(connection, anew, judged)


def resolve(connection: Connection, numbers: Iterable[int], singles: Iterable[int] = ()) -> None:
    """Resolves the components of some profiles and entities, and writes down who everybody in them is."""
    resolved = [solve(connection, component) for component in find_components(connection, numbers, singles)]
    for each in resolved:
        _forget_links(connection, each)
    for each in resolved:
        _write(connection, each)


def resolve_all(connection: Connection) -> None:
    """Resolves everybody."""
    resolve(connection, connection.execute(select(profiles.c.number)).scalars().all())


def solve(connection: Connection, component: Component) -> Resolved:
    """Who is one in a component; nothing is written."""
    units = units_of(connection, component)
    automatic = find_links(units)
    judged, apart = _judged(connection, component, units)
    groups = gather(units, [*judged, *automatic.links], apart)
    bound = {number for number, profile in component.profiles.items() if profile.registry is not None}
    return Resolved(component, tuple(groups), automatic.loose - bound)


def identity_of(group: Group) -> int:
    """The number of the identity that a group is: minus the smallest of its profiles, else the smallest entity."""
    profiles = [unit.id[0] for unit in group.units if not unit.is_single]
    return -min(profiles) if profiles else min(unit.id[1] for unit in group.units)


def _judged(
    connection: Connection, component: Component, units: list[Unit]
) -> tuple[list[UnitLink], list[tuple[UnitId, UnitId]]]:
    """The judgements `one` as links, the newest first, and the pairs judged `two`; the last one on a pair counts."""
    by_entity = {unit.id[1]: unit for unit in units if unit.is_single}
    told = {each.number: each for each in load_judgements(connection)} if component.judged else {}
    last: dict[frozenset[UnitId], UnitLink] = {}
    apart: dict[frozenset[UnitId], tuple[UnitId, UnitId]] = {}
    for number, attached in sorted(component.judged.items()):
        left, right = by_entity[attached.left or 0], by_entity[attached.right or 0]
        pair = frozenset({left.id, right.id})
        last.pop(pair, None)
        apart.pop(pair, None)
        if told[number].verdict == "one":
            last[pair] = UnitLink(left, right, "judgement", (told[number].why,), judgement=number)
        else:
            apart[pair] = (left.id, right.id)
    return list(reversed(last.values())), list(apart.values())


def _drop_empty(connection: Connection, numbers: frozenset[int]) -> set[int]:
    """Removes the profiles that no entity has any more; the profiles whose resolution this and other losses touch."""
    held = select(entities.c.profile).where(entities.c.profile.in_(numbers)).distinct()
    full = set(connection.execute(held).scalars())
    empty = numbers - full
    if not empty:
        return full
    near = {number for each in find_components(connection, empty) for number in each.profiles} - empty
    connection.execute(delete(profile_keys).where(profile_keys.c.profile.in_(empty)))
    connection.execute(delete(profiles).where(profiles.c.number.in_(empty)))
    return full | near


def _join_known(connection: Connection, number: int, new: frozenset[int]) -> set[int]:
    """Joins a document's entities to those of their profiles; the profiles against which they bring something."""
    query = (
        select(
            entities.c.number, entities.c.profile, entities.c.day, profiles.c.identity, profiles.c.registry,
            profiles.c.office,
        )
        .join(profiles, profiles.c.number == entities.c.profile)
        .where(entities.c.document == number, profiles.c.loose == 0, profiles.c.number.not_in(new))
    )  # fmt: skip
    beside: dict[int, list[tuple[int, bool]]] = {}
    against: set[int] = set()
    for row in connection.execute(query).all():
        if row.identity is None:  # all others of the profile are units of their own
            against.add(row.profile)
            continue
        _move(connection, entities.c.number == row.number, row.identity)
        beside.setdefault(row.identity, []).append((row.profile, row.registry is not None))
        if row.office is not None and _holds_another(connection, row.identity, row.office, row.day):
            against.add(row.profile)
    for found in beside.values():
        if len(found) > 1 and not all(is_bound for _, is_bound in found):
            against |= {profile for profile, _ in found}
    return against


def _holds_another(connection: Connection, identity: int, office: str, day: str) -> bool:
    """Whether somebody holds another office in the same week."""
    others = select(profiles.c.number).where(
        profiles.c.identity == identity, profiles.c.office.is_not(None), profiles.c.office != office
    )
    numbers = connection.execute(others).scalars().all()
    week = _week_around(day)
    if not numbers or week is None:
        return False
    query = select(entities.c.number).where(entities.c.profile.in_(numbers), entities.c.day.between(*week))
    return connection.execute(query.limit(1)).scalar() is not None


def _week_around(day: str) -> tuple[str, str] | None:
    """The first and the last day within a week of one, as dates with a time of day are compared too."""
    try:
        middle = date.fromisoformat(day[:10])
        return str(middle - timedelta(WEEK)), f"{middle + timedelta(WEEK)}~"
    except (ValueError, OverflowError):
        return None


def _write(connection: Connection, resolved: Resolved) -> None:
    """Writes down who everybody in a component is."""
    alone = resolved.alone
    for group in resolved.groups:
        common = [unit.id[0] for unit in group.units if not unit.is_single]
        if resolved.loose.intersection(common):
            connection.execute(update(profiles).where(profiles.c.number.in_(common)).values(identity=None, loose=1))
            _move(connection, _common(common, alone), entities.c.number)
            continue
        identity = identity_of(group)
        if common:
            told = update(profiles).where(profiles.c.number.in_(common), profiles.c.identity.is_distinct_from(identity))
            connection.execute(told.values(identity=identity, loose=0))
            _move(connection, _common(common, alone), identity)
        single = [unit.id[1] for unit in group.units if unit.is_single]
        if single:
            _move(connection, entities.c.number.in_(single), identity)
        _keep_links(connection, identity, group)


def _common(numbers: list[int], alone: list[int]) -> ColumnElement[bool]:
    """The entities of some profiles that are not units of their own."""
    return and_(entities.c.profile.in_(numbers), entities.c.number.not_in(alone))


def _move(connection: Connection, which: ColumnElement[bool], identity: int | ColumnElement[int]) -> None:
    """Gives some entities, and the statements of which they are the source, an identity."""
    others = and_(which, entities.c.identity != identity)
    moved = connection.execute(select(entities.c.document, entities.c.entity, entities.c.number).where(others)).all()
    if moved:
        connection.execute(update(entities).where(others).values(identity=identity))
        becomes = {row.number: row.number if isinstance(identity, ColumnElement) else identity for row in moved}
        _tell_statements(connection, [(row.document, row.entity, becomes[row.number]) for row in moved])


def _tell_statements(connection: Connection, moved: list[tuple[int, str, int]]) -> None:
    told = (
        update(statements)
        .where(statements.c.document == bindparam("of_document"), statements.c.entity == bindparam("of_entity"))
        .values(identity=bindparam("becomes"))
    )
    connection.execute(
        told, [{"of_document": document, "of_entity": entity, "becomes": who} for document, entity, who in moved]
    )


def _forget_links(connection: Connection, resolved: Resolved) -> None:
    """Removes the links of the identities that the component's entities have belonged to until now."""
    known = select(profiles.c.identity).where(profiles.c.number.in_(list(resolved.component.profiles)))
    single = select(entities.c.identity).where(entities.c.number.in_(resolved.alone))
    connection.execute(delete(links).where(links.c.identity.in_(known.union(single))))


def _keep_links(connection: Connection, identity: int, group: Group) -> None:
    rows = [
        {
            "identity": identity, "place": place, "left_profile": link.left.id[0], "left_entity": link.left.id[1],
            "right_profile": link.right.id[0], "right_entity": link.right.id[1], "rule": link.rule,
            "reasons": json.dumps(link.reasons, ensure_ascii=False), "score": link.score, "judgement": link.judgement,
        }
        for place, link in enumerate(group.links)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(links), rows)
