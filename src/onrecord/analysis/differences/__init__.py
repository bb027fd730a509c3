"""What differs: between two codings of one text, and between two revisions of one document."""

from onrecord.analysis.differences.change import Change
from onrecord.analysis.differences.codings import compare_codings
from onrecord.analysis.differences.difference import Difference
from onrecord.analysis.differences.emphasis import mark_words
from onrecord.analysis.differences.filed import (
    Recoding,
    Revised,
    between_ledgers,
    compare_ledgers,
    recodings,
    revisions,
)
from onrecord.analysis.differences.passages import Passage
from onrecord.analysis.differences.revisions import Revision, compare_revisions

__all__ = [
    "Change",
    "Difference",
    "Passage",
    "Recoding",
    "Revised",
    "Revision",
    "between_ledgers",
    "compare_codings",
    "compare_ledgers",
    "compare_revisions",
    "mark_words",
    "recodings",
    "revisions",
]
