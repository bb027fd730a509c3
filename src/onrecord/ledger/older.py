"""Files of the first versions, with tables of another form: what is on record is taken over, the rest made anew."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, text

from onrecord.errors import RecordError
from onrecord.ledger.attachment import attach_all
from onrecord.ledger.filing import Coding, file_coding
from onrecord.ledger.indexing import index
from onrecord.ledger.resolution import resolve_all
from onrecord.ledger.tables import judgements
from onrecord.record import Record

# The number of the last such form, as SQLite's user_version has it.
LAST_OLDER = 4
KEPT = ("documents", "codings", "judgements")


def set_aside(connection: Connection) -> None:
    """Renames the tables that hold what is on record, and drops those made from them."""
    there = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
    for name in ("judgements_are_not_changed", "judgements_are_not_removed"):
        connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
    for name in ("statement_words", "statements", "entities", "terms"):
        connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    for name in KEPT:
        if name in there:
            connection.execute(text(f"ALTER TABLE {name} RENAME TO older_{name}"))


def bring_over(connection: Connection) -> None:
    """Files what was set aside in the new tables; a damaged record is kept as it is, for `verify` to name."""
    there = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
    for row in _codings(connection):
        coding = _coding(row)
        number = file_coding(connection, coding)
        if coding.is_current and coding.record is not None:
            index(connection, number, coding.record)
    if "older_judgements" in there:
        rows = connection.execute(text("SELECT * FROM older_judgements ORDER BY number")).mappings().all()
        if rows:
            connection.execute(judgements.insert(), [dict(row) for row in rows])
    for name in reversed(KEPT):
        connection.execute(text(f"DROP TABLE IF EXISTS older_{name}"))
    attach_all(connection)
    resolve_all(connection)


def _codings(connection: Connection) -> Iterator[Any]:
    query = """
        SELECT d.id, d.uri, d.title, d.heading, d.outlet, d.published, c.coder, c.current, c.record
        FROM older_codings AS c JOIN older_documents AS d ON d.id = c.document ORDER BY c.number
    """
    yield from connection.execute(text(query))


def _coding(row: Sequence[Any]) -> Coding:
    identity, uri, title, heading, outlet, published, coder, current, line = row
    record: Record | None
    try:
        record = Record.from_json(line)
    except RecordError:
        record = None
    return Coding(identity, uri, title, heading, outlet, published, coder, line, record, bool(current))
