"""Keeps records, whoever coded them, in a file or database that can be asked, and what people judged of them.

Never asks how a record was made.
"""

from onrecord.ledger.candidates import Candidate
from onrecord.ledger.entities import SHOWN, Address, EntityRow
from onrecord.ledger.happened import EventRow, FigureRow, Party, Scene
from onrecord.ledger.homes import name_of
from onrecord.ledger.identities import Identity, Link
from onrecord.ledger.judgements import Judgement, undone_by
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals
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
    "Scene",
    "TermRow",
    "Totals",
    "name_of",
    "subject_key",
    "undone_by",
]
