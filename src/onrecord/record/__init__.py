"""What a record is: frozen values with their rules. Knows no files, no models, no database."""

from onrecord.record.document import Document, document_id
from onrecord.record.edtf import bounds, is_duration, is_edtf
from onrecord.record.entities import Entity, Mention, MentionForm, Participant
from onrecord.record.events import Event, Status, Trigger
from onrecord.record.figures import Counted, Figure
from onrecord.record.places import Place, PlaceKind
from onrecord.record.record import SCHEMA, Coder, Record
from onrecord.record.referents import Referents
from onrecord.record.reviews import Part, Reviewed, Verdict
from onrecord.record.spans import Span, Spans, cut, cut_all
from onrecord.record.statements import Content, Cue, Quotation, Statement
from onrecord.record.terms import Bound, Term
from onrecord.record.times import Time, TimeKind, is_edtf_date
from onrecord.record.voices import Voices

__all__ = [
    "SCHEMA",
    "Bound",
    "Coder",
    "Content",
    "Counted",
    "Cue",
    "Document",
    "Entity",
    "Event",
    "Figure",
    "Mention",
    "MentionForm",
    "Part",
    "Participant",
    "Place",
    "PlaceKind",
    "Quotation",
    "Record",
    "Referents",
    "Reviewed",
    "Span",
    "Spans",
    "Statement",
    "Status",
    "Term",
    "Time",
    "TimeKind",
    "Trigger",
    "Verdict",
    "Voices",
    "bounds",
    "cut",
    "cut_all",
    "document_id",
    "is_duration",
    "is_edtf",
    "is_edtf_date",
]
