"""Finding statements by words, source, outlet, date and the entity that makes them."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ledger.entities import EntityId
from onrecord.ledger.words import fold, to_match

DOCUMENT_COLUMNS = """
    d.id, d.uri, d.title, d.heading, d.outlet, d.published,
    (SELECT count(*) FROM statements AS s WHERE s.document = d.id)
"""


@dataclass(frozen=True, slots=True)
class Query:
    """What a statement must fit; None and empty ask for nothing."""

    words: str = ""
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    entities: Sequence[EntityId] | None = None
    limit: int = 50


def find_statements(connection: sqlite3.Connection, query: Query) -> list[tuple[object, ...]]:
    """Rows of a statement's id and its document's columns, the best match first and then the newest."""
    match = to_match(query.words)
    if query.words.strip() and match is None:
        return []
    conditions, values = _conditions(query, match)
    rows = connection.execute(
        f"""
        SELECT s.statement, {DOCUMENT_COLUMNS}
        FROM statements AS s JOIN documents AS d ON d.id = s.document
        {"JOIN statement_words ON statement_words.rowid = s.number" if match else ""}
        WHERE {" AND ".join(conditions)}
        ORDER BY {"bm25(statement_words)," if match else ""} d.published DESC, s.number
        LIMIT ?
        """,
        (*values, query.limit),
    )
    return rows.fetchall()


def _conditions(query: Query, match: str | None) -> tuple[list[str], list[str | float]]:
    conditions: list[str] = ["1"]
    values: list[str | float] = []
    if match:
        conditions.append("statement_words MATCH ?")
        values.append(match)
    for column, wanted in (("s.source", query.source), ("fold(d.outlet)", query.outlet)):
        if wanted:
            conditions.append(f"instr({column}, ?) > 0")
            values.append(fold(wanted))
    for comparison, day in (("d.published >= ?", query.since), ("substr(d.published, 1, ?) <= ?", query.until)):
        if day:
            conditions.append(comparison)
            values += [day] if comparison.count("?") == 1 else [str(len(day)), day]
    if query.min_confidence:
        conditions.append("ifnull(s.confidence, 1) >= ?")
        values.append(query.min_confidence)
    if query.entities is not None:
        conditions.append(
            "(s.document, s.entity) IN"
            " (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
        )
        values.append(json.dumps(query.entities))
    return conditions, values
