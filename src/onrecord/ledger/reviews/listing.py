"""What a corrected record tells of its corrections."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.ledger.reviews.fields import fields_of
from onrecord.ledger.reviews.items import Item, Items
from onrecord.ledger.reviews.review import Review
from onrecord.record import Part, Record, Reviewed, Verdict
from onrecord.record.serialization import to_plain


def list_reviewed(
    items: Items, comments: Iterable[tuple[Item, Review]], whole: Record, left: Record
) -> tuple[Reviewed, ...]:
    """The reviews that count, in their order: `left` is the record, `whole` that with what was rejected.

    What a person brought in is listed as added, even where that is an entity that came with the words for a source, and
    what went with something rejected as rejected.
    """
    found: list[Reviewed] = []
    for item in filter(lambda each: each.is_touched, items.looked_at()):
        if item.rejected:
            found.append(_reviewed(item.rejected, item, None, "reject", _json(item.coded or item.value)))
        elif item.stands_in(left):
            found += _decided(item)
    found += _swept(items, whole, left)
    found += [_reviewed(review, item, review.field, "comment", None) for item, review in comments]
    return tuple(sorted(found, key=lambda each: each.number))


def _decided(item: Item) -> Iterator[Reviewed]:
    if item.origin:
        yield _reviewed(item.origin, item, None, "add", None)
    for field, review in item.decided.items():
        if review is item.origin and field is None:
            continue
        # What was added once and is now found by the coder itself is one more that a person says is right.
        verdict: Verdict = "confirm" if review.verdict == "add" or review.verdict == "undone" else review.verdict
        yield _reviewed(review, item, field, verdict, _was(item, field))
    for field, review in item.followed.items():
        yield _reviewed(review, item, field, "correct", _was(item, field))


def _swept(items: Items, whole: Record, left: Record) -> Iterator[Reviewed]:
    """What went since the statement that claims it, or the time that bounds it, was rejected."""
    causes: dict[tuple[Part, str | None], Review] = {
        (item.part, item.id): item.rejected for item in items.looked_at() if item.rejected
    }
    parts: tuple[Part, ...] = ("events", "terms", "figures")
    for part in parts:
        here = {each.id for each in getattr(left, part)}
        for gone in (each for each in getattr(whole, part) if each.id not in here and (part, each.id) not in causes):
            cause = causes.get(("statements", gone.voice)) or causes.get(("times", getattr(gone, "time", None)))
            if cause:
                yield _reviewed(cause, Item(part, gone, gone, []), None, "reject", _json(gone))


def _was(item: Item, field: str | None) -> str | None:
    """The JSON of what the coder had there, of a whole item that of the fields that differ; None for no change."""
    if item.coded is None:
        return None
    if field is not None:
        before = getattr(item.coded, field)
        return None if before == getattr(item.value, field) else _json(before)
    changed = {
        name: to_plain(getattr(item.coded, name))
        for name in fields_of(item.part)
        if name not in item.decided | item.followed and getattr(item.coded, name) != getattr(item.value, name)
    }
    return _json(changed) if changed else None


def _reviewed(review: Review, item: Item, field: str | None, verdict: Verdict, was: str | None) -> Reviewed:
    return Reviewed(review.number, item.part, item.id, field, verdict, review.who, review.when, review.why, was)


def _json(value: Any) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
