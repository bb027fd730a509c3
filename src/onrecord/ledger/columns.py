"""The columns that lists, searches and the resolution go by, made from a record."""

import json

from onrecord.ledger.words import fold
from onrecord.record import Entity, Mention, Record, Spans, Statement

LONGEST_HEADING = 140

StatementColumns = tuple[str | None, str, float | None]
EntityColumns = tuple[str | int | None, ...]


def heading_of(record: Record) -> str:
    """What a list calls a document: its title or else its first line, shortened."""
    lines = (line.strip() for line in record.document.text.splitlines())
    heading = record.document.title or next((line for line in lines if line), "")
    return heading if len(heading) <= LONGEST_HEADING else heading[: LONGEST_HEADING - 1].rstrip() + "…"


def search_columns(statement: Statement) -> tuple[str, str, str]:
    """The folded words of a statement's source, cue and content; pieces of a broken one joined by a space."""
    source = _words(statement.source.spans) if statement.source else ""
    cue = _words(statement.cue.spans) if statement.cue else ""
    return source, cue, _words(statement.content.spans)


def statement_columns(statement: Statement) -> StatementColumns:
    """(entity, source, confidence) of a statement."""
    entity = statement.source.entity if statement.source else None
    return entity, search_columns(statement)[0], statement.confidence


def entity_columns(record: Record) -> dict[str, EntityColumns]:
    """Of each entity, by its id: name, folded, names, type, country, sector, role, registry, start, end, mentions."""
    mentions: dict[str, list[Mention]] = {entity.id: [] for entity in record.entities}
    for mention in record.mentions:
        if mention.entity is not None:
            mentions[mention.entity].append(mention)
    listed = {mention.id: mention for mention in record.mentions}
    for entity in record.entities:
        known = {mention.id for mention in mentions[entity.id]}
        mentions[entity.id] += [listed[name] for name in entity.mentions if name not in known]
    return {entity.id: _entity_columns(entity, mentions[entity.id]) for entity in record.entities}


def _entity_columns(entity: Entity, mentions: list[Mention]) -> EntityColumns:
    ordered = sorted(mentions, key=lambda mention: (mention.form != "name", mention.spans))
    names = dict.fromkeys(_plain(mention.spans) for mention in ordered if mention.form == "name")
    places = [[mention.spans[0].start, mention.spans[-1].end] for mention in ordered if mention.spans]
    start, end = places[0] if places else (None, None)
    return (
        entity.name, fold(entity.name), json.dumps(list(names), ensure_ascii=False), entity.type, entity.country,
        entity.sector, entity.role, entity.registry, start, end, json.dumps(places),
    )  # fmt: skip


def _words(spans: Spans) -> str:
    return fold(" ".join(span.text for span in spans))


def _plain(spans: Spans) -> str:
    """The words of a name on one line."""
    return " ".join(" ".join(span.text for span in spans).split())
