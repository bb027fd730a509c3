"""The learned reader of triggers: what PLOVER type of event a word tells of, and in which mode."""

from onrecord.annotation.models.events.model import EventModel

__all__ = ["EventModel"]
