"""What many documents tell of one happening: rival accounts side by side, and happenings in order of time."""

from onrecord.analysis.happenings.accounts import Account, Dispute, Issue, Matter, Shift
from onrecord.analysis.happenings.disputes import find_dispute
from onrecord.analysis.happenings.tellers import Teller, teller_of
from onrecord.analysis.happenings.timelines import Happening, timeline

__all__ = [
    "Account",
    "Dispute",
    "Happening",
    "Issue",
    "Matter",
    "Shift",
    "Teller",
    "find_dispute",
    "teller_of",
    "timeline",
]
