"""The columns that lists, searches and the resolution go by, made from a record."""

import json
from dataclasses import dataclass

from onrecord.ledger.entities import UNDATED
from onrecord.ledger.profiles import Profile, profile_of
from onrecord.ledger.words import fold, stems_of
from onrecord.record import Entity, Mention, Record, Spans, Statement

LONGEST_HEADING = 140


@dataclass(frozen=True, slots=True)
class StatementColumns:
    """A statement as searches go by it: who its source is in the document, and its words."""

    entity: str | None
    day: str
    source: str
    words: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class EntityColumns:
    """An entity as the resolution goes by it; `names` is `called` as a JSON array, None where that is just `name`."""

    profile: Profile
    called: tuple[str, ...]
    day: str
    name: str
    names: str | None
    role: str | None
    start: int | None
    end: int | None
    statements: int


def heading_of(record: Record) -> str:
    """What a list calls a document: its title or else its first line, shortened."""
    lines = (line.strip() for line in record.document.text.splitlines())
    heading = record.document.title or next((line for line in lines if line), "")
    return heading if len(heading) <= LONGEST_HEADING else heading[: LONGEST_HEADING - 1].rstrip() + "…"


def statement_columns(record: Record) -> dict[str, StatementColumns]:
    """Of each statement, by its id."""
    day = record.document.published or ""
    return {each.id: _statement_columns(each, day) for each in record.statements}


def entity_columns(record: Record) -> dict[str, EntityColumns]:
    """Of each entity, by its id."""
    said: dict[str, int] = {}
    for statement in record.statements:
        if statement.source is not None and statement.source.entity is not None:
            said[statement.source.entity] = said.get(statement.source.entity, 0) + 1
    day = record.document.published or UNDATED
    mentions = mentions_of(record)
    return {each.id: _entity_columns(each, mentions[each.id], day, said.get(each.id, 0)) for each in record.entities}


def mentions_of(record: Record) -> dict[str, list[Mention]]:
    """The mentions of each entity, by its id: names first, each kind in the order of the text."""
    mentions: dict[str, list[Mention]] = {entity.id: [] for entity in record.entities}
    for mention in record.mentions:
        if mention.entity is not None:
            mentions[mention.entity].append(mention)
    listed = {mention.id: mention for mention in record.mentions}
    for entity in record.entities:
        known = {mention.id for mention in mentions[entity.id]}
        mentions[entity.id] += [listed[name] for name in entity.mentions if name not in known]
    return {
        name: sorted(each, key=lambda mention: (mention.form != "name", mention.spans))
        for name, each in mentions.items()
    }


def place_of(mention: Mention) -> tuple[int, int]:
    """Where a mention begins and ends."""
    return mention.spans[0].start, mention.spans[-1].end


def _statement_columns(statement: Statement, day: str) -> StatementColumns:
    source = statement.source.spans if statement.source else ()
    parts = (source, statement.cue.spans if statement.cue else (), statement.content.spans)
    words = " ".join(stem for spans in parts for span in spans for stem in stems_of(span.text))
    entity = statement.source.entity if statement.source else None
    return StatementColumns(entity, day, fold(_plain(source)), words, statement.confidence)


def _entity_columns(entity: Entity, mentions: list[Mention], day: str, said: int) -> EntityColumns:
    names = tuple(dict.fromkeys(_plain(mention.spans) for mention in mentions if mention.form == "name"))
    start, end = place_of(mentions[0]) if mentions else (None, None)
    # The name that the coder gives counts too, where the text names the entity at all.
    called = tuple(dict.fromkeys((entity.name, *names))) if names else ()
    profile = profile_of(entity.type, called, entity.role, (entity.country, entity.sector, entity.registry))
    told = None if names == (entity.name,) else json.dumps(names, ensure_ascii=False)
    return EntityColumns(profile, names, day, entity.name, told, entity.role, start, end, said)


def _plain(spans: Spans) -> str:
    """The words on one line."""
    return " ".join(" ".join(span.text for span in spans).split())
