"""One difference between two codings of a text."""

from dataclasses import dataclass
from typing import Literal

from onrecord.record import Part, Spans

NOUNS: dict[Part, str] = {
    "document": "document",
    "statements": "statement",
    "events": "event",
    "terms": "term",
    "figures": "figure",
    "entities": "entity",
    "mentions": "mention",
    "times": "time",
    "places": "place",
}
"""What an item of each part is called, in the order in which differences are told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An item that one coding has and the other has not, or one field of an item that both have.

    `item` are the words by which a person knows the item, `spans` where it stands in the text that both codings share.
    `before` and `after` are the field's value in either, in words and never as ids; of an item added or removed, which
    has no `field`, the whole item's. None is a null value.
    """

    kind: Literal["added", "removed", "changed"]
    part: Part
    item: str
    field: str | None
    before: str | None
    after: str | None
    spans: Spans

    @property
    def line(self) -> str:
        """The difference in a sentence."""
        noun = NOUNS[self.part]
        if self.kind != "changed":
            article = "An" if noun[0] in "aeiou" else "A"
            return f"{article} {noun} was {self.kind}: “{self.item}”"
        return f"The {self.field} of the {noun} “{self.item}” changed: {_told(self.before)} → {_told(self.after)}"


def _told(value: str | None) -> str:
    return "nothing" if value is None else f"“{value}”"
