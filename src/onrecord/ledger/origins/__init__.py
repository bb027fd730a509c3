"""Many outlets, one origin: which documents share wording, what they are to each other, how many origins a claim has.

Takes texts, records and what an index found; gives values to keep and to show. Never asks a database.
"""

from onrecord.ledger.origins.clusters import origins_of
from onrecord.ledger.origins.copying import Relation, Thresholds, relate
from onrecord.ledger.origins.counting import Appearance, Origin, Origins, count_origins
from onrecord.ledger.origins.credits import Credit, canonical_outlet, find_credits
from onrecord.ledger.origins.passages import Passage, align
from onrecord.ledger.origins.reports import Report, quoted_words, report_of
from onrecord.ledger.origins.signatures import MOST_READ, choose_candidates, signature

__all__ = [
    "MOST_READ",
    "Appearance",
    "Credit",
    "Origin",
    "Origins",
    "Passage",
    "Relation",
    "Report",
    "Thresholds",
    "align",
    "canonical_outlet",
    "choose_candidates",
    "count_origins",
    "find_credits",
    "origins_of",
    "quoted_words",
    "relate",
    "report_of",
    "signature",
]
