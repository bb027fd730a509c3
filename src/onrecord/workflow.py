"""Where the rooms meet: read documents, code them, file the records.

A document that cannot be read or coded becomes a `Skipped`, and the others go on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.documents import Location, ReadOptions, document_from_text, read_document
from onrecord.errors import DocumentError
from onrecord.ledger import Filing, Ledger
from onrecord.record import Record


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that was not coded: where it is and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A document that was coded."""

    where: str
    record: Record


@dataclass(frozen=True, slots=True)
class Filed:
    """A document that was coded and filed; `filing` says whether the ledger had it."""

    where: str
    record: Record
    filing: Filing


def read(text: str, *, published: str | None = None) -> Record:
    """The record of one plain text; `published` is the EDTF date it appeared on, if known.

    Raises DocumentError where there is nothing to read in it.
    """
    return default_coder().code(document_from_text(text, published=published))


def code_documents(
    locations: Sequence[Location], coder: DocumentCoder, options: ReadOptions
) -> Iterator[Coded | Skipped]:
    """Each document of `locations` read and coded, in their order."""
    for location in locations:
        try:
            yield Coded(str(location), coder.code(read_document(location, options)))
        except DocumentError as error:
            yield Skipped(error.where, error.reason)


def file_documents(
    locations: Sequence[Location], coder: DocumentCoder, options: ReadOptions, ledger: Ledger
) -> Iterator[Filed | Skipped]:
    """Each document of `locations` read, coded unless the ledger holds that coding, and filed; each one by itself."""
    for location in locations:
        try:
            document = read_document(location, options)
            record = ledger.coding(document.id, coder.identity)
            filing = Filing.KNOWN
            if record is None:
                record = coder.code(document)
                filing = ledger.add(record)
            yield Filed(str(location), record, filing)
        except DocumentError as error:
            yield Skipped(error.where, error.reason)
