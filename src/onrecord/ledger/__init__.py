"""Keeps records, whoever coded them, in a file or database that can be asked, and what people judged of them.

Never asks how a record was made.
"""

from onrecord.ledger.candidates import Candidate
from onrecord.ledger.entities import SHOWN, Address, EntityRow
from onrecord.ledger.happened import EventRow, FigureRow, Party, Scene
from onrecord.ledger.homes import name_of
from onrecord.ledger.identities import Identity, Link
from onrecord.ledger.judgements import Judgement
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.origins import Origin, Origins, Relation
from onrecord.ledger.reviews import (
    Agreement,
    Anchor,
    Applied,
    Import,
    Patch,
    RestingReview,
    Review,
    ReviewDraft,
    agreement,
    agreement_rate,
    apply_reviews,
    draft_addition,
    draft_review,
    read_patch,
    write_patch,
)
from onrecord.ledger.revisions import CodingRow
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals
from onrecord.ledger.speakers import Speakers
from onrecord.ledger.speaking import Speaking, speaking_of
from onrecord.ledger.terms import TermQuery, TermRow, subject_key
from onrecord.ledger.undoing import undone_by

__all__ = [
    "SHOWN",
    "Address",
    "Agreement",
    "Anchor",
    "Applied",
    "Candidate",
    "CodingRow",
    "DocumentRow",
    "EntityRow",
    "EventRow",
    "FigureRow",
    "Filing",
    "Hit",
    "Identity",
    "Import",
    "Judgement",
    "Ledger",
    "Link",
    "Origin",
    "Origins",
    "Party",
    "Patch",
    "Problem",
    "Relation",
    "RestingReview",
    "Review",
    "ReviewDraft",
    "Scene",
    "Speakers",
    "Speaking",
    "TermQuery",
    "TermRow",
    "Totals",
    "agreement",
    "agreement_rate",
    "apply_reviews",
    "draft_addition",
    "draft_review",
    "name_of",
    "read_patch",
    "speaking_of",
    "subject_key",
    "undone_by",
    "write_patch",
]
