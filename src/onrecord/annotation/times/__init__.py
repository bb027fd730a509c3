"""Times: every expression that says when, with its value in EDTF (ISO 8601-2, level 1) and how it was reckoned.

A line of words is read by a small grammar (`grammar`) into expressions; these are reckoned in text order
(`reckoning`) against the day of publication, the times told of before, and the tense. What the words and
their place do not settle has no value.
"""

from onrecord.annotation.times.anchor import find_anchor
from onrecord.annotation.times.finding import find_times
from onrecord.annotation.times.reckoning import Anchor

__all__ = ["Anchor", "find_anchor", "find_times"]
