"""What differs: between two codings of one text, and between two revisions of one document. Takes records only."""

from onrecord.analysis.differences.codings import compare_codings
from onrecord.analysis.differences.difference import Difference

__all__ = ["Difference", "compare_codings"]
