"""Where the rooms meet: read documents, code them, file the records.

A document that cannot be read or coded becomes a `Skipped`, and the others go on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.annotation import DocumentCoder, default_coder
from onrecord.documents import Location, ReadOptions, document_from_text, read_document
from onrecord.errors import DocumentError, LedgerError, ModelError
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


Outcome = TypeVar("Outcome")


def read(text: str, *, published: str | None = None) -> Record:
    """The record of one plain text; `published` is the EDTF date it appeared on, if known.

    Raises DocumentError where there is nothing to read in it.
    """
    return default_coder().code(document_from_text(text, published=published))


def code_documents(
    locations: Sequence[Location], coder: DocumentCoder, options: ReadOptions
) -> Iterator[Coded | Skipped]:
    """Each document of `locations` read and coded, in their order."""

    def code(location: Location) -> Coded:
        return Coded(str(location), coder.code(read_document(location, options)))

    for location in locations:
        yield _one(location, code)


def file_documents(
    locations: Sequence[Location], coder: DocumentCoder, options: ReadOptions, ledger: Ledger
) -> Iterator[Filed | Skipped]:
    """Each document of `locations` read, coded unless the ledger holds that coding, and filed; each one by itself.

    Raises LedgerError where the ledger gives way: then nothing can be filed, the other documents included.
    """

    def file(location: Location) -> Filed:
        document = read_document(location, options)
        known = ledger.coding(document.id, coder.identity)
        if known is not None:
            return Filed(str(location), known, Filing.KNOWN)
        record = coder.code(document)
        return Filed(str(location), record, ledger.add(record))

    for location in locations:
        yield _one(location, file)


def _one(location: Location, work: Callable[[Location], Outcome]) -> Outcome | Skipped:
    """The outcome of one document; whatever is wrong with it is told, so that the others go on."""
    try:
        return work(location)
    except DocumentError as error:
        return Skipped(error.where, error.reason)
    except (LedgerError, ModelError):
        raise
    except Exception as error:  # noqa: BLE001 - the one-document boundary: a fault of ours must not cost the batch
        return Skipped(str(location), f"could not be coded, which is a fault of onrecord: {error!r}; please report it")
