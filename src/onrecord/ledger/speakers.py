"""Who speaks about whom, counted over the statements of all documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from onrecord.ledger.entities import EntityRow, load_first
from onrecord.ledger.tables import entities, statement_mentions, statements


@dataclass(frozen=True, slots=True)
class Speakers:
    """That somebody speaks about somebody: in how many statements and documents, and on which days first and last.

    Each of the two is shown by the first entity that it is. The days are None where no document has a date.
    """

    speaker: EntityRow
    spoken_of: EntityRow
    statements: int
    documents: int
    first: str | None
    last: str | None


def find_speakers(
    connection: Connection,
    who: Sequence[int] | None,
    about: Sequence[int] | None,
    since: str | None,
    until: str | None,
    limit: int,
) -> list[Speakers]:
    """The pairs of identities, by their numbers, those with most statements first."""
    conditions: list[ColumnElement[bool]] = [statements.c.identity.is_not(None)]
    if who is not None:
        conditions.append(statements.c.identity.in_(who))
    if about is not None:
        conditions.append(entities.c.identity.in_(about))
    if since:
        conditions.append(statements.c.day >= since)
    if until:
        conditions += [statements.c.day != "", func.substr(statements.c.day, 1, len(until)) <= until]
    number = func.count().label("number")
    query = (
        select(
            statements.c.identity, entities.c.identity, number, func.count(statements.c.document.distinct()),
            func.min(func.nullif(statements.c.day, "")), func.max(statements.c.day),
        )
        .join_from(statement_mentions, statements, statements.c.number == statement_mentions.c.statement)
        .join(entities, entities.c.number == statement_mentions.c.entity)
        .where(*conditions)
        .group_by(statements.c.identity, entities.c.identity)
        .order_by(number.desc(), statements.c.identity, entities.c.identity)
        .limit(limit)
    )  # fmt: skip
    rows = connection.execute(query).all()
    first = load_first(connection, {number for row in rows for number in row[:2]})
    return [
        Speakers(first[one], first[other], said, among, since_day, last or None)
        for one, other, said, among, since_day, last in rows
    ]
