"""Which events of many documents are tellings of one happening. Pure: knows no database."""

from onrecord.ledger.happenings.assigning import Grouped, assign
from onrecord.ledger.happenings.deeds import JOINT, SPOKEN
from onrecord.ledger.happenings.evidence import THRESHOLD, Evidence, same_happening
from onrecord.ledger.happenings.keys import keys_of
from onrecord.ledger.happenings.parties import Face, best_likeness, face_of
from onrecord.ledger.happenings.sketches import Days, Sketch, country_stems, sketch, sketch_all
from onrecord.ledger.happenings.telling import event_rows

__all__ = [
    "JOINT",
    "SPOKEN",
    "THRESHOLD",
    "Days",
    "Evidence",
    "Face",
    "Grouped",
    "Sketch",
    "assign",
    "best_likeness",
    "country_stems",
    "event_rows",
    "face_of",
    "keys_of",
    "same_happening",
    "sketch",
    "sketch_all",
]
