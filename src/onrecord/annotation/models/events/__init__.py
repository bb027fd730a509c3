"""The learned reader of events: what PLOVER type of event each word of a text tells of."""

from onrecord.annotation.models.events.model import EventEncoder, EventModel

__all__ = ["EventEncoder", "EventModel"]
