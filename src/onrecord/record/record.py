"""The record: all that is coded from one document."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Self

from onrecord.errors import RecordError
from onrecord.record.document import Document
from onrecord.record.entities import Entity, Mention
from onrecord.record.events import Event
from onrecord.record.figures import Figure
from onrecord.record.places import Place
from onrecord.record.remains import Remains
from onrecord.record.reviews import Part, Reviewed
from onrecord.record.serialization import from_plain, to_plain
from onrecord.record.spans import Span
from onrecord.record.statements import Statement
from onrecord.record.terms import Term
from onrecord.record.times import Time

SCHEMA = "onrecord/1"

# The order of the keys in the JSON object; the dataclass puts first what has no default.
PARTS: tuple[Part, ...] = ("entities", "mentions", "times", "places", "statements", "events", "terms", "figures")
KEYS = ("schema", "coder", "document", *PARTS, "reviews")


@dataclass(frozen=True, slots=True)
class Coder:
    """Who made a record: a program with its version and the versions of its models (or a person's name)."""

    name: str
    version: str
    models: dict[str, str] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """Name, version and models as one line: two coders that may code differently have different ones."""
        return " ".join([self.name, self.version, *(f"{key}={self.models[key]}" for key in sorted(self.models))])


@dataclass(frozen=True, slots=True)
class Record:
    """All that is coded from one document, with what people have decided on it (`reviews`).

    Raises RecordError, naming the field, where a span does not slice the document's text to its own words,
    where two things of one kind share an id, or where a reference names nothing.
    """

    document: Document
    coder: Coder
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    schema: str = SCHEMA

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            raise RecordError(f"is {self.schema!r}; this version reads {SCHEMA!r}", field="schema")
        for path, span in self.spans():
            found = self.document.text[span.start : span.end]
            if found != span.text:
                raise RecordError(
                    f"says {span.text!r} but the text has {found!r} at {span.start}..{span.end}", field=path
                )
        self._check_references()

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span of the record with the path of its field, in the order of the record."""
        for name in PARTS[1:]:
            yield from _spans_in(getattr(self, name), name)

    def at_least(self, confidence: float) -> Self:
        """The record without the statements that are less sure, and without what only they claim.

        What stood within one of them, or was the content of an event that only it claims, stands within the next one
        out. Statements without a confidence stay.
        """
        unsure = {each.id for each in self.statements if each.confidence is not None and each.confidence < confidence}
        return self.without({"statements": unsure})

    def without(self, ids: Mapping[Part, Collection[str]]) -> Self:
        """The record without the items of these ids, by part, and without what only they claim.

        What stood within a statement or an event that goes stands within the next one out. With a statement go the
        events, terms and figures that have it for a voice, with a time the terms that it bounds. Where else an item is
        named that went, nothing is.
        """
        remains = Remains(ids, self.statements, self.events)
        return replace(self, **{part: getattr(remains, part)(getattr(self, part)) for part in PARTS})

    def to_dict(self) -> dict[str, Any]:
        """The record as the JSON object that `onrecord read` writes."""
        return {key: to_plain(getattr(self, key)) for key in KEYS}

    def to_json(self) -> str:
        """The record as one line of JSON, the same bytes for the same record."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """The record that a JSON object holds.

        Raises RecordError, naming the field, where a key is missing, a value has the wrong form or a span does not
        slice the text.
        """
        if not isinstance(value, dict):
            raise RecordError("a record is a JSON object")
        if value.get("schema") != SCHEMA:
            raise RecordError(f"is {value.get('schema')!r}; this version reads {SCHEMA!r}", field="schema")
        record: Self = from_plain(cls, value)
        return record

    @classmethod
    def from_json(cls, line: str) -> Self:
        """The record in one line of JSON. Raises RecordError as `from_dict` does, and where the line is not JSON."""
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError(f"not JSON: {error}") from error
        return cls.from_dict(value)

    def _check_references(self) -> None:
        known: dict[str, set[str]] = {}
        for part in PARTS:
            ids = [item.id for item in getattr(self, part)]
            if len(ids) != len(set(ids)):
                raise RecordError("two share an id", field=part)
            known[part] = set(ids)
        for path, kind, target in self._references():
            if target is not None and target not in known[kind]:
                raise RecordError(f"names {target!r}, which is not among the {kind}", field=path)

    def _references(self) -> Iterator[tuple[str, str, str | None]]:
        """(path, kind of the thing referred to, its id) for every reference between parts of the record."""
        for mention in self.mentions:
            yield f"mentions[{mention.id}].entity", "entities", mention.entity
        for entity in self.entities:
            for name in entity.mentions:
                yield f"entities[{entity.id}].mentions", "mentions", name
        for statement in self.statements:
            yield f"statements[{statement.id}].within", "statements", statement.within
            yield f"statements[{statement.id}].time", "times", statement.time
            for role, participant in (("source", statement.source), ("addressee", statement.addressee)):
                if participant is not None:
                    yield f"statements[{statement.id}].{role}", "entities", participant.entity
        for event in self.events:
            yield f"events[{event.id}].voice", "statements", event.voice
            yield f"events[{event.id}].within", "events", event.within
            yield f"events[{event.id}].time", "times", event.time
            yield f"events[{event.id}].place", "places", event.place
            for participant in event.actors + event.recipients:
                yield f"events[{event.id}].actors", "entities", participant.entity
        for term in self.terms:
            yield f"terms[{term.id}].voice", "statements", term.voice
            yield f"terms[{term.id}].time", "times", term.time
            yield f"terms[{term.id}].subject", "entities", term.subject.entity if term.subject else None
        for figure in self.figures:
            yield f"figures[{figure.id}].voice", "statements", figure.voice
            yield f"figures[{figure.id}].entity", "entities", figure.entity


def _spans_in(value: object, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _spans_in(item, f"{path}[{index}]")
    elif is_dataclass(value):
        for each in fields(value):
            yield from _spans_in(getattr(value, each.name), f"{path}.{each.name}")
