"""Questions asked of a ledger, read-only. Never reads or codes a document, and knows no screen."""

from onrecord.analysis.casualties import Casualties, CasualtyFigures
from onrecord.analysis.entries import Entry, Known, list_entries
from onrecord.analysis.positions import Change, ChangeKind, Position, Said, find_changes, find_position, gather
from onrecord.analysis.terms import State, TermFact, list_terms

__all__ = [
    "Casualties",
    "CasualtyFigures",
    "Change",
    "ChangeKind",
    "Entry",
    "Known",
    "Position",
    "Said",
    "State",
    "TermFact",
    "find_changes",
    "find_position",
    "gather",
    "list_entries",
    "list_terms",
]
