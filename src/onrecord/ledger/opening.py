"""Opening a ledger's file, and SQLite's errors said so that the reader knows what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.migrations import APPLICATION_ID, MIGRATIONS, migrate, schema_version
from onrecord.ledger.words import fold

# How long a second writer waits for the first, in seconds.
PATIENCE = 30.0


def prepare(connection: sqlite3.Connection, path: Path) -> None:
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
def explained(path: Path) -> Iterator[None]:
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
