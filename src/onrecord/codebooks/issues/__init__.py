"""Issues: what statements can be on, as small files of phrases and names that their users write, and finding them.

issues.toml beside this file is the set for conflict and diplomacy that holds where nobody gives a file of their own.
"""

from onrecord.codebooks.issues.issue import Issue, choose_issue, topic
from onrecord.codebooks.issues.loading import load_issues, read_issues
from onrecord.codebooks.issues.matching import IssueMatch, IssueMatcher

__all__ = ["Issue", "IssueMatch", "IssueMatcher", "choose_issue", "load_issues", "read_issues", "topic"]
