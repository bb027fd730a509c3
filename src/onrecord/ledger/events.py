"""Events as rows of the database: filed with a record, found by who takes part, where and when, and put together."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.disputes import find_dispute
from onrecord.ledger.entities import HALF, in_parts
from onrecord.ledger.filing import next_number
from onrecord.ledger.happened import EventRow, Party
from onrecord.ledger.happenings import assign, event_rows, keys_of
from onrecord.ledger.packing import pack, unpack
from onrecord.ledger.tables import documents, entities, event_parties, events, happening_keys, happenings
from onrecord.record import Record
from onrecord.record.serialization import from_plain, to_plain

# Of the happenings that share keys with a document's events, so many are compared: those that share most, the newest.
MOST_KNOWN = 24
MOST_OF_A_KEY = 24
# Of a happening told more often, so many tellings are read to see whether it is in dispute: the first and the last.
MOST_TELLINGS = 60
# What the row of the document says already.
OF_THE_DOCUMENT = ("document", "uri", "heading", "outlet", "published")

NEWEST_OF_KEY = (
    select(happening_keys.c.happening)
    .where(happening_keys.c.key == bindparam("sought"))
    .order_by(happening_keys.c.happening.desc())
    .limit(MOST_OF_A_KEY)
)


def remove_events(connection: Connection, document: int) -> None:
    """Removes a document's events, and happenings that nothing tells of any more."""
    gone = select(events.c.number).where(events.c.document == document)
    told = select(events.c.happening).where(events.c.document == document, events.c.happening.is_not(None)).distinct()
    touched = set(connection.execute(told).scalars())
    if connection.execute(gone.limit(1)).scalar() is None:
        return
    connection.execute(delete(event_parties).where(event_parties.c.event.in_(gone)))
    connection.execute(delete(events).where(events.c.document == document))
    _count_anew(connection, touched)


def file_events(connection: Connection, document: int, record: Record) -> None:
    """Files the events of a record, and puts them to the happenings that they tell of."""
    numbers = dict(
        connection.execute(select(entities.c.entity, entities.c.number).where(entities.c.document == document)).all()
    )
    rows = event_rows(record, numbers)
    if not rows:
        return
    first = next_number(connection, events)
    connection.execute(insert(events), [_columns(number, document, row) for number, row in enumerate(rows, first)])
    parties = {
        (party.identity, number)
        for number, row in enumerate(rows, first)
        for party in (*row.actors, *row.recipients, *row.voices)
        if party.identity is not None
    }
    if parties:
        connection.execute(insert(event_parties), [{"entity": who, "event": what} for who, what in sorted(parties)])
    _put_together(connection, rows, {row.event: number for number, row in enumerate(rows, first)})


def load_rows(connection: Connection, numbers: Sequence[int]) -> list[EventRow]:
    """Events by their numbers, with who takes part as identities, in the order of the numbers.

    Raises LedgerError where a row is damaged.
    """
    found: list[tuple[int, EventRow]] = []
    for some in in_parts(sorted(numbers)):
        query = (
            select(
                events.c.number, events.c.row, documents.c.id, documents.c.uri, documents.c.heading,
                documents.c.outlet, documents.c.published,
            )
            .join(documents, documents.c.number == events.c.document)
            .where(events.c.number.in_(some))
            .order_by(events.c.number)
        )  # fmt: skip
        found += [(row.number, _row(row)) for row in connection.execute(query)]
    identities = _identities(connection, [row for _, row in found])
    return [_identified(row, identities) for _, row in found]


def load_tellings(connection: Connection, numbers: Iterable[int], most: int | None = None) -> dict[int, list[EventRow]]:
    """The events of some happenings; of those told more often than `most` the first half and the last."""
    wanted: dict[int, list[int]] = {number: [] for number in numbers}
    for some in in_parts(sorted(wanted)):
        query = select(events.c.happening, events.c.number).where(events.c.happening.in_(some))
        for happening, number in connection.execute(query.order_by(events.c.number)):
            wanted[happening].append(number)
    if most is not None:
        wanted = {
            happening: told if len(told) <= most else told[: most // 2] + told[-(most - most // 2) :]
            for happening, told in wanted.items()
        }
    order = [number for told in wanted.values() for number in told]
    by_number = dict(zip(sorted(order), load_rows(connection, order), strict=True))
    return {happening: [by_number[number] for number in told] for happening, told in wanted.items()}


def event_columns(document: int, row: EventRow) -> dict[str, Any]:
    """The columns of an event but for its number and its happening."""
    plain = {name: value for name, value in to_plain(row).items() if name not in OF_THE_DOCUMENT}
    return {
        "document": document, "event": row.event, "type": row.type, "status": row.status,
        "country": row.place_country, "day": row.first or "",
        "row": pack(json.dumps(plain, ensure_ascii=False, separators=(",", ":"))),
    }  # fmt: skip


def _columns(number: int, document: int, row: EventRow) -> dict[str, Any]:
    return {"number": number, **event_columns(document, row), "happening": None}


def _put_together(connection: Connection, rows: Sequence[EventRow], numbers: Mapping[str, int]) -> None:
    """Puts new events to the happenings that they tell of, or founds new ones."""
    keys = {row.event: {_key(key) for key in keys_of(row)} for row in rows}
    known = load_tellings(connection, _known(connection, keys.values()), MOST_KNOWN)
    identities = _identities(connection, rows)
    first = next_number(connection, happenings)
    touched = set()
    for grouped in assign([_identified(row, identities) for row in rows], known):
        of_group = set().union(*(keys[row.event] for row in grouped.rows))
        if not of_group and grouped.happening is None and len(grouped.rows) == 1:
            continue  # nothing could ever be compared with it
        happening = grouped.happening
        if happening is None:
            happening, first = first, first + 1
            empty = {"number": happening, "day": "", "tellings": 0, "documents": 0, "is_disputed": 0}
            connection.execute(insert(happenings), [empty])
        touched.add(happening)
        members = [numbers[row.event] for row in grouped.rows]
        connection.execute(update(events).where(events.c.number.in_(members)).values(happening=happening))
        _add_keys(connection, happening, of_group)
    _count_anew(connection, touched)


def _identities(connection: Connection, rows: Iterable[EventRow]) -> dict[int, int]:
    """The identities of all who take part in events, by the numbers of their entities."""
    members = {party.identity for row in rows for party in _parties(row) if party.identity is not None}
    found: dict[int, int] = {}
    for some in in_parts(sorted(members)):
        query = select(entities.c.number, entities.c.identity).where(entities.c.number.in_(some))
        found |= dict(connection.execute(query).all())
    return found


def _known(connection: Connection, keys: Iterable[set[int]]) -> list[int]:
    """The happenings that share most keys with some events."""
    shared: Counter[int] = Counter()
    for key in sorted(set().union(*keys)):
        shared.update(connection.execute(NEWEST_OF_KEY, {"sought": key}).scalars())
    return sorted(shared, key=lambda number: (-shared[number], -number))[:MOST_KNOWN]


def _add_keys(connection: Connection, happening: int, keys: set[int]) -> None:
    query = select(happening_keys.c.key).where(happening_keys.c.happening == happening)
    new = keys - set(connection.execute(query).scalars())
    if new:
        connection.execute(insert(happening_keys), [{"key": key, "happening": happening} for key in sorted(new)])


def _count_anew(connection: Connection, touched: set[int]) -> None:
    """Says of some happenings when they were, how often they are told and whether they are in dispute."""
    for number, tellings in load_tellings(connection, touched, MOST_TELLINGS).items():
        if not tellings:
            connection.execute(delete(happening_keys).where(happening_keys.c.happening == number))
            connection.execute(delete(happenings).where(happenings.c.number == number))
            continue
        count = select(func.count(), func.count(events.c.document.distinct())).where(events.c.happening == number)
        told, in_documents = connection.execute(count).one()
        days = [row.first for row in tellings if row.first] or [row.published for row in tellings if row.published]
        connection.execute(
            update(happenings)
            .where(happenings.c.number == number)
            .values(
                day=min(days, default=""), tellings=told, documents=in_documents,
                is_disputed=int(len(tellings) > 1 and find_dispute(tellings) is not None),
            )
        )  # fmt: skip


def _row(row: Any) -> EventRow:
    try:
        plain = json.loads(unpack(row.row))
        about = {"document": row.id, "uri": row.uri, "heading": row.heading, "outlet": row.outlet}
        made: EventRow = from_plain(EventRow, {**about, "published": row.published, **plain})
    except (ValueError, TypeError, RecordError) as error:
        raise LedgerError(f"the events of {row.id} are damaged ({error}); see: onrecord verify") from error
    return made


def _identified(row: EventRow, identities: Mapping[int, int]) -> EventRow:
    """The row with identities where it has the numbers of entities."""

    def all_of(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(
            party if party.identity is None else replace(party, identity=identities.get(party.identity))
            for party in parties
        )

    return replace(row, actors=all_of(row.actors), recipients=all_of(row.recipients), voices=all_of(row.voices))


def _parties(row: EventRow) -> Iterator[Party]:
    yield from row.actors
    yield from row.recipients
    yield from row.voices


def _key(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) - HALF
