"""What an actor has said on an issue, and where that changed: rules over the words, made to be silent in doubt."""

from onrecord.analysis.positions.changes import Change, find_changes
from onrecord.analysis.positions.comparing import ChangeKind
from onrecord.analysis.positions.position import Position, find_position
from onrecord.analysis.positions.said import Said, gather

__all__ = ["Change", "ChangeKind", "Position", "Said", "find_changes", "find_position", "gather"]
