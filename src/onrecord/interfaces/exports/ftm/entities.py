"""The entities of one document."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from onrecord.analysis import Entry
from onrecord.interfaces.exports.decisions import Decisions, in_words
from onrecord.interfaces.exports.ftm.values import country_code, dates, language_code, one_date
from onrecord.interfaces.exports.identifiers import urn, web_address
from onrecord.interfaces.exports.wording import Wording, in_line
from onrecord.record import Entity, Event, Part, Participant, Spans, Statement

# The least that a type says: a group is somebody, but no organisation.
SCHEMATA = {
    "person": "Person",
    "country": "PublicBody",
    "polity": "PublicBody",
    "organisation": "Organization",
    "armed-force": "Organization",
    "international-organisation": "Organization",
    "party": "Organization",
    "media": "Organization",
}
TOPICS = {"party": "pol.party", "international-organisation": "gov.igo"}

Values = str | list[str] | tuple[str, ...] | None


def entities_of(entry: Entry) -> Iterator[dict[str, Any]]:
    """The document, whom it is about, where it names them, what they are, what happened and what was said."""
    writer = _Writer(entry)
    yield writer.article()
    for entity in entry.record.entities:
        yield writer.entity(entity)
        yield from writer.mentions(entity)
        yield from writer.occupancy(entity)
    for event in entry.record.events:
        yield writer.event(event)
    for statement in entry.record.statements:
        yield writer.note(statement)


class _Writer:
    """Writes the entities of one record."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.record = entry.record
        self.wording = Wording(self.record)
        self.decisions = Decisions(self.record)
        self.entities = {entity.id: entity for entity in self.record.entities}
        self.places = {place.id: place for place in self.record.places}
        self.times = {time.id: time for time in self.record.times}
        self.names: dict[str, list[str]] = defaultdict(list)
        for mention in self.record.mentions:
            if mention.form == "name" and mention.entity is not None:
                self.names[mention.entity].append(in_line(mention.spans))
        self.document = _id("document", self.record.document.id)
        self.address = web_address(self.record.document)

    def article(self) -> dict[str, Any]:
        """The document, with its text."""
        document, coder = self.record.document, self.record.coder
        return _entity(
            "Article", self.document,
            title=document.title or document.uri or document.id, author=document.authors,
            publishedAt=one_date(document.published), modifiedAt=one_date(document.modified),
            retrievedAt=one_date(document.retrieved), publisher=document.outlet, sourceUrl=self.address,
            language=language_code(document.language), mimeType=document.media_type, bodyText=document.text,
            processingAgent=f"{coder.name} {coder.version}",
        )  # fmt: skip

    def entity(self, entity: Entity) -> dict[str, Any]:
        """Whom the document is about. What people decided stands in its notes."""
        schema = SCHEMATA.get(entity.type, "LegalEntity")
        known = self.entry.identities.get(entity.id)
        return _entity(
            schema, self._whose(entity),
            name=list(dict.fromkeys([known.name, entity.name] if known else [entity.name])),
            country=country_code(entity.country), sector=entity.sector, topics=TOPICS.get(entity.type),
            position=entity.role if schema == "Person" else None, proof=self.document,
            notes=self._notes("entities", entity.id),
        )  # fmt: skip

    def mentions(self, entity: Entity) -> Iterator[dict[str, Any]]:
        """Each name by which the document calls an entity, once."""
        for name in dict.fromkeys(self.names.get(entity.id, ())):
            yield _entity(
                "Mention", _id("mention", self.record.document.id, self._whose(entity), name),
                document=self.document, name=name, resolved=self._whose(entity),
                detectedSchema=SCHEMATA.get(entity.type, "LegalEntity"), contextCountry=country_code(entity.country),
            )  # fmt: skip

    def occupancy(self, entity: Entity) -> Iterator[dict[str, Any]]:
        """That a person was something on the day of the document; nothing where it tells no role or has no date."""
        date = one_date(self.record.document.published)
        if entity.type != "person" or entity.role is None or date is None:
            return
        position = _id("position", entity.role.casefold(), entity.country or "")
        yield _entity("Position", position, name=entity.role, country=country_code(entity.country))
        yield _entity(
            "Occupancy", _id("occupancy", self._whose(entity), position, date),
            holder=self._whose(entity), post=position, date=date, proof=self.document, sourceUrl=self.address,
        )  # fmt: skip

    def event(self, event: Event) -> dict[str, Any]:
        """What happened, with its status and whose claim it is in the keywords and the summary."""
        claimed = self.wording.claimants(event.voice)
        place = self.places.get(event.place or "")
        time = self.times.get(event.time or "")
        people = (*event.actors, *event.recipients)
        code = " ".join(filter(None, (event.type, event.mode)))
        return _entity(
            "Event", _id("event", self.record.document.id, self.record.coder.identity, event.id),
            name=f"{code}, {event.status}: {in_line(event.trigger.spans)}" + _claim(claimed),
            summary=self._roles(event), involved=[self._whose(who) for who in self._known(people)],
            location=place.name if place else None, country=country_code(place.country) if place else None,
            keywords=[event.type, *filter(None, [event.mode]), *event.contexts, f"status: {event.status}",
                      f"voice: {'claimed' if claimed else 'reported'}"],
            proof=self.document, sourceUrl=self.address, publisher=self.record.document.outlet,
            notes=[self._place_of(event.trigger.spans), *self._notes("events", event.id)],
            **(dates(time.edtf) if time else {}),
        )  # fmt: skip

    def note(self, statement: Statement) -> dict[str, Any]:
        """What somebody said, on whoever said it."""
        source = self.wording.named(statement.source) if statement.source else "somebody"
        cue = f" {in_line(statement.cue.spans)}" if statement.cue else ""
        within = self.wording.claimants(statement.within)
        return _entity(
            "Note", _id("statement", self.record.document.id, self.record.coder.identity, statement.id),
            name=f"{source}{cue}" + _claim(within), description=in_line(statement.content.spans),
            entity=[self._whose(who) for who in self._known([statement.source] if statement.source else [])],
            keywords=[statement.quotation, *filter(None, [statement.act])], proof=self.document,
            sourceUrl=self.address, publisher=self.record.document.outlet,
            notes=[self._place_of(statement.content.spans), *self._notes("statements", statement.id)],
        )  # fmt: skip

    def _whose(self, entity: Entity) -> str:
        """An entity's id: the same in all documents where the ledger knows who it is."""
        known = self.entry.identities.get(entity.id)
        if known is not None:
            return _id("identity", known.key)
        return _id("entity", self.record.document.id, self.record.coder.identity, entity.id)

    def _known(self, participants: list[Participant] | tuple[Participant, ...]) -> list[Entity]:
        return [self.entities[each.entity] for each in participants if each.entity is not None]

    def _roles(self, event: Event) -> str | None:
        """Who does it and to whom, in words, as `involved` does not tell them apart."""
        roles = {"actor": event.actors, "recipient": event.recipients}
        told = [f"{role}: {self.wording.named(who)}" for role, filled in roles.items() for who in filled]
        return "; ".join(told) or None

    def _place_of(self, spans: Spans) -> str:
        places = ", ".join(f"{span.start}-{span.end}" for span in spans)
        return f"characters {places} of {self.record.document.id}"

    def _notes(self, part: Part, item: str) -> list[str]:
        return [in_words(review) for review in self.decisions.on(part, item)]


def _claim(claimed: tuple[str, ...]) -> str:
    return f", says {', says '.join(claimed)}" if claimed else ""


def _id(*parts: str) -> str:
    return "onrecord-" + urn(*parts).removeprefix("urn:uuid:")


def _entity(schema: str, key: str, /, **properties: Values) -> dict[str, Any]:
    """An entity with those properties that have a value, each a list."""
    told = {
        name: [values] if isinstance(values, str) else list(values) for name, values in properties.items() if values
    }
    return {"id": key, "schema": schema, "properties": told}
