"""The ledger: records kept in one SQLite file.

Every record is one transaction, in write-ahead mode with full synchronisation: what `add` has returned for survives a
kill and a power cut, what it has not is wholly absent.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.errors import LedgerError
from onrecord.ledger.columns import heading_of, search_columns
from onrecord.ledger.migrations import APPLICATION_ID, MIGRATIONS, migrate, schema_version
from onrecord.ledger.rows import DocumentRow, Filing, Hit, Problem, Totals
from onrecord.ledger.verification import find_problems
from onrecord.ledger.words import fold, to_match
from onrecord.record import Record, Statement

# How long a second writer waits for the first, in seconds.
PATIENCE = 30.0

DOCUMENT_COLUMNS = """
    d.id, d.uri, d.title, d.heading, d.outlet, d.published,
    (SELECT count(*) FROM statements AS s WHERE s.document = d.id)
"""


class Ledger:
    """An open ledger; use `Ledger.open` in a `with` statement. One connection, for one thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """The ledger in a file, which `create` makes where it is missing.

        Raises LedgerError where the file is missing, is no ledger, is damaged, locked or read-only, or was written by
        a later version.
        """
        path = Path(path)
        if not create and not path.exists():
            raise LedgerError(f"{path}: there is no ledger here; make one with: onrecord add PATH --ledger {path}")
        with _explained(path):
            connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            with _explained(path):
                _prepare(connection, path)
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
        with _explained(self._path), self._transaction():
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
            self._index(record)
            return Filing.RECODED if coders else Filing.NEW

    def coding(self, document_id: str, coder_identity: str) -> Record | None:
        """The record that a coder made of a document, if it is filed."""
        query = "SELECT record FROM codings WHERE document = ? AND coder = ?"
        with _explained(self._path):
            found = self._rows(query, document_id, coder_identity)
        return Record.from_json(found[0][0]) if found else None

    def record(self, document_id: str) -> Record:
        """The current record of a document. Raises LedgerError where there is none, RecordError where it is damaged."""
        with _explained(self._path):
            found = self._rows("SELECT record FROM codings WHERE document = ? AND current = 1", document_id)
        if not found:
            raise LedgerError(f"{self._path}: no document {document_id}")
        return Record.from_json(found[0][0])

    def documents(self) -> list[DocumentRow]:
        """The documents, the newest first, those without a date last."""
        with _explained(self._path):
            rows = self._rows(
                f"SELECT {DOCUMENT_COLUMNS} FROM documents AS d ORDER BY d.published DESC, d.heading, d.id"
            )
        return [DocumentRow(*row) for row in rows]

    def totals(self) -> Totals:
        """How much there is."""
        with _explained(self._path):
            counts = [
                self._rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("documents", "codings", "statements")
            ]
        return Totals(*counts)

    def search(
        self,
        words: str = "",
        *,
        source: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        min_confidence: float = 0.0,
        limit: int = 50,
    ) -> list[Hit]:
        """The statements that fit, best match first and then the newest.

        `words` are looked for in source, cue and content; `source` is part of the source's words, `outlet` of the
        outlet's name, both without regard to case and diacritics; `since` and `until` are EDTF days, months or years,
        both included. A document without a date fits no bound, a statement without a confidence every one.
        """
        conditions: list[str] = ["1"]
        values: list[str | float] = []
        match = to_match(words)
        if words.strip() and match is None:
            return []
        if match:
            conditions.append("statement_words MATCH ?")
            values.append(match)
        for column, wanted in (("s.source", source), ("fold(d.outlet)", outlet)):
            if wanted:
                conditions.append(f"instr({column}, ?) > 0")
                values.append(fold(wanted))
        for comparison, day in (("d.published >= ?", since), ("substr(d.published, 1, ?) <= ?", until)):
            if day:
                conditions.append(comparison)
                values += [day] if comparison.count("?") == 1 else [str(len(day)), day]
        if min_confidence:
            conditions.append("ifnull(s.confidence, 1) >= ?")
            values.append(min_confidence)
        query = f"""
            SELECT s.statement, {DOCUMENT_COLUMNS}
            FROM statements AS s JOIN documents AS d ON d.id = s.document
            {"JOIN statement_words ON statement_words.rowid = s.number" if match else ""}
            WHERE {" AND ".join(conditions)}
            ORDER BY {"bm25(statement_words)," if match else ""} d.published DESC, s.number
            LIMIT ?
        """
        with _explained(self._path):
            rows = self._rows(query, *values, limit)
        records = {document: self.record(document) for document in {row[1] for row in rows}}
        return [Hit(DocumentRow(*row[1:]), _statement(records[row[1]], row[0])) for row in rows]

    def verify(self) -> Iterator[Problem]:
        """What does not match: the file itself, each record's JSON, spans and id, and the columns made from it."""
        try:
            yield from find_problems(self._connection)
        except sqlite3.DatabaseError as error:
            yield Problem("", str(self._path), "file", f"is damaged: {error}; restore it from a copy")

    def _index(self, record: Record) -> None:
        """Replaces the columns that search goes by with those of this record."""
        old = [row[0] for row in self._rows("SELECT number FROM statements WHERE document = ?", record.document.id)]
        for number in old:
            self._rows("DELETE FROM statement_words WHERE rowid = ?", number)
        self._rows("DELETE FROM statements WHERE document = ?", record.document.id)
        for statement in record.statements:
            source, cue, content = search_columns(statement)
            self._rows(
                "INSERT INTO statements (document, statement, source, confidence) VALUES (?, ?, ?, ?)",
                record.document.id, statement.id, source, statement.confidence,
            )  # fmt: skip
            self._rows(
                "INSERT INTO statement_words (rowid, content, source, cue) VALUES (last_insert_rowid(), ?, ?, ?)",
                content, source, cue,
            )  # fmt: skip

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


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Sets up a connection and the tables. Raises LedgerError where the file is not this version's to write."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LedgerError(f"{path}: is a SQLite file but no ledger; name another file with --ledger")
    if schema_version(connection) > len(MIGRATIONS):
        raise LedgerError(f"{path}: was written by a later version of onrecord; install that one")
    connection.create_function("fold", 1, lambda text: fold(text or ""), deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    if schema_version(connection) < len(MIGRATIONS):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection)
    connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """SQLite's errors as LedgerErrors that say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        advice = {
            "database is locked": f"is locked by another program; it was waited for {PATIENCE:g} seconds",
            "attempt to write a readonly database": "cannot be written: the file or its folder is read-only",
            "unable to open database file": "cannot be opened: the folder is missing or may not be read",
            "database or disk is full": "cannot be written: the disk is full; what was filed before is safe",
        }
        raise LedgerError(f"{path}: {advice.get(text, text)}") from error
    except sqlite3.DatabaseError as error:
        damaged = "is damaged; restore it from a copy" if "malformed" in str(error) else "is no ledger"
        raise LedgerError(f"{path}: {damaged} ({error})") from error
