"""The reckoning of times: expressions in their place into values, with the count in one line."""

from onrecord.annotation.times.reckoning.resolving import resolve
from onrecord.annotation.times.reckoning.setting import Anchor, Mention, Resolved, Setting

__all__ = ["Anchor", "Mention", "Resolved", "Setting", "resolve"]
