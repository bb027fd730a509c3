"""What the commands ask of a ledger."""

from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, cast

import click

from onrecord.ledger import DocumentRow, Import, Judgement, Ledger, Patch, Review, ReviewDraft
from onrecord.record import Record


class ReviewedLedger(Protocol):
    """A ledger that keeps what people decided."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

    def document(self, document_id: str) -> DocumentRow | None:
        """A document by its id."""

    def documents(self) -> list[DocumentRow]:
        """Every document."""

    def record(self, document_id: str) -> Record:
        """The current record as people corrected it."""

    def machine_record(self, document_id: str) -> Record:
        """The current record as its coder left it."""

    def review(
        self, document_id: str, draft: ReviewDraft, *, who: str, why: str, when: datetime | None = None
    ) -> Review:
        """Signs a draft and writes it down."""

    def reviews(self, document_id: str | None = None) -> list[Review]:
        """The reviews ever made, of one document or of all, by their numbers."""

    def undo_review(self, number: int, *, who: str, why: str, when: datetime | None = None) -> Review:
        """Takes back a review or an undoing."""

    def judgements(self) -> list[Judgement]:
        """Every judgement on entities."""

    def import_patch(self, patch: Patch) -> Import:
        """Writes down what of a patch is new, all or nothing."""


def open_ledger(place: str) -> ReviewedLedger:
    """The ledger in a file, or at a URL."""
    return cast(ReviewedLedger, Ledger.open(place))


def document_called(ledger: ReviewedLedger, called: str) -> DocumentRow:
    """The document that an address, an id, or the end of the one or the beginning of the other names.

    Raises ClickException where not just one does.
    """
    if row := ledger.document(called):
        return row
    rows = ledger.documents()
    exact = [row for row in rows if row.uri == called]
    found = exact or [row for row in rows if _is_called(row, called)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.ClickException(f"no document is called {called}; give its address or its id")
    names = "\n".join(f"  {row.id[:19]}  {row.uri or row.heading}" for row in found[:10])
    raise click.ClickException(f"{len(found)} documents are called {called}; give the id of one:\n{names}")


def _is_called(row: DocumentRow, called: str) -> bool:
    if row.uri is not None and row.uri.endswith(f"/{called.lstrip('/')}"):
        return True
    # Fewer letters would name a document by chance.
    return len(called) >= 4 and (row.id.startswith(called) or row.id.removeprefix("sha256:").startswith(called))
