"""Who is on record, and how often."""

from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.record import Statement


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A source by the words that name it, and in how many statements and documents it stands so.

    Entities are not resolved yet: `he` and `the minister` count as they are written.
    """

    source: str
    statements: int
    documents: int


def count_sources(ledger: Ledger, limit: int = 10) -> list[SourceCount]:
    """The sources named in most statements, pronouns left out; equal ones in the order of their words."""
    statements: dict[str, int] = {}
    documents: dict[str, set[str]] = {}
    for row in ledger.documents():
        for statement in ledger.record(row.id).statements:
            name = _name(statement)
            if name is not None:
                statements[name] = statements.get(name, 0) + 1
                documents.setdefault(name, set()).add(row.id)
    ranked = sorted(statements, key=lambda name: (-statements[name], name))
    return [SourceCount(name, statements[name], len(documents[name])) for name in ranked[:limit]]


PRONOUNS = {
    "i",
    "we",
    "you",
    "he",
    "she",
    "it",
    "they",
    "who",
    "which",
    "that",
    "his",
    "her",
    "its",
    "their",
    "my",
    "our",
}


def _name(statement: Statement) -> str | None:
    if statement.source is None:
        return None
    words = " ".join(span.text for span in statement.source.spans).rstrip(",")
    return None if words.lower() in PRONOUNS else words
