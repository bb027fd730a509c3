"""Reviews as rows of the database, which are only ever added."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger.reviews import Review
from onrecord.ledger.tables import reviews
from onrecord.record.serialization import to_plain

# What is kept as JSON, null where there is none.
WRITTEN = ("anchor", "value", "snapshot")


def load_reviews(connection: Connection, document: str | None = None) -> list[Review]:
    """The reviews ever made, of one document or of all, by their numbers. Raises LedgerError where one is damaged."""
    query = select(reviews).order_by(reviews.c.number)
    if document is not None:
        query = query.where(reviews.c.document == document)
    return [_review(row) for row in connection.execute(query).mappings()]


def reviewed_among(connection: Connection, documents: Iterable[str]) -> set[str]:
    """Those of some documents, by their ids, on which somebody decided anything."""
    query = select(reviews.c.document).where(reviews.c.document.in_(list(documents))).distinct()
    return set(connection.execute(query).scalars())


def add_reviews(connection: Connection, made: Iterable[Review]) -> None:
    """Writes reviews down; whoever calls has a transaction open, and numbered them on from the last."""
    rows = [_columns(review) for review in made]
    if rows:
        connection.execute(insert(reviews), rows)


def _columns(review: Review) -> dict[str, Any]:
    plain = review.to_dict()
    for name in WRITTEN:
        plain[name] = None if plain[name] is None else json.dumps(to_plain(plain[name]), ensure_ascii=False)
    return plain


def _review(row: Any) -> Review:
    plain = dict(row)
    try:
        for name in WRITTEN:
            plain[name] = None if plain[name] is None else json.loads(plain[name])
        return Review.from_dict(plain)
    except (ValueError, RecordError) as error:
        raise LedgerError(f"review {plain['number']} is damaged ({error}); see: onrecord verify") from error
