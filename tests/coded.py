"""What a coder makes of a text, in one line a thing, for tables of what is expected."""

import pytest
from _pytest.mark import ParameterSet

from onrecord.annotation import DocumentCoder
from onrecord.record import Document, Entity, Event, Participant, Place, Record, Spans, document_id


def code(coder: DocumentCoder, text: str, published: str | None = None) -> Record:
    """The record of a text as it stands."""
    return coder.code(Document(id=document_id(text), text=text, published=published))


def words(spans: Spans) -> str:
    """The words of spans, pieces parted by //."""
    return " // ".join(" ".join(span.text.split()) for span in spans)


def mentions(record: Record) -> list[str]:
    """`words | form | type of the entity` a mention, in text order; `–` for the type of nobody."""
    types = {entity.id: entity.type for entity in record.entities}
    return [f"{words(each.spans)} | {each.form} | {types.get(each.entity or '', '–')}" for each in record.mentions]


def chains(record: Record) -> list[str]:
    """`words = words = …` an entity that is mentioned twice or more, in text order."""
    return [" = ".join(mentioned(record, each)) for each in record.entities if len(each.mentions) > 1]


def mentioned(record: Record, entity: Entity) -> list[str]:
    """The words of an entity's mentions."""
    spans = {mention.id: mention.spans for mention in record.mentions}
    return [words(spans[name]) for name in entity.mentions]


def portrait(entity: Entity) -> str:
    """`name | type country sector role`, a dash for what is not known."""
    fields = (entity.type, entity.country, entity.sector, entity.role)
    return f"{entity.name} | {' '.join(field or '–' for field in fields)}"


def pin(place: Place) -> str:
    """`name | country feature`, then the GeoNames number and degrees of a point, the code or town of an area."""
    where = f"{place.lat:.2f} {place.lon:.2f}" if place.lat is not None and place.lon is not None else None
    near = f"near {place.near}" if place.near else None
    told = (place.country, place.feature, place.geonames or place.iso, where, near)
    return " ".join([f"{place.name} |", *(str(each) for each in told if each)])


def places(record: Record) -> list[str]:
    """`words: name | country feature …` a place, in text order."""
    return [f"{words(each.spans)}: {pin(each)}" for each in record.places]


def sources(record: Record) -> list[str]:
    """`words: name of the entity, or why there is none` a statement; `–` for no source."""
    names = {entity.id: entity.name for entity in record.entities}
    return [
        f"{words(each.source.spans)}: {names.get(each.source.entity or '', each.source.unresolved)}"
        if each.source
        else "–"
        for each in record.statements
    ]


def events(record: Record) -> list[str]:
    """`TYPE: words of the trigger` an event, in text order."""
    return [f"{each.type}: {words(each.trigger.spans)}" for each in record.events]


def event(record: Record, trigger: str) -> Event:
    """The one event that these words tell of, alone or with others."""
    told = [(each, words(each.trigger.spans)) for each in record.events]
    same = [each for each, its in told if its == trigger]
    found = same or [each for each, its in told if f" {trigger} " in f" {its} "]
    assert len(found) == 1, f"{trigger!r} is not one of {events(record)}"
    return found[0]


def involved(participants: tuple[Participant, ...]) -> str:
    """`words + words` of actors or recipients; a dash for nobody."""
    return " + ".join(words(each.spans) for each in participants) or "–"


def teller(record: Record, event: Event) -> str:
    """Whose claim an event is: the words of the source of its voice, `?` for a statement without one, a dash for the
    text itself."""
    if event.voice is None:
        return "–"
    source = next(each.source for each in record.statements if each.id == event.voice)
    return words(source.spans) if source else "?"


def wrong(reason: str, *values: object) -> ParameterSet:
    """A case that the present code gets wrong, with what it does instead."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
