"""Reviews: what people decided on the fields of a record, one row each, never changed and never removed."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Literal, Self

from onrecord.errors import ReviewError
from onrecord.ledger.reviews.anchors import Anchor
from onrecord.ledger.reviews.snapshots import Snapshot
from onrecord.record import Part
from onrecord.record.serialization import from_plain, to_plain

ReviewVerdict = Literal["confirm", "correct", "reject", "add", "comment", "undone"]


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What is decided on an item, or on one field of it, before anybody has signed it.

    `value` is the field's new value (`correct`), the one that is right (`confirm`) or wrong (`reject`), with snapshots
    where it names other items; of several fields corrected at once (`field` None) an object of them; of an item that is
    added (`add`) its snapshot. `snapshot` is the item as whoever decided saw it: from it the item comes back where a
    new coding lacks it. A comment and a rejected item need neither.
    """

    part: Part
    anchor: Anchor
    verdict: ReviewVerdict
    field: str | None = None
    value: Any = None
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A draft signed: by whom, when (UTC) and why, on which document. `key` is made from all that, `number` is not.

    `verdict` is `undone` where it only takes back the review `reverses`; it then repeats what that one is about.
    """

    number: int
    key: str
    document: str
    part: Part
    anchor: Anchor
    verdict: ReviewVerdict
    field: str | None
    value: Any
    snapshot: Snapshot | None
    reverses: int | None
    who: str
    when: str
    why: str

    @property
    def words(self) -> str:
        """The words by which its item is known, for showing."""
        return self.anchor.name or " … ".join(span.text for span in self.anchor.spans)

    def to_dict(self) -> dict[str, Any]:
        """The review as a JSON object."""
        return {each.name: to_plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_dict(cls, value: Any) -> Self:
        """The review in a JSON object. Raises RecordError, naming the field, where it is none."""
        review: Self = from_plain(cls, value)
        return review


def sign(
    draft: ReviewDraft, document: str, *, number: int, who: str, why: str = "", when: datetime | str | None = None
) -> Review:
    """The draft as somebody's review of a document. Raises ReviewError where nobody signs or a comment is empty."""
    if not who.strip():
        raise ReviewError("a review says who decided; nothing was written")
    if draft.verdict == "comment" and not why.strip():
        raise ReviewError("a comment says something; nothing was written")
    return _signed(draft, document, number, None, (who.strip(), utc(when), why.strip()))


def sign_undoing(review: Review, *, number: int, who: str, why: str, when: datetime | str | None = None) -> Review:
    """The review that takes one back. Raises ReviewError where nobody signs or no reason is given."""
    for said, text in (("who takes it back", who), ("why", why)):
        if not text.strip():
            raise ReviewError(f"an undoing says {said}; nothing was written")
    draft = ReviewDraft(review.part, review.anchor, "undone", review.field)
    return _signed(draft, review.document, number, review, (who.strip(), utc(when), why.strip()))


def changes_of(review: Review | ReviewDraft) -> Snapshot:
    """The values that a review gives to fields (rejecting one: the value that is wrong)."""
    if review.field is not None:
        return {review.field: review.value}
    told = review.snapshot if review.verdict == "confirm" else review.value
    return told if isinstance(told, dict) else {}


def in_order(reviews: Iterable[Review]) -> list[Review]:
    """The reviews in the order in which they count: by their time, so that two ledgers that exchange theirs agree."""
    return sorted(reviews, key=lambda review: (review.when, review.number))


def utc(when: datetime | str | None) -> str:
    """A time as a review has it, in UTC to the second; now, where none is given."""
    if isinstance(when, str):
        return when
    return (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def key_of(*told: Any) -> str:
    """A short name made from what is told, the same wherever that is."""
    line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(line.encode()).hexdigest()[:16]


def _signed(
    draft: ReviewDraft, document: str, number: int, reversed_one: Review | None, signature: tuple[str, str, str]
) -> Review:
    who, when, why = signature
    taken_back = (reversed_one.number, reversed_one.key) if reversed_one else (None, None)
    return Review(
        number,
        key_of(document, to_plain(draft), taken_back[1], *signature),
        document,
        draft.part,
        draft.anchor,
        draft.verdict,
        draft.field,
        draft.value,
        draft.snapshot,
        taken_back[0],
        who,
        when,
        why,
    )
