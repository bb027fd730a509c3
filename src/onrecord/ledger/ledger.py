"""The ledger: records kept in one SQLite file.

Every record is one transaction, in write-ahead mode with full synchronisation: what `add` has returned for survives a
kill and a power cut, what it has not is wholly absent.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from onrecord.errors import LedgerError
from onrecord.ledger.candidates import Candidate
from onrecord.ledger.columns import heading_of
from onrecord.ledger.entities import Address, EntityRow
from onrecord.ledger.identities import Identity
from onrecord.ledger.indexing import index_record
from onrecord.ledger.judgements import Judgement, add_judgement, find_undoable, load_judgements
from onrecord.ledger.opening import PATIENCE, explained, prepare
from onrecord.ledger.resolution import Resolution
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals
from onrecord.ledger.search import DOCUMENT_COLUMNS, Query, find_statements
from onrecord.ledger.terms import TermRow, load_terms
from onrecord.ledger.verification import find_problems
from onrecord.record import Record, Statement


class Ledger:
    """An open ledger; use `Ledger.open` in a `with` statement. One connection, for one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._resolved: tuple[tuple[int, int], Resolution] | None = None

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """The ledger in a file, which `create` makes where it is missing.

        Raises LedgerError where the file is missing, is no ledger, is damaged, locked or read-only, or was written by
        a later version.
        """
        path = Path(path)
        if not create and not path.exists():
            raise LedgerError(f"{path}: there is no ledger here; make one with: onrecord add PATH --ledger {path}")
        with explained(path):
            connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            with explained(path):
                prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._connection.close()

    def add(self, record: Record) -> Filing:
        """Files a record; the same one twice changes nothing, one by another coder stands beside the earlier."""
        document = record.document
        with explained(self._path), self._transaction():
            coders = [row[0] for row in self._rows("SELECT coder FROM codings WHERE document = ?", document.id)]
            if record.coder.identity in coders:
                return Filing.KNOWN
            self._rows(
                "INSERT INTO documents (id, uri, title, heading, outlet, published) VALUES (?, ?, ?, ?, ?, ?)"
                "ON CONFLICT DO NOTHING",
                document.id, document.uri, document.title, heading_of(record), document.outlet, document.published,
            )  # fmt: skip
            self._rows("UPDATE codings SET current = 0 WHERE document = ?", document.id)
            self._rows(
                "INSERT INTO codings (document, coder, current, record) VALUES (?, ?, 1, ?)",
                document.id, record.coder.identity, record.to_json(),
            )  # fmt: skip
            index_record(self._connection, record)
            return Filing.RECODED if coders else Filing.NEW

    def coding(self, document_id: str, coder_identity: str) -> Record | None:
        """The record that a coder made of a document, if it is filed."""
        query = "SELECT record FROM codings WHERE document = ? AND coder = ?"
        with explained(self._path):
            found = self._rows(query, document_id, coder_identity)
        return Record.from_json(found[0][0]) if found else None

    def record(self, document_id: str) -> Record:
        """The current record of a document. Raises LedgerError where there is none, RecordError where it is damaged."""
        with explained(self._path):
            found = self._rows("SELECT record FROM codings WHERE document = ? AND current = 1", document_id)
        if not found:
            raise LedgerError(f"{self._path}: no document {document_id}")
        return Record.from_json(found[0][0])

    def documents(self) -> list[DocumentRow]:
        """The documents, the newest first, those without a date last."""
        with explained(self._path):
            rows = self._rows(
                f"SELECT {DOCUMENT_COLUMNS} FROM documents AS d ORDER BY d.published DESC, d.heading, d.id"
            )
        return [DocumentRow(*row) for row in rows]

    def totals(self) -> Totals:
        """How much there is."""
        with explained(self._path):
            counts = [
                self._rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("documents", "codings", "statements")
            ]
        return Totals(*counts)

    def search(
        self,
        words: str = "",
        *,
        source: str | None = None,
        who: str | Sequence[Identity] | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        min_confidence: float = 0.0,
        limit: int = 50,
    ) -> list[Hit]:
        """The statements that fit, best match first and then the newest.

        `words` are looked for in source, cue and content; `source` is part of the source's words, `outlet` of the
        outlet's name, both without regard to case and diacritics; `who` is a name as `Ledger.who` takes it, or the
        identities themselves, and finds what they said in any document under any name; `since` and `until` are EDTF
        days, months or years, both included. A document without a date fits no bound, a statement without a confidence
        every one.
        """
        identities = self.who(who) if isinstance(who, str) else who
        entities = None if identities is None else [row.id for identity in identities for row in identity.entities]
        query = Query(words, source, outlet, since, until, min_confidence, entities, limit)
        with explained(self._path):
            rows: list[Any] = find_statements(self._connection, query)
        records = {document: self.record(document) for document in {row[1] for row in rows}}
        return [Hit(DocumentRow(*row[1:]), _statement(records[row[1]], row[0])) for row in rows]

    def terms(self, matter: str | None = None) -> list[TermRow]:
        """The terms of all documents, of one matter or any, by their last day; those without a date last."""
        with explained(self._path):
            return load_terms(self._connection, matter)

    def identities(self) -> tuple[Identity, ...]:
        """Who is on record: the entities of all documents, those that are one together (docs/resolution.md)."""
        return self.resolution().gathering.identities

    def who(self, name: str) -> list[Identity]:
        """The identities that a name (or a registry id, or a key) fits best, those with most statements first."""
        return self.resolution().who(name)

    def entity(self, key: str) -> EntityRow:
        """The entity of a document that a key, or its beginning, names. Raises LedgerError where not just one does."""
        return self.resolution().entity(key)

    def candidates(self, name: str | None = None, limit: int | None = None) -> list[Candidate]:
        """Pairs of identities that could be one, the best first; with a name those only that it fits."""
        resolution = self.resolution()
        return (resolution.candidates if name is None else resolution.candidates_of(name))[:limit]

    def candidate(self, key: str) -> Candidate:
        """The candidate that a key, or its beginning, names. Raises LedgerError where not just one does."""
        return self.resolution().candidate(key)

    def judge(
        self,
        left: EntityRow | Identity,
        right: EntityRow | Identity,
        verdict: Literal["one", "two"],
        *,
        who: str,
        why: str,
        when: datetime | None = None,
    ) -> Judgement:
        """Writes down that two are one or two; an identity stands for its first entity.

        The last judgement on a pair counts. Raises LedgerError where the two are one entity already, or one has no
        mention by which it could be found again.
        """
        addresses = (_address(left), _address(right))
        if addresses[0] == addresses[1]:
            raise LedgerError("both are the same entity of the same document; nothing was written")
        with explained(self._path), self._transaction():
            return add_judgement(self._connection, verdict, addresses, who=who, when=_utc(when), why=why)

    def undo(self, number: int, *, who: str, why: str, when: datetime | None = None) -> Judgement:
        """Takes back a judgement, or an undoing: every answer is again what it was without it.

        Raises LedgerError where there is no judgement of this number, or it is undone already.
        """
        with explained(self._path), self._transaction():
            find_undoable(load_judgements(self._connection), number)
            return add_judgement(self._connection, "undone", None, reverses=number, who=who, when=_utc(when), why=why)

    def judgements(self) -> list[Judgement]:
        """Every judgement ever made, in order."""
        with explained(self._path):
            return load_judgements(self._connection)

    def verify(self) -> Iterator[Problem]:
        """What does not match: the file itself, each record's JSON, spans and id, and the columns made from it."""
        try:
            yield from find_problems(self._connection)
        except sqlite3.DatabaseError as error:
            yield Problem("", str(self._path), "file", f"is damaged: {error}; restore it from a copy")

    def resolution(self) -> Resolution:
        """Who is one at this moment, with the judgements at rest and held back; worked out anew only after a change."""
        with explained(self._path):
            # The one counts what others wrote, the other what this connection did.
            moment = (self._rows("PRAGMA data_version")[0][0], self._connection.total_changes)
            if self._resolved is None or self._resolved[0] != moment:
                self._resolved = (moment, Resolution.of(self._connection))
        return self._resolved[1]

    def _rows(self, query: str, *values: str | float | None) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _statement(record: Record, statement_id: str) -> Statement:
    return next(statement for statement in record.statements if statement.id == statement_id)


def _address(judged: EntityRow | Identity) -> Address:
    row = judged.entities[0] if isinstance(judged, Identity) else judged
    if row.address is None:
        raise LedgerError(f"{row.name} of {row.document} has no mention by which a judgement could find it again")
    return row.address


def _utc(when: datetime | None) -> str:
    return (when or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
