"""What differs: between two codings of one text, and between two revisions of one document. Takes records only."""

from onrecord.analysis.differences.change import Change
from onrecord.analysis.differences.codings import compare_codings
from onrecord.analysis.differences.difference import Difference
from onrecord.analysis.differences.passages import Passage
from onrecord.analysis.differences.revisions import Revision, compare_revisions

__all__ = ["Change", "Difference", "Passage", "Revision", "compare_codings", "compare_revisions"]
