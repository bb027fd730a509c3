"""Everything that is made from a document's current record, in the order in which it builds on one another."""

from sqlalchemy import Connection

from onrecord.ledger.events import file_events, remove_events
from onrecord.ledger.filing import index_record
from onrecord.ledger.resolution import settle
from onrecord.ledger.sharing import file_report
from onrecord.record import Record


def index(connection: Connection, number: int, record: Record) -> None:
    """Replaces all rows made from a document's earlier record by those of this one."""
    remove_events(connection, number)
    settle(connection, record.document.id, number, index_record(connection, number, record))
    file_events(connection, number, record)
    file_report(connection, number, record)
