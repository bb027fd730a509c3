"""What is in dispute among the tellings of one happening. Pure: knows no database."""

from onrecord.ledger.disputes.accounts import Account, Dispute, Issue, Matter, Shift, order
from onrecord.ledger.disputes.finding import find_dispute
from onrecord.ledger.disputes.tellers import Teller, teller_of

__all__ = [
    "Account",
    "Dispute",
    "Issue",
    "Matter",
    "Shift",
    "Teller",
    "find_dispute",
    "order",
    "teller_of",
]
