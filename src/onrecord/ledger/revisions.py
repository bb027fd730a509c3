"""Codings and revisions: which records a ledger has of one text, and which texts of one document.

Revisions are the documents of one address (uri), in order of time: by their dates, of one day by when they were changed
or fetched, else by the order of filing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, func, select

from onrecord.ledger.rows import DocumentRow
from onrecord.ledger.search import DOCUMENT_COLUMNS
from onrecord.ledger.tables import coders, codings, documents

IN_TIME = (documents.c.day, documents.c.changed, documents.c.number)


@dataclass(frozen=True, slots=True)
class CodingRow:
    """A coding of a document: whose it is, whether it is the current one, and its place in the order of filing."""

    coder: str
    is_current: bool
    number: int


def load_codings(connection: Connection, document: str) -> list[CodingRow]:
    """The codings of a document in the order of filing."""
    query = (
        select(coders.c.identity, codings.c.current, codings.c.number)
        .join_from(codings, coders, coders.c.number == codings.c.coder)
        .join(documents, documents.c.number == codings.c.document)
        .where(documents.c.id == document)
        .order_by(codings.c.number)
    )
    return [CodingRow(coder, bool(current), number) for coder, current, number in connection.execute(query)]


def load_revisions(connection: Connection, document: str) -> list[DocumentRow]:
    """The documents of the address of one, itself included, in order of time; just itself where it has none."""
    uri = select(documents.c.uri).where(documents.c.id == document).scalar_subquery()
    query = select(*DOCUMENT_COLUMNS).where((documents.c.uri == uri) | (documents.c.id == document))
    return [DocumentRow(*row) for row in connection.execute(query.order_by(*IN_TIME))]


def find_recoded(connection: Connection) -> list[str]:
    """The ids of documents with more than one coding."""
    several = select(codings.c.document).group_by(codings.c.document).having(func.count() > 1)
    query = select(documents.c.id).where(documents.c.number.in_(several)).order_by(documents.c.id)
    return list(connection.execute(query).scalars())


def find_revised(connection: Connection) -> Iterator[list[str]]:
    """The ids of documents that are revisions of one another, in order of time."""
    several = select(documents.c.uri).where(documents.c.uri.is_not(None)).group_by(documents.c.uri)
    query = select(documents.c.uri, documents.c.id).where(documents.c.uri.in_(several.having(func.count() > 1)))
    rows = connection.execute(query.order_by(documents.c.uri, *IN_TIME)).all()
    for _, line in groupby(rows, key=lambda row: row.uri):
        yield [row.id for row in line]
