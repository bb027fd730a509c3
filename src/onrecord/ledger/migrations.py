"""The ledger's tables, and how an older file becomes a newer one: each step is applied once, in order."""

import sqlite3

APPLICATION_ID = 0x4F4E5243  # "ONRC" in the file's header, so that no other SQLite file is taken for a ledger

MIGRATIONS = (
    """
    CREATE TABLE documents (
        id          TEXT PRIMARY KEY,
        uri         TEXT,
        title       TEXT,
        heading     TEXT NOT NULL,
        outlet      TEXT,
        published   TEXT
    ) STRICT;

    -- One row a coding: a document coded again by another coder or version keeps the earlier codings.
    CREATE TABLE codings (
        number      INTEGER PRIMARY KEY,
        document    TEXT NOT NULL REFERENCES documents (id),
        coder       TEXT NOT NULL,
        current     INTEGER NOT NULL CHECK (current IN (0, 1)),
        record      TEXT NOT NULL,
        UNIQUE (document, coder)
    ) STRICT;

    -- The statements of current codings, as columns to search by, without case and diacritics; the record holds
    -- the truth.
    CREATE TABLE statements (
        number      INTEGER PRIMARY KEY,
        document    TEXT NOT NULL REFERENCES documents (id),
        statement   TEXT NOT NULL,
        source      TEXT NOT NULL,
        UNIQUE (document, statement)
    ) STRICT;

    CREATE VIRTUAL TABLE statement_words USING fts5 (
        content, source, cue, tokenize = 'porter unicode61'
    );
    """,
    # Null where the coder gave none, as the earliest ones did.
    """
    ALTER TABLE statements ADD COLUMN confidence REAL;
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the tables to this version's form; on an empty file makes them all."""
    version = schema_version(connection)
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")


def schema_version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
