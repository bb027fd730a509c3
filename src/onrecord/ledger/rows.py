"""What a ledger answers with."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record import Statement


class Filing(StrEnum):
    """What became of a record that was filed."""

    NEW = "new"
    KNOWN = "known"
    RECODED = "recoded"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as lists show it; `heading` is its title or else its first line."""

    id: str
    uri: str | None
    title: str | None
    heading: str
    outlet: str | None
    published: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that a search found, and the document it stands in."""

    document: DocumentRow
    statement: Statement


@dataclass(frozen=True, slots=True)
class Problem:
    """What `verify` found wrong: in which document, at which field, and what."""

    document: str
    uri: str | None
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a ledger holds."""

    documents: int
    codings: int
    statements: int
