"""Which events of many documents are tellings of one happening. Pure: knows no database."""

from onrecord.ledger.happenings.assigning import Grouped, assign
from onrecord.ledger.happenings.evidence import THRESHOLD, Evidence, same_happening
from onrecord.ledger.happenings.keys import keys_of
from onrecord.ledger.happenings.telling import event_rows

__all__ = ["THRESHOLD", "Evidence", "Grouped", "assign", "event_rows", "keys_of", "same_happening"]
