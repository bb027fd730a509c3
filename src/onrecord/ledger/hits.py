"""Statements that a question found, read from the records they stand in."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.packing import unpack
from onrecord.ledger.rows import DocumentRow, Hit
from onrecord.ledger.tables import codings
from onrecord.record import Statement
from onrecord.record.serialization import from_plain


def hits_of(connection: Connection, rows: Iterable[Any]) -> list[Hit]:
    """The statements that rows of a document's number, a statement's id and the document's columns name.

    Of each record only the statements wanted are made: a whole one takes ten times as long. Raises LedgerError where a
    record is damaged.
    """
    found = list(rows)
    by_document = _statements_of(connection, {row[0] for row in found})
    hits = []
    for number, name, *document in found:
        row = DocumentRow(*document)
        try:
            hits.append(Hit(row, from_plain(Statement, by_document[number][name])))
        except (KeyError, RecordError) as error:
            raise LedgerError(f"statement {name} of {row.id} is damaged; see: onrecord verify") from error
    return hits


def _statements_of(connection: Connection, numbers: set[int]) -> dict[int, dict[str, Any]]:
    query = select(codings.c.document, codings.c.record).where(codings.c.document.in_(numbers), codings.c.current == 1)
    found = {}
    for number, packed in connection.execute(query):
        try:
            found[number] = {each["id"]: each for each in json.loads(unpack(packed))["statements"]}
        except (ValueError, KeyError, TypeError, RecordError) as error:
            raise LedgerError(f"a record that the search needs is damaged ({error}); see: onrecord verify") from error
    return found
