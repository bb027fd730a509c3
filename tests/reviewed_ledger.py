"""A ledger that keeps reviews in memory, beside a real one that has the documents."""

from datetime import datetime
from typing import Any, Self

from onrecord.ledger import (
    DocumentRow,
    Import,
    Judgement,
    Ledger,
    Patch,
    Review,
    ReviewDraft,
    apply_reviews,
)
from onrecord.ledger.reviews import plan_import, sign, sign_undoing
from onrecord.ledger.undoing import find_undoable
from onrecord.record import Record


class ReviewedLedger:
    """What the commands ask of a ledger, as they ask it; `kept` are the reviews of each file."""

    kept: dict[str, list[Review]]

    def __init__(self, place: str) -> None:
        self._ledger = Ledger.open(place)
        self._reviews = self.kept.setdefault(place, [])
        self._judgements: list[Judgement] = []

    @classmethod
    def open(cls, place: str) -> Self:
        return cls(place)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: Any) -> None:
        self._ledger.__exit__(None, None, None)

    def document(self, document_id: str) -> DocumentRow | None:
        return self._ledger.document(document_id)

    def documents(self) -> list[DocumentRow]:
        return self._ledger.documents()

    def machine_record(self, document_id: str) -> Record:
        return self._ledger.record(document_id)

    def record(self, document_id: str) -> Record:
        return apply_reviews(self.machine_record(document_id), self.reviews(document_id)).record

    def review(
        self, document_id: str, draft: ReviewDraft, *, who: str, why: str, when: datetime | None = None
    ) -> Review:
        number = len(self._reviews) + 1
        self._reviews.append(sign(draft, document_id, number=number, who=who, why=why, when=when))
        return self._reviews[-1]

    def reviews(self, document_id: str | None = None) -> list[Review]:
        return [each for each in self._reviews if document_id in (None, each.document)]

    def undo_review(self, number: int, *, who: str, why: str, when: datetime | None = None) -> Review:
        taken_back = find_undoable(self._reviews, number, name="review", log="onrecord review log")
        self._reviews.append(sign_undoing(taken_back, number=len(self._reviews) + 1, who=who, why=why, when=when))
        return self._reviews[-1]

    def judgements(self) -> list[Judgement]:
        return self._ledger.judgements()

    def import_patch(self, patch: Patch) -> Import:
        texts = {row.id: self.machine_record(row.id).document.text for row in self.documents()}
        keys = {each.key: each.number for each in self._reviews}
        plan = plan_import(patch, keys, self.judgements(), texts.get)
        self._reviews += plan.reviews
        return plan
