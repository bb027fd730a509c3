"""Checking a ledger against itself: every stored span is sliced again out of the stored text.

It works on the raw JSON, not through the record's classes, which would stop at the first thing wrong.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from onrecord.errors import RecordError
from onrecord.ledger.columns import heading_of, search_columns
from onrecord.ledger.rows import Problem
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
        SELECT s.statement, s.source, s.confidence, w.source, w.cue, w.content
        FROM statements AS s LEFT JOIN statement_words AS w ON w.rowid = s.number WHERE s.document = ?
    """
    stored = {row[0]: row[1:] for row in connection.execute(query, (identity,))}
    expected = {}
    for statement in record.statements:
        source, cue, content = search_columns(statement)
        expected[statement.id] = (source, statement.confidence, source, cue, content)
    for name in sorted(stored.keys() | expected.keys()):
        if stored.get(name) != expected.get(name):
            yield Problem(identity, uri, f"statements[{name}]", "the search's columns differ from the record")
