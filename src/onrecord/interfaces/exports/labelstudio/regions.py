"""The regions and relations of one result."""

from typing import Any

from onrecord.interfaces.exports.decisions import Decisions, in_words
from onrecord.record import Event, Figure, Mention, Part, Participant, Place, Record, Spans, Statement, Term, Time

Item = Mention | Time | Place | Statement | Event | Term | Figure


class Regions:
    """Collects what a result shows; a relation is kept where both of its ends are shown."""

    def __init__(self, record: Record) -> None:
        self._entities = {entity.id: entity for entity in record.entities}
        self._times = {time.id: time for time in record.times}
        self._decisions = Decisions(record)
        self._regions: list[dict[str, Any]] = []
        self._relations: list[tuple[str, str, str]] = []
        self._shown: set[str] = set()

    def add(self, part: Part, item: Item) -> None:
        """Adds an item with its roles, its values and what people decided on it."""
        notes = [in_words(review) for review in self._decisions.on(part, item.id)]
        name = f"{part}.{item.id}"
        match item:
            case Mention():
                self._words(name, "mention", item.spans, notes)
                self._named(name, item)
            case Time():
                self._words(name, "time", item.spans, notes)
                self._written(name, "edtf", item.edtf, item.spans)
            case Place():
                self._words(name, "place", item.spans, notes)
                self._written(name, "name", item.name, item.spans)
            case Statement():
                self._statement(name, item, notes)
            case Event():
                self._event(name, item, notes)
            case Term():
                self._term(name, item, notes)
            case Figure():
                self._figure(name, item, notes)

    def result(self) -> list[dict[str, Any]]:
        """The regions, then the relations."""
        related = [
            {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}
            for label, one, other in dict.fromkeys(self._relations)
            if one in self._shown and other in self._shown
        ]
        return self._regions + related

    def _statement(self, name: str, statement: Statement, notes: list[str]) -> None:
        spans = statement.content.spans
        self._words(name, "content", spans, notes, statement.confidence)
        self._chosen(name, spans, quotation=statement.quotation, act=statement.act)
        self._role(name, "source", statement.source)
        if statement.cue is not None:
            self._words(f"{name}.cue", "cue", statement.cue.spans, [])
            self._relate("cue", name, f"{name}.cue")
        self._role(name, "addressee", statement.addressee)
        self._relate("time", name, _name("times", statement.time))
        self._relate("within", name, _name("statements", statement.within))

    def _event(self, name: str, event: Event, notes: list[str]) -> None:
        told = [f"contexts: {', '.join(event.contexts)}"] if event.contexts else []
        told += [] if event.root else ["subordinate"]
        self._words(name, "event", event.trigger.spans, [*told, *notes])
        self._chosen(name, event.trigger.spans, type=event.type, mode=event.mode, status=event.status)
        for number, actor in enumerate(event.actors, 1):
            self._role(name, "actor", actor, number)
        for number, recipient in enumerate(event.recipients, 1):
            self._role(name, "recipient", recipient, number)
        self._relate("time", name, _name("times", event.time))
        self._relate("place", name, _name("places", event.place))
        self._relate("voice", name, _name("statements", event.voice))
        self._relate("within", name, _name("events", event.within))

    def _term(self, name: str, term: Term, notes: list[str]) -> None:
        spans = term.spans or self._times[term.time].spans
        told = [f"{term.bound} {term.edtf}"] if term.edtf else []
        self._words(name, "term", spans, [*told, *notes])
        self._chosen(name, spans, matter=term.matter, bound=term.bound, term_status=term.status)
        self._role(name, "subject", term.subject)
        self._relate("time", name, _name("times", term.time))
        self._relate("voice", name, _name("statements", term.voice))

    def _figure(self, name: str, figure: Figure, notes: list[str]) -> None:
        told = f"low {figure.low}, high {figure.high}{', exact' if figure.exact else ''}"
        self._words(name, "figure", figure.spans, [f"{told}, {figure.unit}" if figure.unit else told, *notes])
        if figure.counts is not None:
            self._words(f"{name}.counted", "counted", figure.counts.spans, [])
            self._relate("counts", name, f"{name}.counted")
        self._relate("refers", name, self._first_mention(figure.entity))
        self._relate("voice", name, _name("statements", figure.voice))

    def _named(self, name: str, mention: Mention) -> None:
        """Who a mention means: the name, and a relation to the entity's first mention."""
        entity = self._entities.get(mention.entity or "")
        if entity is not None:
            self._written(name, "name", entity.name, mention.spans)
            self._relate("refers", name, self._first_mention(entity.id))

    def _role(self, name: str, role: str, participant: Participant | None, number: int = 1) -> None:
        if participant is not None:
            filler = f"{name}.{role}{number if number > 1 else ''}"
            self._words(filler, role, participant.spans, [])
            self._relate(role, name, filler)
            self._relate("refers", filler, self._first_mention(participant.entity))

    def _first_mention(self, entity: str | None) -> str | None:
        known = self._entities.get(entity or "")
        return _name("mentions", known.mentions[0]) if known and known.mentions else None

    def _words(self, name: str, label: str, spans: Spans, notes: list[str], score: float | None = None) -> None:
        """A region a stretch of text: the first has the item's id, the others continue it."""
        for number, span in enumerate(spans):
            region = name if number == 0 else f"{name}+{number}"
            value = {"start": span.start, "end": span.end, "text": span.text, "labels": [label]}
            told: dict[str, Any] = {"meta": {"text": notes}} if notes and number == 0 else {}
            if score is not None:
                told["score"] = score
            self._regions.append(_result(region, "label", "labels", value) | told)
            self._shown.add(region)
            if number > 0:
                self._relate("continues", f"{name}+{number - 1}" if number > 1 else name, region)

    def _chosen(self, region: str, spans: Spans, **values: str | None) -> None:
        for name, value in values.items():
            if value is not None:
                place = {"start": spans[0].start, "end": spans[0].end, "choices": [value]}
                self._regions.append(_result(region, name.replace("_", "-"), "choices", place))

    def _written(self, region: str, name: str, value: str | None, spans: Spans) -> None:
        if value is not None:
            place = {"start": spans[0].start, "end": spans[0].end, "text": [value]}
            self._regions.append(_result(region, name, "textarea", place))

    def _relate(self, label: str, one: str, other: str | None) -> None:
        if other is not None and one != other:
            self._relations.append((label, one, other))


def _name(part: Part, item: str | None) -> str | None:
    return None if item is None else f"{part}.{item}"


def _result(region: str, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": region, "from_name": name, "to_name": "text", "type": kind, "value": value}
