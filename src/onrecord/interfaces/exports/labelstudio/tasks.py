"""A record as a task."""

from collections.abc import Callable, Iterable
from typing import Any

from onrecord.interfaces.exports.decisions import Decisions
from onrecord.interfaces.exports.labelstudio.regions import Regions
from onrecord.record import Part, Record

HUMAN = ("confirm", "correct", "add")


def task(record: Record) -> dict[str, Any]:
    """The text with what is known of the document, the coder's prediction, and an annotation a person.

    The prediction has what stands as the coder made it; what a person corrected or added is only in the annotation.
    """
    document, decisions = record.document, Decisions(record)
    predicted = _regions(record, lambda part, item: decisions.made_by(part, item) == "coder")
    return {
        "data": {
            "text": document.text, "document": document.id, "uri": document.uri, "title": document.title,
            "outlet": document.outlet, "published": document.published,
        },
        "predictions": [{"model_version": record.coder.identity, "result": predicted}],
        "annotations": [_annotation(record, who, decisions) for who in _people(record)],
    }  # fmt: skip


def _annotation(record: Record, who: str, decisions: Decisions) -> dict[str, Any]:
    """What one person decided. Whose it is stands in each region's text, as `completed_by` takes only known users."""

    def is_decided(part: Part, item: str) -> bool:
        return any(review.who == who and review.verdict in HUMAN for review in decisions.on(part, item))

    last = max(review.when for review in record.reviews if review.who == who and review.verdict in HUMAN)
    return {"created_at": last, "was_cancelled": False, "ground_truth": False, "result": _regions(record, is_decided)}


def _people(record: Record) -> Iterable[str]:
    """Who confirmed, corrected or added anything that stands in the record, in the order of their names."""
    return sorted({review.who for review in record.reviews if review.verdict in HUMAN})


def _regions(record: Record, is_shown: Callable[[Part, str], bool]) -> list[dict[str, Any]]:
    regions = Regions(record)
    for part in ("mentions", "times", "places", "statements", "events", "terms", "figures"):
        for item in getattr(record, part):
            if is_shown(part, item.id):
                regions.add(part, item)
    return regions.result()
