"""The entities of current codings, one row an entity of a document, and the places that name them for good."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger.tables import documents, entities, profiles
from onrecord.ledger.words import fold

# Of a key's letters, how many are shown: enough for a user to tell a ledger's entities apart.
SHOWN = 8
# The day of what has no date, which so comes last.
UNDATED = "9999"
# A database takes only so many values at a time.
MOST_VALUES = 20_000
# Keys are stored as numbers with a sign, in the order of their letters.
HALF = 1 << 63

EntityId = tuple[str, str]
Value = TypeVar("Value")

QUERY = (
    select(
        entities.c.number, documents.c.id, entities.c.entity, entities.c.name, entities.c.names, profiles.c.type,
        profiles.c.country, profiles.c.sector, entities.c.role, profiles.c.registry, entities.c.start,
        entities.c.end, documents.c.published, entities.c.statements, entities.c.identity, entities.c.profile,
    )
    .join_from(entities, documents, documents.c.number == entities.c.document)
    .join(profiles, profiles.c.number == entities.c.profile)
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Which entity of a document is meant, in a way that outlives a new coding: where and how it is named.

    `start` and `end` are those of its first name in the text, or of its first mention where nothing names it; `name`
    is folded. Entity ids such as `n3` are one coding's own.
    """

    document: str
    start: int
    end: int
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity of one document's current coding.

    `names` are the names by which the text calls it, none where it is only described or pointed to. `statements` counts
    those of which it is the source. `number`, `identity` and `profile` are the ledger's own names, at this moment, for
    the row, for who that is across documents, and for what the text says of it.
    """

    number: int = field(compare=False)
    document: str
    entity: str
    name: str
    names: tuple[str, ...]
    type: str
    country: str | None
    sector: str | None
    role: str | None
    registry: str | None
    start: int | None
    end: int | None
    published: str | None
    statements: int
    identity: int = field(compare=False)
    profile: int = field(compare=False)

    @property
    def id(self) -> EntityId:
        """Its document and its id there, unique among current codings."""
        return self.document, self.entity

    @property
    def address(self) -> Address | None:
        """How a judgement names it; None where no mention of it is known."""
        if self.start is None or self.end is None:
            return None
        return Address(self.document, self.start, self.end, fold(self.name), self.type)

    @property
    def key(self) -> str:
        """A short name for it that stays while its first name stands where it stands."""
        return f"{key_number(self.document, self.entity, self.start, self.end, self.type) + HALF:016x}"

    @property
    def is_named(self) -> bool:
        """Whether the text names it at all."""
        return bool(self.names)


def key_number(document: str, entity: str, start: int | None, end: int | None, kind: str) -> int:
    """The key of an entity as a number with a sign, such as databases keep."""
    place = entity if start is None else f"{start}-{end}"
    return int.from_bytes(hashlib.sha256(f"{document}\0{place}\0{kind}".encode()).digest()[:8]) - HALF


def key_range(beginning: str) -> tuple[int, int] | None:
    """The lowest and the highest number of the keys that begin so; None where no key does."""
    if not beginning or len(beginning) > 16 or set(beginning) - set("0123456789abcdef"):
        return None
    return int(beginning.ljust(16, "0"), 16) - HALF, int(beginning.ljust(16, "f"), 16) - HALF


def load_entities(connection: Connection, *, identities: Iterable[int] | None = None) -> list[EntityRow]:
    """The entities of some identities or all, in an order of their own: by date (undated last), document and place.

    Raises LedgerError where a row is damaged.
    """
    if identities is None:
        rows = [_row(values) for values in connection.execute(QUERY)]
    else:
        rows = [
            _row(values)
            for some in in_parts(list(identities))
            for values in connection.execute(QUERY.where(entities.c.identity.in_(some)))
        ]
    return sorted(rows, key=in_order)


def load_first(connection: Connection, identities: Iterable[int]) -> dict[int, EntityRow]:
    """The first entity of each of some identities, by their numbers."""
    found: dict[int, EntityRow] = {}
    for number in sorted(identities):
        query = QUERY.where(entities.c.identity == number)
        query = query.order_by(entities.c.day, documents.c.id, entities.c.start).limit(1)
        found[number] = _row(connection.execute(query).one())
    return found


def load_by_key(connection: Connection, beginning: str) -> list[EntityRow]:
    """The entities whose keys begin so."""
    bounds = key_range(beginning)
    if bounds is None:
        return []
    return [_row(values) for values in connection.execute(QUERY.where(entities.c.key.between(*bounds)))]


def in_order(row: EntityRow) -> tuple[str, str, int, str]:
    """By what entities are sorted: date (undated last), document and place."""
    return row.published or UNDATED, row.document, row.start or 0, row.entity


def in_parts(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    """Values in parts that a database takes at a time."""
    return (values[start : start + MOST_VALUES] for start in range(0, len(values), MOST_VALUES))


def _row(values: Sequence[Any]) -> EntityRow:
    number, document, entity, name, called, *rest = values
    try:
        names = (name,) if called is None else tuple(json.loads(called))
    except (ValueError, TypeError) as error:
        raise LedgerError(f"the entities of {document} are damaged ({error}); see: onrecord verify") from error
    return EntityRow(number, document, entity, name, names, *rest)
