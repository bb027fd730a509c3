"""Finding statements by words, source, outlet, date and who makes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from onrecord.ledger.entities import in_parts
from onrecord.ledger.rows import DocumentRow
from onrecord.ledger.tables import documents, entities, statement_mentions, statements
from onrecord.ledger.words import Sought, fold, to_alternatives, to_fts5, to_sought, to_tsquery

# The full-text index of each database (migrations/versions/0001_tables.py), which SQLAlchemy's tables know nothing of.
WORDS = table("statement_words", column("rowid"), column("rank"))
INDEXED: ColumnElement[Any] = literal_column("statements.search", TSVECTOR)

SHORTEST_ID = 4

DOCUMENT_COLUMNS = (
    documents.c.id, documents.c.uri, documents.c.title, documents.c.heading, documents.c.outlet,
    documents.c.published, documents.c.statements,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """What a statement must fit; None and empty ask for nothing.

    `any_of` are phrases of which one must stand in it; `identities` who makes it and `about` whom its content
    mentions, by the ledger's numbers.
    """

    words: str = ""
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    identities: Sequence[int] | None = None
    limit: int = 50
    any_of: Sequence[str] | None = None
    about: Sequence[int] | None = None
    oldest_first: bool = False

    @property
    def asks_only_for_words(self) -> bool:
        """Whether every statement with the words fits."""
        others = (self.source, self.outlet, self.since, self.until, self.min_confidence, self.oldest_first)
        return not any(others) and self.identities is None and self.any_of is None and self.about is None


def find_statements(connection: Connection, query: Query) -> list[Any]:
    """Rows of a document's number, a statement's id and the document's columns.

    The best match first and then the newest; where phrases or the oldest are asked for, by time alone.
    """
    sought = to_sought(query.words)
    alternatives = None if query.any_of is None else to_alternatives(query.any_of)
    nobody = any(asked is not None and not asked for asked in (query.identities, query.about, alternatives))
    if nobody or (query.words.strip() and not sought):
        return []
    found = (
        select(documents.c.number, statements.c.statement, *DOCUMENT_COLUMNS)
        .join_from(statements, documents, documents.c.number == statements.c.document)
        .where(*_conditions(query))
    )
    if sought or alternatives:
        conditions = [each for each in ((sought,) if sought else None, alternatives) if each]
        found = _matching(connection, found, conditions, query)
    # The day stands in both tables: each has an index in the order in which its question wants the rows.
    day = documents.c.day if query.identities is None else statements.c.day
    order = [day == "", day] if query.oldest_first else [day.desc()]
    return list(connection.execute(found.order_by(*order, documents.c.id, statements.c.number).limit(query.limit)))


def _matching(
    connection: Connection, found: Select[Any], conditions: list[tuple[tuple[Sought, ...], ...]], query: Query
) -> Select[Any]:
    """The query with the words in it, ordered by how well they match unless time is what counts."""
    is_ranked = query.any_of is None and not query.oldest_first
    if connection.dialect.name != "sqlite":
        asked = cast(to_tsquery(*conditions), TSQUERY)
        found = found.where(INDEXED.op("@@")(asked))
        return found.order_by(func.ts_rank_cd(INDEXED, asked).desc()) if is_ranked else found
    match = literal_column("statement_words").op("MATCH")(to_fts5(*conditions))
    if not is_ranked:
        return found.where(statements.c.number.in_(select(WORDS.c.rowid).where(match)))
    matches = select(WORDS.c.rowid, WORDS.c.rank).where(match).order_by(WORDS.c.rank)
    if query.asks_only_for_words:
        # The index itself keeps the best few; to sort all matches of a common word takes it ten times as long.
        matches = matches.limit(query.limit)
    best = matches.subquery("best")
    return found.join(best, best.c.rowid == statements.c.number).order_by(best.c.rank)


def document_rows(connection: Connection, numbers: Iterable[int]) -> dict[int, DocumentRow]:
    """What lists show of documents, by the ledger's numbers for them."""
    found: dict[int, DocumentRow] = {}
    for some in in_parts(sorted(numbers)):
        query = select(documents.c.number, *DOCUMENT_COLUMNS).where(documents.c.number.in_(some))
        found |= {number: DocumentRow(*row) for number, *row in connection.execute(query)}
    return found


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The ledger's numbers for documents, by their ids; those that are not there are left out."""
    found: dict[str, int] = {}
    for some in in_parts(sorted(set(ids))):
        query = select(documents.c.id, documents.c.number).where(documents.c.id.in_(some))
        found |= dict(connection.execute(query).all())
    return found


def find_called(connection: Connection, called: str) -> list[Any]:
    """Rows of the documents that an address or an id names, else of those whose address ends or whose id begins so."""
    query = select(*DOCUMENT_COLUMNS).order_by(documents.c.day, documents.c.id)
    exact = or_(documents.c.id == called, documents.c.uri == called)
    found = list(connection.execute(query.where(exact)))
    if found:
        return found
    likely = [documents.c.uri.endswith(f"/{called.lstrip('/')}", autoescape=True)]
    # Fewer letters would name a document by chance.
    if len(called) >= SHORTEST_ID:
        beginning = called if called.startswith("sha256:") else f"sha256:{called}"
        likely.append(and_(documents.c.id >= beginning, documents.c.id < f"{beginning}~"))
    return list(connection.execute(query.where(or_(*likely))))


def document_conditions(outlet: str | None, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """What a document must fit: part of its outlet's name, and EDTF days, months or years, both included."""
    found: list[ColumnElement[bool]] = []
    if outlet:
        found.append(documents.c.folded_outlet.contains(fold(outlet), autoescape=True))
    if since:
        found.append(documents.c.day >= since)
    if until:
        found.append(and_(documents.c.day != "", func.substr(documents.c.day, 1, len(until)) <= until))
    return found


def _conditions(query: Query) -> list[ColumnElement[bool]]:
    found = document_conditions(query.outlet, query.since, query.until)
    if query.source:
        found.append(statements.c.source.contains(fold(query.source), autoescape=True))
    if query.min_confidence:
        found.append(func.coalesce(statements.c.confidence, 1.0) >= query.min_confidence)
    if query.identities is not None:
        found.append(statements.c.identity.in_(query.identities))
    if query.about is not None:
        mentioned = (
            select(statement_mentions.c.statement)
            .join(entities, entities.c.number == statement_mentions.c.entity)
            .where(entities.c.identity.in_(query.about))
        )
        found.append(statements.c.number.in_(mentioned))
    return found
