"""Checking a ledger against itself: every stored span is sliced again out of the stored text.

It works on the raw JSON, not through the record's classes, which would stop at the first thing wrong.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.columns import entity_columns, heading_of, search_columns, statement_columns
from onrecord.ledger.resolution import Resolution
from onrecord.ledger.rows import Problem
from onrecord.ledger.terms import term_columns
from onrecord.record import Record, document_id


def find_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Everything that does not match, document by document."""
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem("", None, "file", str(message))
    documents = connection.execute("SELECT id, uri, heading, outlet, published FROM documents ORDER BY id").fetchall()
    for identity, uri, heading, outlet, published in documents:
        codings = connection.execute(
            "SELECT record, current FROM codings WHERE document = ? ORDER BY number", (identity,)
        ).fetchall()
        if sum(current for _, current in codings) != 1:
            yield Problem(identity, uri, "codings", "not exactly one is the current one")
        for line, current in codings:
            problems = list(_problems_of_record(identity, uri, line))
            yield from problems
            if current and not problems:
                columns = (heading, outlet, published)
                yield from _problems_of_columns(connection, identity, uri, Record.from_json(line), columns)
    yield from _problems_of_judgements(connection, {row[0]: row[1] for row in documents})


def _problems_of_record(identity: str, uri: str | None, line: str) -> Iterator[Problem]:
    try:
        record = json.loads(line)
        document = record["document"]
        text: str = document["text"]
        outlet = document.get("outlet")
        if document["id"] != identity or document_id(text, outlet) != identity:
            yield Problem(identity, uri, "document.id", "is not the hash of the text: the text was changed")
    except (ValueError, KeyError, TypeError, RecordError) as error:
        yield Problem(identity, uri, "record", f"is no record: {error!r}")
        return
    wrong = list(_wrong_spans(record, text, ""))
    for path, message in wrong:
        yield Problem(identity, uri, path, message)
    if not wrong:
        try:
            Record.from_dict(record)
        except RecordError as error:
            yield Problem(identity, uri, error.field or "record", str(error))


def _wrong_spans(value: Any, text: str, path: str) -> Iterator[tuple[str, str]]:
    """The path of every span that does not slice to its own words, and what stands there instead."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            start, end, words = value["start"], value["end"], value["text"]
            found = text[start:end] if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None
            if found != words:
                yield path, f"says {words!r:.80} but the text has {found!r:.80} at {start}..{end}"
            return
        for key, item in value.items():
            yield from _wrong_spans(item, text, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _wrong_spans(item, text, f"{path}[{index}]")


def _problems_of_columns(
    connection: sqlite3.Connection, identity: str, uri: str | None, record: Record, columns: tuple[str | None, ...]
) -> Iterator[Problem]:
    """Where what lists and searches go by differs from the record that it was made from."""
    if columns != (heading_of(record), record.document.outlet, record.document.published):
        yield Problem(identity, uri, "document", "the list's columns differ from the record")
    query = """
        SELECT s.statement, s.entity, s.source, s.confidence, w.source, w.cue, w.content
        FROM statements AS s LEFT JOIN statement_words AS w ON w.rowid = s.number WHERE s.document = ?
    """
    statements = {each.id: (*statement_columns(each), *search_columns(each)) for each in record.statements}
    yield from _differing(connection, query, identity, uri, ("statements", "the search's columns", statements))
    query = """
        SELECT entity, name, folded, names, type, country, sector, role, registry, start, "end", mentions
        FROM entities WHERE document = ?
    """
    entities = entity_columns(record)
    yield from _differing(connection, query, identity, uri, ("entities", "the resolution's columns", entities))
    query = """
        SELECT term, matter, bound, subject, entity, edtf, first, last, status, voices, words, start, "end"
        FROM terms WHERE document = ?
    """
    yield from _differing(connection, query, identity, uri, ("terms", "the columns of lists", term_columns(record)))


def _differing(
    connection: sqlite3.Connection,
    query: str,
    identity: str,
    uri: str | None,
    expected: tuple[str, str, dict[str, Any]],
) -> Iterator[Problem]:
    """Where a document's stored rows, each by its first column, are not those (kind, what they are, rows) expected."""
    kind, what, rows = expected
    stored = {row[0]: row[1:] for row in connection.execute(query, (identity,))}
    for name in sorted(stored.keys() | rows.keys()):
        if stored.get(name) != rows.get(name):
            yield Problem(identity, uri, f"{kind}[{name}]", f"{what} differ from the record")


def _problems_of_judgements(connection: sqlite3.Connection, uris: dict[str, str | None]) -> Iterator[Problem]:
    """The judgements that find nobody in the current codings; they are kept, and wake when a coding has them again."""
    try:
        resolution = Resolution.of(connection)
    except LedgerError:
        return  # damaged entities, which are named above
    for resting in resolution.attachment.resting:
        judgement = resting.judgement
        document = judgement.left.document if judgement.left else ""
        yield Problem(document, uris.get(document), f"judgements[{judgement.number}]", f"rests: {resting.reason}")
