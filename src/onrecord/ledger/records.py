"""Records as they are stored: read back whole, by document."""

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger.packing import unpack
from onrecord.ledger.tables import codings, documents
from onrecord.record import Record


def document_number(connection: Connection, document: str) -> int | None:
    """The ledger's number for a document."""
    found: int | None = connection.execute(select(documents.c.number).where(documents.c.id == document)).scalar()
    return found


def current_line(connection: Connection, number: int) -> str:
    """The JSON of a document's current record. Raises LedgerError where there is none, RecordError where damaged."""
    query = select(codings.c.record).where(codings.c.document == number, codings.c.current == 1)
    packed = connection.execute(query).scalar()
    if packed is None:
        raise LedgerError("a document has no current coding; see: onrecord verify")
    return unpack(packed)


def current_record(connection: Connection, number: int) -> Record:
    """A document's current record. Raises as `current_line` does, and where it is no record."""
    return Record.from_json(current_line(connection, number))
