"""A ledger that has just these records."""

from pathlib import Path

from onrecord.ledger import Ledger
from onrecord.record import Record


def keep(path: Path, *records: Record) -> Ledger:
    """A ledger in a new file, in which the records were filed in their order; open, to be used in a `with`."""
    ledger = Ledger.open(path, create=True)
    for record in records:
        ledger.add(record)
    return ledger
