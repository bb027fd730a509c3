"""What people decided, applied to a coder's record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import RecordError, ReviewError
from onrecord.ledger.reviews.anchors import Anchor, anchor_in
from onrecord.ledger.reviews.checking import check_words
from onrecord.ledger.reviews.consequences import consequences
from onrecord.ledger.reviews.fields import is_list
from onrecord.ledger.reviews.following import follow
from onrecord.ledger.reviews.items import Item, Items
from onrecord.ledger.reviews.listing import list_reviewed
from onrecord.ledger.reviews.review import Review, changes_of, in_order
from onrecord.ledger.undoing import in_force
from onrecord.record import Mention, Part, Record


@dataclass(frozen=True, slots=True)
class RestingReview:
    """A review that says nothing of the current coding, or not all that it says; it may wake with another."""

    review: Review
    reason: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A record as people corrected it, and the reviews that rest."""

    record: Record
    resting: tuple[RestingReview, ...]


def apply_reviews(record: Record, reviews: Iterable[Review]) -> Applied:
    """The coder's record with the reviews of its document that are in force; the last on a field counts.

    Items are found by their anchors. One that a person confirmed, corrected or added comes back from the review's
    snapshot where the coding lacks it; one that was rejected goes wherever the coding finds it. Whatever names an item
    that went names nothing, and what only a rejected statement claims goes with it.
    """
    own = sorted((each for each in reviews if each.document == record.document.id), key=lambda each: each.number)
    standing = in_order(in_force(own))
    if not standing:
        return Applied(record, ())
    work = _Work(record)
    for review in standing:
        work.take(review)
    return work.done()


class _Work:
    """One record while it is being corrected."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._items = Items(record)
        self._resting: list[RestingReview] = []
        self._comments: list[tuple[Item, Review]] = []

    def take(self, review: Review) -> None:
        """Applies a review, or lays it to rest."""
        try:
            check_words(review, self._record.document.text)
            self._decide(self._item(review), review)
        except (RecordError, ReviewError) as error:
            self._resting.append(RestingReview(review, str(error)))

    def done(self) -> Applied:
        """The record with all that was taken."""
        whole = replace(self._record, **self._parts())
        rejected: dict[Part, list[str]] = {}
        for item in self._items.looked_at():
            if item.rejected:
                rejected.setdefault(item.part, []).append(item.id)
        left = whole.without(rejected) if rejected else whole
        self._resting += self._lost(left)
        return Applied(
            replace(left, reviews=list_reviewed(self._items, self._comments, whole, left)), tuple(self._resting)
        )

    def _item(self, review: Review) -> Item:
        """The item that a review is about; made from its snapshot where the coding has none."""
        is_firm = review.field is None and review.verdict in ("add", "reject")
        for anchor in _anchors(review):
            if item := self._items.find(anchor, is_firm=is_firm):
                return item
        snapshot = review.value if review.verdict == "add" else review.snapshot
        if snapshot is None:
            raise ReviewError("the current coding has nothing like it")
        return self._items.insert(review.part, snapshot, review)

    def _decide(self, item: Item, review: Review) -> None:
        if review.verdict == "comment":
            self._comments.append((item, review))
        elif review.verdict != "reject":
            self._change(item, self._items.grounded(review.part, changes_of(review), review), review)
        elif review.field is None:
            item.rejected = review
        elif self._items.grounded(review.part, changes_of(review)) != {review.field: getattr(item.value, review.field)}:
            raise ReviewError("the current coding says something else there than what was rejected")
        else:
            self._change(item, {review.field: () if is_list(review.part, review.field) else None}, review)

    def _change(self, item: Item, values: Mapping[str, Any], review: Review) -> None:
        """Gives an item values that a person decided on. Raises RecordError or ReviewError where they do not fit."""
        if values.get("within") is not None and self._stands_within(item, values["within"]):
            raise ReviewError("it would stand within itself")
        before = item.value
        further = consequences(before, values, is_whole=review.field is None and review.verdict != "correct")
        item.value = replace(before, **values, **further)
        item.rejected = None
        for field in (name for name, value in values.items() if getattr(before, name) != value):
            item.decided.pop(field, None)
            item.followed.pop(field, None)
        item.decided[review.field] = review
        self._items.anchor_anew(item)
        if isinstance(before, Mention) and before != item.value:
            self._items.lead(item, before.entity if before.entity != item.value.entity else None)
            follow(self._items, item.value, before.entity, review)

    def _stands_within(self, item: Item, within: str | None) -> bool:
        """Whether what an item would stand within stands within the item itself."""
        above = {each.id: each.value.within for each in self._items.of(item.part)}
        while within is not None and within != item.id:
            within = above.pop(within, None)
        return within is not None

    def _parts(self) -> dict[str, Any]:
        """The parts of the record that anything was asked about, as they are now."""
        self._items.settle()
        parts: dict[str, list[Any]] = {}
        for item in self._items.looked_at():
            parts.setdefault(item.part, []).append(item.value)
        return {part: values[0] if part == "document" else tuple(values) for part, values in parts.items()}

    def _lost(self, left: Record) -> Iterator[RestingReview]:
        """The reviews of items that went with another."""
        for item in self._items.looked_at():
            if item.decided and not item.rejected and not item.stands_in(left):
                for review in item.decided.values():
                    yield RestingReview(review, "it went with a statement or a time that was rejected")


def _anchors(review: Review) -> Iterator[Anchor]:
    """By what the item of a review is found: as the coder had it, as the person saw it, as the person left it."""
    yield review.anchor
    if review.snapshot:
        yield anchor_in(review.part, review.snapshot)
        yield anchor_in(review.part, {**review.snapshot, **changes_of(review)})
