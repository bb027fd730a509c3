"""Takes sentences, mentions, times and statements; gives the PLOVER events that they tell of, each as whose claim."""

from onrecord.annotation.events.making import make_events

__all__ = ["make_events"]
