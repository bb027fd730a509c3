"""Keeps records, whoever coded them, in one file that can be asked. Never asks how a record was made."""

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals

__all__ = ["DocumentRow", "Filing", "Hit", "Ledger", "Problem", "Totals"]
