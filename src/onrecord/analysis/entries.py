"""What leaves a ledger: a document's record as it stands now, with what only the other documents tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.ledger import DocumentRow, Identity, Ledger
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


def list_entries(ledger: Ledger, documents: Sequence[DocumentRow]) -> Iterator[Entry]:
    """The entries of some documents, one by one, in their order.

    Raises RecordError or LedgerError where a record is damaged.
    """
    known: dict[int, Known] = {}
    for row in documents:
        members = ledger.members(row.id)
        missing = ledger.named(number for number in members.values() if number not in known)
        here = {number: Known(identity.key, identity.name) for number, identity in missing.items()}
        # Most who are in one document are in no other: to keep them all would fill the memory with a large ledger.
        known |= {number: here[number] for number, identity in missing.items() if _is_elsewhere(identity)}
        identities = {entity: here.get(number) or known[number] for entity, number in members.items()}
        origin, outlets = ledger.origin(row.id)
        earlier = [each.id for each in ledger.revisions(row.id)]
        place = earlier.index(row.id)
        yield Entry(ledger.record(row.id), identities, origin, outlets, earlier[place - 1] if place else None)


def _is_elsewhere(identity: Identity) -> bool:
    return len(identity.documents) > 1
