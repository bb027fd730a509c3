"""What an actor has said on an issue, and where that changed: rules over the words, made to be silent in doubt."""

from onrecord.analysis.positions.asking import Held, Touched, ask_positions, list_issues
from onrecord.analysis.positions.changes import Change, find_changes
from onrecord.analysis.positions.comparing import ChangeKind
from onrecord.analysis.positions.position import Position, find_position
from onrecord.analysis.positions.said import Said, gather

__all__ = [
    "Change",
    "ChangeKind",
    "Held",
    "Position",
    "Said",
    "Touched",
    "ask_positions",
    "find_changes",
    "find_position",
    "gather",
    "list_issues",
]
