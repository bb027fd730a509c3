"""Filing a coding: the rows that are on record, and those made from it by which questions go.

Whoever calls has a writing transaction open, so nobody else gives numbers to rows meanwhile.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from onrecord.ledger.columns import EntityColumns, entity_columns, heading_of, statement_columns
from onrecord.ledger.entities import key_number
from onrecord.ledger.packing import pack
from onrecord.ledger.profiles import Profile, called_key
from onrecord.ledger.speaking import speaking_of
from onrecord.ledger.tables import (
    coders,
    codings,
    documents,
    entities,
    links,
    profile_keys,
    profiles,
    statement_mentions,
    statements,
    terms,
)
from onrecord.ledger.terms import term_columns
from onrecord.ledger.words import fold
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Coding:
    """A coding to file: how lists show the document, its coder, and the record as a line and as itself if it is one."""

    id: str
    uri: str | None
    title: str | None
    heading: str
    outlet: str | None
    published: str | None
    coder: str
    line: str
    record: Record | None
    is_current: bool = True

    @classmethod
    def of(cls, record: Record) -> "Coding":
        """The coding that a record is."""
        document = record.document
        return cls(
            document.id, document.uri, document.title, heading_of(record), document.outlet, document.published,
            record.coder.identity, record.to_json(), record,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touched:
    """The profiles that lost entities of a document, and those that are new with it."""

    left: frozenset[int]
    new: frozenset[int]


def file_coding(connection: Connection, coding: Coding) -> int:
    """Files a coding, as the current one of its document if it is; the document's number."""
    number = _document(connection, coding)
    if coding.is_current:
        connection.execute(update(codings).where(codings.c.document == number).values(current=0))
    row = {
        "number": next_number(connection, codings),
        "document": number,
        "coder": _coder(connection, coding.coder),
        "current": int(coding.is_current),
        "record": pack(coding.line),
    }
    connection.execute(insert(codings), [row])
    return number


def index_record(connection: Connection, number: int, record: Record) -> Touched:
    """Replaces the rows made from a document's earlier record, and says whose resolution that touches."""
    left = _remove(connection, number)
    document = record.document
    about = {
        "uri": document.uri, "title": document.title, "heading": heading_of(record), "outlet": document.outlet,
        "published": document.published, "folded_outlet": fold(document.outlet or ""), "day": document.published or "",
        "changed": document.modified or document.retrieved or "", "statements": len(record.statements),
    }  # fmt: skip
    connection.execute(update(documents).where(documents.c.number == number).values(about))
    new = _index_entities(connection, number, record)
    identities = dict(
        connection.execute(select(entities.c.entity, entities.c.number).where(entities.c.document == number)).all()
    )
    add_rows(
        connection,
        statements,
        (
            {
                "document": number, "statement": name, "entity": each.entity,
                "identity": identities.get(each.entity) if each.entity else None, "day": each.day,
                "source": each.source, "words": each.words, "confidence": each.confidence,
            }
            for name, each in statement_columns(record).items()
        ),
    )  # fmt: skip
    _index_mentions(connection, number, record)
    add_rows(connection, terms, ({"document": number, **each} for each in term_columns(record)))
    return Touched(frozenset(left), new)


def _index_mentions(connection: Connection, number: int, record: Record) -> None:
    """Adds whom a document's statements mention."""
    said = dict(
        connection.execute(
            select(statements.c.statement, statements.c.number).where(statements.c.document == number)
        ).all()
    )
    known = dict(
        connection.execute(select(entities.c.entity, entities.c.number).where(entities.c.document == number)).all()
    )
    rows = [
        {"entity": known[each.entity], "statement": said[each.statement], "mentions": each.mentions}
        for each in speaking_of(record)
    ]
    if rows:
        connection.execute(insert(statement_mentions), rows)


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row."""
    highest: int | None = connection.execute(select(func.max(table.c.number))).scalar()
    return (highest or 0) + 1


def add_rows(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Adds rows, numbered on from the last."""
    first = next_number(connection, table)
    numbered = [{"number": number, **row} for number, row in enumerate(rows, first)]
    if numbered:
        connection.execute(insert(table), numbered)


def _document(connection: Connection, coding: Coding) -> int:
    found = connection.execute(select(documents.c.number).where(documents.c.id == coding.id)).scalar()
    if found is not None:
        return int(found)
    number = next_number(connection, documents)
    row = {
        "number": number, "id": coding.id, "uri": coding.uri, "title": coding.title, "heading": coding.heading,
        "outlet": coding.outlet, "published": coding.published, "folded_outlet": fold(coding.outlet or ""),
        "day": coding.published or "", "changed": "", "statements": 0,
    }  # fmt: skip
    connection.execute(insert(documents), [row])
    return number


def _coder(connection: Connection, identity: str) -> int:
    found = connection.execute(select(coders.c.number).where(coders.c.identity == identity)).scalar()
    if found is not None:
        return int(found)
    number = next_number(connection, coders)
    connection.execute(insert(coders), [{"number": number, "identity": identity}])
    return number


def _remove(connection: Connection, number: int) -> set[int]:
    """Removes a document's rows; the profiles that its entities had."""
    left = set(connection.execute(select(entities.c.profile).where(entities.c.document == number)).scalars())
    own = select(entities.c.number).where(entities.c.document == number)
    connection.execute(delete(links).where(links.c.left_entity.in_(own) | links.c.right_entity.in_(own)))
    connection.execute(delete(statement_mentions).where(statement_mentions.c.entity.in_(own)))
    for table in (statements, terms, entities):
        connection.execute(delete(table).where(table.c.document == number))
    return left


def _index_entities(connection: Connection, number: int, record: Record) -> frozenset[int]:
    """Adds a document's entities, each by itself; the profiles that are new."""
    columns = entity_columns(record)
    by_digest, new = _profile_numbers(connection, {each.profile.digest: each.profile for each in columns.values()})
    first = next_number(connection, entities)
    rows = [
        {
            "number": place, "document": number, "entity": name,
            "key": key_number(record.document.id, name, each.start, each.end, each.profile.type),
            "profile": by_digest[each.profile.digest], "identity": place, "day": each.day, "name": each.name,
            "names": each.names, "role": each.role, "start": each.start, "end": each.end,
            "statements": each.statements,
        }
        for place, (name, each) in enumerate(columns.items(), first)
    ]  # fmt: skip
    if rows:
        connection.execute(insert(entities), rows)
    _add_called(connection, {(by_digest[each.profile.digest], each) for each in columns.values()})
    return new


def _add_called(connection: Connection, found: set[tuple[int, EntityColumns]]) -> None:
    """Adds the keys by which a registry's entries are found under the names that a text gives them."""
    keys = {
        (called_key(name), number)
        for number, each in found
        if each.profile.registry is not None
        for name in each.called
    }
    known = select(profile_keys.c.key, profile_keys.c.profile).where(profile_keys.c.key.in_({key for key, _ in keys}))
    new = keys - {tuple(row) for row in connection.execute(known)} if keys else keys
    if new:
        connection.execute(insert(profile_keys), [{"key": key, "profile": number} for key, number in sorted(new)])


def _profile_numbers(connection: Connection, wanted: dict[bytes, Profile]) -> tuple[dict[bytes, int], frozenset[int]]:
    """The number of each profile by its digest, and which are new: these are added with their keys."""
    query = select(profiles.c.digest, profiles.c.number).where(profiles.c.digest.in_(wanted))
    known = dict(connection.execute(query).all())
    first = next_number(connection, profiles)
    new = [each for digest, each in sorted(wanted.items()) if digest not in known]
    for number, profile in enumerate(new, first):
        known[profile.digest] = number
    if new:
        connection.execute(insert(profiles), [_profile_row(known[each.digest], each) for each in new])
        keys = [{"key": key, "profile": known[each.digest]} for each in new for key in sorted(each.keys)]
        if keys:
            connection.execute(insert(profile_keys), keys)
    return known, frozenset(known[each.digest] for each in new)


def _profile_row(number: int, profile: Profile) -> dict[str, Any]:
    return {
        "number": number, "digest": profile.digest, "type": profile.type,
        "names": json.dumps(profile.names, ensure_ascii=False), "country": profile.country, "sector": profile.sector,
        "office": profile.office, "registry": profile.registry, "identity": None,
        "component": None,
        "loose": int(not profile.can_be_linked),
    }  # fmt: skip
