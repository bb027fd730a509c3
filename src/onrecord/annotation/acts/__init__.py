"""The act of every statement: what somebody does in saying it, by its cue and, where that is neutral, its content."""

from onrecord.annotation.acts.finding import find_acts

__all__ = ["find_acts"]
