"""What people decided on the items of a record, so that each export can tell machine-made from human-made."""

from collections import defaultdict
from typing import Any, Literal

from onrecord.record import Part, Record, Reviewed

MadeBy = Literal["coder", "person"]


class Decisions:
    """The reviews of one record by the item that they are on."""

    def __init__(self, record: Record) -> None:
        self._reviews: dict[tuple[str, str], list[Reviewed]] = defaultdict(list)
        for review in sorted(record.reviews, key=lambda each: each.number):
            self._reviews[review.part, review.item].append(review)

    def on(self, part: Part, item: str) -> tuple[Reviewed, ...]:
        """What was decided on an item, the first decision first."""
        return tuple(self._reviews.get((part, item), ()))

    def made_by(self, part: Part, item: str) -> MadeBy:
        """Who made an item what it is: a person where one added it or corrected any of it."""
        is_persons = any(review.verdict in ("add", "correct") for review in self.on(part, item))
        return "person" if is_persons else "coder"

    def is_added(self, part: Part, item: str) -> bool:
        """Whether a person added an item, so that the coder has no part in it."""
        return any(review.verdict == "add" for review in self.on(part, item))

    def properties(self, part: Part, item: str) -> dict[str, Any]:
        """`made_by` and `reviews` as JSON has them."""
        return {"made_by": self.made_by(part, item), "reviews": [_plain(review) for review in self.on(part, item)]}


def in_words(review: Reviewed) -> str:
    """A decision in one line: `source corrected by Ana Roca, 2024-05-02T10:00:00Z: the ministry, not its head`."""
    done = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected", "add": "added"}
    verb = done.get(review.verdict, "remarked on")
    why = f": {' '.join(review.why.split())}" if review.why else ""
    return f"{review.field + ' ' if review.field else ''}{verb} by {' '.join(review.who.split())}, {review.when}{why}"


def _plain(review: Reviewed) -> dict[str, Any]:
    return {
        "verdict": review.verdict, "field": review.field, "who": review.who, "when": review.when, "why": review.why,
        "was": review.was,
    }  # fmt: skip
