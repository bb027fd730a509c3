"""A position: what an actor said on an issue, from the first time to the last, and what changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.analysis.positions.changes import Change, find_changes
from onrecord.analysis.positions.said import Said, gather
from onrecord.codebooks.issues import Issue, IssueMatcher
from onrecord.ledger import Hit


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor said on one issue, in order of time; what has no date stands last and is in no change."""

    issue: Issue
    said: tuple[Said, ...]
    changes: tuple[Change, ...]

    @property
    def first(self) -> Said | None:
        """What was said first, None where nothing was."""
        return self.said[0] if self.said else None

    @property
    def last(self) -> Said | None:
        """What was said last: of what has a date, else of all."""
        dated = [each for each in self.said if each.published]
        return dated[-1] if dated else self.said[-1] if self.said else None


def find_position(hits: Iterable[Hit], issue: Issue, min_confidence: float = 0.5) -> Position:
    """The position on an issue of the one actor whose statements these are; those on other matters are left out.

    Nothing less sure than `min_confidence` takes part in a change.
    """
    said = gather(hits, IssueMatcher([issue]))
    return Position(issue, said, find_changes(said, min_confidence))
