"""Filling the columns that searches and the resolution go by, from records."""

import sqlite3

from onrecord.errors import RecordError
from onrecord.ledger.columns import entity_columns, search_columns, statement_columns
from onrecord.ledger.terms import index_terms
from onrecord.record import Record


def index_record(connection: sqlite3.Connection, record: Record) -> None:
    """Replaces the columns of a document with those of this record."""
    document = record.document.id
    for (number,) in connection.execute("SELECT number FROM statements WHERE document = ?", (document,)).fetchall():
        connection.execute("DELETE FROM statement_words WHERE rowid = ?", (number,))
    connection.execute("DELETE FROM statements WHERE document = ?", (document,))
    for statement in record.statements:
        connection.execute(
            "INSERT INTO statements (document, statement, entity, source, confidence) VALUES (?, ?, ?, ?, ?)",
            (document, statement.id, *statement_columns(statement)),
        )
        source, cue, content = search_columns(statement)
        connection.execute(
            "INSERT INTO statement_words (rowid, content, source, cue) VALUES (last_insert_rowid(), ?, ?, ?)",
            (content, source, cue),
        )
    _index_entities(connection, record)
    index_terms(connection, record)


def index_entities_anew(connection: sqlite3.Connection) -> None:
    """Fills in what came with the third form of the tables: entities, and whose statement each is.

    A damaged record is passed over, for `verify` to name; it must not keep the ledger from opening.
    """
    lines = connection.execute("SELECT record FROM codings WHERE current = 1 ORDER BY number")
    for (line,) in lines:
        try:
            record = Record.from_json(line)
        except RecordError:
            continue
        _index_entities(connection, record)
        for statement in record.statements:
            connection.execute(
                "UPDATE statements SET entity = ? WHERE document = ? AND statement = ?",
                (statement_columns(statement)[0], record.document.id, statement.id),
            )


def _index_entities(connection: sqlite3.Connection, record: Record) -> None:
    connection.execute("DELETE FROM entities WHERE document = ?", (record.document.id,))
    connection.executemany(
        "INSERT INTO entities (document, entity, name, folded, names, type, country, sector, role, registry,"
        ' start, "end", mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [(record.document.id, name, *columns) for name, columns in entity_columns(record).items()],
    )
