"""Checking a ledger against itself: every stored span is sliced again out of the stored text.

It works on the raw JSON, not through the record's classes, which would stop at the first thing wrong.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DatabaseError

from onrecord.errors import RecordError
from onrecord.ledger.attachment import load_attachments, tie
from onrecord.ledger.checking import find_misresolved
from onrecord.ledger.columns import entity_columns, heading_of, statement_columns
from onrecord.ledger.events import event_columns
from onrecord.ledger.happenings import event_rows
from onrecord.ledger.judgements import load_judgements, standing
from onrecord.ledger.origins import signature
from onrecord.ledger.packing import unpack
from onrecord.ledger.records import corrected
from onrecord.ledger.rows import Problem
from onrecord.ledger.sharing import report_column
from onrecord.ledger.speaking import speaking_of
from onrecord.ledger.tables import (
    codings,
    documents,
    entities,
    events,
    fingerprints,
    profiles,
    reports,
    statement_mentions,
    statements,
    terms,
)  # fmt: skip
from onrecord.ledger.terms import term_columns
from onrecord.record import Record, document_id


def find_problems(connection: Connection) -> Iterator[Problem]:
    """Everything that does not match, document by document, then who is one."""
    yield from _problems_of_file(connection)
    for row in connection.execute(select(documents).order_by(documents.c.id)).all():
        query = select(codings.c.record, codings.c.current).where(codings.c.document == row.number)
        found = connection.execute(query.order_by(codings.c.number)).all()
        if sum(each.current for each in found) != 1:
            yield Problem(row.id, row.uri, "codings", "not exactly one is the current one")
        for each in found:
            yield from _problems_of_coding(connection, row, each.record, is_current=bool(each.current))
    yield from _problems_of_judgements(connection)
    yield from find_misresolved(connection)


def _problems_of_file(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for (message,) in connection.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            yield Problem("", None, "file", str(message))
    try:
        connection.execute(text("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"))
    except DatabaseError as error:
        yield Problem("", None, "statements", f"the full-text index is damaged; restore it from a copy ({error.orig})")


def _problems_of_coding(connection: Connection, row: Any, packed: bytes, *, is_current: bool) -> Iterator[Problem]:
    try:
        line = unpack(packed)
    except RecordError as error:
        yield Problem(row.id, row.uri, "record", str(error))
        return
    problems = list(_problems_of_record(row.id, row.uri, line))
    yield from problems
    if is_current and not problems:
        yield from _problems_of_columns(connection, row, corrected(connection, Record.from_json(line)))


def _problems_of_record(identity: str, uri: str | None, line: str) -> Iterator[Problem]:
    try:
        record = json.loads(line)
        document = record["document"]
        words: str = document["text"]
        outlet = document.get("outlet")
        if document["id"] != identity or document_id(words, outlet) != identity:
            yield Problem(identity, uri, "document.id", "is not the hash of the text: the text was changed")
    except (ValueError, KeyError, TypeError, RecordError) as error:
        yield Problem(identity, uri, "record", f"is no record: {error!r}")
        return
    wrong = list(_wrong_spans(record, words, ""))
    for path, message in wrong:
        yield Problem(identity, uri, path, message)
    if not wrong:
        try:
            Record.from_dict(record)
        except RecordError as error:
            yield Problem(identity, uri, error.field or "record", str(error))


def _wrong_spans(value: Any, words: str, path: str) -> Iterator[tuple[str, str]]:
    """The path of every span that does not slice to its own words, and what stands there instead."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            start, end, told = value["start"], value["end"], value["text"]
            found = words[start:end] if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None
            if found != told:
                yield path, f"says {told!r:.80} but the text has {found!r:.80} at {start}..{end}"
            return
        for key, item in value.items():
            yield from _wrong_spans(item, words, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _wrong_spans(item, words, f"{path}[{index}]")


def _problems_of_columns(connection: Connection, row: Any, record: Record) -> Iterator[Problem]:
    """Where what lists and searches go by differs from the record that it was made from."""
    document = record.document
    told = (heading_of(record), document.outlet, document.published, document.published or "", len(record.statements))
    if told != (row.heading, row.outlet, row.published, row.day, row.statements):
        yield Problem(row.id, row.uri, "document", "the list's columns differ from the record")
    stored: dict[str, Any] = {
        each.statement: (each.entity, each.day, each.source, each.words, each.confidence)
        for each in connection.execute(select(statements).where(statements.c.document == row.number))
    }
    expected: dict[str, Any] = {
        name: (each.entity, each.day, each.source, each.words, each.confidence)
        for name, each in statement_columns(record).items()
    }
    yield from _differing(row, "statements", "the search's columns", stored, expected)
    stored = {
        name: columns
        for name, *columns in connection.execute(
            select(
                entities.c.entity, profiles.c.digest, entities.c.day, entities.c.name, entities.c.names,
                entities.c.role, entities.c.start, entities.c.end, entities.c.statements,
            )
            .join(profiles, profiles.c.number == entities.c.profile)
            .where(entities.c.document == row.number)
        )
    }  # fmt: skip
    expected = {
        name: [each.profile.digest, each.day, each.name, each.names, each.role, each.start, each.end, each.statements]
        for name, each in entity_columns(record).items()
    }
    yield from _differing(row, "entities", "the resolution's columns", stored, expected)
    yield from _problems_of_events(connection, row, record)
    yield from _problems_of_mentions(connection, row, record)
    yield from _problems_of_wording(connection, row, record)
    names = [column.name for column in terms.columns if column.name not in ("number", "document")]
    stored = {
        each["term"]: {name: each[name] for name in names}
        for each in connection.execute(select(terms).where(terms.c.document == row.number)).mappings()
    }
    expected = {each["term"]: each for each in term_columns(record)}
    yield from _differing(row, "terms", "the columns of lists", stored, expected)


def _problems_of_events(connection: Connection, row: Any, record: Record) -> Iterator[Problem]:
    """Where the events as lists show them differ from the record, or who takes part in them."""
    query = select(entities.c.entity, entities.c.number).where(entities.c.document == row.number)
    rows = event_rows(record, dict(connection.execute(query).all()))
    stored = {
        each["event"]: dict(each)
        for each in connection.execute(
            select(events.c.event, events.c.type, events.c.status, events.c.country, events.c.day, events.c.row).where(
                events.c.document == row.number
            )
        ).mappings()
    }
    yield from _differing(row, "events", "the columns of lists", stored, {r.event: event_columns(r) for r in rows})


def _problems_of_mentions(connection: Connection, row: Any, record: Record) -> Iterator[Problem]:
    """Where whom the statements mention differs from the record."""
    query = (
        select(statements.c.statement, entities.c.entity, statement_mentions.c.mentions)
        .join_from(statement_mentions, statements, statements.c.number == statement_mentions.c.statement)
        .join(entities, entities.c.number == statement_mentions.c.entity)
        .where(statements.c.document == row.number)
    )
    stored = {(statement, entity): mentions for statement, entity, mentions in connection.execute(query)}
    if stored != {(each.statement, each.entity): each.mentions for each in speaking_of(record)}:
        yield Problem(row.id, row.uri, "statements", "whom they mention differs from the record")


def _problems_of_wording(connection: Connection, row: Any, record: Record) -> Iterator[Problem]:
    """Where what copies are found by differs from the document."""
    report = connection.execute(select(reports.c.report).where(reports.c.document == row.number)).scalar()
    prints = select(fingerprints.c.fingerprint).where(fingerprints.c.document == row.number)
    # Without an index by document: the prints that there should be are looked up, not those that there are.
    expected = signature(record.document.text)
    found = set(connection.execute(prints.where(fingerprints.c.fingerprint.in_(expected))).scalars())
    if report != report_column(record) or found != set(expected):
        yield Problem(row.id, row.uri, "wording", "what copies are found by differs from the document")


def _differing(row: Any, kind: str, what: str, stored: dict[str, Any], expected: dict[str, Any]) -> Iterator[Problem]:
    """Where a document's stored rows, by the ids of what they are made from, are not those expected."""
    for name in sorted(stored.keys() | expected.keys()):
        if stored.get(name) != expected.get(name):
            yield Problem(row.id, row.uri, f"{kind}[{name}]", f"{what} differ from the record")


def _problems_of_judgements(connection: Connection) -> Iterator[Problem]:
    """The judgements that find nobody in the current codings; they are kept, and wake when a coding has them again."""
    uris = dict(connection.execute(select(documents.c.id, documents.c.uri)).all())
    judged = {each.number: each for each in standing(load_judgements(connection))}
    stored = load_attachments(connection)
    expected = tie(connection, list(judged.values()))
    for each in stored:
        if each.reason is not None and each.judgement in judged:
            left = judged[each.judgement].left
            document = left.document if left else ""
            yield Problem(document, uris.get(document), f"judgements[{each.judgement}]", f"rests: {each.reason}")
    for number in sorted({each.judgement for each in {*stored} ^ {*expected}}):
        yield Problem("", None, f"judgements[{number}]", "is tied to other entities than the current codings have")
