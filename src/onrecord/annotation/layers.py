"""What the annotation steps hand on: one document and the layers found in it so far."""

from dataclasses import dataclass

from onrecord.annotation.attribution import Attribution
from onrecord.annotation.entities import NO_ACTORS, Actors
from onrecord.annotation.paragraphs import Bounds
from onrecord.annotation.quotations import Quote
from onrecord.annotation.syntax import Sentence
from onrecord.record import Document, Event, Figure, Place, Statement, Term, Time


@dataclass(frozen=True, slots=True)
class Layers:
    """A document and what the steps have found; a layer that no step has provided yet is empty."""

    document: Document
    paragraphs: tuple[Bounds, ...] = ()
    quotations: tuple[Quote, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: Actors = NO_ACTORS
    acts: tuple[str | None, ...] = ()
    statements: tuple[Statement, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
