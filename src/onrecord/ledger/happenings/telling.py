"""The events of a record as rows: each with its days, places, people, figures and the words that tell it."""

from collections.abc import Iterator, Mapping

from onrecord.errors import RecordError
from onrecord.ledger.columns import heading_of
from onrecord.ledger.happened import EventRow, FigureRow, Party
from onrecord.ledger.happenings.scenes import framed
from onrecord.ledger.happenings.sentences import Sentences
from onrecord.ledger.happenings.tolls import distance, figure_row
from onrecord.record import Event, Participant, Record, Referents, Span, Spans, Time, Voices, bounds

SOMEBODY = Party("somebody")
"""The source of a statement that names none."""


def event_rows(record: Record, identity_of: Mapping[str, int] | None = None) -> tuple[EventRow, ...]:
    """The events of a record in its order; `identity_of` has who an entity is across documents, by its id.

    Days are those that the text gives: an event without a time has none, whatever the document's date is; what is told
    before it is its scene. Figures are those of its sentence and of the same voice that no other clause holds.
    """
    rows = _Rows(record, identity_of or {})
    return tuple(framed([rows.row(event) for event in record.events]))


class _Rows:
    """One record, indexed once."""

    def __init__(self, record: Record, identity_of: Mapping[str, int]) -> None:
        self._record = record
        self._identity_of = identity_of
        self._heading = heading_of(record)
        self._times = {time.id: time for time in record.times}
        self._places = {place.id: place for place in record.places}
        self._sentences = Sentences(record.document.text)
        self._referents = Referents(record)
        self._voices = Voices(record)
        self._clauses = {event.id: self._clause(event) for event in record.events}

    def row(self, event: Event) -> EventRow:
        document = self._record.document
        time, place = self._times.get(event.time or ""), self._places.get(event.place or "")
        first, last = _days(time)
        chain = self._voices.chain(event.voice)
        start, end = self._clauses[event.id]
        return EventRow(
            document=document.id, uri=document.uri, heading=self._heading, outlet=document.outlet,
            published=document.published, event=event.id, type=event.type, mode=event.mode, status=event.status,
            actors=tuple(map(self._party, event.actors)), recipients=tuple(map(self._party, event.recipients)),
            first=first, last=last,
            place=place.name if place else None, place_country=place.country if place else None,
            geonames=place.geonames if place else None,
            voice=event.voice, voices=tuple(self._party(each.source) if each.source else SOMEBODY for each in chain),
            figures=tuple(self._figures(event)),
            trigger=_words(event.trigger.spans), words=" ".join(document.text[start:end].split()),
            start=start, end=end, root=event.root, contexts=event.contexts,
        )  # fmt: skip

    def _party(self, participant: Participant) -> Party:
        words = _words(participant.spans)
        entity = self._referents.entity(participant)
        if entity is None:
            return Party(words)
        identity = self._identity_of.get(entity.id)
        return Party(words, entity.name, identity, entity.registry, entity.country, entity.sector)

    def _figures(self, event: Event) -> Iterator[FigureRow]:
        """The figures of the event's clause, and those behind it in its sentence that no other clause is nearer to."""
        clause = self._clauses[event.id]
        sentence = self._sentences.around(event.trigger.spans[0].start)
        for figure in self._record.figures:
            if figure.voice == event.voice and sentence[0] <= figure.spans[0].start < sentence[1]:
                nearest = min(self._clauses.values(), key=lambda each: distance(each, figure))
                if distance(clause, figure) == distance(nearest, figure):
                    yield figure_row(self._record.document.text, figure, event, sentence)

    def _clause(self, event: Event) -> tuple[int, int]:
        trigger = event.trigger.spans[0]
        sentence = self._sentences.around(trigger.start)
        time, place = self._times.get(event.time or ""), self._places.get(event.place or "")
        chain = self._voices.chain(event.voice)
        told = (*event.trigger.spans, *(span for each in event.actors + event.recipients for span in each.spans),
                *(time.spans if time else ()), *(place.spans if place else ()))  # fmt: skip
        parts = [(span.start, span.end) for span in told if sentence[0] <= span.start and span.end <= sentence[1]]
        content = next((span for span in (chain[0].content.spans if chain else ()) if _holds(span, trigger)), None)
        within = (max(sentence[0], content.start), min(sentence[1], content.end)) if content else sentence
        return self._sentences.clause(parts or [(trigger.start, trigger.end)], within)


def _days(time: Time | None) -> tuple[str | None, str | None]:
    if time is None or time.edtf is None:
        return None, None
    try:
        first, last = bounds(time.edtf)
    except RecordError:  # how long or how often, not when
        return None, None
    return str(first) if first else None, str(last) if last else None


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _words(spans: Spans) -> str:
    return " ".join(" ".join(span.text for span in spans).split())
