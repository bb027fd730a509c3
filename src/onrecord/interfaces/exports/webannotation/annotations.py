"""The annotations of one entry."""

from collections.abc import Iterator
from typing import Any

from onrecord.analysis import Entry
from onrecord.interfaces.exports.identifiers import urn
from onrecord.interfaces.exports.webannotation.provenance import Provenance
from onrecord.interfaces.exports.webannotation.selecting import Selecting
from onrecord.record import Event, Figure, Mention, Part, Participant, Place, Spans, Statement, Term, Time

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"prov": "http://www.w3.org/ns/prov#", "onrecord": "urn:onrecord:"},
]

Item = Mention | Time | Place | Statement | Event | Term | Figure
Bodies = list[dict[str, Any]]

PARTS: tuple[Part, ...] = ("mentions", "times", "places", "statements", "events", "terms", "figures")


def annotations_of(entry: Entry) -> Iterator[dict[str, Any]]:
    """An annotation an item of its record, then one a decision of a person."""
    writer = _Writer(entry)
    for part in PARTS:
        for item in getattr(entry.record, part):
            yield writer.annotation(part, item)
    for review in sorted(entry.record.reviews, key=lambda each: each.number):
        yield writer.provenance.review(review)


class _Writer:
    """Writes the annotations of one record."""

    def __init__(self, entry: Entry) -> None:
        record = entry.record
        self.entry = entry
        self.selecting = Selecting(record.document)
        self.provenance = Provenance(record)
        self.entities = {entity.id: entity for entity in record.entities}
        self.times = {time.id: time for time in record.times}

    def annotation(self, part: Part, item: Item) -> dict[str, Any]:
        """One item, whose body says what it is and in which role other words stand to it."""
        spans, told, roles = self._told(item)
        kind = {
            "type": ["Dataset", f"onrecord:{type(item).__name__}"],
            **{f"onrecord:{key}": value for key, value in told.items() if value not in (None, [])},
        }
        return {
            "id": self.provenance.name(part, item.id),
            "type": ["Annotation", "prov:Entity"],
            "motivation": "identifying" if isinstance(item, Mention | Time | Place) else "classifying",
            **self.provenance.of(part, item.id),
            "body": [kind, *roles],
            "target": [
                {**each, "source": self.selecting.source} if number == 0 else each
                for number, each in enumerate(self.selecting.all(spans))
            ],
        }

    def _told(self, item: Item) -> tuple[Spans, dict[str, Any], Bodies]:
        """The words that an item stands on, its values, and its roles."""
        match item:
            case Mention():
                return item.spans, {"form": item.form, **self._entity(item.entity)}, []
            case Time():
                return item.spans, {"kind": item.kind, "edtf": item.edtf, "arithmetic": item.arithmetic}, []
            case Place():
                return item.spans, _place(item), []
            case Statement():
                return item.content.spans, self._statement(item), self._roles_of_statement(item)
            case Event():
                return item.trigger.spans, self._event(item), self._roles_of_event(item)
            case Term():
                spans = item.spans or self.times[item.time].spans
                return spans, self._term(item), self._role("subject", item.subject)
            case Figure():
                return item.spans, self._figure(item), self._counted(item)

    def _statement(self, statement: Statement) -> dict[str, Any]:
        return {
            "quotation": statement.quotation, "act": statement.act, "confidence": statement.confidence,
            "within": self._link("statements", statement.within), "time": self._link("times", statement.time),
        }  # fmt: skip

    def _roles_of_statement(self, statement: Statement) -> Bodies:
        cue = self._words("cue", statement.cue.spans) if statement.cue else []
        return [*self._role("source", statement.source), *cue, *self._role("addressee", statement.addressee)]

    def _event(self, event: Event) -> dict[str, Any]:
        return {
            "eventType": event.type, "mode": event.mode, "context": list(event.contexts), "status": event.status,
            "root": event.root, "voice": self._link("statements", event.voice),
            "within": self._link("events", event.within), "time": self._link("times", event.time),
            "place": self._link("places", event.place),
        }  # fmt: skip

    def _roles_of_event(self, event: Event) -> Bodies:
        return [
            body
            for role, participants in (("actor", event.actors), ("recipient", event.recipients))
            for number, participant in enumerate(participants, 1)
            for body in self._role(role, participant, number)
        ]

    def _term(self, term: Term) -> dict[str, Any]:
        return {
            "matter": term.matter, "bound": term.bound, "edtf": term.edtf, "arithmetic": term.arithmetic,
            "status": term.status, "voice": self._link("statements", term.voice),
            "time": self._link("times", term.time),
        }  # fmt: skip

    def _figure(self, figure: Figure) -> dict[str, Any]:
        return {
            "low": figure.low, "high": figure.high, "exact": figure.exact, "unit": figure.unit,
            "voice": self._link("statements", figure.voice), **self._entity(figure.entity),
        }  # fmt: skip

    def _counted(self, figure: Figure) -> Bodies:
        return self._words("counted", figure.counts.spans) if figure.counts else []

    def _role(self, role: str, participant: Participant | None, number: int = 1) -> Bodies:
        """Whoever fills a role: the words, and who is meant."""
        if participant is None:
            return []
        meant = {f"onrecord:{key}": value for key, value in self._entity(participant.entity).items()}
        return [body | meant for body in self._words(role, participant.spans, number)]

    def _words(self, role: str, spans: Spans, number: int = 1) -> Bodies:
        """Words in a role; those with one number are the pieces of one phrase."""
        told = {"purpose": "identifying", "onrecord:role": role, "onrecord:number": number}
        return [told | resource for resource in self.selecting.all(spans)]

    def _entity(self, name: str | None) -> dict[str, Any]:
        """Who is meant: the entity within the document, and across documents where that is known."""
        entity = self.entities.get(name or "")
        if entity is None:
            return {}
        known = self.entry.identities.get(entity.id)
        same = {"id": urn("identity", known.key)} if known else {}
        return {
            "entity": {
                "id": self.provenance.name("entities", entity.id), "onrecord:name": entity.name,
                "onrecord:entityType": entity.type,
                **{f"onrecord:{key}": value for key, value in _standing(entity.country, entity.sector, entity.role)},
                **({"onrecord:identity": same} if same else {}),
            }
        }  # fmt: skip

    def _link(self, part: Part, item: str | None) -> dict[str, str] | None:
        return None if item is None else {"id": self.provenance.name(part, item)}


def _standing(country: str | None, sector: str | None, role: str | None) -> Iterator[tuple[str, str]]:
    for key, value in (("country", country), ("sector", sector), ("roleWords", role)):
        if value is not None:
            yield key, value


def _place(place: Place) -> dict[str, Any]:
    return {
        "name": place.name, "kind": place.kind, "country": place.country, "lat": place.lat, "lon": place.lon,
        "geonames": place.geonames, "precision_km": place.precision_km,
    }  # fmt: skip
