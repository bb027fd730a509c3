"""The viewpoint on polities that a record is written from: kept apart, or folded into the states that claim them."""

from dataclasses import replace
from typing import Literal

from onrecord.codebooks.registry.registry import Registry
from onrecord.record import Entity, Record

Viewpoint = Literal["polities", "claimants"]


def seen_from(record: Record, viewpoint: Viewpoint, registry: Registry) -> Record:
    """The record with its entities' countries as a viewpoint has them; nothing else is touched.

    `polities` leaves them as coded. `claimants` gives a polity, and whatever is its, the code of the state that PLOVER
    folds it into, a breakaway one's with the sector PRE. What an entity is and is called stays.
    """
    if viewpoint == "polities":
        return record
    return replace(record, entities=tuple(_folded(entity, registry) for entity in record.entities))


def _folded(entity: Entity, registry: Registry) -> Entity:
    country, sectors = registry.folded(entity.country, (entity.sector,) if entity.sector else ())
    return replace(entity, country=country, sector=next(iter(sectors), None))
