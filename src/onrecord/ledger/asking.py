"""Which happenings a question is about: by who takes part, the kind of event, where, when, and whether in dispute."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, exists, func, select

from onrecord.ledger.tables import entities, event_parties, events, happenings


@dataclass(frozen=True, slots=True)
class HappeningQuery:
    """What one telling of a happening must fit; None asks for nothing. `identities` are the ledger's numbers."""

    identities: Sequence[int] | None = None
    types: Sequence[str] | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    is_disputed: bool | None = None
    newest_first: bool = True
    limit: int = 20


def find_happenings(connection: Connection, query: HappeningQuery) -> list[int]:
    """The numbers of the happenings that fit, by their first day, those without one last."""
    if query.identities is not None and not query.identities:
        return []
    found = select(happenings.c.number).where(*_conditions(query))
    day = happenings.c.day
    # What is newest comes first, and what has no day after all that has one.
    order = [day.desc()] if query.newest_first else [day == "", day]
    return list(connection.execute(found.order_by(*order, happenings.c.number).limit(query.limit)).scalars())


def _conditions(query: HappeningQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.is_disputed is not None:
        found.append(happenings.c.is_disputed == int(query.is_disputed))
    if query.since:
        found.append(happenings.c.day >= query.since)
    if query.until:
        until = func.substr(happenings.c.day, 1, len(query.until)) <= query.until
        found += [happenings.c.day != "", until]
    of_events: list[ColumnElement[bool]] = []
    if query.types:
        of_events.append(events.c.type.in_(query.types))
    if query.country:
        of_events.append(events.c.country == query.country)
    if query.identities is not None:
        # From those who take part to what they took part in: few take part in most of what is on record.
        part = (
            select(events.c.happening)
            .join_from(entities, event_parties, event_parties.c.entity == entities.c.number)
            .join(events, events.c.number == event_parties.c.event)
            .where(entities.c.identity.in_(query.identities), *of_events)
        )
        found.append(happenings.c.number.in_(part))
    elif of_events:
        found.append(exists().where(events.c.happening == happenings.c.number, *of_events))
    return found
