"""The entities of current codings, one row an entity of a document, and the places that name them for good."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from onrecord.errors import LedgerError
from onrecord.ledger.words import fold

# Of a key's letters, how many are shown: enough for a user to tell a ledger's entities apart.
SHOWN = 8

EntityId = tuple[str, str]

QUERY = """
    SELECT e.document, e.entity, e.name, e.names, e.type, e.country, e.sector, e.role, e.registry, e.start, e."end",
        e.mentions, d.published,
        (SELECT count(*) FROM statements AS s WHERE s.document = e.document AND s.entity = e.entity)
    FROM entities AS e JOIN documents AS d ON d.id = e.document
"""


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

    `names` are the names by which the text calls it, none where it is only described or pointed to; `mentions` the
    (start, end) of every mention, those of names first. `statements` counts those of which it is the source.
    """

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
    mentions: tuple[tuple[int, int], ...]
    published: str | None
    statements: int

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
        place = self.entity if self.start is None else f"{self.start}-{self.end}"
        return hashlib.sha256(f"{self.document}\0{place}\0{self.type}".encode()).hexdigest()[:16]

    @property
    def is_named(self) -> bool:
        """Whether the text names it at all."""
        return bool(self.names)


def load_entities(connection: sqlite3.Connection) -> list[EntityRow]:
    """Every entity, in an order of its own: by date (those without one last), document and place.

    Raises LedgerError where a row is damaged.
    """
    rows = [_row(values) for values in connection.execute(QUERY)]
    return sorted(rows, key=lambda row: (row.published or "9999", row.document, row.start or 0, row.entity))


def find_entity(rows: list[EntityRow], address: Address) -> EntityRow | None:
    """Of a document's entities the one that an address means; None where nothing like it is mentioned there any more.

    Of several with a mention there the one with just this mention, else of this name, of this type, sharing most. One
    that is none of these three is another: the ministry in `the minister's ministry` is not the minister.
    """
    fitting = [(fitness, row) for row in rows if any(fitness := _fitness(row, address))]
    return max(fitting, key=lambda pair: pair[0], default=((), None))[1]


def _fitness(row: EntityRow, address: Address) -> tuple[bool, bool, bool, int]:
    """(just this mention, this name, this type, characters shared); nothing of all that where it is another."""
    shared = max((_overlap(place, address) for place in row.mentions), default=0)
    exact = (address.start, address.end) in row.mentions
    is_like = exact or fold(row.name) == address.name or row.type == address.type
    if not shared or not is_like:
        return False, False, False, 0
    return exact, fold(row.name) == address.name, row.type == address.type, shared


def _overlap(place: tuple[int, int], address: Address) -> int:
    """How many characters a mention shares with an address's."""
    return max(0, min(place[1], address.end) - max(place[0], address.start))


def _row(values: tuple[Any, ...]) -> EntityRow:
    document, entity, name, names, kind, country, sector, role, registry, start, end, mentions, published, count = (
        values
    )
    try:
        called = tuple(json.loads(names))
        places = tuple((first, last) for first, last in json.loads(mentions))
    except (ValueError, TypeError) as error:
        raise LedgerError(f"the entities of {document} are damaged ({error}); see: onrecord verify") from error
    return EntityRow(
        document, entity, name, called, kind, country, sector, role, registry, start, end, places, published, count
    )
