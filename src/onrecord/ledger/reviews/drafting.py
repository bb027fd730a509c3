"""Reviews as people give them, by the ids of the record before them and words of the text, made drafts."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onrecord.errors import ReviewError
from onrecord.ledger.reviews.anchors import Anchor, anchor_in
from onrecord.ledger.reviews.checking import check_review
from onrecord.ledger.reviews.fields import KINDS, field_type
from onrecord.ledger.reviews.meaning import Meaning
from onrecord.ledger.reviews.review import ReviewDraft, ReviewVerdict
from onrecord.ledger.reviews.snapshots import Snapshot, Snapshots
from onrecord.record import Part, Record

DOCUMENT = "document"
"""Stands for the id of the document's metadata."""


def draft_review(
    record: Record,
    item: str,
    verdict: ReviewVerdict,
    field: str | None = None,
    value: Any = None,
    *,
    machine: Record | None = None,
) -> ReviewDraft:
    """What somebody decides on an item of a record, or on one field of it.

    `item` is its id (`s3`), or `document` for the metadata. `value` is what a corrected field is to hold, as `Meaning`
    takes it: in the record's own form, or in words. With no field it is an object of several. `machine` is the record
    without corrections: the draft is then anchored to what the coder found. Raises ReviewError, naming the field and
    what is allowed.
    """
    part = part_of(record, item)
    if field is not None:
        field_type(part, field)
    now = Snapshots(record).of(part, item)
    draft = ReviewDraft(part, _anchor(machine, part, item) or anchor_in(part, now), verdict, field)
    if verdict == "correct":
        draft = replace(draft, value=_corrected(record, item, draft, now, value), snapshot=now)
    elif verdict == "confirm":
        draft = replace(draft, value=now[field] if field else None, snapshot=now)
    elif verdict == "reject" and field is not None:
        draft = replace(draft, value=now[field])
    check_review(draft, record.document.text)
    return draft


def part_of(record: Record, item: str) -> Part:
    """The part in which an id stands. Raises ReviewError where none has it, or several have."""
    if item in (DOCUMENT, record.document.id):
        return "document"
    parts: list[Part] = [
        part for part in KINDS if part != "document" and any(each.id == item for each in getattr(record, part))
    ]
    if len(parts) != 1:
        where = f"stands in {' and '.join(parts)}" if parts else "is not in the record"
        raise ReviewError(f"{item} {where}; see what is with: onrecord review DOCUMENT")
    return parts[0]


def _anchor(machine: Record | None, part: Part, item: str) -> Anchor | None:
    """The anchor of what the coder found; None for what a person brought in."""
    if machine is None or part == "document" or all(each.id != item for each in getattr(machine, part)):
        return None
    return anchor_in(part, Snapshots(machine).of(part, item))


def _corrected(record: Record, item: str, draft: ReviewDraft, now: Snapshot, said: Any) -> Any:
    """The new value of a field, or of several, with snapshots for the items that it names."""
    if draft.field is None and not (isinstance(said, Mapping) and said):
        raise ReviewError(f"{item}: name the field that is corrected, or give an object of several")
    wanted = {draft.field: said} if draft.field is not None else dict(said)
    meaning = Meaning(record, draft.anchor.spans[0].start if draft.anchor.spans else None)
    values = {}
    for field, each in wanted.items():
        field_type(draft.part, field)
        values[field] = Snapshots(record).value(draft.part, field, meaning.plain(draft.part, field, each, now[field]))
    _check_within(record, item, draft.part, meaning, wanted.get("within"))
    if all(values[field] == now[field] for field in values):
        raise ReviewError(f"{item}: {', '.join(values)} says so already; confirm it instead")
    return values[draft.field] if draft.field is not None else values


def _check_within(record: Record, item: str, part: Part, meaning: Meaning, said: Any) -> None:
    if said is None:
        return
    within = {each.id: each.within for each in getattr(record, part)}
    above: str | None = meaning.item(part, said)
    while above is not None and above != item:
        above = within.pop(above, None)
    if above == item:
        raise ReviewError(f"{part}.within: {item} cannot stand within itself, nor within what stands within it")
