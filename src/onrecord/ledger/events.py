"""Events as rows of the database: filed with a record, found by who takes part, where and when, and put together."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.disputes import find_dispute
from onrecord.ledger.entities import HALF, in_parts
from onrecord.ledger.filing import next_number
from onrecord.ledger.happened import EventRow, Party
from onrecord.ledger.happenings import assign, event_rows, keys_of
from onrecord.ledger.packing import pack_row, unpack_row
from onrecord.ledger.tables import documents, entities, event_parties, events, happening_keys, happenings
from onrecord.record import Record
from onrecord.record.serialization import from_plain, to_plain

# Of the happenings that share keys with a document's events, so many are compared: those that share most, the newest.
MOST_KNOWN = 16
MOST_OF_A_KEY = 12
# SQLite joins at most 500 queries into one.
MOST_KEYS = 400
# Of each so many tellings, half of them the first, half the last.
MOST_COMPARED = 8
# Of a happening told more often, so many tellings are read to see whether it is in dispute: the first and the last.
MOST_TELLINGS = 40
ADD_KEY = text("INSERT INTO happening_keys (key, happening) VALUES (:key, :happening) ON CONFLICT DO NOTHING")
# What the row of the document says already.
OF_THE_DOCUMENT = ("document", "uri", "heading", "outlet", "published")

# What an event's row has where nothing is told.
UNTOLD: dict[str, Any] = {
    **dict.fromkeys(("mode", "first", "last", "place", "place_country", "geonames", "voice")),
    **{name: [] for name in ("actors", "recipients", "voices", "figures", "contexts")},
}


def remove_events(connection: Connection, document: int) -> None:
    """Removes a document's events, and happenings that nothing tells of any more."""
    own = connection.execute(select(events.c.number, events.c.happening).where(events.c.document == document)).all()
    if not own:
        return
    touched = {row.happening for row in own if row.happening is not None}
    keys = {_key(key) for row in load_rows(connection, [row.number for row in own]) for key in keys_of(row)}
    gone = select(events.c.number).where(events.c.document == document)
    connection.execute(delete(event_parties).where(event_parties.c.event.in_(gone)))
    connection.execute(delete(events).where(events.c.document == document))
    _count_anew(connection, touched, keys)


def file_events(connection: Connection, document: int, record: Record) -> None:
    """Files the events of a record, and puts them to the happenings that they tell of."""
    entity = select(entities.c.entity, entities.c.number).where(entities.c.document == document)
    rows = event_rows(record, dict(connection.execute(entity).all()))
    if not rows:
        return
    first = next_number(connection, events)
    told = [
        {"number": number, "document": document, "happening": None, **event_columns(row)}
        for number, row in enumerate(rows, first)
    ]
    connection.execute(insert(events), told)
    parties = {
        (party.identity, number)
        for number, row in enumerate(rows, first)
        for party in _parties(row)
        if party.identity is not None
    }
    if parties:
        connection.execute(insert(event_parties), [{"entity": who, "event": what} for who, what in sorted(parties)])
    _put_together(connection, rows, {row.event: number for number, row in enumerate(rows, first)})


def event_columns(row: EventRow) -> dict[str, Any]:
    """The columns of an event that are made from its record."""
    plain = {name: value for name, value in to_plain(row).items() if name not in OF_THE_DOCUMENT}
    return {
        "event": row.event, "type": row.type, "status": row.status, "country": row.place_country,
        "day": row.first or "", "row": pack_row(json.dumps(_told(plain), ensure_ascii=False, separators=(",", ":"))),
    }  # fmt: skip


def _told(value: Any) -> Any:
    """A plain value without what it does not tell."""
    if isinstance(value, list):
        return [_told(each) for each in value]
    if isinstance(value, dict):
        return {name: _told(each) for name, each in value.items() if each is not None and each != []}
    return value


def load_rows(connection: Connection, numbers: Sequence[int]) -> list[EventRow]:
    """Events by their numbers, with who takes part as identities, in the order of the numbers.

    Raises LedgerError where a row is damaged.
    """
    found: list[EventRow] = []
    for some in in_parts(sorted(numbers)):
        query = (
            select(
                events.c.event, events.c.row, documents.c.id, documents.c.uri, documents.c.heading, documents.c.outlet,
                documents.c.published,
            )
            .join(documents, documents.c.number == events.c.document)
            .where(events.c.number.in_(some))
            .order_by(events.c.number)
        )  # fmt: skip
        found += [read_row(row) for row in connection.execute(query)]
    identities = _identities(connection, found)
    return [_identified(row, identities) for row in found]


def read_row(row: Any) -> EventRow:
    """The event in a row of the database. Raises LedgerError where it is damaged."""
    about = {"document": row.id, "uri": row.uri, "heading": row.heading, "outlet": row.outlet}
    try:
        told = json.loads(unpack_row(row.row))
        made: EventRow = from_plain(EventRow, {**UNTOLD, **about, "published": row.published, **told})
    except (ValueError, TypeError, RecordError) as error:
        raise LedgerError(f"event {row.event} of {row.id} is damaged ({error}); see: onrecord verify") from error
    return made


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


def _put_together(connection: Connection, rows: Sequence[EventRow], numbers: Mapping[str, int]) -> None:
    """Puts new events to the happenings that they tell of, or founds new ones."""
    keys = {row.event: {_key(key) for key in keys_of(row)} for row in rows}
    known = load_tellings(connection, _known(connection, set().union(*keys.values())), MOST_COMPARED)
    identities = _identities(connection, rows)
    founded: dict[int, Sequence[EventRow]] = {}
    joined: dict[int, Sequence[EventRow]] = {}
    first = next_number(connection, happenings)
    for grouped in assign([_identified(row, identities) for row in rows], known):
        if grouped.happening is not None:
            joined[grouped.happening] = grouped.rows
        elif len(grouped.rows) > 1 or keys[grouped.rows[0].event]:
            founded[first + len(founded)] = grouped.rows
        # What has no key and joins nothing, nothing could ever be compared with.
    if founded:
        told = [{"number": number, **_telling_columns(tellings)} for number, tellings in founded.items()]
        connection.execute(insert(happenings), told)
    members = [
        {"of_event": numbers[row.event], "becomes": happening}
        for happening, tellings in (founded | joined).items()
        for row in tellings
    ]
    if members:
        becomes = update(events).where(events.c.number == bindparam("of_event"))
        connection.execute(becomes.values(happening=bindparam("becomes")), members)
    _add_keys(
        connection, {n: set().union(*(keys[row.event] for row in each)) for n, each in (founded | joined).items()}
    )
    _count_anew(connection, set(joined))


def _identities(connection: Connection, rows: Iterable[EventRow]) -> dict[int, int]:
    """The identities of all who take part in events, by the numbers of their entities."""
    members = {party.identity for row in rows for party in _parties(row) if party.identity is not None}
    found: dict[int, int] = {}
    for some in in_parts(sorted(members)):
        query = select(entities.c.number, entities.c.identity).where(entities.c.number.in_(some))
        found |= dict(connection.execute(query).all())
    return found


def _known(connection: Connection, keys: set[int]) -> list[int]:
    """The happenings that share most keys with some events; of a key that many have the newest."""
    shared: Counter[int] = Counter()
    ordered = sorted(keys)
    for start in range(0, len(ordered), MOST_KEYS):
        some = ordered[start : start + MOST_KEYS]
        parts = [
            f"SELECT happening FROM (SELECT happening FROM happening_keys WHERE key = :key{place}"
            f" ORDER BY happening DESC LIMIT {MOST_OF_A_KEY}) AS of_key{place}"
            for place in range(len(some))
        ]
        # One turn for all: a query a key would take longer than all the rest of filing.
        found = connection.execute(
            text(" UNION ALL ".join(parts)), {f"key{place}": key for place, key in enumerate(some)}
        )
        shared.update(found.scalars())
    return sorted(shared, key=lambda number: (-shared[number], -number))[:MOST_KNOWN]


def _add_keys(connection: Connection, wanted: Mapping[int, set[int]]) -> None:
    """Adds the keys by which happenings are found; those that they have already stay."""
    rows = [{"key": key, "happening": number} for number, keys in wanted.items() for key in sorted(keys)]
    if rows:
        connection.execute(ADD_KEY, rows)


def _count_anew(connection: Connection, touched: set[int], keys: Collection[int] = ()) -> None:
    """Says of some happenings when they were, how often they are told and whether they are in dispute.

    Those of which nothing tells any more are removed; by `keys` they were found.
    """
    if not touched:
        return
    tellings = load_tellings(connection, touched, MOST_TELLINGS)
    gone = [number for number, told in tellings.items() if not told]
    if gone:
        those = happening_keys.c.key.in_(keys) & happening_keys.c.happening.in_(gone)
        connection.execute(delete(happening_keys).where(those))
        connection.execute(delete(happenings).where(happenings.c.number.in_(gone)))
    count = (
        select(events.c.happening, func.count(), func.count(events.c.document.distinct()))
        .where(events.c.happening.in_(sorted(touched)))
        .group_by(events.c.happening)
    )
    counted = [
        {**_telling_columns(tellings[number]), "of": number, "tellings": told, "documents": among}
        for number, told, among in connection.execute(count)
    ]
    if counted:
        names = ("day", "tellings", "documents", "is_disputed")
        becomes = update(happenings).where(happenings.c.number == bindparam("of_happening"))
        connection.execute(
            becomes.values({name: bindparam(f"its_{name}") for name in names}),
            [{"of_happening": each["of"], **{f"its_{name}": each[name] for name in names}} for each in counted],
        )


def _telling_columns(tellings: Sequence[EventRow]) -> dict[str, Any]:
    """When a happening was, how often it is told and whether it is in dispute, as far as these tellings say."""
    days = [row.first for row in tellings if row.first] or [row.published for row in tellings if row.published]
    return {
        "day": min(days, default=""),
        "tellings": len(tellings),
        "documents": len({row.document for row in tellings}),
        "is_disputed": int(len(tellings) > 1 and find_dispute(tellings) is not None),
    }


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
