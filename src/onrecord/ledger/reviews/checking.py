"""Whether a review can be meant: it has what its verdict needs, its words are the text's, its values are allowed."""

from dataclasses import replace

from onrecord.errors import RecordError, ReviewError
from onrecord.ledger.reviews.allowed import check_field, check_together
from onrecord.ledger.reviews.consequences import consequences
from onrecord.ledger.reviews.fields import can_be_empty, field_type, fields_of
from onrecord.ledger.reviews.review import Review, ReviewDraft, changes_of
from onrecord.ledger.reviews.snapshots import rebuilt, spans_in, typed
from onrecord.record.serialization import to_plain


def check_review(review: Review | ReviewDraft, text: str) -> None:
    """Raises ReviewError, naming the field and what is allowed there, where a review cannot be meant for this text."""
    check_words(review, text)
    if review.verdict == "undone":
        return
    if review.part != "document" and not review.anchor.spans and not review.anchor.name:
        raise ReviewError(f"{review.part}: the item has no words by which it could be found again")
    if review.field is not None:
        field_type(review.part, review.field)
    _check_shape(review)
    try:
        _check_values(review)
    except RecordError as error:
        raise ReviewError(f"{review.part}.{error}") from error


def check_words(review: Review | ReviewDraft, text: str) -> None:
    """Raises ReviewError where words of a review do not stand in a text where it says they do."""
    for span in spans_in(to_plain(review)):
        start, end = span["start"], span["end"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            raise ReviewError(f"{start}..{end} is no stretch of this text, which has {len(text)} characters")
        if text[start:end] != span["text"]:
            found = text[start:end]
            raise ReviewError(
                f"{span['text']!r:.80} does not stand at {start}..{end}, the text has {found!r:.80} there"
            )


def _check_shape(review: Review | ReviewDraft) -> None:
    """Whether a review has what its verdict needs, and nothing that it cannot have."""
    whole_document = review.part == "document" and review.field is None
    if review.verdict in ("add", "reject") and whole_document:
        raise ReviewError("a document is not added or rejected by a review; decide on its fields")
    if review.verdict == "add" and (review.field is not None or not isinstance(review.value, dict)):
        raise ReviewError(f"{review.part}: what is added is a whole item")
    if review.verdict in ("confirm", "correct") and not review.snapshot:
        raise ReviewError(f"{review.part}: the snapshot of the item is missing")
    if review.verdict == "correct" and review.field is None and not isinstance(review.value, dict):
        raise ReviewError(f"{review.part}: name the field that is corrected")
    if review.verdict == "reject" and review.field is not None and not can_be_empty(review.part, review.field):
        raise ReviewError(f"{review.part}.{review.field}: cannot be empty; correct it, or reject the whole item")


def _check_values(review: Review | ReviewDraft) -> None:
    """Whether the values are of the fields' types, and what a person brings in also on the lists."""
    changes = changes_of(review)
    if review.snapshot is not None:
        rebuilt(review.part, review.snapshot)
    if review.verdict == "reject":
        for field, value in changes.items():
            typed(review.part, field, value)
    if review.verdict not in ("correct", "add"):
        return
    # An entity that is added brings the mention that names it.
    fields = [each for each in changes if review.verdict == "correct" or each in fields_of(review.part)]
    for field in fields:
        field_type(review.part, field)
    item = rebuilt(review.part, {**(review.snapshot or {}), **changes})
    values = {field: getattr(item, field) for field in fields}
    for field, value in values.items():
        check_field(review.part, field, value)
    if review.snapshot:
        before = rebuilt(review.part, review.snapshot)
        item = replace(item, **consequences(before, values, is_whole=False))
    check_together(review.part, item, fields)
