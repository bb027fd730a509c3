"""Keeps records, whoever coded them, in one file that can be asked, and the judgements on who in them is one.

Never asks how a record was made.
"""

from onrecord.ledger.candidates import Candidate
from onrecord.ledger.entities import SHOWN, Address, EntityRow
from onrecord.ledger.happened import EventRow, FigureRow, Party
from onrecord.ledger.identities import Identity
from onrecord.ledger.judgements import Judgement, undone_by
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.links import Link
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals
from onrecord.ledger.speaking import Speaking, speaking_of
from onrecord.ledger.terms import TermRow, subject_key

__all__ = [
    "SHOWN",
    "Address",
    "Candidate",
    "DocumentRow",
    "EntityRow",
    "EventRow",
    "FigureRow",
    "Filing",
    "Hit",
    "Identity",
    "Judgement",
    "Ledger",
    "Link",
    "Party",
    "Problem",
    "Speaking",
    "TermRow",
    "Totals",
    "speaking_of",
    "subject_key",
    "undone_by",
]
