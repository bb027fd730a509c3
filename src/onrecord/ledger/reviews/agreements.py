"""Where two or more people decided on one thing, and whether they agree."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.ledger.reviews.anchors import Anchor, anchor_in, fitness
from onrecord.ledger.reviews.fields import fields_of
from onrecord.ledger.reviews.review import Review, changes_of, in_order
from onrecord.ledger.reviews.snapshots import exchanged
from onrecord.ledger.undoing import in_force
from onrecord.record import Part
from onrecord.record.serialization import to_plain


@dataclass(frozen=True, slots=True)
class Agreement:
    """What each person last decided on a field of an item (None: whether the item belongs in the record), in order.

    The last of the reviews counts. `are_agreed` says whether all come to the same.
    """

    document: str
    anchor: Anchor
    field: str | None
    reviews: tuple[Review, ...]
    are_agreed: bool

    @property
    def counts(self) -> Review:
        """The review that counts."""
        return self.reviews[-1]


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What one review holds of one thing; `value` is the same for the same decision, whatever coding it was made on."""

    field: str | None
    value: str
    review: Review


_Groups = list[tuple[Review, list[_Opinion]]]
"""The items of one part of a document: the first review of each, and all opinions on it."""


def agreement(reviews: Iterable[Review]) -> list[Agreement]:
    """The things on which more than one person decided, by document and in the order of their reviews.

    Who confirms or adds an item as a whole has decided on each of its fields, and that it belongs in the record; who
    decides on a field has decided that too. Comments decide nothing.
    """
    ordered = sorted(reviews, key=lambda review: review.number)
    items: dict[tuple[str, Part], _Groups] = {}
    for review in in_order(in_force(ordered)):
        if review.verdict != "comment":
            _group(items.setdefault((review.document, review.part), []), review).extend(_opinions(review))
    groups = [group for each in items.values() for group in each]
    found = [each for first, opinions in groups for each in _agreements(first, opinions)]
    return sorted(found, key=lambda each: each.document)


def agreement_rate(agreements: Iterable[Agreement]) -> float | None:
    """The share, 0 to 1, of the things that several decided on in which they agree; None where there are none."""
    listed = list(agreements)
    return sum(each.are_agreed for each in listed) / len(listed) if listed else None


def _group(groups: _Groups, review: Review) -> list[_Opinion]:
    """The opinions on the item that a review is about."""
    for first, opinions in groups:
        if fitness(first.anchor, review.anchor):
            return opinions
    groups.append((review, []))
    return groups[-1][1]


def _agreements(first: Review, opinions: list[_Opinion]) -> Iterable[Agreement]:
    for field in dict.fromkeys(each.field for each in opinions):
        last: dict[str, _Opinion] = {}
        for each in (each for each in opinions if each.field == field):
            last.pop(each.review.who, None)
            last[each.review.who] = each
        are_agreed = len({each.value for each in last.values()}) == 1
        # That two who confirm an item agree on each of its fields goes without saying.
        if len(last) > 1 and (not are_agreed or any(each.review.field == field for each in last.values())):
            yield Agreement(
                first.document, first.anchor, field, tuple(each.review for each in last.values()), are_agreed
            )


def _opinions(review: Review) -> Iterable[_Opinion]:
    if review.verdict == "reject" and review.field is None:
        yield _Opinion(None, "out", review)
        return
    yield _Opinion(None, "in", review)
    for field, value in changes_of(review).items():
        if field in fields_of(review.part):
            is_wrong = review.verdict == "reject"
            yield _Opinion(field, _essence(review.part, field, None if is_wrong else value), review)


def _essence(part: Part, field: str, value: Any) -> str:
    """A value with words for the items that it names: all that two people can have in common on two codings."""

    def words(kind: Part, snapshot: Any) -> Any:
        return [span.text for span in anchor_in(kind, snapshot).spans]

    return json.dumps(to_plain(exchanged(part, field, value, words)), ensure_ascii=False, sort_keys=True)
