"""Anchors: how an item of a record is found again in another coding of the same text, where ids are others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.ledger.reviews.snapshots import Snapshot, naming_mentions, rebuilt
from onrecord.ledger.words import fold
from onrecord.record import Entity, Event, Part, Spans, Statement, Term

LIKE = 0.5
"""How much of the words that either of two items has both must have, for them to be one: 0 nothing, 1 everything."""

ALMOST = 0.8
"""How much it must be of two mentions, and of two statements where one lacks the cue that would tell them apart."""

Fitness = tuple[bool, bool, bool, float]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which item is meant, in a way that outlives a new coding: by its words and what it is.

    `spans` are those of a statement's content, of an event's trigger, of the mention that names an entity, else the
    item's own. `kind` is the type of an event or an entity, the bound of a term; `name` an entity's. `beside` are
    words that tell apart two items with much the same: of a statement its cue, of a term its time. The document itself
    has no words, nor has an entity that nothing in the text mentions.
    """

    part: Part
    spans: Spans = ()
    kind: str | None = None
    name: str | None = None
    beside: Spans = ()

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last of its characters, the end exclusive; nothing for one without words."""
        return (self.spans[0].start, self.spans[-1].end) if self.spans else (0, 0)


def anchor_of(part: Part, item: Any, told: Spans = ()) -> Anchor:
    """The anchor of an item; `told` are the words of the mention that names an entity, or of the time of a term."""
    if isinstance(item, Statement):
        return Anchor(part, item.content.spans, beside=item.cue.spans if item.cue else ())
    if isinstance(item, Event):
        return Anchor(part, item.trigger.spans, item.type)
    if isinstance(item, Entity):
        return Anchor(part, told, item.type, item.name)
    if isinstance(item, Term):
        return Anchor(part, item.spans or told, item.bound, beside=told)
    return Anchor(part) if part == "document" else Anchor(part, item.spans)


def anchor_in(part: Part, snapshot: Snapshot) -> Anchor:
    """The anchor of a snapshot's item.

    Raises RecordError, naming the field, for what is no snapshot.
    """
    item = rebuilt(part, snapshot)
    told: Spans = ()
    if part == "entities":
        told = next((mention.spans for mention in naming_mentions(snapshot)), ())
    elif part == "terms":
        told = rebuilt("times", snapshot["time"]).spans
    return anchor_of(part, item, told)


def fitness(wanted: Anchor, found: Anchor, *, is_firm: bool = False) -> Fitness | None:
    """How well an item fits an anchor of its part, the more the greater; None where it is another.

    Where `is_firm`, an event must have the anchor's type and an entity its name: so that a new finding is not thrown
    out, nor an added one lost in another, for standing in the same place.
    """
    if wanted.part == "document":
        return True, True, True, 1.0
    likeness = alike(wanted.spans, found.spans)
    is_exact = wanted.spans == found.spans
    is_kind = wanted.kind == found.kind
    if not likeness and not (is_exact and is_kind):
        return None
    is_name = wanted.part == "entities" and fold(wanted.name or "") == fold(found.name or "")
    if wanted.part == "entities":
        # Somebody whom nothing in the text mentions is known by the name alone.
        fits = is_name or (not is_firm and (is_exact or (is_kind and likeness >= LIKE)))
    elif wanted.part == "events":
        fits = is_kind or (is_exact and not is_firm)
    elif wanted.part == "terms":
        fits = is_kind and (likeness >= LIKE or alike(wanted.beside, found.beside) > 0)
    elif wanted.part == "statements":
        fits = is_exact or likeness >= _needed(wanted.beside, found.beside)
    else:
        # Mentions stand within mentions: `Kyrgyz and Tajik ministers`.
        fits = likeness >= (ALMOST if wanted.part == "mentions" else LIKE)
    return (is_exact, is_name, is_kind, likeness) if fits else None


def alike(left: Spans, right: Spans) -> float:
    """Which part of the characters that either has both have, 0 to 1."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
    return shared / (_length(left) + _length(right) - shared) if shared else 0.0


def _needed(wanted: Spans, found: Spans) -> float:
    """How alike two contents must be, by their cues: more than all where these are two, since one then stands within
    the other's content."""
    if not wanted or not found:
        return ALMOST
    return LIKE if alike(wanted, found) else 2.0


def _length(spans: Iterable[Any]) -> int:
    return sum(span.end - span.start for span in spans)
