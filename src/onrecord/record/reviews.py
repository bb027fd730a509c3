"""Reviews: which parts of a record a person has confirmed, corrected, rejected, added or remarked on."""

from dataclasses import dataclass
from typing import Literal

Part = Literal["document", "entities", "mentions", "times", "places", "statements", "events", "terms", "figures"]
Verdict = Literal["confirm", "correct", "reject", "add", "comment"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a person decided on one item of the record, or on one field of it; all the rest a coder made.

    `part` and `item` name the item (`statements`, `s1`), `field` a key of its JSON object (`source`, `voice`), None
    for the item as a whole. What is rejected stands in the record no more, and is listed all the same. `number` is the
    review's in the ledger, `when` its time in UTC, `was` the JSON of what stood there before a correction.
    """

    number: int
    part: Part
    item: str
    field: str | None
    verdict: Verdict
    who: str
    when: str
    why: str
    was: str | None = None
