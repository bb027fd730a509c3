"""Whether who is one, as it stands beside the entities, is what the codings and the judgements make of it."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.ledger.components import Component, find_components
from onrecord.ledger.resolution import Resolved, identity_of, solve
from onrecord.ledger.rows import Problem
from onrecord.ledger.tables import attachments, documents, entities, profiles, statements


def find_misresolved(connection: Connection) -> Iterator[Problem]:
    """The entities whose identity is not what it is when resolved anew."""
    expected = dict(connection.execute(select(entities.c.number, entities.c.number)).all())
    for component in _components(connection):
        expected |= _identities(connection, solve(connection, component))
    query = select(entities.c.number, entities.c.identity, entities.c.entity, documents.c.id, documents.c.uri)
    query = query.join(documents, documents.c.number == entities.c.document)
    for number, identity, entity, document, uri in connection.execute(query.order_by(entities.c.number)).all():
        if expected[number] != identity:
            yield Problem(
                document, uri, f"entities[{entity}]", "is one with others than the codings and judgements say"
            )
    told = (
        select(statements.c.statement, documents.c.id, documents.c.uri)
        .join(documents, documents.c.number == statements.c.document)
        .outerjoin(
            entities,
            (entities.c.document == statements.c.document) & (entities.c.entity == statements.c.entity),
        )
        .where(statements.c.identity.is_distinct_from(entities.c.identity))
    )
    for name, document, uri in connection.execute(told).all():
        yield Problem(document, uri, f"statements[{name}]", "is by somebody else than its source")


def _components(connection: Connection) -> list[Component]:
    """Every component."""
    numbers = connection.execute(select(profiles.c.number)).scalars().all()
    judged = select(attachments.c.left).where(attachments.c.left.is_not(None))
    return find_components(connection, numbers, connection.execute(judged).scalars().all())


def _identities(connection: Connection, resolved: Resolved) -> dict[int, int]:
    """The identity of every entity of a component."""
    alone = resolved.alone
    found = {}
    for group in resolved.groups:
        units = [unit for unit in group.units if unit.is_single or unit.id[0] not in resolved.loose]
        if not units:
            continue
        identity = identity_of(group)
        for unit in units:
            if unit.is_single:
                found[unit.id[1]] = identity
            else:
                query = select(entities.c.number).where(
                    entities.c.profile == unit.id[0], entities.c.number.not_in(alone)
                )
                found |= dict.fromkeys(connection.execute(query).scalars(), identity)
    return found
