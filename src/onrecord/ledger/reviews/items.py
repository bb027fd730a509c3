"""The items of a record while reviews are being applied: found by anchor, changed, added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.ledger.reviews.anchors import Anchor, Fitness, anchor_in, anchor_of, fitness
from onrecord.ledger.reviews.fields import KINDS, fields_of
from onrecord.ledger.reviews.review import Review, key_of
from onrecord.ledger.reviews.snapshots import Snapshot, exchanged, naming_mentions
from onrecord.record import Entity, Mention, Part, Record, Spans, Term
from onrecord.record.serialization import from_plain, to_plain

LETTERS: Mapping[Part, str] = {
    "entities": "n", "mentions": "m", "times": "t", "places": "p",
    "statements": "s", "events": "e", "terms": "x", "figures": "f",
}  # fmt: skip
"""With which letter the ids of a part begin. Behind it stands an `h` for an item that a person brought in."""


@dataclass(slots=True)
class Item:
    """An item of the record: as the coder has it (None for one that a person brought in) and as it is now.

    `anchors` are all by which it is found: the coder's, those of the values people gave it, of an entity one a mention.
    `decided` is the review that counts for a field, under None for the item as a whole; `followed` the one that
    changed a field by the way, deciding on a mention.
    """

    part: Part
    coded: Any
    value: Any
    anchors: list[Anchor]
    origin: Review | None = None
    rejected: Review | None = None
    decided: dict[str | None, Review] = field(default_factory=dict)
    followed: dict[str, Review] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its id in the record."""
        name: str = self.value.id
        return name

    @property
    def is_touched(self) -> bool:
        """Whether a person decided anything on it."""
        return bool(self.rejected or self.origin or self.decided or self.followed)

    def stands_in(self, record: Record) -> bool:
        """Whether a record has it."""
        return self.part == "document" or any(each.id == self.id for each in getattr(record, self.part))


class Items:
    """All items of a record, by part."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._mentions: dict[str, list[Mention]] = {}
        for mention in record.mentions:
            self._mentions.setdefault(mention.entity or "", []).append(mention)
        self._parts: dict[Part, list[Item]] = {}

    def of(self, part: Part) -> list[Item]:
        """The items of a part, the rejected ones too, in the order of the record."""
        if part not in self._parts:
            coded: Any = (self._record.document,) if part == "document" else getattr(self._record, part)
            self._parts[part] = [Item(part, each, each, self._anchors(part, each)) for each in coded]
        return self._parts[part]

    def looked_at(self) -> Iterator[Item]:
        """The items of every part that anything was asked about, in the order of the parts."""
        for part in KINDS:
            yield from self._parts.get(part, ())

    def find(self, anchor: Anchor, *, is_firm: bool = False) -> Item | None:
        """The item that an anchor means; None where there is nothing like it. See `fitness` for `is_firm`."""
        best: tuple[Fitness, Item] | None = None
        start, end = anchor.reach
        for item in self.of(anchor.part):
            for each in item.anchors:
                # Of thousands nearly all stand elsewhere, which is told faster than how well they fit.
                if each.spans and (each.spans[0].start >= end or each.spans[-1].end <= start):
                    continue
                fits = fitness(anchor, each, is_firm=is_firm)
                if fits and (best is None or fits > best[0]):
                    best = fits, item
        return best[1] if best else None

    def insert(self, part: Part, snapshot: Snapshot, origin: Review) -> Item:
        """A new item from its snapshot, at its place in the text; with an entity comes the mention that names it.

        Raises RecordError, naming the field, for what is no snapshot.
        """
        name = f"{LETTERS[part]}h{key_of(origin.key, part, snapshot)[:8]}"
        value = KINDS[part](id=name, **self.grounded(part, snapshot, origin))
        item = Item(part, None, value, [anchor_in(part, snapshot)], origin)
        items = self.of(part)
        items.insert(_place(items, item.anchors[0].spans), item)
        if isinstance(value, Mention):
            self.lead(item, None)
        for mention in naming_mentions(snapshot) if part == "entities" else ():
            self._name(item, mention, origin)
        return item

    def grounded(self, part: Part, fields: Mapping[str, Any], origin: Review | None = None) -> dict[str, Any]:
        """The values of fields with ids of this record for the snapshots in them, in the types that the fields have.

        What a snapshot tells of is put into the record where it is not there, as of the review `origin`; without one
        its id is empty. Raises RecordError, naming the field, for a value of the wrong form.
        """

        def named(kind: Part, snapshot: Snapshot) -> str:
            found = self.find(anchor_in(kind, snapshot))
            if found is None and origin is not None:
                found = self.insert(kind, snapshot, origin)
            return found.id if found else ""

        return {
            name: from_plain(hint, exchanged(part, name, fields[name], named), name)
            for name, hint in fields_of(part).items()
            if name in fields
        }

    def lead(self, mention: Item, before: str | None) -> None:
        """Lets an entity be found by a mention that is its now, and no longer the one that had it before."""
        spans = mention.value.spans
        for entity in self.of("entities"):
            if entity.id == before:
                entity.anchors = [each for each in entity.anchors if each.spans != spans] or [_unseen(entity.value)]
            elif entity.id == mention.value.entity:
                entity.anchors.append(anchor_of("entities", entity.value, spans))

    def anchor_anew(self, item: Item) -> None:
        """Lets an item be found by the words that it has now, too. An entity is found by its mentions."""
        if item.part != "entities":
            item.anchors += [each for each in self._anchors(item.part, item.value) if each not in item.anchors]

    def settle(self) -> None:
        """Makes the entities' lists of mentions follow the mentions, where any has moved."""
        before = {mention.id: mention.entity for mention in self._record.mentions}
        now = {item.id: item.value.entity for item in self._parts.get("mentions", ())} or before
        moved = {each.get(name) for name in before | now for each in (before, now) if before.get(name) != now.get(name)}
        for item in self.of("entities") if moved else ():
            if item.id in moved:
                own = sorted((each.value.spans, each.id) for each in self.of("mentions") if now[each.id] == item.id)
                item.value = replace(item.value, mentions=tuple(name for _, name in own))

    def _name(self, entity: Item, naming: Mention, origin: Review) -> None:
        """Gives an entity the mention with just these words, which is made where there is none."""
        mention = next((each for each in self.of("mentions") if each.value.spans == naming.spans), None)
        if mention is None:
            told = {"form": naming.form, "spans": to_plain(naming.spans), "entity": None}
            mention = self.insert("mentions", told, origin)
        before, mention.value = mention.value.entity, replace(mention.value, entity=entity.id)
        self.lead(mention, before)

    def _anchors(self, part: Part, coded: Any) -> list[Anchor]:
        if isinstance(coded, Entity):
            places = [mention.spans for mention in self._mentions.get(coded.id, ())]
            return [anchor_of(part, coded, spans) for spans in places] or [_unseen(coded)]
        return [anchor_of(part, coded, self._spans_of_time(coded.time) if isinstance(coded, Term) else ())]

    def _spans_of_time(self, name: str) -> Spans:
        return next((item.value.spans for item in self.of("times") if item.id == name), ())


def _unseen(entity: Entity) -> Anchor:
    """The anchor of somebody whom nothing in the text mentions."""
    return anchor_of("entities", entity)


def _place(items: list[Item], spans: Spans) -> int:
    """Where among a part's items one with these words belongs: before the first that begins behind it."""
    start = spans[0].start if spans else 0
    behind = (
        index for index, each in enumerate(items) if each.anchors[0].spans and each.anchors[0].spans[0].start > start
    )
    return next(behind, len(items))
