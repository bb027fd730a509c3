"""Items that people add to a record, made drafts."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from onrecord.errors import RecordError, ReviewError
from onrecord.ledger.reviews.anchors import anchor_in
from onrecord.ledger.reviews.checking import check_review
from onrecord.ledger.reviews.fields import KINDS, field_type, fields_of
from onrecord.ledger.reviews.items import Items
from onrecord.ledger.reviews.meaning import Meaning
from onrecord.ledger.reviews.review import ReviewDraft
from onrecord.ledger.reviews.snapshots import Snapshot, Snapshots
from onrecord.ledger.reviews.wording import quotation_of, spans_meant
from onrecord.record import Part, Record, Spans
from onrecord.record.serialization import to_plain

LEADING: Mapping[Part, str] = {
    "entities": "words", "mentions": "spans", "times": "spans", "places": "spans", "statements": "content",
    "events": "trigger", "terms": "spans", "figures": "spans",
}  # fmt: skip
"""The words by which an added item is known, and near which others are looked for; an entity's name it."""


def draft_addition(record: Record, part: Part, said: Mapping[str, Any]) -> ReviewDraft:
    """An item that somebody adds: its fields as `Meaning` takes them, those left out as the record has them by default.

    Raises ReviewError, naming the field, where one that is needed is missing or wrong, and where the record has the
    item already.
    """
    if part not in LEADING:
        raise ReviewError(f"nothing is added to the {part}; parts are {', '.join(LEADING)}")
    leading = LEADING[part]
    if said.get(leading) is None:
        raise ReviewError(f"{part}.{leading}: say by which words of the text it is known")
    spans = spans_meant(record.document.text, _spans_said(said[leading]), None)
    value = _filled(record, part, {**said, leading: to_plain(spans)}, spans)
    try:
        draft = ReviewDraft(part, anchor_in(part, value), "add", value=value)
    except RecordError as error:
        raise ReviewError(f"{part}.{error}") from error
    check_review(draft, record.document.text)
    if there := Items(record).find(draft.anchor, is_firm=True):
        raise ReviewError(f"{there.id} says that already; correct or confirm it instead")
    return draft


def _filled(record: Record, part: Part, said: Mapping[str, Any], spans: Spans) -> Snapshot:
    """The snapshot of the added item with every field that it has."""
    meaning, snapshots = Meaning(record, spans[0].start), Snapshots(record)
    given = {**_likely(part, spans), **said}
    naming = {"form": given.pop("form", "name"), "spans": given.pop("words")} if part == "entities" else None
    value = _defaults(part)
    for field, each in given.items():
        field_type(part, field)
        value[field] = snapshots.value(part, field, meaning.plain(part, field, each))
    missing = [field for field in fields_of(part) if field not in value]
    if missing:
        raise ReviewError(f"{part}.{missing[0]}: is missing")
    return {**value, "mentions": [naming]} if naming else value


def _defaults(part: Part) -> Snapshot:
    """What the record holds in the fields that nobody gives."""
    known = {each.name: each.default for each in fields(KINDS[part]) if each.default is not MISSING}
    return {field: to_plain(known[field]) for field in fields_of(part) if field in known}


def _likely(part: Part, spans: Spans) -> dict[str, Any]:
    """What the words themselves tell, unless it is said otherwise."""
    words = " ".join(" ".join(span.text.split()) for span in spans)
    likely: dict[Part, dict[str, Any]] = {
        "statements": {"source": None, "cue": None, "quotation": quotation_of(spans)},
        "mentions": {"form": "name"},
        "entities": {"name": words},
        "places": {"name": words},
        "figures": {"low": None, "high": None, "exact": True},
        "terms": {"subject": None},
    }
    return likely.get(part, {})


def _spans_said(said: Any) -> Any:
    """Words, or the spans of an object that has them as the record does."""
    return said["spans"] if isinstance(said, Mapping) and "spans" in said else said
