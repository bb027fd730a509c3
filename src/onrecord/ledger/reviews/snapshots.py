"""Snapshots: items of a record as plain JSON without ids, which mean something in any coding of the text.

Where an item names another, its snapshot holds that one's snapshot. An entity's has the one mention that names it.
"""

from collections.abc import Callable, Iterator
from typing import Any

from onrecord.errors import RecordError
from onrecord.ledger.reviews.fields import (
    KINDS,
    REFERENCES,
    Item,
    field_type,
    fields_of,
    has_participants,
    is_list,
)
from onrecord.record import Entity, Mention, Part, Record
from onrecord.record.serialization import from_plain, to_plain

Snapshot = dict[str, Any]
Exchange = Callable[[Part, Any], Any]
"""What to put where an item of a part is named."""


class Snapshots:
    """The items of one record, written out."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._items: dict[Part, dict[str, Item]] = {
            part: {item.id: item for item in getattr(record, part)} for part in KINDS if part != "document"
        }
        self._naming: dict[str, Mention] | None = None

    def of(self, part: Part, name: str, *, _above: frozenset[str] = frozenset()) -> Snapshot:
        """The snapshot of the item with this id; of the document's metadata where the part is `document`."""
        item = self._record.document if part == "document" else self._items[part][name]

        def written(kind: Part, other: str) -> Snapshot | None:
            # A record that was made by hand may have two things that stand within each other.
            return None if other in above else self.of(kind, other, _above=above)

        above = _above | {name}
        snapshot = {field: exchanged(part, field, to_plain(getattr(item, field)), written) for field in fields_of(part)}
        if isinstance(item, Entity):
            snapshot["mentions"] = [{"form": each.form, "spans": to_plain(each.spans)} for each in self._named(item)]
        return snapshot

    def value(self, part: Part, field: str, plain: Any) -> Any:
        """A field's plain value with snapshots for the ids in it."""
        return exchanged(part, field, plain, self.of)

    def _named(self, entity: Entity) -> list[Mention]:
        """The first mention of an entity by name, else its first of any form."""
        if self._naming is None:
            ordered = sorted(self._record.mentions, key=lambda mention: (mention.form != "name", mention.spans))
            self._naming = {each.entity: each for each in reversed(ordered) if each.entity is not None}
        return [self._naming[entity.id]] if entity.id in self._naming else []


def exchanged(part: Part, field: str, plain: Any, exchange: Exchange) -> Any:
    """A field's plain value with something else where it names an item: for an id its snapshot, or the other way."""
    if (part, field) in REFERENCES:
        return None if plain is None else exchange(REFERENCES[part, field], plain)
    if not has_participants(part, field) or plain is None:
        return plain
    if is_list(part, field) and isinstance(plain, list):
        return [_with_entity(each, exchange) for each in plain]
    return _with_entity(plain, exchange)


def rebuilt(part: Part, snapshot: Any) -> Any:
    """The item of a snapshot, with an empty id, naming nothing else.

    Raises RecordError, naming the field, where it is no snapshot, or one within it is none.
    """
    if not isinstance(snapshot, dict):
        raise RecordError(f"a snapshot is expected, not {snapshot!r:.60}", field=part)
    fields = {
        field: exchanged(part, field, snapshot[field], _emptied) for field in fields_of(part) if field in snapshot
    }
    if part == "entities":
        naming_mentions(snapshot)
    return from_plain(KINDS[part], {"id": "", "text": "", **fields})


def typed(part: Part, field: str, value: Any) -> Any:
    """A field's value, naming nothing else, in the type that the field has. Raises RecordError where it has another."""
    return from_plain(field_type(part, field), exchanged(part, field, value, _emptied), field)


def naming_mentions(snapshot: Snapshot) -> tuple[Mention, ...]:
    """The mentions that name the entity of a snapshot, with empty ids. Raises RecordError where they are none."""
    told = snapshot.get("mentions", [])
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise RecordError(f"a list of mentions is expected, not {told!r:.60}", field="mentions")
    mentions: tuple[Mention, ...] = from_plain(
        tuple[Mention, ...], [{**each, "id": "", "entity": None} for each in told], "mentions"
    )
    return mentions


def _emptied(part: Part, snapshot: Any) -> str:
    rebuilt(part, snapshot)
    return ""


def spans_in(plain: Any) -> Iterator[dict[str, Any]]:
    """Every span in plain JSON, in the order in which they stand there."""
    if isinstance(plain, dict):
        if {"start", "end", "text"} <= plain.keys():
            yield plain
        for value in plain.values():
            yield from spans_in(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from spans_in(value)


def _with_entity(participant: Any, exchange: Exchange) -> Any:
    if not isinstance(participant, dict) or participant.get("entity") is None:
        return participant
    return {**participant, "entity": exchange("entities", participant["entity"])}
