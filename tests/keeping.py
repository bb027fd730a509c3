"""A stand-in for a ledger that keeps several codings and revisions, in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from onrecord.errors import LedgerError
from onrecord.ledger import DocumentRow
from onrecord.record import Record


@dataclass(frozen=True)
class CodingRow:
    """A coding as a ledger lists it."""

    coder: str
    current: bool
    number: int


class KeptRecords:
    """Records in the order in which they were filed; those of one uri are revisions of one document."""

    def __init__(self, *records: Record) -> None:
        self._records = records

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open."""

    def codings(self, document_id: str) -> list[CodingRow]:
        made = self._of(document_id)
        return [CodingRow(each.coder.identity, each is made[-1], number) for number, each in enumerate(made)]

    def coding(self, document_id: str, coder_identity: str) -> Record | None:
        return next((each for each in self._of(document_id) if each.coder.identity == coder_identity), None)

    def record(self, document_id: str) -> Record:
        made = self._of(document_id)
        if not made:
            raise LedgerError(f"no document {document_id}")
        return made[-1]

    def documents(self) -> list[DocumentRow]:
        ids = dict.fromkeys(each.document.id for each in self._records)
        return [_row(self.record(document_id)) for document_id in ids]

    def revisions(self, document_id: str) -> list[DocumentRow]:
        uri = self.record(document_id).document.uri
        return [row for row in self.documents() if row.id == document_id or (uri and row.uri == uri)]

    def recoded(self) -> Iterator[str]:
        return (row.id for row in self.documents() if len(self._of(row.id)) > 1)

    def revised(self) -> Iterator[list[str]]:
        lines = {tuple(each.id for each in self.revisions(row.id)) for row in self.documents()}
        return (list(line) for line in sorted(lines) if len(line) > 1)

    def _of(self, document_id: str) -> list[Record]:
        return [each for each in self._records if each.document.id == document_id]


def _row(record: Record) -> DocumentRow:
    document = record.document
    heading = document.title or document.text.strip().partition("\n")[0]
    return DocumentRow(
        document.id, document.uri, document.title, heading, document.outlet, document.published, len(record.statements)
    )
