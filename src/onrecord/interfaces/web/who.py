"""Who a record's entities are, as the reading page tells it: in a line, and in a list."""

from collections import Counter
from dataclasses import dataclass

from onrecord.record import Entity, Participant, Record, Referents

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity in the list, with the ids of its mentions and the number of statements whose source it is."""

    id: str
    name: str
    facts: str
    mentions: tuple[str, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """The entities in the order of first mention; `others` are those who say nothing and stand in the text once."""

    chief: tuple[Listed, ...]
    others: tuple[Listed, ...]


def line_of(source: Participant, referents: Referents) -> str | None:
    """Whom the words of a source mean, or why that is open; None where nothing is known beyond the words."""
    entity = referents.entity(source)
    if entity is None:
        return f"unresolved: {source.unresolved}" if source.unresolved else None
    words = " ".join(" ".join(span.text for span in source.spans).split())
    name = "" if entity.name.casefold() in words.casefold() else entity.name
    return _joined(name, entity.role, entity.country, entity.sector) or None


def who_is_who(record: Record, referents: Referents) -> WhoIsWho:
    """The list of a record's entities."""
    statements = Counter(each.source.entity for each in record.statements if each.source and each.source.entity)
    firsts = {}
    listed = []
    for entity in record.entities:
        mentions = referents.mentions(entity)
        firsts[entity.id] = mentions[0].spans[0].start if mentions else len(record.document.text)
        listed.append(_listed(entity, tuple(mention.id for mention in mentions), statements[entity.id]))
    listed.sort(key=lambda each: firsts[each.id])
    return WhoIsWho(
        chief=tuple(each for each in listed if _is_chief(each)),
        others=tuple(each for each in listed if not _is_chief(each)),
    )


def _is_chief(listed: Listed) -> bool:
    return listed.statements > 0 or len(listed.mentions) > 1


def _listed(entity: Entity, mentions: tuple[str, ...], statements: int) -> Listed:
    facts = _joined(entity.type, entity.role, entity.country, entity.sector)
    return Listed(entity.id, entity.name, facts, mentions, statements)


def _joined(*facts: str | None) -> str:
    return BETWEEN.join(fact for fact in facts if fact)
