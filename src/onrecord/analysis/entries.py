"""What leaves a ledger: a document's record as it stands now, with what only the other documents tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Known:
    """Who an entity of a document is across documents: the identity's key (docs/resolution.md) and its usual name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One document's record with people's corrections applied, and what the ledger knows beyond it.

    `identities` has who each entity of the record is, by its id there. `origin` is the id of the document that this one
    is a copy of in the end (docs/origins.md), its own where it is nobody's; `outlets` how many outlets carry that
    origin, and `revises` the id of the document of which this one is a later revision.
    """

    record: Record
    identities: Mapping[str, Known] = field(default_factory=dict)
    origin: str = ""
    outlets: int = 1
    revises: str | None = None
